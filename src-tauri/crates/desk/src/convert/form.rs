//! What people fill in, checked field by field.

use crate::error::{Outcome, Problem};
use crate::view::{DetailsForm, TreatmentForm};
use chrono::NaiveDate;
use entaku_domain::grade::Grade;
use entaku_domain::ids::FindingId;
use entaku_domain::patient::{CcatFindings, Clinical, Details, Disclosure, Patient, Specimen, Treatment};
use entaku_domain::text::{Text, TextError};
use entaku_knowledge::Knowledge;
use entaku_words::errors::form;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A text that must be given.
pub(crate) fn text(field: &str, value: &str) -> Outcome<Text> {
    Text::new(value).map_err(|error| match error {
        TextError::Empty => Problem::at(field, form::MISSING),
        TextError::TooLong(count) => {
            Problem::at(field, form::too_long(count, entaku_domain::text::MAX_CHARS))
        }
        TextError::Control(code) => Problem::at(field, form::control_character(format!("{code:04X}"))),
    })
}

/// A text that may be left out; an empty one counts as left out.
pub(crate) fn optional_text(field: &str, value: Option<&str>) -> Outcome<Option<Text>> {
    match value.map(str::trim) {
        None | Some("") => Ok(None),
        Some(value) => text(field, value).map(Some),
    }
}

/// Texts; empty ones are passed over.
pub(crate) fn texts(field: &str, values: Option<Vec<String>>) -> Outcome<Vec<Text>> {
    values
        .unwrap_or_default()
        .iter()
        .filter(|value| !value.trim().is_empty())
        .map(|value| text(field, value))
        .collect()
}

/// The lines of a list with their numbers from 1; empty ones and those that begin with # are passed over.
pub(crate) fn listed(lines: &str) -> impl Iterator<Item = (u32, &str)> {
    let said = |line: &&str| !line.is_empty() && !line.starts_with('#');
    (1u32..).zip(lines.lines().map(str::trim)).filter(move |(_, line)| said(line))
}

/// A day, `YYYY-MM-DD`.
pub(crate) fn date(field: &str, value: Option<&str>) -> Outcome<Option<NaiveDate>> {
    match value.map(str::trim) {
        None | Some("") => Ok(None),
        Some(day) => day.parse().map(Some).map_err(|_| Problem::at(field, form::no_date(day))),
    }
}

/// A value of an enumeration by its code.
pub(crate) fn from_code<T: DeserializeOwned>(field: &str, code: &str) -> Outcome<T> {
    serde_json::from_value(serde_json::Value::String(code.trim().to_owned())).map_err(|error| {
        // serde names the codes that it knows.
        Problem::at(field, form::no_choice(code, &error))
    })
}

/// Values of an enumeration by their codes; none when left out.
pub(crate) fn from_codes<T: DeserializeOwned>(field: &str, codes: Option<&[String]>) -> Outcome<Vec<T>> {
    codes.unwrap_or_default().iter().map(|code| from_code(field, code)).collect()
}

/// The code of a value of an enumeration.
pub(crate) fn code_of<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}

/// Finding ids.
pub(crate) fn finding_ids(field: &str, ids: &[String]) -> Outcome<Vec<FindingId>> {
    let one = |id: &String| {
        FindingId::parse(id).map_err(|wrong| Problem::at(field, form::no_finding_id(wrong.found)))
    };
    ids.iter().map(one).collect()
}

/// A class with its scale; none when neither is given.
pub(crate) fn grade(
    knowledge: &Knowledge,
    field: &str,
    scale: Option<&str>,
    class: Option<&str>,
) -> Outcome<Option<Grade>> {
    match (scale.filter(|text| !text.is_empty()), class.filter(|text| !text.is_empty())) {
        (None, None) => Ok(None),
        (Some(scale), Some(class)) => {
            knowledge.grade(scale, class).map(Some).map_err(|error| Problem::at(field, form::no_grade(error)))
        }
        _ => Err(Problem::at(field, form::SCALE_OR_CLASS_MISSING)),
    }
}

