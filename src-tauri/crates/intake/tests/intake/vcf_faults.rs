//! Each class of fault that the public conformance suites of the format know is told with its line, and nothing of a
//! sound file is called a fault. The files are made here, one fault each.

use crate::support::read;
use entaku_domain::note::{Note, Severity};

const COLUMNS: &str = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";

/// A file of one minor version: header lines, columns, records; spaces stand for tabs except in `meta`.
pub fn file(minor: u8, meta: &[&str], columns: &str, records: &[&str]) -> String {
    let mut text = format!("##fileformat=VCFv4.{minor}\n");
    for line in meta {
        text.push_str(line);
        text.push('\n');
    }
    let columns = format!("{COLUMNS} {columns}");
    for line in std::iter::once(columns.trim_end()).chain(records.iter().copied()) {
        text.push_str(&line.replace(' ', "\t").replace('_', " "));
        text.push('\n');
    }
    text
}

/// Notes that name a line, without those that only say what is not declared.
pub fn told(text: &str) -> Vec<Note> {
    let idle = ["undeclared", "multi-allelic"];
    let draft = read(text).unwrap();
    let noted = |note: &Note| note.place.line.is_some() && !idle.contains(&note.code.as_str());
    draft.notes.into_iter().filter(noted).collect()
}

/// Checks that the last line of a file draws exactly this note.
pub fn draws(text: &str, code: &str) {
    let notes = told(text);
    let shown: Vec<String> =
        notes.iter().map(|note| format!("{}:{:?} {}", note.code, note.place.line, note.said)).collect();
    let last = text.lines().count() as u64;
    assert!(
        notes.iter().any(|note| note.code == code && note.place.line == Some(last)),
        "{code}: {shown:?}\n{text}"
    );
}

const SOUND: &str = "1 100 rs1 C T 50 PASS AN=2;AC=1;AF=0.5 GT:DP 0/1:30 0/0:20";

fn changed(column: usize, value: &str) -> String {
    let mut columns: Vec<&str> = SOUND.split(' ').collect();
    columns[column] = value;
    columns.join(" ")
}

#[test]
fn each_column_of_a_record_is_checked() {
    for (column, code, values) in [
        (0, "bad-chrom", &["<1", "chr_1", "chr,1", "", "1>"][..]),
        (0, "contig-name", &["chr:1"]),
        (1, "bad-pos", &["abc", "1.5", "-1", "+7", "", "0", "99999999999"]),
        (2, "bad-id", &["rs_1", "", "rs1;", ";rs1", "rs1;rs1"]),
        (3, "bad-ref", &["R", "", ".", "<DEL>", "A,C", "A-"]),
        (4, "bad-alt", &["R", "T,R", ".,T", "<DEL", "[1:9[", "A]chr_1:3]", "<DAL:X>", "", "T,"]),
        (4, "alt-is-ref", &["C", "c"]),
        (4, "duplicate-record", &["T,T"]),
        (5, "bad-qual", &["high", "-1", ""]),
        (6, "bad-filter", &["", "q10;", "my_filter", "q10;0", "-"]),
        (7, "bad-info", &["", ";AN=1", "AN=1;;AC=1", "RS_Q=1", "=3", "AA=C_G"]),
        (7, "value-count", &["AA=1,2", "AC=1,2", "AF=0.1,0.2", "CIPOS=1"]),
        (
            7,
            "value-type",
            &["AC=x", "AN=1.5", "DP=y", "END=z", "DB=2", "SOMATIC=no", "CIGAR=M", "SVLEN=x", "NS"],
        ),
        (
            7,
            "value-range",
            &["AC=-1", "AF=1.5", "AF=-0.1", "MQ0=-2", "DP=-5", "CIPOS=1,5", "IMPRECISE=0;END=200"],
        ),
        (7, "end-before-start", &["END=7"]),
        (8, "bad-format", &["DP:GT", "GT:1x", "GT:", "", "GT:D%P"]),
        (9, "bad-genotype", &["0/2:30", "1/C:30", "0/|1:30"]),
        (9, "bad-sample", &["0/1:30:7", "0/1:", "", "0/1:3_0"]),
        (9, "value-type", &["0/1:many"]),
        (9, "value-range", &["0/1:-30"]),
    ] {
        for value in values {
            draws(&file(2, &[], "FORMAT T N", &[&changed(column, value)]), code);
        }
    }
}

