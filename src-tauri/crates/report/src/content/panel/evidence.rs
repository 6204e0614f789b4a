//! Rows of evidence that a verdict or a recommendation rests on: each with its source, version, scale and references.

use entaku_domain::evidence::{CitedEvidence, Reference, ReviewStatus};
use entaku_words::clinical;

use super::Writer;
use super::theme::{SMALL, TABLE, muted, plain, span};
use crate::text::Span;

impl Writer<'_> {
    /// One line for each row.
    pub(super) fn cited_lines(&self, rows: &[CitedEvidence]) -> Vec<Vec<Span>> {
        let label = self.words.pair(&self.words.head(clinical::evidence::CITED), "");
        let line = |row| vec![span(&label, muted(SMALL)), span(&self.cited(row), plain(TABLE))];
        rows.iter().map(line).collect()
    }

    /// `CIViC EID1409 (2026-10-01) · BRAF V600E · sensitivity · CIViC A · Melanoma (other tumour) · Vemurafenib · PMID 20979469`.
    pub(super) fn cited(&self, row: &CitedEvidence) -> String {
        let mut parts = vec![self.words.said(&row.in_words()).to_owned()];
        if !row.therapies.is_empty() {
            let how = row.interaction.map(|how| format!(" ({})", self.words.value(&how)));
            parts.push(format!("{}{}", row.therapies.join(" + "), how.unwrap_or_default()));
        }
        if row.contested {
            parts.push(self.words.of(clinical::evidence::CONTESTED).to_owned());
        }
        if row.status == ReviewStatus::Submitted {
            parts.push(self.words.value(&row.status).to_owned());
        }
        parts.extend(row.references.iter().map(Reference::said));
        parts.join(" · ")
    }
}
