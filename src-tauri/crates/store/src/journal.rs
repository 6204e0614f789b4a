//! Reading the journal.

use crate::append::version_of;
use crate::error::StoreError;
use crate::files;
use crate::record::StoredRecord;
use crate::squeeze;
use crate::store::Store;
use rusqlite::{Connection, Row};
use std::path::Path;

/// The columns in the order [`RawRecord::read`] takes them.
pub(crate) const COLUMNS: &str = "seq, id, stream, stream_version, at, site_id, device_id, actor_member, actor_role, \
     on_behalf, kind, schema_version, prev_hash, hash, encoding, size, payload, signature";

/// One stream of events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StreamInfo {
    /// Its name, e.g. `case/<id>`.
    pub stream: String,
    /// How many events it holds.
    pub version: u64,
    /// Sequence number of its last event.
    pub last_seq: u64,
}

impl Store {
    /// All events of a stream, oldest first; none for a stream that does not exist. Each is checked
    /// against its own hash.
    pub fn load_stream(&self, stream: &str) -> Result<Vec<StoredRecord>, StoreError> {
        self.load_stream_until(stream, u64::MAX)
    }

    /// The events of a stream up to and with sequence number `seq`: the case as it stood at a meeting.
    pub fn load_stream_until(&self, stream: &str, seq: u64) -> Result<Vec<StoredRecord>, StoreError> {
        let until = i64::try_from(seq).unwrap_or(i64::MAX);
        load(&self.conn, &self.dir.join(files::DATABASE), "seq <= ?2", stream, until)
    }

    /// Hands every event of a stream to `visit`, oldest first, one at a time: a long stream is never whole in memory.
    pub fn visit_stream(
        &self,
        stream: &str,
        mut visit: impl FnMut(StoredRecord) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let failed = |error| self.sql("read the journal", error);
        let database = self.dir.join(files::DATABASE);
        let sql = format!("SELECT {COLUMNS} FROM journal WHERE stream = ?1 ORDER BY stream_version");
        let mut statement = self.conn.prepare_cached(&sql).map_err(failed)?;
        let mut rows = statement.query([stream]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            visit(RawRecord::read(row).map_err(failed)?.intact(&database)?)?;
        }
        Ok(())
    }

    /// The number of events in a stream: what the next append expects.
    pub fn stream_version(&self, stream: &str) -> Result<u64, StoreError> {
        version_of(&self.conn, stream).map_err(|error| self.sql("read the journal", error))
    }

    /// The streams whose names follow this one's, by name, at most `limit`.
    pub(crate) fn streams_after(&self, name: &str, limit: u32) -> Result<Vec<StreamInfo>, StoreError> {
        self.conn
            .prepare_cached(
                "SELECT stream, max(stream_version), max(seq) FROM journal
                 WHERE stream > ?1 GROUP BY stream ORDER BY stream LIMIT ?2",
            )
            .and_then(|mut some| {
                some.query_map(rusqlite::params![name, limit], |row| {
                    Ok(StreamInfo { stream: row.get(0)?, version: row.get(1)?, last_seq: row.get(2)? })
                })?
                .collect()
            })
            .map_err(|error| self.sql("read the journal", error))
    }

    /// All streams whose name begins with `prefix` (all streams for an empty one), by name.
    pub fn streams(&self, prefix: &str) -> Result<Vec<StreamInfo>, StoreError> {
        self.conn
            .prepare_cached(
                "SELECT stream, max(stream_version), max(seq) FROM journal
                 WHERE substr(stream, 1, length(?1)) = ?1 GROUP BY stream ORDER BY stream",
            )
            .and_then(|mut all| {
                all.query_map([prefix], |row| {
                    Ok(StreamInfo { stream: row.get(0)?, version: row.get(1)?, last_seq: row.get(2)? })
                })?
                .collect()
            })
            .map_err(|error| self.sql("read the journal", error))
    }
}

/// The events of a stream after its first `version` ones, oldest first. Each is checked against its own hash.
pub(crate) fn stream_after(
    conn: &Connection,
    database: &Path,
    stream: &str,
    version: u64,
) -> Result<Vec<StoredRecord>, StoreError> {
    load(conn, database, "stream_version > ?2", stream, i64::try_from(version).unwrap_or(i64::MAX))
}

fn load(
    conn: &Connection,
    database: &Path,
    which: &str,
    stream: &str,
    bound: i64,
) -> Result<Vec<StoredRecord>, StoreError> {
    let failed = |error| StoreError::database(database, "read the journal", error);
    let sql = format!("SELECT {COLUMNS} FROM journal WHERE stream = ?1 AND {which} ORDER BY stream_version");
    let mut statement = conn.prepare_cached(&sql).map_err(failed)?;
    let rows = statement.query_map(rusqlite::params![stream, bound], RawRecord::read).map_err(failed)?;
    rows.map(|row| row.map_err(failed)?.intact(database)).collect()
}

/// A row before its payload is opened.
pub(crate) struct RawRecord {
    /// The record with the payload as kept.
    pub(crate) record: StoredRecord,
    encoding: String,
    size: u64,
}

impl RawRecord {
    pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            record: StoredRecord {
                seq: row.get(0)?,
                id: row.get(1)?,
                stream: row.get(2)?,
                stream_version: row.get(3)?,
                at: row.get(4)?,
                site_id: row.get(5)?,
                device_id: row.get(6)?,
                actor_member: row.get(7)?,
                actor_role: row.get(8)?,
                on_behalf: row.get(9)?,
                kind: row.get(10)?,
                schema_version: row.get(11)?,
                prev_hash: row.get(12)?,
                hash: row.get(13)?,
                payload: row.get(16)?,
                signature: row.get(17)?,
            },
            encoding: row.get(14)?,
            size: row.get(15)?,
        })
    }

    /// `None`: the payload does not open to its recorded size.
    pub(crate) fn open(mut self) -> Option<StoredRecord> {
        match self.encoding.as_str() {
            "json" if self.record.payload.len() as u64 == self.size => {}
            "json+deflate" => self.record.payload = squeeze::inflate(&self.record.payload, self.size)?,
            _ => return None,
        }
        Some(self.record)
    }

    /// The record, checked against its own hash.
    pub(crate) fn intact(self, database: &Path) -> Result<StoredRecord, StoreError> {
        let seq = self.record.seq;
        self.open().filter(StoredRecord::is_intact).ok_or_else(|| StoreError::Damaged {
            file: database.to_owned(),
            what: format!("event {seq} is not the one that was recorded"),
        })
    }
}
