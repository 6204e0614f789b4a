//! The door for changes of meetings over several cases: as for cases, the version last seen and the rules come first, then
//! the events are appended, or none of them.

use super::{Desk, event_after, new_uuid};
use crate::error::{Code, Outcome, Problem, internal};
use entaku_domain::event::EventBody;
use entaku_domain::ids::MeetingId;
use entaku_domain::sitting::{MeetingEvent, Sitting};
use entaku_store::NewAttachment;
use entaku_words::errors::{sitting_problem, thing};

impl Desk {
    /// A meeting as it stands.
    pub(crate) fn sitting(&self, id: &str) -> Outcome<Sitting> {
        let missing = || Problem::missing(thing::MEETING, id);
        let parsed = MeetingId::parse(id).map_err(|_| missing())?;
        self.session()?.store.load_meeting(&parsed)?.ok_or_else(missing)
    }

    /// A meeting as it stands, if it is still the one that was shown.
    pub(crate) fn sitting_seen(&self, id: &str, expected: u32) -> Outcome<Sitting> {
        let sitting = self.sitting(id)?;
        if sitting.version == expected {
            return Ok(sitting);
        }
        Err(Problem::of(Code::Stale, sitting_problem::THE_MEETING_CHANGED_AFTER_IT_WAS))
    }

    /// A meeting that nothing has happened to yet.
    pub(crate) fn unplanned_sitting(&self) -> Outcome<Sitting> {
        MeetingId::parse(&new_uuid(self.environment.clock.now())).map(Sitting::new).map_err(internal)
    }

    /// Lets things happen to a meeting, all of them or none. The meeting is the one read by [`Desk::sitting_seen`]: what
    /// another program appended since is noticed by the store.
    pub(crate) fn change_sitting(&mut self, sitting: Sitting, whats: Vec<MeetingEvent>) -> Outcome<Sitting> {
        self.change_sitting_with(sitting, whats, &[])
    }

    /// As [`Desk::change_sitting`], with the files that the events speak of.
    pub(crate) fn change_sitting_with(
        &mut self,
        mut sitting: Sitting,
        whats: Vec<MeetingEvent>,
        attachments: &[NewAttachment<'_>],
    ) -> Outcome<Sitting> {
        let now = self.environment.clock.now();
        let session = self.session_mut()?;
        let mut events = Vec::with_capacity(whats.len());
        for what in whats {
            sitting.check(&what, now)?;
            let body = EventBody::Meeting { meeting: sitting.id.clone(), what };
            let event = event_after(sitting.version, now, session.actor(None), body)?;
            sitting.apply(&event);
            events.push(event);
        }
        session.store.append_events(&events, None, attachments)?;
        Ok(sitting)
    }
}
