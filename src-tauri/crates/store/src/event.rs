//! The domain's events in the journal, and cases folded from it.
//!
//! The payload of a record is the whole event as JSON, written once with the fields in their declared
//! order; the columns beside it repeat what queries and reviewers of the log need. Reading checks that
//! both say the same.

use crate::append::Appended;
use crate::attachment::NewAttachment;
use crate::documents;
use crate::error::StoreError;
use crate::files;
use crate::fold;
use crate::projection::ProjectionChange;
use crate::record::{NewRecord, StoredRecord};
use crate::store::Store;
use crate::verify::{MOST_FAULTS, Refold, Verification};
use entaku_domain::case::Case;
use entaku_domain::event::{Event, SCHEMA_VERSION, Stream};
use entaku_domain::ids::CaseId;
use entaku_domain::meeting::Meeting;
use entaku_domain::office::Office;
use std::collections::BTreeSet;

/// A case before and after the events being appended.
#[derive(Debug, Clone, Copy)]
pub struct CaseChange<'a> {
    /// The case the events were checked against; `None` for a new case.
    pub before: Option<&'a Case>,
    /// The same case after them.
    pub after: &'a Case,
}

/// An event as a record to be appended.
pub fn record_of(event: &Event) -> Result<NewRecord, StoreError> {
    let payload = serde_json::to_vec(event).map_err(|error| StoreError::Invalid {
        field: "event",
        what: format!("it cannot be written ({error})"),
    })?;
    Ok(NewRecord {
        id: event.id.to_string(),
        at: event.at.to_rfc3339(),
        actor_member: event.actor.member.to_string(),
        actor_role: fold::code(&event.actor.role),
        on_behalf: event.actor.on_behalf_of.as_ref().map(ToString::to_string),
        kind: event.body.kind().to_owned(),
        schema_version: SCHEMA_VERSION,
        payload,
    })
}

/// The event a record holds. An event of an older format is lifted to the present one here.
pub fn event_of(record: &StoredRecord) -> Result<Event, String> {
    let event: Event = match record.schema_version {
        SCHEMA_VERSION => serde_json::from_slice(&record.payload)
            .map_err(|error| format!("event {} cannot be read ({error})", record.seq))?,
        other => {
            return Err(format!(
                "event {} has format {other}, which no program of this version wrote",
                record.seq
            ));
        }
    };
    let same = event.id.as_str() == record.id
        && event.body.stream().to_string() == record.stream
        && u64::from(event.version) == record.stream_version
        && event.body.kind() == record.kind
        && event.at.to_rfc3339() == record.at
        && event.actor.member.as_str() == record.actor_member
        && event.actor.on_behalf_of.as_ref().map(|member| member.as_str()) == record.on_behalf.as_deref();
    if same {
        Ok(event)
    } else {
        Err(format!("event {} says something else than its place in the journal", record.seq))
    }
}

