//! The vendor's records.

use caseport_domain::actor::{Actor, Author, Engineer, Level, Person, Scope};
use caseport_domain::audit::Entry;
use caseport_domain::contract::{Company, Contract, Product};
use caseport_domain::country::Country;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::person::Language;
use caseport_domain::profile::ContactDetails;
use caseport_domain::records::sheet::Wrong;
use caseport_domain::records::{
    Assets, CompanyKind, CompanyRecord, ContactRecord, Details, Hardware, Held, Kind, Licence, Typed,
};
use caseport_domain::registration::Accepted;
use caseport_domain::relation::Relation;
use caseport_i18n::Tr;
use caseport_pages::records::{
    Companies, CompanyPage, ContactPage, Import, ImportValues, Outcome, Partner, Products, RecordForm,
    RecordPage, Report, ReportRow, Trail,
};

use super::{Add, HARMFUL, at, products};

fn company() -> CompanyRecord {
    CompanyRecord {
        company: Company {
            id: "acme".parse().expect("an identifier"),
            name: "Acme Insurance".into(),
            city: "Leeds".into(),
        },
        details: Details {
            country: Country::try_from("GB".to_owned()).ok(),
            zone: "Europe/London".into(),
            kind: CompanyKind::Both,
            prime_contact: Some("anna".parse().expect("an identifier")),
        },
    }
}

fn contract(id: &str, starts: &str, ends: &str) -> Contract {
    Contract {
        id: id.parse().expect("an identifier"),
        coverage: "Premium 24×7".into(),
        products: products(),
        starts: starts.parse().expect("a date"),
        ends: ends.parse().expect("a date"),
        zone: "Europe/London".into(),
    }
}

fn contact(active: bool) -> ContactRecord {
    ContactRecord {
        id: "anna".parse().expect("an identifier"),
        company: "acme".parse().expect("an identifier"),
        name: HARMFUL.into(),
        email: "anna@acme.example".into(),
        language: Language::En,
        zone: "Europe/London".into(),
        level: Level::ReadWrite,
        scope: Scope::Company,
        active,
        details: ContactDetails {
            country: Country::try_from("GB".to_owned()).ok(),
            phone: "+44 113 496 0123".to_owned().try_into().ok(),
            address: HARMFUL.to_owned().try_into().ok(),
            ..ContactDetails::default()
        },
    }
}

fn trail() -> Trail {
    let ada = Person { id: "ada".parse().expect("an identifier"), name: "Ada Okafor".into() };
    let by = Author::Engineer(ada);
    let changed = Entry::new(at("2026-11-20T09:30:00Z"), by.clone(), "contract-changed");
    let removed = Entry::new(at("2026-11-19T09:30:00Z"), by.clone(), "hardware-removed");
    let corrected = Entry::new(at("2026-11-18T09:30:00Z"), by, "company-changed");
    let corrected = corrected.with("country", "BE", "GB").with("company_kind", "sold-to", "both");
    let corrected = corrected.with("relations/harbourline/level", "read-only", "read-write");
    let entries = vec![
        changed.with("contracts/acme-voice/ends", "2026-12-31", "2027-12-31"),
        removed.with("hardware/srv-1/site", HARMFUL, ""),
        corrected
            .with("case_scope", "own", "company")
            .with("language", "nl", "en")
            .with("active", "yes", "no"),
    ];
    Trail::part(entries, None, None)
}

fn page(form: Option<RecordForm>) -> CompanyPage {
    let product = || products().remove(0);
    let hardware = Hardware {
        id: "srv-1".parse().expect("an identifier"),
        serial: "VX-92-004117".into(),
        model: HARMFUL.into(),
        product: product(),
        site: "Leeds, data room 2".into(),
    };
    let licence = Licence {
        id: "agents".parse().expect("an identifier"),
        product: product(),
        quantity: 240,
        reference: "…K7QX-3ML2".into(),
        ends: None,
    };
    let relation = Relation {
        partner: "acme".parse().expect("an identifier"),
        customer: "harbourline".parse().expect("an identifier"),
        name: "Harbourline Ferries".into(),
        level: Level::ReadOnly,
    };
    CompanyPage {
        company: company(),
        revision: 3,
        contracts: vec![
            contract("acme-voice", "2026-01-01", "2027-12-31"),
            contract("acme-old", "2024-01-01", "2025-12-31"),
            contract("acme-new", "2027-01-01", "2028-12-31"),
        ],
        contacts: vec![contact(true).typed(), contact(false).typed()],
        next: Some("bmV4dA+/".into()),
        assets: Assets { hardware: vec![hardware], licences: vec![licence] },
        serves: vec![relation],
        served_by: vec![Partner { id: "norhaven".into(), name: HARMFUL.into() }],
        trail: trail(),
        form,
        relating: None,
    }
}

