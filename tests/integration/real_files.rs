//! Real files, which are not part of this tree: `ENTAKU_SHARED_DATA` names their folder, otherwise `shared/data`
//! beside the checkout. Where there is none, these tests say so and pass.
//!
//! `MANIFEST.tsv` of that folder holds what another program (bcftools) counted in each VCF.
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use entaku_tests::desk::{PASSWORD, TestDesk};
use serde_json::{Value, json};

/// The folder of real files, if there is one.
fn real_files() -> Option<PathBuf> {
    let named = std::env::var_os("ENTAKU_SHARED_DATA").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"));
    if folder.join("MANIFEST.tsv").is_file() {
        return Some(folder);
    }
    println!("skipped: no real files at {}", folder.display());
    None
}

/// What bcftools counted in a VCF.
struct Counted {
    records: u64,
    with_several_alternates: u64,
}

fn manifest(folder: &Path) -> BTreeMap<String, Option<Counted>> {
    let text = std::fs::read_to_string(folder.join("MANIFEST.tsv")).expect("the manifest is text");
    let mut lines = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let head = lines.next().expect("the manifest has a head");
    let column = |name: &str| head.iter().position(|found| *found == name).expect("a column of the manifest");
    let (records, several, last) = (column("vcf_records"), column("vcf_multiallelic"), column("vcf_last"));
    let number = |row: &[&str], at: usize| row.get(at).and_then(|word| word.parse().ok());
    lines
        .map(|row| {
            // It takes an empty last line for a record without a chromosome.
            let empty = u64::from(row.get(last).is_some_and(|place| place.starts_with(':')));
            let counted = number(&row, records).zip(number(&row, several));
            let counted = counted.map(|(records, with_several_alternates)| Counted {
                records: records - empty,
                with_several_alternates,
            });
            (row[0].to_owned(), counted)
        })
        .collect()
}

fn desk(name: &str) -> TestDesk {
    let mut desk = TestDesk::new(name);
    let wish = json!({ "institution": "円卓大学病院", "member": "佐藤 恵", "password": PASSWORD });
    desk.call("create_store", wish);
    desk
}

fn count(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("a count is expected: {value}"))
}

/// Read = kept + set aside, each with its reason, and as many findings as records were kept.
fn balanced(name: &str, file: &Value, case: &Value) {
    let ledger = &file["ledger"];
    let [read, kept, aside] = ["read", "kept", "setAside"].map(|field| count(&ledger[field]));
    assert_eq!(read, kept + aside, "{name}: {ledger}");
    let reasons: u64 = ledger["byReason"].as_object().expect("reasons").values().map(count).sum();
    assert_eq!(aside, reasons, "{name}: nothing is set aside without a reason: {ledger}");
    let counted: u64 = file["findings"].as_object().expect("counts by kind").values().map(count).sum();
    let findings = case["findings"].as_array().map_or(0, Vec::len) as u64;
    assert_eq!(counted, findings, "{name}: what was counted is in the case");
}

/// Whether the file says on its first line that it is a VCF, or is packed.
fn says_it_is_a_vcf(path: &Path) -> bool {
    let bytes = std::fs::read(path).expect("the file is read");
    bytes.starts_with(b"##fileformat=VCF") || bytes.starts_with(&[0x1f, 0x8b])
}

