# Drafts: what is begun and not sent yet.

draft-save = Save draft
draft-saving = Saving the draft …
draft-saved = Draft saved.
draft-failed = The draft could not be saved. It stays here, and is saved with what you type next.
draft-newer = You have written on elsewhere since. Take what you wrote there, or keep what stands here?
draft-gone = This draft was sent or discarded elsewhere. What stands here is kept only if you say so.
draft-take = Take what is there
draft-keep = Keep what is here
draft-begun = This is your draft of { $moment }. It is kept until { $day }; only you see it. Files stay with it for seven days.
draft-kept-for = A draft is kept for { $days } days and only you see it. Files stay with it for seven days.
draft-unsaved-title = The draft was not saved
draft-here = What you have just written
draft-there = What you wrote elsewhere, on { $moment }
drafts-title = Drafts
drafts-all = All your drafts
drafts-lead = What you have begun to write and not sent yet. A draft is kept for { $days } days after it was last saved, and only you see it. There may be { $most } at a time.
drafts-none-title = No drafts
drafts-none = What you begin to write is saved as you type, and is here until you send it.
drafts-to-case = Case { $number }: { $title }
drafts-new-case = A new case
drafts-saved-at = Saved
drafts-expires-at = Kept until
drafts-discard = Discard
done-draft-saved = The draft is saved.
done-draft-discarded = The draft is discarded.
field-draft = Draft
