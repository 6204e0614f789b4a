//! The main job at the desk, with a fixed clock and a store of its own.

mod access;
mod apart;
mod coverage;
mod decisions;
mod documents;

use crate::{Clock, Desk, Environment, KdfParams, dispatch};
use chrono::{DateTime, FixedOffset};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

mod demo;
mod document_check;
mod drafts;
mod evidence;
mod export;
mod export_all;
mod family;
mod figures;
mod four_eyes;
mod heredity;
mod keys;
mod logos;
mod meeting;
mod milestones;
mod opinions;
mod phrases;
mod quorum;
mod readings;
mod references;
mod relatives;
mod rights;
mod rules;
mod schemas;
mod signing;
mod templates;
mod treatment_grounds;
mod trials;
mod two_programs;
mod way_in;
mod whose;
mod wish;
mod words;
mod worklist;
mod workup;

struct Fixed;

impl Clock for Fixed {
    fn now(&self) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-22T14:00:00+09:00").unwrap()
    }
}

pub(crate) struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn desk() -> (Desk, Folder) {
    folder_and(std::sync::Arc::new(Fixed))
}

/// A desk of its own that keeps this time.
fn folder_and(clock: std::sync::Arc<dyn Clock>) -> (Desk, Folder) {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = Folder(std::env::temp_dir().join(format!("entaku-desk-{}-{number}", std::process::id())));
    let environment = Environment {
        clock,
        store_dir: folder.0.join("store"),
        state_dir: Some(folder.0.join("state")),
        device: "test".to_owned(),
        kdf: KdfParams { memory_kib: 64, passes: 1, lanes: 1 },
    };
    (Desk::new(environment).unwrap(), folder)
}

/// Carries out a command that must go well; what it takes and gives is held against its schemas.
fn done(desk: &mut Desk, name: &str, args: Value) -> Value {
    let answer = dispatch(desk, name, args.clone()).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    schemas::held_taken(name, &args);
    schemas::held_given(name, &answer);
    answer
}

/// Carries out a command that must be refused; gives the code.
fn refused(desk: &mut Desk, name: &str, args: Value) -> String {
    let code = dispatch(desk, name, args.clone()).unwrap_err().code;
    schemas::held_refused(name, &args, &code);
    code
}

/// What an administrator tells a new member to sign in with, once.
const FIRST_PASSWORD: &str = "最初だけの合言葉-2026";

/// Adds a member who then chooses the password named in the form; the administrator has the same one, and stays at the desk.
fn enrol(desk: &mut Desk, mut form: Value) -> Value {
    let own = std::mem::replace(&mut form["password"], json!(FIRST_PASSWORD));
    let here = done(desk, "app_info", json!({}))["session"].take();
    let sign_in = if form["signIn"].is_null() { form["name"].clone() } else { form["signIn"].clone() };
    let members = done(desk, "add_member", form);
    let mut enter = |who: &Value, password: &Value| {
        done(desk, "open_store", json!({ "dir": here["storeDir"], "signIn": who, "password": password }))
    };
    assert_eq!(enter(&sign_in, &json!(FIRST_PASSWORD))["mustChangePassword"], true);
    done(desk, "change_password", json!({ "old": FIRST_PASSWORD, "new": own }));
    done(
        desk,
        "open_store",
        json!({ "dir": here["storeDir"], "signIn": here["member"]["signIn"], "password": own }),
    );
    members
}

pub(crate) fn demo_case(desk: &mut Desk) -> Value {
    done(desk, "open_demo", json!({}));
    let list = done(desk, "list_cases", json!({}));
    let id = list.pointer("/cases/0/caseId").unwrap().clone();
    done(desk, "open_case", json!({ "caseId": id }))
}

/// A class on a scale that is offered for the kind of a finding.
fn class_for(row: &Value) -> (&'static str, &'static str) {
    match row["kind"].as_str().unwrap() {
        "shortVariant" => ("oncogenicity-2022", "vus"),
        "copyNumber" | "rearrangement" => ("panel-alteration", "vus"),
        _ => ("panel-marker", "not-relevant"),
    }
}

/// Judges whatever still needs a verdict, and records a meeting.
fn decide_all(desk: &mut Desk, case: &Value) -> Value {
    let open: Vec<_> = case["gaps"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|gap| gap["code"] == "undecided")
        .flat_map(|gap| gap["findings"].as_array().unwrap().clone())
        .collect();
    let mut case = case.clone();
    for finding in open {
        let row =
            case["findings"].as_array().unwrap().iter().find(|row| row["findingId"] == finding).unwrap();
        let (scale, class) = class_for(row);
        case = done(
            desk,
            "judge_finding",
            json!({
                "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": [finding], "scale": scale, "class": class,
            }),
        );
    }
    let members = done(desk, "members", json!({}));
    let attendance: Vec<_> =
        members.as_array().unwrap().iter().map(|member| json!({ "memberId": member["memberId"] })).collect();
    let case = done(
        desk,
        "record_meeting",
        json!({
            "caseId": case["caseId"], "expectedVersion": case["version"], "mode": "realTime", "attendance": attendance,
        }),
    );
    go_on(desk, case)
}

