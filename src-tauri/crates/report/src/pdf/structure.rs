//! Tags: which marked sequence of which page belongs to which element (ISO 32000-1, 14.7).

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::PdfError;
use super::objects::{dictionary_mut, name, text};
use super::operations::points;
use crate::layout::{Node, NodeId, Tree};

/// The marked sequences written, page by page.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// By page: the element of each sequence, by its number.
    pages: Vec<Vec<NodeId>>,
    /// Where figures stand: left, lower, right and upper edge, in PDF coordinates.
    boxes: BTreeMap<NodeId, [f32; 4]>,
}

impl Marks {
    pub fn start_page(&mut self) {
        self.pages.push(Vec::new());
    }

    /// Notes where a figure stands on its page.
    pub fn stands(&mut self, node: NodeId, edges: [f32; 4]) {
        self.boxes.insert(node, edges);
    }

    /// The number of the next sequence on the page being written.
    pub fn next(&mut self, node: NodeId) -> i64 {
        let Some(page) = self.pages.last_mut() else { return 0 };
        page.push(node);
        i64::try_from(page.len()).unwrap_or(1) - 1
    }
}

/// Adds the structure tree.
pub(super) fn add(
    file: &mut Document,
    tree: &Tree,
    marks: &Marks,
    pages: &[ObjectId],
) -> Result<(), PdfError> {
    let elements: Vec<(NodeId, &Node)> = tree.iter().collect();
    // By number of the element; number 0 is no element.
    let mut ids: Vec<Option<ObjectId>> = vec![None];
    ids.extend(elements.iter().map(|_| Some(file.new_object_id())));
    let id = |node: NodeId| ids.get(node as usize).copied().flatten();
    let root = file.new_object_id();

    let mut sequences: Vec<Vec<(ObjectId, i64)>> = vec![Vec::new(); ids.len()];
    let mut parents: Vec<Object> = Vec::new();
    for (number, (nodes, page)) in (0i64..).zip(marks.pages.iter().zip(pages)) {
        let mut by_mark = Vec::with_capacity(nodes.len());
        for (mark, node) in (0i64..).zip(nodes) {
            if let Some(own) = sequences.get_mut(*node as usize) {
                own.push((*page, mark));
            }
            by_mark.push(id(*node).map_or(Object::Null, Object::Reference));
        }
        let list = file.add_object(Object::Array(by_mark));
        parents.extend([Object::Integer(number), Object::Reference(list)]);
        dictionary_mut(file, *page)?.set("StructParents", Object::Integer(number));
    }

    let mut children: Vec<Vec<ObjectId>> = vec![Vec::new(); ids.len()];
    // Rows with a cell that is no head.
    let mut mixed: BTreeSet<NodeId> = BTreeSet::new();
    for (node, element) in &elements {
        if let (Some(of), Some(id)) = (children.get_mut(element.parent as usize), id(*node)) {
            of.push(id);
        }
        if element.role != "TH" {
            mixed.insert(element.parent);
        }
    }
    for ((node, element), own) in elements.iter().zip(sequences.iter().skip(1)) {
        let Some(own_id) = id(*node) else { continue };
        let below = children.get(*node as usize).map(Vec::as_slice).unwrap_or_default();
        let parent = id(element.parent).unwrap_or(root);
        let attributes = match element.role {
            "TH" if mixed.contains(&element.parent) => Some(heads("Row")),
            "TH" => Some(heads("Column")),
            _ => marks.boxes.get(node).map(|edges| placed(*edges)),
        };
        let entry = entry(element, parent, own, below, attributes);
        file.objects.insert(own_id, Object::Dictionary(entry));
    }

    let next = i64::try_from(marks.pages.len()).unwrap_or(0);
    let parents = file.add_object(dictionary! { "Nums" => Object::Array(parents) });
    let top = id(Tree::ROOT).map_or(Object::Null, Object::Reference);
    let entry = dictionary! {
        "Type" => name("StructTreeRoot"), "K" => top, "ParentTree" => Object::Reference(parents),
        "ParentTreeNextKey" => Object::Integer(next),
    };
    file.objects.insert(root, Object::Dictionary(entry));
    let catalog = file.catalog_mut()?;
    catalog.set("StructTreeRoot", Object::Reference(root));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

/// What a head cell heads.
fn heads(what: &str) -> Dictionary {
    dictionary! { "O" => name("Table"), "Scope" => name(what) }
}

/// Where a figure stands, a block of its own: who magnifies it or asks for it alone gets the whole of it
/// (ISO 14289-1, 7.3; ISO 32000-1, table 344).
fn placed(edges: [f32; 4]) -> Dictionary {
    let edges = edges.map(|edge| Object::Real(points(edge).0)).to_vec();
    dictionary! { "O" => name("Layout"), "Placement" => name("Block"), "BBox" => Object::Array(edges) }
}

/// One element: its sequences, then the elements in it. A head cell says whether it heads its column or its row, a
/// figure where it stands.
fn entry(
    element: &Node,
    parent: ObjectId,
    own: &[(ObjectId, i64)],
    below: &[ObjectId],
    attributes: Option<Dictionary>,
) -> Dictionary {
    let mut out = dictionary! { "S" => name(element.role), "P" => Object::Reference(parent) };
    if let Some((page, _)) = own.first() {
        out.set("Pg", Object::Reference(*page));
    }
    if let Some(attributes) = attributes {
        out.set("A", attributes);
    }
    if let Some(words) = &element.alternative {
        out.set("Alt", text(words));
    }
    let one_page = own.iter().zip(own.iter().skip(1)).all(|((page, _), (next, _))| page == next);
    let mut kids: Vec<Object> = own
        .iter()
        .map(|(page, mark)| match one_page {
            true => Object::Integer(*mark),
            false => Object::Dictionary(dictionary! {
                "Type" => name("MCR"), "Pg" => Object::Reference(*page), "MCID" => *mark,
            }),
        })
        .collect();
    kids.extend(below.iter().map(|child| Object::Reference(*child)));
    match kids.pop() {
        None => {}
        Some(only) if kids.is_empty() => out.set("K", only),
        Some(last) => {
            kids.push(last);
            out.set("K", Object::Array(kids));
        }
    }
    out
}
