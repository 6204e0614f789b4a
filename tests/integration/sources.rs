//! A case of several sources, and findings that no file holds.
use entaku_tests::desk::{PASSWORD, TestDesk};
use entaku_tests::laboratory;
use serde_json::{Value, json};
use std::process::Command;

/// The first short variant of the laboratory's report, seen by another caller with another VAF, and one of its own.
const VCF: &str = "##fileformat=VCFv4.2
##reference=hg19
##contig=<ID=1,length=249250621>
##FORMAT=<ID=AF,Number=A,Type=Float,Description=\"VAF\">
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR
1\t1000000\t.\tC\tT\t50\tPASS\t.\tAF\t0.21
1\t2000000\t.\tG\tA\t50\tPASS\t.\tAF\t0.4
";

fn desk(name: &str) -> TestDesk {
    let mut desk = TestDesk::new(name);
    let store = json!({ "institution": "円卓大学病院", "member": "佐藤 恵", "password": PASSWORD });
    desk.call("create_store", store);
    desk
}

fn loaded(desk: &mut TestDesk, name: &str, text: &str, case: Option<&Value>) -> Value {
    let file = desk.folder().join(name);
    std::fs::write(&file, text).expect("the file is written");
    let mut args = json!({ "paths": [file] });
    if let Some(case) = case {
        args["caseId"] = case["caseId"].clone();
        args["expectedVersion"] = case["version"].clone();
    }
    desk.call("intake", args)["case"].clone()
}

fn finding<'c>(case: &'c Value, id: &str) -> &'c Value {
    let rows = case["findings"].as_array().expect("findings");
    rows.iter().find(|row| row["findingId"] == id).unwrap_or_else(|| panic!("{id} in {rows:?}"))
}

#[test]
fn a_second_file_joins_what_the_case_has_and_adds_what_it_has_not() {
    let mut desk = desk("two-sources");
    let case = loaded(&mut desk, "report.cats", &laboratory::cats("T-1", 3).to_string(), None);
    let before = case["findings"].as_array().expect("findings").len();
    let case = loaded(&mut desk, "calls.vcf", VCF, Some(&case));
    assert_eq!(case["findings"].as_array().expect("findings").len(), before + 1, "one joined, one new");
    let row = finding(&case, "F1");
    assert_eq!(row["sources"], json!(["report.cats", "calls.vcf"]));
    let vaf = &row["differences"][0];
    assert_eq!(vaf["part"]["en"], "VAF");
    let said: Vec<_> =
        vaf["said"].as_array().expect("two voices").iter().map(|said| &said["words"]["en"]).collect();
    assert_eq!(said, ["6.6 %", "21.0 %"], "each source's own value, none preferred");
    assert_eq!(row["vafText"], "6.6 %", "the first source's value stands in its place");
    let detail = desk.call("finding_detail", json!({ "caseId": case["caseId"], "findingId": "F1" }));
    assert_eq!(
        detail["further"][0]["basis"]["en"], "same build, position and alleles",
        "the reason is shown"
    );

    let desk_again = &mut desk.restart();
    desk_again.call("open_store", json!({ "password": PASSWORD }));
    let again = desk_again.call("open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(again["findings"], case["findings"], "the journal alone gives the same case");
    assert_eq!(desk_again.call("verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn what_sources_disagree_on_and_what_was_entered_by_hand_is_printed() {
    let mut desk = desk("sources-printed");
    let case = loaded(&mut desk, "report.cats", &laboratory::cats("T-2", 1).to_string(), None);
    let case = loaded(&mut desk, "calls.vcf", VCF, Some(&case));
    let case = desk.call("enter_finding", json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "kind": "rearrangement", "gene": "EML4",
        "partner": "ALK", "alteration": "gene fusion", "depth": 900, "alternateDepth": 45, "reason": "紙の報告書",
    }));
    let entered = case["findings"].as_array().expect("findings").last().expect("one").clone();
    assert_eq!((&entered["subject"], &entered["sources"]), (&json!("EML4::ALK"), &json!([])));
    assert_eq!(entered["entered"]["reason"], "紙の報告書");
    let pdf = desk.folder().join("draft.pdf");
    desk.call(
        "export_document",
        json!({ "caseId": case["caseId"], "kind": "panel", "revision": 0, "out": pdf }),
    );
    let text = Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-").output().expect("pdftotext runs");
    let text: String = String::from_utf8_lossy(&text.stdout).split_whitespace().collect();
    // Nobody has asked the patient, so that files go by their numbers: a name may tell what was found.
    for words in ["21.0%(#2)", "手入力の所見", "紙の報告書"] {
        assert!(text.contains(words), "{words} is printed");
    }
}

#[test]
fn a_finding_entered_by_hand_needs_what_its_kind_needs() {
    let mut desk = desk("entered");
    let case = loaded(&mut desk, "report.cats", &laboratory::cats("T-3", 1).to_string(), None);
    let base = json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "reason": "電話" });
    for (more, field) in [
        (json!({ "kind": "shortVariant" }), "gene"),
        (json!({ "kind": "shortVariant", "gene": "EGFR" }), "hgvsC"),
        (json!({ "kind": "shortVariant", "gene": "EGFR", "hgvsP": "L858R", "vaf": 31.0 }), "vaf"),
        (json!({ "kind": "shortVariant", "gene": "EGFR", "position": 55259515 }), "assembly"),
        (json!({ "kind": "copyNumber", "gene": "MET" }), "alteration"),
        (json!({ "kind": "biomarker" }), "marker"),
        (json!({ "kind": "shortVariant", "gene": "EGFR", "hgvsP": "L858R", "reason": " " }), "reason"),
    ] {
        let mut args = base.clone();
        args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        let refusal = desk.refused("enter_finding", args);
        assert!(refusal.fields.contains_key(field), "{field} is named: {refusal:?}");
    }
    let mut germline = base.clone();
    let more = json!({ "kind": "shortVariant", "gene": "BRCA2", "hgvsC": "c.5946del", "origin": "germline" });
    germline.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
    let case = desk.call("enter_finding", germline);
    assert_eq!(
        finding(&case, "G1")["germline"]["withheld"],
        true,
        "a germline entry falls under the wish as any other"
    );
}

#[test]
fn a_batch_loads_a_folder_and_names_what_it_could_not_use() {
    let mut desk = desk("batch");
    let folder = desk.folder().join("delivery");
    std::fs::create_dir_all(folder.join("older")).expect("a folder");
    for (name, text) in [
        ("a.cats", laboratory::cats("B-1", 1).to_string()),
        ("b.txt", "no report".to_owned()),
        ("c.cats", laboratory::cats("B-2", 2).to_string()),
        (".hidden", String::new()),
    ] {
        std::fs::write(folder.join(name), text).expect("a file");
    }
    let listed = desk.call("list_folder", json!({ "path": folder }));
    assert_eq!(listed["files"].as_array().expect("files").len(), 3);
    assert_eq!(
        listed["passedOver"].as_array().expect("names").len(),
        2,
        "the hidden file and the folder are named"
    );
    let taken = desk.call("intake", json!({ "paths": [folder], "batch": true }));
    let names = |part: &str| -> Vec<String> {
        let files = taken[part].as_array().expect("files");
        files.iter().map(|file| file["file"].as_str().expect("a name").to_owned()).collect()
    };
    assert_eq!(names("files"), ["a.cats", "c.cats"]);
    assert_eq!(names("refused"), ["b.txt"], "it is named, and it does not keep the others out");
    assert_eq!(desk.call("list_cases", json!({}))["total"], 2);
}
