//! Every command of the desk as a verb, with its fields as options: made from the schema of its form, so that a new command
//! can be used at the terminal as it is. `call` takes the form as JSON.

use crate::arguments::{Arguments, Common};
use crate::terminal::{Terminal, failed, on_what_stands, open};
use clap::builder::{BoolishValueParser, PossibleValuesParser};
use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, CommandFactory, FromArgMatches};
use entaku_desk::{ApiError, argument_schema, dispatch};
use serde_json::{Map, Value, json};

/// Not verbs: they open and close the desk around a verb, or take secrets, which do not belong on a command line.
const NO_VERBS: &[&str] = &[
    "app_info",
    "change_password",
    "create_store",
    "give_up_second_factor",
    "open_demo",
    "open_store",
    "recover_access",
    "renew_recovery_code",
    "reset_access",
    "rest",
    "restore",
    "set_language",
    "set_up_second_factor",
    "sign_out",
    "sign_report",
    "add_member",
];

/// Need nobody to be signed in.
const WITHOUT_STORE: &[&str] = &[
    "app_info",
    "create_store",
    "open_store",
    "open_demo",
    "recover_access",
    "restore",
    "knowledge",
    "set_language",
];

/// The name of the command that a verb stands for, where there is one.
fn command_of(verb: &str) -> Option<String> {
    let name = verb.replace('-', "_");
    let known = !NO_VERBS.contains(&name.as_str()) && argument_schema(&name).is_some();
    known.then_some(name)
}

/// Reads the words anew, with the verb among those that clap knows: its help and its errors are clap's.
pub(crate) fn read(verb: &str, words: &[std::ffi::OsString]) -> Result<(Common, String, Value), clap::Error> {
    let mut top = Arguments::command();
    let Some(name) = command_of(verb) else {
        return Err(top.error(ErrorKind::InvalidSubcommand, format!("unrecognized subcommand '{verb}'")));
    };
    let schema = argument_schema(&name).unwrap_or_default();
    let matches = top.subcommand(verb_of(verb, &schema)).try_get_matches_from(words)?;
    let common = Common::from_arg_matches(&matches)?;
    let fields = matches.subcommand().map(|(_, given)| fields_of(&schema, given)).unwrap_or_default();
    Ok((common, name, Value::Object(fields)))
}

/// What stands in an option.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Whole,
    Number,
    Switch,
    Texts,
    /// An object or a list of objects, as JSON.
    Json,
}

/// What a schema refers to in its own document.
fn resolved<'s>(schema: &'s Value, part: &'s Value) -> &'s Value {
    let place = part["$ref"].as_str().and_then(|place| place.strip_prefix('#'));
    place.and_then(|place| schema.pointer(place)).unwrap_or(part)
}

/// The codes of a schema that is a choice between texts, left out or not.
fn choices(schema: &Value, part: &Value) -> Option<Vec<String>> {
    let part = resolved(schema, part);
    if let Some(either) = part["anyOf"].as_array() {
        return either.iter().find_map(|one| choices(schema, one));
    }
    let all = part["oneOf"].as_array().or_else(|| part["enum"].as_array())?;
    let code = |one: &Value| one.as_str().or_else(|| one["const"].as_str()).map(str::to_owned);
    all.iter().map(code).collect()
}

fn kind_of(schema: &Value, property: &Value) -> Kind {
    let types = |value: &Value| match &value["type"] {
        Value::String(one) => vec![one.clone()],
        Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    let is = |wanted: &str| types(property).iter().any(|name| name == wanted);
    match () {
        () if is("string") || choices(schema, property).is_some() => Kind::Text,
        () if is("integer") => Kind::Whole,
        () if is("number") => Kind::Number,
        () if is("boolean") => Kind::Switch,
        () if is("array")
            && (types(&property["items"]) == ["string"] || choices(schema, &property["items"]).is_some()) =>
        {
            Kind::Texts
        }
        () => Kind::Json,
    }
}

fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    // The version is asked for, not typed.
    schema["properties"].as_object().into_iter().flatten().filter(|(name, _)| *name != "expectedVersion")
}

/// `hgvsC` → `hgvs-c`.
fn option_name(field: &str) -> String {
    field.chars().fold(String::new(), |mut name, letter| {
        if letter.is_uppercase() {
            name.push('-');
        }
        name.extend(letter.to_lowercase());
        name
    })
}

fn verb_of(verb: &str, schema: &Value) -> clap::Command {
    let about = schema["description"].as_str().unwrap_or_default().to_owned();
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let arguments = properties(schema).map(|(name, property)| {
        let help = property["description"].as_str().unwrap_or_default().to_owned();
        let argument = Arg::new(name.clone()).help(help).required(required.contains(&name.as_str()));
        // The case comes first, as with every other verb.
        if name == "caseId" {
            return argument.value_name("ID");
        }
        let argument = argument.long(option_name(name));
        match kind_of(schema, property) {
            Kind::Text => match choices(schema, property) {
                Some(codes) => argument.value_parser(PossibleValuesParser::new(codes)),
                None => argument,
            },
            Kind::Json => argument.value_name("JSON").value_parser(json_of),
            Kind::Whole => argument.value_name("N").value_parser(clap::value_parser!(i64)),
            Kind::Number => argument.value_name("N").value_parser(clap::value_parser!(f64)),
            Kind::Switch => argument
                .value_name("true|false")
                .num_args(0..=1)
                .default_missing_value("true")
                .value_parser(BoolishValueParser::new()),
            Kind::Texts => {
                let argument = argument.value_delimiter(',').num_args(1).action(clap::ArgAction::Append);
                match choices(schema, &property["items"]) {
                    Some(codes) => argument.value_parser(PossibleValuesParser::new(codes)),
                    None => argument,
                }
            }
        }
    });
    clap::Command::new(verb.to_owned()).about(about).args(arguments)
}

