# Mails about requests for access. $about is the question, who asks, the level or the reason.

letter-access-more-subject = A question about your request for access to { $brand }
letter-access-more-lead = { $name }, before we decide your request for access we would like to know:
letter-access-more-ask = { $about }
letter-access-more-button = Answer
letter-access-prime-subject = Please confirm a request for access to { $brand }
letter-access-prime-lead = { $name }, { $about } asked for another level of access to our support portal.
letter-access-prime-ask = As your company’s prime contact, please tell us whether you agree. The link is good for a week, and once.
letter-access-prime-button = Look at the request
letter-access-granted-subject = Your access to { $brand }
letter-access-granted-lead = { $name }, your request for access has been granted.
letter-access-granted-ask = You now have the level you asked for: { $about }.
letter-access-granted-button = My access
letter-access-refused-subject = Your access to { $brand }
letter-access-refused-lead = { $name }, your request for access has not been granted.
letter-access-refused-ask = { $about }
letter-access-refused-button = My access
letter-login-granted-subject = Your login for { $brand }
letter-login-granted-lead = { $about }, your request for a login has been granted.
letter-login-granted-ask = We are making your account. A second mail brings you a link to choose a password with.
letter-login-granted-button = Open the portal
letter-login-refused-subject = Your request for a login to { $brand }
letter-login-refused-lead = We are not making the login that you asked for.
letter-login-refused-ask = { $about }
letter-login-refused-button = Open the portal
