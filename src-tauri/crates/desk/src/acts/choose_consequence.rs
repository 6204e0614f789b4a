//! Another consequence of a finding shall speak for it.

use crate::command::{Act, Command};
use crate::convert::{effects, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::opinions::one_finding;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::intake::ConsequenceChosen;
use entaku_words::errors::{choose_consequence, thing};

args! {
    /// Another consequence of a finding shall speak for it.
    ChooseConsequence of case {
        /// Finding.*
        finding_id: String,
        /// Transcript, as the finding names it.*
        transcript: String,
        /// Gene, where several genes of the finding have a transcript of that name.
        gene: Option<String>,
        /// Why.*
        reason: String,
    }
}

impl Command for ChooseConsequence {
    const NAME: &'static str = "choose_consequence";
    const RIGHT: Right = Right::Decide;
    type Answer = CaseView;
}

impl Act for ChooseConsequence {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let finding_id = one_finding("findingId", &self.finding_id)?;
        let reason = text("reason", &self.reason)?;
        let case = desk.case(&id)?;
        let finding =
            case.finding(finding_id).ok_or_else(|| Problem::missing(thing::FINDING, &self.finding_id))?;
        let wanted = self.transcript.trim();
        let named: Vec<_> = effects(finding)
            .iter()
            .filter(|effect| effect.transcript.as_deref() == Some(wanted))
            .filter(|effect| {
                self.gene
                    .as_deref()
                    .is_none_or(|gene| effect.gene.as_ref().is_some_and(|g| g.as_str() == gene))
            })
            .collect();
        let [consequence] = named.as_slice() else {
            return Err(match named.is_empty() {
                true => Problem::missing(thing::TRANSCRIPT, wanted),
                false => Problem::at("gene", choose_consequence::SEVERAL_GENES),
            });
        };
        let what =
            ConsequenceChosen { finding: finding_id, consequence: Box::new((*consequence).clone()), reason };
        desk.transact(&id, self.expected_version, what)?;
        fresh(desk, &id)
    }
}
