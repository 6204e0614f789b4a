//! Documents besides the panel's report: released, issued, printed again, out of date.

use super::{decide_all, demo_case, desk, done, refused, sign_all};
use crate::{Desk, dispatch};
use base64::Engine;
use entaku_domain::event::Stream;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

fn finalised(desk: &mut Desk) -> Value {
    let case = demo_case(desk);
    let case = decide_all(desk, &case);
    let case = sign_all(desk, &case);
    done(desk, "finalise_report", json!({ "caseId": case["caseId"], "expectedVersion": case["version"] }))
}

fn documents(desk: &mut Desk, case: &Value) -> Value {
    done(desk, "case_documents", json!({ "caseId": case["caseId"] }))
}

fn issue(desk: &mut Desk, case: &Value, kind: &str) -> Value {
    done(desk, "issue_document", json!({ "id": case["caseId"], "kind": kind, "language": "ja" }))
}

fn why_not(desk: &mut Desk, name: &str, args: Value) -> String {
    dispatch(desk, name, args).unwrap_err().message
}

fn pdf(preview: &Value) -> Vec<u8> {
    base64::engine::general_purpose::STANDARD.decode(preview["pdf"].as_str().unwrap()).unwrap()
}

/// What is written now, in the form that writes it again.
fn form(explanation: &Value) -> Value {
    let released = |list: &str, id: &str| -> Vec<Value> {
        let rows = explanation[list].as_array().unwrap().iter().filter(|row| row["released"] == true);
        rows.map(|row| json!({ id: row[id], "words": row["words"] })).collect()
    };
    json!({
        "overall": explanation["overall"], "nextSteps": explanation["nextSteps"],
        "findings": released("findings", "findingId"),
        "recommendations": released("recommendations", "recommendationId"),
    })
}

#[test]
fn an_explanation_is_given_out_only_on_a_finalised_report_and_then_stays_as_it_was() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let early = json!({ "id": case["caseId"], "kind": "patient", "language": "ja" });
    let said = why_not(&mut desk, "issue_document", early);
    assert!(said.contains("確定"), "a draft may not leave the room: {said}");
    let case = finalised_again(&mut desk, &case);
    let answer = issue(&mut desk, &case, "patient");
    assert_eq!((&answer["issued"]["issue"], &answer["issued"]["outdated"]), (&json!(1), &json!(false)));
    let look = json!({ "id": case["caseId"], "kind": "patient", "language": "ja", "issue": 1 });
    let first = done(&mut desk, "preview_document", look.clone());
    assert_eq!((&first["draft"], &first["sha256"]), (&json!(false), &answer["issued"]["sha256"]));

    // Other words: the issued document stays byte for byte, and says that it is out of date.
    let mut changed = form(&documents(&mut desk, &case)["explanation"]);
    changed["caseId"] = case["caseId"].clone();
    changed["nextSteps"] = json!({ "ja": "来週ご説明します。" });
    done(&mut desk, "write_explanation", changed);
    let again = done(&mut desk, "preview_document", look);
    assert_eq!(pdf(&again), pdf(&first), "printed again as it was given out");
    assert_eq!(documents(&mut desk, &case)["issued"][0]["outdated"], true, "the patient holds other words");
    let second = issue(&mut desk, &case, "patient");
    assert_eq!((&second["issued"]["issue"], &second["issued"]["outdated"]), (&json!(2), &json!(false)));
    let check = done(&mut desk, "verify_store", json!({ "deep": true }));
    assert_eq!(check["ok"], true, "{check}");
}

fn finalised_again(desk: &mut Desk, case: &Value) -> Value {
    let case = decide_all(desk, case);
    let case = sign_all(desk, &case);
    done(desk, "finalise_report", json!({ "caseId": case["caseId"], "expectedVersion": case["version"] }))
}

