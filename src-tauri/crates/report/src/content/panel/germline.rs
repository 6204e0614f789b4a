//! What may be inherited, as far as the patient wishes to be told.

use super::Writer;
use super::sheet::{cell, column, heading, remark, row, ruled, text};
use super::theme::{BODY, plain};
use super::verdicts::known;
use crate::layout::{Block, Width};
use entaku_words::clinical;
use entaku_words::paper::page;

impl Writer<'_> {
    /// The wish, and either the judgements or the sentence that nothing is said.
    pub(super) fn germline(&self) -> Vec<Block> {
        let wish =
            self.words.pair(&self.words.head(clinical::patient::WISH), self.words.value(&self.content.wish));
        let mut blocks = vec![heading(self.words.of(page::GERMLINE)), text(&wish, plain(BODY))];
        if self.content.germline_withheld {
            blocks.push(text(self.words.of(clinical::report::GERMLINE_WITHHELD), plain(BODY)));
            return blocks;
        }
        let rows: Vec<_> = self
            .content
            .findings
            .iter()
            .filter_map(|finding| {
                let flag = finding.germline.as_ref()?;
                let reason = flag.reason.as_ref().map(ToString::to_string).unwrap_or_default();
                Some(row(vec![
                    cell(&finding.finding.id.to_string()),
                    cell(&format!("{} {}", finding.subject, self.change(finding))),
                    cell(self.words.value(&finding.finding.read.origin)),
                    cell(self.judged(finding, flag)),
                    cell(&known(reason)),
                ]))
            })
            .collect();
        if rows.is_empty() {
            blocks.push(remark(self.words.of(page::NO_GERMLINE)));
            return blocks;
        }
        let columns = vec![
            column(&self.words.head(clinical::finding::ID), Width::Fit(26.0, 36.0)),
            column(&self.words.head(clinical::finding::CHANGE), Width::Share(1.4)),
            column(&self.words.head(clinical::finding::ORIGIN), Width::Fit(44.0, 70.0)),
            column(self.words.of(page::JUDGEMENT), Width::Share(1.2)),
            column(self.words.of(page::REMARK), Width::Share(1.6)),
        ];
        blocks.push(ruled(columns, rows));
        blocks
    }
}
