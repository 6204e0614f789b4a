//! Documents of a meeting over several cases: what is common to minutes and agenda.

mod agenda;
mod minutes;

pub(super) use agenda::written as agenda;
pub(super) use minutes::written as minutes;

use entaku_domain::document::{CompanionState, DocumentKind, MeetingHead};
use entaku_domain::text::Text;

use super::sheet::{callout, pairs, text, title};
use super::theme::{ALERT, ALERT_BAR, BODY, bold};
use super::{About, Standing, Words};
use crate::layout::Block;

fn about(head: &MeetingHead, kind: DocumentKind, words: Words) -> About {
    let (number, state) = Standing::of(&head.state);
    About {
        kind,
        language: words.language(),
        title: words.value(&kind).to_owned(),
        institution: head.institution.to_string(),
        name: match &head.title {
            Some(title) => format!("{} {title}", head.held_on),
            None => head.held_on.to_string(),
        },
        person: None,
        named: words.part("heldOn").to_owned(),
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
        let notice = words.either("原案：まだ発行されていません。", "Draft: not issued yet.");
        blocks.push(callout(vec![text(notice, bold(BODY))], ALERT, ALERT_BAR));
    }
    let written = |value: &Option<Text>| value.as_ref().map(ToString::to_string);
    let mut entries = vec![
        (words.part("heldOn").to_owned(), Some(words.day(Some(head.held_on)))),
        (words.part("mode").to_owned(), Some(words.value(&head.mode).to_owned())),
        (words.either("名称", "Name").to_owned(), written(&head.title)),
        (words.either("場所・接続", "Place").to_owned(), written(&head.venue)),
    ];
    entries.extend(more);
    entries.push((words.head("report.contact"), written(&head.contact)));
    blocks.extend(pairs(words, &entries));
    blocks
}

/// A span of time in whole minutes: 12分, 12 min.
fn minutes_said(words: Words, minutes: u64) -> String {
    if words.japanese() { format!("{minutes}分") } else { format!("{minutes} min") }
}
