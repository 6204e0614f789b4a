//! Time and chance come from outside: the shells give the real ones, tests give fixed ones.

use chrono::{DateTime, FixedOffset, NaiveDate};
use std::path::PathBuf;
use std::sync::Arc;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, with the offset of the place.
    fn now(&self) -> DateTime<FixedOffset>;
}

/// What the desk is told about the computer it stands on.
#[derive(Clone)]
pub struct Environment {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The store folder that is meant when none is named.
    pub store_dir: PathBuf,
    /// Where this user's programs keep what they know of their own (notes of looks at stores that cannot be written); none
    /// where the user has no such place.
    pub state_dir: Option<PathBuf>,
    /// This computer, written into every event.
    pub device: String,
    /// What a password guess shall cost; tests take less.
    pub kdf: entaku_store::KdfParams,
}

/// The calendar day of a moment at its place.
pub(crate) fn day(at: DateTime<FixedOffset>) -> NaiveDate {
    at.date_naive()
}
