# Wat er mis is met een veld, wat de stand van een case niet toelaat, wat iemand niet mag.

flaw-required = { $field } is verplicht.
flaw-too-long = { $field } is te lang: er is plaats voor { $max } tekens.
flaw-too-short = { $field } is te kort: er zijn minstens { $max } tekens nodig.
flaw-too-many = { $field }: het mogen er niet meer dan { $max } zijn.
flaw-too-many-lines = Het bestand heeft { $n } regels, en er kunnen er { $max } tegelijk worden geïmporteerd. Splits het in bestanden van hoogstens { $max } regels, elk met de koppen, en importeer die na elkaar.
flaw-control-characters = { $field } bevat tekens die niet getoond kunnen worden. Plak het als platte tekst, of typ het.
flaw-no-such-choice = { $field }: kies een van de mogelijkheden.
flaw-not-an-address = { $field }: vul een e-mailadres in, zoals naam@voorbeeld.nl.
flaw-not-a-user-name = { $field }: gebruik alleen letters, cijfers, punten, streepjes en liggende streepjes.
flaw-not-the-picture = { $field }: dat staat niet in het plaatje, en de som is het ook niet. Hier is een nieuw plaatje.
flaw-not-accepted = { $field }: u kunt zich alleen registreren als u ermee akkoord gaat.
flaw-no-such-colleague = { $field }: dit adres is van niemand met toegang tot cases in dit portaal. Controleer het, of laat het weg.
flaw-outside-later = { $field }: dit adres is van niemand met toegang tot cases in dit portaal. Controleer het, of laat het weg: iemand van buiten kunt u vragen op de pagina van de case, zodra die er is.
flaw-no-such-engineer = { $field }: niemand die hier werkt heeft dit ID. Kies iemand uit de lijst.
flaw-added-too-often = { $field }: u hebt dezelfde persoon vandaag al aan veel cases toegevoegd. Laat die persoon weg, of probeer het morgen opnieuw.
flaw-asked-too-often = { $field }: er zijn de laatste tijd te veel mails gevraagd, door u of voor dit adres. Probeer het later opnieuw, of morgen.
flaw-not-a-date = { $field }: kies een datum, of schrijf hem als 2026-11-22.
flaw-past = { $field } ligt in het verleden. Kies vandaag of later.
flaw-not-a-pin = { $field }: vul de zes cijfers in.
flaw-no-such-contact = { $field }: geen enkele contactpersoon heeft dit.
flaw-no-such-case = { $field }: er is geen case met dit nummer die u mag inzien. Controleer het nummer.
flaw-not-arrived = { $field }: dit bestand is niet aangekomen. Voeg het nog eens toe.
flaw-bad-size = { $field }: een bestand mag niet leeg zijn, en niet groter dan { $max }.
flaw-too-common = { $field } is makkelijk te raden. Kies iets langers, of een paar woorden die niet bij elkaar horen.
flaw-not-the-same = { $field } is niet gelijk aan het nieuwe wachtwoord. Typ beide opnieuw.
flaw-unchanged = { $field } is het wachtwoord dat u al hebt. Kies een ander.
flaw-wrong-password = { $field } klopt niet. Wachtwoorden zijn hoofdlettergevoelig: controleer de toets Caps Lock.
flaw-wrong-code = { $field } klopt niet, of is al gebruikt. Wacht op de volgende en typ die.
flaw-not-an-id = { $field }: gebruik hoogstens 40 letters zonder accenten, cijfers en koppeltekens, zonder spaties.
flaw-not-a-number = { $field }: vul een geheel getal in van 1 tot { $max }.
flaw-not-within = { $field }: vul een geheel getal in van { $min } tot { $max }.
flaw-not-a-phone = { $field }: vul een telefoonnummer van 6 tot 15 cijfers in, zoals +32 2 555 01 23.
flaw-not-an-ip-address = { $field }: vul een IP-adres in zoals 192.0.2.10 of 2001:db8::1.
flaw-not-a-moment = { $field }: kies een datum en een tijd, of geef aan dat het niet bekend is.
flaw-not-a-key = { $field }: gebruik ten hoogste 40 kleine letters zonder accenten, cijfers, koppeltekens en liggende streepjes.
flaw-not-before = { $field }: kies een eerdere vraag die met een keuze of een aankruisvakje wordt beantwoord.
flaw-rival = { $field }: formulier { $form } is voor dezelfde cases en even specifiek. Kies andere, of wijzig dat formulier.
flaw-other-form = Bij dit product en dit type horen andere vragen, of ze zijn intussen veranderd. Bekijk ze hier en verstuur het formulier dan opnieuw.
flaw-other-company = U hebt dit ingevuld voor een ander bedrijf dan { $company }, waarvoor u nu optreedt. Is het voor { $company } bedoeld, verstuur het dan opnieuw. Zo niet, kies dan eerst het andere bedrijf onder ‘Mijn toegang’.
flaw-not-a-zone = { $field }: schrijf een tijdzone zoals Europe/Brussels.
flaw-named-twice = { $field }: deze kolom staat twee keer in de kop. Laat een van de twee weg.
flaw-not-a-sheet = { $field }: deze regel is niet te lezen. Controleer de aanhalingstekens en het aantal cellen.
flaw-ends-before-start = { $field }: dit ligt vóór de eerste dag. Kies die dag of een latere.
flaw-no-such-record = { $field }: dit gegeven bestaat niet. Controleer het nummer, of maak het eerst aan.
flaw-taken = { $field } is al in gebruik. Kies iets anders, of wijzig het gegeven dat dit heeft.
flaw-is-prime-contact = { $field }: dit is de hoofdcontactpersoon van het bedrijf. Wijs eerst een andere aan.
flaw-fixed = { $field } blijft zoals het is. Maak in plaats daarvan een nieuw gegeven.
flaw-in-use = { $kind ->
    [contract] Contract { $id } van het bedrijf { $company } dekt dit product. Haal het daar eerst af, of verwijder dat contract.
    [hardware] Hardware { $id } van het bedrijf { $company } is voor dit product. Wijzig of verwijder die eerst.
   *[other] Licentie { $id } van het bedrijf { $company } is voor dit product. Wijzig of verwijder die eerst.
}
flaw-in-form = Formulier { $form } is voor dit product. Haal het daar eerst af.
flaw-not-sold-to = { $field }: een eindgebruiker bedient geen ander bedrijf. Leg eerst vast dat het bedienende bedrijf koper is, of koper en eindgebruiker.
flaw-not-end-user = { $field }: een koper wordt door geen ander bedrijf bediend. Leg eerst vast dat het te bedienen bedrijf eindgebruiker is, of koper en eindgebruiker.
flaw-serves-others = { $field }: dit bedrijf bedient andere, en een eindgebruiker bedient er geen. Laat het die eerst niet meer bedienen.
flaw-is-served = { $field }: andere bedrijven bedienen dit bedrijf, en niemand bedient een koper. Laat ze dit bedrijf eerst niet meer bedienen.
flaw-no-such-field = { $field } is geen veld van dit formulier.
flaw-wrong-type = { $field } heeft een waarde van het verkeerde type.

