//! What the laboratory cites beside an alteration: entries of databases, counts of significance, frequencies among people.

use super::super::node::Node;
use super::super::statement;
use super::super::tree::Element;
use crate::sink::Sink;
use entaku_domain::finding::Alteration;
use entaku_domain::statement::{Statement, StatementKind};

/// Most entries cited of one alteration; the record as written keeps all.
const MAX_CITED: usize = 200;

/// Gives what is cited beside one item.
pub(super) fn statements<S: Sink>(node: &Node<'_>, item: &str, alteration: &Alteration, sink: &mut S) {
    let gene = alteration.genes().first().map(|gene| (*gene).clone());
    let mut cited = 0;
    let mut say = |element: &Element, text: String| {
        if !text.is_empty() && cited < MAX_CITED {
            cited += 1;
            let said = statement::of(StatementKind::Evidence, element, &text, &[]);
            sink.state(Statement { about: vec![item.to_owned()], gene: gene.clone(), ..said });
        }
    };
    for database in node.element.children("dbs").flat_map(Element::elements) {
        for (entry, text) in database.items().into_iter().map(|entry| (entry, entry.text())) {
            if !text.is_empty() {
                say(entry, format!("{} {text}", database.local()));
            }
        }
    }
    for part in node.element.children("clinical-relevance").flat_map(Element::elements) {
        match part.local() {
            "dbs" => part.elements().for_each(|database| entries(database, &mut say)),
            name => say(part, counted(name, part)),
        }
    }
}

/// The entries of one database: lists that belong together by their order.
fn entries(database: &Element, say: &mut impl FnMut(&Element, String)) {
    let list =
        |name: &'static str| -> Vec<&Element> { database.children(name).flat_map(Element::items).collect() };
    let (ids, meanings, matches) = (list("id"), list("clinical-significance"), list("match"));
    let most = ids.len().max(meanings.len()).max(matches.len());
    for index in 0..most {
        let text = |list: &[&Element]| list.get(index).map(|element| element.text()).unwrap_or_default();
        let at = [&ids, &meanings, &matches].into_iter().find_map(|list| list.get(index).copied());
        let (id, meaning, how) = (text(&ids), text(&meanings), text(&matches));
        let how = if how.is_empty() { how } else { format!(" ({how})") };
        let said = format!("{} {id}: {meaning}{how}", database.local());
        if let Some(element) = at.filter(|_| !(id.is_empty() && meaning.is_empty())) {
            say(element, said);
        }
    }
    if most == 0 && !database.is_empty() {
        say(database, format!("{} {}", database.local(), database.text()));
    }
}

/// Named numbers in one line: `content: pathogenic 12, benign 1`.
fn counted(name: &str, part: &Element) -> String {
    let each = part.elements().map(|element| {
        let label = element.attribute("name").unwrap_or_else(|| element.local());
        format!("{label} {}", element.text())
    });
    let each: Vec<String> = each.collect();
    match each.is_empty() {
        true if part.text().is_empty() => String::new(),
        true => format!("{name}: {}", part.text()),
        false => format!("{name}: {}", each.join(", ")),
    }
}
