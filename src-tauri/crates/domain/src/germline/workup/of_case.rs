//! The work-ups of a case.

use super::{ListAnswer, RecordedStep, Workup, WorkupFacts, WorkupStepKind};
use crate::case::Case;
use crate::ids::FindingId;
use chrono::{DateTime, FixedOffset, NaiveDate};

impl Case {
    /// Where the work-up of a finding stands on a day, beside what the first list answers now; none where there is nothing to
    /// work up.
    pub fn workup(&self, id: FindingId, answer: Option<&ListAnswer>, today: NaiveDate) -> Option<Workup> {
        let finding = self.finding(id)?;
        let arrived = match &finding.entry {
            Some(entry) => Some(entry.at),
            None => self.source_of(finding).map(|source| source.at),
        };
        // A wish that was only asked for again is the wish of before.
        let wish = self.details.disclosure.wish;
        let before = self.wishes.iter().rposition(|one| one.disclosure.wish != wish);
        let facts = WorkupFacts {
            reported_germline: finding.read.origin.is_germline(),
            arrived,
            answer,
            judged: self.judged_with.get(&id),
            wish,
            wish_recorded: self.wishes.get(before.map_or(0, |at| at + 1)),
            wish_changed: before.is_some(),
            steps: self.workups.get(&id).map(Vec::as_slice).unwrap_or_default(),
            told_of_another: self.told_of_others(id),
        };
        facts.on(today)
    }

    /// When the patient was first told of another finding than this one.
    fn told_of_others(&self, id: FindingId) -> Option<DateTime<FixedOffset>> {
        let tells = |one: &&RecordedStep| {
            matches!(one.step.kind(), WorkupStepKind::Explained | WorkupStepKind::Disclosed)
        };
        let others = self.workups.iter().filter(|(other, _)| **other != id);
        others.flat_map(|(_, steps)| steps.iter().find(tells)).map(|one| one.by.at).min()
    }
}
