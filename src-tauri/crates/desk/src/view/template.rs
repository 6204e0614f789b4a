//! The site's template of the report.

use super::LabelView;
use super::Moment;
use super::args;
use entaku_domain::document::Paper;
use entaku_domain::member::Role;
use entaku_domain::template::OptionalPart;
use serde::Serialize;

args! {
    /// A template as it is typed.
    TemplateForm {
        /// Printed behind the standing caution.
        caution: Option<String>,
        /// Last words of the report.
        closing: Option<String>,
        /// What the patient's sheet says of costs; the standing words when left out.
        costs: Option<String>,
        /// The same in English.
        costs_en: Option<String>,
        /// What the patient's sheet says of where to find support; the standing words when left out.
        support: Option<String>,
        /// The same in English.
        support_en: Option<String>,
        /// Parts left out, codes of `optionalPart.<code>`.*
        left_out: Vec<OptionalPart>,
        /// SHA-256 of the logo: one that is recorded, or what `logo_file` must give. No logo without either.
        logo: Option<String>,
        /// PNG or JPEG file of a new logo.
        logo_file: Option<String>,
        /// Paper of every document, code of `paper.<code>`; `a4` when left out.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        paper: Option<Paper>,
    }
}

/// The site's template and its history.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TemplateStateView {
    /// The one in force; empty where the site has none.
    pub template: TemplateForm,
    /// Its version; none where the site has none.
    pub version: Option<String>,
    /// Parts that may be left out. Everything else is always printed.
    pub optional: Vec<OptionalPart>,
    /// Papers to choose from, codes of `paper.<code>`.
    pub papers: Vec<Paper>,
    /// Changes, latest first.
    pub history: Vec<TemplateChangeView>,
}

/// A recorded template.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TemplateChangeView {
    /// Version.
    pub version: String,
    /// The whole of it.
    pub template: TemplateForm,
    /// What is other than in the version before.
    pub changes: Vec<LabelView>,
    /// Who.
    pub by: String,
    /// In which role, code.
    pub role: Role,
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: String,
}

/// A logo as it is kept and printed.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct LogoView {
    /// SHA-256.
    pub sha256: String,
    /// Name of the file it was read from.
    pub name: String,
    /// The picture as a PNG, in base64.
    pub png: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// On paper, in tenths of a millimetre.
    pub printed_width: u32,
    /// On paper, in tenths of a millimetre.
    pub printed_height: u32,
    /// Dots per inch on paper.
    pub dots_per_inch: u32,
    /// Whether its dots will be seen on paper.
    pub coarse: bool,
}
