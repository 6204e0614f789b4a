//! Flipped bits, cut files: refused or named, never a panic, never a silent repair.

use super::*;

/// Opens and reads everything; what went wrong, in words.
fn inspect(dir: &Path) -> Result<(), String> {
    let store = open(dir).map_err(|error| error.to_string())?;
    let verification =
        store.verify_deep_with(&mut super::screens::Again::default()).map_err(|error| error.to_string())?;
    for info in store.streams("").map_err(|error| error.to_string())? {
        store.load_stream(&info.stream).map_err(|error| error.to_string())?;
    }
    if verification.ok { Ok(()) } else { Err(format!("{verification:?}")) }
}

fn sample_store(room: &Room) -> PathBuf {
    let (mut store, _) = make(&room.store());
    for number in 1..=12 {
        let case = format!("c{number}");
        let bytes = format!("file {number} ").repeat(900).into_bytes();
        let file = NewAttachment { name: "report.json", media_type: "application/json", bytes: &bytes };
        store
            .append(
                &format!("case/{case}"),
                0,
                &[event(number, "x")],
                &super::screens::change(&case, number),
                &[file],
            )
            .unwrap();
    }
    store.close().unwrap();
    room.store()
}

#[test]
fn a_sound_store_passes_the_deep_verification() {
    let room = Room::new();
    assert_eq!(inspect(&sample_store(&room)), Ok(()));
}

#[test]
fn every_flipped_bit_in_the_database_is_found() {
    let room = Room::new();
    let dir = sample_store(&room);
    let sound = std::fs::read(dir.join("store.db")).unwrap();
    // Spread over the file, at other places of a page each time, page ends (IV, HMAC) included.
    for sample in 0..40usize {
        let at = (sample * (sound.len() / 40) + sample * 97) % sound.len();
        let broken = room.path().join(format!("broken-{sample}"));
        copy_folder(&dir, &broken);
        let mut bytes = sound.clone();
        bytes[at] ^= 1 << (sample % 8);
        std::fs::write(broken.join("store.db"), &bytes).unwrap();
        assert!(inspect(&broken).is_err(), "bit {} of byte {at} of {} went unseen", sample % 8, sound.len());
        let after = std::fs::read(broken.join("store.db")).unwrap();
        assert_eq!(after, bytes, "looking at a damaged file must not change it");
        std::fs::remove_dir_all(&broken).unwrap();
    }
}

#[test]
fn a_cut_database_is_found() {
    let room = Room::new();
    let dir = sample_store(&room);
    let sound = std::fs::read(dir.join("store.db")).unwrap();
    for part in [0, 1, 15, 4096, sound.len() / 2, sound.len() - 4096, sound.len() - 1] {
        let broken = room.path().join(format!("cut-{part}"));
        copy_folder(&dir, &broken);
        std::fs::write(broken.join("store.db"), &sound[..part]).unwrap();
        assert!(inspect(&broken).is_err(), "cut to {part} of {} bytes", sound.len());
    }
}

#[test]
fn a_flipped_bit_in_the_head_is_told() {
    let room = Room::new();
    let dir = sample_store(&room);
    let path = dir.join("head.log");
    let sound = std::fs::read(&path).unwrap();
    for at in (0..sound.len()).step_by(29) {
        let mut bytes = sound.clone();
        bytes[at] ^= 0x10;
        std::fs::write(&path, &bytes).unwrap();
        let store = open(&dir).unwrap();
        let found = store.verify().unwrap();
        assert!(
            matches!(found.head, HeadState::Worn { unreadable: 1, .. }) && !found.ok,
            "byte {at}: {found:?}"
        );
    }
}

#[test]
fn a_changed_projection_is_found_by_folding_again() {
    for attack in [
        "UPDATE case_row SET status = 'finalised' WHERE case_id = 'c3'",
        "DELETE FROM case_row WHERE case_id = 'c3'",
        "UPDATE past_decision SET class = 'R3' WHERE case_id = 'c5'",
        "DELETE FROM past_decision WHERE case_id = 'c4'",
        "UPDATE search_text SET text = 'x' WHERE doc = 41",
        "DELETE FROM search_gram WHERE rowid = 17",
        "INSERT INTO case_row SELECT 99, 'ghost', 'ghost', status, received_on, recorded_at, sort_key, panel, tumour_type, oncotree, \
         sex, age, findings_total, findings_judged, updated_seq, weighed_since FROM case_row LIMIT 1",
        "UPDATE case_row SET weighed_since = '2999' WHERE case_id = 'c4'",
        "UPDATE evidence_subject SET size = size + 1 WHERE of_case = 'c4'",
        "DELETE FROM evidence_subject WHERE of_case = 'c4'",
    ] {
        let room = Room::new();
        let dir = sample_store(&room);
        let store = open(&dir).unwrap();
        assert!(store.verify().unwrap().ok);
        store.conn.execute_batch(attack).unwrap();
        let found = store.verify_deep_with(&mut super::screens::Again::default()).unwrap();
        assert!(!found.ok && !found.faults.is_empty(), "{attack} went unseen");
    }
}

