//! The findings by kind, with the three verdicts. What matters or waits comes first; the rest stands in a
//! quieter table below.

use entaku_domain::finding::{
    Alteration, Breakend, CopyNumberAlteration, FindingKind, NucleicAcid, Rearrangement, ShortVariant,
};
use entaku_domain::genome::Assembly;
use entaku_domain::ids::FindingId;
use entaku_domain::known_test::{Assay, Coverage, MARKERS};
use entaku_domain::measure::Metric;
use entaku_domain::report::ReportFinding;
use entaku_domain::words::laboratory;
use entaku_words::clinical;
use entaku_words::paper::page;

use super::Writer;
use super::sheet::{column, heading, numbers, remark, ruled, subheading};
use super::summary::in_ranges;
use super::theme::span;
use super::verdicts::{Tone, is_quiet, known};
use crate::layout::{Block, Cell, Column, Paragraph, Role, Row, Width};

/// Kinds whose absence is worth a line.
const EXPECTED: [FindingKind; 4] =
    [FindingKind::ShortVariant, FindingKind::CopyNumber, FindingKind::Rearrangement, FindingKind::Biomarker];

/// Kinds with so many findings that those of low significance stand apart. A marker's state matters whatever it is.
const CROWDED: [FindingKind; 3] =
    [FindingKind::ShortVariant, FindingKind::CopyNumber, FindingKind::Rearrangement];

/// From so many findings on, the same words said of all of them stand once.
const SAID_OF_MANY: usize = 3;

