//! A colour, as settings, style sheets and mails write it.

use std::fmt;
use std::str::FromStr;

use color::{Oklch, OpaqueColor, Srgb};

/// A colour of the screen: red, green and blue, 0 to 255 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// Why a text is no colour.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no colour: write it as # and six hexadecimal digits, such as #0b6477")]
pub struct NoColour(String);

impl FromStr for Colour {
    type Err = NoColour;

    fn from_str(text: &str) -> Result<Self, NoColour> {
        let bad = || NoColour(text.to_owned());
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or_else(bad)?;
        // A sign is no digit, though numbers may begin with one.
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(bad());
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| bad())?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Colour {
    /// Lightness (0 to 1), chroma (0 to some 0.3) and hue (in degrees), as people see them: OKLCH.
    pub(crate) fn perceived(self) -> [f32; 3] {
        self.opaque().convert::<Oklch>().components
    }

    /// The colour of this lightness and hue, and of this chroma or what the screen has of it.
    pub(crate) fn perceived_as(lightness: f32, chroma: f32, hue: f32) -> Self {
        let of = |chroma| OpaqueColor::<Oklch>::new([lightness, chroma, hue]).convert::<Srgb>();
        let shown =
            |rgb: &OpaqueColor<Srgb>| rgb.components.iter().all(|part| (-0.002..1.002).contains(part));
        let mut chroma = chroma;
        while chroma > 0.001 && !shown(&of(chroma)) {
            chroma *= 0.95;
        }
        let rgb = of(chroma).to_rgba8();
        Self([rgb.r, rgb.g, rgb.b])
    }

    /// The contrast to another colour, as WCAG reckons it: 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f32 {
        let (one, two) = (self.opaque().relative_luminance(), other.opaque().relative_luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn opaque(self) -> OpaqueColor<Srgb> {
        let Self([red, green, blue]) = self;
        OpaqueColor::from_rgb8(red, green, blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_as_it_is_written() {
        assert_eq!("#0B6477".parse::<Colour>().map(|colour| colour.to_string()), Ok("#0b6477".to_owned()));
        for text in ["", "0b6477", "#0b647", "#0b64777", "teal", "#+12345", "#0b647g", "#ééé"] {
            assert!(text.parse::<Colour>().is_err(), "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let (black, white) = (Colour([0; 3]), Colour([255; 3]));
        assert!((black.contrast(white) - 21.0).abs() < 0.01);
        assert!((Colour([0x76; 3]).contrast(white) - 4.54).abs() < 0.01);
    }
}