#[test]
fn a_changed_file_is_found_and_not_handed_out() {
    let room = Room::new();
    let dir = sample_store(&room);
    let store = open(&dir).unwrap();
    let hash = sha256_hex("file 3 ".repeat(900).as_bytes());
    assert_eq!(store.attachment(&hash).unwrap().name, "report.json");
    store
        .conn
        .execute_batch("DROP TRIGGER attachment_is_never_updated; UPDATE attachment SET encoding = 'plain', size = length(bytes)")
        .unwrap();
    assert!(matches!(store.attachment(&hash), Err(StoreError::Damaged { .. })));
    assert!(!store.verify_deep_with(&mut super::screens::Again::default()).unwrap().ok);
    assert!(matches!(store.attachment("00"), Err(StoreError::NoAttachment(_))));
}

#[test]
fn the_keys_of_another_store_do_not_open_this_database() {
    let room = Room::new();
    let dir = sample_store(&room);
    drop(make(&room.path().join("other")));
    std::fs::copy(room.path().join("other/keys.json"), dir.join("keys.json")).unwrap();
    let error = open(&dir).unwrap_err();
    assert!(
        matches!(error, StoreError::KeysDiffer { .. }),
        "the key file is the wrong one, the database is sound: {error}"
    );
}

#[test]
fn a_page_torn_while_it_was_moved_from_the_log_is_whole_there_and_no_damage() {
    const PAGE: usize = 4096;
    let room = Room::new();
    let mut store = open(&sample_store(&room)).unwrap();
    let change = super::screens::change("c13", 13);
    // Nothing that shrinks, so that the database grows and its first page is written anew.
    let noise: Vec<u8> =
        (0..200_000_u64).map(|n| (n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8).collect();
    let file = NewAttachment { name: "noise", media_type: "application/octet-stream", bytes: &noise };
    store.append("case/c13", 0, &[event(13, "x")], &change, &[file]).unwrap();
    let torn = room.path().join("torn");
    copy_folder(&room.store(), &torn);
    std::fs::remove_file(torn.join("store.db-shm")).unwrap();
    store.checkpoint().unwrap();
    let moved = std::fs::read(room.store().join("store.db")).unwrap();
    let before = std::fs::read(torn.join("store.db")).unwrap();
    // Power fails while the pages are moved: the first half of each has come.
    let mut half = before.clone();
    half.resize(moved.len().max(before.len()), 0);
    let differ = |page: &usize| {
        before.get(page * PAGE..(page + 1) * PAGE) != moved.get(page * PAGE..(page + 1) * PAGE)
    };
    let pages: Vec<usize> = (0..moved.len() / PAGE).filter(differ).collect();
    assert!(pages.len() > 3, "several pages were in the log: {pages:?}");
    for page in &pages {
        let (from, to) = (page * PAGE, page * PAGE + PAGE / 2);
        half[from..to].copy_from_slice(&moved[from..to]);
    }
    std::fs::write(torn.join("store.db"), &half).unwrap();
    assert_eq!(inspect(&torn), Ok(()), "nothing is lost, so nothing is called damaged");

    // So is the first page, with the salt at its head.
    let headless = room.path().join("headless");
    copy_folder(&torn, &headless);
    std::fs::copy(room.store().join("store.db-wal"), headless.join("store.db-wal")).unwrap();
    let mut bytes = half.clone();
    bytes[..512].fill(0x5a);
    std::fs::write(headless.join("store.db"), &bytes).unwrap();
    assert!(pages.contains(&0), "the first page is in the log: {pages:?}");
    assert_eq!(inspect(&headless), Ok(()), "nothing is lost there either");

    // A page that the log does not hold is damage as ever.
    let rotten = room.path().join("rotten");
    drop(store);
    copy_folder(&room.store(), &rotten);
    let mut bytes = std::fs::read(rotten.join("store.db")).unwrap();
    bytes[3 * PAGE + 100] ^= 4;
    std::fs::write(rotten.join("store.db"), bytes).unwrap();
    assert!(inspect(&rotten).is_err());
}
