//! The rows of each section to the alteration they tell of; none where nothing can be used.

use crate::gene_pair;
use crate::notes::{NoteBook, Remark};
use crate::table::cell::Cell;
use crate::table::columns::{Row, is_missing};
use crate::values;
use entaku_domain::finding::{
    Biomarker, Breakend, CopyNumberAlteration, Rearrangement, ShortVariant, TranscriptEffect, VerbatimField,
};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::genome::{Chromosome, Position1};
use entaku_domain::measure::Metric;

fn cell<'a>(row: &Row<'a>, name: &str) -> Option<Cell<'a>> {
    row.cell(row.columns.find(&[name]))
}

fn count(row: &Row<'_>, name: &str, notes: &mut NoteBook) -> Option<u32> {
    cell(row, name)?.whole(notes)
}

/// `NM_005228.5:c.2573T>G`: accession and change.
fn named<'a>(cell: Option<Cell<'a>>) -> (Option<&'a str>, Option<Cell<'a>>) {
    match cell.map(|cell| (cell, cell.text.split_once(':'))) {
        Some((cell, Some((accession, change)))) => {
            (Some(accession), Some(Cell { text: change.trim(), ..cell }))
        }
        Some((cell, None)) => (None, Some(cell)),
        None => (None, None),
    }
}

pub(super) fn short_variant(row: &Row<'_>, notes: &mut NoteBook) -> Option<ShortVariant> {
    let (transcript, coding) = named(cell(row, "C-Dot Notation"));
    let (_, protein) = named(cell(row, "P-Dot Notation"));
    let effects = cell(row, "Consequence(s)");
    let effect = TranscriptEffect {
        gene: cell(row, "Gene").and_then(|cell| cell.gene(notes)),
        transcript: transcript.map(|text| values::clean(text).0),
        coding: coding.and_then(|cell| cell.change(notes)),
        protein: protein.and_then(|cell| cell.change(notes)),
        effects: effects
            .map(|cell| {
                cell.words().split([':', ',', '&', ';']).map(|effect| effect.trim().to_owned()).collect()
            })
            .unwrap_or_default(),
        ..TranscriptEffect::default()
    };
    let variant = ShortVariant {
        chromosome: cell(row, "Chromosome").and_then(|cell| cell.chromosome(notes)),
        position: cell(row, "Genomic Position").and_then(|cell| cell.position(notes)),
        reference: cell(row, "Reference Call").and_then(|cell| cell.allele(notes)),
        alternate: cell(row, "Alternative Call").and_then(|cell| cell.allele(notes)),
        vaf: cell(row, "Allele Frequency").and_then(|cell| cell.frequency(1.0, notes)),
        depth: count(row, "Depth", notes),
        alternate_depth: None,
        against_reference: None,
        transcripts: vec![effect],
    };
    let placed = variant.chromosome.is_some() && variant.position.is_some();
    let named =
        variant.transcripts.iter().any(|t| t.gene.is_some() || t.coding.is_some() || t.protein.is_some());
    (placed || named).then_some(variant)
}

fn metric(row: &Row<'_>, name: &str, unit: &str, notes: &mut NoteBook) -> Option<Metric> {
    let value = cell(row, name)?.number(notes)?;
    Some(Metric { value, unit: Some(unit.to_owned()), kind: Some(name.to_owned()) })
}

fn change_of_copies(row: &Row<'_>, alteration: String, notes: &mut NoteBook) -> Option<CopyNumberAlteration> {
    let metrics = [
        metric(row, "Fold Change", "fold-change", notes),
        metric(row, "Absolute Copy Number", "copy number", notes),
        metric(row, "Minor Copy Number", "copy number", notes),
    ];
    Some(CopyNumberAlteration {
        chromosome: None,
        start: None,
        end: None,
        alteration,
        metrics: metrics.into_iter().flatten().collect(),
        genes: cell(row, "Gene")?.genes(notes)?,
    })
}

/// Gene Amplifications; later versions say in a column of their own what was found (`<DUP>`, `<DEL>`).
pub(super) fn copy_number(row: &Row<'_>, notes: &mut NoteBook) -> Option<CopyNumberAlteration> {
    let stated =
        cell(row, "Copy Number Variant").map(|cell| cell.words().trim_matches(['<', '>']).to_owned());
    change_of_copies(row, stated.unwrap_or_else(|| "amplification".to_owned()), notes)
}

pub(super) fn heterozygosity(row: &Row<'_>, notes: &mut NoteBook) -> Option<CopyNumberAlteration> {
    change_of_copies(row, "loss of heterozygosity".to_owned(), notes)
}

/// Whether a row holds anything beside its gene.
pub(super) fn says_more_than_its_gene(row: &Row<'_>) -> bool {
    let gene = row.columns.find(&["Gene"]);
    row.cells.iter().enumerate().any(|(column, text)| Some(column) != gene && !is_missing(text.trim()))
}

