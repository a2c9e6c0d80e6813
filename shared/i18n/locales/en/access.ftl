# Access: what one has, asking for more, deciding that.

nav-access = My access
nav-access-requests = Access requests

module-cases = Cases
module-knowledge = Knowledge base
module-remote-access = Remote access
soon-mark = not in use yet
soon-lead = This part of the portal is not in use yet. It will appear here as soon as it is.

acting-for = You act for { $company }

elsewhere-title = Case { $number } belongs to { $company }
elsewhere-lead = You act for another company now. Act for { $company } to see the case; you can go back whenever you like.
elsewhere-open = Open as { $company }

level-basic = Basic
level-read-only = Read-only
level-read-write = Read-write
level-basic-lead = You have basic access, which includes no cases.
level-read-only-lead = You have read-only access: you can follow cases. Opening and changing them takes read-write access, but for admin cases.
level-read-write-lead = You have read-write access: you open cases and work on them as your company’s designated contact.
scope-own = You see the cases you opened or follow.
scope-company = You see all cases of your company.
scope-partner = You see all cases of your company, and of the companies it serves once you act for them.

ability-sign-in = Sign in
ability-attend-tutorials = Register for live tutorials and attend them
ability-watch-recordings = Watch recorded tutorials
ability-read-knowledge = Search, view and download from the knowledge base
ability-view-cases = View cases
ability-create-cases = Open cases
ability-modify-cases = Answer, decide and close cases
ability-request-features = Request features
ability-download-software = Download software and order controlled software

access-title = My access
access-level = You have this level of access: { $level }.
access-table = What each level includes
access-what = You can
access-yours = your level
access-included = Included
access-not-included = Not included
access-serves = Companies you act for
access-serves-hint = Choose a company to see its cases. At most you have the level beside its name.
access-home = Back to my own company
access-acting-now = You act for this company now.
access-request = Your request
access-has = Current level
access-wants = Asks for
access-a-login = A login
access-asked = Asked
access-due = To be decided by
access-overdue = Overdue
access-answer = Your answer
access-answer-send = Send the answer
access-withdraw = Withdraw the request
access-ask-title = Ask for another level
access-ask-lead = We decide within two business days and mail you. Your company’s prime contact may be asked to confirm.
access-why = Why do you need it?
access-why-hint = What you want to do with it, and until when if it is for a while.
access-ask = Send the request

access-queue-title = Access requests
access-queue-caption = Open requests, those due first at the top
access-queue-empty-title = Nothing to decide
access-queue-empty = Every request has been decided. New ones appear here.
access-who = Who
access-request-of = Request from { $name }
access-prime = Prime contact
access-no-prime = Nobody was named
access-grant = Grant
access-refuse = Refuse…
access-refuse-hint = It is mailed to whoever asked.
access-refuse-send = Refuse
access-ask-more = Ask for more…
access-question = What do you want to know?
access-ask-more-send = Send the question
access-ask-prime = Have { $name } confirm it
access-make-contact = Find the company and add the contact
access-contact-forms = Add the contact
access-add-to = To { $name }
access-no-contact = Add no contact…
access-no-contact-send = Add no contact

access-standing-open = To be decided
access-standing-waits-for-prime = Waits for the prime contact
access-standing-waits-for-answer = Waits for an answer
access-standing-awaits-contact = Granted, no contact yet
access-standing-granted = Granted
access-standing-refused = Refused
access-standing-withdrawn = Withdrawn

# After the name of who did it.
access-step-asked = asked for it
access-step-prime-asked = asked the prime contact to confirm
access-step-confirmed = confirmed it
access-step-denied = does not agree
access-step-more-asked = asked for more
access-step-answered = answered
access-step-granted = granted it
access-step-contact-made = put them on record
access-step-refused = refused it
access-step-withdrawn = withdrew it

access-refused-ended = This request has been decided or withdrawn already.
access-refused-own = Nobody decides their own request, nor one they are asked to confirm.
access-refused-not-yours = That is for somebody else to do.
access-refused-prime-asked = The prime contact has been asked already.
access-refused-waits-for-prime = The prime contact has not answered yet. Wait for that, or refuse the request. You can ask again after seven days, or once the company has another prime contact.
access-refused-prime-denied = The prime contact does not agree, so it cannot be granted.
access-refused-waits-for-answer = Your last question has not been answered yet.
access-refused-nothing-asked = There is no question to answer.
access-refused-no-account = Who asks for a login has no account yet, so nobody can be asked about it here.
access-refused-no-prime = There is nobody else at the company who could confirm it.
access-refused-one-is-open = You have asked already. Wait for the decision, or withdraw that request first.
access-refused-same-level = That is the level there is already.
access-refused-overtaken = Somebody dealt with this request a moment before you. Look at what is new, then try again.
access-refused-too-long = There have been too many steps. Decide the request.

prime-title = Please confirm a request for access
prime-lead = { $name } asked for another level of access to the support portal. As your company’s prime contact, do you agree?
prime-confirm = Yes, I agree
prime-deny = No, I do not agree…
prime-deny-hint = Only we read this.
prime-deny-send = I do not agree
prime-thanks = Thank you
prime-confirmed = We will decide the request and mail whoever made it.
prime-denied = We will not grant the request.
prime-gone-title = This link no longer works
prime-gone = It has been used, the request has been decided, or your company has another prime contact by now. There is nothing left for you to do.

login-title = Request a login
login-lead = For people of companies we support who have no account yet. We look at it within two business days and mail you.
login-name = Your name
login-email-hint = At work: we mail our decision there.
login-pair = Companies { $n }
login-pair-hint = Sold-To is the company that bought the product, End-User the one that uses it. They are often the same.
login-why = What do you need it for?
login-why-hint = Your role, the products, and your contract number if you have it.
login-send = Send the request
login-throttled = There were too many requests in a short time. Try again in a quarter of an hour.
login-link = Request a login

done-acting = You act for another company now.
done-access-asked = Your request has been sent. We mail you our decision.
done-access-answered = Your answer has been sent.
done-access-withdrawn = Your request has been withdrawn.
done-prime-asked = The prime contact has been asked to confirm.
done-more-asked = Your question has been sent.
done-access-granted = The request has been granted.
done-access-refused = The request has been refused.
done-login-asked = Your request has been received. We look at it within two business days and mail you.
