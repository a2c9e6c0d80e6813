# De e-mails die vertellen wat er met een case gebeurd is.
#
# $role is de lezer: reporter (heeft de case geopend), observer (leest mee), engineer (werkt eraan).
# `notice-…` zegt wat er gebeurd is, `notice-…-ask` wat er gevraagd wordt van een lezer die iets kan doen.
# $author is wie het gedaan heeft.

notice-opened = { $role ->
    [reporter] Wij hebben uw case { $number } ontvangen.
    [engineer] { $author } van { $company } heeft case { $number } geopend.
   *[observer] { $author } heeft case { $number } geopend en u als meelezer toegevoegd.
}
notice-opened-ask = { $role ->
    [reporter] U hoeft nu niets te doen. Een engineer gaat met uw case aan de slag, en u hoort van ons zodra er nieuws is.
    [engineer] Wilt u de case in behandeling nemen?
   *[observer] U hoeft niets te doen. U hoort van ons zodra er nieuws is.
}

notice-replied = { $role ->
    [reporter] { $author } heeft uw case { $number } aangevuld.
    [engineer] { $author } van { $company } heeft case { $number } aangevuld.
   *[observer] { $author } heeft case { $number } aangevuld.
}
notice-replied-ask = { $role ->
    [engineer] Lees de aanvulling en zet de volgende stap.
   *[other] Dit is ter informatie; u hoeft niets te doen.
}

notice-asked = { $role ->
    [reporter] { $author } heeft een vraag over uw case { $number }.
    [engineer] { $author } heeft de klant een vraag gesteld over case { $number }.
   *[observer] { $author } heeft een vraag over case { $number }.
}
notice-asked-ask = { $role ->
    [reporter] Wilt u de vraag in het portaal beantwoorden? Dan kunnen wij verder met uw case.
    [engineer] Dit is ter informatie; u hoeft niets te doen.
   *[observer] Wij hebben het ook aan { $reporter } gevraagd. Weet u het antwoord, geef het dan in het portaal; één antwoord is genoeg.
}

notice-told = { $role ->
    [reporter] { $author } heeft u geschreven over uw case { $number }.
    [engineer] { $author } heeft aan de klant geschreven over case { $number }.
   *[observer] { $author } heeft geschreven over case { $number }.
}
notice-told-ask = { $role ->
    [engineer] Dit is ter informatie; u hoeft niets te doen.
   *[other] Een antwoord is niet nodig. Wilt u iets toevoegen, dan kan dat in het portaal.
}

notice-noted = { $role ->
    [reporter] { $author } heeft een notitie in het journaal van uw case { $number } gezet.
   *[other] { $author } heeft een notitie in het journaal van case { $number } gezet.
}

notice-taken = { $role ->
    [reporter] { $author } is met uw case { $number } aan de slag gegaan.
   *[other] { $author } is met case { $number } aan de slag gegaan.
}
notice-taken-ask = { $role ->
    [engineer] Dit is ter informatie; u hoeft niets te doen.
   *[other] U hoeft nu niets te doen. U hoort van ons zodra er nieuws is.
}

notice-taken-over = { $author } heeft case { $number } van u overgenomen.
notice-assigned = { $role ->
    [reporter] Uw case { $number } is nu in handen van { $engineer }.
   *[other] Case { $number } is nu in handen van { $engineer }.
}
notice-given-you = { $author } heeft u case { $number } gegeven.
notice-given-you-ask = Ga verder met de case.
notice-given-away = { $author } heeft case { $number }, die op uw naam stond, aan { $engineer } gegeven.
notice-handed-back = { $author } heeft case { $number } aan de werkvoorraad teruggegeven.

notice-planned = { $role ->
    [reporter] Het werk aan uw case { $number } is gepland op { $day }.
   *[other] Het werk aan case { $number } is gepland op { $day }.
}
notice-planned-ask = { $role ->
    [engineer] Houd er die dag tijd voor vrij.
   *[other] Komt die dag u niet uit, laat het ons dan weten in het portaal.
}

notice-resumed-question = { $role ->
    [reporter] { $author } heeft de vraag over uw case { $number } ingetrokken.
   *[other] { $author } heeft de vraag over case { $number } ingetrokken.
}
notice-resumed-question-ask = { $role ->
    [engineer] Dit is ter informatie; u hoeft niets te doen.
   *[other] U hoeft ze niet meer te beantwoorden. Wij gaan verder met de case, en u hoort van ons zodra er nieuws is.
}
notice-resumed-plan = { $role ->
    [reporter] Het werk aan uw case { $number } is niet meer gepland op { $day }.
   *[other] Het werk aan case { $number } is niet meer gepland op { $day }.
}
notice-resumed-plan-ask = { $role ->
    [engineer] U hoeft er die dag geen tijd meer voor vrij te houden.
   *[other] U hoeft die dag niet meer vrij te houden. U hoort van ons zodra er een andere dag of ander nieuws is.
}
notice-resumed-solution = { $role ->
    [reporter] { $author } heeft de oplossing voor uw case { $number } ingetrokken.
   *[other] { $author } heeft de oplossing voor case { $number } ingetrokken.
}
notice-resumed-solution-ask = { $role ->
    [engineer] Dit is ter informatie; u hoeft niets te doen.
   *[other] U hoeft ze niet meer te proberen of te beantwoorden, en de case sluit niet meer vanzelf. U hoort van ons zodra er nieuws is.
}

