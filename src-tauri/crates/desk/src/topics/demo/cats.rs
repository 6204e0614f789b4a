//! The synthetic laboratory file in the national exchange format. No patient stands behind it; positions are those of
//! well-known alterations (GRCh37), numbers are made up.

use serde_json::{Value, json};

pub(super) const FILE_NAME: &str = "demo-luad.cats.json";
/// Number of the MET amplification in the case: it follows the six somatic short variants.
pub(super) const MET: &str = "F7";

struct Variant {
    place: (&'static str, u32, &'static str, &'static str),
    name: (&'static str, &'static str, &'static str, &'static str),
    effect: &'static str,
    reads: (u32, u32),
    origin: &'static str,
}

const VARIANTS: [Variant; 7] = [
    Variant {
        place: ("7", 55_259_515, "T", "G"),
        name: ("EGFR", "NM_005228.5", "c.2573T>G", "p.L858R"),
        effect: "missense_variant",
        reads: (231, 604),
        origin: "somatic",
    },
    Variant {
        place: ("17", 7_577_120, "C", "T"),
        name: ("TP53", "NM_000546.6", "c.818G>A", "p.R273H"),
        effect: "missense_variant",
        reads: (268, 512),
        origin: "somatic",
    },
    Variant {
        place: ("3", 178_936_091, "G", "A"),
        name: ("PIK3CA", "NM_006218.4", "c.1633G>A", "p.E545K"),
        effect: "missense_variant",
        reads: (37, 588),
        origin: "somatic",
    },
    Variant {
        place: ("X", 47_041_546, "C", "T"),
        name: ("RBM10", "NM_005676.5", "c.1357C>T", "p.Q453*"),
        effect: "stop_gained",
        reads: (96, 402),
        origin: "somatic",
    },
    Variant {
        place: ("13", 32_918_805, "C", "T"),
        name: ("BRCA2", "NM_000059.4", "c.6952C>T", "p.R2318*"),
        effect: "stop_gained",
        reads: (297, 590),
        origin: "germline",
    },
    Variant {
        // The gene lies on the minus strand.
        place: ("12", 49_434_074, "C", "T"),
        name: ("KMT2D", "NM_003482.4", "c.7479G>A", "p.P2493="),
        effect: "synonymous_variant",
        reads: (118, 455),
        origin: "somatic",
    },
    Variant {
        place: ("1", 27_100_175, "C", "CG"),
        name: ("ARID1A", "NM_006015.6", "c.3978dupG", "p.P1327Afs*11"),
        effect: "frameshift_variant",
        reads: (52, 610),
        origin: "somatic",
    },
];

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

fn copy_number(number: u32, place: (&str, u32, u32), gene: (&str, &str), kind: &str, value: f64) -> Value {
    json!({
        "itemId": format!("CN{number}"), "chromosome": place.0, "startPosition": place.1, "endPosition": place.2,
        "copyNumberMetrics": [{ "value": value, "unit": "copy number" }], "copyNumberAlterationType": kind,
        "transcripts": [gene_only(gene.0, gene.1)], "sampleItemId": "tumor-dna", "variantOrigin": "somatic",
        "matched": true, "reported": true,
    })
}

/// The report: EGFR L858R, TP53, a MET amplification, no fusion in RNA, TMB 4.2, microsatellites stable.
pub(super) fn report() -> Value {
    let variants: Vec<_> =
        (1..).zip(&VARIANTS).map(|(number, variant)| short_variant(number, variant)).collect();
    json!({
        "metaData": {
            "schemaVersion": "1.3.0",
            "referenceGenome": { "grcRelease": "GRCh37.p13", "name": "hg19" },
            "comments": [
                { "itemIds": ["tumor-rna"], "contents": ["RNA解析: ALK、ROS1、RET、NTRK1/2/3、NRG1 の融合遺伝子は検出されなかった（陰性）。"] },
                { "itemIds": ["SV1"], "contents": ["合成データ: 実在の患者のものではない。"] },
            ],
        },
        "testInfo": {
            "testId": "DEMO-LUAD-0001", "testType": "tumor and matched-normal", "panelName": "デモ固形がんパネル",
            "panelVersion": "1.0", "softwareName": "demo-pipeline", "softwareVersion": "2.3.1", "testForReferenceOnly": false,
        },
        "sequencingSamples": [
            { "itemId": "tumor-dna", "tumorOrNormal": "tumor", "nucleicAcid": "DNA", "meanReadDepth": 581.4 },
            { "itemId": "normal-dna", "tumorOrNormal": "normal", "nucleicAcid": "DNA", "meanReadDepth": 214.8 },
            { "itemId": "tumor-rna", "tumorOrNormal": "tumor", "nucleicAcid": "RNA", "meanReadDepth": 96.0 },
        ],
        "variants": {
            "shortVariants": variants,
            "copyNumberAlterations": [
                copy_number(1, ("7", 116_312_459, 116_438_440), ("MET", "NM_000245.4"), "amplification", 12.0),
                copy_number(2, ("9", 21_967_751, 21_994_490), ("CDKN2A", "NM_000077.5"), "homozygous deletion", 0.0),
            ],
        },
        "otherBiomarkers": [
            { "itemId": "TMB", "biomarkerType": "TMB", "biomarkerMetrics": [{ "value": 4.2, "unit": "mutations per megabase", "metricType": "TMB" }],
              "state": "low", "biomarkerOrigin": "somatic", "sampleItemId": "tumor-dna", "matched": true, "reported": true },
            { "itemId": "MSI", "biomarkerType": "MSI", "biomarkerMetrics": [{ "value": 0.8, "unit": "%", "metricType": "unstable loci" }],
              "state": "stable", "biomarkerOrigin": "somatic", "sampleItemId": "tumor-dna", "matched": true, "reported": true },
        ],
    })
}
