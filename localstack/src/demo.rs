//! The demonstration portals: one deployment can serve as any of them, by its data.

use caseport_brand::Colour;

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
    /// How it lists cases.
    pub case_lists: &'static str,
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
        modules: "knowledge=soon",
        case_lists: "columns=product+status+type+opened+planned+reference",
        zone: "Europe/Amsterdam",
    },
    Demo {
        name: "it-services",
        brand: "Brouwer IT",
        colour: Colour([0xb9, 0x3b, 0x08]),
        sender: "service@brouwer-it.example",
        modules: "knowledge=off,remote-access=soon",
        case_lists: "columns=address+status+type+opened+planned",
        zone: "Europe/Amsterdam",
    },
    Demo {
        name: "appliance",
        brand: "Passerelle",
        colour: Colour([0x6d, 0x28, 0xd9]),
        sender: "assistance@passerelle.example",
        modules: "knowledge=soon,remote-access=soon",
        case_lists: "columns=status+type+reporter+opened+updated,entries=incident+request",
        zone: "Europe/Paris",
    },
    Demo {
        name: "enterprise",
        brand: "Northgate",
        colour: Colour([0x1d, 0x4e, 0xd8]),
        sender: "support@northgate.example",
        modules: "knowledge=soon",
        case_lists: "columns=product+status+type+urgency+reporter+opened+updated+reference",
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
