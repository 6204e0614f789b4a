//! What the tests of a case examined: kinds by the catalogue of tests, genes by the site's list of them. That a gene has no finding
//! means something only where a test looked; of what no list names nothing is known.

use entaku_domain::case::Case;
use entaku_domain::evidence::matching;
use entaku_domain::evidence::matching::CoveredGenes;
use entaku_domain::known_test::{Assay, Coverage, KnownTest, TestCatalogue};
use entaku_domain::trial::patient::{Covered, CoveredSets};
use entaku_knowledge::EvidenceGround;
use std::collections::BTreeSet;

/// What a test can look at.
const ASSAYS: [Assay; 6] =
    [Assay::ShortVariant, Assay::CopyNumber, Assay::Rearrangement, Assay::Expression, Assay::Msi, Assay::Tmb];

/// The genes that tests examined, by the site's list, in its spelling. Empty: not known.
#[derive(Debug, Default)]
pub(crate) struct CoveredGenesOf {
    sequence: Vec<String>,
    fusions: Vec<String>,
}

impl CoveredGenesOf {
    /// Of a case. For a reader who may not see what is inherited none are known: that a gene is unaltered would be untrue of one
    /// whose finding is withheld, and that it is left open would tell of it.
    pub(crate) fn case(case: &Case, tests: &TestCatalogue, ground: &EvidenceGround, heredity: bool) -> Self {
        if !heredity {
            return Self::default();
        }
        let is_of = |written: &str| tests_of(case).flatten().any(|name| tests.are_one(name, written));
        let mut all = Self::default();
        for list in ground.panel_genes.iter().filter(|list| is_of(&list.test)) {
            all.sequence.extend(list.genes.iter().cloned());
            all.fusions.extend(list.fusion_genes.iter().cloned());
        }
        all
    }
}

/// The names of a case's tests as its files give them.
pub(crate) fn tests_of(case: &Case) -> impl Iterator<Item = Option<&str>> {
    case.sources.iter().map(|source| source.draft.test.panel_name.as_deref())
}

/// What known tests looked at, for evidence.
pub(crate) fn covered(genes: &CoveredGenesOf, tests: &[Option<&KnownTest>]) -> matching::Covered {
    let these = |genes: &[String]| match genes {
        [] => CoveredGenes::NotKnown,
        genes => CoveredGenes::These(genes.to_vec()),
    };
    matching::Covered {
        genes: these(&genes.sequence),
        fusion_genes: these(&genes.fusions),
        not_tested: ASSAYS.into_iter().filter(|assay| is_untested(*assay, tests)).collect(),
    }
}

/// The same for trials.
pub(crate) fn covered_for_trials(
    case: &Case,
    catalogue: &TestCatalogue,
    ground: &EvidenceGround,
    heredity: bool,
) -> Covered {
    let genes = CoveredGenesOf::case(case, catalogue, ground, heredity);
    let tests: Vec<Option<&KnownTest>> =
        tests_of(case).map(|name| name.and_then(|name| catalogue.find(name))).collect();
    let looked_for = |assay: Assay, genes: &[String]| -> BTreeSet<String> {
        let genes = if is_untested(assay, &tests) { &[] } else { genes };
        genes.iter().map(|gene| ground.names.approved(gene).into_owned()).collect()
    };
    let sets = CoveredSets {
        sequence: looked_for(Assay::ShortVariant, &genes.sequence),
        copies: looked_for(Assay::CopyNumber, &genes.sequence),
        fusions: looked_for(Assay::Rearrangement, &genes.fusions),
    };
    if sets == CoveredSets::default() { Covered::Unknown } else { Covered::Genes(sets) }
}

fn is_untested(assay: Assay, tests: &[Option<&KnownTest>]) -> bool {
    Coverage::of(assay, tests.iter().copied()) == Coverage::NotTested
}
