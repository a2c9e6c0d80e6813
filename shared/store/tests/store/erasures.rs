//! Taking people out of what is kept.

use std::collections::BTreeSet;

use caseport_domain::access_request::{self, AccessRequest, Subject};
use caseport_domain::actor::{Actor, Author, Contact, Level, Scope};
use caseport_domain::addresses::Addresses;
use caseport_domain::audit::Entry;
use caseport_domain::case::chain::{Digest, Salt};
use caseport_domain::case::{Case, Command, MessageKind, Outside};
use caseport_domain::draft::{Draft, Field, Place};
use caseport_domain::email_change::EmailChange;
use caseport_domain::erasure::{Erasure, NOBODY, Stage};
use caseport_domain::id::{CaseNumber, CompanyId};
use caseport_domain::input::Flaw;
use caseport_domain::person::{Language, User};
use caseport_domain::selection::Side;
use caseport_domain::wishes::{Preferences, Wish};
use caseport_store::cases::Stored;
use caseport_store::lists::ListError;
use caseport_store::uploads::{Upload, UploadState};
use caseport_store::users::Account;
use caseport_store::{Asked, Committed, Lists, Of, Store, keys};

use crate::engine::Engine;
use crate::sample::{Made, OUTSIDE, customer, minute, opened, opened_with, person, then, user, write};
use crate::selected;

/// A contact of this company, who can sign in.
async fn contact(store: &Store, id: &str, company: &str) -> Account {
    let company = company.parse().unwrap();
    let contact = Contact { person: person(id), company, level: Level::ReadWrite, scope: Scope::Partner };
    let email = format!("{id}@{}.example", contact.company);
    let (actor, zone) = (Actor::Contact(contact), "UTC".into());
    let account = Account::new(User { actor, email, language: Language::En, zone });
    assert!(store.add_user(&account).await.unwrap());
    account
}

/// Asks for somebody's erasure.
async fn asked(store: &Store, account: &Account) -> Erasure {
    let company = account.user.actor.company().unwrap().clone();
    let erasure = Erasure::asked(account.user.actor.person().id.clone(), company, minute(100));
    let ended = account.clone().ended(minute(100));
    let asking = store.transaction().change_user(&ended).ask_erasure(&erasure);
    assert_eq!(asking.commit().await.unwrap(), Committed::Done);
    erasure
}

/// Takes one step.
async fn step(lists: &Lists, erasure: &Erasure) -> Result<Erasure, ListError> {
    lists.erase_on(erasure, || minute(200), || Salt::new([3; 16])).await
}

/// Takes every step there is: as it is then.
async fn finish(lists: &Lists, mut erasure: Erasure) -> Erasure {
    while !erasure.is_done {
        erasure = step(lists, &erasure).await.unwrap();
    }
    erasure
}

/// The case as it is, once its events are found to add up to it, each sealed to the one before.
async fn whole(store: &Store, number: u64) -> Case {
    let history = store.whole_history(CaseNumber(number)).await.unwrap().unwrap();
    assert_eq!(Case::replay(history.case.number, &history.events).unwrap(), history.case);
    history.case
}

