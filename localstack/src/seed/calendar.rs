//! Instants told from the moment of seeding.

use std::str::FromStr;

use anyhow::{Context, Error, Result};
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::Deserialize;

/// When something happened: `"12d 09:14"`, on the twelfth working day before today at that time of day, or
/// `"164h 20m"`, so long ago to the second.
///
/// The first keeps to office hours, whatever day it is now; the second is for today, and for what ends at a
/// certain instant from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Moment {
    /// On a working day before today.
    Workday {
        /// How many working days ago: one at least, for today's times may not have come yet.
        ago: u16,
        /// The time of day.
        time: Time,
    },
    /// So long ago.
    Ago(SignedDuration),
}

impl TryFrom<String> for Moment {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        if let Some((days, time)) = text.split_once("d ") {
            let ago = days.parse().ok().filter(|ago| *ago > 0).context("working days are counted from 1")?;
            return Ok(Self::Workday { ago, time: Time::from_str(time)? });
        }
        let ago = SignedDuration::from_str(&text)?;
        anyhow::ensure!(ago.is_positive(), "what is told has happened");
        Ok(Self::Ago(ago))
    }
}

/// The vendor's calendar at the moment of seeding.
#[derive(Clone, Debug)]
pub struct Calendar {
    now: Timestamp,
    zone: TimeZone,
}

impl Calendar {
    /// The calendar at this moment in this zone.
    ///
    /// # Errors
    /// When there is no such zone.
    pub fn new(now: Timestamp, zone: &str) -> Result<Self> {
        Ok(Self { now, zone: TimeZone::get(zone)? })
    }

    /// The moment of seeding.
    #[must_use]
    pub const fn now(&self) -> Timestamp {
        self.now
    }

    /// The instant of a moment.
    ///
    /// # Errors
    /// When it is too long ago for a calendar.
    pub fn instant(&self, moment: Moment) -> Result<Timestamp> {
        match moment {
            Moment::Ago(ago) => Ok(self.now - ago),
            Moment::Workday { ago, time } => {
                let day = workdays(self.day_of(self.now), -i32::from(ago))?;
                Ok(day.to_datetime(time).to_zoned(self.zone.clone())?.timestamp())
            }
        }
    }

    /// The day so many days from today.
    ///
    /// # Errors
    /// When it is too far away for a calendar.
    pub fn day(&self, days: i32) -> Result<Date> {
        Ok(self.day_of(self.now).checked_add(days.days())?)
    }

    /// The day so many working days after this instant's.
    ///
    /// # Errors
    /// When it is too far away for a calendar.
    pub fn workday_after(&self, at: Timestamp, days: u16) -> Result<Date> {
        workdays(self.day_of(at), days.into())
    }

    fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }
}

/// The day so many working days from this one, back or on.
fn workdays(from: Date, days: i32) -> Result<Date> {
    let mut day = from;
    for _ in 0..days.abs() {
        day = day.checked_add(days.signum().days())?;
        while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            day = day.checked_add(days.signum().days())?;
        }
    }
    Ok(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Result<Moment> {
        Moment::try_from(text.to_owned())
    }

    #[test]
    fn a_moment_is_a_working_day_or_an_age() {
        let sunday = Calendar::new("2026-11-22T10:00:00Z".parse().unwrap(), "Europe/Amsterdam").unwrap();
        let at = |text| sunday.instant(moment(text).unwrap()).unwrap().to_string();
        assert_eq!(at("1d 09:14"), "2026-11-20T08:14:00Z");
        assert_eq!(at("6d 16:30"), "2026-11-13T15:30:00Z");
        assert_eq!(at("26h 30m"), "2026-11-21T07:30:00Z");
        assert!(moment("0d 09:00").is_err(), "today at nine may not have come yet");
        assert!(moment("-3h").is_err(), "nothing has happened in the future");
    }
}
