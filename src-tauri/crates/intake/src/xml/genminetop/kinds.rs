//! The kinds of alterations, one function each. A function gives none where nothing of the record can be used.

use super::super::locus::{self, Locus};
use super::super::node::Node;
use super::super::tree::Element;
use crate::notes::Remark;
use crate::path::Path;
use crate::values;
use entaku_domain::finding::{
    Alteration, Breakend, CopyNumberAlteration, Expression, Rearrangement, ShortVariant, TranscriptEffect,
};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::measure::{Metric, Vaf};
use entaku_words::errors::note;

/// Most genes, places or breakpoints of one alteration: it has one or two; the record as written keeps more.
const MAX_LISTED: usize = 50;

/// The texts of a field that holds one or a list of items.
fn texts(node: &Node<'_>, name: &str) -> Vec<String> {
    let items = node.element.children(name).flat_map(Element::items);
    items.map(Element::text).filter(|text| !text.is_empty()).take(MAX_LISTED).collect()
}

fn genes(node: &Node<'_>) -> Vec<GeneSymbol> {
    texts(node, "gene").iter().filter_map(|text| node.symbol("gene", text)).collect()
}

fn loci(node: &Node<'_>) -> Vec<Locus> {
    texts(node, "locus").iter().filter_map(|text| locus::of(node, "locus", text)).collect()
}

/// Substitution, insertion or deletion: usable with a place, or with a gene or a change.
pub(super) fn short_variant(node: &Node<'_>, _kind: &str) -> Option<Alteration> {
    let place = loci(node).into_iter().next();
    let mut genes = genes(node).into_iter();
    let mut transcripts = texts(node, "transcript").into_iter();
    let mut effects = vec![TranscriptEffect {
        gene: genes.next(),
        transcript: transcripts.next(),
        coding: node.change("coding-dna-alteration"),
        protein: node.change("protein-alteration"),
        effects: Vec::new(),
        ..TranscriptEffect::default()
    }];
    effects.extend(genes.map(|gene| TranscriptEffect {
        gene: Some(gene),
        transcript: transcripts.next(),
        coding: None,
        protein: None,
        effects: Vec::new(),
        ..TranscriptEffect::default()
    }));
    let placed = place.as_ref().is_some_and(|place| place.start.is_some());
    let named = effects.iter().any(|e| e.gene.is_some() || e.coding.is_some() || e.protein.is_some());
    let (chromosome, position) = place.map_or((None, None), |place| (Some(place.chromosome), place.start));
    let (vaf, alternate_depth, depth) = frequency(node);
    let variant = ShortVariant {
        chromosome,
        position,
        reference: allele(node, "ref"),
        alternate: allele(node, "alt"),
        vaf,
        depth,
        alternate_depth,
        against_reference: None,
        transcripts: effects,
    };
    (placed || named).then_some(Alteration::ShortVariant(variant))
}

fn allele(node: &Node<'_>, name: &str) -> Option<String> {
    let (bases, remark) = node.accept(name, values::allele(&node.said(name)?, "*"))?;
    if let Some(remark) = remark {
        node.remark(name, remark);
    }
    Some(bases)
}

/// The frequency with the reads behind it, written `201/634`: reads with the allele, reads in all.
fn frequency(node: &Node<'_>) -> (Option<Vaf>, Option<u32>, Option<u32>) {
    const FIELD: &str = "allele-frequency";
    let Some(text) = node.said(FIELD) else { return (None, None, None) };
    let Some((with, all)) = text.split_once('/') else { return (node.fraction(FIELD), None, None) };
    let whole = |text: &str| {
        let number = node.accept(FIELD, values::number(text))?;
        node.accept(FIELD, values::whole(number, 0))
    };
    let (Some(with), Some(all)) = (whole(with), whole(all)) else { return (None, None, None) };
    if with > all {
        let hint = note::INCONSISTENT_DEPTH.en;
        node.remark(FIELD, Remark::warning("inconsistent-depth", text, hint));
        return (None, Some(with), Some(all));
    }
    // Without reads there is no frequency.
    let fraction = (all > 0).then(|| f64::from(with) / f64::from(all));
    (fraction.and_then(|fraction| Vaf::new(fraction).ok()), Some(with), Some(all))
}

fn metric(value: f64, unit: &str) -> Metric {
    Metric { value, unit: Some(unit.to_owned()), kind: None }
}

/// Copy number: usable with a gene or a place. The type is written with the prefix `cnv-`.
pub(super) fn copy_number(node: &Node<'_>, kind: &str) -> Option<Alteration> {
    let place = loci(node).into_iter().next();
    let (chromosome, start, end) =
        place.map_or((None, None, None), |place| (Some(place.chromosome), place.start, place.end));
    let metrics = [
        node.amount("num-copy").map(|value| metric(value, "copy number")),
        node.amount("ratio").map(|value| metric(value, "ratio")),
    ];
    let change = CopyNumberAlteration {
        chromosome,
        start,
        end,
        alteration: kind.get("cnv-".len()..).unwrap_or(kind).to_owned(),
        metrics: metrics.into_iter().flatten().collect(),
        genes: genes(node),
    };
    (!change.genes.is_empty() || change.chromosome.is_some()).then_some(Alteration::CopyNumber(change))
}

