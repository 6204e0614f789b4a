//! The main job from the first start to the PDF on disk, through the page alone: a store is made, a laboratory's file
//! comes in, every finding is judged, a trial is referred to, the report is finalised and stays so.
use std::path::Path;

use entaku_tests::desk::PASSWORD;
use entaku_tests::place::Folder;
use entaku_tests::window::{Session, key};
use serde_json::{Value, json};

use crate::hand::{
    PATIENCE, attribute, choose, click, control, current_finding, fill, find, has, part, picture,
    save_dialog, turn, type_keys, wait_attribute, wait_closed, wait_says,
};
use crate::paper::{self, Report};
use crate::way_in::{create_store, open_on, sign_in};

const TRIAL: &str = "jRCTs031190104";

#[test]
fn a_report_file_becomes_a_finalised_pdf() {
    let folder = Folder::new("whole-way");
    let store = folder.join("store");
    let report = Report::of_patient_1(folder.path());
    let pdf = folder.join("報告書 第1版.pdf");

    let window = open_on(&store);
    create_store(&window);
    picture(&window, "list-empty");
    let case = take_in(&window, &report);
    picture(&window, "case-overview");
    judge_everything(&window, &report);
    recommend(&window);
    refer(&window);
    meet(&window);
    finalise(&window, &case);
    export(&window, &pdf);

    let words = paper::words(&pdf);
    assert!(words.contains(&case), "the case number {case} is on paper");
    assert!(words.contains(TRIAL), "the trial is on paper");
    for said in ["オシメルチニブ", "第1版", "確定", "東花子"] {
        assert!(words.contains(said), "“{said}” is on paper");
    }
    let missing: Vec<_> =
        report.subjects.iter().filter(|subject| !words.contains(subject.as_str())).collect();
    assert!(missing.is_empty(), "of the file, not on paper: {missing:?}");
    let missing: Vec<_> = report.changes.iter().filter(|change| !words.contains(change.as_str())).collect();
    assert!(missing.is_empty(), "of the file, not on paper: {missing:?}");
    for draft in ["DRAFT", "原案"] {
        assert!(!words.contains(draft), "a finalised report is no draft: “{draft}”");
    }

    click(&window, "go-list");
    window.wait_until("the case is listed", PATIENCE, || find(&window, "case-row").text().contains(&case));
    let row = find(&window, "case-row").text();
    assert!(row.contains("確定"), "the list says it is finalised: {row}");
    picture(&window, "list-finalised");
    window.quit();

    stays_finalised(&open_on(&store), &case);
}

/// Brings the file in by the intake sheet and opens the case; answers with its number.
fn take_in(window: &Session, report: &Report) -> String {
    click(window, "intake-open");
    fill(window, "intake-path", report.path.to_str().expect("test paths are text"));
    click(window, "intake-inspect");
    let all = report.findings();
    wait_says(window, "ledger", &format!("読込 {all} ＝ 採用 {all} ＋ 除外 0"));
    let script = "return [...document.querySelectorAll('[data-testid=inspection] .kinds b')].slice(0, 4)\
                  .map((one) => Number(one.innerText))";
    assert_eq!(window.run(script, &[]), json!(report.counts), "the sheet counts each kind");
    if report.real {
        assert_eq!(report.counts, [58, 17, 4, 2], "as independent tools count the sample");
    }
    picture(window, "intake-sheet");
    click(window, "intake-confirm");
    let case = find(window, "case-no").text();
    assert!(!case.is_empty(), "the case has a number");
    wait_attribute(window, "case-status", "data-status", "received");
    case
}

