//! How soon a case is dealt with among others: what its impact and its urgency come to.

use serde::{Deserialize, Serialize};

use crate::case::snapshot::{Impact, Urgency};
use crate::input::Flaws;
use crate::records::Typed;

/// How soon a case is dealt with, among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Priority {
    /// When there is time.
    Low,
    /// In its turn.
    Medium,
    /// Before others.
    High,
    /// Before all else.
    Critical,
}

impl Priority {
    /// All of them, the highest first, as a form offers them.
    pub const ALL: [Self; 4] = [Self::Critical, Self::High, Self::Medium, Self::Low];
}

/// The priority that a case was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Which.
    pub priority: Priority,
    /// Whether an engineer gave it, and not the matrix.
    pub by_hand: bool,
}

/// Which priority a case is given by its impact and its urgency. Administrators keep it; what was given by it before stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matrix {
    /// For what touches one person.
    pub person: Row,
    /// For what touches a department.
    pub department: Row,
    /// For what touches everybody.
    pub everybody: Row,
}

/// The priorities of one impact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// For what can wait.
    pub low: Priority,
    /// For what hinders work.
    pub medium: Priority,
    /// For what keeps work from going on.
    pub high: Priority,
}

impl Default for Matrix {
    /// What a deployment begins with.
    fn default() -> Self {
        use Priority::{Critical, High, Low, Medium};
        Self {
            person: Row { low: Low, medium: Low, high: Medium },
            department: Row { low: Low, medium: Medium, high: High },
            everybody: Row { low: Medium, medium: High, high: Critical },
        }
    }
}

impl Matrix {
    /// The priority of what touches so many and is so urgent.
    #[must_use]
    pub const fn of(self, impact: Impact, urgency: Urgency) -> Priority {
        let row = match impact {
            Impact::Person => self.person,
            Impact::Department => self.department,
            Impact::Everybody => self.everybody,
        };
        match urgency {
            Urgency::Low => row.low,
            Urgency::Medium => row.medium,
            Urgency::High => row.high,
        }
    }

    /// The name of the field with the priority of what touches so many and is so urgent: `person_low`.
    #[must_use]
    pub fn field(impact: Impact, urgency: Urgency) -> String {
        format!("{}_{}", impact.code(), urgency.code())
    }

    /// The names of all its fields.
    #[must_use]
    pub fn fields() -> Vec<String> {
        let row = |impact| Urgency::ALL.map(|urgency| Self::field(impact, urgency));
        Impact::ALL.into_iter().flat_map(row).collect()
    }

    /// The matrix as it is typed; nothing if a field has a flaw.
    pub fn read(typed: &Typed, flaws: &mut Flaws) -> Option<Self> {
        let mut cell = |impact, urgency| {
            let field = Self::field(impact, urgency);
            flaws.take(&field, typed.get(&field).parse::<Priority>())
        };
        let row = |impact| {
            let [low, medium, high] = Urgency::ALL.map(|urgency| cell(impact, urgency));
            Some(Row { low: low?, medium: medium?, high: high? })
        };
        let [person, department, everybody] = Impact::ALL.map(row);
        Some(Self { person: person?, department: department?, everybody: everybody? })
    }

    /// As it would be typed.
    #[must_use]
    pub fn typed(self) -> Typed {
        let mut typed = Typed::default();
        for impact in Impact::ALL {
            for urgency in Urgency::ALL {
                typed = typed.with(&Self::field(impact, urgency), self.of(impact, urgency).code());
            }
        }
        typed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Flaw;

    #[test]
    fn a_matrix_is_read_as_it_is_typed() {
        let (matrix, mut flaws) = (Matrix::default(), Flaws::default());
        assert_eq!(Matrix::read(&matrix.typed(), &mut flaws), Some(matrix));
        assert!(flaws.is_empty() && Matrix::fields().len() == 9);
        let wrong = matrix.typed().with("person_low", "urgent").without("everybody_high");
        assert_eq!(Matrix::read(&wrong, &mut flaws), None);
        assert_eq!(flaws.of("person_low"), Some(&Flaw::NoSuchChoice));
        assert_eq!(flaws.of("everybody_high"), Some(&Flaw::Required), "all is told at once");
    }

    #[test]
    fn what_is_worse_is_never_less_of_a_priority() {
        let matrix = Matrix::default();
        for impact in Impact::ALL {
            for urgency in Urgency::ALL {
                let worse = matrix.of(Impact::Everybody, urgency).min(matrix.of(impact, Urgency::High));
                assert!(matrix.of(impact, urgency) <= worse, "{impact:?} {urgency:?}");
            }
        }
    }
}
