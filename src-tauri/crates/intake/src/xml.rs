//! Reports in XML. The bytes become a small tree, and its elements tell which report it is. What is said twice in both
//! formats stands here: looking fields up leniently, places in the genome, the record as written.

mod foundation;
mod genminetop;
mod locus;
mod node;
mod parse;
mod statement;
mod tree;
mod verbatim;

use crate::Options;
use crate::error::{IntakeError, IntakeErrorKind};
use crate::head::Head;
use crate::notes::{NoteBook, quoted};
use crate::sink::Sink;
use entaku_words::errors::found;
use std::borrow::Cow;
use std::cell::RefCell;
use tree::Element;

/// Reads a document into `sink`.
pub(crate) fn read<S: Sink>(
    bytes: &[u8],
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let text = crate::encoding::text(bytes, notes)?;
    let read_as = match &text {
        Cow::Borrowed(_) => parse::ReadAs::Utf8,
        Cow::Owned(_) => parse::ReadAs::Utf16,
    };
    let root = parse::parse(&text, read_as, &options.limits, notes)?;
    drop(text);
    if genminetop::is(&root) {
        with_notes(notes, |notes| genminetop::read(&root, options, notes, sink))
    } else if foundation::is(&root) {
        with_notes(notes, |notes| foundation::read(&root, options, notes, sink))
    } else {
        Err(unknown(&root, notes))
    }
}

fn unknown(root: &Element, notes: &NoteBook) -> IntakeError {
    IntakeError::new(
        IntakeErrorKind::UnknownFormat,
        notes.file(),
        found::other_xml(quoted(&root.name)).to_label(),
        "a FoundationOne report (<ResultsReport>, <ClientCaseInfo> or <variant-report>) or a GenMineTOP report (<vendor-id>todai-oncopanel</vendor-id>)",
        "Load the report file that the laboratory delivered.",
    )
    .at_line(u64::from(root.line))
}

/// Lends the notes to readers that walk the tree, where many hold them at once.
fn with_notes<T>(notes: &mut NoteBook, read: impl FnOnce(&RefCell<NoteBook>) -> T) -> T {
    let book = RefCell::new(std::mem::replace(notes, NoteBook::new("")));
    let result = read(&book);
    *notes = book.into_inner();
    result
}
