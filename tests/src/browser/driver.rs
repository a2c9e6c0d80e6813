//! ChromeDriver, started for one browser and ended with it.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

use nix::sys::signal::{Signal, killpg};
use nix::unistd::{Pid, geteuid};
use tempfile::TempDir;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel};

const CHROMIUM: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

const FLAGS: [&str; 10] = [
    "--headless=new",
    // Chromium's sandbox cannot be had in a container, nor as root.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
    // A scroll bar takes 15 pixels of a page's width, which are missing in its picture.
    "--hide-scrollbars",
];

/// A running ChromeDriver.
pub(super) struct Driver {
    process: Child,
    port: u16,
    profile: TempDir,
}

/// Two that start at once may choose the same port, and one of them ends.
const TRIES: usize = 3;

impl Driver {
    pub(super) fn start() -> Self {
        let started = (0..TRIES).find_map(|_| Self::try_start());
        started.expect("ChromeDriver says on which port it listens")
    }

    fn try_start() -> Option<Self> {
        let mut process = chromedriver()
            .args(["--port=0", "--log-level=SEVERE"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .stdin(Stdio::null())
            // Its own group, so that no browser outlives it.
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| missing("chromedriver", "chromium-driver", &error));
        let output = BufReader::new(process.stdout.take().expect("its output is piped"));
        let port = output.lines().map_while(Result::ok).find_map(|line| {
            line.strip_prefix("ChromeDriver was started successfully on port ")?
                .trim_end_matches('.')
                .parse()
                .ok()
        });
        let profile = TempDir::new().expect("a folder for the browser's profile can be made");
        if port.is_none() {
            let _ = process.wait();
        }
        Some(Self { process, port: port?, profile })
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub(super) fn capabilities(&self) -> ChromeCapabilities {
        let mut capabilities = DesiredCapabilities::chrome();
        let mut set = || {
            capabilities.set_binary(chromium())?;
            for flag in FLAGS {
                capabilities.add_arg(flag)?;
            }
            capabilities.add_arg(&format!("--user-data-dir={}", self.profile.path().display()))?;
            capabilities.add_arg("--lang=en")?;
            capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)
        };
        set().expect("capabilities are JSON");
        capabilities
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = i32::try_from(self.process.id()).map(Pid::from_raw).expect("a process id fits");
        let _ = killpg(group, Signal::SIGTERM);
        let _ = self.process.wait();
    }
}

/// Chromium puts its own threads before all others where it may, as root may: before the portal that it waits for.
fn chromedriver() -> Command {
    if !geteuid().is_root() {
        return Command::new("chromedriver");
    }
    let mut without_right = Command::new("setpriv");
    without_right.args(["--bounding-set=-sys_nice", "--inh-caps=-sys_nice", "chromedriver"]);
    without_right
}

fn chromium() -> &'static str {
    let mut paths = std::env::var("PATH").unwrap_or_default();
    paths.push(':');
    let installed = |name: &&str| paths.split(':').any(|dir| std::path::Path::new(dir).join(name).is_file());
    CHROMIUM.iter().find(|name| installed(name)).copied().map_or_else(
        || missing("Chromium", "chromium", &"none of its names is in PATH"),
        |name| {
            let dir = paths.split(':').find(|dir| std::path::Path::new(dir).join(name).is_file());
            String::leak(format!("{}/{name}", dir.unwrap_or_default()))
        },
    )
}

fn missing(what: &str, package: &str, error: &dyn std::fmt::Display) -> ! {
    panic!("These tests need {what}, which cannot be run ({error}). On Debian: apt install {package}.")
}
