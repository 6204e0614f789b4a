//! Cut and damaged files: never a panic, and whatever is still read is accounted for.

use crate::cats::{file, variant};
use crate::support::read;
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
}
