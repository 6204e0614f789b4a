//! People's own words in what is printed, and what of heredity they name although the patient has not asked to be told.

use super::report::draft_of;
use super::{case_id, fresh};
use crate::convert::{label, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::view::{CaseView, ClearWords, GapView, PassageView};
use entaku_domain::case::Case;
use entaku_domain::event::CaseEvent;
use entaku_domain::finding::Alteration;
use entaku_domain::label::Label;
use entaku_domain::patient::DisclosureWish;
use entaku_domain::report::ReportContent;
use entaku_domain::words::heredity::named_in;
use serde::Serialize;
use serde_json::Value;

/// Code of the gap.
pub(super) const NAMES_WITHHELD: &str = "namesWithheld";

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
struct Passage {
    place: Label,
    text: String,
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

/// What names an alteration and nothing else: its gene, and a change of bases or residues. "Loss" is said of others too.
fn names_of(alteration: &Alteration) -> Vec<String> {
    let change = matches!(alteration, Alteration::ShortVariant(_)).then(|| alteration.change());
    let names = std::iter::once(alteration.subject()).chain(change);
    names.filter(|name| name.chars().count() > 2).collect()
}

/// Names of the germline findings of a case that no finding of its report has too.
fn withheld_names(case: &Case, report: &ReportContent) -> Vec<String> {
    let open: Vec<&str> =
        report.findings.iter().flat_map(|row| [row.subject.as_str(), row.change.as_str()]).collect();
    let germline = case.findings.iter().filter(|finding| case.is_germline_finding(finding.id));
    let mut names: Vec<String> = germline.flat_map(|finding| names_of(&finding.read.alteration)).collect();
    names.retain(|name| !open.iter().any(|words| words.contains(name.as_str())));
    names.sort();
    names.dedup();
    names
}

/// Whether a name stands in a text by itself and not within a longer one.
fn stands_in(text: &str, name: &str) -> bool {
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|after| after.chars().next());
        !joined(before) && !joined(after)
    })
}

/// Passages of a document that name heredity, of a patient who has not asked to be told. Those that a person stated to be
/// about somebody else are left out, as long as they name nothing more than was seen then.
pub(super) fn names_withheld(
    case: &Case,
    report: &ReportContent,
    content: &impl Serialize,
) -> Outcome<Option<GapView>> {
    match report.germline_withheld {
        true => found(case, &withheld_names(case, report), content),
        false => Ok(None),
    }
}

/// What a text names: words of heredity, and these names.
fn named(text: &str, names: &[String]) -> Vec<String> {
    let mut named = named_in(text);
    named.extend(names.iter().filter(|name| stands_in(text, name)).cloned());
    named
}

fn found(case: &Case, names: &[String], content: &impl Serialize) -> Outcome<Option<GapView>> {
    let mut found = Vec::new();
    for Passage { place, text } in passages(content)? {
        let named = named(&text, names);
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
    GapView { code: NAMES_WITHHELD.to_owned(), message: label(&message), findings: Vec::new(), passages }
}

/// What the words of a case would tell on its report as it stands.
pub(super) fn gap_of_case(desk: &Desk, case: &Case) -> Outcome<Option<GapView>> {
    // Asked at every look at a case: nothing is composed where nothing is withheld.
    if !case.is_open() || case.version == 0 || case.details.disclosure.wish == DisclosureWish::Wants {
        return Ok(None);
    }
    let mut report = draft_of(desk, case)?;
    let names = withheld_names(case, &report);
    // Of thousands of findings few have anybody's words.
    report.findings.retain(|row| {
        let finding = &row.finding;
        row.panel.is_some() || row.ccat.is_some() || finding.entry.is_some() || finding.choice.is_some()
    });
    found(case, &names, &report)
}

pub(crate) fn clear_words(desk: &mut Desk, args: ClearWords) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let reason = text("reason", &args.reason)?;
    let words = args.text.trim();
    let case = desk.case(&id)?.clone();
    let report = draft_of(desk, &case)?;
    let named = named(words, &withheld_names(&case, &report));
    if named.is_empty() {
        return Err(Problem::field(
            "text",
            "この文章には、遺伝に関わることを示す言葉がありません。",
            "This text names nothing of heredity.",
        ));
    }
    let what = CaseEvent::WordsCleared { text: text("text", words)?, named, reason };
    desk.transact(&id, args.expected_version, what)?;
    fresh(desk, &id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_domain::finding::CopyNumberAlteration;
    use entaku_domain::gene::GeneSymbol;

    #[test]
    fn what_is_said_of_many_genes_names_none_of_them() {
        let loss = Alteration::CopyNumber(CopyNumberAlteration {
            chromosome: None,
            start: None,
            end: None,
            alteration: "loss".to_owned(),
            metrics: Vec::new(),
            genes: vec![GeneSymbol::parse("BRCA2").unwrap()],
        });
        assert_eq!(names_of(&loss), ["BRCA2"], "a tumour finding may be a loss too");
    }

    #[test]
    fn a_name_stands_by_itself() {
        assert!(stands_in("BRCA2の変化", "BRCA2"));
        assert!(!stands_in("XBRCA2", "BRCA2") && !stands_in("BRCA21", "BRCA2"));
    }

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
