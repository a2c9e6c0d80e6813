//! An index as the bytes of one object: what it is, then its files, one behind the other.

use serde::{Deserialize, Serialize};

use crate::error::SearchError;

/// What the bytes of an index begin with.
const MAGIC: [u8; 4] = *b"cpsi";

/// How an index looks inside: its fields, its words, its files. Whoever changes one of these counts on: an index of another
/// form is taken for none, and made again.
const FORM: u32 = 1;

/// What a packed index says of itself.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Header {
    /// The lowest number that belongs here.
    pub(crate) from: u64,
    /// The lowest numbers of the volumes that were split off, in their order.
    pub(crate) older: Vec<u64>,
    /// The files, by name and length, as they lie.
    pub(crate) files: Vec<(String, usize)>,
}

/// Bytes: the magic, the form and the header's length as four bytes each, little end first; the header as JSON; the files.
pub(crate) fn pack(header: &Header, files: &[Vec<u8>]) -> Result<Vec<u8>, SearchError> {
    let header = serde_json::to_vec(header).map_err(SearchError::unreadable)?;
    let length = u32::try_from(header.len()).map_err(SearchError::unreadable)?;
    let start = [MAGIC, FORM.to_le_bytes(), length.to_le_bytes()].concat();
    Ok([start, header, files.concat()].concat())
}

/// The files of a packed index by name, as they lie in its bytes.
pub(crate) type Files<'a> = Vec<(String, &'a [u8])>;

/// A packed index's header, and its files.
pub(crate) fn unpack(bytes: &[u8]) -> Result<(Header, Files<'_>), SearchError> {
    let short = || SearchError::unreadable("it ends too soon");
    let (magic, rest) = bytes.split_first_chunk::<4>().ok_or_else(short)?;
    let (form, rest) = rest.split_first_chunk::<4>().ok_or_else(short)?;
    let (length, rest) = rest.split_first_chunk::<4>().ok_or_else(short)?;
    if *magic != MAGIC || u32::from_le_bytes(*form) != FORM {
        return Err(SearchError::unreadable("it is of another form"));
    }
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(SearchError::unreadable)?;
    let (header, mut rest) = rest.split_at_checked(length).ok_or_else(short)?;
    let header: Header = serde_json::from_slice(header).map_err(SearchError::unreadable)?;
    let mut files = Vec::with_capacity(header.files.len());
    for (name, length) in &header.files {
        let (file, after) = rest.split_at_checked(*length).ok_or_else(short)?;
        files.push((name.clone(), file));
        rest = after;
    }
    Ok((header, files))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked_and_nothing_else_is() {
        let header = Header {
            from: 7,
            older: vec![0, 3],
            files: vec![("meta.json".into(), 2), ("a".into(), 0), ("b".into(), 3)],
        };
        let packed = pack(&header, &[b"{}".to_vec(), Vec::new(), b"xyz".to_vec()]).unwrap();
        let (read, files) = unpack(&packed).unwrap();
        assert_eq!(read, header);
        assert_eq!(files[2], ("b".to_owned(), &b"xyz"[..]));
        for cut in 0..packed.len() {
            assert!(unpack(&packed[..cut]).is_err(), "{cut} bytes of it");
        }
        let mut other = packed;
        other[4] += 1;
        assert!(unpack(&other).is_err(), "another form");
    }
}
