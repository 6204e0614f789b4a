//! The desk: at most one open store with one member signed in, and the one door through which every change goes.

mod aside;
mod deputy;
mod meeting;
mod members;
mod noting;
mod read_anew;
mod writing;

pub(crate) use read_anew::{ReadAnew, Reread};
pub(crate) use writing::{FileProblem, unwritten};

use crate::ahead::Ahead;
use crate::apart::Inspected;
use crate::clock::Environment;
use crate::command::Entry;
use crate::error::{Code, Outcome, Problem, internal};
use crate::known::SiteKnowledge;
use crate::sight::Sieve;
use crate::view::AgendaCaseView;
use crate::watch::Watch;
use crate::written::WrittenFiles;
use chrono::{DateTime, FixedOffset};
use entaku_domain::case::Case;
use entaku_domain::event::{CaseEvent, Event, EventBody, StoreEvent, Stream};
use entaku_domain::ids::{CaseId, EventId, MemberId};
use entaku_domain::label::Language;
use entaku_domain::meeting_record::MeetingRecord;
use entaku_domain::member::{Actor, Member, Role};
use entaku_domain::office::Office;
use entaku_domain::patient::Patient;
use entaku_domain::text::Text;
use entaku_knowledge::Knowledge;
use entaku_store::{Appended, CaseChange, FailedSignIns, NewAttachment, Store, StoreError};
use entaku_words::errors::{desk, thing};
use std::collections::{BTreeMap, BTreeSet};

/// Largest original that is kept.
pub(crate) const KEPT_BYTES: u64 = 512 << 20;

/// An open store and who works at it.
pub(crate) struct Session {
    pub(crate) store: Store,
    pub(crate) office: Office,
    pub(crate) member: Member,
    pub(crate) demo: bool,
    /// The role in which the member does what is being done.
    acting: Role,
    /// Events of the store in which the member was looked for last.
    members_seen: u64,
    /// The time of what was recorded last, where the clock stood before it when the member signed in.
    pub(crate) clock_behind: Option<DateTime<FixedOffset>>,
    /// Spare codes that are left, where one was used to sign in.
    pub(crate) spares_left: Option<u32>,
    /// Why the store could not be given the new key that it is to have.
    pub(crate) renewal_failed: Option<Problem>,
    /// What was noted in the access log once and is not noted again.
    noted: BTreeSet<String>,
    /// Attempts under the member's name that failed before this one.
    pub(crate) failed_before: Option<FailedSignIns>,
    /// Why the backup that was due could not be made, in the language of then.
    pub(crate) backup_problem: Option<String>,
    /// The case that was used last, so that a review does not fold it anew for every key press.
    case: Option<Case>,
    /// What today's program reads in the files of the case that was looked at last.
    pub(crate) read_anew: Option<ReadAnew>,
    /// What agendas showed of cases.
    pub(crate) glances: BTreeMap<CaseId, Glance>,
}

/// What an agenda needs of a case.
#[derive(Clone)]
pub(crate) struct Glance {
    pub(crate) case: CaseId,
    /// Version of the office: who is asked for an opinion depends on it.
    pub(crate) office: u32,
    pub(crate) view: AgendaCaseView,
    pub(crate) patient: Patient,
    /// Whether the recorded opinions agree, as far as the member may see them.
    pub(crate) opinions_agree: Option<bool>,
    pub(crate) meeting: Option<MeetingRecord>,
    /// The case itself, where its reader may not see all of it.
    pub(crate) kept_out: Option<Box<Case>>,
}

impl Session {
    /// Name and role of who acts, for a signature.
    pub(crate) fn acting(&self) -> (Text, Role) {
        (self.member.name.clone(), self.acting)
    }

    /// Whether the journal is not as it was left, so that nothing can be recorded, not even who looks at what.
    pub(crate) fn in_doubt(&self) -> bool {
        !self.store.head_state().allows_append() || self.store.unproven().is_some()
    }

    /// The case that was used last.
    pub(crate) fn case(&self) -> Outcome<&Case> {
        self.case.as_ref().ok_or_else(|| internal("a case was folded and is gone"))
    }

    fn actor(&self, on_behalf_of: Option<MemberId>) -> Actor {
        Actor {
            member: self.member.id.clone(),
            name: self.member.name.clone(),
            role: self.acting,
            on_behalf_of,
        }
    }
}

