//! What a signature covers.

use super::{ReportContent, ReportState};
use crate::case::CaseStatus;

/// The content as it is signed: without what signing and finalising themselves change, and without what is nobody's
/// statement about the case (how many events it has, which program composed it). Two contents with the same signed form
/// say the same.
#[must_use]
pub fn signed_form(content: &ReportContent) -> ReportContent {
    ReportContent {
        case_version: 0,
        state: ReportState::Draft { status: CaseStatus::Decided, undecided: Vec::new() },
        signatures: Vec::new(),
        program: String::new(),
        ..content.clone()
    }
}
