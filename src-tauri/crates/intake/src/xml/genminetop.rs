//! GenMineTOP (東大オンコパネル): DNA and RNA of the tumour with DNA of the patient, hence findings of germline origin and the
//! patient's wish about them. No namespaces; every list is made of `item`. Must not know what findings mean to a panel.
//!
//! One item of `result/alterations` and one marker of `result/marker` is one row of the ledger.

mod alterations;
mod details;
mod head;
mod kinds;
mod markers;
mod relevance;
mod remarks;

use super::node::Node;
use super::tree::Element;
use crate::Options;
use crate::error::{IntakeError, IntakeErrorKind};
use crate::head::Head;
use crate::notes::NoteBook;
use crate::path::Path;
use crate::sink::{Reason, Sink};
use entaku_words::errors::found;
use std::cell::RefCell;

/// How the laboratory names its test.
const NAME: &str = "todai-oncopanel";

/// Elements of `result` that are read.
const RESULT: [&str; 3] = ["reference-genome", "marker", "alterations"];

/// Whether a document is such a report.
pub(super) fn is(root: &Element) -> bool {
    let names = [root.child("vendor-id"), root.at(&["report", "test", "type"])];
    names.into_iter().flatten().any(|element| element.text().eq_ignore_ascii_case(NAME))
}

/// Reads a whole document, gives its records to `sink` and returns what the file says of itself.
///
/// # Errors
/// When the document holds no report.
pub(super) fn read<S: Sink>(
    root: &Element,
    options: &Options,
    notes: &RefCell<NoteBook>,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let Some(report) = root.child("report") else {
        return Err(IntakeError::new(
            IntakeErrorKind::Damaged,
            notes.borrow().file(),
            found::no_report(NAME).to_label(),
            "an element <report>",
            "Ask the laboratory for the complete report file.",
        )
        .at_line(u64::from(root.line)));
    };
    let path = Path::ROOT;
    let node = Node::new(report, &path, notes);
    let mut head = head::read(root, &node, options);
    head.proposed = details::read(&node);
    if let Some(result) = report.child("result") {
        let path = path.field("result");
        let node = Node::new(result, &path, notes);
        markers::read(&node, sink);
        alterations::read(&node, sink);
        for list in result.elements().filter(|list| !RESULT.contains(&list.local()) && !list.is_empty()) {
            node.unknown(list.local());
            // They may be records of a newer version: none may vanish.
            for item in list.items() {
                let place = Some(path.field(list.local()).to_string());
                sink.set_aside(Reason::Unsupported, u64::from(item.line), place, || item.short());
            }
        }
    }
    remarks::read(root, &node, sink);
    Ok(head)
}
