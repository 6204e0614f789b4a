//! Leiomyosarcoma without a target: everything is judged, the panel has met and recommends no treatment from the test. What is
//! left is to sign the report and to finalise it.

use super::cats::{Marker, Variant, copy_number, markers, sample, short_variants, test};
use super::{DemoCase, DemoOpinion, act, advice, ago, agreement, given, judged, milestones};
use crate::acts::{AddRecommendation, Members, OpenOpinions, RecordMeeting, WriteSummary};
use crate::command::carry_out;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::view::{AdviceKind, AttendeeForm, DetailsForm, TreatmentForm};
use chrono::NaiveDate;
use entaku_domain::ids::CaseId;
use entaku_domain::meeting_record::{AttendingPart, MeetingMode};
use entaku_domain::member::Role;
use entaku_domain::milestone::Milestone;
use entaku_domain::patient::{Adequacy, CcatFindingsState, DisclosureWish, Sex};
use entaku_domain::recommendation::FurtherKind;
use serde_json::{Value, json};

pub(super) const CASE: DemoCase = DemoCase {
    file: "demo-lms.cats.json",
    report,
    received_days_ago: 20,
    details,
    prepare,
    suzuki: OPINIONS_SUZUKI,
    takahashi: OPINIONS_TAKAHASHI,
    agreed: true,
    review,
};

const ATTENDING: &str = "岡田 亮";
const ATTENDING_HOSPITAL: &str = "円卓市民病院";

const TP53: &str = "F1";
const RB1: &str = "F2";
const ATRX: &str = "F3";
const PTEN: &str = "F4";
const TMB: &str = "F5";
const MSI: &str = "F6";

/// GRCh37.
const VARIANTS: [Variant; 3] = [
    Variant {
        place: ("17", 7_577_538, "C", "T"),
        name: ("TP53", "NM_000546.6", "c.743G>A", "p.R248Q"),
        effect: "missense_variant",
        reads: (337, 549),
        origin: Some("somatic"),
    },
    Variant {
        place: ("13", 48_955_538, "C", "T"),
        name: ("RB1", "NM_000321.3", "c.1654C>T", "p.R552*"),
        effect: "stop_gained",
        reads: (301, 534),
        origin: Some("somatic"),
    },
    Variant {
        // The gene lies on the minus strand.
        place: ("X", 76_909_629, "G", "A"),
        name: ("ATRX", "NM_000489.6", "c.4276C>T", "p.R1426*"),
        effect: "stop_gained",
        reads: (218, 311),
        origin: Some("somatic"),
    },
];

fn report() -> Value {
    json!({
        "metaData": {
            "schemaVersion": "1.3.0",
            "referenceGenome": { "grcRelease": "GRCh37.p13", "name": "hg19" },
            "comments": [
                { "itemIds": ["tumor-rna"], "contents": ["RNA解析: 融合遺伝子は検出されなかった（陰性）。"] },
                { "itemIds": ["tumor-dna"], "contents": ["合成データ: 実在の患者のものではない。"] },
            ],
        },
        "testInfo": test("DEMO-LMS-0001", "tumor and matched-normal", "デモ固形がんパネル"),
        "sequencingSamples": [
            sample("tumor-dna", "tumor", "DNA", 536.2),
            sample("normal-dna", "normal", "DNA", 221.5),
            sample("tumor-rna", "tumor", "RNA", 88.0),
        ],
        "variants": {
            "shortVariants": short_variants(&VARIANTS),
            "copyNumberAlterations": [
                copy_number(1, None, ("PTEN", "NM_000314.8"), "homozygous deletion", 0.0),
            ],
        },
        "otherBiomarkers": markers(&[
            Marker { kind: "TMB", value: (2.1, "mutations per megabase", "TMB"), state: "low" },
            Marker { kind: "MSI", value: (0.3, "%", "unstable loci"), state: "stable" },
        ]),
    })
}

const OPINIONS_SUZUKI: &[DemoOpinion] = &[
    (TP53, "oncogenic", false, "DNA結合ドメインのホットスポット。"),
    (RB1, "oncogenic", false, "切断型。平滑筋肉腫に多い。"),
    (ATRX, "likely-oncogenic", false, "切断型であり機能喪失と考える。"),
];

const OPINIONS_TAKAHASHI: &[DemoOpinion] = &[
    (TP53, "oncogenic", false, "ペア検査で腫瘍にのみ認める。"),
    (RB1, "oncogenic", false, "ペア検査で腫瘍にのみ認める。"),
    (ATRX, "likely-oncogenic", false, "ペア検査で腫瘍にのみ認める。"),
];

