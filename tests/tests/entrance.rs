//! The way in: registering, Contact IDs, forgotten and first passwords.

use caseport_tests::records::Firm;
use caseport_tests::{Api, Clock, Mail, Portal, Reply, records, unique};
use jiff::SignedDuration;
use serde_json::{Value, json};

const PASSWORD: &str = "harbour lantern otter";

/// What somebody types to register, with the puzzle solved by its sum.
async fn registration(api: &Api, email: &str, contact_id: &str, username: &str) -> Value {
    let form = api.get("/register").await.expect(200).json();
    let sum = form["puzzle"]["sum"].as_array().expect("there is a sum").iter().filter_map(Value::as_u64);
    assert!(
        form["puzzle"]["picture"].as_str().unwrap_or_default().starts_with("data:image/png;base64,"),
        "E11"
    );
    json!({
        "username": username, "email": email, "password": PASSWORD, "contact_id": contact_id,
        "zone": "Europe/Lisbon", "rules": form["rules"].to_string(),
        "challenge": form["puzzle"]["challenge"], "answer": sum.sum::<u64>().to_string(),
    })
}

async fn sign_in(api: &Api, email: &str, password: &str) -> Reply {
    api.post("/session", json!({ "email": email, "password": password })).await
}

/// An address that nobody here has.
fn somebody(name: &str) -> String {
    format!("{}@nowhere.example", unique(name).replace(' ', "-"))
}

/// A user name that nobody here has.
fn unique_name() -> String {
    records::unique("lotte")
}

/// The token of a link as a body.
fn token(path: &str) -> Value {
    json!(path.split_once("?link=").expect("it is a link").1)
}

/// E4, E8, E9, E10, E11, E12, E14, E15, E16, E17, E18: from the form by the mail to a signed-in account, with a user name of one's
/// own.
#[tokio::test]
async fn e4_e18_a_contact_registers_and_is_let_in() {
    let portal = Portal::from_env();
    let api = portal.anonymous();
    sign_in(&api, "nora@acme.example", PASSWORD).await.problem(401, "credentials");
    let body = registration(&api, "Nora@Acme.example", "4trx-92km", "nora.castellan").await;
    let _ = api.post("/register", body.clone()).await.expect(202);
    let problem = api.post("/register", body).await.problem(422, "flaws");
    assert_eq!(problem["errors"][0]["pointer"], "/answer", "a puzzle is answered once");

    let mail = portal.letter("nora@acme.example", "activates your account nora.castellan").await;
    let path = mail.link(&portal, "/activate");
    for _ in 0..2 {
        let page = api.get(&path).await.expect(200).json();
        assert_eq!(page["username"], "nora.castellan", "looking uses nothing up");
    }
    let tokens = api.post("/activate", json!({ "link": token(&path) })).await.expect(200).json();
    let nora = api.with_token(tokens["access_token"].as_str().expect("E18: she is signed in"));
    let _ = nora.get("/cases").await.expect(200);
    let _ = sign_in(&api, "NORA.castellan", PASSWORD).await.expect(200);
    let _ = sign_in(&api, "nora@acme.example", PASSWORD).await.expect(200);

    // X10: a link is good once.
    api.post("/activate", json!({ "link": token(&path) })).await.problem(410, "link-gone");
    api.get(&path).await.problem(410, "link-gone");
    // Registering again tells her that she has an account; somebody else cannot have her user name.
    let again = registration(&api, "nora@acme.example", "4TRX-92KM", "nora.again").await;
    let _ = api.post("/register", again).await.expect(202);
    portal.letter("nora@acme.example", "you have an account already").await;
    let other = registration(&api, "rosa@acme.example", "2LKM-81VE", "Nora.Castellan").await;
    let _ = api.post("/register", other).await.expect(202);
    portal.letter("rosa@acme.example", "somebody else has the user name").await;
}

