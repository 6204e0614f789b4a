//! Genetic guidance that was given.

use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, fresh, workup};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::heredity::GeneticGuidanceGiven;
use entaku_domain::germline::workup::Guidance;

args! {
    /// Genetic guidance was given (B001-11): each occasion once, with its day and the document that was handed over.
    RecordGeneticGuidance of case, whole {
        /// Which.*
        guidance: Guidance,
        /// The name of what was handed over.*
        document: String,
        /// On which day, ISO date; today when left out.
        on: Option<String>,
        /// Who gave it, where that is not whoever records it.
        done_by: Option<String>,
        /// Remark; why, where it was recorded already.
        note: Option<String>,
    }
}

impl Command for RecordGeneticGuidance {
    const NAME: &'static str = "record_genetic_guidance";
    const RIGHT: Right = Right::Explain;
    const ALSO: &'static [Right] = &[Right::Germline];
    type Answer = CaseView;
}

impl Act for RecordGeneticGuidance {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let told =
            workup::particulars(desk, self.on.as_deref(), self.done_by.as_deref(), self.note.as_deref())?;
        let what = GeneticGuidanceGiven {
            guidance: self.guidance,
            on: told.on,
            document: text("document", &self.document)?,
            done_by: told.done_by,
            note: told.note,
        };
        desk.transact(&id, self.expected_version, what)?;
        fresh(desk, &id)
    }
}
