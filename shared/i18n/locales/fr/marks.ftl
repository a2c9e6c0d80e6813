# Ce dont un ingénieur marque un ticket : escalade, contournement, panne, priorité, catégorie, version et build.

field-priority = Priorité
field-category = Catégorie
field-build = Build
field-step = Étape

priority-critical = Critique
priority-high = Haute
priority-medium = Moyenne
priority-low = Basse
priority-by-hand = fixée par un ingénieur

mark-escalated = Escaladé à la R&D
mark-workaround = Contournement fourni
mark-outage = Panne
mark-since = depuis le { $moment }

event-escalated = a escaladé le ticket au service de développement
event-escalation-ended = a mis fin à l’escalade au service de développement
event-workaround-provided = a fourni une solution de contournement
event-outage-declared = a signalé le ticket comme une panne
event-outage-ended = a signalé la fin de la panne
event-classified = a fixé l’impact à « { $impact } » et l’urgence à « { $urgency } », soit une priorité « { $priority } »
event-prioritized = a fixé la priorité à « { $priority } »
event-detailed = a classé le ticket sous : { $details }
event-detailed-nothing = a retiré la catégorie, la version et le build

desk-escalate = Escalader à la R&D
desk-escalate-hint = Le client le lit aussi : ce qui est examiné, et la suite prévue.
desk-escalate-send = Escalader
desk-escalation-end = Mettre fin à l’escalade
desk-escalation-end-hint = Le client le lit aussi : ce qu’elle a donné.
desk-workaround = Fournir un contournement
desk-workaround-hint = Comment le client peut continuer en attendant une solution. Le statut ne change pas.
desk-workaround-send = Envoyer le contournement
desk-outage = Signaler comme une panne
desk-outage-end = La panne est terminée
desk-classify = Modifier l’impact et l’urgence
desk-classify-hint = La priorité en découle.
desk-classify-confirm = Enregistrer
desk-prioritize = Fixer une autre priorité
desk-prioritize-hint = Elle reste jusqu’à ce que l’impact et l’urgence soient fixés de nouveau. Le client lit le motif.
desk-prioritize-confirm = Fixer la priorité
desk-detail = Catégorie, version et build
desk-detail-confirm = Enregistrer

done-escalated = Le ticket est escaladé, et le client en est informé.
done-escalation-ended = L’escalade est terminée, et le client en est informé.
done-worked-around = Le contournement a été envoyé au client.
done-outage-declared = Le ticket est signalé comme une panne.
done-outage-ended = La panne est signalée comme terminée.
done-prioritized = La priorité est fixée.

refused-already-escalated = Ce ticket est déjà escaladé.
refused-not-escalated = Ce ticket n’est plus escaladé.
refused-already-outage = Ce ticket est déjà signalé comme une panne.
refused-no-outage = Ce ticket n’est plus signalé comme une panne.
refused-unchanged = C’est déjà le cas : rien ne changerait.

notice-escalated = { $role ->
    [reporter] { $author } a escaladé votre ticket { $number } à notre service de développement.
   *[other] { $author } a escaladé le ticket { $number } au service de développement.
}
notice-escalation-ended = { $role ->
    [reporter] L’escalade de votre ticket { $number } à notre service de développement est terminée.
   *[other] L’escalade du ticket { $number } au service de développement est terminée.
}
notice-workaround = { $role ->
    [reporter] { $author } a fourni une solution de contournement pour votre ticket { $number }.
   *[other] { $author } a fourni une solution de contournement pour le ticket { $number }.
}
notice-workaround-ask = { $role ->
    [engineer] Cet e-mail vous est adressé pour information ; vous n’avez rien à faire.
   *[other] Elle vous permet de continuer en attendant une solution. Si elle ne vous aide pas, merci de nous le dire sur le portail.
}
notice-outage = { $role ->
    [reporter] Votre ticket { $number } est signalé comme une panne.
   *[other] Le ticket { $number } est signalé comme une panne.
}
notice-outage-ended = { $role ->
    [reporter] La panne de votre ticket { $number } est terminée.
   *[other] La panne du ticket { $number } est terminée.
}
notice-classified = { $role ->
    [reporter] Votre ticket { $number } a désormais l’impact « { $impact } » et l’urgence « { $urgency } », soit une priorité « { $priority } ».
   *[other] Le ticket { $number } a désormais l’impact « { $impact } » et l’urgence « { $urgency } », soit une priorité « { $priority } ».
}
notice-prioritized = { $role ->
    [reporter] Votre ticket { $number } a désormais la priorité « { $priority } ».
   *[other] Le ticket { $number } a désormais la priorité « { $priority } ».
}

priorities-title = Priorités
priorities-lead = Un ticket reçoit sa priorité d’après son impact et son urgence. Une modification vaut pour les tickets ouverts ensuite, et pour ceux dont l’impact et l’urgence sont fixés de nouveau ; tous les autres gardent leur priorité.
priorities-caption = La priorité pour chaque impact et chaque urgence
priorities-cell = Priorité pour l’impact « { $impact } » et l’urgence « { $urgency } »
priorities-save = Enregistrer les priorités
priorities-overtaken-title = Quelqu’un d’autre a enregistré les priorités entre-temps
priorities-overtaken = Rien n’est encore enregistré. Voici votre choix ; ce qui a changé depuis se trouve sous « Modifications ». Enregistrez de nouveau pour le mettre à la place.
audit-matrix-changed = a modifié les priorités

field-listed = Motif de la liste
field-reasons = Motifs

reasons-title = Motifs
reasons-lead = Ce que les ingénieurs choisissent quand ils clôturent ou rouvrent un ticket, en plus de ce qu’ils écrivent. Le client le lit dans sa langue. Un ticket garde le motif de sa clôture, quoi que devienne cette liste.
reasons-row = Motif { $n }
reasons-part = Motif { $n } : { $part }
reasons-occasions = Clôture ou réouverture
reasons-closes = Clôturer un ticket
reasons-reopens = Rouvrir un ticket
reasons-empty-hint = Une ligne où rien n’est rempli ne compte pas : videz une ligne pour la supprimer.
reasons-none = Aucun de ceux-ci
reasons-save = Enregistrer les motifs
reasons-overtaken-title = Quelqu’un d’autre a enregistré les motifs entre-temps
reasons-overtaken = Rien n’est encore enregistré. Voici ce que vous avez rempli ; ce qui a changé depuis se trouve sous « Modifications ». Enregistrez de nouveau pour le mettre à la place.
audit-reasons-changed = a modifié les motifs
