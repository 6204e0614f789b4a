//! What it means that a gene has no finding: only the site's list of what a test examines tells.

use super::{desk, done};
use crate::Desk;
use serde_json::{Value, json};
use std::path::Path;

const PASSWORD: &str = "entaku-demo-2026";
/// The patient has EGFR L858R among other things, and nothing in ROS1, NRAS and RIT1.
const CTML: &str = r#"
protocol_no: T-1
status: Open to Accrual
treatment_list:
  step:
    - step_code: '1'
      arm:
        - arm_code: wild
          match: [{genomic: {hugo_symbol: NRAS, variant_category: Mutation, wildtype: true}}]
        - arm_code: mutated
          match: [{genomic: {hugo_symbol: NRAS, variant_category: Mutation}}]
        - arm_code: fusion
          match: [{genomic: {hugo_symbol: ROS1, variant_category: Structural Variation}}]
        - arm_code: fusion of another
          match: [{genomic: {hugo_symbol: NRAS, variant_category: Structural Variation}}]
        - arm_code: not listed
          match: [{genomic: {hugo_symbol: RIT1, variant_category: Mutation}}]
"#;

fn received(desk: &mut Desk, folder: &Path, panel: &str) -> Value {
    let member =
        json!({ "institution": "円卓大学病院", "member": "座長", "signIn": "zacho", "password": PASSWORD });
    done(desk, "create_store", member);
    let mut report: Value = serde_json::from_slice(&crate::topics::demo::report_for_tests()).unwrap();
    report["testInfo"]["panelName"] = json!(panel);
    let path = folder.join("report.json");
    std::fs::write(&path, report.to_string()).unwrap();
    let trial = folder.join("trial.yaml");
    std::fs::write(&trial, CTML).unwrap();
    done(desk, "import_knowledge", json!({ "paths": [trial] }));
    done(desk, "intake", json!({ "paths": [path] }))["case"]["caseId"].clone()
}

fn states(desk: &mut Desk, case: &Value) -> Vec<(String, String)> {
    let all = done(desk, "match_trials", json!({ "caseId": case }));
    let said = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
    let mut told: Vec<_> =
        all.as_array().unwrap().iter().map(|row| (said(row, "arm"), said(row, "state"))).collect();
    told.sort();
    told
}

fn expected(states: [&str; 5]) -> Vec<(String, String)> {
    let arms = ["fusion", "fusion of another", "mutated", "not listed", "wild"];
    arms.iter().zip(states).map(|(arm, state)| ((*arm).to_owned(), state.to_owned())).collect()
}

fn list(desk: &mut Desk, test: &str) {
    let row = json!([
        { "name": "test", "value": test },
        { "name": "genes", "value": "EGFR; KRAS, NRAS　BRAF" },
        { "name": "fusion_genes", "value": "ALK;ROS1" },
        { "name": "source", "value": "添付文書" },
    ]);
    let form = json!({ "kind": "panelGenes", "put": [row], "reason": "検査の対象を記録" });
    done(desk, "edit_site_list", form);
}

#[test]
fn a_gene_without_a_finding_is_unaltered_where_the_sites_list_says_that_the_test_examines_it() {
    let (mut desk, folder) = desk();
    let case = received(&mut desk, &folder.0, "円卓パネル v2");
    let open = expected(["unknown"; 5]);
    assert_eq!(states(&mut desk, &case), open, "nobody said what the test examines");
    list(&mut desk, "別のパネル");
    assert_eq!(states(&mut desk, &case), open, "the list is about another test");
    // Spelled as people do: width, case and blanks differ.
    let old = done(&mut desk, "site_list", json!({ "kind": "panelGenes" }))["basedOn"].clone();
    let row = json!([
        { "name": "test", "value": "円卓パネルＶ２" },
        { "name": "genes", "value": "EGFR; KRAS, NRAS　BRAF" },
        { "name": "fusion_genes", "value": "ALK;ROS1" },
        { "name": "source", "value": "添付文書" },
    ]);
    let form = json!({ "kind": "panelGenes", "basedOn": old, "put": [row], "reason": "検査の対象を記録" });
    done(&mut desk, "edit_site_list", form);
    assert_eq!(states(&mut desk, &case), expected(["notMet", "unknown", "notMet", "unknown", "met"]));
}

#[test]
fn a_list_that_names_what_is_no_gene_is_refused() {
    let (mut desk, folder) = desk();
    received(&mut desk, &folder.0, "円卓パネル");
    let row = json!([
        { "name": "test", "value": "円卓パネル" },
        { "name": "genes", "value": "EGFR; 全エクソン" },
        { "name": "source", "value": "添付文書" },
    ]);
    let form = json!({ "kind": "panelGenes", "put": [row], "reason": "検査の対象を記録" });
    let error = crate::dispatch(&mut desk, "edit_site_list", form).unwrap_err();
    assert!(error.message.contains("全エクソン"), "{error:?}");
    assert!(error.message.contains("遺伝子の記号ではありません"), "in the language of the desk: {error:?}");
    assert_eq!(done(&mut desk, "site_list", json!({ "kind": "panelGenes" }))["rows"], json!([]));
}

/// The chair sees that a gene is unaltered; to who may not see heredity it would be untrue of a gene whose finding is withheld.
#[test]
fn who_may_not_see_heredity_is_told_of_no_gene_that_it_is_unaltered() {
    let (mut desk, folder) = desk();
    let case = received(&mut desk, &folder.0, "円卓パネル");
    list(&mut desk, "円卓パネル");
    assert_eq!(states(&mut desk, &case), expected(["notMet", "unknown", "notMet", "unknown", "met"]));
    let viewer = json!({ "name": "見学", "signIn": "viewer", "password": PASSWORD, "roles": ["viewer"] });
    done(&mut desk, "add_member", viewer);
    done(&mut desk, "sign_out", json!({}));
    done(&mut desk, "open_store", json!({ "signIn": "viewer", "password": PASSWORD }));
    done(&mut desk, "change_password", json!({ "old": PASSWORD, "new": "an own long password 77" }));
    assert_eq!(states(&mut desk, &case), expected(["unknown"; 5]));
}
