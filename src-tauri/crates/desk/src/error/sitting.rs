//! Refusals of a meeting in the reader's words.

use super::{Code, Problem};
use entaku_domain::sitting::{MOST_CASES, MOST_MINUTES, MOST_PRESENT, SittingRefusal};
use entaku_words::Said;
use entaku_words::errors::sitting_refusal;

impl From<SittingRefusal> for Problem {
    fn from(refusal: SittingRefusal) -> Self {
        let words = match &refusal {
            SittingRefusal::AlreadyPlanned => sitting_refusal::ALREADY_PLANNED.said(),
            SittingRefusal::NotPlanned => sitting_refusal::NOT_PLANNED.said(),
            SittingRefusal::Closed => sitting_refusal::CLOSED.said(),
            SittingRefusal::NotClosed => sitting_refusal::NOT_CLOSED.said(),
            SittingRefusal::NotItsDocument => sitting_refusal::NOT_ITS_DOCUMENT.said(),
            SittingRefusal::NotYet(day) => sitting_refusal::not_yet(day).said(),
            SittingRefusal::CaseTwice(_) => sitting_refusal::CASE_TWICE.said(),
            SittingRefusal::TooManyCases(count) => sitting_refusal::too_many_cases(*count, MOST_CASES).said(),
            SittingRefusal::NoSuchTime(minutes) => {
                sitting_refusal::no_such_time(*minutes, MOST_MINUTES).said()
            }
            SittingRefusal::Discussed(_) => sitting_refusal::DISCUSSED.said(),
            SittingRefusal::NotOnAgenda(_) => sitting_refusal::NOT_ON_AGENDA.said(),
            SittingRefusal::OnTable => sitting_refusal::ON_TABLE.said(),
            SittingRefusal::AlreadyThere(name) => sitting_refusal::already_there(name).said(),
            SittingRefusal::NotThere => sitting_refusal::NOT_THERE.said(),
            SittingRefusal::TooManyPeople => sitting_refusal::too_many_people(MOST_PRESENT).said(),
        };
        Self::of(Code::Refused, words)
    }
}
