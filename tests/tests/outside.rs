//! Who follows a case from outside the portal, by mail only (C29).

use std::time::Duration;

use caseport_domain::input::Flaw;
use caseport_i18n::{Language, Tr};
use caseport_tests::records::PASSWORD;
use caseport_tests::{Api, Case, Clock, Newcomer, Opening, Portal, eventually, outside, unique};
use reqwest::Method;
use serde_json::{Value, json};

/// A case of somebody whom no other test knows, so that nobody else's mails are counted.
async fn case_of(newcomer: &Newcomer, title: &str) -> Case {
    let opening = json!({
        "product": newcomer.firm.product, "case_type": "incident", "impact": "person", "urgency": "low",
        "title": unique(title), "description": "It hums.",
    });
    Case::open_with(&newcomer.api, &Opening(opening)).await
}

fn asked(email: &str) -> Value {
    json!({ "email": email, "outside": "yes" })
}

/// The link by which whoever has this address confirms.
async fn invitation(portal: &Portal, email: &str) -> String {
    let letter = portal.letter(email, "per mail hoort wat er met een supportcase gebeurt").await;
    letter.link(portal, "/follow").split_once("?link=").expect("it is a link").1.to_owned()
}

/// Has somebody asked, and confirm in French; the token of their link, which is good no more.
async fn followed(portal: &Portal, case: Case, by: &Api, email: &str) -> String {
    case.done(by, "observers", asked(email)).await;
    let link = invitation(portal, email).await;
    let nobody = portal.anonymous();
    let body = json!({ "link": link, "decision": "confirm" });
    let done = nobody.post_in("fr", "/follow", body).await.expect(200).json();
    assert_eq!(done["follows"], true);
    link
}

/// C29: an address of nobody's is asked first; until it is confirmed nothing is mailed there, and looking at the link confirms
/// nothing. Then it gets what an observer gets, in the language of the page, with no way into the portal; it can leave by one
/// click, for good, and nothing is left of it.
#[tokio::test]
async fn c29_somebody_outside_confirms_is_mailed_and_leaves() {
    let portal = Portal::from_env();
    let (lotte, eva) = (portal.newcomer().await, portal.engineer().await);
    let (case, zoe) = (case_of(&lotte, "Followed from outside").await, outside());
    let flaws = case.post(&lotte.api, "observers", json!({ "email": zoe })).await.flaws();
    assert_eq!(flaws, ["/email no-such-colleague"], "unless it is said");
    case.done(&lotte.api, "observers", asked(&zoe)).await;
    let again = case.post(&lotte.api, "observers", asked(&zoe.to_uppercase())).await;
    again.problem(409, "refused");

    let link = invitation(&portal, &zoe).await;
    let letter = portal.letters(&zoe).await.pop().expect("it is there");
    assert!(!letter.says("Followed from outside") && !letter.says("It hums"), "{}", letter.text);
    let seen = case.seen_by(&lotte.api).await;
    assert_eq!(
        (&seen["outsiders"][0]["email"], &seen["outsiders"][0]["is_confirmed"]),
        (&json!(zoe), &json!(false))
    );
    assert!(!seen.to_string().contains(&link), "nobody else confirms");
    case.done(&eva, "assignment", json!({})).await;

    let nobody = portal.anonymous();
    let page = nobody.get(&format!("/follow?link={link}")).await.expect(200).json();
    assert_eq!(page, json!({ "number": case.number, "company": seen["company"] }));
    assert_eq!(case.seen_by(&lotte.api).await["outsiders"][0]["is_confirmed"], false);
    let body = json!({ "link": link, "decision": "confirm" });
    // A deployment can do without people outside: then no link leads anywhere.
    let off = portal.function_with("cases-follow", ("MODULES", "outside-observers=off"));
    assert_eq!(off.post("/follow", &body).0, 404);
    // One that has them with a product lets everybody follow a link, whoever they are signed in as.
    let some = portal.function_with("cases-follow", ("MODULES", "outside-observers=on:no-product"));
    let no_link = json!({ "link": "none.none", "decision": "confirm" });
    assert_eq!(some.post_as(&lotte.api, "/follow", &no_link).0, 410);
    let done = nobody.post_in("fr", "/follow", body.clone()).await.expect(200).json();
    assert_eq!(done["follows"], true);
    nobody.post("/follow", body).await.problem(410, "link-gone");
    nobody.get(&format!("/follow?link={link}")).await.problem(410, "link-gone");
    let joined = portal.mail(case, &zoe, "Vous suivez désormais le ticket").await;
    assert!(joined.text.contains("/unsubscribe?link="));
    portal.mail(case, &lotte.email, "Iemand van buiten leest voortaan").await;

    case.done(&eva, "notes", json!({ "audience": "internal", "text": "She is right." })).await;
    case.done(&eva, "messages", json!({ "kind": "question", "text": "Since when?" })).await;
    let mail = portal.mail(case, &zoe, "Since when?").await;
    assert!(!mail.text.contains("/cases/"), "{}", mail.text);
    let mails = portal.mails(case).await;
    let hers: Vec<_> = mails.iter().filter(|mail| mail.is_to(&zoe)).collect();
    assert!(!hers.iter().any(|mail| mail.says("She is right.")), "X26");
    assert_eq!(hers.len(), 2, "nothing from before she confirmed");

    let out = mail.link(&portal, "/unsubscribe");
    assert_eq!(nobody.get(&out).await.expect(200).json()["is_off"], false);
    let form = nobody.request(Method::POST, &out);
    let form = form.header("content-type", "application/x-www-form-urlencoded");
    assert_eq!(nobody.send(form.body("List-Unsubscribe=One-Click")).await.expect(200).json()["is_off"], true);
    nobody.get(&out).await.problem(410, "link-gone");
    let told = json!({ "kind": "information", "text": "We look at it." });
    case.done(&eva, "messages", told).await;
    portal.mail(case, &lotte.email, "We look at it.").await;
    assert!(!portal.mails(case).await.iter().any(|mail| mail.is_to(&zoe) && mail.says("We look at it.")));
    for path in ["", "transcript"] {
        let seen = eva.get(&case.path(path)).await.expect(200).text();
        assert!(!seen.contains(&zoe), "{path}");
    }
    assert_eq!(case.seen_by(&eva).await.get("outsiders"), None);
}

