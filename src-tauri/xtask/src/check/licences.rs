//! What comes from outside, against `.cargo/deny.toml`: licences, sources and versions of every crate by cargo-deny, and the
//! licences of every npm package that is shipped.
use std::fs;

use spdx::{Expression, Licensee, ParseMode};

use crate::npm::FOLDERS;
use crate::step::{Outcome, command, read, root, run};
use crate::tools::DENY;

const RULES: &str = ".cargo/deny.toml";

/// Prints `licence <tab> package` for what the lock file in a folder ships; development tools are left out. A package
/// that declares no licence is taken at the first line of its LICENSE file, when that is MIT's.
const SHIPPED: &str = "
const { readFileSync } = require('fs');
const folder = process.argv[1];
const told = (path) => {
  try { return /^(The )?MIT License/i.test(readFileSync(`${folder}/${path}/LICENSE`, 'utf8')) ? 'MIT' : '' } catch { return '' }
};
for (const [path, at] of Object.entries(JSON.parse(readFileSync(`${folder}/package-lock.json`)).packages)) {
  if (path && !at.dev) console.log(`${at.license ?? told(path)}\\t${path} ${at.version}`);
}";

/// Asks cargo-deny, and names each npm package whose licence is not allowed.
pub fn check() -> Outcome {
    // Of crates for other systems and features too; what a build needed lies here already.
    run(command("cargo").args(["fetch", "--locked", "--quiet"]))?;
    // Advisories are on the network; everything else lies here.
    let mut deny = DENY.command()?;
    deny.args(["--offline", "--workspace", "--all-features", "--log-level", "error"]);
    let crates = run(deny.args(["check", "licenses", "bans", "sources"]));
    let packages = npm_packages();
    match (crates, packages) {
        (Err(one), Err(other)) => Err(format!("{one}\n{other}")),
        (one, other) => one.and(other),
    }
}

fn npm_packages() -> Outcome {
    let allowed =
        allowed(&fs::read_to_string(root().join(RULES)).map_err(|error| format!("{RULES}: {error}"))?)?;
    let mut listed = String::new();
    for folder in FOLDERS {
        let folder = root().join(folder);
        if folder.join("package-lock.json").is_file() {
            listed.push_str(&read(command("node").args(["-e", SHIPPED]).arg(folder))?);
        }
    }
    println!("  {} packages of npm", listed.lines().count());
    let refused =
        |line: &&str| line.split_once('\t').is_some_and(|(licence, _)| !is_allowed(licence, &allowed));
    let wrong: Vec<String> = listed.lines().filter(refused).map(|line| line.replace('\t', "  ")).collect();
    if wrong.is_empty() { Ok(()) } else { Err(format!("not allowed by {RULES}:\n{}", wrong.join("\n"))) }
}

/// The list `licenses.allow`.
fn allowed(rules: &str) -> Outcome<Vec<Licensee>> {
    let rules: toml::Table = toml::from_str(rules).map_err(|error| format!("{RULES}: {error}"))?;
    let list = rules.get("licenses").and_then(|part| part.get("allow")).and_then(toml::Value::as_array);
    let list = list.ok_or_else(|| format!("{RULES}: no list licenses.allow"))?;
    let licence = |value: &toml::Value| {
        let text = value.as_str().unwrap_or_default();
        Licensee::parse(text).map_err(|error| format!("{RULES}: {text}: {error}"))
    };
    list.iter().map(licence).collect()
}

/// Whether the expression can be met with the allowed licences alone. What cannot be read is not allowed.
fn is_allowed(expression: &str, allowed: &[Licensee]) -> bool {
    Expression::parse_mode(expression, ParseMode::LAX)
        .is_ok_and(|read| read.evaluate(|wanted| allowed.iter().any(|licence| licence.satisfies(wanted))))
}

#[cfg(test)]
mod tests {
    use super::{allowed, is_allowed};

    const RULES: &str = "[licenses]\nallow = [\n  \"MIT\",\n  \"ISC\", # why\n  \"Apache-2.0\",\n  \
                         \"Apache-2.0 WITH LLVM-exception\",\n]\n";

    /// Expression, and whether the rules above meet it.
    const TABLE: &[(&str, bool)] = &[
        ("MIT", true),
        ("GPL-3.0-only", false),
        ("MIT OR GPL-3.0-only", true),
        ("MIT AND GPL-3.0-only", false),
        ("GPL-3.0-only OR MIT AND ISC", true),
        ("(MIT OR GPL-3.0-only) AND ISC", true),
        ("(MIT AND GPL-3.0-only) OR LGPL-2.1", false),
        ("MIT/Apache-2.0", true),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("MIT WITH LLVM-exception", false),
        ("", false),
        ("(MIT", false),
        ("MIT ISC", false),
        ("MIT OR", false),
        ("UNLICENSED", false),
    ];

    #[test]
    fn an_expression_is_met_as_its_words_say() {
        let allowed = allowed(RULES).unwrap();
        for (expression, expected) in TABLE {
            assert_eq!(is_allowed(expression, &allowed), *expected, "{expression}");
        }
    }

    #[test]
    fn rules_that_cannot_be_read_are_said_and_allow_nothing() {
        for wrong in
            ["", "[licenses]\nallow = \"MIT\"\n", "[licenses]\nallow = [\"no licence\"]\n", "[licenses"]
        {
            assert!(allowed(wrong).unwrap_err().contains("deny.toml"), "{wrong}");
        }
    }
}
