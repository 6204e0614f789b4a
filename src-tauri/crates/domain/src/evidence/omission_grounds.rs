//! What a case holds for the omission of its panel (EP省略), put together as a proposal: the facts that a person would
//! state, what speaks against them, and what stays open. A person confirms; where two sources contradict each other nothing
//! is proposed. Owns the putting together; the rule-set that asks for the facts is data.

use crate::evidence::companion::{ByThisTest, CompanionMatch};
use crate::evidence::matched::PartState;
use crate::finding::VerbatimField;
use crate::omission::{CcatSecondaryFinding, OmissionFacts, TumourGroup, UsableDrug};
use crate::statement::{Speaker, Statement, StatementKind};
use crate::words::worded;
use serde::{Deserialize, Serialize};

/// What C-CAT調査結果 says of drugs and trials for the alterations found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CcatDrugs {
    /// It lists none, trials included.
    None,
    /// It lists drugs or trials.
    Listed,
    /// There is no such report, or it does not say.
    NotStated,
}

/// The classes of access to a drug that C-CAT counts, as its report heads them.
pub const COUNTED: [&str; 6] = [
    "国内承認薬数",
    "国内臨床試験数",
    "国内適応外承認薬数",
    "海外臨床試験数",
    "FDA承認薬数",
    "FDA適応外薬数",
];

impl CcatDrugs {
    /// By the counts that C-CAT's own report gives: none only where every class is counted, and as nought.
    pub fn of<'s>(statements: impl IntoIterator<Item = &'s Statement>) -> Self {
        let mut counts: [Option<u32>; COUNTED.len()] = [None; COUNTED.len()];
        for statement in statements.into_iter().filter(|statement| statement.by == Speaker::Ccat) {
            if matches!(statement.kind, StatementKind::Therapy | StatementKind::Trial) {
                return Self::Listed;
            }
            for VerbatimField(name, value) in &statement.fields {
                let place = COUNTED.iter().position(|counted| name.trim().ends_with(counted));
                let Some(count) = place.and_then(|place| counts.get_mut(place)) else { continue };
                // Of several registrations or rows the highest.
                *count = (*count).max(value.trim().parse().ok());
            }
        }
        if counts.iter().flatten().any(|count| *count > 0) {
            Self::Listed
        } else if counts.iter().all(|count| *count == Some(0)) {
            Self::None
        } else {
            Self::NotStated
        }
    }
}

/// Whether a finding is a marker of the test's approved companion claim, for the tumour of the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum InLabel {
    /// None is.
    No,
    /// One may be: test, tumour or alteration is not fully known.
    Perhaps,
    /// One is.
    Yes,
}

impl InLabel {
    /// The best of all matches of a case.
    pub fn of(matches: &[CompanionMatch<'_>]) -> Self {
        let one = |found: &CompanionMatch<'_>| {
            let known = found.for_tumour == PartState::Met && found.matched.holds == PartState::Met;
            match found.by_this_test {
                ByThisTest::OthersNamed => Self::No,
                ByThisTest::Named if known => Self::Yes,
                ByThisTest::Named | ByThisTest::NotKnown => Self::Perhaps,
            }
        };
        matches.iter().map(one).max().unwrap_or(Self::No)
    }
}

/// What a case holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OmissionGrounds {
    /// What the test was made for.
    pub tumour: Option<TumourGroup>,
    /// What C-CAT says of secondary findings.
    pub ccat_secondary: CcatSecondaryFinding,
    /// How many findings the site's germline filter asks about; none where it was not asked.
    pub germline_candidates: Option<usize>,
    /// What C-CAT says of drugs and trials.
    pub ccat_drugs: CcatDrugs,
    /// Whether a finding is in the test's companion claim.
    pub in_label: InLabel,
    /// Whether a society's guideline recommends a drug for a finding; none where that is not known.
    pub in_guideline: Option<bool>,
}

/// Sources that contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum OmissionConflict {
    /// C-CAT suspects no secondary finding, the site's filter asks about one.
    FilterAsks,
    /// C-CAT suspects a secondary finding, the site's filter asks about none.
    FilterDoesNotAsk,
    /// C-CAT lists no drug, and a finding is or may be in label or guideline.
    DrugInSpiteOfCcat,
}

/// What is not known and has to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum OmissionOpen {
    /// What the test was made for.
    Tumour,
    /// What C-CAT says of secondary findings.
    SecondaryFinding,
    /// Whether a finding is in the test's companion claim.
    Label,
    /// Whether a guideline recommends a drug.
    Guideline,
    /// What C-CAT says of drugs.
    Drugs,
}

