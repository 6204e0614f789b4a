//! What still stands between a case and an act that is to be done with it: finalising its report, giving out a document. Each
//! says what is missing, so that a person can see to it; none is decided by the program.

use crate::ids::FindingId;
use crate::label::{Label, Language};
use crate::meeting::MeetingRefusal;
use crate::quorum::Quorum;
use crate::signing::Unsigned;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Gap {
    /// The case has not been received.
    #[error("the case has not been received")]
    NotReceived,
    /// The report is finalised; only an amendment can follow.
    #[error("the report is finalised: open an amendment with its reason first")]
    Finalised,
    /// Findings without a verdict or a named deferral.
    #[error("findings without a verdict or a named deferral: {}", listed(.0))]
    Undecided(Vec<FindingId>),
    /// The tumour's sample was guessed, and nobody has confirmed it.
    #[error("the tumour's sample was guessed and is not confirmed: {}", .0.join(", "))]
    SampleGuessed(Vec<String>),
    /// Findings of the tumour classified on a scale of heredity, for a patient who has not asked to be told.
    #[error("classified on a germline scale, which the patient's wish keeps out of the report: {}", listed(.0))]
    ClassOfHeredity(Vec<FindingId>),
    /// Recommendations, in words, that rest on nothing but findings which the report may not name.
    #[error("these recommendations rest on nothing but findings that the patient's wish keeps out of the report: {}", .0.iter().map(|advice| advice.en.as_str()).collect::<Vec<_>>().join(", "))]
    AdviceOnWithheld(Vec<Label>),
    /// No recommendation and no explicit "no recommendation".
    #[error("neither a recommendation nor an explicit 'no recommendation' is recorded")]
    NoAdvice,
    /// No meeting recorded.
    #[error("the meeting and its participants are not recorded")]
    NoMeeting,
    /// The panel was not quorate, and nobody has said why its result is taken all the same.
    #[error("the panel was not quorate, and no reason is recorded for going on")]
    NotQuorate(Box<Quorum>),
    /// The panel's summary is not written. It keeps nothing from being done.
    #[error("the panel's summary is not written")]
    NoSummary,
    /// Opinions that were asked for have not come, by the names of the members. It keeps nothing from being done.
    #[error("opinions are awaited of {}", listed(.0))]
    OpinionsAwaited(Vec<Text>),
    /// Germline findings whose heredity the panel has not judged. It keeps nothing from being done.
    #[error("heredity is not judged of {}", listed(.0))]
    GermlineUnjudged(Vec<FindingId>),
    /// Findings of a tumour read alone that may be inherited, which the panel has not judged. It keeps nothing from being done.
    #[error("whether they are inherited is not judged of {}", listed(.0))]
    GermlineToLookAt(Vec<FindingId>),
    /// Nobody has asked the patient whether findings about heredity are to be told. It keeps nothing from being done.
    #[error("the patient has not been asked about findings of heredity")]
    WishNotAsked,
    /// The report is final, and it is not recorded that the patient was told. It keeps nothing from being done.
    #[error("it is not recorded that the result was explained")]
    NotExplained,
    /// Signatures that the site asks for are missing, or the content changed since.
    #[error("signatures are missing or void")]
    Unsigned(Vec<Unsigned>),
    /// Findings that this program reads otherwise than they were read, and nobody has decided which reading stands.
    #[error("findings would read otherwise now: {}", listed(.0))]
    ReadsOtherwise(Vec<FindingId>),
    /// People's own words that name what the patient has not asked to be told.
    #[error("words name what the patient has not asked to be told")]
    NamesWithheld(Vec<Passage>),
    /// People's own words that name what waits for the later panel, where the profile was obtained as a companion test.
    #[error("words name results that wait for the later panel")]
    NamesBeyondCompanion(Vec<Passage>),
    /// A report of before companion use was stated gives more than the target's result.
    #[error("the report gives more than the target's result, which alone may leave")]
    BeyondCompanion,
    /// Characters that cannot be printed.
    #[error("{} characters cannot be printed", .0.len())]
    MissingGlyphs(Vec<MissingGlyph>),
    /// The meeting does not allow its document yet, or no more.
    #[error(transparent)]
    Meeting(#[from] MeetingRefusal),
    /// A document needs a finalised report to rest on, and an open amendment takes it away.
    #[error("there is no finalised report to rest on, or an amendment is open: finalise first")]
    NothingFinal,
    /// What the patient is told has not been chosen.
    #[error("what the patient is told has not been chosen")]
    NoExplanation,
    /// Something that the patient is told has no words in the document's language.
    #[error("some items for the patient have no words in {0:?}")]
    WordsMissing(Language),
    /// The patient wishes to be told of heredity, of these findings it is possible or not judged, and nothing is written.
    #[error("nothing is written on heredity, which is possible or not judged of {}", listed(.0))]
    HeredityUnwritten(Vec<FindingId>),
    /// A file states another wish than the recorded one, so that the laboratory may have left something out.
    #[error("a file states another wish, and nothing is written on heredity")]
    WishDiffers,
    /// A verdict or advice changed after the words for the patient were written: the findings whose verdict did.
    #[error("a verdict or a recommendation changed after the words for the patient were written")]
    ExplanationOutdated(Vec<FindingId>),
}

/// What is missing, as a code for screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum GapCode {
    /// Findings wait for a verdict.
    Undecided,
    /// A class of heredity stands without a judgement of it.
    ClassOfHeredity,
    /// The tumour’s sample is a guess.
    SampleGuessed,
    /// Advice rests on what is not told alone.
    AdviceOnWithheld,
    /// No recommendation is recorded.
    NoAdvice,
    /// No meeting is recorded.
    NoMeeting,
    /// The panel was not quorate.
    NotQuorate,
    /// The summary is not written.
    NoSummary,
    /// Opinions have not come.
    OpinionsAwaited,
    /// Heredity is not judged.
    GermlineUnjudged,
    /// Whether a finding of the tumour is inherited is not judged.
    GermlineToLookAt,
    /// The patient has not been asked.
    WishNotAsked,
    /// It is not recorded that the patient was told.
    NotExplained,
    /// The report is final already.
    Finalised,
    /// A required signature is missing or void.
    Unsigned,
    /// This program reads a file otherwise than it was read.
    ReadsOtherwise,
    /// Words of people name what is not told.
    NamesWithheld,
    /// Words of people name what waits for the later panel.
    NamesBeyondCompanion,
    /// A report gives more than a companion test may.
    BeyondCompanion,
    /// A letter has no shape in the fonts.
    MissingGlyphs,
    /// The meeting lacks something for its document.
    Meeting,
    /// No explanation is written.
    NoExplanation,
    /// A released item has no words.
    WordsMissing,
    /// Nothing is written of heredity where it must be.
    HeredityUnwritten,
    /// A file states another wish than the recorded one.
    WishDiffers,
    /// What was explained has changed.
    ExplanationOutdated,
    /// Something else.
    Other,
}

