//! Whose words an event can be: what the journal says of keys, beside what a signature and a key slot say.

use crate::error::StoreError;
use crate::event::event_of;
use crate::identity::{self, Identity};
use crate::journal;
use crate::keyring::{Opened, SlotOwner};
use crate::record::StoredRecord;
use crate::verify::BadEvent;
use entaku_domain::event::{Event, EventBody, Stream};
use entaku_domain::ids::MemberId;
use entaku_domain::member::Actor;
use entaku_domain::member_keys::{Expected, Holder, Keyholders, NotTheirs, PublicKey, PublicKeys};
use rusqlite::Connection;
use std::path::Path;

/// Who speaks: a member, or the recovery code, with their own keys. Given by a password alone.
pub struct Signer {
    pub(crate) member: String,
    pub(crate) identity: Identity,
}

impl Signer {
    pub(crate) fn recovery_code(identity: Identity) -> Self {
        Self { member: Actor::recovery_code().to_string(), identity }
    }

    /// The signature over an event of this actor, where this is who it is to be signed by.
    pub(crate) fn sign(&self, actor: &str, key: PublicKey, hash: &[u8; 32]) -> Option<[u8; 64]> {
        let fits = self.member == actor && self.identity.public().signing == key;
        fits.then(|| self.identity.sign(hash))
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Signer").field("member", &self.member).finish_non_exhaustive()
    }
}

/// Who holds which keys, as far as the journal was read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keyholding {
    holders: Keyholders,
    /// Events of the store's own stream that were read.
    read: u64,
    /// The first of them that is not its actor's.
    unproven: Option<BadEvent>,
}

impl Keyholding {
    pub(crate) fn holders(&self) -> &Keyholders {
        &self.holders
    }

    /// The first event about the store's members that is not by who is named in it; whoever came later may be anybody.
    pub(crate) fn unproven(&self) -> Option<&BadEvent> {
        self.unproven.as_ref()
    }

    /// Reads on in the store's own stream, checking each signature, where it has grown.
    pub(crate) fn read_on(&mut self, conn: &Connection, database: &Path) -> Result<(), StoreError> {
        let stream = Stream::Store.to_string();
        let failed = |error| StoreError::database(database, "read its members", error);
        if crate::append::version_of(conn, &stream).map_err(failed)? == self.read {
            return Ok(());
        }
        for record in journal::stream_after(conn, database, &stream, self.read)? {
            self.read += 1;
            // Nothing after the first that is not its actor's is believed.
            if self.unproven.is_none() {
                self.unproven = self.follow(&record, true).err();
            }
        }
        Ok(())
    }

    /// Whose signature the event must bear that comes next in the journal, with the event where it is one of the store's own.
    pub(crate) fn expected(&self, record: &StoredRecord) -> Result<(Expected, Option<Event>), String> {
        let own = record.stream == Stream::Store.to_string();
        let event = if own { Some(event_of(record)?) } else { None };
        let what = event.as_ref().and_then(|event| match &event.body {
            EventBody::Store { what } => Some(what),
            _ => None,
        });
        let role = serde_json::from_value(serde_json::Value::String(record.actor_role.clone()));
        let expected = match (MemberId::parse(&record.actor_member), role) {
            (Ok(actor), Ok(role)) => self.holders.expected(&actor, role, what),
            _ if self.holders.begun() => Err(NotTheirs::NoKeys),
            _ => Ok(Expected::Unsigned),
        };
        Ok((expected.map_err(|why| why.to_string())?, event))
    }

    /// Lets the next event of the journal happen; answers whether it is signed. `signature` is checked where asked for.
    pub(crate) fn follow(&mut self, record: &StoredRecord, check: bool) -> Result<bool, BadEvent> {
        let bad = |what: String| BadEvent { seq: record.seq, what };
        let (expected, event) = self.expected(record).map_err(bad)?;
        let signed = match expected {
            // A signature from before anybody had keys proves nothing and is none.
            Expected::Unsigned => false,
            Expected::Key(key) if check => {
                let proven = record
                    .signature
                    .is_some_and(|signature| identity::is_signed_by(&key, &record.hash, &signature));
                if !proven {
                    return Err(bad(format!(
                        "it is not signed by {}, in whose name it stands",
                        record.actor_member
                    )));
                }
                true
            }
            Expected::Key(_) => true,
        };
        if let Some(event) = event {
            self.holders.apply(&event);
        }
        Ok(signed)
    }

    /// An event of the store's own stream has been appended.
    pub(crate) fn appended(&mut self, record: &StoredRecord) -> Result<(), BadEvent> {
        if record.stream == Stream::Store.to_string() {
            self.read += 1;
            self.follow(record, false)?;
        }
        Ok(())
    }

    /// Whether a slot of the key file holds what the journal says of its owner. A file that somebody changed, and an older
    /// copy of it, does not.
    pub(crate) fn fits(&self, opened: &Opened) -> bool {
        // No key file counts more keys than the journal asks for.
        if opened.generation > self.holders.generation() {
            return false;
        }
        let Some(owner) = &opened.owner else {
            let keys = opened.identity.as_ref().map(Identity::public);
            // In a store from before codes had keys, the code of that time opens.
            return self.holders.recovery().is_none_or(|known| Some(*known) == keys);
        };
        // Before the journal names anybody, who made the store opens it.
        let Some(holder) = self.holder(owner) else { return !self.holders.begun() };
        holder.keys.is_none_or(|keys| opened.identity.as_ref().map(Identity::public) == Some(keys))
            && opened.edition >= holder.edition
    }

    /// Whether the journal names these keys as an owner's: nobody else is given the store's key.
    pub(crate) fn names(&self, owner: Option<&SlotOwner>, keys: &PublicKeys, edition: u32) -> bool {
        match owner {
            None => self.holders.recovery() == Some(keys),
            Some(owner) => self
                .holder(owner)
                .is_some_and(|holder| holder.keys == Some(*keys) && edition >= holder.edition),
        }
    }

    /// The edition of an owner's slot that the journal asks for.
    pub(crate) fn edition(&self, owner: &SlotOwner) -> u32 {
        self.holder(owner).map_or(0, |holder| holder.edition)
    }

    fn holder(&self, owner: &SlotOwner) -> Option<&Holder> {
        MemberId::parse(&owner.member_id).ok().and_then(|id| self.holders.holder(&id))
    }

    /// Whether nobody but the member ever held the member's keys.
    pub(crate) fn confirmed(&self, member: &str) -> bool {
        let holder = MemberId::parse(member).ok().and_then(|id| self.holders.holder(&id));
        holder.is_none_or(|holder| holder.confirmed || holder.keys.is_none())
    }
}