/// E18, E19: whose access includes no cases begins on a page that is for them too.
#[tokio::test]
async fn e18_e19_a_basic_contact_is_let_in() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = records::Firm::founded(&admin).await;
    let mut basic = firm.contact_form(&admin).await;
    basic["level"] = "basic".into();
    let _ = admin.post(&format!("/contacts/{}", firm.contact), basic).await.expect(200);
    let (email, username) = (firm.address(&admin).await, unique_name());
    let api = portal.anonymous();
    let body = registration(&api, &email, &firm.contact, &username).await;
    let _ = api.post("/register", body).await.expect(202);
    let mail = portal.letter(&email, &username).await;

    let mut visitor = portal.visitor();
    let page = visitor.see(&mail.link(&portal, "/activate")).await.expect(200);
    let (menu, why) = ("<nav class=\"menu\"", "before an account is activated there is nowhere to go");
    assert!(!page.html().contains(menu), "{why}");
    let start = visitor.see("/home").await.expect(200);
    assert!(start.path.starts_with("/sign-in") && !start.html().contains(menu), "{why}");
    let page = visitor.submit(&page, "/activate", &[]).await.expect(200);
    assert_eq!(page.path, "/home?done=activated");
    assert!(page.html().contains("data-done") && page.html().contains(menu));
    assert_eq!(visitor.see("/cases").await.reply.status, 403, "cases are not for them");
}

/// A9: whoever calls is found by their Contact ID in any letter case, as they registered with it, and by their user name, though it
/// could be an identifier.
#[tokio::test]
async fn a9_a_caller_is_found_by_what_they_say() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = records::Firm::founded(&admin).await;
    let (email, username) = (firm.address(&admin).await, records::unique("lotte"));
    let api = portal.anonymous();
    let body = registration(&api, &email, &firm.contact.to_lowercase(), &username).await;
    let _ = api.post("/register", body).await.expect(202);
    let link = portal.letter(&email, &username).await.link(&portal, "/activate");
    let tokens = api.post("/activate", json!({ "link": token(&link) })).await.expect(200).json();
    let lotte = api.with_token(tokens["access_token"].as_str().expect("she is signed in"));
    let proof = json!({ "password": PASSWORD });
    let pin = lotte.post("/profile/pin", proof).await.expect(200).json()["pin"].clone();
    let shouted = (username.to_uppercase(), email.to_uppercase());
    for said in [firm.contact.clone(), firm.contact.to_lowercase(), username, shouted.0, shouted.1] {
        let told =
            admin.post("/desk/callers", json!({ "contact": said, "pin": pin })).await.expect(200).json();
        let (check, caller) = (&told["check"], &told["caller"]["contact_id"]);
        assert_eq!((check, caller), (&json!("verified"), &json!(firm.contact)), "{said}");
    }
}

/// E6: the page to sign in on says for whom the portal is, in each language, and how one comes by an account.
#[tokio::test]
async fn e6_the_page_to_sign_in_on_says_for_whom_it_is() {
    let portal = Portal::from_env();
    for (language, whom) in [
        ("en", "For customers with a support contract"),
        ("nl", "Voor klanten met een supportcontract"),
        ("fr", "Pour les clients disposant d\u{2019}un contrat d\u{2019}assistance"),
    ] {
        let mut visitor = portal.visitor();
        visitor.cookies.insert("__Host-language".into(), language.into());
        let html = visitor.see("/sign-in").await.expect(200).html();
        assert!(html.contains(whom) && html.contains(&format!("<html lang=\"{language}\"")), "{html}");
        assert!(html.contains("href=\"/register\"") && html.contains("href=\"/request-a-login\""));
    }
}

/// E17: a contact whose company has no contract that runs gets no link; nor does who has the wrong Contact ID (E12).
#[tokio::test]
async fn e17_without_contract_or_contact_id_there_is_no_link() {
    let portal = Portal::from_env();
    let api = portal.anonymous();
    let ended = registration(&api, "quentin@harbourline.example", "9CEN-55DA", "quentin.m").await;
    let _ = api.post("/register", ended).await.expect(202);
    let mail = portal.letter("quentin@harbourline.example", "no support contract that runs").await;
    assert!(!mail.text.contains("?link="));
    let guessed = registration(&api, "rosa@acme.example", "2LKM-81VF", "rosa.f").await;
    let _ = api.post("/register", guessed).await.expect(202);
    let mail = portal.letter("rosa@acme.example", "do not go together").await;
    assert!(!mail.text.contains("?link="));
}

