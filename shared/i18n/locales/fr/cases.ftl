# Ce que les clients voient des tickets, et l’assistance aussi.

case-number = Ticket { $number }
cases-title = Tickets
cases-open = En cours
cases-all = Tous
cases-which = Quels tickets
cases-empty-open-title = Aucun ticket en cours
cases-empty-open = Un ticket que vous ouvrez apparaît ici jusqu’à sa clôture. Les tickets clôturés se trouvent sous « Tous ».
cases-empty-all-title = Aucun ticket pour l’instant
cases-empty-all = Ouvrez votre premier ticket : un ingénieur s’en charge. Vous suivez chaque étape ici et par e-mail.
cases-empty-reader = Les tickets que vous pouvez consulter apparaîtront ici.
cases-empty-followed = Tickets de collègues que vous suivez
cases-empty-page-title = C’était tout
cases-empty-page = Il n’y a rien après cette page.

column-number = Numéro
column-title = Titre
column-company = Société
column-city = Ville
column-address = Adresse
column-product = Produit
column-status = Statut
column-type = Type
column-impact = Impact
column-urgency = Urgence
column-weight = Impact, urgence
column-priority = Priorité
column-reporter = Ouvert par
column-engineer = Ingénieur
column-opened = Ouvert le
column-updated = Mis à jour
column-planned = Prévu le
column-closes = Clôture
column-due = Échéance
column-reference = Votre référence
column-outage = Panne
column-escalated = Escaladé à la R&D
column-workaround = Contournement fourni

status-open = Ouvert
status-in-progress = En traitement
status-waiting-for-customer = En attente du client
status-waiting-for-you = En attente de votre réponse
status-planned = Planifié
status-solution-proposed = Solution proposée
status-closed = Clôturé

case-type-incident = Incident
case-type-incident-hint = Quelque chose ne fonctionne plus.
case-type-request = Demande
case-type-request-hint = Vous souhaitez une modification, un ajout ou une fourniture.
case-type-question = Question
case-type-question-hint = Vous souhaitez un renseignement.
case-type-feature-request = Demande de fonctionnalité
case-type-feature-request-hint = Vous souhaitez que le produit fasse ce qu’il ne sait pas encore faire.
case-type-admin = Demande administrative
case-type-admin-hint = Vos coordonnées, vos contacts, votre compte ou votre contrat doivent être modifiés.

impact-person = Une personne
impact-department = Un service
impact-everybody = Tout le monde

urgency-low = Faible
urgency-low-hint = Le travail continue ; cela peut attendre.
urgency-medium = Moyenne
urgency-medium-hint = Le travail continue, mais avec difficulté.
urgency-high = Haute
urgency-high-hint = Le travail est à l’arrêt.

closure-approved = la solution a été approuvée
closure-no-answer = la solution est restée sans réponse dans le délai
closure-by-customer = clôturé par le client
closure-by-engineer = clôturé par un ingénieur

delivery-queued = En file d’attente
delivery-sent = Envoyé
delivery-bounced = Non remis
delivery-complained = Signalé comme indésirable
delivery-suppressed = Non envoyé : aucune adresse valide
delivery-held-for-digest = En attente de l’e-mail quotidien
delivery-held-for-quiet-hours = En attente de la fin des heures de silence
delivery-not-chosen = Non envoyé : le destinataire ne reçoit pas d’e-mails à ce sujet
delivery-unsubscribed = Non envoyé : les e-mails sur ce ticket sont désactivés
delivery-not-sent = Non envoyé

role-reporter = demandeur
role-observer = observateur
role-engineer = ingénieur

# Le formulaire.

new-title = Nouveau ticket
new-lead = Plus la description est précise, plus vite nous pouvons vous aider.
new-no-products-title = Aucun produit sous contrat
new-no-products = Un ticket porte sur un produit couvert par un contrat d’assistance en cours, et votre entreprise n’en a aucun actuellement. Appelez votre contact au service d’assistance ou écrivez-lui pour le renouveler.
new-choose-product = Choisissez un produit
new-type-legend = De quoi s’agit-il ?
new-impact-legend = Qui est concerné ?
new-urgency-legend = Quel est le degré d’urgence ?
new-title-hint = En une ligne : que se passe-t-il, et où ?
new-reference-hint = Le numéro que porte ce sujet chez vous. Il figure sur chaque page et dans chaque e-mail.
new-description-hint = Que s’est-il passé, depuis quand, qu’attendiez-vous et qu’avez-vous déjà essayé ? Recopiez les messages d’erreur mot pour mot.
new-observers-hint = Adresses e-mail de collègues ayant accès à ce portail, une par ligne. Ils reçoivent les mêmes e-mails que vous.
new-observers-outside = Vous pourrez inviter une personne extérieure sur la page du ticket, une fois celui-ci ouvert.
new-submit = Ouvrir le ticket

# Joindre des fichiers.

