//! The site's template of the report.

use super::form::args;
use serde::{Deserialize, Serialize};

args! {
    /// A template as it is typed.
    TemplateForm {
        /// Printed behind the standing caution.
        caution: Option<String>,
        /// Last words of the report.
        closing: Option<String>,
        /// Parts left out, codes of `optionalPart.<code>`.*
        left_out: Vec<String>,
    }
    /// Record the site's template.
    RecordTemplate {
        /// The whole of it.*
        template: TemplateForm,
        /// Why.*
        reason: String,
    }
    /// Look at the draft report of a case as it would be with a template. Records nothing.
    PreviewTemplate {
        /// The template.*
        template: TemplateForm,
        /// Case; the one received last when left out.
        case_id: Option<String>,
        /// `ja` or `en`.
        language: Option<String>,
    }
}

/// The site's template and its history.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TemplateStateView {
    /// The one in force; empty where the site has none.
    pub template: TemplateForm,
    /// Its version; none where the site has none.
    pub version: Option<String>,
    /// Parts that may be left out. Everything else is always printed.
    pub optional: Vec<String>,
    /// Changes, latest first.
    pub history: Vec<TemplateChangeView>,
}

/// A recorded template.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TemplateChangeView {
    /// Version.
    pub version: String,
    /// The whole of it.
    pub template: TemplateForm,
    /// Who.
    pub by: String,
    /// In which role, code.
    pub role: String,
    /// When.
    pub at: String,
    /// Why.
    pub reason: String,
}
