//! A tree of a JSON text that keeps what readers for programs drop and a medical record needs: numbers exactly as
//! written, names given twice, the line of every value. Own code because serde_json gives these only through its
//! feature `arbitrary_precision`, which changes how numbers are read in every crate of the workspace.
//!
//! Grammar: RFC 8259; beyond it `NaN`, `Infinity` and `-Infinity` are read as numbers, since common writers emit
//! them (the reader of a field then finds that they are not finite).

mod parse;

use entaku_domain::label::Label;
pub(crate) use parse::parse;

/// A value with the line it starts on, counted from 1.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub line: u32,
    pub value: Value,
}

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    /// As written.
    Number(Box<str>),
    /// With escapes resolved.
    Text(Box<str>),
    List(Vec<Node>),
    /// In the file's order; a name may stand more than once.
    Object(Vec<Member>),
}

/// A named value of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    pub name: Box<str>,
    pub node: Node,
}

/// Why a text is no JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JsonError {
    pub line: u32,
    pub fault: Fault,
    pub found: Label,
    pub expected: &'static str,
}

/// The kinds of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The grammar is broken or the text ends early.
    Damaged,
    /// More values or levels than the limits allow.
    TooLarge,
}

impl Value {
    /// What it is, in words.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }

    /// In short, for quotation.
    pub fn shown(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Number(text) => text.to_string(),
            Self::Text(text) => format!("\"{text}\""),
            Self::List(items) => format!("a list of {}", items.len()),
            Self::Object(members) => format!("an object of {} fields", members.len()),
        }
    }

    /// The members of an object.
    pub fn members(&self) -> Option<&[Member]> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }
}

/// The last member with this name: what programs that know no repeated names would read.
pub(crate) fn member<'a>(members: &'a [Member], name: &str) -> Option<&'a Node> {
    members.iter().rev().find(|member| &*member.name == name).map(|member| &member.node)
}
