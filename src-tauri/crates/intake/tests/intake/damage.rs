//! Cut and damaged files: never a panic, and whatever is still read is accounted for.

use crate::cats::{file, variant};
use crate::support::read;
use crate::vcf::{EGFR, bgzip, file as vcf};
use crate::{ccat_clinical, ccat_report, guardant, maf, oncomine, tso500};
use proptest::prelude::*;
use serde_json::json;

fn sound_cats() -> Vec<u8> {
    let biomarker = json!({"itemId": "b", "biomarkerType": "TMB", "biomarkerMetrics": [{"value": 8.4, "unit": "Muts/Mb", "metricType": "x"}],
        "sampleItemId": "s-dna", "reported": true});
    file(json!({"variants": {"shortVariants": [variant(), variant()]}, "otherBiomarkers": [biomarker]}))
        .to_string()
        .into_bytes()
}

proptest! {
    #[test]
    fn a_cut_cats_file_is_an_error_not_a_shorter_report(cut in 1usize..900) {
        let bytes = sound_cats();
        let part = &bytes[..cut.min(bytes.len() - 1)];
        prop_assert!(read(part).is_err(), "a report that breaks off must not pass for a whole one");
    }

    #[test]
    fn damaged_bytes_never_break_the_ledger(at in prop::collection::vec((0usize..1200, any::<u8>()), 1..6)) {
        let mut bytes = sound_cats();
        for (index, byte) in at {
            let index = index % bytes.len();
            bytes[index] = byte;
        }
        // `read` of the support module checks the ledger of whatever can still be read.
        let _ = read(&bytes);
    }

    #[test]
    fn swapped_values_never_break_the_ledger(from in 0usize..60, to in 0usize..60) {
        let text = String::from_utf8(sound_cats()).unwrap();
        let tokens: Vec<&str> = text.split_inclusive([',', ':', '{', '[', ']', '}']).collect();
        let mut tokens = tokens;
        let count = tokens.len();
        tokens.swap(from % count, to % count);
        let _ = read(tokens.concat());
    }

    #[test]
    fn a_damaged_vcf_never_breaks_the_ledger(at in prop::collection::vec((0usize..2000, any::<u8>()), 1..8), cut in 0usize..2000) {
        let two = "chr7 55191823 rs1 C CA,<DEL> . PASS END=9;MATEID=x GT:AD 0/0:1,2,3 1/2:1,2,3";
        let mut bytes = vcf(&[EGFR, two, "chr8 5 b A A]chr7:1] 3 . SVTYPE=BND;MATEID=c PR 1,0 2,3"]).into_bytes();
        for (index, byte) in at {
            let index = index % bytes.len();
            bytes[index] = byte;
        }
        bytes.truncate(cut.max(1).min(bytes.len()));
        let _ = read(&bytes);
    }

    #[test]
    fn a_damaged_archive_never_breaks_the_ledger(at in 0usize..4000, byte in any::<u8>(), cut in 1usize..4000) {
        let mut bytes = bgzip(vcf(&[EGFR, EGFR]).as_bytes());
        let index = at % bytes.len();
        bytes[index] = byte;
        bytes.truncate(cut.min(bytes.len()));
        let _ = read(&bytes);
    }

    #[test]
    fn a_damaged_table_never_breaks_the_ledger(
        at in prop::collection::vec((0usize..4000, any::<u8>()), 1..8), cut in 1usize..4000, which in 0usize..6,
    ) {
        let mut bytes = match which {
            0 => maf::file(&[maf::EGFR, maf::EGFR], "\t"),
            1 => maf::file(&[maf::EGFR, maf::EGFR], ","),
            2 => ccat_report::three(),
            3 => tso500::sound(),
            4 => oncomine::file(&oncomine::ROWS),
            _ => ccat_clinical::two(),
        }
        .into_bytes();
        for (index, byte) in at {
            let index = index % bytes.len();
            bytes[index] = byte;
        }
        bytes.truncate(cut.min(bytes.len()));
        let _ = read(&bytes);
    }

    #[test]
    fn a_damaged_workbook_never_breaks_the_ledger(
        at in prop::collection::vec((0usize..4000, any::<u8>()), 1..8), part in 0usize..12, whole in any::<bool>(),
    ) {
        let mut parts = guardant::parts(&guardant::sheets());
        let count = parts.len();
        let mut bytes = if whole { guardant::container(&parts) } else { std::mem::take(&mut parts[part % count].1) };
        for (index, byte) in at {
            let index = index % bytes.len();
            bytes[index] = byte;
        }
        if !whole {
            parts[part % count].1 = bytes;
            bytes = guardant::container(&parts);
        }
        let _ = read(&bytes);
    }
}

