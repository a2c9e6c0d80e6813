# What customers see of cases, and what the desk sees too.

case-number = Case { $number }
cases-title = Cases
cases-open = Open
cases-all = All
cases-which = Which cases
cases-empty-open-title = No open cases
cases-empty-open = When you open a case it appears here, and stays until it is closed. Closed cases are under “All”.
cases-empty-all-title = No cases yet
cases-empty-all = Open your first case and an engineer takes it from there. You can follow every step here and by e-mail.
cases-empty-reader = Cases that you may see appear here.
cases-empty-followed = Cases of colleagues that you follow
cases-empty-page-title = That was all
cases-empty-page = There is nothing after this page.

column-number = Number
column-title = Title
column-company = Company
column-city = Town
column-address = Address
column-product = Product
column-status = Status
column-type = Type
column-impact = Impact
column-urgency = Urgency
column-weight = Impact, urgency
column-priority = Priority
column-reporter = Opened by
column-engineer = Engineer
column-opened = Opened
column-updated = Updated
column-planned = Planned for
column-closes = Closes
column-due = Due
column-reference = Your reference
column-outage = Outage
column-escalated = Escalated to R&D
column-workaround = Workaround provided

status-open = Open
status-in-progress = In progress
status-waiting-for-customer = Waiting for customer
status-waiting-for-you = Waiting for your answer
status-planned = Planned
status-solution-proposed = Solution proposed
status-closed = Closed

case-type-incident = Incident
case-type-incident-hint = Something that worked has stopped working.
case-type-request = Request
case-type-request-hint = You need something changed, added or delivered.
case-type-question = Question
case-type-question-hint = You would like to know something.
case-type-feature-request = Feature request
case-type-feature-request-hint = You would like the product to do something it cannot do yet.
case-type-admin = Admin case
case-type-admin-hint = Your details, contacts, account or contract should be changed.

impact-person = One person
impact-department = A department
impact-everybody = Everybody

urgency-low = Low
urgency-low-hint = Work goes on; it can wait.
urgency-medium = Medium
urgency-medium-hint = Work goes on, but with difficulty.
urgency-high = High
urgency-high-hint = Work has come to a standstill.

closure-approved = the solution was approved
closure-no-answer = the solution was not answered in time
closure-by-customer = closed by the customer
closure-by-engineer = closed by an engineer

delivery-queued = Queued
delivery-sent = Sent
delivery-bounced = Bounced
delivery-complained = Marked as spam
delivery-suppressed = Not sent: no valid address
delivery-held-for-digest = Held for the daily mail
delivery-held-for-quiet-hours = Held until quiet hours end
delivery-not-chosen = Not sent: not among what they are mailed for
delivery-unsubscribed = Not sent: mails about this case are off
delivery-not-sent = Not sent

role-reporter = reporter
role-observer = observer
role-engineer = engineer

# The form.

new-title = New case
new-lead = The more exact the description, the sooner we can help.
new-no-products-title = No product under contract
new-no-products = Cases are opened for a product with a running support contract, and your company has none at the moment. Call or mail your service contact to renew it.
new-choose-product = Choose a product
new-type-legend = What is it about?
new-impact-legend = Who is affected?
new-urgency-legend = How urgent is it?
new-title-hint = In one line: what happens, and where?
new-reference-hint = The number this has in your own administration. It comes back on every page and mail.
new-description-hint = What happened, since when, what did you expect, and what have you tried already? Copy error messages word for word.
new-observers-hint = E-mail addresses of colleagues with access to this portal, one per line. They get the same mail as you.
new-observers-outside = You can ask somebody outside on the page of the case, once it is open.
new-submit = Open the case

# Attaching files.

attach-choose = Add files
attach-hint = Screenshots, photos and log files. Large files are sent in parts, and go on where they were after an interruption.
attach-limit = A file can have up to { $max }.
attach-no-script = To attach files, switch JavaScript on in your browser. The text you can send without.
attach-kept = File attached earlier
attach-gone = { $count ->
    [one] One file that was attached is no longer kept. Attach it once more.
   *[other] { $count } files that were attached are no longer kept. Attach them once more.
}
attach-checking = Preparing
attach-sending = Sending
attach-paused = No connection; goes on by itself
attach-done = Attached
attach-failed = Not attached
attach-cancel = Cancel
attach-remove = Remove
attach-retry = Try again
attach-wait = The form can be sent as soon as all files have arrived.
attach-too-many = No more than { $max } files can be attached to one message.
attach-resumed = Goes on where it stopped
uploads-used-up = In one day you can send up to { $size }, in up to { $files } files. This file would be more: send it after { $at }.

# The case page.

