//! What a site makes of its report: its standard phrases, which optional parts it leaves out, its logo and its paper. What a report must say
//! is no part of it: findings, verdicts, recommendations, the quorum and the standing caution cannot be left out.

use crate::document::Paper;
use crate::explanation::Plain;
use crate::ids::Sha256Hex;
use crate::member::Actor;
use crate::text::Text;
use crate::words::worded;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// A part of the report that a site may leave out; everything else is always printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
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

/// The logo of a template. The picture is a file that the store keeps under its hash, so that neither an event nor a
/// report's content holds pixels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TemplateLogo {
    /// SHA-256 of the picture as it is kept.
    pub sha256: Sha256Hex,
    /// Pixels, as kept.
    pub width: u32,
    /// Pixels, as kept.
    pub height: u32,
}

/// A site's template of the report; phrases and parts left out are the panel report's, logo and paper every document's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// What the patient's sheet says of costs, in place of the standing words.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub costs: Plain,
    /// What the patient's sheet says of where to find support, in place of the standing words.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub support: Plain,
    /// Parts left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<OptionalPart>,
    /// At the head of every document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<TemplateLogo>,
    /// Paper of every document.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub paper: Paper,
}

fn is_usual(paper: &Paper) -> bool {
    *paper == Paper::default()
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

worded!(OptionalPart {
    Self::Treatments => "optionalPart.treatments", Self::Histories => "optionalPart.histories",
    Self::Minutes => "optionalPart.minutes",
});
