//! A class or level as screens show it.

use super::LabelView;
use serde::Serialize;

/// A class or level with its scale.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct GradeView {
    /// Scale id.
    pub scale: String,
    /// Scale name.
    pub scale_name: LabelView,
    /// Class code.
    pub class: String,
    /// Class name.
    pub class_name: LabelView,
    /// 2 … -2.
    pub weight: i8,
}
