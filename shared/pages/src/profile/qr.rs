//! QR codes, drawn as one path of a picture within the page: the content security policy needs no exception for it.

use std::fmt::Write as _;

use qrcode::{Color, QrCode};

/// The quiet zone around a code, in modules, which the standard asks for.
const MARGIN: usize = 4;

/// A QR code.
#[derive(Clone, Debug)]
pub(crate) struct Qr {
    /// How many modules wide and high it is, with its margin.
    pub(crate) size: usize,
    /// The dark modules, as the path of an SVG.
    pub(crate) path: String,
}

impl Qr {
    /// The code of this text; none if it is too long for one.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let code = QrCode::new(text).ok()?;
        let (width, mut path) = (code.width(), String::new());
        for (at, colour) in code.to_colors().into_iter().enumerate() {
            if colour == Color::Dark {
                let _ = write!(path, "M{} {}h1v1h-1z", at % width + MARGIN, at / width + MARGIN);
            }
        }
        Some(Self { size: width + 2 * MARGIN, path })
    }
}
