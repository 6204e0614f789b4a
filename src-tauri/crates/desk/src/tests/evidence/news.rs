//! What became known since a case was weighed: who hears of it, and what is made of it.

use super::super::meeting::Ticking;
use super::super::{Folder, class_for, decide_all, demo_case, done, folder_and, refused, sign_all};
use super::{LUNG, of, row, rows, written};
use crate::Desk;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

struct Room {
    desk: Desk,
    folder: Folder,
    seconds: Arc<AtomicI64>,
    case: Value,
    finding: String,
}

impl Room {
    /// The demonstration case, received before any knowledge was imported.
    fn new() -> Self {
        let seconds = Arc::new(AtomicI64::new(0));
        let (mut desk, folder) = folder_and(Arc::new(Ticking(Arc::clone(&seconds))));
        let case = demo_case(&mut desk);
        let found = case["findings"].as_array().unwrap().iter();
        let l858r =
            found.clone().find(|row| row["hgvsP"].as_str().is_some_and(|p| p.contains("858"))).unwrap();
        let finding = l858r["findingId"].as_str().unwrap().to_owned();
        let case = case["caseId"].clone();
        Self { desk, folder, seconds, case, finding }
    }

    fn later(&self) {
        self.seconds.fetch_add(3600, Ordering::Relaxed);
    }

    fn import(&mut self, day: &str, rows: &[String]) {
        self.later();
        let name = format!("{day}-2026-AcceptedClinicalEvidenceSummaries.tsv");
        let file = written(&self.folder.0, &name, rows);
        done(&mut self.desk, "import_knowledge", json!({ "paths": [file] }));
        self.later();
    }

    /// Everything that needs a verdict is given one now, whatever was decided before, and the report is final.
    fn finalise(&mut self) -> Value {
        self.later();
        let mut case = self.open();
        for row in case["findings"].as_array().unwrap().clone() {
            if row["verdicts"]["panel"].is_null() {
                continue;
            }
            let (scale, class) = class_for(&row);
            let form = json!({
                "caseId": self.case, "expectedVersion": case["version"], "findingIds": [row["findingId"]], "scale": scale,
                "class": class,
            });
            case = done(&mut self.desk, "judge_finding", form);
        }
        let decided = decide_all(&mut self.desk, &case);
        let signed = sign_all(&mut self.desk, &decided);
        let form = json!({ "caseId": self.case, "expectedVersion": signed["version"] });
        done(&mut self.desk, "finalise_report", form)
    }

    /// The panel takes the case up and weighs every finding anew.
    fn finalise_again(&mut self) -> Value {
        self.later();
        let form = json!({
            "caseId": self.case, "expectedVersion": self.open()["version"], "reason": "再検討",
        });
        done(&mut self.desk, "open_amendment", form);
        self.finalise()
    }

    fn open(&mut self) -> Value {
        done(&mut self.desk, "open_case", json!({ "caseId": self.case }))
    }

    /// What is new for the finding of EGFR L858R.
    fn news(&mut self) -> Vec<Value> {
        let answer = done(&mut self.desk, "evidence_news", json!({ "caseId": self.case }));
        let items =
            answer["cases"].as_array().unwrap().iter().flat_map(|one| one["items"].as_array().unwrap());
        items.filter(|item| item["findingId"] == json!(self.finding)).cloned().collect()
    }

    fn form(&mut self, ids: &[&str]) -> Value {
        let rows: Vec<Value> =
            ids.iter().map(|id| json!({ "finding": self.finding, "source": "CIViC", "id": id })).collect();
        json!({ "caseId": self.case, "expectedVersion": self.open()["version"], "rows": rows })
    }
}

fn ids(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["id"].as_str().unwrap()).collect()
}

