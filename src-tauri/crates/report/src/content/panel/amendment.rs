//! What an amendment changes: in a few lines on page one, in full on the pages behind it.

use entaku_domain::label::Label;
use entaku_domain::report::{AmendmentNotice, Change};

use super::Writer;
use super::sheet::{callout, cell, column, heading, remark, row, ruled, text};
use super::theme::{ALERT, ALERT_BAR, BODY, SMALL, TABLE, bold, muted, plain, span};
use crate::layout::{Block, Paragraph, Role, Width};

/// Changes told on page one; the others are counted there.
const SHORT_LINES: usize = 8;
/// Characters of the words before and after on page one.
const SHORT_WORDS: usize = 26;

impl Writer<'_> {
    /// Page one: why, what is different in short, and where all of it stands.
    pub(super) fn amendment_notice(&self) -> Option<Block> {
        let notice = self.content.amendment.as_ref()?;
        let reason = self.words.pair(&self.words.head("report.reason"), notice.reason.as_str());
        let mut lines = vec![text(&self.changes_head(notice), bold(BODY)), text(&reason, plain(BODY))];
        lines.extend(notice.changes.iter().take(SHORT_LINES).map(|change| self.in_short(change)));
        let more = notice.changes.len().saturating_sub(SHORT_LINES);
        let all = if more > 0 {
            self.words.either_with(
                format!("ほか{more}件。すべての変更は「前版からの変更点」に全文を記載しています。"),
                format!("{more} more. All changes stand in full under “Changes from the previous revision”."),
            )
        } else if notice.changes.is_empty() {
            self.words.part("noChange").to_owned()
        } else {
            self.words.part("changesInFull").to_owned()
        };
        lines.push(text(&all, muted(SMALL)));
        Some(callout(lines, ALERT, ALERT_BAR))
    }

    /// Behind page one: every change in full.
    pub(super) fn all_changes(&self) -> Vec<Block> {
        let Some(notice) = &self.content.amendment else { return Vec::new() };
        let mut blocks = vec![heading(&self.changes_head(notice))];
        if notice.changes.is_empty() {
            blocks.push(remark(self.words.part("noChange")));
            return blocks;
        }
        let rows = notice.changes.iter().map(|change| {
            row(vec![
                cell(self.words.value(&change.part)),
                cell(self.words.said(&change.subject)),
                cell(self.side(&change.before)),
                cell(self.side(&change.after)),
            ])
        });
        let columns = vec![
            column(self.words.part("part"), Width::Fit(50.0, 80.0)),
            column(self.words.part("subject"), Width::Share(1.0)),
            column(self.words.part("before"), Width::Share(1.5)),
            column(self.words.part("after"), Width::Share(1.5)),
        ];
        blocks.push(ruled(columns, rows.collect()));
        blocks
    }

    fn changes_head(&self, notice: &AmendmentNotice) -> String {
        format!("{} ({})", self.words.of("report.changes"), self.words.revision(notice.follows))
    }

    fn side<'s>(&'s self, label: &'s Option<Label>) -> &'s str {
        label.as_ref().map_or(self.words.part("none"), |label| self.words.said(label))
    }

    fn in_short(&self, change: &Change) -> Block {
        let subject = self.words.pair(self.words.said(&change.subject), "");
        let words = format!("{} → {}", clipped(self.side(&change.before)), clipped(self.side(&change.after)));
        let spans = vec![span(&subject, bold(TABLE)), span(&words, plain(TABLE))];
        Block::Text(Paragraph { spans, role: Role::Body, leading: 1.3, before: 0.0, hang: 8.0 })
    }
}

/// The first line as far as it is short.
fn clipped(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    let cut = line.chars().count() > SHORT_WORDS || words.lines().nth(1).is_some();
    let mut short: String = line.chars().take(SHORT_WORDS).collect();
    if cut {
        short.push('…');
    }
    short
}
