//! How many alleles the genotypes of a sample have: one number within a contig, where people have two copies of it.

use super::{Rule, Spot};

/// The contig that is looked at and, by the place of the sample, the number of alleles met first.
#[derive(Debug, Default)]
pub(super) struct Ploidies {
    contig: String,
    counted: bool,
    first: Vec<usize>,
}

impl Ploidies {
    /// Begins a record.
    pub fn begin(&mut self, contig: &str) {
        if self.contig != contig {
            contig.clone_into(&mut self.contig);
            // Men have one copy of most of X and Y, and callers differ on mitochondria.
            let bare = contig.strip_prefix("chr").unwrap_or(contig);
            self.counted = bare.parse::<u8>().is_ok_and(|number| (1..=22).contains(&number));
            self.first.clear();
        }
    }

    /// Takes a genotype of so many alleles.
    pub fn take(&mut self, sample: usize, alleles: usize, spot: &mut Spot<'_>) {
        if !self.counted {
            return;
        }
        if self.first.len() <= sample {
            self.first.resize(sample + 1, 0);
        }
        let Some(first) = self.first.get_mut(sample) else { return };
        if *first == 0 {
            *first = alleles;
        } else if *first != alleles {
            let first = *first;
            let said = || format!("a genotype of {alleles} alleles after one of {first}");
            spot.tell(Rule::Ploidy, "FORMAT/GT", said);
        }
    }
}