#[test]
fn version_4_3_is_stricter() {
    for (column, code, values) in [
        (0, "contig-name", &["chr*1"][..]),
        (2, "bad-id", &["rs1;rs1"]),
        (6, "bad-filter", &["q10;q10"]),
        (7, "duplicate-key", &["AN=1;AN=2"]),
        (7, "bad-info", &["2X=1"]),
        (8, "bad-format", &["GT:GT"]),
    ] {
        for value in values {
            draws(&file(3, &[], "FORMAT T N", &[&changed(column, value)]), code);
        }
    }
    let text = file(3, &[], "FORMAT T N", &[&changed(0, "ABC:1")]);
    assert!(told(&text).iter().all(|note| note.severity == Severity::Info), "a colon is lawful since 4.3");
}

#[test]
fn values_are_checked_against_what_the_header_declares() {
    for (number, kind, alternates, value, code) in [
        ("0", "Flag", "T", "9", "value-type"),
        ("1", "Integer", "T", "1,0", "value-count"),
        ("A", "Integer", "T,G", "9", "value-count"),
        ("R", "Integer", "T", "1,2,3", "value-count"),
        ("1", "Float", "T", "text", "value-type"),
        ("1", "Integer", "T", "9.3", "value-type"),
        ("1", "Integer", "T", "2147483648", "value-type"),
        ("1", "Integer", "T", "-2147483648", "value-type"),
        ("1", "Character", "T", "ab", "value-type"),
    ] {
        let meta = format!("##INFO=<ID=MY,Number={number},Type={kind},Description=\"x\">");
        draws(&file(2, &[&meta], "", &[&format!("1 100 . C {alternates} . PASS MY={value}")]), code);
        if kind != "Flag" {
            let meta = meta.replace("##INFO", "##FORMAT");
            let record = format!("1 100 . C {alternates} . PASS . GT:MY 0/1:{value}");
            draws(&file(2, &[&meta], "FORMAT T", &[&record]), code);
        }
    }
    let at = |position: u32, genotype: &str| format!("1 {position} . C T . PASS . GT {genotype}");
    draws(&file(2, &[], "FORMAT T", &[&at(100, "0|1"), &at(200, "0|0|1")]), "value-count");
    for (contig, genotype) in [("1", "./."), ("1", "."), ("X", "1"), ("2", "0|0|1")] {
        let other = at(200, genotype).replacen('1', contig, 1);
        assert_eq!(told(&file(2, &[], "FORMAT T", &[&at(100, "0|1"), &other])), [], "{contig} {genotype}");
    }
    for (genotype, alternates, likelihoods) in
        [("0|0", "T", "1,2"), ("0|0", "T,G", "1,2,3"), ("0", "T", "1,2,3"), ("0", "T,G", "1,2")]
    {
        let record = format!("1 100 . C {alternates} . PASS . GT:PL {genotype}:{likelihoods}");
        draws(&file(2, &[], "FORMAT T", &[&record]), "value-count");
    }
}

