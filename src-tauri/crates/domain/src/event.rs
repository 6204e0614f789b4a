//! What happened: one event for each act of a person, never changed afterwards.
//! The serialised form is kept for ever: fields may be added with a default, none may change its meaning.

use crate::decision::{GermlineJudgement, Verdict};
use crate::document::IssuedDocument;
use crate::draft::Draft;
use crate::explanation::Explanation;
use crate::finding::{DraftFinding, MatchBasis, TranscriptEffect};
use crate::genome::Assembly;
use crate::ids::{CaseId, EventId, FindingId, MeetingId, MemberId, RecommendationId, ReferralId, Sha256Hex};
use crate::label::Language;
use crate::meeting::Meeting;
use crate::member::Actor;
use crate::milestone::{Mark, Milestone};
use crate::opinion::{CaseOpinion, Opinion};
use crate::patient::Details;
use crate::recommendation::Recommendation;
use crate::referral::{Referral, ReferralStep};
use crate::report::ReportContent;
use crate::signing::Capacity;
use crate::sitting::MeetingEvent;
use crate::text::Text;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

mod access;
mod store;

pub use access::AccessEvent;
pub use store::StoreEvent;

/// Version of the event types below. Older events are lifted to it when they are read.
pub const SCHEMA_VERSION: u32 = 1;

/// A document made of a finalised report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FinalDocument {
    /// Language.
    pub language: Language,
    /// SHA-256 of the PDF; its bytes are kept as an attachment under it.
    pub sha256: Sha256Hex,
    /// Pages.
    pub pages: u32,
}

/// A finding of a draft that is a finding of the case already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceMatch {
    /// Index in the draft's findings, counted from 0.
    pub index: usize,
    /// The finding of the case.
    pub finding: FindingId,
    /// How that is known.
    pub basis: MatchBasis,
}

