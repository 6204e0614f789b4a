//! Rearrangements: two breakends, gene pairs, names, and the official validator's checks on them.

use super::fields::{Fields, Need};
use super::records::EXPRESSION_METRICS;
use super::values::{chromosome, gene, genes, metrics, position, transcripts, vaf};
use crate::gene_pair;
use crate::json::{Node, Value};
use crate::notes::{NoteBook, Remark, quoted};
use entaku_domain::finding::{Alteration, Breakend, Rearrangement};
use entaku_domain::gene::GeneSymbol;
use entaku_words::errors::note;
use std::cell::RefCell;

const TYPES: [&str; 11] = [
    "gene fusion",
    "gene fusion and frameshift variant",
    "bidirectional gene fusion",
    "duplication",
    "tandem duplication",
    "deletion",
    "inversion",
    "truncation",
    "splice variant",
    "exon skipping",
    "other",
];

/// Name before 1.1.0 of `gene fusion and frameshift variant`.
const OLD_FRAMESHIFT_FUSION: &str = "frameshift gene fusion";

/// Usable with a place or a gene at a breakend, a gene pair or a name.
pub(super) fn read(record: &Fields<'_>, notes: &RefCell<NoteBook>) -> Option<Alteration> {
    let alteration = alteration_type(record);
    let breakends = breakends(record, notes);
    let gene_pairs = gene_pairs(record, &breakends);
    let skipped = skipped_genes(record, notes);
    // Levels of an RNA fusion have no field of their own in a finding: they stay in the record as written.
    metrics(record, &EXPRESSION_METRICS, Need::Optional, notes);
    record.text("insertedSequence", Need::Optional);
    let rearrangement = Rearrangement {
        alteration: alteration.unwrap_or_default(),
        names: record.texts("rearrangementNames", Need::Optional),
        breakends,
        gene_pairs,
        vaf: vaf(record, "alternateAlleleFrequency", Need::Optional),
        supporting_reads: record.whole("supportingReadCount", Need::Optional, 0),
        total_reads: record.whole("totalReadCount", Need::Optional, 0),
    };
    check_genes(record, &rearrangement, &skipped);
    let (first, second) = &rearrangement.breakends;
    let placed = [first, second].into_iter().flatten().any(|b| b.chromosome.is_some() || !b.genes.is_empty());
    let named =
        !rearrangement.gene_pairs.is_empty() || !rearrangement.names.is_empty() || !skipped.is_empty();
    (placed || named).then_some(Alteration::Rearrangement(rearrangement))
}

fn alteration_type(record: &Fields<'_>) -> Option<String> {
    let text = record.text("rearrangementType", Need::Required)?;
    if text == OLD_FRAMESHIFT_FUSION {
        let hint = note::OLD_VALUE.en;
        record.remark("rearrangementType", Remark::info("old-value", text, hint));
        return Some("gene fusion and frameshift variant".to_owned());
    }
    record.one_of("rearrangementType", Need::Required, &TYPES)
}

fn breakends(record: &Fields<'_>, notes: &RefCell<NoteBook>) -> (Option<Breakend>, Option<Breakend>) {
    let list = record.path.field("breakends");
    let nodes = record.list("breakends", Need::Required);
    if nodes.len() != 2 {
        let said = format!("{} breakends", nodes.len());
        let hint = "Exactly two were expected; the first two are used, all are kept as written.";
        record.remark("breakends", Remark::warning("breakend-count", said, hint));
    }
    let mut read =
        nodes.iter().take(2).enumerate().map(|(index, node)| breakend(node, &list.item(index), notes));
    (read.next().flatten(), read.next().flatten())
}

fn breakend(node: &Node, path: &crate::path::Path<'_>, notes: &RefCell<NoteBook>) -> Option<Breakend> {
    let breakend = Fields::of(node, path, notes)?;
    breakend.expect_only(&[
        "chromosome",
        "startPosition",
        "endPosition",
        "matePieceLocation",
        "transcripts",
        "supportingReadCount",
        "totalReadCount",
        "alternateAlleleFrequency",
    ]);
    vaf(&breakend, "alternateAlleleFrequency", Need::Optional);
    Some(Breakend {
        chromosome: chromosome(&breakend, "chromosome", Need::Required),
        start: position(&breakend, "startPosition", Need::Required),
        end: position(&breakend, "endPosition", Need::Required),
        mate_piece: breakend.one_of("matePieceLocation", Need::Optional, &["upstream", "downstream"]),
        genes: genes(transcripts(&breakend, Need::Required, notes)),
    })
}

