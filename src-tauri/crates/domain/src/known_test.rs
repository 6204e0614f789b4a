//! Panel tests by their official names, and what each of them looks at: that a kind has no finding means something only
//! where the test looked for it. Owns the shape and the look-up by the name that a laboratory writes; the data is knowledge's.

use crate::certainty::Certainty;
use crate::draft::PanelTest;
use crate::label::Label;
use crate::words::worded;
use serde::{Deserialize, Serialize};

/// What a test can look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Assay {
    /// 塩基置換・挿入・欠失.
    ShortVariant,
    /// コピー数変化.
    CopyNumber,
    /// 遺伝子再構成・構造異型.
    Rearrangement,
    /// 発現値.
    Expression,
    /// マイクロサテライト不安定性.
    Msi,
    /// 腫瘍遺伝子変異量.
    Tmb,
}

/// Markers of the whole genome that every reader looks for, by name.
pub const MARKERS: [(&str, Assay); 2] = [("MSI", Assay::Msi), ("TMB", Assay::Tmb)];

/// A test as it is known, frozen with each report that names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KnownTest {
    /// Official name.
    pub name: Label,
    /// What it looks at.
    pub tested: Vec<Assay>,
    /// What it does not look at. What stands in neither list is not known.
    pub not_tested: Vec<Assay>,
    /// Whether it reads the patient's normal tissue too; none where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matched_normal: Option<bool>,
    /// How sure this is.
    pub certainty: Certainty,
    /// Where it comes from.
    pub source: String,
    /// Version of the data.
    pub version: String,
}

/// Whether tests looked at something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// One of them did.
    Tested,
    /// None of them did.
    NotTested,
    /// Of one at least it is not known, and no other did.
    Unknown,
}

impl Coverage {
    /// What all tests of a case together looked at; an unknown test may have looked.
    pub fn of<'a>(assay: Assay, tests: impl Iterator<Item = Option<&'a KnownTest>>) -> Self {
        let one = |test: Option<&KnownTest>| match test {
            Some(test) if test.tested.contains(&assay) => Self::Tested,
            // What is not confirmed is not said to a reader who would rely on it.
            Some(test) if test.not_tested.contains(&assay) && test.certainty != Certainty::Unconfirmed => {
                Self::NotTested
            }
            _ => Self::Unknown,
        };
        let all = tests.map(one).reduce(|one, other| match (one, other) {
            (Self::Tested, _) | (_, Self::Tested) => Self::Tested,
            (Self::NotTested, Self::NotTested) => Self::NotTested,
            _ => Self::Unknown,
        });
        all.unwrap_or(Self::Unknown)
    }
}

/// The known tests with the names that laboratories write for them.
#[derive(Debug, Clone, Default)]
pub struct TestCatalogue(Vec<(Vec<String>, KnownTest)>);

impl TestCatalogue {
    /// A catalogue of tests, each with its written names in any spelling.
    pub fn new(tests: impl IntoIterator<Item = (Vec<String>, KnownTest)>) -> Self {
        let plain =
            |(names, test): (Vec<String>, KnownTest)| (names.iter().map(|name| bare(name)).collect(), test);
        Self(tests.into_iter().map(plain).collect())
    }

    /// The test of a written name, whatever its case, width and signs, with or without a version behind it.
    pub fn find(&self, written: &str) -> Option<&KnownTest> {
        let written = bare(written);
        let fits = |name: &String| written.strip_prefix(name.as_str()).is_some_and(is_version);
        self.0.iter().find(|(names, _)| names.iter().any(fits)).map(|(_, test)| test)
    }

    /// Whether two written names are of one test.
    pub fn are_one(&self, one: &str, other: &str) -> bool {
        match (self.find(one), self.find(other)) {
            (Some(one), Some(other)) => one.name == other.name,
            _ => bare(one) == bare(other),
        }
    }

    /// What is known of a test of a file; none where it has no name or another.
    pub fn of(&self, test: &PanelTest) -> Option<&KnownTest> {
        test.panel_name.as_deref().and_then(|name| self.find(name))
    }

    /// The tests.
    pub fn tests(&self) -> impl Iterator<Item = &KnownTest> {
        self.0.iter().map(|(_, test)| test)
    }
}

/// Nothing, or `v41`.
fn is_version(rest: &str) -> bool {
    rest.is_empty()
        || rest
            .strip_prefix('v')
            .is_some_and(|digits| !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()))
}

/// Letters and digits alone, half width, lower case.
fn bare(name: &str) -> String {
    crate::text::half_width(name)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

worded!(Assay {
    Self::ShortVariant => "kind.shortVariant", Self::CopyNumber => "kind.copyNumber", Self::Rearrangement => "kind.rearrangement",
    Self::Expression => "kind.expression", Self::Msi => "assay.msi", Self::Tmb => "assay.tmb",
});

#[cfg(test)]
mod tests {
    use super::*;

    fn test(tested: &[Assay], not_tested: &[Assay], certainty: Certainty) -> KnownTest {
        KnownTest {
            name: Label { ja: "検査".into(), en: "test".into() },
            tested: tested.to_vec(),
            not_tested: not_tested.to_vec(),
            matched_normal: None,
            certainty,
            source: String::new(),
            version: String::new(),
        }
    }

    #[test]
    fn a_test_is_known_in_every_spelling_and_a_longer_name_is_another_test() {
        let one = test(&[Assay::Msi], &[], Certainty::General);
        let catalogue = TestCatalogue::new([(vec!["FoundationOne CDx".to_owned()], one)]);
        for written in [
            "FoundationOne CDx",
            "FOUNDATIONONE®CDX",
            "ＦｏｕｎｄａｔｉｏｎＯｎｅ　ＣＤｘ",
            "FoundationOne CDx v3.2",
        ] {
            assert!(catalogue.find(written).is_some(), "{written}");
        }
        for other in ["FoundationOne", "FoundationOne CDx Liquid", "FoundationOne CDx v", ""] {
            assert!(catalogue.find(other).is_none(), "{other}");
        }
    }

    #[test]
    fn not_tested_is_said_only_where_every_test_is_known_not_to_look() {
        let yes = test(&[Assay::Msi], &[], Certainty::General);
        let no = test(&[], &[Assay::Msi], Certainty::General);
        let perhaps = test(&[], &[Assay::Msi], Certainty::Unconfirmed);
        for (tests, coverage) in [
            (vec![Some(&yes)], Coverage::Tested),
            (vec![Some(&no), Some(&yes)], Coverage::Tested),
            (vec![None, Some(&yes)], Coverage::Tested),
            (vec![Some(&no)], Coverage::NotTested),
            (vec![Some(&no), None], Coverage::Unknown),
            (vec![Some(&perhaps)], Coverage::Unknown),
            (vec![], Coverage::Unknown),
        ] {
            assert_eq!(Coverage::of(Assay::Msi, tests.iter().copied()), coverage, "{tests:?}");
        }
    }
}
