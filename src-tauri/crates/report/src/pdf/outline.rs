//! The reader's table of contents, nested (printpdf's is flat and sorted by name).

use lopdf::{Document, Object, ObjectId, dictionary};

use super::PdfError;
use super::objects::{dictionary_mut, name, text};
use crate::layout::OutlineEntry;

/// Adds the outline; nothing when there are no headings.
pub(super) fn add(
    file: &mut Document,
    entries: &[OutlineEntry],
    pages: &[ObjectId],
    height: f32,
) -> Result<(), PdfError> {
    if entries.is_empty() {
        return Ok(());
    }
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| file.new_object_id()).collect();
    // The parent of an entry is the nearest one before it of a lower level.
    let mut parents: Vec<ObjectId> = Vec::with_capacity(entries.len());
    let mut open: Vec<(u8, ObjectId)> = Vec::new();
    for (entry, id) in entries.iter().zip(&ids) {
        open.retain(|(level, _)| *level < entry.level);
        parents.push(open.last().map_or(root, |(_, id)| *id));
        open.push((entry.level, *id));
    }
    for ((entry, id), parent) in entries.iter().zip(&ids).zip(&parents) {
        let page = pages.get(entry.page).copied().unwrap_or(root);
        let dest = Object::Array(vec![
            Object::Reference(page),
            name("XYZ"),
            Object::Null,
            Object::Real((height - entry.y + 4.0).round()),
            Object::Null,
        ]);
        let item = dictionary! {
            "Title" => text(&entry.title), "Parent" => Object::Reference(*parent), "Dest" => dest,
        };
        file.objects.insert(*id, Object::Dictionary(item));
    }
    file.objects.insert(root, Object::Dictionary(dictionary! { "Type" => name("Outlines") }));
    for parent in std::iter::once(&root).chain(&ids) {
        let kids: Vec<ObjectId> =
            ids.iter().zip(&parents).filter(|(_, of)| *of == parent).map(|(id, _)| *id).collect();
        let (Some(first), Some(last)) = (kids.first(), kids.last()) else { continue };
        let count = i64::try_from(kids.len()).unwrap_or(0);
        let entry = dictionary_mut(file, *parent)?;
        entry.set("First", Object::Reference(*first));
        entry.set("Last", Object::Reference(*last));
        // Parts are shown open, what stands in them closed.
        entry.set("Count", Object::Integer(if *parent == root { count } else { -count }));
        for (before, after) in kids.iter().zip(kids.iter().skip(1)) {
            dictionary_mut(file, *before)?.set("Next", Object::Reference(*after));
            dictionary_mut(file, *after)?.set("Prev", Object::Reference(*before));
        }
    }
    let catalog = file.catalog_mut()?;
    catalog.set("Outlines", Object::Reference(root));
    catalog.set("PageMode", name("UseOutlines"));
    Ok(())
}
