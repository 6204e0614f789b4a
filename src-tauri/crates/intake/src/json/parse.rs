//! The parser. Depth and number of values are limited, so that neither stack nor memory can be exhausted.

use super::{Fault, JsonError, Member, Node, Value};
use crate::limits::Limits;
use entaku_domain::label::Label;
use entaku_words::errors::found;
use std::collections::BTreeSet;

/// Reads one JSON text; with it the lines on which half of a surrogate pair stands where a character was.
pub(crate) fn parse(text: &str, limits: &Limits) -> Result<(Node, BTreeSet<u32>), JsonError> {
    let mut parser =
        Parser { bytes: text.as_bytes(), at: 0, line: 1, values: 0, limits, lost: BTreeSet::new() };
    parser.space();
    let node = parser.value(0)?;
    parser.space();
    match parser.peek() {
        None => Ok((node, parser.lost)),
        Some(_) => Err(parser.damaged("the end of the file")),
    }
}

struct Parser<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
    values: usize,
    lost: BTreeSet<u32>,
    limits: &'a Limits,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(byte @ (b' ' | b'\t' | b'\n' | b'\r')) = self.peek() {
            self.line = self.line.saturating_add(u32::from(byte == b'\n'));
            self.at += 1;
        }
    }

    fn damaged(&self, expected: &'static str) -> JsonError {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let found = match rest.first() {
            None => found::END.to_label(),
            Some(_) => {
                let start: Vec<u8> = rest.iter().copied().take_while(|b| *b != b'\n').take(24).collect();
                let start = crate::notes::quoted(&String::from_utf8_lossy(&start));
                found::start(start).to_label()
            }
        };
        JsonError { line: self.line, fault: Fault::Damaged, found, expected }
    }

    fn too_large(&self, found: Label, expected: &'static str) -> JsonError {
        JsonError { line: self.line, fault: Fault::TooLarge, found, expected }
    }

    fn take(&mut self, word: &[u8]) -> bool {
        let there = self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        if there {
            self.at += word.len();
        }
        there
    }

    fn value(&mut self, depth: usize) -> Result<Node, JsonError> {
        if depth > self.limits.json_depth {
            return Err(self.too_large(
                found::nested_objects(self.limits.json_depth).to_label(),
                "a report of the usual depth (7 levels)",
            ));
        }
        self.values += 1;
        if self.values > self.limits.json_values {
            let most = self.limits.json_values;
            let found = found::many_values(most).to_label();
            return Err(self.too_large(found, "a report of one test"));
        }
        let line = self.line;
        let value = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => Value::Text(self.text()?),
            Some(b't') if self.take(b"true") => Value::Bool(true),
            Some(b'f') if self.take(b"false") => Value::Bool(false),
            Some(b'n') if self.take(b"null") => Value::Null,
            Some(b'-' | b'0'..=b'9' | b'N' | b'I') => Value::Number(self.number()?),
            _ => return Err(self.damaged("a JSON value")),
        };
        Ok(Node { line, value })
    }

    fn object(&mut self, depth: usize) -> Result<Value, JsonError> {
        self.at += 1;
        let mut members = Vec::new();
        self.space();
        if self.take(b"}") {
            return Ok(Value::Object(members));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(self.damaged("the name of a field in double quotes"));
            }
            let name = self.text()?;
            self.space();
            if !self.take(b":") {
                return Err(self.damaged("':' after the name of a field"));
            }
            self.space();
            let node = self.value(depth + 1)?;
            members.push(Member { name, node });
            self.space();
            if self.take(b"}") {
                return Ok(Value::Object(members));
            }
            if !self.take(b",") {
                return Err(self.damaged("',' or '}' after a field"));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value, JsonError> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.take(b"]") {
            return Ok(Value::List(items));
        }
        loop {
            self.space();
            items.push(self.value(depth + 1)?);
            self.space();
            if self.take(b"]") {
                return Ok(Value::List(items));
            }
            if !self.take(b",") {
                return Err(self.damaged("',' or ']' in a list"));
            }
        }
    }

    fn digits(&mut self) -> bool {
        let from = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at > from
    }

    fn number(&mut self) -> Result<Box<str>, JsonError> {
        let from = self.at;
        self.take(b"-");
        if !(self.take(b"NaN") || self.take(b"Infinity")) {
            let leading_zero = self.peek() == Some(b'0');
            let before = self.at;
            let whole = self.digits() && !(leading_zero && self.at > before + 1);
            let fraction = !self.take(b".") || self.digits();
            let exponent = !(self.take(b"e") || self.take(b"E")) || {
                let _ = self.take(b"+") || self.take(b"-");
                self.digits()
            };
            if !(whole && fraction && exponent) {
                self.at = from;
                return Err(self.damaged("a number"));
            }
        }
        let text = self.bytes.get(from..self.at).and_then(|part| std::str::from_utf8(part).ok());
        Ok(text.unwrap_or_default().into())
    }

    fn text(&mut self) -> Result<Box<str>, JsonError> {
        self.at += 1;
        let mut text: Vec<u8> = Vec::new();
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let plain = rest.iter().take_while(|b| !matches!(b, b'"' | b'\\' | 0..0x20)).count();
            text.extend(rest.iter().take(plain));
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    // Only whole characters and checked escapes were added, so nothing is ever replaced here.
                    return Ok(String::from_utf8_lossy(&text).into());
                }
                Some(b'\\') => {
                    let character = self.escape()?;
                    let mut buffer = [0; 4];
                    text.extend_from_slice(character.encode_utf8(&mut buffer).as_bytes());
                }
                Some(_) => return Err(self.damaged("text without raw control characters")),
                None => return Err(self.damaged("the closing '\"' of a text")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        let start = self.at;
        self.at += 1;
        let character = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.unicode(start);
            }
            _ => {
                self.at = start;
                return Err(self.damaged("a known escape after '\\'"));
            }
        };
        self.at += 1;
        Ok(character)
    }

    fn hex4(&mut self) -> Option<u32> {
        let digits = self.bytes.get(self.at..self.at + 4)?;
        let mut code = 0;
        for digit in digits {
            code = code * 16 + char::from(*digit).to_digit(16)?;
        }
        self.at += 4;
        Some(code)
    }

    /// After `\u`. Half of a surrogate pair becomes U+FFFD, as other readers do.
    fn unicode(&mut self, start: usize) -> Result<char, JsonError> {
        let Some(first) = self.hex4() else {
            self.at = start;
            return Err(self.damaged("four hexadecimal digits after '\\u'"));
        };
        if !(0xD800..0xDC00).contains(&first) {
            return Ok(char::from_u32(first).unwrap_or_else(|| self.lose()));
        }
        let after_first = self.at;
        if self.take(b"\\u")
            && let Some(second) = self.hex4().filter(|code| (0xDC00..0xE000).contains(code))
        {
            let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        self.at = after_first;
        Ok(self.lose())
    }

    /// What stands for a character that is lost.
    fn lose(&mut self) -> char {
        self.lost.insert(self.line);
        char::REPLACEMENT_CHARACTER
    }
}

#[cfg(test)]
mod tests;
