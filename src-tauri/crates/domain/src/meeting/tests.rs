//! The rules of a meeting, event by event.

use super::*;
use crate::ids::{EventId, MemberId};
use crate::meeting_record::{AttendingPart, MeetingMode, Stated};
use crate::member::Actor;

fn id(number: u32) -> String {
    format!("0198c5b2-7f00-7000-8000-{number:012}")
}

fn case(number: u32) -> CaseId {
    CaseId::parse(&id(number)).unwrap()
}

fn at(second: u32) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T14:00:00+09:00").unwrap()
        + chrono::TimeDelta::seconds(i64::from(second))
}

fn item(number: u32) -> AgendaItem {
    let attending = AttendingPart::Absent;
    AgendaItem { case: case(number), budget_minutes: 10, attending, stated: Stated::default() }
}

fn agenda(cases: &[u32]) -> Vec<AgendaItem> {
    cases.iter().copied().map(item).collect()
}

fn plan(day: &str) -> Plan {
    Plan { held_on: day.parse().unwrap(), mode: MeetingMode::RealTime, title: None, venue: None }
}

fn person(number: u32) -> Attendance {
    Attendance {
        member: Some(MemberId::parse(&id(900 + number)).unwrap()),
        name: Text::new(&format!("構成員{number}")).unwrap(),
        institution: None,
        qualifications: Vec::new(),
        institution_kind: None,
        field: None,
        full_time: None,
        role: None,
    }
}

fn arrived(number: u32) -> MeetingEvent {
    MeetingEvent::Arrived { person: Box::new(person(number)), attending_for: Vec::new() }
}

fn turned(number: u32) -> MeetingEvent {
    MeetingEvent::CaseTurned { case: Some(case(number)) }
}

/// A meeting that is driven second by second, refusals told.
struct Held {
    meeting: Meeting,
    events: Vec<MeetingEvent>,
    second: u32,
}

impl Held {
    fn planned(cases: &[u32]) -> Self {
        let meeting = Meeting::new(MeetingId::parse(&id(1)).unwrap());
        let mut held = Self { meeting, events: Vec::new(), second: 0 };
        held.must(MeetingEvent::Planned { plan: plan("2026-11-22"), agenda: agenda(cases) });
        held
    }

    fn try_it(&mut self, what: MeetingEvent) -> Result<u32, MeetingRefusal> {
        self.meeting.check(&what, at(self.second))?;
        let version = self.meeting.version + 1;
        self.events.push(what.clone());
        self.meeting.apply(&Event {
            id: EventId::parse(&id(500)).unwrap(),
            version,
            at: at(self.second),
            actor: Actor {
                member: MemberId::parse(&id(2)).unwrap(),
                name: Text::new("事務局").unwrap(),
                role: Role::Coordinator,
                on_behalf_of: None,
            },
            body: EventBody::Meeting { meeting: self.meeting.id.clone(), what },
        });
        Ok(version)
    }

    fn must(&mut self, what: MeetingEvent) -> u32 {
        self.try_it(what.clone()).unwrap_or_else(|refusal| panic!("{what:?}: {refusal}"))
    }

    fn names(&self, number: u32) -> Vec<String> {
        self.meeting.attendance_for(&case(number)).iter().map(|person| person.name.to_string()).collect()
    }
}

#[test]
fn who_was_there_when_a_case_was_decided_is_told_for_each_case() {
    let mut held = Held::planned(&[1, 2, 3]);
    let early = held.must(arrived(1));
    held.must(arrived(2));
    held.must(turned(1));
    held.must(arrived(3));
    held.must(turned(2));
    held.must(MeetingEvent::Left { presence: early });
    held.must(turned(3));
    assert_eq!(
        held.names(1),
        ["構成員1", "構成員2", "構成員3"],
        "the latecomer was there when it was decided"
    );
    assert_eq!(held.names(2), ["構成員2", "構成員3"], "who left before the decision is not counted");
    let partly: Vec<_> = held.meeting.partly_for(&case(2)).iter().map(|one| one.name.to_string()).collect();
    assert_eq!(partly, ["構成員1"], "but it is known that the person heard part of it");
    assert_eq!(held.names(3), ["構成員2", "構成員3"], "a case on the table has those who are there now");
    held.must(MeetingEvent::Closed);
    assert_eq!(
        held.names(3),
        ["構成員2", "構成員3"],
        "the end of the meeting takes nobody away from its last case"
    );
}

#[test]
fn a_case_that_comes_back_is_decided_by_those_of_its_last_time() {
    let mut held = Held::planned(&[1, 2]);
    let one = held.must(arrived(1));
    held.must(turned(1));
    held.must(turned(2));
    held.must(MeetingEvent::Left { presence: one });
    held.must(arrived(2));
    held.must(turned(1));
    assert_eq!(held.names(1), ["構成員2"]);
    assert_eq!(
        held.names(2),
        ["構成員2"],
        "who came while the other case was on the table was there at its end"
    );
}

#[test]
fn time_on_the_table_adds_up_and_breaks_do_not_count() {
    let mut held = Held::planned(&[1, 2]);
    held.must(turned(1));
    held.second = 60;
    held.must(MeetingEvent::CaseTurned { case: None });
    held.second = 600;
    held.must(turned(1));
    held.second = 610;
    held.must(turned(2));
    assert_eq!(held.meeting.seconds_on_table(&case(1), at(9_999)), 70);
    assert_eq!(held.meeting.seconds_on_table(&case(2), at(640)), 30, "it is still on the table");
    assert_eq!(held.meeting.seconds_on_table(&case(2), at(0)), 0, "a clock put back gives no negative time");
}

