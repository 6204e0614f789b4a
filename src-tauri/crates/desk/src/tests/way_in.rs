//! Signing in: what guessing costs, what a member is told, what the clock says.

use super::meeting::Ticking;
use super::{demo_case, desk, done, folder_and, refused};
use crate::{Desk, Environment, KdfParams, dispatch};
use entaku_domain::event::Stream;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

const PASSWORD: &str = "円卓のための合言葉-2026";

#[test]
fn wrong_passwords_wait_are_told_and_stand_in_the_access_log() {
    let seconds = Arc::new(AtomicI64::new(0));
    let (mut desk, folder) = folder_and(Arc::new(Ticking(Arc::clone(&seconds))));
    done(
        &mut desk,
        "create_store",
        json!({ "institution": "円卓大学病院", "member": "佐藤", "password": PASSWORD }),
    );
    done(&mut desk, "sign_out", json!({}));
    let enter = |password: &str| json!({ "signIn": "佐藤", "password": password });
    let said =
        |desk: &mut Desk, password: &str| dispatch(desk, "open_store", enter(password)).unwrap_err().message;
    for _ in 0..5 {
        assert!(said(&mut desk, "違う合言葉かもしれない-1").contains("正しくありません"));
    }
    assert!(said(&mut desk, PASSWORD).contains("2秒後"), "even the right one waits");
    // Another program, at once: the attempts are counted on.
    let kdf = KdfParams { memory_kib: 64, passes: 1, lanes: 1 };
    let clock = Arc::new(Ticking(Arc::clone(&seconds)));
    let store_dir = folder.0.join("store");
    let mut other =
        Desk::new(Environment { clock, store_dir, state_dir: None, device: "other".to_owned(), kdf })
            .unwrap();
    assert!(said(&mut other, PASSWORD).contains("秒後"));
    seconds.fetch_add(60, Ordering::Relaxed);
    let session = done(&mut other, "open_store", enter(PASSWORD));
    assert_eq!(session["failedBefore"]["count"], 5, "{session}");
    let stream = Stream::Access;
    let kinds: Vec<_> = other
        .session()
        .unwrap()
        .store
        .load_events(&stream)
        .unwrap()
        .iter()
        .map(|event| event.body.kind())
        .collect();
    assert_eq!(kinds, ["access.signedIn", "access.signedIn", "access.signInsFailed"]);
    // The password of a signature and of a change are guessed at no faster.
    for _ in 0..5 {
        let change = json!({ "old": "違う合言葉かもしれない-1", "new": "別の長い合言葉-円卓-77" });
        assert_eq!(refused(&mut other, "change_password", change), "sign-in-refused");
    }
    let right = json!({ "old": PASSWORD, "new": "別の長い合言葉-円卓-77" });
    assert!(dispatch(&mut other, "change_password", right).unwrap_err().message.contains("2秒後"));
}

#[test]
fn a_clock_that_stands_before_the_last_record_is_noticed_recorded_and_shown() {
    let seconds = Arc::new(AtomicI64::new(0));
    let (mut desk, _folder) = folder_and(Arc::new(Ticking(Arc::clone(&seconds))));
    done(
        &mut desk,
        "create_store",
        json!({ "institution": "円卓大学病院", "member": "佐藤", "password": PASSWORD }),
    );
    done(&mut desk, "sign_out", json!({}));
    let three_years = 3 * 365 * 24 * 3600;
    seconds.fetch_sub(three_years, Ordering::Relaxed);
    let session = done(&mut desk, "open_store", json!({ "password": PASSWORD }));
    assert!(session["clockBehind"].is_string(), "{session}");
    let stream = Stream::Access;
    let last = desk.session().unwrap().store.load_events(&stream).unwrap().pop().unwrap();
    assert_eq!(last.body.kind(), "access.clockBehind");
    seconds.fetch_add(three_years, Ordering::Relaxed);
    let session = done(&mut desk, "open_store", json!({ "password": PASSWORD }));
    assert_eq!(session["clockBehind"], Value::Null, "{session}");
}

