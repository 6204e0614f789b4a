//! Markers of companion tests that come with the program: what the fee schedule pays as a test for choosing a drug.

use crate::scale::KnowledgeError;
use entaku_domain::evidence::companion::CompanionMarker;
use entaku_domain::label::Label;
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: String,
    source: String,
    remark: Label,
    markers: Vec<CompanionMarker>,
}

/// The shipped rows with what must be said of them.
#[derive(Debug, Clone)]
pub struct ShippedCompanionMarkers {
    /// Version.
    pub version: String,
    /// Where they come from.
    pub source: String,
    /// What is not confirmed.
    pub remark: Label,
    /// Rows.
    pub markers: Vec<CompanionMarker>,
}

/// The shipped rows.
///
/// # Errors
/// When the data is not of the expected shape, or an id stands twice.
pub fn shipped() -> Result<ShippedCompanionMarkers, KnowledgeError> {
    let File { version, source, remark, markers } = serde_json::from_str(crate::data::COMPANION_MARKERS)
        .map_err(|error| KnowledgeError::Data(format!("companion-markers.json: {error}")))?;
    let mut ids = BTreeSet::new();
    if let Some(twice) = markers.iter().find(|row| !ids.insert(row.id.as_str())) {
        return Err(KnowledgeError::Data(format!("companion-markers.json: '{}' stands twice", twice.id)));
    }
    Ok(ShippedCompanionMarkers { version, source, remark, markers })
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_domain::evidence::PartState;
    use entaku_domain::evidence::profile::{Criterion, Profile};

    #[test]
    fn every_marker_is_understood_and_every_code_is_in_the_tree() {
        let tree = crate::oncotree::shipped().unwrap().tree;
        let shipped = shipped().unwrap();
        for row in &shipped.markers {
            assert!(!row.profiles.is_empty(), "{}", row.id);
            for text in &row.profiles {
                for part in Profile::read(text).parts() {
                    assert!(!matches!(part.criterion, Criterion::Unread(_)), "{}: {text}", row.id);
                }
            }
            let codes = row.tumours.oncotree.iter().chain(&row.tumours.except);
            codes.for_each(|code| assert!(tree.node(code).is_some(), "{}: {code}", row.id));
            assert!(row.tumours.solid || !row.tumours.oncotree.is_empty(), "{}", row.id);
            assert!(row.drugs.is_empty() && row.tests.is_empty(), "the notices name neither");
        }
    }

    #[test]
    fn what_the_fee_schedule_pays_for_a_tumour() {
        let tree = crate::oncotree::shipped().unwrap().tree;
        let shipped = shipped().unwrap();
        let paid = |tumour: &str| -> BTreeSet<&str> {
            let rows = shipped.markers.iter();
            let meant = rows.filter(|row| row.tumours.stand_for(Some(tumour), &tree) == PartState::Met);
            meant.map(|row| row.id.as_str()).collect()
        };
        let any = ["solid-msi", "solid-ntrk", "solid-tmb", "solid-ret"];
        let with = |own: &[&'static str]| any.iter().chain(own).copied().collect::<BTreeSet<_>>();
        let lung = [
            "lung-egfr",
            "lung-ros1",
            "lung-alk",
            "lung-braf",
            "lung-met14",
            "lung-kras",
            "lung-ret",
            "lung-her2",
        ];
        assert_eq!(paid("LUAD"), with(&lung));
        assert_eq!(paid("COAD"), with(&["crc-ras", "crc-braf", "solid-alk"]));
        assert_eq!(paid("CCOV"), with(&["solid-braf", "solid-alk", "ccov-pik3ca"]));
        assert_eq!(paid("IHCH"), with(&["solid-braf", "solid-alk", "biliary-fgfr2"]));
        assert_eq!(paid("FL"), BTreeSet::from(["fl-ezh2", "lymphoma-braf"]));
        assert_eq!(paid("CML"), BTreeSet::new());
    }
}
