//! CombinedVariantOutput of TruSight Oncology 500: sections to findings, whatever the version calls them.

use crate::support::{notes, read};
use entaku_domain::finding::NucleicAcid;
use entaku_intake::IntakeErrorKind;
use expect_test::expect;

const BANNER: &str = "DRAGEN TruSight Oncology 500 Analysis Software - Combined Variant Output";

/// A report: lines with fields separated by `|`, padded with tabs as the program does.
pub fn file(lines: &[&str]) -> String {
    let pad = |line: &&str| {
        let fields = line.split('|').count();
        format!("{}{}\n", line.replace('|', "\t"), "\t".repeat(11 - fields))
    };
    lines.iter().map(pad).collect()
}

const SOUND: [&str; 45] = [
    BANNER,
    "",
    "[Analysis Details]",
    "Pair ID|P-7",
    "DNA Sample ID|P-7-D",
    "RNA Sample ID|P-7-R",
    "Output Date|2026-05-01",
    "Module Version|2.1.1",
    "Pipeline Version|ruo-2.1.1.8",
    "",
    "[Sequencing Run Details]",
    "Run Name|R1",
    "",
    "[TMB]",
    "Coding Region Size in Megabases|1.3",
    "Total TMB|8.4",
    "",
    "[MSI]",
    "Usable MSI Sites|118",
    "Total MSI Sites Unstable|NA",
    "Percent Unstable MSI Sites|2.54",
    "",
    "[GIS]",
    "Genomic Instability Score|NA",
    "",
    "[Gene Amplifications]",
    "Gene|Fold Change",
    "ERBB2|4.31",
    "",
    "[Splice Variants]",
    "Gene|Affected Exon|Breakpoint 1|Breakpoint 2|Splice Supporting Reads|Reference Reads Transcript",
    "MET|14|chr7:116411708|chr7:116414935|40|60",
    "",
    "[Fusions]",
    "Gene Pair|Breakpoint 1|Breakpoint 2|Fusion Supporting Reads|Gene 1 Reference Reads|Gene 2 Reference Reads",
    "EML4-ALK|chr2:42522656|chr2:29446394|25|3|4",
    "ROS1;CD74|chr6:117645578|chr5:149784243|9|1|2",
    "",
    "[Exon-Level CNVs]",
    "Gene|Affected Exon(s)",
    "BRCA1|NA",
    "BRCA2|3-5 loss",
    "",
    "[Small Variants]",
    "Gene|Chromosome|Genomic Position|Reference Call|Alternative Call|Allele Frequency|Depth|P-Dot Notation|C-Dot Notation|Consequence(s)|Affected Exon(s)",
];

const EGFR: &str =
    "EGFR|chr7|55259515|T|G|0.382|800|NP_005219.2:p.(Leu858Arg)|NM_005228.5:c.2573T>G|missense_variant|21";

/// A sound report.
pub fn sound() -> String {
    file(&[&SOUND[..], &[EGFR]].concat())
}

