//! Builds the page, then the permissions: each command of the table gets one of its own.
#[path = "build/page.rs"]
mod page;

use std::error::Error;
use std::process::ExitCode;

/// What the desk can do.
const DESK: &[&str] = include!("crates/desk/src/command_names.in");
/// What only the window can do.
const WINDOW: &[&str] = include!("src/command_names.in");

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            // Returned from main, an error is shown with its line breaks written out.
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=crates/desk/src/command_names.in");
    println!("cargo:rerun-if-changed=src/command_names.in");
    println!("cargo:rerun-if-changed=isolation");
    page::build("../ui".as_ref())?;
    let names: &'static [&'static str] = Box::leak([DESK, WINDOW].concat().into_boxed_slice());
    let manifest = tauri_build::AppManifest::new().commands(names);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
