//! Lung adenocarcinoma with EGFR and resistance to its medicine, halfway through its review.

use super::cats::{Marker, Variant, copy_number, markers, sample, short_variants, test};
use super::{DemoCase, DemoOpinion, act, advice, first_recommendation, given, judged, told, words};
use crate::acts::{
    AddRecommendation, EnterCcatVerdict, JudgeFinding, OpenOpinions, ReferToTrial, WriteExplanation,
};
use crate::command::carry_out;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::view::{AdviceKind, DetailsForm, ReleasedAdviceForm, TreatmentForm};
use chrono::NaiveDate;
use entaku_domain::ids::CaseId;
use entaku_domain::patient::{Adequacy, CcatFindingsState, DisclosureWish, Sex};
use entaku_domain::recommendation::AccessRoute;
use entaku_domain::referral::ReferralStatus;
use serde_json::{Value, json};

pub(super) const CASE: DemoCase = DemoCase {
    file: "demo-luad.cats.json",
    report,
    received_days_ago: 0,
    details,
    prepare,
    suzuki: OPINIONS_SUZUKI,
    takahashi: OPINIONS_TAKAHASHI,
    agreed: false,
    review,
};

/// Number of the MET amplification in the case: it follows the six somatic short variants.
const MET: &str = "F7";

const VARIANTS: [Variant; 7] = [
    Variant {
        place: ("7", 55_259_515, "T", "G"),
        name: ("EGFR", "NM_005228.5", "c.2573T>G", "p.L858R"),
        effect: "missense_variant",
        reads: (231, 604),
        origin: Some("somatic"),
    },
    Variant {
        place: ("17", 7_577_120, "C", "T"),
        name: ("TP53", "NM_000546.6", "c.818G>A", "p.R273H"),
        effect: "missense_variant",
        reads: (268, 512),
        origin: Some("somatic"),
    },
    Variant {
        place: ("3", 178_936_091, "G", "A"),
        name: ("PIK3CA", "NM_006218.4", "c.1633G>A", "p.E545K"),
        effect: "missense_variant",
        reads: (37, 588),
        origin: Some("somatic"),
    },
    Variant {
        place: ("X", 47_041_546, "C", "T"),
        name: ("RBM10", "NM_005676.5", "c.1357C>T", "p.Q453*"),
        effect: "stop_gained",
        reads: (96, 402),
        origin: Some("somatic"),
    },
    Variant {
        place: ("13", 32_918_805, "C", "T"),
        name: ("BRCA2", "NM_000059.4", "c.6952C>T", "p.R2318*"),
        effect: "stop_gained",
        reads: (297, 590),
        origin: Some("germline"),
    },
    Variant {
        // The gene lies on the minus strand.
        place: ("12", 49_434_074, "C", "T"),
        name: ("KMT2D", "NM_003482.4", "c.7479G>A", "p.P2493="),
        effect: "synonymous_variant",
        reads: (118, 455),
        origin: Some("somatic"),
    },
    Variant {
        place: ("1", 27_100_175, "C", "CG"),
        name: ("ARID1A", "NM_006015.6", "c.3978dupG", "p.P1327Afs*11"),
        effect: "frameshift_variant",
        reads: (52, 610),
        origin: Some("somatic"),
    },
];

/// EGFR L858R, TP53, a MET amplification, no fusion in RNA, TMB 4.2, microsatellites stable.
pub(super) fn report() -> Value {
    json!({
        "metaData": {
            "schemaVersion": "1.3.0",
            "referenceGenome": { "grcRelease": "GRCh37.p13", "name": "hg19" },
            "comments": [
                { "itemIds": ["tumor-rna"], "contents": ["RNA解析: ALK、ROS1、RET、NTRK1/2/3、NRG1 の融合遺伝子は検出されなかった（陰性）。"] },
                { "itemIds": ["SV1"], "contents": ["合成データ: 実在の患者のものではない。"] },
            ],
        },
        "testInfo": test("DEMO-LUAD-0001", "tumor and matched-normal", "デモ固形がんパネル"),
        "sequencingSamples": [
            sample("tumor-dna", "tumor", "DNA", 581.4),
            sample("normal-dna", "normal", "DNA", 214.8),
            sample("tumor-rna", "tumor", "RNA", 96.0),
        ],
        "variants": {
            "shortVariants": short_variants(&VARIANTS),
            "copyNumberAlterations": [
                copy_number(1, Some(("7", 116_312_459, 116_438_440)), ("MET", "NM_000245.4"), "amplification", 12.0),
                copy_number(2, Some(("9", 21_967_751, 21_994_490)), ("CDKN2A", "NM_000077.5"), "homozygous deletion", 0.0),
            ],
        },
        "otherBiomarkers": markers(&[
            Marker { kind: "TMB", value: (4.2, "mutations per megabase", "TMB"), state: "low" },
            Marker { kind: "MSI", value: (0.8, "%", "unstable loci"), state: "stable" },
        ]),
    })
}

