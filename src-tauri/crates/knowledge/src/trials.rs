//! The catalogue of trials: what registries publish and what a site codes itself, as the site imported it. Owns the shape of a
//! trial; its readers know the files, the store keeps dated versions.

pub(crate) mod ctgov;
pub(crate) mod ctml_trial;
pub(crate) mod jrct;
pub(crate) mod yaml;

#[cfg(test)]
mod tests;

use crate::store::error::KnowledgeStoreError;
use crate::store::keeper::{Entry, Refused};
use crate::store::record::{Import, KnowledgeKind, SetAsideReason};
use crate::store::{KnowledgeStore, number};
use entaku_domain::trial::criterion::Criterion;
use entaku_words::errors::{file_fault, file_need, row_fault};
use entaku_words::{Said, Value, Word};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io::Read;
use std::path::Path;

/// Whether a trial takes patients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Recruitment {
    /// 募集前.
    Pending,
    /// 募集中.
    Recruiting,
    /// 募集中断.
    Suspended,
    /// 募集終了.
    Ended,
    /// 研究終了.
    Complete,
    /// Not told, or in words that are not known.
    Unknown,
}

impl Recruitment {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Recruiting => "recruiting",
            Self::Suspended => "suspended",
            Self::Ended => "ended",
            Self::Complete => "complete",
            Self::Unknown => "unknown",
        }
    }

    /// Whether it may take patients: what is not told may be so.
    pub fn may_be_open(self) -> bool {
        matches!(self, Self::Recruiting | Self::Unknown)
    }

    /// By the words of ClinicalTrials.gov, of CTML and of jRCT, in any letter case.
    pub fn read(text: &str) -> Self {
        let half = entaku_domain::text::half_width(text).to_lowercase();
        let words: String = half.chars().filter(|c| c.is_alphanumeric()).collect();
        match words.as_str() {
            "notyetrecruiting" | "募集前" | "pending" | "未募集" => Self::Pending,
            "recruiting" | "enrollingbyinvitation" | "opentoaccrual" | "open" | "available" | "募集中" => {
                Self::Recruiting
            }
            "suspended" | "temporarilynotavailable" | "募集中断" | "suspendedtoaccrual" => {
                Self::Suspended
            }
            "activenotrecruiting"
            | "closedtoaccrual"
            | "closed"
            | "募集終了"
            | "notrecruiting"
            | "nolongeravailable" => Self::Ended,
            "completed" | "complete" | "terminated" | "withdrawn" | "研究終了" | "研究中止" => {
                Self::Complete
            }
            _ => Self::Unknown,
        }
    }
}

/// A trial as an import tells it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Trial {
    /// Number: `jRCTs031190104`, `NCT02576665`, a protocol number of a site.
    pub id: String,
    /// Numbers that other registries gave it, as written.
    #[serde(default)]
    pub other_ids: Vec<String>,
    /// Title.
    pub title: Option<String>,
    /// Whether it takes patients.
    pub recruitment: Recruitment,
    /// The same as written.
    pub recruitment_written: Option<String>,
    /// Phases, as written.
    #[serde(default)]
    pub phase: Vec<String>,
    /// Diseases, as written.
    #[serde(default)]
    pub conditions: Vec<String>,
    /// Drugs, as written.
    #[serde(default)]
    pub drugs: Vec<String>,
    /// The day as of which this holds, as the source tells it.
    pub as_of: Option<String>,
    /// Places.
    #[serde(default)]
    pub sites: Vec<TrialSite>,
    /// Who answers for it. Persons' names: for the panel alone, never for a patient's copy.
    #[serde(default)]
    pub contacts: Vec<String>,
    /// What it asks of every patient.
    pub criterion: Criterion,
    /// Its arms; empty where it is not told that there are several.
    #[serde(default)]
    pub arms: Vec<TrialArm>,
    /// What of its criteria was not understood: place and text.
    #[serde(default)]
    pub not_understood: Vec<(String, String)>,
}

/// A place of a trial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrialSite {
    /// Institution.
    pub name: String,
    /// City or address.
    pub place: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Whether it takes patients.
    pub recruitment: Recruitment,
}

/// An arm, cohort or dose level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrialArm {
    /// Name.
    pub name: String,
    /// Whether it is closed while the trial goes on.
    pub suspended: bool,
    /// What it asks beside the trial.
    pub criterion: Option<Criterion>,
}

