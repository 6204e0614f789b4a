//! The helpers a journey starts, and their certain end.
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::picture::Picture;
use super::wire;
use crate::place::Folder;

/// A child process that does not outlive its test.
pub struct Kept(Child);

impl Drop for Kept {
    fn drop(&mut self) {
        // Already gone is as good as killed.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A screen nobody sees. Its end also ends every window on it.
pub struct Screen {
    /// The value of `DISPLAY`.
    pub name: String,
    /// Where it keeps what it shows.
    memory: Folder,
    _server: Kept,
}

impl Screen {
    /// Starts Xvfb on a free display.
    pub fn start() -> Self {
        let memory = Folder::new("screen");
        std::fs::create_dir_all(memory.path()).expect("the folder for what a screen shows can be made");
        let mut server = Command::new("Xvfb")
            .arg("-fbdir")
            .arg(memory.path())
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1920x1080x24",
                "-nolisten",
                "tcp",
                "-noreset",
                "-nocursor",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb does not start ({error}); `cargo xtask test` installs it"));
        let output = server.stdout.take().expect("its output is piped");
        let server = Kept(server);
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number).expect("Xvfb tells its display");
        assert!(!number.trim().is_empty(), "Xvfb ended before it told its display");
        Self { name: format!(":{}", number.trim()), memory, _server: server }
    }

    /// What it shows now within this place: left, top, width, height in pixels. None where it cannot be read.
    pub fn shows(&self, place: [u32; 4]) -> Option<Picture> {
        let dump = std::fs::read(self.memory.join("Xvfb_screen0")).ok()?;
        Picture::of_dump(&dump, place)
    }
}

/// WebKitWebDriver on a port of its own; the windows it opens inherit its surroundings.
pub struct Driver {
    /// Where it listens, on this machine only.
    pub port: u16,
    _process: Kept,
}

impl Driver {
    /// Starts the driver and waits until it answers.
    pub fn start(surroundings: &[(String, String)]) -> Self {
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).envs(surroundings.iter().map(|(name, value)| (name, value)));
        // Colours or wishes of the developer's own desktop must not reach the journey.
        command.env_remove("WAYLAND_DISPLAY").env_remove("GTK_THEME").stdin(Stdio::null());
        let process = command.spawn().unwrap_or_else(|error| {
            panic!("WebKitWebDriver does not start ({error}); `cargo xtask test` installs it")
        });
        let driver = Self { port, _process: Kept(process) };
        let deadline = Instant::now() + Duration::from_secs(20);
        while wire::call(port, "GET", "/status", &Value::Null).is_err() {
            assert!(Instant::now() < deadline, "WebKitWebDriver does not answer on port {port}");
            std::thread::sleep(Duration::from_millis(20));
        }
        driver
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("this machine has a free port");
    listener.local_addr().expect("a bound socket has an address").port()
}
