//! How far a case has come.

use crate::words::worded;
use serde::{Deserialize, Serialize};

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum CaseStatus {
    /// 受領: nobody has judged anything.
    Received,
    /// 検討中.
    InReview,
    /// 判定済: every finding of the report is judged or put off, and there is a recommendation or an explicit none.
    Decided,
    /// 確定.
    Finalised,
    /// 説明済: the patient was told the result.
    Explained,
    /// 治療・追跡: a treatment that follows the recommendation has begun, or the follow-up has ended.
    FollowedUp,
    /// 訂正中: an amendment is open.
    Amending,
}

worded!(CaseStatus {
    Self::Received => "status.received", Self::InReview => "status.inReview", Self::Decided => "status.decided",
    Self::Finalised => "status.finalised", Self::Explained => "status.explained",
    Self::FollowedUp => "status.followedUp", Self::Amending => "status.amending",
});