impl Gap {
    /// Its code.
    pub fn code(&self) -> GapCode {
        match self {
            Self::Finalised => GapCode::Finalised,
            Self::Undecided(_) => GapCode::Undecided,
            Self::SampleGuessed(_) => GapCode::SampleGuessed,
            Self::ClassOfHeredity(_) => GapCode::ClassOfHeredity,
            Self::AdviceOnWithheld(_) => GapCode::AdviceOnWithheld,
            Self::NoAdvice => GapCode::NoAdvice,
            Self::NoMeeting => GapCode::NoMeeting,
            Self::NotQuorate(_) => GapCode::NotQuorate,
            Self::NoSummary => GapCode::NoSummary,
            Self::OpinionsAwaited(_) => GapCode::OpinionsAwaited,
            Self::GermlineUnjudged(_) => GapCode::GermlineUnjudged,
            Self::GermlineToLookAt(_) => GapCode::GermlineToLookAt,
            Self::WishNotAsked => GapCode::WishNotAsked,
            Self::NotExplained => GapCode::NotExplained,
            Self::Unsigned(_) => GapCode::Unsigned,
            Self::ReadsOtherwise(_) => GapCode::ReadsOtherwise,
            Self::NamesWithheld(_) => GapCode::NamesWithheld,
            Self::NamesBeyondCompanion(_) => GapCode::NamesBeyondCompanion,
            Self::BeyondCompanion => GapCode::BeyondCompanion,
            Self::MissingGlyphs(_) => GapCode::MissingGlyphs,
            Self::Meeting(_) => GapCode::Meeting,
            Self::NoExplanation => GapCode::NoExplanation,
            Self::WordsMissing(_) => GapCode::WordsMissing,
            Self::HeredityUnwritten(_) => GapCode::HeredityUnwritten,
            Self::WishDiffers => GapCode::WishDiffers,
            Self::ExplanationOutdated(_) => GapCode::ExplanationOutdated,
            Self::NotReceived | Self::NothingFinal => GapCode::Other,
        }
    }

    /// The findings concerned.
    pub fn findings(&self) -> &[FindingId] {
        match self {
            Self::Undecided(findings)
            | Self::ClassOfHeredity(findings)
            | Self::GermlineUnjudged(findings)
            | Self::GermlineToLookAt(findings)
            | Self::ReadsOtherwise(findings)
            | Self::HeredityUnwritten(findings)
            | Self::ExplanationOutdated(findings) => findings,
            _ => &[],
        }
    }
}

/// A passage in somebody's own words that names what is withheld.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands.
    pub place: Label,
    /// The passage.
    pub text: String,
    /// The words that name it.
    pub named: Vec<String>,
}

/// A character that no document font can print, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// The ideographic variation selector, when the character is known but not in the written form asked for.
    pub selector: Option<char>,
    /// Where it stands in the report, in both languages.
    pub place: Label,
    /// A few characters around it.
    pub excerpt: String,
}

impl std::fmt::Display for MissingGlyph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "'{}' (U+{:04X}", self.character, u32::from(self.character))?;
        if let Some(selector) = self.selector {
            write!(f, " U+{:04X}", u32::from(selector))?;
        }
        write!(f, ") in {}: …{}…", self.place.en, self.excerpt)
    }
}

fn listed(all: &[impl ToString]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
