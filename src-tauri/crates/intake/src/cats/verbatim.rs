//! Every value of a record as it was written, unknown fields included.

use crate::json::{Node, Value};
use entaku_domain::finding::VerbatimField;

/// The record's scalars as `path → text`: numbers as written, texts with escapes resolved, empty lists and objects
/// as `[]` and `{}`.
pub(super) fn fields(record: &Node) -> Vec<VerbatimField> {
    let mut fields = Vec::new();
    flatten(&mut String::new(), record, &mut fields);
    fields
}

fn flatten(path: &mut String, node: &Node, fields: &mut Vec<VerbatimField>) {
    let mut scalar = |text: String| fields.push(VerbatimField(path.clone(), text));
    match &node.value {
        Value::Null => scalar("null".to_owned()),
        Value::Bool(value) => scalar(value.to_string()),
        Value::Number(text) | Value::Text(text) => scalar(text.to_string()),
        Value::List(items) if items.is_empty() => scalar("[]".to_owned()),
        Value::Object(members) if members.is_empty() => scalar("{}".to_owned()),
        Value::List(items) => {
            let end = path.len();
            for (index, item) in items.iter().enumerate() {
                path.push_str(&format!("[{index}]"));
                flatten(path, item, fields);
                path.truncate(end);
            }
        }
        Value::Object(members) => {
            let end = path.len();
            for member in members {
                if end > 0 {
                    path.push('.');
                }
                path.push_str(&member.name);
                flatten(path, &member.node, fields);
                path.truncate(end);
            }
        }
    }
}
