//! The demonstration portals: one deployment can serve as any of them, by its data.

use caseport_brand::Colour;

/// How many gibibytes one person may upload in a day to any of the portals here, as the template's parameter has it: tests are
/// the same few people all day.
pub const DAILY_UPLOADS: &str = "100";
/// How many files.
pub const DAILY_FILES: &str = "10000";

/// A demonstration portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demo {
    /// How `cargo xtask up --portal` calls it.
    pub name: &'static str,
    /// The name on its pages and mails.
    pub brand: &'static str,
    /// The colour of its pages and mails.
    pub colour: Colour,
    /// The address its mails come from.
    pub sender: &'static str,
    /// Which modules it uses.
    pub modules: &'static str,
    /// Of which types of issue it has new cases; empty for all.
    pub case_types: &'static str,
    /// How it lists cases.
    pub case_lists: &'static str,
    /// The telephone numbers of its support; these and what follows are as the template's parameters have them.
    pub phones: &'static str,
    /// The address of its support.
    pub email: &'static str,
    /// When its support answers.
    pub hours: &'static str,
    /// What it says of confidentiality; empty for what the portal says by itself.
    pub notice: &'static str,
    /// Where the tool for remote support is.
    pub remote: &'static str,
    /// The time zone of its business days.
    pub zone: &'static str,
}

/// All of them, the default first.
pub const DEMOS: &[Demo] = &[
    Demo {
        name: "contact-centre",
        brand: "Voxline Support",
        colour: Colour([0x0b, 0x64, 0x77]),
        sender: "support@voxline.example",
        modules: "knowledge=soon,remote-access=on",
        case_types: "",
        case_lists: "columns=product+status+type+opened+planned+reference",
        phones: "+31 20 555 01 00, +32 2 555 01 00",
        email: "help@voxline.example",
        hours: "en: Monday to Friday, 8:00 to 18:00; for outages day and night \
                | nl: maandag tot en met vrijdag, 8.00 tot 18.00 uur; bij storingen dag en nacht \
                | fr: du lundi au vendredi, de 8 h à 18 h ; en cas de panne, jour et nuit",
        notice: "",
        remote: "https://assist.voxline.example/customers",
        zone: "Europe/Amsterdam",
    },
    Demo {
        name: "it-services",
        brand: "Brouwer IT",
        colour: Colour([0xb9, 0x3b, 0x08]),
        sender: "service@brouwer-it.example",
        modules: "knowledge=off,remote-access=on",
        case_types: "incident+request+question",
        case_lists: "columns=address+status+type+opened+planned",
        phones: "+31 20 555 02 00",
        email: "helpdesk@brouwer-it.example",
        hours: "nl: op werkdagen van 8.30 tot 17.30 uur | en: weekdays, 8:30 to 17:30 \
                | fr: du lundi au vendredi, de 8 h 30 à 17 h 30",
        notice: "nl: Wat u hier leest is vertrouwelijk en alleen voor u als klant bestemd. Geef het niet aan derden zonder \
                 schriftelijke toestemming van Brouwer IT. | en: What you read here is confidential and meant for you as \
                 our customer only. Give it to nobody else without written consent of Brouwer IT. | fr: Ce que vous lisez \
                 ici est confidentiel et destiné à vous seul, notre client. Ne le transmettez à aucun tiers sans l’accord \
                 écrit de Brouwer IT.",
        remote: "https://hulp.brouwer-it.example",
        zone: "Europe/Amsterdam",
    },
    Demo {
        name: "appliance",
        brand: "Passerelle",
        colour: Colour([0x6d, 0x28, 0xd9]),
        sender: "assistance@passerelle.example",
        modules: "knowledge=soon,remote-access=soon",
        case_types: "incident+request+question",
        case_lists: "columns=status+type+reporter+opened+updated,entries=incident+request",
        phones: "+33 1 99 00 12 34",
        email: "contact@passerelle.example",
        hours: "fr: du lundi au vendredi, de 9 h à 18 h | en: Monday to Friday, 9:00 to 18:00 \
                | nl: maandag tot en met vrijdag, 9.00 tot 18.00 uur",
        notice: "",
        remote: "",
        zone: "Europe/Paris",
    },
    Demo {
        name: "enterprise",
        brand: "Northgate",
        colour: Colour([0x1d, 0x4e, 0xd8]),
        sender: "support@northgate.example",
        modules: "knowledge=soon",
        case_types: "",
        case_lists: "columns=product+status+type+priority+reporter+opened+updated+reference",
        phones: "+44 20 7946 0018, +1 202 555 0143",
        email: "care@northgate.example",
        hours: "en: day and night | nl: dag en nacht | fr: jour et nuit",
        notice: "",
        remote: "",
        zone: "Europe/London",
    },
];

impl Demo {
    /// The demonstration portal of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        DEMOS.iter().find(|demo| demo.name == name)
    }
}
