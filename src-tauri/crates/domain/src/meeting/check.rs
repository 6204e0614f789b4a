//! Which event may follow in which state of a meeting.

use super::{AgendaItem, Meeting, MeetingEvent};
use crate::document::{DocumentKind, IssuedDocument, next_issue};
use crate::ids::CaseId;
use crate::text::Text;
use chrono::{DateTime, FixedOffset, NaiveDate};

/// Most cases of one meeting.
pub const MOST_CASES: usize = 100;
/// Most minutes meant for one case.
pub const MOST_MINUTES: u32 = 600;
/// Most people at one meeting, at the same time.
pub const MOST_PRESENT: usize = 300;

/// An act that a meeting does not allow as it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MeetingRefusal {
    /// Planned twice.
    #[error("the meeting has been planned already")]
    AlreadyPlanned,
    /// Not planned.
    #[error("the meeting has not been planned")]
    NotPlanned,
    /// It has ended.
    #[error("the meeting has ended: nothing can be added to it")]
    Closed,
    /// Minutes of a meeting that goes on.
    #[error("the meeting has not ended: its minutes can be given out when it has")]
    NotClosed,
    /// A document that is no meeting's, or another than the next.
    #[error("this is not the next document of the meeting")]
    NotItsDocument,
    /// Its day has not come.
    #[error("the meeting is planned for {0}: change its day before it begins")]
    NotYet(NaiveDate),
    /// A case twice on the agenda.
    #[error("case {0} is on the agenda twice")]
    CaseTwice(CaseId),
    /// Too many cases.
    #[error("{0} cases; at most {MOST_CASES} may be on an agenda")]
    TooManyCases(usize),
    /// No time, or too much.
    #[error("{0} minutes for a case; 1 to {MOST_MINUTES} may be given")]
    NoSuchTime(u32),
    /// A case that was discussed is taken off the agenda.
    #[error("case {0} has been on the table or has minutes: it stays on the agenda")]
    Discussed(CaseId),
    /// A case that is not on the agenda.
    #[error("case {0} is not on the agenda")]
    NotOnAgenda(CaseId),
    /// A case that is on the table already, or a break during a break.
    #[error("it is on the table already")]
    OnTable,
    /// Somebody arrives who is there.
    #[error("{0} is there already")]
    AlreadyThere(Text),
    /// Somebody leaves who is not there.
    #[error("the person is not there")]
    NotThere,
    /// Too many people.
    #[error("at most {MOST_PRESENT} people may be there")]
    TooManyPeople,
}

impl Meeting {
    /// Whether an event may follow at this time.
    ///
    /// # Errors
    /// With the first reason why it may not.
    pub fn check(&self, what: &MeetingEvent, now: DateTime<FixedOffset>) -> Result<(), MeetingRefusal> {
        let begins = match (&self.plan, what) {
            (None, MeetingEvent::Planned { agenda, .. }) => return self.agenda_fits(agenda),
            (None, _) => return Err(MeetingRefusal::NotPlanned),
            (Some(_), MeetingEvent::Planned { .. }) => return Err(MeetingRefusal::AlreadyPlanned),
            (Some(_), MeetingEvent::DocumentIssued { document }) => return self.may_issue(document),
            (Some(_), _) if self.closed.is_some() => return Err(MeetingRefusal::Closed),
            (Some(plan), MeetingEvent::PlanChanged { plan: changed }) => {
                // What has begun cannot be put off into the future.
                let begun = !self.presences.is_empty() || !self.turns.is_empty();
                (plan.held_on != changed.held_on && begun).then_some(changed.held_on)
            }
            (
                Some(plan),
                MeetingEvent::Arrived { .. } | MeetingEvent::CaseTurned { .. } | MeetingEvent::Closed,
            ) => Some(plan.held_on),
            (Some(_), _) => None,
        };
        if let Some(day) = begins.filter(|day| *day > now.date_naive()) {
            return Err(MeetingRefusal::NotYet(day));
        }
        match what {
            MeetingEvent::Planned { .. }
            | MeetingEvent::PlanChanged { .. }
            | MeetingEvent::DocumentIssued { .. }
            | MeetingEvent::Closed => Ok(()),
            MeetingEvent::AgendaChanged { agenda } => self.agenda_fits(agenda),
            MeetingEvent::Arrived { person, attending_for } => {
                if let Some(there) = self.present().find(|there| there.person.same_person(person)) {
                    return Err(MeetingRefusal::AlreadyThere(there.person.name.clone()));
                }
                if self.present().count() >= MOST_PRESENT {
                    return Err(MeetingRefusal::TooManyPeople);
                }
                attending_for.iter().try_for_each(|case| self.on_agenda(case))
            }
            MeetingEvent::AttendsFor { presence, cases } => {
                self.is_there(*presence)?;
                cases.iter().try_for_each(|case| self.on_agenda(case))
            }
            MeetingEvent::Left { presence } => self.is_there(*presence),
            MeetingEvent::CaseTurned { case } => {
                if self.on_table() == case.as_ref() {
                    return Err(MeetingRefusal::OnTable);
                }
                case.as_ref().map_or(Ok(()), |case| self.on_agenda(case))
            }
            MeetingEvent::MinutesWritten { case, .. } => self.on_agenda(case),
        }
    }

    /// Minutes are given out when the meeting is over, an agenda until then.
    fn may_issue(&self, document: &IssuedDocument) -> Result<(), MeetingRefusal> {
        match (document.kind, self.closed) {
            (DocumentKind::Minutes, None) => return Err(MeetingRefusal::NotClosed),
            (DocumentKind::Agenda, Some(_)) => return Err(MeetingRefusal::Closed),
            (DocumentKind::Minutes | DocumentKind::Agenda, _) => {}
            (
                DocumentKind::Panel | DocumentKind::Patient | DocumentKind::Referral | DocumentKind::Wish,
                _,
            ) => {
                return Err(MeetingRefusal::NotItsDocument);
            }
        }
        let next = next_issue(&self.issued, document.kind);
        if document.issue == next { Ok(()) } else { Err(MeetingRefusal::NotItsDocument) }
    }

    fn is_there(&self, presence: u32) -> Result<(), MeetingRefusal> {
        let there = self.present().any(|stay| stay.from.version == presence);
        if there { Ok(()) } else { Err(MeetingRefusal::NotThere) }
    }

    fn on_agenda(&self, case: &CaseId) -> Result<(), MeetingRefusal> {
        match self.item(case) {
            Some(_) => Ok(()),
            None => Err(MeetingRefusal::NotOnAgenda(case.clone())),
        }
    }

    fn agenda_fits(&self, agenda: &[AgendaItem]) -> Result<(), MeetingRefusal> {
        if agenda.len() > MOST_CASES {
            return Err(MeetingRefusal::TooManyCases(agenda.len()));
        }
        let mut seen = std::collections::BTreeSet::new();
        for item in agenda {
            if !seen.insert(&item.case) {
                return Err(MeetingRefusal::CaseTwice(item.case.clone()));
            }
            if !(1..=MOST_MINUTES).contains(&item.budget_minutes) {
                return Err(MeetingRefusal::NoSuchTime(item.budget_minutes));
            }
        }
        let discussed = self.turns.iter().map(|turn| &turn.case).chain(self.minutes.keys());
        match discussed.into_iter().find(|case| !seen.contains(case)) {
            Some(case) => Err(MeetingRefusal::Discussed(case.clone())),
            None => Ok(()),
        }
    }
}