/// Everything a person can do, behind one value.
pub struct Desk {
    pub(crate) environment: Environment,
    /// Every command.
    pub(crate) table: &'static [Entry],
    pub(crate) language: Language,
    pub(crate) knowledge: Knowledge,
    /// What the site has imported, once it was asked.
    pub(crate) site_knowledge: Option<SiteKnowledge>,
    pub(crate) session: Option<Session>,
    pub(crate) watch: Watch,
    pub(crate) ahead: Ahead,
    /// What was looked into before the act that asks for it.
    pub(crate) inspected: Option<Inspected>,
    /// How many sessions began: by its number one is told from another of the same member.
    sessions: u64,
    written: WrittenFiles,
    handed: Option<Vec<u8>>,
    /// Whether the command under way has recorded something, beside what it noted in the access log.
    pub(crate) recorded: bool,
    /// Kinds of what the command under way may note in the access log.
    leaves: &'static [&'static str],
    /// What is kept out of the answer of the command under way.
    pub(crate) sieve: Option<Sieve>,
}

impl Desk {
    /// Most bytes that [`Desk::hand_over`] is meant for: as much as is kept of a file.
    pub const MOST_HANDED: u64 = KEPT_BYTES;
    /// The path under which a document that was handed over is looked into or loaded, once.
    pub const HANDED_PATH: &str = "-";

    /// A desk with no store open, for the commands of this table.
    pub(crate) fn with(environment: Environment, table: &'static [Entry]) -> Outcome<Self> {
        let knowledge = Knowledge::shipped().map_err(internal)?;
        Ok(Self {
            environment,
            table,
            language: Language::default(),
            knowledge,
            site_knowledge: None,
            session: None,
            watch: Watch::default(),
            ahead: Ahead::default(),
            inspected: None,
            sessions: 0,
            written: WrittenFiles::default(),
            handed: None,
            recorded: false,
            leaves: &[],
            sieve: None,
        })
    }

    /// Takes a document that is in no file, such as what a script writes to the terminal's standard input. It stays in
    /// memory: a copy on disk would be patient data outside of the store.
    pub fn hand_over(&mut self, bytes: Vec<u8>) {
        self.handed = Some(bytes);
    }

    /// The document that was handed over, where the path asks for it.
    pub(crate) fn take_handed(&mut self, path: &std::path::Path) -> Option<Vec<u8>> {
        self.handed.take_if(|_| path == std::path::Path::new(Self::HANDED_PATH))
    }

    /// To look on while a file is read, and to stop the reading.
    pub fn watch(&self) -> Watch {
        self.watch.clone()
    }

    /// The files written since somebody signed in.
    pub fn written(&self) -> WrittenFiles {
        self.written.clone()
    }

    /// Ends the session. The store is closed, and what was written is nobody's any more.
    pub(crate) fn stand_up(&mut self) -> Outcome<()> {
        self.written.forget();
        match self.session.take() {
            Some(session) => Ok(session.store.close()?),
            None => Ok(()),
        }
    }

    /// The number of the session under way.
    pub(crate) fn session_number(&self) -> Option<u64> {
        self.session.as_ref().map(|_| self.sessions)
    }

    /// Language of messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Sets the language of messages.
    pub fn set_language(&mut self, language: Language) {
        self.language = language;
    }

    pub(crate) fn session(&self) -> Outcome<&Session> {
        self.session.as_ref().ok_or_else(not_signed_in)
    }

    pub(crate) fn session_mut(&mut self) -> Outcome<&mut Session> {
        self.session.as_mut().ok_or_else(not_signed_in)
    }

    /// Takes over an opened store. The member must be known to the office.
    pub(crate) fn sit_down(&mut self, store: Store, who: &str, demo: bool) -> Outcome<()> {
        let office = office_of(&store)?;
        let member =
            office.members.iter().find(|m| m.id.as_str() == who || m.sign_in.as_str() == who).cloned();
        let member = member.ok_or_else(no_member)?;
        let acting = member.roles.first().copied().unwrap_or(Role::Viewer);
        self.written.forget();
        self.sessions = self.sessions.wrapping_add(1);
        self.session = Some(Session {
            store,
            office,
            member,
            demo,
            acting,
            members_seen: 0,
            clock_behind: None,
            failed_before: None,
            renewal_failed: None,
            spares_left: None,
            backup_problem: None,
            noted: BTreeSet::new(),
            case: None,
            read_anew: None,
            glances: BTreeMap::new(),
        });
        Ok(())
    }