fn json_of(text: &str) -> Result<Value, serde_json::Error> {
    serde_json::from_str(text)
}

fn fields_of(schema: &Value, given: &ArgMatches) -> Map<String, Value> {
    let value = |name: &str, property: &Value| match kind_of(schema, property) {
        Kind::Text => given.get_one::<String>(name).map(|text| json!(text)),
        Kind::Json => given.get_one::<Value>(name).cloned(),
        Kind::Whole => given.get_one::<i64>(name).map(|number| json!(number)),
        Kind::Number => given.get_one::<f64>(name).map(|number| json!(number)),
        Kind::Switch => given.get_one::<bool>(name).map(|on| json!(on)),
        Kind::Texts => given.get_many::<String>(name).map(|all| json!(all.collect::<Vec<_>>())),
    };
    properties(schema).filter_map(|(name, property)| Some((name.clone(), value(name, property)?))).collect()
}

/// Carries out a command whose fields were options; what changes a case is done on the case as it stands.
pub(crate) fn carry_out(terminal: &mut Terminal, name: &str, fields: &Value) -> Result<Value, ApiError> {
    if !WITHOUT_STORE.contains(&name) {
        terminal.sign_in()?;
    }
    let schema = argument_schema(name).unwrap_or_default();
    let has = |field: &str| schema.pointer("/properties").is_some_and(|all| all.get(field).is_some());
    let of_case = has("caseId") && has("expectedVersion");
    let id = fields.get("caseId").and_then(Value::as_str).filter(|_| of_case).map(str::to_owned);
    on_what_stands(|| {
        let mut fields = fields.clone();
        if let (Some(id), Some(fields)) = (&id, fields.as_object_mut()) {
            let case = terminal.desk.call(open(id))?;
            fields.insert("caseId".to_owned(), json!(case.case_id));
            fields.insert("expectedVersion".to_owned(), json!(case.version));
        }
        dispatch(&mut terminal.desk, name, fields)
    })
}

/// Carries out a command with its form as JSON; `-` reads it from standard input.
pub(crate) fn call(terminal: &mut Terminal, name: &str, text: String) -> Result<Value, ApiError> {
    let text = if text == "-" {
        std::io::read_to_string(std::io::stdin())
            .map_err(|error| failed("file", format!("standard input: {error}")))?
    } else {
        text
    };
    let form = serde_json::from_str(&text)
        .map_err(|error| failed("bad-request", format!("arguments of {name}: {error}")))?;
    if !WITHOUT_STORE.contains(&name) {
        terminal.sign_in()?;
    }
    dispatch(&mut terminal.desk, name, form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_desk::commands;

    fn words(line: &str) -> Vec<std::ffi::OsString> {
        std::iter::once("entaku-cli").chain(line.split(' ')).map(Into::into).collect()
    }

    fn given(line: &str) -> (Common, String, Value) {
        let verb = line.split(' ').find(|word| !word.starts_with('-')).unwrap_or_default();
        read(verb, &words(line)).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn every_command_without_secrets_is_a_verb_or_has_one_of_its_own() {
        let top = Arguments::command();
        for command in commands() {
            let verb = command.name.replace('_', "-");
            if NO_VERBS.contains(&command.name) || top.find_subcommand(&verb).is_some() {
                continue;
            }
            let help = read(&verb, &words(&format!("{verb} --help")));
            assert_eq!(help.unwrap_err().kind(), ErrorKind::DisplayHelp, "{verb}");
        }
    }

    #[test]
    fn fields_are_options_and_the_case_comes_first() {
        let line = "judge-germline 2026-0001 --finding-id G1 --judgement notSuspected --json";
        let (common, name, fields) = given(line);
        assert!(common.json, "what holds for every verb holds for this one");
        assert_eq!(name, "judge_germline");
        assert_eq!(fields["caseId"], "2026-0001");
        assert_eq!(fields["findingId"], "G1");
    }

    #[test]
    fn numbers_switches_and_lists_have_their_types() {
        let (_, _, fields) = given("record-institution --institution 円卓 --target-days 42");
        assert_eq!(fields, json!({ "institution": "円卓", "targetDays": 42 }));
        let (_, _, fields) = given("ask-opinions 2026-0001 --members a,b");
        assert_eq!(fields["members"], json!(["a", "b"]));
        let (_, _, fields) = given("phrases --whole");
        assert_eq!(fields["whole"], true);
    }

    #[test]
    fn a_code_that_there_is_not_is_a_usage_error_that_names_those_there_are() {
        let line = "record-milestone 2026-0001 --milestone explaned";
        let said = read("record-milestone", &words(line)).map(drop).unwrap_err();
        assert_eq!(said.kind(), ErrorKind::InvalidValue);
        assert!(said.to_string().contains("explained"), "{said}");
    }

    #[test]
    fn what_is_no_command_is_refused_as_clap_does() {
        for verb in ["no-such-verb", "open-store", "change-password"] {
            assert_eq!(read(verb, &words(verb)).unwrap_err().kind(), ErrorKind::InvalidSubcommand, "{verb}");
        }
    }
}
