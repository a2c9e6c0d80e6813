//! Keys of a case: its snapshot, its events and what is known about each.

use caseport_domain::id::{CaseNumber, UploadId, UserId};
use caseport_routes::Entity;

use crate::{Key, key, prefix};

/// The sort key of a case's snapshot.
pub const SNAPSHOT: &str = "SNAPSHOT";
/// What the sort key of an event begins with.
pub const EVENT: &str = "EVENT#";
/// What the sort key of a mail has behind that of the event it tells of.
pub const MAIL: &str = "#MAIL#";
/// What the sort key of what is known of a file has behind that of the event it came with.
pub const FILE: &str = "#FILE#";
/// What the sort key of the line that a case has in the list of who follows it begins with, and the partition of that list: behind
/// the events, before the snapshot.
pub const FOLLOWED: &str = "FOLLOWED#";
/// What the sort key of what somebody wants to be mailed for begins with: behind the events, before the snapshot.
pub const NOTICES: &str = "NOTICES#";
/// What the sort key of an address outside begins with: behind what people want to be mailed for, before the snapshot.
pub const OUTSIDE: &str = "OUTSIDE#";

/// A case's snapshot.
#[must_use]
pub fn snapshot(number: CaseNumber) -> Key {
    key(Entity::Case, number, SNAPSHOT)
}

/// An event of a case.
#[must_use]
pub fn event(number: CaseNumber, seq: u32) -> Key {
    key(Entity::Case, number, format!("{EVENT}{seq:08}"))
}

/// The case of whose snapshot this is the key; none for other items.
#[must_use]
pub fn snapshot_of(pk: &str, sk: &str) -> Option<CaseNumber> {
    let number = pk.strip_prefix(prefix(Entity::Case))?;
    (sk == SNAPSHOT).then(|| number.parse().ok()).flatten()
}

/// The place in a case's history that the key of an event names; none for other items.
#[must_use]
pub fn event_of(pk: &str, sk: &str) -> Option<(CaseNumber, u32)> {
    let number = pk.strip_prefix(prefix(Entity::Case))?.parse().ok()?;
    let seq = sk.strip_prefix(EVENT)?.parse().ok()?;
    Some((number, seq))
}

/// The mail that tells somebody of an event.
#[must_use]
pub fn mail(number: CaseNumber, seq: u32, to: &UserId) -> Key {
    key(Entity::Case, number, format!("{EVENT}{seq:08}{MAIL}{to}"))
}

/// What is known of a file that came with an event.
#[must_use]
pub fn file(number: CaseNumber, seq: u32, upload: &UploadId) -> Key {
    key(Entity::Case, number, format!("{EVENT}{seq:08}{FILE}{upload}"))
}

/// The file that a key tells of; none for other items.
#[must_use]
pub fn file_of(pk: &str, sk: &str) -> Option<(CaseNumber, u32, UploadId)> {
    let number = pk.strip_prefix(prefix(Entity::Case))?.parse().ok()?;
    let (seq, upload) = sk.strip_prefix(EVENT)?.split_once(FILE)?;
    Some((number, seq.parse().ok()?, upload.parse().ok()?))
}

/// The line that a case has in the list of who follows it.
#[must_use]
pub fn followed(number: CaseNumber, observer: &UserId) -> Key {
    key(Entity::Case, number, format!("{FOLLOWED}{observer}"))
}

/// What somebody wants to be mailed for about a case.
#[must_use]
pub fn wish(number: CaseNumber, user: &UserId) -> Key {
    key(Entity::Case, number, format!("{NOTICES}{user}"))
}

/// The address outside of somebody who follows a case, or is asked to.
#[must_use]
pub fn outside(number: CaseNumber, outsider: &UserId) -> Key {
    key(Entity::Case, number, format!("{OUTSIDE}{outsider}"))
}

/// The case and who follows it from outside, or is asked to, that the key of an address outside names; none for other items.
#[must_use]
pub fn outside_of(pk: &str, sk: &str) -> Option<(CaseNumber, UserId)> {
    let number = pk.strip_prefix(prefix(Entity::Case))?.parse().ok()?;
    let outsider = sk.strip_prefix(OUTSIDE)?.parse().ok()?;
    Some((number, outsider))
}

/// The partition of what is one address outside, in whatever case it is written.
#[must_use]
pub fn outside_list(email: &str) -> String {
    format!("{OUTSIDE}{}", email.trim().to_lowercase())
}

/// The first event before which nothing was read, when a page of a case's history ended with this sort key.
#[must_use]
pub fn earlier_than(sk: &str) -> Option<u32> {
    let rest = sk.strip_prefix(EVENT)?;
    match rest.split_once('#') {
        // The event itself is not read yet, nor may be all mails about it and all its files.
        Some((seq, _)) => seq.parse::<u32>().ok()?.checked_add(1),
        None => rest.parse().ok(),
    }
}

/// The counter of case numbers.
#[must_use]
pub fn case_counter() -> Key {
    key(Entity::Counter, "cases", "COUNTER")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_history_goes_on_where_it_ended() {
        let number = CaseNumber(20_601);
        let mail = mail(number, 12, &"anna".parse().unwrap()).sk;
        assert!(event(number, 12).sk < mail && mail < event(number, 13).sk);
        assert_eq!(earlier_than(&event(number, 12).sk), Some(12));
        assert_eq!(earlier_than(&mail), Some(13), "event 12 is yet to come");
        assert_eq!(event_of("CASE#20601", &mail), None, "a mail is no event");
        let upload: UploadId = "u1".parse().unwrap();
        let file = file(number, 12, &upload).sk;
        assert!(event(number, 12).sk < file && file < event(number, 13).sk);
        assert_eq!(earlier_than(&file), Some(13));
        assert_eq!(event_of("CASE#20601", &file), None, "what is known of a file is no event");
        assert_eq!(file_of("CASE#20601", &file), Some((CaseNumber(20_601), 12, upload)));
        assert_eq!(file_of("CASE#20601", &mail), None);
        assert_eq!(earlier_than(SNAPSHOT), None);
    }

    #[test]
    fn a_descending_query_meets_the_snapshot_first() {
        assert!(*SNAPSHOT > *mail(CaseNumber(1), 9, &"anna".parse().unwrap()).sk);
        assert!(event(CaseNumber(1), 9).sk < event(CaseNumber(1), 10).sk);
        let wish = wish(CaseNumber(1), &"anna".parse().unwrap()).sk;
        assert!(event(CaseNumber(1), 99_999_999).sk < wish && wish.as_str() < SNAPSHOT);
        let line = followed(CaseNumber(1), &"anna".parse().unwrap()).sk;
        assert!(event(CaseNumber(1), 99_999_999).sk < line && line.as_str() < SNAPSHOT);
    }

    #[test]
    fn c29_an_address_outside_is_one_however_it_is_written_and_names_its_case() {
        let spellings = ["zoe@outside.example", " Zoe@Outside.Example "].map(outside_list);
        assert_eq!(spellings[0], spellings[1], "one mailbox");
        let (number, zoe) = (CaseNumber(20_601), UserId::outside(2));
        let key = outside(number, &zoe);
        assert_eq!(outside_of(&key.pk, &key.sk), Some((number, zoe)));
        assert_eq!(outside_of(&key.pk, SNAPSHOT), None);
    }

    #[test]
    fn the_key_of_an_event_can_be_read_back() {
        let key = event(CaseNumber(20_601), 12);
        assert_eq!(event_of(&key.pk, &key.sk), Some((CaseNumber(20_601), 12)));
        assert_eq!(event_of("CASE#1", SNAPSHOT), None);
    }
}
