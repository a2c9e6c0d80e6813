//! Style sheets and scripts, under names that change with their content.

mod brand;

pub use brand::BrandStyle;

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// A style sheet or script, ready to be sent. It never changes under its name, so it may be kept for a year.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    /// Its name under `/assets/`, with the hash of its content.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// As it is.
    pub bytes: &'static [u8],
    /// Compressed with Brotli.
    pub br: &'static [u8],
    /// Compressed with gzip.
    pub gzip: &'static [u8],
}

/// The asset of this hashed name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

/// All assets.
#[must_use]
pub const fn all() -> &'static [Asset] {
    ASSETS
}

/// The address of an asset by the name it is written under: `portal.css`.
///
/// # Panics
/// If there is no such asset, which the rendering of every page in a test rules out.
#[must_use]
pub fn url(name: &str) -> &'static str {
    let found = URLS.iter().find(|(written, _)| *written == name);
    found.unwrap_or_else(|| panic!("there is no asset {name}")).1
}

impl Asset {
    /// The smallest form of it that a client with this `Accept-Encoding` reads, and that form's
    /// `Content-Encoding`.
    #[must_use]
    pub fn best(&self, accepted: &str) -> (Option<&'static str>, &'static [u8]) {
        let reads = |coding: &str| {
            accepted.split(',').any(|part| part.split(';').next().map(str::trim) == Some(coding))
        };
        if reads("br") {
            (Some("br"), self.br)
        } else if reads("gzip") {
            (Some("gzip"), self.gzip)
        } else {
            (None, self.bytes)
        }
    }
}
