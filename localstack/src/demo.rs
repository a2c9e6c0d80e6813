//! The demonstration portals: one deployment can serve as any of them, by its data.

/// A demonstration portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demo {
    /// How `cargo xtask up --portal` calls it.
    pub name: &'static str,
    /// The name on its pages and mails.
    pub brand: &'static str,
    /// The address its mails come from.
    pub sender: &'static str,
}

/// All of them, the default first.
pub const DEMOS: &[Demo] = &[
    Demo { name: "contact-centre", brand: "Voxline Support", sender: "support@voxline.example" },
    Demo { name: "it-services", brand: "Brouwer IT", sender: "service@brouwer-it.example" },
    Demo { name: "appliance", brand: "Passerelle", sender: "assistance@passerelle.example" },
    Demo { name: "enterprise", brand: "Northgate", sender: "support@northgate.example" },
];

impl Demo {
    /// The demonstration portal of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        DEMOS.iter().find(|demo| demo.name == name)
    }
}
