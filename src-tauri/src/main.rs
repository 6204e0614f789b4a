//! `entaku`: opens the window. All it does stands in the library, where it is tested.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let started = Instant::now();
    entaku_computer::write_no_core_dumps();
    entaku_window::start(std::env::args_os().skip(1), started)
}
