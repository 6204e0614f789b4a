//! The rule-sets by which panels are held.

use crate::clock::day;
use crate::command::{Act, Command};
use crate::convert::{line_view, moment, rule_set_form};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::args;
use crate::view::{RuleSetChangeView, RuleSetView, RuleSetsView};
use entaku_domain::quorum::Edition;
use entaku_domain::quorum::{SiteRuleSet, composition, in_force, standing};

args! {
    /// The rule-sets by which panels are held.
    RuleSets {}
}

impl Command for RuleSets {
    const NAME: &'static str = "rule_sets";
    const RIGHT: Right = Right::Office;
    type Answer = RuleSetsView;
}

impl Act for RuleSets {
    fn act(self, desk: &mut Desk) -> Outcome<RuleSetsView> {
        let today = day(desk.environment.clock.now());
        let office = &desk.session()?.office;
        let shipped = desk.knowledge.rule_sets();
        let all = standing(shipped, &office.rule_sets);
        let now = in_force(&all, today).map(|(set, _)| set);
        let view = |(set, edition): &(&entaku_domain::quorum::RuleSet, Edition)| RuleSetView {
            rule_set: rule_set_form(set),
            certainty: set.certainty(),
            edition: *edition,
            in_force: now.is_some_and(|now| now.id == set.id),
            shipped: shipped.iter().find(|known| known.id == set.id).map(rule_set_form),
            history: office
                .rule_sets
                .iter()
                .rev()
                .filter(|one| one.rule_set.id == set.id)
                .map(change)
                .collect(),
        };
        Ok(RuleSetsView {
            sets: all.iter().rev().map(view).collect(),
            composition: now
                .map(|set| composition(set, &office.members).iter().map(line_view).collect())
                .unwrap_or_default(),
        })
    }
}

fn change(recorded: &SiteRuleSet) -> RuleSetChangeView {
    RuleSetChangeView {
        version: recorded.rule_set.version.clone(),
        by: recorded.by.name.to_string(),
        role: recorded.by.role,
        at: moment(recorded.at),
        reason: recorded.reason.to_string(),
        rule_set: rule_set_form(&recorded.rule_set),
    }
}
