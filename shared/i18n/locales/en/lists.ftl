# Lists of cases: filtered, sorted, taken away.

list-number = Case number
list-number-go = Open the case
list-filter = Filter and sort
list-filter-go = Show
list-clear = Clear the filters
list-show-open = Open cases
list-show-all = All cases
list-whose-company = Anybody at your company
list-whose-own = You
list-any-status = Any
list-any-type = Any
list-any-product = Any
list-any-engineer = Anybody
list-engineer-me = You
list-opened-from = Opened from
list-opened-to = Opened until
list-changed-from = Changed from
list-changed-to = Changed until
list-flawed-title = Nothing was looked for
list-flawed = Correct the filters, or clear them.
list-looked-title = None found so far
list-looked = Not all cases have been looked through yet: there may be some further on.
list-look-further = Look further
list-none-title = No case matches
list-none = There are cases, but none that all filters let through.
list-none-open = No open case is one that all filters let through. Closed ones were left out.
list-show-closed-too = Look among closed ones too
list-export = Download as a sheet
list-export-hint = CSV, as filtered: the first { $max } cases. For more, choose days.
list-filters = { $n ->
    [one] { $n } filter
   *[other] { $n } filters
}

order-newest = Newest first
order-oldest = Oldest first
order-untouched = Longest untouched first
order-recent = Last changed first

entry-incident = Report an incident
entry-request = Make a request
entry-question = Ask a question