/// Each step is noted, so that another delivery goes on there; who is erased cannot sign in from the first, and their
/// account is the last to go.
#[tokio::test]
async fn an_erasure_goes_on_where_it_was_left() {
    let engine = Engine::new();
    let (store, lists) = (engine.store(), engine.lists(b"key"));
    let anna = contact(&store, "anna", "acme").await;
    for number in 1..=60 {
        let _ = opened(number, number.cast_signed()).stored(&store).await;
    }
    let wish = Wish::new(user("anna")).turned(true);
    let own = Preferences { version: 1, ..Preferences::new(user("anna")) };
    let saving = store.transaction().save_wish(CaseNumber(7), &wish).save_preferences(&own);
    assert_eq!(saving.commit().await.unwrap(), Committed::Done);
    let (from, to) = (anna.user.email.clone(), "anna.w@acme.example".to_owned());
    let change = EmailChange::new("c-1".parse().unwrap(), from, to, minute(90));
    let asking = store.transaction().ask_email_change(&user("anna"), &change, None);
    assert_eq!(asking.commit().await.unwrap(), Committed::Done);
    let mut before = asked(&store, &anna).await;
    let mut stages = Vec::new();
    while !before.is_done {
        assert!(store.user(&user("anna")).await.unwrap().is_some(), "the account is the last to go");
        let after = step(&lists, &before).await.unwrap();
        assert_eq!(store.erasure(&user("anna")).await.unwrap().as_ref(), Some(&after), "it is noted");
        assert!(store.email_change(&user("anna")).await.unwrap().is_none(), "they are shut out first");
        assert!(step(&lists, &before).await.is_err(), "another takes no step that is noted");
        stages.push(before.place.stage);
        before = after;
    }
    // Three pages of the company's cases, and none of those they opened, since these are nobody's by then.
    let pages = |stage| vec![stage; 4];
    let last = vec![Stage::Outside, Stage::Account];
    let expected = [vec![Stage::ShutOut], pages(Stage::Cases), pages(Stage::Late), last];
    assert_eq!(stages, expected.concat());
    assert_eq!(store.wish(CaseNumber(7), &user("anna")).await.unwrap().version, 0, "it went with them");
    assert_eq!(store.preferences(&user("anna")).await.unwrap().version, 0);
    for number in 1..=60 {
        assert!(whole(&store, number).await.reporter.is_erased(), "{number}");
    }
    assert!(store.holder(&anna.user.email).await.unwrap().is_none());
    assert!(!store.add_user(&anna).await.unwrap(), "their identifier is given to nobody else");
}

/// A case that meets another write while somebody is taken out of it is decided again, and they are taken out of it once; one that
/// does so again and again is left to the next delivery.
#[tokio::test]
async fn who_is_erased_goes_from_a_case_that_is_busy() {
    let engine = Engine::new();
    let (store, lists) = (engine.store(), engine.lists(b"key"));
    let anna = contact(&store, "anna", "acme").await;
    let _ = opened(1, 0).stored(&store).await;
    let erasure = asked(&store, &anna).await;
    let erasure = step(&lists, &erasure).await.unwrap();
    assert_eq!(erasure.place.stage, Stage::Cases);
    engine.meets(4);
    assert!(step(&lists, &erasure).await.is_err());
    assert!(!whole(&store, 1).await.reporter.is_erased());
    engine.meets(3);
    let erasure = step(&lists, &erasure).await.unwrap();
    let case = whole(&store, 1).await;
    assert!(case.reporter.is_erased() && case.version == 2 && case.erasures == 1, "once");
    let _ = finish(&lists, erasure).await;
    assert_eq!(whole(&store, 1).await.version, 2);
}

/// A file that has arrived, of this owner.
pub async fn uploaded(store: &Store, id: &str, owner: &str, about: &str) -> Upload {
    let upload = Upload {
        id: id.parse().unwrap(),
        owner: user(owner),
        name: format!("{about}.log").try_into().unwrap(),
        size: 3,
        media_type: "text/plain".into(),
        sha256: Some(Digest::ZERO.to_string()),
        multipart: None,
        state: UploadState::Arrived,
    };
    assert!(store.add_upload(&upload, minute(0)).await.unwrap());
    upload
}

/// What somebody has begun to write goes, with the files that it names: theirs, and none that a case has.
#[tokio::test]
async fn the_files_of_drafts_go_with_who_is_erased() {
    let engine = Engine::new();
    let store = engine.store();
    let anna = contact(&store, "anna", "acme").await;
    let mut files = Vec::new();
    for (id, owner) in [("u1", "anna"), ("u2", "anna"), ("u3", "bram")] {
        files.push(uploaded(&store, id, owner, "a").await);
    }
    let _ = opened_with(1, 0, vec![files[1].attachment().unwrap()]).stored(&store).await;
    let field = |id: &str| Field { name: "attachments".into(), value: id.into() };
    let draft = Draft::new(Place::New, ["u1", "u2", "u3"].map(field).into(), 0, minute(1));
    let saving = store.transaction().save_draft(&anna.user.actor, &draft, 0);
    assert_eq!(saving.commit().await.unwrap(), Committed::Done);
    let erasure = asked(&store, &anna).await;
    finish(&engine.lists(b"key"), erasure).await;
    assert_eq!(store.all_drafts(&user("anna"), minute(2)).await.unwrap(), []);
    for (file, stays) in files.iter().zip([false, true, true]) {
        assert_eq!(store.any_upload(&file.id).await.unwrap().is_some(), stays, "{}", file.id);
    }
}

