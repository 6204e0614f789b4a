//! One row of a MAF to a finding.

use super::fusion;
use super::layout::Layout;
use crate::notes::{NoteBook, Remark};
use crate::sink::{Reason, Sink};
use crate::table::cell::{Cell, share};
use crate::table::columns::Row;
use entaku_domain::finding::{Alteration, DraftFinding, Origin, ShortVariant, TranscriptEffect};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::measure::Vaf;
use entaku_words::errors::note;

/// `7:55259515 T>G`.
pub(super) fn in_short(row: &Row<'_>, layout: &Layout) -> String {
    let [chromosome, start, reference, alternate] =
        [layout.chromosome, layout.start, layout.reference, layout.second].map(|column| row.text(column));
    format!("{} {chromosome}:{start} {reference}>{alternate}", row.text(layout.gene))
}

/// Gives the row to `sink`.
pub(super) fn record<S: Sink>(row: &Row<'_>, layout: &Layout, notes: &mut NoteBook, sink: &mut S) {
    let aside = |sink: &mut S, reason| sink.set_aside(reason, row.line, None, || in_short(row, layout));
    if row.cell(layout.filter).is_some_and(|filter| !filter.text.eq_ignore_ascii_case("PASS")) {
        return aside(sink, Reason::NotPass);
    }
    // The laboratory looked at the place and found no variant.
    if ["none", "wildtype", "wild-type"].iter().any(|word| row.text(layout.origin).eq_ignore_ascii_case(word))
    {
        return aside(sink, Reason::NotCalled);
    }
    if fusion::is_it(row, layout) {
        return match fusion::read(row, layout, notes) {
            Some(fusion) => sink.keep(finding(row, layout, Alteration::Rearrangement(fusion)), row.line),
            None => aside_unreadable(row, layout, notes, sink),
        };
    }
    let reference = row.cell(layout.reference).and_then(|cell| cell.allele(notes));
    let alternate = match alternate(row, layout, reference.as_deref(), notes) {
        Allele::Same => return aside(sink, Reason::Reference),
        Allele::Other(allele) => Some(allele),
        Allele::Unknown => None,
    };
    let (depth, alternate_depth) = depths(row, layout, notes);
    let stated = frequency(row, layout, notes);
    let variant = ShortVariant {
        chromosome: row.cell(layout.chromosome).and_then(|cell| cell.chromosome(notes)),
        position: row.cell(layout.start).and_then(|cell| cell.position(notes)),
        reference,
        alternate,
        vaf: stated.or_else(|| share(alternate_depth, depth)),
        depth,
        alternate_depth,
        against_reference: None,
        transcripts: transcript(row, layout, notes).into_iter().collect(),
    };
    check_end(row, layout, &variant, notes);
    let placed = variant.chromosome.is_some() && variant.position.is_some();
    let named = !variant.transcripts.is_empty();
    if !placed && !named {
        return aside_unreadable(row, layout, notes, sink);
    }
    sink.keep(finding(row, layout, Alteration::ShortVariant(variant)), row.line);
}

fn aside_unreadable<S: Sink>(row: &Row<'_>, layout: &Layout, notes: &mut NoteBook, sink: &mut S) {
    let hint =
        "Neither place nor gene nor change can be read; the row is set aside and stays in the received file.";
    let remark = Remark::error("unreadable-record", row.short(), hint);
    notes.add(remark, "record", Some(row.line), || None);
    sink.set_aside(Reason::Unreadable, row.line, None, || in_short(row, layout));
}

fn finding(row: &Row<'_>, layout: &Layout, alteration: Alteration) -> DraftFinding {
    DraftFinding {
        item: format!("line {}", row.line),
        alteration,
        origin: origin(row, layout),
        sample: row.words(layout.sample),
        nucleic_acid: None,
        reported: None,
        laboratory_verdict: None,
        ccat_verdict: None,
        verbatim: row.verbatim(),
    }
}

enum Allele {
    Other(String),
    /// The row states alleles, and none differs from the reference.
    Same,
    Unknown,
}

