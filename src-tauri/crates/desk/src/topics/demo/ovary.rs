//! High-grade serous ovarian cancer, read from the tumour alone, with a BRCA1 variant that may be inherited. What the panel
//! says of heredity, and the second half of what the patient is told, wait for whoever tries the program.

use super::cats::{Marker, Variant, copy_number, markers, sample, short_variants, test};
use super::{
    DemoCase, DemoOpinion, act, advice, ago, first_recommendation, given, judged, milestones, told, words,
};
use crate::acts::{AddRecommendation, EnterCcatVerdict, OpenOpinions, WriteExplanation};
use crate::command::carry_out;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::view::{AdviceKind, DetailsForm, ReleasedAdviceForm, TreatmentForm};
use chrono::NaiveDate;
use entaku_domain::ids::CaseId;
use entaku_domain::milestone::Milestone;
use entaku_domain::patient::{Adequacy, CcatFindingsState, DisclosureWish, Sex};
use entaku_domain::recommendation::AccessRoute;
use serde_json::{Value, json};

pub(super) const CASE: DemoCase = DemoCase {
    file: "demo-hgsoc.cats.json",
    report,
    received_days_ago: 9,
    details,
    prepare,
    suzuki: OPINIONS_SUZUKI,
    takahashi: OPINIONS_TAKAHASHI,
    agreed: false,
    review,
};

const BRCA1: &str = "F1";
const TP53: &str = "F2";
const DNMT3A: &str = "F3";

/// GRCh38. The share of reads with the BRCA1 variant is what an inherited one shows in a tumour of 60 % that lost the other
/// allele; DNMT3A is seen as in blood that takes part in the sample.
const VARIANTS: [Variant; 4] = [
    Variant {
        // The gene lies on the minus strand.
        place: ("17", 43_106_480, "A", "T"),
        name: ("BRCA1", "NM_007294.4", "c.188T>A", "p.L63*"),
        effect: "stop_gained",
        reads: (402, 566),
        origin: None,
    },
    Variant {
        place: ("17", 7_675_088, "C", "T"),
        name: ("TP53", "NM_000546.6", "c.524G>A", "p.R175H"),
        effect: "missense_variant",
        reads: (251, 583),
        origin: None,
    },
    Variant {
        place: ("2", 25_234_373, "C", "T"),
        name: ("DNMT3A", "NM_022552.5", "c.2645G>A", "p.R882H"),
        effect: "missense_variant",
        reads: (19, 612),
        origin: None,
    },
    Variant {
        place: ("4", 54_727_298, "A", "C"),
        name: ("KIT", "NM_000222.3", "c.1621A>C", "p.M541L"),
        effect: "missense_variant",
        reads: (288, 590),
        origin: None,
    },
];

fn report() -> Value {
    json!({
        "metaData": {
            "schemaVersion": "1.3.0",
            "referenceGenome": { "grcRelease": "GRCh38.p13", "name": "hg38" },
            "comments": [
                { "itemIds": ["SV1"], "contents": ["腫瘍組織のみの検査であり、生殖細胞系列に由来するかどうかは区別できない。"] },
                { "itemIds": ["tumor-dna"], "contents": ["合成データ: 実在の患者のものではない。"] },
            ],
        },
        "testInfo": test("DEMO-HGSOC-0001", "tumor-only", "デモ腫瘍組織パネル"),
        "sequencingSamples": [sample("tumor-dna", "tumor", "DNA", 588.7)],
        "variants": {
            "shortVariants": short_variants(&VARIANTS),
            "copyNumberAlterations": [copy_number(1, None, ("MYC", "NM_002467.6"), "amplification", 9.0)],
        },
        "otherBiomarkers": markers(&[
            Marker { kind: "TMB", value: (3.8, "mutations per megabase", "TMB"), state: "low" },
            Marker { kind: "MSI", value: (0.6, "%", "unstable loci"), state: "stable" },
            Marker { kind: "LOH", value: (24.1, "%", "genomic LOH"), state: "high" },
        ]),
    })
}

const OPINIONS_SUZUKI: &[DemoOpinion] = &[
    (BRCA1, "oncogenic", false, "切断型。国内で繰り返し報告されている変化。"),
    (TP53, "oncogenic", false, "DNA結合ドメインのホットスポット。高異型度漿液性癌として矛盾しない。"),
    (DNMT3A, "likely-oncogenic", false, "腫瘍由来かどうかは組織像からは判断できない。"),
];

const OPINIONS_TAKAHASHI: &[DemoOpinion] = &[
    (
        BRCA1,
        "oncogenic",
        true,
        "腫瘍含有割合60%に対してVAF 71%。母方に卵巣癌・乳癌・膵癌があり、生殖細胞系列の可能性が高い。血液での確認検査を提案したい。",
    ),
    (DNMT3A, "vus", false, "VAFが低く、クローン性造血の可能性を考える。"),
];

/// Before the opinions: what they judge changes by it.
fn prepare(desk: &mut Desk, case: &CaseId) -> Outcome<()> {
    let verdict = EnterCcatVerdict {
        finding_id: BRCA1.to_owned(),
        verdict: given("Pathogenic（エビデンスレベルA）"),
        ..EnterCcatVerdict::default()
    };
    act(desk, case, verdict)?;
    milestones(
        desk,
        case,
        &[(Milestone::Consent, 44), (Milestone::SpecimenSent, 41), (Milestone::Submitted, 38)],
    )
}