/// A file stays with its case, and does not say any more who sent it, nor whose it is by its name; who else sent one, it does.
/// One whose item is gone stops nothing.
#[tokio::test]
async fn the_files_of_who_is_erased_are_nobodys() {
    let engine = Engine::new();
    let store = engine.store();
    let anna = contact(&store, "anna", "acme").await;
    let mut files = Vec::new();
    let her = anna.user.email.as_str();
    for (number, owner, about) in
        [(1, "anna", "a"), (2, "anna", her), (3, "bram", her), (4, "anna", "a"), (5, "bram", "b")]
    {
        files.push(uploaded(&store, &format!("u{number}"), owner, about).await);
    }
    let case = opened_with(1, 0, vec![files[0].attachment().unwrap()]).stored(&store).await;
    let reply = |by: &str, file: &Upload, made: &Made, minutes: i64| {
        let attachments = vec![file.attachment().unwrap()];
        let text = "text".to_owned().try_into().unwrap();
        let said = Command::Write { kind: MessageKind::Reply, text, attachments };
        then(&made.case, &Author::Contact(person(by)), said, minutes)
    };
    let said = reply("anna", &files[1], &case, 1).stored(&store).await;
    let said = reply("bram", &files[2], &said, 2).stored(&store).await;
    let said = reply("anna", &files[3], &said, 3).stored(&store).await;
    let _ = reply("bram", &files[4], &said, 4).stored(&store).await;
    engine.lose(keys::upload(&files[3].id)).await;
    let erasure = asked(&store, &anna).await;
    finish(&engine.lists(b"key"), erasure).await;
    let _ = whole(&store, 1).await;
    for (file, owner, name) in [
        (&files[0], "erased", "a.log"),
        (&files[1], "erased", "[…].log"),
        (&files[2], "bram", "[…].log"),
        (&files[4], "bram", "b.log"),
    ] {
        let kept = store.any_upload(&file.id).await.unwrap().unwrap();
        let name = name.to_owned().try_into().unwrap();
        assert_eq!(kept, Upload { owner: user(owner), name, ..file.clone() });
    }
    assert_eq!(store.any_upload(&files[3].id).await.unwrap(), None);
}

/// A trail of more than the megabyte that one query reads goes to its end.
#[tokio::test]
async fn a_long_trail_goes_to_its_end() {
    let engine = Engine::new();
    let store = engine.store();
    let anna = contact(&store, "anna", "acme").await;
    let long = "x".repeat(20_000);
    for n in 0..80 {
        let entry = Entry::new(minute(n), customer(), "profile-changed").with("name", "", &long);
        let written = store.transaction().audit("user", "anna", &entry, "n").commit().await;
        assert_eq!(written.unwrap(), Committed::Done);
    }
    let erasure = asked(&store, &anna).await;
    finish(&engine.lists(b"key"), erasure).await;
    assert_eq!(store.trail_part("user", "anna", 10, None).await.unwrap().entries, []);
    assert!(store.user(&user("anna")).await.unwrap().is_none());
}

/// Texts that name them as they were called before go too: their trail says how that was, and is deleted last.
#[tokio::test]
async fn who_had_another_name_goes_under_that_too() {
    let engine = Engine::new();
    let store = engine.store();
    let anna = contact(&store, "anna", "acme").await;
    let entry = Entry::new(minute(1), customer(), "profile-changed").with("name", "Anna White", "anna");
    let written = store.transaction().audit("user", "anna", &entry, "n").commit().await;
    assert_eq!(written.unwrap(), Committed::Done);
    let case = opened(1, 0).stored(&store).await;
    let text = "Anna White saw it.".to_owned().try_into().unwrap();
    let said = Command::Write { kind: MessageKind::Reply, text, attachments: Vec::new() };
    let _ = case.and(&store, &Author::Contact(person("bram")), said, 2).await;
    let erasure = asked(&store, &anna).await;
    finish(&engine.lists(b"key"), erasure).await;
    let _ = whole(&store, 1).await;
    let history = store.history(CaseNumber(1)).await.unwrap().unwrap();
    let said = history.read().unwrap().remove(1);
    assert_eq!(said.what.text(), Some("[…] saw it."));
    assert_eq!(said.by, Author::Contact(person("bram")), "others are named as before");
}

