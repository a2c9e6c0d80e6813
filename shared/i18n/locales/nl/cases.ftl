# Wat klanten van cases zien, en de servicedesk ook.

case-number = Case { $number }
cases-title = Cases
cases-open = Openstaand
cases-all = Alle
cases-which = Welke cases
cases-empty-open-title = Geen openstaande cases
cases-empty-open = Een case die u opent, staat hier tot hij gesloten is. Gesloten cases vindt u onder ‘Alle’.
cases-empty-all-title = Nog geen cases
cases-empty-all = Open uw eerste case, dan gaat een engineer ermee aan de slag. U volgt elke stap hier en per e-mail.
cases-empty-reader = Cases die u mag inzien, verschijnen hier.
cases-empty-followed = Cases van collega’s waarmee u meeleest
cases-empty-page-title = Dat was alles
cases-empty-page = Na deze pagina komt niets meer.

column-number = Nummer
column-title = Titel
column-company = Bedrijf
column-city = Plaats
column-address = Adres
column-product = Product
column-status = Status
column-type = Type
column-impact = Impact
column-urgency = Urgentie
column-weight = Impact, urgentie
column-priority = Prioriteit
column-reporter = Gemeld door
column-engineer = Engineer
column-opened = Geopend
column-updated = Bijgewerkt
column-planned = Gepland op
column-closes = Sluit
column-due = Termijn
column-reference = Uw referentie
column-outage = Storing
column-escalated = Geëscaleerd naar R&D
column-workaround = Tussenoplossing gegeven

status-open = Open
status-in-progress = In behandeling
status-waiting-for-customer = Wacht op klant
status-waiting-for-you = Wacht op uw antwoord
status-planned = Gepland
status-solution-proposed = Oplossing voorgesteld
status-closed = Gesloten

case-type-incident = Incident
case-type-incident-hint = Iets wat werkte, werkt niet meer.
case-type-request = Aanvraag
case-type-request-hint = U wilt iets laten wijzigen, toevoegen of leveren.
case-type-question = Vraag
case-type-question-hint = U wilt iets weten.
case-type-feature-request = Functieverzoek
case-type-feature-request-hint = U wilt dat het product iets doet wat het nog niet kan.
case-type-admin = Administratie
case-type-admin-hint = Uw gegevens, contactpersonen, account of contract moeten worden gewijzigd.

impact-person = Eén persoon
impact-department = Een afdeling
impact-everybody = Iedereen

urgency-low = Laag
urgency-low-hint = Het werk gaat door; het kan wachten.
urgency-medium = Gemiddeld
urgency-medium-hint = Het werk gaat door, maar met moeite.
urgency-high = Hoog
urgency-high-hint = Het werk ligt stil.

closure-approved = de oplossing is goedgekeurd
closure-no-answer = op de oplossing kwam niet op tijd antwoord
closure-by-customer = gesloten door de klant
closure-by-engineer = gesloten door een engineer

delivery-queued = In de wachtrij
delivery-sent = Verzonden
delivery-bounced = Niet aangekomen
delivery-complained = Als spam gemarkeerd
delivery-suppressed = Niet verzonden: geen geldig adres
delivery-held-for-digest = Wacht op de dagelijkse mail
delivery-held-for-quiet-hours = Wacht op het einde van de stille uren
delivery-not-chosen = Niet verzonden: de ontvanger krijgt hier geen mails over
delivery-unsubscribed = Niet verzonden: mails over deze case staan uit
delivery-not-sent = Niet verzonden

role-reporter = melder
role-observer = meelezer
role-engineer = engineer

# Het formulier.

new-title = Nieuwe case
new-lead = Hoe nauwkeuriger de omschrijving, hoe sneller wij u kunnen helpen.
new-no-products-title = Geen product onder contract
new-no-products = Een case hoort bij een product met een lopend supportcontract, en uw bedrijf heeft er op dit moment geen. Bel of mail uw contactpersoon om het te verlengen.
new-choose-product = Kies een product
new-type-legend = Waar gaat het om?
new-impact-legend = Wie heeft er last van?
new-urgency-legend = Hoe dringend is het?
new-title-hint = In één regel: wat gebeurt er, en waar?
new-reference-hint = Het nummer dat dit in uw eigen administratie heeft. U ziet het terug op elke pagina en in elke e-mail.
new-description-hint = Wat gebeurde er, sinds wanneer, wat had u verwacht en wat hebt u al geprobeerd? Neem foutmeldingen letterlijk over.
new-observers-hint = E-mailadressen van collega’s met toegang tot dit portaal, één per regel. Zij krijgen dezelfde e-mails als u.
new-observers-outside = Iemand van buiten kunt u vragen op de pagina van de case, zodra die er is.
new-submit = Case indienen

# Bestanden meesturen.

