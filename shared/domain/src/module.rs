//! The modules of a portal: parts that a deployment can leave out, or announce before they are there.

use crate::contract::Product;
use crate::id::ProductId;

/// A part of the portal that a deployment can do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Module {
    /// Cases, their files and the desk that works them.
    Cases,
    /// The knowledge base.
    Knowledge,
    /// How engineers work on the customer's computers, with a tool of the vendor's (M43).
    RemoteAccess,
    /// That people outside the portal follow cases by mail (C29).
    OutsideObservers,
}

/// How far a module is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It is.
    On,
    /// It is announced: its place in the menu leads to a page that says so.
    Soon,
    /// Not at all: there is no entry, and its addresses are not there.
    Off,
}

impl Module {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Cases, Self::Knowledge, Self::RemoteAccess, Self::OutsideObservers];

    /// Its name in settings and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Knowledge => "knowledge",
            Self::RemoteAccess => "remote-access",
            Self::OutsideObservers => "outside-observers",
        }
    }

    /// The module of that name.
    #[must_use]
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|module| module.code() == code)
    }

    /// How far it is in use where the setting does not say.
    #[must_use]
    pub const fn usually(self) -> Use {
        match self {
            Self::Cases | Self::OutsideObservers => Use::On,
            Self::Knowledge => Use::Soon,
            Self::RemoteAccess => Use::Off,
        }
    }

    /// Whether it has pages yet. What has none can be announced, and not be on.
    #[must_use]
    pub const fn is_built(self) -> bool {
        match self {
            Self::Cases | Self::RemoteAccess | Self::OutsideObservers => true,
            Self::Knowledge => false,
        }
    }

    /// Its addresses, with all that are below them.
    #[must_use]
    pub const fn roots(self) -> &'static [&'static str] {
        match self {
            Self::Cases => &[
                "/cases",
                "/uploads",
                "/drafts",
                "/desk",
                "/forms",
                "/priorities",
                "/reasons",
                "/unsubscribe",
                "/profile/notifications",
            ],
            Self::Knowledge => &["/knowledge"],
            Self::RemoteAccess => &["/remote-access"],
            Self::OutsideObservers => &["/follow"],
        }
    }

    /// The module that an address belongs to, if it is one that can be left out.
    #[must_use]
    pub fn at(path: &str) -> Option<Self> {
        let below = |root: &&str| {
            path.strip_prefix(*root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        if BESIDE.iter().any(below) {
            return None;
        }
        Self::ALL.into_iter().find(|module| module.roots().iter().any(below))
    }
}

/// Addresses below those of a module that are there without it: who calls is verified whatever it is about.
const BESIDE: [&str; 1] = ["/desk/callers"];

/// Which modules a deployment uses, and which of them only for customers who bought certain products.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Modules(Vec<Said>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Said {
    module: Module,
    extent: Use,
    products: Vec<ProductId>,
}

/// Why a setting names no modules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotModules {
    /// A part of it cannot be read.
    #[error("`{0}` is not <module>=on|soon|off or <module>=on:<product>+<product>")]
    Unreadable(String),
    /// A part of it turns on what has no pages.
    #[error("`{0}`: this version has no pages of that module, which can be soon or off")]
    NotBuilt(String),
}

impl std::str::FromStr for Modules {
    type Err = NotModules;

