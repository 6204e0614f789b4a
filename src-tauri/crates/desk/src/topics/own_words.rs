//! People's own words in what is printed, and what of heredity they name although the patient has not asked to be told.

use super::composing::{draft_of, ground};
use crate::convert::label;
use crate::desk::Desk;
use crate::error::{Outcome, internal};
use crate::view::{GapCode, GapView, PassageView};
use entaku_domain::case::Case;
use entaku_domain::document::{CaseMinutes, CompanionState, LetterContent, PatientContent};
use entaku_domain::explanation::Explanation;
use entaku_domain::ids::FindingId;
use entaku_domain::label::Label;
use entaku_domain::patient::DisclosureWish;
use entaku_domain::report::ReportContent;
use entaku_domain::words::heredity::named_in;
use entaku_domain::words::withheld::Withheld;
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
];

/// A passage in somebody's own words, and where it stands.
pub(crate) struct Passage {
    pub(crate) place: Label,
    pub(crate) text: String,
}

/// All passages of a document's content, each once. The content is walked as data, so that no field is forgotten.
fn passages(content: &impl Serialize) -> Outcome<Vec<Passage>> {
    let value = serde_json::to_value(content).map_err(internal)?;
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

fn walk(value: &Value, place: &Label, found: &mut Vec<Passage>) {
    match value {
        Value::String(text) if !found.iter().any(|known| known.text == *text) => {
            found.push(Passage { place: place.clone(), text: text.clone() });
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
    let said = |ja: &str, en: &str| Label { ja: ja.to_owned(), en: en.to_owned() };
    let numbered = |ja: &str, en: &str| Label { ja: format!("{ja} {number}"), en: format!("{en} {number}") };
    match part {
        "summary" => said("まとめ", "summary"),
        "clinical" => said("臨床情報", "clinical context"),
        "specimen" => said("検体", "specimen"),
        "meeting" => said("会議の記録", "record of the meeting"),
        "amendment" => said("訂正の理由と内容", "reason and content of the amendment"),
        "rationale" => said("推奨の理由", "reasons of the recommendation"),
        "referral" => said("紹介", "referral"),
        "overall" => said("説明書の要約", "result in short on the explanation"),
        "nextSteps" => said("説明書「これからのこと」", "what happens next on the explanation"),
        "diagnosis" => said("診断名", "diagnosis"),
        "findings" => {
            let id = item.and_then(|(_, one)| one.pointer("/finding/id").or(one.get("id"))?.as_str());
            id.map_or_else(
                || numbered("所見", "finding"),
                |id| said(&format!("所見 {id}"), &format!("finding {id}")),
            )
        }
        "recommendations" => numbered("推奨", "recommendation"),
        "advice" => numbered("説明書の候補", "option on the explanation"),
        "referrals" => numbered("紹介", "referral"),
        _ => said("文書の記載", "words of the document"),
    }
}

/// The germline findings of a case, beside those of its report, whose names betray nothing.
pub(crate) fn withheld_of<'c>(case: &'c Case, report: &ReportContent) -> Withheld<'c> {
    let shown: HashSet<FindingId> = report.findings.iter().map(|row| row.finding.id).collect();
    let withheld = case.findings.iter().filter(|finding| case.is_germline_finding(finding.id)).collect();
    let open = case.findings.iter().filter(|finding| shown.contains(&finding.id)).collect();
    Withheld::new(withheld, open)
}

/// Passages of a document that name heredity, of a patient who has not asked to be told; `own` are the site's own words of
/// it. Those that a person stated to be about somebody else are left out, as long as they name nothing more than was seen
/// then.
pub(crate) fn names_withheld(
    own: &[String],
    case: &Case,
    report: &ReportContent,
    content: &impl Serialize,
) -> Outcome<Option<GapView>> {
    match report.germline_withheld {
        true => found(own, case, &withheld_of(case, report), content),
        false => Ok(None),
    }
}

/// What a text names: words of heredity, and these names.
pub(crate) fn named(own: &[String], text: &str, withheld: &Withheld<'_>) -> Vec<String> {
    let mut named = named_in(text, own);
    named.extend(withheld.named_in(text));
    named
}

fn found(
    own: &[String],
    case: &Case,
    withheld: &Withheld<'_>,
    content: &impl Serialize,
) -> Outcome<Option<GapView>> {
    let passages = passages(content)?;
    // Of thousands of withheld findings what people write can name few.
    let withheld = withheld.among(passages.iter().map(|passage| passage.text.as_str()));
    let mut found = Vec::new();
    for Passage { place, text } in passages {
        let named = named(own, &text, &withheld);
        if named.is_empty() || case.is_cleared(&text, &named) {
            continue;
        }
        found.push(PassageView { place: label(&place), text, named });
    }
    Ok((!found.is_empty()).then(|| gap(found)))
}

fn gap(passages: Vec<PassageView>) -> GapView {
    let list = |place: fn(&PassageView) -> &str, open: &str, close: &str, between: &str| {
        let all =
            passages.iter().map(|one| format!("{}{open}{}{close}", place(one), one.named.join(between)));
        all.collect::<Vec<_>>().join(between)
    };
    let message = Label {
        ja: format!(
            "患者が開示を希望していない事項（遺伝に関わること）を示す言葉があります：{}。書き直すか、この患者のことではない旨を理由とともに記録してください。",
            list(|one| &one.place.ja, "「", "」", "、")
        ),
        en: format!(
            "Words name what the patient has not asked to be told (heredity): {}. Write them otherwise, or state with a reason that they are not about this patient.",
            list(|one| &one.place.en, " (", ")", ", ")
        ),
    };
    GapView { code: GapCode::NamesWithheld, message: label(&message), findings: Vec::new(), passages }
}

/// What the words of a case would tell on its report as it stands.
pub(crate) fn gap_of_case(desk: &Desk, case: &Case) -> Outcome<Option<GapView>> {
    // Asked at every look at a case: nothing is composed where nothing is withheld.
    if !case.is_open() || case.version == 0 || case.details.disclosure.wish == DisclosureWish::Wants {
        return Ok(None);
    }
    let mut report = draft_of(desk, case)?;
    let withheld = withheld_of(case, &report);
    // Of thousands of findings few have anybody's words.
    report.findings.retain(|row| {
        let finding = &row.finding;
        row.panel.is_some() || row.ccat.is_some() || finding.entry.is_some() || finding.choice.is_some()
    });
    found(desk.session()?.office.heredity_words(), case, &withheld, &report)
}

/// Whether a text stands in a document of the case as it would be made now: report, explanation, letters, or the minutes of
/// a meeting that has the case on its agenda.
pub(crate) fn stands(desk: &Desk, case: &Case, draft: &ReportContent, words: &str) -> Outcome<bool> {
    let among = |all: Vec<Passage>| all.iter().any(|passage| passage.text.trim() == words);
    let ground = ground(desk, case)?;
    if among(passages(draft)?) || among(passages(&ground)?) {
        return Ok(true);
    }
    let nothing = Explanation::default();
    let written = case.explanation.as_ref().map_or(&nothing, |written| &written.explanation);
    if among(passages(&PatientContent::compose(&ground, written, CompanionState::Draft))?) {
        return Ok(true);
    }
    for tracked in &ground.referrals {
        let letter = LetterContent::compose(&ground, &tracked.referral.id, CompanionState::Draft);
        if let Some(letter) = letter
            && among(passages(&letter)?)
        {
            return Ok(true);
        }
    }
    let now = desk.environment.clock.now();
    for sitting in desk.session()?.store.meetings()? {
        // The list knows plan and end alone, the agenda changes in between.
        let sitting = desk.sitting(&sitting.id.to_string())?;
        let on_agenda = sitting.agenda.iter().any(|item| item.case == case.id);
        if on_agenda && among(passages(&CaseMinutes::of(&sitting, &case.id, &ground, now))?) {
            return Ok(true);
        }
    }
    Ok(false)
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
        let texts: Vec<&str> = found.iter().map(|one| one.text.as_str()).collect();
        assert!(texts.contains(&"家系図から") && !texts.contains(&"家系内"), "{texts:?}");
        assert_eq!(found[0].place.ja, "所見 F1");
    }
}
