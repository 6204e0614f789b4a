//! What figures are drawn from: findings as a reader may see them, with what the drawing needs beyond them.

use entaku_domain::decision::Call;
use entaku_domain::finding::Alteration;
use entaku_domain::ids::FindingId;
use entaku_domain::label::Language;
use entaku_domain::protein::FigureFacts;
use entaku_domain::report::{ReportContent, ReportFinding};

use super::Measure;

/// A finding for a figure. Values that the laboratory asks to hide are left out already.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Its number.
    pub id: FindingId,
    /// What was found.
    pub alteration: &'a Alteration,
    /// Whether it is named first where there is no room to name all: judged significant, or on the laboratory's report.
    pub loud: bool,
}

/// What figures are drawn from.
pub struct Scene<'a> {
    /// The findings that may be shown to the reader, and no other.
    pub subjects: Vec<Subject<'a>>,
    /// Proteins and marks.
    pub facts: &'a FigureFacts,
    /// Tumour cell content in percent, as recorded with the specimen.
    pub tumour_content: Option<u8>,
    /// Language of the words.
    pub language: Language,
    /// Measures texts.
    pub measure: Measure<'a>,
}

impl<'a> Scene<'a> {
    /// What a report shows.
    #[must_use]
    pub fn of(content: &'a ReportContent, language: Language, measure: Measure<'a>) -> Self {
        Self {
            subjects: content.findings.iter().map(subject).collect(),
            facts: &content.figures,
            // The share of tumour cells is one of tissue.
            tumour_content: content
                .specimen
                .tumour_content
                .filter(|_| !content.sources.iter().any(|source| source.test.is_cell_free())),
            language,
            measure,
        }
    }
}

fn subject(row: &ReportFinding) -> Subject<'_> {
    let judged = row.panel.as_ref().map(|decision| {
        let high = matches!(&decision.verdict.call, Call::Classified { grade } if grade.weight > 0);
        high || decision.verdict.actionable == Some(true)
    });
    Subject {
        id: row.finding.id,
        alteration: &row.finding.read.alteration,
        loud: judged.unwrap_or_else(|| row.finding.read.reported != Some(false)),
    }
}
