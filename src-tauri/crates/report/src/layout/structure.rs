//! The tree of meaning behind the page: headings, paragraphs, tables, cells, in reading order.

/// Number of a node in its [`Tree`].
pub type NodeId = u32;

/// What is no part of the reading: rules, running heads and feet, repeated table heads, the draft mark.
pub const ARTIFACT: NodeId = 0;

/// One element of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Standard structure type of ISO 32000-1, 14.8.4: `Document`, `H1`, `P`, `Table`, `TR`, `TH`, `TD`, `Figure`.
    pub role: &'static str,
    /// The element it stands in; the root's parent is [`ARTIFACT`].
    pub parent: NodeId,
    /// What it shows, in words, where it is a figure.
    pub alternative: Option<String>,
}

/// Elements in the order they were made, which is reading order.
#[derive(Clone, Debug)]
pub struct Tree {
    nodes: Vec<Node>,
}

impl Default for Tree {
    fn default() -> Self {
        Self::new()
    }
}

impl Tree {
    /// The root of every tree.
    pub const ROOT: NodeId = 1;

    /// A tree of one `Document`.
    #[must_use]
    pub fn new() -> Self {
        // Number 0 is no element, so that numbers and positions agree.
        let none = Node { role: "", parent: ARTIFACT, alternative: None };
        Self { nodes: vec![none, Node { role: "Document", parent: ARTIFACT, alternative: None }] }
    }

    /// Adds an element at the end of its parent.
    pub fn add(&mut self, role: &'static str, parent: NodeId) -> NodeId {
        self.push(Node { role, parent, alternative: None })
    }

    /// Adds an element that is told in words to who cannot see it.
    pub fn add_described(&mut self, role: &'static str, parent: NodeId, alternative: String) -> NodeId {
        self.push(Node { role, parent, alternative: Some(alternative) })
    }

    fn push(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        u32::try_from(self.nodes.len() - 1).unwrap_or(ARTIFACT)
    }

    /// The elements with their numbers, the root first.
    pub fn iter(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes.iter().enumerate().skip(1).filter_map(|(id, node)| Some((u32::try_from(id).ok()?, node)))
    }

    /// One element.
    #[must_use]
    pub fn get(&self, id: NodeId) -> Option<&Node> {
        if id == ARTIFACT { None } else { self.nodes.get(id as usize) }
    }
}
