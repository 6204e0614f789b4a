//! Every command in every role: who may, and what the answers tell of a patient. Answers are compared, not only refusals.

mod asked;

use super::{desk, done};
use crate::acts::TABLE;
use crate::{Desk, dispatch};
use asked::{GERMLINE, IDENTITY, NO_ANSWER, asked, seeded, sees};
use entaku_domain::member::Role;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const PASSWORD: &str = "entaku-demo-2026";

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        match path.is_dir() {
            true => copy(&path, &target),
            false => drop(std::fs::copy(&path, &target).unwrap()),
        }
    }
}

fn told<'t>(text: &str, tokens: &'t [&'t str]) -> Vec<&'t str> {
    tokens.iter().copied().filter(|token| text.contains(token)).collect()
}

#[test]
fn no_answer_tells_a_role_what_it_may_not_see_and_no_role_does_what_it_may_not() {
    let (mut desk, folder) = desk();
    std::fs::create_dir_all(folder.0.join("out")).unwrap();
    let room = seeded(&mut desk, &folder.0);
    let dir = done(&mut desk, "app_info", json!({}))["session"]["storeDir"].as_str().unwrap().to_owned();
    done(&mut desk, "sign_out", json!({}));
    let mut seen_of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut wrong: Vec<String> = Vec::new();
    for role in Role::ALL {
        let own = folder.0.join(format!("store-{role:?}"));
        copy(Path::new(&dir), &own);
        let enter = json!({ "dir": own, "signIn": format!("{role:?}"), "password": PASSWORD });
        let session = done(&mut desk, "open_store", enter);
        let version = done(&mut desk, "open_case", json!({ "caseId": room.case }))["version"].clone();
        for entry in TABLE {
            let name = entry.name;
            let (who, calls) = asked(name, &room, &version, role);
            let offered = session["may"].as_array().unwrap().contains(&json!(name));
            if offered != who.may(role) {
                wrong.push(format!("{name} is offered to {role:?}: {offered}"));
            }
            for args in calls {
                let answer = dispatch(&mut desk, name, args.clone());
                let forbidden = answer.as_ref().is_err_and(|error| error.code == "forbidden");
                let answered = answer.is_ok() || sees(role) || forbidden || NO_ANSWER.contains(&name);
                if forbidden == who.may(role) || !answered {
                    wrong.push(format!("{name} {args} by {role:?}: {answer:?}"));
                }
                let text = match answer {
                    Ok(value) => value.to_string(),
                    Err(error) => format!("{error:?}"),
                };
                let found: Vec<_> =
                    told(&text, &IDENTITY).into_iter().chain(told(&text, &GERMLINE)).collect();
                match sees(role) {
                    true => seen_of.entry(name).or_default().extend(found),
                    false if found.is_empty() => {}
                    false => wrong.push(format!("{name} {args} tells {role:?} {found:?}")),
                }
            }
        }
        done(&mut desk, "sign_out", json!({}));
    }
    for file in std::fs::read_dir(folder.0.join("out")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with("Viewer") || name.starts_with("Administrator") {
            let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
            let found: Vec<_> = told(&text, &IDENTITY).into_iter().chain(told(&text, &GERMLINE)).collect();
            if !found.is_empty() {
                wrong.push(format!("{name} holds {found:?}"));
            }
        }
    }
    // What is kept from the others is there to be seen: each of these shows it to whoever may see it.
    for (name, tokens) in [
        ("show_identity", &IDENTITY[..4]),
        (
            "open_case",
            &[
                "R2318",
                "QJUDGED",
                "QREASON",
                "QADVICE",
                "QBASIS",
                "QREFERRED",
                "QSCALE",
                "QSUMMARY",
                "QMINUTES",
                "QCCAT",
                "識別花子",
            ],
        ),
        ("finding_detail", &["QREASON", "QOPINION", "QJUDGED", "QSCALE"]),
        ("past_decisions", &["R2318", "QJUDGED", "QSCALE", "識別花子"]),
        ("case_history", &["R2318"]),
        ("open_meeting", &["QMINUTES", "昭和32年3月4日"]),
        ("access_log", &["識別花子", "R2318"]),
    ] {
        let seen = &seen_of[name];
        let missing: Vec<_> = tokens.iter().filter(|token| !seen.contains(**token)).collect();
        if !missing.is_empty() {
            wrong.push(format!("{name} shows nobody {missing:?}, only {seen:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_search_does_not_betray_by_finding_and_the_answer_says_what_it_leaves_out() {
    let (mut desk, folder) = desk();
    let room = seeded(&mut desk, &folder.0);
    let dir = done(&mut desk, "app_info", json!({}))["session"]["storeDir"].clone();
    let found = |desk: &mut Desk, words: &str| {
        let list = done(desk, "list_cases", json!({ "search": words }));
        list["cases"].as_array().unwrap().iter().any(|row| row["caseId"] == room.case)
    };
    let secret = ["識別花子", "花子", "シキベツ", "4711-XQ", "BRCA2", "R2318*", "QMINUTES", "保有", "QBASIS"];
    for words in secret {
        assert!(found(&mut desk, words), "the chair finds {words}");
    }
    done(&mut desk, "open_store", json!({ "dir": dir, "signIn": "Viewer", "password": PASSWORD }));
    for words in secret {
        assert!(!found(&mut desk, words), "a viewer does not find {words}");
    }
    for words in ["EGFR", "肺腺癌"] {
        assert!(found(&mut desk, words), "what may be seen is found: {words}");
    }
    let view = done(&mut desk, "open_case", json!({ "caseId": room.case }));
    let parts: Vec<_> = view["notShown"].as_array().unwrap().iter().map(|one| one["part"].clone()).collect();
    assert_eq!(parts, ["identity", "germline"]);
    let said = ["患者の氏名・生年月日・患者番号は", "生殖細胞系列の所見と遺伝に関する判断は"];
    for (one, begins) in view["notShown"].as_array().unwrap().iter().zip(said) {
        let words = one["message"]["ja"].as_str().unwrap();
        assert!(words.starts_with(begins) && words.ends_with("権限がないため表示しません。"), "{words}");
    }
    for gap in view["gaps"].as_array().unwrap().iter().chain(view["reminders"].as_array().unwrap()) {
        let words = gap["message"]["ja"].as_str().unwrap();
        assert!(!words.contains("権限がない"), "what is to be done is said or left out: {gap}");
    }
    assert_eq!(view["patient"]["hasIdentity"], true, "that there is a name is no secret");
    assert_eq!(view["summary"], "（権限がないため表示しません）");
    assert!(
        view["findings"].as_array().unwrap().iter().any(|row| row["findingId"] == "F2"),
        "the tumour's own stays"
    );
    let args = json!({ "caseId": room.case, "findingId": "G1" });
    let refused = dispatch(&mut desk, "finding_detail", args).unwrap_err();
    assert!(refused.code == "forbidden" && refused.message.contains("権限がないため"), "{refused:?}");
    done(&mut desk, "open_store", json!({ "dir": dir, "signIn": "sato", "password": PASSWORD }));
    let view = done(&mut desk, "open_case", json!({ "caseId": room.case }));
    assert_eq!(view["notShown"], json!([]));
}

/// A role that takes data out sees what it takes out: an export is no way around.
#[test]
fn who_takes_data_out_may_see_it() {
    use crate::Right;
    for right in [Right::Export, Right::TakeOut, Right::Documents, Right::Release, Right::Explain] {
        for role in right.roles() {
            for needed in [Right::Identity, Right::Germline] {
                assert!(needed.roles().contains(role), "{right:?} of {role:?}, without {needed:?}");
            }
        }
    }
}
