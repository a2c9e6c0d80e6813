# Signing in.

sign-in-lead = For customers with a support contract: open cases, follow them and settle them here.
sign-in-wrong = That name and password do not go together. Check both and try again.
sign-in-ended = Your session ended. Sign in again to go on where you were.
sign-in-throttled = There were too many attempts. Try again in a quarter of an hour, or now with a browser that you signed in with before. If you cannot wait, have us mail you a link to choose a password with: after that you sign in with this browser, too.
sign-in-kept-title = What you wrote is safe
sign-in-kept = Your session ended before it could be sent. Sign in, and you can send it as it is.
sign-in-help = No access yet, or a password you no longer know? Call or mail your service contact.
show-password = Show password
hide-password = Hide password

continue-title = Welcome back
continue-lead = This is what you wrote before. It has not been sent yet.
continue-send = Send it now
continue-drop = Discard it and go to the start page

kept-title = What you wrote
kept-copy = It stands on this page only. Copy what you still need.
kept-then = It has not been sent yet. Once you have done this, you can send it as it is.
