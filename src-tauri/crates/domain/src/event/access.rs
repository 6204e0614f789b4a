//! Looking and taking out: what changes nothing and is noted all the same.

use crate::document::DocumentKind;
use crate::ids::{CaseId, FindingId, MeetingId, Sha256Hex};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// Who looked at or took out what. Kept because the security guideline asks for it (安全管理ガイドライン 運用編 §17).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", content = "with")]
pub enum AccessEvent {
    /// Signed in.
    SignedIn,
    /// Attempts to sign in under this member's name had failed before it.
    SignInsFailed {
        /// How many in a row.
        count: u32,
        /// The last one, by the clock of its computer.
        last: DateTime<FixedOffset>,
    },
    /// A spare code was shown in place of the authenticator's.
    SpareCodeUsed {
        /// How many are left.
        left: u32,
    },
    /// The computer's clock stands before what was recorded last: what is recorded now bears a time that is not true.
    ClockBehind {
        /// The time of what was recorded last.
        last: DateTime<FixedOffset>,
    },
    /// Opened a case.
    CaseOpened {
        /// Which.
        case: CaseId,
    },
    /// Uncovered the patient's identity on the screen.
    IdentityShown {
        /// Whose case.
        case: CaseId,
    },
    /// Looked at a germline finding, or one that asks of heredity.
    GermlineShown {
        /// Of which case.
        case: CaseId,
        /// Which.
        finding: FindingId,
    },
    /// Had the pages of a document drawn.
    DocumentShown {
        /// Of which case.
        case: CaseId,
        /// Which kind; none for the panel's report.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<DocumentKind>,
        /// Revision; none for a draft.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        revision: Option<u32>,
    },
    /// Opened a meeting, whose agenda shows cases.
    MeetingOpened {
        /// Which.
        meeting: MeetingId,
    },
    /// Searched all cases.
    CasesSearched {
        /// For which words.
        words: String,
    },
    /// Asked for something that the member's roles do not allow, and was refused.
    Denied {
        /// Name of the command.
        command: String,
    },
    /// Did alone what needs two people, where nobody else could confirm it.
    DoneAlone {
        /// Name of the command.
        command: String,
    },
    /// Wrote the whole store into a backup.
    #[serde(rename_all = "camelCase")]
    BackedUp {
        /// SHA-256 of the file.
        sha256: Sha256Hex,
        /// By the site's plan, when the member signed in or out.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        by_plan: bool,
    },
    /// Put the whole store back from a backup.
    Restored {
        /// SHA-256 of the file.
        sha256: Sha256Hex,
    },
    /// Wrote the whole store to files as data that needs no program to be read.
    StoreExported {
        /// Cases in it.
        cases: u32,
    },
    /// What was done where the store could not be written, noted on the computer and taken over later.
    NotedAside {
        /// When it was done.
        at: DateTime<FixedOffset>,
        /// On which computer.
        device: String,
        /// What.
        what: Box<AccessEvent>,
    },
    /// Looked through what became known of the findings of cases.
    EvidenceNewsListed {
        /// Cases shown.
        cases: u32,
    },
    /// Notes that waited on the computer to be taken over could not be read any more.
    NotesLost,
    /// Looked through this log.
    #[serde(rename_all = "camelCase")]
    LogRead {
        /// Rows shown.
        rows: u32,
        /// SHA-256 of the file, where it was written to one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sha256: Option<Sha256Hex>,
    },
    /// A document was handed to the print dialog; whether paper came of it is not known.
    DocumentPrinted {
        /// Case.
        case: CaseId,
        /// SHA-256 of the file that was shown.
        sha256: Sha256Hex,
    },
    /// Wrote a document of a case to a file.
    #[serde(rename_all = "camelCase")]
    DocumentExported {
        /// Which case.
        case: CaseId,
        /// Which kind; none for the panel's report.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<DocumentKind>,
        /// Revision; none for a draft.
        revision: Option<u32>,
        /// SHA-256 of the file.
        sha256: Sha256Hex,
    },
    /// Wrote a document of a meeting to a file.
    MeetingDocumentExported {
        /// Which meeting.
        meeting: MeetingId,
        /// Which kind.
        kind: DocumentKind,
        /// SHA-256 of the file.
        sha256: Sha256Hex,
    },
    /// Wrote a table over cases to a file.
    TableExported {
        /// Which table: `ledger`, `ccat`.
        table: String,
        /// Number of cases in it.
        cases: u32,
        /// SHA-256 of the file.
        sha256: Sha256Hex,
    },
    /// Wrote a family history to a file, as data or drawn.
    FamilyHistoryExported {
        /// Which case.
        case: CaseId,
        /// SHA-256 of the file.
        sha256: Sha256Hex,
    },
    /// Wrote a whole case as data to a file.
    CaseExported {
        /// Which case.
        case: CaseId,
        /// SHA-256 of the file.
        sha256: Sha256Hex,
    },
}

impl AccessEvent {
    /// When it was done, where it was recorded at this time.
    pub fn done_at(&self, recorded: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        if let Self::NotedAside { at, .. } = self { *at } else { recorded }
    }

    /// The case it is about, where it is about one.
    pub fn case(&self) -> Option<&CaseId> {
        match self {
            Self::CaseOpened { case }
            | Self::IdentityShown { case }
            | Self::GermlineShown { case, .. }
            | Self::DocumentShown { case, .. }
            | Self::DocumentPrinted { case, .. }
            | Self::DocumentExported { case, .. }
            | Self::FamilyHistoryExported { case, .. }
            | Self::CaseExported { case, .. } => Some(case),
            Self::NotedAside { what, .. } => what.case(),
            Self::StoreExported { .. }
            | Self::NotesLost
            | Self::SignedIn
            | Self::SignInsFailed { .. }
            | Self::ClockBehind { .. }
            | Self::SpareCodeUsed { .. }
            | Self::MeetingOpened { .. }
            | Self::CasesSearched { .. }
            | Self::EvidenceNewsListed { .. }
            | Self::Denied { .. }
            | Self::DoneAlone { .. }
            | Self::LogRead { .. }
            | Self::BackedUp { .. }
            | Self::Restored { .. }
            | Self::MeetingDocumentExported { .. }
            | Self::TableExported { .. } => None,
        }
    }
}