    /// Reads `cases=on:sip-edge+recorder,knowledge=soon,remote-access=off`: a module that names products is there for
    /// customers with a running contract for one of them. What is not named is as [`Module::usually`] says; what has no pages
    /// yet cannot be on.
    fn from_str(text: &str) -> Result<Self, NotModules> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts
            .map(|part| {
                let said = said(part).ok_or_else(|| NotModules::Unreadable(part.to_owned()))?;
                if said.extent == Use::On && !said.module.is_built() {
                    return Err(NotModules::NotBuilt(part.to_owned()));
                }
                Ok(said)
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

fn said(part: &str) -> Option<Said> {
    let (module, rest) = part.split_once('=')?;
    let (extent, products) =
        rest.split_once(':').map_or((rest, None), |(extent, products)| (extent, Some(products)));
    let extent = match extent {
        "on" => Use::On,
        "soon" => Use::Soon,
        "off" => Use::Off,
        _ => return None,
    };
    let products = products.into_iter().flat_map(|products| products.split('+'));
    let products = products.map(|id| id.parse().ok()).collect::<Option<Vec<ProductId>>>()?;
    Some(Said { module: Module::named(module)?, extent, products })
}

impl Modules {
    /// How far a module is in use.
    #[must_use]
    pub fn extent(&self, module: Module) -> Use {
        self.said(module).map_or(module.usually(), |said| said.extent)
    }

    /// How far a module is in use for a customer who has bought `licensed` of those modules that take a product.
    #[must_use]
    pub fn extent_for(&self, module: Module, licensed: &[Module]) -> Use {
        if self.takes_product(module) && !licensed.contains(&module) { Use::Off } else { self.extent(module) }
    }

    /// Of the modules that take a product, those whose product is among these: what an access token carries.
    #[must_use]
    pub fn licensed(&self, products: &[Product]) -> Vec<Module> {
        let bought = |id: &ProductId| products.iter().any(|product| product.id == *id);
        let there = self.0.iter().filter(|said| said.products.iter().any(bought));
        there.map(|said| said.module).collect()
    }

    /// Whether any module takes a product.
    #[must_use]
    pub fn any_takes_product(&self) -> bool {
        self.0.iter().any(|said| !said.products.is_empty())
    }

    fn takes_product(&self, module: Module) -> bool {
        self.said(module).is_some_and(|said| !said.products.is_empty())
    }

    fn said(&self, module: Module) -> Option<&Said> {
        self.0.iter().rfind(|said| said.module == module)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product(id: &str) -> Product {
        Product { id: id.parse().unwrap(), name: id.to_owned() }
    }

    /// E26: on, soon or off, as the deployment says.
    #[test]
    fn e26_a_module_is_used_as_far_as_the_setting_says() {
        let modules: Modules = "cases=off, outside-observers=on, knowledge=off".parse().unwrap();
        assert_eq!(modules.extent(Module::Cases), Use::Off);
        assert_eq!(modules.extent(Module::OutsideObservers), Use::On);
        assert_eq!(modules.extent(Module::Knowledge), Use::Off);
        assert_eq!(modules.extent(Module::RemoteAccess), Use::Off, "as usually");
        assert_eq!("".parse::<Modules>().unwrap().extent(Module::Knowledge), Use::Soon);
        for wrong in ["cases", "cases=maybe", "nothing=on", "cases=on:", "cases=on:a b"] {
            assert_eq!(wrong.parse::<Modules>(), Err(NotModules::Unreadable(wrong.to_owned())));
        }
    }

    /// E26: what has no pages cannot be on: its entry in the menu would lead nowhere.
    #[test]
    fn e26_what_has_no_pages_cannot_be_on() {
        for module in Module::ALL {
            assert!(module.is_built() || module.usually() != Use::On, "{}", module.code());
            for setting in ["on", "on:sip-edge"] {
                let part = format!("{}={setting}", module.code());
                let read = format!("cases=off, {part}").parse::<Modules>();
                if module.is_built() {
                    assert_eq!(read.map(|modules| modules.extent(module)), Ok(Use::On), "{part}");
                } else {
                    assert!(read.as_ref().is_err_and(|error| error.to_string().contains(&part)), "{read:?}");
                    assert_eq!(read, Err(NotModules::NotBuilt(part)));
                }
            }
            let soon: Modules = format!("{}=soon:sip-edge", module.code()).parse().unwrap();
            assert_eq!(soon.extent(module), Use::Soon);
        }
    }

    /// E24: a module that takes a product is there for who has it.
    #[test]
    fn e24_a_module_depends_on_what_is_licensed_now() {
        let modules: Modules = "outside-observers=on:sip-edge+recorder".parse().unwrap();
        let licensed = modules.licensed(&[product("dialer"), product("recorder")]);
        assert_eq!(licensed, [Module::OutsideObservers]);
        assert_eq!(modules.extent_for(Module::OutsideObservers, &licensed), Use::On);
        assert_eq!(modules.licensed(&[product("dialer")]), []);
        assert_eq!(modules.extent_for(Module::OutsideObservers, &[]), Use::Off);
        assert_eq!(modules.extent_for(Module::Cases, &[]), Use::On, "it takes no product");
    }

    #[test]
    fn an_address_belongs_to_one_module_or_none() {
        assert_eq!(Module::at("/cases/12/replies"), Some(Module::Cases));
        assert_eq!(Module::at("/desk"), Some(Module::Cases));
        for path in ["/forms/{form}", "/priorities", "/reasons", "/unsubscribe", "/profile/notifications"] {
            assert_eq!(Module::at(path), Some(Module::Cases), "{path}: it is about cases");
        }
        for path in ["/desk/callers", "/profile", "/profile/pin", "/casesque", "/forms-of-ours"] {
            assert_eq!(Module::at(path), None, "{path}");
        }
        assert_eq!(Module::at("/session"), None);
        assert_eq!(Module::at("/"), None);
    }
}
