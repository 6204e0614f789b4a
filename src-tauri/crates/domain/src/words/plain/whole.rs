//! Sentences proposed for the result as a whole.

use super::super::plain;
use crate::decision::Call;
use crate::finding::Alteration;
use crate::label::Label;
use crate::recommendation::{AccessRoute, Advice};
use crate::report::{ReportContent, ReportFinding};

/// The result in short. `told` says of which findings the patient is or would be told.
pub fn propose_overall(report: &ReportContent, told: impl Fn(&ReportFinding) -> bool) -> Label {
    let is_change = |row: &&ReportFinding| plain::is_change(row);
    let of_weight = |row: &ReportFinding| {
        row.panel.as_ref().is_none_or(|decision| {
            decision.verdict.actionable == Some(true)
                || match &decision.verdict.call {
                    Call::Classified { grade } => grade.weight > 0,
                    Call::Deferred { .. } => true,
                }
        })
    };
    // A marker is no change of a gene, and matters all the same where it was judged to, or is high.
    let marker_matters = |row: &ReportFinding| match &row.finding.read.alteration {
        Alteration::Biomarker(marker) if row.panel.is_none() => plain::is_high_or_unsettled(marker),
        Alteration::Biomarker(marker) => of_weight(row) || plain::is_high_or_unsettled(marker),
        Alteration::Expression(_) | Alteration::NonHuman(_) | Alteration::Composite(_) => {
            row.panel.is_some() && of_weight(row)
        }
        _ => false,
    };
    let mut changes = report.findings.iter().filter(is_change);
    let (found_ja, found_en) = if changes.clone().any(told) {
        ("検査で、遺伝子の変化が見つかりました。", "The test found changes in genes. ")
    } else if changes.any(of_weight) || report.findings.iter().any(marker_matters) {
        // Something of weight that the sheet does not name: neither sentence would be true.
        ("", "")
    } else {
        (
            "検査で、治療を選ぶときに関わる遺伝子の変化は見つかりませんでした。",
            "The test found no gene change that matters for the choice of treatment. ",
        )
    };
    let treatments = report.recommendations.iter().any(|given| is_treatment(&given.advice));
    let (advice_ja, advice_en) = if treatments {
        (
            "検査の結果をもとに、治療の候補が挙がりました。",
            "From the result, treatments were named as options.",
        )
    } else {
        (
            "今回の結果から新しくお勧めできる治療は見つかりませんでした。",
            "No new treatment could be advised from this result.",
        )
    };
    Label { ja: format!("{found_ja}{advice_ja}"), en: format!("{found_en}{advice_en}") }
}

/// A drug that is named because it works less well is no option.
fn is_treatment(advice: &Advice) -> bool {
    matches!(advice, Advice::Treatment { .. }) && !advice.is_of_resistance()
}

/// What happens next.
pub fn propose_next_steps(report: &ReportContent) -> Label {
    let study = report.recommendations.iter().find_map(|given| match &given.advice {
        Advice::Treatment { route, .. } if is_treatment(&given.advice) => plain::study(*route),
        _ => None,
    });
    let (mut ja, mut en) = (
        "この結果をもとに、担当医と今後の治療について相談します。".to_owned(),
        "You will talk with your doctor about your further treatment.".to_owned(),
    );
    if let Some(study) = study.or_else(|| {
        (!report.referrals.is_empty()).then(|| plain::study(AccessRoute::SpecifiedTrial)).flatten()
    }) {
        ja.push_str(&format!(
            "{}に参加できるかどうかは、別の病院での診察や検査のあとに決まることがあります。",
            study.ja
        ));
        en.push_str(&format!(
            " Whether you can take part in {} may be decided after an examination at another hospital.",
            study.en
        ));
    }
    ja.push_str("お薬を使っているときは、担当医と相談するまで自分の判断でやめないでください。");
    en.push_str(" If you take medicines, please do not stop them before you have talked with your doctor.");
    Label { ja, en }
}