/// A trial with the import that tells of it.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownTrial {
    /// The trial.
    pub trial: Trial,
    /// The import.
    pub import: Import,
}

impl KnownTrial {
    /// The day as of which it holds: as the source tells it, else the day of the version.
    pub fn as_of(&self) -> Option<&str> {
        self.trial.as_of.as_deref().or_else(|| crate::store::keeper::day(&self.import.version))
    }
}

impl Trial {
    /// As the store keeps it. Where nothing names it, it is set aside.
    pub(crate) fn entry(self) -> Result<Entry, Refused> {
        let lacking = |detail: Value| Refused::new(SetAsideReason::Missing, detail);
        if self.id.trim().is_empty() {
            return Err(lacking(row_fault::NO_TRIAL_NUMBER.said()));
        }
        let row = serde_json::to_string(&self).map_err(|error| lacking(error.to_string().said()))?;
        let names = std::iter::once(self.id.clone()).chain(self.other_ids.iter().cloned()).collect();
        Ok(Entry { id: Some(self.id), names, row, updated: self.as_of, ..Entry::default() })
    }
}

impl KnowledgeStore {
    /// Every trial of every kind of source, once: of several versions the one of the latest day, of one day the one imported
    /// last. What a registry publishes does not take the place of what a site coded. In the order of their numbers.
    ///
    /// # Errors
    /// What keeps the database from being read.
    pub fn trials(&self) -> Result<Vec<KnownTrial>, KnowledgeStoreError> {
        let _reading = self.one_state()?;
        let mut newest: HashMap<(KnowledgeKind, String), KnownTrial> = HashMap::new();
        for import in self.imports()?.into_iter().filter(|import| import.kind.is_trials()) {
            for trial in self.rows_of::<Trial>(number(&import.id))? {
                let known = KnownTrial { trial, import: import.clone() };
                let key = (import.kind, known.trial.id.clone());
                match newest.get(&key) {
                    Some(there) if there.as_of() > known.as_of() => {}
                    _ => {
                        newest.insert(key, known);
                    }
                }
            }
        }
        let mut trials: Vec<KnownTrial> = newest.into_values().collect();
        trials.sort_by(|one, other| {
            (&one.trial.id, one.import.kind).cmp(&(&other.trial.id, other.import.kind))
        });
        Ok(trials)
    }
}

/// What a file of trials is, by how it begins.
///
/// # Errors
/// [`KnowledgeStoreError::Unrecognised`] where it is none, [`KnowledgeStoreError::File`] where it cannot be read.
pub fn kind_of_file(path: &Path) -> Result<KnowledgeKind, KnowledgeStoreError> {
    let failed = |cause| KnowledgeStoreError::File { file: path.to_owned(), cause };
    let refuse = |found: Word| KnowledgeStoreError::Unrecognised {
        file: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        found: found.said().into(),
        expected: file_need::TRIALS.said().into(),
    };
    // A device or a pipe may have no end.
    if !std::fs::metadata(path).map_err(failed)?.is_file() {
        return Err(refuse(if path.is_dir() { file_fault::FOLDER } else { file_fault::DEVICE }));
    }
    let mut start = Vec::new();
    std::fs::File::open(path).map_err(failed)?.take(START).read_to_end(&mut start).map_err(failed)?;
    kind_of(&start).ok_or_else(|| refuse(file_fault::NO_TRIAL))
}

/// So many bytes tell what a document is.
pub(crate) const START: u64 = 1 << 16;

/// What a document of trials is, by how it begins.
pub(crate) fn kind_of(start: &[u8]) -> Option<KnowledgeKind> {
    let text = String::from_utf8_lossy(start);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('<') {
        let page = text.to_lowercase();
        return (page.contains("jrct") || text.contains("臨床研究実施計画"))
            .then_some(KnowledgeKind::TrialsJrct);
    }
    if text.contains("\"protocolSection\"") || text.contains("\"studies\"") {
        return Some(KnowledgeKind::TrialsClinicalTrialsGov);
    }
    let has = |key: &str| {
        text.contains(&format!("\"{key}\""))
            || text.lines().any(|line| line.trim_start_matches(['-', ' ']).starts_with(&format!("{key}:")))
    };
    ["treatment_list", "protocol_no", "trial_id"].into_iter().any(has).then_some(KnowledgeKind::TrialsCtml)
}
