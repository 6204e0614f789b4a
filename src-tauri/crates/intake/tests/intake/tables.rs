//! Tables of any kind: separators, encodings, line ends, rows that do not fit, content that is no report.

use crate::maf::{EGFR, HEADINGS, file};
use crate::support::{notes, read, read_with};
use entaku_intake::{IntakeErrorKind, Limits, Options};
use expect_test::expect;
use std::io::Read;

/// Findings without what must differ.
fn changes(text: impl AsRef<[u8]>) -> Vec<String> {
    let draft = read(text).unwrap();
    draft
        .findings
        .iter()
        .map(|f| format!("{} {} {}", f.item, f.alteration.subject(), f.alteration.change()))
        .collect()
}

#[test]
fn tabs_commas_line_ends_and_encodings_make_no_difference() {
    let text = file(&[EGFR, EGFR], "\t");
    let wanted = changes(&text);
    assert_eq!(wanted, ["line 3 EGFR p.L858R", "line 4 EGFR p.L858R"]);
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let forms: [(&str, Vec<u8>); 8] = [
        ("commas", file(&[EGFR, EGFR], ",").into_bytes()),
        (
            "quoted",
            file(&[EGFR, EGFR], "\",\"").replace('\n', "\"\n\"").replacen("2.4\"", "2.4", 1).into_bytes(),
        ),
        ("CR LF", text.replace('\n', "\r\n").into_bytes()),
        ("CR", text.replace('\n', "\r").into_bytes()),
        ("BOM", [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        ("UTF-16 with a mark", [b"\xFF\xFE".to_vec(), utf16.clone()].concat()),
        ("UTF-16 without", utf16),
        ("bgzip", crate::vcf::bgzip(text.as_bytes())),
    ];
    for (name, bytes) in forms {
        assert_eq!(changes(bytes), wanted, "{name}");
    }
}

#[test]
fn quotes_that_a_spreadsheet_put_around_a_field_are_taken_off() {
    let draft =
        read(file(&[&EGFR.replace("kept", "\"5\"\"UTR\""), &EGFR.replace("kept", "\"open")], "\t")).unwrap();
    let last = |index: usize| draft.findings[index].verbatim.last().unwrap().1.clone();
    assert_eq!(
        (last(0), last(1)),
        ("5\"UTR".to_owned(), "\"open".to_owned()),
        "an open quote swallows no row"
    );
}

#[test]
fn rows_that_do_not_fit_their_headings_are_noted_with_their_line() {
    let short = EGFR.split_whitespace().take(12).collect::<Vec<_>>().join("\t");
    let mut text = file(&[], "\t");
    let full = EGFR.split_whitespace().collect::<Vec<_>>().join("\t");
    for row in [
        &short,
        &format!("{full}\t\t."),
        &format!("{full}\tsurplus"),
        "\t\t",
        "# remark",
        &HEADINGS.split_whitespace().collect::<Vec<_>>().join("\t"),
    ] {
        text.push_str(row);
        text.push('\n');
    }
    text.push_str("EGFR\t1956\n");
    text.push_str(&short);
    let draft = read(&text).unwrap();
    expect![[r#"
        Warning short-record -:3 | 12 of 20 fields: EGFR 1956 GRCh37 7 55259515 55259515 Missense_Mutation SNP | x1
        Info long-record -:4 | 22 of 20 fields: EGFR 1956 GRCh37 7 55259515 55259515 Missense_Mutation SNP | x1
        Error long-record -:5 | 21 of 20 fields: EGFR 1956 GRCh37 7 55259515 55259515 Missense_Mutation SNP | x1
        Info no-record -:6 | an empty line | x3
        Error short-record -:9 | 2 of 20 fields: EGFR 1956 | x1
        Warning no-line-end -:10 | the last line has no line end | x1
        Error short-record -:10 | 12 of 20 fields: EGFR 1956 GRCh37 7 55259515 55259515 Missense_Mutation SNP | x1
    "#]]
    .assert_eq(&notes(&draft));
    assert_eq!((draft.ledger.read, draft.ledger.kept, draft.ledger.by_reason["unreadable"]), (5, 2, 3));
}

#[test]
fn what_is_no_known_table_is_refused_with_the_columns_found() {
    for (text, part) in [
        ("Samples\tGene\tCNA\nP1\tMET\tAMP\n", "a table with the columns Samples, Gene, CNA"),
        ("Dear colleague\nplease find the report\n", "text without columns: Dear colleague"),
        ("a,b,c,d,e,f,g,h,i,j\n", "and 2 more"),
    ] {
        let error = read(text).unwrap_err();
        assert_eq!(error.kind, IntakeErrorKind::UnknownFormat);
        assert!(error.to_string().contains(part) && error.to_string().contains("MAF"), "{error}");
    }
    let error = read(b"PAR1\x15\x04\n\xff\xfe").unwrap_err();
    assert!(error.to_string().contains("binary content"), "{error}");
    assert_eq!(read("#version 2.4\n\n").unwrap_err().kind, IntakeErrorKind::UnknownFormat, "comments alone");
}

#[test]
fn shift_jis_is_refused_with_its_line() {
    let mut bytes = file(&[EGFR], "\t").into_bytes();
    bytes.extend_from_slice(b"\x94\x78\x91\x42\t\t\n");
    let error = read(bytes).unwrap_err();
    assert_eq!((error.kind, error.place.line), (IntakeErrorKind::Encoding, Some(4)));
    assert!(error.to_string().contains("Shift_JIS"));
    let error = read(b"\x8E\x7B\x90\xDDID,\x93o\x98^ID\n1,2\n").unwrap_err();
    assert_eq!(error.kind, IntakeErrorKind::Encoding, "headings in Shift_JIS");
}

#[test]
fn a_quote_that_is_not_closed_is_an_error_not_a_shorter_report() {
    let text = file(&[&EGFR.replace("p.L858R", "\"p.L858R"), EGFR, EGFR], ",");
    let error = read(text).unwrap_err();
    assert_eq!((error.kind, error.place.line), (IntakeErrorKind::Damaged, Some(3)), "{error}");
}

#[test]
fn limits_are_refused_before_they_are_in_memory() {
    let limits = |change: fn(&mut Limits)| {
        let mut options = Options::default();
        change(&mut options.limits);
        options
    };
    let text = file(&[EGFR; 5], "\t");
    let refused = |text: &str, options: &Options| {
        let error = read_with(text, options).unwrap_err();
        assert_eq!(error.kind, IntakeErrorKind::TooLarge, "{error}");
        error.place.line
    };
    assert_eq!(refused(&text, &limits(|l| l.table_rows = 4)), Some(7));
    assert_eq!(refused(&text, &limits(|l| l.line_bytes = 100)), Some(2), "the headings are longer");
    let wide = format!("{HEADINGS}\t{}", vec!["x"; 10_000].join("\t")).replace(' ', "\t");
    assert!(refused(&format!("{wide}\n{wide}1\n"), &Options::default()).is_some(), "10 000 columns");
    let samples: Vec<String> = (0..9).map(|n| EGFR.replace("T-01", &format!("S{n}"))).collect();
    let rows: Vec<&str> = samples.iter().map(String::as_str).collect();
    assert_eq!(refused(&file(&rows, "\t"), &limits(|l| l.samples = 8)), None);
}

#[test]
fn an_endless_row_or_heading_is_refused_at_once() {
    for head in [
        format!("{}\n", HEADINGS.replace(' ', "\t")),
        "a,b,".to_owned(),
        format!("{}\n\"", HEADINGS.replace(' ', ",")),
    ] {
        let source = head.as_bytes().chain(std::io::repeat(b'A')).take(300 << 20);
        let error =
            entaku_intake::read("a", source, &Options::default(), &mut crate::support::go_on).unwrap_err();
        assert_eq!(error.kind, IntakeErrorKind::TooLarge, "{error}");
    }
}

#[test]
fn cells_that_look_like_formulas_stay_text() {
    let draft =
        read(file(&[&EGFR.replace("kept", "=HYPERLINK(\"x\")").replace("EGFR", "=1+1")], "\t")).unwrap();
    assert_eq!(draft.findings[0].verbatim.last().unwrap().1, "=HYPERLINK(\"x\")");
    assert!(draft.notes.iter().any(|note| note.code == "bad-gene"), "a formula is no gene");
}

#[test]
fn texts_without_end_are_bounded_in_findings() {
    let long = "x".repeat(1 << 20);
    let draft =
        read(file(&[&EGFR.replace("Missense_Mutation", &long).replace("NM_005228.5", &long)], "\t")).unwrap();
    let finding = serde_json::to_string(&draft.findings[0]).unwrap();
    assert!(finding.len() < 200 << 10, "{} bytes of one finding", finding.len());
    let names: Vec<String> =
        (0..40).map(|n| EGFR.replace("T-01", &format!("{n}{}", "y".repeat(1 << 19)))).collect();
    let rows: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(read(file(&rows, "\t")).unwrap_err().kind, IntakeErrorKind::TooLarge, "20 MB of sample names");
}
