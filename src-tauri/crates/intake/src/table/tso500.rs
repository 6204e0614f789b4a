//! TruSight Oncology 500, CombinedVariantOutput: one text for one specimen, in `[sections]`. Lines are padded with tabs to
//! the widest of them; `NA` alone stands for a section with nothing in it. Sections differ between versions of the
//! software.
//!
//! One row of a table is one row of the ledger, and so is each of the sections that hold one measure (TMB, MSI, GIS).
//! What is said of the analysis is a statement. The build is not written, hence asked for.
//!
//! Source: the layout of versions 2.0 to 2.6 as published readers and the maker's release notes describe it.

mod rows;

use super::columns::{Columns, Row, is_missing};
use super::feed::{Feed, Raw};
use super::rows::{Separator, too_many_rows};
use crate::Options;
use crate::assembly;
use crate::encoding;
use crate::error::IntakeError;
use crate::head::Head;
use crate::notes::{NoteBook, Remark, quoted};
use crate::sink::{Reason, Sink};
use entaku_domain::draft::{PanelTest, SequencingSample};
use entaku_domain::finding::{Alteration, DraftFinding, NucleicAcid, Origin, VerbatimField};
use entaku_domain::statement::{Speaker, Statement, StatementKind};
use entaku_words::errors::note;
use std::io::BufRead;

/// Whether a text begins as this report does: with its banner or with a section.
pub(super) fn is_it(line: &str) -> bool {
    section_name(line).is_some() || line.to_ascii_lowercase().contains("combined variant output")
}

/// `[Small Variants]` and its padding.
fn section_name(line: &str) -> Option<&str> {
    let name = line.trim().strip_prefix('[')?.strip_suffix(']')?;
    (!name.is_empty() && !name.contains('\t')).then_some(name)
}

/// Most columns of a section. Known ones have below 20.
const MAX_COLUMNS: usize = 100;

/// Most values of a section about the analysis. Known ones have below 20.
const MAX_VALUES: usize = 1_000;

/// What the lines of a section are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Names and values about the analysis.
    About,
    /// Names and values that make one measure.
    Measure,
    Short,
    Copies,
    ExonCopies,
    Heterozygosity,
    Fusion,
    Splice,
    Unknown,
}

fn kind(section: &str) -> Kind {
    let plain = super::columns::plain(section);
    match plain.as_str() {
        "tmb" | "msi" | "gis" => Kind::Measure,
        "smallvariants" => Kind::Short,
        "geneamplifications" | "copynumbervariants" => Kind::Copies,
        "exonlevelcnvs" | "largerearrangements" => Kind::ExonCopies,
        "fusions" | "dnafusions" | "rnafusions" => Kind::Fusion,
        "splicevariants" => Kind::Splice,
        _ if plain.contains("lossofheterozygosity") => Kind::Heterozygosity,
        _ if plain.ends_with("details") => Kind::About,
        _ => Kind::Unknown,
    }
}

/// Reads the sections into `sink`. `first` is the first line, taken already.
pub(super) fn read<R: BufRead, S: Sink>(
    mut feed: Feed<'_, R>,
    first: &str,
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let mut reading = SectionReader { notes, sink, test: PanelTest::default(), version: None, section: None };
    if let Some(name) = section_name(first) {
        reading.begin(name, feed.line().saturating_sub(1));
    }
    let mut raw = Raw::default();
    let mut reader = Separator::Tab.reader();
    let mut cells = Vec::new();
    let mut lines = 0;
    while feed.row(&mut reader, &mut raw)? {
        lines += 1;
        if lines > options.limits.table_rows {
            return Err(too_many_rows(options.limits.table_rows, reading.notes.file(), raw.line));
        }
        let text = std::str::from_utf8(raw.bytes())
            .map_err(|_| encoding::not_utf8(reading.notes.file(), raw.line))?;
        Separator::Tab.fill(text, raw.ends(), &mut cells);
        if !raw.ended {
            let hint = note::NO_LINE_END.en;
            let remark = Remark::warning("no-line-end", "the last line has no line end", hint);
            reading.notes.add(remark, "file", Some(raw.line), || None);
        }
        let width = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        cells.truncate(width);
        match cells.first().map(|cell| cell.trim()) {
            None => {}
            Some(name) if width == 1 && section_name(name).is_some() => {
                reading.begin(section_name(name).unwrap_or_default(), raw.line);
            }
            Some(_) => reading.line(&mut cells, raw.line),
        }
    }
    reading.end();
    let (test, version) = (reading.test, reading.version);
    Ok(Head {
        format: "TSO500",
        format_version: version,
        assembly: assembly::settle(None, options.assembly.as_ref(), notes),
        test,
        ..Head::default()
    })
}