/// C29, X27: who opened the case takes them off, and so do engineers and colleagues who may write to it, so that nobody reads on
/// who had an address of their own asked; who was asked can have their address struck by the same link; nobody makes a link of
/// their own.
#[tokio::test]
async fn c29_who_is_outside_is_taken_off() {
    let portal = Portal::from_env();
    let (lotte, eva) = (portal.newcomer().await, portal.engineer().await);
    let case = case_of(&lotte, "Taken off").await;
    let [one, other, third] = [outside(), outside(), outside()];
    let used = followed(&portal, case, &lotte.api, &one).await;
    case.done(&lotte.api, "observers", asked(&other)).await;
    let link = invitation(&portal, &other).await;
    let nobody = portal.anonymous();
    let refused = json!({ "link": link, "decision": "refuse" });
    assert_eq!(nobody.post("/follow", refused.clone()).await.expect(200).json()["follows"], false);
    nobody.post("/follow", refused).await.problem(410, "link-gone");
    let seen = case.seen_by(&eva).await;
    assert_eq!(seen["outsiders"].as_array().map(Vec::len), Some(1), "{seen:#}");
    assert!(seen["actions"].as_array().is_some_and(|actions| actions.contains(&json!("dismiss"))));

    let id = seen["outsiders"][0]["id"].clone();
    case.done(&eva, "observers/removal", json!({ "outsider": id })).await;
    let gone = case.post(&lotte.api, "observers/removal", json!({ "outsider": id })).await;
    gone.problem(409, "refused");
    case.done(&lotte.api, "observers", asked(&third)).await;
    let id = case.seen_by(&lotte.api).await["outsiders"][0]["id"].clone();
    case.done(&lotte.api, "observers/removal", json!({ "outsider": id })).await;
    let flaws = case.post(&lotte.api, "observers/removal", json!({ "outsider": "a b" })).await.flaws();
    assert_eq!(flaws, ["/outsider not-an-id"]);

    let shorter = &used[..used.len() - 4];
    for other in ["", "none.none", shorter, &format!("{used}AAAA")] {
        nobody.get(&format!("/follow?link={other}")).await.problem(410, "link-gone");
    }
    assert_eq!(nobody.post("/follow", json!({})).await.flaws(), ["/link required", "/decision required"]);

    let anna = portal.customer().await;
    let hers = Case::open(&anna, &unique("Hers to share")).await;
    hers.done(&anna, "observers", asked(&outside())).await;
    let denied =
        hers.post(&portal.colleague().await, "observers/removal", json!({ "outsider": "outside-2" })).await;
    denied.problem(403, "denied");
}

