//! Making the projections anew from the journal, when this program computes them otherwise than the one before.

use crate::error::StoreError;
use crate::fold;
use crate::projection::WriteError;
use crate::store::Store;
use entaku_domain::event::Stream;
use rusqlite::Connection;
use std::path::Path;

/// The present way of computing the projections. To be raised with every change of what they hold (a recall key, a
/// searchable text, a column's meaning); the shape of the tables has numbers of its own.
///
/// 1: first. 2: recall keys leave out listed bases, long frameshifts, splice and promoter words. 3: findings are searched
/// by the names of all their sources, the words of opinions once those are open. 4: past decisions know their
/// tumour and what became of them. 5: a case is found by the hashes of its documents and of their contents. 6: gene and
/// change come from the chosen consequence alone; names that tell no change are no recall keys, places stand with their build. 7: the same change is told by coding change on one transcript, place, protein change.
/// 8: lines of treatment, recommendations and referrals are searched apart, so that it can be said where words were found.
/// 9: what evidence is matched against, and since when nobody has weighed it.
const PROJECTIONS: u32 = 9;

/// Whether the projections were computed as this program does.
pub(crate) fn is_present(conn: &Connection, path: &Path) -> Result<bool, StoreError> {
    let made = conn.query_row("SELECT projections FROM store_meta", [], |row| row.get::<_, u32>(0));
    let made = made.map_err(|error| StoreError::database(path, "tell how its lists were made", error))?;
    Ok(made >= PROJECTIONS)
}

impl Store {
    /// Makes all projections anew if they were computed otherwise, all or none of them. Nothing else reads or writes
    /// meanwhile: the store is being opened.
    pub(crate) fn renew_projections(&mut self) -> Result<(), StoreError> {
        let path = self.dir.join(crate::files::DATABASE);
        let failed = |error| StoreError::database(&path, "have its lists made anew", error);
        if is_present(&self.conn, &path)? {
            return Ok(());
        }
        let streams: Vec<(String, u64)> = self
            .conn
            .prepare("SELECT stream, max(seq) FROM journal WHERE stream LIKE 'case:%' GROUP BY stream ORDER BY min(seq)")
            .and_then(|mut all| all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .map_err(failed)?;
        // Not one transaction of `self.conn`, for folding reads through it: the changes are gathered case by case.
        let begin = "DELETE FROM past_decision; DELETE FROM search_gram; DELETE FROM search_text; DELETE FROM evidence_subject; \
                     DELETE FROM case_row;";
        self.conn.execute_batch("BEGIN IMMEDIATE").map_err(failed)?;
        let outcome = self.conn.execute_batch(begin).map_err(failed).and_then(|()| {
            for (stream, seq) in &streams {
                self.project_anew(stream, *seq)?;
            }
            self.conn
                .execute("UPDATE store_meta SET projections = ?1", [PROJECTIONS])
                .map(drop)
                .map_err(failed)
        });
        match outcome {
            Ok(()) => self.conn.execute_batch("COMMIT").map_err(failed),
            Err(error) => {
                let _ = self.conn.execute_batch("ROLLBACK");
                Err(error)
            }
        }
    }

    fn project_anew(&self, stream: &str, seq: u64) -> Result<(), StoreError> {
        let Some(Stream::Case(id)) = Stream::named(stream) else { return Ok(()) };
        let Some(case) = self.load_case(&id)? else { return Ok(()) };
        fold::project(&case).write(&self.conn, seq).map_err(|error| match error {
            WriteError::Sql(error) => self.sql("have its lists made anew", error),
            WriteError::Told(error) => error,
        })
    }
}
