//! A change in its shortest form, and what a reference genome says of it. What the sequence is, is known elsewhere.

use super::{Alteration, DraftFinding};
use crate::genome::{Assembly, Position1};
use crate::label::Label;
use entaku_words::errors::reference_misfit;
use serde::{Deserialize, Serialize};

/// A change without the bases that both alleles share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Locus {
    /// The first base that is replaced or deleted, counted from 1; for an insertion the base before which it stands.
    pub position: Position1,
    /// Bases that are replaced or deleted, in capitals; empty for an insertion.
    pub reference: String,
    /// Bases that stand there instead, in capitals; empty for a deletion.
    pub alternate: String,
}

impl Locus {
    /// The shortest form of what a record writes: with an anchoring base (VCF) or without (`-`, MAF), one change has one. Bases
    /// in common are taken from the end first, so that what can be written in several ways stands as far to the left as the
    /// record's own bases tell.
    pub fn shortest(position: Position1, reference: &str, alternate: &str) -> Option<Self> {
        let (reference, alternate) = (reference.to_ascii_uppercase(), alternate.to_ascii_uppercase());
        let (mut position, mut reference, mut alternate) =
            (position.get(), reference.trim_matches('-').as_bytes(), alternate.trim_matches('-').as_bytes());
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
        let bases = |bases: &[u8]| String::from_utf8_lossy(bases).into_owned();
        let position = Position1::new(i64::from(position)).ok()?;
        Some(Self { position, reference: bases(reference), alternate: bases(alternate) })
    }
}

/// A short variant beside the site's reference genome ([`crate::draft::Draft::reference`] names which).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgainstReference {
    /// What the reference has there, where that is not the record's REF: its first bases; empty beyond the end of the contig.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub misfit: Option<String>,
    /// The change in its shortest form, as far to the left as the reference allows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leftmost: Option<Locus>,
}

impl DraftFinding {
    /// That the site's reference genome has other bases at the place of a short variant, whose coordinates are of this build.
    pub fn reference_misfit(&self, assembly: &Assembly) -> Option<Label> {
        let Alteration::ShortVariant(variant) = &self.alteration else { return None };
        let there = variant.against_reference.as_ref()?.misfit.as_deref()?;
        let (build, written) = (assembly.name.name(), variant.reference.as_deref().unwrap_or_default());
        let words = match there {
            "" => reference_misfit::beyond(build),
            there => reference_misfit::other_bases(build, there, written),
        };
        Some(words.to_label())
    }
}
