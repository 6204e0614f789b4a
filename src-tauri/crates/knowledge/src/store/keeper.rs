//! Takes the rows of one import into the open transaction and counts what becomes of each.

use super::error::KnowledgeStoreError;
use super::record::{KnowledgeLedger, SetAsideReason};
use entaku_domain::finding::VerbatimField;
use entaku_words::errors::row_fault;
use entaku_words::{Said, Value};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::path::Path;

/// Most bytes of a row that are kept beside a remark.
const MOST_TEXT: usize = 16 << 10;

/// A row as a reader understood it.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    /// The source's id, where rows have one: it stands once in a version.
    pub id: Option<String>,
    /// What it is found by, in any letters.
    pub names: Vec<String>,
    /// Not reviewed by its source.
    pub submitted: bool,
    /// What was understood, as JSON.
    pub row: String,
    /// As written.
    pub fields: Vec<VerbatimField>,
    /// When the source last changed it: begins with a day.
    pub updated: Option<String>,
}

/// Why a reader does not take a row.
#[derive(Debug)]
pub(crate) struct Refused {
    pub reason: SetAsideReason,
    pub detail: Value,
}

impl Refused {
    pub(crate) fn new(reason: SetAsideReason, detail: impl Said) -> Self {
        Self { reason, detail: detail.said() }
    }
}

/// The open import.
pub(crate) struct Keeper<'t> {
    conn: &'t Connection,
    path: &'t Path,
    import: i64,
    seen: HashMap<String, [u8; 32]>,
    pub ledger: KnowledgeLedger,
    /// The newest day that a row names as its last change.
    pub newest: Option<String>,
    /// Line and fault of the first row set aside.
    pub first_fault: Option<(u64, Value)>,
}

impl<'t> Keeper<'t> {
    pub(crate) fn new(conn: &'t Connection, path: &'t Path, import: i64) -> Self {
        let ledger = KnowledgeLedger::default();
        Self { conn, path, import, seen: HashMap::new(), ledger, newest: None, first_fault: None }
    }

    /// Takes one row. `line` counts from 1, `text` is the row as written.
    pub(crate) fn take(
        &mut self,
        line: u64,
        text: &str,
        entry: Result<Entry, Refused>,
    ) -> Result<(), KnowledgeStoreError> {
        self.ledger.read += 1;
        let entry = match entry.and_then(|entry| self.first_of_its_id(text, entry)) {
            Ok(entry) => entry,
            Err(refused) => return self.set_aside(line, text, &refused),
        };
        self.keep(&entry)
    }

    /// Says that a row which is kept was put right.
    pub(crate) fn rescued(
        &mut self,
        line: u64,
        text: &str,
        refused: &Refused,
    ) -> Result<(), KnowledgeStoreError> {
        self.ledger.rescued += 1;
        self.remark(line, text, refused, true)
    }

    fn first_of_its_id(&mut self, text: &str, entry: Entry) -> Result<Entry, Refused> {
        let Some(id) = &entry.id else { return Ok(entry) };
        let digest: [u8; 32] = Sha256::digest(text.as_bytes()).into();
        match self.seen.get(id) {
            None => {
                self.seen.insert(id.clone(), digest);
                Ok(entry)
            }
            Some(before) if *before == digest => {
                Err(Refused::new(SetAsideReason::Repeated, row_fault::repeated(id)))
            }
            Some(_) => {
                Err(Refused::new(SetAsideReason::SameIdOtherContent, row_fault::same_id_other_content(id)))
            }
        }
    }

    fn keep(&mut self, entry: &Entry) -> Result<(), KnowledgeStoreError> {
        let failed = |error| KnowledgeStoreError::database(self.path, "take a row", error);
        let fields = serde_json::to_string(&entry.fields).unwrap_or_default();
        let number: i64 = self
            .conn
            .prepare_cached("INSERT INTO entry (import, id, submitted, row) VALUES (?1, ?2, ?3, ?4)")
            .and_then(|mut put| put.insert(params![self.import, entry.id, entry.submitted, entry.row]))
            .map_err(failed)?;
        self.conn
            .prepare_cached("INSERT INTO written (n, fields) VALUES (?1, ?2)")
            .and_then(|mut put| put.execute(params![number, fields]))
            .map_err(failed)?;
        let mut put = self
            .conn
            .prepare_cached("INSERT OR IGNORE INTO name (import, name, entry) VALUES (?1, ?2, ?3)")
            .map_err(failed)?;
        for name in entry.names.iter().map(|name| folded(name)).filter(|name| !name.is_empty()) {
            put.execute(params![self.import, name, number]).map_err(failed)?;
        }
        drop(put);
        self.ledger.kept += 1;
        if let Some(day) = entry.updated.as_deref().and_then(day)
            && self.newest.as_deref().is_none_or(|newest| newest < day)
        {
            self.newest = Some(day.to_owned());
        }
        Ok(())
    }

    fn set_aside(&mut self, line: u64, text: &str, refused: &Refused) -> Result<(), KnowledgeStoreError> {
        self.ledger.set_aside += 1;
        *self.ledger.by_reason.entry(refused.reason).or_insert(0) += 1;
        self.first_fault.get_or_insert_with(|| (line, refused.detail.clone()));
        self.remark(line, text, refused, false)
    }

    fn remark(
        &mut self,
        line: u64,
        text: &str,
        refused: &Refused,
        kept: bool,
    ) -> Result<(), KnowledgeStoreError> {
        let line = i64::try_from(line).unwrap_or(i64::MAX);
        // In every language: who reads it later may have chosen another.
        let detail = serde_json::to_string(&refused.detail.to_label()).unwrap_or_default();
        self.conn
            .prepare_cached(
                "INSERT INTO remark (import, line, reason, kept, detail, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )
            .and_then(|mut put| {
                put.execute(params![self.import, line, refused.reason.code(), kept, detail, cut(text)])
            })
            .map(|_| ())
            .map_err(|error| KnowledgeStoreError::database(self.path, "note a row", error))
    }
}

/// Names are compared in capitals, with single spaces.
pub(crate) fn folded(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_uppercase).collect();
    words.join(" ")
}

/// The day that a text begins with: `2026-10-01` of `2026-10-01 20:55:29 UTC`.
pub(crate) fn day(text: &str) -> Option<&str> {
    let day = text.get(..10)?;
    let shape =
        |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    day.bytes().enumerate().all(shape).then_some(day)
}

fn cut(text: &str) -> &str {
    let end = (0..=MOST_TEXT.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}
