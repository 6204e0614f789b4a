//! Studies of ClinicalTrials.gov as its API (v2) answers with them: one study, a list of them, or the answer to a search. One
//! study at a time, so that a file may be larger than memory. Public domain.

use super::{Recruitment, Trial, TrialSite};
use crate::readers::{Source, Watch};
use crate::store::error::KnowledgeStoreError;
use crate::store::keeper::{Keeper, Refused};
use crate::store::record::{ImportProgress, SetAsideReason};
use entaku_domain::trial::criterion::{Ask, Comparison, Criterion, Leaf, Operator, PatientSex, Subject};
use entaku_domain::trial::tumour::TumourAsked;
use entaku_words::errors::{file_need, row_fault};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

/// What is done with each study; false where the rest is not to be read.
type Take<'t> = &'t mut dyn FnMut(Value) -> bool;

pub(crate) fn read(
    source: &Source,
    keeper: &mut Keeper<'_>,
    watch: Watch<'_>,
) -> Result<(), KnowledgeStoreError> {
    let mut failed = None;
    let mut rows = 0;
    let mut take = |study: Value| {
        rows += 1;
        if !watch(ImportProgress { bytes: 0, of: source.bytes, rows }) {
            failed = Some(KnowledgeStoreError::Cancelled { file: source.name.clone() });
            return false;
        }
        let entry = match study.get("protocolSection") {
            Some(section) => trial(section, &study).entry(),
            None => Err(Refused::new(SetAsideReason::Missing, row_fault::NO_PROTOCOL)),
        };
        match keeper.take(rows, &study.to_string(), entry) {
            Ok(()) => true,
            Err(error) => {
                failed = Some(error);
                false
            }
        }
    };
    let mut reader = serde_json::Deserializer::from_reader(source.open()?);
    let read = Studies(&mut take).deserialize(&mut reader).and_then(|()| reader.end());
    match (failed, read) {
        (Some(error), _) => Err(error),
        (None, Err(error)) => Err(source.damaged(error.line() as u64, error.to_string(), file_need::STUDIES)),
        (None, Ok(())) => Ok(()),
    }
}

/// A document of studies.
struct Studies<'t>(Take<'t>);

/// A list of studies.
struct List<'t>(Take<'t>);

