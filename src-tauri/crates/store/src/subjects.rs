//! What evidence is matched against of every case, for whoever looks for news of evidence in all of them.

use crate::case_list;
use crate::error::StoreError;
use crate::projection::{CaseRow, SubjectText, WriteError};
use crate::squeeze;
use crate::store::Store;
use entaku_domain::case::weighed::EvidenceSubject;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// A case as evidence is matched against it.
#[derive(Debug, Clone, PartialEq)]
pub struct WatchedCase {
    /// Its row of the list.
    pub row: CaseRow,
    /// What evidence is matched against.
    pub subject: EvidenceSubject,
}

impl Store {
    /// Hands every case to `visit`, or the one asked for, in no order; one at a time, for a store holds tens of thousands.
    ///
    /// # Errors
    /// What keeps the store from being read, and what `visit` says.
    pub fn visit_subjects<E: From<StoreError>>(
        &self,
        asked: Option<&str>,
        mut visit: impl FnMut(WatchedCase) -> Result<(), E>,
    ) -> Result<(), E> {
        let failed = |error| self.sql("look through the cases", error);
        let sql = format!(
            "SELECT {}, size, encoding, body FROM case_row JOIN evidence_subject ON of_case = case_id
             WHERE ?1 IS NULL OR case_id = ?1",
            case_list::COLUMNS
        );
        let mut all = self.conn.prepare_cached(&sql).map_err(failed)?;
        let mut rows = all.query([asked]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let case = case_list::read(row).map_err(failed)?;
            let json = text_in(row, case_list::COUNT).map_err(failed)?;
            let damaged = |what: String| StoreError::Damaged {
                file: self.dir.join(crate::files::DATABASE),
                what: format!("what evidence is matched against of {} cannot be read ({what})", case.case_no),
            };
            let json = json.ok_or_else(|| damaged("it is not as it was written".to_owned()))?;
            let subject = serde_json::from_slice(&json).map_err(|error| damaged(error.to_string()))?;
            visit(WatchedCase { row: case, subject })?;
        }
        Ok(())
    }

    /// What is kept of a case, as written.
    pub(crate) fn subject_text(&self, case_id: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.conn
            .prepare_cached("SELECT size, encoding, body FROM evidence_subject WHERE of_case = ?1")
            .and_then(|mut one| one.query_row([case_id], |row| text_in(row, 0)).optional())
            .map(Option::flatten)
            .map_err(|error| self.sql("look through the cases", error))
    }
}

/// The text in three columns from one on; none where it is damaged.
fn text_in(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<Vec<u8>>> {
    let (size, encoding): (u64, String) = (row.get(first)?, row.get(first + 1)?);
    let body = row.get_ref(first + 2)?.as_blob()?;
    Ok(match encoding.as_str() {
        "deflate" => squeeze::inflate(body, size),
        _ => (body.len() as u64 == size).then(|| body.to_vec()),
    })
}

pub(crate) fn write(tx: &Connection, subject: &SubjectText) -> Result<(), WriteError> {
    let text = subject.json.as_bytes();
    let packed = squeeze::deflate(text);
    let (encoding, body) = packed.as_deref().map_or(("plain", text), |packed| ("deflate", packed));
    tx.prepare_cached(
        "INSERT INTO evidence_subject (of_case, size, encoding, body) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (of_case) DO UPDATE SET size = excluded.size, encoding = excluded.encoding, body = excluded.body",
    )?
    .execute(params![subject.case_id, text.len(), encoding, body])?;
    Ok(())
}
