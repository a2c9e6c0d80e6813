//! The addresses that are, or were, somebody's, and when: one that they gave up may be somebody else's since.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::audit::Entry;
use crate::person::User;

/// The addresses that are, or were, somebody's, each with the times in which it was, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses(BTreeMap<String, Vec<Time>>);

/// A time in which an address was theirs, without the instant at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Time {
    /// When it began; nothing if nobody noted it.
    since: Option<Timestamp>,
    /// When they gave it up; nothing while it is theirs.
    until: Option<Timestamp>,
}

impl Time {
    fn has_begun(self, at: Timestamp) -> bool {
        self.since.is_none_or(|since| since <= at)
    }

    fn has_ended(self, at: Timestamp) -> bool {
        self.until.is_some_and(|until| until <= at)
    }
}

impl Addresses {
    /// Those of somebody, by their record and its trail, the oldest entry first.
    #[must_use]
    pub fn of(user: &User, trail: &[Entry]) -> Self {
        let mut addresses = Self::default();
        for entry in trail {
            for change in entry.changes.iter().filter(|change| change.field == "email") {
                let [from, to] = [&change.from, &change.to].map(|address| address.to_lowercase());
                if from != to {
                    addresses.end(&from, entry.at);
                    addresses.begin(&to, Some(entry.at));
                }
            }
        }
        addresses.begin(&user.email.to_lowercase(), None);
        addresses
    }

    /// An address becomes theirs, unless it is.
    fn begin(&mut self, address: &str, at: Option<Timestamp>) {
        if address.is_empty() {
            return;
        }
        let times = self.0.entry(address.to_owned()).or_default();
        let last = times.last().copied();
        if last.is_none_or(|last| last.until.is_some()) {
            let since = at.or_else(|| last?.until);
            times.push(Time { since, until: None });
        }
    }

    /// An address is theirs no more.
    fn end(&mut self, address: &str, at: Timestamp) {
        self.begin(address, None);
        if let Some(last) = self.0.get_mut(address).and_then(|times| times.last_mut()) {
            last.until = Some(at);
        }
    }

    /// All of them, in lower case.
    pub fn each(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Whether this address, however it is written, was theirs at this instant.
    #[must_use]
    pub fn had(&self, address: &str, at: Timestamp) -> bool {
        self.times(address).iter().any(|time| time.has_begun(at) && !time.has_ended(at))
    }

    /// The same, or whether it was yet to become theirs for the first time.
    #[must_use]
    pub fn had_or_came_to_have(&self, address: &str, at: Timestamp) -> bool {
        self.had(address, at) || self.times(address).first().is_some_and(|first| !first.has_ended(at))
    }

    fn times(&self, address: &str) -> &[Time] {
        self.0.get(&address.to_lowercase()).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::{Actor, Author, Engineer, Person};
    use crate::person::Language;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    /// Somebody with this address today, after these changes of it.
    fn addresses(today: &str, changes: &[(i64, &str, &str)]) -> Addresses {
        let person = Person { id: "anna".parse().unwrap(), name: "Anna".into() };
        let actor = Actor::Engineer(Engineer { person, is_admin: false });
        let user = User { actor, email: today.to_owned(), language: Language::En, zone: "UTC".into() };
        let entry = |(second, from, to): &(i64, &str, &str)| {
            Entry::new(at(*second), Author::System, "contact-changed").with("email", *from, *to)
        };
        Addresses::of(&user, &changes.iter().map(entry).collect::<Vec<_>>())
    }

    /// At which of the seconds from 0 to 9 this holds.
    fn when(holds: impl Fn(Timestamp) -> bool) -> Vec<i64> {
        (0..10).filter(|second| holds(at(*second))).collect()
    }

    #[test]
    fn an_address_is_somebodys_from_when_they_have_it_until_they_give_it_up() {
        let changes = [(2, "", "A@old.example"), (4, "a@old.example", "b@new.example")];
        let theirs = addresses("B@new.example", &changes);
        assert_eq!(theirs.each().collect::<Vec<_>>(), ["a@old.example", "b@new.example"]);
        assert_eq!(when(|at| theirs.had("a@OLD.example", at)), [2, 3]);
        assert_eq!(when(|at| theirs.had("b@new.example", at)), [4, 5, 6, 7, 8, 9]);
        assert_eq!(when(|at| theirs.had_or_came_to_have("a@old.example", at)), [0, 1, 2, 3]);
        assert!(when(|at| theirs.had_or_came_to_have("c@new.example", at)).is_empty());
    }

    /// What another had in between is theirs only where it was.
    #[test]
    fn an_address_can_be_given_up_and_come_back() {
        let changes = [(2, "a@x.example", "b@x.example"), (6, "b@x.example", "a@x.example")];
        let theirs = addresses("a@x.example", &changes);
        assert_eq!(when(|at| theirs.had("a@x.example", at)), [0, 1, 6, 7, 8, 9]);
        assert_eq!(when(|at| theirs.had_or_came_to_have("a@x.example", at)), [0, 1, 6, 7, 8, 9]);
    }

    #[test]
    fn an_address_of_which_nothing_is_noted_was_always_theirs() {
        let all: Vec<i64> = (0..10).collect();
        let theirs = addresses("a@x.example", &[]);
        assert_eq!(when(|at| theirs.had("a@x.example", at)), all);
        let spelled = addresses("a@x.example", &[(5, "A@x.example", "a@x.example")]);
        assert_eq!(when(|at| spelled.had("a@x.example", at)), all, "it is the same, written otherwise");
    }
}
