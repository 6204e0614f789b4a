use super::*;
use entaku_domain::note::Note;

fn read(text: &str) -> (Result<Element, IntakeError>, Vec<Note>) {
    let mut notes = NoteBook::new("a.xml");
    let root = parse(text, ReadAs::Utf8, &Limits::default(), &mut notes);
    (root, notes.into_notes())
}

fn refused(text: &str) -> (IntakeErrorKind, Option<u64>, String) {
    let error = read(text).0.unwrap_err();
    (error.kind, error.place.line, error.found.en)
}

#[test]
fn elements_keep_lines_attributes_and_text() {
    let (root, notes) = read(
        "<?xml version='1.0'?>\n<a x='1'\n y=\"&lt;2&gt;\">\n  <b>one &amp; <i>two</i> <c/>&#x764C;</b>\n  <![CDATA[<raw>]]>\n</a>\n",
    );
    let root = root.unwrap();
    assert_eq!((root.line, root.attribute("y")), (2, Some("<2>")));
    let inner = root.child("b").unwrap();
    assert_eq!((inner.line, inner.text()), (4, "one & two 癌".to_owned()));
    assert_eq!(root.child("b").unwrap().child("i").unwrap().text(), "two");
    assert_eq!(root.content.len(), 2, "indentation is no content, raw text is");
    assert!(root.text().ends_with("<raw>"));
    assert_eq!(notes, []);
}

#[test]
fn declarations_of_namespaces_are_no_attributes() {
    let (root, _) = read("<r:a xmlns:r='u' xmlns='v' r:b='1'/>");
    let root = root.unwrap();
    assert_eq!((root.local(), root.attributes.len(), root.attribute("b")), ("a", 1, Some("1")));
    assert!(read("<r:a/>").0.is_ok(), "a prefix that is declared nowhere is no fault of the report");
}

#[test]
fn a_document_type_is_refused_whatever_it_declares() {
    for text in [
        "<!DOCTYPE a><a/>",
        "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "\n<!DOCTYPE a [<!ENTITY a '1'><!ENTITY b '&a;&a;'>]><a>&b;</a>",
        "\n<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>",
        "\n<!doctype html><html/>",
        "\n<!DOCTYPE a [",
    ] {
        let (kind, _, found) = refused(text);
        assert_eq!(kind, IntakeErrorKind::UnknownFormat, "{text}");
        assert!(found.contains("DOCTYPE"), "{found}");
    }
}

#[test]
fn what_breaks_off_or_does_not_fit_is_refused_with_its_line() {
    for (text, line, says) in [
        ("<a>\n<b>\n</a>", 3, "</a>"),
        ("<a>\n<b>\n", 3, "within <b> (opened in line 2)"),
        ("<a>\n<b c='1", 2, "the end of the file"),
        ("<a/>\n<b/>", 2, "a second document"),
        ("<?xml version='1.0'?>\n", 2, "before the first element"),
        ("<a>\n</a></a>", 2, "</a> without a start"),
        ("<a b=c>\n</a>", 1, "attributes cannot be read"),
        ("<?xml version='1.0'?>text<a/>", 1, "text before the first element"),
        ("<a>\n<!-- never closed </a>", 2, "the end of the file"),
    ] {
        let (kind, at, found) = refused(text);
        assert_eq!((kind, at), (IntakeErrorKind::Damaged, Some(line)), "{text}: {found}");
        assert!(found.contains(says), "{text}: {found}");
    }
}

#[test]
fn nesting_and_size_are_bounded() {
    let deep = "<a>".repeat(100_000) + &"</a>".repeat(100_000);
    assert_eq!(refused(&deep).0, IntakeErrorKind::TooLarge);
    let wide = format!("<a>{}</a>", "<b/>".repeat(600_000));
    assert_eq!(refused(&wide).0, IntakeErrorKind::TooLarge);
    let attributes: String = (0..600_000).map(|n| format!(" k{n}='1'")).collect();
    assert_eq!(refused(&format!("<a{attributes}/>")).0, IntakeErrorKind::TooLarge);
}

#[test]
fn oddities_are_read_with_a_note() {
    let (root, notes) =
        read("<?xml version='1.0' encoding='utf-16'?><a b='1' b='2' c='&nbsp;R&D'>x&unknown;y & z</a>\nrest");
    let root = root.unwrap();
    assert_eq!((root.attribute("b"), root.attribute("c")), (Some("2"), Some("&nbsp;R&D")));
    assert_eq!(root.text(), "x&unknown;y & z");
    let codes: Vec<&str> = notes.iter().map(|note| note.code.as_str()).collect();
    assert_eq!(codes, ["encoding-declared", "duplicate-key", "unknown-entity", "after-end"]);
    assert_eq!(notes[2].times, 2, "the same fault is one note");
}

#[test]
fn characters_by_number_are_resolved_and_impossible_ones_kept() {
    let (root, notes) = read("<a b='&#65;&#x42;&#xD800;&#0;&#99999999999;'/>");
    assert_eq!(root.unwrap().attribute("b"), Some("AB&#xD800;&#0;&#99999999999;"));
    assert_eq!((notes[0].code.as_str(), notes[0].times), ("unknown-entity", 3));
}
