//! Events of a case as lines of its history.

use super::{label, moment};
use crate::view::HistoryEntry;
use entaku_domain::case::Case;
use entaku_domain::event::{Event, EventBody};
use entaku_domain::signing::Signature;
use entaku_domain::words::Worded;
use entaku_words::history::happened;
use entaku_words::{Said, Value};

/// An event in words. `after`: the case after it, for what the event did to signatures.
pub(crate) fn history_entry(event: &Event, seq: u64, hash: &[u8; 32], after: &Case) -> Option<HistoryEntry> {
    let EventBody::Case { what, .. } = &event.body else { return None };
    Some(HistoryEntry {
        version: event.version,
        seq,
        at: moment(event.at),
        by: event.actor.name.to_string(),
        role: event.actor.role,
        kind: event.body.kind().to_owned(),
        what: label(&voiding(event, after, on_behalf(event, what.in_words(after))).to_label()),
        hash: hex::encode(hash),
    })
}

/// Marks what one person typed for another (代行入力).
fn on_behalf(event: &Event, what: Value) -> Value {
    match event.actor.on_behalf_of {
        Some(_) => happened::on_behalf(what).said(),
        None => what,
    }
}

/// Names the signatures that an event voided.
fn voiding(event: &Event, after: &Case, what: Value) -> Value {
    let by_this =
        |given: &&Signature| given.voided.as_ref().is_some_and(|voided| voided.version == event.version);
    let voided = after.signatures.iter().filter(by_this);
    let mut voided =
        voided.map(|given| happened::signature(given.capacity.label(), &given.by.name)).peekable();
    match voided.peek() {
        Some(_) => happened::voiding(what, voided).said(),
        None => what,
    }
}
