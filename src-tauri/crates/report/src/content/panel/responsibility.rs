//! Who answers for the report, by which scales and versions it was made, and the hash that identifies it.

use entaku_domain::report::ReportState;
use entaku_domain::signing::ReportSignature;
use entaku_words::clinical;
use entaku_words::paper::page;

use super::Writer;
use super::sheet::{cell, column, heading, long_pairs, remark, row, ruled, strong, text};
use super::theme::{BODY, plain};
use super::wording::NOTHING;
use super::wording::moment;
use crate::layout::{Block, Width};

/// Digits of the hash of what was signed.
const SHORT_HASH: usize = 12;

impl Writer<'_> {
    /// The standing caution, and behind it the site's own.
    fn caution(&self) -> String {
        let standing = self.words.of(clinical::report::CAUTION);
        let own = self.content.template.as_ref().and_then(|template| template.caution.as_ref());
        own.map_or_else(|| standing.to_owned(), |own| format!("{standing}\n{own}"))
    }

    /// What the site's template leaves out: nothing is missing in silence.
    fn left_out(&self) -> Option<String> {
        let parts = &self.content.template.as_ref()?.left_out;
        let names: Vec<&str> = parts.iter().map(|part| self.words.value(part)).collect();
        (!names.is_empty()).then(|| names.join(self.words.comma()))
    }

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
            column(self.words.of(clinical::report::SIGNATURES), Width::Fit(48.0, 110.0)),
            column(self.words.of(clinical::report::SIGNER), Width::Share(1.2)),
            column(self.words.of(clinical::report::SIGNED_AS), Width::Share(1.2)),
            column(self.words.of(clinical::report::SIGNED_AT), Width::Fit(110.0, 130.0)),
            column(self.words.of(clinical::report::SIGNED_CONTENT), Width::Fit(70.0, 90.0)),
        ];
        (!signed.is_empty()).then(|| ruled(columns, signed.iter().map(line).collect()))
    }

    /// Scales and versions, then sign-off, then the standing caution.
    pub(super) fn responsibility(&self) -> Vec<Block> {
        let mut blocks = vec![heading(self.words.of(clinical::report::KNOWLEDGE))];
        let rows: Vec<_> = self
            .content
            .knowledge
            .iter()
            .map(|known| {
                let remark = known.remark.as_ref().map(|remark| self.words.said(remark).to_owned());
                let source = std::iter::once(known.source.clone()).chain(remark).collect::<Vec<_>>();
                let source = source.iter().map(String::as_str).filter(|words| !words.is_empty());
                let source = source.collect::<Vec<_>>().join("\n");
                row(vec![cell(self.words.said(&known.name)), cell(&known.version), cell(&source)])
            })
            .collect();
        if rows.is_empty() {
            blocks.push(remark(NOTHING));
        } else {
            let columns = vec![
                column(self.words.of(page::LABEL), Width::Share(1.2)),
                column(self.words.of(page::VERSION), Width::Fit(50.0, 120.0)),
                column(self.words.of(page::SOURCE), Width::Share(1.6)),
            ];
            blocks.push(ruled(columns, rows));
        }

        let (who, when, state) = match &self.content.state {
            ReportState::Final { at, name, role } => (
                Some(format!("{name} ({})", self.words.value(role))),
                Some(moment(*at)),
                self.words.of(clinical::report::FINAL),
            ),
            ReportState::Draft { .. } => (None, None, self.words.of(clinical::report::DRAFT)),
        };
        let label = |key| self.words.head(key);
        let template = self.content.template.as_ref();
        let list = long_pairs(
            self.words,
            &[
                (
                    label(clinical::report::REVISION),
                    Some(format!("{} ({state})", self.words.revision(self.content.revision))),
                ),
                (label(clinical::report::FINALISED_BY), who),
                (label(clinical::report::FINALISED_AT), when),
                (label(clinical::report::CONTACT), self.content.contact.as_ref().map(ToString::to_string)),
                (label(clinical::report::CONTENT_HASH), Some(self.hash.to_owned())),
                (self.words.of(page::PROGRAM).to_owned(), Some(self.content.program.clone())),
                (label(clinical::report::TEMPLATE), template.map(|template| template.version.clone())),
                (label(clinical::report::LEFT_OUT), self.left_out()),
                (self.words.of(page::CAUTION).to_owned(), Some(self.caution())),
            ],
        );
        let mut last = vec![heading(self.words.of(page::RESPONSIBILITY))];
        last.extend(self.signatures());
        last.extend(list);
        let closing = template.and_then(|template| template.closing.as_ref());
        last.extend(closing.map(|words| text(words.as_str(), plain(BODY))));
        blocks.push(Block::Together(last));
        blocks
    }
}
