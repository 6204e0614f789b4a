//! An element as it was written: each attribute and each text under its path.

use super::tree::{Content, Element};
use crate::kept::Kept;
use entaku_domain::finding::VerbatimField;
use std::collections::HashMap;

/// The fields as `path → text`: `gene` (an attribute or an element), `dna-evidence.sample`, `item[1].pos`.
pub(super) fn fields(element: &Element) -> Vec<VerbatimField> {
    fields_without(element, &[])
}

/// The same without the elements of these names directly below.
pub(super) fn fields_without(element: &Element, left_out: &[&str]) -> Vec<VerbatimField> {
    let mut kept = Kept::default();
    flatten(&mut kept, &mut String::new(), element, left_out);
    kept.into_fields()
}

fn flatten(kept: &mut Kept, path: &mut String, element: &Element, left_out: &[&str]) {
    let end = path.len();
    for attribute in &element.attributes {
        step(path, &attribute.name);
        kept.add("", path, &attribute.value);
        path.truncate(end);
    }
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    element.elements().for_each(|child| counts.entry(&child.name).or_default().0 += 1);
    let text: String = element
        .content
        .iter()
        .filter_map(|content| match content {
            Content::Text(text) => Some(&**text),
            Content::Element(_) => None,
        })
        .collect();
    let is_leaf = element.attributes.is_empty() && counts.is_empty();
    if !text.trim().is_empty() || (is_leaf && end > 0) {
        kept.add("", if end == 0 { "#text" } else { path }, text.trim());
    }
    for child in element.elements().filter(|child| end > 0 || !left_out.contains(&child.local())) {
        step(path, &child.name);
        if let Some((count, seen)) = counts.get_mut(&*child.name)
            && *count > 1
        {
            path.push_str(&format!("[{seen}]"));
            *seen += 1;
        }
        flatten(kept, path, child, left_out);
        path.truncate(end);
    }
}

fn step(path: &mut String, name: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(name);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::notes::NoteBook;
    use crate::xml::parse::{ReadAs, parse};
    use expect_test::expect;

    #[test]
    fn everything_written_is_kept_under_its_path() {
        let text = "<a g='EGFR'><e s='1'/><e s='2'/><n>one</n><m x='y'>mixed <b>text</b></m><z/></a>";
        let root = parse(text, ReadAs::Utf8, &Limits::default(), &mut NoteBook::new("a")).unwrap();
        let lines: String = fields_without(&root, &["n"])
            .iter()
            .map(|field| format!("{} = {}\n", field.0, field.1))
            .collect();
        expect![[r#"
            g = EGFR
            e[0].s = 1
            e[1].s = 2
            m.x = y
            m = mixed
            m.b = text
            z = 
        "#]]
        .assert_eq(&lines);
    }
}
