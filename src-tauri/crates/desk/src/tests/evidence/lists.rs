//! The lists that the site keeps itself: each edit is a version with who and why, and what cannot be taken changes nothing.

use super::super::{demo_case, desk, done, refused};
use super::{beside, of, rows, written};
use crate::{Desk, dispatch};
use serde_json::{Value, json};

pub(super) fn row(fields: &[(&str, &str)]) -> Value {
    fields.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect()
}

fn own(id: &str, profile: &str, level: &str) -> Value {
    row(&[
        ("id", id),
        ("profile", profile),
        ("direction", "sensitivity"),
        ("level", level),
        ("scale", "院内"),
        ("drugs", "新薬A"),
        ("source", "院内検討会 2026-11"),
    ])
}

fn list(desk: &mut Desk, kind: &str) -> Value {
    done(desk, "site_list", json!({ "kind": kind }))
}

#[test]
fn rows_that_a_person_enters_stand_beside_the_finding_from_then_on_with_who_and_why() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let found = case["findings"].as_array().unwrap().iter();
    let l858r = found.clone().find(|row| row["hgvsP"].as_str().is_some_and(|p| p.contains("858"))).unwrap();
    let finding = l858r["findingId"].as_str().unwrap();
    let empty = list(&mut desk, "ownList");
    assert_eq!((&empty["rows"], &empty["basedOn"]), (&json!([]), &Value::Null));
    let columns: Vec<&str> =
        empty["columns"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert!(columns.starts_with(&["id", "profile", "direction"]) && columns.contains(&"source"));
    let form = json!({ "kind": "ownList", "put": [own("S1", "EGFR L858R", "1")], "reason": "検討会で合意" });
    let made = done(&mut desk, "edit_site_list", form);
    assert_eq!(made["rows"][0]["id"], json!("S1"));
    assert_eq!(made["history"][0]["why"], json!("検討会で合意"));
    assert_eq!(made["history"][0]["by"], json!("佐藤 恵"));
    let shown = beside(&mut desk, &case["caseId"], finding, false);
    let ours = of(&shown, "S1");
    assert_eq!(
        (&ours["level"], &ours["scale"], &ours["match"]),
        (&json!("1"), &json!("院内"), &json!("sameChange"))
    );
    // A second edit rests on the first, and the first stays.
    let again = json!({
        "kind": "ownList", "basedOn": made["basedOn"], "put": [own("S1", "EGFR L858R", "2"), own("S2", "KRAS G12C", "1")],
        "reason": "レベルの見直し",
    });
    let now = done(&mut desk, "edit_site_list", again);
    assert_eq!(now["rows"].as_array().unwrap().len(), 2);
    assert_eq!(now["history"].as_array().unwrap().len(), 2);
    assert_eq!(of(&beside(&mut desk, &case["caseId"], finding, false), "S1")["level"], json!("2"));
    // Who looked at the first is told, and nothing is lost.
    let stale = json!({ "kind": "ownList", "basedOn": made["basedOn"], "remove": ["S2"], "reason": "誤り" });
    assert_eq!(refused(&mut desk, "edit_site_list", stale), "stale");
    let gone = json!({ "kind": "ownList", "basedOn": now["basedOn"], "remove": ["S2"], "reason": "誤り" });
    assert_eq!(done(&mut desk, "edit_site_list", gone)["rows"].as_array().unwrap().len(), 1);
    // Written out and imported again it is the same list.
    let out = folder.0.join("own.csv");
    done(&mut desk, "export_site_list", json!({ "kind": "ownList", "out": out }));
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(text.contains("院内検討会 2026-11") && !text.contains("KRAS"), "{text}");
    let before = list(&mut desk, "ownList")["rows"].clone();
    done(&mut desk, "import_knowledge", json!({ "paths": [out], "kind": "ownList" }));
    assert_eq!(list(&mut desk, "ownList")["rows"], before);
}

#[test]
fn a_row_that_the_list_cannot_take_is_told_and_changes_nothing() {
    let (mut desk, folder) = desk();
    demo_case(&mut desk);
    let mut without_scale = own("S1", "EGFR L858R", "1");
    without_scale.as_array_mut().unwrap().retain(|field| field["name"] != json!("scale"));
    for (put, found) in
        [(own("S1", "", "1"), "profile"), (without_scale, "scale"), (own("", "EGFR L858R", "1"), "番号")]
    {
        let form = json!({ "kind": "ownList", "put": [put], "reason": "試し" });
        let error = dispatch(&mut desk, "edit_site_list", form).unwrap_err();
        assert!(error.fields["put"].contains(found), "{found}: {error:?}");
    }
    assert_eq!(list(&mut desk, "ownList")["history"], json!([]));
    let form = json!({ "kind": "ownList", "put": [own("S1", "EGFR L858R", "1")], "reason": "" });
    assert!(dispatch(&mut desk, "edit_site_list", form).unwrap_err().fields.contains_key("reason"));
    let form = json!({ "kind": "civicEvidence", "put": [own("S1", "EGFR L858R", "1")], "reason": "x" });
    assert!(dispatch(&mut desk, "edit_site_list", form).unwrap_err().fields.contains_key("kind"));
    // An empty list gives its header, to be filled elsewhere.
    let out = folder.0.join("diseases.csv");
    done(&mut desk, "export_site_list", json!({ "kind": "diseaseMap", "out": out }));
    assert!(std::fs::read_to_string(&out).unwrap().contains("doid,name,oncotree"));
}

#[test]
fn the_sites_markers_stand_beside_the_shipped_ones() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let marker = row(&[
        ("id", "X1"),
        ("drug", "新薬A"),
        ("marker_gene", "EGFR"),
        ("marker_change", "L858R"),
        ("tumour_name", "非小細胞肺癌"),
        ("oncotree", "NSCLC"),
        ("test", "検査B"),
        ("source", "添付文書"),
        ("date", "2026-11-01"),
    ]);
    done(&mut desk, "edit_site_list", json!({ "kind": "companionTests", "put": [marker], "reason": "承認" }));
    let all = done(&mut desk, "case_evidence", json!({ "caseId": case["caseId"] })).to_string();
    assert!(all.contains("検査B") && all.contains("新薬A"));
}

#[test]
fn files_that_were_imported_before_one_that_fails_are_named() {
    let (mut desk, folder) = desk();
    demo_case(&mut desk);
    let good = written(&folder.0, "01-Oct-2026-AcceptedClinicalEvidenceSummaries.tsv", &rows());
    let bad = folder.0.join("notes.tsv");
    std::fs::write(&bad, "what\tever\n1\t2\n").unwrap();
    let error = dispatch(&mut desk, "import_knowledge", json!({ "paths": [good, bad] })).unwrap_err();
    assert!(error.message.contains("notes.tsv"), "{error:?}");
    assert!(
        error.message.contains("01-Oct-2026-AcceptedClinicalEvidenceSummaries.tsv は取り込み済み"),
        "{error:?}"
    );
    assert_eq!(done(&mut desk, "knowledge_imports", json!({})).as_array().unwrap().len(), 1);
    let error = dispatch(&mut desk, "import_knowledge", json!({ "paths": [bad] })).unwrap_err();
    assert!(!error.message.contains("取り込み済み"));
}
