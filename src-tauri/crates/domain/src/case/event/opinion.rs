//! What members think, who was asked, and when it was opened to all.

use super::{CaseChange, Unsettled, events, has_finding};
use crate::case::Case;
use crate::ids::{FindingId, MemberId};
use crate::member::Actor;
use crate::opinion::{CaseOpinion, Circulation, Given, Opinion, Stance};
use crate::refusal::Refusal;
use crate::stamp::Stamp;
use chrono::NaiveDate;
use entaku_words::history::happened;
use entaku_words::{Said, Value};
use serde::{Deserialize, Serialize};

events! {
    /// What members think, who was asked, and when it was opened to all.
    OpinionEvent {
        /// A member gave an opinion on a finding.
        "opinionGiven" => OpinionGiven,
        /// A member gave an opinion on the case as a whole.
        "caseOpinionGiven" => CaseOpinionGiven,
        /// A member confirmed the opinion that another had entered for them.
        "opinionConfirmed" => OpinionConfirmed,
        /// Members were asked for their opinions.
        "opinionsAsked" => OpinionsAsked,
        /// The chair opened the opinions to everybody at the table.
        "opinionsOpened" => OpinionsOpened,
    }
}

/// A member gave an opinion on a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OpinionGiven {
    /// The finding.
    pub finding: FindingId,
    /// The opinion.
    pub opinion: Opinion,
}

impl CaseChange for OpinionGiven {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        has_finding(case, self.finding)
    }
    fn check_by(&self, case: &Case, by: &Actor) -> Result<(), Refusal> {
        let given = case.opinions.get(&self.finding);
        not_over_anothers(case, Some(self.finding), by, |member| given.and_then(|given| given.get(member)))
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        let (member, mut given) = given(stamp, &self.opinion);
        given.after_seeing = case.saw_opinions(Some(self.finding), &member);
        case.opinions.entry(self.finding).or_default().insert(member, given);
    }
    fn in_words(&self, after: &Case) -> Value {
        happened::opinion(after.named(self.finding)).said()
    }
}

/// A member gave an opinion on the case as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseOpinionGiven {
    /// The opinion.
    pub opinion: CaseOpinion,
}

impl CaseChange for CaseOpinionGiven {
    fn check(&self, _case: &Case) -> Result<(), Refusal> {
        if self.opinion.stance == Stance::Disagree && self.opinion.comment.is_none() {
            Err(Refusal::DissentNeedsReason)
        } else {
            Ok(())
        }
    }
    fn check_by(&self, case: &Case, by: &Actor) -> Result<(), Refusal> {
        not_over_anothers(case, None, by, |member| case.case_opinions.get(member))
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        let (member, mut given) = given(stamp, &self.opinion);
        given.after_seeing = case.saw_opinions(None, &member);
        case.case_opinions.insert(member, given);
    }
    /// What it says is not told: an opinion is blind until its time.
    fn in_words(&self, _after: &Case) -> Value {
        happened::CASE_OPINION.said()
    }
}

/// A member confirmed the opinion that another had entered for them (代行入力).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OpinionConfirmed {
    /// On which finding; none: on the case as a whole.
    pub finding: Option<FindingId>,
}

impl CaseChange for OpinionConfirmed {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        self.finding.map_or(Ok(()), |finding| has_finding(case, finding))
    }
    fn check_by(&self, case: &Case, by: &Actor) -> Result<(), Refusal> {
        let awaits = match self.finding {
            Some(finding) => {
                let given = case.opinions.get(&finding).and_then(|given| given.get(&by.member));
                given.is_some_and(Given::awaits_confirmation)
            }
            None => case.case_opinions.get(&by.member).is_some_and(Given::awaits_confirmation),
        };
        if awaits { Ok(()) } else { Err(Refusal::NothingToConfirm) }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        let member = &stamp.by.member;
        let confirmed = match self.finding {
            Some(finding) => {
                let given = case.opinions.get_mut(&finding).and_then(|given| given.get_mut(member));
                given.map(|given| &mut given.confirmed)
            }
            None => case.case_opinions.get_mut(member).map(|given| &mut given.confirmed),
        };
        if let Some(confirmed) = confirmed {
            *confirmed = Some(stamp.at);
        }
    }
    fn in_words(&self, after: &Case) -> Value {
        match self.finding {
            Some(finding) => happened::opinion_confirmed(after.named(finding)).said(),
            None => happened::CASE_OPINION_CONFIRMED.said(),
        }
    }
}

/// Members were asked for their opinions (持ち回り協議).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OpinionsAsked {
    /// Who.
    pub members: Vec<MemberId>,
    /// By when.
    pub due: Option<NaiveDate>,
}

impl CaseChange for OpinionsAsked {
    fn check(&self, _case: &Case) -> Result<(), Refusal> {
        if self.members.is_empty() { Err(Refusal::NobodyAsked) } else { Ok(()) }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, _stamp: &Stamp) {
        case.ask_only(&self.members);
        case.circulation = Some(Circulation { members: self.members.clone(), due: self.due });
    }
    fn in_words(&self, _after: &Case) -> Value {
        let count = self.members.len();
        match self.due {
            Some(due) => happened::opinions_asked_until(count, due).said(),
            None => happened::opinions_asked(count).said(),
        }
    }
}

/// The chair opened the opinions to everybody at the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OpinionsOpened {
    /// On which finding; none: on all, and on the case as a whole.
    pub finding: Option<FindingId>,
}

impl CaseChange for OpinionsOpened {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        self.finding.map_or(Ok(()), |finding| has_finding(case, finding))
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        case.ground.open(self.finding, stamp.version);
    }
    fn in_words(&self, after: &Case) -> Value {
        match self.finding {
            Some(finding) => happened::opinions_opened(after.named(finding)).said(),
            None => happened::ALL_OPINIONS_OPENED.said(),
        }
    }
}

/// Whose opinion it is, and the opinion with who recorded it.
fn given<T: Clone>(stamp: &Stamp, opinion: &T) -> (MemberId, Given<T>) {
    let by = stamp.by.clone();
    let member = by.on_behalf_of.clone().unwrap_or_else(|| by.member.clone());
    (
        member,
        Given {
            opinion: opinion.clone(),
            by,
            at: stamp.at,
            version: stamp.version,
            confirmed: None,
            after_seeing: false,
        },
    )
}

/// Nobody changes another's opinion while it stands.
fn not_over_anothers<'c, T: 'c>(
    case: &Case,
    finding: Option<FindingId>,
    by: &Actor,
    given: impl Fn(&MemberId) -> Option<&'c Given<T>>,
) -> Result<(), Refusal> {
    let stands = |given: &Given<T>| !given.awaits_confirmation() && case.unseen_by(finding, given).is_none();
    match by.on_behalf_of.as_ref().and_then(given) {
        Some(own) if stands(own) => Err(Refusal::AnothersOpinion),
        _ => Ok(()),
    }
}
