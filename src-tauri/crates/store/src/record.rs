//! One event as the journal keeps it, and the bytes its hash covers.

use crate::error::StoreError;
use crate::head::Head;
use sha2::{Digest, Sha256};

/// The longest payload taken, in bytes. A whole intake is one event: a report of 10 000 findings
/// needs about 10 MB.
pub const PAYLOAD_LIMIT: usize = 256 * 1024 * 1024;

/// One event to be appended. Its stream is told to `append`, its place in the order is given there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRecord {
    /// UUIDv7 of the event, made by the caller.
    pub id: String,
    /// When it happened: RFC 3339 with offset.
    pub at: String,
    /// The member who acted.
    pub actor_member: String,
    /// In which role.
    pub actor_role: String,
    /// For whom, when the member acted for another (proxy input).
    pub on_behalf: Option<String>,
    /// What kind of event.
    pub kind: String,
    /// Version of this kind's shape.
    pub schema_version: u32,
    /// JSON, written once by the caller: exactly these bytes are kept and hashed.
    pub payload: Vec<u8>,
}

impl NewRecord {
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        let wrong = |field, what: String| Err(StoreError::Invalid { field, what });
        if self.id.is_empty() || self.kind.is_empty() || self.actor_member.is_empty() {
            return wrong("event", "an event needs an id, a kind and an actor".to_owned());
        }
        if chrono::DateTime::parse_from_rfc3339(&self.at).is_err() {
            return wrong("event time", format!("“{}” is no RFC 3339 time with an offset", self.at));
        }
        if self.schema_version == 0 {
            return wrong("event schema version", "0 found, counted from 1".to_owned());
        }
        if self.payload.len() > PAYLOAD_LIMIT {
            return wrong(
                "event payload",
                format!("{} bytes, at most {PAYLOAD_LIMIT} are taken", self.payload.len()),
            );
        }
        Ok(())
    }
}

/// One event of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRecord {
    /// Place in the whole journal, counted from 1 without gaps.
    pub seq: u64,
    /// UUIDv7 of the event.
    pub id: String,
    /// What it happened to, e.g. `case/<id>`.
    pub stream: String,
    /// Place in its stream, counted from 1.
    pub stream_version: u64,
    /// When it happened: RFC 3339 with offset.
    pub at: String,
    /// The institution's site.
    pub site_id: String,
    /// The computer it was recorded on.
    pub device_id: String,
    /// The member who acted.
    pub actor_member: String,
    /// In which role.
    pub actor_role: String,
    /// For whom, when the member acted for another.
    pub on_behalf: Option<String>,
    /// What kind of event.
    pub kind: String,
    /// Version of this kind's shape.
    pub schema_version: u32,
    /// JSON as the caller wrote it.
    pub payload: Vec<u8>,
    /// Hash of the event before it; of the store's identity for the first.
    pub prev_hash: [u8; 32],
    /// SHA-256 over all of the above.
    pub hash: [u8; 32],
    /// The actor's Ed25519 signature over the hash; none from before members had keys.
    pub signature: Option<[u8; 64]>,
}

impl StoredRecord {
    /// Whether the hash is that of this content.
    pub fn is_intact(&self) -> bool {
        self.digest() == self.hash
    }

    /// The hash over everything but itself. Each part stands with its length before it, so that no two
    /// contents give the same bytes; an absent part differs from an empty one. How the payload is
    /// compressed is left out: it says nothing, and a wrong one gives other bytes.
    pub(crate) fn digest(&self) -> [u8; 32] {
        let mut hasher = Sha256::new();
        let mut part = |present: bool, bytes: &[u8]| {
            hasher.update([u8::from(present)]);
            hasher.update((bytes.len() as u64).to_be_bytes());
            hasher.update(bytes);
        };
        part(true, b"entaku/journal/v1");
        part(true, &self.prev_hash);
        part(true, &self.seq.to_be_bytes());
        part(true, self.id.as_bytes());
        part(true, self.stream.as_bytes());
        part(true, &self.stream_version.to_be_bytes());
        part(true, self.at.as_bytes());
        part(true, self.site_id.as_bytes());
        part(true, self.device_id.as_bytes());
        part(true, self.actor_member.as_bytes());
        part(true, self.actor_role.as_bytes());
        part(self.on_behalf.is_some(), self.on_behalf.as_deref().unwrap_or_default().as_bytes());
        part(true, self.kind.as_bytes());
        part(true, &self.schema_version.to_be_bytes());
        part(true, &self.payload);
        hasher.finalize().into()
    }
}

/// The head of an empty journal: binds the chain to its store.
pub(crate) fn genesis(store_id: &str) -> Head {
    let hash = Sha256::new().chain_update(b"entaku/genesis/v1").chain_update(store_id.as_bytes()).finalize();
    Head { count: 0, hash: hash.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> StoredRecord {
        StoredRecord {
            seq: 7,
            id: "id".into(),
            stream: "case/1".into(),
            stream_version: 2,
            at: "2026-11-22T10:00:00+09:00".into(),
            site_id: "site".into(),
            device_id: "device".into(),
            actor_member: "m1".into(),
            actor_role: "chair".into(),
            on_behalf: None,
            kind: "opinion".into(),
            schema_version: 1,
            payload: b"{}".to_vec(),
            prev_hash: [9; 32],
            hash: [0; 32],
            signature: None,
        }
    }

    #[test]
    fn every_column_changes_the_hash() {
        let base = record().digest();
        let changes: [fn(&mut StoredRecord); 14] = [
            |r| r.seq = 8,
            |r| r.id.push('x'),
            |r| r.stream.push('x'),
            |r| r.stream_version = 3,
            |r| r.at.push('x'),
            |r| r.site_id.push('x'),
            |r| r.device_id.push('x'),
            |r| r.actor_member.push('x'),
            |r| r.actor_role.push('x'),
            |r| r.on_behalf = Some(String::new()),
            |r| r.kind.push('x'),
            |r| r.schema_version = 2,
            |r| r.payload.push(b' '),
            |r| r.prev_hash = [8; 32],
        ];
        for (index, change) in changes.iter().enumerate() {
            let mut changed = record();
            change(&mut changed);
            assert_ne!(changed.digest(), base, "column {index} is not covered");
        }
    }

    #[test]
    fn text_moved_between_columns_changes_the_hash() {
        let (mut one, mut other) = (record(), record());
        (one.site_id, one.device_id) = ("ab".into(), "c".into());
        (other.site_id, other.device_id) = ("a".into(), "bc".into());
        assert_ne!(one.digest(), other.digest());
    }

    #[test]
    fn the_hash_of_a_known_event_never_changes() {
        // Computed apart from this code, from the layout that `digest` documents. Stores of every released
        // version must verify: a change here breaks all of them.
        assert_eq!(
            hex::encode(record().digest()),
            "ac9ddb18fe09088154dbe96587ae2756c2e726b8d966a4d7f8ddfb03937a2946"
        );
    }
}
