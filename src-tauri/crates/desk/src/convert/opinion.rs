//! Opinions for one reader: what is blind to that member never reaches the view.

use super::{grade_view, label, moment};
use crate::view::{
    AgreementView, AskedView, CaseOpinionView, OpinionView, OpinionsView, ReasonView, SignedView,
};
use entaku_domain::case::{Agreement, Case, Changed, DiffersIn, NeedsMeeting, Standing};
use entaku_domain::ids::{FindingId, MemberId};
use entaku_domain::member::Role;
use entaku_domain::office::Office;
use entaku_domain::opinion::{Given, GivenCaseOpinion, GivenOpinion};
use entaku_domain::text::Text;
use entaku_domain::words::word;
use entaku_words::answers::needs_meeting;
use entaku_words::{Said, Value};

/// Who reads, and who else is at the table.
pub(crate) struct Reader<'a> {
    pub(crate) member: &'a MemberId,
    pub(crate) office: &'a Office,
}

impl Reader<'_> {
    /// Whose opinion is asked for: those named, otherwise everybody who sits on the panel.
    pub(crate) fn asked(&self, case: &Case) -> Vec<MemberId> {
        let sits = |role: &Role| matches!(role, Role::Chair | Role::Member | Role::GeneticCounsellor);
        match &case.circulation {
            Some(circulation) => circulation.members.clone(),
            None => {
                let panel = self.office.members.iter().filter(|member| member.roles.iter().any(sits));
                panel.map(|member| member.id.clone()).collect()
            }
        }
    }

    /// Whose opinions on the case were asked for and have not come, where somebody was asked.
    pub(crate) fn awaited(&self, case: &Case) -> Vec<Text> {
        let lacking = case.agreement(&self.asked(case)).lacking;
        let known = lacking.iter().filter_map(|(member, _)| self.office.member(member));
        known.map(|member| member.name.clone()).collect()
    }

    /// Whether the reader's own opinion was asked for and has not come.
    pub(crate) fn is_awaited(&self, case: &Case) -> bool {
        case.agreement(&self.asked(case)).lacking.iter().any(|(member, _)| member == self.member)
    }

    fn name(&self, member: &MemberId) -> String {
        self.office.member(member).map_or_else(|| member.to_string(), |member| member.name.to_string())
    }

    fn names(&self, members: &[MemberId]) -> impl Iterator<Item = String> {
        members.iter().map(|member| self.name(member))
    }

    fn signed<T>(&self, whose: &MemberId, given: &Given<T>, unseen: Option<Changed>) -> SignedView {
        SignedView {
            member_id: whose.to_string(),
            name: self.name(whose),
            entered_by: given.by.on_behalf_of.as_ref().map(|_| given.by.name.to_string()),
            role: given.by.role,
            at: moment(given.at),
            awaits_confirmation: given.awaits_confirmation(),
            after_seeing: given.after_seeing,
            out_of_date: unseen.map(|changed| label(&word(&format!("changed.{}", changed.kind)).to_label())),
        }
    }

    fn asked_views(&self, asked: &[MemberId], agreement: &Agreement) -> Vec<AskedView> {
        let view = |member: &MemberId| AskedView {
            member_id: member.to_string(),
            name: self.name(member),
            qualifications: self
                .office
                .member(member)
                .map(|member| member.qualifications.clone())
                .unwrap_or_default(),
            lacking: agreement.lacking.iter().find(|(who, _)| who == member).map(|(_, why)| *why),
        };
        asked.iter().map(view).collect()
    }
}

/// Whether an opinion may be shown: to its owner and to who typed it always.
fn shown<T>(reader: &Reader<'_>, sees: bool, whose: &MemberId, given: &Given<T>) -> bool {
    sees || whose == reader.member || given.by.member == *reader.member
}

/// The standing of the opinions on a finding, for its row; none while it is blind to the reader, or nobody gave one.
pub(crate) fn standing(
    case: &Case,
    finding: FindingId,
    reader: &Reader<'_>,
    asked: &[MemberId],
) -> Option<(Standing, Vec<DiffersIn>)> {
    case.opinions.get(&finding)?;
    let sees = case.may_see_opinions(Some(finding), reader.member, asked);
    let agreement = sees.then(|| case.agreement_on(finding, asked))?;
    Some((agreement.standing, agreement.differs_in))
}

