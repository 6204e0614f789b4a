//! An opinion on the case as a whole: whether the member agrees with the draft as it stands.

use crate::command::{Act, Command};
use crate::convert::{optional_text, texts};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::opinions::whose;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::opinion::CaseOpinionGiven;
use entaku_domain::opinion::CaseOpinion;
use entaku_domain::opinion::Stance;

args! {
    /// An opinion on the case as a whole: whether the member agrees with the draft as it stands.
    GiveCaseOpinion of case, whole {
        /// `agree`, `disagree`, `abstain`.*
        stance: Stance,
        /// Whether a treatment can follow.
        actionable: Option<bool>,
        /// Germline concern.
        germline_concern: Option<bool>,
        /// Drugs or trials the member would offer.
        suggested: Option<Vec<String>>,
        /// Comment; the reason, for one who does not agree.
        comment: Option<String>,
        /// Member whose opinion this is, where another types it.
        on_behalf_of: Option<String>,
    }
}

impl Command for GiveCaseOpinion {
    const NAME: &'static str = "give_case_opinion";
    const RIGHT: Right = Right::Prepare;
    type Answer = CaseView;
}

impl Act for GiveCaseOpinion {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let whose = whose(desk, self.on_behalf_of.as_deref())?;
        let opinion = CaseOpinion {
            stance: self.stance,
            actionable: self.actionable,
            germline_concern: self.germline_concern.unwrap_or(false),
            suggested: texts("suggested", self.suggested)?,
            comment: optional_text("comment", self.comment.as_deref())?,
        };
        desk.transact_for(&id, self.expected_version, CaseOpinionGiven { opinion }, whose)?;
        fresh(desk, &id)
    }
}
