//! The columns of the lists that a site keeps itself, in words.

use super::lists;
use crate::store::record::KnowledgeKind;
use entaku_words::Word;
use entaku_words::answers::list_column;

/// A column of a list that a site keeps itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ListColumn {
    /// Its name in the header.
    pub name: &'static str,
    /// What is written there.
    pub word: Word,
    /// Whether it must be filled.
    pub needed: bool,
}

/// The columns of a list, in the order of its header.
pub(crate) fn of(kind: KnowledgeKind) -> Vec<ListColumn> {
    let needed: &[&str] = match kind {
        KnowledgeKind::OwnList => &["id", "profile", "direction", "source"],
        KnowledgeKind::CompanionTests => &["id", "marker_gene", "tumour_name", "source", "date"],
        KnowledgeKind::GeneRoles => &["gene", "role"],
        KnowledgeKind::PanelGenes => &["test", "genes", "source"],
        _ => &[],
    };
    let column = |name: &&'static str| ListColumn { name, word: word(name), needed: needed.contains(name) };
    lists::columns(kind).iter().map(column).collect()
}

fn word(name: &str) -> Word {
    match name {
        "id" => list_column::ID,
        "profile" => list_column::PROFILE,
        "direction" => list_column::DIRECTION,
        "supports" => list_column::SUPPORTS,
        "significance" => list_column::SIGNIFICANCE,
        "level" => list_column::LEVEL,
        "scale" => list_column::SCALE,
        "disease" => list_column::DISEASE,
        "doid" => list_column::DOID,
        "oncotree" => list_column::ONCOTREE,
        "drugs" => list_column::DRUGS,
        "interaction" => list_column::INTERACTION,
        "statement" => list_column::STATEMENT,
        "reference" => list_column::REFERENCE,
        "citation" => list_column::CITATION,
        "origin" => list_column::ORIGIN,
        "status" => list_column::STATUS,
        "contested" => list_column::CONTESTED,
        "source" => list_column::SOURCE,
        "date" => list_column::DATE,
        "url" => list_column::URL,
        "drug" => list_column::DRUG,
        "marker_gene" => list_column::MARKER_GENE,
        "marker_change" => list_column::MARKER_CHANGE,
        "tumour_name" => list_column::TUMOUR_NAME,
        "test" => list_column::TEST,
        "panels" => list_column::PANELS,
        "certainty" => list_column::CERTAINTY,
        "remark" => list_column::REMARK,
        "name" => list_column::NAME,
        "within" => list_column::WITHIN,
        "gene" => list_column::GENE,
        "genes" => list_column::GENES,
        "fusion_genes" => list_column::FUSION_GENES,
        _ => list_column::ROLE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_column_of_a_list_has_words_of_its_own() {
        for kind in KnowledgeKind::ALL.iter().filter(|kind| kind.is_edited()) {
            let columns = of(*kind);
            let words: BTreeSet<&str> = columns.iter().map(|column| column.word.key).collect();
            assert_eq!(words.len(), columns.len(), "{kind:?}");
        }
    }
}
