//! The レポートCSV of the C-CAT portal: one finding for one alteration, its evidence as statements of C-CAT.

use crate::support::{notes, read, read_with};
use entaku_domain::draft::Draft;
use entaku_domain::finding::{Alteration, FindingKind, NucleicAcid, Origin};
use entaku_domain::genome::GenomeBuild;
use entaku_domain::statement::{Speaker, StatementKind};
use entaku_intake::{IntakeErrorKind, Options};
use expect_test::expect;

const BASIC: [&str; 7] = ["施設ID", "登録ID", "ハッシュID", "がん種", "検体採取日", "パネル名", "年齢(年)"];
const SUMMARY: [&str; 6] = [
    "国内承認薬数",
    "国内臨床試験数",
    "国内適応外承認薬数",
    "海外臨床試験数",
    "FDA承認薬数",
    "FDA適応外薬数",
];
const VARIANT: [&str; 15] = [
    "変異種類",
    "変異由来",
    "検体(DNA/RNA)",
    "マーカー",
    "変異内容",
    "変異アレル頻度",
    "コピー数変化",
    "転写産物ID",
    "腫瘍リード数",
    "TPM(腫瘍発現量)",
    "ToMMoアレル頻度",
    "クロモソーム番号",
    "物理位置",
    "リファレンス塩基",
    "塩基変化",
];
const EVIDENCE: [&str; 6] =
    ["エビデンスタイプ", "臨床的意義", "遺伝性疾患名", "エビデンスレベル", "薬剤", "薬剤への到達性"];
const MARKERS: [&str; 4] = ["変異情報TMB/TMB", "変異情報MSI/MSI", "変異情報LOH/LOH", "データベース更新日"];

/// Headings with their parts joined by `sign`, as portals and statistics programs do.
fn headings(sign: &str) -> Vec<String> {
    let section = |name: &str, items: &[&str]| {
        items.iter().map(|item| format!("C{sign}CAT調査結果{sign}{name}{sign}{item}")).collect::<Vec<_>>()
    };
    let mut all = section("基本項目", &BASIC);
    all.extend(section("サマリ", &SUMMARY));
    all.extend(section("変異情報", &VARIANT));
    all.extend(section("エビデンス", &EVIDENCE));
    all.extend(MARKERS.map(|name| name.replace('/', sign)));
    all
}

/// A row by item names; items that are not named are empty.
fn row(items: &[(&str, &str)]) -> Vec<String> {
    let basic = [
        ("登録ID", "R-1"),
        ("ハッシュID", "H-1"),
        ("がん種", "肺"),
        ("検体採取日", "2026/4/1"),
        ("パネル名", "Panel X"),
        ("年齢(年)", "61"),
        ("国内承認薬数", "2"),
        ("FDA適応外薬数", "1"),
        ("変異情報TMB/TMB", "8.4Muts/Mb"),
        ("データベース更新日", "2026年5月1日"),
    ];
    let names = BASIC.iter().chain(&SUMMARY).chain(&VARIANT).chain(&EVIDENCE).chain(&MARKERS);
    names
        .map(|name| {
            let given = items.iter().chain(&basic).find(|(item, _)| item == name);
            given.map_or(String::new(), |(_, value)| (*value).to_owned())
        })
        .collect()
}

fn file(sign: &str, rows: &[Vec<String>]) -> String {
    let mut text = "\u{feff}".to_owned();
    for row in [&headings(sign)].into_iter().chain(rows) {
        let quoted: Vec<String> =
            row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        text.push_str(&quoted.join(","));
        text.push_str("\r\n");
    }
    text
}

const EGFR: [(&str, &str); 11] = [
    ("変異種類", "small_scale_variant"),
    ("変異由来", "Somatic"),
    ("検体(DNA/RNA)", "DNA"),
    ("マーカー", "EGFR"),
    ("変異内容", "L858R"),
    ("変異アレル頻度", "0.21 (105/502)"),
    ("転写産物ID", "NM_005228.5"),
    ("クロモソーム番号", "7"),
    ("物理位置", "55259515"),
    ("リファレンス塩基", "T"),
    ("塩基変化", "G"),
];

fn with(more: &[(&'static str, &'static str)]) -> Vec<String> {
    row(&[more, &EGFR].concat())
}

