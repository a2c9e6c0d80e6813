# Concepten: begonnen en nog niet verzonden.

draft-save = Concept opslaan
draft-saving = Het concept wordt opgeslagen …
draft-saved = Concept opgeslagen.
draft-failed = Het concept kon niet worden opgeslagen. Het blijft hier staan en wordt opgeslagen met wat u hierna typt.
draft-newer = U hebt sindsdien elders verder geschreven. Wilt u overnemen wat u daar schreef, of houden wat hier staat?
draft-gone = Dit concept is elders verzonden of weggegooid. Wat hier staat, blijft alleen bewaard als u dat aangeeft.
draft-take = Overnemen wat daar staat
draft-keep = Houden wat hier staat
draft-begun = Dit is uw concept van { $moment }. Het wordt bewaard tot { $day }; alleen u ziet het. Bestanden blijven er zeven dagen bij.
draft-kept-for = Een concept wordt { $days } dagen bewaard en alleen u ziet het. Bestanden blijven er zeven dagen bij.
draft-unsaved-title = Het concept is niet opgeslagen
draft-here = Wat u zojuist hebt geschreven
draft-there = Wat u elders schreef, op { $moment }
drafts-title = Concepten
drafts-all = Al uw concepten
drafts-lead = Wat u bent begonnen te schrijven en nog niet hebt verzonden. Een concept wordt { $days } dagen bewaard nadat het voor het laatst is opgeslagen, en alleen u ziet het. Er kunnen er { $most } tegelijk zijn.
drafts-none-title = Geen concepten
drafts-none = Wat u begint te schrijven, wordt tijdens het typen opgeslagen en staat hier tot u het verzendt.
drafts-to-case = Case { $number }: { $title }
drafts-new-case = Een nieuwe case
drafts-saved-at = Opgeslagen
drafts-expires-at = Bewaard tot
drafts-discard = Weggooien
done-draft-saved = Het concept is opgeslagen.
done-draft-discarded = Het concept is weggegooid.
field-draft = Concept
