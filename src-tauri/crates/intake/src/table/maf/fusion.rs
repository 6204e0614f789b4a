//! Fusions among the rows of a MAF, as cBioPortal and panels write them: one row for one partner, often without a place;
//! the name of the fusion stands where the change of the protein does (`EML4-ALK fusion`).

use super::layout::Layout;
use super::variant;
use crate::gene_pair::{self, Sides};
use crate::notes::{NoteBook, Remark};
use crate::table::columns::Row;
use entaku_domain::finding::{Breakend, Rearrangement};
use entaku_domain::gene::GeneSymbol;

/// Whether the row is a fusion by its classification or its type.
pub(super) fn is_it(row: &Row<'_>, layout: &Layout) -> bool {
    [layout.classification, layout.kind].into_iter().any(|column| says_fusion(row.text(column)))
}

fn says_fusion(text: &str) -> bool {
    text.to_ascii_lowercase().ends_with("fusion")
}

/// The fusion; none where neither gene nor name is given.
pub(super) fn read(row: &Row<'_>, layout: &Layout, notes: &mut NoteBook) -> Option<Rearrangement> {
    let gene = variant::gene(row, layout, notes);
    let name = layout.protein.iter().find_map(|column| row.cell(Some(*column)));
    let sides = name.and_then(|name| gene_pair::sides(pair_of(name.text), &gene.iter().collect::<Vec<_>>()));
    // A gene with itself is an alteration within it.
    let pair = sides.as_ref().and_then(Sides::pair).filter(|(five, three)| five != three);
    if let (Some(name), None) = (name, &pair) {
        let hint = "Two gene symbols, 5' partner first, were expected; the name is kept as written.";
        name.remark(notes, Remark::info("fusion-no-pair", name.text, hint));
    }
    if gene.is_none() && name.is_none() {
        return None;
    }
    let position = row.cell(layout.start).and_then(|cell| cell.position(notes));
    let chromosome = row.cell(layout.chromosome).and_then(|cell| cell.chromosome(notes));
    let others: Vec<GeneSymbol> = sides
        .map(|sides| sides.five.into_iter().chain(sides.three))
        .into_iter()
        .flatten()
        .filter(|other| Some(other) != gene.as_ref())
        .collect();
    let near = (gene.is_some() || chromosome.is_some()).then(|| Breakend {
        chromosome,
        start: position,
        end: position,
        mate_piece: None,
        genes: gene.into_iter().collect(),
    });
    let far = (!others.is_empty()).then_some(Breakend {
        chromosome: None,
        start: None,
        end: None,
        mate_piece: None,
        genes: others,
    });
    let (total_reads, supporting_reads) = variant::depths(row, layout, notes);
    let stated =
        [layout.classification, layout.kind].into_iter().find(|column| says_fusion(row.text(*column)));
    Some(Rearrangement {
        alteration: stated.and_then(|column| row.words(column)).unwrap_or_else(|| "Fusion".to_owned()),
        names: name.map(|name| name.words()).into_iter().collect(),
        breakends: (near, far),
        gene_pairs: pair.into_iter().collect(),
        vaf: variant::frequency(row, layout, notes),
        supporting_reads,
        total_reads,
    })
}

/// A fusion's name without the words after the pair: `EML4-ALK fusion - Archer`.
fn pair_of(name: &str) -> &str {
    let bare = name.strip_prefix("p.").unwrap_or(name);
    bare.split_whitespace().next().unwrap_or_default()
}
