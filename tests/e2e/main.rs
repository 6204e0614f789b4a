//! Journeys in a real WebKit window against the real Rust.
mod window_opens;
