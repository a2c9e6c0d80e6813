//! The colours of a deployment's pages and mails, which follow from the one that its brand has chosen.

mod colour;
mod palette;

pub use colour::{Colour, NoColour};
pub use palette::{Palette, Shades};
