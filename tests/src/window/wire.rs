//! One request, one answer: the part of HTTP/1.1 that a WebDriver on this machine needs.
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;

/// Longer than any one step may take, the first start of the window included.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sends `body` (null: none) and gives back WebDriver's `value`, or its `error: message`.
pub fn call(port: u16, method: &str, path: &str, body: &Value) -> Result<Value, String> {
    let answer = exchange(port, method, path, body).map_err(|error| format!("{method} {path}: {error}"))?;
    let (head, json) = answer.split_once("\r\n\r\n").ok_or_else(|| format!("{method} {path}: cut answer"))?;
    let mut json: Value =
        serde_json::from_str(json).map_err(|error| format!("{method} {path}: {error} in {json}"))?;
    let value = json["value"].take();
    if head.starts_with("HTTP/1.1 200") {
        return Ok(value);
    }
    let said = |field: &str| value[field].as_str().unwrap_or_default().to_owned();
    Err(format!("{}: {}", said("error"), said("message")))
}

fn exchange(port: u16, method: &str, path: &str, body: &Value) -> std::io::Result<String> {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}
