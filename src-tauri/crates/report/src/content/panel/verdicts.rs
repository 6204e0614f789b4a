//! The three verdicts on a finding, side by side: laboratory, C-CAT, panel.

use entaku_domain::case::Difference;
use entaku_domain::classification::Classification;
use entaku_domain::decision::{Call, GermlineFlag};
use entaku_domain::finding::{Alteration, FindingKind, TranscriptEffect, more_severe};
use entaku_domain::grade::Grade;
use entaku_domain::label::Label;
use entaku_domain::report::ReportFinding;
use entaku_words::clinical;

use super::Writer;
use super::theme::{MUTED, SMALL, TABLE, bold, muted, plain, span};
use super::wording::NOTHING;
use crate::layout::{Cell, Column, Width};
use crate::text::{Color, Span, Style};

/// How many consequences beside the one that speaks are named; the rest are counted.
const ELSEWHERE: usize = 2;

/// How loudly a row speaks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    /// Ordinary text.
    pub plain: Style,
    /// What the eye should find first.
    pub strong: Style,
    /// What explains.
    pub small: Style,
    /// Whether what explains runs on after what it explains, rather than below it.
    pub run_on: bool,
}

impl Tone {
    /// For findings that matter or wait for a verdict.
    pub fn loud() -> Self {
        Self { plain: plain(TABLE), strong: bold(TABLE), small: muted(SMALL), run_on: false }
    }

    /// For findings judged of uncertain or low significance.
    pub fn quiet() -> Self {
        let grey: Color = MUTED;
        let style = Style { size: 7.2, bold: false, color: grey };
        Self { plain: style, strong: style, small: Style { size: 6.6, ..style }, run_on: true }
    }

    /// For page one: the class is what counts, not in bold a second time beside the gene.
    pub fn page_one() -> Self {
        Self { strong: plain(TABLE), ..Self::loud() }
    }

    /// A cell of one text.
    pub fn cell(&self, words: &str) -> Cell {
        vec![vec![span(words, self.plain)]]
    }

    /// A cell with its first text strong and the others small below it.
    pub fn stack(&self, first: &str, others: &[String]) -> Cell {
        let mut cell = vec![vec![span(first, self.strong)]];
        let others = others.iter().filter(|words| !words.is_empty()).map(|words| span(words, self.small));
        match cell.first_mut().filter(|_| self.run_on) {
            Some(first) => first.extend(others.flat_map(|words| [span("  ", self.small), words])),
            None => cell.extend(others.map(|words| vec![words])),
        }
        cell
    }
}

