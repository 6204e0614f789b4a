//! Two short variants of one haplotype close enough to share a codon. Each is annotated as if it stood alone, so that
//! the protein change of both may be a third one. The reader must not join them: it points them out.
//! Source: VCF 4.5 §1.6.2 (GT, PS); GATK's PID and PGT.

use entaku_domain::finding::ShortVariant;
use entaku_domain::genome::Chromosome;
use entaku_vcf_check::columns::Columns;

/// A codon has three bases: its first and its last are two apart.
const CODON: u32 = 2;

/// The last phased short variant that was kept.
#[derive(Debug, Default)]
pub(super) struct Phased {
    last: Option<Last>,
}

#[derive(Debug)]
struct Last {
    chromosome: Chromosome,
    /// Its last base.
    end: u32,
    change: String,
    phase: (char, String),
    haplotypes: u32,
}

impl Phased {
    /// Takes a short variant that is kept; says which neighbour shares its haplotype. A sample without phase, as most
    /// are, costs a look at its genotype.
    pub fn neighbour(
        &mut self,
        columns: &Columns<'_>,
        sample: &str,
        variant: &ShortVariant,
        index: usize,
    ) -> Option<String> {
        let (phase, haplotypes) = phase(columns.format, sample, index + 1)?;
        let (chromosome, position) = (variant.chromosome.as_ref()?, variant.position?.get());
        let change = variant.genomic_change();
        let said = self.last.as_ref().and_then(|last| {
            let apart = position.checked_sub(last.end).filter(|apart| (1..=CODON).contains(apart))?;
            let cis = last.haplotypes & haplotypes != 0 && last.phase.0 == phase.0 && last.phase.1 == phase.1;
            (cis && last.chromosome == *chromosome).then(|| {
                let bases = if apart == 1 { "base" } else { "bases" };
                format!("{} and {change} are on one haplotype, {apart} {bases} apart", last.change)
            })
        });
        let length = u32::try_from(columns.reference.len()).unwrap_or(u32::MAX);
        self.last = Some(Last {
            chromosome: chromosome.clone(),
            end: position.saturating_add(length.saturating_sub(1)),
            change,
            phase: (phase.0, phase.1.to_owned()),
            haplotypes,
        });
        said
    }
}

/// The set within which phase holds, and the haplotypes that carry the allele as bits. None where phase is not stated:
/// a `|` without a set is written by some callers that phase nothing.
fn phase<'a>(format: &str, sample: &'a str, allele: usize) -> Option<((char, &'a str), u32)> {
    let value = |key: &str| {
        let at = format.split(':').position(|name| name == key)?;
        sample.split(':').nth(at).filter(|value| !matches!(*value, "." | ""))
    };
    // Neither a phased genotype nor GATK's, which both hold the sign.
    memchr::memchr(b'|', sample.as_bytes())?;
    let of_set = value("GT").zip(value("PS")).map(|(genotype, set)| (genotype, ('S', set)));
    let of_gatk = || value("PGT").zip(value("PID")).map(|(genotype, id)| (genotype, ('I', id)));
    let (genotype, set) = of_set.filter(|(genotype, _)| genotype.contains('|')).or_else(of_gatk)?;
    if !genotype.contains('|') {
        return None;
    }
    // PGT knows one alternate allele, whichever it is among those of the record.
    let allele = if set.0 == 'I' { 1 } else { allele };
    let carried = genotype.split('|').take(32).enumerate().filter(|(_, part)| part.parse() == Ok(allele));
    let haplotypes = carried.fold(0u32, |bits, (haplotype, _)| bits | (1 << haplotype));
    (haplotypes != 0).then_some((set, haplotypes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phase_needs_a_set_in_which_it_holds() {
        for (format, sample, expected) in [
            ("GT:PS", "0|1:7", Some((('S', "7"), 2))),
            ("GT:PS", "1|0:7", Some((('S', "7"), 1))),
            ("GT:PS", "1|1:7", Some((('S', "7"), 3))),
            ("GT:PGT:PID", "0/1:0|1:7_A_T", Some((('I', "7_A_T"), 2))),
            ("GT:PGT:PID:PS", "0|1:0|1:7_A_T:7", Some((('S', "7"), 2))),
            ("GT", "0|1", None),
            ("GT:PS", "0/1:7", None),
            ("GT:PS", "0|0:7", None),
            ("GT:PGT", "0/1:0|1", None),
        ] {
            assert_eq!(phase(format, sample, 1), expected, "{format} {sample}");
        }
    }
}
