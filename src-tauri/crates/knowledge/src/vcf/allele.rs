//! One change of the sequence, however it was padded.

use entaku_domain::finding::Locus;
use entaku_domain::genome::Position1;

/// A change without the bases that both sides share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Allele(Locus);

impl Allele {
    /// Of a record. None where a side is no sequence of bases: symbolic alleles, breakends, `*`, `-`.
    pub(super) fn new(start: u64, reference: &[u8], alternate: &[u8]) -> Option<Self> {
        let text = |side| std::str::from_utf8(side).ok().filter(|side| !side.is_empty() && is_bases(side));
        let position = Position1::new(i64::try_from(start).ok()?).ok()?;
        Locus::shortest(position, text(reference)?, text(alternate)?).map(Self)
    }

    /// Of a change in its shortest form, in which one side may be empty. None where a side is no sequence of bases, or nothing is
    /// changed. A change that was shifted along a repeat is recognised where its leftmost place is given.
    pub(super) fn of(locus: &Locus) -> Option<Self> {
        let (reference, alternate) = (&locus.reference, &locus.alternate);
        let changes = !(reference.is_empty() && alternate.is_empty());
        (changes && is_bases(reference) && is_bases(alternate)).then(|| Self(locus.clone()))
    }

    /// First and last base that a record of this change can touch, padding included: counted from 1, inclusive.
    pub(super) fn reach(&self) -> (u64, u64) {
        let start = u64::from(self.0.position.get());
        (start.saturating_sub(1).max(1), start.saturating_add(self.0.reference.len() as u64))
    }
}

fn is_bases(side: &str) -> bool {
    side.bytes().all(|base| matches!(base.to_ascii_uppercase(), b'A' | b'C' | b'G' | b'T' | b'N'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allele(start: u64, reference: &str, alternate: &str) -> Option<Allele> {
        Allele::new(start, reference.as_bytes(), alternate.as_bytes())
    }

    #[test]
    fn padding_makes_no_difference() {
        assert_eq!(allele(10, "A", "T"), allele(9, "CAG", "CTG"));
        assert_eq!(allele(10, "a", "t"), allele(10, "A", "T"));
        assert_eq!(allele(10, "ATT", "A"), allele(9, "GATTC", "GAC"));
        assert_eq!(allele(9, "G", "GAT"), allele(9, "GAT", "GATAT"));
        assert_ne!(allele(10, "A", "AT"), allele(10, "A", "TA"));
        assert_ne!(allele(10, "A", "T"), allele(11, "A", "T"));
        assert_ne!(allele(10, "A", "T"), allele(10, "C", "T"));
    }

    #[test]
    fn what_is_no_sequence_is_no_allele() {
        for (reference, alternate) in
            [("A", "<DEL>"), ("A", "*"), ("A", "-"), ("", "T"), ("A", "A[chr1:5["), ("A", ".")]
        {
            assert_eq!(allele(10, reference, alternate), None, "{reference}>{alternate}");
        }
        assert_eq!(allele(0, "A", "T"), None);
    }
}
