//! The workers area.
