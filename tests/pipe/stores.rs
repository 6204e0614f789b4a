//! The stores that tests of the page begin with, made by the acts of people, each under its own name in `stores`; and the
//! laboratories' files, in `files`. Every test works on a copy.
use std::path::{Path, PathBuf};

use entaku_tests::desk::PASSWORD;
use entaku_tests::laboratory;
use entaku_tests::panel::{advise_and_meet, judge_all, sign_and_finalise};
use serde_json::{Value, json};

use crate::{Begun, anew, copy, files};

/// Cases in the store of many beside the first.
const MANY: u32 = 130;

/// Makes them all.
///
/// * `none`: a computer without a store;
/// * `members`: a panel of three and somebody who only looks, with one phrase, without a case;
/// * `practice`: with one case, of which nothing is decided;
/// * `ready`: it lacks nothing but signatures; `finalised`: nor those;
/// * `many`: with 130 further cases;
/// * `doubt`: the journal's end is not the one that was kept;
/// * `annotated`: the case has findings with consequences on several transcripts;
/// * `settled`: and its report is finalised;
/// * `anew`: findings of the case read otherwise today.
pub fn prepare(folder: &Path) {
    let made = Made { folder };
    let luad = made.file("LUAD-demo.cats.json", files::luad().to_string().as_bytes());
    let small = made.file("small.cats.json", files::small("T-2026-000001").to_string().as_bytes());
    made.file("thousand.cats.json", laboratory::cats("T-2026-001000", 1000).to_string().as_bytes());
    let annotated = made.file("annotated.vcf", files::ANNOTATED.as_bytes());
    made.file("ward/LUAD-demo.cats.json", files::luad().to_string().as_bytes());
    for name in ["a.xml", "b.xml"] {
        made.file(name, files::with_patient(&laboratory::foundation_one(name, 3)).as_bytes());
    }
    made.file("two-patients.maf", files::TWO_PATIENTS.as_bytes());
    made.file("pair.vcf", files::PAIR.as_bytes());
    made.file("notes.txt", "検査の依頼は電話で。".as_bytes());
    made.file("logo.png", &logo());
    made.file("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>");

    made.store("members", None, |desk| {
        desk.call("create_store", json!({
            "institution": "架空大学病院 がんゲノム医療センター", "member": "佐藤 恵子", "signIn": "sato", "password": PASSWORD,
            "roles": ["chair", "administrator"], "qualifications": ["ア"],
        }));
        let me = desk.call("members", json!({}))[0]["memberId"].clone();
        desk.call("change_member", json!({
            "memberId": me, "name": "佐藤 恵子", "institution": "架空大学病院", "institutionKind": "core",
            "field": "呼吸器内科", "fullTime": true, "roles": ["chair", "administrator"], "qualifications": ["ア"],
        }));
        add_member(desk, ("鈴木 一郎", "suzuki"), &["member"], &["エ", "オ"], "病理診断科");
        add_member(desk, ("高橋 花子", "takahashi"), &["geneticCounsellor"], &["ウ"], "遺伝診療科");
        add_member(desk, ("中村 実", "nakamura"), &["viewer"], &[], "");
        desk.call("record_phrase", json!({ "phrase": {
            "title": "確認検査が必要", "reading": "かくにんけんさ", "text": "〔理由〕のため、確認検査が必要と考えます。",
            "fields": ["verdict"], "language": "ja",
        } }));
    });
    made.store("practice", Some("members"), |desk| {
        desk.call(
            "intake",
            json!({ "paths": [luad], "details": details("肺腺癌"), "receivedOn": "2026-11-06" }),
        );
    });
    made.store("ready", Some("practice"), |desk| {
        let case = first_case(desk);
        let case = judge_all(&mut desk.desk, case);
        advise_and_meet(&mut desk.desk, &case);
    });
    made.store("finalised", Some("ready"), |desk| {
        let case = first_case(desk);
        sign_and_finalise(&mut desk.desk, &case);
    });
    made.store("many", Some("practice"), |desk| {
        let tumours = ["大腸癌", "膵癌", "胆道癌", "卵巣癌", "乳癌"];
        for (number, tumour) in (0..MANY).zip(tumours.iter().cycle()) {
            desk.call(
                "intake",
                json!({ "paths": [small], "details": details(tumour), "receivedOn": day(number) }),
            );
        }
    });
    made.store("annotated", Some("members"), |desk| {
        desk.call(
            "intake",
            json!({ "paths": [annotated], "details": details("肺腺癌"), "receivedOn": "2026-11-06" }),
        );
    });
    made.store("settled", Some("annotated"), |desk| {
        let case = first_case(desk);
        let case = judge_all(&mut desk.desk, case);
        let case = advise_and_meet(&mut desk.desk, &case);
        sign_and_finalise(&mut desk.desk, &case);
    });
    made.doubt();
    copy(&made.path("members"), &made.path("anew"));
    anew::begin(&made.path("anew"), files::luad().to_string().as_bytes());
    std::fs::remove_dir_all(folder.join("work")).expect("what was worked on goes");
}

