//! Days and instants as each language writes them, in the reader's zone.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;

use crate::{Language, Tr};

type Months = [&'static str; 12];
type Days = [&'static str; 7];

const EN_SHORT: Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const NL_SHORT: Months = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const FR_SHORT: Months =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

#[rustfmt::skip]
const EN_LONG: Months = ["January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December"];
#[rustfmt::skip]
const NL_LONG: Months = ["januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december"];
#[rustfmt::skip]
const FR_LONG: Months = ["janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

const EN_DAYS: Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const NL_DAYS: Days = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
const FR_DAYS: Days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

impl Tr {
    /// A day: `22 Nov 2026`.
    #[must_use]
    pub fn day(self, day: Date) -> String {
        let months = match self.language() {
            Language::En => EN_SHORT,
            Language::Nl => NL_SHORT,
            Language::Fr => FR_SHORT,
        };
        format!("{} {} {}", day.day(), of_month(months, day), day.year())
    }

    /// The day of an instant: `22 Nov 2026`.
    #[must_use]
    pub fn day_of(self, at: Timestamp, zone: &TimeZone) -> String {
        self.day(local(at, zone).date())
    }

    /// An instant: `22 Nov 2026, 14:05`.
    #[must_use]
    pub fn moment(self, at: Timestamp, zone: &TimeZone) -> String {
        let local = local(at, zone);
        let comma = if self.language() == Language::En { "," } else { "" };
        format!("{}{comma} {}", self.day(local.date()), clock(local))
    }

    /// An instant in a crowded table: `22 Nov, 14:05` within the year of `now`, and in full otherwise.
    #[must_use]
    pub fn short_moment(self, at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
        let full = self.moment(at, zone);
        let year = local(at, zone).year();
        if year == local(now, zone).year() { full.replacen(&format!(" {year}"), "", 1) } else { full }
    }

    /// A day to reckon with, its weekday included: `Sunday 29 November 2026`.
    #[must_use]
    pub fn long_day(self, day: Date) -> String {
        let (days, months) = match self.language() {
            Language::En => (EN_DAYS, EN_LONG),
            Language::Nl => (NL_DAYS, NL_LONG),
            Language::Fr => (FR_DAYS, FR_LONG),
        };
        let first = if self.language() == Language::Fr && day.day() == 1 { "er" } else { "" };
        let weekday = of_week(days, day.weekday());
        format!("{weekday} {}{first} {} {}", day.day(), of_month(months, day), day.year())
    }

    /// An instant to reckon with: `Sunday 29 November 2026 at 14:05`.
    #[must_use]
    pub fn long_moment(self, at: Timestamp, zone: &TimeZone) -> String {
        let local = local(at, zone);
        let at = match self.language() {
            Language::En => "at",
            Language::Nl => "om",
            Language::Fr => "à",
        };
        format!("{} {at} {}", self.long_day(local.date()), clock(local))
    }
}

fn local(at: Timestamp, zone: &TimeZone) -> DateTime {
    zone.to_datetime(at)
}

fn clock(at: DateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

fn of_month(months: Months, day: Date) -> &'static str {
    months[usize::from(day.month().unsigned_abs()) - 1]
}

fn of_week(days: Days, day: Weekday) -> &'static str {
    days[usize::from(day.to_monday_zero_offset().unsigned_abs())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_written_as_each_language_does() {
        let zone = TimeZone::get("Europe/Brussels").unwrap();
        let at: Timestamp = "2026-11-01T13:05:00Z".parse().unwrap();
        let written = Language::ALL.map(|language| {
            let tr = Tr::new(language);
            (tr.moment(at, &zone), tr.long_moment(at, &zone))
        });
        let expected = [
            ("1 Nov 2026, 14:05", "Sunday 1 November 2026 at 14:05"),
            ("1 nov 2026 14:05", "zondag 1 november 2026 om 14:05"),
            ("1 nov. 2026 14:05", "dimanche 1er novembre 2026 à 14:05"),
        ];
        let now = "2026-12-31T00:00:00Z".parse().unwrap();
        assert_eq!(Tr::new(Language::En).short_moment(at, now, &zone), "1 Nov, 14:05");
        let now = "2026-12-31T23:00:00Z".parse().unwrap();
        assert_eq!(Tr::new(Language::En).short_moment(at, now, &zone), "1 Nov 2026, 14:05");
        assert_eq!(written, expected.map(|(short, long)| (short.to_owned(), long.to_owned())));
    }
}
