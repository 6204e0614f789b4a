//! Which opinions stand, who may see them, and whether they agree. Blind until a member has given an own one or the
//! chair opens them: an opinion that was read before it was formed is no independent opinion.

use super::Case;
use super::ground::Changed;
use crate::ids::{FindingId, MemberId};
use crate::opinion::{CaseOpinion, Circulation, Given, GivenOpinion, Opinion, Stance};
use crate::words::worded;
use std::collections::BTreeMap;

#[cfg(test)]
mod tests;

/// Why a member's opinion does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Lacking {
    /// None was given.
    NotGiven,
    /// What it judged has changed since.
    OutOfDate,
    /// Entered by another and not confirmed.
    Unconfirmed,
    /// A comment without a class.
    NoClass,
}

/// How the opinions stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Standing {
    /// 一致: everybody asked has given one, and they say the same.
    Agreed,
    /// 不一致.
    Differing,
    /// 未回答あり: those given say the same, and some are missing.
    Missing,
}

/// In what opinions on a finding differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum DiffersIn {
    /// 区分.
    Class,
    /// 治療選択に関わるか.
    Actionability,
    /// 生殖細胞系列の可能性.
    Heredity,
}

/// Opinions of those asked, side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// How they stand to each other.
    pub standing: Standing,
    /// Whose opinion counts, grouped by what it says; the largest group first.
    pub groups: Vec<Vec<MemberId>>,
    /// Whose is missing, and why.
    pub lacking: Vec<(MemberId, Lacking)>,
    /// In what those given differ, on a finding.
    pub differs_in: Vec<DiffersIn>,
}

/// Why a case cannot be closed by circulation (持ち回り協議).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NeedsMeeting {
    /// Nobody was asked.
    NobodyAsked,
    /// Members whose opinion on the draft is missing.
    Missing(Vec<MemberId>),
    /// Members who do not agree with the draft.
    NotAgreed(Vec<MemberId>),
    /// Findings on which given opinions differ.
    Differing(Vec<FindingId>),
}

impl Case {
    /// What changed last under the opinions on a finding.
    pub fn finding_changed(&self, finding: FindingId) -> Option<Changed> {
        let own = self.ground.findings.get(&finding).copied();
        own.max(self.ground.context)
    }

    /// What changed last under the opinions on the case as a whole.
    pub fn draft_changed(&self) -> Option<Changed> {
        self.ground.draft
    }

    /// What an opinion on a finding has not seen; none where it is up to date.
    pub fn unseen_by<T>(&self, finding: Option<FindingId>, given: &Given<T>) -> Option<Changed> {
        let changed = finding.map_or(self.draft_changed(), |finding| self.finding_changed(finding));
        changed.filter(|changed| changed.version > given.version)
    }

    /// Whether the opinions on a finding (none: on the case as a whole) are open to everybody who may read the case.
    pub fn opinions_open(&self, finding: Option<FindingId>) -> bool {
        if !self.reports.is_empty() && self.amendment.is_none() {
            return true;
        }
        let changed = finding.map_or(self.draft_changed(), |finding| self.finding_changed(finding));
        let single = finding.and_then(|finding| self.ground.opened.get(&finding).copied());
        let opened = single.max(self.ground.opened_all);
        opened.is_some_and(|opened| changed.is_none_or(|changed| changed.version <= opened))
    }

    /// Whether a member may see the others' opinions on a finding (none: on the case as a whole): an own one that counts
    /// is given, the chair has opened them, or everybody asked has given one, so that nobody can be swayed any more.
    pub fn may_see_opinions(
        &self,
        finding: Option<FindingId>,
        viewer: &MemberId,
        asked: &[MemberId],
    ) -> bool {
        let own = match finding {
            Some(finding) => {
                self.opinions.get(&finding).and_then(|given| self.counts(finding, given.get(viewer)))
            }
            None => self.case_opinion_counts(viewer),
        };
        let all_given = || {
            let agreement = match finding {
                Some(finding) => self.agreement_on(finding, asked),
                None => self.agreement(asked),
            };
            // Asking fewer opens nothing: only the chair does.
            !self.asked_fewer && !asked.is_empty() && agreement.lacking.is_empty()
        };
        own == Some(Ok(())) || self.opinions_open(finding) || all_given()
    }

