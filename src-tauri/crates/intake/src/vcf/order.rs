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

/// An allele in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change<'a> {
    pub position: u32,
    pub reference: &'a str,
    pub alternate: &'a str,
    /// What else tells it from another, where the alleles are symbols; empty where they are spelled out.
    pub besides: &'a str,
}

impl Order {
    /// Takes the place of the next record; true where it stands before an earlier one.
    pub fn backwards(&mut self, contig: &Chromosome, position: u32) -> bool {
        let backwards = if self.contig.as_ref() == Some(contig) {
            position < self.position
        } else {
            let left = self.left.contains(contig);
            if let Some(before) = self.contig.replace(contig.clone())
                && self.left.len() < MAX_CONTIGS
            {
                self.left.insert(before);
            }
            left
        };
        self.position = position;
        backwards
    }

    /// Takes an allele; true where the same change was met before, though it be spelled with other bases around it.
    pub fn twice(&mut self, contig: &Chromosome, change: Change<'_>) -> bool {
        let change = if change.besides.is_empty() { change.shortest() } else { change };
        let hasher = BuildHasherDefault::<DefaultHasher>::default();
        let Change { position, reference, alternate, besides } = change;
        let key = hasher.hash_one((contig.as_str(), position, reference, alternate, besides));
        if self.seen.len() < MAX_REMEMBERED { !self.seen.insert(key) } else { self.seen.contains(&key) }
    }
}

impl Change<'_> {
    /// Without the bases that both alleles share, first at their ends, then at their starts.
    fn shortest(mut self) -> Self {
        let (reference, alternate) = (self.reference.as_bytes(), self.alternate.as_bytes());
        if reference.len() == 1 && alternate.len() == 1 {
            return self;
        }
        let same = |(a, b): &(&u8, &u8)| a.eq_ignore_ascii_case(b);
        let at_end = reference.iter().rev().zip(alternate.iter().rev()).take_while(same).count();
        let end = |text: &'_ str| text.len() - at_end;
        let (short_reference, short_alternate) =
            (self.reference.get(..end(self.reference)), self.alternate.get(..end(self.alternate)));
        let (Some(short_reference), Some(short_alternate)) = (short_reference, short_alternate) else {
            return self;
        };
        let pairs = short_reference.as_bytes().iter().zip(short_alternate.as_bytes());
        let at_start = pairs.take_while(same).count();
        self.position = self.position.saturating_add(u32::try_from(at_start).unwrap_or(0));
        self.reference = short_reference.get(at_start..).unwrap_or_default();
        self.alternate = short_alternate.get(at_start..).unwrap_or_default();
        self
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
    fn disorder_is_seen() {
        let mut order = Order::default();
        let mut take =
            |contig: &str, position| order.backwards(&Chromosome::parse(contig).unwrap(), position);
        assert!(!take("1", 10) && !take("1", 10), "several records of one place");
        assert!(take("1", 9));
        assert!(!take("2", 1), "a new contig starts anew");
        assert!(take("1", 10), "back on a contig that was left");
    }

    #[test]
    fn a_change_is_the_same_whatever_bases_stand_around_it() {
        let mut order = Order::default();
        let contig = Chromosome::parse("1").unwrap();
        let mut twice = |position, reference, alternate, besides| {
            order.twice(&contig, Change { position, reference, alternate, besides })
        };
        assert!(!twice(10, "A", "C", "") && !twice(10, "A", "G", ""), "another allele of the same place");
        assert!(twice(10, "A", "C", ""));
        assert!(twice(9, "TAT", "TCT", ""), "with a base more on either side");
        assert!(!twice(20, "CAG", "C", "") && twice(20, "CAGT", "CT", ""), "a deletion");
        assert!(
            !twice(30, "N", "<DEL>", "END=40") && !twice(30, "N", "<DEL>", "END=50"),
            "symbols of two lengths"
        );
        assert!(twice(30, "N", "<DEL>", "END=50"));
    }
}
