//! What the screen is told at build time: the typed table of commands and the codes of each choice. Written by
//! `cargo xtask bindings` beside the types of the views; the words are written by their own crate.

use crate::commands;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;

fn folder() -> PathBuf {
    std::env::var_os("TS_RS_EXPORT_DIR").map_or_else(|| PathBuf::from("bindings"), PathBuf::from)
}

/// `Vec<MemberView>` → (`MemberView`, `MemberView[]`), `()` → (nothing, `null`).
fn typescript(rust: &str) -> (Option<String>, String) {
    match rust.strip_prefix("Vec<").and_then(|rest| rest.strip_suffix('>')) {
        Some(inner) => (Some(inner.to_owned()), format!("{inner}[]")),
        None if rust == "bool" => (None, "boolean".to_owned()),
        None if rust == "()" => (None, "null".to_owned()),
        None => (Some(rust.to_owned()), rust.to_owned()),
    }
}

#[test]
fn export_bindings_commands() {
    let mut imports = BTreeSet::new();
    let mut table = String::new();
    let commands = commands();
    for command in &commands {
        let (name, returns) = typescript(&command.returns);
        imports.extend(name);
        imports.insert(command.args.clone());
        writeln!(table, "  {}: {{ args: {}; returns: {} }};", command.name, command.args, returns).unwrap();
    }
    let mut file =
        String::from("// Made by `cargo xtask bindings` from the desk's table of commands. Do not edit.\n");
    for name in imports {
        writeln!(file, "import type {{ {name} }} from \"./{name}\";").unwrap();
    }
    writeln!(file, "\n/** Every command of the desk: its arguments and its answer. */\nexport interface Commands {{\n{table}}}").unwrap();
    std::fs::create_dir_all(folder()).unwrap();
    std::fs::write(folder().join("commands.ts"), file).unwrap();
    let names: String = commands.iter().map(|command| format!("    \"{}\",\n", command.name)).collect();
    let names = format!(
        "// Written by `cargo xtask bindings` from the desk's table of commands. Do not edit. A plain literal, so that \
         the build script of the window can include it too.\n&[\n{names}]\n"
    );
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/command_names.in"), names).unwrap();
}

/// The codes of a definition that is a choice between texts.
fn codes_of(definition: &Value) -> Option<Vec<&str>> {
    let all = definition["oneOf"].as_array().or_else(|| definition["enum"].as_array())?;
    all.iter().map(|one| one.as_str().or_else(|| one["const"].as_str())).collect()
}

#[test]
fn export_bindings_codes() {
    let mut choices: BTreeMap<String, String> = BTreeMap::new();
    for command in crate::command_schemas() {
        for schema in [&command.args, &command.returns] {
            for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
                if let Some(codes) = codes_of(definition) {
                    choices.insert(name.clone(), serde_json::to_string(&codes).unwrap());
                }
            }
        }
    }
    let mut file = String::from(
        "// Made by `cargo xtask bindings` from the types of the desk. Do not edit.\n\n/** The codes of each choice, in their \
         order. */\nexport const CODES = {\n",
    );
    for (name, codes) in &choices {
        writeln!(file, "  {name}: {codes},").unwrap();
    }
    file.push_str("} as const;\n");
    std::fs::create_dir_all(folder()).unwrap();
    std::fs::write(folder().join("codes.ts"), file).unwrap();
}
