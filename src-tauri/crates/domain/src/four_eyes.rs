//! What no one may do alone: naming a chair or an administrator, giving oneself a further role, and asking for fewer signatures. One proposes it, and it takes
//! effect when somebody else who answers for the panel or the program confirms it. Where there is nobody else, it takes effect
//! at once and says so.

use crate::ids::{EventId, MemberId};
use crate::member::{Actor, Member, Role};
use crate::signing::SigningRule;
use crate::text::Text;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// Roles that give power over others' rights: only two people together give them, and either of them may be the second.
pub const ANSWERING: [Role; 2] = [Role::Chair, Role::Administrator];

/// A change that needs two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "of")]
pub enum Proposed {
    /// A member becomes a chair or an administrator, or gives oneself a further role.
    Roles {
        /// Who.
        member: MemberId,
        /// Name at the time.
        name: Text,
        /// Roles before.
        former: Vec<Role>,
        /// Roles after.
        roles: Vec<Role>,
    },
    /// Fewer signatures, or by fewer people, are needed under a report.
    Signing {
        /// The rule before.
        former: SigningRule,
        /// The rule after.
        rule: SigningRule,
        /// Why.
        reason: Text,
    },
}

impl Proposed {
    /// Whether both are about the same thing, so that one of them has to go before the other can come.
    pub fn is_about_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Roles { member: one, .. }, Self::Roles { member: another, .. }) => one == another,
            (Self::Signing { .. }, Self::Signing { .. }) => true,
            _ => false,
        }
    }
}

/// A change that waits for a second person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The event that proposed it.
    pub id: EventId,
    /// What.
    pub change: Proposed,
    /// Who proposed it.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// Whether somebody becomes a chair or an administrator.
pub fn raises(former: &[Role], roles: &[Role]) -> bool {
    ANSWERING.iter().any(|role| roles.contains(role) && !former.contains(role))
}

/// Whether a rule asks for less than the one before.
pub fn weakens(former: &SigningRule, rule: &SigningRule) -> bool {
    former.required.iter().any(|capacity| !rule.required.contains(capacity))
        || (former.distinct && !rule.distinct)
}

/// Whether there is somebody else who could confirm what a member proposes.
pub fn another_answers(members: &[Member], proposer: &MemberId) -> bool {
    members
        .iter()
        .any(|member| member.id != *proposer && ANSWERING.iter().any(|role| member.roles.contains(role)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signing::Capacity::{self, Author, Chair, Reviewer};

    #[test]
    fn a_rule_is_weaker_where_it_asks_for_fewer_signatures_or_fewer_people() {
        let rule = |required: &[Capacity], distinct| SigningRule { required: required.to_vec(), distinct };
        let all = [Author, Reviewer, Chair];
        for (former, later, weaker) in [
            (rule(&all, false), rule(&[], false), true),
            (rule(&all, false), rule(&[Author, Chair], false), true),
            (rule(&[Author], false), rule(&[Chair], false), true),
            (rule(&all, true), rule(&all, false), true),
            (rule(&[], false), rule(&all, false), false),
            (rule(&all, false), rule(&all, true), false),
            (rule(&[Chair], false), rule(&all, false), false),
            (rule(&[Chair], true), rule(&all, false), true),
        ] {
            assert_eq!(weakens(&former, &later), weaker, "{former:?} → {later:?}");
        }
    }

    #[test]
    fn only_who_becomes_a_chair_or_an_administrator_needs_two() {
        use Role::{Administrator, Chair, Member, Viewer};
        for (former, roles, needs) in [
            (&[Viewer][..], &[Member][..], false),
            (&[Member], &[Member, Chair], true),
            (&[Chair], &[Chair, Administrator], true),
            (&[Chair, Administrator], &[Administrator], false),
            (&[], &[Administrator], true),
            (&[Chair], &[Administrator], true),
        ] {
            assert_eq!(raises(former, roles), needs, "{former:?} → {roles:?}");
        }
    }
}
