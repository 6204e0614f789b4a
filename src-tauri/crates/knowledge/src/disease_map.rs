//! The table from diseases as sources name them to OncoTree, as it comes with the program.

use crate::scale::KnowledgeError;
use entaku_domain::certainty::Certainty;
use entaku_domain::evidence::disease::{DiseaseMap, Mapped, MappedDisease};
use entaku_domain::label::Label;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct File {
    version: String,
    source: String,
    #[allow(dead_code, reason = "for who reads the data")]
    remark: Label,
    certainty: Certainty,
    diseases: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Entry {
    name: String,
    doid: Option<String>,
    #[serde(default)]
    oncotree: Vec<String>,
    #[serde(default)]
    within: Vec<String>,
    scope: Option<Scope>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Scope {
    Any,
    Solid,
}

/// The shipped rows, for the table itself and for who adds a site's own to them.
///
/// # Errors
/// When the data is not of the expected shape, or a row says nothing or two things of a disease.
pub fn rows() -> Result<Vec<MappedDisease>, KnowledgeError> {
    file()?.diseases.into_iter().map(mapped).collect()
}

/// The shipped table.
///
/// # Errors
/// As [`rows`].
pub fn shipped() -> Result<DiseaseMap, KnowledgeError> {
    let File { version, source, certainty, diseases, .. } = file()?;
    let rows: Vec<MappedDisease> = diseases.into_iter().map(mapped).collect::<Result<_, _>>()?;
    Ok(DiseaseMap::new(version, source, certainty, rows))
}

fn file() -> Result<File, KnowledgeError> {
    serde_json::from_str(crate::data::DISEASE_MAP)
        .map_err(|error| KnowledgeError::Data(format!("disease-map.json: {error}")))
}

fn mapped(entry: Entry) -> Result<MappedDisease, KnowledgeError> {
    let Entry { name, doid, oncotree, within, scope } = entry;
    let nodes = !oncotree.is_empty() || !within.is_empty();
    let mapped = match (scope, nodes) {
        (Some(Scope::Any), false) => Mapped::Any,
        (Some(Scope::Solid), false) => Mapped::AnySolid,
        (None, true) => Mapped::Nodes { is: oncotree, within },
        _ => {
            return Err(KnowledgeError::Data(format!(
                "disease-map.json: '{name}' needs codes of OncoTree or a scope, and not both"
            )));
        }
    };
    Ok(MappedDisease { name, doid, mapped })
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_domain::evidence::disease::relation;
    use entaku_domain::evidence::{DiseaseRelation, EvidenceDisease};
    use std::collections::BTreeSet;

    #[test]
    fn every_code_of_the_table_is_in_the_tree_and_no_disease_stands_twice() {
        let tree = crate::oncotree::shipped().unwrap().tree;
        let mut seen = BTreeSet::new();
        for row in rows().unwrap() {
            assert!(seen.insert(row.name.to_lowercase()), "{}", row.name);
            assert!(row.doid.as_ref().is_none_or(|doid| seen.insert(doid.clone())), "{:?}", row.doid);
            if let Mapped::Nodes { is, within } = &row.mapped {
                assert!(is.iter().chain(within).all(|code| tree.node(code).is_some()), "{}", row.name);
            }
        }
    }

    #[test]
    fn diseases_of_civic_relate_as_the_field_says() {
        let (map, tree) = (shipped().unwrap(), crate::oncotree::shipped().unwrap().tree);
        let of = |case: &str, doid: &str| {
            let disease = EvidenceDisease { doid: Some(doid.to_owned()), ..EvidenceDisease::default() };
            relation(Some(case), &disease, &map, &tree)
        };
        use DiseaseRelation::{Ancestor, Any, Descendant, Other, Same, Unknown};
        for (case, doid, expected) in [
            ("LUAD", "3910", Same),
            ("LUAD", "3908", Ancestor),
            ("LUAD", "1324", Ancestor),
            ("LUAD", "162", Any),
            ("LUAD", "9256", Other),
            ("SCLC", "3908", Other),
            ("COAD", "9256", Ancestor),
            ("COADREAD", "9256", Same),
            ("IDC", "1612", Ancestor),
            ("IDC", "0060079", Descendant),
            ("CML", "8552", Same),
            ("AMLNPM1", "9119", Ancestor),
            ("BLLBCRABL1L", "0080650", Same),
            ("SKCM", "1909", Ancestor),
            ("UM", "1909", Ancestor),
            ("GB", "3068", Same),
            ("GIST", "9253", Same),
            ("CCRCC", "14175", Unknown),
        ] {
            assert_eq!(of(case, doid), expected, "{case} {doid}");
        }
    }

    #[test]
    fn most_diseases_in_civics_files_are_mapped() {
        let Ok(folder) = std::env::var("ENTAKU_SHARED_DATA") else {
            eprintln!("ENTAKU_SHARED_DATA is not set: CIViC's diseases are not read");
            return;
        };
        let map = shipped().unwrap();
        let mut diseases = BTreeSet::new();
        for file in ["ClinicalEvidence", "Assertion"] {
            let path = format!("{folder}/knowledge/civic/nightly-{file}Summaries.tsv");
            let text = std::fs::read_to_string(path).unwrap();
            let mut lines = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
            let header = lines.next().unwrap();
            let at = |name: &str| header.iter().position(|column| *column == name).unwrap();
            let (name, doid) = (at("disease"), at("doid"));
            diseases.extend(lines.map(|line| (line[name].to_owned(), line[doid].to_owned())));
        }
        let missing: Vec<_> = diseases
            .iter()
            .filter(|(name, doid)| {
                let disease = EvidenceDisease {
                    name: Some(name.clone()),
                    doid: Some(doid.clone()),
                    oncotree: Vec::new(),
                };
                map.of(&disease).is_none()
            })
            .collect();
        println!("{} diseases, not mapped: {missing:?}", diseases.len());
        assert!(diseases.len() > 200 && missing.len() * 8 < diseases.len());
    }
}
