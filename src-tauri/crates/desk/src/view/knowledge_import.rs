//! Imports of knowledge, as screens and the terminal show them.

use super::LabelView;
use entaku_domain::certainty::Certainty;
use entaku_knowledge::{Import, ImportOutcome, KnowledgeKind, SetAside, SetAsideReason, VersionFrom};
use serde::Serialize;
use std::collections::BTreeMap;

/// One dated version of one source, as it was imported.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct KnowledgeImportView {
    /// `K12`; empty where the file was only tried.
    pub id: String,
    /// What became of the file: `kept`, `already`, `tried`; of a list `kept`.
    pub outcome: String,
    /// What it is, code.
    pub kind: String,
    /// The same in words.
    pub kind_in_words: LabelView,
    /// Who publishes it.
    pub source: String,
    /// Day or name of the version.
    pub version: String,
    /// How the version is known: `fileName`, `content`, `person`, `importDay`.
    pub version_from: String,
    /// Licence, where it is known.
    pub licence: Option<String>,
    /// Where it was fetched, as the person gives it. Never called.
    pub address: Option<String>,
    /// File.
    pub file: String,
    /// Bytes.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
    /// SHA-256 of the file; of one that is asked in place, of its index.
    pub sha256: String,
    /// When.
    pub at: String,
    /// By whom.
    pub by: String,
    /// Why, where a person edited it.
    pub why: Option<String>,
    /// Whether it answers now: the newest version of its source does.
    pub answers: bool,
    /// Rows.
    pub ledger: KnowledgeLedgerView,
}

/// Rows of an import: `read` = `kept` + `setAside`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct KnowledgeLedgerView {
    /// Rows of the file.
    #[cfg_attr(test, ts(type = "number"))]
    pub read: u64,
    /// Rows that answer.
    #[cfg_attr(test, ts(type = "number"))]
    pub kept: u64,
    /// Rows that do not.
    #[cfg_attr(test, ts(type = "number"))]
    pub set_aside: u64,
    /// Of the kept ones, those that were put right.
    #[cfg_attr(test, ts(type = "number"))]
    pub rescued: u64,
    /// Those set aside, by reason.
    #[cfg_attr(test, ts(type = "Record<string, number>"))]
    pub by_reason: BTreeMap<String, u64>,
}

/// A data file that comes with the program.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ShippedKnowledgeView {
    /// What it is.
    pub name: LabelView,
    /// Its version: a day.
    pub version: String,
    /// Where it was read; null where each row says so.
    pub source: Option<LabelView>,
    /// Its licence, where it is another's.
    pub licence: Option<String>,
    /// How sure the least sure of its rows is.
    pub certainty: Option<Certainty>,
    /// What must be said of it.
    pub remark: Option<LabelView>,
}

/// A row that was set aside, or put right and kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SetAsideRowView {
    /// Line of the file, counted from 1 with the header.
    #[cfg_attr(test, ts(type = "number"))]
    pub line: u64,
    /// Why, code.
    pub reason: String,
    /// Whether it was put right and kept.
    pub kept: bool,
    /// The same in words.
    pub reason_in_words: LabelView,
    /// Which field, what was found, what was expected.
    pub detail: LabelView,
    /// The row as written.
    pub text: String,
}

impl KnowledgeImportView {
    /// Of an import.
    pub(crate) fn of(import: &Import, outcome: ImportOutcome, answers: bool) -> Self {
        let ledger = &import.ledger;
        let by_reason =
            ledger.by_reason.iter().map(|(why, count)| (SetAsideReason::code(*why).to_owned(), *count));
        Self {
            id: import.id.clone(),
            outcome: match outcome {
                ImportOutcome::Kept => "kept",
                ImportOutcome::Already => "already",
                ImportOutcome::Tried => "tried",
            }
            .to_owned(),
            kind: KnowledgeKind::code(import.kind).to_owned(),
            kind_in_words: crate::convert::label(&import.kind.label().to_label()),
            source: import.source.clone(),
            version: import.version.clone(),
            version_from: VersionFrom::code(import.version_from).to_owned(),
            licence: import.licence.clone(),
            address: import.address.clone(),
            file: import.file.clone(),
            bytes: import.bytes,
            sha256: import.sha256.clone(),
            at: import.at.clone(),
            by: import.by.clone(),
            why: import.why.clone(),
            answers,
            ledger: KnowledgeLedgerView {
                read: ledger.read,
                kept: ledger.kept,
                set_aside: ledger.set_aside,
                rescued: ledger.rescued,
                by_reason: by_reason.collect(),
            },
        }
    }
}

impl SetAsideRowView {
    /// Of a row.
    pub(crate) fn of(row: &SetAside) -> Self {
        let reason_in_words = crate::convert::label(&row.reason.label().to_label());
        Self {
            line: row.line,
            reason: row.reason.code().to_owned(),
            kept: row.kept,
            reason_in_words,
            detail: crate::convert::label(&row.detail),
            text: row.text.clone(),
        }
    }
}

/// A field of a VCF that holds the frequency in a population.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct KnowledgeField {
    /// Key in INFO: `AF_eas`.
    pub field: String,
    /// Name of the population: `gnomAD East Asia`.
    pub name: String,
}
