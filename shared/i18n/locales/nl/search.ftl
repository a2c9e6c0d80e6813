# Cases zoeken op woorden.

search-title = Zoeken in cases
search-lead = Zoekt in casenummers, referenties, titels, namen van bijlagen en alles wat er geschreven is. Een case wordt gevonden als alle woorden erin voorkomen, in welke vorm dan ook. Wat in de laatste seconden geschreven is, staat er misschien nog niet bij.
search-go = Zoeken
search-results = Gevonden cases
search-changed = Gewijzigd
search-reference = Referentie:
search-files = Bijlagen:
search-none = Geen case die u mag zien, bevat al deze woorden. Probeer het met minder of andere woorden.
search-no-words-title = Hier staat geen woord in
search-no-words = Typ een woord of een nummer: alleen letters en cijfers tellen mee.
search-looked = Oudere cases zijn nog niet doorzocht: daar kunnen er nog tussen zitten.
search-end-title = Dat was alles
search-end = Geen verdere case bevat al deze woorden.