attach-choose = Bestanden toevoegen
attach-hint = Schermafbeeldingen, foto’s en logbestanden. Grote bestanden worden in delen verstuurd en gaan na een onderbreking verder waar ze gebleven waren.
attach-limit = Een bestand mag hoogstens { $max } groot zijn.
attach-no-script = Om bestanden mee te sturen, moet JavaScript in uw browser aanstaan. De tekst kunt u zonder versturen.
attach-kept = Eerder toegevoegd bestand
attach-gone = { $count ->
    [one] Eén toegevoegd bestand wordt niet meer bewaard. Voeg het nog eens toe.
   *[other] { $count } toegevoegde bestanden worden niet meer bewaard. Voeg ze nog eens toe.
}
attach-checking = Voorbereiden
attach-sending = Versturen
attach-paused = Geen verbinding; gaat vanzelf verder
attach-done = Toegevoegd
attach-failed = Niet toegevoegd
attach-cancel = Annuleren
attach-remove = Verwijderen
attach-retry = Opnieuw proberen
attach-wait = U kunt het formulier versturen zodra alle bestanden zijn aangekomen.
attach-too-many = Bij één bericht kunnen niet meer dan { $max } bestanden.
attach-resumed = Gaat verder waar het gebleven was
uploads-used-up = Op één dag kunt u hoogstens { $size } versturen, in hoogstens { $files } bestanden. Met dit bestand wordt het meer: verstuur het na { $at }.

# De pagina van een case.

case-back = Alle cases
case-back-desk = Werkvoorraad
copy-number = Nummer kopiëren
copied = Gekopieerd
case-facts = Gegevens
case-to-facts = Meer hierover, bij de gegevens
case-opened = Geopend
case-updated = Laatst bijgewerkt
case-closed = Gesloten
case-company = Bedrijf
case-location = Locatie
case-engineer = Engineer
case-reporter = Gemeld door
case-observers = Meelezers
case-planned = Gepland op
case-closes = Sluit vanzelf
case-nobody-yet = Nog niemand
case-stranded = U schreef:
case-leftover-title = Concept: { $what }
case-leftover = Zoals de case er nu voor staat, kan dit niet worden verzonden. Kopieer wat u nog nodig hebt. Het concept blijft tot { $day } bewaard, tenzij u het weggooit.
case-reference-theirs = Referentie van de klant
case-transcript = Dossier downloaden
case-transcript-hint = Een bestand met de hele geschiedenis, waarvan iedereen kan nagaan dat ze volledig is.
case-actions = Acties
case-sections = Onderdelen van deze case
tab-thread = Berichten
tab-journal = Journaal
tab-mails = E-mails
case-parts = Delen van de geschiedenis
case-part-newest = Deze case is lang: dit zijn de nieuwste berichten en gebeurtenissen.
case-part-earlier = U leest eerdere berichten en gebeurtenissen van deze case.
case-earlier = Eerder
case-newest = Nieuwste
case-part-empty = In dit deel staat hiervan niets.
journal-empty-title = Nog geen notities
journal-empty = Hier verschijnen de notities die de engineers over het werk aan deze case maken.
mails-empty-title = Nog geen e-mails
mails-empty = Elke e-mail over deze case staat hier, met de status van de verzending, net als wat de klant aan de case toevoegt.
mail-to = Aan
internal-note = Intern
internal-note-hint = alleen zichtbaar voor engineers
journal-note = Zichtbaar voor de klant
the-portal = Het portaal
attachments-of = Bijlagen
file-preview = Bekijken
file-preview-pdf = Bekijken in een nieuw tabblad
file-details = Details
file-type = Type, volgens de inhoud
file-type-unknown = Niet bekend
file-sha256-parts = SHA-256 van de SHA-256-waarden van de delen van 16 MiB
verdict-pending = Wordt gecontroleerd. U kunt het zo dadelijk downloaden: laad de pagina opnieuw.
verdict-clean = Gecontroleerd: er is niets schadelijks gevonden.
verdict-malicious = Niet beschikbaar: dit bestand bleek schadelijk. Niemand kan het downloaden.
verdict-unscannable = Niet beschikbaar: dit bestand kon niet worden gecontroleerd. Bij een archief met een wachtwoord kan dat niet; stuur de inhoud zonder wachtwoord.
archive-title = Alle bestanden van case { $number }
archive-back = Case { $number }
archive-all = Alle bestanden in één archief
archive-contents = { $files ->
    [one] Eén bestand, { $size }.
   *[other] { $files } bestanden, samen { $size }.
}
archive-empty = Er is geen bestand om te downloaden.
archive-pending = { $files ->
    [one] Eén bestand wordt nog gecontroleerd en zit er niet bij.
   *[other] { $files } bestanden worden nog gecontroleerd en zitten er niet bij.
}
archive-withheld = { $files ->
    [one] Eén bestand is niet beschikbaar en zit er niet bij.
   *[other] { $files } bestanden zijn niet beschikbaar en zitten er niet bij.
}
archive-too-large = Dat is te veel voor één archief: daarin passen hoogstens { $files } bestanden en { $size }. Download de bestanden een voor een.
archive-ask = Archief samenstellen
archive-building = Het archief wordt samengesteld. Dat duurt enkele seconden, bij grote bestanden enkele minuten.
archive-looks = Deze pagina kijkt elke { $seconds } seconden vanzelf opnieuw.
archive-still = Alleen kijken als ik erom vraag
archive-again = Kijken of het klaar is
archive-download = Archief downloaden

