//! XML made to do harm or broken on the way: refused in time and memory, or read with a note.

use crate::foundation::{every_kind, file, measured, of_variants, variant};
use crate::foundation_said::curated;
use crate::genminetop;
use crate::support::{ledger, notes, read, read_with};
use crate::xml::{leaf, tag};
use entaku_intake::{IntakeErrorKind, Options};
use expect_test::expect;
use std::time::{Duration, Instant};

fn refused(bytes: impl AsRef<[u8]>, kind: IntakeErrorKind) -> String {
    let start = Instant::now();
    let error = read(bytes).unwrap_err();
    assert_eq!(error.kind, kind, "{error}");
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    error.to_string()
}

#[test]
fn entities_are_never_expanded_and_files_never_opened() {
    let bomb: String =
        (1..10).map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10))).collect();
    let bomb = format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE r [<!ENTITY l0 \"ha\">{bomb}]>\n<ResultsReport>&l9;</ResultsReport>"
    );
    expect!["test.file, line 2: found a document type declaration (<!DOCTYPE …>); expected a report without one. Such a declaration can make a program read other files or fill its memory, and no laboratory's report has one. Ask for the file as it was delivered."]
        .assert_eq(&refused(bomb, IntakeErrorKind::UnknownFormat));
    for outside in [
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><ResultsReport>&x;</ResultsReport>",
        "<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://example.org/x.dtd\">%p;]><ResultsReport/>",
        "<!DOCTYPE ResultsReport PUBLIC \"-//X\" \"http://example.org/x.dtd\"><ResultsReport/>",
    ] {
        refused(outside, IntakeErrorKind::UnknownFormat);
    }
}

#[test]
fn a_hundred_thousand_nested_elements_are_refused() {
    let open = "<a>".repeat(100_000);
    refused(&open, IntakeErrorKind::TooLarge);
    refused(
        format!("<ResultsReport>{open}{}</ResultsReport>", "</a>".repeat(100_000)),
        IntakeErrorKind::TooLarge,
    );
}

#[test]
fn attributes_without_end_are_refused() {
    let many: String = (0..1_800_000).map(|n| format!(" a{n}=\"x\"")).collect();
    assert!(many.len() > 18 << 20, "about 20 MB");
    refused(format!("<variant-report{many}/>"), IntakeErrorKind::TooLarge);
    let spaces: String = (0..1_000_000).map(|n| format!(" xmlns:a{n}=\"x\"")).collect();
    let draft = read(format!("<variant-report{spaces}/>")).unwrap();
    assert_eq!(draft.ledger.read, 0, "declarations of namespaces are no data");
}

#[test]
fn one_value_without_end_is_cut_in_the_finding() {
    let long = "A".repeat(3 << 20);
    let draft = read(of_variants(&variant(&[("protein-effect", &long), ("novelty", &long)]))).unwrap();
    let bytes: usize = draft.findings[0].verbatim.iter().map(|field| field.0.len() + field.1.len()).sum();
    assert!(bytes < 80 << 10, "{bytes} bytes of verbatim fields");
    let codes: Vec<&str> = draft.notes.iter().map(|note| note.code.as_str()).collect();
    assert_eq!(codes, ["build-assumed", "unknown-field", "long-text", "bad-change"]);
}

#[test]
fn too_many_elements_and_too_large_files_are_refused() {
    refused(measured(&"<a/>".repeat(600_000)), IntakeErrorKind::TooLarge);
    refused(format!("<ResultsReport>{}</ResultsReport>", " ".repeat(33 << 20)), IntakeErrorKind::TooLarge);
}

#[test]
fn elements_that_repeat_without_end_take_linear_time() {
    let mut options = Options::default();
    (options.limits.findings, options.limits.statements) = (1_000, 2_000);
    let start = Instant::now();
    // What the laboratory says of one name, again and again, beside as many records of that name.
    let alteration = tag("Alteration", &[], leaf("Name", &"G12D, ".repeat(20)));
    let gene = tag("Gene", &[], leaf("Name", "KRAS") + &tag("Alterations", &[], alteration.repeat(2_000)));
    let said = tag("FinalReport", &[], tag("Genes", &[], gene));
    let records = tag("short-variants", &[], variant(&[("gene", "KRAS")]).repeat(2_000));
    let draft = read_with(file(&said, &measured(&records)), &options).unwrap();
    assert_eq!((draft.ledger.kept, draft.ledger.by_reason["tooMany"]), (1_000, 1_000));
    assert!(
        draft.statements.iter().all(|statement| statement.about.len() <= 50),
        "no sentence cites thousands"
    );
    // Unknown fields by the thousand in one record; reports by the thousand in one file. Compared with each other they
    // would take minutes.
    let children: String = (0..20_000).map(|n| format!("<k{n}/>")).collect();
    let attributes: String = (0..20_000).map(|n| format!(" a{n}=\"\"")).collect();
    read(of_variants(&format!("<short-variant gene=\"KRAS\"{attributes}>{children}</short-variant>")))
        .unwrap();
    let reports = tag("variant-reports", &[], "<variant-report specimen=\"x\"/>".repeat(30_000));
    let draft = read_with(reports, &options).unwrap();
    assert!(draft.must_choose_sample && draft.test.samples.len() <= 100);
    assert!(draft.notes.iter().any(|note| note.code == "too-many-statements"));
    assert!(start.elapsed() < Duration::from_secs(60), "unoptimised: {:?}", start.elapsed());
}

