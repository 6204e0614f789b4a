//! The door for changes of meetings over several cases: as for cases, the version last seen and the rules come first, then
//! the events are appended, or none of them.

use super::{Desk, event_after, new_uuid};
use crate::error::{Code, Outcome, Problem, internal};
use entaku_domain::event::EventBody;
use entaku_domain::ids::MeetingId;
use entaku_domain::meeting::{Meeting, MeetingEvent};
use entaku_store::NewAttachment;
use entaku_words::errors::{meeting_problem, thing};

impl Desk {
    /// A meeting as it stands.
    pub(crate) fn meeting(&self, id: &str) -> Outcome<Meeting> {
        let missing = || Problem::missing(thing::MEETING, id);
        let parsed = MeetingId::parse(id).map_err(|_| missing())?;
        self.session()?.store.load_meeting(&parsed)?.ok_or_else(missing)
    }

    /// A meeting as it stands, if it is still the one that was shown.
    pub(crate) fn meeting_seen(&self, id: &str, expected: u32) -> Outcome<Meeting> {
        let meeting = self.meeting(id)?;
        if meeting.version == expected {
            return Ok(meeting);
        }
        Err(Problem::of(Code::Stale, meeting_problem::MEETING_CHANGED))
    }

    /// A meeting that nothing has happened to yet.
    pub(crate) fn unplanned_meeting(&self) -> Outcome<Meeting> {
        MeetingId::parse(&new_uuid(self.environment.clock.now())).map(Meeting::new).map_err(internal)
    }

    /// Lets things happen to a meeting, all of them or none. The meeting is the one read by [`Desk::meeting_seen`]: what
    /// another program appended since is noticed by the store.
    pub(crate) fn change_meeting(&mut self, meeting: Meeting, whats: Vec<MeetingEvent>) -> Outcome<Meeting> {
        self.change_meeting_with(meeting, whats, &[])
    }

    /// As [`Desk::change_meeting`], with the files that the events speak of.
    pub(crate) fn change_meeting_with(
        &mut self,
        mut meeting: Meeting,
        whats: Vec<MeetingEvent>,
        attachments: &[NewAttachment<'_>],
    ) -> Outcome<Meeting> {
        let now = self.environment.clock.now();
        let session = self.session_mut()?;
        let mut events = Vec::with_capacity(whats.len());
        for what in whats {
            meeting.check(&what, now)?;
            let body = EventBody::Meeting { meeting: meeting.id.clone(), what };
            let event = event_after(meeting.version, now, session.actor(None), body)?;
            meeting.apply(&event);
            events.push(event);
        }
        session.store.append_events(&events, None, attachments)?;
        self.recorded = true;
        Ok(meeting)
    }
}
