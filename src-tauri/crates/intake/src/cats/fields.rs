//! Lenient access to the fields of one object: a value of the wrong type is used where its meaning is beyond doubt,
//! left out where it is not, and a note says so in both cases.

use crate::json::{Member, Node, Value, member};
use crate::notes::{NoteBook, Remark, quoted};
use crate::path::Path;
use crate::values;
use entaku_words::errors::note;
use std::cell::RefCell;

/// Whether the official structure asks for a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Required,
    Optional,
}

/// One object of the file.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    pub members: &'a [Member],
    pub path: &'a Path<'a>,
    pub line: u32,
    notes: &'a RefCell<NoteBook>,
}

impl<'a> Fields<'a> {
    /// Looks at an object; a value of another kind is noted and none.
    pub fn of(node: &'a Node, path: &'a Path<'a>, notes: &'a RefCell<NoteBook>) -> Option<Self> {
        match node.value.members() {
            Some(members) => Some(Self { members, path, line: node.line, notes }),
            None => {
                note(notes, wrong_type(&node.value, "an object"), path, node.line);
                None
            }
        }
    }

    /// Notes names that the structure does not know and names given twice.
    pub fn expect_only(&self, known: &[&str]) {
        for (index, member) in self.members.iter().enumerate() {
            let path = self.path.field(&member.name);
            if !known.contains(&&*member.name) {
                let remark = Remark::info(
                    "unknown-field",
                    quoted(&member.name),
                    "The format has no such field; it is kept with the record as written.",
                );
                note(self.notes, remark, &path, member.node.line);
            }
            // Objects of the format have at most 30 fields; longer ones are searched no further.
            if index < 100 && self.members.iter().take(index).any(|before| before.name == member.name) {
                let remark = Remark::warning(
                    "duplicate-key",
                    format!("{} stands twice in one object", quoted(&member.name)),
                    note::DUPLICATE_KEY.en,
                );
                note(self.notes, remark, &path, member.node.line);
            }
        }
    }

    /// A remark about a field of this object.
    pub fn remark(&self, name: &str, remark: Remark) {
        let line = member(self.members, name).map_or(self.line, |node| node.line);
        note(self.notes, remark, &self.path.field(name), line);
    }

    /// The node of a field; none for `null`. A missing required field is noted; `null` counts as missing.
    pub fn node(&self, name: &str, need: Need) -> Option<&'a Node> {
        let node = member(self.members, name).filter(|node| node.value != Value::Null);
        if node.is_none() && need == Need::Required {
            self.remark(name, Remark::warning("missing-field", format!("no {name}"), note::MISSING_FIELD.en));
        }
        node
    }

    /// A text, trimmed; numbers and booleans stand for themselves as written.
    pub fn text(&self, name: &str, need: Need) -> Option<String> {
        let node = self.node(name, need)?;
        let text = match &node.value {
            Value::Text(text) => self.clean(name, text),
            Value::Number(text) => {
                self.remark(name, wrong_type(&node.value, "a text"));
                text.to_string()
            }
            Value::Bool(value) => {
                self.remark(name, wrong_type(&node.value, "a text"));
                value.to_string()
            }
            Value::Null | Value::List(_) | Value::Object(_) => {
                self.remark(name, wrong_type(&node.value, "a text"));
                return None;
            }
        };
        if text.is_empty() && need == Need::Required {
            self.remark(
                name,
                Remark::warning("empty-field", format!("{name} is empty"), note::EMPTY_FIELD.en),
            );
        }
        Some(text).filter(|text| !text.is_empty())
    }

    fn clean(&self, name: &str, text: &str) -> String {
        let (text, remarks) = values::clean(text);
        remarks.into_iter().for_each(|remark| self.remark(name, remark));
        text
    }

    /// A value, or none and the remark that says why.
    pub fn accept<T>(&self, name: &str, value: Result<T, Remark>) -> Option<T> {
        value.map_err(|remark| self.remark(name, remark)).ok()
    }

    /// A text out of a list of known ones; another is noted and kept as written.
    pub fn one_of(&self, name: &str, need: Need, known: &[&str]) -> Option<String> {
        let text = self.text(name, need)?;
        if !known.contains(&text.as_str()) {
            let hint = format!("Kept as written. The format knows: {}.", known.join(", "));
            self.remark(name, Remark::warning("unknown-value", quoted(&text), hint));
        }
        Some(text)
    }

    /// A finite number; one within a text is read and noted.
    pub fn number(&self, name: &str, need: Need) -> Option<f64> {
        let node = self.node(name, need)?;
        let written: &str = match &node.value {
            Value::Number(text) => text,
            Value::Text(text) => {
                self.remark(name, wrong_type(&node.value, "a number"));
                text.trim()
            }
            _ => {
                self.remark(name, wrong_type(&node.value, "a number"));
                return None;
            }
        };
        self.accept(name, values::number(written))
    }

    /// A whole number within a range.
    pub fn whole(&self, name: &str, need: Need, from: u32) -> Option<u32> {
        let number = self.number(name, need)?;
        self.accept(name, values::whole(number, from))
    }

    /// A yes or no; the texts `true` and `false` are read and noted.
    pub fn flag(&self, name: &str, need: Need) -> Option<bool> {
        let node = self.node(name, need)?;
        match &node.value {
            Value::Bool(value) => Some(*value),
            other => {
                self.remark(name, wrong_type(other, "true or false"));
                match other {
                    Value::Text(text) if text.trim().eq_ignore_ascii_case("true") => Some(true),
                    Value::Text(text) if text.trim().eq_ignore_ascii_case("false") => Some(false),
                    _ => None,
                }
            }
        }
    }

    /// A list; a single object or text in its place is noted and read as a list of one.
    pub fn list(&self, name: &str, need: Need) -> &'a [Node] {
        match self.node(name, need) {
            None => &[],
            Some(node) => match &node.value {
                Value::List(items) => items,
                other => {
                    self.remark(name, wrong_type(other, "a list"));
                    std::slice::from_ref(node)
                }
            },
        }
    }

    /// A list of texts.
    pub fn texts(&self, name: &str, need: Need) -> Vec<String> {
        let mut texts = Vec::new();
        for node in self.list(name, need) {
            match &node.value {
                Value::Text(text) => texts.push(self.clean(name, text)),
                Value::Null => {}
                Value::Number(text) => {
                    self.remark(name, wrong_type(&node.value, "a list of texts"));
                    texts.push(text.to_string());
                }
                other => self.remark(name, wrong_type(other, "a list of texts")),
            }
        }
        texts.retain(|text| !text.is_empty());
        texts
    }
}

fn note(notes: &RefCell<NoteBook>, remark: Remark, path: &Path<'_>, line: u32) {
    notes.borrow_mut().add(remark, &path.shape(), Some(u64::from(line)), || Some(path.to_string()));
}

fn wrong_type(found: &Value, expected: &str) -> Remark {
    Remark::warning("wrong-type", found.shown(), format!("Found {}, expected {expected}.", found.kind()))
}
