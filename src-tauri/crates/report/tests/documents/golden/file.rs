//! What a file says to people and programs: its words page by page, its tags with the words they hold, its outline.
//! Codes become words by the file's own maps, read here, so that nothing of the writer vouches for itself.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Words by page and number of their marked sequence.
type Marked = BTreeMap<(ObjectId, i64), String>;

/// Pages, outline and tags.
pub fn told(pdf: &[u8]) -> String {
    let file = Document::load_mem(pdf).expect("a PDF");
    let catalog = file.catalog().expect("a catalog");
    let mut out = format!("PDF {}, {}\n", file.version, words(catalog.get(b"Lang").expect("a language")));
    let mut marked = Marked::new();
    for (number, page) in file.get_pages() {
        let _ = writeln!(out, "\n== page {number} {}", sizes(dictionary(&file, page)));
        out.push_str(&page_words(&file, page, &mut marked));
    }
    if let Ok(outline) = catalog.get(b"Outlines") {
        out.push_str("\n== outline\n");
        entries(&file, dictionary(&file, outline.as_reference().expect("an outline")), 0, &mut out);
    }
    out.push_str("\n== tags\n");
    let root = catalog.get(b"StructTreeRoot").and_then(Object::as_reference).expect("tags");
    let first = dictionary(&file, root).get(b"K").and_then(Object::as_reference).expect("a first element");
    element(&file, first, 0, &marked, &mut out);
    out
}

fn dictionary(file: &Document, id: ObjectId) -> &Dictionary {
    file.get_dictionary(id).expect("a dictionary")
}

fn sizes(page: &Dictionary) -> String {
    let edges = page.get(b"MediaBox").and_then(Object::as_array).expect("a size");
    let edges: Vec<String> = edges.iter().map(|edge| number(edge).round().to_string()).collect();
    edges.join(" ")
}

fn number(object: &Object) -> f32 {
    object.as_float().expect("a number")
}

/// A text string.
fn words(object: &Object) -> String {
    lopdf::decode_text_string(object).expect("words")
}

/// A line for every marked sequence and baseline; what is no part of the reading stands behind a tilde.
fn page_words(file: &Document, page: ObjectId, marked: &mut Marked) -> String {
    let fonts: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = file
        .get_page_fonts(page)
        .expect("fonts")
        .into_iter()
        .map(|(name, font)| (name, code_words(file, font)))
        .collect();
    let content = Content::decode(&file.get_page_content(page)).expect("operations");
    let mut lines: Vec<(Option<i64>, f32, String)> = Vec::new();
    let (mut mark, mut font, mut line, mut rise) = (None, None, 0.0f32, 0.0f32);
    for operation in &content.operations {
        let operand = |at: usize| &operation.operands[at];
        match operation.operator.as_str() {
            "BDC" => {
                let properties = operand(1).as_dict().expect("properties");
                mark = Some(properties.get(b"MCID").and_then(Object::as_i64).expect("a number"));
            }
            "BMC" | "EMC" => mark = None,
            "BT" => line = 0.0,
            "Tf" => font = fonts.get(operand(0).as_name().expect("a name")),
            "Td" => line += number(operand(1)),
            "Tm" => line = number(operand(5)),
            "Ts" => rise = number(operand(0)),
            "TJ" | "Tj" => {
                let font = font.expect("a font is chosen");
                let shown = match operand(0) {
                    Object::Array(all) => all.iter().map(|one| decoded(one, font)).collect(),
                    one => decoded(one, font),
                };
                match lines.last_mut() {
                    Some((of, at, text)) if *of == mark && (rise != 0.0 || (*at - line).abs() < 0.02) => {
                        text.push_str(&shown);
                    }
                    _ => lines.push((mark, line, shown.clone())),
                }
                if let Some(mark) = mark {
                    marked.entry((page, mark)).or_default().push_str(&shown);
                }
            }
            other => assert!(!["T*", "TD", "'", "\""].contains(&other), "{other} is not followed here"),
        }
    }
    lines
        .into_iter()
        .map(|(mark, _, text)| if mark.is_some() { text + "\n" } else { format!("~ {text}\n") })
        .collect()
}

/// The words of a shown string; a shift has none.
fn decoded(shown: &Object, font: &BTreeMap<u16, String>) -> String {
    let Object::String(bytes, _) = shown else { return String::new() };
    let codes = bytes.chunks(2).map(|two| u16::from_be_bytes([two[0], two[1]]));
    codes.map(|code| font.get(&code).map_or("\u{FFFD}", String::as_str)).collect()
}

