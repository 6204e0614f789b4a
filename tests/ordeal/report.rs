//! The report: parts with their lines, and what failed.
use std::fmt::Write;

/// One part of the ordeal.
pub struct Part {
    name: &'static str,
    lines: Vec<String>,
    failed: Vec<String>,
    /// How long it took, in seconds.
    pub seconds: f64,
}

/// Failures that are written out; the others are counted.
const SHOWN: usize = 20;

impl Part {
    /// A part without anything yet.
    pub fn new(name: &'static str) -> Self {
        Self { name, lines: Vec::new(), failed: Vec::new(), seconds: 0.0 }
    }

    /// Something found.
    pub fn line(&mut self, line: String) {
        self.lines.push(line);
    }

    /// Something that must not be.
    pub fn fail(&mut self, what: String) {
        self.failed.push(what);
    }

    /// Whether nothing failed.
    pub fn passed(&self) -> bool {
        self.failed.is_empty()
    }
}

/// The whole as Markdown.
pub fn markdown(size: &str, parts: &[Part]) -> String {
    let mut text = format!(
        "# Ordeal\n\nEntaku {}, {size}. Made by `cargo xtask ordeal`; every figure is of this run.\n\n| part | verdict | seconds |\n|---|---|---|\n",
        env!("CARGO_PKG_VERSION")
    );
    for part in parts {
        let verdict =
            if part.passed() { "passed".to_owned() } else { format!("**{} failed**", part.failed.len()) };
        let _ = writeln!(text, "| {} | {verdict} | {:.0} |", part.name, part.seconds);
    }
    for part in parts {
        let _ = write!(text, "\n## {}\n\n", part.name);
        part.lines.iter().for_each(|line| {
            let _ = writeln!(text, "- {line}");
        });
        part.failed.iter().take(SHOWN).for_each(|what| {
            let _ = writeln!(text, "- **failed**: {what}");
        });
        if part.failed.len() > SHOWN {
            let _ = writeln!(text, "- and {} more", part.failed.len() - SHOWN);
        }
    }
    text
}