#[test]
fn a_report_cut_anywhere_is_an_error_and_not_a_shorter_report() {
    for text in [file(&curated(), &every_kind()), genminetop::file("true", &genminetop::variant(&[]))] {
        let bytes = text.as_bytes();
        let end = text.trim_end().len();
        for cut in (1..end).step_by(97).chain([end - 1]) {
            let error = read(&bytes[..cut]).unwrap_err();
            assert!(
                matches!(
                    error.kind,
                    IntakeErrorKind::Damaged | IntakeErrorKind::UnknownFormat | IntakeErrorKind::Encoding
                ),
                "cut at {cut}: {error}"
            );
        }
    }
    let text = every_kind();
    let cut = &text.as_bytes()[..1_200];
    expect!["test.file, line 8: found the end of the file within a tag or text (tag not closed: `>` not found before end of input); expected a complete report. Fetch the file again or ask the laboratory for it; it was cut off on the way."]
        .assert_eq(&refused(cut, IntakeErrorKind::Damaged));
}

#[test]
fn other_documents_are_named() {
    expect!["test.file, line 2: found an XML document that starts with <html>; expected a FoundationOne report (<ResultsReport>, <ClientCaseInfo> or <variant-report>) or a GenMineTOP report (<vendor-id>todai-oncopanel</vendor-id>). Load the report file that the laboratory delivered."]
        .assert_eq(&refused("<?xml version=\"1.0\"?>\n<html><body/></html>", IntakeErrorKind::UnknownFormat));
    refused("<root><vendor-id>another</vendor-id><report/></root>", IntakeErrorKind::UnknownFormat);
    refused("<ResultsReport><Summary/></ResultsReport>", IntakeErrorKind::Damaged);
}

#[test]
fn binary_after_a_bracket_is_refused() {
    refused(b"<\0\x01\x02\xFF\xFE".as_slice(), IntakeErrorKind::Damaged);
    refused(b"<?xml \x00\x00".as_slice(), IntakeErrorKind::Damaged);
    refused(b"<ResultsReport>\x93\xFA\x96\x7B</ResultsReport>".as_slice(), IntakeErrorKind::Encoding);
}

#[test]
fn every_encoding_of_unicode_gives_the_same_report() {
    let text = file(&curated(), &every_kind());
    let plain = read(&text).unwrap();
    let declared = text.replace("UTF-8", "utf-16");
    let little: Vec<u8> = declared.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = declared.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, code) in [
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "encoding-bom"),
        (declared.clone().into_bytes(), "encoding-declared"),
        ([b"\xFF\xFE", little.as_slice()].concat(), "encoding-utf16"),
        ([b"\xFE\xFF", big.as_slice()].concat(), "encoding-utf16"),
        (little, "encoding-utf16"),
    ] {
        let draft = read(&bytes).unwrap();
        assert_eq!(draft.findings, plain.findings, "{code}");
        assert_eq!(draft.proposed, plain.proposed, "{code}");
        let more: Vec<&str> = draft
            .notes
            .iter()
            .filter(|note| !plain.notes.contains(note))
            .map(|note| note.code.as_str())
            .collect();
        assert_eq!(more, [code], "one note says what was odd, and a declaration that is right gets none");
    }
}

#[test]
fn formulas_and_control_characters_are_only_text() {
    let draft = read(of_variants(&variant(&[
        ("gene", "=HYPERLINK(\"http://x\")"),
        ("protein-effect", "=cmd|' /C calc'!A0"),
        ("status", "known\u{1b}[2J"),
    ])))
    .unwrap();
    expect![[r#"
        kept 1 of 1 {}
        Info build-assumed - | no genome build, read as GRCh37 | x1
        Warning bad-gene short-variant[0].gene:8 | =HYPERLINK("http://x") | x1
        Warning control-character short-variant[0].status:8 | control characters in a text | x1
        Warning unknown-value short-variant[0].status:8 | known[2J | x1
    "#]]
    .assert_eq(&(ledger(&draft) + &notes(&draft)));
}
