//! Documents made, read back and measured. One binary.
#![recursion_limit = "256"]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops where it fails"
)]

mod archive;
mod changes;
mod characters;
mod code;
mod companions;
mod engine;
mod figures;
mod forbidden;
mod furigana;
mod golden;
mod heredity;
mod languages;
mod logo;
mod practice;
mod quorum;
mod random;
mod report;
mod sample;
mod structure;
mod tools;