/// Places, numbers and types of cells as a hostile hand may write them.
fn cell() -> impl Strategy<Value = String> {
    let place = prop::sample::select(vec![
        "A1",
        "B2",
        "A0",
        "XFD1048576",
        "ZZZZZZZZZ9",
        "A4294967295",
        "A99999999999999999999",
        "1A",
        "",
        "a1",
        "A-1",
        "$A$1",
        "AA",
    ]);
    let kind = prop::sample::select(vec!["", "s", "n", "b", "e", "str", "inlineStr", "d", "x"]);
    let value = prop::sample::select(vec![
        "0",
        "-1",
        "99999999999",
        "1e309",
        "NaN",
        "",
        "&#0;",
        "&amp;",
        "&unknown;",
        "1.5",
        "true",
        "2026-05-01T25:61:00",
        "<is><t>x</t></is>",
        "<![CDATA[x]]>",
        "&#x110000;",
    ]);
    let row = prop::sample::select(vec!["1", "0", "-1", "4294967295", "99999999999999999999", "x", ""]);
    let style = prop::sample::select(vec!["", "s=\"0\"", "s=\"4294967295\"", "s=\"-1\""]);
    (row, place, kind, style, value).prop_map(|(row, place, kind, style, value)| {
        let content = if value.starts_with("<is>") { value.to_owned() } else { format!("<v>{value}</v>") };
        format!("<row r=\"{row}\"><c r=\"{place}\" t=\"{kind}\" {style}>{content}</c><c><f>A1</f><v>2</v></c></row>")
    })
}

proptest! {
    #[test]
    fn a_sheet_made_to_do_harm_never_breaks_the_ledger(cells in prop::collection::vec(cell(), 1..4), dimension in prop::sample::select(vec!["A1:B2", "A1:XFD1048576", "", "B2:A1", "x"])) {
        let mut parts = guardant::parts(&guardant::sheets());
        parts[0].1 = format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"{dimension}\"/><sheetData>{}</sheetData></worksheet>",
            cells.concat()
        )
        .into_bytes();
        let _ = read(guardant::container(&parts));
    }

    #[test]
    fn swapped_fields_never_break_the_ledger(from in 0usize..200, to in 0usize..200, which in 0usize..5) {
        let text = match which {
            0 => maf::file(&[maf::EGFR, maf::EGFR], "\t"),
            1 => ccat_report::three(),
            2 => ccat_clinical::two(),
            3 => tso500::sound(),
            _ => oncomine::file(&oncomine::ROWS),
        };
        let mut fields: Vec<&str> = text.split_inclusive(['\t', ',', '\n']).collect();
        let count = fields.len();
        fields.swap(from % count, to % count);
        let _ = read(fields.concat());
    }
}

#[test]
fn what_was_found_is_told_in_both_languages() {
    let long = format!("##fileformat=VCFv4.2\n{}", "A".repeat(9 << 20));
    for bytes in [
        &b""[..],
        b"%PDF-1.7",
        b"{\"a\": [1, 2",
        b"{\"a\": 1}",
        b"<a><b>",
        b"<!DOCTYPE a><a/>",
        b"<a/>",
        b"PK\x03\x04damaged",
        b"BCF\x02\x02\xff\xff\xff\x7f",
        b"a,b\n1,2\n",
        b"{\"a\": \"\x83\x65\x83\x58\x83\x67\"}",
        b"\x1f\x8b\x08\x00damaged",
        long.as_bytes(),
    ] {
        let found = read(bytes).unwrap_err().found;
        let japanese = found.ja.chars().any(|c| ('ぁ'..='ヿ').contains(&c) || ('一'..='龥').contains(&c));
        assert!(japanese, "{found:?}");
        assert!(found.en.chars().any(|c| c.is_ascii_lowercase()), "{found:?}");
    }
}
