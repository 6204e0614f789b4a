//! What each command is asked, and by whom it may be; and a case that holds what only some may see.

use super::PASSWORD;
use crate::Desk;
use crate::tests::{demo_case, done, enrol};
use entaku_domain::member::Role;
use serde_json::{Value, json};
use std::path::Path;

/// Who the patient is. They stand in the details, and in what people wrote.
pub(super) const IDENTITY: [&str; 5] =
    ["識別花子", "シキベツハナコ", "4711-XQ", "1957-03-04", "昭和32年3月4日"];

/// What is inherited: the finding itself, and what was said of it or of heredity, wherever it was written.
pub(super) const GERMLINE: [&str; 13] = [
    "R2318",
    "6952C>T",
    "32918805",
    "QJUDGED",
    "QREASON",
    "QOPINION",
    "QADVICE",
    "QBASIS",
    "QREFERRED",
    "QSCALE",
    "QMINUTES",
    "QSUMMARY",
    "QCCAT",
];

/// Roles that may, as people would list them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    All,
    /// Those who take part in a panel's work.
    Panel,
    /// … who give opinions.
    Opining,
    /// … who record what is decided.
    Deciding,
    /// … who explain to patients.
    Explaining,
    /// Chair and secretary.
    Office,
    Chair,
    Administrator,
    /// Chair and administrator.
    Rules,
    /// Chair, secretary and administrator.
    Phrases,
}

impl Who {
    pub(super) fn may(self, role: Role) -> bool {
        use Role::{
            Administrator, AttendingPhysician, Chair, Coordinator, GeneticCounsellor, Member, Viewer,
        };
        match self {
            Self::All => true,
            Self::Panel => !matches!(role, Administrator | Viewer),
            Self::Opining => matches!(role, Chair | Member | GeneticCounsellor | AttendingPhysician),
            Self::Deciding => matches!(role, Chair | Member | Coordinator),
            Self::Explaining => matches!(role, Chair | Coordinator | GeneticCounsellor | AttendingPhysician),
            Self::Office => matches!(role, Chair | Coordinator),
            Self::Chair => role == Chair,
            Self::Administrator => role == Administrator,
            Self::Rules => matches!(role, Chair | Administrator),
            Self::Phrases => matches!(role, Chair | Coordinator | Administrator),
        }
    }
}

/// Who takes part in a panel's work sees who the patient is and what is inherited; nobody else does.
pub(super) fn sees(role: Role) -> bool {
    Who::Panel.may(role)
}

/// What the calls are about.
pub(super) struct Room {
    pub(super) case: Value,
    pub(super) case_no: Value,
    pub(super) meeting: Value,
    pub(super) other: Value,
    pub(super) member: Value,
    pub(super) folder: std::path::PathBuf,
}

