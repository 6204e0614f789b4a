//! Refer to a trial.

use crate::command::{Act, Command};
use crate::convert::{date, finding_ids, grade, optional_text, texts};
use crate::desk::{Desk, new_uuid};
use crate::error::{Outcome, internal};
use crate::permission::Right;
use crate::topics::treatment::{recommendation_id, step_day};
use crate::topics::{case_id, fresh, trials};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::treatment::Referred;
use entaku_domain::ids::ReferralId;
use entaku_domain::referral::{Referral, ReferralStatus, ReferralStep};
use entaku_domain::text::Text;

args! {
    /// Refer to a trial.
    ReferToTrial of case {
        /// Trial id.*
        trial: String,
        /// Arm, cohort or dose level of the catalogue, for its criteria to be kept with the referral; needed where it has several.
        arm: Option<String>,
        /// Who publishes it in the catalogue, where several do.
        source: Option<String>,
        /// Recommendation it follows.
        recommendation_id: Option<String>,
        /// Findings.
        findings: Option<Vec<String>>,
        /// Title.
        title: Option<String>,
        /// Phase.
        phase: Option<String>,
        /// Drugs.
        drugs: Option<Vec<String>>,
        /// Site.
        site: Option<String>,
        /// Contact.
        contact: Option<String>,
        /// Scale id of the level.
        evidence_scale: Option<String>,
        /// Level code.
        evidence_level: Option<String>,
        /// Recruitment checked on, `YYYY-MM-DD`.
        as_of: Option<String>,
        /// Remarks.
        eligibility: Option<String>,
        /// First status; `candidate` when left out.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        status: Option<ReferralStatus>,
        /// Day of it; today when left out.
        on: Option<String>,
        /// Next check.
        next_check: Option<String>,
    }
}

impl Command for ReferToTrial {
    const NAME: &'static str = "refer_to_trial";
    const RIGHT: Right = Right::Prepare;
    type Answer = CaseView;
}

impl Act for ReferToTrial {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let now = desk.environment.clock.now();
        let (trial, matched) = trials::referred(
            desk,
            &id,
            &self.trial,
            optional_text("arm", self.arm.as_deref())?.as_ref().map(Text::as_str),
            optional_text("source", self.source.as_deref())?.as_ref().map(Text::as_str),
        )?;
        let told = matched.as_ref().and_then(|matched| matched.as_of.as_deref()?.get(..10)?.parse().ok());
        let recommendation = self.recommendation_id.as_deref().filter(|id| !id.is_empty());
        let referral = Referral {
            id: ReferralId::parse(&new_uuid(now)).map_err(internal)?,
            recommendation: recommendation.map(|id| recommendation_id("recommendationId", id)).transpose()?,
            findings: finding_ids("findings", &self.findings.unwrap_or_default())?,
            trial,
            title: optional_text("title", self.title.as_deref())?,
            phase: optional_text("phase", self.phase.as_deref())?,
            drugs: texts("drugs", self.drugs)?,
            site: optional_text("site", self.site.as_deref())?,
            contact: optional_text("contact", self.contact.as_deref())?,
            evidence: grade(
                &desk.knowledge,
                "evidenceLevel",
                self.evidence_scale.as_deref(),
                self.evidence_level.as_deref(),
            )?,
            as_of: date("asOf", self.as_of.as_deref())?.or(told),
            eligibility: optional_text("eligibility", self.eligibility.as_deref())?,
            matched,
        };
        let step = ReferralStep {
            status: self.status.unwrap_or(ReferralStatus::Candidate),
            on: step_day(desk, self.on.as_deref())?,
            reason: None,
            next_check: date("nextCheck", self.next_check.as_deref())?,
        };
        desk.transact(&id, self.expected_version, Referred { referral: Box::new(referral), step })?;
        fresh(desk, &id)
    }
}
