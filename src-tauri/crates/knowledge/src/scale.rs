//! Scales: a level means something only together with the scale it belongs to.

use crate::ccat::CcatCodes;
use crate::phrases::ExamplePhrases;
use crate::rule_sets;
use entaku_domain::certainty::Certainty;
use entaku_domain::classification::Scheme;
use entaku_domain::finding::FindingKind;
use entaku_domain::grade::Grade;
use entaku_domain::label::Label;
use entaku_domain::protein::FigureFacts;
use entaku_domain::quorum::RuleSet;
use entaku_domain::report::KnowledgeVersion;
use serde::Deserialize;

/// What a scale is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Purpose {
    /// Classes of a finding.
    Significance,
    /// Levels of evidence for a treatment.
    Evidence,
}

/// A class or level.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// Code, unique within its scale.
    pub code: String,
    /// 2 strongly significant … -2 not significant.
    pub weight: i8,
    /// Name.
    pub name: Label,
    /// What it means.
    pub meaning: Option<Label>,
}

/// A scale.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Id, unique.
    pub id: String,
    /// Version.
    pub version: String,
    /// What for.
    pub purpose: Purpose,
    /// How sure.
    pub certainty: Certainty,
    /// Name.
    pub name: Label,
    /// Where it comes from.
    pub source: String,
    /// Kinds of findings it is offered for; empty = all.
    pub kinds: Vec<FindingKind>,
    /// Whether its classes tell of heredity: they are not printed where the wish is not to know.
    #[serde(default)]
    pub germline: bool,
    /// Classes in order.
    pub classes: Vec<Class>,
}

/// Why a class cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KnowledgeError {
    /// No such scale.
    #[error("there is no scale '{0}'")]
    NoScale(String),
    /// No such class on the scale.
    #[error("scale '{scale}' has no class '{class}'; it has {known}")]
    NoClass {
        /// Scale.
        scale: String,
        /// Class asked for.
        class: String,
        /// Its classes.
        known: String,
    },
    /// No such scheme of classification.
    #[error("there is no scheme '{scheme}'; there are {known}")]
    NoScheme {
        /// Scheme asked for.
        scheme: String,
        /// Those there are.
        known: String,
    },
    /// The data file is damaged.
    #[error("the knowledge data cannot be read: {0}")]
    Data(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: String,
    scales: Vec<Scale>,
}

/// The knowledge in force.
#[derive(Debug, Clone)]
pub struct Knowledge {
    version: String,
    scales: Vec<Scale>,
    rule_sets: Vec<RuleSet>,
    pub(crate) schemes: Vec<Scheme>,
    figures: FigureFacts,
    phrases: ExamplePhrases,
    ccat: CcatCodes,
}

impl Knowledge {
    /// The data that comes with the program.
    pub fn shipped() -> Result<Self, KnowledgeError> {
        let File { version, scales } = serde_json::from_str(include_str!("../data/scales.json"))
            .map_err(|error| KnowledgeError::Data(error.to_string()))?;
        Ok(Self {
            version,
            scales,
            rule_sets: rule_sets::shipped()?,
            schemes: crate::scheme::shipped()?,
            figures: crate::figures::shipped()?,
            phrases: crate::phrases::shipped()?,
            ccat: CcatCodes::shipped()?,
        })
    }

    /// Version of the data file.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// All scales.
    pub fn scales(&self) -> &[Scale] {
        &self.scales
    }

    /// The rule-sets for panels, oldest effective date first.
    pub fn rule_sets(&self) -> &[RuleSet] {
        &self.rule_sets
    }

    /// Proteins and marks that figures are drawn with.
    pub fn figure_facts(&self) -> &FigureFacts {
        &self.figures
    }

    /// Phrases for free text that are shown as examples until a site takes them over.
    pub fn example_phrases(&self) -> &ExamplePhrases {
        &self.phrases
    }

    /// Codes of C-CAT's clinical items.
    pub fn ccat_codes(&self) -> &CcatCodes {
        &self.ccat
    }

    /// A class with its scale, as a decision keeps it.
    pub fn grade(&self, scale: &str, class: &str) -> Result<Grade, KnowledgeError> {
        let scale = self
            .scales
            .iter()
            .find(|known| known.id == scale)
            .ok_or_else(|| KnowledgeError::NoScale(scale.to_owned()))?;
        let found = scale.classes.iter().find(|known| known.code == class).ok_or_else(|| {
            KnowledgeError::NoClass {
                scale: scale.id.clone(),
                class: class.to_owned(),
                known: scale.classes.iter().map(|known| known.code.as_str()).collect::<Vec<_>>().join(", "),
            }
        })?;
        Ok(Grade {
            scale: scale.id.clone(),
            version: scale.version.clone(),
            scale_name: scale.name.clone(),
            class: found.code.clone(),
            class_name: found.name.clone(),
            weight: found.weight,
            germline: scale.germline,
        })
    }

    /// Name, version and source of every scale and scheme, for the last block of a report.
    pub fn versions(&self) -> Vec<KnowledgeVersion> {
        let scales = self.scales.iter().map(|scale| (&scale.name, &scale.version, &scale.source));
        let schemes = self.schemes.iter().map(|scheme| (&scheme.name, &scheme.version, &scheme.source));
        let version = |(name, version, source): (&Label, &String, &String)| KnowledgeVersion {
            name: name.clone(),
            version: version.clone(),
            source: source.clone(),
        };
        scales.chain(schemes).map(version).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_scale_has_an_id_of_its_own_a_source_and_distinct_classes() {
        let knowledge = Knowledge::shipped().unwrap();
        let ids: BTreeSet<_> = knowledge.scales().iter().map(|scale| &scale.id).collect();
        assert_eq!(ids.len(), knowledge.scales().len());
        for scale in knowledge.scales() {
            let codes: BTreeSet<_> = scale.classes.iter().map(|class| &class.code).collect();
            assert_eq!(codes.len(), scale.classes.len(), "{}", scale.id);
            assert!(!scale.source.is_empty() && !scale.name.ja.is_empty(), "{}", scale.id);
        }
    }

    #[test]
    fn a_grade_names_its_scale() {
        let grade = Knowledge::shipped().unwrap().grade("jp-guidance-2.1", "B").unwrap();
        assert_eq!((grade.scale_name.ja.as_str(), grade.class.as_str()), ("3学会ガイダンス（C-CAT）", "B"));
    }

    #[test]
    fn unknown_levels_are_refused_with_the_known_ones() {
        let error = Knowledge::shipped().unwrap().grade("civic", "Z").unwrap_err();
        assert!(error.to_string().contains("A, B, C, D, E"));
    }

    #[test]
    fn every_kind_of_finding_has_a_scale_of_significance() {
        let knowledge = Knowledge::shipped().unwrap();
        for kind in FindingKind::ALL {
            let offered = knowledge
                .scales()
                .iter()
                .any(|s| s.purpose == Purpose::Significance && s.kinds.contains(&kind));
            assert!(offered, "{kind:?} could not be judged");
        }
    }
}
