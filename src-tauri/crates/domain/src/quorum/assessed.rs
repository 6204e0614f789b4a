//! A meeting with what is stated of its case, and its result by the rule-set that holds on its day.

use super::{Held, RuleSet, SiteRuleSet, assess, in_force, standing};
use crate::meeting_record::{Circumstances, MeetingMode, MeetingRecord, Stated};

/// A meeting with its result, and the ages that "paediatric" was concluded from.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessed {
    /// The meeting.
    pub meeting: MeetingRecord,
    /// Age in years on its day.
    pub age: Option<u32>,
    /// Below which age a patient is a child for the rules.
    pub paediatric_below: Option<u32>,
}

/// What the rules ask of a case that its record can tell.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownOfCase {
    /// Age in years on the day of the meeting.
    pub age: Option<u32>,
    /// Whether the recorded opinions agree, as far as the reader may see them.
    pub opinions_agree: Option<bool>,
}

/// A meeting with what is stated of its case, and its result by the rule-set that holds on its day.
pub fn assessed(
    shipped: &[RuleSet],
    of_site: &[SiteRuleSet],
    known: &KnownOfCase,
    mut meeting: MeetingRecord,
    stated: Stated,
) -> Assessed {
    let age = known.age;
    // What was circulated has its agreement in the opinions; at a table people say whether they agree.
    let by_record = known
        .opinions_agree
        .filter(|_| stated.opinions_agree.is_none() && meeting.mode == MeetingMode::Circulation);
    let all = standing(shipped, of_site);
    let rules = in_force(&all, meeting.held_on);
    let paediatric_below = rules.map(|(rule_set, _)| rule_set.paediatric.below_years);
    let by_age = age.zip(paediatric_below).is_some_and(|(age, below)| age < below);
    meeting.reason = stated.reason;
    let stated = Circumstances {
        own_sequencing: stated.own_sequencing,
        paediatric: stated.paediatric.unwrap_or(by_age),
        paediatric_by_age: stated.paediatric.is_none() && age.is_some(),
        grounds: stated.grounds,
        opinions_agree: stated.opinions_agree.or(by_record),
        opinions_by_record: by_record.is_some(),
        omission: stated.omission,
    };
    meeting.quorum = rules.map(|(rule_set, edition)| {
        let held = Held {
            mode: meeting.mode,
            attending: meeting.attending,
            reasoned: meeting.reason.is_some(),
            circumstances: &stated,
        };
        Box::new(assess(rule_set, edition, &meeting.attendance, held))
    });
    meeting.circumstances = Some(stated);
    Assessed { meeting, age, paediatric_below }
}
