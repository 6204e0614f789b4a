//! The site's own version of a rule-set.

use crate::acts::RuleSets;
use crate::command::{Act, Command};
use crate::convert::{rule_set_of, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::view::RuleSetForm;
use crate::view::RuleSetsView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_domain::quorum::standing;
use entaku_words::errors::{common, record_rule_set};

args! {
    /// The site's own version of a rule-set.
    RecordRuleSet, whole {
        /// The rule-set.*
        rule_set: RuleSetForm,
        /// Why.*
        reason: String,
    }
}

impl Command for RecordRuleSet {
    const NAME: &'static str = "record_rule_set";
    const RIGHT: Right = Right::Rules;
    type Answer = RuleSetsView;
}

impl Act for RecordRuleSet {
    fn act(self, desk: &mut Desk) -> Outcome<RuleSetsView> {
        let reason = text("reason", &self.reason)?;
        let office = &desk.session()?.office;
        let earlier =
            office.rule_sets.iter().filter(|known| known.rule_set.id == self.rule_set.id.trim()).count();
        let rule_set = rule_set_of(&self.rule_set, format!("site-{}", earlier + 1))?;
        let all = standing(desk.knowledge.rule_sets(), &office.rule_sets);
        let twin = all
            .iter()
            .find(|(known, _)| known.effective_from == rule_set.effective_from && known.id != rule_set.id);
        if let Some((known, _)) = twin {
            let twin = record_rule_set::begins_on_the_same_day(&known.name);
            return Err(Problem::at("effectiveFrom", twin));
        }
        if let Some((known, _)) = all.iter().find(|(known, _)| known.id == rule_set.id) {
            let same = entaku_domain::quorum::RuleSet { version: known.version.clone(), ..rule_set.clone() };
            if same == **known {
                return Err(Problem::at("ruleSet", common::UNCHANGED));
            }
        }
        desk.transact_store(StoreEvent::RuleSetRecorded { rule_set: Box::new(rule_set), reason })?;
        RuleSets {}.act(desk)
    }
}
