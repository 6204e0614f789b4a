//! What a laboratory or C-CAT says about findings, in its own words: interpretations, therapies, trials, evidence.
//! Kept as said and shown as theirs; nothing of it is the panel's verdict, and nothing is concluded from it.

use crate::finding::VerbatimField;
use crate::gene::GeneSymbol;
use crate::words::worded;
use serde::{Deserialize, Serialize};

/// Who says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Speaker {
    /// The laboratory (検査会社).
    Laboratory,
    /// C-CAT (C-CAT調査結果). Panel only: not to be handed to the patient.
    Ccat,
}

/// What kind of thing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum StatementKind {
    /// Meaning of an alteration or a gene.
    Interpretation,
    /// A drug or combination.
    Therapy,
    /// A clinical trial.
    Trial,
    /// An evidence item: alteration, significance, level, drugs.
    Evidence,
    /// Looked for and not found.
    PertinentNegative,
    /// Quality of the specimen or the sequencing.
    Quality,
    /// Anything else that is said of the test.
    Remark,
}

/// An evidence level with the scale that it belongs to: a level alone means nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StatedLevel {
    /// Name of the scale.
    pub scale: String,
    /// The level as written.
    pub level: String,
}

/// One thing said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Statement {
    /// What kind.
    pub kind: StatementKind,
    /// Who says it.
    pub by: Speaker,
    /// Items ([`crate::finding::DraftFinding::item`]) of the same draft that it is about; empty where it is about a gene
    /// or the whole test.
    pub about: Vec<String>,
    /// The gene, where one is named.
    pub gene: Option<GeneSymbol>,
    /// The statement in one line, in the source's words: the drug, the trial's title, the text.
    pub text: String,
    /// Evidence level with its scale.
    pub level: Option<StatedLevel>,
    /// Line of the file, counted from 1, where the format has lines.
    pub line: Option<u64>,
    /// Every field as written, unknown ones included.
    pub fields: Vec<VerbatimField>,
}

worded!(StatementKind {
    Self::Interpretation => "statement.interpretation", Self::Therapy => "statement.therapy",
    Self::Trial => "statement.trial", Self::Evidence => "statement.evidence",
    Self::PertinentNegative => "statement.pertinentNegative", Self::Quality => "statement.quality",
    Self::Remark => "statement.remark",
});
worded!(Speaker { Self::Laboratory => "speaker.laboratory", Self::Ccat => "speaker.ccat" });
