//! Where a short variant lies and which consequence speaks for it.

use super::{Locus, ShortVariant, TranscriptEffect};
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

    /// The change in its shortest form; None where a part of the place is not known.
    pub fn shortest(&self) -> Option<Locus> {
        Locus::shortest(self.position?, self.reference.as_deref()?, self.alternate.as_deref()?)
    }

    /// Build, chromosome, position and alleles in their shortest form, as far to the left as the site's reference genome
    /// allows where there is one: so one deletion written with an anchoring base (VCF) or without (`-`, MAF), at this or that
    /// end of a repeat, is one place. None without a build: such a place is compared with nothing.
    pub fn place_on(&self, build: &GenomeBuild) -> Option<String> {
        self.named(build, self.leftmost())
    }

    /// The change in its shortest form, as far to the left as the site's reference genome allows where there is one.
    pub fn leftmost(&self) -> Option<Locus> {
        let leftmost = self.against_reference.as_ref().and_then(|against| against.leftmost.clone());
        leftmost.or_else(|| self.shortest())
    }

    /// As [`ShortVariant::place_on`], by the record's own bases alone.
    pub fn place_as_written(&self, build: &GenomeBuild) -> Option<String> {
        self.named(build, self.shortest())
    }

    fn named(&self, build: &GenomeBuild, locus: Option<Locus>) -> Option<String> {
        if *build == GenomeBuild::Unknown {
            return None;
        }
        let Locus { position, reference, alternate } = locus?;
        let (name, chromosome) = (build.name(), self.chromosome.as_ref()?);
        Some(format!("{name}|{chromosome}|{}|{reference}|{alternate}", position.get()))
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

    fn variant(position: i64, reference: &str, alternate: &str) -> ShortVariant {
        ShortVariant {
            chromosome: Chromosome::parse("7").ok(),
            position: Position1::new(position).ok(),
            reference: Some(reference.to_owned()),
            alternate: Some(alternate.to_owned()),
            vaf: None,
            depth: None,
            alternate_depth: None,
            against_reference: None,
            transcripts: Vec::new(),
        }
    }

    fn at(position: i64, reference: &str, alternate: &str) -> Option<String> {
        let variant = variant(position, reference, alternate);
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

    #[test]
    fn the_leftmost_place_stands_where_a_reference_gave_one() {
        let mut moved = variant(12, "CA", "-");
        let written = moved.place_as_written(&GenomeBuild::Grch37);
        moved.against_reference = Some(Box::new(crate::finding::AgainstReference {
            misfit: None,
            leftmost: Locus::shortest(Position1::new(6).unwrap(), "CA", ""),
        }));
        assert_eq!(moved.place_on(&GenomeBuild::Grch37).as_deref(), Some("GRCh37|7|6|CA|"));
        assert_eq!(moved.place_as_written(&GenomeBuild::Grch37), written);
    }
}
