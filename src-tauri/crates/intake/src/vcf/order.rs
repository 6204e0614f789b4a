//! Watches the order of records and whether one stands twice, in bounded memory.

use entaku_domain::genome::Chromosome;
use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

/// Most records remembered for finding duplicates (8 bytes each, 16 MiB in all); later ones are compared with these.
const MAX_REMEMBERED: usize = 1_000_000;

/// Most contigs remembered.
const MAX_CONTIGS: usize = 10_000;

/// What was seen so far.
#[derive(Debug, Default)]
pub(super) struct Order {
    contig: Option<Chromosome>,
    position: u32,
    left: HashSet<Chromosome>,
    seen: HashSet<u64, BuildHasherDefault<Passed>>,
}

/// What is odd about a record's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Odd {
    pub out_of_order: bool,
    pub twice: bool,
}

impl Order {
    /// Takes the place of the next record and allele.
    pub fn take(&mut self, contig: &Chromosome, position: u32, reference: &str, alternate: &str) -> Odd {
        let mut odd = Odd::default();
        if self.contig.as_ref() == Some(contig) {
            odd.out_of_order = position < self.position;
        } else {
            odd.out_of_order = self.left.contains(contig);
            if let Some(before) = self.contig.replace(contig.clone())
                && self.left.len() < MAX_CONTIGS
            {
                self.left.insert(before);
            }
        }
        self.position = position;
        let hasher = BuildHasherDefault::<DefaultHasher>::default();
        let key = hasher.hash_one((contig.as_str(), position, reference, alternate));
        odd.twice = self.seen.contains(&key) || (self.seen.len() < MAX_REMEMBERED && !self.seen.insert(key));
        odd
    }
}

/// The keys are hashes already.
#[derive(Debug, Default)]
struct Passed(u64);

impl std::hash::Hasher for Passed {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disorder_and_repetition_are_seen() {
        let mut order = Order::default();
        let mut take = |contig: &str, position, alternate| {
            let odd = order.take(&Chromosome::parse(contig).unwrap(), position, "A", alternate);
            (odd.out_of_order, odd.twice)
        };
        assert_eq!(take("1", 10, "C"), (false, false));
        assert_eq!(take("1", 10, "G"), (false, false), "another allele of the same place");
        assert_eq!(take("1", 9, "G"), (true, false));
        assert_eq!(take("2", 1, "G"), (false, false), "a new contig starts anew");
        assert_eq!(take("1", 10, "C"), (true, true), "back on a contig that was left");
    }
}
