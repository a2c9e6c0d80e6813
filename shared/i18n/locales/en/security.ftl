# How one signs in: second factor, password, sessions, personal access tokens.

sign-in-name = E-mail address or user name
sign-in-password-hint = Passwords are case-sensitive.
sign-in-remember = Keep me signed in
sign-in-remember-hint = For 30 days, in this browser. Not on a computer that others use too.
sign-in-code-title = One more step
sign-in-code-throttled = There were too many attempts. Sign in again in a quarter of an hour.
sign-in-code-back = Sign in as somebody else
code-hint = Six digits from your authenticator app, or one of your recovery codes.
last-sign-in = Previous sign-in: { $at }.
print = Print

profile-menu = My profile
profile-password = Password
profile-two-factor = Two-factor sign-in
profile-sessions = Sessions
profile-tokens = Access tokens

password-lead = Changing it signs you out everywhere else and ends your personal access tokens.
password-hint = At least { $n } characters of any kind, spaces too. A few words that do not belong together are hard to guess. You can paste it from a password manager.
password-submit = Change password

two-factor-lead = With it, nobody signs in as you by your password alone: a code from an app on your phone is asked for too.
two-factor-scan-title = Set it up
two-factor-scan = Open an authenticator app (such as Aegis, Google Authenticator, Microsoft Authenticator or a password manager) and scan this code with it.
two-factor-qr = QR code with the key below, for an authenticator app
two-factor-type = No camera? Type this key into the app instead:
two-factor-confirm-hint = The six digits that the app shows now. They prove that it works.
two-factor-submit = Switch on
two-factor-codes-lead = Two-factor sign-in is on. These are your recovery codes: each signs you in once when you do not have your phone. They are shown only now. Print them, or keep them in a password manager.
two-factor-codes-kept = I have kept them
two-factor-on = Two-factor sign-in is on since
two-factor-left = { $n ->
    [0] You have no recovery codes left. To get new ones, switch it off and on again.
    [one] You have { $n } recovery code left. To get new ones, switch it off and on again.
   *[other] You have { $n } recovery codes left. To get new ones, switch it off and on again.
}
two-factor-off-title = Switch it off
two-factor-off-lead = For a new phone, switch it off here and set it up again.
two-factor-off-submit = Switch off

sessions-lead = Where you are signed in. If you do not know one of these, end it and change your password.
sessions-end-others = Sign out everywhere else
sessions-end-all = Sign out everywhere, here too
session-what = { $browser } on { $system }
session-unknown = Unknown browser
session-this = This one
session-begun = Signed in
session-last-used = Last used
session-ends = Ends
session-end = Sign out

tokens-lead = Programs of yours use these instead of your password. A program exchanges its token at /session/token for an access token that is good for a quarter of an hour. When you change your password, all of them end.
token-made-title = Your new token “{ $name }”
token-made = Copy it now: it is not shown again.
token-copy = Copy
token-copied = Copied
token-made-at = Made
token-last-used = Last used
token-never = never
token-end = Revoke
token-new-title = Make a new one
token-name-hint = What it is for, so that you know it again.
token-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
token-password-hint = Type it again, so that nobody else makes a token on a screen left open.
token-submit = Make token
reach-read = Read
reach-read-hint = See what you may see, and change nothing.
reach-write = Read and write
reach-write-hint = All that you may do, but for your own sign-in.

field-current = Current password
field-new = New password
field-repeat = New password again
field-code = Code
field-half = First half of the sign-in
field-secret = Key
field-scope = What it may do
field-days = Good for

done-password-changed = Your password is changed. You are signed out everywhere else.
done-session-ended = That session has ended.
done-others-ended = You are signed out everywhere else.
done-second-factor-off = Two-factor sign-in is off.
done-token-ended = That token is revoked.

failure-change-password-title = Choose a new password first
failure-change-password-advice = Somebody else may know the password you have. Choose a new one before you go on.
failure-accept-rules-title = Accept the rules first
failure-accept-rules-advice = Accept the rules of this portal before you go on.
failure-set-up-second-factor-title = Set up two-factor sign-in first
failure-set-up-second-factor-advice = Engineers sign in with a code from an app too. Set that up before you go on.
failure-second-factor-on-title = Two-factor sign-in is on already
failure-second-factor-on-advice = Nothing was changed. To set it up anew, switch it off first.
failure-code-required-title = A code is needed too
failure-code-required-advice = Your password is right. Now the code from your authenticator app.
failure-code-title = That code is not right
failure-code-advice = That code is not right, or was used before. Wait for the next one and type that, or use a recovery code.
failure-token-title = That token is no longer valid
failure-token-advice = The personal access token is not a valid one: it has ended, was revoked, or was made before its owner changed their password. Make a new one.

denied-session-only = A personal access token does not reach that far. Sign in to the portal for it.
denied-read-token = This personal access token may only read. Make one that may write.