#[test]
fn a_backup_is_put_back_elsewhere_and_finds_a_store_laid_back() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let dir = std::path::PathBuf::from(
        done(&mut desk, "app_info", json!({}))["session"]["storeDir"].as_str().unwrap(),
    );
    let backup = folder.0.join("円卓.backup");
    let made = done(&mut desk, "backup", json!({ "out": backup }));
    assert_eq!(made["sha256"], entaku_store::sha256_hex(&std::fs::read(&backup).unwrap()));
    let own = refused(&mut desk, "backup", json!({ "out": dir.join("x.backup") }));
    assert_eq!(own, "file", "never into the store itself");
    // What comes after the backup.
    let older = folder.0.join("older");
    done(&mut desk, "sign_out", json!({}));
    std::fs::create_dir(&older).unwrap();
    for entry in std::fs::read_dir(&dir).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), older.join(entry.file_name())).unwrap();
    }
    let demo = "entaku-demo-2026";
    done(&mut desk, "open_store", json!({ "dir": dir, "signIn": "sato", "password": demo }));
    let opened = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    let case = super::decide_all(&mut desk, &opened);
    let case = super::sign_all(&mut desk, &case);
    let at = json!({ "caseId": case["caseId"], "expectedVersion": case["version"] });
    done(&mut desk, "finalise_report", at);
    let paper = folder.0.join("第1版.pdf");
    done(
        &mut desk,
        "export_document",
        json!({ "caseId": case["caseId"], "kind": "panel", "revision": 1, "out": paper }),
    );
    let later = folder.0.join("later.backup");
    done(&mut desk, "backup", json!({ "out": later }));
    for file in [&backup, &later, &paper] {
        assert_eq!(
            done(&mut desk, "verify_store", json!({ "against": file }))["ok"],
            true,
            "{}",
            file.display()
        );
    }

    // What is printed at its foot can be typed where there is only paper, and stands in the file.
    let printed = entaku_report::JournalEnd::named_in(&std::fs::read(&paper).unwrap()).unwrap();
    let typed = format!("{}件 / {}", printed.events, printed.hash);
    assert_eq!(done(&mut desk, "verify_store", json!({ "against": typed }))["ok"], true, "{typed}");
    let other = format!("{}:{}", printed.events, "0123456789abcdef");
    assert_eq!(done(&mut desk, "verify_store", json!({ "against": other }))["ok"], false, "another hash");
    // Another program saved it anew.
    let saved = folder.0.join("saved.pdf");
    std::fs::write(&saved, [std::fs::read(&paper).unwrap(), b"\n% saved\n".to_vec()].concat()).unwrap();
    let found = done(&mut desk, "verify_store", json!({ "against": saved }));
    let said = found["findings"][0].as_str().unwrap();
    assert!(found["ok"] == false && said.contains("末尾は含まれています"), "{found}");

    // The whole folder is laid back, head.log and all: sound in itself, and found by one later paper or backup.
    done(&mut desk, "open_store", json!({ "dir": older, "signIn": "sato", "password": demo }));
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
    for (file, fine) in [(&backup, true), (&later, false), (&paper, false)] {
        let found = done(&mut desk, "verify_store", json!({ "against": file }));
        assert_eq!(found["ok"], fine, "{}: {found}", file.display());
    }
    assert_eq!(done(&mut desk, "verify_store", json!({ "against": typed }))["ok"], false, "laid back");
    let found = done(&mut desk, "verify_store", json!({ "against": saved }));
    assert!(found["findings"][0].as_str().unwrap().contains("古い状態に戻されています"), "{found}");

    let into = folder.0.join("elsewhere");
    let restore =
        |dir: &std::path::Path| json!({ "from": backup, "dir": dir, "signIn": "sato", "password": demo });
    assert_eq!(refused(&mut desk, "restore", restore(&dir)), "store", "never over a store");
    let restored = done(&mut desk, "restore", restore(&into));
    assert_eq!(restored["events"], made["events"]);
    assert_eq!(restored["session"]["member"]["signIn"], "sato");
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
    assert_eq!(done(&mut desk, "access_log", json!({}))[0]["what"], "access.restored");
    let broken = folder.0.join("broken.backup");
    std::fs::write(&broken, b"PK no archive").unwrap();
    let wrong = json!({ "from": broken, "dir": folder.0.join("nowhere"), "password": demo });
    assert_eq!(refused(&mut desk, "restore", wrong), "file");
    assert!(!folder.0.join("nowhere").exists());
}
