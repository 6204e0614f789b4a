//! Checks the word book and writes it as Rust.
#![allow(clippy::print_stdout, reason = "what a build script tells Cargo")]

use std::path::Path;
use std::process::ExitCode;

use entaku_word_book::{Book, rust_languages, rust_part};

/// Before `Language`: what the crates above need of it.
const LANGUAGE: &str = r#"#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]"#;

/// The parts that Rust says; the window's own are written for the page alone.
const PARTS: &[&str] = &["answers", "clinical", "errors", "history", "paper"];

fn main() -> ExitCode {
    rerun();
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("the word book (src-tauri/crates/words/book):\n{why}");
            ExitCode::FAILURE
        }
    }
}

/// The whole book is read and checked. A changed word of the page alone is no reason to build all crates anew: it reaches
/// the page through `cargo xtask bindings`, which checks the book too.
fn rerun() {
    println!("cargo:rerun-if-changed=build.rs");
    for language in std::fs::read_dir("book").into_iter().flatten().flatten() {
        let folder = language.path();
        println!("cargo:rerun-if-changed={}", folder.join("language.ftl").display());
        for part in PARTS {
            println!("cargo:rerun-if-changed={}", folder.join(part).display());
        }
    }
}

fn write() -> Result<(), String> {
    let book = Book::read(Path::new("book"), "ja").map_err(|faults| faults.to_string())?;
    let out = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    let write = |name: &str, text: String| {
        std::fs::write(Path::new(&out).join(name), text).map_err(|error| format!("{name}: {error}"))
    };
    write("languages.rs", rust_languages(&book, LANGUAGE))?;
    for part in PARTS {
        write(&format!("{part}.rs"), rust_part(&book, part))?;
    }
    Ok(())
}
