//! The cases area.
