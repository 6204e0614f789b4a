//! What the terminal prints: one JSON document, or lines for people.

use entaku_desk::ApiError;
use serde_json::Value;
use std::io::Write;

/// Prints an answer. A closed pipe is no failure: whoever read it had enough.
pub(crate) fn answer(answer: &Value, json: bool) {
    let mut text = String::new();
    if json {
        text.push_str(&answer.to_string());
    } else {
        lines(answer, 0, &mut text);
    }
    let _ = writeln!(std::io::stdout().lock(), "{}", text.trim_end());
}

/// Prints a failure to standard error, as JSON on its last line where asked for.
pub(crate) fn failure(error: &ApiError, json: bool) {
    let text = if json {
        serde_json::to_string(error).unwrap_or_else(|_| error.message.clone())
    } else {
        format!("entaku-cli: {}", error.message)
    };
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// An answer as indented `name: value` lines; nothing is left out but empty values.
fn lines(value: &Value, depth: usize, text: &mut String) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter().filter(|(_, value)| !empty(value)) {
                entry(name, value, depth, text);
            }
        }
        Value::Array(items) => {
            for item in items {
                match item {
                    Value::Object(_) => {
                        let start = text.len();
                        lines(item, depth + 1, text);
                        mark(text, start, depth);
                    }
                    item => push(text, depth, &format!("- {}", plain(item))),
                }
            }
        }
        value => push(text, depth, &plain(value)),
    }
}

fn entry(name: &str, value: &Value, depth: usize, text: &mut String) {
    match value {
        Value::Object(_) | Value::Array(_) => {
            push(text, depth, &format!("{name}:"));
            lines(value, depth + 1, text);
        }
        value => push(text, depth, &format!("{name}: {}", plain(value))),
    }
}

/// Puts the dash of a list before the first line of an item.
fn mark(text: &mut String, start: usize, depth: usize) {
    let at = start + depth * 2;
    if text.get(at..at + 2) == Some("  ") {
        text.replace_range(at..at + 2, "- ");
    }
}

fn empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// One line without control characters: a file must not be able to move the terminal's cursor.
fn plain(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn push(text: &mut String, depth: usize, line: &str) {
    text.push_str(&"  ".repeat(depth));
    text.push_str(line);
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_list_of_cases_reads_as_marked_lines() {
        let mut text = String::new();
        lines(&json!([{ "caseNo": "2026-0001", "panel": null, "counts": [1, 2] }]), 0, &mut text);
        assert_eq!(text, "- caseNo: 2026-0001\n  counts:\n    - 1\n    - 2\n");
    }

    #[test]
    fn escape_sequences_of_a_file_do_not_reach_the_terminal() {
        assert_eq!(plain(&json!("a\u{1b}[2Jb")), "a [2Jb");
    }
}