/// A section on its way in.
struct Section {
    name: String,
    kind: Kind,
    line: u64,
    columns: Option<Columns>,
    values: Vec<VerbatimField>,
}

struct SectionReader<'a, S> {
    notes: &'a mut NoteBook,
    sink: &'a mut S,
    test: PanelTest,
    version: Option<String>,
    section: Option<Section>,
}

impl<S: Sink> SectionReader<'_, S> {
    fn begin(&mut self, name: &str, line: u64) {
        self.end();
        let kind = kind(name);
        if kind == Kind::Unknown {
            let hint = note::UNKNOWN_SECTION.en;
            let remark = Remark::warning("unknown-section", name, hint);
            self.notes.add(remark, name, Some(line), || Some(name.to_owned()));
        }
        let section = Section { name: name.to_owned(), kind, line, columns: None, values: Vec::new() };
        self.section = Some(section);
    }

    fn line(&mut self, cells: &mut Vec<String>, line: u64) {
        let Some(section) = &mut self.section else {
            let said = quoted(&cells.join(" "));
            let remark = Remark::info("no-record", said, "Text before the first section; passed over.");
            return self.notes.add(remark, "banner", Some(line), || None);
        };
        // `NA` for a section with nothing in it.
        if cells.iter().all(|cell| is_missing(cell.trim())) {
            return;
        }
        if matches!(section.kind, Kind::About | Kind::Measure) {
            let (name, value) = (cells.first(), cells.get(1..).unwrap_or_default().join(" "));
            let name = format!("{}/{}", section.name, name.map(|name| name.trim()).unwrap_or_default());
            if section.values.len() >= MAX_VALUES {
                let hint = note::TOO_MANY_STATEMENTS.en;
                let remark =
                    Remark::warning("too-many-statements", format!("more than {MAX_VALUES} values"), hint);
                return self.notes.add(remark, &section.name, Some(line), || Some(section.name.clone()));
            }
            return section.values.push(VerbatimField(name, value.trim().to_owned()));
        }
        let Some(columns) = &section.columns else {
            if cells.len() > MAX_COLUMNS {
                let hint = "No section of the format is that wide; its rows are set aside.";
                let said = format!("{} columns", cells.len());
                self.notes.add(
                    Remark::error("unknown-section", said, hint),
                    &section.name,
                    Some(line),
                    || Some(section.name.clone()),
                );
                cells.truncate(MAX_COLUMNS);
            }
            section.columns = Some(Columns::new(std::mem::take(cells)).within(&section.name));
            return;
        };
        let (found, wanted) = (cells.len(), columns.len());
        if found > wanted {
            let said = format!("{found} of {wanted} fields: {}", quoted(&cells.join(" ")));
            let hint = "Its values may stand under wrong headings; the row is set aside. Ask the sender for the row.";
            self.notes.add(Remark::error("long-record", said, hint), &section.name, Some(line), || {
                Some(section.name.clone())
            });
            let record = cells.join(" ");
            return self.sink.set_aside(Reason::Unreadable, line, Some(section.name.clone()), || record);
        }
        // Fields missing at the end of a line are its padding, taken off above.
        cells.resize(wanted, String::new());
        let row = Row { columns, cells, line };
        record(&section.name, section.kind, &row, self.notes, self.sink);
    }

    fn end(&mut self) {
        let Some(section) = self.section.take() else { return };
        match section.kind {
            Kind::About => self.about(section),
            Kind::Measure if !section.values.is_empty() => self.measure(section),
            _ => {}
        }
    }

    fn about(&mut self, section: Section) {
        let value = |wanted: &str| {
            let found = section.values.iter().find(|field| {
                field.0.rsplit('/').next().is_some_and(|name| name.eq_ignore_ascii_case(wanted))
            });
            found.map(|field| field.1.clone()).filter(|text| !is_missing(text))
        };
        self.test.test_id = self.test.test_id.take().or_else(|| value("Pair ID"));
        self.version = self.version.take().or_else(|| value("Module Version"));
        let software = value("Pipeline Version").or_else(|| value("Workflow Version"));
        self.test.software = self.test.software.take().or(software);
        let acids = [("DNA Sample ID", NucleicAcid::Dna), ("RNA Sample ID", NucleicAcid::Rna)];
        self.test.samples.extend(acids.into_iter().filter_map(|(name, acid)| {
            Some(SequencingSample {
                item: value(name)?,
                is_tumour: None,
                nucleic_acid: Some(acid),
                mean_depth: None,
                suspected_states: Vec::new(),
            })
        }));
        let said: Vec<String> = section
            .values
            .iter()
            .filter(|field| !is_missing(&field.1))
            .map(|VerbatimField(name, value)| {
                format!("{} {value}", name.rsplit('/').next().unwrap_or_default())
            })
            .collect();
        if !said.is_empty() {
            self.sink.state(Statement {
                kind: StatementKind::Remark,
                by: Speaker::Laboratory,
                about: Vec::new(),
                gene: None,
                text: quoted(&said.join(" · ")),
                level: None,
                line: Some(section.line),
                fields: section.values,
            });
        }
    }

    fn measure(&mut self, section: Section) {
        let place = Some(section.name.clone());
        match rows::measure(&section.name, &section.values, section.line, self.notes) {
            Some(marker) => {
                let finding =
                    finding(&section.name, section.line, Alteration::Biomarker(marker), section.values);
                self.sink.keep(finding, section.line);
            }
            None => self.sink.set_aside(Reason::NotCalled, section.line, place, || section.name.clone()),
        }
    }
}

