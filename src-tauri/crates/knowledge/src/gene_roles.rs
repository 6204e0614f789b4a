//! The list of what genes do in cancers.

use crate::scale::KnowledgeError;
use entaku_domain::certainty::Certainty;
use entaku_domain::gene::GeneSymbol;
use entaku_domain::gene_role::{GeneRole, GeneRoles};
use entaku_domain::label::Label;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct File {
    version: String,
    name: Label,
    source: String,
    remark: Label,
    certainty: Certainty,
    roles: Roles,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Roles {
    oncogene: Vec<GeneSymbol>,
    tumour_suppressor: Vec<GeneSymbol>,
    both: Vec<GeneSymbol>,
}

/// The shipped list.
///
/// # Errors
/// When the data is not of the expected shape, or a gene stands twice.
pub(crate) fn shipped() -> Result<GeneRoles, KnowledgeError> {
    let File { version, name, source, remark, certainty, roles } =
        serde_json::from_str(crate::data::GENE_ROLES)
            .map_err(|error| KnowledgeError::Data(error.to_string()))?;
    let all = [
        (GeneRole::Oncogene, roles.oncogene),
        (GeneRole::TumourSuppressor, roles.tumour_suppressor),
        (GeneRole::Both, roles.both),
    ];
    let mut by_gene = BTreeMap::new();
    for (role, genes) in all {
        for gene in genes {
            if let Some(other) = by_gene.insert(gene.clone(), role) {
                return Err(KnowledgeError::Data(format!("gene '{gene}' is {role:?} and {other:?}")));
            }
        }
    }
    Ok(GeneRoles { name, version, source, remark: Some(remark), certainty, roles: by_gene })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_those_of_the_field() {
        let roles = shipped().unwrap();
        let of = |gene: &str| roles.of(&GeneSymbol::parse(gene).unwrap());
        assert_eq!((of("KRAS"), of("ERBB2")), (Some(GeneRole::Oncogene), Some(GeneRole::Oncogene)));
        assert_eq!(
            (of("TP53"), of("BRCA2")),
            (Some(GeneRole::TumourSuppressor), Some(GeneRole::TumourSuppressor))
        );
        assert_eq!((of("NOTCH1"), of("HLA-A")), (Some(GeneRole::Both), None));
    }
}
