//! What fuzzing begins with, and what it once found, is read by the suite as well.

use crate::support::read;
use std::path::Path;

#[test]
fn every_seed_is_read_or_refused_without_a_panic() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let mut tried = 0;
    for folder in std::fs::read_dir(seeds).unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            // That the ledger balances and that counting agrees with reading is checked with every reading.
            if let Err(error) = read(std::fs::read(&path).unwrap()) {
                assert!(!error.found.en.is_empty(), "{}: {error}", path.display());
            }
            tried += 1;
        }
    }
    assert!(tried >= 10, "{tried} seeds: the folder is the one that fuzzing uses");
}

#[test]
fn seeds_of_the_later_versions_hold_what_their_rules_are_about() {
    let symbols = read(include_str!("../../fuzz/seeds/vcf/symbols.vcf")).unwrap();
    assert_eq!((symbols.ledger.read, symbols.ledger.by_reason.get("mate")), (6, Some(&1)));
    let local = read(include_str!("../../fuzz/seeds/vcf/local_alleles.vcf")).unwrap();
    assert!(local.notes.iter().any(|note| note.code == "contig-name"), "{:?}", local.notes);
}