fn record<S: Sink>(section: &str, kind: Kind, row: &Row<'_>, notes: &mut NoteBook, sink: &mut S) {
    let place = Some(section.to_owned());
    let alteration = match kind {
        Kind::Short => rows::short_variant(row, notes).map(Alteration::ShortVariant),
        Kind::Copies => rows::copy_number(row, notes).map(Alteration::CopyNumber),
        Kind::Heterozygosity => rows::heterozygosity(row, notes).map(Alteration::CopyNumber),
        Kind::Fusion => rows::fusion(row, notes).map(Alteration::Rearrangement),
        Kind::Splice => rows::splice(row, notes).map(Alteration::Rearrangement),
        Kind::ExonCopies => {
            if !rows::says_more_than_its_gene(row) {
                return sink.set_aside(Reason::NotCalled, row.line, place, || row.short());
            }
            rows::exon_copies(row, notes).map(Alteration::CopyNumber)
        }
        Kind::About | Kind::Measure | Kind::Unknown => {
            return sink.set_aside(Reason::Unsupported, row.line, place, || row.short());
        }
    };
    match alteration {
        Some(alteration) => sink.keep(finding(section, row.line, alteration, row.verbatim()), row.line),
        None => {
            let hint = "Nothing in the row can be used; it is set aside and stays in the received file.";
            let remark = Remark::error("unreadable-record", row.short(), hint);
            notes.add(remark, section, Some(row.line), || place.clone());
            sink.set_aside(Reason::Unreadable, row.line, place, || row.short());
        }
    }
}

fn finding(section: &str, line: u64, alteration: Alteration, verbatim: Vec<VerbatimField>) -> DraftFinding {
    let acid = match kind(section) {
        Kind::Splice => Some(NucleicAcid::Rna),
        Kind::Short | Kind::Copies | Kind::ExonCopies | Kind::Heterozygosity | Kind::Measure => {
            Some(NucleicAcid::Dna)
        }
        Kind::Fusion if section.starts_with("DNA") => Some(NucleicAcid::Dna),
        Kind::Fusion if section.starts_with("RNA") => Some(NucleicAcid::Rna),
        Kind::Fusion | Kind::About | Kind::Unknown => None,
    };
    DraftFinding {
        item: format!("line {line}"),
        alteration,
        origin: Origin::Unknown,
        sample: None,
        nucleic_acid: acid,
        reported: None,
        laboratory_verdict: None,
        ccat_verdict: None,
        verbatim,
    }
}
