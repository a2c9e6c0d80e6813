# Brouillons : commencés et pas encore envoyés.

draft-save = Enregistrer le brouillon
draft-saving = Enregistrement du brouillon…
draft-saved = Brouillon enregistré.
draft-failed = Le brouillon n’a pas pu être enregistré. Il reste ici et sera enregistré avec ce que vous saisirez ensuite.
draft-newer = Vous avez continué à écrire ailleurs depuis. Reprendre ce que vous y avez écrit, ou garder ce qui est ici ?
draft-gone = Ce brouillon a été envoyé ou supprimé ailleurs. Ce qui est ici n’est gardé que si vous le dites.
draft-take = Reprendre ce qui est ailleurs
draft-keep = Garder ce qui est ici
draft-begun = Voici votre brouillon du { $moment }. Il est gardé jusqu’au { $day } ; vous seul le voyez. Les fichiers y restent sept jours.
draft-kept-for = Un brouillon est gardé { $days } jours et vous seul le voyez. Les fichiers y restent sept jours.
draft-unsaved-title = Le brouillon n’a pas été enregistré
draft-here = Ce que vous venez d’écrire
draft-there = Ce que vous avez écrit ailleurs, le { $moment }
drafts-title = Brouillons
drafts-all = Tous vos brouillons
drafts-lead = Ce que vous avez commencé à écrire et pas encore envoyé. Un brouillon est gardé { $days } jours après son dernier enregistrement, et vous seul le voyez. Il peut y en avoir { $most } à la fois.
drafts-none-title = Aucun brouillon
drafts-none = Ce que vous commencez à écrire est enregistré au fil de la saisie et reste ici jusqu’à l’envoi.
drafts-to-case = Ticket { $number } : { $title }
drafts-new-case = Un nouveau ticket
drafts-saved-at = Enregistré
drafts-expires-at = Gardé jusqu’au
drafts-discard = Supprimer
done-draft-saved = Le brouillon est enregistré.
done-draft-discarded = Le brouillon est supprimé.
field-draft = Brouillon
