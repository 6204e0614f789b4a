//! What a member's roles let them see of a patient, and what is done where they do not: the case is reduced before anything is
//! shown of it, and what people wrote in their own words is looked through on its way out.

mod sieve;

pub(crate) use sieve::Sieve;

use crate::convert::label;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::{Right, may};
use crate::view::{CaseView, FindingRow, GermlineFamily, GermlineView, NotShown, NotShownView};
use entaku_domain::case::Case;
use entaku_domain::case::event::trial::TrialEvent;
use entaku_domain::case::event::verdict::VerdictEvent;
use entaku_domain::event::{CaseEvent, Event, EventBody};
use entaku_domain::gap::GapCode;
use entaku_domain::ids::CaseId;
use entaku_domain::member::Member;
use entaku_words::answers::sight;
use std::borrow::Cow;

/// What may be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sight {
    /// Who the patient is.
    pub(crate) identity: bool,
    /// What is inherited.
    pub(crate) heredity: bool,
}

impl Sight {
    /// Of a member, by all roles together.
    pub(crate) fn of(member: &Member) -> Self {
        Self { identity: may(member, Right::Identity), heredity: may(member, Right::Germline) }
    }

    /// Nothing is left out.
    pub(crate) fn is_whole(self) -> bool {
        self.identity && self.heredity
    }

    /// A case as far as it may be seen.
    pub(crate) fn of_case(self, case: &Case) -> Cow<'_, Case> {
        let mut shown = Cow::Borrowed(case);
        if !self.heredity {
            shown = Cow::Owned(shown.without_heredity());
        }
        if !self.identity {
            shown = Cow::Owned(shown.without_identity());
        }
        shown
    }

    /// Takes out of a view what the case itself does not hold, and says what is left out.
    pub(crate) fn leave_out(self, view: &mut CaseView) {
        view.not_shown = self.left_out();
        if self.heredity {
            return;
        }
        view.findings.iter_mut().for_each(without_heredity);
        let of_heredity = |code: &GapCode| {
            matches!(
                code,
                GapCode::ClassOfHeredity
                    | GapCode::AdviceOnWithheld
                    | GapCode::GermlineUnjudged
                    | GapCode::GermlineToLookAt
                    | GapCode::WishNotAsked
                    | GapCode::NamesWithheld
            )
        };
        view.gaps.retain(|gap| !of_heredity(&gap.code));
        view.reminders.retain(|gap| !of_heredity(&gap.code));
        view.yours.retain(|code| !of_heredity(code));
    }

    /// What is left out, in words: the answer itself says so.
    pub(crate) fn left_out(self) -> Vec<NotShownView> {
        let one = |part, words: entaku_words::Word| NotShownView { part, message: label(&words.to_label()) };
        let identity = (!self.identity).then(|| one(NotShown::Identity, sight::IDENTITY));
        let heredity = (!self.heredity).then(|| one(NotShown::Germline, sight::GERMLINE));
        identity.into_iter().chain(heredity).collect()
    }
}

/// Whether an event judges heredity, whatever words it has for that.
pub(crate) fn tells_of_heredity(event: &Event) -> bool {
    let EventBody::Case { what, .. } = &event.body else { return false };
    match what {
        CaseEvent::Verdict(VerdictEvent::GermlineJudged(_)) => true,
        CaseEvent::Verdict(VerdictEvent::FindingJudged(judged)) => judged.verdict.tells_of_heredity(),
        CaseEvent::Trial(TrialEvent::TrialCriterionTicked(ticked)) => ticked.tick.tells_of_heredity(),
        _ => is_of_heredity_alone(event),
    }
}

/// Whether that an event happened tells already that something is looked at for heredity.
pub(crate) fn is_of_heredity_alone(event: &Event) -> bool {
    matches!(&event.body, EventBody::Case { what: CaseEvent::Heredity(_) | CaseEvent::Family(_), .. })
}

/// A row without what is asked of heredity in general.
pub(crate) fn without_heredity(row: &mut FindingRow) {
    row.germline = GermlineView {
        words: GermlineFamily::Germline,
        judgement: None,
        reason: None,
        matter: false,
        withheld: false,
        listed: false,
        open: false,
        question: None,
        first_scale: None,
    };
}

impl Desk {
    /// What the member who is signed in may see.
    pub(crate) fn sight(&self) -> Outcome<Sight> {
        Ok(Sight::of(&self.session()?.member))
    }

    /// A case as far as it may be seen. What is left out is looked for in the rest of the answer, too.
    pub(crate) fn seen(&mut self, case: &Case) -> Outcome<Case> {
        let sight = self.sight()?;
        if !sight.is_whole() {
            self.keep_out(case)?;
        }
        Ok(sight.of_case(case).into_owned())
    }

    /// As [`Desk::seen`], of a case that stands.
    pub(crate) fn seen_case(&mut self, id: &CaseId) -> Outcome<Case> {
        let case = self.case(id)?.clone();
        self.seen(&case)
    }

    /// Keeps what may not be seen of a case out of the answer's words.
    pub(crate) fn keep_out(&mut self, case: &Case) -> Outcome<()> {
        if let Some(sieve) = self.begin_sieve()? {
            sieve.keep_out(case);
        }
        Ok(())
    }

    /// Has the answer looked through for words of heredity at least, where its reader may not see all of a case.
    pub(crate) fn begin_sieve(&mut self) -> Outcome<Option<&mut Sieve>> {
        let sight = self.sight()?;
        if sight.is_whole() {
            return Ok(None);
        }
        let office = &self.session()?.office;
        let own = office.heredity_words().to_vec();
        let people = office.members.iter().map(|member| member.name.to_string()).collect();
        Ok(Some(self.sieve.get_or_insert_with(|| Sieve::new(sight, own, people))))
    }

    /// As [`Desk::keep_out`], of each of these cases.
    pub(crate) fn keep_out_of<'c>(&mut self, cases: impl IntoIterator<Item = &'c str>) -> Outcome<()> {
        if self.sight()?.is_whole() {
            return Ok(());
        }
        let ids: std::collections::BTreeSet<&str> = cases.into_iter().collect();
        for id in ids.into_iter().filter_map(|id| CaseId::parse(id).ok()) {
            if let Some(case) = self.session()?.store.load_case(&id)? {
                self.keep_out(&case)?;
            }
        }
        Ok(())
    }
}
