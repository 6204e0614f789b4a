//! Check the store.

use crate::acts::VerifyDocument;
use crate::command::{Act, Command};
use crate::convert::head_said;
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::permission::Right;
use crate::view::VerifyView;
use crate::view::args;
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
        /// A backup, or a document on PDF, of this store: whether the journal still holds what it says.
        against: Option<String>,
    }
}

impl Command for VerifyStore {
    const NAME: &'static str = "verify_store";
    const RIGHT: Right = Right::Office;
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
fn missing_of(desk: &mut Desk, path: &str) -> Outcome<Option<Value>> {
    let file = Path::new(path);
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
    let paper = VerifyDocument { path: Some(path.to_owned()), code: None }.act(desk)?;
    Ok((!paper.identical).then(|| document_check::PAPER_NOT_HELD.said()))
}