    /// Whether a member has others' opinions before their eyes, or had them when giving an earlier one.
    pub(super) fn saw_opinions(&self, finding: Option<FindingId>, member: &MemberId) -> bool {
        let whole = |_: &CaseOpinion| true;
        let classed = |opinion: &Opinion| opinion.grade.is_some();
        let (own, others) = match finding {
            Some(finding) => seen_beside(self.opinions.get(&finding), member, classed),
            None => seen_beside(Some(&self.case_opinions), member, whole),
        };
        let asked = self.circulation.as_ref().map(|asked| asked.members.as_slice()).unwrap_or_default();
        let sees = || own == Own::Counted || self.may_see_opinions(finding, member, asked);
        own == Own::AfterSeeing || (others && sees())
    }

    /// Members are asked anew. Who leaves somebody out once opinions are given could make those given the only ones awaited.
    pub(super) fn ask_only(&mut self, members: &[MemberId]) {
        let given = !self.case_opinions.is_empty() || self.opinions.values().any(|given| !given.is_empty());
        let stays = |former: &Circulation| former.members.iter().all(|member| members.contains(member));
        let all_stay = self.circulation.as_ref().is_some_and(stays);
        self.asked_fewer = given && (self.asked_fewer || !all_stay);
    }

    /// Whether an opinion on the case as a whole counts; none where none was given.
    fn case_opinion_counts(&self, member: &MemberId) -> Option<Result<(), Lacking>> {
        let given = self.case_opinions.get(member)?;
        Some(self.standing_of(None, given))
    }

    fn counts(&self, finding: FindingId, given: Option<&GivenOpinion>) -> Option<Result<(), Lacking>> {
        let given = given?;
        let stands = self.standing_of(Some(finding), given);
        Some(stands.and(if given.opinion.grade.is_some() { Ok(()) } else { Err(Lacking::NoClass) }))
    }

    fn standing_of<T>(&self, finding: Option<FindingId>, given: &Given<T>) -> Result<(), Lacking> {
        if self.unseen_by(finding, given).is_some() {
            Err(Lacking::OutOfDate)
        } else if given.awaits_confirmation() {
            Err(Lacking::Unconfirmed)
        } else {
            Ok(())
        }
    }

    /// The opinions on a finding of those asked, side by side. Two are the same when class, actionability and germline
    /// concern are; words are not compared.
    pub fn agreement_on(&self, finding: FindingId, asked: &[MemberId]) -> Agreement {
        let none = BTreeMap::new();
        let given = self.opinions.get(&finding).unwrap_or(&none);
        let says = |member: &MemberId| {
            let opinion = given.get(member);
            self.counts(finding, opinion).unwrap_or(Err(Lacking::NotGiven))?;
            let said = opinion.map(|given| &given.opinion).ok_or(Lacking::NotGiven)?;
            let grade = said.grade.as_ref().map(|grade| (grade.scale.clone(), grade.class.clone()));
            Ok((grade, said.actionable, said.germline_concern))
        };
        let said: Vec<_> = asked.iter().filter_map(|member| says(member).ok()).collect();
        let differs_in = said.split_first().map_or_else(Vec::new, |(first, others)| {
            let mut found = Vec::new();
            for (point, differs) in [
                (DiffersIn::Class, others.iter().any(|one| one.0 != first.0)),
                (DiffersIn::Actionability, others.iter().any(|one| one.1 != first.1)),
                (DiffersIn::Heredity, others.iter().any(|one| one.2 != first.2)),
            ] {
                if differs {
                    found.push(point);
                }
            }
            found
        });
        Agreement { differs_in, ..side_by_side(asked, says) }
    }

    /// The opinions on the case as a whole, side by side; those who abstain stand apart and break no agreement.
    pub fn agreement(&self, asked: &[MemberId]) -> Agreement {
        let abstains = |member: &&MemberId| {
            self.case_opinions.get(*member).is_some_and(|given| given.opinion.stance == Stance::Abstain)
                && self.case_opinion_counts(member) == Some(Ok(()))
        };
        let voting: Vec<MemberId> = asked.iter().filter(|member| !abstains(member)).cloned().collect();
        side_by_side(&voting, |member| {
            self.case_opinion_counts(member).unwrap_or(Err(Lacking::NotGiven))?;
            self.case_opinions.get(member).map(|given| given.opinion.stance).ok_or(Lacking::NotGiven)
        })
    }

