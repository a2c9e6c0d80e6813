# Elke pagina: kader, bladeren, formuliervelden, problemen.

skip-to-content = Naar de inhoud
nav-main = Hoofdmenu
nav-cases = Cases
nav-new-case = Nieuwe case
nav-desk = Werkvoorraad
nav-companies = Bedrijven
sign-in = Inloggen
sign-out = Uitloggen
support-portal = Supportportaal
choose-language = Taal
times-zone = De tijden zijn die van de tijdzone { $zone }.

error-prefix = Fout:
problem-summary = Er klopt iets niet
more-pages = Meer pagina’s
next-page = Volgende pagina
first-page = Terug naar de eerste pagina
optional = niet verplicht
cancel = Annuleren

field-entry = { $field } (nr. { $n })
field-email = E-mailadres
field-password = Wachtwoord
field-product = Product
field-case_type = Type
field-impact = Impact
field-urgency = Urgentie
field-title = Titel
field-reference = Uw eigen referentie
field-description = Omschrijving
field-observers = Collega’s die meelezen
field-attachments = Bijlagen
field-text = Bericht
field-reason = Reden
field-on = Datum
field-kind = Soort bericht
field-audience = Lezers van de notitie
field-decision = Beslissing
field-language = Taal
field-name = Naam
field-size = Grootte
field-media_type = Bestandstype
field-username = Gebruikersnaam
field-contact_id = Contact-ID
field-zone = Tijdzone
field-rules = Regels
field-answer = Tekens in het plaatje
field-challenge = Plaatje
field-link = Link
field-first_name = Voornaam
field-last_name = Achternaam
field-country = Land
field-job_title = Functie
field-phone = Telefoon
field-address = Straat en nummer
field-postcode = Postcode
field-city = Plaats
field-pin = Pincode
field-contact = E-mailadres of contactnummer
field-id = ID
field-company_kind = Bekend als
field-prime_contact = Eerste contactpersoon
field-company = Bedrijf
field-level = Toegangsniveau
field-case_scope = Ziet
field-active = Actief
field-coverage = Dekking
field-products = Producten
field-starts = Eerste dag
field-ends = Laatste dag
field-serial = Serienummer
field-model = Model
field-site = Locatie
field-quantity = Aantal
field-key_ending = Sleutel eindigt op
field-customer = Bediende klant
field-sheet = Gegevens
field-csv = CSV
field-revision = Revisie
field-wants = Niveau
field-sold_to = Sold-To-bedrijf
field-end_user = End-User-bedrijf

size-bytes = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
}
size-kilo = { $n } kB
size-mega = { $n } MB
size-giga = { $n } GB

problem-400-title = Dat konden wij niet lezen
problem-400-advice = De aanvraag was onvolledig of beschadigd. Ga terug, laad de pagina opnieuw en probeer het nog eens.
problem-401-title = Log eerst in
problem-401-advice = U moet ingelogd zijn om deze pagina te bekijken.
problem-403-title = Daar hebt u geen rechten voor
problem-403-advice = Uw toegang omvat dit niet. Hebt u het nodig, vraag het dan aan degene in uw organisatie die het supportcontract beheert.
problem-404-title = Hier is niets te vinden
problem-404-advice = Misschien staat er een tikfout in het adres, of is de pagina niet voor uw account bedoeld. Controleer het nummer of zoek de case op in uw lijst.
problem-405-title = Dat kan hier niet
problem-405-advice = Dit adres bestaat, maar niet voor dit soort aanvraag. Begin opnieuw vanuit het menu.
problem-409-title = Iemand was u voor
problem-409-advice = De case is gewijzigd terwijl u hem open had, dus er is niets gedaan. Open hem opnieuw om te zien wat er nieuw is.
problem-413-title = Dat is te groot
problem-413-advice = Er is meer verstuurd dan de 512 KiB die in één aanvraag past. Stuur lange teksten en logbestanden mee als bijlage.
problem-415-title = Dit formaat kunnen wij niet lezen
problem-415-advice = Verstuur een formulier (application/x-www-form-urlencoded) of JSON (application/json), en vermeld welk van beide in de header Content-Type.
problem-422-title = Er moet iets worden aangepast
problem-422-advice = Ga terug en controleer wat u hebt ingevuld.
problem-429-title = Een ogenblik geduld
problem-429-advice = Er waren te veel pogingen in korte tijd. Wacht een paar minuten en probeer het dan opnieuw.
problem-500-title = Bij ons is iets misgegaan
problem-500-advice = Het ligt niet aan u, en niets van wat u verstuurde is half uitgevoerd. Probeer het over een paar minuten opnieuw. Blijft het misgaan, bel of mail ons dan en vermeld het nummer hieronder.
problem-quote = Te vermelden nummer:
problem-home = Naar de startpagina

# Fouten met een eigen tekst: voor pagina’s en programma’s…
failure-cursor-title = De lijst kan daar niet verder
failure-cursor-advice = Het adres van die pagina is beschadigd of hoort bij een andere lijst. Begin opnieuw bij de eerste pagina.
failure-foreign-title = Dat kwam niet van het portaal
failure-foreign-advice = Een andere site lijkt dit namens u te hebben verstuurd; er is dus niets gedaan. Was het uw bedoeling, open dan het portaal en doe het daar.
failure-key-reused-title = Deze sleutel is al gebruikt
failure-key-reused-advice = De idempotentiesleutel hoort bij een andere aanvraag, die al is uitgevoerd; er is nu dus niets gedaan. Verstuur deze opnieuw met een nieuwe sleutel.
failure-outdated-title = Iemand was u voor
failure-outdated-advice = Het is gewijzigd nadat u het las, dus er is niets gedaan. Lees het opnieuw en wijzig het dan.
failure-stale-title = Deze pagina is verlopen
failure-stale-advice = Ze is te lang geleden geopend; er is dus niets gedaan. Laad de pagina opnieuw en verstuur het nog eens.

# …en alleen voor programma’s.
failure-flaws-advice = Verbeter de velden die onder “errors” staan en verstuur de aanvraag opnieuw.
failure-link-gone-title = Deze link is niet meer geldig
failure-link-gone-advice = De link is al gebruikt, of te oud. Laat een nieuwe mailen.
failure-not-found-advice = Op dit adres is niets, of uw account mag het niet zien. Controleer de nummers en kenmerken erin.
failure-not-json-advice = De inhoud is niet één volledig JSON-object. Controleer de syntaxis en verstuur het opnieuw.
field-confirm = Contactnummer
