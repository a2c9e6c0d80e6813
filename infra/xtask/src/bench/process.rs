//! One run of a function: started, asked once, asked many times more.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use caseport_local::runtime_api::{Happened, RuntimeApi};
use serde_json::Value;

/// What a run showed.
pub struct Measured {
    /// From its start to its first asking for a request.
    pub ready: Duration,
    /// From its start to its first answer.
    pub first_answer: Duration,
    /// The processor time of a later request, on average.
    pub cpu_each: Duration,
    /// Its resident memory after all of them.
    pub resident_kib: f64,
    /// The bytes of an answer's body, compressed as a browser gets it.
    pub answer_bytes: usize,
}

/// Starts the function, sends it the event once and then `more` times, and ends it.
pub fn measure(function: &mut Command, event: &Value, more: usize) -> Result<Measured> {
    let api = RuntimeApi::start()?;
    let started = Instant::now();
    let child = function
        .env("AWS_LAMBDA_RUNTIME_API", api.address.to_string())
        .env("AWS_LAMBDA_FUNCTION_NAME", "bench")
        .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
        .env("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("The function cannot be started.")?;
    let function = Running(child);
    let ready = api.wait_for_next()? - started;
    let (answered, answer_bytes) = answer(&api, event)?;

    let cpu_before = function.cpu()?;
    for _ in 0..more {
        api.wait_for_next()?;
        answer(&api, event)?;
    }
    api.wait_for_next()?;
    let cpu = function.cpu()?.saturating_sub(cpu_before);
    Ok(Measured {
        ready,
        first_answer: answered - started,
        cpu_each: cpu / u32::try_from(more.max(1))?,
        resident_kib: function.resident_kib()?,
        answer_bytes,
    })
}

/// Sends the event and waits for its answer, which must be a good one: when it came, and the bytes of its body.
fn answer(api: &RuntimeApi, event: &Value) -> Result<(Instant, usize)> {
    api.send(event)?;
    let Happened::Answered(at, body) = api.wait()? else {
        bail!("The function asked for a request while it had one.");
    };
    let body: Value = serde_json::from_slice(&body)?;
    if !matches!(body["statusCode"].as_u64(), Some(200..=299)) {
        bail!("The function answered {}, so there is nothing to measure.", body["statusCode"]);
    }
    let text = body["body"].as_str().unwrap_or_default();
    let bytes = match body["isBase64Encoded"].as_bool() {
        Some(true) => BASE64_STANDARD.decode(text)?.len(),
        _ => text.len(),
    };
    Ok((at, bytes))
}

/// A process that ends with the run.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Running {
    /// The processor time of all its threads.
    fn cpu(&self) -> Result<Duration> {
        let mut nanos = 0;
        for task in fs::read_dir(format!("/proc/{}/task", self.0.id()))? {
            let stat = fs::read_to_string(task?.path().join("schedstat"))?;
            nanos += stat.split(' ').next().unwrap_or_default().parse::<u64>()?;
        }
        Ok(Duration::from_nanos(nanos))
    }

    fn resident_kib(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        Ok(line.context("This machine does not tell memory use.")?.trim().trim_end_matches(" kB").parse()?)
    }
}
