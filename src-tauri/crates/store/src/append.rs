//! The one way anything gets into the journal.

use crate::attachment::{self, NewAttachment, Prepared};
use crate::error::StoreError;
use crate::head::{Head, HeadState};
use crate::keyholding::{Keyholding, Signer};
use crate::projection::{ProjectionChange, WriteError};
use crate::record::{NewRecord, StoredRecord, genesis};
use crate::squeeze;
use crate::store::Store;
use entaku_domain::member_keys::Expected;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use std::borrow::Cow;

/// What an append did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// Sequence number of the last event appended (of the journal's end, when none was).
    pub seq: u64,
    /// The stream's version now: to be expected by the next append.
    pub version: u64,
    /// The journal's end now.
    pub head: Head,
}

/// Records and what they change, with all that costs time and needs no lock done: checked and compressed.
pub(crate) struct Ready<'r> {
    records: Cow<'r, [NewRecord]>,
    packed: Vec<Option<Vec<u8>>>,
    projections: Cow<'r, ProjectionChange>,
}

impl<'r> Ready<'r> {
    pub(crate) fn of(
        records: Cow<'r, [NewRecord]>,
        projections: Cow<'r, ProjectionChange>,
    ) -> Result<Self, StoreError> {
        records.iter().try_for_each(NewRecord::check)?;
        let packed = records.iter().map(|record| squeeze::deflate(&record.payload)).collect();
        Ok(Self { records, packed, projections })
    }
}

