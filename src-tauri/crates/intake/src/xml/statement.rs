//! What a laboratory says, as a statement with its fields as written.

use super::node::one_line;
use super::tree::Element;
use super::verbatim;
use entaku_domain::statement::{Speaker, Statement, StatementKind};

/// A statement of the laboratory about the whole test; the element is kept without the elements named in `left_out`.
pub(super) fn of(kind: StatementKind, element: &Element, text: &str, left_out: &[&str]) -> Statement {
    Statement {
        kind,
        by: Speaker::Laboratory,
        about: Vec::new(),
        gene: None,
        // What is too long for one line stands in the fields.
        text: crate::values::clean(&one_line(text)).0,
        level: None,
        line: Some(u64::from(element.line)),
        fields: verbatim::fields_without(element, left_out),
    }
}

/// The values of fields of an element in one text, else all its text.
pub(super) fn said(element: &Element, fields: &[&str]) -> String {
    let values = values_of(element, fields);
    if values.is_empty() { element.text() } else { values }
}

/// The values of fields of an element in one text.
pub(super) fn values_of(element: &Element, fields: &[&str]) -> String {
    let value = |name: &&str| match element.attribute(name) {
        Some(value) => Some(value.to_owned()),
        None => element.child(name).map(Element::text),
    };
    let values = fields.iter().filter_map(value).filter(|text| !text.trim().is_empty());
    values.collect::<Vec<_>>().join(" · ")
}
