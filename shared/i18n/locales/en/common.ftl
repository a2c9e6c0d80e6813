# Every page: frame, paging, form fields, problems.

skip-to-content = Skip to content
nav-main = Main menu
nav-cases = Cases
nav-new-case = New case
nav-desk = Desk
nav-companies = Companies
sign-in = Sign in
sign-out = Sign out
support-portal = Support portal
choose-language = Language
times-zone = Times are shown in the { $zone } time zone.

error-prefix = Error:
problem-summary = There is a problem
more-pages = More pages
next-page = Next page
first-page = Back to the first page
optional = optional
cancel = Cancel

field-entry = { $field } (no. { $n })
field-email = E-mail address
field-password = Password
field-product = Product
field-case_type = Type
field-impact = Impact
field-urgency = Urgency
field-title = Title
field-reference = Your own reference
field-description = Description
field-observers = Colleagues who follow the case
field-attachments = Attachments
field-text = Message
field-reason = Reason
field-on = Date
field-kind = Kind of message
field-audience = Readers of the note
field-decision = Decision
field-language = Language
field-name = Name
field-size = Size
field-media_type = File type
field-username = User name
field-contact_id = Contact ID
field-zone = Time zone
field-rules = Rules
field-answer = Characters in the picture
field-challenge = Picture
field-link = Link
field-first_name = First name
field-last_name = Last name
field-country = Country
field-job_title = Job title
field-phone = Telephone
field-address = Street and number
field-postcode = Postcode
field-city = City
field-pin = PIN
field-contact = E-mail address or Contact ID
field-id = ID
field-company_kind = Known as
field-prime_contact = Prime contact
field-company = Company
field-level = Access level
field-case_scope = Sees
field-active = Active
field-coverage = Coverage
field-products = Products
field-starts = First day
field-ends = Last day
field-serial = Serial number
field-model = Model
field-site = Site
field-quantity = Quantity
field-key_ending = Key ends in
field-customer = Company served
field-sheet = Records
field-csv = CSV
field-revision = Revision
field-wants = Level
field-sold_to = Sold-To company
field-end_user = End-User company

size-bytes = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
}
size-kilo = { $n } kB
size-mega = { $n } MB
size-giga = { $n } GB

problem-400-title = We could not read that
problem-400-advice = The request was incomplete or damaged. Go back, reload the page and try again.
problem-401-title = Please sign in
problem-401-advice = You need to be signed in to see this page.
problem-403-title = You may not do that
problem-403-advice = Your access does not include this. If you need it, ask the person at your company who looks after the support contract.
problem-404-title = There is nothing here
problem-404-advice = The address may be mistyped, or the page is not meant for your account. Check the number, or look the case up in your list.
problem-405-title = That does not work here
problem-405-advice = This address exists, but not for this kind of request. Start again from the menu.
problem-409-title = Somebody was quicker
problem-409-advice = The case changed while you had it open, so nothing was done. Open it again to see what is new.
problem-413-title = That is too large
problem-413-advice = More was sent than the 512 KiB that one request may hold. Send long text and logs as an attachment.
problem-415-title = We cannot read that format
problem-415-advice = Send a form (application/x-www-form-urlencoded) or JSON (application/json), and name which in the header Content-Type.
problem-422-title = Something needs correcting
problem-422-advice = Go back and check what you filled in.
problem-429-title = Please wait a moment
problem-429-advice = There were too many attempts in a short time. Wait a few minutes, then try again.
problem-500-title = Something went wrong on our side
problem-500-advice = It is not your doing, and nothing you sent was half done. Try again in a few minutes. If it keeps happening, call or mail us and quote the number below.
problem-quote = Number to quote:
problem-home = Go to the start page

# Failures with words of their own: pages and programs…
failure-cursor-title = The list cannot go on from there
failure-cursor-advice = The address of that page is damaged, or belongs to another list. Start again from the first page.
failure-foreign-title = That did not come from the portal
failure-foreign-advice = Another site seems to have sent this for you, so nothing was done. If you meant it, open the portal and do it there.
failure-key-reused-title = This key was used before
failure-key-reused-advice = The idempotency key belongs to another request that was carried out, so nothing was done now. Send this one again with a new key.
failure-outdated-title = Somebody was quicker
failure-outdated-advice = It was changed after you read it, so nothing was done. Read it again, then change it.
failure-stale-title = This page is out of date
failure-stale-advice = It was opened too long ago, so nothing was done. Reload it and send it again.

# …and programs only.
failure-flaws-advice = Correct the fields listed under “errors” and send the request again.
failure-link-gone-title = This link is good no more
failure-link-gone-advice = The link has been used, or is too old. Have another one mailed.
failure-not-found-advice = Nothing has this address, or your account may not see it. Check the numbers and identifiers in it.
failure-not-json-advice = The body is not one complete JSON object. Check its syntax and send it again.
field-confirm = Contact ID