fn bare() -> CompanyPage {
    let nothing = Details::default();
    CompanyPage {
        company: CompanyRecord { details: nothing, ..company() },
        revision: 0,
        contracts: Vec::new(),
        contacts: Vec::new(),
        next: None,
        assets: Assets::default(),
        serves: Vec::new(),
        served_by: Vec::new(),
        trail: Trail::default(),
        form: None,
        relating: None,
    }
}

fn form(kind: Kind, products: &[Product]) -> RecordForm {
    RecordForm::new(kind, format!("/companies/acme/{}", kind.section()), "/companies/acme", products, &[])
}

fn wrong_contract() -> RecordForm {
    let mut flaws = Flaws::default();
    flaws.add("products", Flaw::Required);
    flaws.add("ends", Flaw::EndsBeforeStart);
    let values = Typed::default().with("id", "k-9").with("coverage", HARMFUL).with("starts", "2026-11-01");
    form(Kind::Contract, &products()).with(values).again(flaws)
}

fn overtaken() -> RecordForm {
    let values = Typed::default().with("product", "voice").with("quantity", "250").with("key_ending", "…1");
    let stored =
        Typed::default().with("product", "voice").with("quantity", "260").with("key_ending", HARMFUL);
    form(Kind::Licence, &products()).with(values).overtaken_by(stored, 4)
}

fn told(language: Language, dry_run: bool, wrong: Vec<Wrong>) -> Import {
    let row = |line, outcome| ReportRow { line, id: format!("h-{line}"), outcome };
    let outcomes = [Outcome::Created, Outcome::Unchanged, Outcome::Overtaken, Outcome::NotReached];
    let rows: Vec<ReportRow> = (2..).zip(outcomes).map(|(line, outcome)| row(line, outcome)).collect();
    let rows = if wrong.is_empty() { rows } else { Vec::new() };
    let values = ImportValues { sheet: "hardware".into(), csv: format!("id,model\n1,{HARMFUL}\n") };
    let report = Report::new(Kind::Hardware, dry_run, rows, wrong, Tr::new(language));
    Import::new().told(values, report)
}

/// The pages that ask whether something is to be removed.
fn removals(add: &mut Add<'_>, admin: Option<&Actor>) {
    let asks = |kind| form(kind, &products());
    let held = Held::Contract(contract("acme-voice", "2026-01-01", "2027-12-31")).typed();
    let removal = asks(Kind::Contract).with(held).removing(2);
    add("company-removal", admin, "/companies/acme", &page(Some(removal)));
    let licence = Typed::default().with("id", "agents").with("product", "voice").with("key_ending", HARMFUL);
    let overtaken = asks(Kind::Licence).with(licence.clone()).removing(3).overtaken_by(licence, 4);
    add("removal-overtaken", admin, "/companies/acme", &RecordPage(overtaken));

    let product = Typed::default().with("id", "p600").with("name", HARMFUL);
    let asked = asks(Kind::Product).with(product.clone()).removing(1);
    let all = products().into_iter().map(|product| (product, 0));
    add("products-removal", admin, "/products?remove=p600", &Products::new(all, Some(asked)));
    let mut flaws = Flaws::default();
    let held = |kind| Flaw::InUse { kind, id: "acme-voice".into(), company: "acme".into() };
    for kind in [Kind::Contract, Kind::Hardware, Kind::Licence] {
        flaws.add("remove", held(kind));
    }
    flaws.add("remove", Flaw::InForm { form: "incident".into() });
    let in_use = asks(Kind::Product).with(product).removing(1).again(flaws);
    add("product-in-use", admin, "/products", &RecordPage(in_use));
}