impl Writer<'_> {
    /// One part for each kind.
    pub(super) fn findings(&self) -> Vec<Block> {
        FindingKind::ALL.into_iter().flat_map(|kind| self.kind(kind)).collect()
    }

    fn kind(&self, kind: FindingKind) -> Vec<Block> {
        let rows: Vec<&ReportFinding> = self.content.findings.iter().filter(|row| row.kind == kind).collect();
        if rows.is_empty() && !EXPECTED.contains(&kind) {
            return Vec::new();
        }
        let title = self.words.counted(self.words.value(&kind), rows.len());
        let mut blocks = vec![heading(&title)];
        if rows.is_empty() {
            blocks.extend(self.absent(kind));
            return blocks;
        }
        if kind == FindingKind::Biomarker {
            let named = |marker: &str| rows.iter().any(|row| row.subject.eq_ignore_ascii_case(marker));
            let missing = MARKERS.into_iter().filter(|(name, _)| !named(name));
            let lines: Vec<Block> = missing.map(|(name, assay)| self.not_there(Some(name), assay)).collect();
            blocks.extend(lines);
        }
        let (quiet, loud): (Vec<&ReportFinding>, Vec<&ReportFinding>) =
            rows.into_iter().partition(|row| CROWDED.contains(&kind) && is_quiet(row));
        if !loud.is_empty() {
            blocks.push(self.table(kind, &loud, Tone::loud(), |row| self.verdict_note(row, Tone::loud())));
        }
        if !quiet.is_empty() {
            let words = self.words.counted(self.words.of(page::QUIET), quiet.len());
            blocks.push(subheading(&words));
            blocks.extend(self.quiet_table(kind, &quiet));
        }
        blocks.extend(self.figures(kind));
        blocks
    }

    /// Why a kind has no finding: a test that looked and found nothing is another thing than one that did not look.
    fn absent(&self, kind: FindingKind) -> Vec<Block> {
        let assay = match kind {
            FindingKind::ShortVariant => Assay::ShortVariant,
            FindingKind::CopyNumber => Assay::CopyNumber,
            FindingKind::Rearrangement => Assay::Rearrangement,
            FindingKind::Expression => Assay::Expression,
            FindingKind::Biomarker => {
                return MARKERS.into_iter().map(|(name, assay)| self.not_there(Some(name), assay)).collect();
            }
            FindingKind::NonHuman | FindingKind::Composite => {
                return vec![remark(self.words.of(clinical::unit::NONE))];
            }
        };
        vec![self.not_there(None, assay)]
    }

    /// A marker that was looked for has a result; that none was received is not that nothing was found.
    fn not_there(&self, marker: Option<&str>, assay: Assay) -> Block {
        let key = match (self.content.coverage(assay), marker) {
            (Coverage::Tested, None) => clinical::unit::NONE_FOUND,
            (Coverage::NotTested, _) => clinical::unit::NOT_TESTED,
            (Coverage::Tested | Coverage::Unknown, Some(_)) => clinical::unit::NO_RESULT,
            (Coverage::Unknown, None) => clinical::unit::NONE,
        };
        let words = self.words.of(key);
        remark(&marker.map_or_else(|| words.to_owned(), |name| self.words.pair(name, words)))
    }

    /// What was said of many at once is printed once, below the table, with the numbers of the findings.
    fn quiet_table(&self, kind: FindingKind, findings: &[&ReportFinding]) -> Vec<Block> {
        let tone = Tone::quiet();
        let mut said: Vec<(Cell, Vec<FindingId>)> = Vec::new();
        for row in findings {
            let Some(note) = self.verdict_note(row, tone) else { continue };
            match said.iter_mut().find(|(known, _)| *known == note) {
                Some((_, ids)) => ids.push(row.finding.id),
                None => said.push((note, vec![row.finding.id])),
            }
        }
        said.retain(|(_, ids)| ids.len() >= SAID_OF_MANY);
        let apart = |row: &ReportFinding| said.iter().any(|(_, ids)| ids.contains(&row.finding.id));
        let note = |row: &ReportFinding| self.verdict_note(row, tone).filter(|_| !apart(row));
        let mut blocks = vec![self.table(kind, findings, tone, note)];
        blocks.extend(said.iter().flat_map(|(note, ids)| {
            let head = span(&format!("{}  ", in_ranges(ids)), tone.plain);
            note.iter().enumerate().map(move |(place, line)| {
                let first = (place == 0).then(|| head.clone());
                let spans = first.into_iter().chain(line.iter().cloned()).collect();
                Block::Text(Paragraph { spans, role: Role::Body, leading: 1.4, before: 2.0, hang: 8.0 })
            })
        }));
        blocks
    }

    fn table(
        &self,
        kind: FindingKind,
        findings: &[&ReportFinding],
        tone: Tone,
        note: impl Fn(&ReportFinding) -> Option<Cell>,
    ) -> Block {
        let mut columns = self.columns(kind, tone);
        let scale = self.shared_scale(findings);
        columns.extend(self.verdict_columns(scale));
        let rows = findings.iter().map(|finding| {
            let mut cells = self.cells(finding, tone);
            cells.extend(self.verdict_cells(finding, scale, tone));
            Row { cells, note: note(finding).map(|note| (1, note)), fill: None }
        });
        ruled(columns, rows.collect())
    }

    fn columns(&self, kind: FindingKind, tone: Tone) -> Vec<Column> {
        let head = |key| self.words.head(key);
        let id = column(&head(clinical::finding::ID), Width::Fit(24.0, 34.0));
        let gene = column(&head(clinical::finding::GENE), Width::Fit(40.0, 74.0));
        let share = |key, share| column(&head(key), Width::Share(share));
        match kind {
            FindingKind::ShortVariant => vec![
                id,
                gene,
                // What runs on after the change needs the room that verdicts of one word leave.
                share(clinical::finding::CHANGE, if tone.run_on { 3.6 } else { 2.3 }),
                // Wide enough for "100.0 %" in one line.
                numbers(&head(clinical::finding::VAF), Width::Fit(42.0, 46.0)),
                numbers(&head(clinical::finding::DEPTH), Width::Fit(32.0, 46.0)),
                column(&head(clinical::finding::ORIGIN), Width::Fit(36.0, 56.0)),
            ],
            FindingKind::CopyNumber => vec![
                id,
                gene,
                share(clinical::finding::CHANGE, 1.0),
                share(clinical::finding::COPY_NUMBER, 1.0),
                column(&head(clinical::finding::POSITION), Width::Fit(56.0, 110.0)),
            ],
            FindingKind::Rearrangement => vec![
                id,
                gene,
                share(clinical::finding::CHANGE, 1.2),
                column(&head(clinical::finding::BREAKPOINTS), Width::Fit(70.0, 150.0)),
                numbers(&head(clinical::finding::SUPPORTING_READS), Width::Fit(36.0, 52.0)),
            ],
            FindingKind::Biomarker => vec![
                id,
                column(&head(clinical::finding::MARKER), Width::Fit(40.0, 74.0)),
                share(clinical::finding::STATE, 1.0),
                share(clinical::finding::VALUE, 1.4),
            ],
            FindingKind::Expression => vec![id, gene, share(clinical::finding::VALUE, 1.6)],
            FindingKind::NonHuman | FindingKind::Composite => {
                vec![
                    id,
                    column(&head(clinical::finding::MARKER), Width::Share(1.0)),
                    share(clinical::finding::VALUE, 1.4),
                ]
            }
        }
    }

    fn cells(&self, row: &ReportFinding, tone: Tone) -> Vec<Cell> {
        let id = tone.cell(&row.finding.id.to_string());
        let subject = tone.stack(&known(row.subject.clone()), &self.below_subject(row, tone));
        match &row.finding.read.alteration {
            Alteration::ShortVariant(variant) => {
                let vaf = variant.vaf.map_or_else(|| known(String::new()), |vaf| vaf.percent());
                let depth = match (variant.alternate_depth, variant.depth) {
                    (Some(alternate), Some(depth)) => format!("{alternate}/{depth}"),
                    (None, Some(depth)) => depth.to_string(),
                    (Some(alternate), None) => alternate.to_string(),
                    (None, None) => known(String::new()),
                };
                let origin = self.words.value(&row.finding.read.origin);
                let change = tone.stack(&known(row.change.clone()), &self.below_change(row, variant));
                vec![id, subject, change, tone.cell(&vaf), tone.cell(&depth), tone.cell(origin)]
            }
            Alteration::CopyNumber(change) => vec![
                id,
                subject,
                tone.stack(&known(laboratory::copies(change, self.words.language())), &[]),
                tone.cell(&known(self.metrics(&change.metrics))),
                self.copy_number_place(row, change, tone),
            ],
            Alteration::Rearrangement(change) => vec![
                id,
                subject,
                tone.stack(&known(self.change(row)), &[]),
                self.breakpoints(row, change, tone),
                self.reads(change, tone),
            ],
            Alteration::Biomarker(marker) => {
                let mut value = vec![self.metrics(&marker.metrics)];
                value.extend(marker.descriptions.iter().cloned());
                value.retain(|words| !words.is_empty());
                let mut texts = value.into_iter();
                let first = known(texts.next().unwrap_or_default());
                let mut cell = tone.cell(&first);
                cell.extend(texts.flat_map(|words| tone.cell(&words)));
                vec![
                    id,
                    subject,
                    tone.stack(
                        &known(marker.state.as_deref().map(|state| self.term(state)).unwrap_or_default()),
                        &[],
                    ),
                    cell,
                ]
            }
            Alteration::Expression(expression) => {
                vec![id, subject, tone.cell(&known(self.metrics(&expression.metrics)))]
            }
            Alteration::NonHuman(found) => vec![id, subject, tone.cell(&known(self.metrics(&found.metrics)))],
            Alteration::Composite(found) => {
                vec![id, subject, tone.cell(&known(found.components.join(self.words.comma())))]
            }
        }
    }

    /// Below the subject: what was sequenced, when it is not DNA, and what the gene does in cancers.
    fn below_subject(&self, row: &ReportFinding, tone: Tone) -> Vec<String> {
        let rna = row.finding.read.nucleic_acid.filter(|kind| *kind == NucleicAcid::Rna);
        let rna = rna.map(|kind| self.words.value(&kind));
        // What is of no significance stands in a narrow table.
        let role = row.gene_role.filter(|_| !tone.run_on).map(|role| self.words.value(&role));
        rna.into_iter().chain(role).map(str::to_owned).collect()
    }

    /// Below the change: coding change with transcript, effects, position with its build.
    fn below_change(&self, row: &ReportFinding, variant: &ShortVariant) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(transcript) = variant.chosen() {
            let coding = transcript.coding.as_ref().map(ToString::to_string).filter(|c| *c != row.change);
            let effects: Vec<String> = transcript.effects.iter().map(|effect| self.term(effect)).collect();
            let effects = effects.join(self.words.comma());
            let parts = [coding, transcript.transcript.clone(), Some(effects).filter(|e| !e.is_empty())];
            lines.push(parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
        }
        let place = variant.genomic_change();
        if variant.position.is_some() && place != row.change {
            lines.push(self.with_build(row, &place));
        }
        lines
    }

    fn copy_number_place(&self, row: &ReportFinding, change: &CopyNumberAlteration, tone: Tone) -> Cell {
        let range = match (change.start, change.end) {
            (Some(start), Some(end)) => format!(":{}-{}", start.get(), end.get()),
            (Some(start), None) => format!(":{}", start.get()),
            _ => String::new(),
        };
        let Some(chromosome) = &change.chromosome else { return tone.cell(&known(String::new())) };
        let mut cell = tone.cell(&format!("{chromosome}{range}"));
        cell.push(vec![span(self.assembly(row).name.name(), tone.small)]);
        cell
    }

    fn breakpoints(&self, row: &ReportFinding, change: &Rearrangement, tone: Tone) -> Cell {
        let (first, second) = &change.breakends;
        let ends = [first, second].into_iter().flatten();
        let mut cell: Cell = ends.flat_map(|end| tone.cell(&breakend(end))).collect();
        match cell.is_empty() {
            true => cell = tone.cell(&known(String::new())),
            false => cell.push(vec![span(self.assembly(row).name.name(), tone.small)]),
        }
        cell
    }

    fn reads(&self, change: &Rearrangement, tone: Tone) -> Cell {
        let reads = match (change.supporting_reads, change.total_reads) {
            (Some(reads), Some(total)) => format!("{reads}/{total}"),
            (Some(reads), None) => reads.to_string(),
            _ => known(String::new()),
        };
        let vaf =
            change.vaf.map(|vaf| format!("{} {}", self.words.of(clinical::finding::VAF), vaf.percent()));
        let mut cell = tone.cell(&reads);
        cell.extend(vaf.iter().map(|words| vec![span(words, tone.small)]));
        cell
    }

    /// A coordinate never stands without its build.
    fn with_build(&self, row: &ReportFinding, place: &str) -> String {
        format!("{place} ({})", self.assembly(row).name.name())
    }

    /// A word of a laboratory in the document's language.
    pub(super) fn term(&self, written: &str) -> String {
        laboratory::term(written, self.words.language())
    }

    /// Values with what was measured, as the source names it.
    fn metrics(&self, all: &[Metric]) -> String {
        let one = |metric: &Metric| {
            let value = laboratory::metric(metric, self.words.language());
            match &metric.kind {
                Some(kind) if metric.unit.as_deref() != Some(kind) && !metric.is_extent() => {
                    format!("{value} ({})", laboratory::short_term(kind, self.words.language()))
                }
                _ => value,
            }
        };
        all.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    /// The change in one line, in the document's language.
    pub(super) fn change(&self, row: &ReportFinding) -> String {
        row.change_in_words().get(self.words.language()).to_owned()
    }

    /// The build that a finding's coordinates count on, and where it came from.
    pub(super) fn assembly(&self, row: &ReportFinding) -> Assembly {
        self.content.assembly_of(row)
    }
}

fn breakend(end: &Breakend) -> String {
    let genes: Vec<&str> = end.genes.iter().map(|gene| gene.as_str()).collect();
    let chromosome = end.chromosome.as_ref().map(ToString::to_string);
    let range = match (end.start, end.end) {
        (Some(start), Some(end)) if start != end => format!("{}-{}", start.get(), end.get()),
        (Some(place), _) | (None, Some(place)) => place.get().to_string(),
        (None, None) => String::new(),
    };
    let place = match chromosome {
        Some(chromosome) if !range.is_empty() => format!("{chromosome}:{range}"),
        Some(chromosome) => chromosome,
        None => range,
    };
    [genes.join("/"), place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