/// Every finding, by keyboard: some one by one, the others of a part at once.
fn judge_everything(window: &Session, report: &Report) {
    let [short, copies, rearrangements, markers] = report.counts;
    turn(window, "shortVariant");
    wait_says(window, "finding-count", &format!("{short}件・未判定 {short}件"));
    picture(window, "findings-unjudged");

    let first = current_finding(window);
    assert!(!first.is_empty(), "the first finding is under discussion");
    window.press(['j']);
    window.wait_until("j goes on", PATIENCE, || current_finding(window) != first);
    window.press(['k']);
    window.wait_until("k goes back", PATIENCE, || current_finding(window) == first);

    for (judged, class) in ['1', '2', '3', '4', '5'].into_iter().enumerate() {
        let finding = current_finding(window);
        window.press([class]);
        wait_attribute(window, &format!("verdict-class-{class}"), "aria-checked", "true");
        if judged == 0 {
            window.press(['v']);
            type_keys(window, "既知の活性化変異");
            wait_says(window, "save-state", "未記録");
        }
        control(window, 's');
        let left = short - judged - 1;
        wait_says(window, "finding-count", &format!("未判定 {left}件"));
        window.wait_until("the next one comes up", PATIENCE, || current_finding(window) != finding);
        window.press([key::ESCAPE]);
    }
    picture(window, "findings-judging");

    several(window, "shortVariant", '3', [short - 5, short]);
    for (name, all) in [("copyNumber", copies), ("rearrangement", rearrangements), ("biomarker", markers)] {
        if all > 0 {
            turn(window, name);
            wait_says(window, "finding-count", &format!("未判定 {all}件"));
            several(window, name, '1', [all, all]);
            picture(window, &format!("findings-{name}"));
        }
    }
    wait_attribute(window, "case-status", "data-status", "inReview");
    assert!(!has(window, "gap-undecided"), "no finding waits for the panel");
}

/// Judges all that are left in the part at once; what comes next may be in another.
fn several(window: &Session, name: &str, class: char, [left, all]: [usize; 2]) {
    window.press(['x']);
    click(window, "select-unjudged");
    click(window, "judge-selected");
    wait_says(window, "verdict-save", &format!("{left}件の判定を記録"));
    window.press([class]);
    control(window, 's');
    wait_says(window, &format!("part-{name}"), &format!("{all}/{all}"));
}

fn recommend(window: &Session) {
    window.press(['r']);
    fill(window, "rec-add-drugs", "オシメルチニブ");
    choose(window, "rec-add-route", "specifiedTrial");
    choose(window, "rec-add-scale", "jp-guidance-2.1");
    choose(window, "rec-add-level", "C");
    fill(window, "rec-add-trial", TRIAL);
    window.click(&format!("{} label:first-of-type input", part("rec-add-basis")));
    fill(window, "rec-add-rationale", "患者申出療養として検討する。");
    picture(window, "recommend-dialog");
    save_dialog(window);
    turn(window, "treatment");
    wait_says(window, "recommendation", "オシメルチニブ");
    wait_says(window, "recommendation", TRIAL);
    wait_attribute(window, "recommendation", "data-kind", "treatment");
}

fn refer(window: &Session) {
    window.press(['t']);
    // As people copy it from a page: full-width, in small letters.
    fill(window, "ref-add-trial", "ｊｒｃｔｓ０３１１９０１０４");
    fill(window, "ref-add-title", "遺伝子パネル検査に基づく患者申出療養");
    fill(window, "ref-add-site", "国立がん研究センター中央病院");
    picture(window, "refer-dialog");
    save_dialog(window);
    wait_says(window, "referral", TRIAL);
    let before = attribute(window, "referral", "data-status");
    assert_eq!(before, "candidate", "a referral begins as a candidate");
    click(window, "ref-move");
    choose(window, "ref-move-status", "referred");
    fill(window, "ref-move-reason", "主治医から紹介状を送付");
    click(window, "ref-move-save");
    wait_attribute(window, "referral", "data-status", "referred");
    wait_says(window, "referral", "主治医から紹介状を送付");
    picture(window, "treatment");
}

fn meet(window: &Session) {
    turn(window, "meeting");
    window.click("[data-testid^=\"attend-\"]");
    fill(window, "meeting-held-on", "2026-11-22");
    fill(window, "meeting-minutes", "全所見を検討した。");
    control(window, 's');
    window.wait_until("the meeting is recorded", PATIENCE, || !has(window, "gap-noMeeting"));
    // One person is no panel by the rules: nothing is marked as done, and the chair says why it goes on all the same.
    wait_says(window, "not-quorate", "不成立");
    assert!(has(window, "part-not-quorate") && has(window, "gap-notQuorate"), "it is said where one looks");
    picture(window, "not-quorate");
    fill(window, "go-on-reason", "体制の整備中のため");
    click(window, "go-on");
    window.wait_until("the reason is recorded", PATIENCE, || !has(window, "gap-notQuorate"));
    wait_says(window, "not-quorate", "体制の整備中のため");
    fill(window, "summary-text", "治療につながる所見を認め、治験への紹介を推奨する。");
    click(window, "summary-save");
    wait_says(window, "toast", "まとめを記録しました");
    wait_says(window, "save-state", "記録済み");
    picture(window, "meeting");
}

