//! Companion use of a profile (コンパニオン検査としての使用): a comprehensive profile that was obtained while testing for one drug.
//! Only the target's result goes to the patient and is used; the rest waits for the panel after standard therapy (fee schedule
//! FY2026, notice on D004-2 (12)). Owns the state and what it lets through; who says so, and until when, are people's words.

use crate::finding::Alteration;
use crate::stamp::Stamp;
use crate::text::{Text, half_width};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where the rule stands.
pub const RULE: &str = "D004-2 (12), 2026-06-01";

/// What the profile was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CompanionUse {
    /// Genes or markers (`MSI`, `TMB`) that the companion test is for, at least one.
    pub targets: Vec<Text>,
    /// The drug that the test is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drug: Option<Text>,
    /// Day of the companion test, which the later claim names.
    pub tested_on: NaiveDate,
}

impl CompanionUse {
    /// Whether a gene or a marker is a target.
    pub fn is_for(&self, name: &str) -> bool {
        let name = half_width(name.trim()).to_uppercase();
        self.targets.iter().any(|target| half_width(target.as_str()).to_uppercase() == name)
    }

    /// Whether a finding belongs to the target. Of a fusion one of the genes is enough; of a change of copy number over many
    /// genes the target must be the only one, for its neighbours are not tested for.
    pub fn covers(&self, alteration: &Alteration) -> bool {
        let is_target = |name: &str| self.is_for(name);
        let genes = alteration.genes();
        match alteration {
            Alteration::CopyNumber(_) | Alteration::Expression(_) => {
                !genes.is_empty() && genes.iter().all(|gene| is_target(gene.as_str()))
            }
            Alteration::ShortVariant(_) | Alteration::Rearrangement(_) => {
                genes.iter().any(|gene| is_target(gene.as_str()))
            }
            Alteration::Biomarker(_) | Alteration::NonHuman(_) | Alteration::Composite(_) => {
                is_target(&alteration.subject())
            }
        }
    }

    /// The targets, one after the other.
    pub fn named(&self) -> String {
        self.targets.iter().map(Text::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// Companion use as it stands in a case, until the later panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedCompanionUse {
    /// What it is.
    pub what: CompanionUse,
    /// Who stated it, and when.
    pub by: Stamp,
    /// Why the rest may be used now, where somebody said so.
    pub ended: Option<Text>,
    /// Number of the event that changed it last.
    pub changed: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Biomarker, CopyNumberAlteration, Rearrangement, ShortVariant, TranscriptEffect};
    use crate::gene::GeneSymbol;

    fn gene(name: &str) -> GeneSymbol {
        GeneSymbol::parse(name).unwrap()
    }

    fn short(name: &str) -> Alteration {
        Alteration::ShortVariant(ShortVariant {
            chromosome: None,
            position: None,
            reference: None,
            alternate: None,
            vaf: None,
            depth: None,
            alternate_depth: None,
            against_reference: None,
            transcripts: vec![TranscriptEffect { gene: Some(gene(name)), ..TranscriptEffect::default() }],
        })
    }

    fn copies(names: &[&str]) -> Alteration {
        Alteration::CopyNumber(CopyNumberAlteration {
            chromosome: None,
            start: None,
            end: None,
            alteration: "amplification".to_owned(),
            metrics: Vec::new(),
            genes: names.iter().map(|name| gene(name)).collect(),
        })
    }

    fn fusion(five: &str, three: &str) -> Alteration {
        Alteration::Rearrangement(Rearrangement {
            alteration: "gene fusion".to_owned(),
            names: Vec::new(),
            breakends: (None, None),
            gene_pairs: vec![(gene(five), gene(three))],
            vaf: None,
            supporting_reads: None,
            total_reads: None,
        })
    }

    fn marker(name: &str) -> Alteration {
        Alteration::Biomarker(Biomarker {
            marker: name.to_owned(),
            metrics: Vec::new(),
            state: None,
            descriptions: Vec::new(),
        })
    }

    #[test]
    fn the_target_alone_is_covered() {
        let of = |targets: &[&str]| CompanionUse {
            targets: targets.iter().map(|target| Text::new(target).unwrap()).collect(),
            drug: None,
            tested_on: NaiveDate::from_ymd_opt(2026, 8, 3).unwrap(),
        };
        for (targets, alteration, covered) in [
            (&["EGFR"][..], short("EGFR"), true),
            (&["ＥＧＦＲ"], short("EGFR"), true),
            (&["EGFR"], short("TP53"), false),
            (&["EGFR"], copies(&["EGFR"]), true),
            (&["EGFR"], copies(&["EGFR", "SEC61G"]), false),
            (&["ALK"], fusion("EML4", "ALK"), true),
            (&["ALK"], fusion("CD74", "ROS1"), false),
            (&["MSI"], marker("MSI"), true),
            (&["MSI"], marker("TMB"), false),
            (&["ALK", "ROS1"], fusion("CD74", "ROS1"), true),
            // Nothing named is nothing covered.
            (&["EGFR"], copies(&[]), false),
        ] {
            assert_eq!(of(targets).covers(&alteration), covered, "{targets:?} {}", alteration.subject());
        }
    }
}
