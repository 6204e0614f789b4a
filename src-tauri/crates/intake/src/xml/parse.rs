//! Text to tree. Depth and number of pieces are bounded while reading, no document type is accepted and therefore no
//! entity ever expanded. Must not know any report.

use super::tree::{Attribute, Content, Element};
use crate::error::{IntakeError, IntakeErrorKind};
use crate::limits::Limits;
use crate::notes::{NoteBook, Remark, quoted};
use entaku_domain::label::Label;
use entaku_words::errors::{found, note};
use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::events::{BytesDecl, BytesStart, Event};
use quick_xml::reader::Reader;

/// The encoding that the bytes were read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReadAs {
    Utf8,
    Utf16,
}

/// Attributes of one element searched for repetitions; elements of reports have at most 20.
const MAX_COMPARED: usize = 100;

/// Reads one document and gives its root.
///
/// # Errors
/// With its line: a document type, a structure that breaks off or does not fit, more than the limits allow.
pub(super) fn parse(
    text: &str,
    read_as: ReadAs,
    limits: &Limits,
    notes: &mut NoteBook,
) -> Result<Element, IntakeError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().allow_dangling_amp = true;
    let lines = Lines { bytes: text.as_bytes(), at: 0, line: 1 };
    let mut builder = Builder { lines, limits, notes, open: Vec::new(), root: None, pieces: 0 };
    loop {
        builder.lines.advance(reader.buffer_position());
        match reader.read_event() {
            Ok(Event::Start(start)) => builder.start(&start)?,
            Ok(Event::Empty(start)) => {
                builder.start(&start)?;
                builder.end()?;
            }
            Ok(Event::End(_)) => builder.end()?,
            Ok(Event::Text(text)) => builder.text(&text.xml10_content())?,
            Ok(Event::CData(text)) => builder.text(&text.xml10_content())?,
            Ok(Event::GeneralRef(name)) => {
                let mut resolved = String::new();
                if !reference(&name, &mut resolved) {
                    builder.unknown_reference(&name);
                }
                builder.text(&resolved)?;
            }
            Ok(Event::Decl(declaration)) => builder.declaration(&declaration, read_as),
            Ok(Event::DocType(_)) => return Err(builder.document_type()),
            Ok(Event::Comment(_) | Event::PI(_)) => {}
            Ok(Event::Eof) => return builder.finish(),
            Err(error) => {
                builder.lines.advance(reader.error_position());
                return Err(builder.broken(&error));
            }
        }
    }
}

/// Counts lines up to a place that only moves on.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn advance(&mut self, to: u64) {
        let to = usize::try_from(to).unwrap_or(usize::MAX).min(self.bytes.len());
        if let Some(passed) = self.bytes.get(self.at..to) {
            let ends = memchr::memchr_iter(b'\n', passed).count();
            self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
            self.at = to;
        }
    }
}

/// An element whose end has not come yet, with the text since its last child.
struct Open {
    element: Element,
    text: String,
}

struct Builder<'a> {
    lines: Lines<'a>,
    limits: &'a Limits,
    notes: &'a mut NoteBook,
    open: Vec<Open>,
    root: Option<Element>,
    /// Elements, attributes and texts so far.
    pieces: usize,
}

