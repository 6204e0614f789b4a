//! The release of OncoTree that comes with the program, under CC BY 4.0: the data names its source and what was changed.

use crate::scale::KnowledgeError;
use entaku_domain::evidence::disease::{Node, OncoTree};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct File {
    version: String,
    source: String,
    licence: String,
    changed: String,
    nodes: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Entry {
    code: String,
    name: String,
    parent: Option<String>,
    tissue: Option<String>,
    main_type: Option<String>,
    #[serde(default)]
    nci: Vec<String>,
    #[serde(default)]
    umls: Vec<String>,
    #[serde(default)]
    former: Vec<String>,
}

/// The tree with what must be said of it wherever it is shown.
#[derive(Debug, Clone)]
pub struct ShippedOncoTree {
    /// The tree.
    pub tree: OncoTree,
    /// Who made it.
    pub source: String,
    /// Its licence.
    pub licence: String,
    /// What was changed of it.
    pub changed: String,
}

/// The shipped release.
///
/// # Errors
/// When the data is not of the expected shape, a code stands twice, or a node hangs on none.
pub fn shipped() -> Result<ShippedOncoTree, KnowledgeError> {
    let File { version, source, licence, changed, nodes } = serde_json::from_str(crate::data::ONCOTREE)
        .map_err(|error| KnowledgeError::Data(format!("oncotree.json: {error}")))?;
    let count = nodes.len();
    let tree = OncoTree::new(
        version,
        nodes.into_iter().map(|entry| {
            let Entry { code, name, parent, tissue, main_type, nci, umls, former } = entry;
            Node { code, name, parent, tissue, main_type, nci, umls, former }
        }),
    );
    if tree.len() != count {
        return Err(KnowledgeError::Data("oncotree.json: a code stands twice".to_owned()));
    }
    if let Some(node) =
        tree.nodes().find(|node| node.parent.as_deref().is_some_and(|parent| tree.node(parent).is_none()))
    {
        return Err(KnowledgeError::Data(format!("oncotree.json: the parent of '{}' is missing", node.code)));
    }
    Ok(ShippedOncoTree { tree, source, licence, changed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_tree_is_the_release_of_october_2025() {
        let shipped = shipped().unwrap();
        assert_eq!((shipped.tree.version.as_str(), shipped.tree.len()), ("2025-10-03", 898));
        assert_eq!(shipped.licence, "CC BY 4.0");
        let luad = shipped.tree.node("LUAD").unwrap();
        assert_eq!(
            (luad.name.as_str(), luad.nci.as_slice()),
            ("Lung Adenocarcinoma", &["C3512".to_owned()][..])
        );
        let above: Vec<&str> = shipped.tree.above(luad).map(|node| node.code.as_str()).collect();
        assert_eq!(above, ["NSCLC", "LUNG", "TISSUE"]);
        assert!(shipped.tree.is_blood(shipped.tree.node("CML").unwrap()));
        assert!(!shipped.tree.is_blood(luad));
        let became =
            |code: &str| shipped.tree.find(code).iter().map(|node| node.code.clone()).collect::<Vec<_>>();
        assert_eq!(became("GBM"), ["GB"]);
        assert_eq!(became("ALL"), ["BLL", "TLL"]);
    }

    /// Against the release itself, node for node.
    #[test]
    fn no_node_was_lost_on_the_way() {
        let Ok(folder) = std::env::var("ENTAKU_SHARED_DATA") else {
            eprintln!("ENTAKU_SHARED_DATA is not set: the release is not compared");
            return;
        };
        let path = format!("{folder}/knowledge/oncotree/trees/oncotree_2025_10_03.json");
        let root: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let mut released: BTreeMap<String, Option<String>> = BTreeMap::new();
        let mut open: Vec<&serde_json::Value> = root.as_object().unwrap().values().collect();
        while let Some(node) = open.pop() {
            let text = |key: &str| node[key].as_str().map(str::to_owned);
            released.insert(text("code").unwrap(), text("parent"));
            open.extend(node["children"].as_object().unwrap().values());
        }
        let own = shipped().unwrap();
        let own: BTreeMap<String, Option<String>> =
            own.tree.nodes().map(|node| (node.code.clone(), node.parent.clone())).collect();
        assert_eq!(own, released);
    }
}
