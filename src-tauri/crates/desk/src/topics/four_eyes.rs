//! What needs two people: proposed by one, confirmed by another.

use crate::convert::{label, moment};
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::view::ProposalView;
use entaku_domain::event::{AccessEvent, StoreEvent};
use entaku_domain::four_eyes::{Proposal, Proposed, another_answers};
use entaku_domain::member::Role;
use entaku_domain::office::Office;
use entaku_domain::signing::SigningRule;
use entaku_domain::words::Worded;
use entaku_words::answers::proposal;
use entaku_words::errors::{four_eyes, thing};
use entaku_words::{Said, Value};

/// What an act that may need two leaves in the access log.
pub(crate) const NOTES: &[&str] = &["access.doneAlone"];

/// Records what needs two: as a proposal, or at once, and marked so, where nobody else could confirm it.
pub(crate) fn propose(desk: &mut Desk, command: &str, change: Proposed) -> Outcome<()> {
    may_propose(desk, &change)?;
    let session = desk.session()?;
    let alone = !another_answers(&session.office.members, &session.member.id);
    desk.transact_store(StoreEvent::ChangeProposed { change: Box::new(change), alone })?;
    match alone {
        true => desk.note_access(AccessEvent::DoneAlone { command: command.to_owned() }),
        false => Ok(()),
    }
}

/// Refuses a second proposal about the same thing: whoever confirms must know what the other would do.
pub(crate) fn may_propose(desk: &Desk, change: &Proposed) -> Outcome<()> {
    let proposals = &desk.session()?.office.proposals;
    match proposals.iter().find(|one| one.change.is_about_same(change)) {
        Some(known) => Err(Problem::of(Code::Refused, four_eyes::waits_already(&known.by.name))),
        None => Ok(()),
    }
}

/// A proposal that waits.
pub(crate) fn waiting(desk: &Desk, id: &str) -> Outcome<Proposal> {
    let proposals = &desk.session()?.office.proposals;
    let known = proposals.iter().find(|one| one.id.as_str() == id).cloned();
    known.ok_or_else(|| Problem::missing(thing::PROPOSAL, id))
}

/// Whether what a proposal would change is still as it was when it was made.
pub(crate) fn is_up_to_date(office: &Office, change: &Proposed) -> bool {
    match change {
        Proposed::Roles { member, former, .. } => {
            office.member(member).is_some_and(|member| member.roles == *former)
        }
        Proposed::Signing { former, .. } => office.signing_rule() == *former,
    }
}

pub(crate) fn all(desk: &Desk) -> Outcome<Vec<ProposalView>> {
    let session = desk.session()?;
    let view = |one: &Proposal| ProposalView {
        proposal_id: one.id.to_string(),
        what: label(&in_words(&one.change).to_label()),
        by: one.by.name.to_string(),
        role: one.by.role,
        at: moment(one.at),
        own: one.by.member == session.member.id,
        outdated: !is_up_to_date(&session.office, &one.change),
    };
    Ok(session.office.proposals.iter().map(view).collect())
}

fn in_words(change: &Proposed) -> Value {
    let roles = |all: &[Role]| all.iter().map(|role| role.label()).collect::<Vec<_>>();
    match change {
        Proposed::Roles { name, former, roles: later, .. } => {
            proposal::roles(name, roles(former), roles(later)).said()
        }
        Proposed::Signing { former, rule, reason } => {
            proposal::signing(rule_in_words(former), rule_in_words(rule), reason).said()
        }
    }
}

fn rule_in_words(rule: &SigningRule) -> Value {
    let required = rule.required.iter().map(|capacity| capacity.label());
    match (rule.required.is_empty(), rule.distinct) {
        (true, _) => proposal::NO_SIGNATURES.said(),
        (false, false) => proposal::signatures(required).said(),
        (false, true) => proposal::signatures_of_several(required).said(),
    }
}
