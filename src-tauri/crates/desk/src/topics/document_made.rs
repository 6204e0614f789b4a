//! What a document is made from, and what is made of it.

use super::composing::content_hash_of;
use crate::error::Outcome;
use entaku_domain::case::Case;
use entaku_domain::document::{
    AgendaContent, Issued, LetterContent, MeetingHead, MinutesContent, PatientContent, WishContent,
};
use entaku_domain::label::Label;
use entaku_domain::meeting::Meeting;
use entaku_domain::report::ReportContent;
use entaku_report::Content;

/// What a document is made from.
pub(crate) enum DocumentSubject<'a> {
    /// A case, with the report that its documents rest on.
    Case(&'a Case, &'a ReportContent),
    /// A meeting, with the reports of its cases and when it is looked at.
    Meeting(&'a Meeting, &'a MeetingGround),
}

impl DocumentSubject<'_> {
    pub(crate) fn issued(&self) -> &[Issued] {
        match self {
            Self::Case(case, _) => &case.issued,
            Self::Meeting(meeting, _) => &meeting.issued,
        }
    }
}

/// What minutes and agenda need besides the meeting.
pub(crate) struct MeetingGround {
    pub(crate) head: Option<MeetingHead>,
    pub(crate) cases: Vec<MeetingCase>,
    pub(crate) now: chrono::DateTime<chrono::FixedOffset>,
}

/// A case of a meeting, its report and what is left of it.
pub(crate) struct MeetingCase {
    pub(crate) case: Case,
    pub(crate) report: ReportContent,
    pub(crate) left: Vec<Label>,
}

/// A document's content.
pub(crate) enum Made {
    Patient(Box<PatientContent>),
    Letter(Box<LetterContent>),
    Minutes(MinutesContent),
    Agenda(AgendaContent),
    Wish(Box<WishContent>),
}

impl Made {
    pub(crate) fn content(&self) -> Content<'_> {
        match self {
            Self::Patient(content) => content.as_ref().into(),
            Self::Letter(content) => content.as_ref().into(),
            Self::Minutes(content) => content.into(),
            Self::Agenda(content) => content.into(),
            Self::Wish(content) => content.as_ref().into(),
        }
    }

    pub(crate) fn hash(&self) -> Outcome<String> {
        match self {
            Self::Patient(content) => content_hash_of(content.as_ref()),
            Self::Letter(content) => content_hash_of(content.as_ref()),
            Self::Minutes(content) => content_hash_of(content),
            Self::Agenda(content) => content_hash_of(content),
            Self::Wish(content) => content_hash_of(content.as_ref()),
        }
    }
}