/// C29: who is erased follows no case from outside any more, though it is none of their company's.
#[tokio::test]
async fn c29_who_is_erased_follows_nothing_from_outside() {
    let portal = Portal::from_env();
    let (lotte, Newcomer { email, api, .. }) = (portal.newcomer().await, portal.newcomer().await);
    let case = case_of(&lotte, "Followed by another firm").await;
    followed(&portal, case, &lotte.api, &email).await;
    let seen = case.seen_by(&lotte.api).await;
    assert_eq!(seen["outsiders"][0]["email"], email.as_str(), "{seen:#}");
    let _ = api.post("/profile/data/erase", json!({ "password": PASSWORD })).await.expect(202);
    eventually("the address to be off the case", Duration::from_secs(40), async || {
        case.seen_by(&lotte.api).await.get("outsiders").is_none().then_some(())
    })
    .await;
}

/// X14: nobody is mailed more than a few times for being asked, by whichever case. A colleague is no stranger and follows at
/// once, whatever was ticked.
#[tokio::test]
async fn x14_asking_people_outside_is_no_way_to_mail_strangers() {
    let portal = Portal::alone();
    let clock = portal.clock();
    clock.stays_within(Clock::QUARTER);
    let (lotte, zoe) = (portal.newcomer().await, outside());
    for _ in 0..3 {
        let case = case_of(&lotte, "One of many").await;
        case.done(&lotte.api, "observers", asked(&zoe)).await;
    }
    let case = case_of(&lotte, "One too many").await;
    let flaws = case.post(&lotte.api, "observers", asked(&zoe)).await.flaws();
    assert_eq!(flaws, ["/email asked-too-often"], "beside what was typed");
    assert_eq!(case.seen_by(&lotte.api).await.get("outsiders"), None);
    for wrong in ["nobody", "zoe@host", "zo\u{e9}@outside.example"] {
        let flaws = case.post(&lotte.api, "observers", asked(wrong)).await.flaws();
        assert_eq!(flaws, ["/email not-an-address"], "{wrong}");
    }

    let anna = portal.customer().await;
    let shared = Case::open(&anna, &unique("Shared")).await;
    shared.done(&anna, "observers", asked(&portal.account("colleague").email)).await;
    let seen = shared.seen_by(&anna).await;
    assert_eq!(
        (&seen["observers"], seen.get("outsiders")),
        (&json!([{ "id": "bram", "name": "Bram Verhoeven" }]), None)
    );
}

/// C29: a case that has room for nobody more says so, and takes none of the mails that its asker still has.
#[tokio::test]
async fn c29_a_case_has_room_for_twenty() {
    let portal = Portal::from_env();
    let lotte = portal.newcomer().await;
    let case = case_of(&lotte, "Followed by many").await;
    for _ in 0..20 {
        case.done(&lotte.api, "observers", asked(&outside())).await;
    }
    case.post(&lotte.api, "observers", asked(&outside())).await.problem(409, "refused");
}

