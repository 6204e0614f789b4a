//! Rows of evidence that something rests on.

use super::label;
use crate::view::CitedView;
use entaku_domain::evidence::{CitedEvidence, Reference};

pub(crate) fn cited(row: &CitedEvidence) -> CitedView {
    let (level, scale) = row.level.as_ref().map(|level| (level.level.clone(), level.scale.clone())).unzip();
    CitedView {
        finding: row.finding.to_string(),
        source: row.source.clone(),
        version: row.version.clone(),
        id: row.id.clone(),
        level,
        scale,
        said: label(&row.in_words()),
        references: row.references.iter().map(Reference::said).collect(),
    }
}
