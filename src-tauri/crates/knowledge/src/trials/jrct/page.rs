//! The rows of the tables of a page. Knows tags and entities as far as rows need them, and no more of HTML: what is not closed
//! ends with the row, what is nested is read flat.

/// A row with a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// The last heading, without its spaces.
    label: String,
    /// The cells behind it.
    pub cells: Vec<String>,
}

impl Row {
    /// Whether this is its label, in one of the two languages.
    pub(super) fn is(&self, label: &str) -> bool {
        let wanted = bare(label);
        self.label.split('/').any(|part| part == wanted || (part.ends_with(&wanted) && wanted.chars().count() > 3))
            // A person's name stands under several labels: `担当者氏名`, `…医師の氏名`.
            || (wanted == "氏名" && self.label.contains("氏名"))
    }
}

/// Letters alone, in lower case: labels are broken over lines and filled with full-width spaces.
fn bare(text: &str) -> String {
    text.chars()
        .map(|c| if c == '／' { '/' } else { c })
        .filter(|c| !c.is_whitespace() && *c != '\u{3000}')
        .collect::<String>()
        .to_lowercase()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Nothing,
    Heading,
    Cell,
}

/// The rows of a page that have a heading and a cell.
pub(super) fn rows(html: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let (mut heading, mut cells, mut text) = (String::new(), Vec::new(), String::new());
    let mut within = Within::Nothing;
    let mut rest = html;
    loop {
        let start = rest.find('<').unwrap_or(rest.len());
        let (before, after) = rest.split_at_checked(start).unwrap_or((rest, ""));
        if within != Within::Nothing {
            entities(before, &mut text);
        }
        if after.is_empty() {
            break;
        }
        if let Some(comment) = after.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let (tag, behind) = after.split_once('>').unwrap_or((after, ""));
        rest = behind;
        let closes = tag.starts_with("</");
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_lowercase();
        match name.as_str() {
            "script" | "style" if !closes => {
                let ends = |(at, _): &(usize, &str)| {
                    rest.get(at + 2..at + 2 + name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(&name))
                };
                let at = rest.match_indices("</").find(ends).map_or(rest.len(), |(at, _)| at);
                rest = rest.get(at..).unwrap_or_default();
            }
            "br" | "p" | "li" | "div" if within == Within::Cell => text.push('\n'),
            "th" | "td" | "tr" => {
                match within {
                    Within::Heading => heading = bare(&text),
                    Within::Cell => cells.push(tidy(&text)),
                    Within::Nothing => {}
                }
                text.clear();
                within = match (name.as_str(), closes) {
                    ("th", false) => Within::Heading,
                    ("td", false) => Within::Cell,
                    _ => Within::Nothing,
                };
                if name == "tr" {
                    let cells = std::mem::take(&mut cells);
                    if !heading.is_empty() && !cells.is_empty() {
                        rows.push(Row { label: std::mem::take(&mut heading), cells });
                    }
                    heading.clear();
                }
            }
            _ => {}
        }
    }
    rows
}

/// Lines without the spaces around them, and without empty ones.
fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn entities(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        // Looked for near by, so that a page of ampersands is not read to its end for each of them.
        let near = after.as_bytes().iter().take(9).position(|byte| *byte == b';');
        let entity = near.and_then(|at| Some((after.get(..at)?, after.get(at + 1..)?)));
        let sign = entity.and_then(|(name, _)| match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            "nbsp" => Some(' '),
            _ => {
                let number = name.strip_prefix('#')?;
                let code = match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                    None => number.parse().ok()?,
                };
                char::from_u32(code).filter(|sign| !sign.is_control())
            }
        });
        match (sign, entity) {
            (Some(sign), Some((_, behind))) => {
                out.push(sign);
                rest = behind;
            }
            _ => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
}
