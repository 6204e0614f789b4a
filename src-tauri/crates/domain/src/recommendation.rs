//! What the panel recommends: a treatment with its access route, a further step, or explicitly nothing.

mod access;
mod cautions;

pub use access::{Access, Approval, BasketStudy, RouteNeed};
pub use cautions::{Caution, DrugNames};

use crate::evidence::CitedEvidence;
use crate::grade::Grade;
use crate::ids::{FindingId, RecommendationId};
use crate::member::Actor;
use crate::text::Text;
use crate::trial::TrialId;
use crate::words::worded;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// How a drug can be had in Japan. The list is general knowledge, not read in one source; sites map their own words
/// to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum AccessRoute {
    /// 保険診療.
    Insurance,
    /// 保険適応外の条件付き.
    InsuranceConditional,
    /// 企業治験.
    SponsorTrial,
    /// 医師主導治験.
    InvestigatorTrial,
    /// 拡大治験.
    ExpandedAccess,
    /// 先進医療.
    AdvancedMedicalCare,
    /// 患者申出療養.
    PatientProposed,
    /// 特定臨床研究.
    SpecifiedTrial,
    /// 適応外使用（自費）.
    OffLabel,
    /// 海外.
    Abroad,
    /// なし.
    None,
}

impl AccessRoute {
    /// All routes in the order of the menu.
    pub const ALL: [Self; 11] = [
        Self::Insurance,
        Self::InsuranceConditional,
        Self::SponsorTrial,
        Self::InvestigatorTrial,
        Self::ExpandedAccess,
        Self::AdvancedMedicalCare,
        Self::PatientProposed,
        Self::SpecifiedTrial,
        Self::OffLabel,
        Self::Abroad,
        Self::None,
    ];
}

/// What kind of further step is advised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum FurtherKind {
    /// 追加検査.
    AdditionalTest,
    /// 再生検.
    Rebiopsy,
    /// 生殖細胞系列の確認検査・遺伝カウンセリング. Falls under the patient's disclosure wish.
    GermlineFollowUp,
    /// Something else, or not said.
    #[default]
    Other,
}

impl FurtherKind {
    /// All kinds in the order of the menu.
    pub const ALL: [Self; 4] = [Self::AdditionalTest, Self::Rebiopsy, Self::GermlineFollowUp, Self::Other];

    fn is_other(&self) -> bool {
        *self == Self::Other
    }
}

/// What is recommended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum Advice {
    /// A treatment.
    #[serde(rename_all = "camelCase")]
    Treatment {
        /// Drugs, at least one.
        drugs: Vec<Text>,
        /// How it can be had.
        route: AccessRoute,
        /// Evidence level with its scale.
        evidence: Option<Grade>,
        /// Trial.
        trial: Option<TrialId>,
    },
    /// 検討したが推奨しない: drugs that were weighed and are not advised.
    #[serde(rename_all = "camelCase")]
    Considered {
        /// Drugs, at least one.
        drugs: Vec<Text>,
        /// Evidence level with its scale.
        evidence: Option<Grade>,
        /// Why they are not advised.
        reason: Text,
    },
    /// Another step: further test, re-biopsy, genetic counselling …
    Further {
        /// Its kind. Left out of older records, which did not ask.
        #[serde(default, skip_serializing_if = "FurtherKind::is_other")]
        kind: FurtherKind,
        /// The step.
        step: Text,
    },
    /// 推奨なし: nothing is recommended, explicitly.
    Nothing {
        /// Why.
        reason: Text,
    },
}

impl Advice {
    /// Whether the advice gives its evidence as one of resistance, so that the drug is named as one that works less well:
    /// level R of the Japanese guidance and of C-CAT, R1 and R2 of OncoKB.
    pub fn is_of_resistance(&self) -> bool {
        let Self::Treatment { evidence: Some(level), .. } = self else { return false };
        matches!(level.class.as_str(), "R" | "R1" | "R2")
    }

