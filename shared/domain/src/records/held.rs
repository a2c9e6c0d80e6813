//! What a company holds: contracts, hardware, licences.

use std::str::FromStr;

use serde::Serialize;

use super::{Hardware, Kind, Licence, Typed};
use crate::contract::{Contract, Product};
use crate::id::ProductId;
use crate::input::{Flaw, Flaws};

/// Something that a company holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Held {
    /// A support contract.
    Contract(Contract),
    /// A piece of hardware.
    Hardware(Hardware),
    /// A licence.
    Licence(Licence),
}

/// The most of anything that one licence is for.
const MOST: u32 = 10_000_000;

impl Held {
    /// What these fields say, with everything that is wrong with them. Products are among those that there are; a contract
    /// without zone has its company's. Nothing for a kind that is not held.
    pub fn read(
        kind: Kind,
        typed: &Typed,
        products: &[Product],
        zone: &str,
        flaws: &mut Flaws,
    ) -> Option<Self> {
        match kind {
            Kind::Contract => contract(typed, products, zone, flaws).map(Self::Contract),
            Kind::Hardware => hardware(typed, products, flaws).map(Self::Hardware),
            Kind::Licence => licence(typed, products, flaws).map(Self::Licence),
            Kind::Company | Kind::Contact | Kind::Product | Kind::Relation => None,
        }
    }

    /// Its fields, beside that of the company that holds it.
    #[must_use]
    pub fn typed(&self) -> Typed {
        match self {
            Self::Contract(contract) => Typed::default()
                .with("id", contract.id.as_str())
                .with("coverage", &contract.coverage)
                .with_list("products", contract.products.iter().map(|product| product.id.to_string()))
                .with("starts", contract.starts.to_string())
                .with("ends", contract.ends.to_string())
                .with("zone", &contract.zone),
            Self::Hardware(hardware) => Typed::default()
                .with("id", hardware.id.as_str())
                .with("serial", &hardware.serial)
                .with("model", &hardware.model)
                .with("product", hardware.product.id.as_str())
                .with("site", &hardware.site),
            Self::Licence(licence) => Typed::default()
                .with("id", licence.id.as_str())
                .with("product", licence.product.id.as_str())
                .with("quantity", licence.quantity.to_string())
                .with("key_ending", &licence.reference)
                .with("ends", licence.ends.map(|day| day.to_string()).unwrap_or_default()),
        }
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Contract(_) => Kind::Contract,
            Self::Hardware(_) => Kind::Hardware,
            Self::Licence(_) => Kind::Licence,
        }
    }

    /// Its identifier.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Contract(contract) => contract.id.as_str(),
            Self::Hardware(hardware) => hardware.id.as_str(),
            Self::Licence(licence) => licence.id.as_str(),
        }
    }
}

fn contract(typed: &Typed, products: &[Product], zone: &str, flaws: &mut Flaws) -> Option<Contract> {
    let id = typed.id("id", flaws);
    let coverage = typed.line::<60>("coverage", flaws);
    let mut covered = Vec::new();
    for (place, code) in typed.all("products").into_iter().enumerate() {
        let found = products.iter().find(|product| product.id.as_str() == code);
        match flaws.take(&format!("products/{place}"), found.ok_or(Flaw::NoSuchRecord)) {
            Some(product) if !covered.contains(product) => covered.push(product.clone()),
            _ => {}
        }
    }
    if typed.all("products").is_empty() {
        flaws.add("products", Flaw::Required);
    }
    let starts = typed.date("starts", flaws);
    let ends = typed.date("ends", flaws);
    if starts.zip(ends).is_some_and(|(starts, ends)| ends < starts) {
        flaws.add("ends", Flaw::EndsBeforeStart);
    }
    let zone = if typed.get("zone").is_empty() { Some(zone.to_owned()) } else { typed.zone("zone", flaws) };
    let contract = Contract {
        id: id?,
        coverage: coverage?,
        products: covered,
        starts: starts?,
        ends: ends?,
        zone: zone?,
    };
    flaws.is_empty().then_some(contract)
}

