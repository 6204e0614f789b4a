//! A step of a finding's germline work-up.

use crate::command::{Act, Command};
use crate::convert::date;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::opinions::one_finding;
use crate::topics::{case_id, fresh, workup};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::heredity::GermlineWorkupRecorded;
use entaku_domain::germline::workup::{ConfirmingResult, WorkupStep, WorkupStepKind};
use entaku_words::errors::germline_workup;

args! {
    /// A step of a finding's germline work-up was done. Which may follow tells `germline_workup`.
    RecordGermlineStep of case, whole {
        /// Finding.*
        finding_id: String,
        /// What was done.*
        step: WorkupStepKind,
        /// On which day, ISO date; today when left out.
        on: Option<String>,
        /// What the confirming test said; for its result alone.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        result: Option<ConfirmingResult>,
        /// The day on which to ask again, ISO date; for what is put off alone.
        ask_again_on: Option<String>,
        /// Who did it, where that is not whoever records it.
        done_by: Option<String>,
        /// Remark.
        note: Option<String>,
        /// Documents that go with it, by name.
        documents: Option<Vec<String>>,
    }
}

impl Command for RecordGermlineStep {
    const NAME: &'static str = "record_germline_step";
    const RIGHT: Right = Right::Explain;
    const ALSO: &'static [Right] = &[Right::Germline];
    type Answer = CaseView;
}

impl Act for RecordGermlineStep {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let finding = one_finding("findingId", &self.finding_id)?;
        let told =
            workup::particulars(desk, self.on.as_deref(), self.done_by.as_deref(), self.note.as_deref())?;
        let again = date("askAgainOn", self.ask_again_on.as_deref())?;
        let step = step_of(self.step, self.result, again)?;
        let documents = workup::documents(self.documents)?;
        let what = GermlineWorkupRecorded {
            finding,
            step,
            on: told.on,
            done_by: told.done_by,
            note: told.note,
            documents,
        };
        desk.transact(&id, self.expected_version, what)?;
        fresh(desk, &id)
    }
}

/// The step with its particulars; those of another step are refused.
fn step_of(
    kind: WorkupStepKind,
    result: Option<ConfirmingResult>,
    again: Option<chrono::NaiveDate>,
) -> Outcome<WorkupStep> {
    if result.is_some() && kind != WorkupStepKind::TestResult {
        return Err(Problem::at("result", germline_workup::RESULT_ELSEWHERE));
    }
    if again.is_some() && kind != WorkupStepKind::Deferred {
        return Err(Problem::at("askAgainOn", germline_workup::DAY_ELSEWHERE));
    }
    Ok(match kind {
        WorkupStepKind::Explained => WorkupStep::Explained,
        WorkupStepKind::TestOffered => WorkupStep::TestOffered,
        WorkupStepKind::TestOrdered => WorkupStep::TestOrdered,
        WorkupStepKind::TestResult => WorkupStep::TestResult {
            result: result.ok_or_else(|| Problem::at("result", germline_workup::NO_RESULT))?,
        },
        WorkupStepKind::TestDeclined => WorkupStep::TestDeclined,
        WorkupStepKind::Deferred => WorkupStep::Deferred {
            ask_again_on: again.ok_or_else(|| Problem::at("askAgainOn", germline_workup::NO_DAY))?,
        },
        WorkupStepKind::Disclosed => WorkupStep::Disclosed,
        WorkupStepKind::Counselled => WorkupStep::Counselled,
        WorkupStepKind::RelativesInformed => WorkupStep::RelativesInformed,
        WorkupStepKind::RelativeTested => WorkupStep::RelativeTested,
        WorkupStepKind::Closed => WorkupStep::Closed,
        WorkupStepKind::Reopened => WorkupStep::Reopened,
    })
}