/// Every command with who may use it and what it is asked. A command that does not stand here fails the test: say who may use it,
/// and ask it for whatever it may tell of a patient.
#[allow(clippy::too_many_lines, reason = "one line a command")]
pub(super) fn asked(name: &str, room: &Room, version: &Value, role: Role) -> (Who, Vec<Value>) {
    let case = json!({ "caseId": room.case });
    let change = |mut more: Value| {
        more["caseId"] = room.case.clone();
        more["expectedVersion"] = version.clone();
        more
    };
    let out = |file: &str| room.folder.join(format!("out/{role:?}-{name}-{file}"));
    let none = json!({});
    let one = |who, args: Value| (who, vec![args]);
    let place = json!({ "of": "case", "id": room.case, "form": "opinion", "item": "F1" });
    match name {
        "app_info"
        | "classification_schemes"
        | "knowledge"
        | "rest"
        | "heredity_words"
        | "members"
        | "phrases"
        | "preferred_transcripts"
        | "references"
        | "knowledge_imports"
        | "shipped_knowledge"
        | "trial_catalogue"
        | "rule_sets"
        | "signing_rule"
        | "template"
        | "drafts"
        | "list_meetings"
        | "proposals" => one(Who::All, none),
        // They end or begin a session, or need nothing of the store; what they answer is looked at all the same.
        "create_store" => one(Who::All, json!({ "institution": "x", "member": "x", "password": "x" })),
        "open_store" => {
            one(Who::All, json!({ "dir": room.folder, "signIn": format!("{role:?}"), "password": "wrong" }))
        }
        "recover_access" => {
            one(Who::All, json!({ "dir": room.folder, "signIn": "sato", "code": "x", "newPassword": "x" }))
        }
        "restore" => {
            one(Who::All, json!({ "from": room.folder.join("no"), "signIn": "sato", "password": "x" }))
        }
        "change_password" => one(Who::All, json!({ "old": "wrong", "new": "wrong too, and long" })),
        "set_language" => one(Who::All, json!({ "language": "ja" })),
        "open_demo" | "sign_out" => (Who::All, Vec::new()),
        "evaluate_classification" => one(Who::All, json!({ "scheme": "x", "criteria": [] })),
        "inspect_file" => one(Who::All, json!({ "path": room.folder.join("report.json") })),
        "list_folder" => one(Who::All, json!({ "path": room.folder })),
        "verify_store" => one(Who::All, json!({ "deep": true })),
        "template_logo" => one(Who::All, json!({ "sha256": "0".repeat(64) })),
        "open_case" => (
            Who::All,
            vec![
                case.clone(),
                json!({ "caseId": room.case, "verbatim": true }),
                json!({ "caseId": room.case, "atSeq": 60 }),
            ],
        ),
        "case_history" | "usual_attendance" => one(Who::All, case),
        "figures" => (Who::All, vec![case, json!({ "caseId": room.case, "findingId": "F1" })]),
        "finding_detail" => {
            let all = ["F1", "F2", "F4", "F7"].map(|id| json!({ "caseId": room.case, "findingId": id }));
            (Who::All, all.into_iter().chain([json!({ "caseId": room.other, "findingId": "F1" })]).collect())
        }
        "list_cases" => {
            let words = [
                "",
                "識別花子",
                "花子",
                "4711-XQ",
                "BRCA2",
                "R2318*",
                "QMINUTES",
                "QSUMMARY",
                "HBOC",
                "肺腺癌",
                "EGFR",
            ];
            (Who::All, words.map(|words| json!({ "search": words })).to_vec())
        }
        "past_decisions" => {
            let genes = ["BRCA2", "EGFR", "TP53", "RBM10"].map(|gene| json!({ "gene": gene }));
            let change = json!({ "gene": "BRCA2", "change": "p.R2318*" });
            (Who::All, genes.into_iter().chain([change]).collect())
        }
        "open_meeting" => one(Who::All, json!({ "meetingId": room.meeting })),
        "keep_draft" => one(Who::All, json!({ "place": place, "typed": "{}" })),
        "discard_draft" => one(Who::All, json!({ "place": place })),
        "sign_report" => one(Who::All, change(json!({ "capacities": ["author"], "password": PASSWORD }))),
        "verify_document" => one(Who::All, json!({ "code": "0123456789abcdef" })),
        "show_identity" => one(Who::Panel, case),
        "case_documents" => one(Who::Panel, case),
        "preview_report" => one(Who::Panel, json!({ "caseId": room.case, "language": "ja" })),
        "preview_document" => one(Who::Panel, json!({ "id": room.case, "kind": "wish", "language": "ja" })),
        "export_document" => {
            one(Who::Panel, json!({ "caseId": room.case, "kind": "panel", "out": out("report.pdf") }))
        }
        "note_printed" => one(Who::Panel, json!({ "caseId": room.case, "sha256": "0".repeat(64) })),
        "assess_quorum" => one(Who::Panel, change(json!({ "mode": "realTime", "attendance": [] }))),
        "preview_template" => one(Who::Chair, json!({ "template": { "version": "1" }, "caseId": room.case })),
        "intake"
        | "record_details"
        | "confirm_sample"
        | "enter_finding"
        | "enter_ccat_verdict"
        | "move_referral"
        | "answer_news"
        | "omission_grounds"
        | "record_milestone"
        | "record_meeting"
        | "plan_meeting"
        | "change_agenda"
        | "arrive"
        | "attend_for"
        | "state_circumstances"
        | "leave"
        | "turn_to_case"
        | "write_minutes"
        | "close_case_at_meeting"
        | "close_meeting"
        | "refer_to_trial" => one(Who::Panel, none),
        // The secretary types what a member says.
        "give_opinion" | "give_case_opinion" | "write_summary" => one(Who::Panel, none),
        "confirm_opinion" => one(Who::Opining, none),
        "judge_finding"
        | "judge_germline"
        | "add_recommendation"
        | "withdraw_recommendation"
        | "rank_recommendations"
        | "clear_words"
        | "set_evidence_aside"
        | "take_evidence_back"
        | "state_companion_use"
        | "end_companion_use"
        | "choose_consequence"
        | "decide_readings" => one(Who::Deciding, none),
        "write_explanation" | "issue_document" => one(Who::Explaining, none),
        "ask_opinions" | "export_ledger" | "export_ccat" | "export_case" => {
            one(Who::Office, json!({ "caseId": room.case, "out": out("data") }))
        }
        "open_opinions" | "go_on_without_quorum" | "finalise_report" | "open_amendment" | "take_up_news" => {
            one(Who::Chair, none)
        }
        "access_log" => {
            (Who::Rules, vec![none, json!({ "out": out("log.csv") }), json!({ "case": room.case_no })])
        }
        "add_member" => one(
            Who::Administrator,
            json!({ "name": "次の人", "password": "a password for the first time", "roles": ["viewer"] }),
        ),
        "change_member" => one(
            Who::Administrator,
            json!({
                "memberId": room.member, "name": "鈴木 二郎", "roles": ["member"], "qualifications": ["エ"],
            }),
        ),
        "remove_member" => one(Who::Administrator, json!({ "memberId": room.member })),
        "record_institution" => one(Who::Administrator, json!({ "institution": "次の病院" })),
        "renew_recovery_code" => one(Who::Administrator, json!({ "password": PASSWORD })),
        "backup_plan" => one(Who::All, none),
        "record_backup_plan" => one(Who::Administrator, json!({ "folder": room.folder, "everyDays": 90 })),
        "export_all" => one(Who::Chair, json!({ "out": out("all.zip") })),
        "report_loss" => one(Who::Administrator, json!({ "what": "媒体の紛失" })),
        "reset_access" => one(
            Who::Administrator,
            json!({
                "memberId": room.member, "password": "a password for the first time", "second": "none",
                "secondPassword": "wrong",
            }),
        ),
        "confirm_recovery" => one(Who::Rules, json!({ "memberId": room.member })),
        "offer_second_factor" => one(Who::All, none),
        "set_up_second_factor" => one(
            Who::All,
            json!({ "password": PASSWORD, "secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "code": "000000" }),
        ),
        "give_up_second_factor" => one(Who::All, json!({ "password": PASSWORD, "code": "000000" })),
        "backup" => one(Who::Administrator, json!({ "out": out("backup") })),
        "confirm_journal" => one(Who::Administrator, json!({ "reason": "点検した" })),
        "record_heredity_words" | "record_preferred_transcripts" => one(
            Who::Rules,
            json!({ "lines": if name.contains("words") { "体質外来" } else { "EGFR NM_005228.5" }, "reason": "施設の規則" }),
        ),
        "record_signing_rule" => one(
            Who::Rules,
            json!({ "required": ["author", "reviewer", "chair"], "distinct": true, "reason": "複数で" }),
        ),
        "record_template" => {
            one(Who::Rules, json!({ "template": { "version": "1", "headerText": "x" }, "reason": "x" }))
        }
        "confirm_proposal" | "withdraw_proposal" => one(Who::Rules, json!({ "proposalId": "none" })),
        "record_rule_set" | "import_knowledge" | "remove_knowledge" | "edit_site_list" => {
            one(Who::Rules, none)
        }
        "reference_code" => one(Who::All, json!({ "reference": "PMID 20979469" })),
        "site_list" => one(Who::All, json!({ "kind": "ownList" })),
        "export_site_list" => one(Who::All, json!({ "kind": "ownList", "out": out("own.csv") })),
        "knowledge_set_aside" => one(Who::All, json!({ "id": "K1" })),
        "case_evidence" | "evidence_news" | "match_trials" | "trial_unknowns" => one(Who::All, case),
        "worklist" => one(Who::All, json!({ "room": "coordinator" })),
        "trial_patients" => one(Who::Panel, json!({ "trialId": "T" })),
        "tick_trial_criterion" => {
            one(Who::Panel, change(json!({ "trialId": "T", "written": "x", "state": "met" })))
        }
        "treatment_grounds" => {
            one(Who::All, json!({ "caseId": room.case, "drugs": ["olaparib"], "route": "patientProposed" }))
        }
        "germline_candidates" | "pedigree" | "germline_workup" => one(Who::Panel, case),
        "counsellor_figures" => one(Who::Panel, none),
        "record_germline_step" => {
            one(Who::Explaining, change(json!({ "findingId": "F1", "step": "explained" })))
        }
        "record_genetic_guidance" => {
            one(Who::Explaining, change(json!({ "guidance": "beforeTest", "document": "説明文書" })))
        }
        "import_pedigree" => one(Who::Panel, change(json!({ "path": room.folder.join("no.ped") }))),
        "family_tree" => one(Who::Panel, case),
        "record_relative" => one(Who::Panel, change(json!({ "told": { "gender": "woman" } }))),
        "remove_relative" => one(Who::Panel, change(json!({ "id": "1" }))),
        "undo_family_edit" => one(Who::Panel, change(none)),
        "export_pedigree" => {
            one(Who::Panel, json!({ "caseId": room.case, "format": "json", "out": out("family.json") }))
        }
        "register_reference" => {
            one(Who::Rules, json!({ "path": room.folder.join("no.fa"), "build": "GRCh37" }))
        }
        "remove_reference" => one(Who::Rules, json!({ "build": "GRCh37" })),
        "record_phrase" => one(
            Who::Phrases,
            json!({ "phrase": { "text": "経過をみる", "fields": ["summary"], "language": "ja" } }),
        ),
        "adopt_phrase" | "retire_phrase" | "restore_phrase" => one(Who::Phrases, none),
        _ => panic!("{name} is not classified: say who may use it, and what it is asked"),
    }
}

/// Commands whose answer cannot be had here, or is a refusal in every role.
pub(super) const NO_ANSWER: &[&str] = &[
    "create_store",
    "open_store",
    "recover_access",
    "restore",
    "change_password",
    "evaluate_classification",
    "template_logo",
    "sign_report",
    "confirm_journal",
    "confirm_recovery",
    "reset_access",
    "set_up_second_factor",
    "give_up_second_factor",
    "confirm_proposal",
    "withdraw_proposal",
    "record_rule_set",
    "import_knowledge",
    "remove_knowledge",
    "knowledge_set_aside",
    "edit_site_list",
    "record_template",
    "register_reference",
    "remove_reference",
    "record_phrase",
    "adopt_phrase",
    "retire_phrase",
    "restore_phrase",
];

/// A case in which everything is recorded that is to be found nowhere.
pub(super) fn seeded(desk: &mut Desk, folder: &Path) -> Room {
    let case = demo_case(desk);
    let id = case["caseId"].clone();
    let now = |desk: &mut Desk| done(desk, "open_case", json!({ "caseId": id }))["version"].clone();
    let change = |desk: &mut Desk, name: &str, mut args: Value| {
        args["caseId"] = id.clone();
        args["expectedVersion"] = now(desk);
        done(desk, name, args)
    };
    let mut details = done(desk, "show_identity", json!({ "caseId": id }))["details"].clone();
    for (field, value) in [
        ("name", "識別花子"),
        ("kana", "シキベツハナコ"),
        ("hospitalId", "4711-XQ"),
        ("birthDate", "1957-03-04"),
        ("familyHistory", "識別花子の姉: ＢＲＣＡ２ c.6952C>T 保有"),
    ] {
        details[field] = json!(value);
    }
    change(desk, "record_details", json!({ "details": details }));
    let judged = |finding: &str, scale: &str, class: &str, why: &str| json!({ "findingIds": [finding], "scale": scale, "class": class, "rationale": why });
    change(desk, "judge_finding", judged("G1", "acmg-2015", "pathogenic", "QJUDGED"));
    change(desk, "judge_finding", judged("F2", "acmg-2015", "likely-pathogenic", "QSCALE"));
    change(
        desk,
        "judge_finding",
        judged("F1", "oncogenicity-2022", "oncogenic", "識別花子さんのBRCA2（QJUDGED）も参照"),
    );
    for finding in ["G1", "F4"] {
        let args =
            json!({ "findingId": finding, "judgement": "confirmationRecommended", "reason": "QREASON" });
        change(desk, "judge_germline", args);
    }
    change(desk, "enter_ccat_verdict", json!({ "findingId": "G1", "verdict": "QCCAT" }));
    change(
        desk,
        "give_opinion",
        json!({ "findingId": "F1", "scale": "oncogenicity-2022", "class": "oncogenic", "comment": "生殖細胞系列も QOPINION" }),
    );
    change(
        desk,
        "give_opinion",
        json!({ "findingId": "G1", "scale": "acmg-2015", "class": "pathogenic", "comment": "QOPINION" }),
    );
    change(
        desk,
        "add_recommendation",
        json!({ "kind": "further", "further": "germlineFollowUp", "text": "QADVICE" }),
    );
    let advised = json!({
        "kind": "treatment", "findings": ["F1", "G1"], "drugs": ["オラパリブ"], "route": "insurance", "rationale": "QBASIS",
    });
    change(desk, "add_recommendation", advised);
    change(
        desk,
        "refer_to_trial",
        json!({ "trial": "jRCT2031230001", "findings": ["G1"], "eligibility": "QREFERRED" }),
    );
    change(
        desk,
        "write_summary",
        json!({ "summary": "昭和32年3月4日生まれ。BRCA2について家族に説明（QSUMMARY）" }),
    );
    let met = json!({ "mode": "realTime", "attendance": [{ "name": "鈴木 一郎" }], "minutes": "識別花子さん: 遺伝性腫瘍外来へ（QMINUTES）" });
    change(desk, "record_meeting", met);
    // The same report of another patient: what was decided before is recalled there.
    let mut report = crate::topics::demo::report_for_tests();
    std::fs::write(folder.join("report.json"), &report).unwrap();
    report.push(b'\n');
    let file = folder.join("other.json");
    std::fs::write(&file, report).unwrap();
    let other = done(desk, "intake", json!({ "paths": [file] }))["case"]["caseId"].clone();
    let agenda = json!({ "heldOn": "2026-11-22", "mode": "realTime", "agenda": [{ "caseId": id }] });
    let mut meeting = done(desk, "plan_meeting", agenda);
    for (name, mut args) in [
        ("turn_to_case", json!({})),
        ("write_minutes", json!({ "minutes": "昭和32年3月4日生、BRCA2保因者（QMINUTES）" })),
    ] {
        args["meetingId"] = meeting["meetingId"].clone();
        args["expectedVersion"] = meeting["version"].clone();
        args["caseId"] = id.clone();
        meeting = done(desk, name, args);
    }
    // Looks leave words and numbers in the access log.
    done(desk, "list_cases", json!({ "search": "識別花子 R2318" }));
    done(desk, "finding_detail", json!({ "caseId": id, "findingId": "G1" }));
    for role in Role::ALL {
        let name = format!("{role:?}");
        enrol(desk, json!({ "name": name, "password": PASSWORD, "roles": [role] }));
    }
    // Another chair confirms the administrator.
    let session = done(desk, "app_info", json!({}))["session"].clone();
    done(desk, "open_store", json!({ "dir": session["storeDir"], "signIn": "Chair", "password": PASSWORD }));
    let waiting = done(desk, "proposals", json!({}));
    let waiting: Vec<_> = waiting.as_array().unwrap().iter().map(|one| one["proposalId"].clone()).collect();
    for id in waiting {
        done(desk, "confirm_proposal", json!({ "proposalId": id }));
    }
    done(
        desk,
        "open_store",
        json!({ "dir": session["storeDir"], "signIn": session["member"]["signIn"], "password": PASSWORD }),
    );
    let members = done(desk, "members", json!({}));
    let suzuki = members.as_array().unwrap().iter().find(|one| one["signIn"] == "suzuki").unwrap();
    Room {
        case: id.clone(),
        case_no: case["caseNo"].clone(),
        meeting: meeting["meetingId"].clone(),
        other,
        member: suzuki["memberId"].clone(),
        folder: folder.to_path_buf(),
    }
}