#[test]
fn every_cats_and_vcf_file_is_loaded_with_a_balanced_ledger_or_refused_for_a_reason() {
    let Some(folder) = real_files() else { return };
    let mut desk = desk("real-files");
    let (mut loaded, mut refused, mut compared) = (0, 0, 0);
    for (name, counted) in manifest(&folder) {
        let is_cats = name.ends_with(".cats") || name.ends_with("_cats_format.json");
        let is_vcf = name.ends_with(".vcf") || name.ends_with(".vcf.gz");
        let path = folder.join(&name);
        if !(is_cats || is_vcf) || !path.is_file() {
            continue;
        }
        match desk.try_call("intake", json!({ "paths": [path] })) {
            Ok(done) => {
                let file = &done["files"][0];
                balanced(&name, file, &done["case"]);
                // Where bcftools gave up it counted nothing.
                if let Some(counted) = counted.filter(|counted| is_vcf && counted.records > 0) {
                    // One entry of the ledger for each alternate allele.
                    let read = count(&file["ledger"]["read"]);
                    assert!(read >= counted.records, "{name}: {read} read, {} are in it", counted.records);
                    // The conformance files are at the edge of the format: bcftools stops early in some of them.
                    let oracle = !name.contains("vcf-validator");
                    if oracle && counted.with_several_alternates == 0 {
                        assert_eq!(read, counted.records, "{name}: as many as another program counts");
                        compared += 1;
                    }
                }
                loaded += 1;
            }
            Err(refusal) => {
                assert!(
                    !is_cats && !says_it_is_a_vcf(&path),
                    "{name}: only what does not say what it is may be refused: {refusal:?}"
                );
                assert!(!refusal.message.is_empty(), "{name}: a refusal has words");
                refused += 1;
            }
        }
    }
    let list = desk.call("list_cases", json!({}));
    assert_eq!(count(&list["total"]), loaded, "a case for each file loaded, none for a refused one");
    let found = desk.call("verify_store", json!({ "deep": true }));
    assert_eq!(found["ok"], true, "{found}");
    println!("{loaded} files loaded, {refused} refused; {compared} counts as bcftools has them");
    assert!(compared > 60, "the manifest was understood");
}

/// The file of a sample patient, by the end of its number.
fn patient(folder: &Path, number: &str) -> PathBuf {
    let id = format!("20231211{number:0>6}");
    folder.join(format!("reports/cats/patients/{id}/cats_sample_{id}.cats"))
}

#[test]
fn the_sample_patients_have_the_findings_they_are_known_for() {
    let Some(folder) = real_files() else { return };
    let mut desk = desk("real-patients");
    let known = [
        ("1", [58, 17, 4, 2]),
        ("2", [27, 9, 3, 2]),
        ("15", [0, 0, 0, 2]),
        ("26", [0, 0, 0, 2]),
        ("29", [0, 0, 0, 2]),
    ];
    for (number, expected) in known {
        let done = desk.call("intake", json!({ "paths": [patient(&folder, number)] }));
        let kinds = ["shortVariant", "copyNumber", "rearrangement", "biomarker"];
        let found = kinds.map(|kind| count(&done["files"][0]["findings"][kind]));
        assert_eq!(found, expected, "patient {number}: {kinds:?}");
        assert_eq!(count(&done["files"][0]["ledger"]["setAside"]), 0, "patient {number}: all is kept");
    }
}

/// The first scale of significance that is offered for this kind of finding, and its middle class.
fn scale_for(knowledge: &Value, kind: &str) -> (Value, Value) {
    let offered = |scale: &&Value| {
        let kinds = scale["kinds"].as_array().expect("kinds of a scale");
        scale["purpose"] == "significance" && (kinds.is_empty() || kinds.iter().any(|known| known == kind))
    };
    let scale = knowledge["scales"].as_array().expect("scales").iter().find(offered);
    let scale = scale.unwrap_or_else(|| panic!("no scale is offered for {kind}"));
    let class = scale["classes"]
        .as_array()
        .and_then(|classes| classes.iter().min_by_key(|class| class["weight"].as_i64().map(i64::abs)));
    (scale["id"].clone(), class.expect("a scale has classes")["code"].clone())
}

fn without_space(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{200b}').collect()
}