/// Texts that name them by their user name, or in capitals, go too.
#[tokio::test]
async fn who_is_called_by_a_user_name_or_in_capitals_goes_too() {
    let engine = Engine::new();
    let store = engine.store();
    let anna = Account { username: Some("whitf".into()), ..contact(&store, "anna", "acme").await };
    assert_eq!(store.transaction().change_user(&anna).commit().await.unwrap(), Committed::Done);
    let anna = store.user(&user("anna")).await.unwrap().unwrap();
    let case = opened(1, 0).stored(&store).await;
    let text = "ANNA@ACME.EXAMPLE signs in as Whitf.".to_owned().try_into().unwrap();
    let said = Command::Write { kind: MessageKind::Reply, text, attachments: Vec::new() };
    let _ = case.and(&store, &Author::Contact(person("bram")), said, 2).await;
    let erasure = asked(&store, &anna).await;
    finish(&engine.lists(b"key"), erasure).await;
    let history = store.history(CaseNumber(1)).await.unwrap().unwrap();
    assert_eq!(history.read().unwrap().remove(1).what.text(), Some("[…] signs in as […]."));
}

/// C29: addresses of theirs at which cases are followed from outside are struck, whosever the cases are, however the address is
/// written and were it a former one; somebody else's stays. It goes a step at a time here, too.
#[tokio::test]
async fn c29_an_address_outside_goes_with_who_has_it() {
    let engine = Engine::new();
    let (store, lists) = (engine.store(), engine.lists(b"key"));
    let bram = contact(&store, "bram", "globex").await;
    let (former, today) = ("bram@old.example", bram.user.email.to_uppercase());
    let entry = Entry::new(minute(1), customer(), "contact-changed").with("email", former, &bram.user.email);
    let written = store.transaction().audit("user", "bram", &entry, "n").commit().await;
    assert_eq!(written.unwrap(), Committed::Done);
    let invite = |email: &str| Command::Outside(Outside::Invite { email: email.to_owned() });
    for number in 1..=27 {
        let case = opened(number, 0).stored(&store).await;
        let hers = case.and(&store, &customer(), invite(OUTSIDE), 1).await;
        let email = if number == 27 { former } else { today.as_str() };
        let asked_too = then(&hers.case, &customer(), invite(email), 2);
        assert_eq!(asked_too.store_at(&store, email).await, Stored::Now);
    }
    // Nobody can confirm any more, and the address has not been forgotten yet.
    let long_ago = -30 * 24 * 60;
    let case = opened(28, long_ago).stored(&store).await;
    let lapsed = then(&case.case, &customer(), invite(former), long_ago);
    assert_eq!(lapsed.store_at(&store, former).await, Stored::Now);

    let mut erasure = asked(&store, &bram).await;
    let mut steps = 0;
    while !erasure.is_done {
        steps += usize::from(erasure.place.stage == Stage::Outside);
        erasure = step(&lists, &erasure).await.unwrap();
    }
    assert_eq!(steps, 4, "25 cases, the last of this address, two of the other, and none");
    for number in 1..=27 {
        let case = whole(&store, number).await;
        let left = store.outside_addresses(CaseNumber(number)).await.unwrap();
        assert_eq!(left.iter().map(|one| one.email.as_str()).collect::<Vec<_>>(), [OUTSIDE], "{number}");
        assert_eq!(case.outsiders.iter().map(|one| &one.id).collect::<Vec<_>>(), [&left[0].outsider]);
    }
    assert!(store.outside_addresses(CaseNumber(28)).await.unwrap().is_empty(), "who was asked too long ago");
}

