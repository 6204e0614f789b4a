//! The window: a thin shell of the desk. It owns the WebKit window, the native file dialogs, and
//! passes everything else on by name. It must not know what a case is.
//!
//! A call goes: page → isolation frame (`isolation/index.js`) → permission of that one command
//! (`capabilities/main.json`, for the second window `projector.json`) → [`handler`] → [`door`] → desk.
pub mod args;
mod dialogs;
pub mod door;
mod drawing;
mod drops;
mod folder;
pub mod handler;
mod listeners;
mod navigation;
pub mod paths;
mod prepared;
mod projection;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use entaku_desk::{Desk, Language};
use serde_json::json;

/// Reads the command line and opens the window; returns when the window is closed.
pub fn start(words: impl IntoIterator<Item = OsString>, started: Instant) -> ExitCode {
    match args::read(words) {
        Ok(args::Asked::Window(options)) => open(options, started),
        Ok(args::Asked::Help) => told(args::USAGE),
        Ok(args::Asked::Version) => told(concat!("entaku ", env!("CARGO_PKG_VERSION"))),
        Err(wrong) => failed(&format!("{wrong}\n{}", args::USAGE), 2),
    }
}

fn open(options: args::Options, started: Instant) -> ExitCode {
    door::log_panics_by_place();
    let door = match desk(options.store).and_then(door_to) {
        Ok(door) => door,
        Err(wrong) => return failed(&format!("entaku: {wrong}"), 1),
    };
    if options.demo {
        lay_out_the_demonstration(&door);
    }
    let builder = tauri::Builder::default().plugin(navigation::guard());
    let builder = handler::with_commands(builder, door.clone(), started);
    let window = match builder.build(tauri::generate_context!()) {
        Ok(window) => window,
        Err(wrong) => return failed(&format!("entaku: the window did not open: {wrong}"), 1),
    };
    let status = window.run_return(|_, _| {});
    // What was asked before the last window closed is done before the program ends.
    door.close();
    u8::try_from(status).map_or(ExitCode::FAILURE, ExitCode::from)
}

fn desk(store: Option<PathBuf>) -> Result<Desk, String> {
    let environment =
        entaku_computer::environment(store).ok_or("this user has no home folder; name one: --store DIR")?;
    Desk::new(environment).map_err(|problem| problem.said(Language::default()).message)
}

fn door_to(desk: Desk) -> Result<door::Door, String> {
    door::Door::new(desk).map_err(|error| format!("the desk has no thread: {error}"))
}

/// While the window opens: the page's first question waits at the door until the demonstration lies ready.
fn lay_out_the_demonstration(door: &door::Door) {
    let made = door.begin_with("open_demo", json!({}));
    tauri::async_runtime::spawn(async move {
        if let Err(refusal) = made.await {
            eprintln!("entaku: the demonstration was not made: {}", refusal.message);
        }
    });
}

fn told(said: &str) -> ExitCode {
    match writeln!(std::io::stdout(), "{said}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn failed(said: &str, status: u8) -> ExitCode {
    eprintln!("{said}");
    ExitCode::from(status)
}
