//! Files as a laboratory sends them (CATS 1.3.0), made by code: as large as a test asks, the same each time.
use serde_json::{Value, json};

/// Gene and transcript of the short variants, in turn.
const GENES: [(&str, &str); 12] = [
    ("TP53", "NM_000546.6"),
    ("KRAS", "NM_004985.5"),
    ("EGFR", "NM_005228.5"),
    ("PIK3CA", "NM_006218.4"),
    ("APC", "NM_000038.6"),
    ("BRAF", "NM_004333.6"),
    ("PTEN", "NM_000314.8"),
    ("ATM", "NM_000051.4"),
    ("BRCA2", "NM_000059.4"),
    ("KMT2D", "NM_003482.4"),
    ("ARID1A", "NM_006015.6"),
    ("SMAD4", "NM_005359.6"),
];
const AMINO_ACIDS: [char; 6] = ['R', 'G', 'V', 'L', 'E', 'P'];

/// Copy-number alterations in every file.
pub const COPY_NUMBERS: usize = 2;
/// Biomarkers in every file.
pub const BIOMARKERS: usize = 2;

/// A report of this test number with so many somatic short variants, two copy-number alterations, TMB and MSI.
pub fn cats(test_id: &str, short_variants: usize) -> Value {
    let variants: Vec<_> = (0..short_variants).map(short_variant).collect();
    json!({
        "metaData": { "schemaVersion": "1.3.0", "referenceGenome": { "grcRelease": "GRCh37.p13", "name": "hg19" } },
        "testInfo": {
            "testId": test_id, "testType": "tumor-only", "panelName": "合成固形がんパネル", "panelVersion": "1.0",
            "softwareName": "made", "softwareVersion": "1", "testForReferenceOnly": false,
        },
        "sequencingSamples": [
            { "itemId": "tumor-dna", "tumorOrNormal": "tumor", "nucleicAcid": "DNA", "meanReadDepth": 612.5 },
        ],
        "variants": {
            "shortVariants": variants,
            "copyNumberAlterations": [
                copy_number(1, "7", 116_312_459, ("MET", "NM_000245.4"), "amplification", 12.0),
                copy_number(2, "9", 21_967_751, ("CDKN2A", "NM_000077.5"), "homozygous deletion", 0.0),
            ],
        },
        "otherBiomarkers": [
            { "itemId": "TMB", "biomarkerType": "TMB", "state": "low", "biomarkerOrigin": "somatic",
              "biomarkerMetrics": [{ "value": 4.2, "unit": "mutations per megabase", "metricType": "TMB" }],
              "sampleItemId": "tumor-dna", "matched": true, "reported": true },
            { "itemId": "MSI", "biomarkerType": "MSI", "state": "stable", "biomarkerOrigin": "somatic",
              "biomarkerMetrics": [{ "value": 0.8, "unit": "%", "metricType": "unstable loci" }],
              "sampleItemId": "tumor-dna", "matched": true, "reported": true },
        ],
    })
}

fn short_variant(number: usize) -> Value {
    let (gene, transcript) = GENES[number % GENES.len()];
    let codon = 12 + number * 7;
    let (from, to) = (AMINO_ACIDS[number % 6], AMINO_ACIDS[(number + 1) % 6]);
    let depth = 300 + number * 3;
    let alternate = 20 + number;
    json!({
        "itemId": format!("SV{number}"), "chromosome": (1 + number % 22).to_string(), "position": 1_000_000 + number * 977,
        "referenceAllele": "C", "alternateAllele": "T",
        "alternateAlleleFrequency": (alternate * 1000 / depth) as f64 / 1000.0,
        "totalReadDepth": depth, "alternateAlleleReadDepth": alternate,
        "transcripts": [{
            "transcriptId": transcript, "transcriptDatabaseName": "RefSeq", "geneSymbol": gene, "strand": "+",
            "cdsChange": format!("c.{}C>T", codon * 3 - 1), "aminoAcidsChange": format!("p.{from}{codon}{to}"),
            "calculatedEffects": ["missense_variant"],
        }],
        "sampleItemId": "tumor-dna", "variantOrigin": "somatic", "matched": true, "reported": true,
    })
}

fn copy_number(
    number: u32,
    chromosome: &str,
    start: u32,
    gene: (&str, &str),
    kind: &str,
    value: f64,
) -> Value {
    json!({
        "itemId": format!("CN{number}"), "chromosome": chromosome, "startPosition": start, "endPosition": start + 100_000,
        "copyNumberMetrics": [{ "value": value, "unit": "copy number" }], "copyNumberAlterationType": kind,
        "transcripts": [{
            "transcriptId": gene.1, "transcriptDatabaseName": "RefSeq", "geneSymbol": gene.0, "strand": null,
            "cdsChange": null, "aminoAcidsChange": null, "calculatedEffects": [],
        }],
        "sampleItemId": "tumor-dna", "variantOrigin": "somatic", "matched": true, "reported": true,
    })
}

/// A FoundationOne report in XML with so many short variants, two copy-number alterations, TMB and MSI.
pub fn foundation_one(test_id: &str, short_variants: usize) -> String {
    let variants: String = (0..short_variants)
        .map(|number| {
            let (gene, transcript) = GENES[number % GENES.len()];
            let codon = 12 + number * 7;
            let (from, to) = (AMINO_ACIDS[number % 6], AMINO_ACIDS[(number + 1) % 6]);
            format!(
                "<short-variant gene=\"{gene}\" transcript=\"{}\" cds-effect=\"{}C&gt;T\" protein-effect=\"{from}{codon}{to}\" \
                 position=\"chr{}:{}\" strand=\"+\" functional-effect=\"missense\" allele-fraction=\"0.{:03}\" depth=\"{}\" \
                 percent-reads=\"{}\" status=\"unknown\" equivocal=\"false\"><dna-evidence sample=\"tumour\"/></short-variant>",
                transcript.split('.').next().unwrap_or(transcript),
                codon * 3 - 1,
                1 + number % 22,
                1_000_000 + number * 977,
                50 + number % 900,
                300 + number * 3,
                5 + number % 90,
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <rr:ResultsReport xmlns:rr=\"http://integration.foundationmedicine.com/reporting\"><rr:ResultsPayload>\
         <variant-report xmlns=\"http://foundationmedicine.com/compbio/variant-report-external\" disease=\"Lung\" \
         pipeline-version=\"v3\" specimen=\"{test_id}\" test-request=\"{test_id}\" test-type=\"FoundationOneDx\" \
         percent-tumor-nuclei=\"40\"><samples><sample name=\"tumour\" nucleic-acid-type=\"DNA\" mean-exon-depth=\"612.5\"/></samples>\
         <quality-control status=\"Pass\"/><short-variants>{variants}</short-variants><copy-number-alterations>\
         <copy-number-alteration gene=\"MET\" type=\"amplification\" copy-number=\"12\" position=\"chr7:116312459-116438440\" \
         number-of-exons=\"21 of 21\" ratio=\"3.1\" status=\"known\" equivocal=\"false\"/>\
         <copy-number-alteration gene=\"CDKN2A\" type=\"loss\" copy-number=\"0\" position=\"chr9:21967751-21994490\" \
         number-of-exons=\"5 of 5\" ratio=\"0.3\" status=\"known\" equivocal=\"false\"/></copy-number-alterations>\
         <rearrangements/><biomarkers><microsatellite-instability status=\"MSS\"/>\
         <tumor-mutation-burden score=\"4.2\" status=\"low\" unit=\"mutations-per-megabase\"/></biomarkers>\
         </variant-report></rr:ResultsPayload></rr:ResultsReport>"
    )
}
