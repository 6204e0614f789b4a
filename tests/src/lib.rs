//! Shared support of the tests: places to work in, a desk with a clock of its own, the built programs, and a hand in
//! the real window. Everything here fails by panicking with a sentence: it is the test that fails.
#[cfg(unix)]
pub mod crash;
pub mod desk;
pub mod laboratory;
pub mod panel;
pub mod place;
pub mod terminal;
pub mod window;
