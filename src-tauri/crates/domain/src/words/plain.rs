//! Words for people who are not in medicine: access routes, insurance, and the sentences that are proposed to whoever
//! writes a patient's explanation. Proposed, and printed by themselves only for the markers of which every patient is told:
//! a person takes, changes or leaves them.

mod finding;
mod whole;

pub use finding::propose_finding;
pub(crate) use finding::{is_change, is_high_or_unsettled, kind_in_words};
pub use whole::{propose_next_steps, propose_overall};

use super::{Word, Worded};
use crate::finding::FindingKind;
use crate::label::Label;
use crate::recommendation::{AccessRoute, Advice, FurtherKind};
use crate::text::Text;

const fn w(key: &'static str, ja: &'static str, en: &'static str) -> Word {
    Word { key, ja, en }
}

/// Whether the public insurance pays.
pub fn insured(route: AccessRoute) -> Word {
    match route {
        AccessRoute::Insurance => {
            w("plain.insured", "公的医療保険で受けられます", "covered by public health insurance")
        }
        AccessRoute::InsuranceConditional => w(
            "plain.insuredConditional",
            "公的医療保険で認められた使い方ではありません（条件と費用は担当医にご確認ください）",
            "outside what public health insurance covers (please ask your doctor about conditions and costs)",
        ),
        AccessRoute::SponsorTrial | AccessRoute::InvestigatorTrial | AccessRoute::SpecifiedTrial => w(
            "plain.insuredTrial",
            "研究として行われます（費用は担当医にご確認ください）",
            "given within a study (please ask your doctor about costs)",
        ),
        AccessRoute::ExpandedAccess => w(
            "plain.insuredExpanded",
            "承認前の薬を使う特別な治験です（費用は担当医にご確認ください）",
            "a special trial with a drug not yet approved (please ask your doctor about costs)",
        ),
        AccessRoute::AdvancedMedicalCare | AccessRoute::PatientProposed => w(
            "plain.insuredPartly",
            "一部は保険の対象外で、自己負担があります",
            "partly not covered by insurance; you pay a part yourself",
        ),
        AccessRoute::OffLabel => w(
            "plain.insuredNot",
            "公的医療保険の対象外で、全額自己負担です",
            "not covered by public health insurance; you pay all of it yourself",
        ),
        AccessRoute::Abroad => {
            w("plain.insuredAbroad", "日本国内では受けられません", "not available in Japan")
        }
        AccessRoute::None => w("plain.insuredUnknown", "担当医にご確認ください", "please ask your doctor"),
    }
}

/// What kind of study a route leads to; none where it leads to none.
pub fn study(route: AccessRoute) -> Option<Word> {
    match route {
        AccessRoute::SponsorTrial | AccessRoute::InvestigatorTrial => {
            Some(w("plain.studyTrial", "治験", "a clinical trial"))
        }
        AccessRoute::ExpandedAccess => Some(w("plain.studyExpanded", "拡大治験", "an expanded-access trial")),
        AccessRoute::SpecifiedTrial | AccessRoute::PatientProposed => {
            Some(w("plain.studyClinical", "臨床試験", "a clinical study"))
        }
        AccessRoute::AdvancedMedicalCare => {
            Some(w("plain.studyAdvanced", "先進医療", "advanced medical care"))
        }
        AccessRoute::Insurance
        | AccessRoute::InsuranceConditional
        | AccessRoute::OffLabel
        | AccessRoute::Abroad
        | AccessRoute::None => None,
    }
}

/// How a treatment can be had, in a sentence.
pub fn route(route: AccessRoute) -> Word {
    match route {
        AccessRoute::Insurance => w(
            "plain.insurance",
            "通常の診療で受けられる治療です。",
            "This treatment is available in ordinary care.",
        ),
        AccessRoute::InsuranceConditional => w(
            "plain.insuranceConditional",
            "保険で認められた使い方ではありませんが、条件を満たした場合に受けられる可能性があります。",
            "This treatment is outside its insured use; it may be possible when certain conditions are met.",
        ),
        AccessRoute::SponsorTrial | AccessRoute::InvestigatorTrial => w(
            "plain.trial",
            "治験（新しい薬の効き目と安全性を確かめる研究）で受けられる可能性があります。参加には条件があり、必ず参加できるとは限りません。",
            "It may be available in a clinical trial, a study of how well and how safely a new drug works. There are conditions for taking part, and not everyone can.",
        ),
        AccessRoute::ExpandedAccess => w(
            "plain.expanded",
            "拡大治験という仕組みで、承認前の薬を使える可能性があります。参加には条件があります。",
            "A drug not yet approved may be available in what is called expanded access. There are conditions for taking part.",
        ),
        AccessRoute::SpecifiedTrial => w(
            "plain.study",
            "特定臨床研究という研究で受けられる可能性があります。参加には条件があり、必ず参加できるとは限りません。",
            "It may be available in a clinical study. There are conditions for taking part, and not everyone can.",
        ),
        AccessRoute::AdvancedMedicalCare => w(
            "plain.advanced",
            "先進医療という仕組みで受けられる可能性があります。行える病院が決まっています。",
            "It may be available as advanced medical care, at certain hospitals.",
        ),
        AccessRoute::PatientProposed => w(
            "plain.patientProposed",
            "患者申出療養という、患者さんからの申し出で行う仕組みで受けられる可能性があります。行える病院が決まっています。",
            "It may be available under the patient-proposed health services, which begin at the patient’s own request, at certain hospitals.",
        ),
        AccessRoute::OffLabel => w(
            "plain.offLabel",
            "今の病気では保険で認められていない薬を、自費で使う方法です。",
            "A drug that is not approved for this disease would be used at your own expense.",
        ),
        AccessRoute::Abroad => w(
            "plain.abroad",
            "海外で行われている治療で、日本では受けられません。",
            "This treatment is given abroad and is not available in Japan.",
        ),
        AccessRoute::None => w(
            "plain.noRoute",
            "今のところ、受けられる方法は見つかっていません。",
            "No way to have this treatment has been found so far.",
        ),
    }
}

