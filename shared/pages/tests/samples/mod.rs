//! Every page with the kind of content it has in earnest, for the tests and the gallery.

mod drafts;
mod forms;
mod lists;
mod marks;
mod own;
mod security;
mod turns;

use caseport_brand::{Colour, Palette};
use caseport_domain::actor::{Actor, Author, Contact, Level, Person, Scope};
use caseport_domain::archive::{Contents, Progress};
use caseport_domain::attachment::{Attachment, SizeLimit};
use caseport_domain::case::chain::Digest;
use caseport_domain::case::{
    Audience, Case, CaseRow, CaseType, Closure, Details, Event, Happened, Impact, Marked, Opening,
    OutsideAddress, Priority, Refused, Status, Urgency,
};
use caseport_domain::contract::{Company, Product};
use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::email_change::Side;
use caseport_domain::id::{CaseNumber, UserId};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::inspection::{Inspection, Verdict};
use caseport_domain::notice::Role;
use caseport_domain::policy::{self, Action, Denied};
use caseport_domain::support::Support;
use caseport_domain::wishes::{Mails, Topic, Wish};
use caseport_pages::assets::BrandStyle;
use caseport_pages::{
    Activate, ArchivePage, Ask, Asked, Attempt, CaseElsewhere, CasePage, CaseValues, Chrome, ContactPage,
    Continue, EmailAnswered, EmailLink, EmailOutcome, Follow, KeptForm, Language, LinkGone, Mailed,
    NewPassword, Notice, OpenForm, OpenValues, Page, Puzzle, Register, RegisterValues, RemoteSupport, Rules,
    SignIn, SignInProblem, Tab, Unsubscribe,
};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

mod access;
mod records;

/// A text that would do harm on a page that did not escape it.
pub const HARMFUL: &str = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";

/// A rendered page.
pub struct Sample {
    /// Its name in the gallery.
    pub name: String,
    /// It as HTML.
    pub html: String,
}

/// The colours of the pages.
pub fn style() -> BrandStyle {
    BrandStyle::of(&Palette::of(Colour([0x0b, 0x64, 0x77])))
}

/// Every page in this language.
pub fn all(language: Language) -> Vec<Sample> {
    let mut samples = Vec::new();
    let mut add = |name: &str, who: Option<&Actor>, path: &str, page: &dyn Renders| {
        let zone = TimeZone::get("Europe/Brussels").expect("it is bundled");
        let (brand, csrf, key) = ("Norland Support", "csrf-token", "0193f5c2");
        let style = &style();
        let modules = "knowledge=soon,remote-access=on".parse().expect("it is a setting");
        let support = support();
        let chrome = Chrome {
            language,
            zone: &zone,
            now: at("2026-11-24T09:30:00Z"),
            brand,
            style,
            csrf,
            key,
            who,
            last_sign_in: who.map(|_| at("2026-11-23T16:05:00Z")),
            modules: &modules,
            size_limit: SizeLimit::default(),
            licensed: &[],
            support: &support,
            acting_for: (name == "access-acting").then_some("Harbourline Ferries"),
            path,
        };
        let name = format!("{name}.{}", language.code());
        samples.push(Sample { name, html: page.html(&chrome) });
    };
    let contact = contact(Level::ReadWrite);
    let reader = self::contact(Level::ReadOnly);
    let engineer = engineer();

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
    let mut flaws = Flaws::default();
    flaws.add("email", Flaw::NotAnAddress);
    flaws.add("username", Flaw::TooShort { min: 3 });
    flaws.add("password", Flaw::TooCommon);
    flaws.add("rules", Flaw::NotAccepted);
    flaws.add("answer", Flaw::NotThePicture);
    add("register-flaws", None, "/register", &Register::new(puzzle()).again(typed, flaws));
    let rules = Rules::of(1).expect("they are known");
    add("rules", None, "/rules", &rules);
    add("rules-past", None, "/rules?version=1", &rules.when(2));
    links(&mut add);
    add("continue", Some(&contact), "/session", &Continue::new(kept().expect("it is a form")));

    lists::pages(&mut add, &contact, &reader, &engineer);

    let open = |products, values| OpenForm::new(products, CaseType::ALL.to_vec(), vec![], values);
    add("new", Some(&contact), "/cases/new", &open(products(), OpenValues::default()));
    let again = open(products(), open_values()).again(open_flaws());
    add("new-again", Some(&contact), "/cases/new", &again);
    let few = vec![CaseType::Incident, CaseType::Request];
    let few = OpenForm::new(products(), few, vec![], OpenValues::default());
    add("new-few-types", Some(&contact), "/cases/new", &few);
    let nothing = OpenForm::new(vec![], vec![CaseType::Incident], vec![], OpenValues::default());
    add("new-nothing", Some(&contact), "/cases/new", &nothing);
    let admin = OpenForm::new(products(), vec![CaseType::Admin], vec![], OpenValues::default());
    add("new-reader", Some(&reader), "/cases/new", &admin);
    forms::pages(&mut add, &contact, &engineer);
    drafts::pages(&mut add, &contact, &engineer);

    case_pages(&mut add, &contact, &reader, &engineer);
    marks::pages(&mut add, &contact, &engineer);
    turns::pages(&mut add, &contact, &engineer);
    security::pages(&mut add, &contact, &engineer);

    own::pages(&mut add);
    records::pages(&mut add, &engineer);
    access::pages(&mut add, &contact, &reader);
    notices(&mut add, &contact, &reader);
    beside(&mut add, &contact);
    samples
}