const OPINIONS_SUZUKI: &[DemoOpinion] = &[
    ("F1", "oncogenic", false, "EGFRエクソン21の代表的な活性化変異。"),
    ("F2", "oncogenic", false, "DNA結合ドメインのホットスポット。"),
    ("F4", "vus", false, "機能データが乏しい。"),
];

const OPINIONS_TAKAHASHI: &[DemoOpinion] = &[
    ("F1", "oncogenic", false, "家族歴からは生殖細胞系列を疑わない。"),
    ("F4", "likely-oncogenic", false, "切断型であり機能喪失の可能性を考える。"),
    ("G1", "oncogenic", true, "血液でも検出。開示希望を再確認したい。"),
];

/// Before the opinions: what they judge changes by it.
fn prepare(desk: &mut Desk, case: &CaseId) -> Outcome<()> {
    for (finding, verdict) in
        [("F1", "Oncogenic（エビデンスレベルA）"), ("F2", "Oncogenic（エビデンスレベルF）")]
    {
        let verdict = EnterCcatVerdict {
            finding_id: finding.to_owned(),
            verdict: given(verdict),
            ..EnterCcatVerdict::default()
        };
        act(desk, case, verdict)?;
    }
    Ok(())
}

/// What the panel has decided so far. Some findings are left for whoever tries the program.
fn review(desk: &mut Desk, case: &CaseId) -> Outcome<()> {
    // Two are opened, one on which the members differ; the others stay blind for whoever tries the program.
    for finding in ["F1", "F4"] {
        act(desk, case, OpenOpinions { finding_id: given(finding), ..OpenOpinions::default() })?;
    }
    let on_egfr = "EGFR L858R。オシメルチニブ治療歴あり、増悪後の検体。";
    let egfr = JudgeFinding {
        references: Some(vec!["3学会ガイダンス 2.1".to_owned()]),
        ..judged("F1", "oncogenicity-2022", "oncogenic", true, on_egfr)
    };
    act(desk, case, egfr)?;
    let on_tp53 = "TP53のホットスポット変異。治療選択には直結しない。";
    act(desk, case, judged("F2", "oncogenicity-2022", "oncogenic", false, on_tp53))?;
    let on_met = "EGFR阻害薬の獲得耐性機序として知られるMET増幅（コピー数12）。";
    act(desk, case, judged(MET, "panel-alteration", "driver", true, on_met))?;
    let on_met = AddRecommendation {
        findings: Some(vec![MET.to_owned()]),
        drugs: Some(vec!["カプマチニブ".to_owned()]),
        route: Some(AccessRoute::PatientProposed),
        evidence_scale: given("jp-guidance-2.1"),
        evidence_level: given("C"),
        trial: given("jRCTs031190104"),
        rationale: given(
            "MET増幅に対するMET阻害薬を、患者申出療養（受け皿試験、薬剤ごとのコホート）で検討する。",
        ),
        ..advice(AdviceKind::Treatment)
    };
    let view = act(desk, case, on_met)?;
    let recommendation = first_recommendation(&view)?;
    let referral = ReferToTrial {
        trial: "jRCTs031190104".to_owned(),
        recommendation_id: Some(recommendation.clone()),
        findings: Some(vec![MET.to_owned()]),
        as_of: given("2026-11-10"),
        title: given(
            "遺伝子パネル検査による遺伝子プロファイリングに基づく複数の分子標的治療に関する患者申出療養（受け皿試験、NCCH1901）",
        ),
        drugs: Some(vec!["カプマチニブ".to_owned()]),
        site: given("円卓大学病院（デモ）"),
        status: Some(ReferralStatus::Asking),
        eligibility: given("ECOG PS 1。脳転移なし。実施医療機関で適格性を確認する。"),
        ..ReferToTrial::default()
    };
    act(desk, case, referral)?;
    carry_out(desk, explanation(case, recommendation)).map(drop)
}