    /// Why the case cannot be closed by circulation; nothing when it can: everybody asked agrees with the draft as it
    /// stands, and no two opinions on one finding differ (all opinions must agree: 健が発0303第1号 and its details).
    pub fn needs_meeting(&self, asked: &[MemberId]) -> Vec<NeedsMeeting> {
        if asked.is_empty() {
            return vec![NeedsMeeting::NobodyAsked];
        }
        let mut reasons = Vec::new();
        let missing: Vec<MemberId> =
            self.agreement(asked).lacking.into_iter().map(|(member, _)| member).collect();
        let against = |member: &&MemberId| {
            !missing.contains(member)
                && self
                    .case_opinions
                    .get(*member)
                    .is_some_and(|given| given.opinion.stance == Stance::Disagree)
        };
        let against: Vec<MemberId> = asked.iter().filter(against).cloned().collect();
        let differing = |id: &FindingId| self.agreement_on(*id, asked).standing == Standing::Differing;
        let differing: Vec<FindingId> = self.opinions.keys().copied().filter(differing).collect();
        if !missing.is_empty() {
            reasons.push(NeedsMeeting::Missing(missing));
        }
        if !against.is_empty() {
            reasons.push(NeedsMeeting::NotAgreed(against));
        }
        if !differing.is_empty() {
            reasons.push(NeedsMeeting::Differing(differing));
        }
        reasons
    }
}

/// What became of a member's own earlier opinion.
#[derive(PartialEq, Eq)]
enum Own {
    /// There is none, or it never let its member see the others'.
    None,
    /// It counted when it was given, and let its member see the others'.
    Counted,
    /// Its member had seen the others' already.
    AfterSeeing,
}

/// A member's own opinion among these, and whether there are others'.
fn seen_beside<T>(
    given: Option<&BTreeMap<MemberId, Given<T>>>,
    member: &MemberId,
    counts: impl Fn(&T) -> bool,
) -> (Own, bool) {
    let others = given.is_some_and(|given| given.keys().any(|whose| whose != member));
    let own = match given.and_then(|given| given.get(member)) {
        Some(own) if own.after_seeing => Own::AfterSeeing,
        Some(own) if !own.awaits_confirmation() && counts(&own.opinion) => Own::Counted,
        _ => Own::None,
    };
    (own, others)
}

/// Groups members by what they say.
fn side_by_side<S: PartialEq>(
    asked: &[MemberId],
    says: impl Fn(&MemberId) -> Result<S, Lacking>,
) -> Agreement {
    let mut groups: Vec<(S, Vec<MemberId>)> = Vec::new();
    let mut lacking = Vec::new();
    for member in asked {
        match says(member) {
            Err(why) => lacking.push((member.clone(), why)),
            Ok(said) => match groups.iter_mut().find(|(known, _)| *known == said) {
                Some((_, members)) => members.push(member.clone()),
                None => groups.push((said, vec![member.clone()])),
            },
        }
    }
    groups.sort_by_key(|(_, members)| std::cmp::Reverse(members.len()));
    let standing = match (groups.len(), lacking.is_empty()) {
        (0 | 1, false) => Standing::Missing,
        (0 | 1, true) => Standing::Agreed,
        _ => Standing::Differing,
    };
    let groups = groups.into_iter().map(|(_, members)| members).collect();
    Agreement { standing, groups, lacking, differs_in: Vec::new() }
}

worded!(Standing {
    Self::Agreed => "standing.agreed", Self::Differing => "standing.differing", Self::Missing => "standing.missing",
});
worded!(DiffersIn {
    Self::Class => "differsIn.class", Self::Actionability => "differsIn.actionability",
    Self::Heredity => "differsIn.heredity",
});
worded!(Lacking {
    Self::NotGiven => "lacking.notGiven", Self::OutOfDate => "lacking.outOfDate",
    Self::Unconfirmed => "lacking.unconfirmed", Self::NoClass => "lacking.noClass",
});