/// The domain's details of a form.
pub(crate) fn details_of(form: &DetailsForm, today: NaiveDate) -> Outcome<Details> {
    let optional = |field: &str, value: &Option<String>| optional_text(field, value.as_deref());
    let day = |field: &str, value: &Option<String>| date(field, value.as_deref());
    let details = Details {
        patient: Patient {
            hospital_id: optional("hospitalId", &form.hospital_id)?,
            ccat_id: optional("ccatId", &form.ccat_id)?,
            name: optional("name", &form.name)?,
            kana: optional("kana", &form.kana)?,
            sex: form.sex.unwrap_or_default(),
            birth_date: day("birthDate", &form.birth_date)?,
            age: form.age,
        },
        clinical: Clinical {
            tumour_type: optional("tumourType", &form.tumour_type)?,
            oncotree: optional("oncotree", &form.oncotree)?,
            diagnosis: optional("diagnosis", &form.diagnosis)?,
            pathology: optional("pathology", &form.pathology)?,
            stage: optional("stage", &form.stage)?,
            performance_status: form.performance_status,
            treatments: form.treatments.iter().map(treatment_of).collect::<Outcome<_>>()?,
            past_history: optional("pastHistory", &form.past_history)?,
            family_history: optional("familyHistory", &form.family_history)?,
            hospital: optional("hospital", &form.hospital)?,
            department: optional("department", &form.department)?,
            attending: optional("attending", &form.attending)?,
        },
        specimen: Specimen {
            kind: optional("specimenKind", &form.specimen_kind)?,
            site: optional("specimenSite", &form.specimen_site)?,
            method: optional("specimenMethod", &form.specimen_method)?,
            collected_on: day("specimenCollectedOn", &form.specimen_collected_on)?,
            tumour_content: form.tumour_content,
            adequacy: form.specimen_adequacy,
            quality: optional("specimenQuality", &form.specimen_quality)?,
        },
        ccat_findings: CcatFindings {
            state: form.ccat_findings.unwrap_or_default(),
            made_on: day("ccatFindingsOn", &form.ccat_findings_on)?,
            version: optional("ccatFindingsVersion", &form.ccat_findings_version)?,
        },
        disclosure: Disclosure {
            wish: form.wish.unwrap_or_default(),
            asked_on: day("wishAskedOn", &form.wish_asked_on)?,
            asked_by: optional("wishAskedBy", &form.wish_asked_by)?,
        },
    };
    details.check(today).map_err(|error| {
        let field = form_field(error.field);
        Problem::at(field, form::out_of_range(&error.found, error.expected))
    })?;
    Ok(details)
}

/// The form's name of a field of the domain.
fn form_field(path: &'static str) -> &'static str {
    match path {
        "patient.age" => "age",
        "patient.birthDate" => "birthDate",
        "clinical.performanceStatus" => "performanceStatus",
        "specimen.tumourContent" => "tumourContent",
        "ccatFindings.madeOn" => "ccatFindingsOn",
        "specimen.collectedOn" => "specimenCollectedOn",
        other => other,
    }
}

fn treatment_of(form: &TreatmentForm) -> Outcome<Treatment> {
    Ok(Treatment {
        line: form.line,
        regimen: optional_text("treatments.regimen", form.regimen.as_deref())?,
        from: date("treatments.from", form.from.as_deref())?,
        to: date("treatments.to", form.to.as_deref())?,
        best_response: optional_text("treatments.bestResponse", form.best_response.as_deref())?,
        ended_because: optional_text("treatments.endedBecause", form.ended_because.as_deref())?,
    })
}

/// The form of the domain's details.
pub(crate) fn details_form(details: &Details) -> DetailsForm {
    let words = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let day = |day: &Option<NaiveDate>| day.as_ref().map(ToString::to_string);
    let Details { patient, clinical, specimen, disclosure, ccat_findings } = details;
    DetailsForm {
        hospital_id: words(&patient.hospital_id),
        ccat_id: words(&patient.ccat_id),
        name: words(&patient.name),
        kana: words(&patient.kana),
        sex: Some(patient.sex),
        birth_date: day(&patient.birth_date),
        age: patient.age,
        tumour_type: words(&clinical.tumour_type),
        oncotree: words(&clinical.oncotree),
        diagnosis: words(&clinical.diagnosis),
        pathology: words(&clinical.pathology),
        stage: words(&clinical.stage),
        performance_status: clinical.performance_status,
        treatments: clinical
            .treatments
            .iter()
            .map(|given| TreatmentForm {
                line: given.line,
                regimen: words(&given.regimen),
                from: day(&given.from),
                to: day(&given.to),
                best_response: words(&given.best_response),
                ended_because: words(&given.ended_because),
            })
            .collect(),
        past_history: words(&clinical.past_history),
        family_history: words(&clinical.family_history),
        hospital: words(&clinical.hospital),
        department: words(&clinical.department),
        attending: words(&clinical.attending),
        specimen_kind: words(&specimen.kind),
        specimen_site: words(&specimen.site),
        specimen_method: words(&specimen.method),
        specimen_collected_on: day(&specimen.collected_on),
        tumour_content: specimen.tumour_content,
        specimen_adequacy: specimen.adequacy,
        specimen_quality: words(&specimen.quality),
        ccat_findings: Some(ccat_findings.state),
        ccat_findings_on: day(&ccat_findings.made_on),
        ccat_findings_version: words(&ccat_findings.version),
        wish: Some(disclosure.wish),
        wish_asked_on: day(&disclosure.asked_on),
        wish_asked_by: words(&disclosure.asked_by),
    }
}
