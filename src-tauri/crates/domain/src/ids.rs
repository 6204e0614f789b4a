//! Identifiers as types of their own, so that a case can never be passed for a member.
//! Made outside (this floor draws no random numbers); here only their shape is checked.

use serde::{Deserialize, Serialize};

/// A text that is not an identifier of the expected shape.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{found}' is not a {what}: expected {expected}")]
pub struct IdError {
    /// Which identifier was wanted.
    pub what: &'static str,
    /// What was found.
    pub found: String,
    /// The expected shape.
    pub expected: &'static str,
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte),
        })
}

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident, $what:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Accepts a UUID in its 36-character lower-case form (RFC 9562 §4).
            pub fn parse(text: &str) -> Result<Self, IdError> {
                if is_uuid(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(IdError { what: $what, found: text.chars().take(64).collect(), expected: "a UUID in lower case" })
                }
            }
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
            /// The nil UUID (RFC 9562 §5.9), which nothing is ever given.
            pub fn nil() -> Self {
                Self("00000000-0000-0000-0000-000000000000".to_owned())
            }
        }
        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                Self::parse(&text)
            }
        }
        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

uuid_id!(/// A case store (one hospital's or one panel's).
    StoreId, "store id");
uuid_id!(/// A patient's case.
    CaseId, "case id");
uuid_id!(/// A meeting over several cases (開催).
    MeetingId, "meeting id");
uuid_id!(/// A member of the panel.
    MemberId, "member id");
uuid_id!(/// One event of the journal (UUIDv7, so that ids sort by time of making).
    EventId, "event id");
uuid_id!(/// A recommendation of the panel.
    RecommendationId, "recommendation id");
uuid_id!(/// A referral to a trial.
    ReferralId, "referral id");

/// A finding within its case, counted from 1 in the order of arrival: `F1`, `F2` … and, in a series of their own,
/// `G1`, `G2` … for what the laboratory reports as (likely) germline. Short, so that people can say it aloud and find
/// it on paper; apart, so that a report which must not speak of germline findings shows no gap in its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FindingId {
    series: Series,
    number: u32,
}

/// Which series a finding is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Series {
    /// `F`: somatic, or origin not stated.
    Finding,
    /// `G`: germline or likely germline.
    Germline,
}

impl FindingId {
    /// The finding of a series with this number, counted from 1.
    pub fn in_series(series: Series, number: u32) -> Result<Self, IdError> {
        if number == 0 { Err(Self::error("0")) } else { Ok(Self { series, number }) }
    }
    /// `F` and this number, counted from 1.
    pub fn new(number: u32) -> Result<Self, IdError> {
        Self::in_series(Series::Finding, number)
    }
    /// Reads `F12` or `G1`.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let (series, digits) = match (text.strip_prefix('F'), text.strip_prefix('G')) {
            (Some(digits), _) => (Series::Finding, digits),
            (None, Some(digits)) => (Series::Germline, digits),
            (None, None) => return Err(Self::error(text)),
        };
        let plain = !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
        let number = digits.parse().ok().filter(|_| plain);
        number.map_or_else(|| Err(Self::error(text)), |number| Self::in_series(series, number))
    }
    /// The number within its series, counted from 1.
    pub fn number(self) -> u32 {
        self.number
    }
    /// The series.
    pub fn series(self) -> Series {
        self.series
    }
    fn error(found: &str) -> IdError {
        IdError {
            what: "finding id",
            found: found.chars().take(64).collect(),
            expected: "F or G and a number from 1",
        }
    }
}

impl TryFrom<String> for FindingId {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::parse(&text)
    }
}
impl From<FindingId> for String {
    fn from(id: FindingId) -> Self {
        id.to_string()
    }
}
impl std::fmt::Display for FindingId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let letter = match self.series {
            Series::Finding => 'F',
            Series::Germline => 'G',
        };
        write!(f, "{letter}{}", self.number)
    }
}

/// SHA-256 of a file or document: 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sha256Hex(String);

impl Sha256Hex {
    /// Accepts 64 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        if text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            Ok(Self(text.to_owned()))
        } else {
            Err(IdError {
                what: "SHA-256",
                found: text.chars().take(80).collect(),
                expected: "64 hexadecimal digits",
            })
        }
    }
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl TryFrom<String> for Sha256Hex {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::parse(&text)
    }
}
impl From<Sha256Hex> for String {
    fn from(hash: Sha256Hex) -> Self {
        hash.0
    }
}
impl std::fmt::Display for Sha256Hex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lower_case_uuids_are_identifiers() {
        assert!(CaseId::parse("0198c5b2-7f00-7000-8000-000000000001").is_ok());
        for wrong in [
            "",
            "1",
            "0198C5B2-7F00-7000-8000-000000000001",
            "../../../etc/passwd",
            "0198c5b2-7f00-7000-8000-00000000000g",
        ] {
            assert!(CaseId::parse(wrong).is_err(), "{wrong} is no case id");
        }
    }

    #[test]
    fn finding_ids_count_from_one() {
        assert_eq!(FindingId::parse("F12").unwrap().number(), 12);
        assert_eq!(FindingId::parse("G1").unwrap().to_string(), "G1");
        for wrong in ["F0", "F01", "12", "F", "F-1", "F99999999999"] {
            assert!(FindingId::parse(wrong).is_err(), "{wrong} is no finding id");
        }
    }
}
