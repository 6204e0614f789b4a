//! Documents of a meeting over several cases: what is common to minutes and agenda.

mod agenda;
mod minutes;

pub(super) use agenda::written as agenda;
pub(super) use minutes::written as minutes;

use entaku_domain::document::{CompanionState, DocumentKind, MeetingHead};
use entaku_domain::text::Text;
use entaku_words::clinical;
use entaku_words::paper::{meeting_head, page};

use super::sheet::{callout, pairs, text, title};
use super::theme::{ALERT, ALERT_BAR, BODY, bold};
use super::{DocumentIdentity, Finality, Words};
use crate::layout::Block;

fn about(head: &MeetingHead, kind: DocumentKind, words: Words) -> DocumentIdentity {
    let (number, state) = Finality::of(&head.state);
    DocumentIdentity {
        kind,
        language: words.language(),
        title: words.value(&kind).to_owned(),
        institution: head.institution.to_string(),
        name: match &head.title {
            Some(title) => format!("{} {title}", head.held_on),
            None => head.held_on.to_string(),
        },
        person: None,
        named: words.of(page::HELD_ON).to_owned(),
        id: head.meeting.to_string(),
        revision: words.issue(number),
        number,
        state,
    }
}

/// Title, draft notice, and the facts of the meeting with what the kind adds to them.
fn opening(
    head: &MeetingHead,
    kind: DocumentKind,
    words: Words,
    more: Vec<(String, Option<String>)>,
) -> Vec<Block> {
    let mut blocks = title(words.value(&kind), head.institution.as_str());
    if head.state == CompanionState::Draft {
        let notice = words.of(page::NOT_ISSUED);
        blocks.push(callout(vec![text(notice, bold(BODY))], ALERT, ALERT_BAR));
    }
    let written = |value: &Option<Text>| value.as_ref().map(ToString::to_string);
    let mut entries = vec![
        (words.of(page::HELD_ON).to_owned(), Some(words.day(Some(head.held_on)))),
        (words.of(page::MODE).to_owned(), Some(words.value(&head.mode).to_owned())),
        (words.of(meeting_head::NAME).to_owned(), written(&head.title)),
        (words.of(meeting_head::VENUE).to_owned(), written(&head.venue)),
    ];
    entries.extend(more);
    entries.push((words.head(clinical::report::CONTACT), written(&head.contact)));
    blocks.extend(pairs(words, &entries));
    blocks
}

/// A span of time in whole minutes: 12分, 12 min.
fn minutes_said(words: Words, minutes: u64) -> String {
    words.with(meeting_head::minutes(minutes))
}