#[test]
fn repetition_and_disorder_are_told_at_the_later_record() {
    let record = |place: &str, alleles: &str| format!("{place} . {alleles} . PASS .");
    for (first, second, code) in [
        (("1 100", "C T"), ("1 100", "C T"), "duplicate-record"),
        (("1 123", "TAT TGT"), ("1 124", "A G"), "duplicate-record"),
        (("1 123", "AT AAT,AA"), ("1 124", "T A"), "duplicate-record"),
        (("1 100", "CAG C"), ("1 100", "CAGG CG"), "duplicate-record"),
        (("1 200", "C T"), ("1 100", "C T"), "unsorted"),
        (("1 200", "C ."), ("1 100", "C ."), "unsorted"),
    ] {
        draws(&file(2, &[], "", &[&record(first.0, first.1), &record(second.0, second.1)]), code);
    }
    let blocks = [record("1 100", "C T"), record("2 100", "C T"), record("1 200", "C T")];
    draws(&file(2, &[], "", &blocks.each_ref().map(String::as_str)), "unsorted");
    let symbol = record("1 100", "C <INS>");
    assert_eq!(
        told(&file(2, &[], "", &[&symbol, &symbol])),
        [],
        "insertions of one place may differ in their bases"
    );
}

#[test]
fn columns_that_are_missing_or_too_many_are_told() {
    for (columns, record, code) in [
        ("FORMAT T N", "1 100 . C T . PASS . GT 0/1", "sample-count"),
        ("FORMAT T", "1 100 . C T . PASS . GT 0/1 0/1", "sample-count"),
        ("", "1 100 . C T . PASS . ", "sample-count"),
        ("", "1 100 . C T . PASS", "short-record"),
        ("", "1_100_._C_T_._PASS_.", "short-record"),
    ] {
        draws(&file(2, &[], columns, &[record]), code);
    }
    for columns in ["FORMAT", "FORMAT T T", "INFO T", "FORMAT T  N"] {
        let notes = told(&file(2, &[], columns, &[]));
        let codes = ["column-names", "duplicate-sample"];
        assert!(
            notes.iter().any(|n| codes.contains(&n.code.as_str()) && n.place.line == Some(2)),
            "{columns}"
        );
    }
    for wrong in
        [COLUMNS.replace("POS", "POSITION"), COLUMNS.replace("\tINFO", ""), COLUMNS.replace('\t', " ")]
    {
        let notes = told(&format!("##fileformat=VCFv4.2\n{wrong}\n"));
        assert!(notes.iter().any(|n| n.code == "column-names" && n.place.line == Some(2)), "{wrong}");
    }
}

#[test]
fn faults_of_the_header_are_told_and_the_rest_is_read() {
    for (line, code) in [
        ("##free text", "header-line"),
        ("##reference=", "header-line"),
        ("##=x", "header-line"),
        ("free text", "header-line"),
        ("##INFO=<ID=A,Number=1,Type=Float,Description=\"x\"", "header-line"),
        ("##FORMAT=<ID=A,Number=1,Type=Float,Description=\"x>", "header-line"),
        ("##ALT=<ID=DEL,Description=\"a \"b\" c\">", "header-line"),
        ("##contig=<ID=1,A,length=5>", "header-line"),
        ("##fileformat=VCFv4.2", "header-line"),
        ("##INFO=<ID=A,Number=Z,Type=Float,Description=\"x\">", "header-field"),
        ("##INFO=<ID=A,Number=1,Type=Real,Description=\"x\">", "header-field"),
        ("##INFO=<ID=A,Number=1,Type=Float>", "header-field"),
        ("##INFO=<Number=1,ID=A,Type=Float,Description=\"x\">", "header-field"),
        ("##FORMAT=<ID=A,Number=0,Type=Flag,Description=\"x\">", "header-field"),
        ("##FILTER=<ID=q10>", "header-field"),
        ("##FILTER=<ID=0,Description=\"x\">", "header-field"),
        ("##ALT=<ID=THIS:THAT,Description=\"x\">", "header-field"),
        ("##contig=<length=5>", "header-field"),
        ("##assembly=nowhere", "header-field"),
        ("##PEDIGREE=<Child=A B,Mother=C>", "header-field"),
        ("##INFO=<ID=AC,Number=1,Type=Integer,Description=\"x\">", "header-reserved"),
        ("##INFO=<ID=ADF,Number=R,Type=String,Description=\"x\">", "header-reserved"),
        ("##FORMAT=<ID=GT,Number=1,Type=Integer,Description=\"x\">", "header-reserved"),
    ] {
        let text = file(2, &[line], "", &["1 100 . C T . PASS ."]);
        let notes = told(&text);
        assert!(
            notes.iter().any(|note| note.code == code && note.place.line == Some(2)),
            "{line}: {notes:?}"
        );
        assert_eq!(read(&text).unwrap().ledger.kept, 1, "{line}: the record is read");
    }
    let broken = file(2, &["##INFO=<ID=A,Number=1,Type=Float,Description=\"a", "b\">"], "", &[]);
    assert_eq!(read(broken).unwrap().ledger.by_reason["unreadable"], 1, "no line vanishes");
    for version in ["VCF v4.2", "VCFv4.2 ", "", "4.2"] {
        draws(&format!("##fileformat={version}"), "vcf-version");
    }
}

