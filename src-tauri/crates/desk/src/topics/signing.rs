//! Signing a report, and which signatures a report of this site needs.

use super::composing::{letterhead, signed_hash};
use crate::convert::{Signing, label, moment};
use crate::desk::{Desk, Session};
use crate::error::Outcome;
use crate::permission::{Right, require};
use crate::view::SignatureView;
use entaku_domain::case::Case;
use entaku_domain::gap::Gap;
use entaku_domain::ids::Sha256Hex;
use entaku_domain::label::Label;
use entaku_domain::member::Actor;
use entaku_domain::report::{Letterhead, ReportState, compose};
use entaku_domain::signing::{Capacity, Signature, SignatureState, SigningRule, Unsigned};
use entaku_domain::words::word;
use entaku_knowledge::Knowledge;
use entaku_words::history::voided;

/// What would be signed now.
pub(crate) fn present(case: &Case, letterhead: &Letterhead) -> Outcome<Sha256Hex> {
    let state = ReportState::Draft { status: case.status(), undecided: Vec::new() };
    signed_hash(&compose(case, letterhead, state))
}

/// Which signatures are missing or void; the finalisation is refused with it.
pub(crate) fn refuse_unsigned(desk: &Desk, case: &Case) -> Outcome<()> {
    let session = desk.session()?;
    let rule = session.office.signing_rule();
    if rule.required.is_empty() {
        return Ok(());
    }
    let lacking = case.unsigned(&rule, &present(case, &letterhead(session, &desk.knowledge)?)?);
    if lacking.is_empty() { Ok(()) } else { Err(Gap::Unsigned(lacking).into()) }
}

/// How the signatures of a case stand, for one member's screen.
pub(crate) fn signing(session: &Session, knowledge: &Knowledge, case: &Case) -> Outcome<Signing> {
    if !case.is_open() || case.version == 0 {
        return Ok(Signing::default());
    }
    let rule = session.office.signing_rule();
    // Nothing is composed for a case that nobody has signed.
    let now = if case.signatures.is_empty() {
        None
    } else {
        Some(present(case, &letterhead(session, knowledge)?)?)
    };
    let rows: Vec<SignatureView> =
        Capacity::ALL.map(|capacity| row(session, case, capacity, &rule, now.as_ref())).into();
    let rows = proposed(session, case, &rule, rows);
    let lacking = match &now {
        Some(now) => case.unsigned(&rule, now),
        None => rule.required.iter().copied().map(Unsigned::Missing).collect(),
    };
    let gap = (!lacking.is_empty()).then_some(Gap::Unsigned(lacking));
    Ok(Signing { rows, gap })
}

fn row(
    session: &Session,
    case: &Case,
    capacity: Capacity,
    rule: &SigningRule,
    now: Option<&Sha256Hex>,
) -> SignatureView {
    let given = case.signature(capacity);
    let state = now.map_or(SignatureState::Missing, |now| case.signature_state(capacity, now));
    let why = given.filter(|_| state == SignatureState::Void).map(|given| label(&why_void(session, given)));
    SignatureView {
        capacity,
        required: rule.required.contains(&capacity),
        state,
        by: given.map(|given| given.by.name.to_string()),
        role: given.map(|given| given.by.role),
        at: given.map(|given| moment(given.at)),
        content_hash: given.map(|given| given.content_hash.to_string()),
        why,
        mine: require(&session.member, right_to(capacity)).is_ok(),
        proposed: false,
        also: match given.filter(|_| state == SignatureState::Standing) {
            Some(given) => also(case, given),
            None => Vec::new(),
        },
    }
}

/// In which other capacities a person's signature stands.
fn also(case: &Case, given: &Signature) -> Vec<Capacity> {
    let standing = case.standing_signatures().into_iter();
    let others = standing.filter(|one| one.by.member == given.by.member && one.capacity != given.capacity);
    others.map(|one| one.capacity).collect()
}

/// Marks what who is signed in would sign next. It is offered and never signed by itself.
fn proposed(
    session: &Session,
    case: &Case,
    rule: &SigningRule,
    mut rows: Vec<SignatureView>,
) -> Vec<SignatureView> {
    let mut offered = false;
    for row in &mut rows {
        let open = row.required && row.mine && row.state != SignatureState::Standing;
        let barred = rule.distinct && (offered || case.signs_twice(&session.member.id, &[row.capacity]));
        row.proposed = open && !barred;
        offered |= row.proposed;
    }
    rows
}

/// Which change it was, by whom and when: an event of the case, or one of what surrounds every report of this store.
fn why_void(session: &Session, given: &Signature) -> Label {
    let said = |kind: &str, by: &Actor, at| {
        voided::by(word(&format!("changed.{kind}")), &by.name, moment(at)).to_label()
    };
    if let Some(voided) = &given.voided {
        return said(voided.kind, &voided.by, voided.at);
    }
    match session.office.printed_change_under(given) {
        Some(change) => said(change.kind, &change.by, change.at),
        None => word("changed.program").to_label(),
    }
}

/// Who may sign: whoever prepares cases wrote it, who may give an opinion can have read it, the chair answers for it.
pub(crate) fn right_to(capacity: Capacity) -> Right {
    match capacity {
        Capacity::Author => Right::Prepare,
        Capacity::Reviewer => Right::Opine,
        Capacity::Chair => Right::Preside,
    }
}
