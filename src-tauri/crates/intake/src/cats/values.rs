//! Values that several kinds of records share: places, genes, metrics, origin.

use super::fields::{Fields, Need};
use crate::json::Value;
use crate::notes::{NoteBook, Remark};
use crate::values;
use entaku_domain::finding::{Origin, TranscriptEffect};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::genome::{Chromosome, Position1};
use entaku_domain::hgvs::HgvsText;
use entaku_domain::measure::{Metric, Vaf};
use entaku_words::errors::note;
use std::cell::RefCell;

/// Fields that a transcript may have in any version.
const TRANSCRIPT: [&str; 8] = [
    "transcriptId",
    "transcriptDatabaseName",
    "transcriptDatabaseVersion",
    "geneSymbol",
    "strand",
    "cdsChange",
    "aminoAcidsChange",
    "calculatedEffects",
];

/// A chromosome; the prefix `chr` is accepted and noted.
pub(super) fn chromosome(fields: &Fields<'_>, name: &str, need: Need) -> Option<Chromosome> {
    let text = fields.text(name, need)?;
    let chromosome = fields.accept(name, values::chromosome(&text))?;
    if text.len() > 3 && text.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("chr")) {
        let hint = note::CHROMOSOME_PREFIX.en;
        fields.remark(name, Remark::info("chromosome-prefix", text, hint));
    }
    Some(chromosome)
}

/// A position counted from 1.
pub(super) fn position(fields: &Fields<'_>, name: &str, need: Need) -> Option<Position1> {
    let number = fields.number(name, need)?;
    fields.accept(name, values::position(number))
}

/// A frequency as a fraction.
pub(super) fn vaf(fields: &Fields<'_>, name: &str, need: Need) -> Option<Vaf> {
    let number = fields.number(name, need)?;
    fields.accept(name, values::vaf(number))
}

/// A gene symbol.
pub(super) fn gene(fields: &Fields<'_>, name: &str, need: Need) -> Option<GeneSymbol> {
    let text = fields.text(name, need)?;
    fields.accept(name, values::gene(&text))
}

fn change(fields: &Fields<'_>, name: &str) -> Option<HgvsText> {
    let text = fields.text(name, Need::Optional)?;
    fields.accept(name, values::change(&text))
}

/// The transcripts of a record in the file's order, the first of which a change is told before all.
pub(super) fn transcripts(
    fields: &Fields<'_>,
    need: Need,
    notes: &RefCell<NoteBook>,
) -> Vec<TranscriptEffect> {
    let list = fields.path.field("transcripts");
    let mut transcripts = Vec::new();
    for (index, node) in fields.list("transcripts", need).iter().enumerate() {
        let path = list.item(index);
        let Some(transcript) = Fields::of(node, &path, notes) else { continue };
        transcript.expect_only(&TRANSCRIPT);
        if let Some(strand) = transcript.text("strand", Need::Optional)
            && !matches!(strand.as_str(), "+" | "-" | "null")
        {
            transcript.remark("strand", Remark::warning("unknown-value", strand, "'+' or '-' was expected."));
        }
        transcripts.push(TranscriptEffect {
            gene: gene(&transcript, "geneSymbol", Need::Optional),
            transcript: transcript.text("transcriptId", Need::Optional),
            coding: change(&transcript, "cdsChange"),
            protein: change(&transcript, "aminoAcidsChange"),
            effects: transcript.texts("calculatedEffects", Need::Optional),
            ..TranscriptEffect::default()
        });
    }
    // The laboratory's order is its choice; a transcript of which it tells no change speaks for nothing.
    if let Some(told) = transcripts.iter().position(|t| t.coding.is_some() || t.protein.is_some())
        && let Some(front) = transcripts.get_mut(..=told)
    {
        front.rotate_right(1);
    }
    transcripts
}

/// The genes of a record's transcripts, each once.
pub(super) fn genes(transcripts: Vec<TranscriptEffect>) -> Vec<GeneSymbol> {
    let mut genes: Vec<GeneSymbol> = Vec::new();
    for gene in transcripts.into_iter().filter_map(|transcript| transcript.gene) {
        if !genes.contains(&gene) {
            genes.push(gene);
        }
    }
    genes
}

/// How metrics of a list are to be read.
pub(super) struct MetricShape {
    /// Name of the list.
    pub list: &'static str,
    /// Fields that a metric may have.
    pub known: &'static [&'static str],
    /// Field that says what was measured.
    pub kind: Option<(&'static str, Need)>,
    /// Units the format knows; empty for any.
    pub units: &'static [&'static str],
}

/// Values with unit. A metric without a readable value is noted and left out; the record keeps it as written.
pub(super) fn metrics(
    fields: &Fields<'_>,
    shape: &MetricShape,
    need: Need,
    notes: &RefCell<NoteBook>,
) -> Vec<Metric> {
    let list = fields.path.field(shape.list);
    let mut metrics = Vec::new();
    for (index, node) in fields.list(shape.list, need).iter().enumerate() {
        let path = list.item(index);
        let Some(metric) = Fields::of(node, &path, notes) else { continue };
        metric.expect_only(shape.known);
        let Some(value) = metric.number("value", Need::Required) else { continue };
        let mut kind = shape.kind.and_then(|(name, need)| metric.text(name, need));
        if metric.flag("isControl", Need::Optional) == Some(true) {
            kind = Some(kind.map_or_else(|| "control".to_owned(), |kind| format!("control, {kind}")));
        }
        metrics.push(Metric { value, unit: unit(&metric, shape.units), kind });
    }
    metrics
}

fn unit(metric: &Fields<'_>, known: &[&str]) -> Option<String> {
    let written_null =
        crate::json::member(metric.members, "unit").is_some_and(|node| node.value == Value::Null);
    // A null unit is lawful where the format lists no units (scores without one).
    let need = if written_null && known.is_empty() { Need::Optional } else { Need::Required };
    let unit = metric.text("unit", need)?;
    if unit == "absolute copy number" {
        let hint = note::UNIT_RENAMED.en;
        metric.remark("unit", Remark::info("unit-renamed", unit, hint));
        return Some("copy number".to_owned());
    }
    if !known.is_empty() && !known.contains(&unit.as_str()) {
        let hint = format!("Kept as written. The format knows: {}.", known.join(", "));
        metric.remark("unit", Remark::warning("unknown-value", &unit, hint));
    }
    Some(unit)
}

/// The origin as stated.
pub(super) fn origin(fields: &Fields<'_>, name: &str) -> Origin {
    let Some(text) = fields.text(name, Need::Optional) else { return Origin::Unknown };
    match text.to_ascii_lowercase().as_str() {
        "somatic" => Origin::Somatic,
        "germline" => Origin::Germline,
        "likely somatic" => Origin::LikelySomatic,
        "likely germline" => Origin::LikelyGermline,
        _ => {
            let hint =
                "Read as not stated. The format knows: somatic, germline, likely somatic, likely germline.";
            fields.remark(name, Remark::warning("unknown-value", text, hint));
            Origin::Unknown
        }
    }
}

/// An allele of a short variant: bases in upper case; anything else is noted and not used.
pub(super) fn allele(fields: &Fields<'_>, name: &str, also: &str) -> Option<String> {
    let text = fields.text(name, Need::Required)?;
    let (upper, remark) = fields.accept(name, values::allele(&text, also))?;
    if let Some(remark) = remark {
        fields.remark(name, remark);
    }
    Some(upper)
}
