//! Imports as versions: which answers, and what leaves the store as it was.

use crate::made::{Folder, evidence, import, many, on, options, row};
use entaku_knowledge::{
    ImportOptions, ImportOutcome, KnowledgeKind, KnowledgeStore, KnowledgeStoreError, VersionFrom,
};
use std::path::Path;

#[test]
fn the_newest_version_answers_whatever_the_order_of_import() {
    let folder = Folder::new();
    let mut store = folder.store();
    let level = |level| evidence(&[row(&[("evidence_id", "1"), ("evidence_level", level)])]);
    let newer = import(&mut store, "01-Oct-2026-E.tsv", &level("A")).unwrap().import;
    let older = import(&mut store, "01-Sep-2026-E.tsv", &level("B")).unwrap().import;
    let undated =
        evidence(&[row(&[("evidence_id", "1"), ("evidence_level", "D"), ("last_review_date", "")])]);
    let undated = import(&mut store, "x.tsv", &undated).unwrap().import;
    assert_eq!(undated.version_from, VersionFrom::ImportDay);
    let answered = |store: &KnowledgeStore| {
        let known = store.evidence_for(&["BRAF"], false).unwrap();
        known.iter().map(|known| known.item.level.as_ref().unwrap().level.clone()).collect::<Vec<_>>()
    };
    assert_eq!(answered(&store), ["A"], "not the one that tells no day, though it came last");
    assert_eq!(store.items_of(&older.id).unwrap().first().unwrap().level.as_ref().unwrap().level, "B");
    assert_eq!(store.remove(&newer.id).unwrap().id, newer.id);
    assert_eq!(answered(&store), ["B"]);
    assert_eq!(store.imports().unwrap().len(), 2);
    assert!(matches!(store.remove(&newer.id), Err(KnowledgeStoreError::NoSuchImport(_))));
    let again = import(&mut store, "01-Oct-2026-E.tsv", &level("A")).unwrap().import;
    assert_ne!(again.id, newer.id, "an id is never given again");
}

#[test]
fn of_one_day_the_fuller_file_answers() {
    let folder = Folder::new();
    let mut store = folder.store();
    let submitted = row(&[("evidence_id", "2"), ("evidence_status", "submitted")]);
    let both = evidence(&[row(&[("evidence_id", "1")]), submitted]);
    import(&mut store, "01-Oct-2026-AcceptedAndSubmittedClinicalEvidenceSummaries.tsv", &both).unwrap();
    import(&mut store, "01-Oct-2026-AcceptedClinicalEvidenceSummaries.tsv", &many(1)).unwrap();
    assert_eq!(store.evidence_for(&["BRAF"], true).unwrap().len(), 2);
    assert_eq!(store.evidence_for(&["BRAF"], false).unwrap().len(), 1);
}

#[test]
fn the_same_bytes_again_are_told_and_not_doubled() {
    let folder = Folder::new();
    let mut store = folder.store();
    let path = folder.file("a.tsv", many(3));
    let first = store.import(&path, &options(), &mut on).unwrap();
    assert_eq!((first.outcome, first.import.ledger.kept), (ImportOutcome::Kept, 3));
    let other = folder.file("b.tsv", many(3));
    let again = store.import(&other, &options(), &mut on).unwrap();
    assert_eq!((again.outcome, &again.import), (ImportOutcome::Already, &first.import));
    assert_eq!(store.evidence_for(&["BRAF"], false).unwrap().len(), 3);
}

#[test]
fn a_trial_tells_everything_and_keeps_nothing() {
    let folder = Folder::new();
    let mut store = folder.store();
    let dry = ImportOptions { dry_run: true, ..options() };
    let tried = store.import_bytes("01-Oct-2026-E.tsv", many(3).as_bytes(), &dry, &mut on).unwrap();
    assert_eq!(
        (tried.outcome, tried.import.ledger.kept, tried.import.id.as_str()),
        (ImportOutcome::Tried, 3, "")
    );
    assert_eq!(tried.import.version, "2026-10-01");
    assert_eq!((store.imports().unwrap().len(), store.evidence_for(&["BRAF"], false).unwrap().len()), (0, 0));
    let reading = KnowledgeStore::open_reading(&folder.path().join("none")).unwrap();
    assert!(reading.imports().unwrap().is_empty() && !folder.path().join("none").exists());
}