/// Facts to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedOmission {
    /// The facts; left out where they contradict each other or are not known.
    pub facts: OmissionFacts,
    /// Contradictions.
    pub conflicts: Vec<OmissionConflict>,
    /// What is to be looked at.
    pub open: Vec<OmissionOpen>,
}

impl OmissionGrounds {
    /// Puts together what is known.
    pub fn propose(&self) -> ProposedOmission {
        let (mut conflicts, mut open) = (Vec::new(), Vec::new());
        if self.tumour.is_none() {
            open.push(OmissionOpen::Tumour);
        }
        let ccat_secondary_finding = match (self.ccat_secondary, self.germline_candidates) {
            (CcatSecondaryFinding::None, Some(asks)) if asks > 0 => {
                conflicts.push(OmissionConflict::FilterAsks);
                None
            }
            (CcatSecondaryFinding::Suspected, asks) => {
                if asks == Some(0) {
                    conflicts.push(OmissionConflict::FilterDoesNotAsk);
                }
                // It stands: the notice asks for C-CAT's report, and the filter may miss what that one has.
                Some(CcatSecondaryFinding::Suspected)
            }
            (CcatSecondaryFinding::NotStated, _) => {
                open.push(OmissionOpen::SecondaryFinding);
                Some(CcatSecondaryFinding::NotStated)
            }
            (CcatSecondaryFinding::None, _) => Some(CcatSecondaryFinding::None),
        };
        let usable_drug = self.usable_drug(&mut conflicts, &mut open);
        let facts = OmissionFacts { tumour: self.tumour, ccat_secondary_finding, usable_drug };
        ProposedOmission { facts, conflicts, open }
    }

    fn usable_drug(
        &self,
        conflicts: &mut Vec<OmissionConflict>,
        open: &mut Vec<OmissionOpen>,
    ) -> Option<UsableDrug> {
        let found = self.in_label == InLabel::Yes || self.in_guideline == Some(true);
        let perhaps = self.in_label == InLabel::Perhaps;
        if self.ccat_drugs == CcatDrugs::None && (found || perhaps) {
            conflicts.push(OmissionConflict::DrugInSpiteOfCcat);
            return None;
        }
        if found {
            return Some(UsableDrug::InLabelOrGuideline);
        }
        if perhaps {
            open.push(OmissionOpen::Label);
            return None;
        }
        match (self.ccat_drugs, self.in_guideline) {
            (CcatDrugs::None, _) => Some(UsableDrug::None),
            (CcatDrugs::Listed, Some(false)) => Some(UsableDrug::OtherOnly),
            (CcatDrugs::Listed, _) => {
                open.push(OmissionOpen::Guideline);
                None
            }
            (CcatDrugs::NotStated, _) => {
                open.push(OmissionOpen::Drugs);
                None
            }
        }
    }
}

worded!(OmissionConflict {
    Self::FilterAsks => "omissionConflict.filterAsks", Self::FilterDoesNotAsk => "omissionConflict.filterDoesNotAsk",
    Self::DrugInSpiteOfCcat => "omissionConflict.drugInSpiteOfCcat",
});
worded!(OmissionOpen {
    Self::Tumour => "omissionOpen.tumour", Self::SecondaryFinding => "omissionOpen.secondaryFinding",
    Self::Label => "omissionOpen.label", Self::Guideline => "omissionOpen.guideline", Self::Drugs => "omissionOpen.drugs",
});

#[cfg(test)]
mod tests {
    use super::*;
    use CcatSecondaryFinding as Second;

    /// A case of which all is known and nothing found.
    fn plain() -> OmissionGrounds {
        OmissionGrounds {
            tumour: Some(TumourGroup::Solid),
            ccat_secondary: Second::None,
            germline_candidates: Some(0),
            ccat_drugs: CcatDrugs::None,
            in_label: InLabel::No,
            in_guideline: None,
        }
    }

