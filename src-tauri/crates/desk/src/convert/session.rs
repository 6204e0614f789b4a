//! Sessions, members, scales.

use super::label;
use crate::desk::{Desk, Session};
use crate::permission;
use crate::view::{
    ClassView, FailedSignInsView, KnowledgeView, MemberView, RecoveredView, ScalePurpose, ScaleView,
    SessionView,
};
use entaku_domain::decision::GermlineJudgement;
use entaku_domain::member::{Member, Qualification, Role};
use entaku_domain::recommendation::{AccessRoute, Approval, BasketStudy, FurtherKind};
use entaku_domain::referral::ReferralStatus;
use entaku_domain::words::Worded;
use entaku_knowledge::{Knowledge, Purpose};
use entaku_store::HeadState;
use entaku_words::answers::{head, key};
use entaku_words::{Said, Value};

pub(crate) fn member_view(member: &Member) -> MemberView {
    MemberView {
        member_id: member.id.to_string(),
        name: member.name.to_string(),
        sign_in: member.sign_in.to_string(),
        institution: member.institution.as_ref().map(ToString::to_string),
        roles: member.roles.clone(),
        qualifications: member.qualifications.clone(),
        institution_kind: member.institution_kind,
        field: member.field.as_ref().map(ToString::to_string),
        full_time: member.full_time,
    }
}

pub(crate) fn session_view(desk: &Desk, session: &Session) -> SessionView {
    let acting = session.member.roles.first().copied().unwrap_or(Role::Viewer);
    SessionView {
        store_id: session.store.store_id().to_owned(),
        store_dir: session.store.dir().display().to_string(),
        institution: session.office.institution.as_ref().map(ToString::to_string).unwrap_or_default(),
        contact: session.office.contact.as_ref().map(ToString::to_string),
        target_days: session.office.target_days(),
        demo: session.demo,
        member: member_view(&session.member),
        acting_role: acting,
        may: permission::commands_of(&session.member, desk.table).map(ToOwned::to_owned).collect(),
        journal_in_doubt: session.in_doubt(),
        read_only: session.store.is_read_only(),
        backup_problem: session.backup_problem.clone(),
        failed_before: session
            .failed_before
            .as_ref()
            .map(|failed| FailedSignInsView { count: failed.count, last: super::moment(failed.last) }),
        clock_behind: session.clock_behind.map(super::moment),
        must_change_password: !session.store.has_own_keys(),
        confirmed_by: session.confirming(&session.member.id),
        to_confirm: session
            .to_confirm()
            .into_iter()
            .map(|member| RecoveredView { member_id: member.id.to_string(), name: member.name.to_string() })
            .collect(),
        second_factor: session.store.has_second_factor(),
        spares_left: session.spares_left,
        key_waits: key_waits(session).map(|words| words.get(desk.language)),
    }
}

/// Why the store does not have the new key yet that it is to have.
fn key_waits(session: &Session) -> Option<Value> {
    if let Some(problem) = &session.renewal_failed {
        return Some(key::failed(problem.message.clone()).said());
    }
    let (members, code) = session.renewal_waits()?;
    let code = code.then(|| key::RENEW_CODE.said());
    let members = (!members.is_empty()).then(|| key::sign_in(members).said());
    Some(key::waits(code.into_iter().chain(members)).said())
}

/// How the journal's end stands to its keyed copy.
pub(crate) fn head_said(state: &HeadState) -> Value {
    match state {
        HeadState::Sound { count } => head::sound(count).said(),
        HeadState::Behind { head, journal } => head::behind(head, journal).said(),
        HeadState::Worn { unreadable, head } => head::worn(unreadable, head).said(),
        HeadState::Missing => head::MISSING.said(),
        HeadState::Unreadable => head::UNREADABLE.said(),
        HeadState::Ahead { head, journal } => head::ahead(head, journal).said(),
        HeadState::Differs { count } => head::differs(count).said(),
    }
}

pub(crate) fn knowledge_view(knowledge: &Knowledge) -> KnowledgeView {
    let scale = |scale: &entaku_knowledge::Scale| ScaleView {
        id: scale.id.clone(),
        version: scale.version.clone(),
        name: label(&scale.name),
        source: scale.source.clone(),
        remark: scale.remark.as_ref().map(label),
        certainty: scale.certainty,
        purpose: match scale.purpose {
            Purpose::Significance => ScalePurpose::Significance,
            Purpose::Evidence => ScalePurpose::Evidence,
        },
        kinds: scale.kinds.clone(),
        classes: scale
            .classes
            .iter()
            .map(|class| ClassView {
                code: class.code.clone(),
                name: label(&class.name),
                meaning: class.meaning.as_ref().map(label),
                weight: class.weight,
            })
            .collect(),
    };
    KnowledgeView {
        scales: knowledge.scales().iter().map(scale).collect(),
        further_kinds: FurtherKind::ALL.to_vec(),
        routes: AccessRoute::ALL.to_vec(),
        approvals: Approval::ALL.to_vec(),
        basket_studies: BasketStudy::ALL.to_vec(),
        referral_statuses: ReferralStatus::ALL.to_vec(),
        referral_ends: ReferralStatus::ALL.iter().filter(|status| status.is_end()).copied().collect(),
        germline_judgements: vec![
            GermlineJudgement::NotSuspected,
            GermlineJudgement::ConfirmationRecommended,
            GermlineJudgement::ConfirmationIfPossible,
            GermlineJudgement::OnlyWithPhenotype,
            GermlineJudgement::NotForDisclosure,
        ],
        roles: Role::ALL.to_vec(),
        // By its code: a bare `key()` on a reference is the word's key.
        qualifications: Qualification::ALL.iter().map(|q| (*q, Worded::key(q).to_owned())).collect(),
    }
}
