//! The logo and the paper of the site's template.

use super::{Folder, decide_all, demo_case, desk, done, refused, sign_all};
use crate::Desk;
use serde_json::{Value, json};

/// A picture that the tests of the renderer read too.
fn picture(name: &str) -> String {
    format!("{}/../report/src/logo/tests/{name}.jpg", env!("CARGO_MANIFEST_DIR"))
}

fn record(desk: &mut Desk, template: &Value, reason: &str) -> Value {
    done(desk, "record_template", json!({ "template": template, "reason": reason }))
}

fn pdf(preview: &Value) -> Vec<u8> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(preview["pdf"].as_str().unwrap()).unwrap()
}

/// Pictures of pixels in a file.
fn pictures(pdf: &[u8]) -> usize {
    // A writer may leave out the space between two names.
    let is_picture = |here: &[u8]| {
        let rest = here.strip_prefix(b"/Subtype").map(<[u8]>::trim_ascii_start);
        rest.is_some_and(|rest| rest.starts_with(b"/Imag"))
    };
    pdf.windows(14).filter(|here| is_picture(here)).count()
}

/// Whether a page is of American size; whatever is expected where the tool that tells is not installed.
fn letter(pdf: &[u8], expected: bool) -> bool {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("entaku-paper-{}-{}.pdf", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, pdf).unwrap();
    let told = std::process::Command::new("pdfinfo").arg(&path).output();
    std::fs::remove_file(&path).unwrap();
    told.map_or(expected, |told| String::from_utf8_lossy(&told.stdout).contains("(letter)"))
}

fn on_screen(desk: &mut Desk, case: &Value) -> Vec<u8> {
    pdf(&done(desk, "preview_report", json!({ "caseId": case["caseId"] })))
}

fn patient(desk: &mut Desk, case: &Value) -> Vec<u8> {
    pdf(&done(desk, "preview_document", json!({ "id": case["caseId"], "kind": "patient" })))
}

#[test]
fn a_logo_is_looked_at_tried_and_recorded_and_then_on_every_document() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let seen = done(&mut desk, "template_logo", json!({ "path": picture("plain") }));
    assert_eq!(
        (&seen["width"], &seen["height"], &seen["name"]),
        (&json!(24), &json!(16), &json!("plain.jpg"))
    );
    assert_eq!((&seen["printedHeight"], &seen["coarse"]), (&json!(120), &json!(true)), "twelve millimetres");
    let form = json!({ "leftOut": [], "logoFile": picture("plain"), "logo": seen["sha256"] });
    let tried = done(&mut desk, "preview_template", json!({ "template": form }));
    assert_eq!(pictures(&pdf(&tried)), 1, "the pages show it before it is recorded");
    assert_eq!((pictures(&on_screen(&mut desk, &case)), pictures(&patient(&mut desk, &case))), (0, 0));
    let state = record(&mut desk, &form, "新しいロゴ");
    assert_eq!(state["template"]["logo"], seen["sha256"]);
    assert_eq!(
        state["template"]["logoFile"],
        Value::Null,
        "the store has it now; its path is nobody's business"
    );
    let short: String = seen["sha256"].as_str().unwrap().chars().take(12).collect();
    assert_eq!(
        state["history"][0]["changes"],
        json!([{ "ja": format!("ロゴを設定（{short}）"), "en": format!("logo set ({short})") }])
    );
    assert_eq!((pictures(&on_screen(&mut desk, &case)), pictures(&patient(&mut desk, &case))), (1, 1));
    let again = done(&mut desk, "template_logo", json!({ "sha256": seen["sha256"] }));
    assert_eq!(again, seen, "as it was when it was read");
    let verified = done(&mut desk, "verify_store", json!({ "deep": true }));
    assert_eq!(verified["ok"], true, "{verified}");
}

