//! One's own details, the PIN, and who calls (M14, M16, G17–G26, A9).

use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::{Api, Case, Newcomer, Page, Portal, Visitor, eventually, search, unique};
use jiff::SignedDuration;
use serde_json::{Value, json};

/// Signs somebody of the seed data in on the page for it.
async fn sign_in(portal: &Portal, email: &str) -> Visitor {
    let mut visitor = portal.visitor();
    let page = visitor.see("/sign-in").await;
    let fields = [("email", email), ("password", portal.password(email))];
    let _ = visitor.submit(&page, "/session", &fields).await.expect(200);
    visitor
}

/// What the form holds, with other values in some fields.
async fn fields(api: &Api, other: &[(&str, &str)]) -> Vec<(String, String)> {
    let details = api.get("/profile").await.expect(200).json()["details"].clone();
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let fields = details.as_object().expect("details are fields").iter();
    let mut fields: Vec<(String, String)> = fields.map(|(name, value)| (name.clone(), text(value))).collect();
    for (name, value) in other {
        fields.retain(|(known, _)| known != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

async fn save(visitor: &mut Visitor, page: &Page, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    visitor.submit(page, "/profile", &fields).await
}

/// M14, M16, G18, G21: details are seen and changed, and the language and the zone show on the very next page. New events
/// carry the new name, old ones keep theirs.
#[tokio::test]
async fn m16_details_are_changed_and_show_at_once() {
    const EMAIL: &str = "joost@waterdrecht.example";
    let portal = Portal::from_env();
    let joost = portal.person(EMAIL).await;
    let case = Case::open(&joost, &unique("Before the new name")).await;
    let mut visitor = sign_in(&portal, EMAIL).await;
    let page = visitor.see("/profile").await.expect(200);
    assert!(page.html().contains("Gemeente Waterdrecht") && page.html().contains(EMAIL), "M14");

    let last = format!("Hofstra-{}", std::process::id());
    let language = if page.html().contains("<html lang=\"nl\">") { "en" } else { "nl" };
    let other = [("last_name", &*last), ("city", "Leiden"), ("language", language), ("zone", "Asia/Tokyo")];
    let changed = fields(&joost, &other).await;
    let saved = save(&mut visitor, &page, &changed).await.expect(200);
    assert_eq!(saved.path, "/profile?done=profile-changed");
    let html = saved.html();
    assert!(html.contains(&format!("<html lang=\"{language}\">")) && html.contains("Asia/Tokyo"));
    assert!(html.contains(&last) && html.contains("value=\"Leiden\""));

    let again = portal.person(EMAIL).await;
    case.done(&again, "replies", json!({ "text": "Under my new name." })).await;
    let events = case.seen_by(&again).await["events"].clone();
    let name = |place: usize| events[place]["by"]["name"].as_str().unwrap_or_default().to_owned();
    let newest = events.as_array().map_or(0, Vec::len) - 1;
    assert!(name(newest).ends_with(&last) && !name(0).ends_with(&last), "{events:#}");
}

/// G20: what is required is said beside its field, with what was typed kept.
#[tokio::test]
async fn g20_what_is_required_is_asked_for() {
    const EMAIL: &str = "fatima@waterdrecht.example";
    let portal = Portal::from_env();
    let fatima = portal.person(EMAIL).await;
    let body = json!({ "first_name": "", "last_name": " ", "country": "", "language": "nl", "zone": "UTC" });
    let flaws = fatima.post("/profile", body).await.flaws();
    assert_eq!(flaws, ["/first_name required", "/last_name required", "/country required"]);

    let mut visitor = sign_in(&portal, EMAIL).await;
    let page = visitor.see("/profile").await.expect(200);
    let wrong =
        fields(&fatima, &[("country", "XX"), ("zone", "Europe/Atlantis"), ("city", "Typed and kept")]).await;
    let page = save(&mut visitor, &page, &wrong).await.expect(422);
    assert!(page.html().contains("value=\"Typed and kept\""));
    assert!(page.html().contains("profile-country-flaw") && page.html().contains("profile-zone-flaw"));

    let engineer = portal.engineer().await.get("/profile").await.expect(200).json();
    assert!(engineer["employer"].is_null(), "engineers have a profile, and no country to name");
}

/// X25: of two who change the same details, the second is told and keeps what they typed.
#[tokio::test]
async fn x25_details_changed_meanwhile_are_not_overwritten() {
    const EMAIL: &str = "signe@norhaven.example";
    let portal = Portal::from_env();
    let mut visitor = sign_in(&portal, EMAIL).await;
    let page = visitor.see("/profile").await.expect(200);
    let signe = portal.person(EMAIL).await;
    let (phone, other) = (unique("+45 1"), unique("+45 2"));
    let late = fields(&signe, &[("phone", &phone)]).await;
    let mut first = signe.get("/profile").await.expect(200).json()["details"].clone();
    first["phone"] = other.into();
    let _ = signe.post("/profile", first.clone()).await.expect(200);
    let page = save(&mut visitor, &page, &late).await.expect(409);
    assert!(page.html().contains(&phone), "what was typed is kept");
    // Looked over and sent once more, it is saved.
    let revision = page.hidden("/profile", "revision").expect("the form has the revision it is of now");
    let mut late = late;
    late.retain(|(name, _)| name != "revision");
    late.push(("revision".to_owned(), revision));
    assert_eq!(save(&mut visitor, &page, &late).await.expect(200).path, "/profile?done=profile-changed");

    let again = portal.person(EMAIL).await;
    again.post("/profile", first).await.problem(409, "outdated");
    // A token from before writes nothing: its bearer renews it first.
    let stale = signe.post(
        "/profile",
        json!({
            "first_name": "Signe", "last_name": "Dahl", "country": "DK", "language": "en", "zone": "UTC",
        }),
    );
    stale.await.problem(401, "signed-out");
}

/// G23–G26: the PIN is shown for the password only, and can be replaced.
#[tokio::test]
async fn g24_a_pin_is_shown_for_the_password() {
    const EMAIL: &str = "mikkel@norhaven.example";
    let portal = Portal::from_env();
    let mikkel = portal.person(EMAIL).await;
    assert!(mikkel.get("/profile/pin").await.expect(200).json()["pin"].is_null());
    let proof = json!({ "password": portal.password(EMAIL) });
    assert_eq!(mikkel.post("/profile/pin", json!({})).await.flaws(), ["/password required"]);
    let wrong = json!({ "password": "no password of mine" });
    assert_eq!(mikkel.post("/profile/pin", wrong.clone()).await.flaws(), ["/password wrong-password"]);
    assert_eq!(mikkel.post("/profile/pin/replace", wrong).await.flaws(), ["/password wrong-password"]);
    let pin = async |path: &str| {
        let page = mikkel.post(path, proof.clone()).await.expect(200);
        assert_eq!(page.header("cache-control"), "no-store");
        page.json()["pin"].as_str().expect("it has the PIN").to_owned()
    };
    let first = pin("/profile/pin").await;
    assert_eq!((first.len(), &first), (6, &pin("/profile/pin").await), "it stays the same");
    let second = pin("/profile/pin/replace").await;
    assert_eq!(second, pin("/profile/pin").await);
    assert_ne!(first, second, "one in a million");

    let mut visitor = sign_in(&portal, EMAIL).await;
    let page = visitor.see("/profile/pin").await.expect(200);
    assert!(!page.html().contains("data-pin"));
    let page = visitor.submit(&page, "/profile/pin", &[("password", "wrong")]).await.expect(422);
    let page =
        visitor.submit(&page, "/profile/pin", &[("password", portal.password(EMAIL))]).await.expect(200);
    let grouped = format!("{} {}", &second[..3], &second[3..]);
    assert!(page.html().contains(&grouped));
    assert!(!page.path.contains(&second), "it is in no address");
}

/// X13: who finds a screen open cannot guess the password there either.
#[tokio::test]
async fn x13_guesses_at_the_password_asked_for_again_are_counted() {
    const EMAIL: &str = "thierry@globex.example";
    let portal = Portal::alone();
    let clock = portal.clock();
    clock.set_to_fresh_quarter();
    let thierry = portal.person(EMAIL).await;
    for _ in 0..10 {
        let guess = json!({ "password": "a guess" });
        assert_eq!(thierry.post("/profile/pin", guess).await.flaws(), ["/password wrong-password"]);
    }
    let right = json!({ "password": portal.password(EMAIL) });
    let refused = thierry.post("/profile/pin", right).await;
    assert!(!refused.header("retry-after").is_empty());
    refused.problem(429, "throttled");
}

/// A9, G25, X13, X28: an engineer verifies a caller by the PIN they tell; after five wrong ones not even the right one is
/// looked at, until the quarter of an hour is over. Each check is in the contact's audit trail, the PIN nowhere.
#[tokio::test]
async fn a9_a_caller_is_verified_by_pin() {
    const EMAIL: &str = "benoit@tilleuls.example";
    let portal = Portal::alone();
    let clock = portal.clock();
    clock.set_to_fresh_quarter();
    let (benoit, eva) = (portal.person(EMAIL).await, portal.engineer().await);
    let proof = json!({ "password": portal.password(EMAIL) });
    let pin = benoit.post("/profile/pin", proof).await.expect(200).json()["pin"].clone();
    let pin = pin.as_str().expect("it is a PIN").to_owned();
    let other = if pin == "123456" { "654321" } else { "123456" };
    let check = async |contact: &str, pin: &str| {
        eva.post("/desk/callers", json!({ "contact": contact, "pin": pin })).await
    };

    for contact in [EMAIL, " Benoit@Tilleuls.example ", "benoit"] {
        let grouped = format!("{} {}", &pin[..3], &pin[3..]);
        let told = check(contact, &grouped).await.expect(200).json();
        assert_eq!((&told["check"], &told["caller"]["name"]), (&json!("verified"), &json!("Benoît Gagnon")));
        assert_eq!(told["caller"]["company"], "Mutuelle des Tilleuls");
        assert!(!told.to_string().contains(&pin), "X28");
    }
    assert_eq!(check("nobody@tilleuls.example", other).await.flaws(), ["/contact no-such-contact"]);
    assert_eq!(check("eva", other).await.flaws(), ["/contact no-such-contact"], "an engineer is no contact");
    assert_eq!(check("", "12").await.flaws(), ["/pin not-a-pin", "/contact required"]);
    for _ in 0..5 {
        let told = check(EMAIL, other).await.expect(200).json();
        assert_eq!((&told["check"], &told["caller"]), (&json!("wrong"), &Value::Null));
    }
    check(EMAIL, &pin).await.problem(429, "throttled");
    check("benoit", &pin).await.problem(429, "throttled");
    clock.set_to(clock.now() + SignedDuration::from_mins(15));
    let eva = portal.engineer().await;
    let told = eva.post("/desk/callers", json!({ "contact": EMAIL, "pin": pin })).await.expect(200).json();
    assert_eq!(told["check"], "verified");
}

/// G23, A9: of whom has never looked at their PIN there is none to check: the engineer is told so, which is no guess, and no
/// wrong one in the contact's trail either.
#[tokio::test]
async fn g23_a9_who_has_no_pin_yet_is_told_apart() {
    let portal = Portal::from_env();
    let (owner, eva) = (portal.newcomer().await, portal.engineer().await);
    let check = async |pin: &str| {
        eva.post("/desk/callers", json!({ "contact": owner.email, "pin": pin })).await.expect(200).json()
    };
    for _ in 0..6 {
        let told = check("123456").await;
        assert_eq!((&told["check"], &told["caller"]), (&json!("no-pin"), &Value::Null));
    }
    let record = eva.get(&format!("/contacts/{}", owner.firm.contact)).await.expect(200).text();
    assert!(record.contains("caller-without-pin") && !record.contains("caller-wrong"), "{record}");
    let pin = owner.api.post("/profile/pin", json!({ "password": PASSWORD })).await.expect(200).json();
    assert_eq!(check(pin["pin"].as_str().expect("it is a PIN")).await["check"], "verified");
}

/// X28: no colleague, no engineer, no log and no mail has anybody's PIN.
#[tokio::test]
async fn x28_a_pin_is_nowhere_but_with_its_owner() {
    const EMAIL: &str = "ines@globex.example";
    let portal = Portal::from_env();
    let ines = portal.person(EMAIL).await;
    let proof = json!({ "password": portal.password(EMAIL) });
    let pin = ines.post("/profile/pin/replace", proof).await.expect(200).json()["pin"].clone();
    let pin = pin.as_str().expect("it is a PIN").to_owned();
    let grouped = format!("{} {}", &pin[..3], &pin[3..]);
    let told =
        |text: &str| text.contains(&grouped) || text.split(|c: char| !c.is_ascii_digit()).any(|n| n == pin);

    let case = Case::open(&ines, &unique("Nothing secret in it")).await;
    let _ = portal.mail(case, EMAIL, &case.number.to_string()).await;
    let (chloe, eva) = (portal.other_customer().await, portal.engineer().await);
    for (api, path) in [
        (&ines, "/home".to_owned()),
        (&ines, "/profile".to_owned()),
        (&ines, "/profile/data".to_owned()),
        (&ines, "/profile/data/export".to_owned()),
        (&ines, "/profile/data/export?as=file".to_owned()),
        (&ines, case.path("transcript")),
        (&chloe, "/home".to_owned()),
        (&eva, case.path("")),
        (&eva, "/desk/callers".to_owned()),
    ] {
        assert!(!told(&api.get(&path).await.expect(200).text()), "{path} has the PIN");
    }
    for mail in portal.mails(case).await {
        assert!(!told(&mail.text) && !told(mail.html.as_deref().unwrap_or_default()), "a mail has the PIN");
    }
    assert!(!told(&portal.logs(case).await), "a log has the PIN");
}

/// X28: nor is it found by who looks for it, in no list and in no sheet, and in no letter to its owner.
#[tokio::test]
async fn x28_a_pin_is_found_by_nobody() {
    let portal = Portal::from_env();
    let Newcomer { firm, email, api: owner } = portal.newcomer().await;
    let title = search::word("quiet");
    let case = Case::open(&owner, &title).await;
    let proof = json!({ "password": PASSWORD });
    let pin = owner.post("/profile/pin", proof).await.expect(200).json()["pin"].clone();
    let pin = pin.as_str().expect("it is a PIN").to_owned();
    let grouped = format!("{} {}", &pin[..3], &pin[3..]);
    let told =
        |text: &str| text.contains(&grouped) || text.split(|c: char| !c.is_ascii_digit()).any(|n| n == pin);
    let (eva, ada) = (portal.engineer().await, portal.administrator().await);
    search::finds(&owner, &title, case).await;
    search::finds(&eva, &title, case).await;

    for api in [&owner, &eva] {
        for spelling in [&pin, &grouped] {
            assert!(!search::numbers(api, spelling).await.contains(&case.number), "{spelling}");
        }
    }
    let names = ada.get(&format!("/companies?name={pin}")).await.expect(200).json();
    assert_eq!(names["companies"], json!([]));
    let (company, contact) = (format!("/companies/{}", firm.company), format!("/contacts/{}", firm.contact));
    for (api, path) in [
        (&owner, "/cases?show=all"),
        (&owner, "/cases?show=all&as=csv"),
        (&owner, "/profile/sessions"),
        (&owner, "/access"),
        (&eva, &*format!("/desk?company={}", firm.company)),
        (&eva, &*format!("/desk?company={}&as=csv", firm.company)),
        (&ada, &*company),
        (&ada, &*contact),
        (&ada, "/exports/contacts.csv"),
        (&ada, "/exports/companies.csv"),
    ] {
        assert!(!told(&api.get(path).await.expect(200).text()), "{path} has the PIN");
    }
    for path in ["/contact-id", "/password"] {
        let _ = portal.anonymous().post(path, json!({ "email": email })).await.expect(202);
    }
    eventually("both letters, after the invitation", std::time::Duration::from_secs(30), async || {
        (portal.letters(&email).await.len() >= 3).then_some(())
    })
    .await;
    for mail in portal.letters(&email).await.into_iter().chain(portal.mails(case).await) {
        let html = mail.html.as_deref().unwrap_or_default();
        assert!(!told(&mail.subject) && !told(&mail.text) && !told(html), "a mail has the PIN");
    }
}

/// C32, M38: a case's instants are shown in its reader's zone, to two readers in two zones each in their own; the instant is the
/// same.
#[tokio::test]
async fn c32_m38_each_reader_sees_a_case_in_their_own_zone() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let here = Firm::founded(&admin).await;
    here.reads(&admin, "en", "Asia/Tokyo").await;
    let mut person = here.person();
    (person["language"], person["zone"]) = ("en".into(), "America/New_York".into());
    let added = admin.post(&format!("/companies/{}/contacts", here.company), person).await.expect(201).json();
    let contact = added["id"].as_str().expect("a contact has an id").to_owned();
    let there = Firm { company: here.company.clone(), contact, product: here.product.clone() };

    let reporter = here.registered(&admin).await;
    let _ = there.registered(&admin).await;
    let case = Case::open(&reporter, "At two times of the day").await;
    let opened = case.seen_by(&reporter).await["opened_at"].clone();
    let opened = opened.as_str().expect("a case was opened at some time");
    let at: jiff::Timestamp = opened.parse().expect("it is an instant");
    for (firm, zone) in [(&here, "Asia/Tokyo"), (&there, "America/New_York")] {
        let mut visitor = portal.visitor();
        let email = firm.address(&admin).await;
        let _ = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
        let page = visitor.see(&case.path("")).await.expect(200).html();
        let (_, rest) = page.split_once(&format!("<time datetime=\"{opened}\">")).expect("it says when");
        let shown = rest.split('<').next().unwrap_or_default();
        let local = at.in_tz(zone).expect("it is a zone");
        assert_eq!(shown, local.strftime("%-d %b %Y, %H:%M").to_string(), "{zone}");
    }
}
