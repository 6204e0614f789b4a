//! Who works here, as it stands at each act: whether the member still belongs to the store, in which role they act, and with
//! which of the store's keys.

use super::{Desk, Session, office_of};
use crate::error::{Code, Outcome, Problem};
use crate::permission::{Right, require, require_all};
use entaku_domain::event::{StoreEvent, Stream};
use entaku_domain::ids::MemberId;
use entaku_domain::member::Member;
use entaku_store::{KeyState, StoreError};
use entaku_words::errors::desk;

/// What is being read, to whoever looks on.
const WHAT: &str = "store.db";

impl Session {
    /// Members who came in by the recovery code and whom this member may confirm.
    pub(crate) fn to_confirm(&self) -> Vec<&Member> {
        let holders = self.store.keyholders();
        let own = &self.member.id;
        let waits = |member: &&Member| {
            holders.waits_for_confirmation(&member.id)
                && holders.second_persons(&member.id, &member.id).any(|able| able == own)
        };
        self.office.members.iter().filter(waits).collect()
    }

    /// Names of those who can confirm that it is this member who came in by the recovery code; none where nothing is to be
    /// confirmed.
    pub(crate) fn confirming(&self, id: &MemberId) -> Vec<String> {
        let holders = self.store.keyholders();
        if !holders.waits_for_confirmation(id) {
            return Vec::new();
        }
        let able = holders.second_persons(id, id).filter_map(|id| self.office.member(id));
        able.map(|member| member.name.to_string()).collect()
    }

    /// Whose keys are still to come before the store can be given a new key: members by name, and whether the recovery code
    /// is of before. None where no new key is due.
    pub(crate) fn renewal_waits(&self) -> Option<(Vec<String>, bool)> {
        let holders = self.store.keyholders();
        if self.store.key_state() != KeyState::Waits {
            return None;
        }
        let name = |id: &MemberId| self.office.member(id).map(|member| member.name.to_string());
        Some((holders.without_keys().filter_map(name).collect(), holders.recovery().is_none()))
    }
}

impl Desk {
    /// Checks the rights to a command and notes the role in which the member acts: that of the first of them.
    pub(crate) fn take_role(&mut self, right: Right, also: &[Right]) -> Outcome<()> {
        if right == Right::Anybody {
            return Ok(());
        }
        self.look_at_members()?;
        let session = self.session_mut()?;
        if right != Right::Own && !session.store.has_own_keys() {
            return Err(Problem::of(Code::Forbidden, desk::FIRST_PASSWORD));
        }
        let confirmed_by = session.confirming(&session.member.id);
        if right != Right::Own && !confirmed_by.is_empty() {
            return Err(Problem::of(Code::Forbidden, desk::waits_for_confirmation(confirmed_by)));
        }
        session.acting = require(&session.member, right)?;
        require_all(&session.member, also)?;
        if session.in_doubt() && !matches!(right, Right::Own | Right::Office | Right::Administer) {
            return Err(session.store.refusal().into());
        }
        Ok(())
    }

    /// Who was removed or changed by another program is out, or changed, from the next act on. The office as it was seen
    /// stays, so that an edit of what changed meanwhile is refused.
    pub(crate) fn look_at_members(&mut self) -> Outcome<()> {
        self.follow_key()?;
        let session = self.session_mut()?;
        session.store.look_again()?;
        let version = session.store.version(&Stream::Store)?;
        if version == session.members_seen {
            return Ok(());
        }
        session.store.read_members()?;
        let member = office_of(&session.store)?.member(&session.member.id).cloned();
        session.members_seen = version;
        match member {
            Some(member) => session.member = member,
            None => return Err(self.out()),
        }
        Ok(())
    }

    /// Gives the store a new key where it is to have one. What keeps that from being done keeps nothing else from it: it is
    /// tried again whenever the store is opened, and the session says so until then.
    pub(crate) fn renew_key(&mut self) -> Outcome<()> {
        let watch = self.watch.clone();
        let session = self.session_mut()?;
        if session.in_doubt() || session.store.is_read_only() || session.store.key_state() != KeyState::Due {
            return Ok(());
        }
        let underway = watch.begin(WHAT);
        let progress = |bytes, total| {
            let _ = underway.went_on(entaku_intake::Progress { bytes, total: Some(total) });
        };
        let renewed = session.store.renew_key(&progress);
        drop(underway);
        match renewed {
            Ok(Some(generation)) => {
                session.renewal_failed = None;
                self.note_store(StoreEvent::StoreKeyRenewed { generation })
            }
            Ok(None) => Ok(()),
            Err(error) => {
                session.renewal_failed = Some(error.into());
                Ok(())
            }
        }
    }

    /// Goes on with the key that another program gave the store. Who was not given it is out.
    fn follow_key(&mut self) -> Outcome<()> {
        match self.session_mut()?.store.follow_key() {
            Ok(_) => Ok(()),
            Err(StoreError::SignInRefused) => Err(self.out()),
            Err(error) => Err(error.into()),
        }
    }

    /// The member was removed by another program: nothing more is done here in their name.
    fn out(&mut self) -> Problem {
        // Whatever closing says: the session is over.
        let _ = self.stand_up();
        Problem::of(Code::NotSignedIn, desk::REMOVED)
    }

    /// What looks like damage, where another program gave the store a new key while the act was under way.
    pub(crate) fn seen_anew(&mut self, problem: Problem) -> Problem {
        let damaged = problem.code == Code::Damaged;
        match self.session.as_mut().filter(|_| damaged).map(|session| session.store.follow_key()) {
            Some(Ok(true)) if self.recorded => Problem::of(Code::Store, desk::RECORDED_ALL_THE_SAME),
            Some(Ok(true)) => StoreError::KeyRenewed.into(),
            Some(Err(StoreError::SignInRefused)) => self.out(),
            _ => problem,
        }
    }

    /// Reads what other programs recorded of members, so that what is shown of them is what stands.
    pub(crate) fn read_office(&mut self) -> Outcome<()> {
        self.look_at_members()?;
        let session = self.session_mut()?;
        session.office = office_of(&session.store)?;
        Ok(())
    }
}