#[test]
fn a_verdict_changed_by_an_amendment_asks_for_the_words_to_be_looked_at_again() {
    let (mut desk, _folder) = desk();
    let case = finalised(&mut desk);
    issue(&mut desk, &case, "patient");
    let case = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    let case = done(
        &mut desk,
        "open_amendment",
        json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "reason": "F1の再検討" }),
    );
    let during = why_not(&mut desk, "issue_document", json!({ "id": case["caseId"], "kind": "patient" }));
    assert!(during.contains("訂正中"), "nothing is given out while the report is open: {during}");
    let case = done(
        &mut desk,
        "judge_finding",
        json!({
            "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": ["F1"],
            "scale": "oncogenicity-2022", "class": "vus",
        }),
    );
    let case = finalised_again(&mut desk, &case);
    let gaps = documents(&mut desk, &case)["explanation"]["gaps"].clone();
    assert_eq!((&gaps[0]["code"], &gaps[0]["findings"]), (&json!("explanationOutdated"), &json!(["F1"])));
    let mut same = form(&documents(&mut desk, &case)["explanation"]);
    same["caseId"] = case["caseId"].clone();
    done(&mut desk, "write_explanation", same);
    assert_eq!(documents(&mut desk, &case)["explanation"]["gaps"], json!([]), "a person has looked");
}

#[test]
fn nothing_of_a_germline_finding_reaches_the_patient_whatever_is_released() {
    let (mut desk, folder) = desk();
    let case = finalised(&mut desk);
    let germline = strings_of(&mut desk, &case);
    assert!(germline.len() > 2, "the demonstration case has a germline finding: {germline:?}");
    let shown = documents(&mut desk, &case);
    let rows = shown["explanation"]["findings"].as_array().unwrap().clone();
    assert!(rows.iter().all(|row| !row["findingId"].as_str().unwrap().starts_with('G')), "none is offered");
    let forced = json!({
        "caseId": case["caseId"], "recommendations": [],
        "findings": [{ "findingId": "G1", "words": { "ja": "言葉" } }],
    });
    assert!(why_not(&mut desk, "write_explanation", forced).contains("開示希望"), "and none is let through");
    // Every way of choosing among the first findings, in both languages and settings.
    for chosen in 0..(1usize << rows.len().min(4)) {
        let findings: Vec<Value> = rows
            .iter()
            .enumerate()
            .filter(|(index, _)| chosen & (1 << index) != 0)
            .map(|(_, row)| json!({ "findingId": row["findingId"], "words": row["proposed"] }))
            .collect();
        let args = json!({ "caseId": case["caseId"], "findings": findings, "recommendations": [] });
        done(&mut desk, "write_explanation", args);
        for language in ["ja", "en"] {
            let look =
                json!({ "id": case["caseId"], "kind": "patient", "language": language, "readings": "with" });
            let preview = done(&mut desk, "preview_document", look);
            for file in opened(&folder.0, &pdf(&preview)) {
                for words in &germline {
                    let found = file.windows(words.len()).any(|window| window == words.as_bytes());
                    assert!(!found, "{words} is in the file with choice {chosen:b} in {language}");
                }
            }
        }
    }
    // Words of a person's own that name it keep the document from being given out.
    let named = germline.iter().find(|words| words.starts_with("BRCA")).cloned();
    let named = named.unwrap_or_else(|| germline[0].clone());
    let telling = json!({
        "caseId": case["caseId"], "recommendations": [], "findings": [],
        "nextSteps": { "ja": format!("{named} の確認の検査を受けます。") },
    });
    done(&mut desk, "write_explanation", telling);
    let said = why_not(&mut desk, "issue_document", json!({ "id": case["caseId"], "kind": "patient" }));
    assert!(said.contains(&named), "the writer is told which words: {said}");
}

/// The text of a PDF and all its bytes with nothing packed, as far as the tools for that are installed.
fn opened(folder: &Path, pdf: &[u8]) -> Vec<Vec<u8>> {
    let (packed, open) = (folder.join("packed.pdf"), folder.join("open.pdf"));
    std::fs::write(&packed, pdf).unwrap();
    let text = Command::new("pdftotext").arg(&packed).arg("-").output().map(|output| output.stdout);
    let unpack =
        Command::new("qpdf").args(["--qdf", "--object-streams=disable"]).arg(&packed).arg(&open).output();
    let bytes = unpack.and_then(|_| std::fs::read(&open));
    [text, bytes].into_iter().flatten().collect()
}

/// Gene and change of the germline findings that no other finding names.
fn strings_of(desk: &mut Desk, case: &Value) -> Vec<String> {
    let id = entaku_domain::ids::CaseId::parse(case["caseId"].as_str().unwrap()).unwrap();
    let case = desk.case(&id).unwrap().clone();
    let (inherited, other): (Vec<_>, Vec<_>) =
        case.findings.iter().partition(|finding| case.is_germline_finding(finding.id));
    let told = |words: &String| {
        other.iter().any(|finding| finding.read.alteration.subject().contains(words.as_str()))
    };
    inherited
        .iter()
        .flat_map(|finding| {
            let alteration = &finding.read.alteration;
            [finding.id.to_string(), alteration.subject(), alteration.change()]
        })
        .filter(|words| words.len() > 2 && !told(words))
        .chain(inherited.iter().map(|finding| finding.read.alteration.subject()))
        .collect()
}

