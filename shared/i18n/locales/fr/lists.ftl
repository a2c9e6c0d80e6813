# Listes de tickets : filtrées, triées, emportées.

list-number = Numéro de ticket
list-number-go = Ouvrir le ticket
list-filter = Filtrer et trier
list-filter-go = Afficher
list-more = Plus de produits…
list-more-desk = Plus de produits et d’ingénieurs…
list-filter-lead = Tous les produits de vos contrats sont proposés ici, y compris ceux des contrats terminés, ainsi que les ingénieurs de la page d’où vous venez.
list-filter-desk-lead = Tous les produits et tous les ingénieurs sont proposés ici.
list-clear = Effacer les filtres
list-show-open = Tickets en cours
list-show-all = Tous les tickets
list-whose-company = De votre entreprise
list-whose-own = Ouverts par vous
list-whose-followed = Que vous suivez
list-any-status = Tous
list-any-type = Tous
list-any-mark = Avec ou sans
list-any-product = Tous
list-any-engineer = Tous
list-engineer-me = Vous
list-company-hint = Choisissez-en une parmi celles proposées, ou tapez son identifiant. Ses tickets sont triés par date d’ouverture, et les jours choisis sont ceux de l’ouverture.
list-company-hint-id = Tapez l’identifiant de la société, qui figure sur sa page. Ses tickets sont triés par date d’ouverture, et les jours choisis sont ceux de l’ouverture.
list-opened-from = Ouvert à partir du
list-opened-to = Ouvert jusqu’au
list-changed-from = Modifié à partir du
list-changed-to = Modifié jusqu’au
list-flawed-title = Rien n’a été recherché
list-flawed = Corrigez les filtres ou effacez-les.
list-looked-title = Aucun trouvé jusqu’ici
list-looked = Tous les tickets n’ont pas encore été parcourus : il peut y en avoir plus loin.
list-look-further = Chercher plus loin
list-none-title = Aucun ticket ne correspond
list-none = Il y a des tickets, mais aucun ne passe tous les filtres.
list-none-open = Aucun ticket en cours ne passe tous les filtres. Les tickets clôturés n’ont pas été parcourus.
list-show-closed-too = Chercher aussi parmi les tickets clôturés
list-export = Télécharger en feuille de calcul
list-export-hint = CSV, filtré comme ici. Au-delà de { $max } tickets, il vient en plusieurs parties.
sheet-part-title = Feuille, partie { $n }
sheet-part-back = Retour
sheet-part-lead = Une seule feuille ne contient pas tout : elle vient en plusieurs parties. Téléchargez celle-ci, puis passez à la suivante. Chaque partie commence par les noms des colonnes.
sheet-part-empty = Rien n’a été trouvé pour cette partie.
sheet-part-download = Télécharger la partie { $n }
sheet-part-lines = { $n ->
    [one] { $n } ligne
   *[other] { $n } lignes
}
sheet-part-next = Passer à la partie { $n }
sheet-part-last = C’est la dernière partie.
list-filters = { $n ->
    [one] { $n } filtre
   *[other] { $n } filtres
}

list-caption-open = Tickets en cours. { $order }.
list-caption-closed = Tickets clôturés. { $order }.
list-caption-all = Les tickets en cours, puis les tickets clôturés. { $order }.

order-newest = Les plus récents d’abord
order-oldest = Les plus anciens d’abord
order-untouched = Sans changement depuis le plus longtemps d’abord
order-recent = Derniers modifiés d’abord

entry-incident = Déclarer un incident
entry-request = Ouvrir une demande
entry-question = Poser une question
entry-feature-request = Demander une fonctionnalité
entry-admin = Faire modifier vos données
