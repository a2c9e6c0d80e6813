# Lijsten van cases: gefilterd, gesorteerd, meegenomen.

list-number = Casenummer
list-number-go = Case openen
list-filter = Filteren en sorteren
list-filter-go = Tonen
list-more = Meer producten…
list-more-desk = Meer producten en engineers…
list-filter-lead = Hier kunt u kiezen uit alle producten van uw contracten, ook van contracten die zijn afgelopen, en uit de engineers van de pagina waar u vandaan komt.
list-filter-desk-lead = Hier kunt u kiezen uit alle producten en alle engineers.
list-clear = Filters wissen
list-show-open = Openstaande cases
list-show-all = Alle cases
list-whose-company = Van uw bedrijf
list-whose-own = Door u gemeld
list-whose-followed = Waarmee u meeleest
list-any-status = Elke
list-any-type = Elk
list-any-mark = Met of zonder
list-any-product = Elk
list-any-engineer = Iedereen
list-engineer-me = Uzelf
list-company-hint = Kies een bedrijf uit de lijst of typ het ID. De cases ervan worden gesorteerd en op dagen gefilterd volgens het moment waarop ze geopend zijn.
list-company-hint-id = Typ het ID, dat op de pagina van het bedrijf staat. De cases van dat bedrijf worden gesorteerd en op dagen gefilterd volgens het moment waarop ze geopend zijn.
list-opened-from = Geopend vanaf
list-opened-to = Geopend tot en met
list-changed-from = Gewijzigd vanaf
list-changed-to = Gewijzigd tot en met
list-flawed-title = Er is nog niets gezocht
list-flawed = Verbeter de filters of wis ze.
list-looked-title = Tot nu toe niets gevonden
list-looked = Nog niet alle cases zijn doorzocht: verderop kunnen er nog zijn.
list-look-further = Verder zoeken
list-none-title = Geen case voldoet
list-none = Er zijn wel cases, maar geen enkele voldoet aan alle filters.
list-none-open = Geen openstaande case voldoet aan alle filters. Gesloten cases zijn niet doorzocht.
list-show-closed-too = Ook in gesloten cases zoeken
list-export = Downloaden als werkblad
list-export-hint = CSV, zoals gefilterd. Meer dan { $max } cases komen in delen.
sheet-part-title = Werkblad, deel { $n }
sheet-part-back = Terug
sheet-part-lead = Eén werkblad bevat niet alles: het komt in delen. Download dit deel en ga dan verder met het volgende. Elk deel begint met de namen van de kolommen.
sheet-part-empty = Voor dit deel is niets gevonden.
sheet-part-download = Deel { $n } downloaden
sheet-part-lines = { $n ->
    [one] { $n } regel
   *[other] { $n } regels
}
sheet-part-next = Verder met deel { $n }
sheet-part-last = Dit is het laatste deel.
list-filters = { $n ->
    [one] { $n } filter
   *[other] { $n } filters
}

list-caption-open = Openstaande cases. { $order }.
list-caption-closed = Gesloten cases. { $order }.
list-caption-all = De openstaande cases en daarachter de gesloten cases. { $order }.

order-newest = Nieuwste eerst
order-oldest = Oudste eerst
order-untouched = Langst onaangeroerd eerst
order-recent = Laatst gewijzigd eerst

entry-incident = Een storing melden
entry-request = Een aanvraag indienen
entry-question = Een vraag stellen
entry-feature-request = Een functie aanvragen
entry-admin = Uw gegevens laten wijzigen
