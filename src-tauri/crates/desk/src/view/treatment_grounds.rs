//! What is known of a treatment before it is recommended.

use super::LabelView;
use entaku_domain::certainty::Certainty;
use entaku_domain::evidence::PartState;
use entaku_domain::recommendation::{BasketStudy, RouteNeed};
use serde::{Deserialize, Serialize};

/// What is known of a treatment for a case: proposed, to be confirmed by a person.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TreatmentGroundsView {
    /// What the route needs.
    pub needs: Vec<ProposedNeedView>,
    /// Version of the list of needs.
    pub list_version: String,
    /// What of the list is not confirmed.
    pub list_remark: LabelView,
    /// Where the drugs stand in Japan, as far as it is known.
    pub standing: Vec<DrugSaidView>,
    /// What the case holds against the drugs.
    pub cautions: Vec<DrugSaidView>,
    /// What is known of the drugs in the basket study; none where nothing is.
    pub basket_study: Option<BasketStudy>,
}

/// Something that a route needs, and what of the case speaks to it.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ProposedNeedView {
    /// Id in the list.
    pub id: String,
    /// What is needed.
    pub requirement: LabelView,
    /// Whether the case shows it.
    pub found: PartState,
    /// What of the case speaks to it.
    pub because: Option<LabelView>,
    /// Where the list has it from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
}

/// Something that is said of a drug.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DrugSaidView {
    /// The drug as it was asked for.
    pub drug: String,
    /// What is said.
    pub said: LabelView,
}

/// What a person found of something that the route needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct NeedFound {
    /// Id in the list.
    pub id: String,
    /// Whether it is there.
    pub found: PartState,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub note: Option<String>,
}

/// What a route needs, as it was recorded.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RouteNeedView {
    /// Id in the list.
    pub id: String,
    /// What is needed, as the list said then.
    pub requirement: LabelView,
    /// Whether it is there.
    pub found: PartState,
    /// In words.
    pub note: Option<String>,
}

impl From<&RouteNeed> for RouteNeedView {
    fn from(need: &RouteNeed) -> Self {
        Self {
            id: need.id.clone(),
            requirement: LabelView { ja: need.requirement.ja.clone(), en: need.requirement.en.clone() },
            found: need.found,
            note: need.note.as_ref().map(ToString::to_string),
        }
    }
}