    /// A case as it stands. Read from the journal unless it is the one used last and nothing has happened since.
    pub(crate) fn case(&mut self, id: &CaseId) -> Outcome<&Case> {
        let session = self.session_mut()?;
        let version = session.store.version(&Stream::Case(id.clone()))?;
        let fresh =
            session.case.as_ref().is_some_and(|case| case.id == *id && u64::from(case.version) == version);
        if !fresh {
            session.case = Some(session.store.load_case(id)?.ok_or_else(|| no_case(id.as_str()))?);
        }
        session.case()
    }

    /// A case as it stood after an event of the journal.
    pub(crate) fn case_at(&self, id: &CaseId, seq: u64) -> Outcome<Case> {
        let store = &self.session()?.store;
        let events = store.records_until(&Stream::Case(id.clone()), seq)?.len();
        let version = u32::try_from(events).unwrap_or(u32::MAX);
        store.load_case_at(id, version)?.ok_or_else(|| no_case(id.as_str()))
    }

    /// Lets one thing happen to a case. See [`Desk::transact_all`].
    pub(crate) fn transact(
        &mut self,
        id: &CaseId,
        expected: u32,
        what: impl Into<CaseEvent>,
    ) -> Outcome<Appended> {
        self.transact_all(id, expected, vec![what.into()], &[])
    }

    /// Lets one thing happen that is another member's and typed by who is signed in (代行入力).
    pub(crate) fn transact_for(
        &mut self,
        id: &CaseId,
        expected: u32,
        what: impl Into<CaseEvent>,
        whose: Option<MemberId>,
    ) -> Outcome<Appended> {
        let actor = self.session()?.actor(whose);
        self.change_case(id, expected, vec![(what.into(), actor)], &[])
    }

