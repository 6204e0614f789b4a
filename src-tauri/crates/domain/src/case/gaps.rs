//! What keeps a report from being final.

use super::Case;
use crate::decision::Decision;
use crate::gap::Gap;
use crate::ids::FindingId;
use crate::label::Label;
use crate::milestone::Milestone;
use crate::patient::DisclosureWish;
use crate::recommendation::GivenRecommendation;
use crate::report::{ReportContent, ReportState, advice_in_words};
use crate::text::Text;

impl Case {
    /// Everything that still stands between the case and its finalisation ("nothing left undecided").
    pub fn finalisation_gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        if self.version == 0 {
            return vec![Gap::NotReceived];
        }
        if !self.is_open() {
            gaps.push(Gap::Finalised);
        }
        let undecided = self.undecided();
        if !undecided.is_empty() {
            gaps.push(Gap::Undecided(undecided));
        }
        let guessed: Vec<_> = self.guessed_samples().into_iter().map(|(_, name)| name.to_owned()).collect();
        if !guessed.is_empty() {
            gaps.push(Gap::SampleGuessed(guessed));
        }
        let of_heredity = self.classes_withheld();
        if !of_heredity.is_empty() {
            gaps.push(Gap::ClassOfHeredity(of_heredity));
        }
        let withheld = self.advice_on_withheld();
        if !withheld.is_empty() {
            gaps.push(Gap::AdviceOnWithheld(withheld));
        }
        if !self.has_advice() {
            gaps.push(Gap::NoAdvice);
        }
        match &self.meeting {
            None => gaps.push(Gap::NoMeeting),
            Some(meeting) => gaps.extend(meeting.lacking().cloned().map(Box::new).map(Gap::NotQuorate)),
        }
        gaps
    }

    /// What a person should look at, although it keeps nothing from being done: before the report is final, and after it until
    /// the patient was told. `awaited` are the members whose opinions were asked for and have not come, `asking` the findings
    /// that ask whether they are inherited.
    pub fn reminders(&self, awaited: Vec<Text>, asking: Vec<FindingId>) -> Vec<Gap> {
        if self.version == 0 {
            return Vec::new();
        }
        if !self.is_open() {
            return self.untold().into_iter().collect();
        }
        let open = |id: &FindingId| !self.germline.contains_key(id);
        let germline = self.findings.iter().map(|finding| finding.id);
        let unjudged: Vec<_> = germline.filter(|id| self.is_germline_finding(*id) && open(id)).collect();
        let asking: Vec<_> = asking.into_iter().filter(open).collect();
        let summary = self.summary.is_none().then_some(Gap::NoSummary);
        let awaited = (!awaited.is_empty()).then_some(Gap::OpinionsAwaited(awaited));
        let unjudged = (!unjudged.is_empty()).then_some(Gap::GermlineUnjudged(unjudged));
        let asking = (!asking.is_empty()).then_some(Gap::GermlineToLookAt(asking));
        let wish = (self.details.disclosure.wish == DisclosureWish::NotAsked).then_some(Gap::WishNotAsked);
        unjudged.into_iter().chain(asking).chain(wish).chain(awaited).chain(summary).collect()
    }

    /// What is missing of telling the patient of a final report.
    fn untold(&self) -> Option<Gap> {
        let told = self.milestones.contains_key(&Milestone::Explained);
        match &self.explanation {
            _ if told => None,
            None => Some(Gap::NoExplanation),
            Some(_) => Some(Gap::NotExplained),
        }
    }

    /// What is left to do for a meeting that comes, without what the report withholds: what cannot be printed counts among the
    /// undecided, or would tell of what is withheld; the meeting is that one.
    pub fn left_for_meeting(&self, draft: &ReportContent) -> Vec<Gap> {
        let undecided = match &draft.state {
            ReportState::Draft { undecided, .. } => undecided.clone(),
            ReportState::Final { .. } => Vec::new(),
        };
        let others = self.finalisation_gaps().into_iter().filter(|gap| {
            !matches!(
                gap,
                Gap::Undecided(_)
                    | Gap::ClassOfHeredity(_)
                    | Gap::AdviceOnWithheld(_)
                    | Gap::NoMeeting
                    | Gap::NotQuorate(_)
            )
        });
        let first = (!undecided.is_empty()).then_some(Gap::Undecided(undecided));
        first.into_iter().chain(others).collect()
    }

    /// The recommendations, in words, that the report gives, but whose whole basis it may not: printed without any, they would
    /// tell that there is one. Advice on heredity itself is left out whole.
    fn advice_on_withheld(&self) -> Vec<Label> {
        if self.details.disclosure.wish == DisclosureWish::Wants {
            return Vec::new();
        }
        let rests = |given: &&GivenRecommendation| {
            let recommendation = &given.recommendation;
            !recommendation.advice.is_germline_matter()
                && !recommendation.findings.is_empty()
                && recommendation.findings.iter().all(|id| self.is_germline_finding(*id))
        };
        self.standing_recommendations()
            .filter(rests)
            .map(|given| advice_in_words(&given.recommendation.advice))
            .collect()
    }

    /// Findings that the report shows, but whose class it may not: the panel has to find another for the report.
    pub(crate) fn classes_withheld(&self) -> Vec<FindingId> {
        if self.details.disclosure.wish == DisclosureWish::Wants {
            return Vec::new();
        }
        let told = |(id, decision): (&FindingId, &Decision)| {
            (decision.verdict.tells_of_heredity() && !self.is_germline_finding(*id)).then_some(*id)
        };
        self.decisions.iter().filter_map(told).collect()
    }
}
