//! The patient, the clinical context and what the patient wishes to be told.
//! None of it is in a CATS file: people enter it, or it comes as JSON of these types.

use crate::text::Text;
use crate::words::worded;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Sex as recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Sex {
    /// 男性.
    Male,
    /// 女性.
    Female,
    /// Not recorded.
    #[default]
    Unknown,
}

/// Who the patient is. Every field may be missing; a case can be reviewed under its number alone.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Patient {
    /// The hospital's patient number.
    pub hospital_id: Option<Text>,
    /// C-CAT 登録ID.
    pub ccat_id: Option<Text>,
    /// Name.
    pub name: Option<Text>,
    /// Name in kana.
    pub kana: Option<Text>,
    /// Sex.
    pub sex: Sex,
    /// Date of birth.
    pub birth_date: Option<NaiveDate>,
    /// Age in years at the test, where the date of birth is not given.
    pub age: Option<u8>,
}

impl Patient {
    /// Age in completed years on a day: from the date of birth, else as recorded.
    pub fn age_on(&self, day: NaiveDate) -> Option<u32> {
        match self.birth_date {
            Some(birth) => day.years_since(birth),
            None => self.age.map(u32::from),
        }
    }
}

/// One line of treatment before the panel.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Treatment {
    /// Treatment line, counted from 1.
    pub line: Option<u8>,
    /// Regimen or drugs.
    pub regimen: Option<Text>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day; none while it goes on.
    pub to: Option<NaiveDate>,
    /// Best overall response: CR, PR, SD, PD, NE.
    pub best_response: Option<Text>,
    /// Why it ended.
    pub ended_because: Option<Text>,
}

/// The clinical context of the case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Clinical {
    /// Tumour type in words (がん種).
    pub tumour_type: Option<Text>,
    /// OncoTree code.
    pub oncotree: Option<Text>,
    /// Clinical diagnosis.
    pub diagnosis: Option<Text>,
    /// Pathological diagnosis.
    pub pathology: Option<Text>,
    /// Stage.
    pub stage: Option<Text>,
    /// ECOG performance status, 0 to 4.
    pub performance_status: Option<u8>,
    /// Treatments so far.
    pub treatments: Vec<Treatment>,
    /// Past history.
    pub past_history: Option<Text>,
    /// Family history.
    pub family_history: Option<Text>,
    /// Hospital that sends the case.
    pub hospital: Option<Text>,
    /// Department.
    pub department: Option<Text>,
    /// Attending physician.
    pub attending: Option<Text>,
}

/// What was sequenced, as the hospital knows it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Specimen {
    /// Kind: FFPE, blood …
    pub kind: Option<Text>,
    /// Site.
    pub site: Option<Text>,
    /// How it was taken.
    pub method: Option<Text>,
    /// Day of collection.
    pub collected_on: Option<NaiveDate>,
    /// Tumour cell content in percent, 0 to 100.
    pub tumour_content: Option<u8>,
    /// Whether the specimen was fit for the test, as a person judged it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adequacy: Option<Adequacy>,
    /// What is to be known of its quality: amounts, degradation, what the laboratory remarked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quality: Option<Text>,
}

/// Whether a specimen was fit for the test (検体の適否).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Adequacy {
    /// 適切.
    Adequate,
    /// 評価に制限がある.
    Limited,
    /// 不適切.
    Inadequate,
}

/// Where C-CAT調査結果 stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum CcatFindingsState {
    /// Nobody has said.
    #[default]
    NotRecorded,
    /// 未着.
    Awaited,
    /// 受領.
    Received,
    /// 作成されない: the patient did not consent, or the test is outside of it.
    NotMade,
}

/// C-CAT調査結果 of the case, as far as the report names it: its text stays with the panel.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CcatFindings {
    /// Where it stands.
    pub state: CcatFindingsState,
    /// The day it was made, as it says itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made_on: Option<NaiveDate>,
    /// Version of C-CAT's knowledge base that it names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<Text>,
}

