//! Whether a panel is quorate: a rule-set applied to who takes part and how. Pure; every figure comes from the rule-set,
//! and the result names it, so that a stored result can be read without looking anything up.

mod assessed;
mod matching;
mod omission;
mod result;
mod rule_set;

pub use assessed::{Assessed, KnownOfCase, assessed};
pub use omission::{Checked, Omission, OmissionLine, omission};
pub use result::{Applied, AttendingLine, Line, ModeGap, ModeLine, PassedOver, Quorum, WhyNot};
pub use rule_set::{
    Allowed, Applies, AttendingRule, Basis, Condition, ConditionKind, Edition, MOST_PEOPLE, ModeRule,
    Paediatric, Requirement, RuleSet, RuleSetFault, SeveralKeys, SiteRuleSet, in_force, standing,
};

use crate::certainty::Certainty;
use crate::meeting_record::{Attendance, AttendingPart, Circumstances, MeetingMode};
use crate::member::{Member, Qualification, Role};
use crate::omission::ConditionState;
use crate::text::{Text, half_width};
use matching::Need;

/// How a meeting is held, as far as the rules ask.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// The way.
    pub mode: MeetingMode,
    /// Attending physician.
    pub attending: AttendingPart,
    /// Whether the responsible person gave a reason.
    pub reasoned: bool,
    /// What depends on the case.
    pub circumstances: &'a Circumstances,
}

/// A person as far as requirements ask.
struct Person<'a> {
    name: &'a Text,
    keys: &'a [Qualification],
    field: Option<String>,
    full_time: Option<bool>,
}

/// Whether the panel is quorate.
///
/// Adding a person never takes away what is met: people are assigned to requirements as well as possible.
pub fn assess(rule_set: &RuleSet, edition: Edition, attendance: &[Attendance], held: Held<'_>) -> Quorum {
    let rule = rule_set.mode(held.mode);
    let attended = rule.is_none_or(|rule| rule.attendance);
    let people: Vec<Person<'_>> = attendance
        .iter()
        .map(|person| Person {
            name: &person.name,
            keys: &person.qualifications,
            field: person.field.as_ref().map(field),
            full_time: person.full_time,
        })
        .collect();
    let lines = lines(&rule_set.attendance, &rule_set.several_keys, &people, |applies| {
        attended
            && match applies {
                Applies::Always => true,
                Applies::OwnSequencing => held.circumstances.own_sequencing,
                Applies::Paediatric => held.circumstances.paediatric,
            }
    });
    let attending = attending(rule_set, attendance, held.attending, attended);
    let mode = mode(rule, held);
    let met = attending.met && mode.met && lines.iter().all(|line| line.met);
    Quorum { applied: Applied::of(rule_set, edition), lines, attending, mode, met }
}

/// Whether the members of a panel fulfil what a rule-set asks of its composition, conditional keys included: a panel
/// that sequences itself or takes children's cases must have them.
pub fn composition(rule_set: &RuleSet, members: &[Member]) -> Vec<Line> {
    let people: Vec<Person<'_>> = members
        .iter()
        .map(|member| Person {
            name: &member.name,
            keys: &member.qualifications,
            field: member.field.as_ref().map(field),
            full_time: member.full_time,
        })
        .collect();
    lines(&rule_set.members, &rule_set.several_keys, &people, |_| true)
}

