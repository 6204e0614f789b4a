//! Rule-sets: those that come with the program, and what the site made of them.

use crate::clock::day;
use crate::convert::{code_of, line_view, moment, rule_set_form, rule_set_of, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::view::{NoArgs, RecordRuleSet, RuleSetChangeView, RuleSetView, RuleSetsView};
use entaku_domain::event::StoreEvent;
use entaku_domain::quorum::{SiteRuleSet, composition, in_force, standing};

pub(crate) fn rule_sets(desk: &mut Desk, _: NoArgs) -> Outcome<RuleSetsView> {
    let today = day(desk.environment.clock.now());
    let office = &desk.session()?.office;
    let shipped = desk.knowledge.rule_sets();
    let all = standing(shipped, &office.rule_sets);
    let now = in_force(&all, today).map(|(set, _)| set);
    let view = |(set, edition): &(&entaku_domain::quorum::RuleSet, _)| RuleSetView {
        rule_set: rule_set_form(set),
        edition: code_of(edition),
        in_force: now.is_some_and(|now| now.id == set.id),
        shipped: shipped.iter().find(|known| known.id == set.id).map(rule_set_form),
        history: office.rule_sets.iter().rev().filter(|one| one.rule_set.id == set.id).map(change).collect(),
    };
    Ok(RuleSetsView {
        sets: all.iter().rev().map(view).collect(),
        composition: now
            .map(|set| composition(set, &office.members).iter().map(line_view).collect())
            .unwrap_or_default(),
    })
}

fn change(recorded: &SiteRuleSet) -> RuleSetChangeView {
    RuleSetChangeView {
        version: recorded.rule_set.version.clone(),
        by: recorded.by.name.to_string(),
        role: code_of(&recorded.by.role),
        at: moment(recorded.at),
        reason: recorded.reason.to_string(),
        rule_set: rule_set_form(&recorded.rule_set),
    }
}

pub(crate) fn record_rule_set(desk: &mut Desk, args: RecordRuleSet) -> Outcome<RuleSetsView> {
    let reason = text("reason", &args.reason)?;
    let office = &desk.session()?.office;
    let earlier =
        office.rule_sets.iter().filter(|known| known.rule_set.id == args.rule_set.id.trim()).count();
    let rule_set = rule_set_of(&args.rule_set, format!("site-{}", earlier + 1))?;
    let all = standing(desk.knowledge.rule_sets(), &office.rule_sets);
    let twin = all
        .iter()
        .find(|(known, _)| known.effective_from == rule_set.effective_from && known.id != rule_set.id);
    if let Some((known, _)) = twin {
        return Err(Problem::field(
            "effectiveFrom",
            format!("同じ日に始まる規則「{}」があります。どちらを適用するか決められません。", known.name.ja),
            format!("“{}” begins on the same day; it could not be told which one applies.", known.name.en),
        ));
    }
    if let Some((known, _)) = all.iter().find(|(known, _)| known.id == rule_set.id) {
        let same = entaku_domain::quorum::RuleSet { version: known.version.clone(), ..rule_set.clone() };
        if same == **known {
            return Err(Problem::field("ruleSet", "変更がありません。", "Nothing is changed."));
        }
    }
    desk.transact_store(StoreEvent::RuleSetRecorded { rule_set: Box::new(rule_set), reason })?;
    rule_sets(desk, NoArgs {})
}
