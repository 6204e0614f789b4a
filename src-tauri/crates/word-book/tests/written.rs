//! What a sound book becomes.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops where it fails"
)]

use entaku_word_book::{Book, Source, rust_languages, rust_part, typescript_labels, typescript_speech};

fn source(language: &str, part: &str, topic: &str, text: &str) -> Source {
    let [language, part, topic, text] = [language, part, topic, text].map(str::to_owned);
    Source { language, part, topic, text }
}

const JA: &str = "\
finding-gene = 遺伝子
# How many wait.
# $n Number
list-count = { finding-gene } { $n }件
# $names List
# $all Flag
list-passed = { $all ->
    [yes] すべて
   *[no] 一部
}：{ $names }
# $parts List
list-parts = { JOIN($parts, \"　\") }
match-type = 種類「{\"{\"}」
";
const EN: &str = "\
finding-gene = gene
list-count = { HEAD(finding-gene) }: { $n ->
    [one] { $n } case
   *[other] { $n } cases
}
list-passed = { $all ->
    [yes] all
   *[no] some
}: { $names }
list-parts = { JOIN($parts, \" | \") }
match-type = \"type\" of `${\"{\"}x
";

fn sources() -> Vec<Source> {
    vec![
        source("en", "", "language", "-language = English\n-list-separator = {\", \"}\n"),
        source("en", "window", "list", EN),
        source("ja", "", "language", "-language = 日本語\n-list-separator = 、\n"),
        source("ja", "window", "list", JA),
    ]
}

fn book() -> Book {
    Book::of(&sources(), "ja").expect("a sound book")
}

#[test]
fn the_first_language_comes_first_whatever_the_folders_are_called() {
    assert_eq!(book().languages, ["ja", "en"]);
}

#[test]
fn typescript_has_the_same_shape_in_every_language() {
    let files = typescript_speech(&book(), "window");
    let text = |name: &str| &files.iter().find(|file| file.name == name).expect("the file").text;
    assert!(text("words.ts").contains("    readonly gene: string;\n"));
    assert!(
        text("words.ts").contains("    /** How many wait. */\n    readonly count: (n: number) => string;\n")
    );
    assert!(
        text("words.ts").contains(
            "    readonly passed: (names: readonly (string | number)[], all: boolean) => string;\n"
        )
    );
    assert!(text("ja.ts").contains("    count: (n) => `遺伝子 ${n}件`,\n"));
    assert!(text("en.ts").contains("    count: (n) => `Gene: ${n === 1 ? `${n} case` : `${n} cases`}`,\n"));
    assert!(
        text("ja.ts")
            .contains("    passed: (names, all) => `${all ? `すべて` : `一部`}：${names.join(\"、\")}`,\n")
    );
    assert!(text("en.ts").contains("    parts: (parts) => `${parts.join(\" | \")}`,\n"));
    assert!(text("en.ts").contains("    type: \"\\\"type\\\" of `${x\",\n"));
    assert!(text("index.ts").contains("export const SPEECH = { ja, en } satisfies Record<string, Words>;"));
}

#[test]
fn typescript_labels_stand_by_key() {
    let labels = typescript_labels(&book(), "window");
    assert!(labels.contains("  \"finding.gene\": { ja: \"遺伝子\", en: \"gene\" },\n"), "{labels}");
    assert!(!labels.contains("list.count"), "what has arguments is no label");
}

#[test]
fn rust_has_constants_and_typed_functions() {
    let rust = rust_part(&book(), "window");
    assert!(
        rust.contains("pub const GENE: Word = Word { key: \"finding.gene\", ja: \"遺伝子\", en: \"gene\" };")
    );
    assert!(rust.contains("pub fn count(n: impl Count) -> Message {"));
    assert!(
        rust.contains("pub fn passed(names: impl IntoIterator<Item = impl Said>, all: bool) -> Message {")
    );
    assert!(rust.contains("pub mod r#match {"), "a group may be called as a word of Rust is");
    assert!(rust.contains(
        "Piece::Select(0, &[(Case::Numbers(&[1]), &[Piece::Argument(0), Piece::Text(\" case\"), ]), ]"
    ));
}

#[test]
fn another_language_is_one_folder() {
    let mut sources = sources();
    sources.push(source("fr", "", "language", "-language = français\n-list-separator = {\", \"}\n"));
    sources.push(source(
        "fr",
        "window",
        "list",
        "finding-gene = gène\nlist-count = { HEAD(finding-gene) } : { $n ->\n    [one] { $n } cas seul\n   *[other] { $n } \
         cas\n}\nlist-passed = { $all ->\n    [yes] tous\n   *[no] une partie\n} : { $names }\nlist-parts = { $parts }\nmatch-type = genre\n",
    ));
    let book = Book::of(&sources, "ja").expect("a sound book");
    let files = typescript_speech(&book, "window");
    assert!(
        files
            .iter()
            .any(|file| file.name == "fr.ts" && file.text.contains("n === 0 || n === 1 ? `${n} cas seul`"))
    );
    let rust = rust_languages(&book, "#[derive(Default)]");
    assert!(
        rust.contains("    /// français.\n    Fr,\n") && rust.contains("pub fr: &'static str,"),
        "{rust}"
    );
    assert!(rust_part(&book, "window").contains("ja: \"遺伝子\", en: \"gene\", fr: \"gène\""));
    assert!(typescript_labels(&book, "window").contains("en: \"gene\", fr: \"gène\" }"));
}