/// X14: adding a colleague mails them, and one person adds the same colleague so often a day and no more, by whichever of the
/// two ways; a third can still add them.
#[tokio::test]
async fn x14_adding_a_colleague_is_no_way_to_fill_their_mailbox() {
    let portal = Portal::alone();
    let clock = portal.clock();
    clock.stays_within(Clock::DAY);
    let admin = portal.administrator().await;
    let (lotte, email) = (portal.newcomer().await, outside());
    let mut person = lotte.firm.person();
    person["email"] = email.clone().into();
    let contacts = format!("/companies/{}/contacts", lotte.firm.company);
    let _ = admin.post(&contacts, person).await.expect(201);

    let last = case_of(&lotte, "The last of all").await;
    let opening = json!({
        "product": lotte.firm.product, "case_type": "incident", "impact": "person", "urgency": "low",
        "title": "One of many", "description": "It hums.", "observers": email,
    });
    for _ in 0..50 {
        let _ = lotte.api.post("/cases", opening.clone()).await.expect(201);
    }
    let flaws = lotte.api.post("/cases", opening.clone()).await.flaws();
    assert_eq!(flaws, ["/observers added-too-often"]);
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in_as(&lotte.email, PASSWORD).await.expect(200);
    let form = visitor.see("/cases/new").await.expect(200);
    let typed = opening.as_object().expect("it is a form's fields").iter();
    let typed: Vec<(&str, &str)> =
        typed.filter_map(|(name, value)| Some((name.as_str(), value.as_str()?))).collect();
    let again = visitor.submit(&form, "/cases", &typed).await.expect(422).html();
    assert!(
        again.contains("id=\"new-observers-flaw\"") && again.contains("value=\"One of many\""),
        "{again}"
    );
    let flaws = last.post(&lotte.api, "observers", json!({ "email": email })).await.flaws();
    assert_eq!(flaws, ["/email added-too-often"]);
    assert_eq!(last.seen_by(&lotte.api).await["observers"], json!([]));
    last.done(&portal.engineer().await, "observers", json!({ "email": email })).await;
}

/// The forms work without a script: in the case's side panel, behind the link of the letter, and to take somebody off.
#[tokio::test]
async fn c29_forms_work_without_a_script() {
    let portal = Portal::from_env();
    let (anna, zoe) = (portal.customer().await, outside());
    let case = Case::open(&anna, &unique("Shared by a form")).await;
    let mut visitor = portal.visitor();
    visitor.sign_in("customer").await;
    let page = visitor.see(&case.path("")).await.expect(200);
    let fields = [("email", zoe.as_str()), ("outside", "yes")];
    let done = visitor.submit(&page, &case.path("observers"), &fields).await.expect(200);
    assert!(done.path.ends_with("done=observer-asked"), "{}", done.path);
    assert!(done.html().contains(&zoe));
    let letter = portal.letter(&zoe, "would like you to be mailed").await;
    let mut stranger = portal.visitor();
    let page = stranger.see(&letter.link(&portal, "/follow")).await.expect(200);
    let follows = stranger.submit(&page, "/follow", &[("decision", "confirm")]).await.expect(200);
    assert!(follows.html().contains("You follow the case"), "{}", follows.html());
    let page = visitor.see(&case.path("")).await.expect(200);
    let off = visitor.submit(&page, &case.path("observers/removal"), &[]).await.expect(200);
    assert!(off.path.ends_with("done=observer-removed") && !off.html().contains(&zoe), "{}", off.html());
}

/// C29: who opens a case is told where somebody outside is asked to follow it, beside the field for colleagues and when such an
/// address is refused there; nothing of it where nobody outside can be asked.
#[tokio::test]
async fn c29_who_opens_a_case_is_told_where_somebody_outside_is_asked() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let opening = Opening::new(&anna, "Shared before it is open").await.with("observers", outside()).0;
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await.expect(200);
    for language in Language::ALL {
        let (code, tr) = (language.code(), Tr::new(language));
        visitor.cookies.insert("__Host-language".into(), code.into());
        let page = visitor.see("/cases/new").await.expect(200).html();
        assert!(page.contains(&*tr.t("new-observers-outside")), "{code}: {page}");
        let problem = anna.post_in(code, "/cases", opening.clone()).await.problem(422, "flaws");
        let expected = json!([{
            "pointer": "/observers", "code": "outside-later",
            "detail": tr.flaw("observers", &Flaw::OutsideLater),
        }]);
        assert_eq!(problem["errors"], expected, "{code}");
    }

    let off = |route| portal.function_with(route, ("MODULES", "outside-observers=off"));
    let (status, page) = off("cases-new").page_as(&anna, "/cases/new");
    let said = Tr::new(Language::En).t("new-observers-outside");
    assert!(status == 200 && page.contains("new-observers-hint") && !page.contains(&*said), "{page}");
    let (status, problem) = off("cases-open").post_as(&anna, "/cases", &opening);
    assert_eq!((status, &problem["errors"][0]["code"]), (422, &json!("no-such-colleague")));
}
