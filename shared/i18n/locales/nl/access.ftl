# Toegang: wat men heeft, om meer vragen, daarover beslissen.

nav-access = Mijn toegang
nav-access-requests = Toegangsaanvragen

module-cases = Cases
module-knowledge = Kennisbank
module-remote-access = Toegang op afstand
soon-mark = nog niet in gebruik
soon-lead = Dit deel van het portaal is nog niet in gebruik. Zodra dat zo is, vindt u het hier.

acting-for = U treedt op namens { $company }

elsewhere-title = Case { $number } is van { $company }
elsewhere-lead = U treedt nu voor een ander bedrijf op. Treed op namens { $company } om de case te zien; teruggaan kan altijd.
elsewhere-open = Openen namens { $company }

level-basic = Basis
level-read-only = Alleen lezen
level-read-write = Lezen en schrijven
level-basic-lead = U hebt basistoegang: daar horen geen cases bij.
level-read-only-lead = U hebt leestoegang: u kunt cases volgen. Om ze te openen of te wijzigen hebt u schrijftoegang nodig, behalve voor administratieve cases.
level-read-write-lead = U hebt lees- en schrijftoegang: u opent cases en werkt eraan als aangewezen contactpersoon van uw bedrijf.
scope-own = U ziet de cases die u hebt geopend of volgt.
scope-company = U ziet alle cases van uw bedrijf.
scope-partner = U ziet alle cases van uw bedrijf, en die van de bedrijven die het bedient zodra u namens hen optreedt.

ability-sign-in = Inloggen
ability-attend-tutorials = Inschrijven voor live cursussen en ze bijwonen
ability-watch-recordings = Opgenomen cursussen bekijken
ability-read-knowledge = Zoeken, lezen en downloaden in de kennisbank
ability-view-cases = Cases bekijken
ability-create-cases = Cases openen
ability-modify-cases = Cases beantwoorden, erover beslissen en ze sluiten
ability-request-features = Functies aanvragen
ability-download-software = Software downloaden en gecontroleerde software bestellen

access-title = Mijn toegang
access-level = U hebt dit toegangsniveau: { $level }.
access-table = Wat elk niveau omvat
access-what = U kunt
access-yours = uw niveau
access-included = Inbegrepen
access-not-included = Niet inbegrepen
access-serves = Bedrijven waarvoor u optreedt
access-serves-hint = Kies een bedrijf om de cases ervan te zien. U hebt er hoogstens het niveau dat naast de naam staat.
access-home = Terug naar mijn eigen bedrijf
access-acting-now = U treedt nu voor dit bedrijf op.
access-request = Uw aanvraag
access-has = Huidig niveau
access-wants = Vraagt
access-a-login = Een login
access-asked = Aangevraagd
access-due = Beslissing uiterlijk
access-overdue = Te laat
access-answer = Uw antwoord
access-answer-send = Antwoord versturen
access-withdraw = Aanvraag intrekken
access-ask-title = Een ander niveau aanvragen
access-ask-lead = Wij beslissen binnen twee werkdagen en mailen u. De hoofdcontactpersoon van uw bedrijf kan om bevestiging worden gevraagd.
access-why = Waarvoor hebt u het nodig?
access-why-hint = Wat u ermee wilt doen, en tot wanneer als het tijdelijk is.
access-ask = Aanvraag versturen

access-queue-title = Toegangsaanvragen
access-queue-caption = Openstaande aanvragen, wat het eerst moet bovenaan
access-queue-empty-title = Niets te beslissen
access-queue-empty = Over elke aanvraag is beslist. Nieuwe verschijnen hier.
access-who = Wie
access-request-of = Aanvraag van { $name }
access-prime = Hoofdcontactpersoon
access-no-prime = Niemand aangewezen
access-grant = Toekennen
access-refuse = Afwijzen…
access-refuse-hint = Dit wordt gemaild aan de aanvrager.
access-refuse-send = Afwijzen
access-ask-more = Meer vragen…
access-question = Wat wilt u weten?
access-ask-more-send = Vraag versturen
access-ask-prime = Door { $name } laten bevestigen
access-make-contact = Zoek het bedrijf op en voeg de contactpersoon toe
access-contact-forms = Voeg de contactpersoon toe
access-add-to = Bij { $name }
access-no-contact = Geen contactpersoon toevoegen…
access-no-contact-send = Geen contactpersoon toevoegen

