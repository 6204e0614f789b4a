//! A document as it was written, JSON or YAML: keys in their order, and each as often as it stands there, for of two
//! criteria under one key neither may be lost.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    /// `null`.
    Null,
    /// `true`, `false`.
    Flag(bool),
    /// A number.
    Number(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Written>),
    /// Keys with their values.
    Map(Vec<(String, Written)>),
}

impl Written {
    /// The first value under a key, in any letter case; of what is no map, none.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(fields) => fields
                .iter()
                .find(|(known, _)| known.trim().eq_ignore_ascii_case(key))
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// The items of a list; one value alone is a list of one, `null` of none.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            Self::Null => &[],
            one => std::slice::from_ref(one),
        }
    }

    /// Text, or a number or flag as text; none where there is nothing.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            Self::Number(number) => Some(number.to_string()),
            Self::Flag(flag) => Some(flag.to_string()),
            Self::Null | Self::List(_) | Self::Map(_) => None,
        }
    }

    /// As people read it, cut after some characters.
    pub fn shown(&self) -> String {
        const MOST: usize = 200;
        let mut out = String::new();
        self.show(&mut out, MOST);
        match out.char_indices().nth(MOST) {
            Some((at, _)) => format!("{}…", out.get(..at).unwrap_or_default()),
            None => out,
        }
    }

    fn show(&self, out: &mut String, most: usize) {
        if out.len() > most.saturating_mul(4) {
            return;
        }
        match self {
            Self::Null => out.push_str("null"),
            Self::Flag(_) | Self::Number(_) | Self::Text(_) => {
                out.push_str(&self.text().unwrap_or_default());
            }
            Self::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { ", " } else { "" });
                    item.show(out, most);
                }
                out.push(']');
            }
            Self::Map(fields) => {
                out.push('{');
                for (at, (key, value)) in fields.iter().enumerate() {
                    out.push_str(if at > 0 { ", " } else { "" });
                    out.push_str(key);
                    out.push_str(": ");
                    value.show(out, most);
                }
                out.push('}');
            }
        }
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Written;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_bool<E>(self, flag: bool) -> Result<Written, E> {
        Ok(Written::Flag(flag))
    }
    #[allow(clippy::cast_precision_loss, reason = "no number of a trial has more than 15 digits")]
    fn visit_i64<E>(self, number: i64) -> Result<Written, E> {
        Ok(Written::Number(number as f64))
    }
    #[allow(clippy::cast_precision_loss, reason = "no number of a trial has more than 15 digits")]
    fn visit_u64<E>(self, number: u64) -> Result<Written, E> {
        Ok(Written::Number(number as f64))
    }
    fn visit_f64<E>(self, number: f64) -> Result<Written, E> {
        Ok(Written::Number(number))
    }
    fn visit_str<E>(self, text: &str) -> Result<Written, E> {
        Ok(Written::Text(text.to_owned()))
    }
    fn visit_string<E>(self, text: String) -> Result<Written, E> {
        Ok(Written::Text(text))
    }
    fn visit_unit<E>(self) -> Result<Written, E> {
        Ok(Written::Null)
    }
    fn visit_none<E>(self) -> Result<Written, E> {
        Ok(Written::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Written, D::Error> {
        Written::deserialize(deserializer)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Written, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Written::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Written, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Written::Map(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_stands_twice_is_kept_twice() {
        let written: Written = serde_json::from_str(r#"{"b": 1, "a": [true, null, "x"], "b": 0.5}"#).unwrap();
        let Written::Map(fields) = &written else { panic!("{written:?}") };
        assert_eq!(fields.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["b", "a", "b"]);
        assert_eq!(written.shown(), "{b: 1, a: [true, null, x], b: 0.5}");
        assert_eq!(written.get("B"), Some(&Written::Number(1.0)));
    }

    #[test]
    fn what_is_nested_without_end_is_refused_and_not_followed() {
        let deep = "[".repeat(100_000);
        assert!(serde_json::from_str::<Written>(&deep).is_err());
    }
}
