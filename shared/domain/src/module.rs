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
    /// Access of the vendor to the customer's systems.
    RemoteAccess,
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
    pub const ALL: [Self; 3] = [Self::Cases, Self::Knowledge, Self::RemoteAccess];

    /// Its name in settings and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Knowledge => "knowledge",
            Self::RemoteAccess => "remote-access",
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
            Self::Cases => Use::On,
            Self::Knowledge => Use::Soon,
            Self::RemoteAccess => Use::Off,
        }
    }

    /// What its addresses begin with.
    #[must_use]
    pub const fn roots(self) -> &'static [&'static str] {
        match self {
            Self::Cases => &["cases", "uploads", "drafts", "desk"],
            Self::Knowledge => &["knowledge"],
            Self::RemoteAccess => &["remote-access"],
        }
    }

    /// The module that an address belongs to, if it is one that can be left out.
    #[must_use]
    pub fn at(path: &str) -> Option<Self> {
        let root = path.split('/').nth(1)?;
        Self::ALL.into_iter().find(|module| module.roots().contains(&root))
    }
}

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
#[error("`{0}` is not <module>=on|soon|off or <module>=on:<product>+<product>")]
pub struct NotModules(String);

impl std::str::FromStr for Modules {
    type Err = NotModules;

    /// Reads `cases=on,knowledge=soon,remote-access=on:sip-edge+recorder`: a module that names products is there for
    /// customers with a running contract for one of them. What is not named is as [`Module::usually`] says.
    fn from_str(text: &str) -> Result<Self, NotModules> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts
            .map(|part| said(part).ok_or_else(|| NotModules(part.to_owned())))
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
        let modules: Modules = "cases=off, knowledge=on".parse().unwrap();
        assert_eq!(modules.extent(Module::Cases), Use::Off);
        assert_eq!(modules.extent(Module::Knowledge), Use::On);
        assert_eq!(modules.extent(Module::RemoteAccess), Use::Off, "as usually");
        assert_eq!("".parse::<Modules>().unwrap().extent(Module::Knowledge), Use::Soon);
        for wrong in ["cases", "cases=maybe", "nothing=on", "cases=on:", "cases=on:a b"] {
            assert_eq!(wrong.parse::<Modules>(), Err(NotModules(wrong.to_owned())));
        }
    }

    /// E24: a module that takes a product is there for who has it.
    #[test]
    fn e24_a_module_depends_on_what_is_licensed_now() {
        let modules: Modules = "remote-access=on:sip-edge+recorder".parse().unwrap();
        let licensed = modules.licensed(&[product("dialer"), product("recorder")]);
        assert_eq!(licensed, [Module::RemoteAccess]);
        assert_eq!(modules.extent_for(Module::RemoteAccess, &licensed), Use::On);
        assert_eq!(modules.licensed(&[product("dialer")]), []);
        assert_eq!(modules.extent_for(Module::RemoteAccess, &[]), Use::Off);
        assert_eq!(modules.extent_for(Module::Cases, &[]), Use::On, "it takes no product");
    }

    #[test]
    fn an_address_belongs_to_one_module_or_none() {
        assert_eq!(Module::at("/cases/12/replies"), Some(Module::Cases));
        assert_eq!(Module::at("/desk"), Some(Module::Cases));
        assert_eq!(Module::at("/session"), None);
        assert_eq!(Module::at("/"), None);
    }
}
