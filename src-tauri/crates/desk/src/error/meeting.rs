//! Refusals of a meeting in the reader's words.

use super::{Code, Problem};
use entaku_domain::meeting::{MOST_CASES, MOST_MINUTES, MOST_PRESENT, MeetingRefusal};
use entaku_words::Said;
use entaku_words::errors::meeting_refusal;

impl From<MeetingRefusal> for Problem {
    fn from(refusal: MeetingRefusal) -> Self {
        let words = match &refusal {
            MeetingRefusal::AlreadyPlanned => meeting_refusal::ALREADY_PLANNED.said(),
            MeetingRefusal::NotPlanned => meeting_refusal::NOT_PLANNED.said(),
            MeetingRefusal::Closed => meeting_refusal::CLOSED.said(),
            MeetingRefusal::NotClosed => meeting_refusal::NOT_CLOSED.said(),
            MeetingRefusal::NotItsDocument => meeting_refusal::NOT_ITS_DOCUMENT.said(),
            MeetingRefusal::NotYet(day) => meeting_refusal::not_yet(day).said(),
            MeetingRefusal::CaseTwice(_) => meeting_refusal::CASE_TWICE.said(),
            MeetingRefusal::TooManyCases(count) => meeting_refusal::too_many_cases(*count, MOST_CASES).said(),
            MeetingRefusal::NoSuchTime(minutes) => {
                meeting_refusal::no_such_time(*minutes, MOST_MINUTES).said()
            }
            MeetingRefusal::Discussed(_) => meeting_refusal::DISCUSSED.said(),
            MeetingRefusal::NotOnAgenda(_) => meeting_refusal::NOT_ON_AGENDA.said(),
            MeetingRefusal::OnTable => meeting_refusal::ON_TABLE.said(),
            MeetingRefusal::AlreadyThere(name) => meeting_refusal::already_there(name).said(),
            MeetingRefusal::NotThere => meeting_refusal::NOT_THERE.said(),
            MeetingRefusal::TooManyPeople => meeting_refusal::too_many_people(MOST_PRESENT).said(),
        };
        Self::of(Code::Refused, words)
    }
}
