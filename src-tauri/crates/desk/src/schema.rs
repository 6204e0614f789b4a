//! JSON Schema (2020-12) of the commands, for programs that call them. It is derived from the very types that are read and
//! written, so that it cannot part from them; a new command has one by standing in the table.

use crate::command::TYPES;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use serde_json::Value;

/// A command with the schemas of what it takes and gives: each a document of its own, with all it refers to in `$defs`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CommandSchema {
    /// Name.
    pub name: &'static str,
    /// Of its arguments. What it does not name is refused.
    pub args: Value,
    /// Of its answer. A later version may give more fields.
    pub returns: Value,
}

/// The schemas of one command, made when they are asked for.
pub(crate) struct Types {
    pub(crate) name: &'static str,
    pub(crate) args: fn() -> Value,
    pub(crate) returns: fn() -> Value,
}

/// Every command with its schemas, in the order of the table.
pub fn command_schemas() -> Vec<CommandSchema> {
    TYPES
        .iter()
        .map(|types| CommandSchema { name: types.name, args: (types.args)(), returns: (types.returns)() })
        .collect()
}

/// Of a type as it is read.
pub(crate) fn taken<T: JsonSchema>() -> Value {
    of::<T>(SchemaSettings::draft2020_12().for_deserialize())
}

/// Of a type as it is written.
pub(crate) fn given<T: JsonSchema>() -> Value {
    of::<T>(SchemaSettings::draft2020_12().for_serialize())
}

fn of<T: JsonSchema>(settings: SchemaSettings) -> Value {
    settings
        .with_transform(RecursiveTransform(without_mark))
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// A `*` behind a field's words marks one that must be given; here `required` says so.
fn without_mark(schema: &mut Schema) {
    if let Some(Value::String(words)) = schema.get_mut("description")
        && words.ends_with('*')
    {
        words.pop();
    }
}