attach-choose = Ajouter des fichiers
attach-hint = Captures d’écran, photos et journaux. Les gros fichiers sont envoyés par parties et reprennent là où ils en étaient après une interruption.
attach-limit = Un fichier peut faire jusqu’à { $max }.
attach-no-script = Pour joindre des fichiers, activez JavaScript dans votre navigateur. Le texte peut être envoyé sans.
attach-kept = Fichier déjà joint
attach-gone = { $count ->
    [one] Un fichier joint n’est plus conservé. Joignez-le de nouveau.
   *[other] { $count } fichiers joints ne sont plus conservés. Joignez-les de nouveau.
}
attach-checking = Préparation
attach-sending = Envoi
attach-paused = Pas de connexion ; l’envoi reprendra de lui-même
attach-done = Joint
attach-failed = Non joint
attach-cancel = Annuler
attach-remove = Retirer
attach-retry = Réessayer
attach-wait = Le formulaire pourra être envoyé dès que tous les fichiers seront arrivés.
attach-too-many = Un message ne peut pas comporter plus de { $max } fichiers.
attach-resumed = Reprend là où l’envoi s’était arrêté
uploads-used-up = En une journée, vous pouvez envoyer jusqu’à { $size }, en { $files } fichiers au plus. Ce fichier dépasserait cette limite : envoyez-le après le { $at }.

# La page d’un ticket.

case-back = Tous les tickets
case-back-desk = File de travail
copy-number = Copier le numéro
copied = Copié
case-facts = Informations
case-to-facts = Plus de détails, parmi les informations
case-opened = Ouvert
case-updated = Dernière mise à jour
case-closed = Clôturé
case-company = Société
case-location = Lieu
case-engineer = Ingénieur
case-reporter = Signalé par
case-observers = Observateurs
case-planned = Prévu le
case-closes = Clôture automatique
case-nobody-yet = Personne pour l’instant
case-stranded = Vous aviez écrit :
case-leftover-title = Brouillon : { $what }
case-leftover = Dans l’état actuel du ticket, ceci ne peut pas être envoyé. Copiez ce dont vous avez encore besoin. Le brouillon est gardé jusqu’au { $day }, sauf si vous le supprimez.
case-reference-theirs = Référence du client
case-transcript = Télécharger l’historique
case-transcript-hint = Un fichier contenant tout l’historique, dont chacun peut vérifier qu’il est complet.
case-actions = Actions
case-sections = Parties de ce ticket
tab-thread = Échanges
tab-journal = Journal
tab-mails = E-mails
case-parts = Parties de l’historique
case-part-newest = Ce ticket est long : voici ses entrées les plus récentes.
case-part-earlier = Vous lisez des entrées antérieures de ce ticket.
case-earlier = Entrées antérieures
case-newest = Entrées les plus récentes
case-part-empty = Rien de tel parmi ces entrées.
journal-empty-title = Aucune note pour l’instant
journal-empty = Les notes des ingénieurs sur le traitement de ce ticket apparaissent ici.
mails-empty-title = Aucun e-mail pour l’instant
mails-empty = Chaque e-mail relatif à ce ticket apparaît ici avec son état d’envoi, ainsi que ce que le client ajoute au ticket.
mail-to = À
internal-note = Interne
internal-note-hint = visible des ingénieurs uniquement
journal-note = Visible par le client
the-portal = Le portail
attachments-of = Pièces jointes
file-preview = Aperçu
file-preview-pdf = Aperçu dans un nouvel onglet
file-details = Détails
file-type = Type, d’après son contenu
file-type-unknown = Inconnu
file-sha256-parts = SHA-256 des empreintes SHA-256 de ses parties de 16 Mio
verdict-pending = En cours de vérification. Il pourra être téléchargé dans un instant : rechargez la page.
verdict-clean = Vérifié : rien de nuisible n’a été trouvé.
verdict-malicious = Indisponible : ce fichier s’est révélé nuisible. Personne ne peut le télécharger.
verdict-unscannable = Indisponible : ce fichier n’a pas pu être vérifié. Une archive protégée par un mot de passe ne peut pas l’être ; envoyez son contenu sans mot de passe.
archive-title = Tous les fichiers du ticket { $number }
archive-back = Ticket { $number }
archive-all = Tous les fichiers dans une archive
archive-contents = { $files ->
    [one] Un fichier, { $size }.
   *[other] { $files } fichiers, { $size } en tout.
}
archive-empty = Il n’y a aucun fichier à télécharger.
archive-pending = { $files ->
    [one] Un fichier est encore en cours de vérification et n’y figure pas.
   *[other] { $files } fichiers sont encore en cours de vérification et n’y figurent pas.
}
archive-withheld = { $files ->
    [one] Un fichier est indisponible et n’y figure pas.
   *[other] { $files } fichiers sont indisponibles et n’y figurent pas.
}
archive-too-large = C’est trop pour une archive, qui contient au plus { $files } fichiers et { $size }. Téléchargez les fichiers un par un.
archive-ask = Constituer l’archive
archive-building = L’archive est en cours de constitution. Cela prend quelques secondes, ou quelques minutes pour de gros fichiers.
archive-looks = Cette page vérifie d’elle-même toutes les { $seconds } secondes.
archive-still = Ne vérifier qu’à ma demande
archive-again = Voir si elle est prête
archive-download = Télécharger l’archive

