//! By when a request has to be decided.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, civil};

/// The end of the second business day (Monday to Friday) after the day of an instant, by the vendor's calendar.
#[must_use]
pub fn due(asked: Timestamp, vendor: &TimeZone) -> Timestamp {
    let mut day = asked.to_zoned(vendor.clone()).date();
    let mut business = 0;
    while business < 2 {
        let Ok(next) = day.tomorrow() else { return Timestamp::MAX };
        day = next;
        business += i32::from(!matches!(day.weekday(), civil::Weekday::Saturday | civil::Weekday::Sunday));
    }
    let end = day.checked_add(1.day()).and_then(|day| day.to_zoned(vendor.clone()));
    end.map_or(Timestamp::MAX, |end| end.timestamp())
}
