//! The terminal: the same desk without a window.
fn main() {}
