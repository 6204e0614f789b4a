//! Who did something, and when.

use crate::member::Actor;
use chrono::{DateTime, FixedOffset};

/// Who did what an event tells, when, and as the how manieth event of its stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Number within the stream, counted from 1.
    pub version: u32,
}
