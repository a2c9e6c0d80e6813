//! What the vendor keeps of its customers: companies, their contacts, contracts, hardware and licences, and which of them
//! serves which.
//!
//! Each kind of record is read from [`Typed`] and written to it, whether it comes from a form, as JSON or from a
//! [`sheet`]; the audit trail says what changed in the same terms.

mod asset;
mod company;
mod contact;
mod held;
mod relation;
pub mod sheet;
mod typed;

use serde::Serialize;

pub use asset::{Assets, Hardware, Licence};
pub use company::{CompanyKind, CompanyRecord, Details};
pub use contact::ContactRecord;
pub use held::{Held, read_product};
pub use relation::{Relating, Wanted};
pub use typed::Typed;

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A company.
    Company,
    /// A contact of a company.
    Contact,
    /// A support contract.
    Contract,
    /// A piece of hardware.
    Hardware,
    /// A licence.
    Licence,
    /// A product the vendor supports.
    Product,
    /// That a company (Sold-To) serves another (End-User).
    Relation,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Company,
        Self::Contact,
        Self::Contract,
        Self::Hardware,
        Self::Licence,
        Self::Product,
        Self::Relation,
    ];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Contact => "contact",
            Self::Contract => "contract",
            Self::Hardware => "hardware",
            Self::Licence => "licence",
            Self::Product => "product",
            Self::Relation => "relation",
        }
    }

    /// What many of them are called in addresses.
    #[must_use]
    pub const fn section(self) -> &'static str {
        match self {
            Self::Company => "companies",
            Self::Contact => "contacts",
            Self::Contract => "contracts",
            Self::Hardware => "hardware",
            Self::Licence => "licences",
            Self::Product => "products",
            Self::Relation => "relations",
        }
    }

    /// The kind of this section.
    #[must_use]
    pub fn of_section(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.section() == name)
    }

    /// Whether one that is no longer wanted can be taken away: companies and contacts are ended.
    #[must_use]
    pub const fn is_removable(self) -> bool {
        !matches!(self, Self::Company | Self::Contact)
    }

    /// The columns of its sheets, in their order.
    #[must_use]
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Company => &["id", "name", "city", "country", "zone", "company_kind", "prime_contact"],
            Self::Contact => &[
                "company",
                "id",
                "name",
                "email",
                "language",
                "zone",
                "level",
                "case_scope",
                "active",
                "country",
                "job_title",
                "phone",
                "address",
                "postcode",
                "city",
            ],
            Self::Contract => &["company", "id", "coverage", "products", "starts", "ends", "zone"],
            Self::Hardware => &["company", "id", "serial", "model", "product", "site"],
            Self::Licence => &["company", "id", "product", "quantity", "key_ending", "ends"],
            Self::Product => &["id", "name"],
            Self::Relation => &["partner", "customer", "level", "remove"],
        }
    }

    /// The fields of its form: the columns, but for the company, which the form's address names.
    #[must_use]
    pub fn fields(self) -> &'static [&'static str] {
        let columns = self.columns();
        if columns[0] == "company" { &columns[1..] } else { columns }
    }
}

/// A name as lists are ordered and searched by it: in lower case, without accents, spaces made one.
#[must_use]
pub fn folded(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    let plain: String = name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_however_they_are_written() {
        assert_eq!(folded("  Chantiers  KÉROMAN-Sud "), "chantiers keroman-sud");
        assert_eq!(folded("Ünïcode Gmbh"), folded("unicode GMBH"));
    }
}
