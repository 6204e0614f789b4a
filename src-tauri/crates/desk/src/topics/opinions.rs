//! Opinions of members: given, typed for another and confirmed, asked for, opened.

use crate::convert::finding_ids;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::{Right, require};
use entaku_domain::ids::{FindingId, MemberId};
use entaku_words::errors::{opinions, thing};

/// The finding named in a form.
pub(crate) fn one_finding(field: &str, id: &str) -> Outcome<FindingId> {
    finding_ids(field, &[id.to_owned()])?
        .into_iter()
        .next()
        .ok_or_else(|| Problem::missing(thing::FINDING, id))
}

pub(crate) fn one_member(desk: &Desk, field: &str, id: &str) -> Outcome<MemberId> {
    let known = desk.session()?.office.members.iter();
    let found = known.into_iter().find(|member| member.id.as_str() == id || member.sign_in.as_str() == id);
    found.map(|member| member.id.clone()).ok_or_else(|| Problem::at(field, opinions::no_member(id)))
}

/// Whose opinion a form gives: the own one needs the right to opine; one typed for another needs it of that other.
pub(crate) fn whose(desk: &mut Desk, named: Option<&str>) -> Outcome<Option<MemberId>> {
    let named = named.map(str::trim).filter(|id| !id.is_empty());
    let other = named.map(|id| one_member(desk, "onBehalfOf", id)).transpose()?;
    let session = desk.session()?;
    match other.filter(|other| *other != session.member.id) {
        None => {
            desk.take_role(Right::Opine, &[])?;
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

pub(crate) fn named_finding(id: Option<&str>) -> Outcome<Option<FindingId>> {
    id.map(str::trim).filter(|id| !id.is_empty()).map(|id| one_finding("findingId", id)).transpose()
}
