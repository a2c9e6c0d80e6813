# Waarover mensen mails over cases krijgen.

topic-updated = Nieuws: antwoorden, data, wijzigingen
topic-escalated = Escalatie naar de ontwikkelafdeling
topic-workaround = Een tussenoplossing
topic-closed = Sluiting
topic-own = Wat ik zelf bijwerk, als bevestiging

mails-default = Zoals in mijn profiel
mails-default-hint = Wat u daar voor al uw cases hebt gekozen.
mails-chosen = Wat ik hier kies
mails-chosen-hint = Vink het hieronder aan. Het geldt alleen voor deze case.
mails-none = Geen mails over deze case
mails-none-hint = Ook niet als we uw antwoord nodig hebben. Hier ziet u nog steeds alles.

mailing = Mails aan mij
mailing-off = uit
mailing-legend = Mail mij over deze case
mailing-topics = Mail mij bij
mailing-always = Vragen aan u, voorgestelde oplossingen en herinneringen daaraan mailen we altijd, omdat ze op uw antwoord wachten. Over wat u zelf doet, krijgt u alleen een mail als u dat kiest.
mailing-save = Opslaan
mailing-profile = Kiezen voor al uw cases

profile-notifications = Meldingen
notifications-lead = Waarover we u mailen bij de cases die u hebt geopend of volgt. Voor een enkele case kunt u op de pagina ervan iets anders kiezen.
notifications-lead-engineer = Waarover we u mailen bij de cases waaraan u werkt.
done-notifications-saved = Uw keuze is opgeslagen.

unsubscribe-title = Geen mails meer over deze case?
unsubscribe-lead = We mailen u dan niets meer over case { $number }, ook niet als we uw antwoord nodig hebben. Mails over andere cases gaan door.
unsubscribe-confirm = Mails over deze case uitzetten
unsubscribe-case = Case bekijken
unsubscribe-undo = Mails weer aanzetten
unsubscribed-title = Mails over deze case staan uit
unsubscribed-lead = We mailen u niets meer over case { $number }. U kunt de case in het portaal volgen en de mails altijd weer aanzetten.
subscribed-title = Mails over deze case staan aan
subscribed-lead = We mailen u weer over case { $number }, zoals voorheen.

notice-opt-out = Geen e-mails meer over deze case

export-topics = Mails over
notifications-digest-hint = Alles wat kan wachten in één mail per dag, op dit uur van uw tijdzone. Vragen, voorgestelde oplossingen en herinneringen komen meteen.
notifications-at-once = Telkens een mail, meteen
notifications-quiet-hint = In deze uren van uw tijdzone mailen we u niets wat kan wachten; het komt zodra ze voorbij zijn. Vragen, voorgestelde oplossingen en herinneringen komen op elk uur.
notifications-no-quiet = Geen stille uren
field-topics = Mail mij bij
field-mails = Mail mij over deze case
field-digest = Eén mail per dag
field-quiet_from = Stille uren van
field-quiet_until = Stille uren tot

notice-digest = { $n ->
    [one] Er is één nieuw bericht over uw cases.
   *[other] Er zijn { $n } nieuwe berichten over uw cases.
}
notice-digest-ask = Niets ervan wacht op uw antwoord. In het portaal leest u wat er is geschreven.
notice-digest-ask-engineer = In het portaal leest u wat er is geschreven.
notice-digest-button = Uw cases bekijken
notice-digest-opt-out = Kies welke e-mails u krijgt, en wanneer
notice-digest-subject = Nieuws over uw cases bij { $brand }
notice-digest-why = { $brand } heeft u deze e-mail gestuurd omdat u zulke berichten samen wilt ontvangen, of niet op elk uur. U kunt dat wijzigen in uw profiel, onder Meldingen.
