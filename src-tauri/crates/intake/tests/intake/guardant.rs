//! The workbook of Guardant360: sheets to findings, what was not called, what workbooks are refused.

use crate::support::{notes, read, read_with};
use entaku_domain::finding::FindingKind;
use entaku_domain::genome::{BuildSource, GenomeBuild};
use entaku_domain::statement::StatementKind;
use entaku_intake::{IntakeErrorKind, Options};
use expect_test::expect;
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// A sheet: name and rows. Cells that parse as numbers are stored as numbers, the others as inline or shared text.
pub type Sheet<'a> = (&'a str, Vec<Vec<&'a str>>);

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn column(mut index: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'A' + u8::try_from(index % 26).unwrap()));
        if index < 26 {
            return name;
        }
        index = index / 26 - 1;
    }
}

fn cells(rows: &[Vec<&str>], shared: &mut Vec<String>) -> String {
    let mut xml = String::new();
    for (y, row) in rows.iter().enumerate() {
        write!(xml, "<row r=\"{}\">", y + 1).unwrap();
        for (x, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let place = format!("{}{}", column(x), y + 1);
            if text.parse::<f64>().is_ok() {
                write!(xml, "<c r=\"{place}\"><v>{text}</v></c>").unwrap();
            } else if let Some(formula) = text.strip_prefix("formula ") {
                write!(xml, "<c r=\"{place}\" t=\"str\"><f>{formula}</f><v>shown</v></c>").unwrap();
            } else if x % 2 == 0 {
                write!(xml, "<c r=\"{place}\" t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text))
                    .unwrap();
            } else {
                write!(xml, "<c r=\"{place}\" t=\"s\"><v>{}</v></c>", shared.len()).unwrap();
                shared.push(escaped(text));
            }
        }
        xml.push_str("</row>");
    }
    xml
}

/// The parts of a workbook, by name.
pub fn parts(sheets: &[Sheet<'_>]) -> Vec<(String, Vec<u8>)> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let mut shared = Vec::new();
    let (mut list, mut relations, mut parts) = (String::new(), String::new(), Vec::new());
    for (index, (name, rows)) in sheets.iter().enumerate() {
        let n = index + 1;
        write!(list, "<sheet name=\"{}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>", escaped(name)).unwrap();
        write!(
            relations,
            "<Relationship Id=\"rId{n}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"
        )
        .unwrap();
        let body = format!(
            "<worksheet xmlns=\"{MAIN}\"><sheetData>{}</sheetData></worksheet>",
            cells(rows, &mut shared)
        );
        parts.push((format!("xl/worksheets/sheet{n}.xml"), body.into_bytes()));
    }
    write!(
        relations,
        "<Relationship Id=\"rIdS\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    )
    .unwrap();
    let strings: String = shared.iter().map(|text| format!("<si><t>{text}</t></si>")).collect();
    let types = "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    parts.push((
        "[Content_Types].xml".into(),
        format!("<Types xmlns=\"{PACKAGE}/content-types\">{types}</Types>").into_bytes(),
    ));
    parts.push((
        "xl/workbook.xml".into(),
        format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{list}</sheets></workbook>")
            .into_bytes(),
    ));
    parts.push((
        "xl/_rels/workbook.xml.rels".into(),
        format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}</Relationships>").into_bytes(),
    ));
    let start =
        format!("<Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/>");
    let start = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{start}</Relationships>");
    parts.push(("_rels/.rels".into(), start.into_bytes()));
    parts
        .push(("xl/sharedStrings.xml".into(), format!("<sst xmlns=\"{MAIN}\">{strings}</sst>").into_bytes()));
    parts
}

