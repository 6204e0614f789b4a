//! What an amendment changes: in a few lines on page one, in full on the pages behind it.

use entaku_domain::label::Label;
use entaku_domain::report::{AmendmentNotice, Change};
use entaku_words::clinical;
use entaku_words::paper::page;

use super::Writer;
use super::sheet::{callout, cell, column, heading, remark, row, ruled};
use super::theme::{ALERT, ALERT_BAR, BODY, SMALL, TABLE, bold, muted, plain, span};
use super::wording::capital;
use crate::layout::{Block, Paragraph, Role, Width};

/// Changes told on page one, and changed texts named there; the others are counted.
const SHORT_LINES: usize = 8;
/// Longest words before and after that page one repeats, in halves of a kanji's width: with both, two lines.
const SHORT_WORDS: usize = 84;

impl Writer<'_> {
    /// Page one: why, what is different in short, and where all of it stands.
    pub(super) fn amendment_notice(&self) -> Option<Block> {
        let notice = self.content.amendment.as_ref()?;
        let (short, long): (Vec<&Change>, Vec<&Change>) =
            notice.changes.iter().partition(|change| self.is_short(change));
        let more = short.len().saturating_sub(SHORT_LINES) + long.len().saturating_sub(SHORT_LINES);
        let all = if more > 0 {
            self.words.with(page::more_in_full(more))
        } else {
            let word = if notice.changes.is_empty() { page::NO_CHANGE } else { page::CHANGES_IN_FULL };
            self.words.of(word).to_owned()
        };
        let head =
            vec![span(&self.changes_head(notice), bold(BODY)), span(&format!("  {all}"), muted(SMALL))];
        let label = self.words.pair(&self.words.head(clinical::report::REASON), "");
        let mut lines = vec![
            Block::Text(Paragraph { spans: head, role: Role::Body, leading: 1.3, before: 0.0, hang: 0.0 }),
            line(&label, notice.reason.as_str()),
        ];
        lines.extend(short.iter().take(SHORT_LINES).map(|change| self.in_short(change)));
        if !long.is_empty() {
            let names = long.iter().take(SHORT_LINES).map(|change| self.words.said(&change.subject));
            let names = names.collect::<Vec<_>>().join(self.words.comma());
            lines.push(line(&self.words.pair(self.words.of(page::TEXTS_CHANGED), ""), &names));
        }
        Some(callout(lines, ALERT, ALERT_BAR))
    }

    /// Behind page one: every change in full.
    pub(super) fn all_changes(&self) -> Vec<Block> {
        let Some(notice) = &self.content.amendment else { return Vec::new() };
        let mut blocks = vec![heading(&self.changes_head(notice))];
        if notice.changes.is_empty() {
            blocks.push(remark(self.words.of(page::NO_CHANGE)));
            return blocks;
        }
        let rows = notice.changes.iter().map(|change| {
            row(vec![
                cell(&capital(self.words.value(&change.part))),
                cell(self.words.said(&change.subject)),
                cell(self.side(&change.before)),
                cell(self.side(&change.after)),
            ])
        });
        let columns = vec![
            column(self.words.of(page::PART), Width::Fit(50.0, 80.0)),
            column(self.words.of(page::SUBJECT), Width::Share(1.0)),
            column(self.words.of(page::BEFORE), Width::Share(1.5)),
            column(self.words.of(page::AFTER), Width::Share(1.5)),
        ];
        blocks.push(ruled(columns, rows.collect()));
        blocks
    }

    fn changes_head(&self, notice: &AmendmentNotice) -> String {
        format!("{} ({})", self.words.of(clinical::report::CHANGES), self.words.revision(notice.follows))
    }

    fn side<'s>(&'s self, label: &'s Option<Label>) -> &'s str {
        label.as_ref().map_or(self.words.of(page::NONE), |label| self.words.said(label))
    }

    /// Whether both sides can be repeated on page one as they are.
    fn is_short(&self, change: &Change) -> bool {
        [&change.before, &change.after].into_iter().all(|label| {
            let words = self.side(label);
            width(words) <= SHORT_WORDS && words.lines().nth(1).is_none()
        })
    }

    fn in_short(&self, change: &Change) -> Block {
        let subject = self.words.pair(self.words.said(&change.subject), "");
        line(&subject, &format!("{} → {}", self.side(&change.before), self.side(&change.after)))
    }
}

fn width(words: &str) -> usize {
    words.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// A line of the notice; what does not fit hangs below its words.
fn line(head: &str, words: &str) -> Block {
    let spans = vec![span(head, bold(TABLE)), span(words, plain(TABLE))];
    Block::Text(Paragraph { spans, role: Role::Body, leading: 1.3, before: 1.0, hang: 8.0 })
}
