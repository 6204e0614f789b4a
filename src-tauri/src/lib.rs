//! The window: a thin shell of the desk. It owns the WebKit window, the native file dialogs and the clock, and
//! passes everything else on by name. It must not know what a case is.
//!
//! A call goes: page → isolation frame (`isolation/index.js`) → permission of that one command
//! (`capabilities/main.json`) → [`handler`] → [`door`] → desk.
pub mod args;
mod dialogs;
pub mod door;
pub mod handler;
mod prepared;

use std::ffi::OsString;
use std::process::ExitCode;
use std::time::Instant;

/// Reads the command line and opens the window; returns when the window is closed.
pub fn start(words: impl IntoIterator<Item = OsString>, started: Instant) -> ExitCode {
    match args::read(words) {
        Ok(args::Asked::Window(options)) => open(options, started),
        Ok(args::Asked::Help) => leave(args::USAGE, ExitCode::SUCCESS),
        Ok(args::Asked::Version) => leave(concat!("entaku ", env!("CARGO_PKG_VERSION")), ExitCode::SUCCESS),
        Err(wrong) => leave(&format!("{wrong}\n{}", args::USAGE), ExitCode::from(2)),
    }
}

fn open(_options: args::Options, started: Instant) -> ExitCode {
    door::log_panics_by_place();
    let door = door::Door::new(Stub);
    let builder = handler::with_commands(tauri::Builder::default(), door, started);
    match builder.run(tauri::generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => leave(&format!("entaku: the window did not open: {wrong}"), ExitCode::FAILURE),
    }
}

fn leave(said: &str, status: ExitCode) -> ExitCode {
    eprintln!("{said}");
    status
}

struct Stub;
impl door::Acts for Stub {
    fn act(&mut self, name: &str, _: serde_json::Value) -> Result<serde_json::Value, serde_json::Value> {
        Err(door::error("not-there", name))
    }
}
