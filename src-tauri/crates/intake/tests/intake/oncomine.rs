//! Oncomine tables of Ion Reporter: rows by their type, what was not called, the two sides of a fusion.

use crate::support::{notes, read};
use expect_test::expect;

const HEADINGS: &str = "vcf.rownum rowtype call CHROM POS ID REF ALT QUAL FILTER INFO.A.AF INFO.1.FDP INFO.A.FAO INFO...OPOS \
    INFO...OREF INFO...OALT FORMAT.1.CN INFO.1.END INFO...READ_COUNT FUNC1.gene FUNC1.transcript FUNC1.coding FUNC1.protein \
    FUNC1.function FUNC1.oncomineVariantClass";

pub fn file(rows: &[&str]) -> String {
    let mut text = "##source=tables\n# a comment\n".to_owned();
    for row in [HEADINGS].iter().chain(rows) {
        text.push_str(&row.split_whitespace().collect::<Vec<_>>().join("\t"));
        text.push('\n');
    }
    text
}

pub const ROWS: [&str; 9] = [
    "1 snp POS chr7 55259515 COSM6224 T G 100 PASS 0.382 800 306 55259515 T G . . . EGFR NM_005228.5 c.2573T>G p.Leu858Arg missense Hotspot",
    "2 del POS chr7 55242464 . AGGAATT A,AG 100 PASS . 100 20 55242466 GAATT - . . . EGFR NM_005228.5 . . . .",
    "3 snp NEG chr12 25398284 COSM521 C T 0 . 0 900 0 . . . . . . KRAS . . . . .",
    "4 CNV POS chr17 37868208 . G <CNV> 100 PASS . . . . . . 12.5 37884297 . ERBB2 . . . . Amplification",
    "5 CNV NOCALL chr8 128748315 . C <CNV> 100 PASS . . . . . . 2 128753680 . MYC . . . . .",
    "6 Fusion POS chr2 42522656 EML4-ALK.E13A20.COSF408.1_1 G G]chr2:29446394] 100 PASS . . . . . . . . 250 EML4 . . . . Fusion",
    "7 Fusion POS chr2 29446394 EML4-ALK.E13A20.COSF408.1_2 A ]chr2:42522656]A 100 PASS . . . . . . . . 250 ALK . . . . Fusion",
    "8 RNAExonVariant POS chr7 116411708 MET-MET.M13M15.1_1 G G[chr7:116414935[ 100 PASS . . . . . . . . 90 MET . . . . .",
    "9 ProcControl POS chr1 5 TBP.ENCTRL.E3E4 G . 100 PASS . . . . . . . . 9000 TBP . . . . .",
];

#[test]
fn called_rows_become_findings_by_their_type() {
    let draft = read(file(&ROWS)).unwrap();
    assert_eq!(draft.file.format, "Oncomine");
    let shown: Vec<String> = draft
        .findings
        .iter()
        .map(|f| {
            format!(
                "{} | {} | {} | {:?}",
                f.item,
                f.alteration.subject(),
                f.alteration.change(),
                f.alteration.vaf().map(|v| v.percent())
            )
        })
        .collect();
    expect![[r#"
        line 4 | EGFR | p.Leu858Arg | Some("38.2 %")
        line 5 | EGFR | 7:55242466 GAATT>- | Some("20.0 %")
        line 7 | ERBB2 | Amplification (12.5 copy number) | None
        line 9 | EML4::ALK | EML4-ALK (Fusion) | None
        line 11 | MET | MET-MET (RNAExonVariant) | None"#]]
    .assert_eq(&shown.join("\n"));
    let asides = ["notCalled", "mate", "unsupported"].map(|reason| draft.ledger.by_reason[reason]);
    assert_eq!((draft.ledger.read, asides), (9, [2, 1, 1]));
    expect![[r#"
        Info unknown-value rowtype:12 | proccontrol | x1
        Warning build-unknown - | no genome build | x1
    "#]]
    .assert_eq(&notes(&draft));
    let entaku_domain::finding::Alteration::Rearrangement(fusion) = &draft.findings[3].alteration else {
        panic!("a fusion")
    };
    let far = fusion.breakends.1.as_ref().unwrap();
    assert_eq!((far.chromosome.as_ref().unwrap().as_str(), far.start.unwrap().get()), ("2", 29_446_394));
    assert_eq!(fusion.supporting_reads, Some(250));
}

#[test]
fn without_the_column_call_the_filter_tells() {
    let text = file(&[ROWS[0], &ROWS[0].replace("PASS", "NOCALL")]).replace("\tcall\t", "\tother\t");
    let draft = read(text).unwrap();
    assert_eq!((draft.ledger.kept, draft.ledger.by_reason["notPass"]), (1, 1));
}
