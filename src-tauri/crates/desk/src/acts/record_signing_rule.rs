//! Record which signatures a report needs.

use crate::acts;
use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::four_eyes::{NOTES, propose};
use crate::view::SigningRuleView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_domain::four_eyes::{Proposed, weakens};
use entaku_domain::signing::Capacity;
use entaku_domain::signing::SigningRule;
use entaku_words::errors::common;

args! {
    /// Record which signatures a report needs.
    RecordSigningRule {
        /// Capacities that must be signed; none: a report is finalised without signatures.*
        required: Vec<Capacity>,
        /// Whether each must be signed by another person; no when left out.
        distinct: Option<bool>,
        /// Why.*
        reason: String,
    }
}

impl Command for RecordSigningRule {
    const NAME: &'static str = "record_signing_rule";
    const RIGHT: Right = Right::Rules;
    const LEAVES: &'static [&'static str] = NOTES;
    type Answer = SigningRuleView;
}

impl Act for RecordSigningRule {
    fn act(self, desk: &mut Desk) -> Outcome<SigningRuleView> {
        let reason = text("reason", &self.reason)?;
        let mut required = self.required;
        required.sort();
        required.dedup();
        let rule = SigningRule { required, distinct: self.distinct.unwrap_or(false) };
        let former = desk.session()?.office.signing_rule();
        if rule == former {
            return Err(Problem::at("required", common::UNCHANGED));
        }
        match weakens(&former, &rule) {
            true => propose(desk, Self::NAME, Proposed::Signing { former, rule, reason })?,
            false => desk.transact_store(StoreEvent::SigningRecorded { rule, reason })?,
        }
        acts::SigningRule {}.act(desk)
    }
}
