//! Structured header lines: `##INFO=<ID=CSQ,Number=.,Description="…">`, read as far as they go.

/// The fields between `<` and `>`: names with values, quotes removed. Damage ends the list early.
pub fn of(text: &str) -> Vec<(&str, String)> {
    let Some(mut rest) = text.trim().strip_prefix('<') else { return Vec::new() };
    rest = rest.strip_suffix('>').unwrap_or(rest);
    let mut fields = Vec::new();
    while let Some((name, after)) = rest.split_once('=') {
        let (value, tail) = match after.strip_prefix('"') {
            Some(quoted) => unquote(quoted),
            None => {
                let end = after.find(',').unwrap_or(after.len());
                (after.get(..end).unwrap_or_default().to_owned(), after.get(end..).unwrap_or_default())
            }
        };
        fields.push((name.trim(), value));
        rest = tail.strip_prefix(',').unwrap_or(tail);
        if fields.len() >= MAX_FIELDS {
            break;
        }
    }
    fields
}

/// Most fields of one header line: real ones have fewer than ten.
const MAX_FIELDS: usize = 100;

/// Up to the closing quote; `\"` and `\\` are escapes.
fn unquote(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (value, text.get(at + 1..).unwrap_or_default()),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            other => value.push(other),
        }
    }
    (value, "")
}

/// The value of a field.
pub fn get<'a>(fields: &'a [(&str, String)], name: &str) -> Option<&'a str> {
    fields.iter().find(|(field, _)| *field == name).map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_values_may_hold_commas_and_quotes() {
        let text = r#"<ID=CSQ,Number=.,Type=String,Description="a, \"b\" Format: X|Y">"#;
        let fields = of(text);
        assert_eq!(get(&fields, "Number"), Some("."));
        assert_eq!(get(&fields, "Description"), Some("a, \"b\" Format: X|Y"));
    }

    #[test]
    fn damage_does_not_hang() {
        for text in ["<", "<=", "<ID", "<ID=\"", "<ID=a,,=b>", "no brackets"] {
            let _ = of(text);
        }
    }
}
