//! Guardant360 CDx: one workbook for one test, a sheet for each kind of alteration, `call` tells what was called. The
//! build is GRCh37 by convention and not written. Nothing in the file tells who the patient is; MSI is a marker, QC is
//! said of the test.
//!
//! Rows that were not called are set aside (`notCalled`); among them stand germline polymorphisms.

mod rows;

use super::sheets::{Book, Sheet};
use crate::Options;
use crate::assembly;
use crate::error::IntakeError;
use crate::head::Head;
use crate::notes::{NoteBook, Remark};
use crate::sink::{Reason, Sink};
use crate::table::Row;
use entaku_domain::draft::PanelTest;
use entaku_domain::finding::{Alteration, DraftFinding, NucleicAcid, Origin};
use entaku_domain::genome::{Assembly, BuildSource, GenomeBuild};
use entaku_domain::statement::{Speaker, Statement, StatementKind};
use entaku_words::errors::note;

/// What the rows of a sheet are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Short,
    Copies,
    Fusion,
    Msi,
    Quality,
}

const SHEETS: [(&str, Kind); 7] = [
    ("SNV", Kind::Short),
    ("Indels", Kind::Short),
    ("CNAs", Kind::Copies),
    ("Fusions", Kind::Fusion),
    ("Fusion", Kind::Fusion),
    ("MSI", Kind::Msi),
    ("QC", Kind::Quality),
];

fn kind(sheet: &str) -> Option<Kind> {
    let sheet = sheet.trim();
    SHEETS.iter().find(|(name, _)| name.eq_ignore_ascii_case(sheet)).map(|(_, kind)| *kind)
}

/// Whether the sheets are those of Guardant360: one of alterations beside another of them.
pub(super) fn is_it(sheets: &[String]) -> bool {
    let known: Vec<Kind> = sheets.iter().filter_map(|name| kind(name)).collect();
    known.len() >= 3 && known.iter().any(|kind| matches!(kind, Kind::Short | Kind::Copies | Kind::Fusion))
}

/// Reads the sheets into `sink`.
pub(super) fn read<S: Sink>(
    book: &mut Book<'_>,
    names: &[String],
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let mut test = PanelTest::default();
    for name in names {
        let sheet = book.sheet(name)?;
        let Some(kind) = kind(name) else {
            let hint = note::UNKNOWN_SHEET.en;
            notes.add(Remark::info("unknown-sheet", name, hint), name, None, || Some(name.clone()));
            for row in sheet.rows() {
                sink.set_aside(Reason::Unsupported, row.line, Some(name.clone()), || row.short());
            }
            continue;
        };
        if test.test_id.is_none() {
            let id = sheet.columns.find(&["run_sample_id"]);
            test.test_id = sheet.rows().find_map(|row| row.words(id));
        }
        records(name, kind, &sheet, notes, sink);
    }
    let convention = Assembly { name: GenomeBuild::Grch37, source: BuildSource::FormatConvention };
    Ok(Head {
        format: "Guardant360",
        assembly: assembly::settle(Some(convention), options.assembly.as_ref(), notes),
        test,
        ..Head::default()
    })
}

fn records<S: Sink>(name: &str, kind: Kind, sheet: &Sheet, notes: &mut NoteBook, sink: &mut S) {
    let call = sheet.columns.find(&["call"]);
    let is_called = matches!(kind, Kind::Short | Kind::Copies | Kind::Fusion);
    if is_called && call.is_none() && sheet.rows().next().is_some() {
        let hint = "The column tells what the laboratory called; without it every row is read.";
        let remark = Remark::warning("missing-field", format!("{name} without the column call"), hint);
        notes.add(remark, name, None, || Some(name.to_owned()));
    }
    let reportable = sheet.columns.find(&["rm_reportable"]);
    for row in sheet.rows() {
        let place = Some(name.to_owned());
        if is_called && call.is_some() && !flag(&row, call) {
            sink.set_aside(Reason::NotCalled, row.line, place, || row.short());
            continue;
        }
        let alteration = match kind {
            Kind::Short => rows::short_variant(&row, notes).map(Alteration::ShortVariant),
            Kind::Copies => rows::copy_number(&row, notes).map(Alteration::CopyNumber),
            Kind::Fusion => rows::fusion(&row, notes).map(Alteration::Rearrangement),
            Kind::Msi => rows::msi(&row, notes).map(Alteration::Biomarker),
            Kind::Quality => {
                sink.state(quality(&row));
                sink.set_aside(Reason::Details, row.line, place, || row.short());
                continue;
            }
        };
        let Some(alteration) = alteration else {
            let hint = "Nothing in the row can be used; it is set aside and stays in the received file.";
            let remark = Remark::error("unreadable-record", row.short(), hint);
            notes.add(remark, name, Some(row.line), || place.clone());
            sink.set_aside(Reason::Unreadable, row.line, place, || row.short());
            continue;
        };
        let finding = DraftFinding {
            item: format!("{name} {}", row.line),
            alteration,
            origin: Origin::Unknown,
            sample: None,
            // The test reads DNA of the plasma alone.
            nucleic_acid: Some(NucleicAcid::Dna),
            reported: row.cell(reportable).map(|_| flag(&row, reportable)),
            laboratory_verdict: None,
            ccat_verdict: None,
            verbatim: row.verbatim(),
        };
        sink.keep(finding, row.line);
    }
}

/// 1, true, yes: set. Everything else is not.
fn flag(row: &Row<'_>, column: Option<usize>) -> bool {
    let text = row.text(column);
    match text.parse::<f64>() {
        Ok(number) => number.is_finite() && number != 0.0,
        Err(_) => ["true", "yes", "y"].iter().any(|word| text.eq_ignore_ascii_case(word)),
    }
}

fn quality(row: &Row<'_>) -> Statement {
    let text = |name: &str| row.text_of(row.columns.find(&[name]));
    let what = text("verbose_name").or_else(|| text("metric")).unwrap_or_default();
    let value = [text("value"), text("unit")].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let said: Vec<&str> =
        [text("category").unwrap_or_default(), what, &value, text("status").unwrap_or_default()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
    Statement {
        kind: StatementKind::Quality,
        by: Speaker::Laboratory,
        about: Vec::new(),
        gene: None,
        text: if said.is_empty() { row.short() } else { said.join(" · ") },
        level: None,
        line: Some(row.line),
        fields: row.verbatim(),
    }
}
