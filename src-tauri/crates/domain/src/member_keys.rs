//! The public halves of a member's keys, and who held which at any place of the journal.
//!
//! Every event bears its actor's signature. Whose key must have made it is told by the store's own events alone: the first
//! member's keys stand in the event that made the store, a further member's in the event by which an administrator added
//! the member, and each member replaces those once by keys that nobody else ever held. So a key is always vouched for by the
//! one before it. This module says which key is expected; checking the signature itself is the store's.

use crate::event::{Event, EventBody, StoreEvent};
use crate::four_eyes::{ANSWERING, Proposed};
use crate::ids::{EventId, MemberId, Sha256Hex};
use crate::member::{Actor, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A public key: 32 bytes, written as 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// The key of these bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
    /// Its bytes.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl TryFrom<String> for PublicKey {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let wrong =
            || format!("'{}' is not a public key: expected 64 hexadecimal digits", text.escape_debug());
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let mut bytes = [0; 32];
        let pairs = text.as_bytes().chunks_exact(2);
        if text.len() != 64 {
            return Err(wrong());
        }
        for (byte, pair) in bytes.iter_mut().zip(pairs) {
            let [high, low] = [pair.first(), pair.last()].map(|byte| byte.copied().and_then(digit));
            *byte = high.zip(low).map(|(high, low)| high << 4 | low).ok_or_else(wrong)?;
        }
        Ok(Self(bytes))
    }
}

impl From<PublicKey> for String {
    fn from(key: PublicKey) -> Self {
        key.to_string()
    }
}

impl std::fmt::Display for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// What others need to know of a member's keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PublicKeys {
    /// Ed25519: checks the member's signatures.
    pub signing: PublicKey,
    /// X25519: what is sealed to it only the member opens.
    pub sealing: PublicKey,
}

/// The keys that a new store begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FirstKeys {
    /// The first member.
    pub member: MemberId,
    /// The first member's keys.
    pub keys: PublicKeys,
    /// The keys of the recovery code.
    pub recovery: PublicKeys,
}

/// What is known of a member's keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The keys that hold now; none where the member has not signed in since members have keys.
    pub keys: Option<PublicKeys>,
    /// Edition of the member's slot in the key file, counted from 1 with each new password: an older copy of the file has a
    /// lower one. 0 where there are no keys.
    pub edition: u32,
    /// Whether nobody but the member ever held these keys. Until then the member can do nothing but take keys of their own.
    pub confirmed: bool,
    /// Whether the recovery code let the member in last, and nobody else confirmed since that it was the member.
    pub recovered: bool,
    /// SHA-256 of the secret of the member's second factor; none where the password alone is asked for.
    pub second_factor: Option<Sha256Hex>,
    roles: Vec<Role>,
}

/// Keys that an administrator gave a member and nobody else has confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reset {
    keys: PublicKeys,
    edition: u32,
}

/// Whose signature an event must bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// None: it was recorded before members had keys.
    Unsigned,
    /// That of this key.
    Key(PublicKey),
}

/// Why an event cannot be what its actor did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotTheirs {
    /// The actor holds no keys.
    #[error("its actor is no member with keys at this place of the journal")]
    NoKeys,
    /// The actor did not have the role.
    #[error("its actor did not have the role in which it was recorded")]
    Role,
    /// The keys were made by an administrator and are good for taking keys of one's own, and nothing else.
    #[error("its actor had only the first password, with which nothing can be recorded")]
    FirstPassword,
    /// What needs two people was done by one of them.
    #[error("it was done by one person alone, where another must have proposed or could have confirmed it")]
    Alone,
    /// It names keys of somebody else.
    #[error("it gives keys to somebody else than its actor")]
    OthersKeys,
}

/// Who held which keys, in which roles: the fold of the store's own events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keyholders {
    members: BTreeMap<MemberId, Holder>,
    /// By the member they are for: who gave them, and which.
    resets: BTreeMap<MemberId, (MemberId, Reset)>,
    recovery: Option<PublicKeys>,
    begun: bool,
    /// How often the store's key became known to somebody who is not to read on.
    out: u64,
    /// What was proposed, by whom, and waits for a second person.
    proposed: BTreeMap<EventId, (MemberId, Proposed)>,
}

impl Keyholders {
    /// What is known of a member's keys; none of who is no member.
    pub fn holder(&self, member: &MemberId) -> Option<&Holder> {
        self.members.get(member)
    }

    /// The keys of the recovery code that holds now; none in a store from before codes had keys.
    pub fn recovery(&self) -> Option<&PublicKeys> {
        self.recovery.as_ref()
    }

