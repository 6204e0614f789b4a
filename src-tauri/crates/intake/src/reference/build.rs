//! Whether a FASTA can be a genome of the build it is registered as.

use super::contig::Contigs;
use super::error::{ReferenceError, ReferenceErrorKind};
use crate::contig_lengths;
use crate::error::both;
use entaku_domain::genome::{GenomeBuild, accession};
use entaku_domain::label::Label;

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
    let refuse =
        |en: String, ja: String| Err(ReferenceError::new(ReferenceErrorKind::OtherBuild, file, both(en, ja)));
    match told {
        Some(other) if other != *named => refuse(
            format!("Its contigs are those of {}, not of {name}.", other.name()),
            format!("コンティグは{name}ではなく{}のものです。", other.name()),
        ),
        None if standing.same == 0 && standing.whole >= MANY => refuse(
            format!("None of its {} whole chromosomes has the length that it has in {name}.", standing.whole),
            format!("{}本の染色体のどれも、長さが{name}と一致しません。", standing.whole),
        ),
        _ if standing.same == ALL => Ok(None),
        _ => Ok(Some(both(
            format!(
                "{} of {} chromosomes have their length in {name}: a part of a genome, which cannot vouch for its build.",
                standing.same, ALL
            ),
            format!(
                "{name}と長さが一致する染色体は{ALL}本のうち{}本です。ゲノムの一部だけのため、ビルドが正しいことは確かめられません。",
                standing.same
            ),
        ))),
    }
}

/// Another build of which the contigs' accessions are versions.
fn by_accession(contigs: &[(String, u64)], named: &GenomeBuild) -> Option<GenomeBuild> {
    let told = contigs.iter().filter_map(|(name, _)| accession::read(name)?.build);
    let told: Vec<_> = told.collect();
    told.first().filter(|first| told.iter().all(|build| build == *first && build != named)).cloned()
}
