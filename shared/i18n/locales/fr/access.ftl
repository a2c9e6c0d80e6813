# Accès : ce que l’on a, demander plus, en décider.

nav-access = Mon accès
nav-access-requests = Demandes d’accès

module-cases = Tickets
module-knowledge = Base de connaissances
module-remote-access = Accès à distance
soon-mark = pas encore en service
soon-lead = Cette partie du portail n’est pas encore en service. Vous la trouverez ici dès qu’elle le sera.

acting-for = Vous agissez pour { $company }

elsewhere-title = Le ticket { $number } concerne { $company }
elsewhere-lead = Vous agissez maintenant pour une autre entreprise. Agissez pour { $company } afin de voir le ticket ; vous pourrez revenir en arrière à tout moment.
elsewhere-open = Ouvrir pour { $company }

level-basic = De base
level-read-only = Lecture seule
level-read-write = Lecture et écriture
level-basic-lead = Vous avez l’accès de base, qui ne comprend pas les tickets.
level-read-only-lead = Vous avez l’accès en lecture seule : vous pouvez suivre les tickets. Pour en ouvrir ou en modifier, sauf les demandes administratives, il faut l’accès en écriture.
level-read-write-lead = Vous avez l’accès en lecture et écriture : vous ouvrez des tickets et y travaillez comme contact désigné de votre entreprise.
scope-own = Vous voyez les tickets que vous avez ouverts ou que vous suivez.
scope-company = Vous voyez tous les tickets de votre entreprise.
scope-partner = Vous voyez tous les tickets de votre entreprise, et ceux des entreprises qu’elle sert dès que vous agissez pour elles.

ability-sign-in = Se connecter
ability-attend-tutorials = S’inscrire aux formations en direct et y assister
ability-watch-recordings = Regarder les formations enregistrées
ability-read-knowledge = Chercher, lire et télécharger dans la base de connaissances
ability-view-cases = Consulter les tickets
ability-create-cases = Ouvrir des tickets
ability-modify-cases = Répondre aux tickets, se prononcer sur les solutions et clôturer
ability-request-features = Demander des fonctionnalités
ability-download-software = Télécharger des logiciels et commander les logiciels contrôlés

access-title = Mon accès
access-level = Vous avez ce niveau d’accès : { $level }.
access-table = Ce que comprend chaque niveau
access-what = Vous pouvez
access-yours = votre niveau
access-included = Compris
access-not-included = Non compris
access-serves = Entreprises pour lesquelles vous agissez
access-serves-hint = Choisissez une entreprise pour voir ses tickets. Vous y avez au plus le niveau indiqué à côté de son nom.
access-home = Revenir à mon entreprise
access-acting-now = Vous agissez actuellement pour cette entreprise.
access-request = Votre demande
access-has = Niveau actuel
access-wants = Demande
access-a-login = Un identifiant
access-asked = Demandé
access-due = À décider avant
access-overdue = En retard
access-answer = Votre réponse
access-answer-send = Envoyer la réponse
access-withdraw = Retirer la demande
access-ask-title = Demander un autre niveau
access-ask-lead = Nous décidons sous deux jours ouvrés et vous répondons par e-mail. Le contact principal de votre entreprise peut être invité à confirmer.
access-why = Pourquoi en avez-vous besoin ?
access-why-hint = Ce que vous voulez en faire, et jusqu’à quand si c’est pour un temps.
access-ask = Envoyer la demande

access-queue-title = Demandes d’accès
access-queue-caption = Demandes en cours, les plus pressantes en haut
access-queue-empty-title = Rien à décider
access-queue-empty = Toutes les demandes ont été traitées. Les nouvelles apparaîtront ici.
access-who = Qui
access-request-of = Demande de { $name }
access-prime = Contact principal
access-no-prime = Personne n’a été désigné
access-grant = Accorder
access-refuse = Refuser…
access-refuse-hint = Ce texte est envoyé à l’auteur de la demande.
access-refuse-send = Refuser
access-ask-more = Demander des précisions…
access-question = Que voulez-vous savoir ?
access-ask-more-send = Envoyer la question
access-ask-prime = Faire confirmer par { $name }
access-make-contact = Chercher l’entreprise et y ajouter le contact
access-contact-forms = Ajouter le contact
access-add-to = À { $name }
access-no-contact = Ne pas ajouter de contact…
access-no-contact-send = Ne pas ajouter de contact

