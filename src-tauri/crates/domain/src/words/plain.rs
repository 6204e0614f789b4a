//! Words for people who are not in medicine: access routes, insurance, and the sentences that are proposed to whoever
//! writes a patient's explanation. Proposed, never printed by themselves: a person takes, changes or leaves them.

use super::{Word, Worded};
use crate::decision::Call;
use crate::finding::{Alteration, FindingKind};
use crate::label::Label;
use crate::recommendation::{AccessRoute, Advice, FurtherKind};
use crate::report::ReportFinding;

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
            "条件を満たせば公的医療保険で受けられます",
            "covered by public health insurance under certain conditions",
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
            "条件を満たした場合に、通常の診療で受けられる治療です。",
            "This treatment is available in ordinary care when certain conditions are met.",
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
            "別の病気で使われている薬を、自費で使う方法です。",
            "A drug approved for another disease would be used at your own expense.",
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

/// A sentence proposed for a finding.
pub fn propose_finding(row: &ReportFinding) -> Label {
    let gene = &row.subject;
    let (mut ja, mut en) = match &row.finding.read.alteration {
        Alteration::CopyNumber(change) if is_gain(&change.alteration) => (
            format!("がん細胞で、{gene} 遺伝子の数が増えていました。"),
            format!("In the cancer cells there were more copies of the gene {gene} than usual."),
        ),
        Alteration::CopyNumber(_) => (
            format!("がん細胞で、{gene} 遺伝子の数に変化がありました。"),
            format!("In the cancer cells the number of copies of the gene {gene} was changed."),
        ),
        Alteration::Rearrangement(_) => (
            format!("がん細胞で、{gene} 遺伝子のつながり方に変化がありました。"),
            format!("In the cancer cells the gene {gene} was joined differently from usual."),
        ),
        Alteration::Biomarker(_) => return propose_marker(row),
        _ => (
            format!("がん細胞で、{gene} 遺伝子に変化が見つかりました。"),
            format!("A change was found in the gene {gene} in the cancer cells."),
        ),
    };
    let verdict = row.panel.as_ref().map(|decision| &decision.verdict);
    let weight = verdict.and_then(|verdict| match &verdict.call {
        Call::Classified { grade } => Some(grade.weight),
        Call::Deferred { .. } => None,
    });
    let (more_ja, more_en) = match (verdict.and_then(|verdict| verdict.actionable), weight) {
        (Some(true), _) => {
            ("お薬を選ぶときの手がかりになる可能性があります。", " It may help in choosing a drug.")
        }
        (_, Some(weight)) if weight > 0 => (
            "がんの成り立ちや性質に関わる変化と考えられています。",
            " It is thought to have to do with how the cancer arose or behaves.",
        ),
        (_, Some(_)) => (
            "今の時点では、がんとの関わりがはっきりしていない変化です。",
            " What it means for the cancer is not clear at present.",
        ),
        (_, None) => ("意味については、担当医がご説明します。", " Your doctor will explain what it means."),
    };
    ja.push_str(more_ja);
    en.push_str(more_en);
    Label { ja, en }
}

fn is_gain(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    ["amplification", "gain", "duplication"].iter().any(|word| kind.contains(word))
}

fn propose_marker(row: &ReportFinding) -> Label {
    let (name, value) = (&row.subject, &row.change);
    match row.subject.to_ascii_uppercase().as_str() {
        "TMB" => Label {
            ja: format!("{name}（がん細胞の遺伝子の変化の多さを表す値）は {value} でした。"),
            en: format!("{name}, a measure of how many changes the cancer’s genes carry, was {value}."),
        },
        "MSI" => Label {
            ja: format!("{name}（遺伝子の傷を直す働きの変化を調べる検査）は {value} でした。"),
            en: format!("{name}, a test of how well the cells mend their genes, was {value}."),
        },
        _ => Label { ja: format!("{name} は {value} でした。"), en: format!("{name} was {value}.") },
    }
}

/// A sentence proposed for a recommendation.
pub fn propose_advice(advice: &Advice) -> Label {
    match advice {
        Advice::Treatment { drugs, route: way, .. } => {
            let drugs = drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>();
            let way = route(*way);
            Label {
                ja: format!("{} という治療が候補に挙がりました。{}", drugs.join("と"), way.ja),
                en: format!("Treatment with {} was named as an option. {}", drugs.join(" and "), way.en),
            }
        }
        Advice::Further { kind: FurtherKind::AdditionalTest, step } => Label {
            ja: format!("追加の検査（{step}）を検討します。"),
            en: format!("A further test ({step}) is being considered."),
        },
        Advice::Further { kind: FurtherKind::Rebiopsy, step } => Label {
            ja: format!("組織をもう一度採って調べること（{step}）を検討します。"),
            en: format!("Taking another tissue sample ({step}) is being considered."),
        },
        Advice::Further { kind: FurtherKind::GermlineFollowUp, .. } => Label {
            ja: "遺伝についての確認の検査や、遺伝カウンセリングを受けることができます。".to_owned(),
            en: "You can have a confirming test of heredity and genetic counselling.".to_owned(),
        },
        Advice::Further { kind: FurtherKind::Other, step } => {
            Label { ja: format!("{step}をお勧めします。"), en: format!("{step} is advised.") }
        }
        Advice::Nothing { .. } => Label {
            ja: "今回の結果からは、新しくお勧めできる治療は見つかりませんでした。これまでの治療や、ほかの方法について担当医とご相談ください。".to_owned(),
            en: "This result did not point to a new treatment. Please talk with your doctor about your present treatment and other ways.".to_owned(),
        },
    }
}

/// The sentence proposed for the result in short.
pub fn propose_overall(findings: usize, treatments: usize) -> Label {
    let (found_ja, found_en) = if findings == 0 {
        ("お伝えする遺伝子の変化はありませんでした。", "There is no gene change to tell you of.")
    } else {
        ("がん細胞に、遺伝子の変化が見つかりました。", "Changes were found in the genes of the cancer cells.")
    };
    let (advice_ja, advice_en) = if treatments == 0 {
        (
            "今回の結果から新しくお勧めできる治療は見つかりませんでした。",
            " No new treatment could be advised from this result.",
        )
    } else {
        (
            "その結果をもとに、治療の候補が挙がりました。",
            " From this result, treatments were named as options.",
        )
    };
    Label { ja: format!("{found_ja}{advice_ja}"), en: format!("{found_en}{advice_en}") }
}

/// The words proposed for what happens next.
pub fn propose_next_steps() -> Label {
    Label {
        ja: "この結果をもとに、担当医と今後の治療について相談します。治験に参加できるかどうかは、別の病院での診察や検査のあとに決まることがあります。今のお薬は、担当医と相談するまで自分の判断でやめないでください。".to_owned(),
        en: "You will talk with your doctor about your further treatment. Whether you can take part in a trial may be decided after an examination at another hospital. Please do not stop your present medicines before you have talked with your doctor.".to_owned(),
    }
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
