//! Tags: which marked sequence of which page belongs to which element (ISO 32000-1, 14.7).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use lopdf::{Document, Object, ObjectId, dictionary};

use super::PdfError;
use super::file::reference;
use super::objects::{dictionary_mut, name};
use super::operators::Operators;
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

/// Adds the structure tree. The elements are many and never looked at again, so they come back as written bytes, by
/// object number.
pub(super) fn add(
    file: &mut Document,
    tree: &Tree,
    marks: &Marks,
    pages: &[ObjectId],
) -> Result<Vec<(u32, Vec<u8>)>, PdfError> {
    let elements: Vec<(NodeId, &Node)> = tree.iter().collect();
    // By number of the element; number 0 is no element.
    let mut ids: Vec<Option<ObjectId>> = vec![None];
    ids.extend(elements.iter().map(|_| Some(file.new_object_id())));
    let id = |node: NodeId| ids.get(node as usize).copied().flatten();
    let root = file.new_object_id();
    let mut written = Vec::with_capacity(elements.len() + marks.pages.len());

    let mut sequences: Vec<Vec<(ObjectId, i64)>> = vec![Vec::new(); ids.len()];
    let mut parents: Vec<Object> = Vec::new();
    for (number, (nodes, page)) in (0i64..).zip(marks.pages.iter().zip(pages)) {
        let mut by_mark = String::from("[");
        for (mark, node) in (0i64..).zip(nodes) {
            if let Some(own) = sequences.get_mut(*node as usize) {
                own.push((*page, mark));
            }
            by_mark.push_str(&id(*node).map_or_else(|| "null ".to_owned(), |id| reference(id) + " "));
        }
        by_mark.push(']');
        let list = file.new_object_id();
        written.push((list.0, by_mark.into_bytes()));
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
            "TH" if mixed.contains(&element.parent) => Some("/O/Table/Scope/Row".to_owned()),
            "TH" => Some("/O/Table/Scope/Column".to_owned()),
            _ => marks.boxes.get(node).map(|edges| placed(*edges)),
        };
        written.push((own_id.0, entry(element, parent, own, below, attributes.as_deref()).into_bytes()));
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
    Ok(written)
}

/// Where a figure stands, a block of its own: who magnifies it or asks for it alone gets the whole of it
/// (ISO 14289-1, 7.3; ISO 32000-1, table 344).
fn placed(edges: [f32; 4]) -> String {
    let mut numbers = Operators::default();
    numbers.points(&edges, "");
    let numbers = String::from_utf8_lossy(&numbers.into_bytes()).trim_end().to_owned();
    format!("/O/Layout/Placement/Block/BBox[{numbers}]")
}

/// One element: its sequences, then the elements in it. A head cell says whether it heads its column or its row, a
/// figure where it stands.
fn entry(
    element: &Node,
    parent: ObjectId,
    own: &[(ObjectId, i64)],
    below: &[ObjectId],
    attributes: Option<&str>,
) -> String {
    let mut out = format!("<</S/{}/P {}", element.role, reference(parent));
    // Writing to a string cannot fail.
    if let Some((page, _)) = own.first() {
        let _ = write!(out, "/Pg {}", reference(*page));
    }
    if let Some(attributes) = attributes {
        let _ = write!(out, "/A<<{attributes}>>");
    }
    if let Some(words) = &element.alternative {
        // A text string as UTF-16 with its mark, in hexadecimal: no character of it can end it.
        out.push_str("/Alt<FEFF");
        for unit in words.encode_utf16() {
            let _ = write!(out, "{unit:04X}");
        }
        out.push('>');
    }
    let one_page = own.iter().zip(own.iter().skip(1)).all(|((page, _), (next, _))| page == next);
    let mut kids: Vec<String> = own
        .iter()
        .map(|(page, mark)| match one_page {
            true => mark.to_string(),
            false => format!("<</Type/MCR/Pg {}/MCID {mark}>>", reference(*page)),
        })
        .collect();
    kids.extend(below.iter().map(|child| reference(*child)));
    match kids.as_slice() {
        [] => {}
        [only] => {
            let _ = write!(out, "/K {only}");
        }
        _ => {
            let _ = write!(out, "/K[{}]", kids.join(" "));
        }
    }
    out.push_str(">>");
    out
}
