//! As much of the Lambda runtime API as a function needs: it asks for the next event, and answers it. For functions that run
//! by themselves, to be measured or with a setting of their own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

const PATIENCE: Duration = Duration::from_secs(20);

/// What a function did, and when.
#[derive(Debug)]
pub enum Happened {
    /// It asked for an event.
    Next(Instant),
    /// It answered one.
    Answered(Instant, Vec<u8>),
}

/// The API, for one function.
#[derive(Debug)]
pub struct RuntimeApi {
    /// Where it listens.
    pub address: SocketAddr,
    events: Sender<String>,
    happened: Receiver<Happened>,
}

impl RuntimeApi {
    /// Listens on a port of its own.
    ///
    /// # Errors
    /// When no port is free.
    pub fn start() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let (events, waiting) = channel();
        let (tell, happened) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        // The thread ends with the program; a run leaves one idle listener behind.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (tell, waiting) = (tell.clone(), Arc::clone(&waiting));
                // A connection that breaks off is the function ending.
                thread::spawn(move || drop(converse(stream, &tell, &waiting)));
            }
        });
        Ok(Self { address, events, happened })
    }

    /// Hands the function an event, once it asks.
    ///
    /// # Errors
    /// When the function is gone.
    pub fn send(&self, event: &Value) -> Result<()> {
        self.events.send(event.to_string()).context("The function is gone.")
    }

    /// What it does next.
    ///
    /// # Errors
    /// When it does nothing for a while.
    pub fn wait(&self) -> Result<Happened> {
        self.happened.recv_timeout(PATIENCE).context("The function does nothing any more.")
    }

    /// Waits until it asks for an event.
    ///
    /// # Errors
    /// When it does not.
    pub fn wait_for_next(&self) -> Result<Instant> {
        match self.wait()? {
            Happened::Next(at) => Ok(at),
            Happened::Answered(..) => bail!("The function answered twice."),
        }
    }
}

fn converse(stream: TcpStream, tell: &Sender<Happened>, waiting: &Mutex<Receiver<String>>) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut out = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    loop {
        let (request, body) = read(&mut reader)?;
        if request.starts_with("GET") {
            tell.send(Happened::Next(Instant::now()))?;
            let events = waiting.lock().map_err(|_| anyhow::anyhow!("Another conversation failed."))?;
            let event = events.recv()?;
            // At once: in parts, each would wake the function.
            let answer = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
                lambda-runtime-aws-request-id: local\r\nlambda-runtime-deadline-ms: 4102444800000\r\n\
                lambda-runtime-invoked-function-arn: local\r\n\r\n{event}",
                event.len()
            );
            out.write_all(answer.as_bytes())?;
        } else {
            tell.send(Happened::Answered(Instant::now(), body))?;
            out.write_all(b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n")?;
        }
    }
}

/// One request: its first line, and its body.
fn read(reader: &mut BufReader<TcpStream>) -> Result<(String, Vec<u8>)> {
    let mut first = String::new();
    if reader.read_line(&mut first)? == 0 {
        bail!("The connection has ended.");
    }
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok((first, body))
}
