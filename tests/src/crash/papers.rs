//! What must be true of a store after a worker was ended amid signing, finalising and giving a document out.
use serde_json::{Value, json};

use super::killing::{made, reopen};
use super::worker_process::Heard;
use crate::desk::TestDesk;
use crate::laboratory;
use crate::panel::{advise_and_meet, judge_all};

/// A store with one case that is ready to be signed.
pub fn ready(name: &str) -> (TestDesk, String) {
    let mut desk = made(name);
    let file = desk.folder().join("case.json");
    std::fs::write(&file, laboratory::cats("S-6", 6).to_string()).expect("the file is written");
    let case = desk.call("intake", json!({ "paths": [file] }))["case"].take();
    let case = judge_all(&mut desk.desk, case);
    let case = advise_and_meet(&mut desk.desk, &case);
    (desk, case["caseId"].as_str().expect("a case has an id").to_owned())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// What stands in the store: finalised revisions, and issues of the explanation.
#[derive(Debug)]
pub struct Stands {
    /// Finalised revisions.
    pub revisions: u64,
    /// Issues of the explanation.
    pub issues: u64,
}

/// After a kill: no acknowledged revision or issue is gone, at most the one begun is there beside, and of each the
/// paper can be had as it was recorded.
pub fn check_papers(desk: &mut TestDesk, id: &str, before: &Stands, heard: &Heard) -> Result<Stands, String> {
    reopen(desk)?;
    let case = desk.call("open_case", json!({ "caseId": id }));
    let reports = list(&case["reports"]);
    let (revisions, done) = (reports.len() as u64, heard.done.len() as u64);
    let begun = u64::from(heard.was_amid_an_act());
    if !(before.revisions + done..=before.revisions + done + begun).contains(&revisions) {
        return Err(format!("{revisions} revisions, {} before, heard {heard:?}", before.revisions));
    }
    for (report, number) in reports.iter().zip(1u64..) {
        let documents = list(&report["documents"]);
        if report["revision"] != json!(number)
            || documents.len() != 2
            || list(&report["signatures"]).len() != 3
        {
            return Err(format!("half a revision: {report}"));
        }
        for made in documents {
            let wish = json!({ "caseId": id, "revision": number, "language": made["language"] });
            let kept = desk.call("preview_report", wish);
            if kept["sha256"] != made["sha256"] {
                return Err(format!("revision {number} is not what was finalised: {made}"));
            }
        }
    }
    let issued = desk.call("case_documents", json!({ "caseId": id }));
    let issues = list(&issued["issued"]).len() as u64;
    if !(before.issues + done..=before.issues + done + begun).contains(&issues) || issues > revisions {
        return Err(format!(
            "{issues} issues of {revisions} revisions, {} before, heard {heard:?}",
            before.issues
        ));
    }
    for issue in list(&issued["issued"]) {
        let wish = json!({ "id": id, "kind": "patient", "issue": issue["issue"] });
        let kept = desk.call("preview_document", wish);
        if kept["sha256"] != issue["sha256"] {
            return Err(format!("an issue is not what was given out: {issue}"));
        }
    }
    Ok(Stands { revisions, issues })
}
