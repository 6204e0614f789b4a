//! Events of a case as lines of its history.

use super::{label, moment};
use crate::view::HistoryEntry;
use entaku_domain::case::Case;
use entaku_domain::event::{Event, EventBody};
use entaku_domain::label::Label;
use entaku_domain::signing::Signature;
use entaku_domain::words::Worded;

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
        what: label(&voiding(event, after, on_behalf(event, what.in_words(after)))),
        hash: hex::encode(hash),
    })
}

/// Marks what one person typed for another (代行入力).
fn on_behalf(event: &Event, mut words: Label) -> Label {
    if event.actor.on_behalf_of.is_some() {
        words.ja.push_str("（代行入力）");
        words.en.push_str(" (entered on behalf)");
    }
    words
}

/// Names the signatures that an event voided.
fn voiding(event: &Event, after: &Case, mut words: Label) -> Label {
    let by_this =
        |given: &&Signature| given.voided.as_ref().is_some_and(|voided| voided.version == event.version);
    let voided: Vec<_> = after.signatures.iter().filter(by_this).collect();
    if !voided.is_empty() {
        let ja = voided.iter().map(|given| format!("{} {}", given.capacity.label().ja, given.by.name));
        let en = voided.iter().map(|given| format!("{} {}", given.capacity.label().en, given.by.name));
        words.ja.push_str(&format!("。これにより署名が無効: {}", ja.collect::<Vec<_>>().join("、")));
        words.en.push_str(&format!(". Signatures voided by it: {}", en.collect::<Vec<_>>().join(", ")));
    }
    words
}
