//! MAF: what a row becomes, what is noted, whose rows are read.

use crate::support::{ledger, listing, notes, read, read_with};
use entaku_domain::draft::{Draft, TumourSampleChoice};
use entaku_domain::finding::{Alteration, Origin, ShortVariant};
use entaku_domain::genome::{BuildSource, GenomeBuild};
use entaku_intake::{IntakeErrorKind, Options};
use expect_test::expect;

pub const HEADINGS: &str = "Hugo_Symbol Entrez_Gene_Id NCBI_Build Chromosome Start_Position End_Position Variant_Classification \
    Variant_Type Reference_Allele Tumor_Seq_Allele1 Tumor_Seq_Allele2 Tumor_Sample_Barcode Mutation_Status HGVSc HGVSp_Short \
    Transcript_ID t_depth t_ref_count t_alt_count my_column";

pub const EGFR: &str = "EGFR 1956 GRCh37 7 55259515 55259515 Missense_Mutation SNP T T G T-01 Somatic c.2573T>G p.L858R NM_005228.5 \
    800 494 306 kept";
const DEL: &str = "EGFR 1956 hg19 chr7 55242465 55242479 In_Frame_Del DEL GGAATTAAGAGAAGC GGAATTAAGAGAAGC - T-01 germline . . . . 90 10 .";
const INS: &str =
    "NPM1 4869 37 5 170837543 170837544 Frame_Shift_Ins INS - - TCTG T-02 . . p.W288fs . . . . .";

/// A MAF of rows whose fields are separated by spaces here and by `separator` in the file.
pub fn file(rows: &[&str], separator: &str) -> String {
    let mut text = "#version 2.4\n".to_owned();
    for row in [HEADINGS].iter().chain(rows) {
        text.push_str(&row.split_whitespace().collect::<Vec<_>>().join(separator));
        text.push('\n');
    }
    text
}

fn variant(draft: &Draft, index: usize) -> &ShortVariant {
    match &draft.findings[index].alteration {
        Alteration::ShortVariant(variant) => variant,
        other => panic!("{other:?} is no short variant"),
    }
}

#[test]
fn a_row_becomes_a_finding_with_place_change_reads_and_every_field() {
    let draft = read(file(&[EGFR], "\t")).unwrap();
    assert_eq!((draft.file.format.as_str(), draft.file.format_version.as_deref()), ("MAF", Some("2.4")));
    assert_eq!((&draft.assembly.name, draft.assembly.source), (&GenomeBuild::Grch37, BuildSource::File));
    let v = variant(&draft, 0);
    assert_eq!(v.genomic_change(), "7:55259515 T>G");
    assert_eq!(
        (v.depth, v.alternate_depth, v.vaf.unwrap().percent().as_str()),
        (Some(800), Some(306), "38.2 %")
    );
    let finding = &draft.findings[0];
    assert_eq!(
        (finding.alteration.subject(), finding.alteration.change()),
        ("EGFR".into(), "p.L858R".into())
    );
    assert_eq!((finding.origin, finding.item.as_str()), (Origin::Somatic, "line 3"));
    assert!(
        finding.verbatim.iter().any(|field| field.0 == "my_column" && field.1 == "kept"),
        "unknown fields survive"
    );
    assert_eq!(v.transcripts[0].effects, ["Missense_Mutation"]);
    expect![""].assert_eq(&notes(&draft));
}

#[test]
fn alleles_and_positions_of_insertions_and_deletions_stay_as_the_format_has_them() {
    let draft = read(file(&[DEL, INS], "\t")).unwrap();
    assert_eq!(variant(&draft, 0).genomic_change(), "7:55242465 GGAATTAAGAGAAGC>-");
    assert_eq!(variant(&draft, 1).genomic_change(), "5:170837543 ->TCTG");
    assert_eq!(draft.findings[0].origin, Origin::Germline);
    assert_eq!(
        variant(&draft, 0).depth,
        Some(100),
        "reads in all are both counts together where t_depth is '.'"
    );
    assert_eq!(draft.assembly.name, GenomeBuild::Grch37, "hg19 and 37 are the same build");
}