#[test]
fn a_report_whose_own_words_name_what_is_withheld_is_not_finalised() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let case = decide_all(&mut desk, &case);
    let row = case["findings"].as_array().unwrap().iter().find(|row| row["findingId"] == "G1").unwrap();
    let gene = row["subject"].as_str().unwrap().to_owned();
    let summary = format!("{gene}の変化について遺伝カウンセリングを勧める。");
    let wish = json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "summary": summary });
    let case = done(&mut desk, "write_summary", wish);
    let look = done(&mut desk, "preview_report", json!({ "caseId": case["caseId"] }));
    let codes: Vec<_> = look["gaps"].as_array().unwrap().iter().map(|gap| &gap["code"]).collect();
    assert!(codes.contains(&&json!("namesWithheld")), "the draft says what stands against it: {codes:?}");
    let case = sign_all(&mut desk, &case);
    let finalise = json!({ "caseId": case["caseId"], "expectedVersion": case["version"] });
    let said = why_not(&mut desk, "finalise_report", finalise);
    assert!(said.contains(&gene), "the words to write otherwise are named: {said}");
}

#[test]
fn a_letter_gives_its_trial_its_level_with_the_scale_and_the_signer() {
    let (mut desk, _folder) = desk();
    let case = finalised(&mut desk);
    let answer = issue(&mut desk, &case, "referral");
    assert_eq!(answer["issued"]["referralId"], case["referrals"][0]["referralId"]);
    let id = entaku_domain::ids::CaseId::parse(case["caseId"].as_str().unwrap()).unwrap();
    let report = desk.case(&id).unwrap().reports[0].content.clone();
    let referral = report.referrals[0].referral.id.clone();
    let at = report.meeting.as_ref().map(|_| desk.environment.clock.now()).unwrap();
    let state = entaku_domain::document::CompanionState::Issued {
        issue: 1,
        at,
        name: entaku_domain::text::Text::new("佐藤 恵").unwrap(),
        role: entaku_domain::member::Role::Chair,
    };
    let letter = entaku_domain::document::LetterContent::compose(&report, &referral, state).unwrap();
    let options = entaku_report::RenderOptions::new(entaku_domain::label::Language::Ja, "00");
    let words = entaku_report::words_of(&letter, &options);
    for wanted in [
        "jRCTs031190104 (jRCT, 特定臨床研究)",
        "3学会ガイダンス（C-CAT） C",
        "MET",
        "佐藤 恵",
        "患者申出療養",
        "オシメルチニブ",
    ] {
        assert!(words.contains(wanted), "{wanted} is not in the letter: {words}");
    }
    assert!(!words.contains("乳癌（58歳）"), "the family history speaks of heredity, which is withheld");
}

