//! The 症例CSV of the C-CAT portal: clinical items proposed as details, all of them kept as statements.

use crate::support::{notes, read, read_with};
use entaku_domain::patient::Sex;
use entaku_domain::statement::{Speaker, StatementKind};
use entaku_intake::Options;
use expect_test::expect;

const ITEMS: [&str; 38] = [
    "C-CAT調査結果/基本項目/登録ID",
    "C-CAT調査結果/基本項目/ハッシュID",
    "症例/基本情報/性別",
    "症例/基本情報/性別(名称)",
    "症例/基本情報/年齢",
    "症例/基本情報/がん種(OncoTree)",
    "症例/基本情報/がん種(OncoTree)(名称)",
    "症例/症例CGP後がん種情報/がん種(OncoTree)",
    "症例/症例CGP後がん種情報/がん種(OncoTree)(名称)",
    "症例/背景情報/病理診断名",
    "症例/背景情報/ECOG PS",
    "症例/背景情報/ECOG PS(名称)",
    "症例/背景情報/家族歴有無",
    "症例/背景情報/家族歴有無(名称)",
    "症例/背景情報/家族歴/続柄(名称)",
    "症例/背景情報/家族歴/がん種(名称)",
    "症例/背景情報/家族歴/罹患年齢(名称)",
    "症例/背景情報/初回治療前のステージ分類(名称)",
    "症例/検体情報/パネル(名称)",
    "症例/検体情報/検体種別(名称)",
    "症例/検体情報/腫瘍細胞含有割合",
    "症例/検体情報/検体採取日(腫瘍組織)",
    "症例/検体情報/検体採取方法(名称)",
    "症例/検体情報/検体採取部位(名称)",
    "症例/検体情報/具体的な採取部位(名称)",
    "症例/検体情報/具体的な採取部位その他",
    "症例/がん種情報/肺/EGFR(名称)",
    "症例/EP前レジメン情報/治療ライン",
    "症例/EP前レジメン情報/治療ライン(名称)",
    "症例/EP前レジメン情報/化学療法レジメン名称",
    "症例/EP前レジメン情報/薬剤名(入力一般名)",
    "症例/EP前レジメン情報/投与開始日",
    "症例/EP前レジメン情報/投与終了日",
    "症例/EP前レジメン情報/終了理由(名称)",
    "症例/EP前レジメン情報/最良総合効果(名称)",
    "症例/EP後レジメン情報/エキスパートパネル開催日",
    "症例/転帰情報/転帰(名称)",
    "データベース更新日",
];

const FIRST: &str = "R-1|H-1|2|女|61|LUAD|Lung Adenocarcinoma_肺腺癌|||腺癌|1|1|1|あり|同胞|乳|50歳台|IV|Panel X|FFPE|40|2026/2/3|生検|転移巣|\
    リンパ節||陽性|1|1次治療|CDDP+PEM|シスプラチン|2025/1/7|2025年5月1日|計画通り終了|PR|2026/4/9|生存|2026年5月1日";

fn second_line() -> String {
    FIRST.replace(
        "1|1次治療|CDDP+PEM|シスプラチン|2025/1/7|2025年5月1日|計画通り終了|PR",
        "2|2次治療|DTX|NA|2025-06-01|NA|NA|PD",
    )
}

fn file(rows: &[&str]) -> String {
    let mut text = ITEMS.join(",").replace('/', ".").replace(['(', ')'], ".");
    for row in rows {
        text.push('\n');
        text.push_str(&row.replace('|', ","));
    }
    text.push('\n');
    text
}

/// A sound file.
pub fn two() -> String {
    file(&[FIRST, &second_line()])
}

