# Looking for cases by words.

search-title = Search in cases
search-lead = Looks at case numbers, references, titles, the names of attachments and everything that was written. A case is found if it has all the words, in one form or another. What was written in the last few seconds may not be there yet.
search-go = Search
search-results = Cases found
search-changed = Changed
search-reference = Reference:
search-files = Attachments:
search-none = No case that you may see has all of these words. Try fewer of them, or others.
search-no-words-title = There is no word in this
search-no-words = Type a word or a number: only letters and digits are looked for.
search-looked = Older cases have not been looked through yet: there may be some among them.
search-end-title = That was all
search-end = No further case has all of these words.
