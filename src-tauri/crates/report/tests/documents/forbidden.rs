//! Sentences that were once printed or proposed and are not true, or tell what is withheld: they stand in no text of the
//! program any more, wherever its texts are.

use std::path::{Path, PathBuf};

/// What may not be said, and why.
const FORBIDDEN: &[(&str, &str)] = &[
    ("遺伝についてお伝えすることはありません", "an all-clear that nobody gave"),
    ("nothing to tell you about heredity", "an all-clear that nobody gave"),
    ("根拠の一部は本書に記載していません", "tells that something is withheld"),
    ("part of the basis is not stated", "tells that something is withheld"),
    ("条件を満たせば公的医療保険", "outside the insured use is not insured"),
    ("家族には伝わりません", "not true of a germline change"),
    ("not passed on to the family", "not true of a germline change"),
    ("がんとの関わりがはっきりしていない", "said of benign changes too"),
    ("選ぶときの手がかり", "says nothing of resistance"),
    ("治療につながる", "resistance matters too and leads to no treatment"),
    ("短い変異", "no term of the field"),
    ("治験の番号", "a jRCTs number is no 治験"),
    ("治験担当者", "the study may be no 治験"),
    ("お薬をそのまま続けて", "the medicine may have been stopped"),
];

fn texts(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the sources are here").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let tests = name.contains("test") || name == "target";
        if path.is_dir() && !tests {
            texts(&path, found);
        } else if !tests && (name.ends_with(".rs") || name.ends_with(".json")) {
            found.push(path);
        }
    }
}

#[test]
fn no_text_says_what_is_not_true_or_may_not_be_told() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut all = Vec::new();
    texts(&crates, &mut all);
    assert!(all.len() > 200, "{} files", all.len());
    for path in all {
        let text = std::fs::read_to_string(&path).expect("a source is text");
        for (words, why) in FORBIDDEN {
            assert!(!text.contains(words), "{}: “{words}”: {why}", path.display());
        }
    }
}
