//! The meeting, whether it is quorate, and the panel's summary.

use crate::acts::RecordMeeting;
use crate::clock::day;
use crate::convert::{Reader, date, optional_text, recorded_agreement, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::view::AttendeeForm;
use entaku_domain::ids::{CaseId, MemberId};
use entaku_domain::meeting_record::{
    Attendance, AttendingPart, MeetingFault, MeetingMode, MeetingRecord, Stated,
};
use entaku_domain::member::{Member, Role};
use entaku_domain::office::Office;
use entaku_domain::omission::OmissionFacts;
use entaku_domain::quorum::{Assessed, KnownOfCase, assessed};
use entaku_domain::text::Text;
use entaku_words::errors::{common, meeting_problem, thing};

/// Most participants of a meeting.
const MOST_PEOPLE: usize = entaku_domain::meeting::MOST_PRESENT;

/// A meeting that may be recorded with its case.
pub(crate) fn recordable(desk: &Desk, meeting: MeetingRecord) -> Outcome<MeetingRecord> {
    match meeting.against(day(desk.environment.clock.now())) {
        None => Ok(meeting),
        Some(MeetingFault::InFuture) => Err(Problem::at("heldOn", common::FUTURE_DAY)),
        Some(MeetingFault::OtherGrounds) => Err(Problem::at("grounds", meeting_problem::UNKNOWN_GROUND)),
    }
}

/// The meeting of a form, assessed by the rule-set that holds on its day.
pub(crate) fn meeting_of(desk: &mut Desk, id: &CaseId, args: &RecordMeeting) -> Outcome<Assessed> {
    let today = day(desk.environment.clock.now());
    let held_on = date("heldOn", args.held_on.as_deref())?.unwrap_or(today);
    let case = desk.case(id)?;
    let age = case.details.patient.age_on(held_on);
    let session = desk.session()?;
    let reader = Reader { member: &session.member.id, office: &session.office };
    let known = KnownOfCase { age, opinions_agree: recorded_agreement(session.case()?, &reader) };
    let office = &session.office;
    let mode = args.mode;
    // Nobody takes part in what is omitted.
    let usual = if mode == MeetingMode::Omitted { AttendingPart::Absent } else { AttendingPart::Present };
    let meeting = MeetingRecord {
        held_on,
        mode,
        reason: None,
        attending: args.attending.unwrap_or(usual),
        attendance: everybody(office, &args.attendance)?,
        minutes: optional_text("minutes", args.minutes.as_deref())?,
        circumstances: None,
        quorum: None,
        meeting: None,
        without_quorum: None,
    };
    let stated = Stated {
        own_sequencing: args.own_sequencing.unwrap_or_default(),
        paediatric: args.paediatric,
        grounds: grounds(args.grounds.as_deref().unwrap_or_default())?,
        opinions_agree: args.opinions_agree,
        reason: optional_text("reason", args.reason.as_deref())?,
        omission: omission_facts(mode, args),
    };
    Ok(assessed(desk.knowledge.rule_sets(), &office.rule_sets, &known, meeting, stated))
}

/// What is stated for the omission of the panel; of a panel that is held it tells nothing.
fn omission_facts(mode: MeetingMode, args: &RecordMeeting) -> OmissionFacts {
    let facts = OmissionFacts {
        tumour: args.tumour,
        ccat_secondary_finding: args.ccat_secondary_finding,
        usable_drug: args.usable_drug,
    };
    if mode == MeetingMode::Omitted { facts } else { OmissionFacts::default() }
}

pub(crate) fn grounds(ids: &[String]) -> Outcome<Vec<String>> {
    let mut kept: Vec<String> = Vec::new();
    for id in ids {
        let id = text("grounds", id)?.to_string();
        if !kept.contains(&id) {
            kept.push(id);
        }
    }
    Ok(kept)
}

/// The participants, each once: somebody named twice would be counted twice.
pub(crate) fn everybody(office: &Office, people: &[AttendeeForm]) -> Outcome<Vec<Attendance>> {
    if people.len() > MOST_PEOPLE {
        return Err(Problem::at("attendance", meeting_problem::too_many_people(MOST_PEOPLE)));
    }
    let mut there: Vec<Attendance> = Vec::with_capacity(people.len());
    for person in people {
        let person = attendance(office, person)?;
        if there.iter().any(|known| known.same_person(&person)) {
            return Err(Problem::at("attendance", meeting_problem::named_twice(&person.name)));
        }
        there.push(person);
    }
    Ok(there)
}

/// A participant: a member of the store, or a guest with a name.
fn attendance(office: &Office, person: &AttendeeForm) -> Outcome<Attendance> {
    let member = match person.member_id.as_deref().filter(|id| !id.is_empty()) {
        None => None,
        Some(id) => {
            let found = MemberId::parse(id).ok().and_then(|id| office.member(&id));
            Some(found.ok_or_else(|| Problem::missing(thing::MEMBER, id))?)
        }
    };
    let keys = match (&person.qualifications, member) {
        (Some(keys), _) => keys.clone(),
        (None, Some(member)) => member.qualifications.clone(),
        (None, None) => Vec::new(),
    };
    let name = match (person.name.as_deref().filter(|name| !name.trim().is_empty()), member) {
        (Some(name), _) => text("name", name)?,
        (None, Some(member)) => member.name.clone(),
        (None, None) => {
            return Err(Problem::at("name", meeting_problem::NAME_MISSING));
        }
    };
    let kept = |own: fn(&Member) -> Option<Text>| member.and_then(own);
    // A member who leads the panel leads it where nobody says otherwise.
    let leads = member.is_some_and(|member| member.roles.contains(&Role::Chair));
    Ok(Attendance {
        institution: optional_text("institution", person.institution.as_deref())?
            .or_else(|| kept(|member| member.institution.clone())),
        institution_kind: person
            .institution_kind
            .or_else(|| member.and_then(|member| member.institution_kind)),
        field: optional_text("field", person.field.as_deref())?
            .or_else(|| kept(|member| member.field.clone())),
        full_time: person.full_time.or_else(|| member.and_then(|member| member.full_time)),
        role: person.role.or_else(|| leads.then_some(Role::Chair)),
        member: member.map(|member| member.id.clone()),
        name,
        qualifications: keys,
    })
}
