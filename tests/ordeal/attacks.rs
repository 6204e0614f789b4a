//! The attacks of SECURITY.md, each by the tests that try it, and every command in every role.
//! Asked of cargo, so that what is told here ran just now; the short ordeal, itself one of the tests, leaves them out.
use std::process::Command;

use crate::report::Part;

/// What is tried, the package, its kind of test, and the tests by a part of their names.
type Attack = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const LIB: &[&str] = &["--lib"];
const ATTACKS: &[Attack] = &[
    (
        "speak in another's name, with a password, the store's key and the folder at hand",
        "entaku-store",
        LIB,
        &["trust::"],
    ),
    (
        "rewrite, remove or reorder what is recorded; cut or lay back its end",
        "entaku-store",
        LIB,
        &["chain::", "tests::damage::"],
    ),
    ("come back after leaving, with the former key or key file", "entaku-store", LIB, &["renewal::"]),
    ("put a forged or cut backup back", "entaku-store", LIB, &["backups::"]),
    (
        "open a store without the password; lay in a key slot; damage the key file",
        "entaku-store",
        LIB,
        &["tests::keys::"],
    ),
    ("read a store that cannot be written without a trace", "entaku-store", LIB, &["reading::"]),
    (
        "guess passwords; use weak ones; set the clock back; lay back the whole folder",
        "entaku-desk",
        LIB,
        &["way_in::", "passwords::"],
    ),
    ("come in by the recovery code or a password given anew, alone", "entaku-desk", LIB, &["tests::keys::"]),
    ("act alone where two are needed", "entaku-desk", LIB, &["four_eyes::"]),
    ("look or take out without a trace", "entaku-desk", LIB, &["tests::access::"]),
    ("keep acting after the session changed", "entaku-desk", LIB, &["tests::apart::"]),
    ("write over a store, through a link, to a device", "entaku-desk", LIB, &["written::", "files::"]),
    ("open opinions before giving one's own", "entaku-domain", LIB, &["opinions::"]),
    ("do or see by any command what the role may not", "entaku-desk", LIB, &["tests::rights::"]),
];

/// Runs them all.
pub fn run() -> Part {
    let mut part = Part::new("the attacks of the threat model, and every command in every role");
    for (what, package, kind, names) in ATTACKS {
        match tried(package, kind, names) {
            Ok(held) if held.is_empty() => part.fail(format!("{what}: no test of {package} tries it")),
            Ok(held) => part.line(format!("{what}: held in all of {} tests", held.len())),
            Err(why) => part.fail(format!("{what}: {why}")),
        }
    }
    part
}

/// The names of the tests that ran and passed; else what failed.
fn tried(package: &str, kind: &[&str], names: &[&str]) -> Result<Vec<String>, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut asked = Command::new(cargo);
    asked.args(["test", "--package", package]).args(kind).arg("--").args(names);
    asked.args(["--skip", "export_bindings"]);
    let done = asked.output().map_err(|error| format!("cargo does not start: {error}"))?;
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let of = |verdict: &str| -> Vec<String> {
        let lines = said.lines().filter_map(|line| line.strip_prefix("test ")?.strip_suffix(verdict));
        lines.map(|name| name.trim_end_matches(" ...").trim().to_owned()).collect()
    };
    let failed = of("FAILED");
    match done.status.success() {
        true => Ok(of("ok")),
        false if failed.is_empty() => {
            let why = String::from_utf8_lossy(&done.stderr).into_owned();
            Err(format!("the tests do not run: {}", why.lines().last().unwrap_or_default()))
        }
        false => Err(format!("failed: {}", failed.join(", "))),
    }
}