/// A ZIP container of parts.
pub fn container(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const SNV: [&str; 12] = [
    "gene",
    "chrom",
    "position",
    "mut_nt",
    "mut_aa",
    "cdna",
    "percentage",
    "call",
    "transcript_id",
    "exon",
    "reporting_category",
    "rm_reportable",
];

pub fn sheets() -> Vec<Sheet<'static>> {
    vec![
        (
            "SNV",
            vec![
                SNV.to_vec(),
                vec![
                    "EGFR",
                    "7",
                    "55259515",
                    "T>G",
                    "L858R",
                    "c.2573T>G",
                    "3.82",
                    "1",
                    "NM_005228.5",
                    "21",
                    "somatic",
                    "1",
                ],
                vec![
                    "TP53",
                    "chr17",
                    "7577121",
                    "G>A",
                    "R273C",
                    "817C>T",
                    "0.4",
                    "0",
                    "NM_000546",
                    "8",
                    "",
                    "0",
                ],
            ],
        ),
        (
            "Indels",
            vec![
                [&SNV[..], &["type", "mut_aa_short", "length"]].concat(),
                vec![
                    "EGFR",
                    "7",
                    "55242465",
                    "GGAATTAAGAGAAGC>",
                    "p.Glu746_Ala750del",
                    "",
                    "12%",
                    "1",
                    "",
                    "19",
                    "",
                    "0",
                    "deletion",
                    "E746_A750del",
                    "15",
                ],
            ],
        ),
        (
            "CNAs",
            vec![
                vec!["chrom", "gene", "copy_number", "call"],
                vec!["17", "ERBB2", "4.31", "1"],
                vec!["7", "MET", "2.1", "0"],
            ],
        ),
        (
            "Fusion",
            vec![
                vec![
                    "gene_a",
                    "gene_b",
                    "downstream_gene",
                    "chrom_a",
                    "chrom_b",
                    "pos_a",
                    "pos_b",
                    "percentage",
                    "call",
                ],
                vec!["ALK", "EML4", "ALK", "2", "2", "29446394", "42522656", "1.5", "1"],
                vec!["ROS1", "CD74", "", "6", "5", "117645578", "149784243", "0.9", "1"],
            ],
        ),
        (
            "MSI",
            vec![
                vec!["runid", "run_sample_id", "msi_score", "msi_status", "max_maf", "mean_maf"],
                vec!["R7", "A0001", "0.1", "MSS/MSI-L", "3.82", "1.1"],
            ],
        ),
        (
            "QC",
            vec![
                vec![
                    "runid",
                    "run_sample_id",
                    "category",
                    "metric",
                    "verbose_name",
                    "unit",
                    "value",
                    "status",
                ],
                vec![
                    "R7",
                    "A0001",
                    "sample",
                    "median_coverage",
                    "Median coverage",
                    "molecules",
                    "2900",
                    "PASS",
                ],
            ],
        ),
    ]
}

