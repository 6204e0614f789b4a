//! Opinions of members: given, typed for another and confirmed, asked for, opened.

use super::{case_id, fresh};
use crate::convert::{date, finding_ids, from_code, grade, optional_text, texts};
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::permission::{Right, require};
use crate::view::{AskOpinions, CaseView, GiveCaseOpinion, GiveOpinion, OpinionsOf};
use entaku_domain::event::CaseEvent;
use entaku_domain::ids::{FindingId, MemberId};
use entaku_domain::opinion::{CaseOpinion, Opinion};

/// The finding named in a form.
pub(super) fn one_finding(field: &str, id: &str) -> Outcome<FindingId> {
    finding_ids(field, &[id.to_owned()])?
        .into_iter()
        .next()
        .ok_or_else(|| Problem::not_found("所見", "finding", id))
}

fn one_member(desk: &Desk, field: &str, id: &str) -> Outcome<MemberId> {
    let known = desk.session()?.office.members.iter();
    let found = known.into_iter().find(|member| member.id.as_str() == id || member.sign_in.as_str() == id);
    found.map(|member| member.id.clone()).ok_or_else(|| {
        Problem::field(
            field,
            format!("構成員「{id}」はこのストアにいません。"),
            format!("There is no member “{id}” in this store."),
        )
    })
}

/// Whose opinion a form gives: the own one needs the right to opine; one typed for another needs it of that other.
fn whose(desk: &mut Desk, named: Option<&str>) -> Outcome<Option<MemberId>> {
    let named = named.map(str::trim).filter(|id| !id.is_empty());
    let other = named.map(|id| one_member(desk, "onBehalfOf", id)).transpose()?;
    let session = desk.session()?;
    match other.filter(|other| *other != session.member.id) {
        None => {
            desk.take_role(Right::Opine)?;
            Ok(None)
        }
        Some(other) => {
            if let Some(member) = session.office.member(&other) {
                require(member, Right::Opine)?;
            }
            Ok(Some(other))
        }
    }
}

pub(crate) fn give_opinion(desk: &mut Desk, args: GiveOpinion) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let finding = one_finding("findingId", &args.finding_id)?;
    let whose = whose(desk, args.on_behalf_of.as_deref())?;
    let opinion = Opinion {
        grade: grade(&desk.knowledge, "class", args.scale.as_deref(), args.class.as_deref())?,
        actionable: args.actionable,
        germline_concern: args.germline_concern.unwrap_or(false),
        suggested: texts("suggested", args.suggested)?,
        comment: optional_text("comment", args.comment.as_deref())?,
    };
    if opinion.grade.is_none() && opinion.comment.is_none() && !opinion.germline_concern {
        return Err(Problem::field(
            "class",
            "区分かコメントを入力してください。",
            "Give a class or a comment.",
        ));
    }
    desk.transact_for(&id, args.expected_version, CaseEvent::OpinionGiven { finding, opinion }, whose)?;
    fresh(desk, &id)
}

pub(crate) fn give_case_opinion(desk: &mut Desk, args: GiveCaseOpinion) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let whose = whose(desk, args.on_behalf_of.as_deref())?;
    let opinion = CaseOpinion {
        stance: from_code("stance", &args.stance)?,
        actionable: args.actionable,
        germline_concern: args.germline_concern.unwrap_or(false),
        suggested: texts("suggested", args.suggested)?,
        comment: optional_text("comment", args.comment.as_deref())?,
    };
    desk.transact_for(&id, args.expected_version, CaseEvent::CaseOpinionGiven { opinion }, whose)?;
    fresh(desk, &id)
}

fn named_finding(id: Option<&str>) -> Outcome<Option<FindingId>> {
    id.map(str::trim).filter(|id| !id.is_empty()).map(|id| one_finding("findingId", id)).transpose()
}

pub(crate) fn confirm_opinion(desk: &mut Desk, args: OpinionsOf) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let finding = named_finding(args.finding_id.as_deref())?;
    desk.transact(&id, args.expected_version, CaseEvent::OpinionConfirmed { finding })?;
    fresh(desk, &id)
}

pub(crate) fn open_opinions(desk: &mut Desk, args: OpinionsOf) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let finding = named_finding(args.finding_id.as_deref())?;
    desk.transact(&id, args.expected_version, CaseEvent::OpinionsOpened { finding })?;
    fresh(desk, &id)
}

pub(crate) fn ask_opinions(desk: &mut Desk, args: AskOpinions) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let mut members = Vec::new();
    for named in &args.members {
        let member = one_member(desk, "members", named)?;
        if let Some(known) = desk.session()?.office.member(&member) {
            let may = require(known, Right::Opine);
            may.map_err(|_| {
                let name = &known.name;
                Problem::new(
                    Code::Invalid,
                    format!("{name} は意見を述べる役割を持っていません。"),
                    format!("{name} has no role that gives opinions."),
                )
            })?;
        }
        if !members.contains(&member) {
            members.push(member);
        }
    }
    let due = date("due", args.due.as_deref())?;
    desk.transact(&id, args.expected_version, CaseEvent::OpinionsAsked { members, due })?;
    fresh(desk, &id)
}