    /// Whether a treatment is offered: neither one that is thought to work less well nor one that was weighed and is not
    /// advised.
    pub fn offers_treatment(&self) -> bool {
        matches!(self, Self::Treatment { .. }) && !self.is_of_resistance()
    }

    /// Whether it has a place in the order of what is advised: a drug that is named as one not to give has none.
    pub fn is_ranked(&self) -> bool {
        !self.is_of_resistance() && !matches!(self, Self::Considered { .. })
    }

    /// The drugs that it names.
    pub fn drugs(&self) -> &[Text] {
        match self {
            Self::Treatment { drugs, .. } | Self::Considered { drugs, .. } => drugs,
            Self::Further { .. } | Self::Nothing { .. } => &[],
        }
    }

    /// Whether the advice itself says that heredity is suspected. The report then gives it only where the patient
    /// wishes to be told.
    pub fn is_germline_matter(&self) -> bool {
        matches!(self, Self::Further { kind: FurtherKind::GermlineFollowUp, .. })
    }
}

/// A recommendation of the panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Recommendation {
    /// Identity.
    pub id: RecommendationId,
    /// Findings it rests on.
    pub findings: Vec<FindingId>,
    /// The advice.
    pub advice: Advice,
    /// Reasons.
    pub rationale: Option<Text>,
    /// The evidence that it rests on, as it stood then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<CitedEvidence>,
    /// How the treatment can be had.
    #[serde(default, skip_serializing_if = "Access::is_empty")]
    pub access: Access,
    /// What speaks against it in this patient (禁忌・注意).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contraindications: Option<Text>,
    /// Who proposed it, as whoever recorded it says. It is nobody's signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_by: Option<Text>,
}

impl Recommendation {
    /// The advice and what it rests on, with nothing else said.
    pub fn new(id: RecommendationId, findings: Vec<FindingId>, advice: Advice) -> Self {
        Self {
            id,
            findings,
            advice,
            rationale: None,
            evidence: Vec::new(),
            access: Access::default(),
            contraindications: None,
            proposed_by: None,
        }
    }

    /// Keeps the findings that may be named, and the words only where all of them may: what is written of one may speak of
    /// another.
    pub(crate) fn keep_findings(&mut self, may_be_named: impl Fn(FindingId) -> bool) {
        let before = self.findings.len();
        self.findings.retain(|id| may_be_named(*id));
        self.evidence.retain(|row| may_be_named(row.finding));
        if self.findings.len() < before {
            self.rationale = None;
            self.contraindications = None;
            self.access.withhold_words();
        }
    }
}

/// The standing advice with its rank: counted from 1, 0 of what has none.
pub fn ranked<'a, T>(
    all: impl IntoIterator<Item = T> + 'a,
    advice: impl Fn(&T) -> &Advice + 'a,
) -> impl Iterator<Item = (u32, T)> + 'a
where
    T: 'a,
{
    let mut last = 0u32;
    all.into_iter().map(move |one| {
        if advice(&one).is_ranked() {
            last = last.saturating_add(1);
            (last, one)
        } else {
            (0, one)
        }
    })
}

/// A recommendation as it stands in the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GivenRecommendation {
    /// The recommendation.
    #[serde(flatten)]
    pub recommendation: Recommendation,
    /// Who recorded it.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<Text>,
}

worded!(AccessRoute {
    Self::Insurance => "route.insurance", Self::InsuranceConditional => "route.insuranceConditional",
    Self::SponsorTrial => "route.sponsorTrial", Self::InvestigatorTrial => "route.investigatorTrial",
    Self::ExpandedAccess => "route.expandedAccess", Self::AdvancedMedicalCare => "route.advancedMedicalCare",
    Self::PatientProposed => "route.patientProposed", Self::SpecifiedTrial => "route.specifiedTrial",
    Self::OffLabel => "route.offLabel", Self::Abroad => "route.abroad", Self::None => "route.none",
});
worded!(FurtherKind {
    Self::AdditionalTest => "further.additionalTest", Self::Rebiopsy => "further.rebiopsy",
    Self::GermlineFollowUp => "further.germlineFollowUp", Self::Other => "advice.further",
});
