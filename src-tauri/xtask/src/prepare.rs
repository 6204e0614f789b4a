//! Set-up for each verb: nothing to do the second time.
use crate::step::Outcome;
use crate::{npm, system};

/// For building and opening the window.
pub fn window() -> Outcome {
    system::ensure(system::WINDOW)?;
    npm::ensure()
}

/// For every test and check.
pub fn everything() -> Outcome {
    system::ensure(&[system::WINDOW, system::TESTS].concat())?;
    npm::ensure()
}
