//! Somebody signed in to the running portal, who asks it what the measured functions are asked.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use caseport_local::Portal;
use serde_json::{Value, json};
use ureq::RequestBuilder;
use ureq::typestate::WithBody;

use super::request::Request;
use crate::generate::logical;

/// Somebody signed in.
pub struct Visitor<'a> {
    portal: &'a Portal,
    /// The header that says who it is.
    pub authorization: String,
}

impl<'a> Visitor<'a> {
    /// Signs in with the account of this role.
    pub fn sign_in(portal: &'a Portal, role: &str) -> Result<Self> {
        let account = portal.accounts.iter().find(|account| account.role == role);
        let account = account.with_context(|| format!("The portal has no account “{role}”."))?;
        let answer: Value = post(portal, "/session")
            .send_json(json!({"email": account.email, "password": account.password}))
            .with_context(|| format!("{} cannot sign in.", account.email))?
            .body_mut()
            .read_json()?;
        let token = answer["access_token"].as_str().context("Signing in gave no access token.")?;
        Ok(Self { portal, authorization: format!("Bearer {token}") })
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
            .header("authorization", &self.authorization)
            .call()
            .with_context(|| format!("{address} cannot be read."))?
            .body_mut()
            .read_to_vec()?;
        Ok(bytes)
    }

    /// Sends this there, in JSON.
    fn send(&self, address: &str, body: &Value) -> Result<()> {
        post(self.portal, address)
            .header("authorization", &self.authorization)
            .send_json(body)
            .with_context(|| format!("{address} takes nothing."))?;
        Ok(())
    }

    /// How many calls of AWS the deployed function makes for this request: the emulator writes each down, by the role of the
    /// function.
    pub fn aws_calls(&self, request: &Request) -> Result<usize> {
        let file = Path::new(&self.portal.clock).with_file_name("calls");
        let role = format!("-{}Role-", logical(request.function));
        let count = || {
            fs::read_to_string(&file).unwrap_or_default().lines().filter(|line| line.contains(&role)).count()
        };
        let before = count();
        match &request.body {
            None => drop(self.bytes(&request.address(), "text/html", "gzip")?),
            Some(body) => self.send(&request.address(), body)?,
        }
        Ok(count() - before)
    }
}

/// A request of an API client that sends something.
fn post(portal: &Portal, address: &str) -> RequestBuilder<WithBody> {
    ureq::post(format!("{}{address}", portal.endpoint))
        .header("host", host(portal))
        .header("accept", "application/json")
}

fn host(portal: &Portal) -> &str {
    portal.url.trim_start_matches("http://")
}
