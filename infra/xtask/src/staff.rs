//! `staff`: accounts of the vendor's own people, which no page gives out.

use anyhow::Result;
use caseport_domain::person::{self, Language};
use caseport_domain::staff::{Order, Recruit, StaffName};
use caseport_local::paths;
use clap::{Args, Subcommand};

use crate::functions;
use crate::run::{self, long_step};
use crate::target::Target;

/// What is to be done about somebody's account.
#[derive(Debug, Subcommand)]
pub enum Staff {
    /// Give somebody of the vendor an account; one that was disabled is brought back.
    Add(Add),
    /// Have somebody sign in no more, and sign them out everywhere.
    Disable(Who),
    /// Forget the second factor of somebody who lost it, sign them out everywhere and end their personal access tokens.
    ResetSecondFactor(Who),
}

/// Somebody who is to have an account.
#[derive(Args, Debug)]
pub struct Add {
    #[command(flatten)]
    who: Who,
    /// The name shown beside what they do.
    #[arg(long, value_parser = name)]
    name: StaffName,
    /// Has them keep the records and decide who gets which access, too.
    #[arg(long)]
    administrator: bool,
    /// The language of their pages and mails: en, nl or fr. They can choose another.
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
    /// Their time zone, such as Europe/Amsterdam. They can choose another.
    #[arg(long, default_value = "UTC", value_parser = zone)]
    zone: String,
}

/// Whose account, and in which portal.
#[derive(Args, Debug)]
pub struct Who {
    /// The e-mail address they sign in with.
    #[arg(value_parser = address)]
    email: String,
    #[command(flatten)]
    target: Target,
}

/// Has the program that knows the store do it, as whoever this shell is signed in to AWS as.
pub fn staff(staff: &Staff) -> Result<()> {
    let (order, target) = staff.order();
    let portal = target.deployed()?;
    long_step("Building what does it", functions::build_staff)?;
    let mut program = portal.program(&paths::target().join("debug").join("staff"))?;
    program.env("TABLE", portal.named("Table")?);
    program.env("CASEPORT_STAFF_ORDER", serde_json::to_string(&order)?);
    run::shown(&mut program)
}

impl Staff {
    fn order(&self) -> (Order, &Target) {
        match self {
            Self::Add(Add { who, name, administrator, language, zone }) => {
                let recruit = Recruit {
                    email: who.email.clone(),
                    name: name.clone(),
                    is_admin: *administrator,
                    language: *language,
                    zone: zone.clone(),
                };
                (Order::Add(recruit), &who.target)
            }
            Self::Disable(who) => (Order::Disable { email: who.email.clone() }, &who.target),
            Self::ResetSecondFactor(who) => {
                (Order::ResetSecondFactor { email: who.email.clone() }, &who.target)
            }
        }
    }
}

fn address(typed: &str) -> Result<String, &'static str> {
    person::address(typed).map_err(|_| "this is no e-mail address")
}

fn name(typed: &str) -> Result<StaffName, &'static str> {
    StaffName::try_from(typed.to_owned()).map_err(|_| "a name is one line of 1 to 120 characters")
}

fn language(typed: &str) -> Result<Language, &'static str> {
    Language::chosen(typed).map_err(|_| "the portal speaks en, nl and fr")
}

fn zone(typed: &str) -> Result<String, &'static str> {
    let zone = person::zone(typed).ok().flatten();
    zone.ok_or("this is no time zone: they are called such as Europe/Amsterdam")
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Typed {
        #[command(subcommand)]
        staff: Staff,
    }

    fn order(words: &str) -> Option<Order> {
        let typed = Typed::try_parse_from(std::iter::once("staff").chain(words.split(' '))).ok()?;
        Some(typed.staff.order().0)
    }

    #[test]
    fn what_is_typed_is_ordered() {
        let recruit = |is_admin, language, zone: &str| {
            let name = StaffName::try_from("Ines".to_owned()).unwrap();
            let (email, zone) = ("ines@vendor.example".to_owned(), zone.to_owned());
            Some(Order::Add(Recruit { email, name, is_admin, language, zone }))
        };
        let added = order("add ines@vendor.example --name Ines --administrator --stack caseport");
        assert_eq!(added, recruit(true, Language::En, "UTC"));
        let added = order("add ines@vendor.example --name Ines --language fr --zone Europe/Paris");
        assert_eq!(added, recruit(false, Language::Fr, "Europe/Paris"));
        let email = "ines@vendor.example".to_owned();
        assert_eq!(order("disable ines@vendor.example"), Some(Order::Disable { email: email.clone() }));
        let reset = order("reset-second-factor ines@vendor.example");
        assert_eq!(reset, Some(Order::ResetSecondFactor { email }));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for words in [
            "add ines@vendor.example",
            "add ines --name Ines",
            "add ines@vendor.example --name Ines --language de",
            "add ines@vendor.example --name Ines --zone Nowhere",
            "disable ines",
            "disable",
        ] {
            assert_eq!(order(words), None, "{words}");
        }
    }
}
