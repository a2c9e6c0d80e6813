# Mails about requests for access. $about is the question, who asks, the level or the reason.

letter-access-more-subject = Een vraag over uw toegangsaanvraag voor { $brand }
letter-access-more-lead = { $name }, voordat wij over uw toegangsaanvraag beslissen, willen wij graag weten:
letter-access-more-ask = { $about }
letter-access-more-button = Antwoorden
letter-access-prime-subject = Bevestig een toegangsaanvraag voor { $brand }
letter-access-prime-lead = { $name }, { $about } vroeg om een ander toegangsniveau op ons supportportaal.
letter-access-prime-ask = Laat ons als hoofdcontactpersoon van uw bedrijf weten of u akkoord gaat. De link is een week geldig en werkt één keer.
letter-access-prime-button = Aanvraag bekijken
letter-access-granted-subject = Uw toegang tot { $brand }
letter-access-granted-lead = { $name }, uw toegangsaanvraag is toegekend.
letter-access-granted-ask = U hebt nu het niveau dat u vroeg: { $about }.
letter-access-granted-button = Mijn toegang
letter-access-refused-subject = Uw toegang tot { $brand }
letter-access-refused-lead = { $name }, uw toegangsaanvraag is niet toegekend.
letter-access-refused-ask = { $about }
letter-access-refused-button = Mijn toegang
letter-login-granted-subject = Uw login voor { $brand }
letter-login-granted-lead = { $about }, uw aanvraag voor een login is toegekend.
letter-login-granted-ask = Wij maken uw account aan. In een tweede mail krijgt u een link om een wachtwoord te kiezen.
letter-login-granted-button = Portaal openen
letter-login-refused-subject = Uw aanvraag voor een login voor { $brand }
letter-login-refused-lead = Wij maken de login die u hebt aangevraagd niet aan.
letter-login-refused-ask = { $about }
letter-login-refused-button = Portaal openen