    /// Which key the store is to have, counted from 1: one more with each member who left, each use of the recovery code and each
    /// loss.
    pub fn generation(&self) -> u64 {
        self.out.saturating_add(1)
    }

    /// Whose keys are still to come, so that a new store key cannot be given to everybody who belongs to the store.
    pub fn without_keys(&self) -> impl Iterator<Item = &MemberId> {
        self.members.iter().filter(|(_, holder)| holder.keys.is_none()).map(|(id, _)| id)
    }

    /// Who could confirm as a second person what one did for another: administrators and chairs who speak with keys of their own.
    pub fn second_persons<'a>(
        &'a self,
        one: &'a MemberId,
        other: &'a MemberId,
    ) -> impl Iterator<Item = &'a MemberId> {
        let may = |holder: &Holder| {
            holder.confirmed && !holder.recovered && holder.roles.iter().any(|role| ANSWERING.contains(role))
        };
        let able = self.members.iter().filter(move |(id, holder)| *id != one && *id != other && may(holder));
        able.map(|(id, _)| id)
    }

    /// Whether the member came in by the recovery code and somebody else is there who could confirm it and has not.
    pub fn waits_for_confirmation(&self, id: &MemberId) -> bool {
        self.holder(id).is_some_and(|holder| holder.recovered) && self.second_persons(id, id).next().is_some()
    }

    /// Whether events are signed from here on.
    pub fn begun(&self) -> bool {
        self.begun
    }

    /// Whose signature an event of this actor must bear. `what` is given where it is one of the store's own events.
    ///
    /// # Errors
    /// Where it cannot be the actor's, whatever its signature.
    pub fn expected(
        &self,
        actor: &MemberId,
        role: Role,
        what: Option<&StoreEvent>,
    ) -> Result<Expected, NotTheirs> {
        let key = |keys: &PublicKeys| Ok(Expected::Key(keys.signing));
        match what {
            Some(StoreEvent::Created { keys: Some(first), .. }) => {
                let is_first = self.members.is_empty() && first.member == *actor;
                if is_first { key(&first.keys) } else { Err(NotTheirs::OthersKeys) }
            }
            Some(StoreEvent::AccessRecovered { keys, .. }) => {
                let by_code = *actor == Actor::recovery_code();
                if by_code { key(self.recovery.as_ref().unwrap_or(keys)) } else { Err(NotTheirs::OthersKeys) }
            }
            Some(StoreEvent::PasswordChanged { id, edition: Some(_) }) if id != actor => {
                Err(NotTheirs::OthersKeys)
            }
            Some(StoreEvent::SecondFactorSet { id, .. }) if id != actor => Err(NotTheirs::OthersKeys),
            Some(StoreEvent::KeysTaken { id, keys, .. }) => {
                let known = self.members.get(actor);
                if id != actor {
                    return Err(NotTheirs::OthersKeys);
                }
                // Who was a member before there were keys vouches for the first ones by them.
                key(known.ok_or(NotTheirs::NoKeys)?.keys.as_ref().unwrap_or(keys))
            }
            _ if !self.begun => Ok(Expected::Unsigned),
            _ => {
                let known = self.members.get(actor).ok_or(NotTheirs::NoKeys)?;
                let keys = known.keys.as_ref().ok_or(NotTheirs::NoKeys)?;
                if !known.confirmed {
                    return Err(NotTheirs::FirstPassword);
                }
                let first = known.roles.is_empty()
                    && matches!(what, Some(StoreEvent::MemberAdded { member, .. }) if member.id == *actor);
                let administers = !what.is_some_and(StoreEvent::is_of_members) || role == Role::Administrator;
                let held = known.roles.contains(&role) && administers;
                if !(first || held) {
                    return Err(NotTheirs::Role);
                }
                if what.is_some_and(|what| !self.is_by_two(actor, role, what)) {
                    return Err(NotTheirs::Alone);
                }
                key(keys)
            }
        }
    }

    /// Whether what needs two people comes from two: the second is another than the first, answers for the panel or the
    /// program, and confirms the very words that were proposed.
    fn is_by_two(&self, actor: &MemberId, role: Role, what: &StoreEvent) -> bool {
        let answers = |holder: &Holder| ANSWERING.iter().any(|role| holder.roles.contains(role));
        match what {
            StoreEvent::ChangeProposed { alone: true, .. } => {
                !self.members.iter().any(|(other, holder)| other != actor && answers(holder))
            }
            StoreEvent::ProposalConfirmed { proposal, change } => {
                let known = self.proposed.get(proposal);
                ANSWERING.contains(&role)
                    && known.is_some_and(|(by, known)| by != actor && known == &**change)
            }
            StoreEvent::ResetConfirmed { id, keys } => {
                let given = self.resets.get(id).filter(|(_, reset)| reset.keys == *keys);
                ANSWERING.contains(&role)
                    && given.is_some_and(|(by, _)| self.second_persons(by, id).any(|able| able == actor))
            }
            StoreEvent::RecoveryConfirmed { id } => {
                ANSWERING.contains(&role)
                    && self.holder(id).is_some_and(|holder| holder.recovered)
                    && self.second_persons(id, id).any(|able| able == actor)
            }
            _ => true,
        }
    }

    fn take_effect(&mut self, change: &Proposed) {
        if let Proposed::Roles { member, roles, .. } = change
            && let Some(known) = self.members.get_mut(member)
        {
            known.roles.clone_from(roles);
        }
    }

    /// Lets an event happen; events of other streams change nothing.
    pub fn apply(&mut self, event: &Event) {
        let EventBody::Store { what } = &event.body else { return };
        let mine = |keys: PublicKeys, edition: u32, roles: Vec<Role>| Holder {
            keys: Some(keys),
            edition,
            confirmed: true,
            recovered: matches!(what, StoreEvent::AccessRecovered { .. }),
            second_factor: None,
            roles,
        };
        match what {
            StoreEvent::Created { keys: Some(first), .. } => {
                self.begun = true;
                self.recovery = Some(first.recovery);
                self.members.insert(first.member.clone(), mine(first.keys, 1, Vec::new()));
            }
            StoreEvent::MemberAdded { member, keys } => {
                let known = self.members.entry(member.id.clone()).or_insert(Holder {
                    keys: *keys,
                    edition: u32::from(keys.is_some()),
                    confirmed: false,
                    recovered: false,
                    second_factor: None,
                    roles: Vec::new(),
                });
                known.roles.clone_from(&member.roles);
            }
            StoreEvent::MemberChanged { member } => {
                if let Some(known) = self.members.get_mut(&member.id) {
                    known.roles.clone_from(&member.roles);
                }
            }
            StoreEvent::MemberRemoved { id } => {
                self.out += u64::from(self.members.remove(id).is_some());
            }
            StoreEvent::LossReported { .. } => self.out += 1,
            StoreEvent::ChangeProposed { change, alone: true } => self.take_effect(change),
            StoreEvent::ChangeProposed { change, alone: false } => {
                let known = (event.actor.member.clone(), (**change).clone());
                self.proposed.insert(event.id.clone(), known);
            }
            StoreEvent::ProposalConfirmed { proposal, change } => {
                self.proposed.remove(proposal);
                self.take_effect(change);
            }
            StoreEvent::ProposalWithdrawn { proposal, .. } => {
                self.proposed.remove(proposal);
            }
            StoreEvent::KeysTaken { id, keys, edition }
            | StoreEvent::AccessRecovered { id, keys, edition, .. } => {
                self.begun = true;
                if let StoreEvent::AccessRecovered { recovery, .. } = what {
                    self.recovery = Some(*recovery);
                    self.out += 1;
                }
                // Keys that were given and not confirmed are overtaken by these.
                self.resets.remove(id);
                if let Some(known) = self.members.get_mut(id) {
                    *known = mine(*keys, *edition, std::mem::take(&mut known.roles));
                }
            }
            StoreEvent::PasswordChanged { id, edition: Some(edition) } => {
                if let Some(known) = self.members.get_mut(id) {
                    known.edition = *edition;
                }
            }
            StoreEvent::AccessReset { id, keys, edition } => {
                let reset = Reset { keys: *keys, edition: *edition };
                self.resets.insert(id.clone(), (event.actor.member.clone(), reset));
            }
            StoreEvent::ResetConfirmed { id, keys } => {
                let given = self.resets.remove(id).filter(|(_, reset)| reset.keys == *keys);
                if let (Some((_, reset)), Some(known)) = (given, self.members.get_mut(id)) {
                    let roles = std::mem::take(&mut known.roles);
                    *known = Holder { confirmed: false, ..mine(reset.keys, reset.edition, roles) };
                }
            }
            StoreEvent::RecoveryConfirmed { id } => {
                if let Some(known) = self.members.get_mut(id) {
                    known.recovered = false;
                }
            }
            StoreEvent::SecondFactorSet { id, secret } => {
                if let Some(known) = self.members.get_mut(id) {
                    known.second_factor.clone_from(secret);
                }
            }
            StoreEvent::RecoveryRenewed { keys } => self.recovery = Some(*keys),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
