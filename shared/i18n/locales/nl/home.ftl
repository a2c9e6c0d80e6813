# De pagina waarop een contact begint.

nav-home = Start
home-title = Dag { $name }
home-you = U
home-access = Toegang
home-access-read-write = Cases openen en wijzigen
home-access-read-only = Cases volgen
home-access-basic = Geen cases
home-access-own = De cases die u opende of volgt
home-access-company = Alle cases van uw bedrijf
home-access-partner = Alle cases van uw bedrijf, en van de bedrijven die het bedient
home-edit = Mijn gegevens bewerken
home-incomplete = Enkele van uw gegevens ontbreken nog:
home-complete = Vul uw gegevens aan
home-contract = Supportcontract
home-no-contract = Er is geen supportcontract. Neem contact op met uw servicedesk.
home-none-runs = Er loopt nu geen supportcontract: u ziet wat er was en kunt niets wijzigen. Vraag uw servicedesk het te verlengen.
home-days-left = { $n ->
    [one] nog { $n } dag
   *[other] nog { $n } dagen
}
home-until = tot en met { $day }
home-ended = Afgelopen op { $day }
home-begins = Begint op { $day }
home-products = Producten
home-product-cases = Openstaande cases
home-no-products = Er valt nu geen product onder.
home-cases = Openstaande cases
home-no-cases = Er staat niets open.
home-all-cases = Alle openstaande cases
home-hardware = Hardware
home-licences = Licenties
home-serial = Serienummer