/// The allele that differs from the reference. Tumor_Seq_Allele2 holds it; some programs write it into the first.
fn alternate(row: &Row<'_>, layout: &Layout, reference: Option<&str>, notes: &mut NoteBook) -> Allele {
    let second = row.cell(layout.second).and_then(|cell| cell.allele(notes));
    let first = row.cell(layout.first).and_then(|cell| cell.allele(notes));
    let differs = |allele: &Option<String>| allele.as_deref().is_some_and(|allele| Some(allele) != reference);
    if differs(&second) && differs(&first) && first != second {
        let hint = note::SECOND_ALLELE.en;
        let said = first.as_deref().unwrap_or_default();
        let remark = Remark::info("second-allele", said, hint);
        notes.add(remark, "Tumor_Seq_Allele1", Some(row.line), || Some("Tumor_Seq_Allele1".to_owned()));
    }
    match (second, first) {
        (Some(second), _) if Some(second.as_str()) != reference => Allele::Other(second),
        (_, Some(first)) if Some(first.as_str()) != reference => Allele::Other(first),
        (Some(_), _) => Allele::Same,
        // The first allele alone is the reference's where the tumour is heterozygous; it says nothing of the other.
        (None, _) => Allele::Unknown,
    }
}

/// The frequency as stated.
pub(super) fn frequency(row: &Row<'_>, layout: &Layout, notes: &mut NoteBook) -> Option<Vaf> {
    row.cell(layout.fraction)
        .and_then(|cell| cell.frequency(1.0, notes))
        .or_else(|| row.cell(layout.percent).and_then(|cell| cell.frequency(100.0, notes)))
}

/// Reads in all and reads with the allele.
pub(super) fn depths(row: &Row<'_>, layout: &Layout, notes: &mut NoteBook) -> (Option<u32>, Option<u32>) {
    let mut count = |column| row.cell(column).and_then(|cell: Cell<'_>| cell.whole(notes));
    let (stated, reference, alternate) =
        (count(layout.depth), count(layout.reference_depth), count(layout.alternate_depth));
    let depth = stated.or_else(|| reference?.checked_add(alternate?));
    if let (Some(depth), Some(alternate)) = (depth, alternate)
        && alternate > depth
        && let Some(cell) = row.cell(layout.alternate_depth)
    {
        let hint = note::INCONSISTENT_DEPTH.en;
        cell.remark(notes, Remark::warning("inconsistent-depth", cell.text, hint));
    }
    (depth, alternate)
}

/// The gene. vcf2maf and GDC write `Unknown` where none is near.
pub(super) fn gene(row: &Row<'_>, layout: &Layout, notes: &mut NoteBook) -> Option<GeneSymbol> {
    row.cell(layout.gene).filter(|cell| cell.text != "Unknown").and_then(|cell| cell.gene(notes))
}

fn transcript(row: &Row<'_>, layout: &Layout, notes: &mut NoteBook) -> Option<TranscriptEffect> {
    let gene = gene(row, layout, notes);
    let protein = layout.protein.iter().find_map(|column| row.cell(Some(*column)));
    let effects = row.cell(layout.consequence).or_else(|| row.cell(layout.classification));
    let effect = TranscriptEffect {
        gene,
        transcript: row.cell(layout.transcript).map(|cell| cell.words()),
        coding: row.cell(layout.coding).and_then(|cell| cell.change(notes)),
        protein: protein.and_then(|cell| cell.change(notes)),
        effects: effects
            .map(|cell| cell.words().split([',', ';', '&']).map(|effect| effect.trim().to_owned()).collect())
            .unwrap_or_default(),
        ..TranscriptEffect::default()
    };
    let says = effect.gene.is_some() || effect.coding.is_some() || effect.protein.is_some();
    says.then_some(effect)
}

fn check_end(row: &Row<'_>, layout: &Layout, variant: &ShortVariant, notes: &mut NoteBook) {
    if let Some(cell) = row.cell(layout.end)
        && let Some(end) = cell.position(notes)
        && variant.position.is_some_and(|start| end < start)
    {
        let hint = note::END_BEFORE_START.en;
        cell.remark(notes, Remark::warning("end-before-start", cell.text, hint));
    }
}

fn origin(row: &Row<'_>, layout: &Layout) -> Origin {
    match row.text(layout.origin).to_ascii_lowercase().as_str() {
        "somatic" => Origin::Somatic,
        "germline" => Origin::Germline,
        // LOH, Unknown and the words of validation say nothing of the origin; the row keeps them.
        _ => Origin::Unknown,
    }
}
