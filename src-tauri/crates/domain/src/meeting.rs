//! A meeting of the panel over several cases (開催): its plan, who came and went, which case was on the table when, and
//! the minutes. Owns who was there when a case was decided and how long each case took; what a meeting decided stands
//! with the cases themselves.
//!
//! Order is told by the numbers of the events, never by their clock: a clock that was put right during a meeting changes
//! durations and nothing else.

mod check;
mod event;

#[cfg(test)]
mod tests;

pub use check::{MOST_CASES, MOST_MINUTES, MOST_PRESENT, MeetingRefusal};
pub use event::{AgendaItem, MeetingEvent, Plan};

use crate::document::Issued;
use crate::event::{Event, EventBody};
use crate::ids::{CaseId, MeetingId};
use crate::meeting_record::Attendance;
use crate::member::Role;
use crate::text::Text;
use chrono::{DateTime, FixedOffset};
use std::collections::BTreeMap;

/// A point in the course of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Number of the event in the meeting's stream.
    pub version: u32,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// Somebody's stay, from arriving to leaving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    /// Who, as known on arrival.
    pub person: Attendance,
    /// Cases for which the person is there as the attending physician, or in their place.
    pub attending_for: Vec<CaseId>,
    /// Arrived. Its number names the stay.
    pub from: Moment,
    /// Left; none while there.
    pub until: Option<Moment>,
}

impl Presence {
    /// Whether the person was there just before the event of this number.
    fn spans(&self, version: u32) -> bool {
        self.from.version < version && self.until.is_none_or(|until| until.version >= version)
    }

    /// The person as a participant in one case: attending physician of the cases named, and of no other.
    pub fn taking_part_in(&self, case: &CaseId) -> Attendance {
        let role = match self.person.role {
            _ if self.attending_for.contains(case) => Some(Role::AttendingPhysician),
            Some(Role::AttendingPhysician) => None,
            other => other,
        };
        Attendance { role, ..self.person.clone() }
    }
}

/// A stretch of time for which a case was on the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The case.
    pub case: CaseId,
    /// Put on the table.
    pub from: Moment,
    /// Taken off; none while it is there.
    pub until: Option<Moment>,
}

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum MeetingState {
    /// 予定.
    Planned,
    /// 開催中.
    UnderWay,
    /// 終了.
    Closed,
}

/// A meeting as it stands after its events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Identity.
    pub id: MeetingId,
    /// Number of the last event.
    pub version: u32,
    /// Day, way, name and place; none before it was planned.
    pub plan: Option<Plan>,
    /// Cases in the order in which they are to be discussed.
    pub agenda: Vec<AgendaItem>,
    /// Who came, in order of arriving.
    pub presences: Vec<Presence>,
    /// What was on the table, in order.
    pub turns: Vec<Turn>,
    /// Minutes by case.
    pub minutes: BTreeMap<CaseId, Text>,
    /// Documents given out, in order.
    pub issued: Vec<Issued>,
    /// Ended.
    pub closed: Option<Moment>,
}

impl Meeting {
    /// A meeting to which nothing has happened.
    pub fn new(id: MeetingId) -> Self {
        Self {
            id,
            version: 0,
            plan: None,
            agenda: Vec::new(),
            presences: Vec::new(),
            turns: Vec::new(),
            minutes: BTreeMap::new(),
            issued: Vec::new(),
            closed: None,
        }
    }

