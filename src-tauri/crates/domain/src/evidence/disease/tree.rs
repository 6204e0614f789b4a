//! OncoTree as a value: nodes by code, with their parents.

use crate::evidence::matched::DiseaseRelation;
use std::collections::HashMap;

/// A node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Code, unique.
    pub code: String,
    /// Name.
    pub name: String,
    /// Code of the node above; none for the root.
    pub parent: Option<String>,
    /// Tissue.
    pub tissue: Option<String>,
    /// Main type.
    pub main_type: Option<String>,
    /// Codes of the NCI Thesaurus.
    pub nci: Vec<String>,
    /// Codes of UMLS.
    pub umls: Vec<String>,
    /// Codes of earlier releases that became this node, some of them in part.
    pub former: Vec<String>,
}

/// The tree.
#[derive(Debug, Clone, Default)]
pub struct OncoTree {
    /// Version, the date of the release.
    pub version: String,
    nodes: HashMap<String, Node>,
    former: HashMap<String, Vec<String>>,
}

/// Most steps up: a tree of data may be no tree.
const HIGHEST: usize = 64;
/// The tissues of blood and lymph.
const BLOOD: [&str; 2] = ["LYMPH", "MYELOID"];

impl OncoTree {
    /// From nodes in any order.
    pub fn new(version: String, nodes: impl IntoIterator<Item = Node>) -> Self {
        let nodes: HashMap<String, Node> =
            nodes.into_iter().map(|node| (node.code.to_ascii_uppercase(), node)).collect();
        let mut former: HashMap<String, Vec<String>> = HashMap::new();
        for node in nodes.values() {
            for code in &node.former {
                former.entry(code.to_ascii_uppercase()).or_default().push(node.code.to_ascii_uppercase());
            }
        }
        for codes in former.values_mut() {
            codes.sort();
        }
        Self { version, nodes, former }
    }

    /// How many nodes there are, the root included.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The node of a code.
    pub fn node(&self, code: &str) -> Option<&Node> {
        self.nodes.get(&code.trim().to_ascii_uppercase())
    }

    /// All nodes, in no order.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.nodes.values()
    }

    /// The node of a code, or those that a former code became.
    pub fn find(&self, code: &str) -> Vec<&Node> {
        match self.node(code) {
            Some(node) => vec![node],
            None => {
                let became = self.former.get(&code.trim().to_ascii_uppercase());
                became.into_iter().flatten().filter_map(|code| self.nodes.get(code)).collect()
            }
        }
    }

    /// The nodes above one, the nearest first, the root last.
    pub fn above<'t>(&'t self, node: &'t Node) -> impl Iterator<Item = &'t Node> {
        let up = |node: &&'t Node| node.parent.as_deref().and_then(|code| self.node(code));
        std::iter::successors(up(&node), move |node| up(node)).take(HIGHEST)
    }

    /// Whether a node is one of blood or lymph.
    pub fn is_blood(&self, node: &Node) -> bool {
        BLOOD.contains(&node.code.as_str())
            || self.above(node).any(|above| BLOOD.contains(&above.code.as_str()))
    }

    /// How the node of an item relates to the node of a case.
    pub(super) fn between(&self, case: &Node, item: &Node) -> DiseaseRelation {
        if case.code == item.code {
            DiseaseRelation::Same
        } else if item.parent.is_none() {
            // The root is every tumour.
            DiseaseRelation::Any
        } else if self.above(case).any(|above| above.code == item.code) {
            DiseaseRelation::Ancestor
        } else if self.above(item).any(|above| above.code == case.code) {
            DiseaseRelation::Descendant
        } else {
            DiseaseRelation::Other
        }
    }
}
