//! How an engineer works on a customer's computer.

use serde::Serialize;

/// How an engineer works on a customer's computer, what the customer agrees to by that, and where the tool is (M43).
#[derive(Clone, Debug, Serialize)]
pub struct RemoteSupport {
    /// The `https` address of the tool; none where engineers tell it.
    pub address: Option<String>,
}

impl RemoteSupport {
    /// The host of the tool's address, for people to see where they are led.
    pub(crate) fn host(&self) -> &str {
        let address = self.address.as_deref().unwrap_or_default();
        let rest = address.strip_prefix("https://").unwrap_or(address);
        rest.split(['/', '?', '#']).next().unwrap_or_default()
    }
}

crate::page!(RemoteSupport, "remote_support.html");
