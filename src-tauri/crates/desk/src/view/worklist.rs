//! What is due for whom.

use super::LabelView;
use entaku_domain::case::CaseStatus;
use entaku_domain::referral::ReferralStatus;
use entaku_words::Word;
use entaku_words::answers::worklist;
use serde::{Deserialize, Serialize};

/// Whose list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum WorklistRoom {
    /// Who follows referrals and letters.
    Coordinator,
    /// The attending doctor.
    Attending,
    /// Who leads the panel.
    Chair,
    /// The genetic counsellor and the clinical geneticist.
    Counsellor,
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum WorklistWhat {
    /// A referral is to be looked at again, today or before.
    CheckDue,
    /// A referral waits for somebody's answer.
    WaitingForAnswer,
    /// The letter of a referral was not given out, although the report stands.
    LetterNotSent,
    /// Whether the trial takes patients was looked up long ago, or on no day that is known.
    RecruitmentStale,
    /// The panel has not decided yet.
    AwaitingPanel,
    /// The result is to be explained to the patient.
    ToExplain,
    /// What became of the patient is to be recorded.
    ToFollowUp,
    /// A referral goes on.
    ReferralGoesOn,
    /// Trials match of which the panel has not spoken.
    MatchesNotDiscussed,
}

impl WorklistWhat {
    /// In words.
    pub(crate) fn word(self) -> Word {
        match self {
            Self::CheckDue => worklist::CHECK_DUE,
            Self::WaitingForAnswer => worklist::WAITING_FOR_ANSWER,
            Self::LetterNotSent => worklist::LETTER_NOT_SENT,
            Self::RecruitmentStale => worklist::RECRUITMENT_STALE,
            Self::AwaitingPanel => worklist::AWAITING_PANEL,
            Self::ToExplain => worklist::TO_EXPLAIN,
            Self::ToFollowUp => worklist::TO_FOLLOW_UP,
            Self::ReferralGoesOn => worklist::REFERRAL_GOES_ON,
            Self::MatchesNotDiscussed => worklist::MATCHES_NOT_DISCUSSED,
        }
    }
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct WorklistRow {
    /// Case.
    pub case_id: String,
    /// Its number.
    pub case_no: Option<String>,
    /// What is to be done, code; for the counsellor where the work-up of a finding stands.
    pub what: String,
    /// The same in words.
    pub message: LabelView,
    /// By which day; none where no day was set.
    pub due: Option<String>,
    /// Since which day it waits.
    pub since: Option<String>,
    /// Where the case stands.
    pub case_status: CaseStatus,
    /// The referral it is about.
    pub referral_id: Option<String>,
    /// Where that stands.
    pub referral_status: Option<ReferralStatus>,
    /// Number of its trial.
    pub trial: Option<String>,
    /// Numbers of trials that match.
    pub trials: Vec<String>,
    /// The finding it is about.
    pub finding_id: Option<String>,
    /// The finding as people call it.
    pub finding: Option<LabelView>,
    /// For whom it waits, where the list is not only of what its owner does.
    pub waits_for: Option<LabelView>,
    /// Why it is due again.
    pub because: Vec<LabelView>,
}