event-opened = a ouvert le ticket
event-replied = a répondu
event-asked = a posé une question
event-told = a écrit
event-noted = a ajouté une note
event-taken = a pris en charge le ticket
event-taken-over = a repris le ticket à { $name }
event-assigned = a confié le ticket à { $name }
event-handed-back = a remis le ticket dans la file de travail
event-planned = a planifié l’intervention pour le { $day }
event-resumed-question = a retiré la question et repris le traitement du ticket
event-resumed-plan = a annulé l’intervention prévue le { $day } et repris le traitement du ticket
event-resumed-solution = a retiré la solution et repris le traitement du ticket
event-solution-proposed = a proposé une solution
event-solution-refused = a refusé la solution
event-kept-open = a demandé de garder le ticket ouvert
event-reminded = a rappelé la solution proposée
event-closed = a clôturé le ticket
event-closed-approved = a approuvé la solution et clôturé le ticket
event-closed-no-answer = a clôturé le ticket, la solution étant restée sans réponse dans le délai
event-reopened = a rouvert le ticket
event-observer-added = a ajouté { $name } comme observateur
event-observer-joined = suit désormais le ticket
event-observer-removed = a retiré { $name } des observateurs
event-observer-left = ne suit plus le ticket

solution-title = Le problème est-il résolu ?
solution-lead = { $engineer } a proposé une solution. Dites-nous si elle convient.
solution-lead-somebody = Nous avons proposé une solution. Dites-nous si elle convient.
solution-closes = Sans réponse de votre part, ce ticket sera clôturé automatiquement le { $moment }.
solution-waits = Le client peut répondre jusqu’au { $moment } ; le ticket sera ensuite clôturé automatiquement.
solution-approve = Oui, clôturer le ticket
solution-refuse = Non, pas encore
solution-refuse-reason = Qu’est-ce qui ne va pas encore ?
solution-refuse-send = Envoyer et poursuivre le ticket
solution-keep-open = J’ai besoin de plus de temps
solution-keep-open-hint = « J’ai besoin de plus de temps » garde le ticket ouvert : il ne sera plus clôturé automatiquement.

reply-title = Compléter ce ticket
reply-title-closed = Compléter ce ticket clôturé
reply-hint-closed = Le ticket est clôturé. Si quelque chose ne va toujours pas, écrivez-le ici : un ingénieur vous lira et pourra rouvrir le ticket.
reply-send = Envoyer
close-case = Clôturer le ticket
close-lead = La clôture met fin au traitement de ce ticket. Vous pourrez encore le compléter par la suite.
close-reason = Motif
close-confirm = Clôturer ce ticket
observe-add = Ajouter un observateur
observe-email = Adresse e-mail d’un collègue
observe-email-desk = Adresse e-mail d’une personne de la société
observe-hint = Un observateur reçoit les mêmes e-mails que le demandeur.
observe-confirm = Ajouter
unobserve = Retirer un observateur
unobserve-one = Retirer { $name }
unobserve-me = Ne plus suivre
unobserve-me-ask = Ne plus suivre…
unobserve-me-lead = Vous ne voyez ce ticket que parce que vous le suivez. Si vous arrêtez, vous ne le verrez plus, et seul un collègue ou un ingénieur pourra vous ajouter de nouveau.
read-only = Vous pouvez consulter ce ticket. Pour le compléter, il faut un accès en écriture.

# Dit une seule fois, après une action.

done-opened = Votre ticket est ouvert. Une confirmation vous est envoyée par e-mail, et nous vous préviendrons dès qu’il y aura du nouveau.
done-replied = Votre complément a été envoyé. Il est enregistré dans le ticket, et les autres personnes qui le suivent sont prévenues par e-mail.
done-approved = Merci. La solution est approuvée et le ticket clôturé.
done-refused = Votre réponse a été envoyée. Nous poursuivons le traitement du ticket.
done-kept-open = Le ticket reste ouvert.
done-closed = Le ticket est clôturé.
done-observed = L’observateur a été ajouté.
done-unobserved = Cette personne ne suit plus ce ticket et ne reçoit plus aucun e-mail à son sujet.
done-followed = Vous suivez désormais ce ticket et recevez des e-mails à son sujet.
done-left = Vous ne suivez plus le ticket et ne recevez plus aucun e-mail à son sujet.
done-taken = Le ticket vous est attribué.
done-assigned = Le ticket est confié à votre collègue, qui en est informé par e-mail.
done-handed-back = Le ticket est de nouveau dans la file de travail et n’est attribué à personne.
done-messaged = Votre message a été envoyé.
done-noted = La note est enregistrée.
done-planned = La date est planifiée.
done-resumed = Le traitement du ticket est repris, et le client est informé de ce qui ne vaut plus.
done-proposed = La solution a été proposée au client.
done-reopened = Le ticket est de nouveau ouvert.
done-signed-out = Vous êtes déconnecté.