/// Looks at the draft, then finalises; the answer to the question is given by key.
fn finalise(window: &Session, case: &str) {
    turn(window, "documents");
    window.wait_until("the draft is drawn", PATIENCE, || {
        attribute(window, "preview-pages", "data-pages").parse::<u32>().unwrap_or(0) > 1 && drawn(window)
    });
    picture(window, "documents-draft");
    assert_eq!(attribute(window, "case-status", "data-status"), "decided", "nothing is left to do before");
    sign(window);
    click(window, "finalise");
    wait_says(window, "finalise-dialog", case);
    picture(window, "finalise-dialog");
    // A stray Enter neither cancels nor finalises.
    window.press([key::ENTER]);
    assert!(has(window, "finalise-confirm"), "the question still stands");
    assert_eq!(attribute(window, "case-status", "data-status"), "decided", "nothing was finalised");
    window.press([key::CONTROL, key::ENTER]);
    wait_closed(window);
    wait_attribute(window, "case-status", "data-status", "finalised");
    wait_attribute(window, "revision", "data-revision", "1");
    // Named twice: in the list of revisions and over the pages, which until then are still the draft's.
    window.wait_until("the final pages are drawn", PATIENCE, || {
        window.text().matches("第1版（確定）").count() == 2 && drawn(window)
    });
    picture(window, "documents-final");
}

/// Signs in all three capacities with the password entered again; the answer is given by key.
fn sign(window: &Session) {
    click(window, "sign-author");
    wait_says(window, "sign-dialog", "署名");
    for capacity in ["sign-as-reviewer", "sign-as-chair"] {
        click(window, capacity);
    }
    fill(window, "sign-password", PASSWORD);
    picture(window, "sign-dialog");
    window.press([key::ENTER]);
    wait_closed(window);
    for capacity in ["signature-author", "signature-reviewer", "signature-chair"] {
        wait_attribute(window, capacity, "data-state", "standing");
    }
}

/// Whether ink is on the first page of the preview.
fn drawn(window: &Session) -> bool {
    let script = "const page = document.querySelector('[data-testid=preview-pages] canvas'); \
                  if (!page || page.width < 200) return false; \
                  const dots = page.getContext('2d').getImageData(0, 0, page.width, page.height).data; \
                  for (let i = 0; i < dots.length; i += 4) if (dots[i + 3] > 0 && dots[i] < 100) return true; \
                  return false";
    window.run(script, &[]) == Value::Bool(true)
}

fn export(window: &Session, pdf: &Path) {
    click(window, "report-export");
    fill(window, "export-path", pdf.to_str().expect("test paths are text"));
    click(window, "export-confirm");
    wait_says(window, "toast", "書き出しました");
    wait_closed(window);
    assert!(pdf.is_file(), "the PDF is where it was sent");
}

/// Started again, the case is as it was left and closed to changes.
fn stays_finalised(window: &Session, case: &str) {
    sign_in(window, PASSWORD);
    window.click(&format!("{}[data-case=\"{case}\"]", part("case-row")));
    wait_attribute(window, "case-status", "data-status", "finalised");
    turn(window, "shortVariant");
    wait_says(window, "finding-count", "判定完了");
    window.press([key::ENTER]);
    wait_says(window, "verdict-form", "報告書が確定しているため変更できません");
    for name in ["verdict-save", "verdict-class-1", "verdict-rationale"] {
        assert!(!has(window, name), "{name} is not offered on a finalised case");
    }
    turn(window, "history");
    find(window, "history-row");
    let entries = window.find_all(&part("history-row")).len();
    assert!(entries > 10, "every act stands in the history: {entries}");
    turn(window, "shortVariant");
    window.press(['1']);
    control(window, 's');
    turn(window, "treatment");
    for name in ["rec-add", "rec-nothing"] {
        assert!(!find(window, name).is_enabled(), "{name} is closed");
    }
    assert!(!has(window, "rec-withdraw"), "no recommendation can be withdrawn");
    turn(window, "history");
    find(window, "history-row");
    assert_eq!(window.find_all(&part("history-row")).len(), entries, "keys on a closed case record nothing");
    picture(window, "history");
}
