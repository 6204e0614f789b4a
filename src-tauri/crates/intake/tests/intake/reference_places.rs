//! Insertions and deletions at their leftmost place. The places are thought out on paper from the sequences beside them.

use crate::genome::{Folder, open, packed, plain, site};
use crate::reference::{HG19, read, variant, vcf};
use entaku_domain::genome::GenomeBuild;

const BUILD: GenomeBuild = GenomeBuild::Grch37;

/// `position|deleted|inserted` of each record.
fn places(genome: &[(&str, &str)], records: &[(&str, usize, &str, &str)]) -> Vec<String> {
    let folder = Folder::new();
    let mut all = Vec::new();
    for path in [plain(&folder, "a.fa", genome), packed(&folder, "a.fa.gz", genome, 7)] {
        let draft = read(&vcf(HG19, records), &mut site([open(&path, BUILD).unwrap()]));
        all.push(
            (0..records.len())
                .map(|index| {
                    let place = variant(&draft, index).place_on(&BUILD).unwrap();
                    place.splitn(3, '|').last().unwrap().to_owned()
                })
                .collect::<Vec<_>>(),
        );
    }
    assert_eq!(all[0], all[1], "plain and packed");
    all.remove(0)
}

#[test]
fn one_deletion_in_a_repeat_is_one_place_however_it_is_written() {
    // The example of Tan 2015: one CA of four taken out. 1 G G G C A C A C A C A G G G 14
    let genome = [("chr7", "GGGCACACACAGGG")];
    let found = places(
        &genome,
        &[
            ("7", 3, "GCA", "G"),
            ("7", 2, "GGCA", "GG"),
            ("7", 3, "GCACA", "GCA"),
            ("7", 6, "CAC", "C"),
            ("7", 7, "ACA", "A"),
            ("7", 9, "ACA", "A"),
        ],
    );
    assert_eq!(found, vec!["4|CA|"; 6]);
}

#[test]
fn homopolymers_insertions_and_turned_units() {
    //                      1234567890
    let genome = [("chr7", "TTAAAAAG"), ("chr1", "GGGCACACACAGGG"), ("chr2", "AAAAC")];
    let found = places(
        &genome,
        &[
            ("7", 6, "AA", "A"),
            ("7", 2, "TAA", "T"),
            ("7", 7, "A", "AA"),
            ("7", 7, "A", "AC"),
            // CA once more, behind the last: in front of the first.
            ("1", 11, "A", "ACA"),
            ("1", 3, "G", "GCA"),
            // ACA behind 11 is ACA in front of 9: GGGCACAC ACA ACAGGG = GGGCACACACA ACA GGG.
            ("1", 11, "A", "AACA"),
            // To the first base of a contig and no further.
            ("2", 3, "AA", "A"),
            ("2", 4, "A", "AA"),
            ("2", 1, "A", "TA"),
        ],
    );
    assert_eq!(found, ["3|A|", "3|AA|", "3||A", "8||C", "4||CA", "4||CA", "9||ACA", "1|A|", "1||A", "1||T"]);
}

#[test]
fn replacements_soft_masked_bases_and_gaps() {
    //                      123456789012345
    let genome = [("chr7", "ggcacacaTTNNTTC"), ("chr1", "ACGTACGT")];
    let found = places(
        &genome,
        &[
            ("7", 5, "CAC", "C"),    // masked repeat: CACACA from 3
            ("7", 13, "TT", "T"),    // N stops the walk
            ("1", 2, "CGT", "CAT"),  // one base
            ("1", 2, "CG", "TA"),    // two bases at once
            ("1", 2, "CGTA", "CTT"), // complex: GTA for TT, shortest G T A > T T
        ],
    );
    assert_eq!(found, ["3|CA|", "13|T|", "3|G|A", "2|CG|TA", "3|GTA|TT"]);
}

#[test]
fn where_ref_does_not_fit_no_place_is_moved() {
    let genome = [("chr7", "GGGCACACACAGGG")];
    assert_eq!(places(&genome, &[("7", 7, "CCA", "C")]), ["8|CA|"], "as written");
    let long = "A".repeat(30_000);
    let genome = [("chr7", long.as_str())];
    assert_eq!(
        places(&genome, &[("7", 20_000, "AA", "A")]),
        ["20000|A|"],
        "further than is walked: as written"
    );
    let most = long.get(..25_000).unwrap();
    assert_eq!(places(&genome, &[("7", 100, most, "A")]), [format!("100|{}|", most.get(1..).unwrap())]);
}
