# Les e-mails qui annoncent ce qui s’est passé sur un ticket.
#
# $role est le lecteur : reporter (a ouvert le ticket), observer (le suit), engineer (le traite).
# `notice-…` dit ce qui s’est passé, `notice-…-ask` ce qui est demandé à un lecteur qui peut agir.
# $author est la personne qui l’a fait.

notice-opened = { $role ->
    [reporter] Nous avons bien reçu votre ticket { $number }.
    [engineer] { $author } ({ $company }) a ouvert le ticket { $number }.
   *[observer] { $author } a ouvert le ticket { $number } et vous a ajouté comme observateur.
}
notice-opened-ask = { $role ->
    [reporter] Vous n’avez rien à faire pour l’instant. Un ingénieur va prendre en charge votre ticket, et nous vous écrirons dès qu’il y aura du nouveau.
    [engineer] Merci de prendre en charge ce ticket.
   *[observer] Vous n’avez rien à faire. Nous vous écrirons dès qu’il y aura du nouveau.
}

notice-replied = { $role ->
    [reporter] { $author } a complété votre ticket { $number }.
    [engineer] { $author } ({ $company }) a complété le ticket { $number }.
   *[observer] { $author } a complété le ticket { $number }.
}
notice-replied-ask = { $role ->
    [engineer] Merci d’en prendre connaissance et d’y donner suite.
   *[other] Cet e-mail vous est adressé pour information ; vous n’avez rien à faire.
}

notice-asked = { $role ->
    [reporter] { $author } a une question sur votre ticket { $number }.
    [engineer] { $author } a posé une question au client sur le ticket { $number }.
   *[observer] { $author } a une question sur le ticket { $number }.
}
notice-asked-ask = { $role ->
    [reporter] Merci d’y répondre sur le portail, afin que nous puissions poursuivre le traitement de votre ticket.
    [engineer] Cet e-mail vous est adressé pour information ; vous n’avez rien à faire.
   *[observer] Nous avons également posé la question à { $reporter }. Si vous connaissez la réponse, merci de la donner sur le portail ; une seule suffit.
}

notice-told = { $role ->
    [reporter] { $author } vous a écrit au sujet de votre ticket { $number }.
    [engineer] { $author } a écrit au client au sujet du ticket { $number }.
   *[observer] { $author } a écrit au sujet du ticket { $number }.
}
notice-told-ask = { $role ->
    [engineer] Cet e-mail vous est adressé pour information ; vous n’avez rien à faire.
   *[other] Aucune réponse n’est nécessaire. Si vous souhaitez ajouter quelque chose, vous pouvez le faire sur le portail.
}

notice-noted = { $role ->
    [reporter] { $author } a ajouté une note au journal de votre ticket { $number }.
   *[other] { $author } a ajouté une note au journal du ticket { $number }.
}

notice-taken = { $role ->
    [reporter] { $author } a pris en charge votre ticket { $number }.
   *[other] { $author } a pris en charge le ticket { $number }.
}
notice-taken-ask = { $role ->
    [engineer] Cet e-mail vous est adressé pour information ; vous n’avez rien à faire.
   *[other] Vous n’avez rien à faire pour l’instant. Nous vous écrirons dès qu’il y aura du nouveau.
}

notice-taken-over = { $author } a repris le ticket { $number }, qui vous était attribué.
notice-assigned = { $role ->
    [reporter] Votre ticket { $number } est désormais confié à { $engineer }.
   *[other] Le ticket { $number } est désormais confié à { $engineer }.
}
notice-given-you = { $author } vous a confié le ticket { $number }.
notice-given-you-ask = Merci de poursuivre le traitement du ticket.
notice-given-away = { $author } a confié le ticket { $number }, qui vous était attribué, à { $engineer }.
notice-handed-back = { $author } a remis le ticket { $number } dans la file de travail.

notice-planned = { $role ->
    [reporter] L’intervention pour votre ticket { $number } est prévue le { $day }.
   *[other] L’intervention pour le ticket { $number } est prévue le { $day }.
}
notice-planned-ask = { $role ->
    [engineer] Merci d’y réserver du temps ce jour-là.
   *[other] Si cette date ne vous convient pas, merci de nous le dire sur le portail.
}

notice-resumed-question = { $role ->
    [reporter] { $author } a retiré la question posée sur votre ticket { $number }.
   *[other] { $author } a retiré la question posée sur le ticket { $number }.
}
notice-resumed-question-ask = { $role ->
    [engineer] Cet e-mail vous est adressé pour information ; vous n’avez rien à faire.
   *[other] Vous n’avez plus à y répondre. Nous poursuivons le traitement du ticket et vous écrirons dès qu’il y aura du nouveau.
}
notice-resumed-plan = { $role ->
    [reporter] L’intervention pour votre ticket { $number } n’est plus prévue le { $day }.
   *[other] L’intervention pour le ticket { $number } n’est plus prévue le { $day }.
}
notice-resumed-plan-ask = { $role ->
    [engineer] Il n’est plus nécessaire d’y réserver du temps ce jour-là.
   *[other] Vous n’avez plus à garder ce jour libre. Nous vous écrirons dès qu’une autre date sera fixée ou qu’il y aura du nouveau.
}
notice-resumed-solution = { $role ->
    [reporter] { $author } a retiré la solution proposée pour votre ticket { $number }.
   *[other] { $author } a retiré la solution proposée pour le ticket { $number }.
}
notice-resumed-solution-ask = { $role ->
    [engineer] Cet e-mail vous est adressé pour information ; vous n’avez rien à faire.
   *[other] Vous n’avez plus à l’essayer ni à répondre, et le ticket ne sera plus clôturé automatiquement. Nous vous écrirons dès qu’il y aura du nouveau.
}

