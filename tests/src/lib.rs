//! Shared support of the tests: places to work in, the built programs, and a hand in the real window.
//! Everything here fails by panicking with a sentence: it is the test that fails.
pub mod place;
pub mod window;
