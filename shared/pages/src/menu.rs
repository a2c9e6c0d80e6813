//! The menu: what the reader may use, of what the portal has.

use std::borrow::Cow;

use caseport_domain::actor::Actor;
use caseport_domain::module::{Module, Modules, Use};
use caseport_domain::policy;
use caseport_i18n::Tr;

use crate::Chrome;

/// An entry that the menu can have.
struct Entry {
    path: &'static str,
    /// The module it leads to, if that can be left out.
    module: Option<Module>,
    label: fn(Tr) -> Cow<'static, str>,
    /// Whether the policy allows it.
    may: fn(&Actor) -> bool,
}

/// All of them, in their order. Whoever adds pages adds a line.
#[rustfmt::skip] // A table reads best as one.
const ENTRIES: &[Entry] = &[
    Entry { path: "/desk", module: Some(Module::Cases), label: |tr| tr.t("nav-desk"), may: |actor| policy::desk(actor).is_ok() },
    Entry { path: "/desk/callers", module: None, label: |tr| tr.t("nav-callers"), may: |actor| policy::check_caller(actor).is_ok() },
    Entry { path: "/home", module: None, label: |tr| tr.t("nav-home"), may: |actor| policy::customer(actor).is_ok() },
    Entry { path: "/cases", module: Some(Module::Cases), label: |tr| tr.t("nav-cases"), may: |actor| policy::list(actor).is_ok() },
    Entry { path: "/cases/new", module: Some(Module::Cases), label: |tr| tr.t("nav-new-case"), may: |actor| policy::open(actor).is_ok() },
    Entry { path: "/knowledge", module: Some(Module::Knowledge), label: |tr| tr.module(Module::Knowledge), may: |_| true },
    Entry { path: "/contact", module: None, label: |tr| tr.t("nav-contact"), may: |actor| policy::customer(actor).is_ok() },
    Entry { path: "/remote-access", module: Some(Module::RemoteAccess), label: |tr| tr.module(Module::RemoteAccess), may: |actor| policy::remote_support(actor).is_ok() },
    Entry { path: "/companies", module: None, label: |tr| tr.t("nav-companies"), may: |actor| policy::read_records(actor).is_ok() },
    Entry { path: "/access/requests", module: None, label: |tr| tr.t("nav-access-requests"), may: |actor| policy::administer(actor).is_ok() },
    Entry { path: "/access", module: None, label: |tr| tr.t("nav-access"), may: |actor| policy::request_access(actor).is_ok() },
];

/// An entry as this reader sees it.
pub(crate) struct Item {
    pub(crate) path: Cow<'static, str>,
    pub(crate) label: Cow<'static, str>,
    /// Whether it is announced only.
    pub(crate) is_soon: bool,
}

impl Entry {
    fn extent(&self, actor: &Actor, modules: &Modules, licensed: &[Module]) -> Use {
        match self.module {
            _ if !(self.may)(actor) => Use::Off,
            None => Use::On,
            Some(module) if actor.company().is_some() => modules.extent_for(module, licensed),
            Some(module) => modules.extent(module),
        }
    }
}

/// The page where work starts for somebody: the first of their menu that is in use.
#[must_use]
pub fn start(actor: &Actor, modules: &Modules, licensed: &[Module]) -> &'static str {
    let in_use = |entry: &&Entry| entry.extent(actor, modules, licensed) == Use::On;
    ENTRIES.iter().find(in_use).map_or("/access", |entry| entry.path)
}

impl Chrome<'_> {
    /// The menu of who reads.
    pub(crate) fn menu(&self) -> Vec<Item> {
        let Some(actor) = self.who else { return Vec::new() };
        let item = |entry: &Entry| {
            let (label, path) = ((entry.label)(self.tr()), entry.path);
            match (entry.extent(actor, self.modules, self.licensed), entry.module) {
                (Use::Off, _) => None,
                (Use::Soon, Some(module)) => {
                    Some(Item { path: format!("/soon/{}", module.code()).into(), label, is_soon: true })
                }
                (Use::On | Use::Soon, _) => Some(Item { path: path.into(), label, is_soon: false }),
            }
        };
        ENTRIES.iter().filter_map(item).collect()
    }
}
