//! Every page with the kind of content it has in earnest, for the tests and the gallery.

mod access;
mod cases;
mod drafts;
mod entrance;
mod forms;
mod history;
mod lists;
mod marks;
mod notices;
mod opening;
mod own;
mod records;
mod security;
mod turns;

use caseport_brand::{Colour, Palette};
use caseport_domain::actor::{Actor, Author, Contact, Level, Person, Scope};
use caseport_domain::attachment::SizeLimit;
use caseport_domain::case::Refused;
use caseport_domain::contract::Product;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::Action;
use caseport_domain::support::Support;
use caseport_pages::assets::BrandStyle;
use caseport_pages::{Attempt, CaseValues, Chrome, KeptForm, Language, Page};
use jiff::Timestamp;
use jiff::tz::TimeZone;

pub use history::{case, events, rows};
use history::{deliveries, file, inspections};

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

    entrance::pages(&mut add, &contact);
    lists::pages(&mut add, &contact, &reader, &engineer);

    opening::pages(&mut add, &contact, &reader);
    forms::pages(&mut add, &contact, &engineer);
    drafts::pages(&mut add, &contact, &engineer);

    cases::pages(&mut add, &contact, &reader, &engineer);
    marks::pages(&mut add, &contact, &engineer);
    turns::pages(&mut add, &contact, &engineer);
    security::pages(&mut add, &contact, &engineer);

    own::pages(&mut add);
    records::pages(&mut add, &engineer);
    access::pages(&mut add, &contact, &reader);
    notices::pages(&mut add, &contact, &reader);
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

fn attempt(action: Action, wrong: &[(&str, Flaw)], refused: Option<Refused>) -> Attempt {
    let values = CaseValues {
        text: format!("The export still stops after page 12.\n{HARMFUL}"),
        reason: "The export still stops after page 12.".into(),
        email: "somebody@elsewhere.example".into(),
        attachments: vec!["01JDTC5V3W".into()],
        ..CaseValues::default()
    };
    Attempt { action, values, flaws: flaws(wrong), refused }
}

fn flaws(wrong: &[(&str, Flaw)]) -> Flaws {
    let mut flaws = Flaws::default();
    for (field, flaw) in wrong {
        flaws.add(*field, flaw.clone());
    }
    flaws
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

fn kept() -> Option<KeptForm> {
    KeptForm::new(
        "/cases/20601/replies",
        "csrf=old&idempotency_key=k1&text=Since+the+update+the+export+works%2C+but+page+12+is+empty.%0AShall+I+\
         send+the+log%3F&attachments=u1",
    )
}
