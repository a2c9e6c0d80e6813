//! E3, M13: a case between two who read French, from opening to approval: no page and no mail of theirs has a word of the
//! portal's English.

use std::fs;

use caseport_domain::person::Language;
use caseport_local::paths;
use caseport_routes::{Method, ROUTES};
use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::{Case, Opening, Portal, Visitor};
use serde_json::json;

/// What the portal says in English, between what varies: three words or more.
struct English(Vec<String>);

/// A text on one line.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a line of a language file, without its key, its variant and what is put in.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let said = line.split_once(" = ").filter(|(key, _)| !key.contains(' ')).map_or(line, |(_, said)| said);
    let said = said.trim().trim_start_matches('*');
    let said =
        said.strip_prefix('[').and_then(|variant| variant.split_once(']')).map_or(said, |(_, said)| said);
    let mut pieces = said.split('{');
    let first = pieces.next();
    first.into_iter().chain(pieces.filter_map(|piece| piece.split_once('}').map(|(_, rest)| rest)))
}

impl English {
    /// All of it.
    fn of_the_portal() -> Self {
        let folder = paths::root().join("shared/i18n/locales/en");
        let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut all = Vec::new();
        for file in files {
            let text = fs::read_to_string(file.expect("it can be listed").path()).expect("it is text");
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            all.extend(lines.flat_map(words).map(flat).filter(|words| words.split(' ').count() >= 3));
        }
        assert!(all.len() > 1000, "the language files are read: {}", all.len());
        Self(all)
    }

    /// Holds a text to having none of it.
    #[track_caller]
    fn is_not_in(&self, what: &str, text: &str) {
        let text = flat(text);
        let found: Vec<&String> = self.0.iter().filter(|words| text.contains(words.as_str())).collect();
        assert_eq!(found, [""; 0], "{what}");
    }

    /// Holds a page to the same, whatever it is answered with; what is no page is left alone.
    async fn is_not_at(&self, visitor: &mut Visitor, path: &str) {
        let page = visitor.see(path).await;
        if page.reply.header("content-type").starts_with("text/html") {
            let html = page.html();
            assert!(html.contains("<html lang=\"fr\">"), "{path}: {html}");
            self.is_not_in(path, &html);
        }
    }

    /// Holds the pages of a case to it.
    async fn is_not_in_case(&self, visitor: &mut Visitor, case: Case) {
        for tab in ["", "?tab=journal", "?tab=mails"] {
            self.is_not_at(visitor, &case.path(tab)).await;
        }
    }
}

/// Every step by JSON, each mail as it comes, the pages of both at every step, and every page that a contact can ask for.
#[tokio::test]
async fn e3_m13_a_case_goes_all_its_way_in_french() {
    let portal = Portal::from_env();
    let english = English::of_the_portal();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    firm.reads(&admin, "fr", "Europe/Paris").await;
    let email = firm.address(&admin).await;
    let lotte = firm.registered(&admin).await;
    let remi = portal.recruit("Rémi Delaunay", Language::Fr).await;
    let (mut customer, mut engineer) = (portal.visitor(), portal.visitor());
    let _ = customer.sign_in_as(&email, PASSWORD).await.expect(200);
    let _ = engineer.sign_in_as(&remi.email, PASSWORD).await.expect(200);

    let opening = Opening::new(&lotte, "Le standard ne répond plus").await;
    let opening = opening.with("description", "Depuis ce matin, plus aucun appel n’arrive.");
    let case = Case::open_with(&lotte, &opening).await;
    let number = case.number;
    portal.mail(case, &email, &format!("Nous avons bien reçu votre ticket {number}.")).await;
    case.done(&remi, "assignment", json!({})).await;
    portal.mail(case, &email, &format!("a pris en charge votre ticket {number}.")).await;
    english.is_not_in_case(&mut engineer, case).await;

    case.done(&remi, "messages", json!({ "kind": "question", "text": "Depuis quelle heure ?" })).await;
    portal.mail(case, &email, &format!("a une question sur votre ticket {number}.")).await;
    english.is_not_in_case(&mut customer, case).await;
    let empty = case.post(&lotte, "replies", json!({ "text": "" })).await.problem(422, "flaws");
    english.is_not_in("an empty answer", &empty.to_string());
    case.done(&lotte, "replies", json!({ "text": "Depuis sept heures." })).await;
    portal.mail(case, &remi.email, &format!("a complété le ticket {number}.")).await;

    case.done(&remi, "solution", json!({ "text": "Redémarrez le serveur." })).await;
    portal.mail(case, &email, &format!("a proposé une solution pour votre ticket {number}.")).await;
    portal.mail(case, &email, "Sans réponse, le ticket sera clôturé automatiquement le").await;
    for visitor in [&mut customer, &mut engineer] {
        english.is_not_in_case(visitor, case).await;
    }
    case.done(&lotte, "decision", json!({ "decision": "approve" })).await;
    portal.mail(case, &remi.email, &format!("le ticket {number} est clôturé.")).await;
    for visitor in [&mut customer, &mut engineer] {
        english.is_not_in_case(visitor, case).await;
    }

    let (mails, mut letters) = (portal.mails(case).await, portal.letters(&email).await);
    letters.extend(portal.letters(&remi.email).await);
    assert_eq!((mails.len(), letters.len()), (6, 2), "of each step one, and to each an invitation");
    for mail in mails.into_iter().chain(letters) {
        let html = mail.html.unwrap_or_default();
        english.is_not_in(&mail.subject, &format!("{}\n{}\n{html}", mail.subject, mail.text));
    }

    let gets = ROUTES.iter().filter(|route| route.method == Method::Get);
    for route in gets.filter(|route| !route.path.contains('{')) {
        english.is_not_at(&mut customer, route.path).await;
    }
    let desk = format!("/desk?company={}&show=all", firm.company);
    for path in [&*desk, "/desk/callers", "/profile", "/profile/sessions", "/drafts"] {
        english.is_not_at(&mut engineer, path).await;
    }
}