/// The rows of the first release, changed: row 1 is weaker, row 2 gone, row 8 new; one of another gene, and one not reviewed.
fn release() -> Vec<String> {
    let mut all: Vec<String> = rows().into_iter().filter(|row| !row.contains("Words of row 1.")).collect();
    all.retain(|row| !row.contains("Words of row 2."));
    let kept = ("accepted", false);
    all.push(row(1, "EGFR L858R", LUNG, "Gefitinib", ("Supports", "Sensitivity/Response", "B"), kept));
    all.push(row(8, "EGFR L858R", LUNG, "Osimertinib", ("Supports", "Sensitivity/Response", "A"), kept));
    all.push(row(9, "BRAF V600E", LUNG, "Dabrafenib", ("Supports", "Sensitivity/Response", "A"), kept));
    let sent = ("submitted", false);
    all.push(row(10, "EGFR L858R", LUNG, "Lazertinib", ("Supports", "Sensitivity/Response", "A"), sent));
    all
}

#[test]
fn a_final_report_hears_of_what_changed_since_its_findings_were_weighed_and_stays_as_it_is() {
    let mut room = Room::new();
    room.import("01-Oct", &rows());
    let finalised = room.finalise();
    assert_eq!(room.news(), Vec::<Value>::new(), "the panel had these rows before it");
    room.import("01-Nov", &release());
    let news = room.news();
    // Stronger first, what went last; rows of other genes, unchanged and unreviewed rows are no news.
    assert_eq!(ids(&news), ["EID8", "EID1", "EID2"]);
    let said = |id: &str| of(&news, id)["changed"][0]["en"].clone();
    assert_eq!(said("EID8"), json!("New"));
    assert_eq!(said("EID1"), json!("Lower level: CIViC A → CIViC B"));
    assert_eq!(said("EID2"), json!("Withdrawn by the source"));
    assert_eq!((&news[0]["stands"], &news[2]["stands"]), (&json!(true), &json!(false)));
    assert_eq!(news[0]["formerVersion"], json!("2026-10-01"));
    assert_eq!(news[0]["evidence"]["version"], json!("2026-11-01"));
    assert_eq!(news[2]["evidence"]["version"], json!("2026-10-01"), "as it stood");
    assert_eq!(room.open()["reports"], finalised["reports"]);
    let all = done(&mut room.desk, "evidence_news", json!({}));
    assert_eq!(all["lookedThrough"], json!(3), "the demonstration has three cases");
    let ours = all["cases"].as_array().unwrap().iter().find(|one| one["caseId"] == room.case).unwrap();
    assert_eq!(
        ours["items"].as_array().unwrap().iter().filter(|item| item["id"] == json!("EID8")).count(),
        1
    );
}

#[test]
fn an_answer_holds_for_the_row_as_it_stood() {
    let mut room = Room::new();
    room.import("01-Oct", &rows());
    room.finalise();
    room.import("01-Nov", &release());
    let seen = room.form(&["EID8", "EID2"]);
    done(&mut room.desk, "answer_news", seen);
    assert_eq!(ids(&room.news()), ["EID1"]);
    let mut aside = room.form(&["EID1"]);
    aside["reason"] = json!("間質性肺炎の既往");
    done(&mut room.desk, "answer_news", aside);
    assert_eq!(room.news(), Vec::<Value>::new());
    let again = room.form(&["EID1"]);
    assert_eq!(refused(&mut room.desk, "answer_news", again), "not-found", "nothing is left to answer");
    let history = done(&mut room.desk, "case_history", json!({ "caseId": room.case }));
    assert!(history.to_string().contains("間質性肺炎の既往"), "who answered what, and why, is kept");
    // Another release, in which one of them changes again.
    let mut later = release();
    later.retain(|row| !row.contains("Words of row 8."));
    let doubted = ("accepted", true);
    later.push(row(8, "EGFR L858R", LUNG, "Osimertinib", ("Supports", "Sensitivity/Response", "A"), doubted));
    room.import("15-Nov", &later);
    assert_eq!(ids(&room.news()), ["EID8"], "and nothing else again");
}

