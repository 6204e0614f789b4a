//! The demonstration store: one synthetic case of lung adenocarcinoma, halfway through its review.
//! Made by the same acts that people do, under each member's own name.

use crate::command::route;
use crate::convert::session_view;
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::view::{CreateStore, OpenDemo, OpenStore, SessionView};
use entaku_store::Store;
use serde_json::{Value, json};
use std::path::PathBuf;

mod cats;

/// Name of the folder of the demonstration store; by it the store is known as one.
pub(crate) const FOLDER: &str = "entaku-demo";
/// Published: nothing in the demonstration store is secret.
const PASSWORD: &str = "entaku-demo-2026";
/// 拠点病院, which holds panels of its own.
const KIND: &str = "designated";
const INSTITUTION: &str = "円卓大学病院（デモ）";

struct DemoMember {
    name: &'static str,
    sign_in: &'static str,
    roles: &'static [&'static str],
    qualifications: &'static [&'static str],
    field: &'static str,
}

const CHAIR: DemoMember = DemoMember {
    name: "佐藤 恵",
    sign_in: "sato",
    roles: &["chair", "administrator"],
    qualifications: &["ア", "オ"],
    field: "腫瘍内科",
};
const MEMBERS: [DemoMember; 3] = [
    DemoMember {
        name: "鈴木 一郎",
        sign_in: "suzuki",
        roles: &["member"],
        qualifications: &["エ"],
        field: "病理診断科",
    },
    DemoMember {
        name: "高橋 葉子",
        sign_in: "takahashi",
        roles: &["geneticCounsellor", "member"],
        qualifications: &["イ", "ウ"],
        field: "遺伝診療科",
    },
    DemoMember {
        name: "田中 健",
        sign_in: "tanaka",
        roles: &["coordinator"],
        qualifications: &[],
        field: "",
    },
];

pub(crate) fn open_demo(desk: &mut Desk, args: OpenDemo) -> Outcome<SessionView> {
    let dir = match args.dir.filter(|dir| !dir.is_empty()) {
        Some(dir) => PathBuf::from(dir),
        None => desk.environment.store_dir.with_file_name(FOLDER),
    };
    let password = args.password.unwrap_or_else(|| PASSWORD.to_owned());
    if Store::sign_in_names(&dir).is_ok() {
        sign_in(desk, &dir, CHAIR.sign_in, &password)?;
    } else {
        make(desk, &dir, &password)?;
    }
    desk.session_mut()?.demo = true;
    Ok(session_view(desk.session()?))
}

fn sign_in(desk: &mut Desk, dir: &std::path::Path, who: &str, password: &str) -> Outcome<()> {
    let open = OpenStore {
        dir: Some(dir.display().to_string()),
        sign_in: Some(who.to_owned()),
        password: password.to_owned(),
    };
    super::store::open_store(desk, open).map(drop)
}

fn make(desk: &mut Desk, dir: &std::path::Path, password: &str) -> Outcome<()> {
    let owned = |texts: &[&str]| Some(texts.iter().map(|text| (*text).to_owned()).collect());
    let create = CreateStore {
        dir: Some(dir.display().to_string()),
        institution: INSTITUTION.to_owned(),
        member: CHAIR.name.to_owned(),
        sign_in: Some(CHAIR.sign_in.to_owned()),
        password: password.to_owned(),
        roles: owned(CHAIR.roles),
        qualifications: owned(CHAIR.qualifications),
    };
    super::store::make_store(desk, create, true)?;
    route(
        desk,
        "record_institution",
        json!({
            "institution": INSTITUTION, "contact": "がんゲノム医療センター 事務局（内線 0000）",
        }),
    )?;
    let chair = desk.session()?.member.id.to_string();
    route(
        desk,
        "change_member",
        json!({
            "memberId": chair, "name": CHAIR.name, "institution": INSTITUTION, "institutionKind": KIND,
            "field": CHAIR.field, "fullTime": true, "roles": CHAIR.roles, "qualifications": CHAIR.qualifications,
        }),
    )?;
    for member in &MEMBERS {
        route(
            desk,
            "add_member",
            json!({
                "name": member.name, "signIn": member.sign_in, "password": password, "institution": INSTITUTION,
                "roles": member.roles, "qualifications": member.qualifications,
                "institutionKind": KIND, "field": member.field, "fullTime": true,
            }),
        )?;
    }
    let case = receive(desk)?;
    // Before the opinions: what they judge changes by it.
    for (finding, verdict) in
        [("F1", "Oncogenic（エビデンスレベルA）"), ("F2", "Oncogenic（エビデンスレベルF）")]
    {
        act(desk, &case, "enter_ccat_verdict", json!({ "findingId": finding, "verdict": verdict }))?;
    }
    for (who, opinions) in [("suzuki", OPINIONS_SUZUKI), ("takahashi", OPINIONS_TAKAHASHI)] {
        sign_in(desk, dir, who, password)?;
        for (finding, class, concern, comment) in opinions {
            act(
                desk,
                &case,
                "give_opinion",
                json!({
                    "findingId": finding, "scale": "oncogenicity-2022", "class": class, "germlineConcern": concern, "comment": comment,
                }),
            )?;
        }
    }
    sign_in(desk, dir, CHAIR.sign_in, password)?;
    // Two are opened, one on which the members differ; the others stay blind for whoever tries the program.
    for finding in ["F1", "F4"] {
        act(desk, &case, "open_opinions", json!({ "findingId": finding }))?;
    }
    review(desk, &case)
}

