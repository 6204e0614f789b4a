//! The national exchange format of the synthetic laboratory files. No patient stands behind them; positions are those of
//! well-known alterations, numbers are made up. Owns the format's shape; what is found in which tumour is told beside it.

use serde_json::{Value, json};

/// A short variant as a laboratory reports it.
pub(super) struct Variant {
    /// Chromosome, position counted from 1, reference and alternate allele.
    pub(super) place: (&'static str, u32, &'static str, &'static str),
    /// Gene, transcript, change of the coding sequence, change of the protein.
    pub(super) name: (&'static str, &'static str, &'static str, &'static str),
    /// Term of the Sequence Ontology.
    pub(super) effect: &'static str,
    /// Reads with the variant, and all.
    pub(super) reads: (u32, u32),
    /// Where a normal sample was read too.
    pub(super) origin: Option<&'static str>,
}

/// A marker over the whole tumour.
pub(super) struct Marker {
    pub(super) kind: &'static str,
    /// Value, unit, kind of value.
    pub(super) value: (f64, &'static str, &'static str),
    pub(super) state: &'static str,
}

fn transcript(name: (&str, &str, &str, &str), effect: &str) -> Value {
    let (gene, transcript, coding, protein) = name;
    json!({
        "transcriptId": transcript, "transcriptDatabaseName": "RefSeq", "geneSymbol": gene, "strand": null,
        "cdsChange": coding, "aminoAcidsChange": protein, "calculatedEffects": [effect],
    })
}

fn gene_only(gene: &str, id: &str) -> Value {
    json!({
        "transcriptId": id, "transcriptDatabaseName": "RefSeq", "geneSymbol": gene, "strand": null,
        "cdsChange": null, "aminoAcidsChange": null, "calculatedEffects": [],
    })
}

fn short_variant(number: usize, variant: &Variant) -> Value {
    let (chromosome, position, reference, alternate) = variant.place;
    let (alternate_reads, depth) = variant.reads;
    json!({
        "itemId": format!("SV{number}"), "chromosome": chromosome, "position": position,
        "referenceAllele": reference, "alternateAllele": alternate,
        "alternateAlleleFrequency": f64::from(alternate_reads * 1000 / depth) / 1000.0,
        "totalReadDepth": depth, "alternateAlleleReadDepth": alternate_reads,
        "transcripts": [transcript(variant.name, variant.effect)],
        "sampleItemId": "tumor-dna", "variantOrigin": variant.origin, "matched": true, "reported": true,
    })
}

/// The records of short variants, numbered from `SV1`.
pub(super) fn short_variants(variants: &[Variant]) -> Value {
    (1..).zip(variants).map(|(number, variant)| short_variant(number, variant)).collect()
}

/// A copy-number alteration of a gene, with its segment where that is told.
pub(super) fn copy_number(
    number: u32,
    place: Option<(&str, u32, u32)>,
    gene: (&str, &str),
    kind: &str,
    value: f64,
) -> Value {
    json!({
        "itemId": format!("CN{number}"), "chromosome": place.map(|place| place.0),
        "startPosition": place.map(|place| place.1), "endPosition": place.map(|place| place.2),
        "copyNumberMetrics": [{ "value": value, "unit": "copy number" }], "copyNumberAlterationType": kind,
        "transcripts": [gene_only(gene.0, gene.1)], "sampleItemId": "tumor-dna", "variantOrigin": "somatic",
        "matched": true, "reported": true,
    })
}

/// The markers, each under its own name.
pub(super) fn markers(markers: &[Marker]) -> Value {
    let one = |marker: &Marker| {
        let (value, unit, kind) = marker.value;
        json!({
            "itemId": marker.kind, "biomarkerType": marker.kind,
            "biomarkerMetrics": [{ "value": value, "unit": unit, "metricType": kind }],
            "state": marker.state, "biomarkerOrigin": "somatic", "sampleItemId": "tumor-dna", "matched": true,
            "reported": true,
        })
    };
    markers.iter().map(one).collect()
}

/// A sample that was read.
pub(super) fn sample(item: &str, tissue: &str, acid: &str, depth: f64) -> Value {
    json!({ "itemId": item, "tumorOrNormal": tissue, "nucleicAcid": acid, "meanReadDepth": depth })
}

/// The test itself.
pub(super) fn test(id: &str, kind: &str, panel: &str) -> Value {
    json!({
        "testId": id, "testType": kind, "panelName": panel, "panelVersion": "1.0",
        "softwareName": "demo-pipeline", "softwareVersion": "2.3.1", "testForReferenceOnly": false,
    })
}
