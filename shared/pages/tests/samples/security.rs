//! The pages where people sign in with a second factor and look after how they sign in.

use caseport_domain::actor::Actor;
use caseport_domain::agent::Agent;
use caseport_domain::grant::Reach;
use caseport_domain::input::Flaw;
use caseport_domain::registration::Accepted;
use caseport_domain::second_factor::{RecoveryCode, Secret};
use caseport_domain::sign_in::Must;
use caseport_pages::{
    MadeToken, Notice, PasswordPage, RulesPage, SessionLine, Sessions, SignInCode, SignInProblem, TokenLine,
    TokenValues, Tokens, TwoFactor,
};

use super::{Add, HARMFUL, at, flaws, kept};

/// All of them.
pub fn pages(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    let half = || SignInCode::new("half-a-token".into(), Some("/cases/20601"), kept());
    add("sign-in-code", None, "/sign-in", &half());
    add("sign-in-code-wrong", None, "/sign-in", &half().problem(SignInProblem::WrongCode));
    add("sign-in-code-throttled", None, "/sign-in", &half().problem(SignInProblem::Throttled));

    let path = "/profile/password";
    add(
        "profile-password",
        Some(contact),
        "/profile/password?done=password-changed",
        &PasswordPage::new(None),
    );
    let must = PasswordPage::new(Some(Must::ChangePassword));
    add("profile-password-kept", Some(contact), path, &must.clone().keeping(kept()));
    add("profile-password-must", Some(contact), path, &must);
    let wrong = [("current", Flaw::WrongPassword), ("new", Flaw::TooCommon), ("repeat", Flaw::NotTheSame)];
    add("profile-password-again", Some(contact), path, &PasswordPage::new(None).again(flaws(&wrong)));
    let wrong = [("current", Flaw::Required), ("new", Flaw::TooShort { min: 10 }), ("new", Flaw::Unchanged)];
    add("profile-password-short", Some(contact), path, &PasswordPage::new(None).again(flaws(&wrong)));

    let path = "/profile/rules";
    let earlier = Accepted { version: 0, at: at("2025-03-02T08:00:00Z") };
    let rules = |accepted| RulesPage::new(accepted, Some(Must::AcceptRules));
    add(
        "profile-rules",
        Some(contact),
        path,
        &RulesPage::new(Some(Accepted { version: 1, ..earlier }), None),
    );
    add("profile-rules-first", Some(contact), path, &rules(None));
    add("profile-rules-changed", Some(contact), path, &rules(Some(earlier)));
    let again = rules(Some(earlier)).keeping(kept()).again(flaws(&[("rules", Flaw::NotAccepted)]));
    add("profile-rules-again", Some(contact), path, &again);

    let path = "/profile/two-factor";
    let off =
        |must| TwoFactor::off(&Secret::new([42; 20]), "Norland Support", "amelie@norland.example", must);
    add("profile-two-factor", Some(contact), path, &off(None));
    let wrong = [("code", Flaw::WrongCode)];
    let held = Notice::new(403, "1-67421a3c").held(Must::SetUpSecondFactor).keeping(kept());
    add("notice-held", Some(engineer), "/cases/20601", &held);
    add("profile-two-factor-must", Some(engineer), path, &off(Some(Must::SetUpSecondFactor)));
    add("profile-two-factor-again", Some(contact), path, &off(None).again(flaws(&wrong)));
    let on = |left| TwoFactor::on(at("2026-11-02T08:00:00Z"), left);
    add("profile-two-factor-on", Some(engineer), path, &on(9));
    add("profile-two-factor-on-again", Some(engineer), path, &on(0).again(flaws(&wrong)));
    let codes = (0..10).map(|n| RecoveryCode::new(&format!("{n}").repeat(20)).text()).collect();
    add(
        "profile-two-factor-codes",
        Some(engineer),
        path,
        &TwoFactor::codes(at("2026-11-24T09:30:00Z"), codes),
    );

    let path = "/profile/sessions";
    add("profile-sessions", Some(contact), path, &Sessions::new(sessions()));
    add("profile-sessions-one", Some(contact), path, &Sessions::new(sessions().split_off(2)));

    let path = "/profile/tokens";
    add("profile-tokens", Some(engineer), path, &Tokens::new(vec![]));
    let made = MadeToken {
        id: "t2".parse().expect("it is an identifier"),
        name: "Nightly report".into(),
        token: format!("cpat_amelie.t2.{}", "aB3_".repeat(10)),
    };
    add("profile-tokens-made", Some(engineer), path, &Tokens::new(tokens()).made(made));
    let values = TokenValues { name: HARMFUL.into(), scope: "write".into(), days: 365 };
    let wrong = [
        ("name", Flaw::TooLong { max: 60 }),
        ("days", Flaw::NoSuchChoice),
        ("password", Flaw::WrongPassword),
    ];
    add("profile-tokens-again", Some(engineer), path, &Tokens::new(tokens()).again(values, flaws(&wrong)));
}

fn sessions() -> Vec<SessionLine> {
    let line = |(id, browser, system, day): (&str, &str, &str, u8)| SessionLine {
        id: id.parse().expect("it is an identifier"),
        agent: Agent { browser: browser.into(), system: system.into() },
        begun_at: at(&format!("2026-11-{day}T07:55:00Z")),
        last_used_at: at(&format!("2026-11-{day}T09:20:00Z")),
        ends_at: at(&format!("2026-12-{day}T07:55:00Z")),
        is_current: id == "s1",
    };
    [("s1", "Firefox", "Linux", 24), ("s2", "Safari", "iOS", 23), ("s3", "", "", 22)].map(line).into()
}

fn tokens() -> Vec<TokenLine> {
    let line = |(id, name, scope, used): (&str, &str, Reach, Option<&str>)| TokenLine {
        id: id.parse().expect("it is an identifier"),
        name: name.into(),
        scope,
        made_at: at("2026-11-02T08:00:00Z"),
        last_used: used.map(at),
        ends_at: at("2027-01-31T08:00:00Z"),
    };
    let used = Some("2026-11-24T02:00:00Z");
    [("t2", "Nightly report", Reach::Read, None), ("t1", HARMFUL, Reach::Write, used)].map(line).into()
}
