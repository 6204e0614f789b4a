//! Write what the patient is told; replaces what was written.

use crate::command::{Act, Command};
use crate::convert::{finding_ids, optional_text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::PlainForm;
use crate::view::ReleasedAdviceForm;
use crate::view::ReleasedFindingForm;
use crate::view::args;
use entaku_domain::case::event::report::PatientExplanationWritten;
use entaku_domain::event::CaseEvent;
use entaku_domain::explanation::{Explanation, Plain, ReleasedAdvice, ReleasedFinding};
use entaku_domain::ids::RecommendationId;
use entaku_words::errors::thing;

args! {
    /// Write what the patient is told; replaces what was written.
    WriteExplanation {
        /// Case.*
        case_id: String,
        /// Version as last seen; the present one when left out.
        expected_version: Option<u32>,
        /// The result in short.
        overall: Option<PlainForm>,
        /// Findings in reading order.*
        findings: Vec<ReleasedFindingForm>,
        /// Recommendations in reading order.*
        recommendations: Vec<ReleasedAdviceForm>,
        /// What happens next.
        next_steps: Option<PlainForm>,
        /// On heredity; only where the patient wishes to be told.
        heredity: Option<PlainForm>,
        /// Who explains; the attending physician when left out.
        doctor: Option<String>,
        /// Where to ask; the institution's contact when left out.
        contact: Option<String>,
    }
}

impl Command for WriteExplanation {
    const NAME: &'static str = "write_explanation";
    const RIGHT: Right = Right::Explain;
    type Answer = CaseView;
}

impl Act for WriteExplanation {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let words = |field: &str, form: &Option<PlainForm>| {
            form.as_ref().map_or_else(|| Ok(Plain::default()), |form| plain_of(field, form))
        };
        let mut findings = Vec::new();
        for form in &self.findings {
            let finding = finding_ids("findings", std::slice::from_ref(&form.finding_id))?;
            let words = plain_of("findings", &form.words)?;
            findings
                .extend(finding.into_iter().map(|finding| ReleasedFinding { finding, words: words.clone() }));
        }
        let mut recommendations = Vec::new();
        for form in &self.recommendations {
            recommendations.push(ReleasedAdvice {
                recommendation: RecommendationId::parse(&form.recommendation_id)
                    .map_err(|_| Problem::missing(thing::RECOMMENDATION, &form.recommendation_id))?,
                words: plain_of("recommendations", &form.words)?,
                place: optional_text("place", form.place.as_deref())?,
            });
        }
        let explanation = Explanation {
            overall: words("overall", &self.overall)?,
            findings,
            recommendations,
            next_steps: words("nextSteps", &self.next_steps)?,
            heredity: words("heredity", &self.heredity)?,
            doctor: optional_text("doctor", self.doctor.as_deref())?,
            contact: optional_text("contact", self.contact.as_deref())?,
        };
        desk.on_what_stands(self.expected_version, |desk| {
            let version = desk.case(&id)?.version;
            let what =
                CaseEvent::from(PatientExplanationWritten { explanation: Box::new(explanation.clone()) });
            desk.transact(&id, self.expected_version.unwrap_or(version), what)
        })?;
        fresh(desk, &id)
    }
}

fn plain_of(field: &str, form: &PlainForm) -> Outcome<Plain> {
    Ok(Plain { ja: optional_text(field, form.ja.as_deref())?, en: optional_text(field, form.en.as_deref())? })
}
