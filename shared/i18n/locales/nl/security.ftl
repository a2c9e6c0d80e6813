# Hoe men zich aanmeldt: tweede factor, wachtwoord, sessies, persoonlijke toegangstokens.

sign-in-name = E-mailadres of gebruikersnaam
sign-in-password-hint = Wachtwoorden zijn hoofdlettergevoelig.
sign-in-remember = Ingelogd blijven
sign-in-remember-hint = 30 dagen, in deze browser. Niet op een computer die ook anderen gebruiken.
sign-in-code-title = Nog één stap
sign-in-code-throttled = Er waren te veel pogingen. Log over een kwartier opnieuw in.
sign-in-code-back = Als iemand anders inloggen
code-hint = Zes cijfers uit uw authenticator-app, of een van uw herstelcodes.
last-sign-in = Vorige keer ingelogd: { $at }.
print = Afdrukken

profile-menu = Mijn profiel
profile-password = Wachtwoord
profile-two-factor = Inloggen in twee stappen
profile-sessions = Sessies
profile-tokens = Toegangstokens

password-lead = Als u het wijzigt, wordt u overal elders uitgelogd en vervallen uw persoonlijke toegangstokens.
password-hint = Minstens { $n } tekens, welke u maar wilt, ook spaties. Een paar woorden die niet bij elkaar horen zijn moeilijk te raden. U kunt het plakken vanuit een wachtwoordmanager.
password-submit = Wachtwoord wijzigen

two-factor-lead = Daarmee logt niemand als u in met alleen uw wachtwoord: er wordt ook om een code uit een app op uw telefoon gevraagd.
two-factor-scan-title = Instellen
two-factor-scan = Open een authenticator-app (zoals Aegis, Google Authenticator, Microsoft Authenticator of een wachtwoordmanager) en scan er deze code mee.
two-factor-qr = QR-code met de sleutel hieronder, voor een authenticator-app
two-factor-type = Geen camera? Typ dan deze sleutel in de app:
two-factor-confirm-hint = De zes cijfers die de app nu toont. Die bewijzen dat het werkt.
two-factor-submit = Inschakelen
two-factor-codes-lead = Inloggen in twee stappen staat aan. Dit zijn uw herstelcodes: met elk kunt u één keer inloggen als u uw telefoon niet hebt. Ze worden alleen nu getoond. Druk ze af, of bewaar ze in een wachtwoordmanager.
two-factor-codes-kept = Ik heb ze bewaard
two-factor-on = Inloggen in twee stappen staat aan sinds
two-factor-left = { $n ->
    [0] U hebt geen herstelcodes meer. Voor nieuwe schakelt u het uit en weer in.
    [one] U hebt nog { $n } herstelcode. Voor nieuwe schakelt u het uit en weer in.
   *[other] U hebt nog { $n } herstelcodes. Voor nieuwe schakelt u het uit en weer in.
}
two-factor-off-title = Uitschakelen
two-factor-off-lead = Een nieuwe telefoon? Schakel het hier uit en stel het opnieuw in.
two-factor-off-submit = Uitschakelen

sessions-lead = Waar u bent ingelogd. Kent u er een niet, beëindig die dan en wijzig uw wachtwoord.
sessions-end-others = Overal elders uitloggen
sessions-end-all = Overal uitloggen, ook hier
session-what = { $browser } op { $system }
session-unknown = Onbekende browser
session-this = Deze
session-begun = Ingelogd
session-last-used = Laatst gebruikt
session-ends = Eindigt
session-end = Uitloggen

tokens-lead = Uw programma’s gebruiken deze in plaats van uw wachtwoord. Een programma ruilt zijn token op /session/token in voor een toegangstoken dat een kwartier geldig is. Wijzigt u uw wachtwoord, dan vervallen ze alle.
token-made-title = Uw nieuwe token “{ $name }”
token-made = Kopieer het nu: het wordt niet nog eens getoond.
token-copy = Kopiëren
token-copied = Gekopieerd
token-made-at = Gemaakt
token-last-used = Laatst gebruikt
token-never = nooit
token-end = Intrekken
token-new-title = Een nieuw token maken
token-name-hint = Waar het voor is, zodat u het herkent.
token-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dagen
}
token-password-hint = Typ het nog eens, zodat niemand anders een token maakt als uw scherm openstaat.
token-submit = Token maken
reach-read = Lezen
reach-read-hint = Zien wat u mag zien, en niets wijzigen.
reach-write = Lezen en schrijven
reach-write-hint = Alles wat u mag, behalve beheren hoe u inlogt.

field-current = Huidig wachtwoord
field-new = Nieuw wachtwoord
field-repeat = Nieuw wachtwoord nogmaals
field-code = Code
field-half = Eerste helft van de aanmelding
field-secret = Sleutel
field-scope = Wat het mag
field-days = Geldig voor

done-password-changed = Uw wachtwoord is gewijzigd. U bent overal elders uitgelogd.
done-session-ended = Die sessie is beëindigd.
done-others-ended = U bent overal elders uitgelogd.
done-second-factor-off = Inloggen in twee stappen staat uit.
done-token-ended = Dat token is ingetrokken.

failure-change-password-title = Kies eerst een nieuw wachtwoord
failure-change-password-advice = Misschien kent iemand anders het wachtwoord dat u hebt. Kies een nieuw voordat u verdergaat.
failure-accept-rules-title = Ga eerst akkoord met de regels
failure-accept-rules-advice = Ga akkoord met de regels van dit portaal voordat u verdergaat.
failure-set-up-second-factor-title = Stel eerst inloggen in twee stappen in
failure-set-up-second-factor-advice = Engineers loggen ook met een code uit een app in. Stel dat in voordat u verdergaat.
failure-second-factor-on-title = Inloggen in twee stappen staat al aan
failure-second-factor-on-advice = Er is niets gewijzigd. Wilt u het opnieuw instellen, schakel het dan eerst uit.
failure-code-required-title = Er is ook een code nodig
failure-code-required-advice = Uw wachtwoord klopt. Nu nog de code uit uw authenticator-app.
failure-code-title = Die code klopt niet
failure-code-advice = Die code klopt niet, of is al gebruikt. Wacht op de volgende en typ die, of gebruik een herstelcode.
failure-token-title = Dat token is niet meer geldig
failure-token-advice = Het persoonlijke toegangstoken is niet geldig: het is verlopen, ingetrokken, of gemaakt voordat de eigenaar het wachtwoord wijzigde. Maak een nieuw token.

denied-session-only = Zo ver reikt een persoonlijk toegangstoken niet. Log daarvoor in op het portaal.
denied-read-token = Dit persoonlijke toegangstoken mag alleen lezen. Maak er een dat mag schrijven.
