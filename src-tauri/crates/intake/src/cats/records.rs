//! The kinds of records, one function each. A function gives none where nothing of the record can be used.

use super::fields::{Fields, Need};
use super::values::{MetricShape, allele, chromosome, genes, metrics, position, transcripts, vaf};
use crate::notes::{NoteBook, Remark};
use entaku_domain::finding::{
    Alteration, Biomarker, Composite, CopyNumberAlteration, Expression, NonHuman, ShortVariant,
};
use entaku_words::errors::note;
use std::cell::RefCell;

const VARIANT_TYPES: [&str; 6] = ["SNV", "insertion", "deletion", "delins", "MNV", "indel"];

const CNA_TYPES: [&str; 7] =
    ["amplification", "gain", "duplication", "loss", "deletion", "homozygous deletion", "neutral"];

const CNA_METRICS: MetricShape = MetricShape {
    list: "copyNumberMetrics",
    known: &["value", "unit"],
    kind: None,
    units: &["copy number", "fold-change", "log2 fold-change", "fraction-of-gene"],
};

const BIOMARKER_METRICS: MetricShape = MetricShape {
    list: "biomarkerMetrics",
    known: &["value", "unit", "metricType"],
    kind: Some(("metricType", Need::Required)),
    units: &[],
};

const CONTENT_METRICS: MetricShape = MetricShape { list: "contentMetrics", ..BIOMARKER_METRICS };

/// Expression levels, of expressions and of RNA fusions.
pub(super) const EXPRESSION_METRICS: MetricShape = MetricShape {
    list: "expressionLevelMetrics",
    known: &["value", "unit", "statisticType", "sampleSize", "isControl"],
    kind: Some(("statisticType", Need::Optional)),
    units: &["TPM", "FPKM", "FPM", "RPKM", "RPM"],
};

/// Substitution, insertion or deletion: usable with a place, or with a gene or a change.
pub(super) fn short_variant(record: &Fields<'_>, notes: &RefCell<NoteBook>) -> Option<Alteration> {
    record.one_of("variantType", Need::Optional, &VARIANT_TYPES);
    let variant = ShortVariant {
        chromosome: chromosome(record, "chromosome", Need::Required),
        position: position(record, "position", Need::Required),
        reference: allele(record, "referenceAllele", ""),
        alternate: allele(record, "alternateAllele", "*"),
        vaf: vaf(record, "alternateAlleleFrequency", Need::Required),
        depth: record.whole("totalReadDepth", Need::Optional, 0),
        alternate_depth: record.whole("alternateAlleleReadDepth", Need::Optional, 0),
        against_reference: None,
        transcripts: transcripts(record, Need::Required, notes),
    };
    let placed = variant.chromosome.is_some() && variant.position.is_some();
    let named =
        variant.transcripts.iter().any(|t| t.gene.is_some() || t.coding.is_some() || t.protein.is_some());
    if let (Some(alternate), Some(depth)) = (variant.alternate_depth, variant.depth)
        && alternate > depth
    {
        let hint = note::INCONSISTENT_DEPTH.en;
        record.remark(
            "alternateAlleleReadDepth",
            Remark::warning("inconsistent-depth", alternate.to_string(), hint),
        );
    }
    (placed || named).then_some(Alteration::ShortVariant(variant))
}

/// Copy number: usable with a type and a gene or a place.
pub(super) fn copy_number(record: &Fields<'_>, notes: &RefCell<NoteBook>) -> Option<Alteration> {
    let alteration = record.one_of("copyNumberAlterationType", Need::Required, &CNA_TYPES);
    let change = CopyNumberAlteration {
        chromosome: chromosome(record, "chromosome", Need::Optional),
        start: position(record, "startPosition", Need::Optional),
        end: position(record, "endPosition", Need::Optional),
        metrics: metrics(record, &CNA_METRICS, Need::Optional, notes),
        genes: genes(transcripts(record, Need::Required, notes)),
        alteration: alteration?,
    };
    if let (Some(start), Some(end)) = (change.start, change.end)
        && end < start
    {
        let hint = note::END_BEFORE_START.en;
        record.remark("endPosition", Remark::warning("end-before-start", end.get().to_string(), hint));
    }
    (!change.genes.is_empty() || change.chromosome.is_some()).then_some(Alteration::CopyNumber(change))
}

/// TMB, MSI, LOH: usable with its type and a value, a state or a description.
pub(super) fn biomarker(record: &Fields<'_>, notes: &RefCell<NoteBook>) -> Option<Alteration> {
    const STATES: [&str; 6] = ["high", "low", "stable", "intermediate", "cannot be determined", "null"];
    let marker = record.one_of("biomarkerType", Need::Required, &["TMB", "MSI", "LOH"]);
    let mut state = record.one_of("state", Need::Optional, &STATES);
    if state.as_deref() == Some("null") {
        let hint = note::STATE_NULL.en;
        record.remark("state", Remark::info("state-null", "\"null\"", hint));
        state = None;
    }
    let marker = Biomarker {
        marker: marker?,
        metrics: metrics(record, &BIOMARKER_METRICS, Need::Optional, notes),
        state,
        descriptions: record.texts("descriptions", Need::Optional),
    };
    Some(Alteration::Biomarker(marker))
}

/// A marker made of others: usable with a name or a component.
pub(super) fn composite(record: &Fields<'_>, _notes: &RefCell<NoteBook>) -> Option<Alteration> {
    let composite = Composite {
        names: record.texts("biomarkerNames", Need::Required),
        components: record.texts("componentItemIds", Need::Required),
    };
    (!composite.names.is_empty() || !composite.components.is_empty())
        .then_some(Alteration::Composite(composite))
}

/// Expression level: usable with a gene.
pub(super) fn expression(record: &Fields<'_>, notes: &RefCell<NoteBook>) -> Option<Alteration> {
    let expression = Expression {
        genes: genes(transcripts(record, Need::Required, notes)),
        metrics: metrics(record, &EXPRESSION_METRICS, Need::Required, notes),
    };
    (!expression.genes.is_empty()).then_some(Alteration::Expression(expression))
}

/// Non-human sequence: usable with the organism.
pub(super) fn non_human(record: &Fields<'_>, notes: &RefCell<NoteBook>) -> Option<Alteration> {
    let organism = record.text("organism", Need::Required);
    let metrics = metrics(record, &CONTENT_METRICS, Need::Optional, notes);
    Some(Alteration::NonHuman(NonHuman { organism: organism?, metrics }))
}
