# Ce pour quoi les gens reçoivent des e-mails au sujet des tickets.

topic-updated = Nouvelles : réponses, dates, modifications
topic-escalated = Escalade à la recherche et développement
topic-workaround = Solution de contournement disponible
topic-closed = Clôture
topic-own = Mes propres mises à jour, en guise de confirmation

mails-default = Comme dans mon profil
mails-default-hint = Ce que vous y avez choisi pour tous vos tickets.
mails-chosen = Ce que je choisis ici
mails-chosen-hint = Cochez-le ci-dessous. Cela ne vaut que pour ce ticket.
mails-none = Aucun e-mail sur ce ticket
mails-none-hint = Pas même quand nous avons besoin de votre réponse. Vous voyez toujours tout ici.

mailing = E-mails pour moi
mailing-off = désactivés
mailing-legend = M’écrire au sujet de ce ticket
mailing-topics = M’écrire en cas de
mailing-always = Les questions qui vous sont posées, les solutions proposées et leurs rappels vous sont toujours envoyés, car ils attendent votre réponse. Vous ne recevez d’e-mail sur ce que vous faites vous-même que si vous le choisissez.
mailing-save = Enregistrer
mailing-profile = Choisir pour tous vos tickets

profile-notifications = Notifications
notifications-lead = Les événements pour lesquels nous vous écrivons, sur les tickets que vous avez ouverts ou que vous suivez. Pour un seul ticket, vous pouvez choisir autre chose sur sa page.
notifications-lead-engineer = Les événements pour lesquels nous vous écrivons, sur les tickets que vous traitez.
done-notifications-saved = Votre choix est enregistré.

unsubscribe-title = Plus d’e-mails sur ce ticket ?
unsubscribe-lead = Nous ne vous écrirons plus au sujet du ticket { $number }, pas même quand nous aurons besoin de votre réponse. Les e-mails sur les autres tickets continuent.
unsubscribe-confirm = Désactiver les e-mails sur ce ticket
unsubscribe-case = Voir le ticket
unsubscribe-undo = Réactiver les e-mails
unsubscribed-title = Les e-mails sur ce ticket sont désactivés
unsubscribed-lead = Nous ne vous écrivons plus au sujet du ticket { $number }. Vous pouvez le suivre sur le portail et réactiver les e-mails à tout moment.
subscribed-title = Les e-mails sur ce ticket sont activés
subscribed-lead = Nous vous écrivons de nouveau au sujet du ticket { $number }, comme avant.

notice-opt-out = Ne plus recevoir d’e-mails sur ce ticket

export-topics = E-mails reçus pour
notifications-digest-hint = Tout ce qui peut attendre en un seul e-mail par jour, à cette heure de votre fuseau horaire. Les questions, les solutions proposées et les rappels vous parviennent aussitôt.
notifications-at-once = Un e-mail chaque fois, aussitôt
notifications-quiet-hint = Pendant ces heures de votre fuseau horaire, nous ne vous envoyons rien qui puisse attendre ; cela vous parvient dès qu’elles prennent fin. Les questions, les solutions proposées et les rappels vous parviennent à toute heure.
notifications-no-quiet = Aucune heure de silence
field-topics = M’écrire en cas de
field-mails = M’écrire au sujet de ce ticket
field-digest = Un e-mail par jour
field-quiet_from = Heures de silence, de
field-quiet_until = Heures de silence, à

notice-digest = { $n ->
    [one] Il y a du nouveau : un message au sujet de vos tickets.
   *[other] Il y a du nouveau : { $n } messages au sujet de vos tickets.
}
notice-digest-ask = Rien n’attend votre réponse. Vous trouverez sur le portail ce qui a été écrit.
notice-digest-ask-engineer = Vous trouverez sur le portail ce qui a été écrit.
notice-digest-button = Voir vos tickets
notice-digest-opt-out = Choisir les e-mails que vous recevez, et à quel moment
notice-digest-subject = Nouvelles de vos tickets chez { $brand }
notice-digest-why = { $brand } vous a envoyé cet e-mail parce que vous voulez recevoir ces nouvelles ensemble, ou pas à toute heure. Vous pouvez changer cela dans votre profil, sous Notifications.
