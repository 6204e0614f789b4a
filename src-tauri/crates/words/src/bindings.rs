//! What the page is told of the book at build time. Written by `cargo xtask bindings` beside the types of the views.

#![allow(clippy::panic, reason = "a test stops where it fails")]

use std::path::{Path, PathBuf};

use entaku_word_book::{Book, typescript_labels, typescript_speech};

fn folder() -> PathBuf {
    std::env::var_os("TS_RS_EXPORT_DIR").map_or_else(|| PathBuf::from("bindings"), PathBuf::from)
}

fn book() -> Book {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("book");
    Book::read(&folder, "ja").unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn export_bindings_words() {
    std::fs::create_dir_all(folder()).unwrap();
    std::fs::write(folder().join("words.ts"), typescript_labels(&book(), "clinical")).unwrap();
}

#[test]
fn export_bindings_speech() {
    let folder = folder().join("speech");
    std::fs::create_dir_all(&folder).unwrap();
    for file in typescript_speech(&book(), "window") {
        std::fs::write(folder.join(file.name), file.text).unwrap();
    }
}
