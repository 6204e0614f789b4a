//! Genes whose change asks a question of heredity when only the tumour was read: nobody can tell from such a test whether the
//! patient was born with it. Owns the shape and the question; the list is knowledge's, and the answer the panel's.

use crate::case::Case;
use crate::certainty::Certainty;
use crate::finding::{Alteration, Finding};
use crate::gene::GeneSymbol;
use crate::known_test::TestCatalogue;
use crate::label::Label;
use std::collections::BTreeSet;

/// A list of such genes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GermlineGenes {
    /// Name of the list.
    pub name: Label,
    /// Version.
    pub version: String,
    /// What to know of it: what is not in it, and what it does not look at.
    pub remark: Label,
    /// Genes by the source that names them.
    pub groups: Vec<GermlineGeneGroup>,
}

/// Genes named by one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GermlineGeneGroup {
    /// Source.
    pub source: Label,
    /// How sure it is.
    pub certainty: Certainty,
    /// The genes.
    pub genes: BTreeSet<GeneSymbol>,
}

impl GermlineGenes {
    /// The group that names a gene.
    pub fn group_of(&self, gene: &GeneSymbol) -> Option<&GermlineGeneGroup> {
        self.groups.iter().find(|group| group.genes.contains(gene))
    }
}

impl Case {
    /// The gene and the group that ask whether a finding is inherited: a short variant that may change the protein or its
    /// splicing, in a listed gene, where no test that holds it is known to have read normal tissue. The laboratory's word
    /// "somatic" answers nothing there. Each finding is looked at by itself; its share of reads, the patient's age and the
    /// family are for people to weigh.
    pub fn question_of_heredity<'a>(
        &self,
        finding: &'a Finding,
        list: &'a GermlineGenes,
        tests: &TestCatalogue,
    ) -> Option<(&'a GeneSymbol, &'a GermlineGeneGroup)> {
        let Alteration::ShortVariant(variant) = &finding.read.alteration else { return None };
        let gene = variant.gene()?;
        let group = list.group_of(gene)?;
        let answered = self.is_germline_finding(finding.id) || self.read_normal_tissue(finding, tests);
        (!answered && variant.chosen()?.may_alter_protein()).then_some((gene, group))
    }

    /// Whether a test that holds the finding read normal tissue, by its file or by what is known of the test.
    fn read_normal_tissue(&self, finding: &Finding, tests: &TestCatalogue) -> bool {
        let known = |source: &usize| {
            let test = &self.sources.get(*source)?.draft.test;
            tests.of(test)?.matched_normal
        };
        let all = finding.source.into_iter().chain(finding.further.iter().map(|one| one.source));
        self.has_matched_normal(finding) || all.filter_map(|source| known(&source)).any(|normal| normal)
    }
}
