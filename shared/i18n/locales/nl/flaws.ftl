# Wat er mis is met een veld, wat de stand van een case niet toelaat, wat iemand niet mag.

flaw-required = { $field } is verplicht.
flaw-too-long = { $field } is te lang: er is plaats voor { $max } tekens.
flaw-too-short = { $field } is te kort: er zijn minstens { $max } tekens nodig.
flaw-too-many = { $field }: het mogen er niet meer dan { $max } zijn.
flaw-control-characters = { $field } bevat tekens die niet getoond kunnen worden. Plak het als platte tekst, of typ het.
flaw-no-such-choice = { $field }: kies een van de mogelijkheden.
flaw-not-an-address = { $field }: vul een e-mailadres in, zoals naam@voorbeeld.nl.
flaw-not-a-user-name = { $field }: gebruik alleen letters, cijfers, punten, streepjes en lage streepjes.
flaw-not-the-picture = { $field }: dat staat niet in het plaatje, en de som is het ook niet. Hier is een nieuw plaatje.
flaw-not-a-zone = { $field }: schrijf een tijdzone zoals Europe/Amsterdam, of laat het leeg.
flaw-not-accepted = { $field }: u kunt zich alleen registreren als u ermee akkoord gaat.
flaw-no-such-colleague = { $field }: dit adres is van niemand met toegang tot dit portaal. Controleer het, of laat het weg.
flaw-not-a-date = { $field }: kies een datum, of schrijf hem als 2026-11-22.
flaw-past = { $field } ligt in het verleden. Kies vandaag of later.
flaw-not-a-pin = { $field }: vul de zes cijfers in.
flaw-no-such-contact = { $field }: dit heeft geen enkel contact.
flaw-not-arrived = { $field }: dit bestand is niet aangekomen. Voeg het nog eens toe.
flaw-bad-size = { $field }: een bestand mag niet leeg zijn, en niet groter dan { $max }.
flaw-too-common = { $field } is makkelijk te raden. Kies iets langers, of een paar woorden die niet bij elkaar horen.
flaw-not-the-same = { $field } is niet gelijk aan het nieuwe wachtwoord. Typ beide opnieuw.
flaw-unchanged = { $field } is het wachtwoord dat u al hebt. Kies een ander.
flaw-wrong-password = { $field } klopt niet. Wachtwoorden zijn hoofdlettergevoelig: controleer de toets Caps Lock.
flaw-wrong-code = { $field } klopt niet, of is al gebruikt. Wacht op de volgende en typ die.
flaw-no-such-field = { $field } is geen veld van dit formulier.
flaw-wrong-type = { $field } heeft een waarde van het verkeerde type.

refused-closed = Deze case is gesloten, dus dat kan niet meer. Een bericht toevoegen kan nog wel.
refused-not-closed = Deze case is niet gesloten.
refused-no-solution = Er wacht geen oplossing meer op antwoord.
refused-not-due = Daarvoor is het nog te vroeg.
refused-already-taken = Deze case staat al op uw naam.
refused-already-observer = Deze persoon leest al mee.
refused-too-many-observers = Meer mensen kunnen niet meelezen met deze case.
refused-day-over = Die dag is voorbij. Kies vandaag of later.
refused-overtaken = Iemand heeft deze case net vóór u gewijzigd. Uw tekst staat hier nog: bekijk wat er nieuw is en verstuur hem dan opnieuw.

denied-unknown = Deze case bestaat niet, of u mag hem niet inzien.
denied-read-only = U hebt alleen leesrechten: u kunt cases volgen, maar niet wijzigen.
denied-customer-only = Dat kan alleen de klant.
denied-engineer-only = Dat kunnen alleen engineers.
denied-admin-only = Alleen beheerders kunnen dat doen.
denied-no-cases = Uw toegang omvat geen cases. Vraag ernaar bij degene in uw organisatie die het supportcontract beheert.
