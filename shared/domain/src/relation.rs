//! Who serves whom: a company that was sold to, and the end-user companies it looks after.

use serde::{Deserialize, Serialize};

use crate::actor::{Contact, Level, Scope};
use crate::id::CompanyId;
use crate::policy;

/// That a partner (the Sold-To company) serves a customer (the End-User company).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// Who serves.
    pub partner: CompanyId,
    /// Who is served.
    pub customer: CompanyId,
    /// The customer's name, as the partner's people choose it by.
    pub name: String,
    /// The highest level the partner's people have there.
    #[serde(default = "read_only")]
    pub level: Level,
}

const fn read_only() -> Level {
    Level::ReadOnly
}

impl Relation {
    /// A partner's contact as they act for the customer: none if the relation is another's, or they speak for their own
    /// company only.
    ///
    /// Nobody has more there than at home, nor more than the relation gives: read-only, unless it says otherwise (G5).
    #[must_use]
    pub fn acting(&self, contact: &Contact) -> Option<Contact> {
        let theirs = contact.company == self.partner && policy::acts_for_others(contact);
        theirs.then(|| Contact {
            company: self.customer.clone(),
            level: contact.level.min(self.level),
            scope: Scope::Company,
            ..contact.clone()
        })
    }
}

/// A contact as they may act for this company: their own, or one of these that theirs serves.
#[must_use]
pub fn acting_for(home: &Contact, serves: &[Relation], company: &CompanyId) -> Option<Contact> {
    if home.company == *company {
        return Some(home.clone());
    }
    serves.iter().find(|relation| relation.customer == *company)?.acting(home)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Person;

    fn contact(company: &str, level: Level, scope: Scope) -> Contact {
        let person = Person { id: "paula".parse().unwrap(), name: "Paula".into() };
        Contact { person, company: company.parse().unwrap(), level, scope }
    }

    /// G5: colleagues of a Sold-To company have no more with the End-User than the relation gives, nor than at home.
    #[test]
    fn g5_a_partner_acts_for_those_it_serves_and_reads_there() {
        use Level::{Basic, ReadOnly, ReadWrite};
        for (home, given, there) in [
            (ReadWrite, ReadOnly, ReadOnly),
            (ReadWrite, ReadWrite, ReadWrite),
            (ReadOnly, ReadWrite, ReadOnly),
            (Basic, ReadWrite, Basic),
        ] {
            let relation = Relation {
                partner: "partner".parse().unwrap(),
                customer: "acme".parse().unwrap(),
                name: "Acme".into(),
                level: given,
            };
            let acting = relation.acting(&contact("partner", home, Scope::Partner)).unwrap();
            assert_eq!((acting.level, acting.scope), (there, Scope::Company));
            assert_eq!(acting.company, relation.customer);
            for scope in [Scope::Own, Scope::Company] {
                assert_eq!(relation.acting(&contact("partner", home, scope)), None);
            }
            assert_eq!(relation.acting(&contact("globex", home, Scope::Partner)), None);
        }
    }

    /// G5: one's own company needs no relation, any other does.
    #[test]
    fn g5_one_acts_for_ones_own_company_and_those_it_serves() {
        let home = contact("partner", Level::ReadWrite, Scope::Partner);
        let serves = [Relation {
            partner: "partner".parse().unwrap(),
            customer: "acme".parse().unwrap(),
            name: "Acme".into(),
            level: Level::ReadOnly,
        }];
        let as_whom = |company: &str| acting_for(&home, &serves, &company.parse().unwrap());
        assert_eq!(as_whom("partner"), Some(home.clone()));
        assert_eq!(as_whom("acme").map(|acting| acting.level), Some(Level::ReadOnly));
        assert_eq!(as_whom("globex"), None);
    }
}