/// The chair goes on with a reason where the panel was not quorate.
fn go_on(desk: &mut Desk, case: Value) -> Value {
    if !case["gaps"].as_array().unwrap().iter().any(|gap| gap["code"] == "notQuorate") {
        return case;
    }
    done(
        desk,
        "go_on_without_quorum",
        json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "reason": "体制の整備中" }),
    )
}

/// Signs the report in every capacity as the member who is signed in.
fn sign_all(desk: &mut Desk, case: &Value) -> Value {
    done(
        desk,
        "sign_report",
        json!({
            "caseId": case["caseId"], "expectedVersion": case["version"],
            "capacities": ["author", "reviewer", "chair"], "password": "entaku-demo-2026",
        }),
    )
}

#[test]
fn the_demonstration_case_goes_from_draft_to_finalised_report_to_amendment() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    assert_eq!(case["status"], "inReview");
    assert_eq!(
        case["findings"].as_array().unwrap().len(),
        11,
        "7 short variants, 2 copy-number alterations, TMB, MSI"
    );
    let too_early = refused(
        &mut desk,
        "finalise_report",
        json!({ "caseId": case["caseId"], "expectedVersion": case["version"] }),
    );
    assert_eq!(too_early, "refused", "findings without a verdict keep a report from being finalised");
    let case = decide_all(&mut desk, &case);
    let case = sign_all(&mut desk, &case);
    assert_eq!(case["gaps"], json!([]));
    let case = done(
        &mut desk,
        "finalise_report",
        json!({ "caseId": case["caseId"], "expectedVersion": case["version"] }),
    );
    assert_eq!((&case["status"], &case["revision"]), (&json!("finalised"), &json!(1)));

    let first = folder.0.join("first.pdf");
    let exported = done(
        &mut desk,
        "export_document",
        json!({ "caseId": case["caseId"], "kind": "panel", "out": first }),
    );
    assert_eq!(
        exported["sha256"], case["reports"][0]["documents"][0]["sha256"],
        "what leaves is what was finalised"
    );

    let locked = refused(
        &mut desk,
        "judge_finding",
        json!({
            "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": ["F3"], "scale": "oncogenicity-2022", "class": "benign",
        }),
    );
    assert_eq!(locked, "refused", "a finalised report never changes");
    let referral = case["referrals"][0]["referralId"].clone();
    let case = done(
        &mut desk,
        "move_referral",
        json!({
            "caseId": case["caseId"], "expectedVersion": case["version"], "referralId": referral, "status": "referred",
        }),
    );
    let case = done(
        &mut desk,
        "open_amendment",
        json!({
            "caseId": case["caseId"], "expectedVersion": case["version"], "reason": "PIK3CAの判定を見直したため",
        }),
    );
    let case = done(
        &mut desk,
        "judge_finding",
        json!({
            "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": ["F3"], "scale": "oncogenicity-2022", "class": "oncogenic",
        }),
    );
    let case = sign_all(&mut desk, &case);
    let case = done(
        &mut desk,
        "finalise_report",
        json!({ "caseId": case["caseId"], "expectedVersion": case["version"] }),
    );
    assert_eq!(case["revision"], 2);
    let again = folder.0.join("again.pdf");
    done(
        &mut desk,
        "export_document",
        json!({ "caseId": case["caseId"], "kind": "panel", "revision": 1, "out": again }),
    );
    assert_eq!(
        std::fs::read(first).unwrap(),
        std::fs::read(again).unwrap(),
        "revision 1 prints byte for byte as before"
    );
    let check = done(&mut desk, "verify_store", json!({ "deep": true }));
    assert_eq!(check["ok"], true, "{check}");
}

#[test]
fn a_change_of_a_state_no_longer_current_is_refused() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let args = json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": ["F3"], "scale": "oncogenicity-2022", "class": "oncogenic",
    });
    done(&mut desk, "judge_finding", args.clone());
    assert_eq!(refused(&mut desk, "judge_finding", args), "stale", "never last-wins");
}

