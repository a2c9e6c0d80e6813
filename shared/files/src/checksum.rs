//! SHA-256 as people and JSON write it (hex), and as S3 does (base64).

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use caseport_domain::case::chain::Digest;

use crate::error::FilesError;

/// Hex as base64.
pub(crate) fn to_base64(hex: &str) -> Result<String, FilesError> {
    let digest = Digest::try_from(hex.to_owned()).map_err(|_| FilesError::Digest)?;
    Ok(BASE64_STANDARD.encode(digest.as_bytes()))
}

/// Base64 as hex; for a file in parts, S3 adds `-<parts>`, which is left out.
pub(crate) fn to_hex(base64: &str) -> Result<String, FilesError> {
    let digest = base64.split('-').next().unwrap_or_default();
    let bytes = BASE64_STANDARD.decode(digest).map_err(|_| FilesError::Digest)?;
    Ok(Digest::from_bytes(bytes.try_into().map_err(|_| FilesError::Digest)?).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let base64 = to_base64(hex).unwrap();
        assert_eq!(base64, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(to_hex(&format!("{base64}-13")).unwrap(), hex);
        assert!(to_base64("abc").is_err());
    }
}
