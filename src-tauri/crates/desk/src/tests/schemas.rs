//! The schemas of the commands, held against what the desk takes and gives: in every test that calls a command by `done` or
//! `refused`, and here on the demonstration store.

use super::*;
use crate::acts::TABLE;
use crate::permission::Right;
use crate::{COMMAND_NAMES, CommandSchema, command_schemas};
use jsonschema::Validator;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Validators of arguments and answer by the command's name.
static JUDGES: LazyLock<BTreeMap<&str, (Validator, Validator)>> = LazyLock::new(|| {
    let judge = |schema: &Value| jsonschema::draft202012::new(schema).unwrap();
    let both =
        |command: CommandSchema| (command.name, (judge(&command.args), judge(&closed(command.returns))));
    command_schemas().into_iter().map(both).collect()
});

/// The schema with nothing allowed that it does not name: an answer's own fields must all be in it.
fn closed(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(fields) => {
            if fields.get("properties").is_some_and(Value::is_object) {
                fields.entry("additionalProperties").or_insert(Value::Bool(false));
            }
            fields.values_mut().for_each(|value| *value = closed(value.take()));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = closed(item.take())),
        _ => {}
    }
    schema
}

/// What the schema finds wrong, none for a name that is no command's.
fn faults(judge: &Validator, value: &Value) -> Vec<String> {
    judge.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

/// Arguments that the desk took: their schema must take them too. The desk also takes null for none.
pub(super) fn held_taken(name: &str, args: &Value) {
    let Some((judge, _)) = JUDGES.get(name) else { return };
    let wrong = faults(judge, args);
    assert!(args.is_null() || wrong.is_empty(), "{name} was taken: {wrong:?}");
}

/// An answer of the desk must be as its schema says.
pub(super) fn held_given(name: &str, answer: &Value) {
    let wrong = faults(&JUDGES[name].1, answer);
    assert!(wrong.is_empty(), "the answer of {name}: {wrong:?}");
}

/// Arguments that the desk refused for their shape must be refused by their schema, and no others; a choice that there is
/// not is told at its field, and the schema refuses the text there.
pub(super) fn held_refused(name: &str, args: &Value, code: &str) {
    let Some((judge, _)) = JUDGES.get(name) else { return };
    let choices = |fault: jsonschema::ValidationError<'_>| fault.instance().is_string();
    let only_choices = code == "invalid" && judge.iter_errors(args).all(choices);
    let wrong = faults(judge, args);
    assert_eq!(code == "bad-request", !wrong.is_empty() && !only_choices, "{name} {args}: {wrong:?}");
}

#[test]
fn every_command_has_two_valid_schemas_that_refer_to_nothing_outside() {
    let all = command_schemas();
    let names: Vec<_> = all.iter().map(|command| command.name).collect();
    assert_eq!(names, COMMAND_NAMES);
    for CommandSchema { name, args, returns } in &all {
        for schema in [args, returns] {
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
            assert!(jsonschema::draft202012::meta::is_valid(schema), "{name}: {schema}");
            walk(schema, &mut |key, value| {
                if key == "$ref" {
                    let place = value.as_str().and_then(|place| place.strip_prefix('#')).unwrap();
                    assert!(schema.pointer(place).is_some(), "{name}: {place} is not in it");
                }
            });
        }
        assert_eq!(args["additionalProperties"], false, "{name}: what it does not name is refused");
    }
    assert_eq!(JUDGES.len(), all.len(), "and each can be used");
}

fn walk(schema: &Value, see: &mut impl FnMut(&str, &Value)) {
    match schema {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| {
            see(key, value);
            walk(value, see);
        }),
        Value::Array(items) => items.iter().for_each(|item| walk(item, see)),
        _ => {}
    }
}

#[test]
fn every_field_says_what_it_is() {
    for CommandSchema { name, args, returns } in command_schemas() {
        for schema in [&args, &returns] {
            walk(schema, &mut |key, value| {
                // A field of the name `properties` would hold text.
                let fields = value.as_object().filter(|_| key == "properties");
                for (field, about) in fields.into_iter().flatten() {
                    let words = about["description"].as_str().unwrap_or_default();
                    assert!(!words.is_empty() && !words.ends_with('*'), "{name}: {field}: {words:?}");
                }
            });
        }
    }
}

#[test]
fn serde_is_obeyed() {
    let all = command_schemas();
    let of = |name: &str| all.iter().find(|command| command.name == name).unwrap();
    let judged = &of("judge_finding").args;
    assert_eq!(
        judged["required"],
        json!(["caseId", "expectedVersion", "findingIds"]),
        "renamed, and options may lack"
    );
    let details = &of("record_details").args["$defs"]["DetailsForm"];
    assert_eq!(details.get("required"), None, "all of it has a default");
    let file = &of("intake").returns["$defs"]["IntakeView"];
    let fields = ["sha256", "ledger", "caseId", "seq"].map(|field| file["properties"][field].is_object());
    assert_eq!(fields, [true; 4], "flattened: {file}");
}

#[test]
fn all_that_can_be_read_of_the_demonstration_store_is_as_its_schema_says() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let path = folder.0.join("report.json");
    std::fs::write(&path, crate::topics::demo::report_for_tests()).unwrap();
    for entry in TABLE {
        let name = entry.name;
        let reads = matches!(entry.right, Right::Read | Right::Anybody) && name != "sign_out";
        let takes = (entry.takes)();
        let fields: Vec<_> =
            takes["properties"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        match fields[..] {
            [] if reads => drop(done(&mut desk, name, json!({}))),
            ["caseId"] if reads => drop(done(&mut desk, name, json!({ "caseId": case["caseId"] }))),
            _ => {}
        }
    }
    let id = &case["caseId"];
    done(&mut desk, "list_cases", json!({ "search": "肺", "limit": 5 }));
    done(&mut desk, "open_case", json!({ "caseId": id, "verbatim": true }));
    done(&mut desk, "inspect_file", json!({ "path": path }));
    done(&mut desk, "list_folder", json!({ "path": folder.0 }));
    done(&mut desk, "figures", json!({ "caseId": id }));
    done(&mut desk, "preview_report", json!({ "caseId": id, "language": "en" }));
    done(&mut desk, "past_decisions", json!({ "gene": "EGFR" }));
    done(&mut desk, "verify_store", json!({ "deep": true }));
    for finding in case["findings"].as_array().unwrap() {
        let args = json!({ "caseId": id, "findingId": finding["findingId"] });
        done(&mut desk, "finding_detail", args);
    }
    let taken = done(&mut desk, "intake", json!({ "paths": [path], "batch": true }));
    assert_eq!(taken["files"].as_array().map(Vec::len), Some(1));
}

#[test]
fn wrong_arguments_are_refused_by_schema_and_desk_alike() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let id = &case["caseId"];
    for (name, args) in [
        ("open_case", json!({})),
        ("open_case", json!({ "caseId": 7 })),
        ("open_case", json!({ "caseId": id, "case": id })),
        ("list_cases", json!({ "limit": "ten" })),
        ("list_cases", json!({ "limit": -1 })),
        ("intake", json!({ "paths": "report.json" })),
        ("intake", json!({ "paths": [], "details": { "sex": "female", "ages": 3 } })),
        ("intake", json!({ "paths": [], "details": { "age": 300 } })),
        ("members", json!({ "all": true })),
        ("members", json!([1])),
        ("write_explanation", json!({ "caseId": id, "findings": [{ "words": {} }], "recommendations": [] })),
    ] {
        assert_eq!(refused(&mut desk, name, args), "bad-request", "{name}");
    }
}