impl Writer<'_> {
    /// Heads of the three columns. The scale stands in the head of the panel's column when all rows share it.
    pub(super) fn verdict_columns(&self, scale: Option<&str>) -> [Column; 3] {
        let column = |key, width| super::sheet::column(&self.words.head(key), width);
        let panel = self.panel_column(scale);
        [
            column(clinical::verdict::LABORATORY, Width::Share(0.95)),
            column(clinical::verdict::CCAT, Width::Share(0.85)),
            panel,
        ]
    }

    /// Head of the panel's column alone.
    pub(super) fn panel_column(&self, scale: Option<&str>) -> Column {
        let omitted = self.content.panel_omitted();
        let name = self.words.head(if omitted { clinical::verdict::OWN } else { clinical::verdict::PANEL });
        // The panel's own scales have the panel in their names.
        match scale.filter(|scale| scale.starts_with(&name)) {
            Some(own) => super::sheet::column(own, Width::Share(1.3)),
            None => {
                let mut panel = super::sheet::column(&name, Width::Share(1.3));
                panel.head.extend(scale.map(|scale| span(&format!(" {scale}"), muted(6.5))));
                panel
            }
        }
    }

    /// The scale of all classified findings, when they share one.
    pub(super) fn shared_scale<'r>(&self, rows: &[&'r ReportFinding]) -> Option<&'r str> {
        let mut scales = rows.iter().filter_map(|row| match &row.panel.as_ref()?.verdict.call {
            Call::Classified { grade } => Some(self.words.said(&grade.scale_name)),
            Call::Deferred { .. } => None,
        });
        let first = scales.next()?;
        scales.all(|scale| scale == first).then_some(first)
    }

    /// The three cells of a finding.
    pub(super) fn verdict_cells(&self, row: &ReportFinding, scale: Option<&str>, tone: Tone) -> [Cell; 3] {
        let read = &row.finding.read;
        let mut laboratory = tone.cell(super::sheet::or_nothing(read.laboratory_verdict.as_deref()));
        if read.reported == Some(false) {
            laboratory.push(vec![span(self.words.of(clinical::finding::NOT_REPORTED), tone.small)]);
        }
        let ccat = tone.cell(super::sheet::or_nothing(row.ccat.as_deref()));
        [laboratory, ccat, self.panel_cell(row, scale, tone)]
    }

    /// The panel's verdict; the scale stands in the cell unless it is the given one, which the head names.
    pub(super) fn panel_cell(&self, row: &ReportFinding, scale: Option<&str>, tone: Tone) -> Cell {
        let Some(decision) = &row.panel else {
            return vec![vec![span(self.words.of(clinical::verdict::NONE), tone.small)]];
        };
        let verdict = &decision.verdict;
        let mut cell = match &verdict.call {
            Call::Classified { grade } => {
                let class = vec![span(self.words.said(&grade.class_name), tone.strong)];
                let named = self.words.said(&grade.scale_name);
                let own = (scale != Some(named)).then(|| vec![span(named, tone.small)]);
                std::iter::once(class).chain(own).collect()
            }
            Call::Deferred { reason } => {
                vec![vec![span(
                    &self.words.pair(self.words.of(clinical::verdict::DEFERRED), reason.as_str()),
                    tone.plain,
                )]]
            }
        };
        if let Some(actionable) = verdict.actionable {
            let key =
                if actionable { clinical::verdict::ACTIONABLE } else { clinical::verdict::NOT_ACTIONABLE };
            cell.push(vec![span(self.words.of(key), tone.small)]);
        }
        cell
    }

    /// What stands below a finding across the table: reasons, sources, germline judgement. Empty when there is none.
    pub(super) fn verdict_note(&self, row: &ReportFinding, tone: Tone) -> Option<Cell> {
        let mut note: Vec<Vec<Span>> = Vec::new();
        let mut add = |label: &str, words: &str| {
            let label = self.words.pair(label, "");
            note.push(vec![span(&label, tone.small), span(words, tone.plain)]);
        };
        if let Some(entry) = &row.finding.entry {
            let by = self.words.pair(entry.by.name.as_str(), entry.reason.as_str());
            add(self.words.of(clinical::finding::ENTERED), &by);
        }
        if let Some(choice) = &row.finding.choice {
            let by = self.words.pair(choice.by.name.as_str(), choice.reason.as_str());
            add(self.words.of(clinical::chosen::PERSON), &by);
        }
        if let Some(elsewhere) = self.more_severe(row) {
            add(self.words.of(clinical::finding::MORE_SEVERE), &elsewhere);
        }
        if let Some(misfit) = row.finding.read.reference_misfit(&self.assembly(row)) {
            add(self.words.of(clinical::finding::REFERENCE_MISFIT), self.words.said(&misfit));
        }
        for difference in &row.differences {
            let label = self
                .words
                .pair(self.words.of(clinical::finding::DIFFERENCES), self.words.value(&difference.part));
            add(&label, &self.source_by_source(difference));
        }
        if let Some(verdict) = row.panel.as_ref().map(|decision| &decision.verdict) {
            if let Some(basis) = &verdict.basis {
                for (label, words) in self.basis_words(basis) {
                    add(&label, &words);
                }
            }
            if let Some(rationale) = &verdict.rationale {
                add(&self.words.head(clinical::verdict::RATIONALE), rationale.as_str());
            }
            if !verdict.references.is_empty() {
                let all: Vec<&str> = verdict.references.iter().map(|text| text.as_str()).collect();
                add(&self.words.head(clinical::verdict::REFERENCES), &all.join(self.words.comma()));
            }
            for row in &verdict.evidence {
                add(&self.words.head(clinical::evidence::CITED), &self.cited(row));
            }
            for dissent in &verdict.dissent {
                let label = format!("{} {}", self.words.head(clinical::verdict::DISSENT), dissent.name);
                add(&label, dissent.words.as_str());
            }
        }
        if let Some(flag) = &row.germline {
            add(&self.words.head(clinical::finding::GERMLINE_FLAG), &self.germline_words(row, flag));
        }
        (!note.is_empty()).then_some(note)
    }

    /// Consequences with a more severe effect than the one that speaks for the finding.
    fn more_severe(&self, row: &ReportFinding) -> Option<String> {
        let Alteration::ShortVariant(variant) = &row.finding.read.alteration else { return None };
        let others = more_severe(&variant.transcripts);
        let mut named: Vec<String> =
            others.iter().take(ELSEWHERE).map(|other| self.consequence(other)).collect();
        let left = others.len().saturating_sub(named.len());
        if left > 0 {
            named.push(format!("+{left}"));
        }
        (!named.is_empty()).then(|| named.join(self.words.comma()))
    }

    fn consequence(&self, effect: &TranscriptEffect) -> String {
        let change = effect.protein.as_ref().or(effect.coding.as_ref()).map(ToString::to_string);
        let gene = effect.gene.as_ref().map(ToString::to_string);
        let parts =
            [gene, effect.transcript.clone(), change, effect.effects.first().map(|one| self.term(one))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The criteria with points, the scheme they belong to, and what was made of the class they suggest.
    fn basis_words(&self, basis: &Classification) -> Vec<(String, String)> {
        let mut lines = vec![(
            self.words.head(clinical::verdict::BASIS),
            format!("{} ({}, {})", basis.sum(), self.words.said(&basis.scheme_name), basis.version),
        )];
        // Each by its name: codes alone are read otherwise by other tools.
        lines.extend(basis.criteria.iter().map(|one| {
            let name = self.words.said(&one.name).to_owned();
            let words = one.note.as_ref().map(|note| self.words.pair(&name, note.as_str()));
            (one.written(), words.unwrap_or(name))
        }));
        if let Some(reason) = &basis.override_reason {
            let class = self.words.said(&basis.suggested.class_name).to_owned();
            lines.push((self.words.head(clinical::verdict::SUGGESTED), class));
            lines.push((self.words.head(clinical::verdict::OVERRIDE_REASON), reason.to_string()));
        }
        lines
    }

    /// What each source says where they disagree, with the file's name.
    fn source_by_source(&self, difference: &Difference) -> String {
        let one = |(source, words): &(Option<usize>, Label)| {
            let file = source.and_then(|index| self.content.sources.get(index));
            let name =
                file.map_or(self.words.of(clinical::finding::ENTERED), |source| source.file.name.as_str());
            format!("{} ({name})", self.words.said(words))
        };
        difference.said.iter().map(one).collect::<Vec<_>>().join(self.words.comma())
    }

    /// A germline judgement with its reason.
    fn germline_words(&self, row: &ReportFinding, flag: &GermlineFlag) -> String {
        let judgement = self.judged(row, flag);
        match &flag.reason {
            Some(reason) => self.words.pair(judgement, reason.as_str()),
            None => judgement.to_owned(),
        }
    }

    /// A germline judgement: found beside normal tissue (GPV), or presumed from the tumour alone (PGPV).
    pub(super) fn judged(&self, row: &ReportFinding, flag: &GermlineFlag) -> &'static str {
        let matched_normal = row.has_matched_normal(&self.content.sources);
        flag.judgement.said(matched_normal).get(self.words.language())
    }

    /// A level with its scale, which it never stands without.
    pub(super) fn graded(&self, grade: &Grade) -> String {
        let (scale, class) = (self.words.said(&grade.scale_name), self.words.said(&grade.class_name));
        if class == grade.class {
            format!("{scale} {class}")
        } else {
            format!("{scale} {} {class}", grade.class)
        }
    }
}

/// Whether the panel judged the finding to be of uncertain or low significance.
pub fn is_quiet(row: &ReportFinding) -> bool {
    let Some(decision) = &row.panel else { return false };
    let low = matches!(&decision.verdict.call, Call::Classified { grade } if grade.weight <= 0);
    low && decision.verdict.actionable != Some(true) && row.germline.is_none()
}

/// Whether the finding belongs on page one: the panel judged that it matters, or it is a genome-wide marker, whose
/// state a reader looks for whatever it is.
pub fn matters(row: &ReportFinding) -> bool {
    if row.kind == FindingKind::Biomarker {
        return true;
    }
    let Some(decision) = &row.panel else { return false };
    let high = matches!(&decision.verdict.call, Call::Classified { grade } if grade.weight > 0);
    high || decision.verdict.actionable == Some(true)
}

/// A text, or the sign for nothing.
pub fn known(words: String) -> String {
    if words.is_empty() { NOTHING.to_owned() } else { words }
}
