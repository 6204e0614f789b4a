//! From content to blocks: what stands where, in which words. A folder for each kind of document, one file per part;
//! every kind is handed on in the same shape ([`DocumentText`]), which is all that head, foot, file and checks know of it.

mod facts;
mod furniture;
mod head;
mod letter;
mod machine;
mod meeting;
mod omission;
mod panel;
mod patient;
mod quorum;
mod sheet;
pub(crate) mod theme;
mod walk;
mod wish;
mod wording;

use chrono::{DateTime, FixedOffset};
use entaku_domain::document::{
    AgendaContent, CompanionState, DocumentKind, LetterContent, MinutesContent, PatientContent, WishContent,
};
use entaku_domain::ids::CaseId;
use entaku_domain::label::{Label, Language};
use entaku_domain::patient::Patient;
use entaku_domain::report::ReportContent;
use entaku_domain::text::Text;
use entaku_words::clinical;

use crate::layout::Block;
use crate::options::RenderOptions;

pub use facts::facts;
pub use furniture::{Furniture, geometry};
pub use walk::{all_printable, missing, said};
pub(crate) use wording::Words;

/// What a document says, of any kind.
#[derive(Clone, Copy, Debug)]
pub enum Content<'a> {
    /// The panel's report.
    Panel(&'a ReportContent),
    /// The patient's explanation.
    Patient(&'a PatientContent),
    /// A letter that refers to a trial.
    Letter(&'a LetterContent),
    /// Minutes of a meeting.
    Minutes(&'a MinutesContent),
    /// Agenda of a meeting.
    Agenda(&'a AgendaContent),
    /// The paper on which the wish is asked again.
    Wish(&'a WishContent),
}

impl<'a> From<&'a LetterContent> for Content<'a> {
    fn from(content: &'a LetterContent) -> Self {
        Self::Letter(content)
    }
}

impl<'a> From<&'a MinutesContent> for Content<'a> {
    fn from(content: &'a MinutesContent) -> Self {
        Self::Minutes(content)
    }
}

impl<'a> From<&'a AgendaContent> for Content<'a> {
    fn from(content: &'a AgendaContent) -> Self {
        Self::Agenda(content)
    }
}

impl<'a> From<&'a WishContent> for Content<'a> {
    fn from(content: &'a WishContent) -> Self {
        Self::Wish(content)
    }
}

impl<'a> From<&'a PatientContent> for Content<'a> {
    fn from(content: &'a PatientContent) -> Self {
        Self::Patient(content)
    }
}

impl<'a> From<&'a ReportContent> for Content<'a> {
    fn from(content: &'a ReportContent) -> Self {
        Self::Panel(content)
    }
}

impl Content<'_> {
    /// The document in the language and setting of the options.
    #[must_use]
    pub fn written(self, options: &RenderOptions) -> DocumentText {
        let written = match self {
            Self::Panel(content) => panel::written(content, options),
            Self::Patient(content) => patient::written(content, options),
            Self::Letter(content) => letter::written(content, options),
            Self::Minutes(content) => meeting::minutes(content, options),
            Self::Agenda(content) => meeting::agenda(content, options),
            Self::Wish(content) => wish::written(content, options),
        };
        head::with_logo(written, options.logo.as_ref())
    }
}

/// A document in one language, not yet laid out.
#[derive(Clone, Debug)]
pub struct DocumentText {
    /// What it is.
    pub about: DocumentIdentity,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Set with furigana: names with their readings, beside the words that everybody reads alike.
    pub readings: Option<Vec<(String, String)>>,
}

/// What a document is, apart from what it says: for head and foot and for the file's own facts. Holds nothing that its
/// audience may not see.
#[derive(Clone, Debug)]
pub struct DocumentIdentity {
    /// Kind.
    pub kind: DocumentKind,
    /// Language.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// Who issues it.
    pub institution: String,
    /// What it is about, as people say it: case number, day of the meeting. Printed and named in the file's title.
    pub name: String,
    /// Of whom it is: in the head of every page, and never in the file's facts.
    pub person: Option<String>,
    /// Label before `name`.
    pub named: String,
    /// Identifier of the case or meeting.
    pub id: String,
    /// Revision or issue in words, 第2版.
    pub revision: String,
    /// Number of the revision or issue.
    pub number: u32,
    /// Draft, or final since when.
    pub state: Finality,
}

impl DocumentIdentity {
    /// A document that follows from the panel's report and speaks of one patient.
    fn of_patient(
        words: Words,
        kind: DocumentKind,
        institution: &Text,
        case: (&CaseId, Option<&Text>),
        patient: &Patient,
        state: &CompanionState,
    ) -> Self {
        let (number, state) = Finality::of(state);
        let (id, name) = case;
        Self {
            kind,
            language: words.language(),
            title: words.value(&kind).to_owned(),
            institution: institution.to_string(),
            name: sheet::or_nothing(name.map(Text::as_str)).to_owned(),
            person: person(patient),
            named: words.head(clinical::case::NUMBER),
            id: id.to_string(),
            revision: words.issue(number),
            number,
            state,
        }
    }
}

/// Tests by their official names where any is known, else as their files name them.
fn test_names(words: Words, official: &[Label], written: &[String]) -> Vec<String> {
    match official {
        [] => written.to_vec(),
        official => official.iter().map(|name| words.said(name).to_owned()).collect(),
    }
}

/// The patient as the head of a page names them; none where neither name nor number is known.
fn person(patient: &Patient) -> Option<String> {
    let known: Vec<&str> =
        [&patient.name, &patient.hospital_id].into_iter().flatten().map(Text::as_str).collect();
    (!known.is_empty()).then(|| known.join(" "))
}

/// Whether a document may still change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finality {
    /// It may.
    Draft,
    /// It is as it was issued then.
    Final(DateTime<FixedOffset>),
}

impl Finality {
    /// Number of the issue and standing of a document that follows from the panel's report; a draft has number 0.
    pub(crate) fn of(state: &CompanionState) -> (u32, Self) {
        match state {
            CompanionState::Draft => (0, Self::Draft),
            CompanionState::Issued { issue, at, .. } => (*issue, Self::Final(*at)),
        }
    }
}
