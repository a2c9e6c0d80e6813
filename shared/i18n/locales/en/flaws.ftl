# What is wrong with a field, what a case's state does not allow, what a person may not do.

flaw-required = { $field } is required.
flaw-too-long = { $field } is too long: there is room for { $max } characters.
flaw-too-short = { $field } is too short: it takes at least { $max } characters.
flaw-too-many = { $field }: there can be no more than { $max }.
flaw-too-many-lines = The file has { $n } lines, and { $max } can be imported at once. Split it into files of at most { $max } lines, each with the headings, and import them one after the other.
flaw-control-characters = { $field } holds characters that cannot be shown. Paste it as plain text, or type it.
flaw-no-such-choice = { $field }: choose one of the options.
flaw-not-an-address = { $field }: write an e-mail address such as name@example.com.
flaw-not-a-user-name = { $field }: use letters, digits, full stops, hyphens and underscores only.
flaw-not-the-picture = { $field }: that is not what the picture shows, nor the sum. Here is a new one.
flaw-not-accepted = { $field }: you can register only if you accept them.
flaw-no-such-colleague = { $field }: this address belongs to nobody with access to cases here. Check it, or leave it out.
flaw-outside-later = { $field }: this address belongs to nobody with access to cases here. Check it, or leave it out: you can ask somebody outside on the page of the case, once it is open.
flaw-no-such-engineer = { $field }: nobody who works here has this ID. Choose somebody from the list.
flaw-added-too-often = { $field }: you have added the same person to many cases today. Leave them out, or try again tomorrow.
flaw-asked-too-often = { $field }: too many mails were asked for lately, by you or to this address. Try again later, or tomorrow.
flaw-not-a-date = { $field }: choose a date, or write it as 2026-11-22.
flaw-past = { $field } lies in the past. Choose today or later.
flaw-not-a-pin = { $field }: write the six digits.
flaw-no-such-contact = { $field }: no contact has this.
flaw-no-such-case = { $field }: there is no such case that you may see. Check the number.
flaw-not-arrived = { $field }: this file has not arrived. Attach it once more.
flaw-bad-size = { $field }: a file cannot be empty, or larger than { $max }.
flaw-too-common = { $field } is easy to guess. Choose a longer one, or a few words that do not belong together.
flaw-not-the-same = { $field } is not the same as the new password. Type both again.
flaw-unchanged = { $field } is the one you have. Choose another.
flaw-wrong-password = { $field } is not right. Passwords are case-sensitive: check the Caps Lock key.
flaw-wrong-code = { $field } is not right, or was used before. Wait for the next one and type that.
flaw-not-an-id = { $field }: use up to 40 letters without accents, digits and hyphens, and no spaces.
flaw-not-a-number = { $field }: write a whole number from 1 to { $max }.
flaw-not-within = { $field }: write a whole number from { $min } to { $max }.
flaw-not-a-phone = { $field }: write a telephone number of 6 to 15 digits, such as +32 2 555 01 23.
flaw-not-an-ip-address = { $field }: write an IP address such as 192.0.2.10 or 2001:db8::1.
flaw-not-a-moment = { $field }: choose a date and a time, or say that it is not known.
flaw-not-a-key = { $field }: use up to 40 small letters without accents, digits, hyphens and underscores.
flaw-not-before = { $field }: choose an earlier question that is answered with a choice or a check box.
flaw-rival = { $field }: the form { $form } is for the same cases and as specific. Choose others, or change that one.
flaw-other-form = The questions for this product and type are others, or have changed meanwhile. Look at them here, then send it again.
flaw-other-company = You filled this in for another company than { $company }, for which you act now. If it is meant for { $company }, send it again. If not, choose the other company under “My access” first.
flaw-not-a-zone = { $field }: write a time zone such as Europe/Brussels.
flaw-named-twice = { $field }: the heading names this column twice. Leave one of the two out.
flaw-not-a-sheet = { $field }: this line cannot be read. Check its quotation marks and the number of its cells.
flaw-ends-before-start = { $field }: this lies before the first day. Choose that day or a later one.
flaw-no-such-record = { $field }: there is no such record. Check the number, or make the record first.
flaw-taken = { $field } is in use already. Choose another, or change the record that has it.
flaw-is-prime-contact = { $field }: this is the company’s prime contact. Name another prime contact first.
flaw-fixed = { $field } stays as it is. Make a new record instead.
flaw-in-use = { $kind ->
    [contract] Contract { $id } of the company { $company } covers this product. Take it off there first, or remove that contract.
    [hardware] Hardware { $id } of the company { $company } is for this product. Change or remove that first.
   *[other] Licence { $id } of the company { $company } is for this product. Change or remove that first.
}
flaw-in-form = The form { $form } is for this product. Take it off there first.
flaw-not-sold-to = { $field }: an End-User serves no other company. First have the one that is to serve known as Sold-To, or as both.
flaw-not-end-user = { $field }: a Sold-To is served by no other company. First have the one that is to be served known as End-User, or as both.
flaw-serves-others = { $field }: this company serves others, and an End-User serves none. First have it serve them no more.
flaw-is-served = { $field }: others serve this company, and nobody serves a Sold-To. First have them serve it no more.
flaw-no-such-field = { $field } is not a field of this form.
flaw-wrong-type = { $field } has a value of the wrong type.

refused-closed = This case is closed, so that is no longer possible. You can still add a message.
refused-not-closed = This case is not closed.
refused-no-solution = There is no solution waiting for an answer any more.
refused-other-solution = Another solution has been proposed since you opened this page. Read it first, then answer.
refused-not-waiting = This case waits for nothing: it is with the engineers already.
refused-not-due = It is not yet time for that.
refused-already-taken = This case is yours already.
refused-already-observer = That person follows this case already.
refused-not-observer = That person does not follow this case any more.
refused-too-many-observers = No more people can follow this case.
refused-day-over = That day is over. Choose today or later.
refused-overtaken = Somebody changed this case a moment before you. Your text is still here: look at what is new, then send it again.

denied-unknown = There is no such case, or it is not one that you may see.
denied-read-only = Your access is read-only: you can follow cases, and not change them.
denied-customer-only = Only the customer can do that.
denied-engineer-only = Only engineers can do that.
denied-admin-only = Only administrators can do that.
denied-no-cases = Your access does not include cases. Ask the person at your company who looks after the support contract.
denied-not-following = Only who opened the case or follows it is mailed about it. Follow the case first.
flaw-not-confirmed = { $field } is not that of this contact. Type it as it stands at the top of the page.
flaw-has-registered = This contact has a password already. Whoever forgot theirs asks for a link on the sign-in page.
flaw-not-registered = This contact has no password yet. Invite them first.
flaw-no-second-factor = This contact signs in without a second factor.
flaw-has-left = This contact is not active any more. Make them active first.
denied-own-request = Nobody decides their own request for access.