#[test]
fn another_logo_none_and_an_older_one_again_are_told_in_the_history() {
    let (mut desk, _folder) = desk();
    demo_case(&mut desk);
    let first = record(&mut desk, &json!({ "leftOut": [], "logoFile": picture("plain") }), "1");
    let old = first["template"].clone();
    let second = record(&mut desk, &json!({ "leftOut": [], "logoFile": picture("grey") }), "2");
    assert_ne!(second["template"]["logo"], old["logo"]);
    let without = record(&mut desk, &json!({ "leftOut": [] }), "3");
    assert_eq!(without["template"]["logo"], Value::Null, "it can be removed");
    let again = record(&mut desk, &old, "4");
    let told: Vec<&str> = again["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["changes"][0]["en"].as_str().unwrap().split(" (").next().unwrap())
        .collect();
    assert_eq!(told, ["logo set", "logo removed", "logo changed", "logo set"], "latest first");
    let none = json!({ "leftOut": [], "logo": "ab".repeat(32) });
    assert_eq!(
        refused(&mut desk, "record_template", json!({ "template": none, "reason": "x" })),
        "not-found"
    );
}

#[test]
fn what_is_no_logo_is_refused_with_what_to_do() {
    let (mut desk, folder) = desk();
    demo_case(&mut desk);
    let file = |folder: &Folder, name: &str, bytes: &[u8]| {
        let path = folder.0.join(name);
        std::fs::write(&path, bytes).unwrap();
        json!({ "path": path })
    };
    let cut = std::fs::read(picture("plain")).unwrap();
    let cases = [
        (file(&folder, "large.png", &vec![0; 600 * 1024]), "512 kB"),
        (file(&folder, "a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "SVG"),
        (file(&folder, "cut.jpg", &cut[..cut.len() - 30]), "最後まで"),
        (json!({ "path": picture("cmyk") }), "CMYK"),
        (json!({ "path": folder.0 }), "PNGかJPEG"),
        (json!({ "path": folder.0.join("none.png") }), "読み取れません"),
        (json!({}), "指定してください"),
    ];
    for (args, words) in cases {
        let said = crate::dispatch(&mut desk, "template_logo", args.clone()).unwrap_err();
        let said = format!("{} {:?}", said.message, said.fields);
        assert!(said.contains(words), "{args}: {said}");
    }
    let seen = done(&mut desk, "template_logo", json!({ "path": picture("plain") }));
    let other = json!({ "leftOut": [], "logoFile": picture("grey"), "logo": seen["sha256"] });
    let code = refused(&mut desk, "record_template", json!({ "template": other, "reason": "x" }));
    assert_eq!(code, "invalid", "what was shown is what is recorded, or nothing");
}

#[test]
fn a_new_logo_voids_signatures_and_leaves_what_is_final_as_it_was() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    record(&mut desk, &json!({ "leftOut": [], "logoFile": picture("plain") }), "1");
    let case = decide_all(&mut desk, &case);
    let case = sign_all(&mut desk, &case);
    let args = json!({ "caseId": case["caseId"], "expectedVersion": case["version"] });
    let case = done(&mut desk, "finalise_report", args);
    let id = entaku_domain::ids::CaseId::parse(case["caseId"].as_str().unwrap()).unwrap();
    let content = serde_json::to_string(&desk.case(&id).unwrap().reports[0].content).unwrap();
    assert!(content.contains("\"logo\":{\"sha256\":"), "the content names the logo it was printed with");
    assert!(content.len() < 200_000 && !content.contains("iVBOR"), "and holds none of its pixels");
    let print = |desk: &mut Desk, name: &str| {
        let out = folder.0.join(name);
        done(desk, "export_document", json!({ "caseId": case["caseId"], "kind": "panel", "out": out }));
        std::fs::read(out).unwrap()
    };
    let before = print(&mut desk, "before.pdf");
    assert_eq!(pictures(&before), 1);
    record(&mut desk, &json!({ "leftOut": [], "logoFile": picture("grey"), "paper": "letter" }), "2");
    assert_eq!(print(&mut desk, "after.pdf"), before, "a finalised report stays as it was");
    let checked = done(&mut desk, "verify_document", json!({ "path": folder.0.join("after.pdf") }));
    assert_eq!(checked["verdict"], "identical");
}

#[test]
fn paper_is_the_sites_and_a_draft_can_be_had_on_the_other() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    assert!(!letter(&on_screen(&mut desk, &case), false), "A4 until the site says otherwise");
    let state = record(&mut desk, &json!({ "leftOut": [], "paper": "letter" }), "海外の施設");
    assert_eq!(state["papers"], json!(["a4", "letter"]));
    assert_eq!(state["history"][0]["changes"][0]["en"], "paper A4 (210 × 297 mm) → Letter (8½ × 11 in)");
    assert!(
        letter(&on_screen(&mut desk, &case), true) && letter(&patient(&mut desk, &case), true),
        "every document"
    );
    let asked = json!({ "caseId": case["caseId"], "kind": "panel", "paper": "a4", "revision": 0, "out": folder.0.join("a4.pdf") });
    done(&mut desk, "export_document", asked);
    assert!(!letter(&std::fs::read(folder.0.join("a4.pdf")).unwrap(), false), "one draft on the other paper");
    let wrong = json!({ "template": { "leftOut": [], "paper": "a5" }, "reason": "x" });
    assert_eq!(
        refused(&mut desk, "record_template", wrong),
        "invalid",
        "only papers that documents are made for"
    );
    let case = decide_all(&mut desk, &case);
    let case = sign_all(&mut desk, &case);
    let args = json!({ "caseId": case["caseId"], "expectedVersion": case["version"] });
    let case = done(&mut desk, "finalise_report", args);
    let asked =
        json!({ "caseId": case["caseId"], "kind": "panel", "paper": "a4", "out": folder.0.join("x.pdf") });
    assert_eq!(refused(&mut desk, "export_document", asked), "invalid", "what is final stays on its paper");
    assert!(!folder.0.join("x.pdf").exists(), "and nothing is written");
}