/// What happened to a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", content = "with")]
pub enum CaseEvent {
    /// The draft report was received: the case begins.
    #[serde(rename_all = "camelCase")]
    Received {
        /// Number of the case in this store, `2026-0001`.
        number: Text,
        /// Day of receipt.
        received_on: NaiveDate,
        /// What people told.
        details: Box<Details>,
        /// What the file says.
        draft: Box<Draft>,
    },
    /// A further source was added.
    SourceAdded {
        /// What the file says.
        draft: Box<Draft>,
        /// Which of its findings the case had already, and how that is known. Decided when the file was loaded, so that a
        /// later rule of matching never changes an old case.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        matches: Vec<SourceMatch>,
    },
    /// A person entered a finding that no file holds.
    FindingEntered {
        /// The finding.
        finding: Box<DraftFinding>,
        /// Build of its coordinates.
        assembly: Assembly,
        /// Where it comes from, in the person's words.
        reason: Text,
    },
    /// A person confirmed the sample that the program had taken for the tumour by a guess.
    TumourSampleConfirmed {
        /// Index of the source within the case's sources, counted from 0.
        source: usize,
        /// Its name, as the person saw it.
        sample: String,
    },
    /// A person stated that a passage which names heredity is not about this patient.
    WordsCleared {
        /// The passage.
        text: Text,
        /// What it names.
        named: Vec<String>,
        /// Whom it is about, or why it may stand.
        reason: Text,
    },
    /// A person chose which of a finding's consequences speaks for it.
    ConsequenceChosen {
        /// The finding.
        finding: FindingId,
        /// The consequence, as the finding has it.
        consequence: Box<TranscriptEffect>,
        /// Why.
        reason: Text,
    },
    /// A later program reads a record of a source otherwise than it was read when it was loaded, and a person decided which of
    /// the two stands.
    ReadingDecided {
        /// The finding.
        finding: FindingId,
        /// Index of the source within the case's sources, counted from 0.
        source: usize,
        /// Version of the later reading.
        reading: String,
        /// What it reads, where that stands from now on; none where the earlier reading stays.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        taken: Option<Box<DraftFinding>>,
        /// Why.
        reason: Text,
    },
    /// Patient, context, specimen or disclosure wish were recorded anew.
    DetailsRecorded {
        /// The whole of it.
        details: Box<Details>,
    },
    /// A member gave an opinion on a finding.
    OpinionGiven {
        /// The finding.
        finding: FindingId,
        /// The opinion.
        opinion: Opinion,
    },
    /// A member gave an opinion on the case as a whole.
    CaseOpinionGiven {
        /// The opinion.
        opinion: CaseOpinion,
    },
    /// A member confirmed the opinion that another had entered for them (代行入力).
    OpinionConfirmed {
        /// On which finding; none: on the case as a whole.
        finding: Option<FindingId>,
    },
    /// Members were asked for their opinions (持ち回り協議).
    OpinionsAsked {
        /// Who.
        members: Vec<MemberId>,
        /// By when.
        due: Option<NaiveDate>,
    },
    /// The chair opened the opinions to everybody at the table.
    OpinionsOpened {
        /// On which finding; none: on all, and on the case as a whole.
        finding: Option<FindingId>,
    },
    /// The panel's verdict on a finding was recorded.
    FindingJudged {
        /// The finding.
        finding: FindingId,
        /// The verdict.
        verdict: Verdict,
    },
    /// C-CAT's verdict on a finding was entered, in C-CAT's words.
    CcatVerdictEntered {
        /// The finding.
        finding: FindingId,
        /// The words; none takes an earlier entry back.
        verdict: Option<Text>,
    },
    /// The panel judged whether a finding may be germline.
    GermlineJudged {
        /// The finding.
        finding: FindingId,
        /// The judgement.
        judgement: GermlineJudgement,
        /// Why.
        reason: Option<Text>,
    },
    /// A recommendation was added.
    Recommended {
        /// The recommendation.
        recommendation: Box<Recommendation>,
    },
    /// A recommendation was withdrawn.
    RecommendationWithdrawn {
        /// Which.
        id: RecommendationId,
        /// Why.
        reason: Text,
    },
    /// The recommendations that stand were put in another order.
    RecommendationsRanked {
        /// All of them, the first in rank first.
        order: Vec<RecommendationId>,
    },
    /// The patient was referred to a trial.
    Referred {
        /// The referral.
        referral: Box<Referral>,
        /// Its first step.
        step: ReferralStep,
    },
    /// A referral reached another status.
    ReferralMoved {
        /// Which.
        id: ReferralId,
        /// The step.
        step: ReferralStep,
    },
    /// Something that happened outside the panel was recorded: sent, told, submitted, treated.
    MilestoneRecorded {
        /// What.
        milestone: Milestone,
        /// Whether and when.
        mark: Mark,
    },
    /// The meeting was recorded.
    MeetingRecorded {
        /// The meeting.
        meeting: Box<Meeting>,
    },
    /// The panel's summary (まとめ) was written.
    SummaryWritten {
        /// The text; none takes it back.
        summary: Option<Text>,
    },
    /// The report as it stands was signed by whose act this is, who entered the password again.
    #[serde(rename_all = "camelCase")]
    ReportSigned {
        /// In what capacity.
        capacity: Capacity,
        /// SHA-256 of the canonical JSON of what was signed: the content apart from its state and its signatures.
        content_hash: Sha256Hex,
    },
    /// The report was finalised (レポート確定).
    #[serde(rename_all = "camelCase")]
    ReportFinalised {
        /// The frozen content; its revision is one more than the last.
        content: Box<ReportContent>,
        /// SHA-256 of the content's canonical JSON.
        content_hash: Sha256Hex,
        /// The documents made of it.
        documents: Vec<FinalDocument>,
        /// Events of the case when the content was composed; events of before have it in the content alone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        composed_at: Option<u32>,
    },
    /// What the patient is told of the report was released, in plain words.
    PatientExplanationWritten {
        /// The whole of it.
        explanation: Box<Explanation>,
    },
    /// A document that follows from the report was given out: its bytes are kept.
    DocumentIssued {
        /// The document.
        document: Box<IssuedDocument>,
    },
    /// The finalised report is being followed by an amendment.
    AmendmentOpened {
        /// Why.
        reason: Text,
    },
}