impl CcatFindings {
    /// Whether nothing is recorded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether the patient wishes to be told of findings about heredity (開示希望).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum DisclosureWish {
    /// 希望する.
    Wants,
    /// 希望しない.
    Refuses,
    /// 後で決める.
    DecidesLater,
    /// 未確認.
    #[default]
    NotAsked,
}

/// The wish with who asked and when.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Disclosure {
    /// The wish.
    pub wish: DisclosureWish,
    /// Day on which the patient was asked.
    pub asked_on: Option<NaiveDate>,
    /// Who asked.
    pub asked_by: Option<Text>,
}

/// All that people tell about a case: what a form collects and `--patient FILE.json` gives.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Details {
    /// Who.
    pub patient: Patient,
    /// Context.
    pub clinical: Clinical,
    /// Specimen.
    pub specimen: Specimen,
    /// Disclosure wish.
    pub disclosure: Disclosure,
    /// C-CAT調査結果.
    #[serde(skip_serializing_if = "CcatFindings::is_empty")]
    pub ccat_findings: CcatFindings,
}

/// A value that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {found} is out of range, expected {expected}")]
pub struct DetailsError {
    /// Path of the field.
    pub field: &'static str,
    /// What was found.
    pub found: String,
    /// What is accepted.
    pub expected: &'static str,
}

impl Details {
    /// Checks the ranges that the types do not hold by themselves. `today` bounds dates of the past.
    pub fn check(&self, today: NaiveDate) -> Result<(), DetailsError> {
        let error = |field, found: String, expected| Err(DetailsError { field, found, expected });
        if let Some(age) = self.patient.age.filter(|age| *age > 130) {
            return error("patient.age", age.to_string(), "0 to 130 years");
        }
        if let Some(birth) = self
            .patient
            .birth_date
            .filter(|birth| *birth > today || today.years_since(*birth).is_none_or(|y| y > 130))
        {
            return error("patient.birthDate", birth.to_string(), "a day in the last 130 years");
        }
        if let Some(ps) = self.clinical.performance_status.filter(|ps| *ps > 4) {
            return error("clinical.performanceStatus", ps.to_string(), "0 to 4 (ECOG)");
        }
        if let Some(content) = self.specimen.tumour_content.filter(|content| *content > 100) {
            return error("specimen.tumourContent", content.to_string(), "0 to 100 percent");
        }
        if let Some(day) = self.specimen.collected_on.filter(|day| *day > today) {
            return error("specimen.collectedOn", day.to_string(), "a day not in the future");
        }
        if let Some(day) = self.ccat_findings.made_on.filter(|day| *day > today) {
            return error("ccatFindings.madeOn", day.to_string(), "a day not in the future");
        }
        Ok(())
    }
}

worded!(Sex { Self::Male => "sex.male", Self::Female => "sex.female", Self::Unknown => "sex.unknown" });
worded!(DisclosureWish {
    Self::Wants => "wish.wants", Self::Refuses => "wish.refuses", Self::DecidesLater => "wish.decidesLater",
    Self::NotAsked => "wish.notAsked",
});
worded!(Adequacy {
    Self::Adequate => "adequacy.adequate", Self::Limited => "adequacy.limited", Self::Inadequate => "adequacy.inadequate",
});
worded!(CcatFindingsState {
    Self::NotRecorded => "ccatFindings.notRecorded", Self::Awaited => "ccatFindings.awaited",
    Self::Received => "ccatFindings.received", Self::NotMade => "ccatFindings.notMade",
});

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn age_is_completed_years() {
        let patient = Patient { birth_date: Some(day("1961-11-23")), ..Patient::default() };
        assert_eq!(patient.age_on(day("2026-11-22")), Some(64), "the birthday is tomorrow");
        assert_eq!(patient.age_on(day("2026-11-23")), Some(65));
    }

    #[test]
    fn impossible_values_are_named() {
        let mut details = Details::default();
        details.specimen.tumour_content = Some(101);
        assert_eq!(details.check(day("2026-11-22")).unwrap_err().field, "specimen.tumourContent");
    }
}
