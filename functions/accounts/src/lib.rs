//! The accounts area.
