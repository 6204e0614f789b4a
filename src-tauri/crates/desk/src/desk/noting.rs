//! What stands in the access log: who signed in, looked at or took out what, or was refused.

use super::{Desk, event_after, new_uuid};
use crate::error::{Outcome, internal};
use chrono::{DateTime, FixedOffset, TimeDelta};
use entaku_domain::event::{AccessEvent, Event, EventBody, Stream};
use entaku_domain::ids::{CaseId, EventId};
use entaku_store::{FailedSignIns, SecondFactor, StoreError};

/// By how much the clocks of two computers may differ without anybody being told.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::minutes(5);

/// Who mistyped once or twice a moment ago knows of it.
const SEVERAL: u32 = 3;
const JUST_NOW: TimeDelta = TimeDelta::minutes(2);

impl Desk {
    /// As [`Desk::note_access`], once in a session: going to and fro in a case says no more than having looked at it.
    pub(crate) fn note_once(&mut self, what: AccessEvent) -> Outcome<()> {
        let key = serde_json::to_string(&what).map_err(internal)?;
        if self.session()?.noted.contains(&key) {
            return Ok(());
        }
        self.note_access(what)?;
        self.session_mut()?.noted.insert(key);
        Ok(())
    }

    /// Notes that a case is looked at, in whatever part.
    pub(crate) fn note_case(&mut self, case: &CaseId) -> Outcome<()> {
        self.note_once(AccessEvent::CaseOpened { case: case.clone() })
    }

    /// Notes what was asked for and refused. The refusal stands whether or not that can be written.
    pub(crate) fn note_denied(&mut self, command: &'static str) {
        self.leaves = &["access.denied"];
        let _ = self.note_access(AccessEvent::Denied { command: command.to_owned() });
    }

    /// Says what the command that begins may note in the access log.
    pub(crate) fn may_leave(&mut self, kinds: &'static [&'static str]) {
        self.leaves = kinds;
    }

    /// Notes that a member signed in, what had failed before that, and whether the clock can be right. A store in doubt takes no
    /// note, and shows no patient.
    pub(crate) fn note_sign_in(&mut self, failed: Option<FailedSignIns>) -> Outcome<()> {
        if self.session()?.in_doubt() {
            return Ok(());
        }
        let now = self.environment.clock.now();
        let last = self.session()?.store.last_at()?;
        let behind = last.filter(|last| now + CLOCK_TOLERANCE < *last);
        self.take_over_notes()?;
        self.note_access(AccessEvent::SignedIn)?;
        if let Some(FailedSignIns { count, last }) = &failed {
            self.note_access(AccessEvent::SignInsFailed { count: *count, last: *last })?;
        }
        if let Some(last) = behind {
            self.note_access(AccessEvent::ClockBehind { last })?;
        }
        let session = self.session_mut()?;
        session.clock_behind = behind;
        session.failed_before =
            failed.filter(|failed| failed.count >= SEVERAL || now - failed.last > JUST_NOW);
        Ok(())
    }

    /// Notes that a spare code was used, and keeps how many are left for whoever has them on paper.
    pub(crate) fn note_second_factor(&mut self, shown: SecondFactor) -> Outcome<()> {
        let SecondFactor::Spare { left } = shown else { return Ok(()) };
        let left = u32::try_from(left).map_err(internal)?;
        self.session_mut()?.spares_left = Some(left);
        if self.session()?.in_doubt() {
            return Ok(());
        }
        self.note_access(AccessEvent::SpareCodeUsed { left })
    }

    /// Notes in the access log who looked at or took out what. Where that cannot be written, there is no answer.
    pub(crate) fn note_access(&mut self, what: AccessEvent) -> Outcome<()> {
        let now = self.environment.clock.now();
        let id = new_uuid(now);
        let body = EventBody::Access { what };
        if !self.leaves.contains(&body.kind()) {
            return Err(internal(format!("{} is no entry that this command leaves", body.kind())));
        }
        if let (true, EventBody::Access { what }) = (self.session()?.store.is_read_only(), &body) {
            return self.note_aside(id, now, what);
        }
        self.append_note(&id, now, &body).map(drop)
    }

    /// Appends a note as the event of this id. Whether it was not in the journal before.
    pub(super) fn append_note(
        &mut self,
        id: &str,
        now: DateTime<FixedOffset>,
        body: &EventBody,
    ) -> Outcome<bool> {
        let session = self.session_mut()?;
        let actor = session.actor(None);
        // A note rests on nothing that was seen before: where another program noted something in between, it goes
        // behind that. Each round lost is a round another program won, so this ends.
        loop {
            let version = session.store.version(&Stream::Access)?;
            let version = u32::try_from(version).map_err(internal)?;
            let event = Event {
                id: EventId::parse(id).map_err(internal)?,
                ..event_after(version, now, actor.clone(), body.clone())?
            };
            match session.store.append_events(&[event], None, &[]) {
                Err(StoreError::Stale { .. }) => {}
                Err(StoreError::DuplicateEvent(_)) => return Ok(false),
                Ok(_) => return Ok(true),
                Err(error) => return Err(error.into()),
            }
        }
    }
}
