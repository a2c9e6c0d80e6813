# The page a contact begins on.

nav-home = Home
home-title = Hello, { $name }
home-you = You
home-access = Access
home-access-read-write = Open and change cases
home-access-read-only = Follow cases
home-access-basic = No cases
home-access-own = Yours and those you follow
home-access-company = All of your company
home-access-partner = All of your company, and of those it serves
home-edit = Edit my details
home-incomplete = Some of your details are missing:
home-complete = Complete your details
home-contract = Support contract
home-no-contract = There is no support contract. Ask your service contact.
home-none-runs = No support contract runs now: you can look at what there is, but change nothing. Ask your service contact to renew it.
home-days-left = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
}
home-until = until { $day }
home-ended = Ended on { $day }
home-begins = Begins on { $day }
home-products = Products
home-product-cases = Open cases
home-no-products = No product is covered now.
home-cases = Open cases
home-no-cases = Nothing is open.
home-all-cases = All open cases
home-hardware = Hardware
home-licences = Licences
home-serial = Serial number
