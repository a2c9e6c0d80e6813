//! A customer of the running portal, who is asked of what the measured functions are asked.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use caseport_local::Portal;
use serde_json::{Value, json};

use crate::generate::logical;

/// Somebody who opens cases, signed in.
pub struct Customer<'a> {
    portal: &'a Portal,
    /// The header that says who it is.
    pub cookie: String,
}

impl<'a> Customer<'a> {
    /// Signs in.
    pub fn sign_in(portal: &'a Portal) -> Result<Self> {
        let account = portal.accounts.first().context("The portal has no accounts.")?;
        let answer: Value = ureq::post(format!("{}/session", portal.endpoint))
            .header("host", host(portal))
            .header("accept", "application/json")
            .send_json(json!({"email": account.email, "password": account.password}))
            .with_context(|| format!("{} cannot sign in.", account.email))?
            .body_mut()
            .read_json()?;
        let token = answer["access_token"].as_str().context("Signing in gave no access token.")?;
        Ok(Self { portal, cookie: format!("__Host-access={token}") })
    }

    /// The name of the portal's host.
    pub fn host(&self) -> &str {
        host(self.portal)
    }

    /// What an API client is told at this address.
    pub fn json(&self, address: &str) -> Result<Value> {
        Ok(serde_json::from_slice(&self.bytes(address, "application/json", "identity")?)?)
    }

    /// What comes over the wire from this address, without headers.
    pub fn bytes(&self, address: &str, accept: &str, encoding: &str) -> Result<Vec<u8>> {
        let bytes = ureq::get(format!("{}{address}", self.portal.endpoint))
            .header("host", self.host())
            .header("accept", accept)
            .header("accept-encoding", encoding)
            .header("cookie", &self.cookie)
            .call()
            .with_context(|| format!("{address} cannot be read."))?
            .body_mut()
            .read_to_vec()?;
        Ok(bytes)
    }

    /// How many calls of AWS the deployed function makes for the page at this address: the emulator writes each down, by
    /// the role of the function.
    pub fn aws_calls(&self, function: &str, address: &str) -> Result<usize> {
        let file = Path::new(&self.portal.clock).with_file_name("calls");
        let role = format!("-{}Role-", logical(function));
        let count = || {
            fs::read_to_string(&file).unwrap_or_default().lines().filter(|line| line.contains(&role)).count()
        };
        let before = count();
        self.bytes(address, "text/html", "gzip")?;
        Ok(count() - before)
    }
}

fn host(portal: &Portal) -> &str {
    portal.url.trim_start_matches("http://")
}
