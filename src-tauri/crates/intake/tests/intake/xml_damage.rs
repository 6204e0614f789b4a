//! Cut, repeated and exchanged pieces of XML reports: never a panic, and whatever is still read is accounted for.

use crate::genminetop;
use crate::support::read;
use crate::{foundation, foundation_said};
use proptest::prelude::*;

/// Seeds: every kind of record of each report, with all that is said around them.
fn seed(which: usize) -> Vec<u8> {
    let text = match which {
        0 => foundation::file(&foundation_said::curated(), &foundation::every_kind()),
        1 => genminetop::file("true", &(genminetop::variant(&[]) + &genminetop::other_kinds())),
        _ => foundation::of_variants(&(foundation::variant(&[]) + &foundation::variant(&[("gene", "MLL2")]))),
    };
    text.into_bytes()
}

/// What is done to a block of bytes.
#[derive(Debug, Clone, Copy)]
enum Damage {
    Cut,
    Repeat,
    Elsewhere(usize),
    Flip(u8),
}

fn damage() -> impl Strategy<Value = (usize, usize, Damage)> {
    let what = prop_oneof![
        Just(Damage::Cut),
        Just(Damage::Repeat),
        any::<usize>().prop_map(Damage::Elsewhere),
        any::<u8>().prop_map(Damage::Flip),
    ];
    (any::<usize>(), 1usize..200, what)
}

proptest! {
    #[test]
    fn damaged_bytes_never_break_the_ledger(
        which in 0usize..3,
        damages in prop::collection::vec(damage(), 1..6),
    ) {
        let mut bytes = seed(which);
        for (from, length, what) in damages {
            let from = from % bytes.len();
            let end = (from + length).min(bytes.len());
            let block = bytes[from..end].to_vec();
            match what {
                Damage::Cut => drop(bytes.drain(from..end)),
                Damage::Repeat => drop(bytes.splice(end..end, block)),
                Damage::Elsewhere(to) => {
                    let to = to % bytes.len();
                    drop(bytes.splice(to..to, block));
                }
                Damage::Flip(byte) => bytes[from] = byte,
            }
        }
        // `read` of the support module checks the ledger of whatever can still be read.
        let _ = read(&bytes);
    }

    #[test]
    fn exchanged_lines_and_values_never_break_the_ledger(
        which in 0usize..3,
        swaps in prop::collection::vec((any::<usize>(), any::<usize>()), 1..8),
    ) {
        let text = String::from_utf8(seed(which)).unwrap();
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let mut values: Vec<&str> = text.split_inclusive('"').collect();
        for (from, to) in swaps {
            let (count, pieces) = (lines.len(), values.len());
            lines.swap(from % count, to % count);
            values.swap(from % pieces, to % pieces);
        }
        let _ = read(lines.concat());
        let _ = read(values.concat());
    }
}
