//! The desk area.