/// The draft on which the members give their opinions: verdicts, advice and summary. A later change would ask them again.
fn prepare(desk: &mut Desk, case: &CaseId) -> Outcome<()> {
    milestones(
        desk,
        case,
        &[(Milestone::Consent, 55), (Milestone::SpecimenSent, 51), (Milestone::Submitted, 49)],
    )?;
    for (finding, scale, class, rationale) in [
        (TP53, "oncogenicity-2022", "oncogenic", "ホットスポット変異。対応する承認薬・治験はない。"),
        (RB1, "oncogenicity-2022", "oncogenic", "平滑筋肉腫に多い機能喪失型変異。治療選択には直結しない。"),
        (ATRX, "oncogenicity-2022", "likely-oncogenic", "切断型であり機能喪失と考える。"),
        (PTEN, "panel-alteration", "likely-driver", "ホモ接合性欠失。肉腫で有効性が示された治療はない。"),
        (TMB, "panel-marker", "not-relevant", "低値。"),
        (MSI, "panel-marker", "not-relevant", "MSS。"),
    ] {
        act(desk, case, judged(finding, scale, class, false, rationale))?;
    }
    let nothing = AddRecommendation {
        text: given("治療薬の選択につながる変化は検出されなかった。"),
        ..advice(AdviceKind::Nothing)
    };
    act(desk, case, nothing)?;
    let standard = AddRecommendation {
        further: Some(FurtherKind::Other),
        text: given("標準治療の継続: エリブリンを続け、増悪時はトラベクテジンを検討する。"),
        ..advice(AdviceKind::Further)
    };
    act(desk, case, standard)?;
    let summary = given(
        "TP53・RB1・ATRXの変異とPTENのホモ接合性欠失を認めた。TMBは低く、MSSであった。検査結果に基づいて推奨できる治療はなく、標準治療の継続が妥当と判断した。",
    );
    act(desk, case, WriteSummary { summary, ..WriteSummary::default() }).map(drop)
}

fn review(desk: &mut Desk, case: &CaseId) -> Outcome<()> {
    for finding in [TP53, RB1, ATRX] {
        act(desk, case, OpenOpinions { finding_id: given(finding), ..OpenOpinions::default() })?;
    }
    act(desk, case, agreement())?;
    let meeting = meeting(desk)?;
    act(desk, case, meeting).map(drop)
}

/// The members of the store and the patient's doctor, six days before.
fn meeting(desk: &mut Desk) -> Outcome<RecordMeeting> {
    let members = carry_out(desk, Members {})?;
    let member = |id: String| AttendeeForm { member_id: Some(id), ..AttendeeForm::default() };
    let mut attendance: Vec<_> = members.into_iter().map(|one| member(one.member_id)).collect();
    attendance.push(AttendeeForm {
        name: given(ATTENDING),
        institution: given(ATTENDING_HOSPITAL),
        field: given("整形外科"),
        role: Some(Role::AttendingPhysician),
        ..AttendeeForm::default()
    });
    Ok(RecordMeeting {
        held_on: ago(crate::clock::day(desk.environment.clock.now()), 6),
        mode: MeetingMode::RealTime,
        reason: None,
        attending: Some(AttendingPart::Present),
        attendance,
        minutes: given(
            "主治医より経過の説明。エリブリンは継続可能で、有害事象は軽度。全員一致で推奨なしとした。",
        ),
        own_sequencing: None,
        paediatric: None,
        grounds: None,
        opinions_agree: None,
        tumour: None,
        ccat_secondary_finding: None,
        usable_drug: None,
        case_id: String::new(),
        expected_version: 0,
    })
}

fn details(today: NaiveDate) -> DetailsForm {
    let line = |line: u8, regimen: &str, from: u64, to: Option<u64>, response: &str| TreatmentForm {
        line: Some(line),
        regimen: given(regimen),
        from: ago(today, from),
        to: to.and_then(|to| ago(today, to)),
        best_response: given(response),
        ended_because: to.and_then(|_| given("増悪")),
    };
    DetailsForm {
        hospital_id: given("0000-3456"),
        ccat_id: given("DEMO0003"),
        name: given("森田 隆"),
        kana: given("モリタ タカシ"),
        sex: Some(Sex::Male),
        birth_date: given("1968-09-03"),
        tumour_type: given("平滑筋肉腫"),
        oncotree: given("LMS"),
        diagnosis: given("後腹膜平滑筋肉腫（術後、多発肺転移）"),
        pathology: given("平滑筋肉腫（FNCLCC Grade 3）"),
        stage: given("IV期"),
        performance_status: Some(1),
        treatments: vec![
            line(1, "ドキソルビシン", 530, Some(405), "SD"),
            line(2, "パゾパニブ", 391, Some(228), "SD"),
            line(3, "エリブリン", 211, None, "SD"),
        ],
        past_history: given("2型糖尿病"),
        family_history: given("父: 胃癌（74歳）"),
        hospital: given(ATTENDING_HOSPITAL),
        department: given("整形外科"),
        attending: given(ATTENDING),
        specimen_kind: given("FFPE"),
        specimen_site: given("肺転移巣"),
        specimen_method: given("胸腔鏡下切除"),
        specimen_collected_on: ago(today, 240),
        tumour_content: Some(70),
        specimen_adequacy: Some(Adequacy::Adequate),
        ccat_findings: Some(CcatFindingsState::Received),
        ccat_findings_on: ago(today, 16),
        wish: Some(DisclosureWish::Refuses),
        wish_asked_on: ago(today, 55),
        wish_asked_by: given("高橋 葉子"),
        ..DetailsForm::default()
    }
}
