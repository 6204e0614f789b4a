//! What a site makes of its report: its standard phrases, and which optional parts it leaves out. What a report must say
//! is no part of it: findings, verdicts, recommendations, the quorum and the standing caution cannot be left out.

use crate::member::Actor;
use crate::text::Text;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// A part of the report that a site may leave out; everything else is always printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum OptionalPart {
    /// Treatments so far (治療歴).
    Treatments,
    /// Past and family history (既往歴・家族歴).
    Histories,
    /// The words of the minutes; attendance and quorum stay (議事).
    Minutes,
}

impl OptionalPart {
    /// All parts that may be left out.
    pub const ALL: [Self; 3] = [Self::Treatments, Self::Histories, Self::Minutes];
}

/// A site's template of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Template {
    /// `site-1`, counted by the store.
    pub version: String,
    /// Printed behind the standing caution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caution: Option<Text>,
    /// Last words of the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<Text>,
    /// Parts left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<OptionalPart>,
}

/// A template as the site recorded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteTemplate {
    /// The template.
    pub template: Template,
    /// Why.
    pub reason: Text,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}
