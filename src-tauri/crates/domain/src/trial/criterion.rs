//! What a trial asks of a patient: a small closed language. Owns its shapes; what a text of a source means is the reader's,
//! whether it holds is [`weigh`](super::weigh)'s.

use super::alteration::AlterationAsked;
use super::tumour::TumourAsked;
use crate::words::worded;
use serde::{Deserialize, Serialize};

/// What a trial asks, put together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Criterion {
    /// All of these (AND).
    All(Vec<Criterion>),
    /// One of these is enough (OR).
    Any(Vec<Criterion>),
    /// At least so many of these.
    AtLeast {
        /// How many.
        count: usize,
        /// Of which.
        of: Vec<Criterion>,
    },
    /// Not this (NOT).
    Not(Box<Criterion>),
    /// It is not told whether one of these is enough or all must be so: it is as both readings say, else unknown.
    AnyOrAll(Vec<Criterion>),
    /// Readings of one text that can be read in several ways: it is as they say where all of them agree, else unknown.
    Unclear(Vec<Criterion>),
    /// One question.
    Leaf(Leaf),
}

/// One question, with the words in which the source asks it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Leaf {
    /// As the source writes it.
    pub written: String,
    /// What is asked.
    pub ask: Ask,
    /// Whether the text itself says that this must not be so (`!Mutation`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Ask {
    /// A change of a gene, or a gene unaltered.
    Alteration(Box<AlterationAsked>),
    /// Mutations for each megabase.
    Tmb(Comparison),
    /// Microsatellites; the first is asked for where the second is not.
    Microsatellites(MicrosatellitesAsked),
    /// Mismatch repair.
    MismatchRepair(MismatchRepair),
    /// Type of tumour.
    Tumour(TumourAsked),
    /// Age in years.
    Age(Comparison),
    /// Sex.
    Sex(PatientSex),
    /// ECOG performance status.
    PerformanceStatus(Comparison),
    /// How many lines of treatment went before.
    PriorLines(Comparison),
    /// A drug that was given before.
    PriorDrug(String),
    /// A receptor.
    Receptor(Receptor, ReceptorState),
    /// That the patient has no active brain metastases.
    NoBrainMetastases,
    /// A state of the disease, in the source's words.
    DiseaseStatus(String),
    /// Nothing: the source names the subject and restricts nothing.
    Unrestricted(Subject),
    /// Something that no field of a patient answers; a person must look.
    Person(Subject),
    /// Something that was not understood.
    NotUnderstood,
}

/// What a question is about, for a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Subject {
    /// 遺伝子の変化.
    Alteration,
    /// TMB.
    Tmb,
    /// MSI.
    Msi,
    /// MMR.
    Mmr,
    /// がん種.
    Tumour,
    /// 年齢.
    Age,
    /// 性別.
    Sex,
    /// PS.
    PerformanceStatus,
    /// 前治療のライン数.
    PriorLines,
    /// 前治療薬.
    PriorDrug,
    /// HER2.
    Her2,
    /// ER.
    Er,
    /// PgR.
    Pr,
    /// 脳転移.
    BrainMetastases,
    /// 病状.
    DiseaseStatus,
    /// Anything else that the source names.
    Other,
    /// 選択基準, as text.
    Inclusion,
    /// 除外基準, as text.
    Exclusion,
}

impl Ask {
    /// What it is about.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Alteration(_) => Subject::Alteration,
            Self::Tmb(_) => Subject::Tmb,
            Self::Microsatellites(_) => Subject::Msi,
            Self::MismatchRepair(_) => Subject::Mmr,
            Self::Tumour(_) => Subject::Tumour,
            Self::Age(_) => Subject::Age,
            Self::Sex(_) => Subject::Sex,
            Self::PerformanceStatus(_) => Subject::PerformanceStatus,
            Self::PriorLines(_) => Subject::PriorLines,
            Self::PriorDrug(_) => Subject::PriorDrug,
            Self::Receptor(Receptor::Her2, _) => Subject::Her2,
            Self::Receptor(Receptor::Er, _) => Subject::Er,
            Self::Receptor(Receptor::Pr, _) => Subject::Pr,
            Self::NoBrainMetastases => Subject::BrainMetastases,
            Self::DiseaseStatus(_) => Subject::DiseaseStatus,
            Self::Unrestricted(subject) | Self::Person(subject) => *subject,
            Self::NotUnderstood => Subject::Other,
        }
    }
}

/// How a number is compared.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// How.
    pub operator: Operator,
    /// With what, in the unit of the question.
    pub value: f64,
}

/// The signs of comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Operator {
    /// `>=`.
    AtLeast,
    /// `>`.
    Above,
    /// `<=`.
    AtMost,
    /// `<`.
    Below,
    /// `==`.
    Equal,
    /// A number alone: it may be the one that is asked for, or the highest that is allowed.
    Bare,
}

/// A state of microsatellites that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MicrosatellitesAsked {
    /// MSI-H.
    High,
    /// MSI-L.
    Low,
    /// MSS.
    Stable,
}

/// A state of mismatch repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MismatchRepair {
    /// dMMR.
    Deficient,
    /// pMMR.
    Proficient,
}

/// Sex, as trials ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PatientSex {
    /// 男性.
    Male,
    /// 女性.
    Female,
    /// Another.
    Other,
}

/// A receptor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Receptor {
    /// HER2.
    Her2,
    /// ER.
    Er,
    /// PgR.
    Pr,
}

/// Whether a receptor is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ReceptorState {
    /// 陽性.
    Positive,
    /// 陰性.
    Negative,
}

worded!(Subject {
    Self::Alteration => "trialSubject.alteration", Self::Tmb => "trialSubject.tmb", Self::Msi => "trialSubject.msi",
    Self::Mmr => "trialSubject.mmr", Self::Tumour => "trialSubject.tumour", Self::Age => "trialSubject.age",
    Self::Sex => "trialSubject.sex", Self::PerformanceStatus => "trialSubject.performanceStatus",
    Self::PriorLines => "trialSubject.priorLines", Self::PriorDrug => "trialSubject.priorDrug",
    Self::Her2 => "trialSubject.her2", Self::Er => "trialSubject.er", Self::Pr => "trialSubject.pr",
    Self::BrainMetastases => "trialSubject.brainMetastases", Self::DiseaseStatus => "trialSubject.diseaseStatus",
    Self::Other => "trialSubject.other", Self::Inclusion => "trialSubject.inclusion",
    Self::Exclusion => "trialSubject.exclusion",
});