/// A sentence proposed for a recommendation.
pub fn propose_advice(advice: &Advice) -> Label {
    match advice {
        Advice::Treatment { drugs, .. } if advice.is_of_resistance() => {
            let drugs = drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>();
            Label {
                ja: format!("{} は、今回の結果から、効きにくいと考えられるお薬です。", drugs.join("と")),
                en: format!("From this result, {} is thought to work less well.", drugs.join(" and ")),
            }
        }
        Advice::Treatment { drugs, route: way, .. } => {
            let drugs = drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>();
            let way = route(*way);
            Label {
                ja: format!("{} という治療が候補に挙がりました。{}", drugs.join("と"), way.ja),
                en: format!("Treatment with {} was named as an option. {}", drugs.join(" and "), way.en),
            }
        }
        Advice::Further { kind: FurtherKind::AdditionalTest, step } => Label {
            ja: format!("追加の検査{}を検討します。", in_japanese(step)),
            en: format!("A further test{} is being considered.", in_english(step)),
        },
        Advice::Further { kind: FurtherKind::Rebiopsy, step } => Label {
            ja: format!("組織をもう一度採って調べること{}を検討します。", in_japanese(step)),
            en: format!("Taking another tissue sample{} is being considered.", in_english(step)),
        },
        Advice::Further { kind: FurtherKind::GermlineFollowUp, .. } => Label {
            ja: "遺伝についての確認の検査や、遺伝カウンセリングを受けることができます。".to_owned(),
            en: "You can have a confirming test of heredity and genetic counselling.".to_owned(),
        },
        Advice::Further { kind: FurtherKind::Other, step } => step_as_written(step.as_str()),
        Advice::Nothing { .. } => Label {
            ja: "今回の結果からは、新しくお勧めできる治療は見つかりませんでした。これまでの治療や、ほかの方法について担当医とご相談ください。".to_owned(),
            en: "This result did not point to a new treatment. Please talk with your doctor about your present treatment and other ways.".to_owned(),
        },
    }
}

/// A step that a person wrote, in the language in which it was written; in the other only a person can say it.
fn step_as_written(step: &str) -> Label {
    let nothing = String::new;
    match (is_japanese(step), ends_sentence(step)) {
        (true, true) => Label { ja: step.to_owned(), en: nothing() },
        (true, false) => Label { ja: format!("{step}をお勧めします。"), en: nothing() },
        (false, true) => Label { ja: nothing(), en: step.to_owned() },
        (false, false) => Label { ja: nothing(), en: format!("{step} is advised.") },
    }
}

/// A step in brackets where it is in Japanese; a whole sentence stands in none.
fn in_japanese(step: &Text) -> String {
    let step = step.as_str();
    if is_japanese(step) && !ends_sentence(step) { format!("（{step}）") } else { String::new() }
}

fn in_english(step: &Text) -> String {
    let step = step.as_str();
    if is_japanese(step) || ends_sentence(step) { String::new() } else { format!(" ({step})") }
}

fn is_japanese(words: &str) -> bool {
    words.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'))
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end().ends_with(['。', '.', '！', '!', '？', '?'])
}

/// A kind of finding in plain words.
pub fn kind(kind: FindingKind) -> Word {
    match kind {
        FindingKind::ShortVariant => w("plain.shortVariant", "遺伝子の変化", "gene change"),
        FindingKind::CopyNumber => w("plain.copyNumber", "遺伝子の数の変化", "change in gene number"),
        FindingKind::Rearrangement => {
            w("plain.rearrangement", "遺伝子のつながり方の変化", "change in how genes are joined")
        }
        FindingKind::Biomarker => w("plain.biomarker", "がん全体の特徴", "feature of the whole cancer"),
        other => other.label(),
    }
}

#[cfg(test)]
mod tests;