/// What the patient is told so far, in the chair's words.
fn explanation(case: &CaseId, recommendation: String) -> WriteExplanation {
    WriteExplanation {
        case_id: case.to_string(),
        overall: Some(words(
            "検査で、遺伝子の変化が見つかりました。検査の結果をもとに、治療の候補が挙がりました。",
            "The test found changes in genes. From the result, a treatment was named as an option.",
        )),
        findings: vec![
            told(
                "F1",
                words(
                    "調べた検体で、EGFR 遺伝子に変化が見つかりました。前に使ったお薬（オシメルチニブ）が効きやすいことで知られる変化です。",
                    "In the sample that was tested a change was found in the gene EGFR. Cancers with this change are known to respond to osimertinib, the medicine you have had.",
                ),
            ),
            told(
                MET,
                words(
                    "調べた検体で、MET 遺伝子の数が大きく増えていました。前に使ったお薬が効きにくくなった理由の一つと考えられ、治療を選ぶときに関わる変化です。",
                    "In the sample that was tested there were many more copies of the gene MET than usual. This may be one reason why your medicine stopped working well, and it matters for the choice of treatment.",
                ),
            ),
        ],
        recommendations: vec![ReleasedAdviceForm {
            recommendation_id: recommendation,
            place: given("円卓大学病院（デモ）"),
            words: words(
                "MET のはたらきをおさえる薬（カプマチニブ）を使う治療が候補に挙がりました。患者申出療養という、患者さんからの申し出で行う仕組みで受けられる可能性があります。",
                "A medicine against MET (capmatinib) was named as an option. It may be available under the patient-proposed health services, which begin at your own request.",
            ),
        }],
        next_steps: Some(words(
            "次の診察で、担当医がこの結果をご説明します。受けられるかどうかは、実施する病院での診察と検査のあとに決まります。それまでの治療については、担当医とご相談ください。",
            "Your doctor will explain this result at your next visit. Whether the treatment is possible will be decided after an examination at the hospital that gives it. Please talk with your doctor about your treatment until then.",
        )),
        ..WriteExplanation::default()
    }
}

fn details(_today: NaiveDate) -> DetailsForm {
    DetailsForm {
        hospital_id: given("0000-1234"),
        ccat_id: given("DEMO0001"),
        name: given("山田 花子"),
        kana: given("ヤマダ ハナコ"),
        sex: Some(Sex::Female),
        birth_date: given("1962-04-15"),
        tumour_type: given("肺腺癌"),
        oncotree: given("LUAD"),
        diagnosis: given("原発性肺癌"),
        pathology: given("肺腺癌（腺房型優勢）"),
        stage: given("IVA期（術後再発）"),
        performance_status: Some(1),
        treatments: vec![
            TreatmentForm {
                line: Some(1),
                regimen: given("オシメルチニブ"),
                from: given("2024-05-10"),
                to: given("2026-06-30"),
                best_response: given("PR"),
                ended_because: given("増悪"),
            },
            TreatmentForm {
                line: Some(2),
                regimen: given("カルボプラチン＋ペメトレキセド"),
                from: given("2026-07-14"),
                best_response: given("SD"),
                ..TreatmentForm::default()
            },
        ],
        past_history: given("高血圧症"),
        family_history: given("母: 乳癌（58歳）、父方祖父: 胃癌（71歳）"),
        hospital: given("円卓市民病院"),
        department: given("呼吸器内科"),
        attending: given("伊藤 直樹"),
        specimen_kind: given("FFPE"),
        specimen_site: given("肝転移巣"),
        specimen_method: given("針生検"),
        specimen_collected_on: given("2026-07-02"),
        tumour_content: Some(40),
        specimen_adequacy: Some(Adequacy::Adequate),
        ccat_findings: Some(CcatFindingsState::Received),
        ccat_findings_on: given("2026-11-10"),
        wish: Some(DisclosureWish::DecidesLater),
        wish_asked_by: given("高橋 葉子"),
        ..DetailsForm::default()
    }
}
