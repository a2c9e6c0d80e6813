//! Cursors: where a page ended, opaque and signed, good for the list they come from and no other.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use caseport_aws::{Missing, setting};
use hmac::{Hmac, Mac};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::item::{Item, s, text};

/// How many bytes of the signature go into what is signed.
const TAG: usize = 16;

/// The key that signs cursors, and the links that turn mails off.
///
/// It is a setting and no secret to be fetched: whoever had it could start a page elsewhere in a list that is
/// theirs anyway, since the list itself always comes from who asks; or turn mails off, which its owner sees and undoes.
#[derive(Clone)]
pub struct CursorKey(Vec<u8>);

/// Why a cursor cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the cursor does not belong to this list")]
pub struct BadCursor;

/// Which part of a list is read, by its cursors.
#[derive(Clone, Copy, Debug, Default)]
pub struct Span<'a> {
    /// From behind where this one's page ended; without, from the beginning.
    pub after: Option<&'a str>,
    /// As far as where this one's page ended, and no further; without, to the end.
    pub until: Option<&'a str>,
}

/// Where a page ended.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Place {
    /// The last item's keys in the table; empty where a stretch of the list only begins.
    pk: String,
    sk: String,
    /// Its sort key in the index.
    at: String,
    /// Which stretch of the list it is in, of those that are read one after the other.
    #[serde(default)]
    stretch: usize,
}

impl CursorKey {
    /// The key of the setting `CURSOR_KEY`.
    ///
    /// # Errors
    /// [`Missing`] without that setting.
    pub fn from_settings() -> Result<Self, Missing> {
        Ok(Self(setting("CURSOR_KEY")?.into_bytes()))
    }

    /// A key of these bytes.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }

    /// This content, signed for this scope: opaque, and to stand in an address.
    ///
    /// # Panics
    /// When the content is none that JSON has, as a map with keys that are no texts.
    #[must_use]
    pub fn seal<T: Serialize>(&self, scope: &str, content: &T) -> String {
        let content = serde_json::to_vec(content).expect("what is signed is numbers and texts");
        let mut bytes = self.mac(scope, &content).finalize().into_bytes()[..TAG].to_vec();
        bytes.extend(content);
        BASE64_URL_SAFE_NO_PAD.encode(bytes)
    }

    /// What was signed with this key for this scope.
    ///
    /// # Errors
    /// [`BadCursor`] for what was not.
    pub fn open<T: DeserializeOwned>(&self, scope: &str, sealed: &str) -> Result<T, BadCursor> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(sealed).map_err(|_| BadCursor)?;
        let (tag, content) = bytes.split_at_checked(TAG).ok_or(BadCursor)?;
        self.mac(scope, content).verify_truncated_left(tag).map_err(|_| BadCursor)?;
        serde_json::from_slice(content).map_err(|_| BadCursor)
    }

    fn mac(&self, scope: &str, content: &[u8]) -> Hmac<Sha256> {
        let mac = <Hmac<Sha256> as Mac>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.chain_update(scope).chain_update([0]).chain_update(content)
    }
}

impl std::fmt::Debug for CursorKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CursorKey")
    }
}

impl Place {
    pub(crate) fn of(index: &str, last: &Item) -> Self {
        let of = |name: &str| text(last, name).to_owned();
        Self { pk: of("pk"), sk: of("sk"), at: of(&format!("{index}_sk")), stretch: 0 }
    }

    /// The beginning of a stretch.
    pub(crate) fn beginning(stretch: usize) -> Self {
        Self { stretch, ..Self::default() }
    }

    /// The same place, of this stretch.
    pub(crate) fn within(self, stretch: usize) -> Self {
        Self { stretch, ..self }
    }

    /// Which stretch it is in.
    pub(crate) const fn stretch(&self) -> usize {
        self.stretch
    }

    /// The sort key in the index of the last item; none at the beginning of a stretch.
    pub(crate) fn at(&self) -> Option<&str> {
        (!self.pk.is_empty()).then_some(self.at.as_str())
    }

    /// The key that a query goes on behind; none at the beginning of a stretch.
    pub(crate) fn behind(self, index: &str, index_pk: &str) -> Option<HashMap<String, AttributeValue>> {
        (!self.pk.is_empty()).then(|| self.into_key(index, index_pk))
    }

    pub(crate) fn into_key(self, index: &str, index_pk: &str) -> HashMap<String, AttributeValue> {
        [
            ("pk".to_owned(), s(self.pk)),
            ("sk".to_owned(), s(self.sk)),
            (format!("{index}_pk"), s(index_pk)),
            (format!("{index}_sk"), s(self.at)),
        ]
        .into()
    }
}

/// A place as a cursor of this list.
pub(crate) fn seal(key: &CursorKey, scope: &str, place: &Place) -> String {
    key.seal(scope, place)
}

/// The place that a cursor of this list names.
pub(crate) fn open(key: &CursorKey, scope: &str, cursor: &str) -> Result<Place, BadCursor> {
    key.open(scope, cursor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_good_for_its_own_list_only() {
        let key = CursorKey::new(b"secret");
        let place = Place { pk: "CASE#1".into(), sk: "SNAPSHOT".into(), at: "OPEN#1".into(), stretch: 0 };
        let cursor = seal(&key, "company/COMPANY#a/OPEN#", &place);
        assert!(open(&key, "company/COMPANY#a/OPEN#", &cursor).is_ok());
        assert!(open(&key, "company/COMPANY#b/OPEN#", &cursor).is_err());
        assert!(open(&CursorKey::new(b"other"), "company/COMPANY#a/OPEN#", &cursor).is_err());
        for end in 0..cursor.len() {
            assert!(open(&key, "company/COMPANY#a/OPEN#", &cursor[..end]).is_err());
        }
    }
}
