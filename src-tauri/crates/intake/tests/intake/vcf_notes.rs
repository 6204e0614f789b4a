//! Faults of a VCF: each is named with its line, and no fault loses a sound record.

use crate::support::{notes, read};
use crate::vcf::{EGFR, bgzip, file, file_with};
use expect_test::{Expect, expect};

fn check(text: impl AsRef<[u8]>, expected: Expect) {
    let draft = read(text).unwrap();
    let kept = format!("kept {} of {} {:?}\n", draft.ledger.kept, draft.ledger.read, draft.ledger.by_reason);
    expected.assert_eq(&(kept + &notes(&draft)));
}

#[test]
fn unsafe_places_and_alleles_are_set_aside_with_their_line() {
    check(
        file(&[
            EGFR,
            "chr7 x . T G . PASS . GT 0/0 0/1",
            "chr7 -5 . T G . PASS . GT 0/0 0/1",
            "chr7 99999999999 . T G . PASS . GT 0/0 0/1",
            "chr7 55191900 . T? G . PASS . GT 0/0 0/1",
            "chr7 55191901 . . G . PASS . GT 0/0 0/1",
            "chr7 55191902 . T G,R,<> x PASS . GT 0/0 0/1",
            "<7> 55191903 . T G . PASS . GT 0/0 0/1",
            "chr7 0 . T G . PASS . GT 0/0 0/1",
            "chr7 55191904 . T G",
            "chr7 55191905 . T T . PASS . GT 0/0 0/1",
        ]),
        expect![[r#"
            kept 3 of 13 {"reference": 1, "unreadable": 9}
            Error bad-pos POS:11 | x | x4
            Error bad-ref REF:14 | T? | x2
            Warning bad-qual QUAL:16 | x | x1
            Info undeclared ALT:16 | <> | x1
            Info multi-allelic ALT:16 | 3 alternate alleles | x1
            Error bad-alt ALT:16 | R | x2
            Warning unsorted POS:18 | 7:0 after a later place | x1
            Error short-record record:19 | 5 of 8 columns: chr7 55191904 . T G | x1
            Warning alt-is-ref ALT:20 | T | x1
        "#]],
    );
}

#[test]
fn order_and_repetition_are_noted_and_nothing_is_dropped() {
    check(
        file(&[
            EGFR,
            EGFR,
            "chr7 100 . T G . PASS . GT 0/0 0/1",
            "chr8 100 . T G . PASS . GT 0/0 0/1",
            "chr7 55191822 . T G . PASS . GT 0/0 0/1",
        ]),
        expect![[r#"
            kept 5 of 5 {}
            Warning duplicate-record record:11 | chr7:55191822 T>G | x2
            Warning unsorted POS:12 | 7:100 after a later place | x2
        "#]],
    );
}

#[test]
fn odd_lines_do_not_stop_the_reading() {
    let mut bytes = file(&["chr7 100 . T G . PASS . GT 0/0", ""]).into_bytes();
    bytes.extend(b"##late=header\nchr7\t200\t\x8E\xA9\tT\tG\t.\t\t.\tGT\t0/0\t0/1\t0/1");
    check(
        bytes,
        expect![[r#"
            kept 2 of 2 {}
            Warning sample-count samples:10 | 1 sample columns, the header names 2 | x2
            Warning no-record record:12 | a header line among the records | x1
            Warning encoding line:13 | bytes that are not UTF-8 | x1
            Warning no-record line:11 | an empty line | x1
            Warning bad-filter FILTER:13 | an empty FILTER | x1
            Warning no-line-end file:13 | the last line has no line end | x1
        "#]],
    );
}

#[test]
fn headers_with_faults_are_read() {
    check(
        "##fileformat=VCFv9.9\n##broken\n##INFO=<ID=\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMATS\ta\ta\n",
        expect![[r#"
            kept 0 of 0 {}
            Warning vcf-version ##fileformat:1 | VCFv9.9 | x1
            Warning header-line -:2 | ##broken | x1
            Warning header-line ##INFO:3 | ##INFO=<ID= | x1
            Warning column-names -:4 | FORMATS | x1
            Warning duplicate-sample -:4 | a | x1
            Warning tumour-sample - | a | x1
            Warning build-unknown - | no genome build | x1
        "#]],
    );
    check(
        "\u{FEFF}##source=x\n7\t100\t.\tT\tG\t.\tPASS\t.\n",
        expect![[r#"
            kept 1 of 1 {}
            Info encoding-bom - | a byte order mark | x1
            Warning no-fileformat -:1 | ##source=x | x1
            Warning no-columns -:2 | 7 100 . T G . PASS . | x1
            Warning build-unknown - | no genome build | x1
        "#]],
    );
    check(
        "##fileformat=VCFv4.2\n",
        expect![[r#"
        kept 0 of 0 {}
        Warning no-columns - | no line #CHROM | x1
        Warning build-unknown - | no genome build | x1
    "#]],
    );
}

#[test]
fn frequencies_that_cannot_be_are_not_used() {
    check(
        file(&["chr7 100 . T G . PASS . GT:AF 0/0:0 0/1:38.2"]),
        expect![[r#"
            kept 1 of 1 {}
            Warning out-of-range FORMAT/AF:10 | 38.2 | x1
        "#]],
    );
}

#[test]
fn annotations_of_another_allele_are_not_taken() {
    let csq = "CSQ=A|missense_variant|M|TP53|G|Transcript|T1|c.1|p.1|YES|";
    check(
        file(&[&format!("chr7 100 . T G,C . PASS {csq} GT 0/0 1/2")]),
        expect![[r#"
            kept 2 of 2 {}
            Info multi-allelic ALT:10 | 2 alternate alleles | x1
            Info annotation-allele INFO/CSQ:10 | G | x2
        "#]],
    );
}

#[test]
fn annotations_without_their_description_are_not_guessed_at() {
    let text = file(&[EGFR]).replace("##INFO=<ID=CSQ", "##INFO=<ID=OTHER").replace("Format: ", "");
    check(
        text,
        expect![[r#"
            kept 1 of 1 {}
            Info undeclared INFO:10 | CSQ | x1
            Warning annotation-header INFO/CSQ:10 | CSQ | x1
        "#]],
    );
}

#[test]
fn a_bgzip_file_without_its_end_mark_is_suspected_of_being_cut() {
    let packed = bgzip(file_with(&[], "", &["chr7 100 . T G . PASS ."]).as_bytes());
    check(
        &packed[..packed.len() - 28],
        expect![[r#"
        kept 1 of 1 {}
        Warning no-end-mark - | no end mark of bgzip | x1
    "#]],
    );
}
