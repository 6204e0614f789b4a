//! The tree of an XML document: elements, attributes and text with the line each element starts on. Names keep their
//! prefix and are looked up without it, for the same report comes with and without namespaces.

/// An element. Its depth is bounded by the parser, so that walking and dropping it cannot exhaust the stack.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Element {
    /// As written, prefix included.
    pub name: Box<str>,
    /// Line of its start, counted from 1.
    pub line: u32,
    /// In the file's order, declarations of namespaces left out; a name may stand more than once.
    pub attributes: Vec<Attribute>,
    pub content: Vec<Content>,
}

/// A named text of an element.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Attribute {
    /// As written, prefix included.
    pub name: Box<str>,
    /// With entities resolved.
    pub value: Box<str>,
}

/// A piece of an element's content. Indentation between elements is none.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    Element(Element),
    /// With entities resolved.
    Text(Box<str>),
}

/// A name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

impl Element {
    /// The name without its prefix.
    pub fn local(&self) -> &str {
        local(&self.name)
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.content.iter().filter_map(|content| match content {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        })
    }

    /// The elements in it with a name.
    pub fn children<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements().filter(move |element| element.local() == name)
    }

    /// The first element in it with a name.
    pub fn child<'a>(&'a self, name: &'a str) -> Option<&'a Element> {
        self.children(name).next()
    }

    /// The element at the end of a path of names.
    pub fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter().try_fold(self, |element, name| element.elements().find(|below| below.local() == *name))
    }

    /// Its items, where it is a list; else itself, where it says anything.
    pub fn items(&self) -> Vec<&Element> {
        let items: Vec<&Element> = self.children("item").collect();
        if items.is_empty() && !self.is_empty() { vec![self] } else { items }
    }

    /// The attribute with a name: without prefix first (`type` before `xsi:type`), of several the last.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let named = |wanted: fn(&str, &str) -> bool| {
            self.attributes.iter().rev().find(|attribute| wanted(&attribute.name, name))
        };
        let found =
            named(|written, name| written == name).or_else(|| named(|written, name| local(written) == name));
        found.map(|attribute| &*attribute.value)
    }

    /// All text in it, of elements below too, trimmed.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        let trimmed = text.trim();
        if trimmed.len() == text.len() { text } else { trimmed.to_owned() }
    }

    fn gather(&self, text: &mut String) {
        for content in &self.content {
            match content {
                Content::Text(piece) => text.push_str(piece),
                Content::Element(element) => element.gather(text),
            }
        }
    }

    /// The element alone: its name, its line and its attributes.
    pub fn bare(&self) -> Self {
        Self {
            attributes: self.attributes.clone(),
            content: Vec::new(),
            name: self.name.clone(),
            line: self.line,
        }
    }

    /// In a few words: its first attributes, else the first texts in it.
    pub fn short(&self) -> String {
        let attributes = self.attributes.iter().map(|a| format!("{}: {}", a.name, a.value));
        let texts = self.elements().map(|below| (below, below.text())).filter(|(_, text)| !text.is_empty());
        let texts = texts.map(|(below, text)| format!("{}: {text}", below.name));
        let short = attributes.chain(texts).take(4).collect::<Vec<_>>().join(", ");
        if short.is_empty() { format!("<{}>", self.local()) } else { short }
    }

    /// Whether nothing is said: no attribute, no element, no text.
    pub fn is_empty(&self) -> bool {
        self.attributes.is_empty() && self.content.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attribute(name: &str, value: &str) -> Attribute {
        Attribute { name: name.into(), value: value.into() }
    }

    #[test]
    fn names_are_found_with_and_without_prefix() {
        let inner = Element { name: "rr:Name".into(), line: 2, attributes: vec![], content: vec![] };
        let element = Element {
            name: "a".into(),
            line: 1,
            attributes: vec![attribute("type", "loss"), attribute("xsi:type", "t"), attribute("x:id", "1")],
            content: vec![Content::Text("one ".into()), Content::Element(inner), Content::Text("two".into())],
        };
        assert_eq!(element.attribute("type"), Some("loss"), "the plain name comes first");
        assert_eq!(element.attribute("id"), Some("1"));
        assert_eq!(element.child("Name").unwrap().line, 2);
        assert_eq!(element.text(), "one two");
    }
}
