//! The attachments area.
