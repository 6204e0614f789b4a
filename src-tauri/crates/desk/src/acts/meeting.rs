//! The meeting and the panel's summary.

use super::{case_id, fresh};
use crate::clock::day;
use crate::convert::{date, from_code, from_codes, optional_text, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::view::{AttendeeForm, CaseView, RecordMeeting, WriteSummary};
use entaku_domain::event::CaseEvent;
use entaku_domain::ids::MemberId;
use entaku_domain::meeting::{Attendance, AttendingPart, Meeting};
use entaku_domain::office::Office;

pub(crate) fn record_meeting(desk: &mut Desk, args: RecordMeeting) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let today = day(desk.environment.clock.now());
    let held_on = date("heldOn", args.held_on.as_deref())?.unwrap_or(today);
    if held_on > today {
        return Err(Problem::field(
            "heldOn",
            "将来の日付は記録できません。",
            "A day in the future cannot be recorded.",
        ));
    }
    let office = &desk.session()?.office;
    let attending = args.attending.as_deref().filter(|part| !part.is_empty());
    let meeting = Meeting {
        held_on,
        mode: from_code("mode", &args.mode)?,
        reason: optional_text("reason", args.reason.as_deref())?,
        attending: attending.map_or(Ok(AttendingPart::Present), |part| from_code("attending", part))?,
        attendance: args
            .attendance
            .iter()
            .map(|person| attendance(office, person))
            .collect::<Outcome<_>>()?,
        minutes: optional_text("minutes", args.minutes.as_deref())?,
    };
    desk.transact(&id, args.expected_version, CaseEvent::MeetingRecorded { meeting: Box::new(meeting) })?;
    fresh(desk, &id)
}

/// A participant: a member of the store, or a guest with a name.
fn attendance(office: &Office, person: &AttendeeForm) -> Outcome<Attendance> {
    let member = match person.member_id.as_deref().filter(|id| !id.is_empty()) {
        None => None,
        Some(id) => {
            let found = MemberId::parse(id).ok().and_then(|id| office.member(&id).cloned());
            Some(found.ok_or_else(|| Problem::not_found("構成員", "member", id))?)
        }
    };
    let keys = match (&person.qualifications, &member) {
        (Some(keys), _) => from_codes("qualifications", Some(keys))?,
        (None, Some(member)) => member.qualifications.clone(),
        (None, None) => Vec::new(),
    };
    let name = match (person.name.as_deref().filter(|name| !name.trim().is_empty()), &member) {
        (Some(name), _) => text("name", name)?,
        (None, Some(member)) => member.name.clone(),
        (None, None) => {
            return Err(Problem::field(
                "name",
                "出席者の氏名を入力してください。",
                "Give the participant's name.",
            ));
        }
    };
    let institution = optional_text("institution", person.institution.as_deref())?;
    Ok(Attendance {
        institution: institution.or_else(|| member.as_ref().and_then(|member| member.institution.clone())),
        member: member.map(|member| member.id),
        name,
        qualifications: keys,
    })
}

pub(crate) fn write_summary(desk: &mut Desk, args: WriteSummary) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let summary = optional_text("summary", args.summary.as_deref())?;
    desk.transact(&id, args.expected_version, CaseEvent::SummaryWritten { summary })?;
    fresh(desk, &id)
}
