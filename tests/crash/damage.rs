//! The files of a store changed from outside: whatever is done to them is refused or named, never a panic, never
//! taken for sound.
use entaku_tests::crash::{Fate, Made, fate, receive};
use entaku_tests::desk::PASSWORD;
use entaku_tests::terminal::Terminal;
use serde_json::json;

/// Positions of the database at which one byte is changed.
const FLIPS: u64 = 60;

#[test]
fn a_changed_byte_anywhere_in_the_database_is_refused_or_named() {
    let made = Made::new("damage-flip");
    let size = std::fs::metadata(made.store().join("store.db")).expect("the database").len();
    let (mut closed, mut told) = (0, 0);
    for flip in 0..FLIPS {
        // Spread over the file, never at the same place of a page; the first bytes and the last one are among them.
        let at = if flip + 1 == FLIPS { size - 1 } else { flip * (size / FLIPS) + flip * 67 % 4096 };
        let folder = made.copy("damage-flip-copy");
        let database = folder.join("store/store.db");
        let mut bytes = std::fs::read(&database).expect("the database is read");
        bytes[usize::try_from(at).expect("a small file")] ^= 1 << (flip % 8);
        std::fs::write(&database, bytes).expect("the database is written");
        match fate(folder, &made.content) {
            Fate::Unharmed => panic!("a changed bit in byte {at} of {size} went unseen"),
            Fate::NotOpened(_) => closed += 1,
            Fate::Refused(_) | Fate::Named(_) => told += 1,
        }
    }
    println!("{FLIPS} flips in {size} bytes: {closed} did not open, {told} were told by the check");
    assert!(told > 0, "bytes that opening does not read are among them, otherwise the check was not tried");
}

#[test]
fn a_shortened_database_is_refused_or_named() {
    let made = Made::new("damage-cut");
    let size = std::fs::metadata(made.store().join("store.db")).expect("the database").len();
    for length in [0, 1, 15, 16, 100, 4095, 4096, size / 3, size / 2 / 4096 * 4096, size - 4096, size - 1] {
        let folder = made.copy("damage-cut-copy");
        let database = std::fs::File::options().write(true).open(folder.join("store/store.db"));
        database.and_then(|file| file.set_len(length)).expect("the database is cut");
        assert_ne!(
            fate(folder, &made.content),
            Fate::Unharmed,
            "cut from {size} to {length} bytes, and nobody noticed"
        );
    }
}

#[test]
fn a_missing_file_of_the_store_is_refused_or_named() {
    let made = Made::new("damage-missing");
    for name in ["store.db", "keys.json", "head.log"] {
        let folder = made.copy("damage-missing-copy");
        std::fs::remove_file(folder.join("store").join(name)).expect("the file was there");
        assert_ne!(fate(folder, &made.content), Fate::Unharmed, "{name} is gone, and nobody noticed");
    }
}

#[test]
fn an_untouched_copy_is_sound() {
    let made = Made::new("damage-none");
    assert_eq!(
        fate(made.copy("damage-none-copy"), &made.content),
        Fate::Unharmed,
        "otherwise the tests beside this one would prove nothing"
    );
}

#[test]
fn an_older_database_put_back_is_not_taken_for_the_present_one() {
    let mut made = Made::new("damage-rollback");
    let older = std::fs::read(made.store().join("store.db")).expect("the database is read");
    made.desk.call("open_store", json!({ "password": PASSWORD }));
    receive(&mut made.desk, 4);
    made.desk.call("sign_out", json!({}));

    let folder = made.copy("damage-rollback-copy");
    std::fs::write(folder.join("store/store.db"), older).expect("the older database is put back");
    let ended = Terminal::on(folder.join("store")).run(&["verify"]);
    assert_eq!(ended.status, 1, "the terminal's check is not passed: {ended:?}");
    assert!(
        !ended.stdout.contains("\"ok\":true") && !ended.stdout.contains("\"ok\": true"),
        "nowhere does it say ok: {ended:?}"
    );
    assert_ne!(fate(folder, &made.content), Fate::Unharmed, "nor does the desk take it for sound");
}