/// Whether the finding's number stands in the text with its genes and every part of its change after it. The parts
/// may stand in columns of their own.
fn is_printed(text: &str, row: &Value) -> bool {
    const ROW_BYTES: usize = 600;
    let parts = ["subject", "change"].map(|field| row[field].as_str().unwrap_or_default());
    assert_ne!(parts[0], "", "a finding has a subject: {row}");
    let parts: Vec<String> = parts
        .iter()
        .flat_map(|words| words.split(['(', ')', ',']))
        .map(without_space)
        .filter(|part| !part.is_empty())
        .collect();
    let id = row["findingId"].as_str().expect("a finding has a number");
    text.match_indices(id).any(|(at, _)| {
        let end = (at + ROW_BYTES..text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
        parts.iter().all(|part| ways_of(part).iter().any(|way| text[at..end].contains(way)))
    })
}

/// A value as either language prints it.
fn ways_of(part: &str) -> Vec<String> {
    let mut ways = vec![part.to_owned()];
    if let Some(number) = part.strip_suffix("copynumber") {
        ways.extend([format!("コピー数{number}"), format!("copynumber{number}")]);
    }
    if let Some(number) = part.strip_suffix("fold-change") {
        ways.push(format!("倍率{number}"));
    }
    for unit in
        ["muts/Mb", "mutspermegabase", "mutations/Mb", "mutationspermegabase", "mutations-per-megabase"]
    {
        ways.extend(part.strip_suffix(unit).map(|number| format!("{number}mut/Mb")));
    }
    ways
}

#[test]
fn every_finding_of_a_real_patient_is_in_the_finalised_report() {
    let Some(folder) = real_files() else { return };
    if Command::new("pdftotext").arg("-v").output().is_err() {
        println!("skipped: pdftotext (poppler-utils) is not installed");
        return;
    }
    let mut desk = desk("real-report");
    let knowledge = desk.call("knowledge", json!({}));
    let mut case = desk.call("intake", json!({ "paths": [patient(&folder, "1")] }))["case"].take();
    let id = case["caseId"].clone();
    for row in case["findings"].as_array().expect("findings").clone() {
        let (scale, class) = scale_for(&knowledge, row["kind"].as_str().expect("a kind"));
        case = desk.call(
            "judge_finding",
            json!({
                "caseId": id, "expectedVersion": case["version"], "findingIds": [row["findingId"]],
                "scale": scale, "class": class,
            }),
        );
    }
    case = desk.call(
        "add_recommendation",
        json!({
            "caseId": id, "expectedVersion": case["version"], "kind": "nothing",
            "text": "推奨できる治療はない。標準治療の継続が望ましい。",
        }),
    );
    let members = desk.call("members", json!({}));
    case = desk.call(
        "record_meeting",
        json!({
            "caseId": id, "expectedVersion": case["version"], "mode": "realTime",
            "attendance": [{ "memberId": members[0]["memberId"] }],
        }),
    );
    case = desk.call(
        "go_on_without_quorum",
        json!({ "caseId": id, "expectedVersion": case["version"], "reason": "体制の整備中" }),
    );
    case = desk.call(
        "sign_report",
        json!({
            "caseId": id, "expectedVersion": case["version"], "capacities": ["author", "reviewer", "chair"],
            "password": PASSWORD,
        }),
    );
    assert_eq!(case["gaps"], json!([]), "nothing stands before the report");
    case = desk.call("finalise_report", json!({ "caseId": id, "expectedVersion": case["version"] }));
    assert_eq!((&case["status"], &case["revision"]), (&json!("finalised"), &json!(1)));

    for language in ["ja", "en"] {
        let out = desk.folder().join(format!("report-{language}.pdf"));
        desk.call(
            "export_document",
            json!({ "caseId": id, "kind": "panel", "language": language, "out": out }),
        );
        // In the order of drawing: a cell that breaks over lines stays together.
        let text = Command::new("pdftotext").arg("-raw").arg(&out).arg("-").output().expect("pdftotext runs");
        let text = without_space(&String::from_utf8_lossy(&text.stdout));
        for row in case["findings"].as_array().expect("findings") {
            assert!(is_printed(&text, row), "{language}: it says all of {row}");
        }
    }
    let found = desk.call("verify_store", json!({ "deep": true }));
    assert_eq!(found["ok"], true, "{found}");
}
