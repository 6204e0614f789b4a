//! Short variants, copy numbers, non-human content: one function each. A function gives none where nothing of the record
//! can be used.

use super::super::locus;
use super::super::node::Node;
use crate::notes::Remark;
use crate::values;
use entaku_domain::finding::{
    Alteration, CopyNumberAlteration, NonHuman, Origin, ShortVariant, TranscriptEffect,
};
use entaku_domain::measure::{Metric, Vaf};

const EFFECTS: [&str; 9] = [
    "missense",
    "nonsense",
    "frameshift",
    "nonframeshift",
    "splice",
    "promoter",
    "synonymous",
    "unknown",
    "none",
];

const STATES: [&str; 4] = ["known", "likely", "unknown", "ambiguous"];

/// Most by which the two ways of writing one frequency may differ: both are rounded.
const ROUNDING: f64 = 0.01;

/// Substitution, insertion or deletion: usable with a place, or with a gene or a change. The format has no alleles.
pub(super) fn short(node: &Node<'_>) -> Option<Alteration> {
    node.require("gene");
    node.require("position");
    let place = locus::field(node, "position");
    let effect = TranscriptEffect {
        gene: node.gene("gene"),
        transcript: node.said("transcript"),
        coding: node.change("cds-effect"),
        protein: node.change("protein-effect"),
        effects: node.one_of("functional-effect", &EFFECTS).into_iter().collect(),
        ..TranscriptEffect::default()
    };
    let placed = place.as_ref().is_some_and(|place| place.start.is_some());
    let named = effect.gene.is_some() || effect.coding.is_some() || effect.protein.is_some();
    let (chromosome, position) = place.map_or((None, None), |place| (Some(place.chromosome), place.start));
    let variant = ShortVariant {
        chromosome,
        position,
        reference: None,
        alternate: None,
        vaf: frequency(node),
        depth: node.whole("depth"),
        alternate_depth: None,
        against_reference: None,
        transcripts: vec![effect],
    };
    (placed || named).then_some(Alteration::ShortVariant(variant))
}

/// The frequency: as a fraction, else from the percentage; both are compared.
pub(super) fn frequency(node: &Node<'_>) -> Option<Vaf> {
    let fraction = node.fraction("allele-fraction");
    let percent = node.number("percent-reads").and_then(|percent| {
        let fraction = values::vaf(percent / 100.0).map_err(|_| {
            let hint = "A percentage from 0 to 100 was expected; it is kept as written and not used.";
            Remark::warning("out-of-range", percent.to_string(), hint)
        });
        node.accept("percent-reads", fraction)
    });
    if let (Some(fraction), Some(percent)) = (fraction, percent)
        && (fraction.fraction() - percent.fraction()).abs() > ROUNDING
    {
        let said = format!("allele-fraction {} and percent-reads {}", fraction.percent(), percent.percent());
        let hint = "Both name the frequency of the variant; the fraction is used, check with the laboratory.";
        node.remark("percent-reads", Remark::warning("inconsistent-depth", said, hint));
    }
    fraction.or(percent)
}

/// Copy number: usable with a type and a gene or a place.
pub(super) fn copy_number(node: &Node<'_>) -> Option<Alteration> {
    const TYPES: [&str; 6] =
        ["amplification", "loss", "partial amplification", "partial loss", "gain", "deletion"];
    node.require("gene");
    node.require("type");
    let gene = node.gene("gene");
    let alteration = node.one_of("type", &TYPES);
    let place = locus::field(node, "position");
    let metric = |value: f64, unit: &str| Metric { value, unit: Some(unit.to_owned()), kind: None };
    let metrics = [
        node.amount("copy-number").map(|value| metric(value, "copy number")),
        node.amount("ratio").map(|value| metric(value, "ratio")),
        exons(node),
    ];
    let (chromosome, start, end) =
        place.map_or((None, None, None), |place| (Some(place.chromosome), place.start, place.end));
    let change = CopyNumberAlteration {
        chromosome,
        start,
        end,
        alteration: alteration?,
        metrics: metrics.into_iter().flatten().collect(),
        genes: gene.into_iter().collect(),
    };
    (!change.genes.is_empty() || change.chromosome.is_some()).then_some(Alteration::CopyNumber(change))
}

/// How many of the gene's exons are concerned, written `3 of 3`.
fn exons(node: &Node<'_>) -> Option<Metric> {
    let text = node.said("number-of-exons")?;
    let read = text.split_once("of").and_then(|(some, all)| {
        let (some, all): (u16, u16) = (some.trim().parse().ok()?, all.trim().parse().ok()?);
        Some(Metric {
            value: f64::from(some),
            unit: Some(format!("of {all} exons")),
            kind: Some("number-of-exons".to_owned()),
        })
    });
    if read.is_none() {
        let hint = "Two numbers as in '3 of 3' were expected; kept as written, not used.";
        node.remark("number-of-exons", Remark::warning("bad-exon-range", text, hint));
    }
    read
}

/// Non-human sequence: usable with the organism.
pub(super) fn non_human(node: &Node<'_>) -> Option<Alteration> {
    let organism = node.required("organism")?;
    let reads = node.amount("reads-per-million");
    let metrics = reads
        .map(|value| Metric { value, unit: Some("reads per million".to_owned()), kind: None })
        .into_iter()
        .collect();
    Some(Alteration::NonHuman(NonHuman { organism, metrics }))
}

/// The origin, where a file states one: the test has no normal sample, and deliveries leave the laboratory's guess out.
pub(super) fn origin(node: &Node<'_>) -> Origin {
    match node.one_of("germline-status", &["germline", "somatic", "ambiguous", "unknown"]).as_deref() {
        Some(text) if text.eq_ignore_ascii_case("germline") => Origin::Germline,
        Some(text) if text.eq_ignore_ascii_case("somatic") => Origin::Somatic,
        _ => Origin::Unknown,
    }
}

/// The laboratory's verdict in its words: the status, which of an alteration means VUS where it is `unknown`, and its
/// marks. `is_vus` is what the list of variant properties says.
pub(super) fn verdict(node: &Node<'_>, alteration: &Alteration, is_vus: Option<bool>) -> Option<String> {
    let of_gene = !matches!(alteration, Alteration::Biomarker(_) | Alteration::NonHuman(_));
    if !of_gene {
        // The state of a marker stands in the finding itself.
        return match alteration {
            Alteration::NonHuman(_) => node.text("status"),
            _ => None,
        };
    }
    node.require("status");
    let mut words = Vec::new();
    match node.one_of("status", &STATES) {
        Some(unknown) if unknown.eq_ignore_ascii_case("unknown") => words.push("unknown (VUS)".to_owned()),
        Some(status) => {
            words.push(status);
            words.extend((is_vus == Some(true)).then(|| "VUS".to_owned()));
        }
        None => words.extend((is_vus == Some(true)).then(|| "VUS".to_owned())),
    }
    for mark in ["equivocal", "subclonal"] {
        words.extend((node.flag(mark) == Some(true)).then(|| mark.to_owned()));
    }
    Some(words.join(", ")).filter(|verdict| !verdict.is_empty())
}
