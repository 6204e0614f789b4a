//! Why a finding stands beside an item, as a code with what the profile names and what was found, so that it can be kept
//! with a report and said in every language.

use entaku_words::Message;
use entaku_words::answers::evidence_why;
use serde::{Deserialize, Serialize};

/// The ground of a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Because {
    /// The same change.
    SameChange,
    /// The same change, which the source knows by another name too.
    OtherName,
    /// The same build, position and alleles, as the source places the change.
    SamePlace,
    /// The profile names one change, the finding is another change of that residue.
    OtherChangeOfResidue,
    /// The profile names the residue.
    Residue,
    /// The profile names all but one residue.
    OtherThanResidue,
    /// The profile names an exon.
    Exon,
    /// The profile names a region.
    Region,
    /// The profile names a class of changes.
    Class,
    /// The profile names a class that a change alone does not tell: activating, both copies.
    PossiblyClass,
    /// The profile names any mutation.
    AnyMutation,
    /// Any mutation, and the change may alter the protein or may not.
    PossiblyMutation,
    /// Copy number.
    CopyNumber,
    /// Copy number, in words that do not tell which change.
    PossiblyCopyNumber,
    /// The fusion that the profile names.
    Fusion,
    /// The named partners in the other order.
    FusionOtherOrder,
    /// A fusion of the gene, where the profile names any partner.
    AnyFusion,
    /// The profile names a partner, the report none.
    PartnerNotReported,
    /// The breaks lie in these genes; the report does not call it a fusion.
    FusionNotStated,
    /// The profile names exons or a type, which the finding does not show.
    FusionDetail,
    /// Any rearrangement of the gene.
    Rearrangement,
    /// Expression was measured; whether it is high or low is not told by the value.
    Expression,
    /// The marker's state.
    Marker,
    /// The marker was measured, its state is not given.
    MarkerStateNotGiven,
    /// Another marker that often, not always, goes with it: MSI and mismatch repair.
    RelatedMarker,
    /// A change before the gene.
    Promoter,
    /// Skipping of the exon was found.
    Skipping,
    /// The splice sites of the exon are changed: it may be skipped.
    PossiblySkipping,
}

/// Why a finding meets a part of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Why {
    /// The ground.
    pub because: Because,
    /// What the profile names.
    pub named: String,
    /// What was found, in the source's words.
    pub found: String,
}

/// That a gene is named by another symbol than its approved one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AliasUsed {
    /// As written.
    pub written: String,
    /// The approved symbol.
    pub approved: String,
}

impl Why {
    /// In words.
    pub fn said(&self) -> Message {
        let Self { because, named, found } = self;
        match because {
            Because::SameChange => evidence_why::same_change(named, found),
            Because::OtherName => evidence_why::other_name(named, found),
            Because::SamePlace => evidence_why::same_place(named, found),
            Because::OtherChangeOfResidue => evidence_why::other_change_of_residue(named, found),
            Because::Residue => evidence_why::residue(named, found),
            Because::OtherThanResidue => evidence_why::other_than_residue(named, found),
            Because::Exon => evidence_why::exon(named, found),
            Because::Region => evidence_why::region(named, found),
            Because::Class => evidence_why::class(named, found),
            Because::PossiblyClass => evidence_why::possibly_class(named, found),
            Because::AnyMutation => evidence_why::any_mutation(named, found),
            Because::PossiblyMutation => evidence_why::possibly_mutation(named, found),
            Because::CopyNumber => evidence_why::copy_number(named, found),
            Because::PossiblyCopyNumber => evidence_why::possibly_copy_number(named, found),
            Because::Fusion => evidence_why::fusion(named, found),
            Because::FusionOtherOrder => evidence_why::fusion_other_order(named, found),
            Because::AnyFusion => evidence_why::any_fusion(named, found),
            Because::PartnerNotReported => evidence_why::partner_not_reported(named, found),
            Because::FusionNotStated => evidence_why::fusion_not_stated(named, found),
            Because::FusionDetail => evidence_why::fusion_detail(named, found),
            Because::Rearrangement => evidence_why::rearrangement(named, found),
            Because::Expression => evidence_why::expression(named, found),
            Because::Marker => evidence_why::marker(named, found),
            Because::MarkerStateNotGiven => evidence_why::marker_state_not_given(named, found),
            Because::RelatedMarker => evidence_why::related_marker(named, found),
            Because::Promoter => evidence_why::promoter(named, found),
            Because::Skipping => evidence_why::skipping(named, found),
            Because::PossiblySkipping => evidence_why::possibly_skipping(named, found),
        }
    }
}

impl AliasUsed {
    /// In words.
    pub fn said(&self) -> Message {
        evidence_why::alias(&self.written, &self.approved)
    }
}