/// Every page of the records, in every state.
pub fn pages(add: &mut Add<'_>, engineer: &Actor) {
    let person = engineer.person().clone();
    let admin = Actor::Engineer(Engineer { person, is_admin: true });
    let admin = Some(&admin);
    let lines =
        vec![company().typed(), company().typed().with("name", HARMFUL).with("company_kind", "sold-to")];

    let companies = Companies::new(lines, "", None, Some("bmV4dA+/".into()));
    add("companies", admin, "/companies", &companies);
    add("companies-reader", Some(engineer), "/companies", &companies);
    add("companies-none", admin, "/companies", &Companies::new(vec![], HARMFUL, None, None));
    add("companies-empty", admin, "/companies", &Companies::new(vec![], "", None, None));
    add("companies-past", admin, "/companies", &Companies::new(vec![], "ac", Some("x"), None));

    let path = "/companies/acme";
    add("company", admin, path, &page(None));
    add("company-reader", Some(engineer), path, &page(None));
    add("company-bare", admin, path, &bare());
    let people = [contact(true).typed()];
    let change = RecordForm::new(Kind::Company, path, path, &[], &people).with(company().typed()).changing(3);
    add("company-change", admin, path, &page(Some(change)));
    add("company-contract", admin, path, &page(Some(form(Kind::Contract, &products()))));
    add("company-contact", admin, path, &page(Some(form(Kind::Contact, &[]))));
    let hardware = form(Kind::Hardware, &products()).changing(1);
    add("company-hardware", admin, path, &page(Some(hardware)));
    let mut flaws = Flaws::default();
    flaws.add("customer", Flaw::NoSuchRecord);
    let relating = Some((Typed::default().with("customer", HARMFUL), flaws));
    add("company-relating", admin, path, &CompanyPage { relating, ..page(None) });
    let end_user = Details { kind: CompanyKind::EndUser, ..Details::default() };
    let end_user = CompanyRecord { details: end_user, ..company() };
    add("company-end-user", admin, path, &CompanyPage { company: end_user, ..bare() });
    removals(add, admin);
    let new = RecordForm::new(Kind::Company, "/companies", "/companies", &[], &[]);
    add("company-new", admin, "/companies/new", &RecordPage(new));
    add("record-wrong", admin, path, &RecordPage(wrong_contract()));
    add("record-overtaken", admin, path, &RecordPage(overtaken()));

    let page = |active, form| ContactPage {
        contact: contact(active),
        company_name: "Acme Insurance".into(),
        revision: 2,
        is_registered: active,
        must_change_password: false,
        has_second_factor: active,
        rules: active.then(|| Accepted { version: 1, at: at("2026-03-02T08:00:00Z") }),
        trail: trail(),
        form,
        flaws: Flaws::default(),
    };
    let change = form(Kind::Contact, &[]).with(contact(true).typed()).changing(2);
    add("contact", admin, "/contacts/anna", &page(true, Some(change)));
    let change = form(Kind::Contact, &[]).with(contact(true).typed()).changing(2);
    let mut flaws = Flaws::default();
    flaws.add("confirm", Flaw::NotConfirmed);
    let erasing = ContactPage { is_registered: false, flaws, ..page(true, Some(change)) };
    add("contact-erasing", admin, "/contacts/anna", &erasing);
    let change = form(Kind::Contact, &[]).with(contact(true).typed()).changing(2);
    let demanded = ContactPage { must_change_password: true, ..page(true, Some(change)) };
    add("contact-password-demanded", admin, "/contacts/anna", &demanded);
    let change = form(Kind::Contact, &[]).with(contact(true).typed()).changing(2);
    let without = ContactPage { has_second_factor: false, ..page(true, Some(change)) };
    add("contact-without-factor", admin, "/contacts/anna", &without);
    add("contact-left", Some(engineer), "/contacts/anna", &page(false, None));

    let all = || products().into_iter().map(|product| (product, 0));
    add("products", admin, "/products", &Products::new(all(), Some(form(Kind::Product, &[]))));
    let older = Some("2026-11-19T09:30:00.000Z#n1".to_owned());
    let further = Trail::part(trail().trail, Some("2026-11-21T09:30:00.000Z#n0"), older);
    let change = form(Kind::Product, &[]).changing(1);
    let edited = Products::new(all(), Some(change)).with_trail("p600", further);
    add("products-edit", admin, "/products?edit=p600", &edited);
    add("products-empty", Some(engineer), "/products", &Products::new([], None));

    let language = Language::En;
    add("import", admin, "/imports", &Import::new());
    add("import-reader", Some(engineer), "/imports", &Import::new());
    add("import-checked", admin, "/imports", &told(language, true, Vec::new()));
    add("import-done", admin, "/imports", &told(language, false, Vec::new()));
    let wrong = |line, column: &str, flaw| Wrong { line, column: column.to_owned(), flaw };
    let wrong = vec![
        wrong(1, "", Flaw::TooManyLines { lines: 10_000, max: 500 }),
        wrong(1, "serial", Flaw::NamedTwice),
        wrong(3, "id", Flaw::NotAnId),
        wrong(4, "", Flaw::NotASheet),
    ];
    add("import-wrong", admin, "/imports", &told(language, false, wrong));
    let mut flaws = Flaws::default();
    flaws.add("csv", Flaw::Required);
    let values = ImportValues { sheet: "contracts".into(), csv: String::new() };
    add("import-again", admin, "/imports", &Import::new().again(values, flaws));
}