/// C29: who is erased has no list of what they follow any more, and what others' lists say of the case names them no more.
#[tokio::test]
async fn c29_the_list_of_who_is_erased_goes_with_them() {
    let engine = Engine::new();
    let (store, lists) = (engine.store(), engine.lists(b"key"));
    let (anna, bram) = (contact(&store, "anna", "acme").await, contact(&store, "bram", "acme").await);
    let case = opened(1, 0).stored(&store).await;
    let observe = |id: &str| Command::Observe { observer: person(id) };
    let case = case.and(&store, &customer(), observe("bram"), 1).await;
    let _ = case.and(&store, &customer(), observe("chloe"), 2).await;
    let reporters = async |id: &str| {
        let of = Of::Followed(user(id), "acme".parse().unwrap());
        let all = selected::asked(Side::Customer, &[("show", "all")]);
        let page = selected::page(&lists, &of, &all, 10, None).await.unwrap();
        page.rows.into_iter().map(|row| row.reporter).collect::<Vec<_>>()
    };
    for id in ["bram", "chloe"] {
        assert_eq!(reporters(id).await, ["anna"], "{id}");
    }
    let erasure = asked(&store, &anna).await;
    finish(&lists, erasure).await;
    assert_eq!(reporters("bram").await, [""]);
    let erasure = asked(&store, &bram).await;
    finish(&lists, erasure).await;
    for (id, told) in [("bram", vec![]), ("chloe", vec![""]), (NOBODY, vec![])] {
        assert_eq!(reporters(id).await, told, "{id}");
    }
}

/// G5: what they wrote for a company that theirs serves no more is found all the same, whoever opened the case.
#[tokio::test]
async fn g5_who_acted_for_a_former_customer_goes_there_too() {
    let engine = Engine::new();
    let store = engine.store();
    let paula = contact(&store, "paula", "partner").await;
    store.note_acting(&user("paula"), &"acme".parse().unwrap()).await.unwrap();
    store.note_acting(&user("paula"), &"acme".parse().unwrap()).await.unwrap();
    let companies = store.companies_of(&user("paula"), &"partner".parse().unwrap()).await.unwrap();
    assert_eq!(companies, ["partner", "acme"].map(|id| id.parse::<CompanyId>().unwrap()));
    let case = opened(1, 0).stored(&store).await;
    let author = Author::Contact(person("paula"));
    let _ = case.and(&store, &author, write(MessageKind::Reply), 2).await;
    let erasure = asked(&store, &paula).await;
    finish(&engine.lists(b"key"), erasure).await;
    let case = whole(&store, 1).await;
    let history = store.history(case.number).await.unwrap().unwrap();
    let by = history.read().unwrap().remove(1).by;
    assert!(by.person().unwrap().is_erased() && !case.reporter.is_erased());
    let left = store.companies_of(&user("paula"), &"partner".parse().unwrap()).await.unwrap();
    assert_eq!(left.len(), 1, "nothing tells of whom they acted for");
}

fn line<T: TryFrom<String, Error = Flaw>>(text: &str) -> T {
    T::try_from(text.to_owned()).unwrap()
}

/// Asks for access, and stores it.
async fn asks(store: &Store, id: &str, subject: Subject) -> AccessRequest {
    let id = id.parse().unwrap();
    let request =
        AccessRequest::ask(id, subject, line("Ask paula."), minute(0), &jiff::tz::TimeZone::UTC).unwrap();
    assert_eq!(store.ask_access(&request, None).await.unwrap(), Asked::Now);
    request
}

/// Does something with a request, and stores that.
async fn deals(store: &Store, before: &AccessRequest, by: &str, command: access_request::Command) {
    let after = before.decide(&person(by), command, minute(1)).unwrap();
    let change = store.transaction().change_access_request(before, &after);
    assert_eq!(change.commit().await.unwrap(), Committed::Done);
}

fn level_of(contact: &str) -> Subject {
    Subject::Level {
        contact: person(contact),
        company: "acme".parse().unwrap(),
        company_name: "Acme".into(),
        has: Level::ReadOnly,
        wants: Level::ReadWrite,
    }
}

