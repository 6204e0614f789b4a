//! The demonstration store: one synthetic case of lung adenocarcinoma, halfway through its review.
//! Made by the same acts that people do, under each member's own name.

use crate::acts::{
    AddMember, AddRecommendation, ChangeMember, CreateStore, EnterCcatVerdict, GiveOpinion, JudgeFinding,
    OpenOpinions, OpenStore, RecordInstitution, ReferToTrial, WriteExplanation,
};
use crate::command::{Act, carry_out};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::form::OfCase;
use crate::view::{
    AdviceKind, DetailsForm, PlainForm, ReleasedAdviceForm, ReleasedFindingForm, TreatmentForm,
};
use entaku_domain::ids::CaseId;
use entaku_domain::member::{InstitutionKind, Qualification, Role};
use entaku_domain::patient::{Adequacy, CcatFindingsState, DisclosureWish, Sex};
use entaku_domain::recommendation::AccessRoute;
use entaku_domain::referral::ReferralStatus;

mod cats;

/// Name of the folder of the demonstration store; by it the store is known as one.
pub(crate) const FOLDER: &str = "entaku-demo";

/// Published: nothing in the demonstration store is secret.
pub(crate) const PASSWORD: &str = "entaku-demo-2026";

/// 拠点病院, which holds panels of its own.
const KIND: InstitutionKind = InstitutionKind::Designated;

const INSTITUTION: &str = "円卓大学病院（デモ）";

pub(crate) struct DemoMember {
    pub(crate) name: &'static str,
    pub(crate) sign_in: &'static str,
    pub(crate) roles: &'static [Role],
    pub(crate) qualifications: &'static [Qualification],
    pub(crate) field: &'static str,
}

pub(crate) const CHAIR: DemoMember = DemoMember {
    name: "佐藤 恵",
    sign_in: "sato",
    roles: &[Role::Chair, Role::Administrator],
    qualifications: &[Qualification::A, Qualification::O],
    field: "腫瘍内科",
};

const MEMBERS: [DemoMember; 3] = [
    DemoMember {
        name: "鈴木 一郎",
        sign_in: "suzuki",
        roles: &[Role::Member],
        qualifications: &[Qualification::E],
        field: "病理診断科",
    },
    DemoMember {
        name: "高橋 葉子",
        sign_in: "takahashi",
        roles: &[Role::GeneticCounsellor, Role::Member],
        qualifications: &[Qualification::I, Qualification::U],
        field: "遺伝診療科",
    },
    DemoMember {
        name: "田中 健",
        sign_in: "tanaka",
        roles: &[Role::Coordinator],
        qualifications: &[],
        field: "",
    },
];

pub(crate) fn sign_in(desk: &mut Desk, dir: &std::path::Path, who: &str, password: &str) -> Outcome<()> {
    let open = OpenStore {
        dir: Some(dir.display().to_string()),
        sign_in: Some(who.to_owned()),
        password: password.to_owned(),
    };
    carry_out(desk, open).map(drop)
}

pub(crate) fn make(desk: &mut Desk, dir: &std::path::Path, password: &str) -> Outcome<()> {
    let create = CreateStore {
        dir: Some(dir.display().to_string()),
        institution: INSTITUTION.to_owned(),
        member: CHAIR.name.to_owned(),
        sign_in: Some(CHAIR.sign_in.to_owned()),
        password: password.to_owned(),
        roles: Some(CHAIR.roles.to_vec()),
        qualifications: Some(CHAIR.qualifications.to_vec()),
    };
    super::store::make_store(desk, create, true)?;
    let contact = given("がんゲノム医療センター 事務局（内線 0000）");
    carry_out(desk, RecordInstitution { institution: INSTITUTION.to_owned(), contact, target_days: None })?;
    let chair = ChangeMember {
        member_id: desk.session()?.member.id.to_string(),
        name: CHAIR.name.to_owned(),
        institution: given(INSTITUTION),
        institution_kind: Some(KIND),
        field: given(CHAIR.field),
        full_time: Some(true),
        roles: CHAIR.roles.to_vec(),
        qualifications: CHAIR.qualifications.to_vec(),
    };
    carry_out(desk, chair)?;
    for member in &MEMBERS {
        let form = AddMember {
            name: member.name.to_owned(),
            sign_in: given(member.sign_in),
            password: password.to_owned(),
            institution: given(INSTITUTION),
            institution_kind: Some(KIND),
            field: given(member.field),
            full_time: Some(true),
            roles: member.roles.to_vec(),
            qualifications: Some(member.qualifications.to_vec()),
        };
        carry_out(desk, form)?;
    }
    let case = receive(desk)?;
    // Before the opinions: what they judge changes by it.
    for (finding, verdict) in
        [("F1", "Oncogenic（エビデンスレベルA）"), ("F2", "Oncogenic（エビデンスレベルF）")]
    {
        let verdict = EnterCcatVerdict {
            finding_id: finding.to_owned(),
            verdict: given(verdict),
            ..EnterCcatVerdict::default()
        };
        act(desk, &case, verdict)?;
    }
    for (who, opinions) in [("suzuki", OPINIONS_SUZUKI), ("takahashi", OPINIONS_TAKAHASHI)] {
        sign_in(desk, dir, who, password)?;
        for (finding, class, concern, comment) in opinions {
            let opinion = GiveOpinion {
                finding_id: (*finding).to_owned(),
                scale: given("oncogenicity-2022"),
                class: given(class),
                germline_concern: Some(*concern),
                comment: given(comment),
                ..GiveOpinion::default()
            };
            act(desk, &case, opinion)?;
        }
    }
    sign_in(desk, dir, CHAIR.sign_in, password)?;
    // Two are opened, one on which the members differ; the others stay blind for whoever tries the program.
    for finding in ["F1", "F4"] {
        act(desk, &case, OpenOpinions { finding_id: given(finding), ..OpenOpinions::default() })?;
    }
    review(desk, &case)
}