    #[test]
    fn secondary_findings_by_c_cat_beside_the_sites_filter() {
        use OmissionConflict::{FilterAsks, FilterDoesNotAsk};
        for (ccat, filter, fact, conflicts) in [
            (Second::None, Some(0), Some(Second::None), vec![]),
            (Second::None, None, Some(Second::None), vec![]),
            (Second::None, Some(2), None, vec![FilterAsks]),
            (Second::Suspected, Some(1), Some(Second::Suspected), vec![]),
            (Second::Suspected, None, Some(Second::Suspected), vec![]),
            (Second::Suspected, Some(0), Some(Second::Suspected), vec![FilterDoesNotAsk]),
            (Second::NotStated, Some(0), Some(Second::NotStated), vec![]),
        ] {
            let grounds = OmissionGrounds { ccat_secondary: ccat, germline_candidates: filter, ..plain() };
            let proposed = grounds.propose();
            assert_eq!(proposed.facts.ccat_secondary_finding, fact, "{ccat:?} {filter:?}");
            assert_eq!(proposed.conflicts, conflicts, "{ccat:?} {filter:?}");
            assert_eq!(proposed.open.contains(&OmissionOpen::SecondaryFinding), ccat == Second::NotStated);
        }
    }

    #[test]
    fn a_drug_in_label_in_a_guideline_or_none() {
        use CcatDrugs::{Listed, None as Without, NotStated};
        use InLabel::{No, Perhaps, Yes};
        let label = Some(UsableDrug::InLabelOrGuideline);
        for (ccat_drugs, in_label, in_guideline, fact, conflict, open) in [
            (Listed, Yes, None, label, false, None),
            (NotStated, Yes, Some(false), label, false, None),
            (Listed, No, Some(true), label, false, None),
            (Without, No, None, Some(UsableDrug::None), false, None),
            (Without, No, Some(false), Some(UsableDrug::None), false, None),
            (Listed, No, Some(false), Some(UsableDrug::OtherOnly), false, None),
            (Listed, No, None, None, false, Some(OmissionOpen::Guideline)),
            (NotStated, No, None, None, false, Some(OmissionOpen::Drugs)),
            (Listed, Perhaps, None, None, false, Some(OmissionOpen::Label)),
            (Without, Perhaps, None, None, true, None),
            (Without, Yes, None, None, true, None),
            (Without, No, Some(true), None, true, None),
        ] {
            let proposed = OmissionGrounds { ccat_drugs, in_label, in_guideline, ..plain() }.propose();
            let row = format!("{ccat_drugs:?} {in_label:?} {in_guideline:?}");
            assert_eq!(proposed.facts.usable_drug, fact, "{row}");
            assert_eq!(proposed.conflicts.contains(&OmissionConflict::DrugInSpiteOfCcat), conflict, "{row}");
            assert_eq!(proposed.open.first().copied(), open, "{row}");
        }
    }

    fn counted(counts: &[(&str, &str)]) -> Statement {
        Statement {
            kind: StatementKind::Remark,
            by: Speaker::Ccat,
            about: Vec::new(),
            gene: None,
            text: String::new(),
            level: None,
            line: None,
            fields: counts
                .iter()
                .map(|(name, value)| VerbatimField((*name).to_owned(), (*value).to_owned()))
                .collect(),
        }
    }

    #[test]
    fn c_cat_lists_no_drug_only_where_it_counts_every_class_as_nought() {
        let nought: Vec<(&str, &str)> = COUNTED.iter().map(|name| (*name, "0")).collect();
        assert_eq!(CcatDrugs::of(&[counted(&nought)]), CcatDrugs::None);
        assert_eq!(CcatDrugs::of(&[counted(&nought[..5])]), CcatDrugs::NotStated, "one class is not told");
        assert_eq!(CcatDrugs::of(&[]), CcatDrugs::NotStated);
        let mut some = nought.clone();
        // A trial is a way to a drug too.
        some[1].1 = "2";
        assert_eq!(CcatDrugs::of(&[counted(&some)]), CcatDrugs::Listed);
        let unread: Vec<(&str, &str)> = COUNTED.iter().map(|name| (*name, "-")).collect();
        assert_eq!(CcatDrugs::of(&[counted(&unread)]), CcatDrugs::NotStated);
        let laboratory = Statement { by: Speaker::Laboratory, ..counted(&some) };
        assert_eq!(CcatDrugs::of(&[laboratory]), CcatDrugs::NotStated, "the laboratory is not C-CAT");
        let trial = Statement { kind: StatementKind::Trial, ..counted(&[]) };
        assert_eq!(CcatDrugs::of(&[trial]), CcatDrugs::Listed);
    }

    #[test]
    fn what_the_test_was_made_for_is_never_guessed() {
        let proposed = OmissionGrounds { tumour: None, ..plain() }.propose();
        assert_eq!((proposed.facts.tumour, proposed.open.as_slice()), (None, &[OmissionOpen::Tumour][..]));
    }
}
