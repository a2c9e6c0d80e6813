# Ce qui ne va pas dans un champ, ce que l’état d’un ticket ne permet pas, ce qu’une personne ne peut pas faire.

flaw-required = Le champ « { $field } » est obligatoire.
flaw-too-long = « { $field } » est trop long : il y a de la place pour { $max } caractères.
flaw-too-short = « { $field } » est trop court : il faut au moins { $max } caractères.
flaw-too-many = « { $field } » : il ne peut pas y en avoir plus de { $max }.
flaw-too-many-lines = Le fichier compte { $n } lignes, et { $max } au plus peuvent être importées à la fois. Divisez-le en fichiers d’au plus { $max } lignes, chacun avec les en-têtes, et importez-les l’un après l’autre.
flaw-control-characters = « { $field } » contient des caractères qui ne peuvent pas être affichés. Collez le texte sans mise en forme, ou saisissez-le.
flaw-no-such-choice = « { $field } » : choisissez une des possibilités.
flaw-not-an-address = « { $field } » : indiquez une adresse e-mail, par exemple nom@exemple.fr.
flaw-not-a-user-name = { $field } : n’utilisez que des lettres, des chiffres, des points, des tirets et des tirets bas.
flaw-not-the-picture = { $field } : ce n’est ni ce que montre l’image, ni la somme. En voici une autre.
flaw-not-accepted = { $field } : vous ne pouvez vous inscrire que si vous les acceptez.
flaw-no-such-colleague = « { $field } » : cette adresse n’est celle de personne ayant accès aux tickets de ce portail. Vérifiez-la ou retirez-la.
flaw-outside-later = « { $field } » : cette adresse n’est celle de personne ayant accès aux tickets de ce portail. Vérifiez-la ou retirez-la : vous pourrez inviter une personne extérieure sur la page du ticket, une fois celui-ci ouvert.
flaw-no-such-engineer = « { $field } » : personne ne travaille ici sous cet identifiant. Choisissez quelqu’un dans la liste.
flaw-added-too-often = « { $field } » : vous avez déjà ajouté aujourd’hui la même personne à de nombreux tickets. Retirez-la ou réessayez demain.
flaw-asked-too-often = « { $field } » : trop d’e-mails ont été demandés ces derniers temps, par vous ou pour cette adresse. Réessayez plus tard, ou demain.
flaw-not-a-date = « { $field } » : choisissez une date, ou écrivez-la sous la forme 2026-11-22.
flaw-past = « { $field } » est dans le passé. Choisissez aujourd’hui ou plus tard.
flaw-not-a-pin = « { $field } » : écrivez les six chiffres.
flaw-no-such-contact = « { $field } » : aucun contact n’y correspond.
flaw-no-such-case = « { $field } » : aucun ticket que vous pouvez consulter ne porte ce numéro. Vérifiez-le.
flaw-not-arrived = « { $field } » : ce fichier n’est pas arrivé. Joignez-le de nouveau.
flaw-bad-size = « { $field } » : un fichier ne peut être ni vide, ni plus grand que { $max }.
flaw-too-common = « { $field } » est facile à deviner. Choisissez plus long, ou quelques mots sans rapport entre eux.
flaw-not-the-same = « { $field } » diffère du nouveau mot de passe. Saisissez les deux à nouveau.
flaw-unchanged = « { $field } » est celui que vous avez déjà. Choisissez-en un autre.
flaw-wrong-password = « { $field } » est incorrect. Les majuscules et les minuscules sont distinguées : vérifiez la touche Verr. Maj.
flaw-wrong-code = « { $field } » est incorrect, ou a déjà servi. Attendez le suivant et saisissez-le.
flaw-not-an-id = { $field } : utilisez au plus 40 lettres sans accent, chiffres et traits d’union, sans espace.
flaw-not-a-number = { $field } : écrivez un nombre entier de 1 à { $max }.
flaw-not-within = « { $field } » : saisissez un nombre entier de { $min } à { $max }.
flaw-not-a-phone = « { $field } » : saisissez un numéro de téléphone de 6 à 15 chiffres, comme +32 2 555 01 23.
flaw-not-an-ip-address = « { $field } » : saisissez une adresse IP comme 192.0.2.10 ou 2001:db8::1.
flaw-not-a-moment = « { $field } » : choisissez une date et une heure, ou indiquez qu’elle est inconnue.
flaw-not-a-key = « { $field } » : employez au plus 40 minuscules sans accent, chiffres, traits d’union et tirets bas.
flaw-not-before = « { $field } » : choisissez une question précédente à laquelle on répond par un choix ou une case à cocher.
flaw-rival = « { $field } » : le formulaire { $form } vaut déjà pour les mêmes tickets, avec la même précision. Choisissez-en d’autres, ou modifiez celui-là.
flaw-other-form = Les questions pour ce produit et ce type sont autres, ou ont changé entre-temps. Regardez-les ici, puis envoyez à nouveau.
flaw-other-company = Vous avez rempli ce formulaire pour une autre entreprise que { $company }, pour laquelle vous agissez maintenant. S’il est destiné à { $company }, envoyez-le à nouveau. Sinon, choisissez d’abord l’autre entreprise sous « Mon accès ».
flaw-not-a-zone = { $field } : écrivez un fuseau horaire tel que Europe/Brussels.
flaw-named-twice = « { $field } » : l’en-tête nomme cette colonne deux fois. Retirez l’une des deux.
flaw-not-a-sheet = { $field } : cette ligne est illisible. Vérifiez les guillemets et le nombre de cellules.
flaw-ends-before-start = « { $field } » : cette date précède le premier jour. Choisissez ce jour ou un jour suivant.
flaw-no-such-record = { $field } : cette fiche n’existe pas. Vérifiez le numéro, ou créez-la d’abord.
flaw-taken = { $field } est déjà utilisé. Choisissez-en un autre, ou modifiez la fiche qui le porte.
flaw-is-prime-contact = { $field } : c’est le contact principal de la société. Désignez-en d’abord un autre.
flaw-fixed = { $field } ne change plus. Créez plutôt une nouvelle fiche.
flaw-in-use = { $kind ->
    [contract] Le contrat { $id } de la société { $company } couvre ce produit. Retirez-l’en d’abord, ou supprimez ce contrat.
    [hardware] Le matériel { $id } de la société { $company } porte sur ce produit. Modifiez-le ou supprimez-le d’abord.
   *[other] La licence { $id } de la société { $company } porte sur ce produit. Modifiez-la ou supprimez-la d’abord.
}
flaw-in-form = Le formulaire { $form } vaut pour ce produit. Retirez-l’en d’abord.
flaw-not-sold-to = « { $field } » : une utilisatrice finale ne sert aucune autre société. Indiquez d’abord que celle qui doit servir est acheteuse, ou acheteuse et utilisatrice.
flaw-not-end-user = « { $field } » : une acheteuse n’est servie par aucune autre société. Indiquez d’abord que celle qui doit être servie est utilisatrice finale, ou acheteuse et utilisatrice.
flaw-serves-others = « { $field } » : cette société en sert d’autres, et une utilisatrice finale n’en sert aucune. Retirez-lui d’abord les autres.
flaw-is-served = « { $field } » : d’autres sociétés servent celle-ci, et une acheteuse n’est servie par aucune. Retirez-la d’abord à ces autres.
flaw-no-such-field = « { $field } » n’est pas un champ de ce formulaire.
flaw-wrong-type = « { $field } » a une valeur d’un type inattendu.

