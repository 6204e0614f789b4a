//! Signatures under a report, and the site's rule for them.

use super::Moment;
use entaku_domain::member::Role;
use entaku_domain::signing::{Capacity, SignatureState};
use serde::Serialize;

/// How one signature under the report stands that is not finalised yet.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SignatureView {
    /// `author`, `reviewer`, `chair`: code of `capacity.<code>`.
    pub capacity: Capacity,
    /// Whether the site asks for it.
    pub required: bool,
    /// How it stands.
    pub state: SignatureState,
    /// Who signed last.
    pub by: Option<String>,
    /// In which role, code.
    pub role: Option<Role>,
    /// When.
    pub at: Option<Moment>,
    /// SHA-256 of what was signed.
    pub content_hash: Option<String>,
    /// Where it is void: what changed, by whom and when.
    pub why: Option<super::LabelView>,
    /// Whether the roles of who is signed in allow this signature.
    pub mine: bool,
    /// Whether it is what who is signed in would sign next: the site asks for it, the roles allow it, and where the site asks
    /// for different people nobody is offered a second one.
    pub proposed: bool,
    /// Other capacities in which the signature that stands is of the same person.
    pub also: Vec<Capacity>,
}

/// A signature in a finalised report.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PrintedSignatureView {
    /// Code of `capacity.<code>`.
    pub capacity: Capacity,
    /// Who.
    pub name: String,
    /// In which role, code.
    pub role: Role,
    /// When.
    pub at: Moment,
}

/// Which signatures a report of this store needs.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SigningRuleView {
    /// Capacities that must be signed.
    pub required: Vec<Capacity>,
    /// Whether each must be signed by another person.
    pub distinct: bool,
    /// Changes by the site, latest first.
    pub history: Vec<SigningRuleChangeView>,
}

/// A change of the rule.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SigningRuleChangeView {
    /// Capacities.
    pub required: Vec<Capacity>,
    /// Different people.
    pub distinct: bool,
    /// Who.
    pub by: String,
    /// In which role, code.
    pub role: Role,
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: String,
}
