//! Starting and stopping MiniStack.

use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::{Instance, paths, venv};

const READY_WITHIN: Duration = Duration::from_mins(1);
const STOPPED_WITHIN: Duration = Duration::from_mins(1);

/// A running emulator.
#[derive(Debug)]
pub struct Emulator {
    instance: Instance,
    pid: Pid,
}

impl Emulator {
    /// The emulator of an instance, if it runs.
    #[must_use]
    pub fn running(instance: &Instance) -> Option<Self> {
        let pid = fs::read_to_string(instance.file("emulator.pid")).ok()?.trim().parse().ok()?;
        let emulator = Self { instance: instance.clone(), pid: Pid::from_raw(pid) };
        (emulator.is_alive() && emulator.is_ready()).then_some(emulator)
    }

    /// Starts the emulator of an instance, with what it held when it was last stopped.
    ///
    /// # Errors
    /// When its port is taken, or it does not become ready; its log tells why.
    pub fn start(instance: &Instance) -> Result<Self> {
        let (port, log) = (instance.port, instance.file("emulator.log"));
        if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
            bail!("Port {port} is taken by another program: stop it, or choose another with --port.");
        }
        fs::create_dir_all(instance.file("tmp")).context("The instance's folder cannot be made.")?;
        let create = |file: &Path| {
            File::create(file).with_context(|| format!("{} cannot be written.", file.display()))
        };
        let output = create(&log)?;
        create(&instance.log())?;
        let mut child = instance
            .command(venv::tool("python"))
            .arg(paths::root().join("localstack").join("emulator.py"))
            .envs(settings(instance))
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            // Its own group: Ctrl-C in the terminal is for us, and we stop it in good order.
            .process_group(0)
            .spawn()
            .context("The emulator cannot be run.")?;
        let pid = Pid::from_raw(i32::try_from(child.id())?);
        fs::write(instance.file("emulator.pid"), child.id().to_string())?;
        let emulator = Self { instance: instance.clone(), pid };
        emulator.wait_until_ready(&mut child, &log)?;
        Ok(emulator)
    }

    fn wait_until_ready(&self, child: &mut Child, log: &Path) -> Result<()> {
        let started = Instant::now();
        while !self.is_ready() {
            if child.try_wait()?.is_some() {
                bail!("The emulator ended while it started: see {}.", paths::shown(log));
            }
            if started.elapsed() > READY_WITHIN {
                bail!(
                    "The emulator is not ready after {} s: see {}.",
                    READY_WITHIN.as_secs(),
                    paths::shown(log)
                );
            }
            sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Stops it, and waits until it has saved what it holds.
    ///
    /// # Errors
    /// When it does not end.
    pub fn stop(self) -> Result<()> {
        let _ = kill(self.pid, Signal::SIGTERM);
        let started = Instant::now();
        while self.is_alive() {
            if started.elapsed() > STOPPED_WITHIN {
                bail!("The emulator (process {}) does not stop.", self.pid);
            }
            sleep(Duration::from_millis(50));
        }
        let _ = fs::remove_file(self.instance.file("emulator.pid"));
        Ok(())
    }

    /// Whether its process is there, as more than a zombie that nobody has collected.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        let _ = nix::sys::wait::waitpid(self.pid, Some(nix::sys::wait::WaitPidFlag::WNOHANG));
        kill(self.pid, None).is_ok()
    }

    fn is_ready(&self) -> bool {
        ureq::get(format!("{}/_ministack/ready", self.instance.endpoint())).call().is_ok()
    }
}

fn settings(instance: &Instance) -> Vec<(&'static str, String)> {
    let path = |name: &str| instance.file(name).display().to_string();
    vec![
        // IAM is enforced: a function without a permission fails here as it would on AWS.
        ("AUTH", "true".to_owned()),
        ("BIND_HOST", "127.0.0.1".to_owned()),
        ("GATEWAY_PORT", instance.port.to_string()),
        ("MINISTACK_REGION", instance.region().to_owned()),
        ("PERSIST_STATE", "1".to_owned()),
        ("STATE_DIR", path("state")),
        ("S3_PERSIST", "1".to_owned()),
        ("S3_DATA_DIR", path("state/s3")),
        ("TMPDIR", path("tmp")),
        ("IOT_MTLS_ENABLED", "0".to_owned()),
        ("SFTP_ENABLED", "0".to_owned()),
        // Functions inherit it.
        ("CASEPORT_CLOCK_FILE", path("clock")),
        ("CASEPORT_CALLS_FILE", path("calls")),
        ("CASEPORT_LOG_FILE", instance.log().display().to_string()),
    ]
}
