//! The list of meetings, read from the journal itself. A meeting is a few dozen short events, of which the list needs
//! those that plan and end it: a table of its own would be a second truth to keep, for hundreds of rows at most.

use crate::error::StoreError;
use crate::journal::{COLUMNS, RawRecord};
use crate::store::Store;
use entaku_domain::case::event::panel::{MeetingRecorded, PanelEvent};
use entaku_domain::event::{CaseEvent, Event, EventBody, Stream};
use entaku_domain::ids::{CaseId, MeetingId};
use entaku_domain::meeting::Meeting;
use entaku_domain::meeting_record::MeetingRecord;

/// Events by which the list tells a meeting; whether it has begun, one arrival or turn tells as well as all.
const TELLING: &str =
    "(kind IN ('meeting.planned', 'meeting.planChanged', 'meeting.agendaChanged', 'meeting.closed')
     OR stream_version = (SELECT min(first.stream_version) FROM journal first
        WHERE first.stream = journal.stream AND first.kind IN ('meeting.arrived', 'meeting.caseTurned')))";

impl Store {
    /// Every meeting with its plan, agenda and state, the latest made first. Who was there and the minutes are left out:
    /// [`Store::load_meeting`] gives the whole of one.
    pub fn meetings(&self) -> Result<Vec<Meeting>, StoreError> {
        // A range and not a pattern, so that the index on streams finds them among all cases' events.
        let of_meetings = Stream::OF_MEETINGS;
        let sql = format!(
            "SELECT {COLUMNS} FROM journal WHERE stream >= '{of_meetings}' AND stream < 'meeting;' AND {TELLING}
             ORDER BY stream DESC, stream_version"
        );
        let failed = |error| self.sql("list the meetings", error);
        let mut statement = self.conn.prepare_cached(&sql).map_err(failed)?;
        let rows = statement.query_map([], RawRecord::read).map_err(failed)?;
        let mut all: Vec<Meeting> = Vec::new();
        for row in rows {
            let record = row.map_err(failed)?.intact(&self.dir.join(crate::files::DATABASE))?;
            let Some(Stream::Meeting(id)) = Stream::named(&record.stream) else { continue };
            if all.last().is_none_or(|last| last.id != id) {
                all.push(Meeting::new(id));
            }
            let event = self.read_event(&record)?;
            if let Some(meeting) = all.last_mut() {
                meeting.apply(&event);
            }
        }
        Ok(all)
    }

    /// What cases last recorded of their meetings, the latest recorded first, at most `limit`.
    pub fn latest_recorded_meetings(&self, limit: u32) -> Result<Vec<(CaseId, MeetingRecord)>, StoreError> {
        // Along the journal from its end: panels meet often, so that not much of it is passed over.
        let sql = format!(
            "SELECT {COLUMNS} FROM journal WHERE kind = 'case.meetingRecorded' ORDER BY seq DESC LIMIT ?1"
        );
        let failed = |error| self.sql("list the meetings", error);
        let mut statement = self.conn.prepare_cached(&sql).map_err(failed)?;
        let rows = statement.query_map([limit], RawRecord::read).map_err(failed)?;
        let mut all = Vec::new();
        for row in rows {
            let record = row.map_err(failed)?.intact(&self.dir.join(crate::files::DATABASE))?;
            let EventBody::Case { case, what } = self.read_event(&record)?.body else { continue };
            if let CaseEvent::Panel(PanelEvent::MeetingRecorded(MeetingRecorded { meeting })) = what {
                all.push((case, *meeting));
            }
        }
        Ok(all)
    }

    /// A meeting as it stands; `None` when nothing happened to it.
    pub fn load_meeting(&self, id: &MeetingId) -> Result<Option<Meeting>, StoreError> {
        let events: Vec<Event> = self.load_events(&Stream::Meeting(id.clone()))?;
        Ok((!events.is_empty()).then(|| Meeting::fold(id.clone(), &events)))
    }
}
