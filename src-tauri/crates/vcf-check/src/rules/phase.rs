//! Phase sets of single alleles (PSL, PSO, PSQ, since VCF 4.4): only a phased allele is in a set, and only an allele in
//! a set has a place in it. Source: VCF 4.4 and 4.5 §1.6.2.

use super::{Rule, Spot};

/// Where a FORMAT has the keys of phase sets.
#[derive(Debug, Default)]
pub(super) struct Places {
    sets: Option<usize>,
    within: [Option<usize>; 2],
}

impl Places {
    /// Finds the keys in a FORMAT that begins with GT.
    pub fn of(format: &str) -> Self {
        let place = |wanted: &str| format.split(':').position(|key| key == wanted);
        Self { sets: place("PSL"), within: [place("PSO"), place("PSQ")] }
    }

    /// Whether an order or quality stands without the sets it belongs to.
    pub fn lack_sets(&self) -> bool {
        self.sets.is_none() && self.within.iter().any(Option::is_some)
    }

    /// Looks at the values of a sample.
    pub fn check(&self, sample: &str, spot: &mut Spot<'_>) {
        let Some(sets) = self.sets else { return };
        let list = |place: usize| sample.split(':').nth(place).into_iter().flat_map(|text| text.split(','));
        let Some(genotype) = sample.split(':').next() else { return };
        if list(sets).zip(phased(genotype)).any(|(set, phased)| set != "." && !phased) {
            spot.warn(Rule::PhaseSet, "FORMAT/PSL", || sample.to_owned());
        }
        for place in self.within.iter().flatten() {
            if list(sets).zip(list(*place)).any(|(set, value)| set == "." && value != ".") {
                spot.warn(Rule::PhasePlace, "FORMAT/PSO", || sample.to_owned());
            }
        }
    }
}

/// Whether each allele of a genotype is phased. The mark of the first may be left out; it is phased then where all
/// others are.
fn phased(genotype: &str) -> impl Iterator<Item = bool> {
    let marks = |text: &'_ str| {
        text.bytes().filter(|byte| matches!(byte, b'/' | b'|')).map(|byte| byte == b'|').collect::<Vec<_>>()
    };
    let told = genotype.starts_with(['/', '|']);
    let mut all = marks(genotype);
    if !told {
        all.insert(0, all.iter().all(|phased| *phased));
    }
    all.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_allele_is_phased_where_its_mark_or_all_others_say_so() {
        for (genotype, expected) in [
            ("0|1", &[true, true][..]),
            ("0/1", &[false, false]),
            ("/0|1", &[false, true]),
            ("0/0|1", &[false, false, true]),
            ("1", &[true]),
            ("/1", &[false]),
        ] {
            assert_eq!(phased(genotype).collect::<Vec<_>>(), expected, "{genotype}");
        }
    }
}