impl<'de> DeserializeSeed<'de> for Studies<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}
impl<'de> DeserializeSeed<'de> for List<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}
impl<'de> Visitor<'de> for Studies<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a study, a list of studies or the answer to a search")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (mut study, mut listed) = (Map::new(), false);
        while let Some(key) = map.next_key::<String>()? {
            if key == "studies" {
                listed = true;
                map.next_value_seed(List(self.0))?;
            } else {
                study.insert(key, map.next_value()?);
            }
        }
        if !listed && !(self.0)(Value::Object(study)) {
            return Err(A::Error::custom("stopped"));
        }
        Ok(())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        List(self.0).visit_seq(list)
    }
}
impl<'de> Visitor<'de> for List<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of studies")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(study) = list.next_element::<Value>()? {
            if !(self.0)(study) {
                return Err(A::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

fn texts(value: Option<&Value>) -> Vec<String> {
    let list = value.and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}

pub(super) fn trial(section: &Value, study: &Value) -> Trial {
    let at = |path: &str| section.pointer(path);
    let text = |path: &str| {
        at(path).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let rows = |path: &str| at(path).and_then(Value::as_array).into_iter().flatten();
    let field = |row: &Value, key: &str| row.get(key).and_then(Value::as_str).map(str::to_owned);
    let status = text("/statusModule/overallStatus");
    let conditions = texts(at("/conditionsModule/conditions"));
    let other = rows("/identificationModule/secondaryIdInfos").filter_map(|row| field(row, "id"));
    let contacts = ["/contactsLocationsModule/centralContacts", "/contactsLocationsModule/overallOfficials"];
    Trial {
        id: text("/identificationModule/nctId").unwrap_or_default(),
        other_ids: text("/identificationModule/orgStudyIdInfo/id").into_iter().chain(other).collect(),
        title: text("/identificationModule/briefTitle")
            .or_else(|| text("/identificationModule/officialTitle")),
        recruitment: status.as_deref().map_or(Recruitment::Unknown, Recruitment::read),
        recruitment_written: status,
        phase: texts(at("/designModule/phases")),
        drugs: rows("/armsInterventionsModule/interventions").filter_map(|row| field(row, "name")).collect(),
        as_of: [
            "/statusModule/lastUpdatePostDateStruct/date",
            "/statusModule/lastUpdateSubmitDate",
            "/statusModule/statusVerifiedDate",
        ]
        .into_iter()
        .find_map(text)
        .or_else(|| {
            let version = study.pointer("/derivedSection/miscInfoModule/versionHolder");
            version.and_then(Value::as_str).map(str::to_owned)
        })
        .map(|day| if day.len() == 7 { format!("{day}-01") } else { day }),
        sites: rows("/contactsLocationsModule/locations")
            .filter_map(|row| {
                Some(TrialSite {
                    name: field(row, "facility")?,
                    place: field(row, "city"),
                    country: field(row, "country"),
                    recruitment: field(row, "status")
                        .map_or(Recruitment::Unknown, |text| Recruitment::read(&text)),
                })
            })
            .collect(),
        contacts: contacts.into_iter().flat_map(rows).filter_map(|row| field(row, "name")).collect(),
        criterion: Criterion::All(criteria(section, &conditions)),
        conditions,
        arms: Vec::new(),
        not_understood: Vec::new(),
    }
}

fn criteria(section: &Value, conditions: &[String]) -> Vec<Criterion> {
    let text = |path: &str| section.pointer(path).and_then(Value::as_str).map(str::trim);
    let mut all = Vec::new();
    let leaf =
        |written: &str, ask: Ask| Criterion::Leaf(Leaf { written: written.to_owned(), ask, negated: false });
    if !conditions.is_empty() {
        // The subject of a trial is not whom it takes: a tumour among them is one that it takes, another may be too.
        let mut any: Vec<Criterion> =
            conditions.iter().map(|name| leaf(name, Ask::Tumour(TumourAsked::Named(name.clone())))).collect();
        any.push(leaf(&conditions.join(", "), Ask::Person(Subject::Tumour)));
        all.push(Criterion::Any(any));
    }
    for (path, least) in [("/eligibilityModule/minimumAge", true), ("/eligibilityModule/maximumAge", false)] {
        let Some(written) = text(path).filter(|text| !text.is_empty()) else { continue };
        all.push(match age(written) {
            Some((years, _)) if least => leaf(
                &format!(">={written}"),
                Ask::Age(Comparison { operator: Operator::AtLeast, value: years }),
            ),
            // Whoever is of the highest age is so up to the next birthday; not everybody counts so.
            Some((years, unit)) => Criterion::Unclear(vec![
                leaf(
                    &format!("<={written}"),
                    Ask::Age(Comparison { operator: Operator::AtMost, value: years }),
                ),
                leaf(
                    &format!("<={written}"),
                    Ask::Age(Comparison { operator: Operator::Below, value: years + unit }),
                ),
            ]),
            None => leaf(written, Ask::Person(Subject::Age)),
        });
    }
    match text("/eligibilityModule/sex") {
        Some("MALE") => all.push(leaf("MALE", Ask::Sex(PatientSex::Male))),
        Some("FEMALE") => all.push(leaf("FEMALE", Ask::Sex(PatientSex::Female))),
        Some("ALL") => all.push(leaf("ALL", Ask::Unrestricted(Subject::Sex))),
        _ => {}
    }
    if let Some(written) = text("/eligibilityModule/eligibilityCriteria") {
        all.extend(points(written));
    }
    all
}

/// Years, and the length of one unit in years: `18 Years`, `6 Months`.
fn age(text: &str) -> Option<(f64, f64)> {
    let (number, unit) = text.split_once(' ')?;
    let number: f64 = number.parse::<u32>().ok()?.into();
    let unit = match unit.trim().trim_end_matches('s').to_lowercase().as_str() {
        "year" => 1.0,
        "month" => 1.0 / 12.0,
        "week" => 7.0 / 365.25,
        "day" => 1.0 / 365.25,
        "hour" => 1.0 / 8_766.0,
        "minute" => 1.0 / 525_960.0,
        _ => return None,
    };
    Some((number * unit, unit))
}

/// The text of inclusion and exclusion, point by point, for a person to read. What stands further to the right belongs to
/// the point above.
pub(super) fn points(text: &str) -> Vec<Criterion> {
    let mut subject = Subject::Inclusion;
    let mut points: Vec<(Subject, String)> = Vec::new();
    for line in text.lines() {
        let bare = line.trim();
        if bare.is_empty() {
            continue;
        }
        let head = bare.trim_matches(['*', '#', ' ', ':', '：']).to_lowercase();
        let heading = match head.len() < 60 {
            true if head.contains("exclusion criteria") || head.starts_with("除外基準") => {
                Some(Subject::Exclusion)
            }
            true if head.contains("inclusion criteria") || head.starts_with("選択基準") => {
                Some(Subject::Inclusion)
            }
            _ => None,
        };
        if let Some(heading) = heading {
            subject = heading;
            continue;
        }
        let indented = line.starts_with([' ', '\t']);
        match points.last_mut() {
            Some((of, point)) if *of == subject && (indented || !begins_a_point(bare)) => {
                point.push(' ');
                point.push_str(bare);
            }
            _ => points.push((subject, bare.to_owned())),
        }
    }
    let leaf =
        |(subject, written)| Criterion::Leaf(Leaf { written, ask: Ask::Person(subject), negated: false });
    points.into_iter().map(leaf).collect()
}

/// `*`, `-`, `1.`, `(2)`, `3)`.
fn begins_a_point(line: &str) -> bool {
    let rest = line.trim_start_matches(['(', '（']);
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with(['*', '-', '•', '・', '●', '○'])
        || (digits.len() < rest.len() && digits.starts_with(['.', ')', '）', '．']))
}
