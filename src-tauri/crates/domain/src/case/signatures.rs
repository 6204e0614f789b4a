//! Which signatures stand under the open report. A change of what the report says voids all that stand, for good: an
//! entry that is put back later was another text in between, and nobody signed that.

use super::Case;
use crate::ids::{MemberId, Sha256Hex};
use crate::report::{Letterhead, ReportContent, ReportState, compose, signed_form};
use crate::signing::{Capacity, Signature, SignatureState, SigningRule, Unsigned, Voided};
use crate::stamp::Stamp;
use std::collections::BTreeSet;

#[cfg(test)]
mod tests;

impl Case {
    /// Signatures that stand as far as the case itself can tell, in the order of their capacities. What surrounds the case
    /// in its report (institution, knowledge) can change too: then a later signature covers another content, and those over
    /// the former one do not stand beside it.
    pub fn standing_signatures(&self) -> Vec<&Signature> {
        let mut standing: Vec<_> =
            self.signatures.iter().filter(|signature| self.stands(signature)).collect();
        standing.sort_by_key(|signature| signature.capacity);
        standing
    }

    fn stands(&self, signature: &Signature) -> bool {
        // Where two people signed in one capacity, the later one counts.
        if self.signature(signature.capacity) != Some(signature) {
            return false;
        }
        let latest = self.signatures.last().map(|last| &last.content_hash);
        signature.voided.is_none() && latest == Some(&signature.content_hash)
    }

    /// The latest signature in a capacity, whether it stands or not.
    pub fn signature(&self, capacity: Capacity) -> Option<&Signature> {
        self.signatures.iter().rev().find(|signature| signature.capacity == capacity)
    }

    /// How the latest signature in a capacity stands; `now` is the hash of what would be signed now.
    pub fn signature_state(&self, capacity: Capacity, now: &Sha256Hex) -> SignatureState {
        match self.signature(capacity) {
            None => SignatureState::Missing,
            Some(given) if given.voided.is_none() && given.content_hash == *now => SignatureState::Standing,
            Some(_) => SignatureState::Void,
        }
    }

    /// Whether a person may not sign in these capacities too, where a site asks for different people.
    pub fn signs_twice(&self, member: &MemberId, capacities: &[Capacity]) -> bool {
        let signed = self.standing_signatures().into_iter().filter(|given| given.by.member == *member);
        let all: BTreeSet<_> = signed.map(|given| given.capacity).chain(capacities.iter().copied()).collect();
        all.len() > 1
    }

    /// What the open report lacks of the signatures that a site asks for; `now` is the hash of what would be signed now.
    pub fn unsigned(&self, rule: &SigningRule, now: &Sha256Hex) -> Vec<Unsigned> {
        let mut lacking = Vec::new();
        let mut signed: Vec<&Signature> = Vec::new();
        for capacity in &rule.required {
            match self.signature(*capacity) {
                None => lacking.push(Unsigned::Missing(*capacity)),
                Some(given) if self.signature_state(*capacity, now) != SignatureState::Standing => {
                    lacking.push(Unsigned::Void(Box::new(given.clone())))
                }
                Some(given) => {
                    let twin = signed.iter().find(|other| other.by.member == given.by.member);
                    if let Some(twin) = twin.filter(|_| rule.distinct) {
                        lacking.push(Unsigned::SamePerson(twin.capacity, *capacity));
                    }
                    signed.push(given);
                }
            }
        }
        lacking
    }
}

/// What the report says, with everything left out that is not the case's own: to be compared with itself later.
/// Nothing where no signature stands, for then nothing can be voided.
pub(super) fn signed_now(case: &Case) -> Option<Box<ReportContent>> {
    let stands = case.signatures.iter().any(|signature| signature.voided.is_none());
    let letterhead = Letterhead {
        // Any text does: it is the same on both sides.
        institution: case.number.clone().filter(|_| stands)?,
        contact: None,
        template: None,
        knowledge: Vec::new(),
        figures: crate::protein::FigureFacts::default(),
        tests: Default::default(),
        gene_roles: crate::gene_role::GeneRoles::none(),
        program: String::new(),
    };
    let state = ReportState::Draft { status: case.status(), undecided: Vec::new() };
    Some(Box::new(signed_form(&compose(case, &letterhead, state))))
}

/// Voids what stood before an event, where the report says something else after it.
pub(super) fn void_changed(
    case: &mut Case,
    before: Option<Box<ReportContent>>,
    kind: &'static str,
    stamp: &Stamp,
) {
    let Some(before) = before else { return };
    let changed = signed_now(case).is_some_and(|now| now != before);
    if !changed {
        return;
    }
    for signature in case.signatures.iter_mut().filter(|signature| signature.voided.is_none()) {
        signature.voided = Some(Voided { version: stamp.version, kind, by: stamp.by.clone(), at: stamp.at });
    }
}

/// A signature that an event gives.
pub(super) fn given(stamp: &Stamp, capacity: Capacity, content_hash: &Sha256Hex) -> Signature {
    Signature {
        capacity,
        content_hash: content_hash.clone(),
        by: stamp.by.clone(),
        at: stamp.at,
        version: stamp.version,
        voided: None,
    }
}
