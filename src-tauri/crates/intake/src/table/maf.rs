//! Mutation Annotation Format, as GDC, cBioPortal and vcf2maf write it: one row for one variant of one tumour sample.
//!
//! Positions and alleles stay as the format has them: counted from 1, `-` for an allele without bases; a deletion
//! stands at its first deleted base, an insertion between Start_Position and End_Position. To write them as VCF does
//! takes the base before, which the file does not hold, so nothing is converted.
//!
//! Source: the columns of GDC MAF 2.4 and of vcf2maf; older names of TCGA and of journals' supplements.

mod fusion;
mod layout;
mod variant;

use super::columns::Columns;
use super::rows::Table;
use super::samples::Samples;
use crate::Options;
use crate::assembly;
use crate::error::IntakeError;
use crate::head::Head;
use crate::notes::{NoteBook, Remark, quoted};
use crate::sink::{Reason, Sink};
use entaku_domain::draft::PanelTest;
use entaku_domain::genome::{Assembly, BuildSource, GenomeBuild};
use entaku_words::errors::note;
use layout::Layout;
use std::io::BufRead;

/// Whether the headings are those of a MAF.
pub(super) fn is_it(columns: &Columns) -> bool {
    let has = |names: &[&str]| columns.find(names).is_some();
    has(&["Start_Position"]) && has(&["Reference_Allele"]) && has(&["Tumor_Seq_Allele2", "Tumor_Seq_Allele1"])
}

/// Reads the rows into `sink`.
pub(super) fn read<R: BufRead, S: Sink>(
    mut table: Table<'_, R>,
    comments: &[String],
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let layout = Layout::of(table.columns());
    let shifted = layout.shifted();
    let mut samples = Samples::new(options.tumour_sample.as_deref(), options.limits.samples);
    let mut build = Build::default();
    while table.advance(notes, sink)? {
        let row = table.row();
        let layout = match &shifted {
            Some(shifted) if shifted.proves(&row) => {
                let said = row.columns.names().get(shifted.classification.unwrap_or_default());
                let hint = note::COLUMNS_SHIFTED.en;
                let remark = Remark::warning("columns-shifted", said.cloned().unwrap_or_default(), hint);
                notes.add(remark, "headings", Some(row.line), || None);
                shifted
            }
            _ => &layout,
        };
        if !samples.take(row.text(layout.sample), row.text(layout.sample_id), notes.file())? {
            sink.set_aside(Reason::OtherSample, row.line, None, || variant::in_short(&row, layout));
            continue;
        }
        build.take(row.text(layout.build), row.line, notes);
        variant::record(&row, layout, notes, sink);
    }
    let chosen = samples.finish("samples", notes)?;
    let stated = build.stated.map(|name| Assembly { name, source: BuildSource::File });
    Ok(Head {
        format: "MAF",
        format_version: version(comments),
        assembly: assembly::settle(stated, options.assembly.as_ref(), notes),
        test: PanelTest { samples: chosen.samples, ..PanelTest::default() },
        tumour_sample: chosen.tumour,
        must_choose_sample: chosen.must_choose,
        ..Head::default()
    })
}

/// `#version 2.4`.
fn version(comments: &[String]) -> Option<String> {
    let said =
        comments.iter().find_map(|line| line.trim_start_matches('#').trim().strip_prefix("version"))?;
    Some(quoted(said.trim())).filter(|version| !version.is_empty())
}

/// The build that the rows state.
#[derive(Debug, Default)]
struct Build {
    stated: Option<GenomeBuild>,
}

impl Build {
    fn take(&mut self, text: &str, line: u64, notes: &mut NoteBook) {
        let name = GenomeBuild::from_name(text);
        if super::is_missing(text) || name == GenomeBuild::Unknown {
            return;
        }
        match &self.stated {
            None => {
                if let GenomeBuild::Other(_) = name {
                    let hint = "Kept as written; positions can be compared within this build only.";
                    let remark = Remark::warning("unknown-build", text, hint);
                    notes.add(remark, "NCBI_Build", Some(line), || Some("NCBI_Build".to_owned()));
                }
                self.stated = Some(name);
            }
            Some(stated) if *stated != name => {
                let said = format!("{} after {}", name.name(), stated.name());
                let hint =
                    "Rows of one file are on different builds; the first is used. Check with the laboratory.";
                let remark = Remark::warning("build-conflict", said, hint);
                notes.add(remark, "NCBI_Build", Some(line), || Some("NCBI_Build".to_owned()));
            }
            Some(_) => {}
        }
    }
}
