# Mails about requests for access. $about is the question, who asks, the level or the reason.

letter-access-more-subject = Une question sur votre demande d’accès à { $brand }
letter-access-more-lead = { $name }, avant de nous prononcer sur votre demande d’accès, nous aimerions savoir :
letter-access-more-ask = { $about }
letter-access-more-button = Répondre
letter-access-prime-subject = Merci de confirmer une demande d’accès à { $brand }
letter-access-prime-lead = { $name }, { $about } a demandé un autre niveau d’accès à notre portail d’assistance.
letter-access-prime-ask = En tant que contact principal de votre entreprise, dites-nous si vous êtes d’accord. Le lien est valable une semaine et ne sert qu’une fois.
letter-access-prime-button = Voir la demande
letter-access-granted-subject = Votre accès à { $brand }
letter-access-granted-lead = { $name }, votre demande d’accès a été accordée.
letter-access-granted-ask = Vous avez désormais le niveau demandé : { $about }.
letter-access-granted-button = Mon accès
letter-access-refused-subject = Votre accès à { $brand }
letter-access-refused-lead = { $name }, votre demande d’accès n’a pas été accordée.
letter-access-refused-ask = { $about }
letter-access-refused-button = Mon accès
letter-login-granted-subject = Votre identifiant pour { $brand }
letter-login-granted-lead = { $about }, votre demande d’identifiant a été accordée.
letter-login-granted-ask = Nous créons votre compte. Un second message vous apportera un lien pour choisir un mot de passe.
letter-login-granted-button = Ouvrir le portail
letter-login-refused-subject = Votre demande d’identifiant pour { $brand }
letter-login-refused-lead = Nous ne créons pas l’identifiant que vous avez demandé.
letter-login-refused-ask = { $about }
letter-login-refused-button = Ouvrir le portail
