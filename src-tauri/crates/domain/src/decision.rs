//! The panel's verdict on a finding, and the germline flag.

use crate::classification::{Classification, Dissent};
use crate::evidence::CitedEvidence;
use crate::grade::Grade;
use crate::member::Actor;
use crate::text::Text;
use crate::words::{Word, Worded, word, worded};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// What the panel says of a finding: a class on a named scale, or that it puts the verdict off, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum Call {
    /// Classified.
    Classified {
        /// Class and scale.
        grade: Grade,
    },
    /// Put off (判定保留), with the reason by name.
    Deferred {
        /// Why.
        reason: Text,
    },
}

/// The content of a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// The call.
    pub call: Call,
    /// Whether a treatment can follow from it; none where that was not said.
    pub actionable: Option<bool>,
    /// Reasons.
    pub rationale: Option<Text>,
    /// Sources (PMID, database and date, guideline).
    pub references: Vec<Text>,
    /// The criteria by which the class was arrived at, where the panel went through them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Box<Classification>>,
    /// The evidence that it rests on, as it stood then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<CitedEvidence>,
    /// Who holds another view, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<Dissent>,
}

impl Verdict {
    /// Whether the class is one of heredity: arrived at by germline criteria, or chosen on a germline scale.
    pub fn tells_of_heredity(&self) -> bool {
        let by_criteria = self.basis.as_ref().is_some_and(|basis| basis.germline);
        by_criteria || matches!(&self.call, Call::Classified { grade } if grade.germline)
    }
}

/// A verdict of the panel as it stands, with who recorded it and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    /// The verdict.
    pub verdict: Verdict,
    /// Who recorded it.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// What the panel says about a possible germline origin of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum GermlineJudgement {
    /// Not suspected.
    NotSuspected,
    /// Suspected, confirmatory test recommended.
    ConfirmationRecommended,
    /// Suspected, confirmatory test if possible.
    ConfirmationIfPossible,
    /// Only with a fitting phenotype.
    OnlyWithPhenotype,
    /// Not to be disclosed.
    NotForDisclosure,
}

impl GermlineJudgement {
    /// All judgements.
    pub const ALL: [Self; 5] = [
        Self::NotSuspected,
        Self::ConfirmationRecommended,
        Self::ConfirmationIfPossible,
        Self::OnlyWithPhenotype,
        Self::NotForDisclosure,
    ];

    /// Whether the finding is worked up after it.
    pub fn is_pursued(self) -> bool {
        match self {
            Self::ConfirmationRecommended | Self::ConfirmationIfPossible | Self::OnlyWithPhenotype => true,
            Self::NotSuspected | Self::NotForDisclosure => false,
        }
    }
}

/// The flag with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GermlineFlag {
    /// The judgement.
    pub judgement: GermlineJudgement,
    /// Why.
    pub reason: Option<Text>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

worded!(GermlineJudgement {
    Self::NotSuspected => "germline.notSuspected", Self::ConfirmationRecommended => "germline.confirmationRecommended",
    Self::ConfirmationIfPossible => "germline.confirmationIfPossible", Self::OnlyWithPhenotype => "germline.onlyWithPhenotype",
    Self::NotForDisclosure => "germline.notForDisclosure",
});

impl GermlineJudgement {
    /// The words for it. Beside the patient's normal tissue a germline variant is found (GPV); from the tumour alone it is
    /// presumed (PGPV).
    pub fn said(self, matched_normal: bool) -> Word {
        let family = if matched_normal { "germlineGpv" } else { "germline" };
        let code = self.key().trim_start_matches("germline.");
        word(&format!("{family}.{code}"))
    }
}