notice-proposed = { $role ->
    [reporter] { $author } a proposé une solution pour votre ticket { $number }.
   *[other] { $author } a proposé une solution pour le ticket { $number }.
}
notice-reminded = { $role ->
    [reporter] La solution proposée pour votre ticket { $number } attend encore votre réponse.
    [engineer] La solution proposée pour le ticket { $number } attend encore la réponse du client.
   *[observer] La solution proposée pour le ticket { $number } attend encore une réponse.
}
notice-proposed-ask = { $role ->
    [reporter] Merci de l’essayer et de nous dire sur le portail si elle convient. S’il vous faut plus de temps, vous pouvez y garder le ticket ouvert.
    [engineer] Il a été demandé au client de l’approuver ou de la refuser ; vous n’avez rien à faire.
   *[observer] Nous avons également posé la question à { $reporter }. Si vous pouvez dire si elle convient, merci de le faire sur le portail ; une seule réponse suffit.
}
notice-closes = Sans réponse, le ticket sera clôturé automatiquement le { $closes }.

notice-refused = { $role ->
    [reporter] { $author } a refusé la solution proposée pour votre ticket { $number }.
    [engineer] { $author } ({ $company }) a refusé la solution proposée pour le ticket { $number }.
   *[observer] { $author } a refusé la solution proposée pour le ticket { $number }.
}
notice-refused-ask = { $role ->
    [engineer] Merci de lire le motif et de chercher une autre solution.
   *[other] Vous n’avez rien à faire pour l’instant. Nous cherchons une autre solution et vous écrirons dès qu’il y aura du nouveau.
}

notice-kept-open = { $role ->
    [reporter] { $author } a demandé de garder votre ticket { $number } ouvert. Il ne sera plus clôturé automatiquement.
    [engineer] { $author } ({ $company }) a demandé de garder le ticket { $number } ouvert. Il ne sera plus clôturé automatiquement.
   *[observer] { $author } a demandé de garder le ticket { $number } ouvert. Il ne sera plus clôturé automatiquement.
}
notice-kept-open-ask = { $role ->
    [engineer] Merci de voir ce qu’il reste à faire.
   *[other] Vous n’avez rien à faire pour l’instant. Si quelque chose ne va toujours pas, merci de nous le dire sur le portail.
}

notice-approved = { $role ->
    [reporter] { $author } a approuvé la solution : votre ticket { $number } est clôturé.
    [engineer] { $author } ({ $company }) a approuvé la solution : le ticket { $number } est clôturé.
   *[observer] { $author } a approuvé la solution : le ticket { $number } est clôturé.
}
notice-approved-ask = { $role ->
    [engineer] Il n’y a plus rien à faire. Merci pour votre bon travail.
   *[other] Vous n’avez plus rien à faire. Si le problème réapparaît, merci de compléter le ticket sur le portail.
}
notice-no-answer = { $role ->
    [reporter] Votre ticket { $number } est clôturé, la solution proposée étant restée sans réponse dans le délai.
   *[other] Le ticket { $number } est clôturé, la solution proposée étant restée sans réponse dans le délai.
}
notice-closed = { $role ->
    [reporter] { $author } a clôturé votre ticket { $number }.
   *[other] { $author } a clôturé le ticket { $number }.
}
notice-closed-ask = { $role ->
    [engineer] Cet e-mail vous est adressé pour information ; vous n’avez rien à faire.
   *[other] Si quelque chose ne va toujours pas, merci de compléter le ticket sur le portail : un ingénieur vous lira et pourra le rouvrir.
}

notice-reopened = { $role ->
    [reporter] { $author } a rouvert votre ticket { $number }.
   *[other] { $author } a rouvert le ticket { $number }.
}
notice-reopened-ask = { $role ->
    [engineer] Merci de poursuivre le traitement du ticket.
   *[other] Vous n’avez rien à faire pour l’instant. Nous en reprenons le traitement et vous écrirons dès qu’il y aura du nouveau.
}

notice-added-you = { $author } vous a ajouté comme observateur du ticket { $number }.
notice-added = { $author } a ajouté { $observer } comme observateur du ticket { $number }.
notice-added-ask = { $role ->
    [observer] Vous pouvez suivre le ticket sur le portail, et nous vous écrirons à chaque étape.
   *[other] Cet e-mail vous est adressé pour information ; vous n’avez rien à faire.
}

notice-nothing = Cet e-mail vous est adressé pour information ; vous n’avez rien à faire.
notice-own = Nous avons bien reçu votre mise à jour du ticket { $number }.
notice-own-ask = Cet e-mail est la confirmation que vous avez demandée ; vous n’avez rien à faire.
notice-more = Le message est abrégé ici. Lisez la suite sur le portail.
notice-files = { $n ->
    [one] Pièce jointe : { $names }
   *[other] Pièces jointes : { $names }
}

notice-button-view = Voir le ticket
notice-button-answer = Répondre sur le portail
notice-button-decide = Répondre à la proposition

notice-why = { $role ->
    [reporter] { $brand } vous a envoyé cet e-mail parce que vous avez ouvert ce ticket.
    [engineer] { $brand } vous a envoyé cet e-mail parce que vous traitez ce ticket.
   *[observer] { $brand } vous a envoyé cet e-mail parce que vous suivez ce ticket.
}
notice-why-former = { $brand } vous a envoyé cet e-mail parce que ce ticket vous était attribué.
notice-answer = Merci de répondre sur le portail ; les réponses à cet e-mail ne sont pas lues.