#[test]
fn what_the_patient_did_not_ask_to_know_is_not_in_the_report() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let germline =
        case["findings"].as_array().unwrap().iter().find(|row| row["origin"] == "germline").unwrap();
    assert_eq!(germline["germline"]["withheld"], true, "the demonstration patient decides later");
    let desk_case = desk
        .case(&entaku_domain::ids::CaseId::parse(case["caseId"].as_str().unwrap()).unwrap())
        .unwrap()
        .clone();
    let letterhead = entaku_domain::report::Letterhead {
        institution: entaku_domain::text::Text::new("病院").unwrap(),
        contact: None,
        template: None,
        knowledge: Vec::new(),
        figures: Default::default(),
        tests: Default::default(),
        gene_roles: entaku_domain::gene_role::GeneRoles::none(),
        program: String::new(),
    };
    let state =
        entaku_domain::report::ReportState::Draft { status: desk_case.status(), undecided: Vec::new() };
    let content =
        serde_json::to_string(&entaku_domain::report::compose(&desk_case, &letterhead, state)).unwrap();
    assert!(
        content.contains("EGFR") && !content.contains("BRCA2") && !content.contains("R2318"),
        "{content}"
    );
}

#[test]
fn roles_are_checked_before_anything_happens() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let dir = done(&mut desk, "app_info", json!({}))["session"]["storeDir"].clone();
    done(&mut desk, "open_store", json!({ "dir": dir, "signIn": "tanaka", "password": "entaku-demo-2026" }));
    let coordinator = refused(
        &mut desk,
        "finalise_report",
        json!({ "caseId": case["caseId"], "expectedVersion": case["version"] }),
    );
    assert_eq!(coordinator, "forbidden", "only the chair finalises");
    assert_eq!(
        refused(
            &mut desk,
            "add_member",
            json!({ "name": "x", "password": "long-enough-pass", "roles": ["member"] })
        ),
        "forbidden"
    );
}

#[test]
fn a_store_needs_a_strong_password_and_tells_which_field_is_wrong() {
    let (mut desk, _folder) = desk();
    let error = dispatch(
        &mut desk,
        "create_store",
        json!({ "institution": "病院", "member": "佐藤", "password": "short" }),
    )
    .unwrap_err();
    assert_eq!((error.code.as_str(), error.fields.contains_key("password")), ("invalid", true));
    assert_eq!(refused(&mut desk, "list_cases", json!({})), "not-signed-in");
    assert_eq!(refused(&mut desk, "no_such_act", json!({})), "bad-request");
}

#[test]
fn earlier_verdicts_on_the_same_alteration_are_recalled_in_a_later_case() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let path = folder.0.join("second.json");
    let past = done(&mut desk, "past_decisions", json!({ "gene": "EGFR", "change": "p.Leu858Arg" }));
    assert_eq!(past.as_array().unwrap().len(), 1, "three-letter notation finds the same alteration");
    std::fs::write(&path, br#"{"metaData":{"schemaVersion":"1.2.1","referenceGenome":{"grcRelease":"GRCh37"}},"testInfo":{"testId":"T2","testType":"tumor-only","panelName":"P","panelVersion":"1"},"sequencingSamples":[{"itemId":"S","tumorOrNormal":"tumor","nucleicAcid":"DNA"}],"variants":{"shortVariants":[{"itemId":"V","chromosome":"7","position":55259515,"referenceAllele":"T","alternateAllele":"G","alternateAlleleFrequency":0.3,"transcripts":[{"transcriptId":"NM_005228.5","transcriptDatabaseName":"RefSeq","geneSymbol":"EGFR","strand":"+","cdsChange":"2573T>G","aminoAcidsChange":"L858R","calculatedEffects":[]}],"sampleItemId":"S","reported":true}]}}"#).unwrap();
    let second = done(&mut desk, "intake", json!({ "paths": [path] }));
    let detail =
        done(&mut desk, "finding_detail", json!({ "caseId": second["case"]["caseId"], "findingId": "F1" }));
    assert_eq!(detail["past"][0]["caseNo"], case["caseNo"], "{detail}");
    let earlier = &detail["past"][0];
    assert_eq!(
        (&earlier["relation"], &earlier["differs"]),
        (&json!("alteration"), &json!(false)),
        "not judged yet"
    );
    assert_eq!(earlier["followUp"], json!([]), "what was recommended rests on another finding");
    let met = done(&mut desk, "past_decisions", json!({ "gene": "MET" }));
    let followed = met[0]["followUp"].as_array().unwrap();
    assert_eq!(followed[0]["words"], "カプマチニブ", "what was recommended then");
    assert_eq!(followed[1]["status"], "asking", "and what became of it");
    let second = &second["case"];
    let judged = json!({
        "caseId": second["caseId"], "expectedVersion": second["version"], "findingIds": ["F1"], "scale": "oncogenicity-2022", "class": "vus",
    });
    done(&mut desk, "judge_finding", judged);
    let detail = done(&mut desk, "finding_detail", json!({ "caseId": second["caseId"], "findingId": "F1" }));
    assert_eq!(detail["past"][0]["differs"], true, "another class than the panel gave before");
    let gene = json!({ "gene": "EGFR", "tumourType": "肺腺癌", "oncotree": "LUAD" });
    let past = done(&mut desk, "past_decisions", gene);
    assert_eq!((&past[0]["relation"], &past[0]["tumourType"]), (&json!("tumour"), &json!("肺腺癌")));
    assert_eq!(past[1]["relation"], "gene", "the second case tells no tumour: {past}");
    let hits = done(&mut desk, "list_cases", json!({ "search": "肺腺" }));
    assert_eq!(hits["cases"].as_array().unwrap().len(), 1, "two-character Japanese words are found");
}