#[test]
fn lines_that_are_no_records_are_told() {
    let text = file(2, &[], "", &["1 100 . C T . PASS .", "", "1 200 . C T . PASS ."]);
    let notes = told(&text);
    assert_eq!(
        (notes[0].code.as_str(), notes[0].severity, notes[0].place.line),
        ("no-record", Severity::Warning, Some(4))
    );
    let end = told(&file(2, &[], "", &["1 100 . C T . PASS .", ""]));
    assert_eq!(end[0].severity, Severity::Info, "an empty line at the end is common and harmless");
    let cut = file(2, &[], "", &["1 100 . C T . PASS ."]);
    draws(cut.trim_end(), "no-line-end");
    draws(&format!("##fileformat=VCFv4.2\n{COLUMNS}"), "no-line-end");
}

#[test]
fn a_sound_file_draws_no_note_that_names_a_line() {
    let meta = [
        "##INFO=<ID=MY,Number=R,Type=Float,Description=\"Mine, \\\"quoted\\\"\",Source=\"x\">",
        "##FORMAT=<ID=DS,Number=1,Type=Float,Description=\"Dosage\">",
        "##FILTER=<ID=q10,Description=\"Quality below 10\">",
        "##ALT=<ID=DEL:ME:ALU,Description=\"Deletion of an Alu element\">",
        "##contig=<ID=1,length=1000>",
        "##SAMPLE=<ID=T,Genomes=G;H,Mixture=.1;.9,Description=\"Tumour\">",
        "##PEDIGREE=<Derived=T,Original=N>",
        "##commandline=\"call --a=<b>\"",
    ];
    let records = [
        SOUND,
        "1 100 rs2;rs3 C G,CA 1e3 q10 MY=0.1,.,-2;DP=3;DB GT:DS:PL 1|2:.:1,2,3,4,5,6 ./.",
        "1 101 . c <DEL:ME:ALU> . . SVLEN=-300;END=401;CIPOS=-5,5;IMPRECISE GT . .",
        "1 102 . G G]<ctg>:55] . PASS SVTYPE=BND GT:GL 0/0:-0.1,-2.5,-9 0/1:-1,-2,-3",
        "1 103 . GTC G,* . PASS SVLEN=-2,. GT 0/1 0/2",
        "<ctg> 7 . T . . PASS . GT 0/0 0/0",
        "2 1 . T <*> . PASS END=40 DP 3 4",
        "X 9 . T C . PASS . GT:GL 0:-0.1,-2.5 0/1:-1,-2,-3",
    ];
    for minor in [1, 2] {
        assert_eq!(told(&file(minor, &meta, "FORMAT T N", &records)), [], "4.{minor}");
    }
    let local = "##FORMAT=<ID=LAA,Number=.,Type=Integer,Description=\"Local alleles\">";
    let empty = ["1 100 . C T . . . LAA:LEC : 1:1", "1 200 . C T . . . LAA:LEC .: 1:1"];
    assert_eq!(
        told(&file(5, &[local], "FORMAT T N", &empty)),
        [],
        "lists of local alleles may be empty since 4.5"
    );
}
