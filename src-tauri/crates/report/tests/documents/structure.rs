//! The tags: every mark on a page is named, every name leads to its element, every element to its parent.

use std::collections::{BTreeMap, BTreeSet};

use entaku_domain::document::{Readings, TypeSize};
use entaku_domain::label::Language;
use entaku_report::{Content, RenderOptions, render};
use lopdf::{Dictionary, Document, Object, ObjectId};
use serde_json::json;

use crate::{companions, sample};

fn file<'a>(content: impl Into<Content<'a>>) -> Document {
    let options = RenderOptions {
        type_size: TypeSize::Large,
        readings: Readings::With,
        ..RenderOptions::new(Language::Ja, "ab".repeat(32))
    };
    Document::load_mem(&render(content, &options).expect("renders").pdf).expect("a PDF")
}

/// The sample, a draft with its mark across every page, and one of each other kind.
fn files() -> Vec<Document> {
    let draft = sample::changed(|value| {
        value["state"] = json!({"type": "draft", "status": "inReview", "undecided": ["F10"]});
    });
    let mut files = vec![file(&sample::content()), file(&draft)];
    companions::each("議事", |content| files.push(file(content)));
    files
}

fn operations(file: &Document, page: ObjectId) -> Vec<lopdf::content::Operation> {
    lopdf::content::Content::decode(&file.get_page_content(page)).expect("operations").operations
}