pub fn workbook(sheets: &[Sheet<'_>]) -> Vec<u8> {
    container(&parts(sheets))
}

#[test]
fn called_rows_are_findings_and_the_others_are_set_aside() {
    let draft = read(workbook(&sheets())).unwrap();
    assert_eq!(draft.file.format, "Guardant360");
    assert_eq!(
        (&draft.assembly.name, draft.assembly.source),
        (&GenomeBuild::Grch37, BuildSource::FormatConvention)
    );
    let shown: Vec<String> = draft
        .findings
        .iter()
        .map(|f| {
            format!(
                "{} | {} {} {:?} {:?}",
                f.item,
                f.alteration.subject(),
                f.alteration.change(),
                f.alteration.vaf().map(|v| v.percent()),
                f.reported
            )
        })
        .collect();
    expect![[r#"
        SNV 2 | EGFR L858R Some("3.8 %") Some(true)
        Indels 2 | EGFR p.Glu746_Ala750del Some("12.0 %") Some(false)
        CNAs 2 | ERBB2 amplification (4.31 copy number) None None
        Fusion 2 | EML4::ALK EML4-ALK (fusion) Some("1.5 %") None
        Fusion 3 | ROS1, CD74 ROS1-CD74 (fusion) Some("0.9 %") None
        MSI 2 | MSI MSS/MSI-L (0.1) None None"#]]
    .assert_eq(&shown.join("\n"));
    assert_eq!(
        (draft.ledger.read, draft.ledger.by_reason["notCalled"], draft.ledger.by_reason["details"]),
        (9, 2, 1)
    );
    assert_eq!(draft.test.test_id.as_deref(), Some("A0001"));
    assert_eq!(
        (draft.statements[0].kind, draft.statements[0].text.as_str()),
        (StatementKind::Quality, "sample · Median coverage · 2900 molecules · PASS")
    );
    expect![[r#"
        Info fusion-no-pair Fusion/downstream_gene:3 | ROS1, CD74; downstream: - | x1
        Info build-assumed - | no genome build, read as GRCh37 | x1
    "#]]
    .assert_eq(&notes(&draft));
    let entaku_domain::finding::Alteration::ShortVariant(indel) = &draft.findings[1].alteration else {
        panic!("an indel")
    };
    assert_eq!(indel.genomic_change(), "7:55242465 GGAATTAAGAGAAGC>-");
    assert!(draft.findings[0].verbatim.iter().any(|field| field.0 == "SNV/exon" && field.1 == "21"));
    let person = Options { assembly: Some(GenomeBuild::Grch38), ..Options::default() };
    let draft = read_with(workbook(&sheets()), &person).unwrap();
    assert!(draft.notes.iter().any(|note| note.code == "build-conflict"));
}

#[test]
fn faults_of_cells_and_unknown_sheets_are_told() {
    let mut sheets = sheets();
    sheets[0].1.push(vec!["=cmd()", "7", "-5", "x>", "", "", "NaN", "1"]);
    sheets[0].1.push(vec!["formula 1+1", "7", "5", "A>C", "", "", "140", "1"]);
    sheets[0].1.push(vec!["", "", "", "", "", "", "", "1", "", "", "left over", ""]);
    sheets.push(("Notes", vec![vec!["remark"], vec!["by hand"]]));
    let mut parts = parts(&sheets);
    parts.push(("xl/vbaProject.bin".into(), b"macro".to_vec()));
    let draft = read(container(&parts)).unwrap();
    expect![[r#"
        Warning workbook-macros - | macros | x1
        Warning bad-allele SNV/mut_nt:4 | x | x1
        Warning bad-gene SNV/gene:4 | =cmd() | x1
        Warning out-of-range SNV/position:4 | -5 | x1
        Warning not-finite SNV/percentage:4 | NaN | x1
        Error unreadable-record SNV:4 | =cmd() 7 -5 x> NaN 1 | x2
        Warning out-of-range SNV/percentage:5 | 1.4 | x1
        Info fusion-no-pair Fusion/downstream_gene:3 | ROS1, CD74; downstream: - | x1
        Info unknown-sheet Notes | Notes | x1
        Info build-assumed - | no genome build, read as GRCh37 | x1
    "#]]
    .assert_eq(&notes(&draft));
    assert_eq!(draft.ledger.by_reason["unsupported"], 1);
    assert!(
        draft.findings.iter().any(|f| f.alteration.subject() == "shown"),
        "a formula is the value it showed"
    );
}

#[test]
fn other_workbooks_and_archives_are_refused_with_what_they_hold() {
    let other = workbook(&[("Sheet1", vec![vec!["a"], vec!["b"]]), ("家計簿", vec![])]);
    let error = read(other).unwrap_err();
    assert_eq!(error.kind, IntakeErrorKind::UnknownFormat);
    assert!(error.to_string().contains("the sheets Sheet1, 家計簿"), "{error}");
    let archive = container(&[("../../etc/report.vcf".into(), b"##fileformat=VCFv4.2".to_vec())]);
    let error = read(archive).unwrap_err();
    assert_eq!(error.kind, IntakeErrorKind::UnknownFormat);
    assert!(error.to_string().contains("report.vcf"), "{error}");
}

#[test]
fn cut_and_broken_workbooks_are_damaged() {
    let sound = workbook(&sheets());
    for cut in [30, sound.len() / 2, sound.len() - 30] {
        assert_eq!(read(&sound[..cut]).unwrap_err().kind, IntakeErrorKind::Damaged, "cut at {cut}");
    }
    let mut broken = parts(&sheets());
    broken[0].1.truncate(200);
    assert!(read(container(&broken)).is_err(), "a sheet that breaks off is no shorter sheet");
}

#[test]
fn bombs_are_refused_before_they_are_unpacked() {
    let small = |change: fn(&mut entaku_intake::Limits)| {
        let mut options = Options::default();
        change(&mut options.limits);
        options
    };
    let mut parts = parts(&sheets());
    parts.push(("xl/media/image1.bin".into(), vec![0; 70 << 20]));
    let bomb = container(&parts);
    assert!(bomb.len() < 1 << 20, "a small file");
    let error = read(&bomb).unwrap_err();
    assert_eq!(error.kind, IntakeErrorKind::TooLarge, "{error}");
    // The size that the directory declares is a lie: 16 bytes.
    let mut lying = bomb.clone();
    let size = u32::to_le_bytes(70 << 20);
    let places: Vec<usize> = (0..lying.len() - 4).filter(|at| lying[*at..*at + 4] == size).collect();
    assert!(!places.is_empty());
    for at in places {
        lying[at..at + 4].copy_from_slice(&16u32.to_le_bytes());
    }
    assert!(read(&lying).is_err(), "never unpacked beyond the limit");
    let many: Vec<(String, Vec<u8>)> = (0..1_100).map(|n| (format!("xl/p{n}"), Vec::new())).collect();
    assert_eq!(read(container(&many)).unwrap_err().kind, IntakeErrorKind::TooLarge);
    let options = small(|limits| limits.workbook_bytes = 1_000);
    assert_eq!(read_with(workbook(&sheets()), &options).unwrap_err().kind, IntakeErrorKind::TooLarge);
}

#[test]
fn one_far_cell_and_one_text_in_very_many_cells_take_no_memory() {
    let mut far = sheets();
    far[2].1[1].push("x");
    let mut parts_far = parts(&far);
    let text = String::from_utf8(parts_far[2].1.clone()).unwrap();
    let moved = text.replace("r=\"E2\"", "r=\"XFD1048576\"");
    assert_ne!(text, moved);
    parts_far[2].1 = moved.into_bytes();
    assert_eq!(read(container(&parts_far)).unwrap_err().kind, IntakeErrorKind::TooLarge);
    let mut wide = sheets();
    wide[2].1[0].resize(1_900, "");
    wide[2].1[0].push("far");
    wide[2].1.extend((0..2_000).map(|_| vec!["17"]));
    assert_eq!(
        read(workbook(&wide)).unwrap_err().kind,
        IntakeErrorKind::TooLarge,
        "a rectangle of empty cells"
    );
    let mut many = parts(&sheets());
    let big = "x".repeat(1 << 20);
    let cells: String =
        (2..200).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>")).collect();
    many[0].1 = format!("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{cells}</sheetData></worksheet>").into_bytes();
    let strings = many.iter_mut().find(|(name, _)| name.ends_with("sharedStrings.xml")).unwrap();
    strings.1 = String::from_utf8(strings.1.clone())
        .unwrap()
        .replacen("<si><t>", &format!("<si><t>{big}"), 1)
        .into_bytes();
    assert_eq!(read(container(&many)).unwrap_err().kind, IntakeErrorKind::TooLarge);
}

#[test]
fn a_sheet_without_the_column_call_is_read_with_a_warning() {
    let mut sheets = sheets();
    sheets[2].1 = vec![vec!["chrom", "gene", "copy_number"], vec!["17", "ERBB2", "1.2"]];
    let draft = read(workbook(&sheets)).unwrap();
    assert!(draft.notes.iter().any(|note| note.code == "missing-field" && note.said.contains("CNAs")));
    let copies: Vec<_> =
        draft.findings.iter().filter(|f| f.alteration.kind() == FindingKind::CopyNumber).collect();
    assert_eq!(copies[0].alteration.change(), "loss (1.2 copy number)");
}

#[test]
fn a_gene_that_became_a_date_is_left_empty_and_the_row_stays() {
    let book = workbook(&[
        (
            "SNV",
            vec![
                vec!["gene", "chrom", "position", "mut_nt", "call"],
                vec!["44256", "4", "164467000", "T>G", "1"],
            ],
        ),
        ("CNAs", vec![vec!["gene", "chrom", "copy_number", "call"], vec!["9-Sep", "17", "4.5", "1"]]),
        ("MSI", vec![vec!["msi_status"], vec!["MSS"]]),
    ]);
    let draft = read(book).unwrap();
    assert_eq!(draft.findings.len(), 3);
    assert!(draft.findings.iter().all(|finding| finding.alteration.genes().is_empty()));
    expect![[r#"
        Warning spreadsheet-gene SNV/gene:2 | 44256 | x1
        Warning spreadsheet-gene CNAs/gene:2 | 9-Sep | x1
        Info build-assumed - | no genome build, read as GRCh37 | x1
    "#]]
    .assert_eq(&notes(&draft));
}
