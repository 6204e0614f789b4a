//! An opinion on a finding: the own one, or another member's typed for them (then it waits for their confirmation).

use crate::command::{Act, Command};
use crate::convert::{grade, optional_text, texts};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::opinions::{one_finding, whose};
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::opinion::OpinionGiven;
use entaku_domain::opinion::Opinion;
use entaku_words::errors::give_opinion;

args! {
    /// An opinion on a finding: the own one, or another member's typed for them (then it waits for their confirmation).
    GiveOpinion of case {
        /// Finding.*
        finding_id: String,
        /// Scale id.
        scale: Option<String>,
        /// Class code.
        class: Option<String>,
        /// Whether a treatment can follow.
        actionable: Option<bool>,
        /// Germline concern.
        germline_concern: Option<bool>,
        /// Drugs or trials the member would offer.
        suggested: Option<Vec<String>>,
        /// Comment.
        comment: Option<String>,
        /// Member whose opinion this is, where another types it.
        on_behalf_of: Option<String>,
    }
}

impl Command for GiveOpinion {
    const NAME: &'static str = "give_opinion";
    const RIGHT: Right = Right::Prepare;
    type Answer = CaseView;
}

impl Act for GiveOpinion {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let finding = one_finding("findingId", &self.finding_id)?;
        let whose = whose(desk, self.on_behalf_of.as_deref())?;
        let opinion = Opinion {
            grade: grade(&desk.knowledge, "class", self.scale.as_deref(), self.class.as_deref())?,
            actionable: self.actionable,
            germline_concern: self.germline_concern.unwrap_or(false),
            suggested: texts("suggested", self.suggested)?,
            comment: optional_text("comment", self.comment.as_deref())?,
        };
        if opinion.grade.is_none() && opinion.comment.is_none() && !opinion.germline_concern {
            return Err(Problem::at("class", give_opinion::NOTHING_SAID));
        }
        desk.transact_for(&id, self.expected_version, OpinionGiven { finding, opinion }, whose)?;
        fresh(desk, &id)
    }
}
