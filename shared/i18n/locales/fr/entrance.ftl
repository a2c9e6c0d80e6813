# L’entrée : inscription, Contact ID, mots de passe oubliés et premiers mots de passe, liens reçus par e-mail.

sign-in-forgotten = Mot de passe oublié, ou jamais reçu ?
sign-in-new-title = Nouveau ici ?
sign-in-new = Inscrivez-vous avec le Contact ID que nous vous avons donné. Il vous faut un contrat d’assistance en cours.

register = S’inscrire
register-lead = Pour les contacts de clients qui ont un contrat d’assistance en cours. Nous vous envoyons ensuite un lien qui active votre compte.
register-email-hint = L’adresse que nous avons enregistrée pour vous.
register-contact-id-hint = Tel que dans notre lettre ou notre e-mail. Majuscules ou minuscules, peu importe.
register-no-contact-id = Contact ID ? Recevez-le par e-mail
register-username-hint = { $min } à { $max } lettres, chiffres, points, tirets ou tirets bas. Il vous servira à vous connecter, tout comme votre adresse.
register-zone-hint = Par exemple Europe/Paris. Les heures s’affichent dans ce fuseau ; laissez vide pour garder celui que nous avons enregistré.
register-picture = Image de six caractères déformés. Vous pouvez répondre à la question ci-dessous à la place.
register-answer-hint = Tapez les six caractères de l’image. Si vous ne pouvez pas les voir, tapez la somme de { $a } et { $b }, en chiffres.
register-accept = J’accepte les règles de ce portail
register-rules = Lire les règles
register-send = Terminer l’inscription
register-known = Vous avez déjà un compte ?

ask-password-title = Choisir un nouveau mot de passe
ask-password-lead = Que vous l’ayez oublié ou n’en ayez jamais eu : nous vous envoyons un lien pour choisir un mot de passe.
ask-password-send = Envoyez-moi un lien
ask-contact-id-title = Contact ID ?
ask-contact-id-lead = Nous l’envoyons à l’adresse que nous avons enregistrée pour vous.
ask-contact-id-send = Demander l’ID
ask-back = Retour

mailed-title = Regardez dans votre messagerie
mailed-password = Nous envoyons un e-mail à cette adresse. Si c’est celle de l’un de nos contacts, il contient un lien pour choisir un mot de passe dans l’heure.
mailed-contact-id = Nous envoyons un e-mail à cette adresse. Si c’est celle de l’un de nos contacts, il contient son Contact ID.
mailed-registration = Nous envoyons un e-mail à cette adresse. Si l’adresse et le Contact ID vont ensemble, il contient un lien qui active votre compte, valable un jour.
mailed-nothing = Toujours rien après quelques minutes ? Regardez parmi les indésirables, vérifiez l’adresse et réessayez, ou appelez-nous.

new-password-title = Choisir un mot de passe
new-password-lead = Vous serez déconnecté partout ailleurs, et l’utiliserez désormais pour vous connecter.
new-password-first = Bienvenue. Choisissez le mot de passe avec lequel vous vous connecterez.
new-password-send = Enregistrer le mot de passe

activate-title = Activer votre compte
activate-lead = Dernière étape : ceci active votre compte { $name } et vous connecte.
activate-send = Activer et se connecter
activate-taken = Quelqu’un d’autre a pris entre-temps le nom d’utilisateur { $name }. Recommencez l’inscription avec un autre nom.

link-gone-title = Ce lien n’est plus valable
link-gone-lead = Il a déjà servi, ou il est trop ancien. Faites-vous en envoyer un autre.

rules-title = Règles de ce portail
rules-version = Version { $n }
rules-own = Votre compte est à vous seul. Les collègues qui ont besoin d’un accès reçoivent le leur.
rules-secret = Gardez votre mot de passe et votre code PIN pour vous. Dites-nous tout de suite si quelqu’un d’autre pourrait les connaître.
rules-content = N’envoyez que ce qui aide à résoudre un ticket et que vous avez le droit de transmettre. Retirez des journaux et des captures les mots de passe et les données personnelles d’autrui.
rules-confidential = Ce que vous lisez ici sur les produits et les solutions est destiné à l’usage propre de votre entreprise, dans le cadre de son contrat d’assistance.
rules-data = Nous conservons ce que vous écrivez avec le ticket aussi longtemps que le contrat et la loi le demandent. Vous pouvez demander une copie de vos données personnelles, et leur effacement.
rules-end = Quand le contrat de votre entreprise prend fin, vous pouvez encore lire vos tickets, mais plus en ouvrir.
rules-past = Ces règles ne sont plus en vigueur.
rules-now = Lire les règles en vigueur
rules-changed = Les règles de ce portail ont changé. Acceptez-les avant de continuer.
rules-accepted = Vous avez accepté la version { $n } le { $at }.
rules-accept = Accepter et continuer
rules-refuse = Si vous n’acceptez pas les règles, déconnectez-vous. La question vous sera posée à nouveau à votre prochaine connexion.

done-password-set = Votre mot de passe est enregistré. Utilisez-le pour vous connecter.
done-activated = Bienvenue. Votre compte est actif.
