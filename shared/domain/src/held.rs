//! When mails about cases are sent: at once, together with others once a day, or after somebody's quiet hours.
//!
//! What somebody waits for is sent at once, whatever they chose: that their case was opened, a question to them, a proposed
//! solution and the reminder of it, since the case closes without their answer; and that a question or a solution is taken
//! back, so that nobody goes on with it. All else is held for the hour of their digest, if they have one, or else until their
//! quiet hours end. Both are hours of the zone they chose.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::case::{Happened, TakenBack};
use crate::delivery::DeliveryState;
use crate::id::{CaseNumber, UserId};
use crate::input::{Flaw, Flaws};
use crate::wishes::Preferences;

/// The hours in which somebody is mailed nothing that can wait: from the first to the second, which may be on the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// The hour they begin at, 0 to 23.
    pub from: i8,
    /// The hour they end at, 0 to 23.
    pub until: i8,
}

/// Until when a mail is held, and for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The instant it is to be sent.
    pub until: Timestamp,
    /// What its record says meanwhile.
    pub state: DeliveryState,
}

/// A mail that is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// To whom.
    pub user: UserId,
    /// About which case.
    pub number: CaseNumber,
    /// The event it tells of.
    pub seq: u32,
    /// When it is to be sent.
    pub until: Timestamp,
}

impl Held {
    /// Whether one mail brings both.
    #[must_use]
    pub fn goes_with(&self, other: &Self) -> bool {
        (&self.user, self.until) == (&other.user, other.until)
    }
}

/// An hour as typed; nothing for none.
fn hour(field: &str, typed: &str, flaws: &mut Flaws) -> Option<i8> {
    let text = typed.trim();
    if text.is_empty() {
        return None;
    }
    let known = text.parse::<i8>().ok().filter(|hour| (0..24).contains(hour));
    flaws.take(field, known.ok_or(Flaw::NotWithin { min: 0, max: 23 }))
}

/// The hour of a digest as typed in `digest`; nothing for none.
pub fn digest(typed: &str, flaws: &mut Flaws) -> Option<i8> {
    hour("digest", typed, flaws)
}

/// Quiet hours as typed in `quiet_from` and `quiet_until`; nothing for none. Both are needed, and differ.
pub fn quiet(from: &str, until: &str, flaws: &mut Flaws) -> Option<Quiet> {
    for (field, typed, other) in [("quiet_from", from, until), ("quiet_until", until, from)] {
        if typed.trim().is_empty() && !other.trim().is_empty() {
            flaws.add(field, Flaw::Required);
        }
    }
    let from = hour("quiet_from", from, flaws)?;
    let until = hour("quiet_until", until, flaws)?;
    if from == until {
        flaws.add("quiet_until", Flaw::Unchanged);
        return None;
    }
    Some(Quiet { from, until })
}

impl Quiet {
    fn has(self, hour: i8) -> bool {
        if self.from < self.until {
            (self.from..self.until).contains(&hour)
        } else {
            !(self.until..self.from).contains(&hour)
        }
    }
}

/// Whether who is mailed this waits for it, or is waited for.
const fn is_urgent(what: &Happened) -> bool {
    matches!(
        what,
        Happened::Opened(_)
            | Happened::Asked { .. }
            | Happened::SolutionProposed { .. }
            | Happened::Reminded
            | Happened::Resumed { taken_back: TakenBack::Question | TakenBack::Solution, .. }
    )
}

/// Until when a mail of this event to somebody with these preferences is held; nothing if it is sent at once.
#[must_use]
pub fn hold(preferences: &Preferences, zone: &TimeZone, what: &Happened, now: Timestamp) -> Option<Hold> {
    if is_urgent(what) {
        return None;
    }
    if let Some(hour) = preferences.digest {
        return Some(Hold { until: next(hour, zone, now)?, state: DeliveryState::HeldForDigest });
    }
    let quiet = preferences.quiet.filter(|quiet| quiet.has(now.to_zoned(zone.clone()).hour()))?;
    Some(Hold { until: next(quiet.until, zone, now)?, state: DeliveryState::HeldForQuietHours })
}

