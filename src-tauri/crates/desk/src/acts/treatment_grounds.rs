//! What is known of a treatment before it is recommended for a case.

use crate::command::{Act, Command};
use crate::convert::{finding_ids, texts};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::evidence::{Asked, grounds_of};
use crate::topics::treatment::trial_id;
use crate::view::TreatmentGroundsView;
use crate::view::args;
use entaku_domain::event::AccessEvent;
use entaku_domain::recommendation::AccessRoute;

args! {
    /// What is known of a treatment for a case: what its route needs and what of the case speaks to that, where the drugs stand in
    /// Japan, and what the case holds against them. It is proposed; a person decides.
    TreatmentGrounds {
        /// Case.*
        case_id: String,
        /// Drugs.*
        drugs: Vec<String>,
        /// Findings that it rests on; all when left out.
        findings: Option<Vec<String>>,
        /// Route code.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        route: Option<AccessRoute>,
        /// Trial id.
        trial: Option<String>,
    }
}

impl Command for TreatmentGrounds {
    const NAME: &'static str = "treatment_grounds";
    const RIGHT: Right = Right::Read;
    const LEAVES: &'static [&'static str] = &["access.caseOpened", "access.germlineShown"];
    type Answer = TreatmentGroundsView;
}

impl Act for TreatmentGrounds {
    fn act(self, desk: &mut Desk) -> Outcome<TreatmentGroundsView> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        let whole = desk.case(&id)?.clone();
        let case = desk.seen(&whole)?;
        for finding in case.findings.iter().filter(|finding| finding.read.origin.is_germline()) {
            desk.note_once(AccessEvent::GermlineShown { case: id.clone(), finding: finding.id })?;
        }
        let trial = self.trial.as_deref().filter(|trial| !trial.trim().is_empty());
        let asked = Asked {
            drugs: texts("drugs", Some(self.drugs))?.iter().map(ToString::to_string).collect(),
            findings: finding_ids("findings", &self.findings.unwrap_or_default())?,
            route: self.route,
            trial: trial.map(|trial| trial_id("trial", trial)).transpose()?,
        };
        grounds_of(desk, &case, &asked)
    }
}
