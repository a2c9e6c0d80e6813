# Toutes les pages : cadre, pagination, champs de formulaire, problèmes.

skip-to-content = Aller au contenu
nav-main = Menu principal
nav-cases = Tickets
nav-new-case = Nouveau ticket
nav-desk = File de travail
nav-companies = Sociétés
sign-in = Se connecter
sign-out = Se déconnecter
support-portal = Portail d’assistance
choose-language = Langue
times-zone = Les heures sont celles du fuseau { $zone }.

error-prefix = Erreur :
problem-summary = Un point est à corriger
more-pages = Autres pages
next-page = Page suivante
first-page = Retour à la première page
optional = facultatif
cancel = Annuler

field-entry = { $field } (n° { $n })
field-email = Adresse e-mail
field-password = Mot de passe
field-product = Produit
field-case_type = Type
field-impact = Impact
field-urgency = Urgence
field-title = Titre
field-reference = Votre référence interne
field-description = Description
field-observers = Collègues en copie
field-attachments = Pièces jointes
field-text = Message
field-reason = Motif
field-on = Date
field-kind = Nature du message
field-audience = Lecteurs de la note
field-decision = Décision
field-language = Langue
field-name = Nom
field-size = Taille
field-media_type = Type de fichier
field-username = Nom d’utilisateur
field-contact_id = Contact ID
field-zone = Fuseau horaire
field-rules = Règles
field-answer = Caractères de l’image
field-challenge = Image
field-link = Lien
field-first_name = Prénom
field-last_name = Nom de famille
field-country = Pays
field-job_title = Fonction
field-phone = Téléphone
field-address = Rue et numéro
field-postcode = Code postal
field-city = Ville
field-pin = Code PIN
field-contact = Adresse e-mail ou identifiant de contact
field-id = ID
field-company_kind = Connue comme
field-prime_contact = Contact principal
field-company = Société
field-level = Niveau d’accès
field-case_scope = Voit
field-active = Actif
field-coverage = Couverture
field-products = Produits
field-starts = Premier jour
field-ends = Dernier jour
field-serial = Numéro de série
field-model = Modèle
field-site = Site
field-quantity = Quantité
field-key_ending = Fin de la clé
field-customer = Société servie
field-sheet = Données
field-csv = CSV
field-revision = Révision
field-wants = Niveau
field-sold_to = Entreprise Sold-To
field-end_user = Entreprise End-User

size-bytes = { $n ->
    [one] { $n } octet
   *[other] { $n } octets
}
size-kilo = { $n } ko
size-mega = { $n } Mo
size-giga = { $n } Go

problem-400-title = Nous n’avons pas pu lire cette demande
problem-400-advice = La demande était incomplète ou altérée. Revenez en arrière, rechargez la page et réessayez.
problem-401-title = Veuillez vous connecter
problem-401-advice = Vous devez être connecté pour voir cette page.
problem-403-title = Vous n’y êtes pas autorisé
problem-403-advice = Votre accès ne comprend pas cette action. Si vous en avez besoin, adressez-vous à la personne qui gère le contrat d’assistance dans votre entreprise.
problem-404-title = Il n’y a rien à cette adresse
problem-404-advice = L’adresse contient peut-être une faute de frappe, ou la page n’est pas destinée à votre compte. Vérifiez le numéro ou retrouvez le ticket dans votre liste.
problem-405-title = Cette action n’est pas possible ici
problem-405-advice = Cette adresse existe, mais pas pour ce type de demande. Repartez du menu.
problem-409-title = Quelqu’un vous a devancé
problem-409-advice = Le ticket a changé pendant que vous l’aviez ouvert ; rien n’a donc été fait. Rouvrez-le pour voir ce qui est nouveau.
problem-413-title = C’est trop volumineux
problem-413-advice = L’envoi dépasse les 512 Kio qu’une demande peut contenir. Joignez les textes longs et les journaux sous forme de fichiers.
problem-415-title = Nous ne pouvons pas lire ce format
problem-415-advice = Envoyez un formulaire (application/x-www-form-urlencoded) ou du JSON (application/json), et indiquez lequel dans l’en-tête Content-Type.
problem-422-title = Un point est à corriger
problem-422-advice = Revenez en arrière et vérifiez votre saisie.
problem-429-title = Merci de patienter un instant
problem-429-advice = Il y a eu trop de tentatives en peu de temps. Patientez quelques minutes, puis réessayez.
problem-500-title = Un incident s’est produit de notre côté
problem-500-advice = Vous n’y êtes pour rien, et rien de ce que vous avez envoyé n’a été traité à moitié. Réessayez dans quelques minutes. Si le problème persiste, appelez-nous ou écrivez-nous en indiquant le numéro ci-dessous.
problem-quote = Numéro à indiquer :
problem-home = Aller à la page d’accueil

# Échecs avec leur propre texte : pages et programmes…
failure-cursor-title = La liste ne peut pas continuer à cet endroit
failure-cursor-advice = L’adresse de cette page est altérée ou appartient à une autre liste. Recommencez à la première page.
failure-foreign-title = Cette demande ne vient pas du portail
failure-foreign-advice = Un autre site semble l’avoir envoyée à votre place ; rien n’a donc été fait. Si c’était voulu, ouvrez le portail et faites-le là.
failure-key-reused-title = Cette clé a déjà servi
failure-key-reused-advice = La clé d’idempotence appartient à une autre demande, déjà exécutée ; rien n’a donc été fait. Renvoyez celle-ci avec une nouvelle clé.
failure-outdated-title = Quelqu’un a été plus rapide
failure-outdated-advice = Cela a changé après que vous l’avez lu : rien n’a donc été fait. Relisez, puis modifiez.
failure-stale-title = Cette page a expiré
failure-stale-advice = Elle a été ouverte il y a trop longtemps ; rien n’a donc été fait. Rechargez-la et renvoyez votre saisie.

# …et programmes seulement.
failure-flaws-advice = Corrigez les champs indiqués sous « errors » et renvoyez la demande.
failure-link-gone-title = Ce lien n’est plus valable
failure-link-gone-advice = Le lien a déjà servi, ou il est trop ancien. Faites-en envoyer un autre.
failure-not-found-advice = Il n’y a rien à cette adresse, ou votre compte ne peut pas le voir. Vérifiez les numéros et identifiants qu’elle contient.
failure-not-json-advice = Le contenu n’est pas un objet JSON unique et complet. Vérifiez sa syntaxe et renvoyez-le.
field-confirm = Identifiant du contact
