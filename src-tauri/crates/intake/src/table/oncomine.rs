//! Oncomine assays as Ion Reporter writes them: the records of a VCF as a table, with the functional annotation in
//! columns `FUNC1.…`. `rowtype` tells what a row is and `call` whether it was called.
//!
//! A fusion has two rows (`….1_1`, `….1_2`), the far side of which is set aside (`mate`); rows of controls and of
//! expression are not supported. The build is not written, hence asked for.
//!
//! Source: columns as published readers of these files name them.

mod rows;

use super::columns::Columns;
use super::rows::Table;
use crate::Options;
use crate::assembly;
use crate::error::IntakeError;
use crate::head::Head;
use crate::notes::{NoteBook, Remark};
use crate::sink::{Reason, Sink};
use entaku_domain::finding::{Alteration, DraftFinding, Origin};
use rows::Layout;
use std::collections::HashSet;
use std::io::BufRead;

/// Whether the headings are those of Oncomine.
pub(super) fn is_it(columns: &Columns) -> bool {
    let has = |name: &str| columns.find(&[name]).is_some();
    has("FUNC1.gene") && (has("rowtype") || has("CHROM"))
}

/// Most fusions whose far side is waited for.
const MAX_FUSIONS: usize = 100_000;

/// Longest id of a fusion by which its far side is known, in bytes.
const MAX_ID: usize = 200;

/// Reads the rows into `sink`.
pub(super) fn read<R: BufRead, S: Sink>(
    mut table: Table<'_, R>,
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let layout = Layout::of(table.columns());
    let mut fusions: HashSet<String> = HashSet::new();
    while table.advance(notes, sink)? {
        let row = table.row();
        let aside = |sink: &mut S, reason| sink.set_aside(reason, row.line, None, || layout.in_short(&row));
        if let Some(reason) = layout.not_called(&row) {
            aside(sink, reason);
            continue;
        }
        let kind = row.text(layout.kind).to_ascii_lowercase();
        let alteration = match kind.as_str() {
            "cnv" => layout.copy_number(&row, notes).map(Alteration::CopyNumber),
            "fusion" | "rnaexonvariant" | "non_targeted" | "nontargeted" => {
                if let Some(id) = layout.fusion_id(&row) {
                    if fusions.contains(id) {
                        aside(sink, Reason::Mate);
                        continue;
                    }
                    if fusions.len() < MAX_FUSIONS && id.len() <= MAX_ID {
                        fusions.insert(id.to_owned());
                    }
                }
                layout.fusion(&row, notes).map(Alteration::Rearrangement)
            }
            "snp" | "snv" | "mnp" | "mnv" | "ins" | "del" | "indel" | "complex" | "" => {
                layout.short_variant(&row, notes).map(Alteration::ShortVariant)
            }
            other => {
                let hint = "Rows of variants, copy number and fusions are read; the row is set aside.";
                let remark = Remark::info("unknown-value", other, hint);
                notes.add(remark, &format!("rowtype {other}"), Some(row.line), || Some("rowtype".to_owned()));
                aside(sink, Reason::Unsupported);
                continue;
            }
        };
        let Some(alteration) = alteration else {
            let hint = "Nothing in the row can be used; it is set aside and stays in the received file.";
            let remark = Remark::error("unreadable-record", row.short(), hint);
            notes.add(remark, "record", Some(row.line), || None);
            aside(sink, Reason::Unreadable);
            continue;
        };
        let finding = DraftFinding {
            item: format!("line {}", row.line),
            alteration,
            origin: Origin::Unknown,
            sample: None,
            nucleic_acid: None,
            reported: None,
            laboratory_verdict: None,
            ccat_verdict: None,
            verbatim: row.verbatim(),
        };
        sink.keep(finding, row.line);
    }
    Ok(Head {
        format: "Oncomine",
        assembly: assembly::settle(None, options.assembly.as_ref(), notes),
        ..Head::default()
    })
}
