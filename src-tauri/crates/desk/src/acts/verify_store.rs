//! Check the store.

use crate::acts::VerifyDocument;
use crate::command::{Act, Command};
use crate::convert::head_said;
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::permission::Right;
use crate::view::VerifyView;
use crate::view::args;
use entaku_report::JournalEnd;
use entaku_words::answers::document_check;
use entaku_words::errors::common;
use entaku_words::{Said, Value};
use std::fs::File;
use std::io::Read;
use std::path::Path;

args! {
    /// Check the store.
    VerifyStore {
        /// Fold every event and compare every projection and attachment.
        deep: Option<bool>,
        /// A backup or a document on PDF of this store, or the end of the journal as it is printed at the foot of a report or of
        /// minutes (`128:9f86d081884c7d65`): whether the journal still holds what it says.
        against: Option<String>,
    }
}

impl Command for VerifyStore {
    const NAME: &'static str = "verify_store";
    const RIGHT: Right = Right::Office;
    const LONG: bool = true;
    type Answer = VerifyView;
}

impl Act for VerifyStore {
    fn act(self, desk: &mut Desk) -> Outcome<VerifyView> {
        let store = &desk.session()?.store;
        let unproven = store.unproven().is_some();
        let found = if self.deep.unwrap_or(false) { store.verify_deep()? } else { store.verify()? };
        let mut findings = Vec::new();
        if let Some(bad) = &found.first_bad {
            findings.push(format!("{}: {}", bad.seq, bad.what));
        }
        if !found.head.is_sound() {
            findings.push(head_said(&found.head).get(desk.language));
        }
        findings.extend(found.faults);
        let missing = self.against.as_deref().map(|path| missing_of(desk, path)).transpose()?.flatten();
        let ok = found.ok && missing.is_none();
        findings.extend(missing.map(|said| said.get(desk.language)));
        Ok(VerifyView {
            ok,
            events: found.events,
            unsigned: found.unsigned,
            first_bad: found.first_bad.map(|bad| bad.seq),
            journal_in_doubt: !found.head.allows_append() || unproven,
            findings,
        })
    }
}

/// What the journal does not hold of a paper or a backup that was made of this store: it was laid back to an older state.
fn missing_of(desk: &mut Desk, against: &str) -> Outcome<Option<Value>> {
    let file = Path::new(against);
    if let Some(end) = printed_end(against) {
        return Ok((!holds(desk, &end)?).then(|| document_check::END_NOT_HELD.said()));
    }
    let unreadable =
        |error: std::io::Error| Problem::of(Code::File, common::unreadable(file.display(), &error));
    let mut start = [0; 4];
    let read = File::open(file).and_then(|mut file| file.read(&mut start)).map_err(unreadable)?;
    if start.get(..read) == Some(b"PK\x03\x04") {
        return Ok(match desk.session()?.store.holds_backup(file)? {
            Some(true) => None,
            Some(false) => Some(document_check::BACKUP_NOT_HELD.said()),
            None => Some(document_check::BACKUP_OF_ANOTHER.said()),
        });
    }
    let paper = VerifyDocument { path: Some(against.to_owned()), code: None }.act(desk)?;
    if paper.identical {
        return Ok(None);
    }
    // Saved by another program its bytes are others, and it may still name the end.
    let end = JournalEnd::named_in(&std::fs::read(file).map_err(unreadable)?);
    Ok(Some(match end {
        Some(end) if !holds(desk, &end)? => document_check::END_NOT_HELD.said(),
        Some(_) => document_check::END_HELD_OTHER_BYTES.said(),
        None => document_check::PAPER_NOT_HELD.said(),
    }))
}

/// Whether this is an end of a journal as people copy it from paper, and no file.
pub fn is_printed_end(text: &str) -> bool {
    printed_end(text).is_some()
}

fn printed_end(text: &str) -> Option<JournalEnd> {
    let path = Path::new(text);
    text.parse().ok().filter(|_| !path.is_absolute() && !path.exists())
}

fn holds(desk: &Desk, end: &JournalEnd) -> Outcome<bool> {
    Ok(desk.session()?.store.holds_end(end.events, &end.hash)?)
}