/// Finding, class, germline concern, comment.
pub(crate) type DemoOpinion = (&'static str, &'static str, bool, &'static str);

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

/// The synthetic report, as a file.
#[cfg(test)]
pub(crate) fn report_for_tests() -> Vec<u8> {
    serde_json::to_vec(&cats::report()).unwrap_or_default()
}

/// Loads the synthetic report.
fn receive(desk: &mut Desk) -> Outcome<CaseId> {
    let bytes = serde_json::to_vec_pretty(&cats::report()).map_err(crate::error::internal)?;
    let file = super::intake::Received::of(
        desk,
        cats::FILE_NAME.to_owned(),
        bytes,
        &entaku_intake::Options::default(),
        &mut entaku_intake::References::none(),
    )?;
    let today = crate::clock::day(desk.environment.clock.now());
    let details = crate::convert::details_of(&details(), today)?;
    Ok(super::intake::begin(desk, file, &details, today)?.0)
}

/// Does one act on the case as it stands.
fn act<C: Act + OfCase>(desk: &mut Desk, case: &CaseId, form: C) -> Outcome<C::Answer> {
    let version = desk.case(case)?.version;
    carry_out(desk, form.at(case.to_string(), version))
}

fn given(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// What the panel has decided so far. Some findings are left for whoever tries the program.
fn review(desk: &mut Desk, case: &CaseId) -> Outcome<()> {
    let judged = |finding: &str, scale, class, actionable, rationale| JudgeFinding {
        finding_ids: vec![finding.to_owned()],
        scale: given(scale),
        class: given(class),
        actionable: Some(actionable),
        rationale: given(rationale),
        ..JudgeFinding::default()
    };
    let on_egfr = "EGFR L858R。オシメルチニブ治療歴あり、増悪後の検体。";
    let egfr = JudgeFinding {
        references: Some(vec!["3学会ガイダンス 2.1".to_owned()]),
        ..judged("F1", "oncogenicity-2022", "oncogenic", true, on_egfr)
    };
    act(desk, case, egfr)?;
    let on_tp53 = "TP53のホットスポット変異。治療選択には直結しない。";
    act(desk, case, judged("F2", "oncogenicity-2022", "oncogenic", false, on_tp53))?;
    let on_met = "EGFR阻害薬の獲得耐性機序として知られるMET増幅（コピー数12）。";
    act(desk, case, judged(cats::MET, "panel-alteration", "driver", true, on_met))?;
    let advice = AddRecommendation {
        kind: AdviceKind::Treatment,
        findings: Some(vec![cats::MET.to_owned()]),
        drugs: Some(vec!["カプマチニブ".to_owned()]),
        route: Some(AccessRoute::PatientProposed),
        evidence_scale: given("jp-guidance-2.1"),
        evidence_level: given("C"),
        trial: given("jRCTs031190104"),
        rationale: given(
            "MET増幅に対するMET阻害薬を、患者申出療養（受け皿試験、薬剤ごとのコホート）で検討する。",
        ),
        further: None,
        text: None,
        case_id: String::new(),
        expected_version: 0,
    };
    let view = act(desk, case, advice)?;
    let recommendation = view.recommendations.first().map(|one| one.recommendation_id.clone());
    let recommendation =
        recommendation.ok_or_else(|| crate::error::internal("the recommendation was not recorded"))?;
    let referral = ReferToTrial {
        trial: "jRCTs031190104".to_owned(),
        recommendation_id: Some(recommendation.clone()),
        findings: Some(vec![cats::MET.to_owned()]),
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
    let words = |ja: &str, en: &str| PlainForm { ja: given(ja), en: given(en) };
    let finding = |id: &str, words| ReleasedFindingForm { finding_id: id.to_owned(), words };
    WriteExplanation {
        case_id: case.to_string(),
        overall: Some(words(
            "検査で、遺伝子の変化が見つかりました。検査の結果をもとに、治療の候補が挙がりました。",
            "The test found changes in genes. From the result, a treatment was named as an option.",
        )),
        findings: vec![
            finding(
                "F1",
                words(
                    "調べた検体で、EGFR 遺伝子に変化が見つかりました。前に使ったお薬（オシメルチニブ）が効きやすいことで知られる変化です。",
                    "In the sample that was tested a change was found in the gene EGFR. Cancers with this change are known to respond to osimertinib, the medicine you have had.",
                ),
            ),
            finding(
                cats::MET,
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

fn details() -> DetailsForm {
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
