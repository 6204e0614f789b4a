//! Documents that were finalised or given out: are their files here, and does each finalised report say what was hashed?

use crate::attachment::sha256;
use crate::error::StoreError;
use crate::record::StoredRecord;
use crate::store::Store;
use entaku_domain::case::Case;
use entaku_domain::document::Issued;
use entaku_domain::office::Office;
use hex::FromHex;
use rusqlite::OptionalExtension;
use serde::Deserialize;
use serde_json::value::RawValue;

/// Kind of the events that hold a finalised content.
const FINALISED: &str = "case.reportFinalised";

/// Where a finalised content stands in an event, as it was written: a later program would write it with fields of its own.
#[derive(Deserialize)]
struct Payload<'p> {
    #[serde(borrow)]
    body: Body<'p>,
}
#[derive(Deserialize)]
struct Body<'p> {
    #[serde(borrow)]
    event: OfCase<'p>,
}
#[derive(Deserialize)]
struct OfCase<'p> {
    #[serde(borrow)]
    what: What<'p>,
}
#[derive(Deserialize)]
struct What<'p> {
    #[serde(borrow)]
    with: Finalised<'p>,
}
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Finalised<'p> {
    #[serde(borrow)]
    content: &'p RawValue,
    content_hash: String,
}

/// What is wrong with the content that an event finalised, if it is one that does.
pub(crate) fn content_fault(record: &StoredRecord) -> Option<String> {
    if record.kind != FINALISED {
        return None;
    }
    match serde_json::from_slice::<Payload<'_>>(&record.payload) {
        Ok(payload) => {
            let held = payload.body.event.what.with;
            let found = hex::encode(sha256(held.content.get().as_bytes()));
            (found != held.content_hash).then(|| {
                format!(
                    "event {}: the finalised content hashes to {found}, and {} was recorded",
                    record.seq, held.content_hash
                )
            })
        }
        Err(error) => Some(format!("event {}: its finalised content cannot be read ({error})", record.seq)),
    }
}

/// SHA-256 of every document that a case finalised or gave out.
pub(crate) fn documents_of(case: &Case) -> Vec<String> {
    let finalised = case.reports.iter().flat_map(|report| &report.documents);
    let finalised = finalised.map(|document| document.sha256.to_string());
    finalised.chain(issued(&case.issued)).collect()
}

/// SHA-256 of every document that was given out.
pub(crate) fn issued(all: &[Issued]) -> impl Iterator<Item = String> + '_ {
    all.iter().map(|one| one.document.sha256.to_string())
}

/// SHA-256 of every logo that a template had.
pub(crate) fn logos(office: &Office) -> impl Iterator<Item = String> + '_ {
    let logos = office.templates.iter().filter_map(|recorded| recorded.template.logo.as_ref());
    logos.map(|logo| logo.sha256.to_string())
}

impl Store {
    /// Whether a file is kept under a hash. What it holds is checked with all files.
    pub(crate) fn keeps(&self, sha256_hex: &str) -> Result<bool, StoreError> {
        let Ok(wanted) = <[u8; 32]>::from_hex(sha256_hex) else { return Ok(false) };
        self.conn
            .prepare_cached("SELECT 1 FROM attachment WHERE sha256 = ?1")
            .and_then(|mut one| one.query_row([wanted], |_| Ok(())).optional())
            .map(|found| found.is_some())
            .map_err(|error| self.sql("look for a kept file", error))
    }
}
