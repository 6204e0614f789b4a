//! All that matching evidence needs and that comes with the program, in one value: loaded once, kept for as long as the
//! program runs. What a site imports (HGNC, OncoTree, its own rows) is put in place of a part.

use crate::readers::panel_genes::PanelGenes;
use crate::scale::KnowledgeError;
use crate::{companion, disease_map, exons, gene_names, oncotree, proposals};
use entaku_domain::evidence::companion::CompanionMarkers;
use entaku_domain::evidence::disease::{DiseaseMap, relation};
use entaku_domain::evidence::matching::Ground;
use entaku_domain::evidence::proposal::ProposalRules;
use entaku_domain::evidence::{DiseaseRelation, EvidenceDisease, GeneNames, Places};
use entaku_domain::protein::MarkerMark;

/// The parts.
#[derive(Debug, Clone)]
pub struct EvidenceGround {
    /// Other names of genes.
    pub names: GeneNames,
    /// Where exons and regions lie.
    pub places: Places,
    /// OncoTree, with what must be said of it wherever it is shown.
    pub oncotree: oncotree::ShippedOncoTree,
    /// Diseases of sources as OncoTree has them.
    pub diseases: DiseaseMap,
    /// When data speak for a criterion, by scheme.
    pub proposals: Vec<ProposalRules>,
    /// Markers of companion tests.
    pub companion: CompanionMarkers,
    /// Which genes tests examine; none are shipped.
    pub panel_genes: Vec<PanelGenes>,
}

impl EvidenceGround {
    /// What comes with the program.
    ///
    /// # Errors
    /// When a data file is not of its shape.
    pub fn shipped() -> Result<Self, KnowledgeError> {
        Ok(Self {
            names: gene_names::shipped()?,
            places: exons::shipped()?,
            oncotree: oncotree::shipped()?,
            diseases: disease_map::shipped()?,
            proposals: proposals::shipped()?,
            companion: CompanionMarkers::new(companion::shipped()?.markers),
            panel_genes: Vec::new(),
        })
    }

    /// What matching needs; `marks` are those that were made for the tests of the case.
    pub fn ground<'g>(&'g self, marks: &'g [MarkerMark]) -> Ground<'g> {
        Ground { names: &self.names, places: &self.places, marks }
    }

    /// How a disease relates to the tumour of a case, by the case's code of OncoTree.
    pub fn relation(&self, case: Option<&str>, disease: &EvidenceDisease) -> DiseaseRelation {
        relation(case, disease, &self.diseases, &self.oncotree.tree)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_parts_are_there() {
        let ground = EvidenceGround::shipped().unwrap();
        let melanoma = EvidenceDisease { doid: Some("1909".to_owned()), ..EvidenceDisease::default() };
        assert_eq!(ground.relation(Some("SKCM"), &melanoma), DiseaseRelation::Ancestor);
        assert_eq!(ground.relation(None, &melanoma), DiseaseRelation::Unknown);
        assert!(ground.companion.rows().count() > 20 && ground.proposals.len() == 2);
        assert!(ground.ground(&[]).places.knows_exon("EGFR", 19));
    }
}