/// What each code of a font stands for (ISO 32000-1, 9.10.3).
fn code_words(file: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let map = font.get(b"ToUnicode").and_then(Object::as_reference).expect("a map");
    let map = file.get_object(map).and_then(Object::as_stream).expect("a stream");
    let map = map.decompressed_content().unwrap_or_else(|_| map.content.clone());
    let map = String::from_utf8(map).expect("a map is ASCII");
    let mut known = BTreeMap::new();
    for (kind, each) in [("bfchar", 2), ("bfrange", 3)] {
        for part in map.split(&format!("begin{kind}")).skip(1) {
            let part = part.split(&format!("end{kind}")).next().unwrap_or_default();
            assert!(!part.contains('['), "lists of a range are not read here");
            let values: Vec<&str> = part.split('<').skip(1).filter_map(|v| v.split('>').next()).collect();
            for entry in values.chunks(each) {
                let code = |at: usize| u16::from_str_radix(entry[at], 16).expect("a code");
                let mut units: Vec<u16> = entry[each - 1]
                    .as_bytes()
                    .chunks(4)
                    .map(|unit| u16::from_str_radix(&String::from_utf8_lossy(unit), 16).expect("a unit"))
                    .collect();
                for number in code(0)..=code(each - 2) {
                    known.insert(number, String::from_utf16(&units).expect("words"));
                    if let Some(last) = units.last_mut() {
                        *last += 1;
                    }
                }
            }
        }
    }
    known
}

/// The entries below one of the outline, each with the page it leads to.
fn entries(file: &Document, above: &Dictionary, depth: usize, out: &mut String) {
    let pages = file.get_pages();
    let mut next = above.get(b"First").and_then(Object::as_reference).ok();
    while let Some(id) = next {
        let entry = dictionary(file, id);
        let title = words(entry.get(b"Title").expect("a title"));
        let place = entry.get(b"Dest").and_then(Object::as_array).expect("a place");
        let page = pages.iter().find(|(_, id)| place[0].as_reference().ok() == Some(**id));
        let page = page.expect("a page of the file").0;
        let height = number(&place[3]);
        let _ = writeln!(out, "{:1$}{title} → page {page}, {height}", "", depth * 2);
        entries(file, entry, depth + 1, out);
        next = entry.get(b"Next").and_then(Object::as_reference).ok();
    }
}

/// An element: its type, what it says of itself, its own words, then the elements in it.
fn element(file: &Document, id: ObjectId, depth: usize, marked: &Marked, out: &mut String) {
    let of = dictionary(file, id);
    let kind = of.get(b"S").and_then(Object::as_name).expect("a type");
    let _ = write!(out, "{:1$}{2}", "", depth * 2, String::from_utf8_lossy(kind));
    if let Ok(attributes) = of.get(b"A").and_then(Object::as_dict) {
        for (key, value) in attributes.iter().filter(|(key, _)| key.as_slice() != b"O") {
            let _ = write!(out, " {}={}", String::from_utf8_lossy(key), attribute(value));
        }
    }
    for key in ["Alt", "ActualText", "Lang", "E"] {
        if let Ok(value) = of.get(key.as_bytes()) {
            let _ = write!(out, " {key}“{}”", words(value).replace('\n', " / "));
        }
    }
    let kids = match of.get(b"K") {
        Ok(Object::Array(kids)) => kids.clone(),
        Ok(one) => vec![one.clone()],
        Err(_) => Vec::new(),
    };
    let own = kids.iter().filter_map(|kid| match kid {
        Object::Integer(mark) => Some((of.get(b"Pg").and_then(Object::as_reference).ok()?, *mark)),
        Object::Dictionary(kid) => {
            let page = kid.get(b"Pg").and_then(Object::as_reference).ok()?;
            Some((page, kid.get(b"MCID").and_then(Object::as_i64).ok()?))
        }
        _ => None,
    });
    for mark in own {
        let _ = write!(out, " | {}", marked.get(&mark).map_or("", String::as_str));
    }
    out.push('\n');
    for kid in kids.iter().filter_map(|kid| kid.as_reference().ok()) {
        element(file, kid, depth + 1, marked, out);
    }
}

fn attribute(value: &Object) -> String {
    match value {
        Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
        Object::Array(all) => all.iter().map(attribute).collect::<Vec<_>>().join(","),
        one => number(one).to_string(),
    }
}