/// The path of the link that activates an account, mailed to who registers with these.
async fn activation_link(portal: &Portal, email: &str, contact_id: &str, username: &str) -> String {
    let api = portal.anonymous();
    let body = registration(&api, email, contact_id, username).await;
    let _ = api.post("/register", body).await.expect(202);
    portal.letter(email, username).await.link(portal, "/activate")
}

/// E17: the link looks at the contract once more. Where that has ended meanwhile it activates nothing, says so to whom it was mailed,
/// and is not used up by it. A link that has been used says nothing of the contract.
#[tokio::test]
async fn e17_a_link_activates_nothing_without_a_contract_that_runs() {
    let portal = Portal::from_env();
    let (admin, api) = (portal.administrator().await, portal.anonymous());
    let firm = Firm::founded(&admin).await;
    let (email, username) = (firm.address(&admin).await, unique_name());
    let path = activation_link(&portal, &email, &firm.contact, &username).await;
    let _ = firm.change(&admin, "contracts/k-1", "ends", "2020-12-31").await.expect(200);
    let link = json!({ "link": token(&path) });
    for (language, told) in [
        ("en", "The support contract of your company has ended since you registered"),
        ("nl", "Het supportcontract van uw bedrijf is afgelopen nadat u zich had geregistreerd"),
        ("fr", "a pris fin depuis votre inscription"),
    ] {
        let problem = api.post_in(language, "/activate", link.clone()).await.problem(409, "contract-ended");
        assert!(problem["detail"].as_str().is_some_and(|detail| detail.contains(told)), "{problem:#}");
        let mut visitor = portal.visitor();
        visitor.cookies.insert("__Host-language".into(), language.into());
        let page = visitor.see(&path).await.expect(200);
        let html = visitor.submit(&page, "/activate", &[]).await.expect(409).html();
        assert!(html.contains(told) && html.contains("href=\"mailto:help@voxline.example\""), "{html}");
    }
    sign_in(&api, &username, PASSWORD).await.problem(401, "credentials");

    let _ = firm.change(&admin, "contracts/k-1", "ends", "2099-12-31").await.expect(200);
    let _ = api.post("/activate", link.clone()).await.expect(200);
    let _ = sign_in(&api, &username, PASSWORD).await.expect(200);
    let _ = firm.change(&admin, "contracts/k-1", "ends", "2020-12-31").await.expect(200);
    api.post("/activate", link).await.problem(410, "link-gone");
}

/// E17, X10: nor does a link that is too old, or that nobody was mailed.
#[tokio::test]
async fn e17_x10_an_old_link_says_nothing_of_the_contract() {
    let portal = Portal::alone();
    let (admin, api) = (portal.administrator().await, portal.anonymous());
    let firm = Firm::founded(&admin).await;
    let email = firm.address(&admin).await;
    let path = activation_link(&portal, &email, &firm.contact, &unique_name()).await;
    let _ = firm.change(&admin, "contracts/k-1", "ends", "2020-12-31").await.expect(200);
    let (start, secret) = path.split_once('.').expect("a link has a secret");
    let guessed = format!("{start}.{}", secret.chars().rev().collect::<String>());
    api.post("/activate", json!({ "link": token(&guessed) })).await.problem(410, "link-gone");
    let clock = portal.clock();
    clock.set_to(clock.now() + SignedDuration::from_hours(25));
    api.post("/activate", json!({ "link": token(&path) })).await.problem(410, "link-gone");
}

