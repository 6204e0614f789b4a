//! Where a short variant lies and which consequence speaks for it.

use super::{ShortVariant, TranscriptEffect};
use crate::gene::GeneSymbol;
use crate::genome::{Chromosome, GenomeBuild};

impl ShortVariant {
    /// The consequence that speaks for the finding.
    pub fn chosen(&self) -> Option<&TranscriptEffect> {
        self.transcripts.first()
    }

    /// Gene of the chosen consequence.
    pub fn gene(&self) -> Option<&GeneSymbol> {
        self.chosen()?.gene.as_ref()
    }

    /// Build, chromosome, position and alleles in their shortest form, so that one deletion written with an anchoring base
    /// (VCF) or without (`-`, MAF) is one place. None without a build: such a place is compared with nothing.
    pub fn place_on(&self, build: &GenomeBuild) -> Option<String> {
        if *build == GenomeBuild::Unknown {
            return None;
        }
        let reference = self.reference.as_deref()?.to_ascii_uppercase();
        let alternate = self.alternate.as_deref()?.to_ascii_uppercase();
        let (mut position, mut reference, mut alternate) = (
            self.position?.get(),
            reference.trim_matches('-').as_bytes(),
            alternate.trim_matches('-').as_bytes(),
        );
        // An insertion is anchored on the base before it (VCF) or counted from that base with no reference (MAF).
        let unanchored = reference.is_empty();
        while let (Some((a, front)), Some((b, also))) = (reference.split_last(), alternate.split_last()) {
            if a != b {
                break;
            }
            (reference, alternate) = (front, also);
        }
        let mut anchored = false;
        while let (Some((a, rest)), Some((b, also))) = (reference.split_first(), alternate.split_first()) {
            if a != b {
                break;
            }
            (reference, alternate) = (rest, also);
            position = position.saturating_add(1);
            anchored = true;
        }
        // Bases inserted are named by the base before which they stand.
        if reference.is_empty() && unanchored && !anchored {
            position = position.saturating_add(1);
        }
        let show = |bases: &[u8]| String::from_utf8_lossy(bases).into_owned();
        let (name, chromosome) = (build.name(), self.chromosome.as_ref()?);
        Some(format!("{name}|{chromosome}|{position}|{}|{}", show(reference), show(alternate)))
    }

    /// `7:55259515 T>G`; parts the source leaves out are `?`. Without both alleles (FoundationOne gives none) the place
    /// alone.
    pub fn genomic_change(&self) -> String {
        let chromosome = self.chromosome.as_ref().map_or("?", Chromosome::as_str);
        let position = self.position.map_or_else(|| "?".to_owned(), |p| p.get().to_string());
        if self.reference.is_none() && self.alternate.is_none() {
            return format!("{chromosome}:{position}");
        }
        let reference = self.reference.as_deref().unwrap_or("?");
        let alternate = self.alternate.as_deref().unwrap_or("?");
        format!("{chromosome}:{position} {reference}>{alternate}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::genome::Position1;

    fn at(position: i64, reference: &str, alternate: &str) -> Option<String> {
        let variant = ShortVariant {
            chromosome: Chromosome::parse("7").ok(),
            position: Position1::new(position).ok(),
            reference: Some(reference.to_owned()),
            alternate: Some(alternate.to_owned()),
            vaf: None,
            depth: None,
            alternate_depth: None,
            transcripts: Vec::new(),
        };
        assert_eq!(
            variant.place_on(&GenomeBuild::Unknown),
            None,
            "without a build a place is compared with nothing"
        );
        variant.place_on(&GenomeBuild::Grch37)
    }

    #[test]
    fn one_change_written_with_an_anchor_or_without_is_one_place() {
        assert_eq!(at(10, "AT", "A"), at(11, "T", "-"), "a deletion");
        assert_eq!(at(10, "A", "AT"), at(10, "-", "T"), "an insertion: a MAF names the base before it");
        assert_eq!(at(10, "CAG", "CTG"), at(11, "a", "t"), "a substitution with its neighbours");
        assert_ne!(at(10, "AT", "A"), at(10, "A", "AT"));
        assert_ne!(at(10, "A", "T"), at(11, "A", "T"));
    }
}