/// What an event is about, with what happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "stream", content = "event")]
pub enum EventBody {
    /// A case.
    Case {
        /// Which.
        case: CaseId,
        /// What.
        what: CaseEvent,
    },
    /// A meeting over several cases.
    Meeting {
        /// Which.
        meeting: MeetingId,
        /// What.
        what: MeetingEvent,
    },
    /// The store and its members.
    Store {
        /// What.
        what: StoreEvent,
    },
    /// Access to data.
    Access {
        /// What.
        what: AccessEvent,
    },
}

impl EventBody {
    /// The stream in which such events are numbered: `case:<id>`, `meeting:<id>`, `store`, `access`.
    pub fn stream(&self) -> String {
        match self {
            Self::Case { case, .. } => format!("case:{case}"),
            Self::Meeting { meeting, .. } => format!("meeting:{meeting}"),
            Self::Store { .. } => "store".to_owned(),
            Self::Access { .. } => "access".to_owned(),
        }
    }
    /// The kind as written in the journal, for instance `case.findingJudged`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Case { what, .. } => what.kind(),
            Self::Meeting { what, .. } => what.kind(),
            Self::Store { what } => what.kind(),
            Self::Access { what } => match what {
                AccessEvent::SignedIn => "access.signedIn",
                AccessEvent::CaseOpened { .. } => "access.caseOpened",
                AccessEvent::IdentityShown { .. } => "access.identityShown",
                AccessEvent::DocumentPrinted { .. } => "access.documentPrinted",
                AccessEvent::DocumentExported { .. } => "access.documentExported",
                AccessEvent::MeetingDocumentExported { .. } => "access.meetingDocumentExported",
                AccessEvent::TableExported { .. } => "access.tableExported",
                AccessEvent::CaseExported { .. } => "access.caseExported",
            },
        }
    }
}

impl CaseEvent {
    /// The kind as written in the journal.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Received { .. } => "case.received",
            Self::SourceAdded { .. } => "case.sourceAdded",
            Self::FindingEntered { .. } => "case.findingEntered",
            Self::TumourSampleConfirmed { .. } => "case.tumourSampleConfirmed",
            Self::WordsCleared { .. } => "case.wordsCleared",
            Self::ConsequenceChosen { .. } => "case.consequenceChosen",
            Self::ReadingDecided { .. } => "case.readingDecided",
            Self::DetailsRecorded { .. } => "case.detailsRecorded",
            Self::OpinionGiven { .. } => "case.opinionGiven",
            Self::CaseOpinionGiven { .. } => "case.caseOpinionGiven",
            Self::OpinionConfirmed { .. } => "case.opinionConfirmed",
            Self::OpinionsAsked { .. } => "case.opinionsAsked",
            Self::OpinionsOpened { .. } => "case.opinionsOpened",
            Self::FindingJudged { .. } => "case.findingJudged",
            Self::CcatVerdictEntered { .. } => "case.ccatVerdictEntered",
            Self::GermlineJudged { .. } => "case.germlineJudged",
            Self::Recommended { .. } => "case.recommended",
            Self::RecommendationWithdrawn { .. } => "case.recommendationWithdrawn",
            Self::RecommendationsRanked { .. } => "case.recommendationsRanked",
            Self::Referred { .. } => "case.referred",
            Self::ReferralMoved { .. } => "case.referralMoved",
            Self::MilestoneRecorded { .. } => "case.milestoneRecorded",
            Self::MeetingRecorded { .. } => "case.meetingRecorded",
            Self::SummaryWritten { .. } => "case.summaryWritten",
            Self::ReportSigned { .. } => "case.reportSigned",
            Self::ReportFinalised { .. } => "case.reportFinalised",
            Self::PatientExplanationWritten { .. } => "case.patientExplanationWritten",
            Self::DocumentIssued { .. } => "case.documentIssued",
            Self::AmendmentOpened { .. } => "case.amendmentOpened",
        }
    }
}

/// An event with who, when and its place in its stream.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// Identity.
    pub id: EventId,
    /// Number within its stream, counted from 1.
    pub version: u32,
    /// When, with the offset of the place.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub actor: Actor,
    /// What.
    pub body: EventBody,
}
