//! The borders between the crates (ARCHITECTURE.md, “Floors”), read from what Cargo would really link.
use crate::step::{Outcome, cargo, read};

/// Each crate of the house, and which others of the house it may name. The tests may name all.
const MAY_USE: &[(&str, &[&str])] = &[
    ("entaku-word-book", &[]),
    ("entaku-words", &["entaku-word-book"]),
    ("entaku-domain", &["entaku-words"]),
    ("entaku-vcf-check", &[]),
    ("entaku-pedigree", &[]),
    ("entaku-intake", &["entaku-domain", "entaku-vcf-check", "entaku-words"]),
    ("entaku-store", &["entaku-domain"]),
    ("entaku-knowledge", &["entaku-domain", "entaku-words"]),
    ("entaku-report", &["entaku-domain", "entaku-words"]),
    (
        "entaku-desk",
        &[
            "entaku-domain",
            "entaku-intake",
            "entaku-store",
            "entaku-knowledge",
            "entaku-pedigree",
            "entaku-report",
            "entaku-words",
        ],
    ),
    ("entaku-computer", &["entaku-desk"]),
    ("entaku-cli", &["entaku-desk", "entaku-computer"]),
    ("entaku", &["entaku-desk", "entaku-computer", "entaku-words"]),
    ("xtask", &[]),
];

/// Outside crates that some crates alone may name; a name that ends in `*` stands for all that begin so.
const OWNED: &[(&str, &[&str])] = &[
    ("noodles*", &["entaku-intake", "entaku-knowledge"]),
    ("quick-xml", &["entaku-intake"]),
    ("calamine", &["entaku-intake", "entaku-knowledge"]),
    ("yaml-rust2", &["entaku-knowledge"]),
    ("rust_xlsxwriter", &["entaku-knowledge"]),
    ("zip", &["entaku-intake", "entaku-store", "entaku-knowledge"]),
    ("csv*", &["entaku-intake", "entaku-knowledge"]),
    // Two databases: cases, and what is known.
    ("rusqlite", &["entaku-store", "entaku-knowledge"]),
    ("rlimit", &["entaku-computer"]),
    // The tests of the desk are the authenticator.
    ("totp-rs", &["entaku-store", "entaku-desk"]),
    ("printpdf", &["entaku-report"]),
    ("lopdf", &["entaku-report"]),
    ("qrcodegen", &["entaku-report"]),
    // The tests make the pictures of the help small.
    ("png", &["entaku-report", "entaku-tests"]),
    ("zune*", &["entaku-report"]),
    ("fluent-syntax", &["entaku-word-book"]),
    // The domain describes its codes, and nothing else, for those who call the desk; the words describe the language.
    ("schemars", &["entaku-desk", "entaku-domain", "entaku-words"]),
    ("ts-rs", &["entaku-desk", "entaku-domain", "entaku-words"]),
    ("tauri*", &["entaku"]),
    ("open", &["entaku"]),
    ("clap", &["entaku-cli"]),
    ("tokio", &["entaku", "entaku-cli"]),
];

/// All that the crates of the lowest floors may name: nothing that does IO or reads a clock.
const FLOOR_0_MAY_NAME: &[(&str, &[&str])] = &[
    ("entaku-word-book", &["fluent-syntax"]),
    ("entaku-words", &["entaku-word-book", "schemars", "serde", "ts-rs"]),
    (
        "entaku-domain",
        // serde_json: people's words are found in a document's content as data, so that no field is forgotten.
        &[
            "chrono",
            "entaku-words",
            "schemars",
            "serde",
            "serde_json",
            "thiserror",
            "ts-rs",
            "unicode-normalization",
        ],
    ),
    ("entaku-vcf-check", &["memchr"]),
    ("entaku-pedigree", &["serde", "serde_json", "thiserror"]),
];

/// Looks at the direct dependencies of every crate, on every platform.
pub fn check() -> Outcome {
    let mut wrong = Vec::new();
    for (name, allowed) in MAY_USE {
        let named = named_by(name, "normal,build,dev")?;
        let house = |other: &String| MAY_USE.iter().any(|(known, _)| known == other);
        for other in named.iter().filter(|other| house(other) && !allowed.contains(&other.as_str())) {
            wrong.push(format!("{name} names {other}, which stands on a floor it must not see"));
        }
        for (owned, owners) in OWNED.iter().filter(|(_, owners)| !owners.contains(name)) {
            for other in named.iter().filter(|other| matches(owned, other)) {
                wrong.push(format!("{name} names {other}; only {} may", owners.join(", ")));
            }
        }
    }
    for (name, allowed) in FLOOR_0_MAY_NAME {
        for other in named_by(name, "normal,build")? {
            if !allowed.contains(&other.as_str()) {
                wrong.push(format!("{name} names {other}; it may name {} alone", allowed.join(", ")));
            }
        }
    }
    if reaches("entaku-cli", "webkit2gtk")? {
        wrong.push("entaku-cli reaches webkit2gtk; the terminal must build without it".to_owned());
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// The direct dependencies of a crate, over these kinds of edges.
fn named_by(package: &str, edges: &str) -> Outcome<Vec<String>> {
    let tree = read(
        cargo().args(["tree", "--quiet", "--target", "all", "--depth", "1", "--prefix", "none"]).args([
            "--package",
            package,
            "--edges",
            edges,
            "--format",
            "{p}",
        ]),
    )?;
    let names = tree.lines().skip(1).filter_map(|line| line.split_whitespace().next());
    Ok(names.filter(|name| !name.starts_with('[')).map(str::to_owned).collect())
}

fn reaches(package: &str, outside: &str) -> Outcome<bool> {
    let tree = read(
        cargo()
            .args(["tree", "--quiet", "--prefix", "none", "--format", "{p}", "--edges", "normal,build"])
            .args(["--package", package]),
    )?;
    Ok(tree.lines().any(|line| line.split_whitespace().next() == Some(outside)))
}

fn matches(pattern: &str, name: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == name, |start| name.starts_with(start))
}
