//! What laboratories send, invented: the report that the page's tests look at, and a small one for long lists. Positions
//! are those of well-known alterations (GRCh37); no patient stands behind any of it.
use serde_json::{Value, json};

/// Gene, transcript, coding and protein change, effect.
type Named = (&'static str, &'static str, &'static str, &'static str, &'static str);
/// Chromosome, position, reference, alternate.
type Place = (&'static str, u32, &'static str, &'static str);

const SHORT: [(Named, Place, u32, u32, &str, bool); 7] = [
    (
        ("EGFR", "NM_005228.5", "c.2573T>G", "p.Leu858Arg", "missense_variant"),
        ("7", 55_259_515, "T", "G"),
        278,
        812,
        "somatic",
        true,
    ),
    (
        ("EGFR", "NM_005228.5", "c.2369C>T", "p.Thr790Met", "missense_variant"),
        ("7", 55_249_071, "C", "T"),
        91,
        774,
        "somatic",
        true,
    ),
    (
        ("TP53", "NM_000546.6", "c.818G>A", "p.Arg273His", "missense_variant"),
        ("17", 7_577_120, "C", "T"),
        267,
        655,
        "somatic",
        true,
    ),
    (
        ("PIK3CA", "NM_006218.4", "c.1633G>A", "p.Glu545Lys", "missense_variant"),
        ("3", 178_936_091, "G", "A"),
        37,
        588,
        "somatic",
        true,
    ),
    (
        ("RB1", "NM_000321.3", "c.958C>T", "p.Arg320Ter", "stop_gained"),
        ("13", 48_941_648, "C", "T"),
        152,
        531,
        "somatic",
        true,
    ),
    (
        ("KMT2D", "NM_003482.4", "c.7479G>A", "p.Pro2493=", "synonymous_variant"),
        ("12", 49_434_074, "C", "T"),
        32,
        498,
        "somatic",
        false,
    ),
    (
        ("BRCA2", "NM_000059.4", "c.5946delT", "p.Ser1982ArgfsTer22", "frameshift_variant"),
        ("13", 32_914_438, "CT", "C"),
        343,
        702,
        "germline",
        true,
    ),
];

fn transcript(named: Named) -> Value {
    let (gene, transcript, coding, protein, effect) = named;
    json!({
        "transcriptId": transcript, "transcriptDatabaseName": "RefSeq", "geneSymbol": gene, "strand": null,
        "cdsChange": coding, "aminoAcidsChange": protein, "calculatedEffects": [effect],
    })
}

fn gene(symbol: &str, id: &str) -> Value {
    json!({
        "transcriptId": id, "transcriptDatabaseName": "RefSeq", "geneSymbol": symbol, "strand": null,
        "cdsChange": null, "aminoAcidsChange": null, "calculatedEffects": [],
    })
}

fn short_variants() -> Vec<Value> {
    let record = |(number, (named, place, reads, depth, origin, reported)): (
        usize,
        &(_, Place, u32, u32, &str, bool),
    )| {
        let (chromosome, position, reference, alternate) = *place;
        json!({
            "itemId": format!("SV{number}"), "chromosome": chromosome, "position": position,
            "referenceAllele": reference, "alternateAllele": alternate,
            "alternateAlleleFrequency": f64::from(reads * 1000 / depth) / 1000.0,
            "totalReadDepth": depth, "alternateAlleleReadDepth": reads, "transcripts": [transcript(*named)],
            "sampleItemId": "T01", "variantOrigin": origin, "matched": true, "reported": reported,
        })
    };
    (1..).zip(&SHORT).map(record).collect()
}

fn copy_number(number: u32, place: (&str, u32, u32), named: (&str, &str), kind: &str, value: f64) -> Value {
    json!({
        "itemId": format!("CN{number}"), "chromosome": place.0, "startPosition": place.1, "endPosition": place.2,
        "copyNumberMetrics": [{ "value": value, "unit": "copy number" }], "copyNumberAlterationType": kind,
        "transcripts": [gene(named.0, named.1)], "sampleItemId": "T01", "variantOrigin": "somatic",
        "matched": true, "reported": true,
    })
}

fn breakend(chromosome: &str, position: u32, side: &str, named: (&str, &str)) -> Value {
    json!({
        "chromosome": chromosome, "startPosition": position, "endPosition": position, "matePieceLocation": side,
        "transcripts": [gene(named.0, named.1)],
    })
}

fn biomarker(id: &str, state: &str, value: f64, unit: &str, metric: &str) -> Value {
    json!({
        "itemId": id, "biomarkerType": id, "state": state, "biomarkerOrigin": "somatic",
        "biomarkerMetrics": [{ "value": value, "unit": unit, "metricType": metric }],
        "sampleItemId": "T01", "matched": true, "reported": true,
    })
}

/// The report of a lung adenocarcinoma in the national exchange format: findings of every kind, one that the laboratory
/// does not report, one that can be inherited.
pub fn luad() -> Value {
    json!({
        "metaData": {
            "schemaVersion": "1.3.0", "referenceGenome": { "grcRelease": "GRCh37.p13", "name": "hg19" },
            "comments": [{ "itemIds": ["CN1"], "contents": ["腫瘍細胞含有率が低いため、コピー数の評価は参考値とする。"] }],
        },
        "testInfo": {
            "testId": "T-2026-118803", "testType": "tumor-only", "panelName": "合成固形がんパネル", "panelVersion": "3.1",
            "softwareName": "pipeline", "softwareVersion": "3.1.2", "testForReferenceOnly": false,
        },
        "sequencingSamples": [
            { "itemId": "T01", "tumorOrNormal": "tumor", "nucleicAcid": "DNA", "meanReadDepth": 612.5 },
            { "itemId": "N01", "tumorOrNormal": "normal", "nucleicAcid": "DNA", "meanReadDepth": 214.8 },
        ],
        "variants": {
            "shortVariants": short_variants(),
            "copyNumberAlterations": [
                copy_number(1, ("7", 55_086_725, 55_275_031), ("EGFR", "NM_005228.5"), "amplification", 7.2),
                copy_number(2, ("9", 21_967_751, 21_994_490), ("CDKN2A", "NM_000077.5"), "homozygous deletion", 0.3),
                copy_number(3, ("12", 69_201_971, 69_239_324), ("MDM2", "NM_002392.6"), "amplification", 6.1),
            ],
            "rearrangements": [{
                "itemId": "RA1", "rearrangementType": "gene fusion", "orderedGenePairs": [["EML4", "ALK"]],
                "breakends": [
                    breakend("2", 42_522_656, "downstream", ("EML4", "NM_019063.5")),
                    breakend("2", 29_446_394, "downstream", ("ALK", "NM_004304.5")),
                ],
                "supportingReadCount": 3, "sampleItemId": "T01", "variantOrigin": "somatic", "matched": true,
                "reported": true,
            }],
        },
        "otherBiomarkers": [
            biomarker("TMB", "low", 4.2, "mutations per megabase", "TMB"),
            biomarker("MSI", "stable", 1.2, "%", "unstable loci"),
        ],
    })
}

/// The shortest report there is, for lists of many cases.
pub fn small(test_id: &str) -> Value {
    let mut report = luad();
    report["testInfo"]["testId"] = json!(test_id);
    report["variants"] = json!({ "shortVariants": [short_variants()[2].clone()] });
    report["otherBiomarkers"] = json!([]);
    report["metaData"]["comments"] = json!([]);
    report
}

/// Three variants as VEP annotates them (GRCh37): EGFR on three transcripts and in a regulatory region, EGFR beside a gene
/// that lies across it, and KMT2D, which is hit harder on another transcript and in another gene.
pub const ANNOTATED: &str = "##fileformat=VCFv4.2\n##reference=GRCh37\n\
##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl VEP. Format: Allele|Consequence|IMPACT|SYMBOL|Feature|HGVSc|HGVSp|MANE_SELECT|CANONICAL|PICK\">\n\
##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n\
##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"Depths\">\n\
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT01\n\
7\t55249071\t.\tC\tT\t.\tPASS\tCSQ=T|missense_variant|MODERATE|EGFR|NM_005228.5|NM_005228.5:c.2369C>T|NP_005219.2:p.Thr790Met|NM_005228.5||,T|non_coding_transcript_exon_variant|MODIFIER|EGFR-AS1|NR_047551.1|NR_047551.1:n.1231G>A||||\tGT:AD\t0/1:683,91\n\
7\t55259515\t.\tT\tG\t.\tPASS\tCSQ=G|missense_variant|MODERATE|EGFR|NM_005228.5|NM_005228.5:c.2573T>G|NP_005219.2:p.Leu858Arg|NM_005228.5|YES|,G|missense_variant|MODERATE|EGFR|NM_001346941.2|NM_001346941.2:c.1772T>G|NP_001333870.1:p.Leu591Arg|||,G|missense_variant|MODERATE|EGFR|ENST00000455089.5|ENST00000455089.5:c.2438T>G|ENSP00000415559.1:p.Leu813Arg|||1,G|regulatory_region_variant|MODIFIER|||||||\tGT:AD\t0/1:534,278\n\
12\t49427652\t.\tG\tGA\t.\tPASS\tCSQ=A|protein_altering_variant|MODERATE|KMT2D|NM_003482.4|NM_003482.4:c.10836dup|NP_003473.3:p.Gln3612_Pro3613insSer|NM_003482.4|YES|,A|frameshift_variant|HIGH|KMT2D|ENST00000683543.2|ENST00000683543.2:c.10827dup|ENSP00000506726.1:p.Gln3609fs|||,A|splice_donor_variant|HIGH|KMT2D-AS1|NR_110000.1|NR_110000.1:n.412+3dup||||\tGT:AD\t0/1:466,32\n\
17\t7577120\t.\tC\tT\t.\tPASS\tCSQ=T|missense_variant|MODERATE|TP53|NM_000546.6|NM_000546.6:c.818G>A|NP_000537.3:p.Arg273His|NM_000546.6|YES|\tGT:AD\t0/1:388,267\n";

/// A FoundationOne report that says who the patient is.
pub fn with_patient(report: &str) -> String {
    let patient = "<rr:ResultsPayload><FinalReport><PMI><MRN>0012345</MRN><FullName>山田 花子</FullName>\
        <Gender>Female</Gender></PMI></FinalReport>";
    report.replacen("<rr:ResultsPayload>", patient, 1)
}

/// A table of mutations of two samples, of which nobody has said whether they are one patient.
pub const TWO_PATIENTS: &str = "Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position\tReference_Allele\tTumor_Seq_Allele1\tTumor_Seq_Allele2\tVariant_Classification\tVariant_Type\tHGVSc\tHGVSp_Short\tTranscript_ID\tTumor_Sample_Barcode\tt_depth\tt_alt_count\n\
TP53\tGRCh37\t17\t7577120\t7577120\tC\tC\tT\tMissense_Mutation\tSNP\tc.818G>A\tp.R273H\tNM_000546.6\tT1\t655\t267\n\
EGFR\tGRCh37\t7\t55259515\t55259515\tT\tT\tG\tMissense_Mutation\tSNP\tc.2573T>G\tp.L858R\tNM_005228.5\tT2\t812\t278\n";

/// A file with two samples, of which one may be the tumour.
pub const PAIR: &str = "##fileformat=VCFv4.2\n##reference=GRCh37\n\
##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n\
##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"Depths\">\n\
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT1\tT2\n\
17\t7577120\t.\tC\tT\t.\tPASS\t.\tGT:AD\t0/1:388,267\t0/0:400,0\n";
