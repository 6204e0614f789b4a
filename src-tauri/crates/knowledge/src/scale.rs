//! Scales: a level means something only together with the scale it belongs to.

use crate::access::AccessFacts;
use crate::ccat::CcatCodes;
use crate::genetic_guidance::GuidanceFees;
use crate::germline_filter::GermlineLists;
use crate::phrases::ExamplePhrases;
use crate::rule_sets;
use entaku_domain::certainty::Certainty;
use entaku_domain::classification::Scheme;
use entaku_domain::finding::FindingKind;
use entaku_domain::gene_role::GeneRoles;
use entaku_domain::germline_genes::GermlineGenes;
use entaku_domain::grade::Grade;
use entaku_domain::known_test::TestCatalogue;
use entaku_domain::label::Label;
use entaku_domain::protein::FigureFacts;
use entaku_domain::quorum::RuleSet;
use entaku_domain::report::KnowledgeVersion;
use serde::Deserialize;
use std::sync::Arc;

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
    /// What to know before judging on it: what it is made for, what must be known, what was not checked.
    #[serde(default)]
    pub remark: Option<Label>,
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
    tests: TestCatalogue,
    gene_roles: GeneRoles,
    germline_genes: GermlineGenes,
    access: Arc<AccessFacts>,
    germline_lists: GermlineLists,
    guidance_fees: GuidanceFees,
    phrases: ExamplePhrases,
    ccat: CcatCodes,
}

impl Knowledge {
    /// The data that comes with the program.
    pub fn shipped() -> Result<Self, KnowledgeError> {
        let File { version, scales } = serde_json::from_str(crate::data::SCALES)
            .map_err(|error| KnowledgeError::Data(error.to_string()))?;
        Ok(Self {
            version,
            scales,
            rule_sets: rule_sets::shipped()?,
            schemes: crate::scheme::shipped()?,
            figures: crate::figures::shipped()?,
            tests: crate::known_tests::shipped()?,
            gene_roles: crate::gene_roles::shipped()?,
            germline_genes: crate::germline_genes::shipped()?,
            access: Arc::new(crate::access::shipped()?),
            germline_lists: GermlineLists::shipped()?,
            guidance_fees: crate::genetic_guidance::shipped()?,
            phrases: crate::phrases::shipped()?,
            ccat: CcatCodes::shipped()?,
        })
    }

    /// Version of the data file.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Tests by their names.
    pub fn tests(&self) -> &TestCatalogue {
        &self.tests
    }

    /// What genes do in cancers.
    pub fn gene_roles(&self) -> &GeneRoles {
        &self.gene_roles
    }

    /// Genes that are looked at for heredity where the tumour was read alone.
    pub fn germline_genes(&self) -> &GermlineGenes {
        &self.germline_genes
    }

    /// What is known of ways to a treatment, and the names of drugs.
    pub fn access(&self) -> &Arc<AccessFacts> {
        &self.access
    }

    /// The occasions of genetic guidance that a fee is claimed for.
    pub fn guidance_fees(&self) -> &GuidanceFees {
        &self.guidance_fees
    }

    /// The lists by which findings are looked at as possibly inherited.
    pub fn germline_lists(&self) -> &GermlineLists {
        &self.germline_lists
    }

    /// Puts a site's own list before them.
    ///
    /// # Errors
    /// As [`GermlineLists::put_first`].
    pub fn put_germline_list_first(&mut self, json: &str) -> Result<(), KnowledgeError> {
        self.germline_lists.put_first(json)
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
        let scales = self.scales.iter().map(|scale| KnowledgeVersion {
            name: scale.name.clone(),
            version: scale.version.clone(),
            source: scale.source.clone(),
            remark: scale.remark.clone(),
        });
        let schemes = self.schemes.iter().map(|scheme| KnowledgeVersion {
            name: scheme.name.clone(),
            version: scheme.version.clone(),
            source: scheme.source.clone(),
            remark: scheme.remark.clone(),
        });
        scales.chain(schemes).collect()
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
    fn procedures_for_sequence_variants_are_offered_for_no_other_kind() {
        let knowledge = Knowledge::shipped().unwrap();
        let offered = |kind: FindingKind| -> Vec<&str> {
            let fits = |scale: &&Scale| scale.purpose == Purpose::Significance && scale.kinds.contains(&kind);
            knowledge.scales().iter().filter(fits).map(|scale| scale.id.as_str()).collect()
        };
        for kind in FindingKind::ALL {
            let sequence = kind == FindingKind::ShortVariant;
            for scale in ["oncogenicity-2022", "acmg-2015"] {
                assert_eq!(offered(kind).contains(&scale), sequence, "{scale} for {kind:?}");
            }
        }
        // Copy number and rearrangements: the panel's own words, the tumour's and heredity's apart, or AMP tiers.
        for kind in [FindingKind::CopyNumber, FindingKind::Rearrangement] {
            assert_eq!(offered(kind), ["panel-alteration", "panel-germline-alteration", "amp-tier-2017"]);
        }
        assert_eq!(offered(FindingKind::Biomarker), ["amp-tier-2017", "panel-marker"]);
        let heredity: Vec<_> =
            knowledge.scales().iter().filter(|scale| scale.germline).map(|scale| scale.id.as_str()).collect();
        assert_eq!(heredity, ["acmg-2015", "panel-germline-alteration"], "they fall under the wish");
    }

    #[test]
    fn likely_is_not_worded_as_possible() {
        let knowledge = Knowledge::shipped().unwrap();
        for (scale, class, ja) in [
            ("oncogenicity-2022", "likely-oncogenic", "がん化変異の可能性が高い"),
            ("oncogenicity-2022", "likely-benign", "良性の可能性が高い"),
            ("acmg-2015", "likely-pathogenic", "病的の可能性が高い"),
            ("acmg-2015", "likely-benign", "良性の可能性が高い"),
        ] {
            assert_eq!(knowledge.grade(scale, class).unwrap().class_name.ja, ja);
        }
        for class in knowledge.scales().iter().flat_map(|scale| &scale.classes) {
            assert!(!class.name.ja.ends_with("可能性"), "{}", class.name.ja);
        }
    }

    #[test]
    fn guidance_level_a_names_the_biomarker_and_every_level_of_escat_has_a_meaning() {
        let knowledge = Knowledge::shipped().unwrap();
        let scale = |id: &str| knowledge.scales().iter().find(|scale| scale.id == id).unwrap();
        let level = &scale("jp-guidance-2.1").classes[0];
        let meaning = level.meaning.as_ref().unwrap();
        assert!(level.code == "A" && meaning.ja.contains("当該バイオマーカー"), "{meaning:?}");
        assert!(meaning.en.contains("this biomarker"), "{meaning:?}");
        assert!(scale("escat").classes.iter().all(|class| class.meaning.is_some()));
    }

    #[test]
    fn sources_are_citations_and_what_is_remarked_stands_in_both_languages() {
        let knowledge = Knowledge::shipped().unwrap();
        for known in knowledge.versions() {
            let prose = ["checked", "wording", "general knowledge", "own words"];
            assert!(!prose.iter().any(|word| known.source.contains(word)), "{}", known.source);
            let both =
                known.remark.as_ref().is_none_or(|remark| !remark.ja.is_empty() && !remark.en.is_empty());
            assert!(both, "{}", known.name.en);
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