const PAINTS: [&str; 17] =
    ["Tj", "TJ", "'", "\"", "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "INLINE", "EI"];

/// By page, the numbers of its marked sequences with the type each names; every paint stands in one of them.
fn marks(file: &Document, page: ObjectId) -> BTreeMap<i64, String> {
    let mut marks = BTreeMap::new();
    let mut open: Vec<bool> = Vec::new();
    for operation in operations(file, page) {
        match operation.operator.as_str() {
            "BMC" => {
                let tag = operation.operands[0].as_name().expect("a name");
                assert_eq!(tag, b"Artifact", "a sequence without a number is no part of the reading");
                open.push(true);
            }
            "BDC" => {
                let tag =
                    String::from_utf8_lossy(operation.operands[0].as_name().expect("a name")).into_owned();
                let number =
                    operation.operands[1].as_dict().ok().and_then(|d| d.get(b"MCID").ok()?.as_i64().ok());
                if let Some(number) = number {
                    assert!(marks.insert(number, tag).is_none(), "number {number} is used once");
                }
                open.push(true);
            }
            "EMC" => assert!(open.pop().is_some(), "a sequence ends that never began"),
            paint if PAINTS.contains(&paint) => {
                assert_eq!(open.len(), 1, "{paint} stands in exactly one sequence")
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "every sequence ends on its page");
    marks
}

fn dictionary(file: &Document, id: ObjectId) -> &Dictionary {
    file.get_dictionary(id).expect("a dictionary")
}

fn reference(of: &Dictionary, key: &[u8]) -> ObjectId {
    of.get(key).and_then(Object::as_reference).expect("a reference")
}

#[test]
fn every_paint_is_marked_and_every_mark_leads_to_its_element() {
    for file in files() {
        let root = dictionary(&file, reference(file.catalog().expect("a catalog"), b"StructTreeRoot"));
        let parents = dictionary(&file, reference(root, b"ParentTree"));
        let numbers = parents.get(b"Nums").and_then(Object::as_array).expect("a list");
        let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
        assert_eq!(numbers.len(), pages.len() * 2, "a list for each page");
        for (entry, page) in numbers.chunks(2).zip(pages) {
            let key =
                dictionary(&file, page).get(b"StructParents").and_then(Object::as_i64).expect("its number");
            assert_eq!(entry[0].as_i64().expect("a number"), key, "page and list agree");
            let list = file.get_object(entry[1].as_reference().expect("a list")).expect("it is there");
            let list = list.as_array().expect("a list");
            let marks = marks(&file, page);
            assert_eq!(list.len(), marks.len(), "an element for each mark");
            for (number, tag) in marks {
                let element =
                    list[usize::try_from(number).expect("small")].as_reference().expect("an element");
                let element = dictionary(&file, element);
                let kind = element.get(b"S").and_then(Object::as_name).expect("its type");
                assert_eq!(String::from_utf8_lossy(kind), tag, "mark and element say the same");
            }
        }
    }
}

/// The elements by a walk from the root, each with its type and the types above it.
fn elements(file: &Document) -> Vec<(ObjectId, Vec<String>)> {
    fn walk(file: &Document, id: ObjectId, above: &[String], found: &mut Vec<(ObjectId, Vec<String>)>) {
        let element = dictionary(file, id);
        let kind = String::from_utf8_lossy(element.get(b"S").and_then(Object::as_name).expect("a type"))
            .into_owned();
        let path: Vec<String> = above.iter().cloned().chain([kind]).collect();
        found.push((id, path.clone()));
        let kids = match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(one) => vec![one.clone()],
            Err(_) => Vec::new(),
        };
        for kid in kids.iter().filter_map(|kid| kid.as_reference().ok()) {
            assert_eq!(reference(dictionary(file, kid), b"P"), id, "a child knows its parent");
            walk(file, kid, &path, found);
        }
    }
    let root = dictionary(file, reference(file.catalog().expect("a catalog"), b"StructTreeRoot"));
    let mut found = Vec::new();
    walk(file, reference(root, b"K"), &[], &mut found);
    found
}

/// Left, lower, right and upper edge of a figure, as its element says.
fn placed(file: &Document, id: ObjectId) -> [f32; 4] {
    let attributes = dictionary(file, id).get(b"A").and_then(Object::as_dict).expect("attributes");
    assert_eq!(
        attributes.get(b"O").and_then(Object::as_name).ok(),
        Some(b"Layout".as_slice()),
        "of its layout"
    );
    let edges = attributes.get(b"BBox").and_then(Object::as_array).expect("a box");
    let edges: Vec<f32> = edges.iter().map(|edge| edge.as_float().expect("a number")).collect();
    edges.try_into().expect("four edges")
}

#[test]
fn elements_are_of_standard_types_in_the_order_a_reader_expects() {
    for file in files() {
        let elements = elements(&file);
        let unique: BTreeSet<ObjectId> = elements.iter().map(|(id, _)| *id).collect();
        assert_eq!(unique.len(), elements.len(), "each element stands once in the tree");
        let mut level = 0;
        for (id, path) in &elements {
            let last = path.last().expect("a type").as_str();
            let parent = path.len().checked_sub(2).map_or("", |at| path[at].as_str());
            match last {
                "Document" => assert_eq!(path.len(), 1, "the whole"),
                "TR" => assert_eq!(parent, "Table", "rows stand in tables"),
                "TH" | "TD" => assert_eq!(parent, "TR", "cells stand in rows"),
                "H1" | "H2" | "H3" => {
                    let own = usize::from(last.as_bytes()[1] - b'0');
                    assert!(own <= level + 1, "no level of heading is skipped: {last} after H{level}");
                    level = own;
                }
                "Figure" => {
                    let says = dictionary(&file, *id).get(b"Alt").is_ok();
                    assert!(says, "a figure says in words what it shows");
                    let edges = placed(&file, *id);
                    assert!(edges[0] < edges[2] && edges[1] < edges[3], "a box of some size: {edges:?}");
                    assert!(
                        edges[0] >= 0.0 && edges[2] <= 596.0 && edges[1] >= 0.0 && edges[3] <= 842.0,
                        "{edges:?}"
                    );
                }
                "P" | "Table" | "Ruby" | "RB" | "RT" | "Span" | "Sect" | "Div" | "L" | "LI" | "Lbl"
                | "LBody" => {}
                other => panic!("{other} is no type this program writes"),
            }
            if last == "TH" {
                let scope = dictionary(&file, *id).get(b"A").and_then(Object::as_dict).expect("attributes");
                assert!(scope.get(b"Scope").is_ok(), "a head says whether it heads its column or its row");
            }
        }
    }
}

#[test]
fn catalog_says_language_title_and_colours() {
    for file in files() {
        let catalog = file.catalog().expect("a catalog");
        assert_eq!(
            catalog.get(b"Lang").and_then(Object::as_str).ok(),
            Some(b"ja-JP".as_slice()),
            "its language"
        );
        let marked = catalog.get(b"MarkInfo").and_then(Object::as_dict).expect("marks");
        assert!(marked.get(b"Marked").and_then(Object::as_bool).unwrap_or(false), "it is tagged");
        let intents = catalog.get(b"OutputIntents").and_then(Object::as_array).expect("intents");
        let profile = reference(intents[0].as_dict().expect("an intent"), b"DestOutputProfile");
        let profile = file.get_object(profile).and_then(Object::as_stream).expect("a profile");
        assert_eq!(profile.dict.get(b"N").and_then(Object::as_i64).ok(), Some(3), "red, green and blue");
        for page in file.get_pages().into_values() {
            for operation in operations(&file, page) {
                let operator = operation.operator.as_str();
                let other = ["g", "G", "k", "K", "cs", "CS", "sc", "scn", "SC", "SCN", "gs", "sh", "BI"];
                assert!(
                    !other.contains(&operator),
                    "{operator}: colours of the profile alone, and no transparency"
                );
            }
        }
    }
}

#[test]
fn no_code_on_a_page_is_without_its_glyph_and_text() {
    let file = file(&sample::content());
    for object in file.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        if font.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Type0") {
            continue;
        }
        let descendant = font.get(b"DescendantFonts").and_then(Object::as_array).expect("one")[0].as_dict();
        let descendant = descendant.expect("a font");
        let map = file
            .get_object(reference(descendant, b"CIDToGIDMap"))
            .and_then(Object::as_stream)
            .expect("a map");
        let map = map.decompressed_content().unwrap_or_else(|_| map.content.clone());
        let glyphs: Vec<u16> = map.chunks(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
        assert!(glyphs.len() > 1 && glyphs[0] == 0, "code 0 is the missing glyph");
        assert!(glyphs[1..].iter().all(|glyph| *glyph != 0), "and no other code is");
        let descriptor = dictionary(&file, reference(descendant, b"FontDescriptor"));
        let set =
            file.get_object(reference(descriptor, b"CIDSet")).and_then(Object::as_stream).expect("a set");
        let set = set.decompressed_content().unwrap_or_else(|_| set.content.clone());
        let codes: u32 = set.iter().map(|byte| byte.count_ones()).sum();
        assert_eq!(codes as usize, glyphs.len(), "every code is listed");
        assert!(font.get(b"ToUnicode").is_ok(), "every code has its text");
    }
}