/// E8, E17: of two who hold a link for one user name, the first to follow theirs has it. The other is told so, and registers with
/// another one.
#[tokio::test]
async fn e8_e17_a_user_name_is_whose_link_is_followed_first() {
    let portal = Portal::from_env();
    let (admin, api) = (portal.administrator().await, portal.anonymous());
    let (first, second) = (Firm::founded(&admin).await, Firm::founded(&admin).await);
    let (theirs, other) = (first.address(&admin).await, second.address(&admin).await);
    let username = unique_name();
    let quicker = activation_link(&portal, &theirs, &first.contact, &username).await;
    let later = activation_link(&portal, &other, &second.contact, &username).await;
    let _ = api.post("/activate", json!({ "link": token(&quicker) })).await.expect(200);

    let refused = api.post("/activate", json!({ "link": token(&later) })).await;
    let problem = refused.problem(409, "name-taken");
    let says = "Somebody else has taken this user name meanwhile. Register once more, with another one.";
    assert_eq!(problem["detail"], says);
    let mut visitor = portal.visitor();
    visitor.cookies.insert("__Host-language".into(), "en".into());
    let page = visitor.see(&later).await.expect(200);
    let html = visitor.submit(&page, "/activate", &[]).await.expect(409).html();
    assert!(html.contains(&format!("Somebody else has taken the user name {username}")), "{html}");
    assert!(html.contains("href=\"/register\""), "{html}");

    let another = activation_link(&portal, &other, &second.contact, &unique_name()).await;
    let _ = api.post("/activate", json!({ "link": token(&another) })).await.expect(200);
}

/// E20, E21, E22, E23, M8: a Contact ID comes by mail. X9: the page tells nobody who is known; the mail does.
#[tokio::test]
async fn e20_e23_x9_a_contact_id_is_mailed_and_nothing_is_told_on_the_page() {
    let portal = Portal::from_env();
    let api = portal.anonymous();
    let nobody = somebody("nobody");
    for path in ["/contact-id", "/password"] {
        let known = api.post(path, json!({ "email": "benoit@tilleuls.example" })).await;
        let unknown = api.post(path, json!({ "email": nobody })).await;
        assert_eq!((known.status.as_u16(), unknown.status.as_u16()), (202, 202));
        assert_eq!(known.json(), unknown.json());
    }
    for says in ["call our service centre", "Perhaps you are on record with another address"] {
        let mail = portal.letter(&nobody, says).await;
        assert!(
            mail.text.contains("+31 20 555 01 00") && mail.text.contains("help@voxline.example"),
            "{}",
            mail.text
        );
        let html = mail.html.expect("a mail has HTML");
        assert!(html.contains("href=\"tel:+31205550100\""), "the number can be called from the mail: {html}");
        assert!(html.contains("href=\"mailto:help@voxline.example\""), "{html}");
    }
    let known = portal.letter("benoit@tilleuls.example", "votre Contact ID est benoit").await;
    assert!(!known.text.contains("+31 20 555 01 00"), "who is known need not call: {}", known.text);
    let engineer = api.post("/contact-id", json!({ "email": "maarten@caseport.example" })).await.expect(202);
    assert_eq!(engineer.json()["asked"], "contact-id");
    portal.letter("maarten@caseport.example", "service").await;
}

