//! A store from before members had keys of their own opens once more, gives each member keys, and says what is from before.
use std::path::Path;

use entaku_tests::place::Folder;
use entaku_tests::terminal::Terminal;

const FILES: [&str; 3] = ["keys.json", "store.db", "head.log"];

fn lay(store: &Path, files: &[&str]) {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/store-format-4");
    std::fs::create_dir_all(store).expect("a folder can be made");
    for name in files {
        std::fs::copy(kept.join(name), store.join(name)).expect("the store of before can be copied");
    }
}

#[test]
fn a_store_from_before_keys_opens_signs_from_then_on_and_counts_what_is_unsigned() {
    let folder = Folder::new("older-store");
    let store = folder.join("store");
    lay(&store, &FILES);
    let terminal = Terminal::on(&store).with_password("entaku-demo-2026");
    let cases = terminal.ok(&["cases"]);
    assert_eq!(cases.as_array().map(Vec::len), Some(3));
    let found = terminal.ok(&["verify", "--deep"]);
    assert_eq!((found["ok"].as_bool(), found["unsigned"].as_u64()), (Some(true), Some(70)), "{found}");
    // Whoever has not been here since comes in by the former slot, and has keys from then on.
    let case = cases[0]["caseId"].as_str().expect("a case has an id");
    for who in ["suzuki", "takahashi"] {
        terminal.ok(&["show", case, "--as", who]);
    }
    let found = terminal.ok(&["verify", "--deep", "--as", "tanaka"]);
    assert_eq!(found["unsigned"], 70, "everything since is signed: {found}");

    // The key file of before, laid back: who has keys does not come in by it, not even with the right password.
    lay(&store, &["keys.json"]);
    let refused = terminal.refused(&["show", case, "--as", "suzuki"]);
    assert_eq!(refused["code"], "sign-in-refused", "{refused}");
    let message = refused["message"].as_str().unwrap_or_default();
    assert!(message.contains("keys.json"), "it says why: {message}");
}
