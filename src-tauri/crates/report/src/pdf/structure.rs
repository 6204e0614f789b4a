//! Tags: which marked sequence of which page belongs to which element (ISO 32000-1, 14.7).

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::PdfError;
use super::objects::{dictionary_mut, name};
use crate::layout::{ARTIFACT, NodeId, Tree};

/// The marked sequences written, page by page.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// By page: the element of each sequence, by its number.
    pages: Vec<Vec<NodeId>>,
}

impl Marks {
    pub fn start_page(&mut self) {
        self.pages.push(Vec::new());
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
    let ids: BTreeMap<NodeId, ObjectId> = tree.iter().map(|(node, _)| (node, file.new_object_id())).collect();
    let root = file.new_object_id();

    let mut sequences: BTreeMap<NodeId, Vec<(ObjectId, i64)>> = BTreeMap::new();
    let mut parents: Vec<Object> = Vec::new();
    for (number, (elements, page)) in (0i64..).zip(marks.pages.iter().zip(pages)) {
        let mut by_mark = Vec::new();
        for (mark, node) in (0i64..).zip(elements) {
            sequences.entry(*node).or_default().push((*page, mark));
            by_mark.push(ids.get(node).map_or(Object::Null, |id| Object::Reference(*id)));
        }
        let list = file.add_object(Object::Array(by_mark));
        parents.extend([Object::Integer(number), Object::Reference(list)]);
        dictionary_mut(file, *page)?.set("StructParents", Object::Integer(number));
    }

    let mut children: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
    for (node, element) in tree.iter() {
        children.entry(element.parent).or_default().push(node);
    }
    for (node, element) in tree.iter() {
        let Some(id) = ids.get(&node) else { continue };
        let own = sequences.remove(&node).unwrap_or_default();
        let one_page: BTreeSet<ObjectId> = own.iter().map(|(page, _)| *page).collect();
        let first = own.first().map(|(page, _)| *page);
        let mut kids: Vec<Object> = own
            .into_iter()
            .map(|(page, mark)| {
                if one_page.len() == 1 {
                    return Object::Integer(mark);
                }
                Object::Dictionary(dictionary! {
                    "Type" => name("MCR"), "Pg" => Object::Reference(page), "MCID" => Object::Integer(mark),
                })
            })
            .collect();
        let below = children.remove(&node).unwrap_or_default();
        kids.extend(below.iter().filter_map(|child| ids.get(child)).map(|id| Object::Reference(*id)));
        let parent = ids.get(&element.parent).copied().unwrap_or(root);
        let mut entry = dictionary! { "S" => name(element.role), "P" => Object::Reference(parent) };
        if let Some(page) = first {
            entry.set("Pg", Object::Reference(page));
        }
        if let Some(attributes) = attributes(element.role, tree, element.parent) {
            entry.set("A", attributes);
        }
        match kids.len() {
            0 => {}
            1 => entry.set("K", kids.remove(0)),
            _ => entry.set("K", Object::Array(kids)),
        }
        file.objects.insert(*id, Object::Dictionary(entry));
    }

    let next = i64::try_from(marks.pages.len()).unwrap_or(0);
    let parents = file.add_object(dictionary! { "Nums" => Object::Array(parents) });
    let top = ids.get(&Tree::ROOT).map_or(Object::Null, |id| Object::Reference(*id));
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

/// A head cell says whether it heads its column or its row.
fn attributes(role: &str, tree: &Tree, parent: NodeId) -> Option<Object> {
    if role != "TH" {
        return None;
    }
    let row_is_head = tree
        .iter()
        .filter(|(_, element)| element.parent == parent && parent != ARTIFACT)
        .all(|(_, element)| element.role == "TH");
    let scope = if row_is_head { "Column" } else { "Row" };
    let entry: Dictionary = dictionary! { "O" => name("Table"), "Scope" => name(scope) };
    Some(Object::Dictionary(entry))
}
