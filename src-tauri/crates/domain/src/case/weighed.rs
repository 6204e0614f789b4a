//! What evidence is matched against of a case, and since when nobody has weighed it: what a search over all cases for news of
//! evidence needs, and no more. It names no patient.

use super::Case;
use crate::evidence::AnsweredNews;
use crate::finding::{Alteration, Finding};
use crate::genome::GenomeBuild;
use crate::ids::FindingId;
use crate::text::Text;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// What evidence is matched against of a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceSubject {
    /// The case's code of OncoTree.
    pub tumour: Option<String>,
    /// Names of the panel tests as the files give them.
    pub tests: Vec<Option<String>>,
    /// Findings in the case's order.
    pub findings: Vec<SubjectFinding>,
    /// Rows of evidence that are not for this patient.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aside: Vec<RowBeside>,
    /// News that somebody answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answered: Vec<AnsweredNews>,
}

/// A finding as evidence is matched against it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SubjectFinding {
    /// Which.
    pub id: FindingId,
    /// Build of its coordinates.
    pub build: GenomeBuild,
    /// Whether it is (likely) germline, so that it is shown by right.
    pub germline: bool,
    /// The alteration; of a short variant the consequence that speaks for it alone.
    pub alteration: Alteration,
}

/// A row of evidence beside a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RowBeside {
    /// The finding.
    pub finding: FindingId,
    /// Source.
    pub source: String,
    /// The source's id of the row.
    pub id: String,
}

impl Case {
    /// What evidence is matched against.
    pub fn evidence_subject(&self) -> EvidenceSubject {
        EvidenceSubject {
            tumour: self.details.clinical.oncotree.as_ref().map(Text::to_string),
            tests: self.sources.iter().map(|source| source.draft.test.panel_name.clone()).collect(),
            findings: self.findings.iter().map(|finding| self.subject_of(finding)).collect(),
            aside: self
                .evidence_aside
                .keys()
                .map(|(finding, source, id)| RowBeside {
                    finding: *finding,
                    source: source.clone(),
                    id: id.clone(),
                })
                .collect(),
            answered: self.evidence_news.values().cloned().collect(),
        }
    }

    fn subject_of(&self, finding: &Finding) -> SubjectFinding {
        let mut alteration = finding.read.alteration.clone();
        if let Alteration::ShortVariant(variant) = &mut alteration {
            variant.transcripts.truncate(1);
        }
        SubjectFinding {
            id: finding.id,
            build: self.assembly_of(finding).name,
            germline: finding.read.origin.is_germline(),
            alteration,
        }
    }

    /// Since when nobody has weighed the evidence beside some finding: of the findings that need a verdict the one that was
    /// weighed longest ago, by its verdict or by a recommendation that rests on it; as long as one of them has neither, since
    /// the case was received. Rather too early than too late, so that no news is passed over.
    pub fn weighed_since(&self) -> Option<DateTime<FixedOffset>> {
        let received = self.sources.first()?.at;
        let of = |finding: &Finding| {
            let verdict = self.decisions.get(&finding.id).map(|decision| decision.at);
            let resting = self
                .standing_recommendations()
                .filter(|one| one.recommendation.findings.contains(&finding.id));
            resting.map(|one| one.at).chain(verdict).max().unwrap_or(received)
        };
        let needing = self.findings.iter().filter(|finding| Self::needs_verdict(finding));
        Some(needing.map(of).min().unwrap_or(received))
    }
}

#[cfg(test)]
mod tests {
    use crate::case::Case;
    use crate::case::event::evidence::{EvidenceNewsAnswered, NewsRow};
    use crate::case::tests::{f, finalised, happen, nothing, put_off, received, text, variant};
    use crate::evidence::NewsAnswer;
    use crate::finding::Origin;
    use crate::refusal::Refusal;
    use chrono::{DateTime, Days, FixedOffset};

    fn case() -> Case {
        let finding = |gene, change, reported| variant(gene, change, Origin::Somatic, reported);
        received(vec![
            finding("EGFR", "L858R", Some(true)),
            finding("TP53", "R175H", Some(true)),
            // Left out by the laboratory: needs no verdict, so that nobody waits for one.
            finding("TTN", "A1B", Some(false)),
        ])
    }

    /// Puts a verdict off so many days after the receipt.
    fn weigh(case: &mut Case, number: u32, days: u64) -> DateTime<FixedOffset> {
        happen(case, put_off(f(number))).unwrap();
        let at = case.sources[0].at + Days::new(days);
        case.decisions.get_mut(&f(number)).unwrap().at = at;
        at
    }

    #[test]
    fn a_case_is_weighed_once_every_finding_that_needs_it_has_a_verdict_and_since_the_oldest() {
        let mut case = case();
        let receipt = case.sources[0].at;
        assert_eq!(case.weighed_since(), Some(receipt));
        weigh(&mut case, 1, 3);
        assert_eq!(case.weighed_since(), Some(receipt), "nobody has looked at the second yet");
        let second = weigh(&mut case, 2, 1);
        assert_eq!(case.weighed_since(), Some(second));
        // A recommendation that rests on it looked at it again.
        happen(&mut case, nothing('7', vec![f(2)])).unwrap();
        case.recommendations[0].at = receipt + Days::new(2);
        assert_eq!(case.weighed_since(), Some(receipt + Days::new(2)));
    }

    fn answer(finding: u32, standing: &str) -> crate::event::CaseEvent {
        let row = NewsRow {
            finding: f(finding),
            source: "CIViC".to_owned(),
            version: "2026-11-01".to_owned(),
            id: "EID1".to_owned(),
            standing: standing.to_owned(),
        };
        EvidenceNewsAnswered {
            rows: vec![row], answer: NewsAnswer::NotRelevant { reason: text("治療歴") }
        }
        .into()
    }

    #[test]
    fn news_may_be_answered_after_the_report_and_changes_nothing_of_it() {
        let mut case = finalised();
        let report = case.reports.clone();
        happen(&mut case, answer(1, "A")).unwrap();
        assert_eq!(case.reports, report);
        happen(&mut case, answer(1, "B")).unwrap();
        let answered = case.evidence_subject().answered;
        assert_eq!(answered.len(), 1);
        assert_eq!(answered[0].standing, "B", "the latest answer stands");
        let to_nothing = EvidenceNewsAnswered { rows: Vec::new(), answer: NewsAnswer::Seen };
        assert_eq!(happen(&mut case, to_nothing.into()), Err(Refusal::NoNews));
        assert_eq!(happen(&mut case, answer(99, "A")), Err(Refusal::NoFinding(f(99))));
    }

    #[test]
    fn what_evidence_is_matched_against_says_what_is_hereditary_and_comes_back_as_written() {
        let finding = |gene, origin| variant(gene, "L858R", origin, Some(true));
        let case = received(vec![finding("EGFR", Origin::Somatic), finding("BRCA2", Origin::Germline)]);
        let subject = case.evidence_subject();
        assert_eq!(subject.findings.iter().map(|one| one.germline).collect::<Vec<_>>(), [false, true]);
        let json = serde_json::to_string(&subject).unwrap();
        assert_eq!(serde_json::from_str::<super::EvidenceSubject>(&json).unwrap(), subject);
    }
}
