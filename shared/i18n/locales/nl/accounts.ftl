# Inloggen.

sign-in-lead = Voor klanten met een supportcontract: open hier cases, volg ze en rond ze af.
sign-in-wrong = Deze naam en dit wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw.
sign-in-ended = Uw sessie is verlopen. Log opnieuw in om verder te gaan waar u was.
sign-in-throttled = Er waren te veel pogingen. Probeer het over een kwartier opnieuw, of nu met een browser waarmee u eerder hebt ingelogd. Kunt u niet wachten, laat ons u dan een link mailen om een wachtwoord mee te kiezen: daarna logt u ook met deze browser in.
sign-in-kept-title = Wat u schreef is bewaard
sign-in-kept = Uw sessie verliep voordat het kon worden verstuurd. Log in, dan kunt u het alsnog zo versturen.
sign-in-help = Nog geen toegang, of uw wachtwoord vergeten? Bel of mail uw contactpersoon bij de servicedesk.
show-password = Wachtwoord tonen
hide-password = Wachtwoord verbergen

continue-title = Welkom terug
continue-lead = Dit schreef u eerder. Het is nog niet verstuurd.
continue-send = Nu versturen
continue-drop = Verwijderen en naar de startpagina

kept-title = Wat u schreef
kept-copy = Het staat alleen nog op deze pagina. Kopieer wat u nog nodig hebt.
kept-then = Het is nog niet verstuurd. Zodra u dit hebt gedaan, kunt u het alsnog zo versturen.
