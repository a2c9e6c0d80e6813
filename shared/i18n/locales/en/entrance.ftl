# The way in: registering, Contact ID, forgotten and first passwords, what mailed links lead to.

sign-in-forgotten = Forgotten your password, or never had one?
sign-in-new-title = New here?
sign-in-new = Register with the Contact ID you received from us. You need a valid support contract.

register = Register
register-lead = For contacts of customers with a valid support contract. We then mail you a link that activates your account.
register-email-hint = The address that we have on record for you.
register-contact-id-hint = As in the letter or mail we sent you. Capitals or not makes no difference.
register-no-contact-id = Contact ID? Have it mailed to you
register-username-hint = { $min } to { $max } letters, digits, full stops, hyphens or underscores. You can sign in with it, or with your address.
register-zone-hint = As in Europe/Brussels. Times are shown in it; leave it empty to keep the one we have on record.
register-picture = Picture of six distorted characters. You can answer the question below instead.
register-answer-hint = Type the six characters in the picture. If you cannot see them, type the sum of { $a } and { $b } instead, in digits.
register-accept = I accept the rules of this portal
register-rules = Read the rules
register-send = Complete registration
register-known = Do you have an account already?

ask-password-title = Choose a new password
ask-password-lead = Whether you have forgotten it or never had one: we mail you a link with which you choose a password.
ask-password-send = Mail me a link
ask-contact-id-title = Contact ID?
ask-contact-id-lead = We mail it to the address that we have on record for you.
ask-contact-id-send = Request ID
ask-back = Back

mailed-title = Look in your mailbox
mailed-password = We are sending a mail to that address. If it belongs to one of our contacts, it holds a link with which to choose a password within an hour.
mailed-contact-id = We are sending a mail to that address. If it belongs to one of our contacts, it holds their Contact ID.
mailed-registration = We are sending a mail to that address. If address and Contact ID go together, it holds a link that activates your account, within a day.
mailed-nothing = No mail after a few minutes? Look in the spam folder, check the address and try again, or call us.

new-password-title = Choose a password
new-password-lead = You are signed out everywhere else, and sign in with it from now on.
new-password-first = Welcome. Choose the password you will sign in with.
new-password-send = Save the password

activate-title = Activate your account
activate-lead = One step is left: this activates your account { $name } and signs you in.
activate-send = Activate and sign in
activate-taken = Somebody else has taken the user name { $name } meanwhile. Register once more, with another one.

link-gone-title = This link no longer works
link-gone-lead = It has been used, or it is too old. Have another one mailed to you.

rules-title = Rules of this portal
rules-version = Version { $n }
rules-own = Your account is yours alone. Colleagues who need access get one of their own.
rules-secret = Keep your password and your PIN to yourself. Tell us at once if somebody else may know them.
rules-content = Send only what helps to solve a case, and what you may pass on. Remove passwords and other people’s personal data from logs and screenshots.
rules-confidential = What you read here about products and solutions is meant for your company’s own use under its support contract.
rules-data = We keep what you write with the case for as long as the contract and the law ask for. You can ask for a copy of your personal data, and to have it erased.
rules-end = When your company’s contract ends, you can still read your cases, and open no new ones.
rules-past = These rules are no longer in force.
rules-now = Read the current rules
rules-changed = The rules of this portal have changed. Accept them before you go on.
rules-accepted = You accepted version { $n } on { $at }.
rules-accept = Accept and go on
rules-refuse = If you do not accept the rules, sign out. You are asked again when you next sign in.

done-password-set = Your password is saved. Sign in with it.
done-activated = Welcome. Your account is active.