impl Builder<'_> {
    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), IntakeError> {
        if self.root.is_some() {
            let name = quoted(start.name().into_inner());
            let found = found::second_document(name).to_label();
            return Err(self.damaged(found, "one report in one file"));
        }
        if self.open.len() >= self.limits.xml_depth {
            let most = self.limits.xml_depth;
            let found = found::nested_elements(most).to_label();
            return Err(self.too_large(found, "a report of the usual depth (13 levels)"));
        }
        let name = start.name().into_inner();
        let attributes = self.attributes(start, name)?;
        self.count(1 + attributes.len())?;
        self.keep_text();
        let element = Element { name: name.into(), line: self.lines.line, attributes, content: Vec::new() };
        self.open.push(Open { element, text: String::new() });
        Ok(())
    }

    fn attributes(&mut self, start: &BytesStart<'_>, element: &str) -> Result<Vec<Attribute>, IntakeError> {
        let mut attributes: Vec<Attribute> = Vec::new();
        // The reader's own check compares each name with all before it, without end.
        for attribute in start.attributes().with_checks(false) {
            let Ok(attribute) = attribute else {
                let start = quoted(start);
                let found = found::unreadable_tag(start).to_label();
                return Err(self.damaged(found, "attributes as name=\"value\""));
            };
            if self.pieces + attributes.len() > self.limits.xml_nodes {
                break;
            }
            let name = attribute.key.into_inner();
            if name == "xmlns" || name.starts_with("xmlns:") {
                continue;
            }
            if attributes.len() < MAX_COMPARED && attributes.iter().any(|before| *before.name == *name) {
                let said = format!("{} stands twice in one element", quoted(name));
                let hint = note::DUPLICATE_KEY.en;
                self.remark(Remark::warning("duplicate-key", said, hint), &format!("{element}.{name}"));
            }
            let value = self.resolved(&attribute.value);
            attributes.push(Attribute { name: name.into(), value: value.into() });
        }
        Ok(attributes)
    }

    /// The value of an attribute: references resolved, line ends and tabs as spaces (XML 1.0 §3.3.3).
    fn resolved(&mut self, raw: &str) -> String {
        let mut value = String::with_capacity(raw.len());
        let mut rest = raw;
        while let Some((before, after)) = rest.split_once('&') {
            value.push_str(before);
            match after.split_once(';').filter(|(name, _)| name.len() < 32 && !name.contains(['&', ' '])) {
                Some((name, behind)) => {
                    if !reference(name, &mut value) {
                        self.unknown_reference(name);
                    }
                    rest = behind;
                }
                None => {
                    value.push('&');
                    rest = after;
                }
            }
        }
        value.push_str(rest);
        match value.contains(['\n', '\r', '\t']) {
            true => value.replace("\r\n", " ").replace(['\n', '\r', '\t'], " "),
            false => value,
        }
    }

    fn text(&mut self, text: &str) -> Result<(), IntakeError> {
        match self.open.last_mut() {
            Some(open) => open.text.push_str(text),
            None if text.trim().is_empty() => {}
            None if self.root.is_some() => {
                let hint = note::AFTER_END.en;
                self.remark(Remark::warning("after-end", quoted(text.trim()), hint), "");
            }
            None => {
                let text = quoted(text.trim());
                let found = found::text_before(text).to_label();
                return Err(self.damaged(found, "a document that starts with an element"));
            }
        }
        Ok(())
    }

    /// Text read so far becomes content, unless it is indentation.
    fn keep_text(&mut self) {
        let Some(open) = self.open.last_mut() else { return };
        let blank = open.text.trim().is_empty();
        let indents = blank && (open.text.contains('\n') || open.element.content.is_empty());
        if !indents && !open.text.is_empty() {
            open.element.content.push(Content::Text(open.text.as_str().into()));
            self.pieces += 1;
        }
        open.text.clear();
    }

    fn end(&mut self) -> Result<(), IntakeError> {
        self.keep_text();
        self.count(0)?;
        let Some(mut open) = self.open.pop() else { return Ok(()) };
        open.element.content.shrink_to_fit();
        match self.open.last_mut() {
            Some(parent) => parent.element.content.push(Content::Element(open.element)),
            None => self.root = Some(open.element),
        }
        Ok(())
    }

    fn finish(self) -> Result<Element, IntakeError> {
        if let Some(open) = self.open.last() {
            let name = quoted(&open.element.name);
            let line = open.element.line;
            let found = found::end_within(name, line).to_label();
            return Err(self.cut_off(found));
        }
        match self.root {
            Some(root) => Ok(root),
            None => Err(self.cut_off(found::END_BEFORE.to_label())),
        }
    }

    fn count(&mut self, pieces: usize) -> Result<(), IntakeError> {
        self.pieces += pieces;
        if self.pieces > self.limits.xml_nodes {
            let most = self.limits.xml_nodes;
            let found = found::many_pieces(most).to_label();
            return Err(
                self.too_large(found, "a report of one test (the largest known has some ten thousand)")
            );
        }
        Ok(())
    }

    /// Notes a declaration that names another encoding than that of the bytes.
    fn declaration(&mut self, declaration: &BytesDecl<'_>, read_as: ReadAs) {
        let Some(Ok(declared)) = declaration.encoding() else { return };
        let lower = declared.to_ascii_lowercase();
        let (fits, really) = match read_as {
            ReadAs::Utf8 => (matches!(lower.as_str(), "utf-8" | "utf8" | "us-ascii" | "ascii"), "UTF-8"),
            ReadAs::Utf16 => (lower.starts_with("utf-16") || lower.starts_with("utf16"), "UTF-16"),
        };
        if !fits {
            let said = format!("encoding=\"{}\"", quoted(&declared));
            let hint = format!("The bytes are {really} and were read as that, whatever the first line says.");
            self.remark(Remark::info("encoding-declared", said, hint), "");
        }
    }

    fn unknown_reference(&mut self, name: &str) {
        let hint = note::UNKNOWN_ENTITY.en;
        self.remark(Remark::warning("unknown-entity", format!("&{};", quoted(name)), hint), "");
    }

    fn remark(&mut self, remark: Remark, field: &str) {
        let line = u64::from(self.lines.line);
        self.notes.add(remark, field, Some(line), || Some(field.to_owned()).filter(|text| !text.is_empty()));
    }

    fn error(&self, kind: IntakeErrorKind, found: Label, expected: &str, hint: &str) -> IntakeError {
        IntakeError::new(kind, self.notes.file(), found, expected, hint).at_line(u64::from(self.lines.line))
    }

    fn document_type(&self) -> IntakeError {
        self.error(
            IntakeErrorKind::UnknownFormat,
            found::DOCUMENT_TYPE.to_label(),
            "a report without one",
            "Such a declaration can make a program read other files or fill its memory, and no laboratory's report has one. Ask for the file as it was delivered.",
        )
    }

    fn too_large(&self, found: Label, expected: &str) -> IntakeError {
        self.error(
            IntakeErrorKind::TooLarge,
            found,
            expected,
            "Ask the sender what the file is; nothing of it was stored.",
        )
    }

    fn damaged(&self, found: Label, expected: &str) -> IntakeError {
        self.error(
            IntakeErrorKind::Damaged,
            found,
            expected,
            "Fetch the file again or ask the laboratory for it; it may have been edited by hand.",
        )
    }

    fn cut_off(&self, found: Label) -> IntakeError {
        self.error(
            IntakeErrorKind::Damaged,
            found,
            "a complete report",
            "Fetch the file again or ask the laboratory for it; it was cut off on the way.",
        )
    }

    fn broken(&self, error: &Error) -> IntakeError {
        match error {
            Error::Syntax(SyntaxError::UnclosedDoctype) => self.document_type(),
            Error::Syntax(SyntaxError::InvalidBangMarkup) => {
                let found = found::UNKNOWN_MARK.to_label();
                self.damaged(found, "a comment or <![CDATA[")
            }
            Error::Syntax(fault) => self.cut_off(found::end_within_tag(fault).to_label()),
            Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
                let found = format!("</{}>", quoted(found));
                self.damaged(Label::new(found.clone(), found), &format!("</{}>", quoted(expected)))
            }
            Error::IllFormed(IllFormedError::UnmatchedEndTag(name)) => {
                let name = quoted(name);
                let found = found::no_start(name).to_label();
                self.damaged(found, "an end for each start")
            }
            Error::IllFormed(IllFormedError::MissingDoctypeName) => self.document_type(),
            other => {
                let found = found::broken_structure(other).to_label();
                self.damaged(found, "well-formed XML")
            }
        }
    }
}

/// Appends what `&name;` stands for. An unknown one is appended as written, and `false` returned.
fn reference(name: &str, text: &mut String) -> bool {
    let named = match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => None,
    };
    let number = || match name.strip_prefix("#x") {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => name.strip_prefix('#').and_then(|digits| digits.parse().ok()),
    };
    let character = named.or_else(|| number().filter(|code| *code != 0).and_then(char::from_u32));
    match character {
        Some(character) => text.push(character),
        None => {
            text.push('&');
            text.push_str(name);
            text.push(';');
        }
    }
    character.is_some()
}

#[cfg(test)]
mod tests;
