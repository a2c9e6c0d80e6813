//! Compressing a response.

use std::sync::{LazyLock, Mutex, PoisonError};

use flate2::{Compress, CompressError, Compression, FlushCompress, Status};

/// The window of a browser's gzip, in bits.
const WINDOW: u8 = 15;

/// The compressor, kept from one response to the next: making one clears 400 kB of memory, which takes longer
/// than compressing a page does. Level 1: a page loses three quarters of its weight for a tenth of a
/// millisecond.
static COMPRESSOR: LazyLock<Mutex<Compress>> =
    LazyLock::new(|| Mutex::new(Compress::new_gzip(Compression::fast(), WINDOW)));

/// The bytes as gzip has them (RFC 1952).
///
/// # Errors
/// Never in practice: when the compressor is in a state that its reset should have ended.
pub(crate) fn packed(bytes: &[u8]) -> Result<Vec<u8>, CompressError> {
    let mut compressor = COMPRESSOR.lock().unwrap_or_else(PoisonError::into_inner);
    compressor.reset();
    let mut packed = Vec::with_capacity(bytes.len() / 2 + 64);
    let mut rest = bytes;
    loop {
        let before = compressor.total_in();
        let status = compressor.compress_vec(rest, &mut packed, FlushCompress::Finish)?;
        if status == Status::StreamEnd {
            return Ok(packed);
        }
        let taken = usize::try_from(compressor.total_in() - before).unwrap_or(rest.len());
        rest = rest.get(taken..).unwrap_or_default();
        packed.reserve(rest.len() / 2 + 1024);
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn one_after_the_other_comes_back_as_it_was() {
        let noise: Vec<u8> =
            (0..200_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()).collect();
        for bytes in [b"a page".repeat(4000), noise, b"another page".repeat(40)] {
            let mut back = Vec::new();
            GzDecoder::new(&packed(&bytes).unwrap()[..]).read_to_end(&mut back).unwrap();
            assert_eq!(back, bytes);
        }
    }
}