pub(crate) fn opinions(case: &Case, finding: FindingId, reader: &Reader<'_>) -> OpinionsView {
    let asked = reader.asked(case);
    let sees = case.may_see_opinions(Some(finding), reader.member, &asked);
    let agreement = case.agreement_on(finding, &asked);
    let view = |(whose, given): (&MemberId, &GivenOpinion)| OpinionView {
        who: reader.signed(whose, given, case.unseen_by(Some(finding), given)),
        grade: given.opinion.grade.as_ref().map(grade_view),
        actionable: given.opinion.actionable,
        germline_concern: given.opinion.germline_concern,
        suggested: given.opinion.suggested.iter().map(ToString::to_string).collect(),
        comment: given.opinion.comment.as_ref().map(ToString::to_string),
    };
    let given = case.opinions.get(&finding).into_iter().flatten();
    OpinionsView {
        blind: !sees,
        open_to_all: sees && asked.iter().all(|member| case.may_see_opinions(Some(finding), member, &asked)),
        opinions: given.filter(|(whose, given)| shown(reader, sees, whose, given)).map(view).collect(),
        asked: reader.asked_views(&asked, &agreement),
        standing: sees.then_some(agreement.standing),
        differs_in: if sees { agreement.differs_in } else { Vec::new() },
    }
}

pub(crate) fn agreement(case: &Case, reader: &Reader<'_>) -> AgreementView {
    let asked = reader.asked(case);
    let sees = case.may_see_opinions(None, reader.member, &asked);
    let agreement = case.agreement(&asked);
    let view = |(whose, given): (&MemberId, &GivenCaseOpinion)| CaseOpinionView {
        who: reader.signed(whose, given, case.unseen_by(None, given)),
        stance: given.opinion.stance,
        actionable: given.opinion.actionable,
        germline_concern: given.opinion.germline_concern,
        suggested: given.opinion.suggested.iter().map(ToString::to_string).collect(),
        comment: given.opinion.comment.as_ref().map(ToString::to_string),
    };
    let needs = case.needs_meeting(&asked);
    // Who agrees and where views differ is known to those alone who may see the opinions.
    let told = |need: &&NeedsMeeting| match need {
        NeedsMeeting::NobodyAsked | NeedsMeeting::Missing(_) => true,
        NeedsMeeting::NotAgreed(_) => sees,
        NeedsMeeting::Differing(findings) => {
            sees && findings.iter().all(|id| case.may_see_opinions(Some(*id), reader.member, &asked))
        }
    };
    AgreementView {
        asked_by_name: case.circulation.is_some(),
        due: case.circulation.as_ref().and_then(|asked| asked.due).map(|due| due.to_string()),
        blind: !sees,
        asked: reader.asked_views(&asked, &agreement),
        opinions: case
            .case_opinions
            .iter()
            .filter(|(whose, given)| shown(reader, sees, whose, given))
            .map(view)
            .collect(),
        standing: sees.then_some(agreement.standing),
        circulation: sees.then_some(needs.is_empty()),
        reasons: needs.iter().filter(told).map(|need| reason(need, reader)).collect(),
    }
}

/// Whether the recorded opinions agree, so that circulation closes the case; none while that is blind to the reader, and
/// while opinions are still to come.
pub(crate) fn recorded_agreement(case: &Case, reader: &Reader<'_>) -> Option<bool> {
    let asked = reader.asked(case);
    if !case.may_see_opinions(None, reader.member, &asked) {
        return None;
    }
    let needs = case.needs_meeting(&asked);
    let open = |need: &NeedsMeeting| matches!(need, NeedsMeeting::NobodyAsked | NeedsMeeting::Missing(_));
    let differ = needs.iter().any(|need| !open(need));
    if differ { Some(false) } else { needs.is_empty().then_some(true) }
}

fn reason(need: &NeedsMeeting, reader: &Reader<'_>) -> ReasonView {
    let said = |code: &str, words: Value, findings: Vec<String>| ReasonView {
        code: code.to_owned(),
        message: label(&words.to_label()),
        findings,
    };
    match need {
        NeedsMeeting::NobodyAsked => said("nobodyAsked", needs_meeting::NOBODY_ASKED.said(), Vec::new()),
        NeedsMeeting::Missing(members) => {
            said("missing", needs_meeting::missing(reader.names(members)).said(), Vec::new())
        }
        NeedsMeeting::NotAgreed(members) => {
            said("notAgreed", needs_meeting::not_agreed(reader.names(members)).said(), Vec::new())
        }
        NeedsMeeting::Differing(findings) => {
            let ids: Vec<String> = findings.iter().map(ToString::to_string).collect();
            said("differing", needs_meeting::differing(&ids).said(), ids)
        }
    }
}