#[test]
fn taking_up_a_final_report_opens_an_amendment_for_that_reason() {
    let mut room = Room::new();
    room.import("01-Oct", &rows());
    room.finalise();
    room.import("01-Nov", &release());
    let mut form = room.form(&["EID8"]);
    form["reason"] = json!(" ");
    assert_eq!(refused(&mut room.desk, "take_up_news", form.clone()), "invalid", "why must be said");
    form["reason"] = json!("新しいエビデンスレベルA");
    let case = done(&mut room.desk, "take_up_news", form);
    assert_eq!(case["status"], json!("amending"));
    assert!(case.to_string().contains("新しいエビデンスレベルA"));
    assert_eq!(ids(&room.news()), ["EID1", "EID2"]);
}

#[test]
fn an_open_case_hears_of_what_came_since_it_was_received() {
    let mut room = Room::new();
    room.import("01-Oct", &rows());
    let news = room.news();
    // The rows that came with the program answered until then: the site's import took their place.
    assert!(ids(&news).contains(&"EID1") && ids(&news).contains(&"EID7"), "{:?}", ids(&news));
    let former: Vec<_> = news.iter().filter(|item| item["stands"] == json!(false)).collect();
    assert!(!former.is_empty());
    assert!(news.iter().all(|item| item["formerVersion"] == json!("Entaku 2021-02-03")));
}

#[test]
fn a_row_that_was_set_aside_is_no_news_for_that_case() {
    let mut room = Room::new();
    room.import("01-Oct", &rows());
    let asked = json!({ "caseId": room.case, "findingId": room.finding });
    let beside = done(&mut room.desk, "case_evidence", asked);
    let key = of(beside[0]["rows"].as_array().unwrap(), "EID1")["row"].clone();
    let version = room.open()["version"].clone();
    let aside = json!({ "caseId": room.case, "expectedVersion": version, "findingId": room.finding, "row": key, "reason": "既往" });
    done(&mut room.desk, "set_evidence_aside", aside);
    room.finalise();
    room.import("01-Nov", &release());
    assert_eq!(ids(&room.news()), ["EID8", "EID2"]);
}

#[test]
fn a_marker_newly_on_the_sites_list_of_companion_tests_is_news() {
    let mut room = Room::new();
    room.finalise();
    room.later();
    let file = room.folder.0.join("companion.csv");
    let list = "id,drug,marker_gene,marker_change,tumour_name,oncotree,test,status,source,date,certainty\n\
                X1,新薬A,EGFR,L858R,非小細胞肺癌,NSCLC,検査B,承認,添付文書,2026-11-01,source\n";
    std::fs::write(&file, list).unwrap();
    done(&mut room.desk, "import_knowledge", json!({ "paths": [file], "kind": "companionTests" }));
    let news = room.news();
    let [one] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!(one["companion"]["drugs"], json!(["新薬A"]));
    assert_eq!(one["changed"][0]["en"], json!("Newly on the list of companion tests and reimbursed markers"));
    let form = json!({
        "caseId": room.case, "expectedVersion": room.open()["version"],
        "rows": [{ "finding": room.finding, "source": one["source"], "id": one["id"] }],
    });
    done(&mut room.desk, "answer_news", form);
    assert_eq!(room.news(), Vec::<Value>::new()); // Another drug under the same id is no new listing.
    std::fs::write(&file, list.replace("新薬A", "新薬C")).unwrap();
    room.later();
    done(&mut room.desk, "import_knowledge", json!({ "paths": [file], "kind": "companionTests" }));
    let again = room.news();
    let [one] = again.as_slice() else { panic!("{again:?}") };
    assert_eq!(one["companion"]["drugs"], json!(["新薬C"]));
    let said = one["changed"][0]["en"].as_str().unwrap();
    // Against what was there when the case was weighed, which was nothing, it is still new.
    assert!(said.starts_with("Newly on the list"), "{said}");
    room.finalise_again();
    std::fs::write(&file, list.replace("新薬A", "新薬D")).unwrap();
    room.later();
    done(&mut room.desk, "import_knowledge", json!({ "paths": [file], "kind": "companionTests" }));
    let last = room.news();
    let [one] = last.as_slice() else { panic!("{last:?}") };
    assert!(one["changed"][0]["en"].as_str().unwrap().starts_with("Listed otherwise"), "{one}");
}