impl Store {
    /// Appends events to a stream together with what they change in the projections and the files they
    /// speak of: all of it, durably, or nothing.
    ///
    /// `expected_version` is the number of events the caller has seen in the stream (0 for a new one).
    /// When another program was quicker, the answer is [`StoreError::Stale`] and nothing is written.
    pub fn append(
        &mut self,
        stream: &str,
        expected_version: u64,
        records: &[NewRecord],
        projections: &ProjectionChange,
        attachments: &[NewAttachment<'_>],
    ) -> Result<Appended, StoreError> {
        let ready = Ready::of(Cow::Borrowed(records), Cow::Borrowed(projections))?;
        let attachments: Vec<_> = attachments.iter().map(attachment::prepare).collect();
        self.append_ready(stream, expected_version, ready, &attachments, |_| Ok::<_, StoreError>(None))
    }

    /// As [`Store::append`]. `renewed` is asked once the lock is held, when no other program can change anything, and
    /// gives what is to be written instead where what was made ready does not fit what stands now.
    pub(crate) fn append_ready<'r, E: From<StoreError>>(
        &mut self,
        stream: &str,
        expected_version: u64,
        ready: Ready<'r>,
        attachments: &[Prepared<'_>],
        renewed: impl FnOnce(&Connection) -> Result<Option<Ready<'r>>, E>,
    ) -> Result<Appended, E> {
        self.must_take_writing()?;
        if !self.head_state.allows_append() {
            return Err(StoreError::HeadRefused(self.head_state.clone()).into());
        }
        if stream.is_empty() {
            return Err(StoreError::Invalid { field: "stream", what: "empty".to_owned() }.into());
        }
        let database = self.dir.join(crate::files::DATABASE);
        let failed = |error| StoreError::database(&database, "save", error);

        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let mut head = end_of(&tx, &self.store_id).map_err(failed)?;
        if head.count < self.seen.count {
            let state = HeadState::Ahead { head: self.seen.count, journal: head.count };
            drop(tx);
            self.head_state = state.clone();
            return Err(StoreError::HeadRefused(state).into());
        }
        let mut version = version_of(&tx, stream).map_err(failed)?;
        if version != expected_version {
            let (stream, expected) = (stream.to_owned(), expected_version);
            return Err(StoreError::Stale { stream, expected, actual: version }.into());
        }
        let mut keyholding = self.keyholding.clone();
        keyholding.read_on(&tx, &database)?;
        if let Some(bad) = keyholding.unproven() {
            return Err(StoreError::Unproven(bad.clone()).into());
        }
        let Ready { records, packed, projections } = renewed(&tx)?.unwrap_or(ready);
        for attachment in attachments {
            attachment.write(&tx).map_err(failed)?;
        }
        for (record, packed) in records.iter().zip(packed) {
            version += 1;
            let mut stored = place(record, stream, version, head, &self.site_id, &self.device_id);
            stored.signature =
                signature_of(&keyholding, &stored, [self.signer.as_ref(), self.guest.as_ref()])?;
            keyholding.appended(&stored).map_err(StoreError::Unproven)?;
            insert(&tx, &stored, packed.as_deref()).map_err(|error| told(&database, &stored.id, error))?;
            head = Head { count: stored.seq, hash: stored.hash };
        }
        projections.write(&tx, head.count).map_err(|error| match error {
            WriteError::Sql(error) => failed(error),
            WriteError::Told(error) => error,
        })?;
        tx.commit().map_err(|error| StoreError::committing(&database, error))?;
        self.seen = head;
        self.keyholding = keyholding;
        // The decision is durable now. A head that could not be written is only behind; the next one,
        // or the next opening, makes that good.
        let _ = self.head_log.append(head);
        Ok(Appended { seq: head.count, version, head })
    }
}

/// The end of a journal.
pub(crate) fn end_of(conn: &Connection, store_id: &str) -> rusqlite::Result<Head> {
    let last = conn
        .prepare_cached("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok(Head { count: row.get(0)?, hash: row.get(1)? }))
        .optional()?;
    Ok(last.unwrap_or_else(|| genesis(store_id)))
}

pub(crate) fn version_of(conn: &Connection, stream: &str) -> rusqlite::Result<u64> {
    conn.prepare_cached("SELECT coalesce(max(stream_version), 0) FROM journal WHERE stream = ?1")?
        .query_row([stream], |row| row.get(0))
}

/// The signature of the event's actor, who must be at this machine; none where nobody has keys yet.
fn signature_of(
    keyholding: &Keyholding,
    stored: &StoredRecord,
    present: [Option<&Signer>; 2],
) -> Result<Option<[u8; 64]>, StoreError> {
    let refused = |why: String| StoreError::NotTheirs { member: stored.actor_member.clone(), why };
    let key = match keyholding.expected(stored).map_err(refused)?.0 {
        Expected::Unsigned => return Ok(None),
        Expected::Key(key) => key,
    };
    let signature =
        present.into_iter().flatten().find_map(|signer| signer.sign(&stored.actor_member, key, &stored.hash));
    signature
        .map(Some)
        .ok_or_else(|| refused("who is at this machine does not hold that member's keys".to_owned()))
}

/// The record in its place behind `head`, hashed.
fn place(
    record: &NewRecord,
    stream: &str,
    version: u64,
    head: Head,
    site: &str,
    device: &str,
) -> StoredRecord {
    let mut stored = StoredRecord {
        seq: head.count + 1,
        id: record.id.clone(),
        stream: stream.to_owned(),
        stream_version: version,
        at: record.at.clone(),
        site_id: site.to_owned(),
        device_id: device.to_owned(),
        actor_member: record.actor_member.clone(),
        actor_role: record.actor_role.clone(),
        on_behalf: record.on_behalf.clone(),
        kind: record.kind.clone(),
        schema_version: record.schema_version,
        payload: record.payload.clone(),
        prev_hash: head.hash,
        hash: [0; 32],
        signature: None,
    };
    stored.hash = stored.digest();
    stored
}

fn insert(tx: &Transaction<'_>, record: &StoredRecord, packed: Option<&[u8]>) -> rusqlite::Result<()> {
    let (encoding, payload) =
        packed.map_or(("json", record.payload.as_slice()), |packed| ("json+deflate", packed));
    tx.prepare_cached(include_str!("sql/journal_insert.sql"))?.execute(params![
        record.seq,
        record.id,
        record.stream,
        record.stream_version,
        record.at,
        record.site_id,
        record.device_id,
        record.actor_member,
        record.actor_role,
        record.on_behalf,
        record.kind,
        record.schema_version,
        record.prev_hash,
        record.hash,
        encoding,
        record.payload.len(),
        payload,
        record.signature,
    ])?;
    Ok(())
}

/// A second event of the same id is told as such.
fn told(database: &std::path::Path, id: &str, error: rusqlite::Error) -> StoreError {
    match &error {
        rusqlite::Error::SqliteFailure(_, Some(message)) if message.contains("journal.id") => {
            StoreError::DuplicateEvent(id.to_owned())
        }
        _ => StoreError::database(database, "save", error),
    }
}
