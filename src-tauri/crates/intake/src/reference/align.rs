//! Insertions and deletions at their leftmost place, so that one change written at this or that end of a repeat is one
//! place. Source: Tan, Abecasis, Kang: Unified representation of genetic variants, Bioinformatics 2015.

use super::Reference;
use super::fit::Fit;
use entaku_domain::finding::{Locus, ShortVariant};
use entaku_domain::genome::Position1;
use std::io::Result;

/// Longest change that is moved, in bases.
const LONGEST: usize = 10_000;
/// How far a change is moved at most: repeats of a genome that a short variant lies in are shorter.
const FARTHEST: usize = 10_000;

impl Reference {
    /// The shortest and leftmost form of a change whose REF fits. None where it does not, and where a limit is met: then
    /// nothing is said rather than something half-way.
    pub(super) fn leftmost(&mut self, variant: &ShortVariant) -> Result<Option<Locus>> {
        // An insertion without its anchor has no REF that could fail to fit.
        if !matches!(self.fit(variant)?, Fit::Fits | Fit::Untold) {
            return Ok(None);
        }
        let Some(locus) = variant.shortest() else { return Ok(None) };
        let Some(contig) = variant.chromosome.as_ref().and_then(|name| self.contigs.find(name)) else {
            return Ok(None);
        };
        let mut bases = match (locus.reference.is_empty(), locus.alternate.is_empty()) {
            // No change, or a replacement: its shortest form is its only one.
            (true, true) => return Ok(None),
            (false, false) => {
                return Ok(
                    Some(locus).filter(|locus| of_bases(&locus.reference) && of_bases(&locus.alternate))
                );
            }
            (false, true) => locus.reference.clone().into_bytes(),
            (true, false) => locus.alternate.clone().into_bytes(),
        };
        let text = if locus.alternate.is_empty() { &locus.reference } else { &locus.alternate };
        if bases.len() > LONGEST || !of_bases(text) {
            return Ok(None);
        }
        let Some(moved) = self.steps(contig, u64::from(locus.position.get()) - 1, &bases)? else {
            return Ok(None);
        };
        let turned = moved % bases.len();
        bases.rotate_right(turned);
        let bases = String::from_utf8_lossy(&bases).into_owned();
        let position = i64::from(locus.position.get()) - i64::try_from(moved).unwrap_or(i64::MAX);
        let Ok(position) = Position1::new(position) else { return Ok(None) };
        let (reference, alternate) =
            if locus.alternate.is_empty() { (bases, String::new()) } else { (String::new(), bases) };
        Ok(Some(Locus { position, reference, alternate }))
    }

    /// How often the base before the change is the change's last one, so that it can stand one place further to the left with
    /// that base in front.
    fn steps(&mut self, contig: usize, begin: u64, bases: &[u8]) -> Result<Option<usize>> {
        let Self { contigs, pages, .. } = self;
        if begin > contigs.length(contig) {
            return Ok(None);
        }
        let mut last = bases.iter().rev().cycle();
        let mut moved = 0;
        let mut place = begin;
        while let Some(before) = place.checked_sub(1) {
            if last.next() != Some(&contigs.base(contig, before, pages)?) {
                break;
            }
            if moved >= FARTHEST {
                return Ok(None);
            }
            (place, moved) = (before, moved + 1);
        }
        Ok(Some(moved))
    }
}

fn of_bases(text: &str) -> bool {
    text.bytes().all(|base| matches!(base, b'A' | b'C' | b'G' | b'T'))
}