#[test]
fn items_of_a_registration_are_proposed_as_details() {
    let draft = read(two()).unwrap();
    assert_eq!(draft.file.format, "C-CAT-clinical");
    assert_eq!((draft.ledger.read, draft.ledger.kept, draft.ledger.by_reason["details"]), (2, 0, 2));
    let details = draft.proposed.unwrap();
    let text =
        |text: Option<entaku_domain::text::Text>| text.map(|text| text.to_string()).unwrap_or_default();
    assert_eq!(
        (details.patient.sex, details.patient.age, text(details.patient.ccat_id)),
        (Sex::Female, Some(61), "R-1".into())
    );
    let clinical = details.clinical;
    assert_eq!(
        (text(clinical.tumour_type), text(clinical.oncotree)),
        ("Lung Adenocarcinoma_肺腺癌".into(), "LUAD".into())
    );
    assert_eq!(
        (text(clinical.pathology), clinical.performance_status, text(clinical.stage)),
        ("腺癌".into(), Some(1), "IV".into())
    );
    assert_eq!(
        text(clinical.family_history),
        "あり 同胞 乳 50歳台",
        "the same relative in two rows stands once"
    );
    let lines: Vec<String> = clinical
        .treatments
        .into_iter()
        .map(|t| {
            format!(
                "{:?} {} {:?} {:?} {} {}",
                t.line,
                text(t.regimen),
                t.from,
                t.to,
                text(t.best_response),
                text(t.ended_because)
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "Some(1) CDDP+PEM (シスプラチン) Some(2025-01-07) Some(2025-05-01) PR 計画通り終了",
            "Some(2) DTX Some(2025-06-01) None PD "
        ]
    );
    let specimen = details.specimen;
    assert_eq!(
        (text(specimen.kind), text(specimen.site), text(specimen.method)),
        ("FFPE".into(), "転移巣 リンパ節".into(), "生検".into())
    );
    assert_eq!(
        (specimen.tumour_content, specimen.collected_on.unwrap().to_string()),
        (Some(40), "2026-02-03".into())
    );
    assert_eq!(draft.test.panel_name.as_deref(), Some("Panel X"));
    expect![""].assert_eq(&notes(&draft_of(&two())));
}

fn draft_of(text: &str) -> entaku_domain::draft::Draft {
    read(text).unwrap()
}

#[test]
fn every_item_survives_in_a_statement_of_its_section() {
    let draft = draft_of(&two());
    assert!(draft.statements.iter().all(|s| s.by == Speaker::Ccat && s.kind == StatementKind::Remark));
    let shown: Vec<String> =
        draft.statements.iter().map(|s| format!("{} ({})", s.text, s.fields.len())).collect();
    expect![[r#"
        性別 女 · 年齢 61 · がん種 OncoTree Lung Adenocarcinoma_肺腺癌 (5)
        病理診断名 腺癌 · ECOG PS 1 · 家族歴有無 あり · 家族歴 続柄 同胞 · 家族歴 がん種 乳 · 家族歴 罹患年齢 50歳台 · 初回治療前のステージ分類 IV (9)
        パネル Panel X · 検体種別 FFPE · 腫瘍細胞含有割合 40 · 検体採取日 腫瘍組織 2026/2/3 · 検体採取方法 生検 · 検体採取部位 転移巣 · 具体的な採取部位 リンパ節 (7)
        肺 EGFR 陽性 (1)
        治療ライン 1次治療 · 化学療法レジメン名称 CDDP+PEM · 薬剤名 入力一般名 シスプラチン · 投与開始日 2025/1/7 · 投与終了日 2025年5月1日 · 終了理由 計画通り終了 · 最良総合効果 PR · 治療ライン 2次治療 · 化学療法レジメン名称 DTX · 投与開始日 2025-06-01 · 最良総合効果 PD (13)
        エキスパートパネル開催日 2026/4/9 (1)
        転帰 生存 (1)
        C CAT調査結果 基本項目 登録ID R-1 · C CAT調査結果 基本項目 ハッシュID H-1 · データベース更新日 2026年5月1日 (3)"#]]
    .assert_eq(&shown.join("\n"));
}

#[test]
fn items_of_different_patients_are_never_mixed() {
    let other = FIRST.replace("R-1|H-1|2|女|61", "R-2|H-2|1|男|47");
    let text = file(&[FIRST, &other]);
    let draft = draft_of(&text);
    assert!(draft.must_choose_sample && draft.proposed.is_none() && draft.statements.is_empty());
    assert_eq!((draft.ledger.by_reason["details"], draft.test.panel_name), (2, None));
    let options = Options { tumour_sample: Some("R-2".into()), ..Options::default() };
    let draft = read_with(&text, &options).unwrap();
    assert_eq!((draft.ledger.by_reason["details"], draft.ledger.by_reason["otherSample"]), (1, 1));
    let patient = draft.proposed.unwrap().patient;
    assert_eq!((patient.sex, patient.age), (Sex::Male, Some(47)));
}

#[test]
fn values_that_contradict_each_other_or_cannot_be_are_not_proposed() {
    let text = file(&[&FIRST
        .replace("2|女|61", "1|女|612")
        .replace("腺癌|1|1|", "腺癌|9|9|")
        .replace("FFPE|40|2026/2/3", "FFPE|140|2026/13/3")]);
    let draft = draft_of(&text);
    let details = draft.proposed.clone().unwrap();
    assert_eq!(
        (details.patient.sex, details.patient.age, details.clinical.performance_status),
        (Sex::Unknown, None, None)
    );
    assert_eq!((details.specimen.tumour_content, details.specimen.collected_on), (None, None));
    expect![[r#"
        Warning out-of-range 症例.基本情報.年齢:2 | 612 | x1
        Warning out-of-range 症例.検体情報.腫瘍細胞含有割合:2 | 140 | x1
        Warning code-conflict 症例.基本情報.性別.名称.:2 | 1 女 | x1
        Warning wrong-type 症例.検体情報.検体採取日.腫瘍組織.:2 | 2026/13/3 | x1
    "#]]
    .assert_eq(&notes(&draft));
}
