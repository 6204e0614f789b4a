//! JSON Schema (2020-12) of the commands, for programs that call them. It is derived from the very types that are read and
//! written, so that it cannot part from them; a new command has one by standing in the table.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

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