#[test]
fn a_file_of_several_samples_is_looked_at_and_one_of_them_is_read() {
    let text = file(&[EGFR, INS, DEL], "\t");
    let draft = read(&text).unwrap();
    assert!(draft.must_choose_sample && draft.tumour_sample.is_none());
    assert_eq!((draft.findings.len(), draft.test.samples.len()), (3, 2));
    expect![[r#"
        Warning several-samples - | 2 samples: T-01, T-02 | x1
    "#]]
    .assert_eq(&notes(&draft));
    let options = Options { tumour_sample: Some("T-02".into()), ..Options::default() };
    let draft = read_with(&text, &options).unwrap();
    assert_eq!(draft.tumour_sample, Some(("T-02".into(), TumourSampleChoice::Person)));
    assert!(!draft.must_choose_sample);
    assert_eq!((draft.ledger.kept, draft.ledger.by_reason["otherSample"]), (1, 2));
    let options = Options { tumour_sample: Some("T-03".into()), ..Options::default() };
    let error = read_with(&text, &options).unwrap_err();
    assert_eq!(error.kind, IntakeErrorKind::NoSuchSample);
    assert!(error.to_string().contains("T-01, T-02"), "{error}");
}

#[test]
fn values_that_stand_left_of_their_headings_are_read_as_they_are_meant() {
    let headings = "Hugo_Symbol Chromosome Start_Position Consequence Variant_Classification Variant_Type Reference_Allele \
        Tumor_Seq_Allele1 Tumor_Seq_Allele2 dbSNP_RS Tumor_Sample_Barcode";
    let shifted = "ATM 11 108178699 Missense_Mutation SNP G G C rs1 . T-01";
    let right = "ATM 11 108178700 missense_variant Missense_Mutation SNP G G T rs2 T-01";
    let text: String = [headings, shifted, right]
        .map(|row| row.split_whitespace().collect::<Vec<_>>().join("\t") + "\n")
        .concat();
    let draft = read(text).unwrap();
    assert_eq!(variant(&draft, 0).genomic_change(), "11:108178699 G>C");
    assert_eq!(
        variant(&draft, 1).genomic_change(),
        "11:108178700 G>T",
        "a sound row is read by its headings"
    );
    assert_eq!(variant(&draft, 0).transcripts[0].effects, ["Missense_Mutation"]);
    expect![[r#"
        Warning columns-shifted -:2 | Consequence | x1
        Warning build-unknown - | no genome build | x1
    "#]]
    .assert_eq(&notes(&draft));
}

#[test]
fn faults_of_a_row_are_notes_and_unusable_rows_are_set_aside() {
    let rows = [
        &EGFR.replace("55259515 55259515", "-5 NaN"),
        &EGFR.replace("800 494 306", "100 494 306").replace("GRCh37", "GRCh38"),
        &EGFR.replace(" T T G ", " T T T "),
        &EGFR.replace(" T T G ", " T A G "),
        &EGFR.replace(" T T G ", " T T x "),
        ". . . . . . . . . . . T-01 . . . . . . . .",
    ];
    let draft = read(file(&rows.map(|row: &str| row), "\t")).unwrap();
    expect![[r#"
        Warning out-of-range Start_Position:3 | -5 | x1
        Warning not-finite End_Position:3 | NaN | x1
        Warning build-conflict NCBI_Build:4 | GRCh38 after GRCh37 | x1
        Warning inconsistent-depth t_alt_count:4 | 306 | x1
        Info second-allele Tumor_Seq_Allele1:6 | A | x1
        Warning bad-allele Tumor_Seq_Allele2:7 | x | x1
        Error unreadable-record -:8 | T-01 | x1
    "#]]
    .assert_eq(&notes(&draft));
    assert_eq!(draft.ledger.kept, 4);
    assert_eq!((draft.ledger.by_reason["reference"], draft.ledger.by_reason["unreadable"]), (1, 1));
    assert_eq!(variant(&draft, 1).vaf, None, "reads that contradict each other give no frequency");
}

#[test]
fn what_a_filter_marks_is_set_aside() {
    let text = file(&[&EGFR.replace("kept", "common_variant"), &EGFR.replace("kept", "PASS"), EGFR], "\t")
        .replace("my_column", "FILTER");
    let draft = read(text.replace("kept", "")).unwrap();
    assert_eq!((draft.ledger.kept, draft.ledger.by_reason["notPass"]), (2, 1));
}

#[test]
fn a_fusion_is_a_rearrangement_and_rows_without_a_variant_are_set_aside() {
    let headings = "Hugo_Symbol,NCBI_Build,Chromosome,Start_Position,End_Position,Variant_Classification,Variant_Type,\
        Reference_Allele,Tumor_Seq_Allele1,Tumor_Seq_Allele2,Tumor_Sample_Barcode,Mutation_Status,HGVSp_Short";
    let rows = [
        "ALK,GRCh37,,,,Fusion,,,,,S1,,EML4-ALK fusion",
        "ROS1,GRCh37,6,117645578,,,Fusion,,,,S1,,",
        "TP53,GRCh37,,,,Fusion,,,,,S1,,TP53-intragenic",
        "ALK,GRCh37,,,,Fusion,,,,,S1,,PRH1-PRR4-ALK Fusion - Archer",
        ",GRCh37,,,,Fusion,,,,,S1,,",
        "EGFR,GRCh37,7,55259515,55259515,Missense_Mutation,SNP,T,T,G,S1,,p.L858R",
        "EGFR,GRCh37,7,55259516,55259516,Missense_Mutation,SNP,T,T,G,S1,None,p.L858R",
        "EGFR,GRCh37,7,55259517,55259517,Missense_Mutation,SNP,T,T,G,S1,Wildtype,p.L858R",
    ];
    let text: String = [headings].iter().chain(&rows).map(|row| row.replace(',', "\t") + "\n").collect();
    let draft = read(text).unwrap();
    expect![[r#"
        line 2 Rearrangement | EML4::ALK | EML4-ALK fusion (Fusion) | -
        line 3 Rearrangement | ROS1 | Fusion | -
        line 4 Rearrangement | TP53 | TP53-intragenic (Fusion) | -
        line 5 Rearrangement | PRH1-PRR4::ALK | PRH1-PRR4-ALK Fusion - Archer (Fusion) | -
        line 7 ShortVariant | EGFR | p.L858R | -
        kept 5 of 8 {"notCalled": 2, "unreadable": 1}
        Info fusion-no-pair HGVSp_Short:4 | TP53-intragenic | x1
        Error unreadable-record -:6 | GRCh37 Fusion S1 | x1
    "#]]
    .assert_eq(&(listing(&draft) + &ledger(&draft) + &notes(&draft)));
}

#[test]
fn positions_and_genes_that_a_spreadsheet_changed_are_not_used() {
    let with = |gene: &str, start: &str| {
        EGFR.replacen("EGFR", gene, 1).replace("55259515 55259515", &format!("{start} 55259515"))
    };
    let rows = [
        with("1-Mar", "55259515.0"),
        with("Sep-06", "5.53E+07"),
        with("2018-12-01", "55,259,515"),
        with("44256", "55259515"),
        with("1956", "55259515"),
        with("EGFR", "5.53E+07"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let draft = read(file(&rows, "\t")).unwrap();
    assert_eq!(draft.ledger.kept, 6);
    assert!(draft.findings.iter().take(5).all(|finding| finding.alteration.genes().is_empty()));
    let positions: Vec<Option<i64>> =
        (0..6).map(|row| variant(&draft, row).position.map(|at| i64::from(at.get()))).collect();
    let at = Some(55_259_515);
    assert_eq!(positions, [at, None, None, at, at, None]);
    expect![[r#"
        Warning spreadsheet-gene Hugo_Symbol:3 | 1-Mar | x1
        Warning spreadsheet-position Start_Position:4 | 5.53E+07 | x3
        Warning spreadsheet-gene Hugo_Symbol:4 | Sep-06 | x1
        Warning spreadsheet-gene Hugo_Symbol:5 | 2018-12-01 | x1
        Warning spreadsheet-gene Hugo_Symbol:6 | 44256 | x1
        Warning spreadsheet-gene Hugo_Symbol:7 | 1956 | x1
    "#]]
    .assert_eq(&notes(&draft));
    assert!(draft.notes[0].hint.contains("MARCHF1 (formerly MARCH1)"), "{}", draft.notes[0].hint);
}

#[test]
fn faults_and_words_for_nothing_name_no_gene_and_no_change_and_the_row_stays() {
    let broken = EGFR.replacen("EGFR", "#NAME?", 1);
    let silent = EGFR.replace("c.2573T>G", "NULL").replace("p.L858R", "nan");
    let escaped = EGFR.replace("c.2573T>G", "c.2574G>A").replace("p.L858R", "p.%3D");
    let draft = read(file(&[&broken, &silent, &escaped], "\t")).unwrap();
    assert_eq!((draft.ledger.read, draft.ledger.kept), (3, 3), "a fault in the first cell makes no comment");
    let text = |index: usize| {
        let chosen = &variant(&draft, index).transcripts[0];
        let shown = |change: Option<&entaku_domain::hgvs::HgvsText>| change.map(ToString::to_string);
        (
            chosen.gene.as_ref().map(ToString::to_string),
            shown(chosen.coding.as_ref()),
            shown(chosen.protein.as_ref()),
        )
    };
    assert_eq!(text(0), (None, Some("c.2573T>G".into()), Some("p.L858R".into())));
    assert_eq!(text(1), (Some("EGFR".into()), None, None));
    assert_eq!(text(2), (Some("EGFR".into()), Some("c.2574G>A".into()), Some("p.=".into())));
    assert!(notes(&draft).contains("bad-gene"));
}
