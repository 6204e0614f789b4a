//! Small builder of XML for fixtures.

/// Text as it stands in XML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// An element with attributes and content that is XML already, on a line of its own.
pub fn tag(name: &str, attributes: &[(&str, &str)], content: impl AsRef<str>) -> String {
    let attributes: String =
        attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escaped(value))).collect();
    match content.as_ref() {
        "" => format!("<{name}{attributes}/>\n"),
        content => format!("<{name}{attributes}>{content}</{name}>\n"),
    }
}

/// An element with a text.
pub fn leaf(name: &str, text: &str) -> String {
    tag(name, &[], escaped(text))
}

/// Elements with texts, one after the other.
pub fn leaves(of: &[(&str, &str)]) -> String {
    of.iter().map(|(name, text)| leaf(name, text)).collect()
}