event-opened = heeft de case geopend
event-replied = reageerde
event-asked = stelde een vraag
event-told = schreef
event-noted = schreef een notitie
event-taken = heeft de case op zich genomen
event-taken-over = heeft de case overgenomen van { $name }
event-assigned = heeft de case aan { $name } gegeven
event-handed-back = heeft de case aan de werkvoorraad teruggegeven
event-planned = heeft het werk gepland op { $day }
event-resumed-question = heeft de vraag ingetrokken en is verdergegaan met de case
event-resumed-plan = heeft de planning op { $day } ingetrokken en is verdergegaan met de case
event-resumed-solution = heeft de oplossing ingetrokken en is verdergegaan met de case
event-solution-proposed = stelde een oplossing voor
event-solution-refused = heeft de oplossing afgewezen
event-kept-open = vroeg de case open te houden
event-reminded = herinnerde aan de voorgestelde oplossing
event-closed = heeft de case gesloten
event-closed-approved = heeft de oplossing goedgekeurd en de case gesloten
event-closed-no-answer = heeft de case gesloten, omdat er niet op tijd antwoord op de oplossing kwam
event-reopened = heeft de case heropend
event-observer-added = heeft { $name } als meelezer toegevoegd
event-observer-joined = leest nu mee
event-observer-removed = heeft { $name } als meelezer verwijderd
event-observer-left = leest niet meer mee

solution-title = Is het hiermee opgelost?
solution-lead = { $engineer } heeft een oplossing voorgesteld. Laat ons weten of ze werkt.
solution-lead-somebody = Wij hebben een oplossing voorgesteld. Laat ons weten of ze werkt.
solution-closes = Zonder antwoord sluit deze case vanzelf op { $moment }.
solution-waits = De klant kan antwoorden tot { $moment }; daarna sluit de case vanzelf.
solution-approve = Ja, sluit de case
solution-refuse = Nee, nog niet
solution-refuse-reason = Wat is er nog niet in orde?
solution-refuse-send = Versturen en verdergaan met de case
solution-keep-open = Ik heb meer tijd nodig
solution-keep-open-hint = Met ‘Ik heb meer tijd nodig’ blijft de case open en sluit hij niet meer vanzelf.

reply-title = Aanvulling op deze case
reply-title-closed = Aanvulling op deze gesloten case
reply-hint-closed = De case is gesloten. Is er toch nog iets niet in orde, schrijf het dan hier: een engineer leest het en kan de case heropenen.
reply-send = Versturen
close-case = Case sluiten
close-lead = Daarmee eindigt het werk aan deze case. U kunt er daarna nog iets aan toevoegen.
close-reason = Reden
close-confirm = Deze case sluiten
observe-add = Meelezer toevoegen
observe-email = E-mailadres van een collega
observe-email-desk = E-mailadres van iemand van het bedrijf
observe-hint = Meelezers krijgen over deze case dezelfde e-mails als de melder.
observe-confirm = Toevoegen
unobserve = Meelezer verwijderen
unobserve-one = { $name } verwijderen
unobserve-me = Niet meer meelezen
unobserve-me-ask = Niet meer meelezen…
unobserve-me-lead = U ziet deze case alleen doordat u meeleest. Stopt u daarmee, dan ziet u de case niet meer, en kan alleen een collega of een engineer u weer toevoegen.
read-only = U kunt deze case lezen. Om iets toe te voegen hebt u schrijfrechten nodig.

# Eén keer gezegd, nadat iets is gedaan.

done-opened = Uw case is geopend. U krijgt een bevestiging per e-mail, en hoort van ons zodra er iets gebeurt.
done-replied = Uw aanvulling is verstuurd. Ze is bij de case opgeslagen, en de anderen die de case volgen, krijgen bericht per e-mail.
done-approved = Dank u wel. De oplossing is goedgekeurd en de case gesloten.
done-refused = Uw antwoord is verstuurd. Wij gaan verder met de case.
done-kept-open = De case blijft open.
done-closed = De case is gesloten.
done-observed = De meelezer is toegevoegd.
done-unobserved = Deze persoon leest niet meer mee en krijgt geen mails meer over deze case.
done-followed = U leest nu mee met deze case en krijgt er mails over.
done-left = U leest niet meer mee met de case en krijgt er geen mails meer over.
done-taken = De case staat op uw naam.
done-assigned = De case is aan uw collega gegeven, die bericht krijgt per e-mail.
done-handed-back = De case ligt weer in de werkvoorraad en staat op niemands naam.
done-messaged = Uw bericht is verstuurd.
done-noted = De notitie is opgeslagen.
done-planned = De datum is gepland.
done-resumed = De case is weer in behandeling, en de klant krijgt bericht van wat niet meer geldt.
done-proposed = De oplossing is aan de klant voorgesteld.
done-reopened = De case is weer open.
done-signed-out = U bent uitgelogd.
