//! Figures.

use serde::Serialize;

/// A drawing with what stands below it.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureView {
    /// What it is.
    pub title: String,
    /// The drawing as SVG: no script, no style sheet, nothing from outside.
    pub svg: String,
    /// Sources, legend and what is not drawn, one paragraph each.
    pub caption: Vec<String>,
    /// The findings it shows.
    pub findings: Vec<String>,
}

/// The figures asked for.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FiguresView {
    /// In the order in which reports print them.
    pub figures: Vec<FigureView>,
    /// Why a finding has no figure, in words.
    pub undrawn: Vec<String>,
}
