//! Which company serves which, as a line of a sheet says it.

use super::Typed;
use crate::actor::Level;
use crate::id::CompanyId;
use crate::input::{Flaw, Flaws};
use crate::relation::Relation;

/// What a line wants of the relation of two companies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relating {
    /// Who serves.
    pub partner: CompanyId,
    /// Who is served.
    pub customer: CompanyId,
    /// What it is to be.
    pub wanted: Wanted,
}

/// What is to become of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// It is there at this level; without one, at the level it has, or read-only.
    At(Option<Level>),
    /// It is there no more.
    Removed,
}

impl Wanted {
    /// Whether it is so already, of a relation that is there at this level, or not at all.
    #[must_use]
    pub fn is_so(self, before: Option<Level>) -> bool {
        match (self, before) {
            (Self::Removed, before) => before.is_none(),
            (Self::At(_), None) => false,
            (Self::At(level), Some(has)) => level.is_none_or(|level| level == has),
        }
    }
}

impl Relating {
    /// What these fields say, or what is wrong with them.
    pub fn read(typed: &Typed, flaws: &mut Flaws) -> Option<Self> {
        let partner = typed.id::<CompanyId>("partner", flaws);
        let customer = typed.id::<CompanyId>("customer", flaws);
        if partner.is_some() && partner == customer {
            flaws.add("customer", Flaw::NoSuchRecord);
        }
        let level = match typed.get("level") {
            "" => Some(None),
            _ => typed.choice("level", &Level::ALL, Level::code, flaws).map(Some),
        };
        let wanted = match typed.get("remove") {
            "" | "no" => level.map(Wanted::At),
            "yes" => Some(Wanted::Removed),
            _ => flaws.take("remove", Err(Flaw::NoSuchChoice)),
        };
        Some(Self { partner: partner?, customer: customer?, wanted: wanted? })
    }
}

impl Relation {
    /// It as a line of a sheet.
    #[must_use]
    pub fn typed(&self) -> Typed {
        Typed::default()
            .with("partner", self.partner.as_str())
            .with("customer", self.customer.as_str())
            .with("level", self.level.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fields: &[(&str, &str)]) -> Result<Relating, Vec<String>> {
        let mut flaws = Flaws::default();
        let typed = fields.iter().fold(Typed::default(), |typed, (field, value)| typed.with(field, *value));
        let read = Relating::read(&typed, &mut flaws);
        let told = flaws.iter().map(|(field, flaw)| format!("{field} {}", flaw.code())).collect();
        read.filter(|_| flaws.is_empty()).ok_or(told)
    }

    /// G5: a line says who serves whom, at which level, or no more; each mistake is told beside its field.
    #[test]
    fn g5_a_line_says_who_serves_whom() {
        let pair = [("partner", "norhaven"), ("customer", "acme")];
        let with = |field, value| read(&[pair[0], pair[1], (field, value)]);
        let wanted = |read: Result<Relating, Vec<String>>| read.map(|relating| relating.wanted);
        assert_eq!(wanted(read(&pair)), Ok(Wanted::At(None)));
        assert_eq!(wanted(with("level", "read-write")), Ok(Wanted::At(Some(Level::ReadWrite))));
        assert_eq!(wanted(with("remove", "yes")), Ok(Wanted::Removed));
        assert_eq!(wanted(with("remove", "no")), Ok(Wanted::At(None)));
        let flaws = |read: Result<Relating, Vec<String>>| read.unwrap_err();
        assert_eq!(flaws(with("remove", "maybe")), ["remove no-such-choice"]);
        assert_eq!(flaws(with("level", "all")), ["level no-such-choice"]);
        assert_eq!(flaws(read(&[])), ["partner required", "customer required"]);
        let own = read(&[("partner", "acme"), ("customer", "acme")]);
        assert_eq!(flaws(own), ["customer no-such-record"]);
    }

    #[test]
    fn what_is_so_already_is_no_change() {
        let (read_only, read_write) = (Level::ReadOnly, Level::ReadWrite);
        assert!(Wanted::Removed.is_so(None) && !Wanted::Removed.is_so(Some(read_only)));
        assert!(Wanted::At(None).is_so(Some(read_write)) && !Wanted::At(None).is_so(None));
        assert!(Wanted::At(Some(read_only)).is_so(Some(read_only)));
        assert!(!Wanted::At(Some(read_only)).is_so(Some(read_write)));
    }
}