case-back = All cases
case-back-desk = Desk
copy-number = Copy number
copied = Copied
case-facts = Facts
case-to-facts = More about it, among the facts
case-opened = Opened
case-updated = Last update
case-closed = Closed
case-company = Company
case-location = Location
case-engineer = Engineer
case-reporter = Reported by
case-observers = Followed by
case-planned = Planned for
case-closes = Closes by itself
case-nobody-yet = Nobody yet
case-stranded = You wrote:
case-leftover-title = Draft: { $what }
case-leftover = This cannot be sent as the case stands. Copy what you still need. The draft is kept until { $day }, unless you discard it.
case-reference-theirs = Their reference
case-transcript = Download transcript
case-transcript-hint = A file with the whole history, whose completeness anybody can verify.
case-actions = Actions
case-sections = Parts of this case
tab-thread = Conversation
tab-journal = Journal notes
tab-mails = E-mails
case-parts = Parts of the history
case-part-newest = This case is long: these are its newest entries.
case-part-earlier = You are reading earlier entries of this case.
case-earlier = Earlier entries
case-newest = Newest entries
case-part-empty = Nothing of this kind is among these entries.
journal-empty-title = No notes yet
journal-empty = Notes the engineers make about the work on this case appear here.
mails-empty-title = No e-mails yet
mails-empty = Every e-mail about this case appears here, with whether it was delivered, and so does what the customer adds to the case.
mail-to = To
internal-note = Internal
internal-note-hint = only engineers see this
journal-note = Visible to the customer
the-portal = The portal
attachments-of = Attachments
file-preview = Look at it
file-preview-pdf = Look at it in a new tab
file-details = Details
file-type = Type, by its content
file-type-unknown = Not known
file-sha256-parts = SHA-256 of the SHA-256 digests of its parts of 16 MiB
verdict-pending = Being checked. It can be downloaded in a moment: reload the page.
verdict-clean = Checked: nothing harmful was found.
verdict-malicious = Not available: it was found to be harmful. Nobody can download it.
verdict-unscannable = Not available: it could not be checked. An archive with a password cannot be; send what is in it without one.
archive-title = All files of case { $number }
archive-back = Case { $number }
archive-all = All files in one archive
archive-contents = { $files ->
    [one] One file, { $size }.
   *[other] { $files } files, { $size } in all.
}
archive-empty = There is no file to download.
archive-pending = { $files ->
    [one] One file is still being checked and is left out.
   *[other] { $files } files are still being checked and are left out.
}
archive-withheld = { $files ->
    [one] One file is not available and is left out.
   *[other] { $files } files are not available and are left out.
}
archive-too-large = That is too much for one archive, which holds { $files } files and { $size } at most. Download the files one by one.
archive-ask = Put the archive together
archive-building = The archive is being put together. That takes seconds, or a few minutes for large files.
archive-looks = This page looks again by itself every { $seconds } seconds.
archive-still = Look only when I ask for it
archive-again = See whether it is ready
archive-download = Download the archive

event-opened = opened the case
event-replied = replied
event-asked = asked a question
event-told = wrote
event-noted = added a note
event-taken = took the case
event-taken-over = took the case over from { $name }
event-assigned = gave the case to { $name }
event-handed-back = handed the case back to the desk
event-planned = planned the work for { $day }
event-resumed-question = took back the question and went on with the case
event-resumed-plan = took back the plan for { $day } and went on with the case
event-resumed-solution = took back the solution and went on with the case
event-solution-proposed = proposed a solution
event-solution-refused = refused the solution
event-kept-open = asked to keep the case open
event-reminded = reminded of the proposed solution
event-closed = closed the case
event-closed-approved = approved the solution and closed the case
event-closed-no-answer = closed the case, since the solution had no answer in time
event-reopened = reopened the case
event-observer-added = added { $name } as an observer
event-observer-joined = started following the case
event-observer-removed = took { $name } off the observers
event-observer-left = stopped following the case

solution-title = Does this solve it?
solution-lead = { $engineer } proposed a solution. Tell us whether it works.
solution-lead-somebody = We proposed a solution. Tell us whether it works.
solution-closes = Without an answer this case closes by itself on { $moment }.
solution-waits = The customer has until { $moment } to answer; after that the case closes by itself.
solution-approve = Yes, close the case
solution-refuse = No, it does not
solution-refuse-reason = What is still wrong?
solution-refuse-send = Send and continue the case
solution-keep-open = I need more time
solution-keep-open-hint = “I need more time” keeps the case open: it then no longer closes by itself.

reply-title = Add to this case
reply-title-closed = Add to this closed case
reply-hint-closed = The case is closed. If something is still wrong, write it here: an engineer reads it and can reopen the case.
reply-send = Send
close-case = Close case
close-lead = Closing ends the work on this case. You can still add to it afterwards.
close-reason = Reason
close-confirm = Close this case
observe-add = Add an observer
observe-email = E-mail address of a colleague
observe-email-desk = E-mail address of somebody at the company
observe-hint = They get the same mail about this case as the reporter.
observe-confirm = Add
unobserve = Remove an observer
unobserve-one = Remove { $name }
unobserve-me = Stop following
unobserve-me-ask = Stop following…
unobserve-me-lead = You see this case only because you follow it. If you stop, you will not see it any more, and only a colleague or an engineer can add you again.
read-only = You can read this case. Adding to it takes write access.

# Said once, after something was done.

done-opened = Your case is open. We have mailed you a confirmation, and tell you as soon as something happens.
done-replied = Your addition has been sent. It is saved in the case, and the others who follow it are told by e-mail.
done-approved = Thank you. The solution is approved and the case closed.
done-refused = Your answer has been sent. The case goes on.
done-kept-open = The case stays open.
done-closed = The case is closed.
done-observed = The observer has been added.
done-unobserved = They no longer follow this case, and are mailed nothing more about it.
done-followed = You now follow this case, and are mailed about it.
done-left = You no longer follow the case, and are mailed nothing more about it.
done-taken = The case is yours.
done-assigned = The case has been given to your colleague, who is told by e-mail.
done-handed-back = The case is back at the desk, where it is nobody’s.
done-messaged = Your message has been sent.
done-noted = The note is saved.
done-planned = The date is planned.
done-resumed = The case is in progress again, and the customer is told what no longer holds.
done-proposed = The solution has been proposed to the customer.
done-reopened = The case is open again.
done-signed-out = You are signed out.