struct Made<'a> {
    folder: &'a Path,
}

impl Made<'_> {
    fn path(&self, store: &str) -> PathBuf {
        self.folder.join("stores").join(store)
    }

    /// Writes a file; gives its path.
    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.join("files").join(name);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder for files");
        std::fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        path
    }

    /// Makes a store from an earlier one by what people do at it.
    fn store(&self, name: &str, from: Option<&str>, acts: impl FnOnce(&mut Begun)) {
        let work = self.folder.join("work").join(name);
        let mut desk = match from {
            Some(from) => {
                copy(&self.path(from), &work.join("store"));
                let mut desk = Begun::at(&work);
                desk.sign_in("sato");
                desk
            }
            None => Begun::at(&work),
        };
        acts(&mut desk);
        desk.call("sign_out", json!({}));
        drop(desk);
        copy(&work.join("store"), &self.path(name));
    }

    /// Puts the head of a store with one act more beside the database without it.
    fn doubt(&self) {
        self.store("later", Some("practice"), |desk| {
            let case = first_case(desk);
            let args = json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "summary": "後の記録" });
            desk.call("write_summary", args);
        });
        copy(&self.path("practice"), &self.path("doubt"));
        let head = |store: &str| self.path(store).join("head.log");
        std::fs::copy(head("later"), head("doubt")).expect("a store has a head");
    }
}

fn add_member(desk: &mut Begun, who: (&str, &str), roles: &[&str], keys: &[&str], field: &str) {
    let (name, sign_in) = who;
    let form = json!({
        "name": name, "signIn": sign_in, "institution": "架空大学病院", "roles": roles,
        "qualifications": keys, "institutionKind": "core", "field": field, "fullTime": true,
    });
    entaku_tests::panel::enrol(|name, args| desk.call(name, args), form);
}

/// The case that came first, as it stands.
fn first_case(desk: &mut Begun) -> Value {
    let listed = desk.call("list_cases", json!({}));
    let case_id = listed["cases"][0]["caseId"].clone();
    desk.call("open_case", json!({ "caseId": case_id }))
}

fn details(tumour: &str) -> Value {
    json!({
        "name": "山田 花子", "hospitalId": "0012345", "sex": "female", "age": 62, "tumourType": tumour, "oncotree": "LUAD",
        "wish": "wants", "diagnosis": "右上葉肺癌 術後再発", "pathology": "浸潤性粘液性腺癌", "specimenKind": "FFPE",
        "specimenSite": "右肺上葉", "specimenCollectedOn": "2026-10-05", "tumourContent": 35,
        "ccatFindings": "notRecorded",
        "treatments": [{
            "line": 1, "regimen": "オシメルチニブ", "from": "2025-04-01", "to": "2026-09-20", "bestResponse": "PR",
            "endedBecause": "増悪",
        }],
    })
}

/// A day after the first case came, so that it stays the last of the list, and nobody waits too long.
fn day(number: u32) -> String {
    format!("2026-11-{:02}", 7 + number % 15)
}

/// A picture of one blue point, as PNG.
fn logo() -> Vec<u8> {
    const BYTES: [u8; 69] = [
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
        0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53, 0xde, 0x00,
        0x00, 0x00, 0x0c, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x50, 0x70, 0x58, 0x00, 0x00, 0x01, 0x84,
        0x01, 0x01, 0x7f, 0x83, 0x6f, 0x3d, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60,
        0x82,
    ];
    BYTES.to_vec()
}
