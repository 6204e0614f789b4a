//! The encrypted case store: journal, projections, attachments.
//!
//! # What it owns
//! The folder of a store and everything in it:
//!
//! | file | holds |
//! |---|---|
//! | `store.db` | the SQLCipher database (AES-256, page HMAC): journal, received files, projections |
//! | `keys.json` | the store key, wrapped once for each member and once for the recovery code |
//! | `head.log` | the keyed head: how long the journal must be (see the `head` module for what is traded) |
//! | `drafts.db` | what members typed and did not record yet: no part of the journal, made when first needed |
//! | `attempts.json` | failed attempts at passwords, counted so that the next one waits |
//! | `making.lock` | held while a backup is made, so that what an interrupted one left is known |
//! | `lock` | held for moments while files beside the database are replaced |
//!
//! It knows no rule of the panel; no type of the database library crosses its interface, so that the
//! same interface can be served by a database server when several hospitals share one panel. It reads
//! no clock: every time is told by the caller.
//!
//! # How it is used
//! ```no_run
//! # use entaku_store::*; use std::path::Path;
//! # fn main() -> Result<(), StoreError> {
//! let dir = Path::new("/home/a/entaku");
//! let owner = SlotOwner { member_id: "m1".into(), sign_in: "tanaka".into() };
//! let new = NewStore { site_id: "site", device_id: "pc-1", created_at: "2026-11-22T10:00:00+09:00", kdf: KdfParams::STANDARD };
//! let (mut store, keys) = Store::create(dir, &new, owner, "a long password")?;
//! // Shown once: keys.code.reveal(); the public halves stand in the first event.
//! # let (case_id, event, file): (entaku_domain::ids::CaseId, entaku_domain::event::Event, Vec<u8>) = todo!();
//! let before = store.load_case(&case_id)?;
//! let mut after = before.clone().unwrap_or_else(|| entaku_domain::case::Case::new(case_id.clone()));
//! after.apply(&event);
//! let kept = NewAttachment { name: "report.json", media_type: "application/json", bytes: &file };
//! let change = CaseChange { before: before.as_ref(), after: &after };
//! // Events, projections and files together, durably; `StoreError::Stale` when another was quicker.
//! let done = store.append_events(&[event], Some(change), &[kept])?;
//! let page = store.cases(&CaseQuery { limit: 50, ..CaseQuery::default() })?;
//! let hits = store.search("膵癌 EGFR", 50)?;
//! let keys = entaku_domain::finding::RecallKeys { general: "L858R".into(), protein: "L858R".into(), ..Default::default() };
//! let precedents = store.past_decisions_exact("EGFR", &keys, 20)?;
//! store.checkpoint()?; // when idle
//! assert!(store.verify_deep()?.ok);
//! store.close()
//! # }
//! ```
//! Two layers: [`Store::append`] and [`Store::load_stream`] know bytes only and would serve any events;
//! [`Store::append_events`], [`Store::load_case`] and [`Store::verify_deep`] know the domain's.
//!
//! # Invariants
//! - A store is made whole or not at all; an append is durable when it returns, or did nothing.
//! - The journal is never updated, shortened or reordered; the chain cannot fork, because its end is read
//!   inside the transaction that extends it. Several programs may have one store open.
//! - Every event bears the signature of who is named in it, from the first keys on; nothing is appended in another's name.
//! - A stale edit is refused ([`StoreError::Stale`]), never merged.
//! - While the keyed head says that the journal lost its end, nothing is appended until a person confirms.
//! - Nothing damaged is ever repaired or deleted by itself.

mod append;
mod archive;
mod aside;
mod attachment;
mod backup;
mod begin;
mod case_list;
mod connection;
mod documents;
mod drafts;
mod error;
mod event;
mod files;
mod fold;
mod grams;
mod guesses;
mod head;
mod identity;
mod journal;
mod kdf;
mod keyholding;
mod keyring;
mod meetings;
mod members;
mod past_decisions;
mod place;
mod projection;
mod random;
mod reading;
mod rebuild;
mod record;
mod recovery;
mod renewal;
mod schema;
mod search;
mod second_factor;
mod squeeze;
mod store;
mod subjects;
mod verify;

#[cfg(test)]
mod tests;

pub use append::Appended;
pub use archive::{Archive, Hashed};
pub use aside::NoteAside;
pub use attachment::{Attachment, KeptFile, NewAttachment, sha256_hex};
pub use backup::{FoundBackup, sha256_of_file};
pub use case_list::{CasePage, CaseQuery, Cursor, PAGE_LIMIT};
pub use drafts::{DRAFT_LIMIT, Draft, DraftPlace};
pub use error::{Cause, StoreError};
pub use event::{CaseChange, event_of, record_of};
pub use files::is_store;
pub use fold::searchable;
pub use grams::fold as folded;
pub use guesses::{FailedSignIns, attempt};
pub use head::{Head, HeadState};
pub use journal::StreamInfo;
pub use kdf::KdfParams;
pub use keyholding::Signer;
pub use keyring::SlotOwner;
pub use members::{NewCode, NewSlot};
pub use place::{shared_mount, windows_share};
pub use projection::{
    CaseRow, FindingDecisions, FollowUp, PastDecision, ProjectionChange, SearchPart, SearchText, SubjectText,
};
pub use record::{NewRecord, PAYLOAD_LIMIT, StoredRecord};
pub use recovery::RecoveryCode;
pub use renewal::{KeyState, Progress};
pub use search::SearchHit;
pub use second_factor::{NewSecondFactor, SPARES, SecondFactor};
pub use store::{NewKeys, NewStore, Store};
pub use subjects::WatchedCase;
pub use verify::{BadEvent, MOST_FAULTS, Refold, Verification};