type Breakends = (Option<Breakend>, Option<Breakend>);

fn gene_pairs(record: &Fields<'_>, breakends: &Breakends) -> Vec<(GeneSymbol, GeneSymbol)> {
    let mut pairs = Vec::new();
    for node in record.list("orderedGenePairs", Need::Optional) {
        let names: Vec<Option<GeneSymbol>> = match &node.value {
            Value::List(items) => items.iter().map(symbol).collect(),
            _ => Vec::new(),
        };
        match names.as_slice() {
            [Some(five), Some(three)] => pairs.push((five.clone(), three.clone())),
            _ => {
                let hint = "Pairs of two gene symbols, 5' partner first, were expected; kept as written.";
                record.remark("orderedGenePairs", Remark::warning("bad-gene-pair", node.value.shown(), hint));
            }
        }
    }
    for text in record.texts("genePairs", Need::Optional) {
        let hint = "Since 1.2.0 orderedGenePairs says this; read as 5' partner first.";
        record.remark("genePairs", Remark::info("old-field", quoted(&text), hint));
        match split_pair(&text, breakends) {
            Some(pair) => pairs.push(pair),
            None => {
                let hint = "Two gene symbols joined by '-' were expected; kept as written.";
                record.remark("genePairs", Remark::warning("bad-gene-pair", text, hint));
            }
        }
    }
    pairs
}

fn symbol(node: &Node) -> Option<GeneSymbol> {
    match &node.value {
        Value::Text(text) => GeneSymbol::parse(text).ok(),
        _ => None,
    }
}

fn split_pair(text: &str, breakends: &Breakends) -> Option<(GeneSymbol, GeneSymbol)> {
    let (first, second) = breakends;
    let known: Vec<&GeneSymbol> = [first, second].into_iter().flatten().flat_map(|b| &b.genes).collect();
    gene_pair::split(text, &known)
}

fn skipped_genes(record: &Fields<'_>, notes: &RefCell<NoteBook>) -> Vec<GeneSymbol> {
    let list = record.path.field("skippedExonRanges");
    let mut skipped = Vec::new();
    for (index, node) in record.list("skippedExonRanges", Need::Optional).iter().enumerate() {
        let path = list.item(index);
        let Some(range) = Fields::of(node, &path, notes) else { continue };
        range.expect_only(&[
            "transcriptId",
            "transcriptDatabaseName",
            "transcriptDatabaseVersion",
            "geneSymbol",
            "strand",
            "exonRange",
        ]);
        skipped.extend(gene(&range, "geneSymbol", Need::Required));
        if range.list("exonRange", Need::Required).len() != 2 {
            let hint = "First and last exon were expected; kept as written.";
            range.remark("exonRange", Remark::warning("bad-exon-range", "not two numbers", hint));
        }
    }
    skipped
}

/// The official validator: the pairs of a fusion are two different genes, one on each breakend; any other
/// rearrangement names at least one gene.
fn check_genes(record: &Fields<'_>, rearrangement: &Rearrangement, skipped: &[GeneSymbol]) {
    let (first, second) = &rearrangement.breakends;
    let on = |breakend: &Option<Breakend>, gene: &GeneSymbol| {
        breakend.as_ref().is_some_and(|breakend| breakend.genes.contains(gene))
    };
    if rearrangement.alteration.contains("fusion") {
        if rearrangement.gene_pairs.is_empty() {
            let hint = "A fusion names its partners in orderedGenePairs; without them the order of the genes is not known.";
            record.remark("orderedGenePairs", Remark::info("fusion-no-pair", "no gene pair", hint));
        }
        for (five, three) in &rearrangement.gene_pairs {
            if five == three {
                let hint = note::FUSION_SAME_GENE.en;
                record.remark("orderedGenePairs", Remark::warning("fusion-same-gene", five.as_str(), hint));
            } else if !((on(first, five) && on(second, three)) || (on(first, three) && on(second, five))) {
                let said = format!("{five}::{three}");
                let hint = note::FUSION_NOT_ON_BREAKENDS.en;
                record.remark("orderedGenePairs", Remark::warning("fusion-not-on-breakends", said, hint));
            }
        }
        return;
    }
    let any_gene = [first, second].into_iter().flatten().any(|breakend| !breakend.genes.is_empty());
    if !any_gene && skipped.is_empty() && rearrangement.gene_pairs.is_empty() {
        let hint = note::NO_GENE.en;
        record.remark("breakends", Remark::warning("no-gene", "no gene", hint));
    }
}
