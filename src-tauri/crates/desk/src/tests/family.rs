//! A case's family history: kept in its journal, written for others with what they cannot carry, seen by whom it concerns.

use super::{demo_case, desk, done, enrol, refused};
use crate::Desk;
use crate::dispatch;
use serde_json::{Value, json};

const PED: &str = "F1 1 0 0 1 1\nF1 2 0 0 2 2\nF1 3 1 2 2 2\nF2 9 0 0 2 1\n";

fn imported(desk: &mut Desk, case: &Value, path: &std::path::Path) -> Value {
    let version = done(desk, "open_case", json!({ "caseId": case }))["version"].clone();
    done(desk, "import_pedigree", json!({ "caseId": case, "expectedVersion": version, "path": path }))
}

#[test]
fn a_family_history_is_recorded_with_who_and_when_and_replaced_by_a_later_one() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk)["caseId"].clone();
    let of_case = json!({ "caseId": case });
    assert_eq!(refused(&mut desk, "pedigree", of_case.clone()), "not-found");
    let path = folder.0.join("family.ped");
    std::fs::write(&path, PED).unwrap();
    let first = imported(&mut desk, &case, &path);
    assert_eq!((&first["persons"], &first["format"], &first["lost"]), (&json!(4), &json!("ped"), &json!([])));
    assert_eq!(first["by"], "佐藤 恵");
    std::fs::write(&path, "F1 1 0 0 1 1\n").unwrap();
    imported(&mut desk, &case, &path);
    assert_eq!(done(&mut desk, "pedigree", of_case.clone())["persons"], 1);
    let history = done(&mut desk, "case_history", of_case);
    let told = history.to_string().matches("case.familyHistoryRecorded").count();
    assert_eq!(told, 2, "the one before stays in the journal");
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn what_goes_out_tells_what_it_lost_and_is_noted() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk)["caseId"].clone();
    let path = folder.0.join("family.ped");
    std::fs::write(&path, PED).unwrap();
    imported(&mut desk, &case, &path);
    for (format, lost) in [("ped", 0), ("json", 0), ("canrisk", 1), ("ga4gh", 1), ("svg", 0)] {
        let out = folder.0.join(format!("family-{format}"));
        let told =
            done(&mut desk, "export_pedigree", json!({ "caseId": case, "format": format, "out": out }));
        assert_eq!(told["persons"], 4);
        assert_eq!(told["lost"].as_array().unwrap().len(), lost, "{format}: {}", told["lost"]);
        assert!(out.exists(), "{format}");
    }
    let svg = std::fs::read_to_string(folder.0.join("family-svg")).unwrap();
    assert!(svg.contains("家系図（4人）") && svg.contains("罹患"), "in the words of the book");
    let log = done(&mut desk, "access_log", json!({ "case": case })).to_string();
    assert_eq!(log.matches("access.familyHistoryExported").count(), 5);
    // What was written comes back as it was.
    let back = imported(&mut desk, &case, &folder.0.join("family-json"));
    assert_eq!((&back["persons"], &back["format"]), (&json!(4), &json!("json")));
}

#[test]
fn a_file_that_cannot_be_is_refused_with_its_line_and_nothing_is_recorded() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let path = folder.0.join("family.ped");
    for (text, part) in
        [("F1 1 2 0 1 1\nF1 2 1 0 1 1\n", "輪"), ("F1 1 0 0 1 1\nF1 2 9 0 1 1\n", "2行目"), ("hello", "PED")]
    {
        std::fs::write(&path, text).unwrap();
        let args = json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "path": path });
        let error = dispatch(&mut desk, "import_pedigree", args).unwrap_err();
        assert_eq!(error.code, "intake");
        assert!(error.message.contains(part), "{}", error.message);
    }
    assert_eq!(refused(&mut desk, "pedigree", json!({ "caseId": case["caseId"] })), "not-found");
}

#[test]
fn who_may_not_see_heredity_sees_no_family() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk)["caseId"].clone();
    let path = folder.0.join("family.ped");
    std::fs::write(&path, PED).unwrap();
    imported(&mut desk, &case, &path);
    let here = done(&mut desk, "app_info", json!({}))["session"]["storeDir"].clone();
    enrol_viewer(&mut desk);
    done(
        &mut desk,
        "open_store",
        json!({ "dir": here, "signIn": "kengaku", "password": "entaku-demo-2026" }),
    );
    for name in ["pedigree", "germline_candidates"] {
        assert_eq!(refused(&mut desk, name, json!({ "caseId": case })), "forbidden", "{name}");
    }
    let out = folder.0.join("out.json");
    let export = json!({ "caseId": case, "format": "json", "out": out });
    assert_eq!(refused(&mut desk, "export_pedigree", export), "forbidden");
    assert!(!out.exists());
}

fn enrol_viewer(desk: &mut Desk) {
    let form =
        json!({ "name": "見学", "signIn": "kengaku", "password": "entaku-demo-2026", "roles": ["viewer"] });
    enrol(desk, form);
}
