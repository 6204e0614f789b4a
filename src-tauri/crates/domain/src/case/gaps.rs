//! What keeps a report from being final.

use super::Case;
use crate::decision::Decision;
use crate::ids::FindingId;
use crate::patient::DisclosureWish;
use crate::recommendation::GivenRecommendation;
use crate::refusal::Refusal;

impl Case {
    /// Everything that still stands between the case and its finalisation ("nothing left undecided").
    pub fn finalisation_gaps(&self) -> Vec<Refusal> {
        let mut gaps = Vec::new();
        if self.version == 0 {
            return vec![Refusal::NotReceived];
        }
        if !self.is_open() {
            gaps.push(Refusal::Finalised);
        }
        let undecided = self.undecided();
        if !undecided.is_empty() {
            gaps.push(Refusal::Undecided(undecided));
        }
        let guessed: Vec<_> = self.guessed_samples().into_iter().map(|(_, name)| name.to_owned()).collect();
        if !guessed.is_empty() {
            gaps.push(Refusal::SampleGuessed(guessed));
        }
        let of_heredity = self.classes_withheld();
        if !of_heredity.is_empty() {
            gaps.push(Refusal::ClassOfHeredity(of_heredity));
        }
        let withheld = self.advice_on_withheld();
        if !withheld.is_empty() {
            gaps.push(Refusal::AdviceOnWithheld(withheld));
        }
        if !self.has_advice() {
            gaps.push(Refusal::NoAdvice);
        }
        if self.meeting.is_none() {
            gaps.push(Refusal::NoMeeting);
        }
        gaps
    }

    /// Ranks of the recommendations that the report gives, but whose whole basis it may not: printed without any, they would
    /// tell that there is one. Advice on heredity itself is left out whole.
    fn advice_on_withheld(&self) -> Vec<u32> {
        if self.details.disclosure.wish == DisclosureWish::Wants {
            return Vec::new();
        }
        let rests = |given: &&GivenRecommendation| {
            let recommendation = &given.recommendation;
            !recommendation.advice.is_germline_matter()
                && !recommendation.findings.is_empty()
                && recommendation.findings.iter().all(|id| self.is_germline_finding(*id))
        };
        (1..)
            .zip(self.standing_recommendations())
            .filter(|(_, given)| rests(given))
            .map(|(rank, _)| rank)
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
