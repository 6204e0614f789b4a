//! Who answers for the report, by which scales and versions it was made, and the hash that identifies it.

use entaku_domain::report::ReportState;
use entaku_domain::signing::ReportSignature;

use super::Writer;
use super::sheet::{cell, column, heading, long_pairs, remark, row, ruled, strong};
use super::summary::moment;
use super::wording::NOTHING;
use crate::layout::{Block, Width};

/// Digits of the hash of what was signed.
const SHORT_HASH: usize = 12;

impl Writer<'_> {
    /// Who signed, in what capacity and role, when, and over which content; nothing where nobody has.
    fn signatures(&self) -> Option<Block> {
        let signed = &self.content.signatures;
        let line = |one: &ReportSignature| {
            let hash: String = one.content_hash.to_string().chars().take(SHORT_HASH).collect();
            row(vec![
                strong(self.words.value(&one.capacity)),
                cell(one.name.as_str()),
                cell(self.words.value(&one.role)),
                cell(&moment(one.at)),
                cell(&hash),
            ])
        };
        let columns = vec![
            column(self.words.of("report.signatures"), Width::Fit(48.0, 110.0)),
            column(self.words.of("report.signer"), Width::Share(1.2)),
            column(self.words.of("report.signedAs"), Width::Share(1.2)),
            column(self.words.of("report.signedAt"), Width::Fit(80.0, 120.0)),
            column(self.words.of("report.signedContent"), Width::Fit(70.0, 90.0)),
        ];
        (!signed.is_empty()).then(|| ruled(columns, signed.iter().map(line).collect()))
    }

    /// Scales and versions, then sign-off, then the standing caution.
    pub(super) fn responsibility(&self) -> Vec<Block> {
        let mut blocks = vec![heading(self.words.of("report.knowledge"))];
        let rows: Vec<_> = self
            .content
            .knowledge
            .iter()
            .map(|known| {
                row(vec![cell(self.words.said(&known.name)), cell(&known.version), cell(&known.source)])
            })
            .collect();
        if rows.is_empty() {
            blocks.push(remark(NOTHING));
        } else {
            let columns = vec![
                column(self.words.part("label"), Width::Share(1.2)),
                column(self.words.part("version"), Width::Fit(50.0, 120.0)),
                column(self.words.part("source"), Width::Share(1.6)),
            ];
            blocks.push(ruled(columns, rows));
        }

        let (who, when, state) = match &self.content.state {
            ReportState::Final { at, name, role } => (
                Some(format!("{name} ({})", self.words.value(role))),
                Some(moment(*at)),
                self.words.of("report.final"),
            ),
            ReportState::Draft { .. } => (None, None, self.words.of("report.draft")),
        };
        let label = |key| self.words.head(key);
        let list = long_pairs(
            self.words,
            &[
                (
                    label("report.revision"),
                    Some(format!("{} ({state})", self.words.revision(self.content.revision))),
                ),
                (label("report.finalisedBy"), who),
                (label("report.finalisedAt"), when),
                (label("report.contact"), self.content.contact.as_ref().map(ToString::to_string)),
                (label("report.contentHash"), Some(self.hash.to_owned())),
                (self.words.part("program").to_owned(), Some(self.content.program.clone())),
                (self.words.part("caution").to_owned(), Some(self.words.of("report.caution").to_owned())),
            ],
        );
        let mut last = vec![heading(self.words.part("responsibility"))];
        last.extend(self.signatures());
        last.extend(list);
        blocks.push(Block::Together(last));
        blocks
    }
}