refused-closed = Ce ticket est clôturé : ce n’est plus possible. Vous pouvez encore y ajouter un message.
refused-not-closed = Ce ticket n’est pas clôturé.
refused-no-solution = Aucune solution n’attend plus de réponse.
refused-other-solution = Une autre solution a été proposée depuis que vous avez ouvert cette page. Lisez-la d’abord, puis répondez.
refused-not-waiting = Ce ticket n’attend rien : c’est déjà aux ingénieurs d’agir.
refused-not-due = Il est encore trop tôt pour cela.
refused-already-taken = Ce ticket vous est déjà attribué.
refused-already-observer = Cette personne est déjà observatrice de ce ticket.
refused-not-observer = Cette personne ne suit plus ce ticket.
refused-too-many-observers = Ce ticket ne peut pas avoir plus d’observateurs.
refused-day-over = Ce jour est passé. Choisissez aujourd’hui ou plus tard.
refused-overtaken = Quelqu’un a modifié ce ticket juste avant vous. Votre texte est toujours là : voyez ce qui est nouveau, puis envoyez-le de nouveau.

denied-unknown = Ce ticket n’existe pas, ou vous ne pouvez pas le consulter.
denied-read-only = Votre accès est en lecture seule : vous pouvez suivre les tickets, pas les modifier.
denied-customer-only = Seul le client peut faire cela.
denied-engineer-only = Seuls les ingénieurs peuvent faire cela.
denied-admin-only = Seuls les administrateurs peuvent le faire.
denied-no-cases = Votre accès ne comprend pas les tickets. Adressez-vous à la personne qui gère le contrat d’assistance dans votre entreprise.
denied-not-following = Seules les personnes qui ont ouvert le ticket ou qui le suivent reçoivent des e-mails à son sujet. Suivez d’abord le ticket.
flaw-not-confirmed = « { $field } » n’est pas celui de ce contact. Saisissez-le comme il figure en haut de la page.
flaw-has-registered = Ce contact a déjà un mot de passe. S’il l’a oublié, il demande un lien sur la page de connexion.
flaw-not-registered = Ce contact n’a pas encore de mot de passe. Invitez-le d’abord.
flaw-no-second-factor = Ce contact se connecte sans second facteur.
flaw-has-left = Ce contact n’est plus actif. Rendez-le d’abord actif.
denied-own-request = Personne ne se prononce sur sa propre demande d’accès.