/// G4: they stand no more in what others asked for and they were to confirm; what they asked for themselves is gone, also
/// from before they had an account, and before that request another.
#[tokio::test]
async fn g4_who_is_erased_stands_in_no_request_for_access() {
    let engine = Engine::new();
    let store = engine.store();
    let paula = contact(&store, "paula", "acme").await;
    let theirs = asks(&store, "r-1", level_of("anna")).await;
    deals(&store, &theirs, "ada", access_request::Command::AskPrime(person("paula"))).await;
    let own = asks(&store, "r-2", level_of("paula")).await;
    let login = |name: &str| Subject::Login {
        name: line(name),
        email: line("Paula@acme.example"),
        language: Language::En,
        pairs: Vec::new(),
    };
    let first = asks(&store, "r-3", login("Paula")).await;
    deals(&store, &first, "ada", access_request::Command::Refuse(line("Who?"))).await;
    let second = asks(&store, "r-4", login("Paula P.")).await;
    // All of it is there to be taken along before.
    let involved = store.access_requests_of(&user("paula"), &Addresses::of(&paula.user, &[])).await.unwrap();
    let ids = |requests: &[AccessRequest]| {
        requests.iter().map(|request| request.id.to_string()).collect::<BTreeSet<_>>()
    };
    assert_eq!(ids(&involved.made), ids(&[own.clone(), first.clone(), second.clone()]));
    assert_eq!(ids(&involved.to_confirm), ids(std::slice::from_ref(&theirs)));

    let erasure = asked(&store, &paula).await;
    finish(&engine.lists(b"key"), erasure).await;
    let kept = store.access_request(&theirs.id).await.unwrap().expect("it is another's");
    assert!(kept.prime().unwrap().is_erased() && kept.requester() == theirs.requester());
    assert!(!format!("{kept:?}").contains("paula"), "{kept:?}");
    for gone in [own, first, second] {
        assert_eq!(store.access_request(&gone.id).await.unwrap(), None);
    }
    assert_eq!(store.latest_access_request("paula@acme.example").await.unwrap(), None);
    // It goes on as any other.
    deals(&store, &kept, "anna", access_request::Command::Withdraw).await;
    assert_eq!(store.access_requests_of(&user("anna"), &Addresses::default()).await.unwrap().made.len(), 1);
}

/// G6: an address that somebody gave up may be another's since. What is asked for with it then is not theirs to be taken along, and
/// stays when they are erased; what they asked for with it themselves is, and goes.
#[tokio::test]
async fn g6_what_is_asked_for_with_an_address_that_was_given_up_is_anothers() {
    let engine = Engine::new();
    let store = engine.store();
    let paula = contact(&store, "paula", "acme").await;
    let office = "office@acme.example";
    let login = |name: &str| Subject::Login {
        name: line(name),
        email: line(office),
        language: Language::En,
        pairs: Vec::new(),
    };
    let own = asks(&store, "r-1", login("Paula")).await;
    deals(&store, &own, "ada", access_request::Command::Refuse(line("Who?"))).await;
    let entry = Entry::new(minute(2), customer(), "contact-changed").with("email", office, &paula.user.email);
    let written = store.transaction().audit("user", "paula", &entry, "n").commit().await;
    assert_eq!(written.unwrap(), Committed::Done);
    let utc = jiff::tz::TimeZone::UTC;
    let id = "r-2".parse().unwrap();
    let noras = AccessRequest::ask(id, login("Nora"), line("I am new here."), minute(3), &utc).unwrap();
    assert_eq!(store.ask_access(&noras, None).await.unwrap(), Asked::Now);

    let addresses = Addresses::of(&paula.user, &[entry]);
    let involved = store.access_requests_of(&user("paula"), &addresses).await.unwrap();
    let ids: Vec<&str> = involved.made.iter().map(|request| request.id.as_str()).collect();
    assert_eq!((ids, involved.to_confirm.len()), (vec!["r-1"], 0));

    // Nora gets the login, and with it the address.
    let granted = noras.decide(&person("ada"), access_request::Command::Grant, minute(4)).unwrap();
    let made = granted.contact_made(&person("ada"), minute(5)).unwrap();
    for (before, after) in [(&noras, &granted), (&granted, &made)] {
        let change = store.transaction().change_access_request(before, after);
        assert_eq!(change.commit().await.unwrap(), Committed::Done);
    }
    let came = Entry::new(minute(5), customer(), "contact-created").with("email", "", office);
    let nora = User { email: office.into(), ..paula.user.clone() };
    let involved = store.access_requests_of(&user("nora"), &Addresses::of(&nora, &[came])).await.unwrap();
    assert!(involved.made.contains(&made), "it is hers");

    let erasure = asked(&store, &paula).await;
    finish(&engine.lists(b"key"), erasure).await;
    assert_eq!(store.access_request(&own.id).await.unwrap(), None);
    assert_eq!(store.latest_access_request(office).await.unwrap(), Some(made.clone()), "it is another's");
    let addresses = Addresses::of(&nora, &[]);
    let involved = store.access_requests_of(&user("nora"), &addresses).await.unwrap();
    assert_eq!(involved.made, [made], "and is found as before");
}
