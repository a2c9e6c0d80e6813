//! The public area.