fn three_rows() -> Vec<Vec<String>> {
    vec![
        with(&[
            ("エビデンスタイプ", "Predictive"),
            ("臨床的意義", "Sensitivity/Response"),
            ("エビデンスレベル", "A"),
            ("薬剤", "osimertinib"),
            ("薬剤への到達性", "国内承認薬"),
        ]),
        with(&[("エビデンスタイプ", "Oncogenic"), ("臨床的意義", "Oncogenic"), ("エビデンスレベル", "F")]),
        row(&[("変異種類", "other_biomarker"), ("マーカー", "TMB"), ("変異由来", "Somatic")]),
    ]
}

/// A sound file.
pub fn three() -> String {
    file(".", &three_rows())
}

fn said(draft: &Draft) -> String {
    let lines = draft.statements.iter().map(|s| {
        let level =
            s.level.as_ref().map(|level| format!("{} {}", level.scale, level.level)).unwrap_or_default();
        format!(
            "{:?} {:?} [{level}] {} | {}\n",
            s.kind,
            s.about,
            s.gene.as_ref().map_or("-", |g| g.as_str()),
            s.text
        )
    });
    lines.collect()
}

#[test]
fn rows_of_one_alteration_are_one_finding_and_each_evidence_is_a_statement_on_it() {
    let draft = read(file("-", &three_rows())).unwrap();
    assert_eq!(draft.file.format, "C-CAT-report");
    assert_eq!((draft.ledger.read, draft.ledger.kept, draft.ledger.by_reason["joined"]), (3, 2, 1));
    expect![[r#"
        Remark [] [] - | 国内承認薬数 2 · FDA適応外薬数 1 · データベース更新日 2026年5月1日
        Evidence ["line 2"] [C-CAT A] EGFR | Predictive · Sensitivity/Response · osimertinib · 国内承認薬
        Evidence ["line 2"] [C-CAT F] EGFR | Oncogenic · Oncogenic
    "#]]
    .assert_eq(&said(&draft));
    assert!(draft.statements.iter().all(|statement| statement.by == Speaker::Ccat));
    let finding = &draft.findings[0];
    let Alteration::ShortVariant(v) = &finding.alteration else { panic!("a short variant") };
    assert_eq!(v.genomic_change(), "7:55259515 T>G");
    assert_eq!(
        (v.vaf.unwrap().percent().as_str(), v.alternate_depth, v.depth),
        ("21.0 %", Some(105), Some(502))
    );
    assert_eq!((finding.origin, finding.nucleic_acid), (Origin::Somatic, Some(NucleicAcid::Dna)));
    assert_eq!(finding.sample.as_deref(), Some("H-1"));
    let Alteration::Biomarker(tmb) = &draft.findings[1].alteration else { panic!("a marker") };
    assert_eq!((tmb.metrics[0].value, tmb.metrics[0].unit.as_deref()), (8.4, Some("Muts/Mb")));
    expect![[r#"
        Warning build-unknown - | no genome build | x1
    "#]]
    .assert_eq(&notes(&draft));
}

#[test]
fn the_punctuation_of_the_headings_makes_no_difference() {
    let wanted = read(file("-", &three_rows())).unwrap();
    for sign in [".", "／", "", " ", "_"] {
        let draft = read(file(sign, &three_rows())).unwrap();
        assert_eq!((&draft.ledger, said(&draft)), (&wanted.ledger, said(&wanted)), "joined by {sign:?}");
        assert_eq!(draft.proposed, wanted.proposed);
    }
}

#[test]
fn patient_and_specimen_are_proposed_and_masks_are_no_values() {
    let draft = read(file(".", &three_rows())).unwrap();
    let details = draft.proposed.unwrap();
    assert_eq!(details.patient.ccat_id.unwrap().as_str(), "R-1");
    assert_eq!((details.patient.age, details.clinical.tumour_type.unwrap().as_str()), (Some(61), "肺"));
    assert_eq!(details.specimen.collected_on.unwrap().to_string(), "2026-04-01");
    assert_eq!(draft.test.panel_name.as_deref(), Some("Panel X"));
    let masked = read(file(".", &[with(&[("登録ID", "********")])])).unwrap();
    assert_eq!(masked.proposed.unwrap().patient.ccat_id, None);
}

#[test]
fn each_kind_of_alteration_is_read() {
    let rows = [
        row(&[
            ("変異種類", "copy_number_alteration"),
            ("マーカー", "ERBB2"),
            ("変異内容", "amplification"),
            ("コピー数変化", "12.5"),
        ]),
        row(&[
            ("変異種類", "fusion"),
            ("マーカー", "EML4-ALK"),
            ("変異内容", "fusion"),
            ("腫瘍リード数", "30"),
            ("検体(DNA/RNA)", "RNA"),
        ]),
        row(&[("変異種類", "rearrangement"), ("マーカー", "MET"), ("変異内容", "exon 14 skipping")]),
        row(&[("変異種類", "expression"), ("マーカー", "ERBB2"), ("TPM(腫瘍発現量)", "88.5")]),
        row(&[("変異種類", "other_biomarker"), ("マーカー", "MSI"), ("変異情報MSI/MSI", "MSI-High")]),
        row(&[
            ("変異種類", "small_scale_variant"),
            ("変異由来", "Germline"),
            ("マーカー", "BRCA2"),
            ("変異内容", "c.6591_6592del"),
            ("変異アレル頻度", "abc"),
        ]),
        row(&[("変異種類", "methylation"), ("マーカー", "MLH1")]),
        row(&[]),
    ];
    let draft = read(file("/", &rows)).unwrap();
    let shown: Vec<String> = draft
        .findings
        .iter()
        .map(|f| {
            format!(
                "{:?} {} {} {:?}",
                f.alteration.kind(),
                f.alteration.subject(),
                f.alteration.change(),
                f.origin
            )
        })
        .collect();
    expect![[r#"
        CopyNumber ERBB2 amplification (12.5) Unknown
        Rearrangement EML4::ALK EML4-ALK (fusion) Unknown
        Rearrangement MET MET (exon 14 skipping) Unknown
        Expression ERBB2 88.5 TPM Unknown
        Biomarker MSI MSI-High Unknown
        ShortVariant BRCA2 c.6591_6592del Germline"#]]
    .assert_eq(&shown.join("\n"));
    assert_eq!((draft.ledger.by_reason["unsupported"], draft.ledger.by_reason["details"]), (1, 1));
    expect![[r#"
        Warning wrong-type C/CAT調査結果/変異情報/変異アレル頻度:7 | abc | x1
        Warning unknown-value C/CAT調査結果/変異情報/変異種類:8 | methylation | x1
        Error unreadable-record -:8 | H-1 MLH1    | x1
        Warning build-unknown - | no genome build | x1
    "#]]
    .assert_eq(&notes(&draft));
}

#[test]
fn a_row_that_is_repeated_says_nothing_twice() {
    let rows = three_rows();
    let twice = [rows.clone(), rows].concat();
    let draft = read(file(".", &twice)).unwrap();
    assert_eq!((draft.ledger.kept, draft.ledger.by_reason["duplicateItem"]), (2, 3));
    assert_eq!(draft.statements.len(), 3);
}

#[test]
fn one_registration_is_read_by_either_of_its_names() {
    let other = |mut row: Vec<String>| {
        (row[1], row[2], row[6]) = ("R-2".into(), "H-2".into(), "70".into());
        row
    };
    let rows: Vec<Vec<String>> =
        three_rows().into_iter().chain(three_rows().into_iter().map(other)).collect();
    let text = file(".", &rows);
    let draft = read(&text).unwrap();
    assert!(
        draft.must_choose_sample && draft.proposed.is_none(),
        "nobody's age is proposed for somebody else"
    );
    assert_eq!((draft.ledger.kept, draft.test.panel_name), (4, None));
    for name in ["H-2", "R-2"] {
        let options = Options {
            tumour_sample: Some(name.into()),
            assembly: Some(GenomeBuild::Grch38),
            ..Options::default()
        };
        let draft = read_with(&text, &options).unwrap();
        assert_eq!((draft.ledger.kept, draft.ledger.by_reason["otherSample"]), (2, 3), "{name}");
        assert_eq!(draft.proposed.unwrap().patient.age, Some(70));
        assert!(draft.findings.iter().all(|finding| finding.sample.as_deref() == Some("H-2")));
        assert_eq!(draft.assembly.name, GenomeBuild::Grch38);
    }
    let options = Options { tumour_sample: Some("H-3".into()), ..Options::default() };
    assert_eq!(read_with(&text, &options).unwrap_err().kind, IntakeErrorKind::NoSuchSample);
}

#[test]
fn statements_without_end_are_bounded() {
    let mut options = Options::default();
    options.limits.statements = 2;
    let draft = read_with(file(".", &three_rows()), &options).unwrap();
    assert_eq!(draft.statements.len(), 2);
    assert!(draft.notes.iter().any(|note| note.code == "too-many-statements" && note.times == 1));
    assert_eq!(draft.findings.iter().filter(|f| f.alteration.kind() == FindingKind::Biomarker).count(), 1);
    assert_eq!(draft.statements[0].kind, StatementKind::Remark);
}
