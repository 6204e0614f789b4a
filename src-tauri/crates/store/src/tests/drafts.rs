//! What was typed and not recorded is there again, for whoever typed it and for nobody else.

use super::*;

fn typed(form: &str, item: &str, words: &str) -> Draft {
    let place = DraftPlace { stream: "case:1".into(), form: form.into(), item: item.into() };
    Draft { place, at: NOW.into(), typed: words.into() }
}

fn kept(store: &mut Store, member: &str) -> Vec<String> {
    store.drafts_of(member).unwrap().0.into_iter().map(|draft| draft.typed).collect()
}

#[test]
fn what_was_typed_is_there_after_a_crash_for_its_member_alone() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    assert!(kept(&mut store, "m1").is_empty() && !room.store().join("drafts.db").exists());
    store.keep_draft("m1", &typed("verdict", "F1", "根拠は")).unwrap();
    store.keep_draft("m1", &typed("verdict", "F1", "根拠は二つ")).unwrap();
    store.keep_draft("m1", &typed("verdict", "F2", "")).unwrap();
    store.keep_draft("m2", &typed("verdict", "F1", "別の人の言葉")).unwrap();
    // No close: the process is gone.
    std::mem::forget(store);
    let mut store = open(&room.store()).unwrap();
    assert_eq!(kept(&mut store, "m1"), ["根拠は二つ", ""]);
    assert_eq!(kept(&mut store, "m2"), ["別の人の言葉"]);
}

#[test]
fn only_what_was_recorded_or_thrown_away_is_forgotten() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    for (form, item) in [("verdict", "F1"), ("verdict", "F2"), ("opinion", "F1")] {
        store.keep_draft("m1", &typed(form, item, form)).unwrap();
    }
    store.keep_draft("m2", &typed("verdict", "F1", "other")).unwrap();
    assert!(store.drop_draft("m1", &typed("verdict", "F1", "").place).unwrap());
    assert!(!store.drop_draft("m1", &typed("verdict", "F1", "").place).unwrap());
    assert_eq!(kept(&mut store, "m1").len(), 2);
    assert!(store.drop_drafts_of("m1").unwrap());
    assert!(kept(&mut store, "m1").is_empty());
    assert_eq!(kept(&mut store, "m2"), ["other"]);
}

#[test]
fn nothing_typed_can_be_read_in_the_file() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    store.keep_draft("m1", &typed("summary", "", "a word that stands out")).unwrap();
    store.close().unwrap();
    for entry in std::fs::read_dir(room.store()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(8).any(|found| found == b"stands o"));
    }
}

#[test]
fn a_damaged_file_of_drafts_is_put_aside_and_closes_no_store() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/1", 1);
    store.keep_draft("m1", &typed("summary", "", "x")).unwrap();
    store.close().unwrap();
    let path = room.store().join("drafts.db");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[40] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    let mut store = open(&room.store()).unwrap();
    let (left, aside) = store.drafts_of("m1").unwrap();
    assert!(left.is_empty());
    assert_eq!(std::fs::read(aside.expect("where it is now")).unwrap(), bytes, "it is kept as it was");
    store.keep_draft("m1", &typed("summary", "", "y")).unwrap();
    assert_eq!(kept(&mut store, "m1"), ["y"]);
}

#[test]
fn too_long_a_draft_is_refused_and_the_one_before_stays() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    store.keep_draft("m1", &typed("summary", "", "x")).unwrap();
    let long = "y".repeat(DRAFT_LIMIT + 1);
    assert!(matches!(
        store.keep_draft("m1", &typed("summary", "", &long)),
        Err(StoreError::DraftTooLong { .. })
    ));
    assert_eq!(kept(&mut store, "m1"), ["x"]);
}