#[test]
fn what_breaks_off_or_is_no_such_file_changes_nothing() {
    let folder = Folder::new();
    let mut store = folder.store();
    import(&mut store, "01-Sep-2026-E.tsv", &many(2)).unwrap();
    let before = store.imports().unwrap();
    let whole = many(400);
    let half = whole.get(..whole.len() - 60).unwrap();
    let no_text: &[u8] = b"gene\trole\nKRAS\t\xFF\xFE\n";
    let zeros: &[u8] = b"gene\trole\nKRAS\0\toncogene\n";
    for (content, code) in [
        (half.as_bytes(), "knowledge-damaged"),
        (no_text, "knowledge-damaged"),
        (zeros, "knowledge-damaged"),
        (b"".as_slice(), "knowledge-damaged"),
        (b"a\tb\n1\t2\n".as_slice(), "knowledge-unrecognised"),
        (b"gene,role\nKRAS,driver\n".as_slice(), "knowledge-nothing-kept"),
        (b"gene,role\n".as_slice(), "knowledge-nothing-kept"),
        (b"{\"TISSUE\":{\"code\":\"TISSUE\"".as_slice(), "knowledge-damaged"),
        (b"PK\x03\x04 no workbook".as_slice(), "knowledge-damaged"),
        (b"\x1F\x8B\x08".as_slice(), "knowledge-unrecognised"),
    ] {
        let error = store.import_bytes("x.tsv", content, &options(), &mut on).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
        assert!(error.to_string().contains("x.tsv"), "{error}");
        let label = error.label();
        assert!(
            label.ja.contains("x.tsv") && label.en.contains("x.tsv") && label.ja != label.en,
            "{label:?}"
        );
    }
    let named = ImportOptions { kind: Some(KnowledgeKind::Hgnc), ..options() };
    let error = store.import_bytes("x.tsv", many(1).as_bytes(), &named, &mut on).unwrap_err();
    assert!(error.to_string().contains("hgnc_id"), "{error}");
    assert!(store.import(Path::new("/no/such/file"), &options(), &mut on).is_err());
    assert_eq!(store.imports().unwrap(), before);
    assert_eq!(store.evidence_for(&["BRAF"], false).unwrap().len(), 2);
}

#[test]
fn a_stop_changes_nothing() {
    let folder = Folder::new();
    let mut store = folder.store();
    let mut told = 0;
    let mut stop = |progress: entaku_knowledge::ImportProgress| {
        told += 1;
        progress.rows < 300
    };
    let error = store.import_bytes("e.tsv", many(1000).as_bytes(), &options(), &mut stop).unwrap_err();
    assert!(matches!(error, KnowledgeStoreError::Cancelled { .. }), "{error}");
    assert_eq!(told, 3, "asked at 100, 200 and 300 rows");
    assert!(store.imports().unwrap().is_empty());
    assert!(store.evidence_for(&["BRAF"], false).unwrap().is_empty());
}

/// What a killed program leaves is what lies on the disk in the middle of an import.
#[test]
fn a_killed_program_leaves_the_store_as_it_was() {
    let folder = Folder::new();
    let mut store = folder.store();
    import(&mut store, "01-Sep-2026-E.tsv", &many(2)).unwrap();
    let (from, to) = (folder.path().join("knowledge"), folder.path().join("after"));
    let mut copied = false;
    let mut copy = |progress: entaku_knowledge::ImportProgress| {
        if progress.rows >= 20_000 && !copied {
            std::fs::create_dir(&to).unwrap();
            for end in ["knowledge.db", "knowledge.db-wal"] {
                std::fs::copy(from.join(end), to.join(end)).unwrap();
            }
            copied = true;
        }
        true
    };
    let big = many(20_100);
    store.import_bytes("01-Oct-2026-E.tsv", big.as_bytes(), &options(), &mut copy).unwrap();
    let log = std::fs::metadata(to.join("knowledge.db-wal")).unwrap().len();
    assert!(log > 1_000_000, "the copy was made with {log} bytes of the import on the disk");
    let after = KnowledgeStore::open(&to).unwrap();
    assert_eq!(after.imports().unwrap().len(), 1);
    assert_eq!(after.evidence_for(&["BRAF"], false).unwrap().len(), 2);
    assert_eq!(store.evidence_for(&["BRAF"], false).unwrap().len(), 20_100);
}

