# De weg naar binnen: registreren, Contact-ID, vergeten en eerste wachtwoorden, waar links in mails heen leiden.

sign-in-forgotten = Wachtwoord vergeten, of er nooit een gehad?
sign-in-new-title = Nieuw hier?
sign-in-new = Registreer u met het Contact-ID dat u van ons hebt gekregen. Daarvoor is een geldig supportcontract nodig.

register = Registreren
register-lead = Voor contactpersonen van klanten met een geldig supportcontract. Wij mailen u daarna een link waarmee u uw account activeert.
register-email-hint = Het adres dat wij van u hebben.
register-contact-id-hint = Zoals in onze brief of mail. Hoofdletters of kleine letters maakt niet uit.
register-no-contact-id = Contact-ID? Laat het u mailen
register-username-hint = { $min } tot { $max } letters, cijfers, punten, streepjes of liggende streepjes. U kunt ermee inloggen, of met uw adres.
register-zone-hint = Zoals Europe/Amsterdam. Tijden worden daarin getoond; laat het leeg om de zone te houden die wij van u hebben.
register-picture = Plaatje met zes vervormde tekens. U kunt in plaats daarvan de vraag hieronder beantwoorden.
register-answer-hint = Typ de zes tekens uit het plaatje. Kunt u ze niet zien, typ dan de som van { $a } en { $b }, in cijfers.
register-accept = Ik ga akkoord met de regels van dit portaal
register-rules = Lees de regels
register-send = Registratie voltooien
register-known = Hebt u al een account?

ask-password-title = Een nieuw wachtwoord kiezen
ask-password-lead = Of u het nu vergeten bent of er nooit een had: wij mailen u een link waarmee u een wachtwoord kiest.
ask-password-send = Mail mij een link
ask-contact-id-title = Contact-ID?
ask-contact-id-lead = Wij mailen het naar het adres dat wij van u hebben.
ask-contact-id-send = ID aanvragen
ask-back = Terug

mailed-title = Kijk in uw mailbox
mailed-password = Wij sturen een mail naar dat adres. Is het van een van onze contactpersonen, dan staat er een link in waarmee u binnen een uur een wachtwoord kiest.
mailed-contact-id = Wij sturen een mail naar dat adres. Is het van een van onze contactpersonen, dan staat het Contact-ID erin.
mailed-registration = Wij sturen een mail naar dat adres. Horen adres en Contact-ID bij elkaar, dan staat er een link in waarmee u binnen een dag uw account activeert.
mailed-nothing = Na een paar minuten nog geen mail? Kijk in de map met ongewenste mail, controleer het adres en probeer het opnieuw, of bel ons.

new-password-title = Kies een wachtwoord
new-password-lead = U wordt overal elders uitgelogd, en logt er van nu af aan mee in.
new-password-first = Welkom. Kies het wachtwoord waarmee u gaat inloggen.
new-password-send = Wachtwoord opslaan

activate-title = Uw account activeren
activate-lead = Nog één stap: hiermee activeert u uw account { $name } en logt u in.
activate-send = Activeren en inloggen
activate-taken = Iemand anders heeft de gebruikersnaam { $name } intussen genomen. Registreer u nog een keer, met een andere.

link-gone-title = Deze link werkt niet meer
link-gone-lead = Hij is al gebruikt, of te oud. Vraag een nieuwe aan.

rules-title = Regels van dit portaal
rules-version = Versie { $n }
rules-own = Uw account is alleen van u. Collega’s die toegang nodig hebben, krijgen een eigen account.
rules-secret = Houd uw wachtwoord en uw pincode voor uzelf. Laat het ons meteen weten als iemand anders ze zou kunnen kennen.
rules-content = Stuur alleen wat helpt om een case op te lossen en wat u mag doorgeven. Haal wachtwoorden en persoonsgegevens van anderen uit logbestanden en schermafbeeldingen.
rules-confidential = Wat u hier over producten en oplossingen leest, is bedoeld voor eigen gebruik door uw bedrijf onder zijn supportcontract.
rules-data = Wij bewaren wat u schrijft bij de case, zolang het contract en de wet dat vragen. U kunt een kopie van uw persoonsgegevens vragen, en vragen ze te wissen.
rules-end = Eindigt het contract van uw bedrijf, dan kunt u uw cases nog lezen, en geen nieuwe openen.
rules-past = Deze regels gelden niet meer.
rules-now = Lees de regels die nu gelden
rules-changed = De regels van dit portaal zijn gewijzigd. Ga ermee akkoord voordat u verdergaat.
rules-accepted = U bent op { $at } akkoord gegaan met versie { $n }.
rules-accept = Akkoord en verder
rules-refuse = Gaat u niet akkoord met de regels, log dan uit. De volgende keer dat u inlogt, vragen wij het opnieuw.

done-password-set = Uw wachtwoord is opgeslagen. Log ermee in.
done-activated = Welkom. Uw account is actief.
