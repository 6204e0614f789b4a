//! Criteria of classification that data speak for, proposed with the value and the threshold. A person takes them over or
//! does not; nothing here classifies. Which criterion asks for what is data ([`ProposalRules`]), with source and certainty.

#[cfg(test)]
mod tests;

use super::matching::{OffBy, switched_off_by};
use crate::certainty::Certainty;
use crate::finding::Alteration;
use crate::gene_role::GeneRole;
use crate::label::Label;
use crate::words::Worded;
use entaku_words::Message;
use entaku_words::answers::evidence_proposal;
use serde::{Deserialize, Serialize};

/// How often an allele was seen in a population.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PopulationFrequency {
    /// The population, as the source names it: `EAS`, `54KJPN`.
    pub population: String,
    /// Allele frequency, a fraction from 0 to 1.
    pub frequency: f64,
    /// Source with its version.
    pub source: String,
}

/// How often a hotspot was seen among tumours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HotspotCounts {
    /// Samples with any change of the residue.
    pub residue: u32,
    /// Samples with this very change.
    pub change: u32,
    /// Source with its version.
    pub source: String,
}

/// What is known of a finding.
#[derive(Debug, Clone, Copy)]
pub struct Known<'k> {
    /// The finding.
    pub finding: &'k Alteration,
    /// Frequencies found.
    pub frequencies: &'k [PopulationFrequency],
    /// Sources, with their versions, that cover the place and have no such allele.
    pub absent_from: &'k [String],
    /// The hotspot that it lies in.
    pub hotspot: Option<&'k HotspotCounts>,
    /// Role of its gene.
    pub role: Option<GeneRole>,
}

/// What a criterion asks of the data.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", tag = "ask", deny_unknown_fields)]
pub enum Ask {
    /// A frequency over this fraction in any population.
    #[serde(rename_all = "camelCase")]
    FrequencyOver {
        /// Fraction.
        over: f64,
    },
    /// In no source that was asked, or nowhere as frequent as this.
    #[serde(rename_all = "camelCase")]
    Rare {
        /// Fraction below which a frequency counts as very rare; none where only absence does.
        below: Option<f64>,
    },
    /// Counts of a hotspot; what is left out is not asked.
    #[serde(rename_all = "camelCase")]
    Hotspot {
        /// Fewest samples at the residue.
        residue_at_least: Option<u32>,
        /// The samples at the residue are fewer than this.
        residue_below: Option<u32>,
        /// Fewest samples with the change.
        change_at_least: Option<u32>,
        /// The samples with the change are fewer than this, and there is one.
        change_below: Option<u32>,
    },
    /// A change that switches a tumour suppressor off.
    NullInTumourSuppressor,
}

/// When a criterion is proposed.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProposalRule {
    /// Code of the criterion.
    pub code: String,
    /// What it asks.
    pub when: Ask,
    /// Not beside these, which say more of the same.
    #[serde(default)]
    pub unless: Vec<String>,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// What to look at before it is taken over.
    #[serde(default)]
    pub remark: Option<Label>,
}

/// The rules for one scheme.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProposalRules {
    /// Id of the scheme.
    pub scheme: String,
    /// Where they come from.
    pub source: String,
    /// Rules; one that others stand back for comes first.
    pub rules: Vec<ProposalRule>,
}

/// The data behind a proposal, with the threshold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "of")]
pub enum Support {
    /// A frequency over the threshold.
    #[serde(rename_all = "camelCase")]
    FrequencyOver {
        /// The highest.
        found: PopulationFrequency,
        /// Threshold, a fraction.
        over: f64,
    },
    /// The highest frequency is below the threshold.
    #[serde(rename_all = "camelCase")]
    FrequencyBelow {
        /// The highest.
        found: PopulationFrequency,
        /// Threshold, a fraction.
        below: f64,
    },
    /// In none of these sources.
    #[serde(rename_all = "camelCase")]
    Absent {
        /// Sources with their versions.
        sources: Vec<String>,
    },
    /// A hotspot.
    #[serde(rename_all = "camelCase")]
    Hotspot {
        /// Counts.
        counts: HotspotCounts,
    },
    /// The gene is switched off.
    #[serde(rename_all = "camelCase")]
    Null {
        /// By what.
        by: OffBy,
        /// Gene.
        gene: String,
    },
}