#[test]
fn somebody_is_the_attending_physician_of_the_cases_named_and_of_no_other() {
    let mut held = Held::planned(&[1, 2]);
    let doctor = Attendance { role: Some(Role::AttendingPhysician), ..person(1) };
    held.must(MeetingEvent::Arrived { person: Box::new(doctor), attending_for: vec![case(2)] });
    held.must(turned(1));
    held.must(turned(2));
    let role = |number| held.meeting.attendance_for(&case(number)).first().unwrap().role;
    assert_eq!((role(1), role(2)), (None, Some(Role::AttendingPhysician)));
}

#[test]
fn what_a_meeting_does_not_allow_is_refused_with_its_reason() {
    let mut held = Held::planned(&[1, 2]);
    let again = MeetingEvent::Planned { plan: plan("2026-11-22"), agenda: Vec::new() };
    assert_eq!(held.try_it(again), Err(MeetingRefusal::AlreadyPlanned));
    let twice = MeetingEvent::AgendaChanged { agenda: agenda(&[1, 2, 1]) };
    assert_eq!(held.try_it(twice), Err(MeetingRefusal::CaseTwice(case(1))));
    let endless = MeetingEvent::AgendaChanged { agenda: vec![AgendaItem { budget_minutes: 0, ..item(1) }] };
    assert_eq!(held.try_it(endless), Err(MeetingRefusal::NoSuchTime(0)));
    assert_eq!(held.try_it(turned(3)), Err(MeetingRefusal::NotOnAgenda(case(3))));
    assert_eq!(held.try_it(MeetingEvent::CaseTurned { case: None }), Err(MeetingRefusal::OnTable));
    let one = held.must(arrived(1));
    assert_eq!(held.try_it(arrived(1)), Err(MeetingRefusal::AlreadyThere(person(1).name)));
    held.must(MeetingEvent::Left { presence: one });
    assert_eq!(held.try_it(MeetingEvent::Left { presence: one }), Err(MeetingRefusal::NotThere));
    held.must(arrived(1));
    held.must(turned(1));
    assert_eq!(held.try_it(turned(1)), Err(MeetingRefusal::OnTable));
    let without = MeetingEvent::AgendaChanged { agenda: agenda(&[2]) };
    assert_eq!(held.try_it(without), Err(MeetingRefusal::Discussed(case(1))));
    held.must(MeetingEvent::AgendaChanged { agenda: agenda(&[2, 1]) });
    held.must(MeetingEvent::Closed);
    for what in
        [arrived(2), turned(2), MeetingEvent::Closed, MeetingEvent::PlanChanged { plan: plan("2026-11-22") }]
    {
        assert_eq!(held.try_it(what), Err(MeetingRefusal::Closed), "nothing happens after the end");
    }
}

#[test]
fn a_meeting_does_not_begin_before_its_day() {
    let mut held = Held::planned(&[1]);
    held.must(MeetingEvent::PlanChanged { plan: plan("2026-11-29") });
    let day = "2026-11-29".parse().unwrap();
    assert_eq!(held.try_it(arrived(1)), Err(MeetingRefusal::NotYet(day)));
    assert_eq!(held.try_it(turned(1)), Err(MeetingRefusal::NotYet(day)));
    held.must(MeetingEvent::PlanChanged { plan: plan("2026-11-22") });
    held.must(arrived(1));
    let later = MeetingEvent::PlanChanged { plan: plan("2026-11-29") };
    assert_eq!(held.try_it(later), Err(MeetingRefusal::NotYet(day)), "what has begun is not put off");
}

/// The property, counted in another way: walk the events with a plain set of who is in the room, and keep the set each
/// time a case is taken off the table.
#[test]
fn attendance_of_every_case_can_be_told_from_any_course_of_a_meeting() {
    let mut dice: u64 = 7;
    let mut roll = |sides: u64| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((dice >> 33) % sides).unwrap()
    };
    for round in 0..200 {
        let mut held = Held::planned(&[1, 2, 3, 4]);
        for _ in 0..40 {
            held.second += roll(50);
            let version = held.meeting.version;
            let what = match roll(10) {
                0..4 => arrived(roll(6)),
                4..6 => MeetingEvent::Left { presence: roll(u64::from(version) + 1) },
                6..9 => turned(1 + roll(4)),
                _ => MeetingEvent::CaseTurned { case: None },
            };
            let _ = held.try_it(what);
        }
        held.must(MeetingEvent::Closed);

        let mut room: Vec<(u32, String)> = Vec::new();
        let mut table: Option<CaseId> = None;
        let mut decided: BTreeMap<CaseId, Vec<String>> = BTreeMap::new();
        for (version, what) in (1u32..).zip(&held.events) {
            match what {
                MeetingEvent::Arrived { person, .. } => room.push((version, person.name.to_string())),
                MeetingEvent::Left { presence } => room.retain(|(stay, _)| stay != presence),
                MeetingEvent::CaseTurned { .. } | MeetingEvent::Closed => {
                    let names = || room.iter().map(|(_, name)| name.clone()).collect();
                    if let Some(case) = table.take() {
                        decided.insert(case, names());
                    }
                    if let MeetingEvent::CaseTurned { case } = what {
                        table.clone_from(case);
                    }
                }
                _ => {}
            }
        }
        for number in 1..=4 {
            let expected = decided.get(&case(number)).cloned().unwrap_or_default();
            assert_eq!(held.names(number), expected, "round {round}, case {number}: {:?}", held.events);
        }
    }
}