#[test]
fn a_store_put_back_to_an_older_copy_shows_no_patient_until_an_administrator_accepts_it() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let dir = PathBuf::from(done(&mut desk, "app_info", json!({}))["session"]["storeDir"].as_str().unwrap());
    done(&mut desk, "sign_out", json!({}));
    let copy = folder.0.join("older.db");
    std::fs::copy(dir.join("store.db"), &copy).unwrap();
    let sign_in = json!({ "dir": dir, "signIn": "sato", "password": "entaku-demo-2026" });
    done(&mut desk, "open_store", sign_in.clone());
    let judge = |version: &Value| {
        json!({
            "caseId": case["caseId"], "expectedVersion": version, "findingIds": ["F3"], "scale": "oncogenicity-2022", "class": "benign",
        })
    };
    done(&mut desk, "judge_finding", judge(&case["version"]));
    done(&mut desk, "sign_out", json!({}));
    std::fs::copy(&copy, dir.join("store.db")).unwrap();

    done(&mut desk, "open_store", sign_in);
    let check = done(&mut desk, "verify_store", json!({}));
    assert_eq!(check["ok"], false, "the keyed head remembers what the older copy lacks: {check}");
    assert_eq!(check["journalInDoubt"], true, "it says what can be done about it: {check}");
    let session = &done(&mut desk, "app_info", json!({}))["session"];
    assert_eq!(session["journalInDoubt"], true, "a person learns of it before writing in vain: {session}");
    let id = json!({ "caseId": case["caseId"] });
    let finding = json!({ "caseId": case["caseId"], "findingId": "F1" });
    for (name, args) in [
        ("judge_finding", judge(&case["version"])),
        ("open_case", id.clone()),
        ("list_cases", json!({})),
        ("finding_detail", finding),
        ("preview_report", id.clone()),
        ("show_identity", id),
    ] {
        assert_eq!(refused(&mut desk, name, args), "store", "{name}: who looks could not be noted");
    }
    let accepted =
        done(&mut desk, "confirm_journal", json!({ "reason": "ディスク障害のため前日の複製に戻した" }));
    assert_eq!(accepted["ok"], true, "{accepted}");
    done(&mut desk, "judge_finding", judge(&case["version"]));
}

#[test]
fn requirements_are_offered_by_the_key_under_which_they_are_recorded() {
    let (mut desk, _folder) = desk();
    done(&mut desk, "open_demo", json!({}));
    let offered = done(&mut desk, "knowledge", json!({}))["qualifications"].clone();
    assert_eq!(offered[0], json!(["ア", "qualification.a"]), "the key of the notice, then its word");
    let pathologist = json!({
        "name": "森 葵", "signIn": "mori", "password": "a password of her own", "roles": ["member"],
        "qualifications": [offered[3][0]],
    });
    let members = done(&mut desk, "add_member", pathologist);
    let mori = members.as_array().unwrap().iter().find(|member| member["signIn"] == "mori").unwrap();
    assert_eq!(mori["qualifications"], json!(["エ"]), "what is offered can be recorded: {mori}");
}

#[test]
fn programs_that_note_access_at_once_do_not_refuse_each_other() {
    let (mut first, folder) = desk();
    done(
        &mut first,
        "create_store",
        json!({ "institution": "円卓大学病院", "member": "佐藤 恵", "password": "entaku-test-2026" }),
    );
    let sign_in_often = || {
        let kdf = KdfParams { memory_kib: 64, passes: 1, lanes: 1 };
        let store_dir = folder.0.join("store");
        let (clock, device) = (std::sync::Arc::new(Fixed), "test".to_owned());
        let environment = Environment { clock, store_dir, state_dir: None, device, kdf };
        let mut desk = Desk::new(environment).unwrap();
        for _ in 0..40 {
            done(&mut desk, "open_store", json!({ "password": "entaku-test-2026" }));
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(sign_in_often);
        scope.spawn(sign_in_often);
    });
}