#[test]
fn minutes_are_given_out_when_the_meeting_is_over_and_name_no_patient() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let members = done(&mut desk, "members", json!({}));
    let agenda = json!([{ "caseId": case["caseId"], "budgetMinutes": 10 }]);
    let plan = json!({ "heldOn": "2026-11-22", "mode": "realTime", "title": "第12回", "agenda": agenda });
    let mut meeting = done(&mut desk, "plan_meeting", plan);
    let id = meeting["meetingId"].clone();
    let first = done(&mut desk, "issue_document", json!({ "id": id, "kind": "agenda", "language": "ja" }));
    assert_eq!(first["meeting"]["version"], 2, "an agenda is sent round before anybody comes");
    let people: Vec<Value> =
        members.as_array().unwrap().iter().map(|member| json!({ "memberId": member["memberId"] })).collect();
    for (name, mut args) in [
        ("arrive", json!({ "people": people })),
        ("turn_to_case", json!({ "caseId": case["caseId"] })),
        ("write_minutes", json!({ "caseId": case["caseId"], "minutes": "MET増幅について検討した。" })),
    ] {
        args["meetingId"] = id.clone();
        args["expectedVersion"] =
            done(&mut desk, "open_meeting", json!({ "meetingId": id }))["version"].clone();
        meeting = done(&mut desk, name, args);
    }
    let early = json!({ "id": id, "kind": "minutes", "language": "ja" });
    assert!(why_not(&mut desk, "issue_document", early.clone()).contains("終了"), "not before its end");
    let end = json!({ "meetingId": id, "expectedVersion": meeting["version"] });
    done(&mut desk, "close_meeting", end);
    let answer = done(&mut desk, "issue_document", early);
    assert_eq!((&answer["issued"]["kind"], &answer["issued"]["issue"]), (&json!("minutes"), &json!(1)));
    for language in ["ja", "en"] {
        let look = json!({ "id": id, "kind": "minutes", "language": language });
        let preview = done(&mut desk, "preview_document", look);
        for file in opened(&folder.0, &pdf(&preview)) {
            let text = String::from_utf8_lossy(&file);
            for hidden in ["山田", "花子", "0000-1234", "DEMO0001"] {
                assert!(!text.contains(hidden), "{hidden} names the patient");
            }
        }
    }
    let out = folder.0.join("minutes.pdf");
    let args = json!({ "caseId": id, "kind": "minutes", "language": "ja", "out": out.display().to_string() });
    let written = done(&mut desk, "export_document", args);
    assert_eq!(written["sha256"], answer["issued"]["sha256"], "what was given out, byte for byte");
}

#[test]
fn what_goes_to_a_printer_is_noted_with_its_hash() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let shown = done(&mut desk, "preview_report", json!({ "caseId": case["caseId"] }));
    let before = desk.session().unwrap().store.load_events(&Stream::Access).unwrap().len();
    done(&mut desk, "note_printed", json!({ "caseId": case["caseId"], "sha256": shown["sha256"] }));
    let noted = desk.session().unwrap().store.load_events(&Stream::Access).unwrap();
    assert_eq!(noted.len(), before + 1);
    let last = serde_json::to_string(noted.last().unwrap()).unwrap();
    assert!(last.contains(shown["sha256"].as_str().unwrap()), "which document left: {last}");
    let wrong = json!({ "caseId": case["caseId"], "sha256": "none" });
    assert_eq!(refused(&mut desk, "note_printed", wrong), "invalid");
}

#[test]
fn under_companion_use_nothing_but_the_target_leaves() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let id = case["caseId"].clone();
    let version = |desk: &mut Desk| done(desk, "open_case", json!({ "caseId": id }))["version"].clone();
    let out = |name: &str| folder.0.join(name).display().to_string();
    done(&mut desk, "export_case", json!({ "caseId": id, "out": out("before.json") }));
    for (field, form) in [
        ("targets", json!({ "targets": [" "], "testedOn": "2026-08-03" })),
        ("testedOn", json!({ "targets": ["EGFR"], "testedOn": "" })),
        ("testedOn", json!({ "targets": ["EGFR"], "testedOn": "八月三日" })),
    ] {
        let mut form = form;
        form["caseId"] = id.clone();
        form["expectedVersion"] = version(&mut desk);
        let error = dispatch(&mut desk, "state_companion_use", form).unwrap_err();
        assert!(error.fields.contains_key(field), "{error:?}");
    }
    let now = version(&mut desk);
    let view = done(
        &mut desk,
        "state_companion_use",
        json!({ "caseId": id, "expectedVersion": now, "targets": ["EGFR"], "testedOn": "2026-08-03" }),
    );
    assert_eq!(view["companion"]["targets"], json!(["EGFR"]));
    let rows = view["findings"].as_array().unwrap();
    assert!(rows.len() > 3);
    for row in rows {
        let target = row["genes"].as_array().unwrap().contains(&json!("EGFR"));
        assert_eq!(row["waits"], json!(!target), "the panel sees all, and what waits: {row}");
    }
    let asked = json!({ "caseId": id, "out": out("after.json") });
    let error = dispatch(&mut desk, "export_case", asked).unwrap_err();
    assert!(error.message.contains("標的"), "{error:?}");
    assert!(!std::path::Path::new(&out("after.json")).exists());
    let now = version(&mut desk);
    let ended = json!({ "caseId": id, "expectedVersion": now, "reason": "標準治療が終了" });
    let view = done(&mut desk, "end_companion_use", ended);
    assert_eq!(view["companion"]["ended"], json!("標準治療が終了"));
    done(&mut desk, "export_case", json!({ "caseId": id, "out": out("after.json") }));
}