/// X9: whoever registers is answered alike: as somebody on record, with an account already, with another's Contact ID, or not
/// known at all. Only the mails differ.
#[tokio::test]
async fn x9_registering_tells_nobody_who_is_known() {
    let portal = Portal::from_env();
    let (admin, api) = (portal.administrator().await, portal.anonymous());
    let (invited, settled) = (Firm::founded(&admin).await, Firm::founded(&admin).await);
    let _ = settled.registered(&admin).await;
    let (known, has_account) = (invited.address(&admin).await, settled.address(&admin).await);
    let nobody = somebody("unknown");
    let mut answers = Vec::new();
    let mut visitor = portal.visitor();
    for (email, contact_id, username) in [
        (&known, &invited.contact, "x9.known"),
        (&has_account, &settled.contact, "x9.settled"),
        (&known, &settled.contact, "x9.wrong"),
        (&nobody, &invited.contact, "x9.unknown"),
    ] {
        let body = registration(&api, email, contact_id, username).await;
        let told = api.post("/register", body).await.expect(202);
        let page = visitor.see("/register").await.expect(200);
        let body = registration(&api, email, contact_id, username).await;
        let fields = body.as_object().expect("it is an object").iter();
        let fields: Vec<(&str, &str)> =
            fields.map(|(name, value)| (&**name, value.as_str().unwrap_or_default())).collect();
        let shown = visitor.submit(&page, "/register", &fields).await.expect(202);
        assert!(!shown.html().contains(email.as_str()), "what was typed is not said again");
        answers.push((username, told.json(), shown.html()));
    }
    let (_, json, html) = &answers[0];
    for (username, told, shown) in &answers[1..] {
        assert_eq!((told, shown), (json, html), "{username}");
    }
    // To who is known it is in their own language.
    portal.letter(&has_account, "u hebt al een account").await;
    portal.letter(&known, "do not go together").await;
}

async fn password_link(portal: &Portal, email: &str, says: &str) -> (Mail, String) {
    let _ = portal.anonymous().post("/password", json!({ "email": email })).await.expect(202);
    let mail = portal.letter(email, says).await;
    let path = mail.link(portal, "/password/new");
    (mail, path)
}

/// M6, M7: a forgotten password is replaced by a mailed link. X12: whoever had the old one is out, at once where
/// they write and as soon as their token is renewed.
#[tokio::test]
async fn m6_x12_a_new_password_shuts_the_old_one_out() {
    const EMAIL: &str = "camille@globex.example";
    let portal = Portal::from_env();
    let camille = portal.person(EMAIL).await;
    let case = caseport_tests::Case::open(&camille, "Before the password was changed").await;
    let (mail, path) = password_link(&portal, EMAIL, "choisissez un mot de passe").await;
    assert!(mail.text.contains(portal.origin()));
    let api = portal.anonymous();
    let weak = json!({ "link": token(&path), "password": "camille dubois" });
    let problem = api.post("/password/new", weak).await.problem(422, "flaws");
    assert_eq!(problem["errors"][0]["code"], "too-common", "a flaw uses no link up");
    let chosen = json!({ "link": token(&path), "password": PASSWORD });
    let _ = api.post("/password/new", chosen.clone()).await.expect(200);
    api.post("/password/new", chosen).await.problem(410, "link-gone");

    camille.post(&case.path("replies"), json!({ "text": "Still me?" })).await.problem(401, "signed-out");
    let refresh = json!({ "refresh_token": camille.refresh_token() });
    api.post("/session/refresh", refresh).await.problem(401, "signed-out");
    sign_in(&api, EMAIL, "everybody-may-try").await.problem(401, "credentials");
    let _ = sign_in(&api, EMAIL, PASSWORD).await.expect(200);
}

/// M7, E4: the first password comes by a mailed link, without a Contact ID or a contract. It is no way around the contract: who
/// has none that runs reads, and opens no case.
#[tokio::test]
async fn m7_e4_a_first_password_without_a_contract_lets_one_read_only() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let _ = firm.change(&admin, "contracts/k-1", "ends", "2020-12-31").await.expect(200);
    let email = firm.address(&admin).await;
    let (_, path) = password_link(&portal, &email, "kies met deze link een wachtwoord").await;
    let chosen = json!({ "link": token(&path), "password": PASSWORD });
    let _ = portal.anonymous().post("/password/new", chosen).await.expect(200);
    let lotte = portal.welcomed(&email, PASSWORD).await;
    assert_eq!(lotte.get("/access").await.expect(200).json()["level"], "read-only");
    let _ = lotte.get("/cases").await.expect(200);
    let opening = json!({
        "product": firm.product, "case_type": "question", "impact": "person", "urgency": "low",
        "title": "May I?", "description": "I wonder.",
    });
    lotte.post("/cases", opening).await.problem(403, "denied");
}

