//! What somebody made of news.

use crate::ids::FindingId;
use crate::member::Actor;
use crate::text::Text;
use crate::words::worded;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// What somebody made of news.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "is")]
pub enum NewsAnswer {
    /// Seen; nothing follows from it now.
    Seen,
    /// Not relevant for this patient.
    NotRelevant {
        /// Why.
        reason: Text,
    },
    /// The panel takes the case up again.
    TakenUp {
        /// Why.
        reason: Text,
    },
}

impl NewsAnswer {
    /// Why, where a reason was asked for.
    pub fn reason(&self) -> Option<&Text> {
        match self {
            Self::Seen => None,
            Self::NotRelevant { reason } | Self::TakenUp { reason } => Some(reason),
        }
    }
}

worded!(NewsAnswer {
    Self::Seen => "newsAnswer.seen", Self::NotRelevant { .. } => "newsAnswer.notRelevant",
    Self::TakenUp { .. } => "newsAnswer.takenUp",
});

/// An answer that stands, with who gave it and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AnsweredNews {
    /// Beside which finding.
    pub finding: FindingId,
    /// Source.
    pub source: String,
    /// The source's id of the row.
    pub id: String,
    /// How the row stood.
    pub standing: String,
    /// The answer.
    pub answer: NewsAnswer,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}