/// How the vendor is reached.
pub fn support() -> Support {
    let settings = |name: &str| match name {
        "SUPPORT_PHONE" => "+31 (0)20 555 01 00, +32 2 555 01 00",
        "SUPPORT_EMAIL" => "help@norland.example",
        "SUPPORT_HOURS" => {
            "en: weekdays, 8:00 to 18:00 | nl: op werkdagen, 8.00 tot 18.00 uur | fr: en semaine"
        }
        _ => "",
    };
    Support::read(|name| settings(name).to_owned()).expect("they can be read")
}

/// What there is beside the portal.
fn beside(add: &mut Add<'_>, contact: &Actor) {
    add("contact", None, "/contact", &ContactPage::from(&support()));
    add("contact-customer", Some(contact), "/contact", &ContactPage::from(&support()));
    add("contact-nothing", Some(contact), "/contact", &ContactPage::from(Support::NONE));
    let address = Some("https://assist.norland.example/customers".to_owned());
    add("remote-support", Some(contact), "/remote-access", &RemoteSupport { address });
    add("remote-support-told", Some(contact), "/remote-access", &RemoteSupport { address: None });
}

/// A page of any type.
pub trait Renders {
    /// It as HTML.
    fn html(&self, chrome: &Chrome<'_>) -> String;
}

impl<P: Page> Renders for P {
    fn html(&self, chrome: &Chrome<'_>) -> String {
        self.render(chrome)
    }
}

pub type Add<'a> = dyn FnMut(&str, Option<&Actor>, &str, &dyn Renders) + 'a;

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
    let mut flaws = Flaws::default();
    flaws.add("email", Flaw::NotAnAddress);
    add("ask-flaws", None, "/password", &Ask::new(Asked::Password).again(HARMFUL, flaws));
    add("new-password", None, "/password/new", &NewPassword::new("t.s", false));
    let mut flaws = Flaws::default();
    flaws.add("password", Flaw::TooShort { min: 10 });
    add("new-password-first", None, "/password/new", &NewPassword::new("t.s", true).again(flaws));
    add("activate", None, "/activate", &Activate::new("t.s", "norman.s"));
    add("activate-taken", None, "/activate", &Activate::new("t.s", "norman.s").taken());
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

fn notices(add: &mut Add<'_>, contact: &Actor, reader: &Actor) {
    for status in [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500] {
        let who = (status != 401).then_some(contact);
        add(&format!("notice-{status}"), who, "/cases/1", &Notice::new(status, "1-67421a3c-5b2f4e"));
    }
    let denied = Notice::new(403, "1-67421a3c").denied(Denied::ReadOnly);
    add("notice-kept", Some(reader), "/cases/20601", &denied.clone().keeping(kept()));
    add("notice-denied", Some(reader), "/cases/new", &denied);
    for (status, code) in [(409, "file-pending"), (403, "file-malicious"), (403, "file-unscannable")] {
        let withheld = Notice::new(status, "1-67421a3c").failed(code);
        add(&format!("notice-{code}"), Some(contact), "/cases/20601/attachments/u1", &withheld);
    }
    let failed = Notice::new(400, "1-67421a3c").failed("cursor");
    add("notice-cursor", Some(contact), "/cases", &failed);
    let refused = Notice::new(409, "1-67421a3c").refused(Refused::Closed);
    add("notice-refused", Some(contact), "/cases/20601", &refused);
}

fn case_pages(add: &mut Add<'_>, contact: &Actor, reader: &Actor, engineer: &Actor) {
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
    let observing = attempt(Action::Observe, &[("email", Flaw::NoSuchColleague)], None);
    add(
        "case-observing",
        Some(contact),
        "/cases/20601",
        &CasePage::new(&seat, &events, &mails).again(observing),
    );
    let late = attempt(Action::Reply, &[], Some(Refused::Overtaken));
    add("case-overtaken", Some(contact), "/cases/20601", &CasePage::new(&seat, &events, &mails).again(late));

    outside_pages(add, contact, &events);

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

fn attempt(action: Action, wrong: &[(&str, Flaw)], refused: Option<Refused>) -> Attempt {
    let mut flaws = Flaws::default();
    for (field, flaw) in wrong {
        flaws.add(*field, flaw.clone());
    }
    let values = CaseValues {
        text: format!("The export still stops after page 12.\n{HARMFUL}"),
        reason: "The export still stops after page 12.".into(),
        email: "somebody@elsewhere.example".into(),
        attachments: vec!["01JDTC5V3W".into()],
        ..CaseValues::default()
    };
    Attempt { action, values, flaws, refused }
}

pub fn at(text: &str) -> Timestamp {
    text.parse().expect("it is an instant")
}

fn person(id: &str, name: &str) -> Person {
    Person { id: id.parse().expect("it is an identifier"), name: name.into() }
}

fn contact(level: Level) -> Actor {
    let person = match level {
        Level::ReadWrite => person("norman", "Norman Schaefers"),
        _ => person("ilse", "Ilse Vanden Broeck"),
    };
    let company = "schaefers".parse().expect("it is an identifier");
    Actor::Contact(Contact { person, company, level, scope: Scope::Company })
}

pub fn engineer() -> Actor {
    Actor::engineer(person("amelie", "Amélie Dujardin"))
}

fn author(actor: &Actor) -> Author {
    actor.author()
}

fn products() -> Vec<Product> {
    [("voice", "Norland Voice 4"), ("desk", "Norland Workplace"), ("box", "Norland Box")]
        .map(|(id, name)| Product { id: id.parse().expect("it is an identifier"), name: name.into() })
        .into()
}

fn open_values() -> OpenValues {
    OpenValues {
        product: "desk".into(),
        case_type: "incident".into(),
        title: HARMFUL.into(),
        description: "Since Monday morning Outlook closes as soon as I open a calendar invitation.".into(),
        observers: "ilse@schaefers.example\nsomebody@elsewhere.example".into(),
        attachments: vec!["01JDTC5V3W".into()],
        ..OpenValues::default()
    }
}

fn open_flaws() -> Flaws {
    let mut flaws = Flaws::default();
    flaws.add("impact", Flaw::Required);
    flaws.add("urgency", Flaw::Required);
    flaws.add("title", Flaw::TooLong { max: 200 });
    flaws.add("observers", Flaw::OutsideLater);
    flaws.add("attachments/0", Flaw::BadSize { max: 5 << 30 });
    flaws
}

fn kept() -> Option<KeptForm> {
    KeptForm::new(
        "/cases/20601/replies",
        "csrf=old&idempotency_key=k1&text=Since+the+update+the+export+works%2C+but+page+12+is+empty.%0AShall+I+\
         send+the+log%3F&attachments=u1",
    )
}

fn closed() -> Happened {
    Happened::Closed { how: Closure::Approved, reason: None, listed: None }
}

fn file(id: &str, name: &str, size: u64) -> Attachment {
    let name = name.to_owned().try_into().expect("it is a file name");
    let id = id.parse().expect("it is an identifier");
    Attachment { id, name, size, media_type: "image/png".into(), sha256: "0".repeat(64) }
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

/// What is known of its files: something else of each.
pub fn inspections() -> Vec<Inspection> {
    [
        ("u1", Verdict::Clean, Some("application/pdf")),
        ("u2", Verdict::Clean, Some("image/png")),
        ("u3", Verdict::Malicious, Some("application/vnd.microsoft.portable-executable")),
    ]
    .map(|(id, verdict, media_type)| Inspection {
        upload: id.parse().expect("it is an identifier"),
        verdict,
        media_type: media_type.map(str::to_owned),
    })
    .into()
}

/// The history of a case, with an event of every kind but its end.
pub fn events() -> Vec<Event> {
    let (norman, amelie) = (author(&contact(Level::ReadWrite)), author(&engineer()));
    let text = |text: &str| text.to_owned().try_into().expect("it is a text");
    let opening = Opening {
        company: Company {
            id: "schaefers".parse().expect("it is an identifier"),
            name: "Schaefers Accountants".into(),
            city: "Amsterdam".into(),
        },
        reporter: person("norman", "Norman Schaefers"),
        observers: vec![person("ilse", "Ilse Vanden Broeck")],
        product: Some(products().swap_remove(1)),
        case_type: CaseType::Incident,
        title: "Outlook closes when a calendar invitation is opened".to_owned().try_into().expect("a title"),
        reference: Some("INC-2026-0413".to_owned().try_into().expect("it is a reference")),
        impact: Impact::Department,
        urgency: Urgency::High,
        priority: Some(Priority::High),
        details: Details { version: "2410".to_owned().try_into().ok(), ..Details::default() },
        answers: Some(forms::answers()),
        description: text(&format!(
            "Since Monday morning Outlook closes as soon as anybody at the front office opens a calendar \
             invitation. Mail itself works.\n\nWhat we tried:\n- restarted the PCs\n- started Outlook with \
             /safe: same result\n\nThe event log says:\nFaulting module: outlmime.dll {HARMFUL}\n\
             https://status.norland.example/incidents?id=4711&day=1"
        )),
        attachments: vec![
            file("u1", "Event log front office.evtx", 1_443_000),
            file("u2", "scherm 1.png", 84_120),
        ],
    };
    let happened = vec![
        ("2026-11-16T08:12:00Z", norman.clone(), Happened::Opened(Box::new(opening))),
        ("2026-11-16T08:40:00Z", amelie.clone(), Happened::Taken { from: None }),
        (
            "2026-11-16T08:52:00Z",
            amelie.clone(),
            Happened::Noted {
                text: text("Same module as case 20544; update KB5046740 was pushed to this group on Sunday."),
                attachments: vec![],
                audience: Audience::Internal,
            },
        ),
        (
            "2026-11-16T08:55:00Z",
            amelie.clone(),
            Happened::Asked {
                text: text("Could you send us the version of Office on one of these PCs (File, Account)?"),
                attachments: vec![],
            },
        ),
        (
            "2026-11-16T10:20:00Z",
            norman.clone(),
            Happened::Replied {
                text: text("Version 2410, build 18129.20158, on all four of them."),
                attachments: vec![file("u3", "office-versions.xlsx", 18_200)],
            },
        ),
        (
            "2026-11-17T07:30:00Z",
            amelie.clone(),
            Happened::Planned { on: "2026-11-19".parse().expect("a day") },
        ),
        (
            "2026-11-19T09:05:00Z",
            amelie.clone(),
            Happened::Noted {
                text: text("Rolled the update back on FO-01 to FO-04 and blocked it for the group."),
                attachments: vec![],
                audience: Audience::Journal,
            },
        ),
        ("2026-11-19T09:10:00Z", norman, Happened::ObserverAdded { observer: person("jan", "Jan de Wit") }),
        (
            "2026-11-22T13:05:00Z",
            amelie,
            Happened::SolutionProposed {
                text: text(
                    "We took the faulty Office update off the four PCs and blocked it until there is a corrected one. Invitations open again in our test.",
                ),
                attachments: vec![],
                closes_at: at("2026-11-29T13:05:00Z"),
                remind_at: at("2026-11-27T13:05:00Z"),
            },
        ),
        ("2026-11-23T13:05:00Z", Author::System, Happened::Reminded),
    ];
    let numbered = happened.into_iter().zip(1..);
    numbered.map(|((at, by, what), seq)| Event { seq, at: self::at(at), by, what }).collect()
}

/// The case followed from outside: by who confirmed, and by who is asked.
fn outside_pages(add: &mut Add<'_>, contact: &Actor, events: &[Event]) {
    let now = at("2026-11-23T15:00:00Z");
    let (one, other, gone) = (UserId::outside(40), UserId::outside(41), UserId::outside(42));
    let until = at("2026-11-30T14:00:00Z");
    let invited = |outsider: &UserId| Happened::OutsiderInvited { outsider: outsider.clone(), until };
    let confirmed = Happened::OutsiderConfirmed { outsider: one.clone(), language: Language::Nl };
    let more = [
        (author(contact), invited(&one)),
        (Author::System, confirmed),
        (author(contact), invited(&other)),
        (author(contact), invited(&gone)),
        (author(contact), Happened::OutsiderRemoved { outsider: gone.clone() }),
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

/// The case that these events add up to.
pub fn case(events: &[Event]) -> Case {
    let mut case: Option<Case> = None;
    for event in events {
        case = Some(match (case, event.what.clone()) {
            (None, Happened::Opened(opening)) => {
                Case::opened(CaseNumber(20_601), *opening, event.at, Digest::ZERO)
            }
            (Some(case), _) => case.apply(event, Digest::ZERO),
            (None, _) => panic!("the first event opens the case"),
        });
    }
    case.expect("there are events")
}

fn deliveries() -> Vec<Delivery> {
    let delivery = |seq, to: &str, name: &str, role, subject: &str, state| Delivery {
        seq,
        to: to.parse().expect("it is an identifier"),
        name: name.into(),
        role,
        subject: format!("[20601] {subject}"),
        text: format!("Dear reader,\n\n{subject}.\n\nhttps://support.norland.example/cases/20601"),
        at: at("2026-11-16T08:12:05Z"),
        state,
    };
    vec![
        delivery(
            1,
            "norman",
            "Norman Schaefers",
            Role::Reporter,
            "We have received your case",
            DeliveryState::Sent,
        ),
        delivery(
            1,
            "ilse",
            "Ilse Vanden Broeck",
            Role::Observer,
            "A case was opened",
            DeliveryState::Bounced,
        ),
        delivery(
            5,
            "amelie",
            "Amélie Dujardin",
            Role::Engineer,
            "The customer answered",
            DeliveryState::Sent,
        ),
        delivery(
            9,
            "norman",
            "Norman Schaefers",
            Role::Reporter,
            "We propose a solution",
            DeliveryState::Queued,
        ),
        delivery(9, "jan", "Jan de Wit", Role::Observer, "We propose a solution", DeliveryState::Suppressed),
        delivery(9, "ilse", "Ilse Vanden Broeck", Role::Observer, HARMFUL, DeliveryState::Complained),
    ]
}

/// Lines of a list, one of every status.
pub fn rows() -> Vec<CaseRow> {
    let titles = [
        "No internet at the Hasselt office since the storm",
        "Outlook closes when a calendar invitation is opened",
        "Which licence do we need for a second console?",
        "Move the reception console to the new building, with both headsets and the busy lamp field",
        "Voicemail greeting plays twice",
        HARMFUL,
    ];
    let mut row = CaseRow::of(&case(&events()[..1]));
    let mut rows = Vec::new();
    for ((status, title), number) in Status::ALL.into_iter().zip(titles).zip(20_600_u64..) {
        row.number = CaseNumber(number);
        row.title = title.into();
        row.status = status;
        row.case_type = CaseType::ALL[rows.len() % 3];
        row.urgency = Urgency::ALL[rows.len() % 3];
        row.impact = Impact::ALL[(rows.len() + 1) % 3];
        // One was stored before lists told priorities.
        row.priority = (status != Status::SolutionProposed).then(|| Priority::ALL[rows.len() % 4]);
        row.marks = Marked::ALL[rows.len() % 4..].to_vec();
        row.engineer = (status != Status::Open).then(|| "Amélie Dujardin".to_owned());
        row.engineer_id = (status != Status::Open).then(|| "amelie".parse().expect("an identifier"));
        row.planned_on = (status == Status::Planned).then(|| "2026-12-01".parse().expect("a day"));
        row.closes_at = (status == Status::SolutionProposed).then(|| at("2026-11-29T13:05:00Z"));
        row.reference = (number % 2 == 1).then(|| format!("INC-2026-0{number}"));
        if status == Status::Closed {
            (row.case_type, row.product, row.product_id) = (CaseType::Admin, None, None);
        }
        row.opened_at = row.opened_at.checked_sub(26.hours()).expect("it is in range");
        row.updated_at = row.updated_at.checked_sub(17.hours()).expect("it is in range");
        rows.push(row.clone());
    }
    rows
}
