//! Somebody of the family is told, or told otherwise.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::{case_id, fresh, relatives};
use crate::view::args;
use crate::view::{CaseView, RelativeForm, RelativeTie};
use entaku_domain::case::event::family::FamilyHistoryEdited;
use entaku_domain::family::FamilyEdit;
use entaku_words::errors::relative;

args! {
    /// Somebody of the family is told, or told otherwise. The first person is the proband and has no tie. The program gives the id.
    RecordRelative of case, whole {
        /// Who is told otherwise, by id; left out for somebody new.
        id: Option<String>,
        /// To whom somebody new is related.
        tie: Option<RelativeTie>,
        /// What is told.*
        told: RelativeForm,
    }
}

impl Command for RecordRelative {
    const NAME: &'static str = "record_relative";
    const RIGHT: Right = Right::Prepare;
    const ALSO: &'static [Right] = &[Right::Germline, Right::Identity];
    type Answer = CaseView;
}

impl Act for RecordRelative {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let case = case_id(desk, &self.case_id)?;
        let family = relatives::of_case(desk, &case)?;
        let told = relatives::particulars(self.told)?;
        let (edit, next) = match self.id.as_deref().map(str::trim).filter(|id| !id.is_empty()) {
            Some(_) if self.tie.is_some() => return Err(Problem::at("tie", relative::TIE_OF_CHANGE)),
            Some(id) => (FamilyEdit::Changed, family.with_particulars(id, &told)),
            None => {
                let tie = self.tie.as_ref().map(relatives::tie).transpose()?;
                (FamilyEdit::Added, family.with_relative(tie, &told).map(|(next, _)| next))
            }
        };
        let history = relatives::history(&next.map_err(|refused| relatives::problem(&refused))?)?;
        desk.transact(&case, self.expected_version, FamilyHistoryEdited { edit, history })?;
        fresh(desk, &case)
    }
}
