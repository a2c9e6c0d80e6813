//! Somebody whom no other test knows: for tests that change what one signs in with.

use crate::records::Firm;
use crate::{Api, Portal};

/// A contact of a company of their own, who reads Dutch and chose [`crate::records::PASSWORD`].
pub struct Newcomer {
    /// Their company, with their Contact ID.
    pub firm: Firm,
    /// Their address.
    pub email: String,
    /// They, signed in.
    pub api: Api,
}

impl Portal {
    /// A new one.
    pub async fn newcomer(&self) -> Newcomer {
        let admin = self.administrator().await;
        let firm = Firm::founded(&admin).await;
        let (email, api) = (firm.address(&admin).await, firm.registered(&admin).await);
        Newcomer { firm, email, api }
    }
}
