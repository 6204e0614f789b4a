//! The profile was obtained as a companion test: only the target's result leaves, until a later panel.

use crate::command::{Act, Command};
use crate::convert::{date, optional_text, text, texts};
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::permission::Right;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::companion::CompanionUseStated;
use entaku_domain::companion::CompanionUse;
use entaku_domain::ids::CaseId;
use entaku_domain::text::Text;
use entaku_knowledge::gene_names;
use entaku_words::errors::form;

args! {
    /// The profile was obtained as a companion test: only the result of its targets goes to the patient, on a referral or to
    /// another hospital, until the companion use is ended at the panel after standard therapy.
    StateCompanionUse of case, whole {
        /// Genes or markers that the companion test is for.*
        targets: Vec<String>,
        /// The drug.
        drug: Option<String>,
        /// Day of the companion test, ISO date.*
        tested_on: String,
    }
}

/// The targets with the names under which the findings of the case have the same genes: `HER2` is a laboratory's `ERBB2`.
fn with_other_names(desk: &mut Desk, id: &CaseId, named: Vec<Text>) -> Outcome<Vec<Text>> {
    // The names that come with the program: what a site imported has no say in whether a case can be narrowed.
    let names = gene_names::shipped().map_err(internal)?;
    let case = desk.case(id)?;
    let mut targets = named.clone();
    for gene in case.findings.iter().flat_map(|finding| finding.read.alteration.genes()) {
        let approved = names.approved(gene.as_str());
        let is_meant = named.iter().any(|target| names.approved(target.as_str()) == approved);
        if is_meant && !targets.iter().any(|target| target.as_str() == gene.as_str()) {
            targets.push(text("targets", gene.as_str())?);
        }
    }
    Ok(targets)
}

impl Command for StateCompanionUse {
    const NAME: &'static str = "state_companion_use";
    const RIGHT: Right = Right::Decide;
    type Answer = CaseView;
}

impl Act for StateCompanionUse {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let targets = texts("targets", Some(self.targets))?;
        if targets.is_empty() {
            return Err(Problem::at("targets", form::MISSING));
        }
        let targets = with_other_names(desk, &id, targets)?;
        let tested_on =
            date("testedOn", Some(&self.tested_on))?.ok_or_else(|| Problem::at("testedOn", form::MISSING))?;
        let what = CompanionUse { targets, drug: optional_text("drug", self.drug.as_deref())?, tested_on };
        desk.transact(&id, self.expected_version, CompanionUseStated { what })?;
        fresh(desk, &id)
    }
}
