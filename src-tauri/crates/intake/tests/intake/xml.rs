//! Small builder of XML for fixtures.

/// Text as it stands in XML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
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

/// The values that stand in a document: attributes and texts, without namespaces and the places of their schemas.
pub fn values(document: &str) -> Vec<String> {
    let plain = |text: &str| {
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
            .trim()
            .to_owned()
    };
    let mut values = Vec::new();
    for piece in document.split('<').filter(|piece| !piece.starts_with(['?', '!'])) {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        let mut attributes = tag.split('"');
        while let (Some(name), Some(value)) = (attributes.next(), attributes.next()) {
            if !name.contains("xmlns") && !name.contains("schemaLocation") {
                values.push(plain(value));
            }
        }
        values.push(plain(text));
    }
    values.retain(|value| !value.is_empty());
    values
}
