# What is wrong with a field, what a case's state does not allow, what a person may not do.

flaw-required = { $field } is required.
flaw-too-long = { $field } is too long: there is room for { $max } characters.
flaw-too-short = { $field } is too short: it takes at least { $max } characters.
flaw-too-many = { $field }: there can be no more than { $max }.
flaw-control-characters = { $field } holds characters that cannot be shown. Paste it as plain text, or type it.
flaw-no-such-choice = { $field }: choose one of the options.
flaw-not-an-address = { $field }: write an e-mail address such as name@example.com.
flaw-not-a-user-name = { $field }: use letters, digits, full stops, hyphens and underscores only.
flaw-not-the-picture = { $field }: that is not what the picture shows, nor the sum. Here is a new one.
flaw-not-a-zone = { $field }: write a time zone such as Europe/Brussels, or leave it empty.
flaw-not-accepted = { $field }: you can register only if you accept them.
flaw-no-such-colleague = { $field }: this address belongs to nobody with access to this portal. Check it, or leave it out.
flaw-not-a-date = { $field }: choose a date, or write it as 2026-11-22.
flaw-past = { $field } lies in the past. Choose today or later.
flaw-not-a-pin = { $field }: write the six digits.
flaw-no-such-contact = { $field }: no contact has this.
flaw-not-arrived = { $field }: this file has not arrived. Attach it once more.
flaw-bad-size = { $field }: a file cannot be empty, or larger than { $max }.
flaw-too-common = { $field } is easy to guess. Choose a longer one, or a few words that do not belong together.
flaw-not-the-same = { $field } is not the same as the new password. Type both again.
flaw-unchanged = { $field } is the one you have. Choose another.
flaw-wrong-password = { $field } is not right. Passwords are case-sensitive: check the Caps Lock key.
flaw-wrong-code = { $field } is not right, or was used before. Wait for the next one and type that.
flaw-no-such-field = { $field } is not a field of this form.
flaw-wrong-type = { $field } has a value of the wrong type.

refused-closed = This case is closed, so that is no longer possible. You can still add a message.
refused-not-closed = This case is not closed.
refused-no-solution = There is no solution waiting for an answer any more.
refused-not-due = It is not yet time for that.
refused-already-taken = This case is yours already.
refused-already-observer = That person follows this case already.
refused-too-many-observers = No more people can follow this case.
refused-day-over = That day is over. Choose today or later.
refused-overtaken = Somebody changed this case a moment before you. Your text is still here: look at what is new, then send it again.

denied-unknown = There is no such case, or it is not one that you may see.
denied-read-only = Your access is read-only: you can follow cases, and not change them.
denied-customer-only = Only the customer can do that.
denied-engineer-only = Only engineers can do that.
denied-admin-only = Only administrators can do that.
denied-no-cases = Your access does not include cases. Ask the person at your company who looks after the support contract.
