//! The word book at build time: files in Fluent's syntax, by language and topic, become checked words with their
//! arguments, and those become Rust and TypeScript. Nothing of Fluent is left when the program runs.
//!
//! A book is a folder: `<language>/<part>/<topic>.ftl`, and `<language>/language.ftl` with what a language says of itself
//! (the term `-language` is its name, `-list-separator` stands between the items of a list). The languages are the folders.
//! An identifier is a key with `-` for `.` (`origin-likelySomatic` is `origin.likelySomatic`) and stands once in a
//! language, whatever file it is in. The first language declares the arguments of a word in comments before it:
//!
//! ```text
//! # What is told of it.
//! # $n Number
//! list-overdue = 受領から{ $n }日超
//! ```
//!
//! The kinds are [`Kind`]; after one of them a `?` (`# $file Text?`) lets a language leave the argument unsaid that another
//! one says. `{ other-word }` says another word, `{ HEAD(other-word) }` says it as it heads something,
//! `{ JOIN($texts, "; ") }` says a list with marks of its own.
//! This crate knows nothing of what the words mean, nor of who says them.

mod book;
mod fault;
mod plural;
mod read;
mod resolve;
mod rust;
mod source;
mod typescript;

pub use book::{Argument, Book, Case, Entry, Kind, Piece};
pub use fault::{Fault, Faults};
pub use rust::{rust_languages, rust_part};
pub use source::Source;
pub use typescript::{File, typescript_labels, typescript_speech};