notice-proposed = { $role ->
    [reporter] { $author } heeft een oplossing voorgesteld voor uw case { $number }.
   *[other] { $author } heeft een oplossing voorgesteld voor case { $number }.
}
notice-reminded = { $role ->
    [reporter] De oplossing die wij voor uw case { $number } hebben voorgesteld, wacht nog op uw antwoord.
    [engineer] De oplossing die voor case { $number } is voorgesteld, wacht nog op antwoord van de klant.
   *[observer] De oplossing die wij voor case { $number } hebben voorgesteld, wacht nog op antwoord.
}
notice-proposed-ask = { $role ->
    [reporter] Wilt u de oplossing proberen en ons in het portaal laten weten of ze werkt? Hebt u meer tijd nodig, dan kunt u de case daar openhouden.
    [engineer] De klant is gevraagd de oplossing goed te keuren of af te wijzen; u hoeft niets te doen.
   *[observer] Wij hebben het ook aan { $reporter } gevraagd. Weet u of de oplossing werkt, laat het ons dan weten in het portaal; één antwoord is genoeg.
}
notice-closes = Zonder antwoord sluit de case vanzelf op { $closes }.

notice-refused = { $role ->
    [reporter] { $author } heeft de oplossing voor uw case { $number } afgewezen.
    [engineer] { $author } van { $company } heeft de oplossing voor case { $number } afgewezen.
   *[observer] { $author } heeft de oplossing voor case { $number } afgewezen.
}
notice-refused-ask = { $role ->
    [engineer] Lees de reden en zoek een andere oplossing.
   *[other] U hoeft nu niets te doen. Wij zoeken een andere oplossing, en u hoort van ons zodra er nieuws is.
}

notice-kept-open = { $role ->
    [reporter] { $author } heeft gevraagd uw case { $number } open te houden. De case sluit niet meer vanzelf.
    [engineer] { $author } van { $company } heeft gevraagd case { $number } open te houden. De case sluit niet meer vanzelf.
   *[observer] { $author } heeft gevraagd case { $number } open te houden. De case sluit niet meer vanzelf.
}
notice-kept-open-ask = { $role ->
    [engineer] Ga na wat er nog nodig is.
   *[other] U hoeft nu niets te doen. Is er nog iets niet in orde, laat het ons dan weten in het portaal.
}

notice-approved = { $role ->
    [reporter] { $author } heeft de oplossing goedgekeurd; uw case { $number } is gesloten.
    [engineer] { $author } van { $company } heeft de oplossing goedgekeurd; case { $number } is gesloten.
   *[observer] { $author } heeft de oplossing goedgekeurd; case { $number } is gesloten.
}
notice-approved-ask = { $role ->
    [engineer] Er hoeft niets meer te gebeuren. Dank u wel voor het goede werk.
   *[other] U hoeft niets meer te doen. Komt het probleem terug, vul de case dan aan in het portaal.
}
notice-no-answer = { $role ->
    [reporter] Uw case { $number } is gesloten, omdat er niet op tijd antwoord kwam op de voorgestelde oplossing.
   *[other] Case { $number } is gesloten, omdat er niet op tijd antwoord kwam op de voorgestelde oplossing.
}
notice-closed = { $role ->
    [reporter] { $author } heeft uw case { $number } gesloten.
   *[other] { $author } heeft case { $number } gesloten.
}
notice-closed-ask = { $role ->
    [engineer] Dit is ter informatie; u hoeft niets te doen.
   *[other] Is er toch nog iets niet in orde, vul de case dan aan in het portaal: een engineer leest het en kan de case heropenen.
}

notice-reopened = { $role ->
    [reporter] { $author } heeft uw case { $number } heropend.
   *[other] { $author } heeft case { $number } heropend.
}
notice-reopened-ask = { $role ->
    [engineer] Ga verder met de case.
   *[other] U hoeft nu niets te doen. Wij gaan verder met de case, en u hoort van ons zodra er nieuws is.
}

notice-added-you = { $author } heeft u toegevoegd als meelezer van case { $number }.
notice-added = { $author } heeft { $observer } toegevoegd als meelezer van case { $number }.
notice-added-ask = { $role ->
    [observer] U kunt de case in het portaal volgen, en u krijgt bij elke stap bericht.
   *[other] Dit is ter informatie; u hoeft niets te doen.
}

notice-nothing = Dit is ter informatie; u hoeft niets te doen.
notice-own = We hebben uw update van case { $number } ontvangen.
notice-own-ask = Dit is de bevestiging waar u om hebt gevraagd; u hoeft niets te doen.
notice-more = Het bericht is hier ingekort. Lees verder in het portaal.
notice-files = { $n ->
    [one] Bijlage: { $names }
   *[other] Bijlagen: { $names }
}

notice-button-view = Bekijk de case
notice-button-answer = Antwoord in het portaal
notice-button-decide = Laat weten of het werkt

notice-why = { $role ->
    [reporter] { $brand } stuurde u deze e-mail omdat u deze case hebt geopend.
    [engineer] { $brand } stuurde u deze e-mail omdat u aan deze case werkt.
   *[observer] { $brand } stuurde u deze e-mail omdat u meeleest in deze case.
}
notice-why-former = { $brand } stuurde u deze e-mail omdat deze case op uw naam stond.
notice-answer = Reageer in het portaal; antwoorden op deze e-mail worden niet gelezen.
