//! Whether a FASTA can be a genome of the build it is registered as.

use super::contig::Contigs;
use super::error::{ReferenceError, ReferenceErrorKind};
use crate::contig_lengths;
use entaku_domain::genome::{GenomeBuild, accession};
use entaku_domain::label::Label;
use entaku_words::Message;
use entaku_words::errors::genome;

/// Chromosomes of a human genome without the mitochondrion.
const ALL: usize = 24;
/// As many whole chromosomes of which none has the length of the build are another genome, not a part of this one.
const MANY: usize = 10;

/// Refuses what is plainly of another build; says what is unusual about the rest: a part of a genome tells little.
pub(super) fn check(
    contigs: &Contigs,
    named: &GenomeBuild,
    file: &str,
) -> Result<Option<Label>, ReferenceError> {
    let lengths = contigs.lengths();
    let (name, standing) = (named.name(), contig_lengths::standing(&lengths, named));
    let told = contig_lengths::build(&lengths).or_else(|| by_accession(&lengths, named));
    let refuse = |found: Message| Err(ReferenceError::new(ReferenceErrorKind::OtherBuild, file, found));
    match told {
        Some(other) if other != *named => refuse(genome::other_build(other.name(), name)),
        None if standing.same == 0 && standing.whole >= MANY => {
            refuse(genome::other_lengths(standing.whole, name))
        }
        _ if standing.same == ALL => Ok(None),
        _ => Ok(Some(genome::part(standing.same, ALL, name).to_label())),
    }
}

/// Another build of which the contigs' accessions are versions.
fn by_accession(contigs: &[(String, u64)], named: &GenomeBuild) -> Option<GenomeBuild> {
    let told = contigs.iter().filter_map(|(name, _)| accession::read(name)?.build);
    let told: Vec<_> = told.collect();
    told.first().filter(|first| told.iter().all(|build| build == *first && build != named)).cloned()
}
