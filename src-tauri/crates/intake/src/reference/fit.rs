//! Whether the REF of a record is what stands at its place.

use super::Reference;
use entaku_domain::finding::ShortVariant;
use std::io::Result;

/// Bases of a long REF that are compared: a deletion of this length that fits so far is at its place.
const MOST: usize = 10_000;
/// Bases that are shown of what stands there.
const SHOWN: u64 = 20;

/// How a REF stands to the reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fit {
    Fits,
    /// Other bases stand there: the first of them.
    Misfits(String),
    /// The contig ends before.
    Beyond,
    /// The reference has no such contig.
    NoContig,
    /// No place, no REF, or no base that tells: an insertion without its anchor, N on either side.
    Untold,
}

impl Reference {
    /// Compares a record's REF with what stands at its place.
    pub(super) fn fit(&mut self, variant: &ShortVariant) -> Result<Fit> {
        let (Some(chromosome), Some(position), Some(reference)) =
            (&variant.chromosome, variant.position, &variant.reference)
        else {
            return Ok(Fit::Untold);
        };
        let Some(contig) = self.contigs.find(chromosome) else { return Ok(Fit::NoContig) };
        let bases = reference.trim_matches('-').as_bytes();
        let begin = u64::from(position.get()) - 1;
        let length = self.contigs.length(contig);
        if begin.saturating_add((bases.len() as u64).max(1)) > length {
            return Ok(Fit::Beyond);
        }
        let Self { contigs, pages, .. } = self;
        let mut told = false;
        let mut compare = |mine: u8, there: u8| {
            let (mine, there) = (meaning(mine), meaning(there));
            told |= mine != ANY && there != ANY && mine != 0 && there != 0;
            mine == 0 || there == 0 || mine & there != 0
        };
        let fits = match bases {
            [] => return Ok(Fit::Untold),
            [base] => compare(*base, contigs.base(contig, begin, pages)?),
            bases => {
                let compared = bases.len().min(MOST);
                let there = contigs.bases(contig, begin, compared as u64, pages)?;
                bases.iter().zip(&there).all(|(mine, there)| compare(*mine, *there))
            }
        };
        match (fits, told) {
            (true, true) => Ok(Fit::Fits),
            (true, false) => Ok(Fit::Untold),
            (false, _) => {
                let shown = contigs.bases(contig, begin, (bases.len() as u64).min(SHOWN), pages)?;
                let more = if bases.len() as u64 > SHOWN { "…" } else { "" };
                Ok(Fit::Misfits(format!("{}{more}", String::from_utf8_lossy(&shown))))
            }
        }
    }
}

/// Any base (N).
const ANY: u8 = 0b1111;

/// The bases that a letter of the IUPAC code stands for, one bit each; 0 for what is no base. A REF of VCF names one of the
/// bases that an ambiguous letter of the reference stands for (VCF 4.3 §1.6.1), so that what they share is enough.
fn meaning(letter: u8) -> u8 {
    match letter.to_ascii_uppercase() {
        b'A' => 0b0001,
        b'C' => 0b0010,
        b'G' => 0b0100,
        b'T' | b'U' => 0b1000,
        b'M' => 0b0011,
        b'R' => 0b0101,
        b'S' => 0b0110,
        b'V' => 0b0111,
        b'W' => 0b1001,
        b'Y' => 0b1010,
        b'H' => 0b1011,
        b'K' => 0b1100,
        b'D' => 0b1101,
        b'B' => 0b1110,
        b'N' => ANY,
        _ => 0,
    }
}