/// X10: a link is good for an hour, and no other secret opens what it opens.
#[tokio::test]
async fn x10_a_link_is_neither_eternal_nor_guessed() {
    let portal = Portal::alone();
    let (_, path) = password_link(&portal, "signe@norhaven.example", "choose a password").await;
    let api = portal.anonymous();
    let _ = api.get(&path).await.expect(200);
    let (start, secret) = path.split_once('.').expect("a link has a secret");
    assert!(secret.len() >= 43, "256 bits");
    let other = format!("{start}.{}", secret.chars().rev().collect::<String>());
    api.get(&other).await.problem(410, "link-gone");
    let clock = portal.clock();
    clock.set_to(clock.now() + SignedDuration::from_mins(61));
    api.get(&path).await.problem(410, "link-gone");
    let late = json!({ "link": token(&path), "password": PASSWORD });
    api.post("/password/new", late).await.problem(410, "link-gone");
}

/// X11: links lead to the portal, whatever host a request claims to have come to.
#[tokio::test]
async fn x11_a_mailed_link_does_not_follow_the_request() {
    let portal = Portal::from_env();
    let api = portal.anonymous();
    let request = api.request(reqwest::Method::POST, "/password");
    let request = request.header("x-forwarded-host", "evil.example").header("forwarded", "host=evil.example");
    let _ = api.send(request.json(&json!({ "email": "mikkel@norhaven.example" }))).await.expect(202);
    let mail = portal.letter("mikkel@norhaven.example", "choose a password").await;
    assert!(!mail.text.contains("evil.example") && mail.text.contains(portal.origin()));
}

/// X14: nobody's mailbox is filled, and nobody is told that it would have been.
#[tokio::test]
async fn x14_an_address_gets_three_mails_in_a_quarter_of_an_hour() {
    let portal = Portal::alone();
    let (api, clock) = (portal.anonymous(), portal.clock());
    clock.stays_within(Clock::QUARTER);
    let (flooded, after) = (somebody("full"), somebody("after"));
    for _ in 0..6 {
        let _ = api.post("/password", json!({ "email": flooded })).await.expect(202);
    }
    let _ = api.post("/password", json!({ "email": after })).await.expect(202);
    portal.letter(&after, "new password").await;
    assert_eq!(portal.letters(&flooded).await.len(), 3);
}

/// X14: nor is it by who comes back every quarter of an hour.
#[tokio::test]
async fn x14_an_address_gets_ten_mails_in_a_day() {
    const DAY: i64 = 24 * 60 * 60;
    let portal = Portal::alone();
    let (api, clock) = (portal.anonymous(), portal.clock());
    let tomorrow = (clock.now().as_second().div_euclid(DAY) + 1) * DAY;
    let at = |minutes: i64| jiff::Timestamp::from_second(tomorrow + minutes * 60).expect("it is an instant");
    let flooded = somebody("all-day");
    let ask = async |email: &str| {
        let _ = api.post("/contact-id", json!({ "email": email })).await.expect(202);
    };
    for quarter in 0..5 {
        clock.set_to(at(quarter * 15 + 1));
        for _ in 0..3 {
            ask(&flooded).await;
        }
    }
    let after = somebody("after-all");
    let _ = api.post("/password", json!({ "email": after })).await.expect(202);
    portal.letter(&after, "new password").await;
    assert_eq!(portal.letters(&flooded).await.len(), 10);
    clock.set_to(at(24 * 60 + 1));
    ask(&flooded).await;
    caseport_tests::eventually("a mail on the next day", std::time::Duration::from_secs(30), async || {
        (portal.letters(&flooded).await.len() == 11).then_some(())
    })
    .await;
}

