//! The page of a case, for its customer and at the desk, with its archive.

use caseport_domain::actor::{Actor, Author, Scope};
use caseport_domain::archive::{Contents, Progress};
use caseport_domain::case::{CaseType, Closure, Event, Happened, OutsideAddress, Refused};
use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::id::{CaseNumber, UserId};
use caseport_domain::input::Flaw;
use caseport_domain::inspection::{Inspection, Verdict};
use caseport_domain::notice::Role;
use caseport_domain::policy::{self, Action};
use caseport_domain::wishes::{Mails, Topic, Wish};
use caseport_pages::{ArchivePage, CaseElsewhere, CasePage, Language, Tab};

use super::{Add, HARMFUL, at, attempt, author, case, deliveries, events, file, inspections, person};

/// All of them.
pub fn pages(add: &mut Add<'_>, contact: &Actor, reader: &Actor, engineer: &Actor) {
    let (events, mails) = (events(), deliveries());
    let solved = case(&events);
    let working = case(&events[..4]);
    let closing = Event { seq: 11, at: at("2026-11-24T09:00:00Z"), by: author(contact), what: closed() };
    let closed_events = [events.clone(), vec![closing]].concat();
    let closed = case(&closed_events);

    let mut another = solved.clone();
    another.company.name = HARMFUL.into();
    add("case-elsewhere", Some(contact), "/cases/20601", &CaseElsewhere::new(&another));

    let seat = policy::enter(contact, &solved).expect("it is theirs");
    let known = inspections();
    let page = CasePage::new(&seat, &events, &mails).inspected(&known);
    add("case", Some(contact), "/cases/20601?done=replied", &page);
    archives(add, contact, &events, &known);
    let journal = CasePage::new(&seat, &events, &mails).tab(Tab::Journal);
    add("case-journal", Some(contact), "/cases/20601?tab=journal", &journal);
    let post = CasePage::new(&seat, &events, &mails).tab(Tab::Mails);
    add("case-mails", Some(contact), "/cases/20601?tab=mails", &post);
    let refusing = attempt(Action::Decide, &[("reason", Flaw::Required)], None);
    add(
        "case-refusing",
        Some(contact),
        "/cases/20601",
        &CasePage::new(&seat, &events, &mails).again(refusing),
    );
    let mut colleague = reader.clone();
    if let Actor::Contact(them) = &mut colleague {
        them.person = person("tess", "Tess Peeters");
    }
    let theirs = policy::enter(&colleague, &solved).expect("they see their company's cases");
    add("case-colleague", Some(&colleague), "/cases/20601", &CasePage::new(&theirs, &events, &mails));
    let observing = attempt(Action::Observe, &[("email", Flaw::NoSuchColleague)], None);
    add(
        "case-observing",
        Some(contact),
        "/cases/20601",
        &CasePage::new(&seat, &events, &mails).again(observing),
    );
    let late = attempt(Action::Reply, &[], Some(Refused::Overtaken));
    add("case-overtaken", Some(contact), "/cases/20601", &CasePage::new(&seat, &events, &mails).again(late));

    outside(add, contact, &events);
    leaving(add, reader, &events);

    let mut asked = events[..1].to_vec();
    if let Happened::Opened(opening) = &mut asked[0].what {
        opening.reporter = reader.person().clone();
        (opening.case_type, opening.product) = (CaseType::Admin, None);
    }
    let own = case(&asked);
    let seat = policy::enter(reader, &own).expect("it is theirs");
    add("case-admin", Some(reader), "/cases/20601", &CasePage::new(&seat, &asked, &[]));

    let seat = policy::enter(contact, &closed).expect("it is theirs");
    add("case-closed", Some(contact), "/cases/20601", &CasePage::new(&seat, &closed_events, &mails));
    let stranded = attempt(Action::Decide, &[], Some(Refused::Closed));
    let page = CasePage::new(&seat, &closed_events, &mails).again(stranded);
    add("case-stranded", Some(contact), "/cases/20601", &page);
    let seat = policy::enter(contact, &working).expect("it is theirs");
    let wish = Wish::new(contact.person().id.clone());
    let mailing = |wish: Option<&Wish>| CasePage::new(&seat, &events, &mails).mailing(&seat, wish);
    add("case-mailing", Some(contact), "/cases/20601", &mailing(None));
    let few = wish.choose(Mails::Chosen, [Topic::Closed].into());
    add("case-mailing-chosen", Some(contact), "/cases/20601", &mailing(Some(&few)));
    let off = few.turned(true);
    add("case-mailing-off", Some(contact), "/cases/20601?done=notifications-saved", &mailing(Some(&off)));
    add("case-new", Some(contact), "/cases/20601?done=opened", &CasePage::new(&seat, &events[..1], &[]));
    add("case-empty-mails", Some(contact), "/cases/20601", &CasePage::new(&seat, &[], &[]).tab(Tab::Mails));
    let long = CasePage::new(&seat, &events[..4], &mails).part(None, Some(4));
    add("case-newest", Some(contact), "/cases/20601", &long);
    let part = CasePage::new(&seat, &events[..3], &[]).part(Some(4), Some(2));
    add("case-earlier", Some(contact), "/cases/20601?before=4", &part);
    let nothing = CasePage::new(&seat, &events[..1], &[]).tab(Tab::Journal).part(Some(2), None);
    add("case-earlier-nothing", Some(contact), "/cases/20601?tab=journal&before=2", &nothing);
    let seat = policy::enter(reader, &solved).expect("it is theirs");
    let mut known = known;
    known[0].verdict = Verdict::Unscannable;
    let page = CasePage::new(&seat, &events, &mails).inspected(&known);
    add("case-reader", Some(reader), "/cases/20601", &page);

    let seat = policy::enter(engineer, &working).expect("an engineer sees all");
    add("desk-case", Some(engineer), "/cases/20601", &CasePage::new(&seat, &events[..4], &mails[..2]));
    let journal = CasePage::new(&seat, &events, &mails).tab(Tab::Journal);
    add("desk-case-journal", Some(engineer), "/cases/20601?tab=journal", &journal);
    let proposing = attempt(Action::Propose, &[("text", Flaw::TooLong { max: 20_000 })], None);
    add(
        "desk-case-again",
        Some(engineer),
        "/cases/20601",
        &CasePage::new(&seat, &events, &mails).again(proposing),
    );
    let seat = policy::enter(engineer, &solved).expect("an engineer sees all");
    add("desk-case-solved", Some(engineer), "/cases/20601?tab=mails", &CasePage::new(&seat, &events, &mails));
    let seat = policy::enter(engineer, &closed).expect("an engineer sees all");
    add("desk-case-closed", Some(engineer), "/cases/20601", &CasePage::new(&seat, &closed_events, &mails));
}

