# Comment on se connecte : second facteur, mot de passe, sessions, jetons d’accès personnels.

sign-in-name = Adresse e-mail ou nom d’utilisateur
sign-in-password-hint = Les mots de passe distinguent les majuscules et les minuscules.
sign-in-remember = Rester connecté
sign-in-remember-hint = Pendant 30 jours, dans ce navigateur. Pas sur un ordinateur que d’autres utilisent aussi.
sign-in-code-title = Encore une étape
sign-in-code-throttled = Il y a eu trop de tentatives. Reconnectez-vous dans un quart d’heure.
sign-in-code-back = Se connecter sous un autre nom
code-hint = Six chiffres de votre application d’authentification, ou un de vos codes de secours.
last-sign-in = Connexion précédente : { $at }.
print = Imprimer

profile-menu = Mon profil
profile-password = Mot de passe
profile-two-factor = Connexion en deux étapes
profile-sessions = Sessions
profile-tokens = Jetons d’accès

password-lead = Le changer vous déconnecte partout ailleurs et met fin à vos jetons d’accès personnels.
password-hint = Au moins { $n } caractères de toute sorte, espaces compris. Quelques mots sans rapport entre eux sont difficiles à deviner. Vous pouvez le coller depuis un gestionnaire de mots de passe.
password-submit = Changer le mot de passe

two-factor-lead = Ainsi, personne ne se connecte à votre place avec votre seul mot de passe : un code d’une application sur votre téléphone est demandé aussi.
two-factor-scan-title = Mise en place
two-factor-scan = Ouvrez une application d’authentification (par exemple Aegis, Google Authenticator, Microsoft Authenticator ou un gestionnaire de mots de passe) et scannez ce code.
two-factor-qr = Code QR contenant la clé ci-dessous, pour une application d’authentification
two-factor-type = Pas d’appareil photo ? Saisissez cette clé dans l’application :
two-factor-confirm-hint = Les six chiffres que l’application affiche maintenant. Ils prouvent que tout fonctionne.
two-factor-submit = Activer
two-factor-codes-lead = La connexion en deux étapes est activée. Voici vos codes de secours : chacun vous connecte une seule fois quand vous n’avez pas votre téléphone. Ils ne sont affichés que maintenant. Imprimez-les, ou gardez-les dans un gestionnaire de mots de passe.
two-factor-codes-kept = Je les ai conservés
two-factor-on = La connexion en deux étapes est activée depuis le
two-factor-left = { $n ->
    [0] Il ne vous reste aucun code de secours. Pour en obtenir, désactivez puis réactivez.
    [one] Il vous reste { $n } code de secours. Pour en obtenir d’autres, désactivez puis réactivez.
   *[other] Il vous reste { $n } codes de secours. Pour en obtenir d’autres, désactivez puis réactivez.
}
two-factor-off-title = Désactivation
two-factor-off-lead = Nouveau téléphone ? Désactivez ici, puis recommencez la mise en place.
two-factor-off-submit = Désactiver

sessions-lead = Là où vous êtes connecté. Si vous ne reconnaissez pas une session, mettez-y fin et changez de mot de passe.
sessions-end-others = Se déconnecter partout ailleurs
sessions-end-all = Se déconnecter partout, ici aussi
session-what = { $browser } sous { $system }
session-unknown = Navigateur inconnu
session-this = Celle-ci
session-begun = Connexion
session-last-used = Dernière utilisation
session-ends = Fin
session-end = Déconnecter

tokens-lead = Vos programmes les utilisent au lieu de votre mot de passe. Un programme échange son jeton à l’adresse /session/token contre un jeton d’accès valable un quart d’heure. Changer de mot de passe met fin à tous.
token-made-title = Votre nouveau jeton « { $name } »
token-made = Copiez-le maintenant : il ne sera plus affiché.
token-copy = Copier
token-copied = Copié
token-made-at = Création
token-last-used = Dernière utilisation
token-never = jamais
token-end = Révoquer
token-new-title = Créer un jeton
token-name-hint = À quoi il sert, pour le reconnaître.
token-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
token-password-hint = Saisissez-le de nouveau, afin que personne d’autre ne crée de jeton devant votre écran resté ouvert.
token-submit = Créer le jeton
reach-read = Lecture
reach-read-hint = Voir ce que vous pouvez voir, sans rien modifier.
reach-write = Lecture et écriture
reach-write-hint = Tout ce que vous pouvez faire, sauf gérer votre propre connexion.

field-current = Mot de passe actuel
field-new = Nouveau mot de passe
field-repeat = Nouveau mot de passe (confirmation)
field-code = Code
field-half = Première moitié de la connexion
field-secret = Clé
field-scope = Ce qu’il permet
field-days = Validité

done-password-changed = Votre mot de passe a été modifié. Vous êtes déconnecté partout ailleurs.
done-session-ended = Cette session est terminée.
done-others-ended = Vous êtes déconnecté partout ailleurs.
done-second-factor-off = La connexion en deux étapes est désactivée.
done-token-ended = Ce jeton est révoqué.

failure-change-password-title = Choisissez d’abord un nouveau mot de passe
failure-change-password-advice = Quelqu’un d’autre connaît peut-être votre mot de passe. Choisissez-en un nouveau avant de continuer.
failure-accept-rules-title = Acceptez d’abord les règles
failure-accept-rules-advice = Acceptez les règles de ce portail avant de continuer.
failure-set-up-second-factor-title = Activez d’abord la connexion en deux étapes
failure-set-up-second-factor-advice = Les ingénieurs se connectent aussi avec un code d’une application. Mettez cela en place avant de continuer.
failure-second-factor-on-title = La connexion en deux étapes est déjà activée
failure-second-factor-on-advice = Rien n’a été modifié. Pour recommencer la mise en place, désactivez-la d’abord.
failure-code-required-title = Il faut aussi un code
failure-code-required-advice = Votre mot de passe est correct. Il manque le code de votre application d’authentification.
failure-code-title = Ce code est incorrect
failure-code-advice = Ce code est incorrect, ou a déjà servi. Attendez le suivant et saisissez-le, ou utilisez un code de secours.
failure-token-title = Ce jeton n’est plus valable
failure-token-advice = Le jeton d’accès personnel n’est pas valable : il est arrivé à son terme, a été révoqué, ou date d’avant le changement de mot de passe. Créez-en un autre.

denied-session-only = Un jeton d’accès personnel ne va pas jusque-là. Connectez-vous au portail pour le faire.
denied-read-token = Ce jeton d’accès personnel ne permet que la lecture. Créez-en un qui permet l’écriture.
