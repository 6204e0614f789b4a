//! YAML as a document: the parser's events one by one, so that no depth of nesting is followed by the stack, and a text that
//! grows by its own aliases is refused.

use crate::written::Written;
use std::collections::HashMap;
use yaml_rust2::parser::Parser;
use yaml_rust2::scanner::TScalarStyle;
use yaml_rust2::{Event, ScanError};

/// Most values of a document, aliases counted as often as they stand.
const MOST: usize = 2_000_000;
/// Deepest nesting.
const DEEPEST: usize = 128;

/// What keeps a text from being read: line from 1, and what is the matter.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct YamlFault {
    pub line: u64,
    pub what: String,
}

/// A list or map that is not closed yet.
struct Open {
    anchor: usize,
    what: Written,
    /// The key that waits for its value.
    key: Option<String>,
}

/// The documents of a text, each with the line on which it begins.
pub(crate) fn read(text: &str) -> Result<Vec<(u64, Written)>, YamlFault> {
    let mut parser = Parser::new_from_str(text);
    let mut documents = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut anchors: HashMap<usize, (Written, usize)> = HashMap::new();
    let (mut begun, mut count) = (1, 0_usize);
    let fault = |line: usize, what: &str| YamlFault { line: line as u64, what: what.to_owned() };
    loop {
        let (event, mark) = parser.next_token().map_err(scanned)?;
        let line = mark.line();
        let (done, anchor) = match event {
            Event::StreamEnd => return Ok(documents),
            Event::DocumentStart => {
                begun = line as u64;
                anchors.clear();
                continue;
            }
            Event::Nothing | Event::StreamStart | Event::DocumentEnd => continue,
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) if open.len() >= DEEPEST => {
                let _ = anchor;
                return Err(fault(line, "nested too deeply"));
            }
            Event::SequenceStart(anchor, _) => {
                open.push(Open { anchor, what: Written::List(Vec::new()), key: None });
                continue;
            }
            Event::MappingStart(anchor, _) => {
                open.push(Open { anchor, what: Written::Map(Vec::new()), key: None });
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(closed) => (closed.what, closed.anchor),
                None => return Err(fault(line, "a list or map ends that did not begin")),
            },
            Event::Scalar(text, style, anchor, _) => (scalar(text, style), anchor),
            Event::Alias(anchor) => match anchors.get(&anchor) {
                Some((value, many)) => {
                    count = count.saturating_add(*many);
                    (value.clone(), 0)
                }
                None => return Err(fault(line, "an alias without its anchor")),
            },
        };
        count = count.saturating_add(1);
        if count > MOST {
            return Err(fault(line, "more values than a trial can have"));
        }
        if anchor > 0 {
            let many = size(&done);
            anchors.insert(anchor, (done.clone(), many));
        }
        match open.last_mut() {
            None => documents.push((begun, done)),
            Some(Open { what: Written::List(items), .. }) => items.push(done),
            Some(Open { what: Written::Map(fields), key, .. }) => match key.take() {
                Some(key) => fields.push((key, done)),
                None => *key = Some(done.text().unwrap_or_else(|| done.shown())),
            },
            Some(_) => return Err(fault(line, "a value within a value")),
        }
    }
}

fn scanned(error: ScanError) -> YamlFault {
    YamlFault { line: error.marker().line() as u64, what: error.info().to_owned() }
}

/// How many values it holds.
fn size(value: &Written) -> usize {
    match value {
        Written::List(items) => items.iter().map(size).sum::<usize>().saturating_add(1),
        Written::Map(fields) => fields.iter().map(|(_, value)| size(value)).sum::<usize>().saturating_add(1),
        _ => 1,
    }
}

/// A text as YAML 1.2 means it: what is quoted is text.
fn scalar(text: String, style: TScalarStyle) -> Written {
    if style != TScalarStyle::Plain {
        return Written::Text(text);
    }
    match text.as_str() {
        "" | "~" | "null" | "Null" | "NULL" => Written::Null,
        "true" | "True" | "TRUE" => Written::Flag(true),
        "false" | "False" | "FALSE" => Written::Flag(false),
        _ => {
            let figures = text.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '.')
                && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
            // A number with zeros before it is a name: `007`, `0123`.
            let padded = text.len() > 1 && text.starts_with('0') && !text.starts_with("0.");
            match text.parse::<f64>() {
                Ok(number) if figures && !padded => Written::Number(number),
                _ => Written::Text(text),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_text_and_letters_are_no_flags() {
        let documents = read("a: N\nb: 'true'\nc: true\nd: 21\ne: \">=18\"\nf:\n---\n- 007\n").unwrap();
        let first = &documents[0].1;
        assert_eq!(first.get("a"), Some(&Written::Text("N".to_owned())), "not false");
        assert_eq!(first.get("b"), Some(&Written::Text("true".to_owned())));
        assert_eq!(first.get("c"), Some(&Written::Flag(true)));
        assert_eq!(first.get("d"), Some(&Written::Number(21.0)));
        assert_eq!(first.get("e"), Some(&Written::Text(">=18".to_owned())));
        assert_eq!(first.get("f"), Some(&Written::Null));
        assert_eq!(documents[1].1, Written::List(vec![Written::Text("007".to_owned())]));
    }

    #[test]
    fn a_text_that_grows_by_its_aliases_or_nests_without_end_is_refused() {
        let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for step in 1..12 {
            let refer = format!("*a{}, ", step - 1).repeat(10);
            text += &format!("a{step}: &a{step} [{}]\n", refer.trim_end_matches(", "));
        }
        assert!(read(&text).is_err(), "10^12 values");
        assert!(read(&"[".repeat(100_000)).is_err());
        assert!(read(&"- ".repeat(100_000)).is_err());
        assert!(read("a: [1, 2\nb: }").is_err());
    }
}