access-standing-open = À décider
access-standing-waits-for-prime = En attente du contact principal
access-standing-waits-for-answer = En attente d’une réponse
access-standing-awaits-contact = Accordée, pas encore de contact
access-standing-granted = Accordée
access-standing-refused = Refusée
access-standing-withdrawn = Retirée

# Après le nom de l’auteur.
access-step-asked = a fait la demande
access-step-prime-asked = a demandé la confirmation du contact principal
access-step-confirmed = a confirmé
access-step-denied = n’est pas d’accord
access-step-more-asked = a demandé des précisions
access-step-answered = a répondu
access-step-granted = a accordé la demande
access-step-contact-made = a enregistré le contact
access-step-refused = a refusé la demande
access-step-withdrawn = a retiré la demande

access-refused-ended = Cette demande a déjà été tranchée ou retirée.
access-refused-own = Personne ne se prononce sur sa propre demande, ni sur celle qu’il doit confirmer.
access-refused-not-yours = C’est à quelqu’un d’autre de le faire.
access-refused-prime-asked = Le contact principal a déjà été sollicité.
access-refused-waits-for-prime = Le contact principal n’a pas encore répondu. Attendez sa réponse ou refusez la demande. Vous pourrez le solliciter de nouveau après sept jours, ou dès que la société aura un autre contact principal.
access-refused-prime-denied = Le contact principal n’est pas d’accord : la demande ne peut pas être accordée.
access-refused-waits-for-answer = Votre dernière question n’a pas encore reçu de réponse.
access-refused-nothing-asked = Il n’y a pas de question en attente.
access-refused-no-account = L’auteur de la demande n’a pas encore de compte : personne ne peut être interrogé ici à ce sujet.
access-refused-no-prime = Personne d’autre dans l’entreprise ne pourrait confirmer.
access-refused-one-is-open = Vous avez déjà une demande en cours. Attendez la décision ou retirez-la d’abord.
access-refused-same-level = C’est déjà le niveau actuel.
access-refused-overtaken = Quelqu’un vient de traiter cette demande. Regardez ce qui est nouveau, puis réessayez.
access-refused-too-long = Il y a eu trop d’étapes. Prononcez-vous sur la demande.

prime-title = Merci de confirmer une demande d’accès
prime-lead = { $name } a demandé un autre niveau d’accès au portail d’assistance. En tant que contact principal de votre entreprise, êtes-vous d’accord ?
prime-confirm = Oui, je suis d’accord
prime-deny = Non, je ne suis pas d’accord…
prime-deny-hint = Nous seuls lisons ce texte.
prime-deny-send = Je ne suis pas d’accord
prime-thanks = Merci
prime-confirmed = Nous allons nous prononcer sur la demande et en informer son auteur.
prime-denied = Nous n’accorderons pas la demande.
prime-gone-title = Ce lien n’est plus valable
prime-gone = Il a été utilisé, la demande a été traitée, ou votre entreprise a désormais un autre contact principal. Vous n’avez plus rien à faire.

login-title = Demander un identifiant
login-lead = Pour les personnes des entreprises que nous assistons qui n’ont pas encore de compte. Nous examinons la demande sous deux jours ouvrés et vous écrivons.
login-name = Votre nom
login-email-hint = Celle de votre travail : nous y envoyons notre décision.
login-pair = Entreprises { $n }
login-pair-hint = « Sold-To » est l’entreprise qui a acheté le produit, « End-User » celle qui l’utilise. C’est souvent la même.
login-why = Pourquoi en avez-vous besoin ?
login-why-hint = Votre fonction, les produits, et votre numéro de contrat si vous l’avez.
login-send = Envoyer la demande
login-throttled = Il y a eu trop de demandes en peu de temps. Réessayez dans un quart d’heure.
login-link = Demander un identifiant

done-acting = Vous agissez maintenant pour une autre entreprise.
done-access-asked = Votre demande a été envoyée. Nous vous communiquerons notre décision par e-mail.
done-access-answered = Votre réponse a été envoyée.
done-access-withdrawn = Votre demande a été retirée.
done-prime-asked = Le contact principal a été invité à confirmer.
done-more-asked = Votre question a été envoyée.
done-access-granted = La demande a été accordée.
done-access-refused = La demande a été refusée.
done-login-asked = Votre demande a été reçue. Nous l’examinons sous deux jours ouvrés et vous écrivons.