/// Fusion or splicing variant: usable with a gene or a breakpoint.
pub(super) fn rearrangement(node: &Node<'_>, kind: &str) -> Option<Alteration> {
    let genes = genes(node);
    let sides = breakpoints(node, &genes);
    let mut ends = sides.iter().map(|side| side.breakend.clone());
    let breakends = (ends.next(), ends.next());
    if genes.is_empty() && breakends.0.is_none() {
        return None;
    }
    if sides.len() != 2 {
        let hint = note::BREAKEND_COUNT.en;
        node.remark(
            "breakpoint",
            Remark::warning("breakend-count", format!("{} breakpoints", sides.len()), hint),
        );
    }
    let pair = match genes.as_slice() {
        [five, three] if five != three => Some((five.clone(), three.clone())),
        _ => None,
    };
    // 'EML4 exon 13 – ALK exon 20': the breakpoints as the laboratory names them.
    let name: Vec<String> = sides.iter().filter_map(|side| side.name.clone()).collect();
    let alteration = match node.said("sv-type") {
        Some(what) => format!("{kind}: {what}"),
        None => kind.to_owned(),
    };
    Some(Alteration::Rearrangement(Rearrangement {
        alteration,
        names: if name.len() == 2 { vec![name.join(" – ")] } else { Vec::new() },
        breakends,
        gene_pairs: pair.into_iter().collect(),
        vaf: None,
        supporting_reads: node.whole("num-reads"),
        total_reads: None,
    }))
}

/// One side of a rearrangement with its name.
struct Side {
    breakend: Breakend,
    name: Option<String>,
}

/// The sides: from the breakpoints, else from places and genes.
fn breakpoints(node: &Node<'_>, genes: &[GeneSymbol]) -> Vec<Side> {
    let list = node.path.field("breakpoint");
    let items = node.element.children("breakpoint").flat_map(Element::items).take(MAX_LISTED);
    let sides: Vec<Side> = items.enumerate().map(|(i, item)| side(item, &list.item(i), node)).collect();
    if !sides.is_empty() {
        return sides;
    }
    let places = loci(node).into_iter().enumerate();
    places
        .map(|(index, place)| Side {
            breakend: Breakend {
                chromosome: Some(place.chromosome),
                start: place.start,
                end: place.end.or(place.start),
                mate_piece: None,
                genes: genes.get(index).cloned().into_iter().collect(),
            },
            name: None,
        })
        .collect()
}

fn side(item: &Element, path: &Path<'_>, node: &Node<'_>) -> Side {
    let side = Node::new(item, path, node.notes);
    side.expect_only(&["region", "index", "length", "gene", "transcript", "chr", "pos"]);
    let gene = side.gene("gene");
    let position = side.number("pos").and_then(|number| side.accept("pos", values::position(number)));
    let name = gene
        .as_ref()
        .and_then(|gene| Some(format!("{gene} {} {}", side.said("region")?, side.said("index")?)));
    let breakend = Breakend {
        chromosome: side.said("chr").and_then(|text| side.accept("chr", values::chromosome(&text))),
        start: position,
        end: position,
        mate_piece: None,
        genes: gene.into_iter().collect(),
    };
    Side { breakend, name }
}

/// Expression level, with that of normal tissue to compare with: usable with a gene.
pub(super) fn expression(node: &Node<'_>, _kind: &str) -> Option<Alteration> {
    let mut metrics: Vec<Metric> = Vec::new();
    metrics.extend(node.amount("tpm").map(|value| metric(value, "TPM")));
    metrics.extend(node.amount("num-reads").map(|value| metric(value, "reads")));
    let path = node.path.field("reference");
    let normal = node.element.at(&["reference", "normal-expression", "tpm"]);
    if let Some(normal) = normal.map(|element| Node::new(element, &path, node.notes)) {
        let of_normal = |name: &'static str, unit: &str| {
            let kind = Some(format!("normal-expression {name}"));
            normal.amount(name).map(|value| Metric { kind, ..metric(value, unit) })
        };
        metrics.extend(of_normal("mean", "TPM (normal tissue, mean)"));
        metrics.extend(of_normal("sd", "TPM (normal tissue, SD)"));
        metrics.extend(of_normal("n", "normal samples"));
    }
    let expression = Expression { genes: genes(node), metrics };
    (!expression.genes.is_empty()).then_some(Alteration::Expression(expression))
}