    /// A meeting from its events, oldest first.
    pub fn fold<'e>(id: MeetingId, events: impl IntoIterator<Item = &'e Event>) -> Self {
        let mut meeting = Self::new(id);
        events.into_iter().for_each(|event| meeting.apply(event));
        meeting
    }

    /// Lets an event happen. Events of other streams change nothing; what is in the journal has happened, so that this
    /// never fails.
    pub fn apply(&mut self, event: &Event) {
        let EventBody::Meeting { meeting, what } = &event.body else { return };
        if *meeting != self.id {
            return;
        }
        let moment = Moment { version: event.version, at: event.at };
        match what {
            MeetingEvent::Planned { plan, agenda } => {
                self.plan = Some(plan.clone());
                self.agenda.clone_from(agenda);
            }
            MeetingEvent::PlanChanged { plan } => self.plan = Some(plan.clone()),
            MeetingEvent::AgendaChanged { agenda } => self.agenda.clone_from(agenda),
            MeetingEvent::Arrived { person, attending_for } => self.presences.push(Presence {
                person: (**person).clone(),
                attending_for: attending_for.clone(),
                from: moment,
                until: None,
            }),
            MeetingEvent::AttendsFor { presence, cases } => {
                let stay = self.presences.iter_mut().find(|stay| stay.from.version == *presence);
                if let Some(stay) = stay {
                    stay.attending_for.clone_from(cases);
                }
            }
            MeetingEvent::Left { presence } => {
                let stay = self.presences.iter_mut().find(|stay| stay.from.version == *presence);
                if let Some(stay) = stay.filter(|stay| stay.until.is_none()) {
                    stay.until = Some(moment);
                }
            }
            MeetingEvent::CaseTurned { case } => {
                self.clear_table(moment);
                let turn = case.clone().map(|case| Turn { case, from: moment, until: None });
                self.turns.extend(turn);
            }
            MeetingEvent::MinutesWritten { case, minutes } => match minutes {
                Some(minutes) => drop(self.minutes.insert(case.clone(), minutes.clone())),
                None => drop(self.minutes.remove(case)),
            },
            MeetingEvent::DocumentIssued { document } => self.issued.push(Issued {
                document: (**document).clone(),
                by: event.actor.clone(),
                at: event.at,
            }),
            MeetingEvent::Closed => {
                self.clear_table(moment);
                let staying = self.presences.iter_mut().filter(|stay| stay.until.is_none());
                staying.for_each(|stay| stay.until = Some(moment));
                self.closed = Some(moment);
            }
        }
        self.version = event.version;
    }

    fn clear_table(&mut self, now: Moment) {
        if let Some(turn) = self.turns.last_mut().filter(|turn| turn.until.is_none()) {
            turn.until = Some(now);
        }
    }

    /// Where it stands.
    pub fn state(&self) -> MeetingState {
        if self.closed.is_some() {
            MeetingState::Closed
        } else if self.presences.is_empty() && self.turns.is_empty() {
            MeetingState::Planned
        } else {
            MeetingState::UnderWay
        }
    }

    /// The case on the table.
    pub fn on_table(&self) -> Option<&CaseId> {
        self.turns.last().filter(|turn| turn.until.is_none()).map(|turn| &turn.case)
    }

    /// A case's place on the agenda.
    pub fn item(&self, case: &CaseId) -> Option<&AgendaItem> {
        self.agenda.iter().find(|item| item.case == *case)
    }

    /// Who is there now.
    pub fn present(&self) -> impl Iterator<Item = &Presence> {
        self.presences.iter().filter(|stay| stay.until.is_none())
    }

    /// The stretches for which a case was on the table, oldest first.
    pub fn turns_of<'s>(&'s self, case: &'s CaseId) -> impl Iterator<Item = &'s Turn> {
        self.turns.iter().filter(move |turn| turn.case == *case)
    }

    /// Who took part in a case: those who were there when it was taken off the table for the last time, or are there
    /// now while it is on it, for then the panel decides. Empty for a case that was never on the table.
    pub fn attendance_for(&self, case: &CaseId) -> Vec<Attendance> {
        let Some(last) = self.turns_of(case).last() else { return Vec::new() };
        let there = self.presences.iter().filter(|stay| Self::there_at_end(stay, last));
        there.map(|stay| stay.taking_part_in(case)).collect()
    }

    /// Who was there while a case was discussed and not when it was decided.
    pub fn partly_for(&self, case: &CaseId) -> Vec<&Attendance> {
        let Some(last) = self.turns_of(case).last() else { return Vec::new() };
        let heard = |stay: &&Presence| {
            self.turns_of(case).any(|turn| {
                turn.until.is_none_or(|until| stay.from.version < until.version)
                    && stay.until.is_none_or(|left| left.version > turn.from.version)
            })
        };
        let decided = |person: &Attendance| {
            self.presences
                .iter()
                .any(|stay| Self::there_at_end(stay, last) && stay.person.same_person(person))
        };
        let mut partly: Vec<&Attendance> = Vec::new();
        for stay in self.presences.iter().filter(heard) {
            let person = &stay.person;
            if !decided(person) && !partly.iter().any(|known| known.same_person(person)) {
                partly.push(person);
            }
        }
        partly
    }

    fn there_at_end(stay: &Presence, turn: &Turn) -> bool {
        turn.until.map_or(stay.until.is_none(), |until| stay.spans(until.version))
    }

    /// Who is there now, as participants in a case that is yet to come.
    pub fn present_as_for(&self, case: &CaseId) -> Vec<Attendance> {
        self.present().map(|stay| stay.taking_part_in(case)).collect()
    }

    /// For how long a case has been on the table, in whole seconds, up to `now` where it still is. A clock that went back
    /// counts as no time.
    pub fn seconds_on_table(&self, case: &CaseId, now: DateTime<FixedOffset>) -> u64 {
        self.turns_of(case)
            .map(|turn| {
                let until = turn.until.map_or(now, |until| until.at);
                u64::try_from((until - turn.from.at).num_seconds()).unwrap_or(0)
            })
            .sum()
    }
}
