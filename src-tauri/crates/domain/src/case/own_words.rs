//! People's own words in what is printed, and what of heredity they name although the patient has not asked to be told.

use super::Case;
use crate::gap::{Gap, Passage};
use crate::ids::FindingId;
use crate::label::Label;
use crate::patient::DisclosureWish;
use crate::report::ReportContent;
use crate::words::heredity::named_in;
use crate::words::withheld::Withheld;
use entaku_words::errors::place::{self, PartPart};
use serde::Serialize;
use serde_json::Value;
use std::collections::HashSet;

/// Parts of a document's content that are nobody's words about the patient: names, numbers, codes, the words of scales and
/// rules, what a laboratory measured, and the list of changes of an amendment, whose words stand in the content itself.
const NOT_WORDS: &[&str] = &[
    "format",
    "institution",
    "contact",
    "caseId",
    "caseNumber",
    "patient",
    "sources",
    "knowledge",
    "template",
    "figures",
    "program",
    "signatures",
    "state",
    "quorum",
    "attendance",
    "presences",
    "there",
    "partly",
    "scale",
    "scaleName",
    "scheme",
    "schemeName",
    "className",
    "alteration",
    "verbatim",
    "hospital",
    "department",
    "attending",
    "doctor",
    "by",
    "suggested",
    "head",
    "changes",
    "number",
    "requirement",
    "listVersion",
];

/// All passages of a document's content, each once. The content is walked as data, so that no field is forgotten.
fn passages(content: &impl Serialize) -> serde_json::Result<Vec<(Label, String)>> {
    let value = serde_json::to_value(content)?;
    let mut found = Vec::new();
    if let Value::Object(parts) = &value {
        for (part, value) in parts.iter().filter(|(part, _)| !NOT_WORDS.contains(&part.as_str())) {
            match value {
                Value::Array(all) => {
                    (1..)
                        .zip(all)
                        .for_each(|(number, one)| walk(one, &place(part, Some((number, one))), &mut found));
                }
                one => walk(one, &place(part, None), &mut found),
            }
        }
    }
    Ok(found)
}

fn walk(value: &Value, place: &Label, found: &mut Vec<(Label, String)>) {
    match value {
        Value::String(text) if !found.iter().any(|(_, known)| known == text) => {
            found.push((place.clone(), text.clone()));
        }
        Value::Array(all) => all.iter().for_each(|one| walk(one, place, found)),
        Value::Object(fields) => {
            // Who somebody is; but a treatment's or a step's name is what is advised.
            let person = ["role", "member"].iter().any(|key| fields.contains_key(*key));
            // A criterion's name is the scheme's, its note somebody's.
            let criterion = fields.contains_key("points");
            for (key, one) in fields {
                let skipped = NOT_WORDS.contains(&key.as_str()) || ((person || criterion) && key == "name");
                if !skipped {
                    walk(one, place, found);
                }
            }
        }
        _ => {}
    }
}

/// The part of a document in words.
fn place(part: &str, item: Option<(usize, &Value)>) -> Label {
    let number = item.map_or(0, |(number, _)| number);
    let fixed = match part {
        "summary" => PartPart::Summary,
        "clinical" => PartPart::Clinical,
        "specimen" => PartPart::Specimen,
        "meeting" => PartPart::Meeting,
        "amendment" => PartPart::Amendment,
        "rationale" => PartPart::Rationale,
        "referral" => PartPart::Referral,
        "overall" => PartPart::Overall,
        "nextSteps" => PartPart::NextSteps,
        "diagnosis" => PartPart::Diagnosis,
        "findings" => {
            let id = item.and_then(|(_, one)| one.pointer("/finding/id").or(one.get("id"))?.as_str());
            return id.map_or_else(|| place::finding(number), place::finding).to_label();
        }
        "recommendations" => return place::recommendation(number).to_label(),
        "advice" => return place::option(number).to_label(),
        "referrals" => return place::referral_number(number).to_label(),
        _ => PartPart::Document,
    };
    place::part(fixed).to_label()
}

/// The germline findings of a case, beside those of its report, whose names betray nothing.
pub fn withheld_of<'c>(case: &'c Case, report: &ReportContent) -> Withheld<'c> {
    beside_shown(case, report, |id| case.is_germline_finding(id))
}

/// Findings that a document keeps out, beside those of the report.
fn beside_shown<'c>(
    case: &'c Case,
    report: &ReportContent,
    is_out: impl Fn(FindingId) -> bool,
) -> Withheld<'c> {
    let shown: HashSet<FindingId> = report.findings.iter().map(|row| row.finding.id).collect();
    let withheld = case.findings.iter().filter(|finding| is_out(finding.id)).collect();
    let open = case.findings.iter().filter(|finding| shown.contains(&finding.id)).collect();
    Withheld::new(withheld, open)
}

