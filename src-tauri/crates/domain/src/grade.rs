//! A class or level together with the scale it belongs to.
//! A level without its scale's name is meaningless (C-CAT's C is not AMP's C), so there is no type for one.

use crate::label::Label;
use serde::{Deserialize, Serialize};

/// One class of one scale, with the words that the scale used when it was chosen.
/// The words are kept so that an old decision still reads as it was made after the scale is revised.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Grade {
    /// The scale's id in the knowledge data, `oncogenicity-2022`.
    pub scale: String,
    /// The scale's version in the knowledge data.
    pub version: String,
    /// The scale's name.
    pub scale_name: Label,
    /// The class code, `likely-oncogenic` or `B`.
    pub class: String,
    /// The class in words.
    pub class_name: Label,
    /// How much the class speaks for significance: 2 strongly, 1 probably, 0 uncertain, -1 probably not, -2 not.
    /// Orders and groups rows; never shown as a number.
    pub weight: i8,
    /// Whether the scale tells of heredity (ACMG/AMP 2015).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub germline: bool,
}