refused-closed = Deze case is gesloten, dus dat kan niet meer. Een bericht toevoegen kan nog wel.
refused-not-closed = Deze case is niet gesloten.
refused-no-solution = Er wacht geen oplossing meer op antwoord.
refused-other-solution = Er is een andere oplossing voorgesteld nadat u deze pagina opende. Lees die eerst en antwoord dan.
refused-not-waiting = Deze case wacht nergens op: de engineers zijn al aan zet.
refused-not-due = Daarvoor is het nog te vroeg.
refused-already-taken = Deze case staat al op uw naam.
refused-already-observer = Deze persoon leest al mee.
refused-not-observer = Deze persoon leest niet meer mee met deze case.
refused-too-many-observers = Meer mensen kunnen niet meelezen met deze case.
refused-day-over = Die dag is voorbij. Kies vandaag of later.
refused-overtaken = Iemand heeft deze case net vóór u gewijzigd. Uw tekst staat hier nog: bekijk wat er nieuw is en verstuur hem dan opnieuw.

denied-unknown = Deze case bestaat niet, of u mag hem niet inzien.
denied-read-only = U hebt alleen leesrechten: u kunt cases volgen, maar niet wijzigen.
denied-customer-only = Dat kan alleen de klant.
denied-engineer-only = Dat kunnen alleen engineers.
denied-admin-only = Alleen beheerders kunnen dat doen.
denied-no-cases = Uw toegang omvat geen cases. Vraag ernaar bij degene die bij uw bedrijf het supportcontract beheert.
denied-not-following = Alleen wie de case heeft geopend of meeleest, krijgt er mails over. Ga eerst meelezen met de case.
flaw-not-confirmed = { $field } is niet dat van deze contactpersoon. Typ het zoals het bovenaan de pagina staat.
flaw-has-registered = Deze contactpersoon heeft al een wachtwoord. Wie het vergat, vraagt op de inlogpagina om een link.
flaw-not-registered = Deze contactpersoon heeft nog geen wachtwoord. Nodig die eerst uit.
flaw-no-second-factor = Deze contactpersoon logt zonder tweede factor in.
flaw-has-left = Deze contactpersoon is niet meer actief. Maak die eerst actief.
denied-own-request = Niemand beslist over een eigen toegangsaanvraag.
