//! Markers for which a companion test is approved or paid: rows of drug, marker, tumour and test, and the question whether a
//! finding is such a marker for the tumour of a case, by which test, and whether the test at hand is one of them. Owns the
//! shape and the question; the rows are knowledge's and the site's.

#[cfg(test)]
mod tests;

use super::disease::OncoTree;
use super::matched::{EvidenceMatch, PartState};
use super::matching::CaseFindings;
use super::profile::Profile;
use crate::certainty::Certainty;
use crate::label::Label;
use crate::words::worded;
use serde::{Deserialize, Serialize};

/// For which tumours a row stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CompanionTumours {
    /// Codes of OncoTree; a tumour below one of them is meant too.
    pub oncotree: Vec<String>,
    /// Whether any solid tumour is meant.
    pub solid: bool,
    /// Codes that are not meant, with what lies below them.
    pub except: Vec<String>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompanionMarker {
    /// Id, unique, so that a site's edit has something to name.
    pub id: String,
    /// The marker in words.
    pub name: Label,
    /// The marker as profiles that are read like a knowledge base's; one of them is enough.
    pub profiles: Vec<String>,
    /// Tumours.
    pub tumours: CompanionTumours,
    /// The tumours in words.
    pub tumour_name: Label,
    /// Drugs; empty where the source names none.
    #[serde(default)]
    pub drugs: Vec<String>,
    /// Official names of the tests; empty where the source names none.
    #[serde(default)]
    pub tests: Vec<String>,
    /// From which day it holds, `2026-06-01`.
    pub from: String,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// What is not confirmed, or else to be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Label>,
}

/// Whether the test at hand is one of those that a row names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ByThisTest {
    /// It is.
    Named,
    /// Others are.
    OthersNamed,
    /// The row names no test, or is not confirmed, or the test at hand is not known.
    NotKnown,
}

/// The test that the case was made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestAtHand<'t> {
    /// By its official name.
    Official(&'t str),
    /// As its file writes it; no known test is called so. It may be one of those that a row names under another name.
    Written(&'t str),
    /// None, or several.
    NotKnown,
}

/// That a finding is a marker of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanionMatch<'r> {
    /// The row.
    pub row: &'r CompanionMarker,
    /// The finding, by its place in the list given.
    pub finding: usize,
    /// How the finding meets the marker.
    pub matched: EvidenceMatch,
    /// Whether the row stands for the tumour of the case.
    pub for_tumour: PartState,
    /// Whether the test at hand is one of the row's.
    pub by_this_test: ByThisTest,
}

/// Rows with their markers read.
#[derive(Debug, Clone)]
pub struct CompanionMarkers {
    rows: Vec<(CompanionMarker, Vec<Profile>)>,
}

impl CompanionMarkers {
    /// From rows; of two with one id the later stands, so that a site's own come behind the shipped ones.
    pub fn new(rows: impl IntoIterator<Item = CompanionMarker>) -> Self {
        let mut all: Vec<(CompanionMarker, Vec<Profile>)> = Vec::new();
        for row in rows {
            let profiles = row.profiles.iter().map(|text| Profile::read(text)).collect();
            match all.iter_mut().find(|(known, _)| known.id == row.id) {
                Some(known) => *known = (row, profiles),
                None => all.push((row, profiles)),
            }
        }
        Self { rows: all }
    }

    /// The rows.
    pub fn rows(&self) -> impl Iterator<Item = &CompanionMarker> {
        self.rows.iter().map(|(row, _)| row)
    }

    /// The findings that are a marker of a row, or may be one, with the rows that stand for the tumour of the case or may.
    /// Another change of a named residue is no marker. `tumour` is the case's code of OncoTree.
    pub fn of(
        &self,
        case: &CaseFindings<'_>,
        tumour: Option<&str>,
        test: TestAtHand<'_>,
        tree: &OncoTree,
    ) -> Vec<CompanionMatch<'_>> {
        let mut all = Vec::new();
        for (row, profiles) in &self.rows {
            let for_tumour = row.tumours.stand_for(tumour, tree);
            if for_tumour == PartState::NotMet {
                continue;
            }
            let mut met: Vec<(usize, EvidenceMatch)> = Vec::new();
            for (finding, matched) in profiles.iter().flat_map(|profile| case.meets(profile)) {
                let better = |other: &EvidenceMatch| {
                    (matched.holds != PartState::Met, matched.kind)
                        < (other.holds != PartState::Met, other.kind)
                };
                match met.iter_mut().find(|(known, _)| *known == finding) {
                    _ if matched.holds == PartState::NotMet => {}
                    Some((_, other)) if better(other) => *other = matched,
                    Some(_) => {}
                    None => met.push((finding, matched)),
                }
            }
            all.extend(met.into_iter().map(|(finding, matched)| CompanionMatch {
                row,
                finding,
                matched,
                for_tumour,
                by_this_test: row.by(test),
            }));
        }
        all
    }
}

impl CompanionMarker {
    fn by(&self, test: TestAtHand<'_>) -> ByThisTest {
        let folded = |name: &str| crate::text::half_width(name).trim().to_lowercase();
        let (TestAtHand::Official(name) | TestAtHand::Written(name)) = test else {
            return ByThisTest::NotKnown;
        };
        if self.tests.iter().any(|named| folded(named) == folded(name)) {
            return ByThisTest::Named;
        }
        let others = !self.tests.is_empty() && self.certainty != Certainty::Unconfirmed;
        match test {
            TestAtHand::Official(_) if others => ByThisTest::OthersNamed,
            _ => ByThisTest::NotKnown,
        }
    }
}

impl CompanionTumours {
    /// Whether a tumour is meant; unknown where its code is not known, or tells less than the row asks.
    pub fn stand_for(&self, tumour: Option<&str>, tree: &OncoTree) -> PartState {
        let nodes = tumour.map(|code| tree.find(code)).unwrap_or_default();
        let mut answers = nodes.iter().map(|node| {
            let within = |code: &String| {
                node.code.eq_ignore_ascii_case(code)
                    || tree.above(node).any(|above| above.code.eq_ignore_ascii_case(code))
            };
            let holds = |code: &String| {
                tree.node(code).is_some_and(|other| tree.above(other).any(|above| above.code == node.code))
            };
            if self.except.iter().any(within) {
                PartState::NotMet
            } else if self.oncotree.iter().any(within) {
                PartState::Met
            } else if self.solid && !tree.is_blood(node) {
                let open = node.parent.is_none() || self.except.iter().any(holds);
                if open { PartState::Unknown } else { PartState::Met }
            } else if self.oncotree.iter().any(holds) {
                PartState::Unknown
            } else {
                PartState::NotMet
            }
        });
        // Several nodes stand for one former code: an answer counts where all agree.
        let Some(first) = answers.next() else { return PartState::Unknown };
        if answers.all(|other| other == first) { first } else { PartState::Unknown }
    }
}

worded!(ByThisTest {
    Self::Named => "byThisTest.named", Self::OthersNamed => "byThisTest.othersNamed",
    Self::NotKnown => "byThisTest.notKnown",
});