/// A criterion that the data speak for.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposed {
    /// Id of the scheme.
    pub scheme: String,
    /// Code of the criterion.
    pub code: String,
    /// The data.
    pub support: Support,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// Where the rule comes from.
    pub source: String,
    /// What to look at before it is taken over.
    pub remark: Option<Label>,
}

impl ProposalRules {
    /// What the data speak for, in the order of the rules. Short variants alone are judged by these schemes.
    pub fn propose(&self, known: Known<'_>) -> Vec<Proposed> {
        let mut proposed: Vec<Proposed> = Vec::new();
        if !matches!(known.finding, Alteration::ShortVariant(_)) {
            return proposed;
        }
        for rule in &self.rules {
            let said_already = proposed.iter().any(|other| rule.unless.contains(&other.code));
            if let (false, Some(support)) = (said_already, rule.when.met_by(known)) {
                proposed.push(Proposed {
                    scheme: self.scheme.clone(),
                    code: rule.code.clone(),
                    support,
                    certainty: rule.certainty,
                    source: self.source.clone(),
                    remark: rule.remark.clone(),
                });
            }
        }
        proposed
    }
}

impl Ask {
    fn met_by(self, known: Known<'_>) -> Option<Support> {
        match self {
            Self::FrequencyOver { over } => {
                let found = highest(known.frequencies)?;
                (found.frequency > over).then(|| Support::FrequencyOver { found: found.clone(), over })
            }
            Self::Rare { below } => match highest(known.frequencies).filter(|found| found.frequency > 0.0) {
                Some(found) => {
                    let below = below.filter(|below| found.frequency < *below)?;
                    Some(Support::FrequencyBelow { found: found.clone(), below })
                }
                // A source that counted the allele and saw it in nobody says so as well.
                None => {
                    let counted = known.frequencies.iter().filter(|found| found.frequency == 0.0);
                    let counted = counted.map(|found| found.source.clone());
                    let mut sources: Vec<String> = known.absent_from.iter().cloned().chain(counted).collect();
                    sources.sort();
                    sources.dedup();
                    (!sources.is_empty()).then_some(Support::Absent { sources })
                }
            },
            Self::Hotspot { residue_at_least, residue_below, change_at_least, change_below } => {
                let counts = known.hotspot?;
                let fits = residue_at_least.is_none_or(|least| counts.residue >= least)
                    && residue_below.is_none_or(|below| counts.residue < below)
                    && change_at_least.is_none_or(|least| counts.change >= least)
                    && change_below.is_none_or(|below| counts.change > 0 && counts.change < below);
                (fits && switched_off_by(known.finding).is_none())
                    .then(|| Support::Hotspot { counts: counts.clone() })
            }
            Self::NullInTumourSuppressor => {
                let by = switched_off_by(known.finding)?;
                let gene = known.finding.genes().first().map(ToString::to_string)?;
                (known.role == Some(GeneRole::TumourSuppressor)).then_some(Support::Null { by, gene })
            }
        }
    }
}

/// The highest frequency; numbers that are no fraction count as none.
fn highest(frequencies: &[PopulationFrequency]) -> Option<&PopulationFrequency> {
    frequencies
        .iter()
        .filter(|found| (0.0..=1.0).contains(&found.frequency))
        .max_by(|one, other| one.frequency.total_cmp(&other.frequency))
}

/// A fraction in percent with as many digits as it needs, six at most.
fn percent(fraction: f64) -> String {
    let text = format!("{:.6}", fraction * 100.0);
    format!("{} %", text.trim_end_matches('0').trim_end_matches('.'))
}

impl Support {
    /// In words, with value, threshold and source.
    pub fn said(&self) -> Message {
        match self {
            Self::FrequencyOver { found, over } => evidence_proposal::frequency_over(
                &found.population,
                percent(found.frequency),
                &found.source,
                percent(*over),
            ),
            Self::FrequencyBelow { found, below } => evidence_proposal::frequency_below(
                &found.population,
                percent(found.frequency),
                &found.source,
                percent(*below),
            ),
            Self::Absent { sources } => evidence_proposal::absent(sources.join(", ")),
            Self::Hotspot { counts } => {
                evidence_proposal::hotspot(counts.residue, counts.change, &counts.source)
            }
            Self::Null { by, gene } => evidence_proposal::null(gene, by.label()),
        }
    }
}
