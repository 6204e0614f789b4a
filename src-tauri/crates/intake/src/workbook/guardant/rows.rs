//! The rows of each sheet to the alteration they tell of; none where nothing can be used.

use crate::notes::{NoteBook, Remark};
use crate::table::{Cell, Row};
use entaku_domain::finding::{
    Biomarker, Breakend, CopyNumberAlteration, Rearrangement, ShortVariant, TranscriptEffect,
};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::measure::{Metric, Vaf};

fn cell<'a>(row: &Row<'a>, names: &[&str]) -> Option<Cell<'a>> {
    names.iter().find_map(|name| row.cell(row.columns.find(&[name])))
}

fn text(row: &Row<'_>, name: &str) -> Option<String> {
    cell(row, &[name]).map(|cell| cell.words())
}

fn gene(row: &Row<'_>, name: &str, notes: &mut NoteBook) -> Option<GeneSymbol> {
    cell(row, &[name])?.gene(notes)
}

/// `percentage` is a percentage of the reads, with or without its sign.
fn vaf(row: &Row<'_>, notes: &mut NoteBook) -> Option<Vaf> {
    let percentage = cell(row, &["percentage"])?;
    let bare = Cell { text: percentage.text.trim_end_matches('%').trim_end(), ..percentage };
    bare.frequency(100.0, notes)
}

/// A row of SNV or Indels.
pub(super) fn short_variant(row: &Row<'_>, notes: &mut NoteBook) -> Option<ShortVariant> {
    let (reference, alternate) = alleles(row, notes);
    let effect = TranscriptEffect {
        gene: gene(row, "gene", notes),
        transcript: text(row, "transcript_id"),
        coding: cell(row, &["cdna"]).and_then(|cell| cell.change(notes)),
        protein: cell(row, &["mut_aa", "mut_aa_short"]).and_then(|cell| cell.change(notes)),
        effects: text(row, "type").into_iter().collect(),
        ..TranscriptEffect::default()
    };
    let variant = ShortVariant {
        chromosome: cell(row, &["chrom"]).and_then(|cell| cell.chromosome(notes)),
        position: cell(row, &["position"]).and_then(|cell| cell.position(notes)),
        reference,
        alternate,
        vaf: vaf(row, notes),
        depth: None,
        alternate_depth: None,
        against_reference: None,
        transcripts: vec![effect],
    };
    let placed = variant.chromosome.is_some() && variant.position.is_some();
    let named =
        variant.transcripts.iter().any(|t| t.gene.is_some() || t.coding.is_some() || t.protein.is_some());
    (placed || named).then_some(variant)
}

/// `mut_nt`: `C>T`; nothing on one side is an allele without bases. Other forms stay as written.
fn alleles(row: &Row<'_>, notes: &mut NoteBook) -> (Option<String>, Option<String>) {
    let Some(change) = cell(row, &["mut_nt"]) else { return (None, None) };
    let Some((reference, alternate)) = change.text.split_once('>') else { return (None, None) };
    let mut allele = |text: &str| {
        let text = text.trim();
        Cell { text: if text.is_empty() { "-" } else { text }, ..change }.allele(notes)
    };
    (allele(reference), allele(alternate))
}

/// A row of CNAs. The sheet gives the copy number in plasma and no type: above two copies it is an amplification, below a
/// loss.
pub(super) fn copy_number(row: &Row<'_>, notes: &mut NoteBook) -> Option<CopyNumberAlteration> {
    let copies = cell(row, &["copy_number"]).and_then(|cell| cell.number(notes));
    let alteration = match copies {
        Some(copies) if copies > 2.0 => "amplification",
        Some(copies) if copies < 2.0 => "loss",
        _ => "copy number alteration",
    };
    Some(CopyNumberAlteration {
        chromosome: cell(row, &["chrom"]).and_then(|cell| cell.chromosome(notes)),
        start: None,
        end: None,
        alteration: alteration.to_owned(),
        metrics: copies
            .map(|value| Metric { value, unit: Some("copy number".to_owned()), kind: None })
            .into_iter()
            .collect(),
        genes: cell(row, &["gene"])?.genes(notes)?,
    })
}

/// A row of Fusions. `downstream_gene` tells the 3' partner; where it names neither, the order is not known.
pub(super) fn fusion(row: &Row<'_>, notes: &mut NoteBook) -> Option<Rearrangement> {
    // A breakpoint that several genes cover names them all; the first speaks.
    let mut genes = |name| cell(row, &[name]).and_then(|cell| cell.genes(notes)).unwrap_or_default();
    let (all_a, all_b) = (genes("gene_a"), genes("gene_b"));
    let (a, b) = (all_a.first().cloned(), all_b.first().cloned());
    let downstream = cell(row, &["downstream_gene"]);
    let is_of = |down: &str, genes: &[GeneSymbol]| {
        down.split(';').any(|name| genes.iter().any(|gene| gene.as_str() == name.trim()))
    };
    let pair = match (&a, &b, downstream) {
        (Some(a), Some(b), Some(down)) if is_of(down.text, &all_b) => Some((a.clone(), b.clone())),
        (Some(a), Some(b), Some(down)) if is_of(down.text, &all_a) => Some((b.clone(), a.clone())),
        (Some(a), Some(b), _) => {
            let said = format!("{a}, {b}; downstream: {}", downstream.map_or("-", |cell| cell.text));
            let hint = "Which partner lies downstream is not told; the order of the genes is not known.";
            let remark = Remark::info("fusion-no-pair", said, hint);
            let place =
                row.columns.find(&["downstream_gene"]).and_then(|column| row.columns.names().get(column));
            let place = place.map_or("downstream_gene", String::as_str);
            notes.add(remark, place, Some(row.line), || Some(place.to_owned()));
            None
        }
        _ => None,
    };
    let name: Vec<&str> = match &pair {
        Some((five, three)) => vec![five.as_str(), three.as_str()],
        None => [&a, &b].into_iter().flatten().map(GeneSymbol::as_str).collect(),
    };
    let names = vec![name.join("-")];
    let breakend = |genes: Vec<GeneSymbol>, chromosome: &str, position: &str, notes: &mut NoteBook| {
        let at = cell(row, &[position]).and_then(|cell| cell.position(notes));
        let chromosome = cell(row, &[chromosome]).and_then(|cell| cell.chromosome(notes));
        let says = !genes.is_empty() || chromosome.is_some();
        says.then_some(Breakend { chromosome, start: at, end: at, mate_piece: None, genes })
    };
    let breakends = (breakend(all_a, "chrom_a", "pos_a", notes), breakend(all_b, "chrom_b", "pos_b", notes));
    (breakends.0.is_some() || breakends.1.is_some()).then(|| Rearrangement {
        alteration: "fusion".to_owned(),
        names: names.into_iter().filter(|name| !name.is_empty()).collect(),
        breakends,
        gene_pairs: pair.into_iter().collect(),
        vaf: vaf(row, notes),
        supporting_reads: None,
        total_reads: None,
    })
}

/// The row of MSI: `msi_status` is MSI-High or MSS/MSI-L.
pub(super) fn msi(row: &Row<'_>, notes: &mut NoteBook) -> Option<Biomarker> {
    let score = cell(row, &["msi_score"]).and_then(|cell| cell.number(notes));
    let state = text(row, "msi_status");
    (score.is_some() || state.is_some()).then(|| Biomarker {
        marker: "MSI".to_owned(),
        metrics: score
            .map(|value| Metric { value, unit: None, kind: Some("msi_score".to_owned()) })
            .into_iter()
            .collect(),
        state,
        descriptions: Vec::new(),
    })
}
