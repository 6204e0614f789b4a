//! Signing in: what guessing costs, what a member is told, what the clock says.

use super::meeting::Ticking;
use super::{done, folder_and, refused};
use crate::{Desk, Environment, KdfParams, dispatch};
use entaku_domain::event::Stream;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

const PASSWORD: &str = "円卓のための合言葉-2026";

#[test]
fn wrong_passwords_wait_are_told_and_stand_in_the_access_log() {
    let seconds = Arc::new(AtomicI64::new(0));
    let (mut desk, folder) = folder_and(Box::new(Ticking(Arc::clone(&seconds))));
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
    let clock = Box::new(Ticking(Arc::clone(&seconds)));
    let store_dir = folder.0.join("store");
    let mut other = Desk::new(Environment { clock, store_dir, device: "other".to_owned(), kdf }).unwrap();
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
    let (mut desk, _folder) = folder_and(Box::new(Ticking(Arc::clone(&seconds))));
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