/// A field as it is compared: without white space, in half width and lower case.
fn field(text: &Text) -> String {
    half_width(text.as_str()).chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

fn lines(
    requirements: &[Requirement],
    several: &SeveralKeys,
    people: &[Person<'_>],
    applies: impl Fn(Applies) -> bool,
) -> Vec<Line> {
    let apart = |one: &Requirement| one.distinct_fields && one.minimum > 1;
    let wanted: Vec<Need> = requirements
        .iter()
        .map(|one| {
            let fit = |person: &Person<'_>| {
                person.keys.contains(&one.key)
                    && !(one.full_time && person.full_time == Some(false))
                    && !(apart(one) && person.field.is_none())
            };
            let candidates =
                people.iter().enumerate().filter(|(_, person)| applies(one.applies) && fit(person));
            Need {
                minimum: usize::try_from(one.minimum).unwrap_or(usize::MAX),
                candidates: candidates
                    .map(|(index, person)| (index, person.field.clone().filter(|_| apart(one))))
                    .collect(),
            }
        })
        .collect();
    let filled = matching::assign(&wanted, people.len(), several.limit());
    let times = |index: usize| filled.iter().filter(|counted| counted.contains(&index)).count();
    requirements
        .iter()
        .zip(&filled)
        .map(|(one, counted)| {
            let applies = applies(one.applies);
            let found = u32::try_from(counted.len()).unwrap_or(u32::MAX);
            let missing = if applies { one.minimum.saturating_sub(found) } else { 0 };
            let why = |index: usize, person: &Person<'_>| {
                if one.full_time && person.full_time == Some(false) {
                    WhyNot::NotFullTime
                } else if missing == 0 {
                    WhyNot::NotNeeded
                } else if apart(one) && person.field.is_none() {
                    WhyNot::FieldNotKnown
                } else if times(index) >= several.limit() {
                    WhyNot::FillsAnother
                } else {
                    WhyNot::SameField
                }
            };
            let others = people.iter().enumerate().filter(|(index, person)| {
                applies && person.keys.contains(&one.key) && !counted.contains(index)
            });
            let named = |wanted: &dyn Fn(usize, &Person<'_>) -> bool| {
                let counted = counted.iter().filter_map(|index| Some((*index, people.get(*index)?)));
                let wanted = counted.filter(|(index, person)| wanted(*index, person));
                wanted.map(|(_, person)| person.name.clone()).collect()
            };
            Line {
                key: one.key,
                applies: one.applies,
                in_question: applies,
                needed: one.minimum,
                distinct_fields: one.distinct_fields,
                full_time: one.full_time,
                filled_by: named(&|_, _| true),
                also_elsewhere: named(&|index, _| times(index) > 1),
                full_time_not_known: named(&|_, person| one.full_time && person.full_time.is_none()),
                passed_over: others
                    .map(|(index, person)| PassedOver { name: person.name.clone(), why: why(index, person) })
                    .collect(),
                missing,
                met: missing == 0,
                certainty: one.basis.certainty,
            }
        })
        .collect()
}

fn attending(
    rule_set: &RuleSet,
    attendance: &[Attendance],
    part: AttendingPart,
    attended: bool,
) -> AttendingLine {
    let rule = &rule_set.attending;
    let there = attendance.iter().filter(|person| person.role == Some(Role::AttendingPhysician));
    let names: Vec<Text> = there.map(|person| person.name.clone()).collect();
    // Somebody who is there as the attending physician is there, whatever was chosen in the form.
    let part = if names.is_empty() { part } else { AttendingPart::Present };
    let needed = rule.needed && attended;
    let met = !needed
        || match part {
            AttendingPart::Present => true,
            AttendingPart::InformationSupplied => rule.information_suffices,
            AttendingPart::Absent => false,
        };
    let certainty = rule.basis.certainty;
    AttendingLine { needed, information_suffices: rule.information_suffices, part, names, met, certainty }
}

fn mode(rule: Option<&ModeRule>, held: Held<'_>) -> ModeLine {
    let Some(rule) = rule else {
        return ModeLine {
            mode: held.mode,
            allowed: Allowed::Never,
            gaps: vec![ModeGap::NotAllowed],
            conditions: Vec::new(),
            named: Vec::new(),
            checked: Vec::new(),
            met: false,
            certainty: Certainty::Unconfirmed,
        };
    };
    let facts = &held.circumstances.omission;
    let checked = omission::checked(rule, facts);
    // A ground that facts tell is named by them, any other by people.
    let grounds = rule.conditions.iter().filter(|known| known.kind == ConditionKind::Ground);
    let named: Vec<String> = grounds
        .filter(|ground| match ground.fact {
            Some(fact) => fact.state(facts) == ConditionState::Met,
            None => held.circumstances.grounds.contains(&ground.id),
        })
        .map(|ground| ground.id.clone())
        .collect();
    let mut gaps = Vec::new();
    match (rule.allowed, omission::together(rule, facts)) {
        (Allowed::Never, _) => gaps.push(ModeGap::NotAllowed),
        (_, Some(ConditionState::NotMet)) => gaps.push(ModeGap::ConditionNotMet),
        (_, Some(ConditionState::Unknown)) => gaps.push(ModeGap::ConditionNotKnown),
        (Allowed::Listed, None) if named.is_empty() => gaps.push(ModeGap::GroundNotNamed),
        _ => {}
    }
    if rule.unanimous {
        match held.circumstances.opinions_agree {
            Some(true) => {}
            Some(false) => gaps.push(ModeGap::OpinionsDiffer),
            None => gaps.push(ModeGap::AgreementNotStated),
        }
    }
    if rule.reason && !held.reasoned {
        gaps.push(ModeGap::ReasonMissing);
    }
    ModeLine {
        mode: rule.mode,
        allowed: rule.allowed,
        met: gaps.is_empty(),
        gaps,
        conditions: rule.conditions.clone(),
        named,
        checked,
        certainty: rule.basis.certainty,
    }
}