/// Finding, class, germline concern, comment.
type DemoOpinion = (&'static str, &'static str, bool, &'static str);

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

/// Loads the synthetic report; gives the case's id.
fn receive(desk: &mut Desk) -> Outcome<String> {
    let bytes = serde_json::to_vec_pretty(&cats::report()).map_err(crate::error::internal)?;
    let file = super::intake::Received::of(
        desk,
        cats::FILE_NAME.to_owned(),
        bytes,
        &entaku_intake::Options::default(),
        &mut entaku_intake::References::none(),
    )?;
    let form = serde_json::from_value(details()).map_err(crate::error::internal)?;
    let today = crate::clock::day(desk.environment.clock.now());
    let details = crate::convert::details_of(&form, today)?;
    Ok(super::intake::begin(desk, file, &details, today)?.0.to_string())
}

/// Does one act on the case as it stands.
fn act(desk: &mut Desk, case: &str, name: &str, mut args: Value) -> Outcome<Value> {
    let id = super::case_id(desk, case)?;
    let version = desk.case(&id)?.version;
    if let Some(fields) = args.as_object_mut() {
        fields.insert("caseId".to_owned(), json!(case));
        fields.insert("expectedVersion".to_owned(), json!(version));
    }
    let answer = route(desk, name, args)?;
    serde_json::from_str(answer.get()).map_err(crate::error::internal)
}

/// What the panel has decided so far. Some findings are left for whoever tries the program.
fn review(desk: &mut Desk, case: &str) -> Outcome<()> {
    act(
        desk,
        case,
        "judge_finding",
        json!({
            "findingIds": ["F1"], "scale": "oncogenicity-2022", "class": "oncogenic", "actionable": true,
            "rationale": "EGFR L858R。オシメルチニブ治療歴あり、増悪後の検体。", "references": ["3学会ガイダンス 2.1"],
        }),
    )?;
    act(
        desk,
        case,
        "judge_finding",
        json!({
            "findingIds": ["F2"], "scale": "oncogenicity-2022", "class": "oncogenic", "actionable": false,
            "rationale": "TP53のホットスポット変異。治療選択には直結しない。",
        }),
    )?;
    act(
        desk,
        case,
        "judge_finding",
        json!({
            "findingIds": [cats::MET], "scale": "panel-alteration", "class": "driver", "actionable": true,
            "rationale": "EGFR阻害薬の獲得耐性機序として知られるMET増幅（コピー数12）。",
        }),
    )?;
    let view = act(
        desk,
        case,
        "add_recommendation",
        json!({
            "kind": "treatment", "findings": [cats::MET], "drugs": ["カプマチニブ"], "route": "patientProposed",
            "evidenceScale": "jp-guidance-2.1", "evidenceLevel": "C", "trial": "jRCTs031190104",
            "rationale": "MET増幅に対するMET阻害薬を、患者申出療養（受け皿試験、薬剤ごとのコホート）で検討する。",
        }),
    )?;
    let recommendation = view.pointer("/recommendations/0/recommendationId").and_then(Value::as_str);
    let recommendation = recommendation
        .ok_or_else(|| {
            Problem::new(
                Code::Internal,
                "推奨が記録されませんでした。",
                "The recommendation was not recorded.",
            )
        })?
        .to_owned();
    act(
        desk,
        case,
        "refer_to_trial",
        json!({
            "trial": "jRCTs031190104", "recommendationId": recommendation, "findings": [cats::MET], "asOf": "2026-11-10",
            "title": "遺伝子パネル検査による遺伝子プロファイリングに基づく複数の分子標的治療に関する患者申出療養（受け皿試験、NCCH1901）",
            "drugs": ["カプマチニブ"], "site": "円卓大学病院（デモ）", "status": "asking",
            "eligibility": "ECOG PS 1。脳転移なし。実施医療機関で適格性を確認する。",
        }),
    )?;
    act(desk, case, "write_explanation", explanation(&recommendation)).map(drop)
}

/// What the patient is told so far, in the chair's words.
fn explanation(recommendation: &str) -> Value {
    let words = |ja: &str, en: &str| json!({ "ja": ja, "en": en });
    json!({
        "overall": words(
            "検査で、遺伝子の変化が見つかりました。検査の結果をもとに、治療の候補が挙がりました。",
            "The test found changes in genes. From the result, a treatment was named as an option.",
        ),
        "findings": [
            { "findingId": "F1", "words": words(
                "調べた検体で、EGFR 遺伝子に変化が見つかりました。前に使ったお薬（オシメルチニブ）が効きやすいことで知られる変化です。",
                "In the sample that was tested a change was found in the gene EGFR. Cancers with this change are known to respond to osimertinib, the medicine you have had.",
            ) },
            { "findingId": cats::MET, "words": words(
                "調べた検体で、MET 遺伝子の数が大きく増えていました。前に使ったお薬が効きにくくなった理由の一つと考えられ、治療を選ぶときに関わる変化です。",
                "In the sample that was tested there were many more copies of the gene MET than usual. This may be one reason why your medicine stopped working well, and it matters for the choice of treatment.",
            ) },
        ],
        "recommendations": [
            { "recommendationId": recommendation, "place": "円卓大学病院（デモ）", "words": words(
                "MET のはたらきをおさえる薬（カプマチニブ）を使う治療が候補に挙がりました。患者申出療養という、患者さんからの申し出で行う仕組みで受けられる可能性があります。",
                "A medicine against MET (capmatinib) was named as an option. It may be available under the patient-proposed health services, which begin at your own request.",
            ) },
        ],
        "nextSteps": words(
            "次の診察で、担当医がこの結果をご説明します。受けられるかどうかは、実施する病院での診察と検査のあとに決まります。それまでの治療については、担当医とご相談ください。",
            "Your doctor will explain this result at your next visit. Whether the treatment is possible will be decided after an examination at the hospital that gives it. Please talk with your doctor about your treatment until then.",
        ),
    })
}

fn details() -> Value {
    json!({
        "hospitalId": "0000-1234", "ccatId": "DEMO0001", "name": "山田 花子", "kana": "ヤマダ ハナコ", "sex": "female",
        "birthDate": "1962-04-15", "tumourType": "肺腺癌", "oncotree": "LUAD", "diagnosis": "原発性肺癌",
        "pathology": "肺腺癌（腺房型優勢）", "stage": "IVA期（術後再発）", "performanceStatus": 1,
        "treatments": [
            { "line": 1, "regimen": "オシメルチニブ", "from": "2024-05-10", "to": "2026-06-30", "bestResponse": "PR", "endedBecause": "増悪" },
            { "line": 2, "regimen": "カルボプラチン＋ペメトレキセド", "from": "2026-07-14", "bestResponse": "SD" },
        ],
        "pastHistory": "高血圧症", "familyHistory": "母: 乳癌（58歳）、父方祖父: 胃癌（71歳）",
        "hospital": "円卓市民病院", "department": "呼吸器内科", "attending": "伊藤 直樹",
        "specimenKind": "FFPE", "specimenSite": "肝転移巣", "specimenMethod": "針生検", "specimenCollectedOn": "2026-07-02",
        "tumourContent": 40, "specimenAdequacy": "adequate", "ccatFindings": "received", "ccatFindingsOn": "2026-11-10",
        "wish": "decidesLater", "wishAskedBy": "高橋 葉子",
    })
}