    /// Lets several things happen to a case at once, with the files they speak of.
    pub(crate) fn transact_all(
        &mut self,
        id: &CaseId,
        expected: u32,
        whats: Vec<CaseEvent>,
        attachments: &[NewAttachment<'_>],
    ) -> Outcome<Appended> {
        let actor = self.session()?.actor(None);
        let acts = whats.into_iter().map(|what| (what, actor.clone())).collect();
        self.change_case(id, expected, acts, attachments)
    }

    /// Lets several things happen to a case at once as the acts of whoever is named with each: another member at the same
    /// machine, who has just proved to be that member.
    pub(crate) fn transact_as(
        &mut self,
        id: &CaseId,
        expected: u32,
        acts: Vec<(CaseEvent, Actor)>,
    ) -> Outcome<Appended> {
        self.change_case(id, expected, acts, &[])
    }

    /// The one door for changes of cases: checks the version last seen and the rules of the case (the right was checked
    /// by the command table), then appends the events with their projections and files in one transaction, or does
    /// none of it.
    fn change_case(
        &mut self,
        id: &CaseId,
        expected: u32,
        acts: Vec<(CaseEvent, Actor)>,
        attachments: &[NewAttachment<'_>],
    ) -> Outcome<Appended> {
        let now = self.environment.clock.now();
        if self.case(id)?.version != expected {
            return Err(stale());
        }
        let session = self.session_mut()?;
        // Taken, not copied: whatever is refused below leaves nothing here, and the case is read from the journal anew.
        let before = session.case.take().ok_or_else(|| internal("a case was folded and is gone"))?;
        let mut after = before.clone();
        let mut events = Vec::with_capacity(acts.len());
        for (what, actor) in acts {
            after.check_by(&what, &actor)?;
            let body = EventBody::Case { case: id.clone(), what };
            let event = event_after(after.version, now, actor, body)?;
            after.apply(&event);
            events.push(event);
        }
        let change = CaseChange { before: Some(&before), after: &after };
        let appended = session.store.append_events(&events, Some(change), attachments)?;
        session.case = Some(after);
        self.recorded = true;
        Ok(appended)
    }

    /// Begins a case: the first event of a new stream, with the file received. `what` is told the case's number, the next
    /// of that year.
    pub(crate) fn begin_case(
        &mut self,
        id: &CaseId,
        year: i32,
        what: impl Fn(Text) -> CaseEvent,
        attachments: &[NewAttachment<'_>],
    ) -> Outcome<Appended> {
        let now = self.environment.clock.now();
        let session = self.session_mut()?;
        let actor = session.actor(None);
        let numbered = |number: &str| -> Outcome<(Event, Case)> {
            let what = what(Text::new(number).map_err(internal)?);
            let mut after = Case::new(id.clone());
            after.check(&what)?;
            let body = EventBody::Case { case: id.clone(), what };
            let event = event_after(0, now, actor.clone(), body)?;
            after.apply(&event);
            Ok((event, after))
        };
        let (appended, after) = session.store.begin_case(year, numbered, attachments)?;
        session.case = Some(after);
        self.recorded = true;
        Ok(appended)
    }

    /// Does an act for which nobody told a version they saw: where another program was quicker, it is done on what
    /// stands then, and any number it gives is the next one then. Each round lost is one another program won, so this
    /// ends.
    pub(crate) fn on_what_stands<T>(
        &mut self,
        seen: Option<u32>,
        mut act: impl FnMut(&mut Self) -> Outcome<T>,
    ) -> Outcome<T> {
        loop {
            match act(self) {
                Err(problem) if seen.is_none() && problem.code == Code::Stale => {}
                done => return done,
            }
        }
    }

    /// Lets something happen to the store or its members. Where another program changed something there since it was
    /// read, this is refused, and what stands is read, so that it is shown next.
    pub(crate) fn transact_store(&mut self, what: StoreEvent) -> Outcome<()> {
        self.transact_store_with(what, &[])
    }

    /// As [`Desk::transact_store`], for what rests on nothing that was seen before and has been done already: a key was
    /// given, a password changed.
    pub(crate) fn note_store(&mut self, what: StoreEvent) -> Outcome<()> {
        self.on_what_stands(None, |desk| desk.transact_store(what.clone()))
    }

    /// As [`Desk::transact_store`], with the files it speaks of.
    pub(crate) fn transact_store_with(
        &mut self,
        what: StoreEvent,
        attachments: &[NewAttachment<'_>],
    ) -> Outcome<()> {
        let now = self.environment.clock.now();
        let session = self.session_mut()?;
        let version = session.office.version;
        let event = event_after(version, now, session.actor(None), EventBody::Store { what })?;
        if let Err(error) = session.store.append_events(std::slice::from_ref(&event), None, attachments) {
            if matches!(error, StoreError::Stale { .. }) {
                session.office = office_of(&session.store)?;
                let id = session.member.id.clone();
                session.member = session.office.member(&id).cloned().ok_or_else(no_member)?;
            }
            return Err(error.into());
        }
        session.office.apply(&event);
        if let Some(member) = session.office.member(&session.member.id) {
            session.member = member.clone();
        }
        self.recorded = true;
        Ok(())
    }
}

/// What happened now, as the event that follows the first `version` ones of its stream. Every event is made here.
pub(crate) fn event_after(
    version: u32,
    at: DateTime<FixedOffset>,
    actor: Actor,
    body: EventBody,
) -> Outcome<Event> {
    let id = EventId::parse(&new_uuid(at)).map_err(internal)?;
    Ok(Event { id, version: version.saturating_add(1), at, actor, body })
}

/// UUIDv7 (RFC 9562 §5.7) of this moment.
pub(crate) fn new_uuid(now: DateTime<FixedOffset>) -> String {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    let time = uuid::Timestamp::from_unix(
        uuid::timestamp::context::NoContext,
        seconds,
        now.timestamp_subsec_nanos(),
    );
    uuid::Uuid::new_v7(time).to_string()
}

/// The office as it stands.
fn office_of(store: &Store) -> Outcome<Office> {
    let mut office = Office::default();
    store.load_events(&Stream::Store)?.iter().for_each(|event| office.apply(event));
    Ok(office)
}

fn no_member() -> Problem {
    Problem::of(Code::SignInRefused, desk::NO_MEMBER)
}

pub(crate) fn no_case(name: &str) -> Problem {
    Problem::missing(thing::CASE, name)
}

pub(crate) fn stale() -> Problem {
    Problem::of(Code::Stale, desk::CASE_CHANGED)
}

fn not_signed_in() -> Problem {
    Problem::of(Code::NotSignedIn, desk::NOT_SIGNED_IN)
}
