//! The rest of a file: quality, dates, databases and programs, what the reader does not know. Each is a statement with its
//! fields as written, so that nothing of the file is lost.

use super::super::node::Node;
use super::super::statement::{self, said};
use super::super::tree::Element;
use crate::path::Path;
use crate::sink::Sink;
use entaku_domain::statement::StatementKind;

/// Elements of `qc` that only group others.
const GROUPS: [&str; 5] = ["library", "sequence", "normal", "tumor", "tumor-content"];

/// Gives what is said beside the findings.
pub(super) fn read<S: Sink>(root: &Element, report: &Node<'_>, sink: &mut S) {
    let mut tell = |kind, element: &Element, text: String, left_out: &[&str]| {
        if !element.is_empty() {
            sink.state(statement::of(kind, element, &text, left_out));
        }
    };
    for element in report.element.elements() {
        match element.local() {
            // Told elsewhere: in the head, the details, the findings.
            "id" | "owner" | "patient" | "test" | "result" => {}
            "qc" => quality(element, "", &mut tell),
            "date" => tell(StatementKind::Remark, element, named("date", element), &[]),
            "specimen" => tell(StatementKind::Remark, element, named("specimen", element), &[]),
            "preference" => {
                let rest: Vec<&Element> = element
                    .elements()
                    .filter(|below| below.local() != "germline-disclosure" && !below.is_empty())
                    .collect();
                for below in rest {
                    tell(StatementKind::Remark, below, format!("{} {}", below.local(), below.text()), &[]);
                }
            }
            "reference" => {
                for list in element.elements() {
                    for item in list.items() {
                        let text = said(item, &["name", "version", "genome", "released-at"]);
                        tell(StatementKind::Remark, item, format!("{} {text}", list.local()), &[]);
                    }
                }
            }
            name if !element.is_empty() => {
                report.unknown(name);
                tell(StatementKind::Remark, element, named(name, element), &[]);
            }
            _ => {}
        }
    }
    let path = Path::ROOT;
    let whole = Node::new(root, &path, report.notes);
    for element in root.elements().filter(|element| !element.is_empty()) {
        match element.local() {
            "version" | "vendor-id" | "report" => {}
            name => {
                if !matches!(name, "target" | "input") {
                    whole.unknown(name);
                }
                tell(StatementKind::Remark, element, named(name, element), &[]);
            }
        }
    }
}

/// The measures of quality, one statement for each library, sequencing or content.
fn quality(element: &Element, path: &str, tell: &mut impl FnMut(StatementKind, &Element, String, &[&str])) {
    for below in element.elements() {
        let name = below.local();
        let path = if path.is_empty() { name.to_owned() } else { format!("{path} {name}") };
        match GROUPS.contains(&name) {
            true => quality(below, &path, tell),
            false => {
                let text = said(below, &["status", "value", "unit"]);
                let text = if text.len() > 80 { path } else { format!("{path}: {text}") };
                tell(StatementKind::Quality, below, text, &[]);
            }
        }
    }
}

/// The texts below an element with their names, in one line.
fn named(name: &str, element: &Element) -> String {
    let each: Vec<String> = element
        .elements()
        .map(|below| (below.local(), below.text()))
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| format!("{name} {text}"))
        .collect();
    if each.is_empty() {
        format!("{name} {}", element.text())
    } else {
        format!("{name}: {}", each.join(", "))
    }
}