fn hardware(typed: &Typed, products: &[Product], flaws: &mut Flaws) -> Option<Hardware> {
    let id = typed.id("id", flaws);
    let serial = typed.line::<80>("serial", flaws);
    let model = typed.line::<120>("model", flaws);
    let product = product(typed, products, flaws);
    let site = typed.optional_line::<120>("site", flaws);
    let hardware = Hardware { id: id?, serial: serial?, model: model?, product: product?, site };
    flaws.is_empty().then_some(hardware)
}

fn licence(typed: &Typed, products: &[Product], flaws: &mut Flaws) -> Option<Licence> {
    let id = typed.id("id", flaws);
    let product = product(typed, products, flaws);
    let quantity = typed.number("quantity", MOST, flaws);
    let reference = typed.optional_line::<80>("key_ending", flaws);
    let ends = typed.optional_date("ends", flaws);
    let licence = Licence { id: id?, product: product?, quantity: quantity?, reference, ends: ends? };
    flaws.is_empty().then_some(licence)
}

fn product(typed: &Typed, products: &[Product], flaws: &mut Flaws) -> Option<Product> {
    let id: Option<ProductId> = ProductId::from_str(typed.get("product")).ok();
    let found = products.iter().find(|product| Some(&product.id) == id.as_ref());
    let missing = if typed.get("product").is_empty() { Flaw::Required } else { Flaw::NoSuchRecord };
    flaws.take("product", found.cloned().ok_or(missing))
}

/// The product that these fields say, with everything that is wrong with them.
pub fn read_product(typed: &Typed, flaws: &mut Flaws) -> Option<Product> {
    let id = typed.id("id", flaws);
    let name = typed.line::<120>("name", flaws);
    Some(Product { id: id?, name: name? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn products() -> Vec<Product> {
        vec![Product { id: "voice".parse().unwrap(), name: "Voice".into() }]
    }

    fn read(kind: Kind, typed: &Typed) -> Result<Held, Vec<String>> {
        let mut flaws = Flaws::default();
        let held = Held::read(kind, typed, &products(), "Europe/Brussels", &mut flaws);
        let told = flaws.iter().map(|(field, flaw)| format!("{field} {}", flaw.code())).collect();
        held.ok_or(told)
    }

    fn contract() -> Typed {
        let typed = Typed::default().with("id", "k-1").with("coverage", "Premium").with("products", "voice");
        typed.with("starts", "2026-01-01").with("ends", "2026-12-31")
    }

    /// A10: what was written is read back as it was.
    #[test]
    fn a10_a_record_survives_its_own_fields() {
        let hardware = Typed::default().with("id", "h-1").with("serial", "SN 77").with("model", "P600");
        let licence = Typed::default().with("id", "l-1").with("quantity", "25").with("key_ending", "…7QX2");
        for (kind, typed) in [
            (Kind::Contract, contract()),
            (Kind::Hardware, hardware.with("product", "voice").with("site", "Ghent")),
            (Kind::Licence, licence.with("product", "voice").with("ends", "2027-01-31")),
        ] {
            let held = read(kind, &typed).unwrap();
            assert_eq!(read(kind, &held.typed()).as_ref(), Ok(&held));
            assert_eq!(held.kind(), kind);
        }
    }

    /// E4: a contract covers products and has days; it ends in its company's zone, unless it says another.
    #[test]
    fn e4_what_is_wrong_with_a_contract_is_told_at_once() {
        let Ok(Held::Contract(read_back)) = read(Kind::Contract, &contract()) else { panic!("it is good") };
        assert_eq!(read_back.zone, "Europe/Brussels");
        let bad = contract().with("id", "k 1").with("products", "voice fax").with("ends", "2025-12-31");
        assert_eq!(
            read(Kind::Contract, &bad.with("zone", "Europe/Atlantis")).unwrap_err(),
            ["id not-an-id", "products/1 no-such-record", "ends ends-before-start", "zone not-a-zone"]
        );
        let empty = read(Kind::Contract, &Typed::default()).unwrap_err();
        assert_eq!(empty.len(), 5, "{empty:?}");
        let licence = Typed::default().with("id", "l").with("product", "voice").with("quantity", "0");
        assert_eq!(read(Kind::Licence, &licence).unwrap_err(), ["quantity not-a-number"]);
    }
}