#[test]
fn another_program_sees_an_import_when_it_is_whole() {
    let folder = Folder::new();
    let mut store = folder.store();
    let other = folder.store();
    let reading = KnowledgeStore::open_reading(&folder.path().join("knowledge")).unwrap();
    let mut seen = Vec::new();
    let mut look = |_| {
        seen.push(other.imports().unwrap().len());
        true
    };
    store.import_bytes("e.tsv", many(300).as_bytes(), &options(), &mut look).unwrap();
    assert!(seen.len() >= 3 && seen.iter().all(|count| *count == 0), "{seen:?}");
    assert_eq!((other.imports().unwrap().len(), reading.imports().unwrap().len()), (1, 1));
    assert!(matches!(
        KnowledgeStore::open_reading(&folder.path().join("knowledge")).unwrap().remove("K1"),
        Err(KnowledgeStoreError::ReadOnly(_))
    ));
}

#[test]
fn a_database_that_is_damaged_foreign_or_newer_is_told_and_left_alone() {
    let folder = Folder::new();
    let path = folder.path().join("knowledge.db");
    std::fs::write(
        &path,
        "this is no database, and longer than the first header of one would be at any rate ".repeat(20),
    )
    .unwrap();
    let before = std::fs::read(&path).unwrap();
    let error = KnowledgeStore::open(folder.path()).unwrap_err();
    assert!(matches!(error, KnowledgeStoreError::DamagedStore { .. }), "{error}");
    assert!(error.to_string().contains("import the knowledge again"), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    // Format and owner stand at fixed places of the first page (SQLite's file format, 1.3).
    std::fs::remove_file(&path).unwrap();
    drop(KnowledgeStore::open(folder.path()).unwrap());
    let made = std::fs::read(&path).unwrap();
    for (at, code) in [(60, "knowledge-newer"), (68, "knowledge-damaged-store")] {
        let mut changed = made.clone();
        changed.splice(at..at + 4, [0, 0, 0, 99]);
        std::fs::write(&path, &changed).unwrap();
        assert_eq!(KnowledgeStore::open(folder.path()).unwrap_err().code(), code);
        assert_eq!(KnowledgeStore::open_reading(folder.path()).unwrap_err().code(), code);
    }
}

#[test]
fn a_removed_import_gives_its_room_back() {
    let folder = Folder::new();
    let mut store = folder.store();
    let id = import(&mut store, "e.tsv", &many(5_000)).unwrap().import.id;
    store.remove(&id).unwrap();
    drop(store);
    let length = std::fs::metadata(folder.path().join("knowledge/knowledge.db")).unwrap().len();
    assert!(length < 200_000, "{length} bytes are left of an empty store");
}

#[test]
fn what_has_no_end_is_no_file_and_a_store_may_be_handed_to_another_thread() {
    fn is_send<T: Send>(_: &T) {}
    let folder = Folder::new();
    let mut store = folder.store();
    is_send(&store);
    for path in [Path::new("/dev/zero"), folder.path()] {
        let error = store.import(path, &options(), &mut on).unwrap_err();
        assert!(!cfg!(unix) || error.code() == "knowledge-unrecognised", "{error}");
    }
}

#[test]
fn programs_that_make_the_store_at_the_same_moment_do_not_disturb_each_other() {
    for _ in 0..20 {
        let folder = Folder::new();
        let opened: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> =
                (0..4).map(|_| scope.spawn(|| KnowledgeStore::open(folder.path()).map(|_| ()))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        for outcome in opened {
            outcome.unwrap();
        }
    }
}
