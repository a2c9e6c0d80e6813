# Connexion.

sign-in-lead = Pour les clients disposant d’un contrat d’assistance : ouvrez, suivez et clôturez vos tickets ici.
sign-in-wrong = Ce nom et ce mot de passe ne correspondent pas. Vérifiez-les et réessayez.
sign-in-ended = Votre session a expiré. Reconnectez-vous pour reprendre où vous en étiez.
sign-in-throttled = Il y a eu trop de tentatives. Réessayez dans un quart d’heure, ou dès maintenant avec un navigateur qui vous a déjà servi à vous connecter. Si vous ne pouvez pas attendre, demandez par e-mail un lien pour choisir un mot de passe : ensuite, vous vous connectez aussi avec ce navigateur.
sign-in-kept-title = Votre texte est conservé
sign-in-kept = Votre session a expiré avant l’envoi. Connectez-vous : vous pourrez l’envoyer tel quel.
sign-in-help = Pas encore d’accès, ou mot de passe oublié ? Appelez votre contact au service d’assistance ou écrivez-lui.
show-password = Afficher le mot de passe
hide-password = Masquer le mot de passe

continue-title = Heureux de vous revoir
continue-lead = Voici ce que vous aviez écrit. Rien n’a encore été envoyé.
continue-send = Envoyer maintenant
continue-drop = Abandonner et aller à la page d’accueil

kept-title = Ce que vous avez écrit
kept-copy = Ce texte ne se trouve plus que sur cette page. Copiez ce dont vous avez encore besoin.
kept-then = Rien n’a encore été envoyé. Ceci fait, vous pourrez l’envoyer tel quel.