#[test]
fn sections_become_findings() {
    let draft = read(sound()).unwrap();
    assert_eq!((draft.file.format.as_str(), draft.file.format_version.as_deref()), ("TSO500", Some("2.1.1")));
    let shown: Vec<String> = draft
        .findings
        .iter()
        .map(|f| {
            format!(
                "{} | {} | {} | {:?}",
                f.item,
                f.alteration.subject(),
                f.alteration.change(),
                f.nucleic_acid
            )
        })
        .collect();
    expect![[r#"
        line 14 | TMB | 8.4 | Some(Dna)
        line 18 | MSI | 2.54 | Some(Dna)
        line 28 | ERBB2 | amplification (4.31 fold-change) | Some(Dna)
        line 32 | MET | MET exon 14 (splice variant) | Some(Rna)
        line 36 | EML4::ALK | EML4-ALK (fusion) | None
        line 37 | ROS1, CD74 | ROS1;CD74 (fusion) | None
        line 42 | BRCA2 | exon-level copy number (3-5 loss) | Some(Dna)
        line 46 | EGFR | p.(Leu858Arg) | Some(Dna)"#]]
    .assert_eq(&shown.join("\n"));
    assert_eq!(
        (draft.ledger.read, draft.ledger.by_reason["notCalled"]),
        (10, 2),
        "GIS and BRCA1 hold nothing"
    );
    assert_eq!(
        (draft.test.test_id.as_deref(), draft.test.software.as_deref()),
        (Some("P-7"), Some("ruo-2.1.1.8"))
    );
    assert_eq!(draft.test.samples[1].nucleic_acid, Some(NucleicAcid::Rna));
    assert_eq!(draft.statements.len(), 2, "what is said of the analysis and of the run");
    expect![[r#"
        Info fusion-no-pair Fusions/Gene Pair:37 | ROS1;CD74 | x1
        Warning build-unknown - | no genome build | x1
    "#]]
    .assert_eq(&notes(&draft));
    let entaku_domain::finding::Alteration::ShortVariant(v) = &draft.findings[7].alteration else {
        panic!("a variant")
    };
    assert_eq!(v.genomic_change(), "7:55259515 T>G");
    assert_eq!((v.transcripts[0].transcript.as_deref(), v.depth), (Some("NM_005228.5"), Some(800)));
    assert_eq!(v.transcripts[0].coding.as_ref().unwrap().as_str(), "c.2573T>G");
}

#[test]
fn newer_columns_empty_sections_and_unknown_ones_lose_no_row() {
    let draft = read(file(&[
        "[Analysis Details]",
        "Pair ID|P-8",
        "[Copy Number Variants]",
        "Gene|Fold Change|Copy Number Variant|Absolute Copy Number",
        "MYC|2.9|<DUP>|6",
        "PTEN|0.4|<DEL>|x",
        "[Gene-level Loss of Heterozygosity]",
        "Gene|Absolute Copy Number|Minor Copy Number",
        "TP53|1|0",
        "[DNA Fusions]",
        "Gene Pair|Breakpoint 1|Breakpoint 2|Fusion Supporting Reads",
        "NA",
        "[Signatures]",
        "Name|Value",
        "SBS4|0.3",
        "[Small Variants]",
        "Gene|Chromosome|Genomic Position|Reference Call|Alternative Call|Allele Frequency|Depth",
        "KRAS|chr12|25398284|C|T|1.7|-3",
        "KRAS|chr12|25398284|C|T|0.1|30|surplus",
        "NA|NA|NA",
    ]))
    .unwrap();
    let shown: Vec<String> = draft
        .findings
        .iter()
        .map(|f| format!("{} {}", f.alteration.subject(), f.alteration.change()))
        .collect();
    expect![[r#"
        MYC DUP (2.9 fold-change, 6 copy number)
        PTEN DEL (0.4 fold-change)
        TP53 loss of heterozygosity (1 copy number, 0 copy number)
        KRAS 12:25398284 C>T"#]]
    .assert_eq(&shown.join("\n"));
    assert_eq!((draft.ledger.by_reason["unsupported"], draft.ledger.by_reason["unreadable"]), (1, 1));
    expect![[r#"
        Warning not-finite Copy Number Variants/Absolute Copy Number:6 | x | x1
        Warning unknown-section Signatures:13 | Signatures | x1
        Warning out-of-range Small Variants/Allele Frequency:18 | 1.7 | x1
        Warning out-of-range Small Variants/Depth:18 | -3 | x1
        Error long-record Small Variants:19 | 8 of 7 fields: KRAS chr12 25398284 C T 0.1 30 surplus | x1
        Warning build-unknown - | no genome build | x1
    "#]]
    .assert_eq(&notes(&draft));
}

#[test]
fn an_output_of_another_encoding_is_refused() {
    let mut bytes = sound().into_bytes();
    bytes.extend_from_slice(b"\x94\x78\x91\x42\n");
    assert_eq!(read(bytes).unwrap_err().kind, IntakeErrorKind::Encoding);
}

#[test]
fn a_breakpoint_that_several_genes_cover_keeps_all_of_them() {
    let rows = [
        "[Fusions]",
        "Gene Pair|Breakpoint 1|Breakpoint 2|Fusion Supporting Reads",
        "CD74-ROS1;GOPC|chr5:149784243|chr6:117645578|120",
        "PPARG/AC016683.6-PAX8|chr3:12421203|chr2:113992971|40",
        "EML4-ALK|chr2:42522656|chr2:29446394|88",
        "NKX2-1-AS1;RP11-1-ALK|chr14:36990000|chr2:29446394|8",
        "PRH1-PRR4-ALK|chr14:36990000|chr2:29446394|8",
        "1-Mar|chr14:3.69E+07|chr2:29446394|8",
    ];
    let draft = read(file(&[&[BANNER][..], &rows].concat())).unwrap();
    let shown: Vec<String> = draft
        .findings
        .iter()
        .map(|finding| {
            let genes: Vec<&str> = finding.alteration.genes().iter().map(|gene| gene.as_str()).collect();
            format!("{} | {}\n", finding.alteration.subject(), genes.join(" "))
        })
        .collect();
    expect![[r#"
        CD74::ROS1 | CD74 ROS1 GOPC
        PPARG::PAX8 | PPARG PAX8 AC016683.6
        EML4::ALK | EML4 ALK
        NKX2-1-AS1::ALK | NKX2-1-AS1 ALK RP11-1
         | 
         | 
        Info fusion-no-pair Fusions/Gene Pair:8 | PRH1-PRR4-ALK | x2
        Warning spreadsheet-position Fusions/Breakpoint 1:9 | 3.69E+07 | x1
        Warning build-unknown - | no genome build | x1
    "#]]
    .assert_eq(&(shown.concat() + &notes(&draft)));
}
