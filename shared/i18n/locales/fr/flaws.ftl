# Ce qui ne va pas dans un champ, ce que l’état d’un ticket ne permet pas, ce qu’une personne ne peut pas faire.

flaw-required = Le champ « { $field } » est obligatoire.
flaw-too-long = « { $field } » est trop long : il y a de la place pour { $max } caractères.
flaw-too-short = « { $field } » est trop court : il faut au moins { $max } caractères.
flaw-too-many = « { $field } » : il ne peut pas y en avoir plus de { $max }.
flaw-control-characters = « { $field } » contient des caractères qui ne peuvent pas être affichés. Collez le texte sans mise en forme, ou saisissez-le.
flaw-no-such-choice = « { $field } » : choisissez une des possibilités.
flaw-not-an-address = « { $field } » : indiquez une adresse e-mail, par exemple nom@exemple.fr.
flaw-not-a-user-name = { $field } : n’utilisez que des lettres, des chiffres, des points, des tirets et des tirets bas.
flaw-not-the-picture = { $field } : ce n’est ni ce que montre l’image, ni la somme. En voici une autre.
flaw-not-a-zone = { $field } : écrivez un fuseau tel que Europe/Paris, ou laissez vide.
flaw-not-accepted = { $field } : vous ne pouvez vous inscrire que si vous les acceptez.
flaw-no-such-colleague = « { $field } » : cette adresse n’est celle de personne ayant accès à ce portail. Vérifiez-la ou retirez-la.
flaw-not-a-date = « { $field } » : choisissez une date, ou écrivez-la sous la forme 2026-11-22.
flaw-past = « { $field } » est dans le passé. Choisissez aujourd’hui ou plus tard.
flaw-not-a-pin = « { $field } » : écrivez les six chiffres.
flaw-no-such-contact = « { $field } » : aucun contact n’a cela.
flaw-not-arrived = « { $field } » : ce fichier n’est pas arrivé. Joignez-le de nouveau.
flaw-bad-size = « { $field } » : un fichier ne peut être ni vide, ni plus grand que { $max }.
flaw-too-common = « { $field } » est facile à deviner. Choisissez plus long, ou quelques mots sans rapport entre eux.
flaw-not-the-same = « { $field } » diffère du nouveau mot de passe. Saisissez les deux à nouveau.
flaw-unchanged = « { $field } » est celui que vous avez déjà. Choisissez-en un autre.
flaw-wrong-password = « { $field } » est incorrect. Les majuscules comptent : vérifiez la touche Verr. Maj.
flaw-wrong-code = « { $field } » est incorrect, ou a déjà servi. Attendez le suivant et saisissez-le.
flaw-no-such-field = « { $field } » n’est pas un champ de ce formulaire.
flaw-wrong-type = « { $field } » a une valeur d’un type inattendu.

refused-closed = Ce ticket est clôturé : ce n’est plus possible. Vous pouvez encore y ajouter un message.
refused-not-closed = Ce ticket n’est pas clôturé.
refused-no-solution = Aucune solution n’attend plus de réponse.
refused-not-due = Il est encore trop tôt pour cela.
refused-already-taken = Ce ticket vous est déjà attribué.
refused-already-observer = Cette personne est déjà observatrice de ce ticket.
refused-too-many-observers = Ce ticket ne peut pas avoir plus d’observateurs.
refused-day-over = Ce jour est passé. Choisissez aujourd’hui ou plus tard.
refused-overtaken = Quelqu’un a modifié ce ticket juste avant vous. Votre texte est toujours là : voyez ce qui est nouveau, puis envoyez-le de nouveau.

denied-unknown = Ce ticket n’existe pas, ou vous ne pouvez pas le consulter.
denied-read-only = Votre accès est en lecture seule : vous pouvez suivre les tickets, pas les modifier.
denied-customer-only = Seul le client peut faire cela.
denied-engineer-only = Seuls les ingénieurs peuvent faire cela.
denied-admin-only = Seuls les administrateurs peuvent le faire.
denied-no-cases = Votre accès ne comprend pas les tickets. Adressez-vous à la personne qui gère le contrat d’assistance dans votre entreprise.
