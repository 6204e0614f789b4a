//! Reading the journal.

use crate::append::version_of;
use crate::error::StoreError;
use crate::files;
use crate::record::StoredRecord;
use crate::squeeze;
use crate::store::Store;
use rusqlite::Row;

/// The columns in the order [`RawRecord::read`] takes them.
pub(crate) const COLUMNS: &str = "seq, id, stream, stream_version, at, site_id, device_id, actor_member, actor_role, \
     on_behalf, kind, schema_version, prev_hash, hash, encoding, size, payload";

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
        let sql =
            format!("SELECT {COLUMNS} FROM journal WHERE stream = ?1 AND seq <= ?2 ORDER BY stream_version");
        let mut out = Vec::new();
        let mut statement =
            self.conn.prepare_cached(&sql).map_err(|error| self.sql("read the journal", error))?;
        let rows = statement
            .query_map(rusqlite::params![stream, until], RawRecord::read)
            .map_err(|error| self.sql("read the journal", error))?;
        for row in rows {
            out.push(self.intact(row.map_err(|error| self.sql("read the journal", error))?)?);
        }
        Ok(out)
    }

    /// Opens a record and checks it against its own hash.
    pub(crate) fn intact(&self, raw: RawRecord) -> Result<StoredRecord, StoreError> {
        let seq = raw.record.seq;
        raw.open().filter(StoredRecord::is_intact).ok_or_else(|| StoreError::Damaged {
            file: self.dir.join(files::DATABASE),
            what: format!("event {seq} is not the one that was recorded"),
        })
    }

    /// The number of events in a stream: what the next append expects.
    pub fn stream_version(&self, stream: &str) -> Result<u64, StoreError> {
        version_of(&self.conn, stream).map_err(|error| self.sql("read the journal", error))
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
}