/// When it is this hour next in that zone. Where clocks skip it, it is the instant they skip it at.
fn next(hour: i8, zone: &TimeZone, now: Timestamp) -> Option<Timestamp> {
    let today = now.to_zoned(zone.clone()).date();
    let days = [Some(today), today.tomorrow().ok()].into_iter().flatten();
    let instants = days.filter_map(|day| day.at(hour, 0, 0, 0).to_zoned(zone.clone()).ok());
    instants.map(|at| at.timestamp()).find(|at| *at > now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn taken() -> Happened {
        Happened::Taken { from: None }
    }

    fn asked() -> Happened {
        Happened::Asked { text: "Since when?".to_owned().try_into().unwrap(), attachments: Vec::new() }
    }

    fn flaws(flaws: &Flaws) -> Vec<(String, Flaw)> {
        flaws.iter().map(|(field, flaw)| (field.to_owned(), flaw.clone())).collect()
    }

    #[test]
    fn a_digest_is_sent_at_its_hour_of_the_readers_zone() {
        let zone = TimeZone::get("Europe/Brussels").unwrap();
        let own = Preferences { digest: Some(8), ..Preferences::new("anna".parse().unwrap()) };
        let until = |now: &str| hold(&own, &zone, &taken(), at(now)).unwrap().until;
        assert_eq!(until("2026-11-22T06:59:00Z"), at("2026-11-22T07:00:00Z"));
        assert_eq!(
            until("2026-11-22T07:00:00Z"),
            at("2026-11-23T07:00:00Z"),
            "what comes then is the next one's"
        );
        assert_eq!(until("2026-10-24T12:00:00Z"), at("2026-10-25T07:00:00Z"), "clocks go back between");
        let now = at("2026-11-22T06:59:00Z");
        let resumed = |taken_back| Happened::Resumed { taken_back, text: None };
        assert_eq!(hold(&own, &zone, &resumed(TakenBack::Solution), now), None, "somebody may try it");
        let plan = TakenBack::Plan("2031-02-03".parse().unwrap());
        assert!(hold(&own, &zone, &resumed(plan), now).is_some(), "as the day was");
        assert_eq!(hold(&own, &zone, &asked(), at("2026-11-22T06:59:00Z")), None, "somebody waits");
    }

    #[test]
    fn quiet_hours_go_over_midnight_and_end() {
        let zone = TimeZone::get("America/New_York").unwrap();
        let quiet = Some(Quiet { from: 22, until: 7 });
        let own = Preferences { quiet, ..Preferences::new("anna".parse().unwrap()) };
        let until = |now: &str| hold(&own, &zone, &taken(), at(now)).map(|hold| hold.until);
        assert_eq!(until("2026-11-23T02:59:00Z"), None, "it is one minute to ten there");
        assert_eq!(until("2026-11-23T03:00:00Z"), Some(at("2026-11-23T12:00:00Z")));
        assert_eq!(until("2026-11-23T11:59:59Z"), Some(at("2026-11-23T12:00:00Z")));
        assert_eq!(until("2026-11-23T12:00:00Z"), None);
        assert_eq!(hold(&own, &zone, &Happened::Reminded, at("2026-11-23T03:00:00Z")), None);
        let both = Preferences { digest: Some(12), ..own };
        let held = hold(&both, &zone, &taken(), at("2026-11-23T03:00:00Z")).unwrap();
        assert_eq!(held.state, DeliveryState::HeldForDigest, "the digest waits longer than the night");
    }

    #[test]
    fn hours_are_typed_in_pairs() {
        let mut none = Flaws::default();
        assert_eq!(quiet("22", "7", &mut none), Some(Quiet { from: 22, until: 7 }));
        assert_eq!((quiet("", "", &mut none), digest("", &mut none)), (None, None));
        assert_eq!(digest("0", &mut none), Some(0));
        assert!(none.is_empty());
        let mut wrong = Flaws::default();
        assert_eq!(quiet("22", "", &mut wrong), None);
        assert_eq!(quiet("7", "7", &mut wrong), None);
        assert_eq!(digest("24", &mut wrong), None);
        let expected = [
            ("quiet_until", Flaw::Required),
            ("quiet_until", Flaw::Unchanged),
            ("digest", Flaw::NotWithin { min: 0, max: 23 }),
        ];
        assert_eq!(flaws(&wrong), expected.map(|(field, flaw)| (field.to_owned(), flaw)));
    }
}
