//! Characters that the file lost: half of a surrogate pair (`\ud842`), left by programs that cut a text in the middle of
//! a character. The text is read with U+FFFD in the character's place, and told.

use crate::json::{Node, Value};
use crate::notes::{NoteBook, Remark};
use crate::path::Path;
use entaku_words::errors::note;
use std::collections::BTreeSet;

/// Notes each text on one of the `lines` that holds the sign of a lost character.
pub(super) fn tell(tree: &Node, lines: &BTreeSet<u32>, notes: &mut NoteBook) {
    if !lines.is_empty() {
        walk(tree, &Path::ROOT, lines, notes);
    }
}

fn walk(node: &Node, path: &Path<'_>, lines: &BTreeSet<u32>, notes: &mut NoteBook) {
    match &node.value {
        Value::Text(text) => note(text, node.line, path, lines, notes),
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &path.item(index), lines, notes);
            }
        }
        Value::Object(members) => {
            for member in members {
                let path = path.field(&member.name);
                note(&member.name, member.node.line, &path, lines, notes);
                walk(&member.node, &path, lines, notes);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn note(text: &str, line: u32, path: &Path<'_>, lines: &BTreeSet<u32>, notes: &mut NoteBook) {
    if !(lines.contains(&line) && text.contains(char::REPLACEMENT_CHARACTER)) {
        return;
    }
    let hint = note::LOST_CHARACTER.en;
    let remark = Remark::warning("lost-character", text, hint);
    notes.add(remark, &path.shape(), Some(u64::from(line)), || Some(path.to_string()));
}
