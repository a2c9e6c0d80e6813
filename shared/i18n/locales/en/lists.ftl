# Lists of cases: filtered, sorted, taken away.

list-number = Case number
list-number-go = Open the case
list-filter = Filter and sort
list-filter-go = Show
list-more = More products…
list-more-desk = More products and engineers…
list-filter-lead = All products of your contracts are offered here, also of those that have ended; of engineers, those of the page you come from.
list-filter-desk-lead = All products and all engineers are offered here.
list-clear = Clear the filters
list-show-open = Open cases
list-show-all = All cases
list-whose-company = Your company’s
list-whose-own = Opened by you
list-whose-followed = Followed by you
list-any-status = Any
list-any-type = Any
list-any-mark = With or without
list-any-product = Any
list-any-engineer = Anybody
list-engineer-me = You
list-company-hint = Choose one that is offered, or type its ID. Its cases are sorted, and their days counted, by when they were opened.
list-company-hint-id = Type its ID, which stands on the company’s page. Its cases are sorted, and their days counted, by when they were opened.
list-opened-from = Opened from
list-opened-to = Opened until
list-changed-from = Changed from
list-changed-to = Changed until
list-flawed-title = No cases were searched
list-flawed = Correct the filters, or clear them.
list-looked-title = None found so far
list-looked = Not all cases have been looked through yet: there may be some further on.
list-look-further = Look further
list-none-title = No case matches
list-none = There are cases, but none matches all the filters.
list-none-open = No open case matches all the filters. Closed cases were left out.
list-show-closed-too = Search closed cases too
list-export = Download as a sheet
list-export-hint = CSV, as filtered. More than { $max } cases come in parts.
sheet-part-title = Sheet, part { $n }
sheet-part-back = Back
sheet-part-lead = One sheet does not hold everything, so it comes in parts. Download this part, then go on to the next one. Each part begins with the names of the columns.
sheet-part-empty = Nothing was found for this part.
sheet-part-download = Download part { $n }
sheet-part-lines = { $n ->
    [one] { $n } line
   *[other] { $n } lines
}
sheet-part-next = Go on to part { $n }
sheet-part-last = This is the last part.
list-filters = { $n ->
    [one] { $n } filter
   *[other] { $n } filters
}

list-caption-open = Open cases. { $order }.
list-caption-closed = Closed cases. { $order }.
list-caption-all = The open cases, and behind them the closed ones. { $order }.

order-newest = Newest first
order-oldest = Oldest first
order-untouched = Longest untouched first
order-recent = Last changed first

entry-incident = Report an incident
entry-request = Make a request
entry-question = Ask a question
entry-feature-request = Request a feature
entry-admin = Have your details changed