access-standing-open = Te beslissen
access-standing-waits-for-prime = Wacht op de hoofdcontactpersoon
access-standing-waits-for-answer = Wacht op antwoord
access-standing-awaits-contact = Toegekend, nog geen contactpersoon
access-standing-granted = Toegekend
access-standing-refused = Afgewezen
access-standing-withdrawn = Ingetrokken

# Na de naam van wie het deed.
access-step-asked = vroeg het aan
access-step-prime-asked = vroeg de hoofdcontactpersoon om bevestiging
access-step-confirmed = bevestigde het
access-step-denied = is het er niet mee eens
access-step-more-asked = vroeg om meer
access-step-answered = antwoordde
access-step-granted = kende het toe
access-step-contact-made = voegde de contactpersoon toe
access-step-refused = wees het af
access-step-withdrawn = trok het in

access-refused-ended = Over deze aanvraag is al beslist, of ze is ingetrokken.
access-refused-own = Niemand beslist over een eigen aanvraag, of over een die men zelf moet bevestigen.
access-refused-not-yours = Dat is aan iemand anders.
access-refused-prime-asked = De hoofdcontactpersoon is al gevraagd.
access-refused-waits-for-prime = De hoofdcontactpersoon heeft nog niet geantwoord. Wacht daarop, of wijs de aanvraag af. U kunt opnieuw vragen na zeven dagen, of zodra het bedrijf een andere hoofdcontactpersoon heeft.
access-refused-prime-denied = De hoofdcontactpersoon is het er niet mee eens, dus het kan niet worden toegekend.
access-refused-waits-for-answer = Uw vorige vraag is nog niet beantwoord.
access-refused-nothing-asked = Er is geen vraag om te beantwoorden.
access-refused-no-account = Wie een login vraagt heeft nog geen account, dus daarover kan hier niemand iets worden gevraagd.
access-refused-no-prime = Er is bij het bedrijf niemand anders die het kan bevestigen.
access-refused-one-is-open = U hebt al een aanvraag lopen. Wacht op de beslissing, of trek die eerst in.
access-refused-same-level = Dat is het niveau dat er al is.
access-refused-overtaken = Iemand behandelde deze aanvraag net voor u. Kijk wat er nieuw is en probeer het dan opnieuw.
access-refused-too-long = Er zijn te veel stappen geweest. Beslis over de aanvraag.

prime-title = Bevestig een aanvraag voor toegang
prime-lead = { $name } vroeg om een ander toegangsniveau op het supportportaal. Gaat u daar als hoofdcontactpersoon van uw bedrijf mee akkoord?
prime-confirm = Ja, akkoord
prime-deny = Nee, niet akkoord…
prime-deny-hint = Alleen wij lezen dit.
prime-deny-send = Niet akkoord
prime-thanks = Dank u
prime-confirmed = Wij beslissen over de aanvraag en mailen de aanvrager.
prime-denied = Wij kennen de aanvraag niet toe.
prime-gone-title = Deze link werkt niet meer
prime-gone = De link is al gebruikt, over de aanvraag is beslist, of uw bedrijf heeft inmiddels een andere hoofdcontactpersoon. U hoeft niets meer te doen.

login-title = Een login aanvragen
login-lead = Voor mensen van bedrijven die wij ondersteunen en die nog geen account hebben. Wij kijken er binnen twee werkdagen naar en mailen u.
login-name = Uw naam
login-email-hint = Van uw werk: daarheen mailen wij onze beslissing.
login-pair = Bedrijven { $n }
login-pair-hint = Sold-To is het bedrijf dat het product kocht, End-User het bedrijf dat het gebruikt. Vaak is dat hetzelfde.
login-why = Waarvoor hebt u hem nodig?
login-why-hint = Uw functie, de producten, en uw contractnummer als u dat hebt.
login-send = Aanvraag versturen
login-throttled = Er waren te veel aanvragen in korte tijd. Probeer het over een kwartier opnieuw.
login-link = Een login aanvragen

done-acting = U treedt nu voor een ander bedrijf op.
done-access-asked = Uw aanvraag is verstuurd. Wij mailen u onze beslissing.
done-access-answered = Uw antwoord is verstuurd.
done-access-withdrawn = Uw aanvraag is ingetrokken.
done-prime-asked = De hoofdcontactpersoon is om bevestiging gevraagd.
done-more-asked = Uw vraag is verstuurd.
done-access-granted = De aanvraag is toegekend.
done-access-refused = De aanvraag is afgewezen.
done-login-asked = Uw aanvraag is ontvangen. Wij kijken er binnen twee werkdagen naar en mailen u.