fn closed() -> Happened {
    Happened::Closed { how: Closure::Approved, reason: None, listed: None }
}

/// The case as a colleague has it who sees it only because they follow it.
fn leaving(add: &mut Add<'_>, reader: &Actor, events: &[Event]) {
    let mut follower = reader.clone();
    if let Actor::Contact(them) = &mut follower {
        them.scope = Scope::Own;
    }
    let case = case(events);
    let seat = policy::enter(&follower, &case).expect("they follow it");
    add("case-leaving", Some(&follower), "/cases/20601", &CasePage::new(&seat, events, &[]));
}

/// The archive of a case's files, as far as it can be.
fn archives(add: &mut Add<'_>, contact: &Actor, events: &[Event], known: &[Inspection]) {
    let contents = Contents::of(events.iter().flat_map(|event| event.what.attachments()), known);
    let nothing = Contents { pending: 2, ..Contents::default() };
    let large = Contents { files: vec![file("u9", "dump.bin", 5 << 30)], ..Contents::default() };
    for (name, contents, progress) in [
        ("asked-for", &contents, Progress::NotAsked),
        ("building", &contents, Progress::Building),
        ("ready", &contents, Progress::Ready),
        ("empty", &nothing, Progress::NotAsked),
        ("too-large", &large, Progress::NotAsked),
    ] {
        let page = ArchivePage::new(CaseNumber(20_601), contents, progress);
        add(&format!("archive-{name}"), Some(contact), "/cases/20601/archive", &page);
    }
    let still = ArchivePage::new(CaseNumber(20_601), &contents, Progress::Building).still(true);
    add("archive-still", Some(contact), "/cases/20601/archive?refresh=off", &still);
}

/// The case followed from outside: by who confirmed, and by who is asked.
fn outside(add: &mut Add<'_>, contact: &Actor, events: &[Event]) {
    let now = at("2026-11-23T15:00:00Z");
    let (one, other, gone) = (UserId::outside(40), UserId::outside(41), UserId::outside(42));
    let until = at("2026-11-30T14:00:00Z");
    let invited = |outsider: &UserId| Happened::OutsiderInvited { outsider: outsider.clone(), until };
    let confirmed = Happened::OutsiderConfirmed { outsider: one.clone(), language: Language::Nl };
    let (jan, ilse) = (person("jan", "Jan de Wit"), person("ilse", "Ilse Vanden Broeck"));
    let more = [
        (author(contact), invited(&one)),
        (Author::System, confirmed),
        (author(contact), invited(&other)),
        (author(contact), invited(&gone)),
        (author(contact), Happened::OutsiderRemoved { outsider: gone.clone() }),
        (author(contact), Happened::ObserverRemoved { observer: jan }),
        (Author::Contact(ilse.clone()), Happened::ObserverRemoved { observer: ilse }),
    ];
    let more = more.into_iter().zip(40..).map(|((by, what), seq)| Event { seq, at: now, by, what });
    let events: Vec<Event> = events.iter().cloned().chain(more).collect();
    let case = case(&events);
    let seat = policy::enter(contact, &case).expect("it is theirs");
    let address =
        |outsider: &UserId, email: &str| OutsideAddress { outsider: outsider.clone(), email: email.into() };
    let long = "a.very.long.name.of.somebody.at.a.reseller@service-partners.outside.example";
    let addresses = [address(&one, long), address(&other, HARMFUL)];
    let mail = |to: &UserId| Delivery {
        seq: 41,
        to: to.clone(),
        name: String::new(),
        role: Role::Outsider,
        subject: "[20601] You follow".into(),
        text: "You follow the case.".into(),
        at: now,
        state: DeliveryState::Sent,
    };
    let mails = [mail(&one), mail(&gone)];
    let page = CasePage::new(&seat, &events, &mails).outside(&seat, &addresses, now);
    add("case-outside", Some(contact), "/cases/20601?done=observer-asked", &page);
    let post = CasePage::new(&seat, &events, &mails).outside(&seat, &addresses, now).tab(Tab::Mails);
    add("case-outside-mails", Some(contact), "/cases/20601?tab=mails", &post);
}