/// What passages of a document name of heredity, of a patient who has not asked to be told, and of findings that wait for a later
/// panel; `own` are the site's own words of heredity. Those that a person stated to be about somebody else are left out, as long
/// as they name nothing more than was seen then.
///
/// # Errors
/// Where the content cannot be written as data.
pub fn names_withheld(
    own: &[String],
    case: &Case,
    report: &ReportContent,
    content: &impl Serialize,
) -> serde_json::Result<Vec<Gap>> {
    let of_heredity = match report.germline_withheld {
        true => names_any(own, case, &withheld_of(case, report), content)?,
        false => None,
    };
    Ok(of_heredity.into_iter().chain(names_beyond_companion(case, report, content)?).collect())
}

/// What passages of a document name of findings that wait for the later panel, where the profile was obtained as a companion
/// test.
///
/// # Errors
/// Where the content cannot be written as data.
fn names_beyond_companion(
    case: &Case,
    report: &ReportContent,
    content: &impl Serialize,
) -> serde_json::Result<Option<Gap>> {
    if case.companion_use().is_none() {
        return Ok(None);
    }
    let waiting = beside_shown(case, report, |id| case.waits_for_later_panel(id));
    let found = naming(case, &waiting, content, |text, waiting| waiting.named_in(text))?;
    Ok((!found.is_empty()).then_some(Gap::NamesBeyondCompanion(found)))
}

/// As [`names_withheld`], of the next report of a case that is open, as `draft` would compose it: asked at every look at a
/// case, so nothing is composed where nothing is withheld.
///
/// # Errors
/// Where the report cannot be composed or written as data.
pub fn draft_names_withheld<E: From<serde_json::Error>>(
    own: &[String],
    case: &Case,
    draft: impl FnOnce() -> Result<ReportContent, E>,
) -> Result<Vec<Gap>, E> {
    let all_told = case.details.disclosure.wish == DisclosureWish::Wants && case.companion_use().is_none();
    if !case.is_open() || case.version == 0 || all_told {
        return Ok(Vec::new());
    }
    let mut report = draft()?;
    let of_companion = names_beyond_companion(case, &report, &report)?;
    if case.details.disclosure.wish == DisclosureWish::Wants {
        return Ok(of_companion.into_iter().collect());
    }
    let withheld = withheld_of(case, &report);
    // Of thousands of findings few have anybody's words.
    report.findings.retain(|row| {
        let finding = &row.finding;
        row.panel.is_some() || row.ccat.is_some() || finding.entry.is_some() || finding.choice.is_some()
    });
    Ok(names_any(own, case, &withheld, &report)?.into_iter().chain(of_companion).collect())
}

/// What a text names: words of heredity, and these names.
pub fn named(own: &[String], text: &str, withheld: &Withheld<'_>) -> Vec<String> {
    let mut named = named_in(text, own);
    named.extend(withheld.named_in(text));
    named
}

/// Whether a text stands among the passages of a document.
///
/// # Errors
/// Where the content cannot be written as data.
pub fn says(content: &impl Serialize, words: &str) -> serde_json::Result<bool> {
    Ok(passages(content)?.iter().any(|(_, text)| text.trim() == words))
}

fn names_any(
    own: &[String],
    case: &Case,
    withheld: &Withheld<'_>,
    content: &impl Serialize,
) -> serde_json::Result<Option<Gap>> {
    let found = naming(case, withheld, content, |text, withheld| named(own, text, withheld))?;
    Ok((!found.is_empty()).then_some(Gap::NamesWithheld(found)))
}

/// The passages of a document that name something and are not cleared.
fn naming(
    case: &Case,
    withheld: &Withheld<'_>,
    content: &impl Serialize,
    named: impl Fn(&str, &Withheld<'_>) -> Vec<String>,
) -> serde_json::Result<Vec<Passage>> {
    let passages = passages(content)?;
    // Of thousands of withheld findings what people write can name few.
    let withheld = withheld.among(passages.iter().map(|(_, text)| text.as_str()));
    let mut found = Vec::new();
    for (place, text) in passages {
        let named = named(&text, &withheld);
        if !named.is_empty() && !case.is_cleared(&text, &named) {
            found.push(Passage { place, text, named });
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_on_a_criterion_is_somebodys_and_its_name_is_not() {
        let content = serde_json::json!({ "findings": [{ "finding": { "id": "F1" }, "panel": { "verdict": { "basis": {
            "criteria": [{ "code": "OM1", "name": { "ja": "家系内", "en": "x" }, "points": 2, "note": "家系図から" }],
        } } } }] });
        let found = passages(&content).unwrap();
        let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
        assert!(texts.contains(&"家系図から") && !texts.contains(&"家系内"), "{texts:?}");
        assert_eq!(found[0].0.ja, "所見 F1");
    }
}
