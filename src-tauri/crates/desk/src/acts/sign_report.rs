//! Sign the report as it stands, in one or more capacities at once.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::{Right, require};
use crate::topics::composing::letterhead;
use crate::topics::guest::admit;
use crate::topics::signing::{present, right_to};
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::Case;
use entaku_domain::case::event::report::ReportSigned;
use entaku_domain::event::CaseEvent;
use entaku_domain::ids::CaseId;
use entaku_domain::member::{Actor, Member};
use entaku_domain::signing::Capacity;
use entaku_words::errors::sign_report;

args! {
    /// Sign the report as it stands, in one or more capacities at once.
    SignReport of case {
        /// `author`, `reviewer`, `chair`.*
        capacities: Vec<Capacity>,
        /// Sign-in name of the signer; the member who is signed in when left out.
        sign_in: Option<String>,
        /// The signer's own password.*
        password: String,
    }
}

impl Command for SignReport {
    const NAME: &'static str = "sign_report";
    const RIGHT: Right = Right::Read;
    type Answer = CaseView;
}

impl Act for SignReport {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let mut capacities = self.capacities;
        capacities.sort();
        capacities.dedup();
        if capacities.is_empty() {
            return Err(Problem::at("capacities", sign_report::CAPACITY_MISSING));
        }
        let case = desk.case(&id)?.clone();
        if case.version != self.expected_version {
            return Err(crate::desk::stale());
        }
        // What cannot be signed is told before anybody types a password in vain.
        if let Some(gap) = case.finalisation_gaps().into_iter().next() {
            return Err(gap.into());
        }
        crate::topics::readings::refuse_pending(desk, &id)?;
        let signed = signer(desk, self.sign_in.as_deref(), &self.password)
            .and_then(|signer| sign(desk, &id, self.expected_version, &case, &signer, capacities));
        // Whatever came of it, nobody but the member who is signed in speaks from here on.
        desk.session_mut()?.store.dismiss_guest();
        signed?;
        fresh(desk, &id)
    }
}

/// Records the signatures in the name of the member who is at the machine.
fn sign(
    desk: &mut Desk,
    id: &CaseId,
    expected: u32,
    case: &Case,
    signer: &Member,
    capacities: Vec<Capacity>,
) -> Outcome<()> {
    let session = desk.session()?;
    let content_hash = present(case, &letterhead(session, &desk.knowledge)?)?;
    if session.office.signing_rule().distinct {
        one_each(case, signer, &capacities)?;
    }
    let mut acts = Vec::with_capacity(capacities.len());
    for capacity in capacities {
        let role = require(signer, right_to(capacity))?;
        let by = Actor { member: signer.id.clone(), name: signer.name.clone(), role, on_behalf_of: None };
        acts.push((CaseEvent::from(ReportSigned { capacity, content_hash: content_hash.clone() }), by));
    }
    desk.transact_as(id, expected, acts).map(drop)
}

/// Where the site asks for different people, nobody signs a second time.
fn one_each(case: &Case, signer: &Member, capacities: &[Capacity]) -> Outcome<()> {
    if !case.signs_twice(&signer.id, capacities) {
        return Ok(());
    }
    Err(Problem::at("capacities", sign_report::ONE_CAPACITY_EACH))
}

/// The member whose password was entered: who is signed in, or somebody else at the same machine.
fn signer(desk: &mut Desk, name: Option<&str>, password: &str) -> Outcome<Member> {
    let own = desk.session()?.member.sign_in.to_string();
    let who = name.map(str::trim).filter(|name| !name.is_empty()).unwrap_or(&own);
    admit(desk, who, password)
}
