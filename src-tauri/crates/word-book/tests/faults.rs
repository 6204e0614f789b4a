//! What a book can have wrong, and that each is told with its file, its line and its word.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops where it fails"
)]

use entaku_word_book::{Book, Source};

const JA: &str = "-language = 日本語\n";
const EN: &str = "-language = English\n";

fn source(language: &str, part: &str, topic: &str, text: &str) -> Source {
    let [language, part, topic, text] = [language, part, topic, text].map(str::to_owned);
    Source { language, part, topic, text }
}

fn book_of(ja: &str, en: &str) -> Vec<Source> {
    vec![
        source("en", "", "language", EN),
        source("en", "window", "list", en),
        source("ja", "", "language", JA),
        source("ja", "window", "list", ja),
    ]
}

/// All that is wrong with a book of one topic.
fn faults(ja: &str, en: &str) -> Vec<String> {
    match Book::of(&book_of(ja, en), "ja") {
        Ok(_) => Vec::new(),
        Err(faults) => faults.0.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_sound_book_has_none() {
    let ja = "list-title = 一覧\n# $n Number\nlist-count = { $n }件\n";
    let en = "list-title = List\nlist-count = { $n ->\n    [one] { $n } case\n   *[other] { $n } cases\n}\n";
    assert_eq!(faults(ja, en), Vec::<String>::new());
}

#[test]
fn a_word_that_a_language_lacks() {
    let told = faults("list-title = 一覧\nlist-more = 続き\n", "list-title = List\n");
    assert_eq!(told, ["ja/window/list.ftl:2: `list-more` is not in the language `en`"]);
}

#[test]
fn a_word_too_many_in_a_language() {
    let told = faults("list-title = 一覧\n", "list-title = List\nlist-more = more\n");
    assert_eq!(told, ["en/window/list.ftl:2: `list-more` is not in the language `ja`"]);
}

#[test]
fn a_word_written_twice() {
    let told = faults("list-title = 一覧\nlist-title = 表\n", "list-title = List\n");
    assert_eq!(told, ["ja/window/list.ftl:2: `list-title` is written twice, first at ja/window/list.ftl:1"]);
}

#[test]
fn a_word_in_the_file_of_another_topic() {
    let mut sources = book_of("list-title = 一覧\n", "");
    sources.push(source("en", "window", "table", "list-title = List\n"));
    let told = Book::of(&sources, "ja").map(drop).unwrap_err().to_string();
    assert_eq!(told, "en/window/table.ftl:1: `list-title` stands in another file than ja/window/list.ftl\n");
}

#[test]
fn an_argument_that_is_not_declared() {
    let told = faults("# $n Number\nlist-count = { $n }件\n", "\nlist-count = { $n } of { $all }\n");
    assert_eq!(
        told,
        ["en/window/list.ftl:2: `list-count` says `$all`, which is not declared (`# $all Text`)"]
    );
}

#[test]
fn an_argument_that_one_language_does_not_say() {
    let told = faults("# $n Number\nlist-count = { $n }件\n", "list-count = cases\n");
    assert_eq!(
        told,
        ["en/window/list.ftl:1: `list-count` does not say its argument `$n` in the language `en`"]
    );
}

#[test]
fn an_argument_that_languages_may_leave_out_is_said_by_one_of_them() {
    let text = "# $n Number?\nlist-count = 症例\n";
    Book::of(&book_of(text, "list-count = { $n } cases\n"), "ja").unwrap();
    assert_eq!(
        faults(text, "list-count = cases\n"),
        ["ja/window/list.ftl:2: `list-count` does not say its argument `$n` in any language"]
    );
}

#[test]
fn an_argument_of_another_kind_in_the_other_language() {
    let told = faults("# $n Number\nlist-count = { $n }件\n", "# $n Text\nlist-count = { $n }\n");
    assert_eq!(told, ["en/window/list.ftl:2: `list-count` declares other arguments than the first language"]);
}

#[test]
fn an_argument_of_no_kind() {
    let told = faults("# $n Integer\nlist-count = { $n }件\n", "list-count = { $n }\n");
    assert!(
        told.iter()
            .any(|told| told.starts_with("ja/window/list.ftl:2: `list-count` declares `$n` as `Integer`")),
        "{told:?}"
    );
}

#[test]
fn a_reference_that_leads_nowhere() {
    let told = faults("list-title = { list-name }\n", "list-title = List\n");
    assert_eq!(told, ["ja/window/list.ftl:1: `list-title` refers to `list-name`, which is not there"]);
    let told = faults("list-title = { HEAD(-cases) }\n", "list-title = List\n");
    assert!(told.iter().any(|told| told.ends_with("refers to `-cases`, which is not there")), "{told:?}");
}

#[test]
fn words_that_refer_to_each_other() {
    let told = faults("list-a = { list-b }\nlist-b = { list-a }\n", "list-a = a\nlist-b = b\n");
    assert!(told.iter().any(|told| told.contains("`list-a` refers to itself over `list-a`")), "{told:?}");
}

#[test]
fn a_reference_to_a_word_with_arguments_that_are_not_given() {
    let ja = "# $n Number\nlist-count = { $n }件\nlist-all = 全{ list-count }\n";
    let told = faults(ja, "list-count = { $n }\nlist-all = all { list-count }\n");
    assert!(told.iter().any(|told| told.contains("`list-all` says `$n`, which is not declared")), "{told:?}");
}

#[test]
fn a_choice_without_a_variant_for_the_rest() {
    let en = "list-count = { $n ->\n    [one] { $n } case\n    [two] { $n } cases\n}\n";
    let told = faults("# $n Number\nlist-count = { $n }件\n", en);
    assert!(
        told.iter()
            .any(|told| told.starts_with("en/window/list.ftl:")
                && told.contains("`list-count` cannot be read")),
        "{told:?}"
    );
}

#[test]
fn a_choice_by_what_the_argument_cannot_be() {
    let ja = "# $how open|shut\nlist-door = { $how ->\n    [ajar] 半開\n   *[open] 開\n}\n";
    let told = faults(ja, "list-door = { $how ->\n   *[open] open\n}\n");
    assert_eq!(told, ["ja/window/list.ftl:2: `list-door` chooses `$how` by `ajar`, which it cannot be"]);
    let told = faults("# $open Flag\nlist-door = { $open }\n", "list-door = { $open }\n");
    assert!(
        told.contains(&"ja/window/list.ftl:2: `list-door` says `$open`, which only chooses".to_owned()),
        "{told:?}"
    );
    let ja = "# $n Number\nlist-count = { $n ->\n    [one] 1件\n   *[other] { $n }件\n}\n";
    let told = faults(ja, "list-count = { $n }\n");
    assert_eq!(
        told,
        ["ja/window/list.ftl:2: `list-count` chooses `$n` by `one`, which is no category of `ja`"]
    );
    let ja = "# $name Text\nlist-name = { $name ->\n    [A] あ\n   *[other] { $name }\n}\n";
    let told = faults(ja, "list-name = { $name }\n");
    assert_eq!(
        told,
        ["ja/window/list.ftl:2: `list-name` chooses `$name` but is neither a number nor a code"]
    );
}

#[test]
fn what_is_not_written_as_words_are() {
    let told = faults("list-title = 一覧\n    .hint = 例\n", "list-title = List\n");
    assert_eq!(told, ["ja/window/list.ftl:1: `list-title` has attributes; a word is one text"]);
    let told = faults("list-title = {\"\"}\n", "list-title = List\n");
    assert_eq!(told, ["ja/window/list.ftl:1: `list-title` says nothing"]);
    let told = faults("title = 一覧\n", "title = List\n");
    assert_eq!(told, ["ja/window/list.ftl:1: `title` belongs to no group (`group-word`)"]);
    let told =
        faults("list-title = 一覧\nlist-title-all = 全\n", "list-title = List\nlist-title-all = all\n");
    assert_eq!(told, ["ja/window/list.ftl:1: `list-title` is a word and the group of `list-title-all`"]);
    let told = faults("list-title = { NUMBER($n) }\n", "list-title = List\n");
    assert!(told.iter().any(|told| told.contains("calls a function other than HEAD")), "{told:?}");
    let ja = "# $n Number\nlist-count = { JOIN($n, \"・\") }\n";
    let told = faults(ja, "list-count = { $n }\n");
    assert_eq!(told, ["ja/window/list.ftl:2: `list-count` joins `$n`, which is no list"]);
}

#[test]
fn a_term_that_nobody_uses() {
    let told = faults("-case = 症例\nlist-title = 一覧\n", "list-title = List\n");
    assert_eq!(told, ["ja/window/list.ftl:1: `-case` is a term that no word uses"]);
}

#[test]
fn a_language_that_does_not_say_its_name() {
    let mut sources = book_of("list-title = 一覧\n", "list-title = List\n");
    sources.push(source("fr", "window", "list", "list-title = Liste\n"));
    let told = Book::of(&sources, "ja").map(drop).unwrap_err().to_string();
    assert!(told.contains("fr/language.ftl:0: `-language` is missing"), "{told}");
}
