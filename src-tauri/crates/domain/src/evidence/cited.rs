//! An item of evidence as it stood when somebody rested something on it: a copy, so that what knowledge says later changes
//! nothing that was decided.

use super::{
    Direction, DiseaseRelation, EvidenceItem, EvidenceMatch, Interaction, MatchKind, PartState, Reference,
    ReviewStatus,
};
use crate::ids::FindingId;
use crate::label::Label;
use crate::statement::StatedLevel;
use crate::words::Worded;
use serde::{Deserialize, Serialize};

/// A row of evidence with what it meets and how, as a person saw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CitedEvidence {
    /// The finding beside which it stood.
    pub finding: FindingId,
    /// Source.
    pub source: String,
    /// Version of the source.
    pub version: String,
    /// The source's id of the row.
    pub id: String,
    /// Reviewed or not.
    pub status: ReviewStatus,
    /// What it speaks for.
    pub direction: Direction,
    /// Whether it supports that.
    pub supports: bool,
    /// Significance in the source's words.
    pub significance: String,
    /// Level with its scale.
    pub level: Option<StatedLevel>,
    /// Disease as written.
    pub disease: Option<String>,
    /// How that relates to the patient's tumour.
    pub relation: DiseaseRelation,
    /// The profile as the source names it.
    pub profile: String,
    /// How the finding meets it.
    pub matched: MatchKind,
    /// Whether the profile as a whole holds.
    pub holds: PartState,
    /// Therapies.
    pub therapies: Vec<String>,
    /// How they belong together.
    pub interaction: Option<Interaction>,
    /// References.
    pub references: Vec<Reference>,
    /// What it says, in the source's words.
    pub statement: String,
    /// Whether the source marks it as contested.
    pub contested: bool,
    /// When the source last changed it, as written.
    pub updated: Option<String>,
}

impl CitedEvidence {
    /// Of an item beside a finding.
    pub fn of(
        finding: FindingId,
        item: &EvidenceItem,
        version: &str,
        matched: &EvidenceMatch,
        relation: DiseaseRelation,
    ) -> Self {
        Self {
            finding,
            source: item.source.clone(),
            version: version.to_owned(),
            id: item.id.clone(),
            status: item.status,
            direction: item.direction,
            supports: item.supports,
            significance: item.significance.clone(),
            level: item.level.clone(),
            disease: item.disease.name.clone(),
            relation,
            profile: item.profile.clone(),
            matched: matched.kind,
            holds: matched.holds,
            therapies: item.therapies.clone(),
            interaction: item.interaction,
            references: item.references.clone(),
            statement: item.statement.clone(),
            contested: item.contested,
            updated: item.updated.clone(),
        }
    }

    /// Source, row and version, which name it for ever: `CIViC EID1409 (2026-10-01)`.
    pub fn name(&self) -> String {
        format!("{} {} ({})", self.source, self.id, self.version)
    }

    /// What it says in one line: name, profile, direction, level with its scale, disease and how that relates.
    pub fn in_words(&self) -> Label {
        let level = self.level.as_ref().map(|level| format!("{} {}", level.scale, level.level));
        let line = |direction: &str, relation: &str, held: &str| {
            let disease = self.disease.as_ref().map(|name| format!("{name} ({relation})"));
            let mut parts = vec![self.name(), self.profile.clone(), format!("{direction}{held}")];
            parts.extend(level.clone());
            parts.extend(disease);
            parts.join(" · ")
        };
        let (direction, relation) = (self.direction.label(), self.relation.label());
        let against = crate::words::word("evidence.doesNotSupport").to_label();
        let held = |words: &str| if self.supports { String::new() } else { format!(" ({words})") };
        Label {
            ja: line(direction.ja, relation.ja, &held(&against.ja)),
            en: line(direction.en, relation.en, &held(&against.en)),
        }
    }
}
