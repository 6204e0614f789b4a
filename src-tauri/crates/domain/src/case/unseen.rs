//! A case for a reader whose role gives no right to heredity, or none to who the patient is. It is reduced before anything is
//! shown of it, so that what a screen, a count or a figure makes of it cannot hold what was taken out.

use super::Case;
use crate::ids::FindingId;
use crate::patient::CcatFindings;
use crate::recommendation::Advice;
use crate::report::{report_meeting, report_referral};
use std::collections::BTreeSet;
use std::sync::Arc;

impl Case {
    /// The case without germline findings, judgements of heredity and what rests on them. A tumour finding stays, without what
    /// the panel says of its heredity. People's own words stay as they are: who shows them looks through them.
    #[must_use]
    pub fn without_heredity(&self) -> Self {
        let hidden: BTreeSet<FindingId> =
            self.findings.iter().filter(|one| one.read.origin.is_germline()).map(|one| one.id).collect();
        let is_hidden = |id: &FindingId| hidden.contains(id);
        let mut shown = self.clone();
        let mut findings: Vec<_> = self.findings.iter().filter(|one| !is_hidden(&one.id)).cloned().collect();
        for finding in &mut findings {
            finding.further.retain(|reading| !reading.read.origin.is_germline());
        }
        shown.index = findings.iter().enumerate().map(|(at, finding)| (finding.id, at)).collect();
        shown.findings = Arc::new(findings);
        shown.readings.retain(|(id, _), _| !is_hidden(id));
        shown.ccat.retain(|id, _| !is_hidden(id));
        shown.decisions.retain(|id, decision| !is_hidden(id) && !decision.verdict.tells_of_heredity());
        shown.opinions.retain(|id, _| !is_hidden(id));
        for given in shown.opinions.values_mut().flat_map(|all| all.values_mut()) {
            given.opinion.germline_concern = false;
            if given.opinion.grade.as_ref().is_some_and(|grade| grade.germline) {
                given.opinion.grade = None;
            }
        }
        shown.germline.clear();
        shown.judged_with.clear();
        shown.workups.clear();
        shown.guidance.clear();
        shown.wishes.clear();
        shown.family = None;
        shown.referrals = self
            .referrals
            .iter()
            .map(|tracked| {
                let follows = tracked.referral.recommendation.as_ref();
                let given = self.recommendations.iter().find(|one| Some(&one.recommendation.id) == follows);
                let advice = given.map(|one| &one.recommendation.advice);
                let mut shown = report_referral(tracked, advice, |id| is_hidden(&id));
                shown.referral.leave_out_heredity();
                shown
            })
            .collect();
        shown.recommendations.retain(|given| !Advice::is_germline_matter(&given.recommendation.advice));
        for given in &mut shown.recommendations {
            given.recommendation.keep_findings(|id| !is_hidden(&id));
        }
        shown.meeting = self.meeting.as_ref().map(|meeting| report_meeting(meeting, true));
        shown.details.ccat_findings = CcatFindings::default();
        shown.explanation = None;
        shown.evidence_aside.retain(|(id, _, _), _| !is_hidden(id));
        shown.evidence_news.retain(|(id, _, _), _| !is_hidden(id));
        shown.trial_ticks.retain(|given| !given.tick.tells_of_heredity());
        shown.without_names_of_files()
    }

    /// The case without who the patient is. The age stays, the date of birth does not.
    #[must_use]
    pub fn without_identity(&self) -> Self {
        let mut shown = self.clone();
        let age = self.received_on.and_then(|day| self.details.patient.age_on(day));
        // Relatives have names, and lead to the patient's.
        shown.family = None;
        let patient = &mut shown.details.patient;
        patient.age = age.and_then(|age| u8::try_from(age).ok());
        (patient.hospital_id, patient.ccat_id, patient.name, patient.kana, patient.birth_date) =
            (None, None, None, None, None);
        shown.without_names_of_files()
    }

    /// A laboratory may name a file after the patient or after what it found.
    fn without_names_of_files(mut self) -> Self {
        let mut sources = (*self.sources).clone();
        for (number, source) in (1..).zip(&mut sources) {
            source.draft.file.name = format!("#{number}");
        }
        self.sources = Arc::new(sources);
        self
    }
}
