//! The way in: registering, having a Contact ID or a link mailed, and what mailed links do.
//!
//! Whoever asks for a mail is answered the same, known or not: what they asked for is stored, and `workers-letters`
//! decides out of their sight what the mail says (X9).

mod ask;
mod puzzle;

pub mod activate;
pub mod activate_page;
pub mod contact_id;
pub mod contact_id_page;
pub mod email;
pub mod new_password;
pub mod new_password_page;
pub mod password;
pub mod password_page;
pub mod register;
pub mod register_page;
