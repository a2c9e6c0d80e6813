//! What one meets without being signed in: signing in, registering, and where mailed links lead.

use caseport_domain::actor::Actor;
use caseport_domain::email_change::Side;
use caseport_domain::id::CaseNumber;
use caseport_domain::input::Flaw;
use caseport_pages::{
    Activate, Ask, Asked, Continue, EmailAnswered, EmailLink, EmailOutcome, Follow, LinkGone, Mailed,
    NewPassword, Puzzle, Register, RegisterValues, Rules, SignIn, SignInProblem, Unsubscribe,
};

use super::{Add, HARMFUL, flaws, kept};

/// All of them, and what comes behind signing in.
pub fn pages(add: &mut Add<'_>, contact: &Actor) {
    add("sign-in", None, "/sign-in", &SignIn::new(Some("/cases/20601")));
    let wrong = SignIn::new(None).problem(SignInProblem::WrongCredentials, HARMFUL);
    add("sign-in-wrong", None, "/sign-in", &wrong);
    let throttled = SignIn::new(None).problem(SignInProblem::Throttled, "norman@schaefers.example");
    add("sign-in-throttled", None, "/sign-in", &throttled);
    let ended = SignIn::new(None).problem(SignInProblem::SessionEnded, "").keeping(kept());
    add("sign-in-kept", None, "/sign-in", &ended);
    let puzzle = || Puzzle {
        challenge: "c1".into(),
        picture: "data:image/png;base64,iVBORw0KGgo=".into(),
        sum: (7, 5),
    };
    add("register", None, "/register", &Register::new(puzzle()));
    let typed = RegisterValues { email: HARMFUL.into(), username: "a".into(), ..RegisterValues::default() };
    let wrong = flaws(&[
        ("email", Flaw::NotAnAddress),
        ("username", Flaw::TooShort { min: 3 }),
        ("password", Flaw::TooCommon),
        ("rules", Flaw::NotAccepted),
        ("answer", Flaw::NotThePicture),
    ]);
    add("register-flaws", None, "/register", &Register::new(puzzle()).again(typed, wrong));
    let rules = Rules::of(1).expect("they are known");
    add("rules", None, "/rules", &rules);
    add("rules-past", None, "/rules?version=1", &rules.when(2));
    links(add);
    add("continue", Some(contact), "/session", &Continue::new(kept().expect("it is a form")));
}

/// What is asked for without signing in, and where the mailed links lead.
fn links(add: &mut Add<'_>) {
    for (name, asked) in [
        ("password", Asked::Password),
        ("contact-id", Asked::ContactId),
        ("registration", Asked::Registration),
    ] {
        add(&format!("ask-{name}"), None, "/password", &Ask::new(asked));
        add(&format!("mailed-{name}"), None, "/password", &Mailed { asked });
        add(&format!("link-gone-{name}"), None, "/activate", &LinkGone { asked: Some(asked) });
    }
    let wrong = flaws(&[("email", Flaw::NotAnAddress)]);
    add("ask-flaws", None, "/password", &Ask::new(Asked::Password).again(HARMFUL, wrong));
    add("new-password", None, "/password/new", &NewPassword::new("t.s", false));
    let wrong = flaws(&[("password", Flaw::TooShort { min: 10 })]);
    add("new-password-first", None, "/password/new", &NewPassword::new("t.s", true).again(wrong));
    add("activate", None, "/activate", &Activate::new("t.s", "norman.s"));
    add("activate-taken", None, "/activate", &Activate::new("t.s", "norman.s").taken());
    let ended = Activate::new("t.s", "norman.s").without_contract();
    add("activate-contract-ended", None, "/activate", &ended);
    let unsubscribe = |is_off| Unsubscribe::new("c2lnbmVk", CaseNumber(20_601), is_off);
    add("unsubscribe", None, "/unsubscribe", &unsubscribe(false));
    add("unsubscribed", None, "/unsubscribe", &unsubscribe(true).done());
    add("subscribed", None, "/unsubscribe", &unsubscribe(false).done());
    let outside = |is_off| unsubscribe(is_off).outside();
    add("unsubscribe-outside", None, "/unsubscribe", &outside(false));
    add("unsubscribed-outside", None, "/unsubscribe", &outside(true).done());
    let follow = || Follow::new("c2lnbmVk", CaseNumber(20_601), HARMFUL);
    add("follow", None, "/follow", &follow());
    add("followed", None, "/follow", &follow().done(true));
    add("follow-refused", None, "/follow", &follow().done(false));
    add("link-gone-email", None, "/email-change", &LinkGone { asked: None });
    for (name, side) in [("old", Side::Old), ("new", Side::New)] {
        let link = EmailLink::new("t.s", side, HARMFUL.into());
        add(&format!("email-link-{name}"), None, "/email-change", &link);
        for (outcome, what) in [
            (EmailOutcome::Waiting, "waiting"),
            (EmailOutcome::Changed, "changed"),
            (EmailOutcome::Refused, "refused"),
        ] {
            let page = EmailAnswered { outcome, side, to: "n.schaefers@schaefers.example".into() };
            add(&format!("email-{what}-{name}"), None, "/email-change", &page);
        }
    }
}
