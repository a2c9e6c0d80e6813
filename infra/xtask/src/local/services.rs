//! What provides the data services of the functions that run under `cargo lambda watch`.

use std::net::TcpStream;

use anyhow::{Context, Result, bail};
use caseport_local::{Emulator, Instance, paths};
use clap::ValueEnum;

use super::data;
use crate::run::step;

/// Where `LocalStack` tells of the mails it was given.
const MAILS: &str = "/_aws/ses";

/// What provides table, bucket, queues and mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// `MiniStack`, started here.
    Ministack,
    /// `LocalStack`, which runs already: at `AWS_ENDPOINT_URL`, or on its usual port.
    Localstack,
}

/// Running data services.
pub struct Services {
    /// Their port and the portal's files.
    pub instance: Instance,
    /// The emulator, if it is ours to stop.
    emulator: Option<Emulator>,
}

impl Services {
    /// Finds them, or starts them if they are ours; empty, if `fresh`.
    ///
    /// # Errors
    /// When they do not answer or do not start.
    pub fn find(engine: Engine, port: u16, fresh: bool) -> Result<Self> {
        match engine {
            Engine::Ministack => Self::ministack(port, fresh),
            Engine::Localstack => Self::localstack(port, fresh),
        }
    }

    /// Where the mails they were given can be read, as JSON; `LocalStack`'s by way of this recorder, which can be asked for some.
    #[must_use]
    pub fn mailbox(&self, recorder: &str) -> String {
        if self.emulator.is_some() { self.instance.mailbox() } else { format!("{recorder}{MAILS}") }
    }

    /// Stops what was started here.
    ///
    /// # Errors
    /// When it does not end.
    pub fn stop(self) -> Result<()> {
        self.emulator.map_or(Ok(()), Emulator::stop)
    }

    fn ministack(port: u16, fresh: bool) -> Result<Self> {
        let instance = Instance { port, dir: paths::target().join("local-watch") };
        if fresh {
            super::forget(&instance)?;
        }
        let emulator = match Emulator::running(&instance) {
            Some(emulator) => emulator,
            None => step("Starting the emulator", || Emulator::start(&instance))?,
        };
        Ok(Self { instance, emulator: Some(emulator) })
    }

    fn localstack(port: u16, fresh: bool) -> Result<Self> {
        let port = match std::env::var("AWS_ENDPOINT_URL") {
            Ok(endpoint) => local_port(&endpoint)?,
            Err(_) => port,
        };
        if TcpStream::connect(("127.0.0.1", port)).is_err() {
            bail!(
                "No LocalStack answers on port {port}: localstack/compose.yaml starts one where there is Docker. \
                AWS_ENDPOINT_URL names one elsewhere on this machine."
            );
        }
        let instance = Instance { port, dir: paths::target().join("local-localstack") };
        let mailbox = format!("{}{MAILS}", instance.endpoint());
        // A LocalStack that was started anew holds nothing, whatever the files of its portal say.
        if fresh || !data::exists(&instance) {
            step("Emptying the portal", || {
                data::remove(&instance)?;
                ureq::delete(&mailbox).call().context("The mails cannot be removed.")?;
                super::forget(&instance)
            })?;
        }
        Ok(Self { instance, emulator: None })
    }
}

fn local_port(endpoint: &str) -> Result<u16> {
    let address = endpoint.trim_end_matches('/').strip_prefix("http://");
    let port = address.and_then(|address| {
        let (host, port) = address.split_once(':')?;
        if matches!(host, "localhost" | "127.0.0.1") { port.parse().ok() } else { None }
    });
    port.with_context(|| format!("AWS_ENDPOINT_URL is {endpoint}, which is no port of this machine."))
}