impl Store {
    /// Appends events of one stream with what they change in the projections and the files they speak
    /// of: all durably, or nothing. The events must be numbered on from the version the caller has seen;
    /// [`StoreError::Stale`] when another program was quicker. Events of a case need its change.
    pub fn append_events(
        &mut self,
        events: &[Event],
        case: Option<CaseChange<'_>>,
        attachments: &[NewAttachment<'_>],
    ) -> Result<Appended, StoreError> {
        let invalid = |what: &str| StoreError::Invalid { field: "events", what: what.to_owned() };
        let first = events.first().ok_or_else(|| invalid("none to append"))?;
        let stream = first.body.stream();
        let consecutive = events.iter().zip(first.version..).all(|(event, version)| event.version == version);
        if first.version == 0 || !consecutive || events.iter().any(|event| event.body.stream() != stream) {
            return Err(invalid("they must be of one stream and numbered without a gap, from 1"));
        }
        let last = first.version - 1 + u32::try_from(events.len()).unwrap_or(u32::MAX);
        let projections = match case {
            Some(change)
                if stream != Stream::Case(change.after.id.clone()) || change.after.version != last =>
            {
                return Err(invalid("the case they are to change is another, or not the state after them"));
            }
            Some(change) => fold::change(change.before, change.after),
            None if matches!(stream, Stream::Case(_)) => {
                return Err(invalid("events of a case change that case"));
            }
            None => ProjectionChange::default(),
        };
        let records: Vec<NewRecord> = events.iter().map(record_of).collect::<Result<_, _>>()?;
        self.append(&stream.to_string(), u64::from(first.version - 1), &records, &projections, attachments)
    }

    /// The events of a stream, oldest first.
    pub fn load_events(&self, stream: &Stream) -> Result<Vec<Event>, StoreError> {
        let records = self.records(stream)?;
        records.iter().map(|record| self.read_event(record)).collect()
    }

    /// Hands every event of a stream to `visit` with the computer it was recorded on, oldest first, one at a time.
    pub fn visit_events(
        &self,
        stream: &Stream,
        mut visit: impl FnMut(&Event, &str) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.visit_stream(&stream.to_string(), |record| visit(&self.read_event(&record)?, &record.device_id))
    }

    /// The events of a stream as they stand in the journal, oldest first.
    pub fn records(&self, stream: &Stream) -> Result<Vec<StoredRecord>, StoreError> {
        self.load_stream(&stream.to_string())
    }

    /// As [`Store::records`], up to and with an event of the journal.
    pub fn records_until(&self, stream: &Stream, seq: u64) -> Result<Vec<StoredRecord>, StoreError> {
        self.load_stream_until(&stream.to_string(), seq)
    }

    /// The number of events in a stream: what the next append expects.
    pub fn version(&self, stream: &Stream) -> Result<u64, StoreError> {
        self.stream_version(&stream.to_string())
    }

    /// A case as it stands; `None` when nothing happened to it.
    pub fn load_case(&self, id: &CaseId) -> Result<Option<Case>, StoreError> {
        self.load_case_at(id, u32::MAX)
    }

    /// A case as it stood after its first `version` events: at a meeting, before an amendment.
    pub fn load_case_at(&self, id: &CaseId, version: u32) -> Result<Option<Case>, StoreError> {
        let mut case = Case::new(id.clone());
        for event in
            self.load_events(&Stream::Case(id.clone()))?.iter().filter(|event| event.version <= version)
        {
            case.apply(event);
        }
        Ok((case.version > 0).then_some(case))
    }

    /// The whole verification: chain, head, pages, received files, every projection against the case folded again from its
    /// events, every finalised content against its hash, and whether the file of every document and logo is kept.
    pub fn verify_deep(&self) -> Result<Verification, StoreError> {
        let mut refolded = Refolded::default();
        let mut verification = self.verify_deep_with(&mut refolded)?;
        let Refolded { mut faults, made, .. } = refolded;
        for sha256 in made {
            if !self.keeps(&sha256)? {
                faults.push(format!("the document or logo {sha256} was recorded, and its file is not kept"));
            }
        }
        verification.ok &= faults.is_empty();
        let room = MOST_FAULTS.saturating_sub(verification.faults.len());
        verification.faults.extend(faults.into_iter().take(room));
        Ok(verification)
    }

    /// The event that a record of this store holds.
    pub fn read_event(&self, record: &StoredRecord) -> Result<Event, StoreError> {
        if record.schema_version > SCHEMA_VERSION {
            let (seq, found) = (record.seq, record.schema_version);
            return Err(StoreError::NewerEvent { seq, found, known: SCHEMA_VERSION });
        }
        event_of(record).map_err(|what| StoreError::Damaged { file: self.dir.join(files::DATABASE), what })
    }
}

/// Folds the journal by the domain's own rules, event by event.
#[derive(Default)]
struct Refolded {
    /// What the stream under way is of, as far as it was folded.
    under_way: Option<Folding>,
    /// What is wrong with finalised contents.
    faults: Vec<String>,
    /// SHA-256 of every document and logo that was recorded.
    made: BTreeSet<String>,
}

enum Folding {
    Case(Box<Case>),
    Meeting(Box<Meeting>),
    Store(Box<Office>),
    Access,
}

impl Refold for Refolded {
    fn next(&mut self, record: &StoredRecord) -> Result<(), String> {
        let event = event_of(record)?;
        let under_way = self.under_way.get_or_insert_with(|| match event.body.stream() {
            Stream::Case(id) => Folding::Case(Box::new(Case::new(id))),
            Stream::Meeting(id) => Folding::Meeting(Box::new(Meeting::new(id))),
            Stream::Store => Folding::Store(Box::default()),
            Stream::Access => Folding::Access,
        });
        match under_way {
            Folding::Case(case) => {
                if self.faults.len() < MOST_FAULTS {
                    self.faults.extend(documents::content_fault(record));
                }
                case.apply(&event);
            }
            Folding::Meeting(meeting) => meeting.apply(&event),
            Folding::Store(office) => office.apply(&event),
            Folding::Access => {}
        }
        Ok(())
    }

    fn end(&mut self, stream: &str) -> Result<ProjectionChange, String> {
        match self.under_way.take() {
            Some(Folding::Case(case)) => {
                self.made.extend(documents::documents_of(&case));
                return Ok(fold::project(&case));
            }
            Some(Folding::Meeting(meeting)) => self.made.extend(documents::issued(&meeting.issued)),
            Some(Folding::Store(office)) => self.made.extend(documents::logos(&office)),
            Some(Folding::Access) => {}
            None => return Err(format!("there is no stream “{stream}”")),
        }
        Ok(ProjectionChange::default())
    }
}