/// Exon-level changes, in the words of the row.
pub(super) fn exon_copies(row: &Row<'_>, notes: &mut NoteBook) -> Option<CopyNumberAlteration> {
    let gene = row.columns.find(&["Gene"]);
    let cells = row.cells.iter().enumerate().filter(|(column, _)| Some(*column) != gene);
    let said: Vec<&str> = cells.map(|(_, text)| text.trim()).filter(|text| !is_missing(text)).collect();
    change_of_copies(row, format!("exon-level copy number ({})", values::clean(&said.join(" ")).0), notes)
}

/// `chr2:29446394`.
fn breakpoint(row: &Row<'_>, name: &str, notes: &mut NoteBook) -> Option<(Chromosome, Option<Position1>)> {
    let place = cell(row, name)?;
    let (chromosome, position) = place.text.split_once(':').unwrap_or((place.text, ""));
    let chromosome = Cell { text: chromosome, ..place }.chromosome(notes)?;
    let position = Some(position.trim()).filter(|text| !text.is_empty());
    Some((chromosome, position.and_then(|text| Cell { text, ..place }.position(notes))))
}

fn breakend(place: Option<(Chromosome, Option<Position1>)>, genes: Vec<GeneSymbol>) -> Option<Breakend> {
    let (chromosome, position) = place.map_or((None, None), |(chromosome, at)| (Some(chromosome), at));
    (chromosome.is_some() || !genes.is_empty()).then_some(Breakend {
        chromosome,
        start: position,
        end: position,
        mate_piece: None,
        genes,
    })
}

/// Fusions: `EML4-ALK` where the direction is known, other signs between the genes where it is not. A breakpoint that
/// several genes cover has all of them: `CD74-ROS1;GOPC`.
pub(super) fn fusion(row: &Row<'_>, notes: &mut NoteBook) -> Option<Rearrangement> {
    let names = cell(row, "Gene Pair")?;
    let sides = gene_pair::sides(names.text, &[]);
    let pair = sides.as_ref().and_then(gene_pair::Sides::pair);
    let (first, second) = match sides {
        Some(sides) => (sides.five, sides.three),
        None => match names.text.split_once([';', '/']) {
            Some((a, b)) => {
                (gene_pair::genes(a).unwrap_or_default(), gene_pair::genes(b).unwrap_or_default())
            }
            None => (Vec::new(), Vec::new()),
        },
    };
    if pair.is_none() {
        let hint = "Which gene lies downstream is not told or not certain; the names are kept as written.";
        names.remark(notes, Remark::info("fusion-no-pair", names.text, hint));
    }
    let places = (breakpoint(row, "Breakpoint 1", notes), breakpoint(row, "Breakpoint 2", notes));
    Some(Rearrangement {
        alteration: "fusion".to_owned(),
        names: vec![names.words()],
        breakends: (breakend(places.0, first), breakend(places.1, second)),
        gene_pairs: pair.into_iter().collect(),
        vaf: None,
        supporting_reads: count(row, "Fusion Supporting Reads", notes),
        total_reads: None,
    })
}

pub(super) fn splice(row: &Row<'_>, notes: &mut NoteBook) -> Option<Rearrangement> {
    let gene = cell(row, "Gene")?.gene(notes)?;
    let exon = cell(row, "Affected Exon").or_else(|| cell(row, "Affected Exon(s)"));
    let places = (breakpoint(row, "Breakpoint 1", notes), breakpoint(row, "Breakpoint 2", notes));
    let supporting = count(row, "Splice Supporting Reads", notes);
    let reference = count(row, "Reference Reads Transcript", notes);
    Some(Rearrangement {
        alteration: "splice variant".to_owned(),
        names: exon.map(|exon| format!("{gene} exon {}", exon.words())).into_iter().collect(),
        breakends: (breakend(places.0, vec![gene.clone()]), breakend(places.1, vec![gene])),
        gene_pairs: Vec::new(),
        vaf: None,
        supporting_reads: supporting,
        total_reads: supporting.zip(reference).and_then(|(with, without)| with.checked_add(without)),
    })
}

/// TMB, MSI or GIS: the value that the section is about; the others describe how it was measured.
pub(super) fn measure(
    section: &str,
    fields: &[VerbatimField],
    line: u64,
    notes: &mut NoteBook,
) -> Option<Biomarker> {
    const VALUES: [&str; 4] =
        ["Total TMB", "Percent Unstable MSI Sites", "SUM_JSD", "Genomic Instability Score"];
    let mut marker =
        Biomarker { marker: section.to_owned(), metrics: Vec::new(), state: None, descriptions: Vec::new() };
    for VerbatimField(path, text) in fields.iter().filter(|field| !is_missing(&field.1)) {
        let name = path.rsplit('/').next().unwrap_or_default();
        if !VALUES.contains(&name) {
            marker.descriptions.push(values::clean(&format!("{name} {text}")).0);
            continue;
        }
        match values::number(text) {
            Ok(value) => marker.metrics.push(Metric { value, unit: None, kind: Some(name.to_owned()) }),
            Err(remark) => notes.add(remark, path, Some(line), || Some(path.clone())),
        }
    }
    (!marker.metrics.is_empty()).then_some(marker)
}