/// The BRCA1 variant is judged as one of the tumour, and a medicine rests on it; whether it is inherited is not judged.
fn review(desk: &mut Desk, case: &CaseId) -> Outcome<()> {
    act(desk, case, OpenOpinions { finding_id: given(BRCA1), ..OpenOpinions::default() })?;
    let on_brca1 = "BRCA1の切断型変異。ゲノム全体のLOHも高く、相同組換え修復の異常を示す所見と矛盾しない。";
    act(desk, case, judged(BRCA1, "oncogenicity-2022", "oncogenic", true, on_brca1))?;
    let on_tp53 = "高異型度漿液性癌のほぼ全例にみられる変化で、治療選択には直結しない。";
    act(desk, case, judged(TP53, "oncogenicity-2022", "oncogenic", false, on_tp53))?;
    let olaparib = AddRecommendation {
        findings: Some(vec![BRCA1.to_owned()]),
        drugs: Some(vec!["オラパリブ".to_owned()]),
        route: Some(AccessRoute::Insurance),
        evidence_scale: given("jp-guidance-2.1"),
        evidence_level: given("A"),
        rationale: given(
            "白金系抗悪性腫瘍剤に感受性の再発で、現在の化学療法が奏効している。終了後の維持療法として検討する。",
        ),
        ..advice(AdviceKind::Treatment)
    };
    let view = act(desk, case, olaparib)?;
    carry_out(desk, explanation(case, first_recommendation(&view)?)).map(drop)
}

/// What the patient is told so far: the words on heredity and on what comes next are not written.
fn explanation(case: &CaseId, recommendation: String) -> WriteExplanation {
    WriteExplanation {
        case_id: case.to_string(),
        overall: Some(words(
            "検査で、遺伝子の変化が見つかりました。検査の結果をもとに、治療の候補が挙がりました。",
            "The test found changes in genes. From the result, a treatment was named as an option.",
        )),
        findings: vec![told(
            BRCA1,
            words(
                "調べた検体で、BRCA1 遺伝子に変化が見つかりました。傷ついた遺伝子を直すはたらきが弱くなる変化で、治療を選ぶときに関わります。",
                "In the sample that was tested a change was found in the gene BRCA1. With it, cells are less able to repair damage to their genes, and it matters for the choice of treatment.",
            ),
        )],
        recommendations: vec![ReleasedAdviceForm {
            recommendation_id: recommendation,
            place: given("円卓大学病院（デモ）"),
            words: words(
                "今の化学療法が終わったあとに、オラパリブというお薬を続けて飲む治療が候補に挙がりました。",
                "After your present chemotherapy, taking a medicine called olaparib was named as an option.",
            ),
        }],
        ..WriteExplanation::default()
    }
}

fn details(today: NaiveDate) -> DetailsForm {
    DetailsForm {
        hospital_id: given("0000-2345"),
        ccat_id: given("DEMO0002"),
        name: given("中川 裕子"),
        kana: given("ナカガワ ユウコ"),
        sex: Some(Sex::Female),
        birth_date: given("1974-02-11"),
        tumour_type: given("卵巣癌"),
        oncotree: given("HGSOC"),
        diagnosis: given("卵巣癌（術後再発）"),
        pathology: given("高異型度漿液性癌"),
        stage: given("IIIC期（再発）"),
        performance_status: Some(0),
        treatments: vec![
            TreatmentForm {
                line: Some(1),
                regimen: given("パクリタキセル＋カルボプラチン＋ベバシズマブ"),
                from: ago(today, 780),
                to: ago(today, 640),
                best_response: given("CR"),
                ended_because: given("計画通り終了"),
            },
            TreatmentForm {
                line: Some(1),
                regimen: given("ベバシズマブ（維持療法）"),
                from: ago(today, 619),
                to: ago(today, 170),
                best_response: given("SD"),
                ended_because: given("増悪"),
            },
            TreatmentForm {
                line: Some(2),
                regimen: given("カルボプラチン＋リポソーム化ドキソルビシン"),
                from: ago(today, 140),
                best_response: given("PR"),
                ..TreatmentForm::default()
            },
        ],
        past_history: given("特記事項なし"),
        family_history: given(
            "母: 乳癌（48歳）、母方祖母: 卵巣癌（61歳）、母方叔父: 膵癌（66歳）、姉（56歳）: がんの既往なし。父方に特記事項なし。",
        ),
        hospital: given("円卓大学病院（デモ）"),
        department: given("婦人科"),
        attending: given("松本 彩"),
        specimen_kind: given("FFPE"),
        specimen_site: given("卵巣（原発巣）"),
        specimen_method: given("手術"),
        specimen_collected_on: ago(today, 805),
        tumour_content: Some(60),
        specimen_adequacy: Some(Adequacy::Adequate),
        ccat_findings: Some(CcatFindingsState::Received),
        ccat_findings_on: ago(today, 7),
        wish: Some(DisclosureWish::Wants),
        wish_asked_on: ago(today, 44),
        wish_asked_by: given("高橋 葉子"),
        ..DetailsForm::default()
    }
}
