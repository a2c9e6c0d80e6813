# Waarmee een engineer een case markeert: escalatie, tussenoplossing, storing, prioriteit, categorie, versie en build.

field-priority = Prioriteit
field-category = Categorie
field-build = Build
field-step = Stap

priority-critical = Kritiek
priority-high = Hoog
priority-medium = Gemiddeld
priority-low = Laag
priority-by-hand = door een engineer bepaald

mark-escalated = Geëscaleerd naar R&D
mark-workaround = Tussenoplossing gegeven
mark-outage = Storing
mark-since = sinds { $moment }

event-escalated = heeft de case naar de ontwikkelafdeling geëscaleerd
event-escalation-ended = heeft de escalatie naar de ontwikkelafdeling beëindigd
event-workaround-provided = gaf een tussenoplossing
event-outage-declared = heeft de case als storing gemarkeerd
event-outage-ended = heeft de storing als voorbij gemarkeerd
event-classified = heeft de impact op “{ $impact }” en de urgentie op “{ $urgency }” gezet; daarmee is de prioriteit “{ $priority }”
event-prioritized = heeft de prioriteit op “{ $priority }” gezet
event-detailed = heeft de case ingedeeld bij: { $details }
event-detailed-nothing = heeft categorie, versie en build weggehaald

desk-escalate = Naar R&D escaleren
desk-escalate-hint = De klant leest dit ook: wat er wordt uitgezocht, en hoe het verdergaat.
desk-escalate-send = Escaleren
desk-escalation-end = Escalatie beëindigen
desk-escalation-end-hint = De klant leest dit ook: wat het heeft opgeleverd.
desk-workaround = Tussenoplossing geven
desk-workaround-hint = Hoe de klant verder kan tot er een oplossing is. De status blijft zoals hij is.
desk-workaround-send = Tussenoplossing versturen
desk-outage = Als storing markeren
desk-outage-end = De storing is voorbij
desk-classify = Impact en urgentie wijzigen
desk-classify-hint = De prioriteit volgt hieruit.
desk-classify-confirm = Opslaan
desk-prioritize = Andere prioriteit kiezen
desk-prioritize-hint = Ze blijft gelden tot impact en urgentie opnieuw worden gezet. De klant leest de reden.
desk-prioritize-confirm = Prioriteit instellen
desk-detail = Categorie, versie en build
desk-detail-confirm = Opslaan

done-escalated = De case is geëscaleerd, en de klant krijgt bericht.
done-escalation-ended = De escalatie is beëindigd, en de klant krijgt bericht.
done-worked-around = De tussenoplossing is naar de klant verstuurd.
done-outage-declared = De case is als storing gemarkeerd.
done-outage-ended = De storing is als voorbij gemarkeerd.
done-prioritized = De prioriteit is ingesteld.

refused-already-escalated = Deze case is al geëscaleerd.
refused-not-escalated = Deze case is niet meer geëscaleerd.
refused-already-outage = Deze case is al als storing gemarkeerd.
refused-no-outage = Deze case is niet meer als storing gemarkeerd.
refused-unchanged = Zo is het al: er zou niets veranderen.

notice-escalated = { $role ->
    [reporter] { $author } heeft uw case { $number } naar onze ontwikkelafdeling geëscaleerd.
   *[other] { $author } heeft case { $number } naar de ontwikkelafdeling geëscaleerd.
}
notice-escalation-ended = { $role ->
    [reporter] De escalatie van uw case { $number } naar onze ontwikkelafdeling is beëindigd.
   *[other] De escalatie van case { $number } naar de ontwikkelafdeling is beëindigd.
}
notice-workaround = { $role ->
    [reporter] { $author } heeft een tussenoplossing gegeven voor uw case { $number }.
   *[other] { $author } heeft een tussenoplossing gegeven voor case { $number }.
}
notice-workaround-ask = { $role ->
    [engineer] Dit is ter informatie; u hoeft niets te doen.
   *[other] Hiermee kunt u verder tot er een oplossing is. Helpt het niet, laat het ons dan weten in het portaal.
}
notice-outage = { $role ->
    [reporter] Uw case { $number } is als storing gemarkeerd.
   *[other] Case { $number } is als storing gemarkeerd.
}
notice-outage-ended = { $role ->
    [reporter] De storing van uw case { $number } is voorbij.
   *[other] De storing van case { $number } is voorbij.
}
notice-classified = { $role ->
    [reporter] Uw case { $number } heeft nu de impact “{ $impact }” en de urgentie “{ $urgency }”; daarmee is de prioriteit “{ $priority }”.
   *[other] Case { $number } heeft nu de impact “{ $impact }” en de urgentie “{ $urgency }”; daarmee is de prioriteit “{ $priority }”.
}
notice-prioritized = { $role ->
    [reporter] Uw case { $number } heeft nu de prioriteit “{ $priority }”.
   *[other] Case { $number } heeft nu de prioriteit “{ $priority }”.
}

priorities-title = Prioriteiten
priorities-lead = Een case krijgt zijn prioriteit door zijn impact en zijn urgentie. Een wijziging geldt voor cases die daarna worden geopend, en voor cases waarvan impact en urgentie opnieuw worden gezet; alle andere houden de prioriteit die ze hebben.
priorities-caption = De prioriteit bij elke impact en urgentie
priorities-cell = Prioriteit bij impact “{ $impact }” en urgentie “{ $urgency }”
priorities-save = Prioriteiten opslaan
priorities-overtaken-title = Iemand anders heeft de prioriteiten intussen opgeslagen
priorities-overtaken = Er is nog niets opgeslagen. Hieronder staat wat u koos; wat er sindsdien is gewijzigd, staat onder “Wijzigingen”. Sla opnieuw op om uw keuze in de plaats te zetten.
audit-matrix-changed = heeft de prioriteiten gewijzigd

field-listed = Reden uit de lijst
field-reasons = Redenen

reasons-title = Redenen
reasons-lead = Waaruit engineers kiezen als ze een case sluiten of heropenen, naast wat ze schrijven. De klant leest het in de eigen taal. Een case houdt de reden waarom hij is gesloten, wat er ook met deze lijst gebeurt.
reasons-row = Reden { $n }
reasons-part = Reden { $n }: { $part }
reasons-occasions = Sluiten of heropenen
reasons-closes = Een case sluiten
reasons-reopens = Een case heropenen
reasons-empty-hint = Een regel waarvan niets is ingevuld, telt niet mee: maak een regel leeg om hem te verwijderen.
reasons-none = Geen van deze
reasons-save = Redenen opslaan
reasons-overtaken-title = Iemand anders heeft de redenen intussen opgeslagen
reasons-overtaken = Er is nog niets opgeslagen. Hieronder staat wat u invulde; wat er sindsdien is gewijzigd, staat onder “Wijzigingen”. Sla opnieuw op om het uwe in de plaats te zetten.
audit-reasons-changed = heeft de redenen gewijzigd
