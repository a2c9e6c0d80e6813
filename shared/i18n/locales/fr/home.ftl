# La page sur laquelle un contact commence.

nav-home = Accueil
home-title = Bonjour { $name }
home-you = Vous
home-access = Accès
home-access-read-write = Ouvrir et modifier des tickets
home-access-read-only = Suivre des tickets
home-access-basic = Pas de tickets
home-access-own = Les vôtres et ceux que vous suivez
home-access-company = Tous ceux de votre entreprise
home-access-partner = Tous ceux de votre entreprise et de celles qu’elle sert
home-edit = Modifier mes coordonnées
home-incomplete = Il manque encore dans vos coordonnées :
home-complete = Compléter vos coordonnées
home-contract = Contrat d’assistance
home-no-contract = Il n’y a pas de contrat d’assistance. Adressez-vous à votre service d’assistance.
home-none-runs = Aucun contrat d’assistance n’est en cours : vous voyez le passé et ne pouvez rien modifier. Demandez à votre service d’assistance de le renouveler.
home-days-left = { $n ->
    [one] encore { $n } jour
   *[other] encore { $n } jours
}
home-until = jusqu’au { $day }
home-ended = Terminé le { $day }
home-begins = Commence le { $day }
home-products = Produits
home-product-cases = Tickets en cours
home-no-products = Aucun produit n’est couvert pour le moment.
home-cases = Tickets en cours
home-no-cases = Aucun ticket en cours.
home-all-cases = Tous les tickets en cours
home-hardware = Matériel
home-licences = Licences
home-serial = Numéro de série
