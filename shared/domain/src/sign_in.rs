//! What signing in leads to: at once where one was going, or first to something that cannot wait.

use serde::{Deserialize, Serialize};

use crate::actor::Actor;

/// Whether a deployment's engineers need a second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffSecondFactor {
    /// They set one up before anything else.
    Required,
    /// They may.
    Optional,
}

impl StaffSecondFactor {
    /// The setting as the deployment's parameter has it. What is neither is read as the safer.
    #[must_use]
    pub fn of(setting: &str) -> Self {
        if setting == "optional" { Self::Optional } else { Self::Required }
    }
}

/// What somebody signed in must do before anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Must {
    /// Choose another password.
    ChangePassword,
    /// Accept the rules that are in force.
    AcceptRules,
    /// Set up a second factor.
    SetUpSecondFactor,
}

impl Must {
    /// What these circumstances call for first. Engineers reach every customer's cases: a password alone is not enough
    /// for that.
    #[must_use]
    pub fn first(
        actor: &Actor,
        must_change_password: bool,
        owes_rules: bool,
        has_second_factor: bool,
        staff: StaffSecondFactor,
    ) -> Option<Self> {
        let is_staff = matches!(actor, Actor::Engineer(_));
        if must_change_password {
            Some(Self::ChangePassword)
        } else if owes_rules {
            Some(Self::AcceptRules)
        } else if is_staff && !has_second_factor && staff == StaffSecondFactor::Required {
            Some(Self::SetUpSecondFactor)
        } else {
            None
        }
    }

    /// A stable code for API clients and language files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ChangePassword => "change-password",
            Self::AcceptRules => "accept-rules",
            Self::SetUpSecondFactor => "set-up-second-factor",
        }
    }

    /// The page where it is done.
    #[must_use]
    pub const fn page(self) -> &'static str {
        match self {
            Self::ChangePassword => "/profile/password",
            Self::AcceptRules => "/profile/rules",
            Self::SetUpSecondFactor => "/profile/two-factor",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::{Contact, Level, Person, Scope};

    fn person() -> Person {
        Person { id: "eva".parse().unwrap(), name: "Eva".into() }
    }

    /// C6, E14: engineers need a second factor where the deployment says so, and whoever has a password that is not
    /// theirs changes it first, before they accept rules.
    #[test]
    fn what_cannot_wait_comes_first() {
        use StaffSecondFactor::{Optional, Required};
        let company = "acme".parse().unwrap();
        let contact =
            Actor::Contact(Contact { person: person(), company, level: Level::ReadWrite, scope: Scope::Own });
        let engineer = Actor::engineer(person());
        let must = Must::first;
        assert_eq!(must(&engineer, false, false, false, Required), Some(Must::SetUpSecondFactor));
        assert_eq!(must(&engineer, false, false, false, Optional), None);
        assert_eq!(must(&engineer, false, false, true, Required), None);
        assert_eq!(must(&contact, false, false, false, Required), None);
        assert_eq!(must(&contact, true, true, false, Optional), Some(Must::ChangePassword));
        assert_eq!(must(&contact, false, true, true, Optional), Some(Must::AcceptRules));
        assert_eq!(must(&engineer, true, false, false, Required), Some(Must::ChangePassword));
    }

    #[test]
    fn a_setting_that_is_none_is_the_safer_one() {
        assert_eq!(StaffSecondFactor::of("optional"), StaffSecondFactor::Optional);
        for setting in ["required", "", "Optional ", "no"] {
            assert_eq!(StaffSecondFactor::of(setting), StaffSecondFactor::Required);
        }
    }
}