/// X13: who has an address's mails used up keeps its owner from no link to choose a password with, which is what lets in whom
/// guesses shut out: what else is asked for there is counted apart. X14: once a day has no link left, there is one an hour.
#[tokio::test]
async fn x13_x14_mails_used_up_keep_nobody_from_a_link() {
    const DAY: i64 = 24 * 60 * 60;
    let portal = Portal::alone();
    let (api, clock) = (portal.anonymous(), portal.clock());
    let tomorrow = (clock.now().as_second().div_euclid(DAY) + 1) * DAY;
    let at = |minutes: i64| jiff::Timestamp::from_second(tomorrow + minutes * 60).expect("it is an instant");
    let owner = somebody("owner");
    let ask = async |email: &str| {
        let _ = api.post("/password", json!({ "email": email })).await.expect(202);
    };
    let login = json!({
        "name": "Nobody", "email": owner, "sold_to": ["Norhaven"], "end_user": ["Acme"], "text": "I say so.",
    });
    clock.set_to(at(1));
    for _ in 0..4 {
        let _ = api.post("/contact-id", json!({ "email": owner })).await.expect(202);
        let _ = api.post("/request-a-login", login.clone()).await.expect(202);
    }
    ask(&owner).await;
    portal.letter(&owner, "new password").await;
    // Three with the Contact ID, and one link; nine more are left that day, and then one an hour.
    let mails = async |minutes: i64| {
        let after = somebody("after");
        clock.set_to(at(minutes));
        for _ in 0..3 {
            ask(&owner).await;
        }
        ask(&after).await;
        portal.letter(&after, "new password").await;
        portal.letters(&owner).await.len()
    };
    let mut told = Vec::new();
    for minutes in [16, 31, 46, 61, 76, 121] {
        told.push(mails(minutes).await);
    }
    assert_eq!(told, [7, 10, 13, 14, 14, 15]);
}

/// X14: nor are many mailboxes by one source, which is told; who is elsewhere is not kept waiting.
#[tokio::test]
async fn x14_a_source_has_a_hundred_mails_sent_in_a_quarter_of_an_hour() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let quarter = clock.now().as_second().div_euclid(900) * 900 + 900;
    clock.set_to(jiff::Timestamp::from_second(quarter + 1).expect("it is an instant"));
    let ask = async |api: &Api| api.post("/password", json!({ "email": somebody("many") })).await;
    let (api, elsewhere) = (portal.anonymous(), portal.elsewhere().anonymous());
    for asked in 0..100 {
        assert_eq!(ask(&api).await.status, 202, "{asked}");
    }
    let refused = ask(&api).await;
    assert!(!refused.header("retry-after").is_empty());
    refused.problem(429, "throttled");
    let _ = ask(&elsewhere).await.expect(202);
}

/// M31: every flaw is told at once, beside its field; what was typed is kept, but for the password.
#[tokio::test]
async fn a_form_with_flaws_comes_back_as_it_was_typed() {
    let portal = Portal::from_env();
    let mut visitor = portal.visitor();
    let page = visitor.see("/register").await.expect(200);
    let typed = [
        ("username", "nora@acme.example"),
        ("email", "nora at acme"),
        ("password", "password123"),
        ("contact_id", "4TRX-92KM"),
        ("zone", "Europe/Atlantis"),
        ("answer", "not that"),
    ];
    let page = visitor.submit(&page, "/register", &typed).await.expect(422);
    let html = page.html();
    for field in ["username", "email", "password", "zone", "rules"] {
        assert!(html.contains(&format!("id=\"register-{field}-flaw\"")), "{field}");
    }
    assert!(!html.contains("id=\"register-contact_id-flaw\""));
    assert!(html.contains("nora at acme") && html.contains("Europe/Atlantis"));
    assert!(!html.contains("password123"));
    // With all else right, the answer is told to be wrong, and there is another picture.
    let right = [
        ("username", "nobody.here"),
        ("email", "nobody@nowhere.example"),
        ("password", PASSWORD),
        ("contact_id", "4TRX-92KM"),
        ("zone", ""),
        ("answer", "not that"),
        ("rules", "1"),
    ];
    let page = visitor.submit(&page, "/register", &right).await.expect(422);
    assert!(page.html().contains("id=\"register-answer-flaw\""));
}
