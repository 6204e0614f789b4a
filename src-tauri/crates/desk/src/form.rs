//! How forms are written down: the struct of a command's arguments, or of a part of them.

use serde::Deserialize;

/// The form of a command that changes a case as it was seen.
pub trait OfCase {
    /// The same form, for this case as it stood at this version.
    #[must_use]
    fn at(self, case_id: String, expected_version: u32) -> Self;
}

/// The form of a command, or a part of one. What it does not name is refused. `of case`: it changes a case, and names the
/// case and the version of it that was seen. `whole`: it holds a choice that nobody makes by saying nothing, and so has no
/// default for callers in Rust.
macro_rules! args {
    ($(#[$doc:meta])* $name:ident of case { $($fields:tt)* }) => {
        $crate::form::args! { @case #[derive(Default)] $(#[$doc])* $name { $($fields)* } }
    };
    ($(#[$doc:meta])* $name:ident of case, whole { $($fields:tt)* }) => {
        $crate::form::args! { @case $(#[$doc])* $name { $($fields)* } }
    };
    (@case $(#[$doc:meta])* $name:ident { $($fields:tt)* }) => {
        $crate::form::args! {
            @form
            $(#[$doc])*
            $name {
                #[doc = " Case.*"]
                case_id: String,
                #[doc = " Version as last seen.*"]
                expected_version: u32,
                $($fields)*
            }
        }

        impl $crate::form::OfCase for $name {
            fn at(mut self, case_id: String, expected_version: u32) -> Self {
                self.case_id = case_id;
                self.expected_version = expected_version;
                self
            }
        }
    };
    (@form $(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty),* $(,)? }) => {
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        $(#[$doc])*
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        #[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),* }
    };
    ($($(#[$doc:meta])* $name:ident { $($fields:tt)* })+) => {
        $($crate::form::args! { @form #[derive(Default)] $(#[$doc])* $name { $($fields)* } })+
    };
    ($($(#[$doc:meta])* $name:ident, whole { $($fields:tt)* })+) => {
        $($crate::form::args! { @form $(#[$doc])* $name { $($fields)* } })+
    };
}

pub(crate) use args;

/// A choice that may be left out. Forms of a page send an empty text for what nobody chose.
pub(crate) fn chosen<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    use serde::de::{Error, IntoDeserializer};
    let given: Option<String> = Option::deserialize(from)?;
    match given.as_deref().map(str::trim) {
        None | Some("") => Ok(None),
        Some(code) => {
            let code: serde::de::value::StrDeserializer<'_, serde::de::value::Error> =
                code.into_deserializer();
            T::deserialize(code).map(Some).map_err(D::Error::custom)
        }
    }
}
