//! What is released to the patient: proposed, written, read again.

use crate::convert::label;
use crate::view::{GapCode, GapView};
use entaku_domain::case::Case;
use entaku_domain::document::{Heredity, PatientContent};
use entaku_domain::explanation::Plain;
use entaku_domain::ids::{FindingId, RecommendationId};
use entaku_domain::label::{Label, Language};
use entaku_domain::report::ReportContent;

/// What keeps an explanation from being given out.
pub(crate) fn gaps(
    case: &Case,
    report: &ReportContent,
    told: &PatientContent,
    language: Language,
) -> Vec<GapView> {
    let gap = |code: GapCode, ja: String, en: String, findings: Vec<String>| GapView {
        code,
        message: label(&Label { ja, en }),
        findings,
        passages: Vec::new(),
    };
    let Some(written) = &case.explanation else {
        return vec![gap(
            GapCode::NoExplanation,
            "患者に伝える内容がまだ選ばれていません。所見と推奨を選び、説明の文章を記入してください。".to_owned(),
            "What the patient is told has not been chosen yet. Choose findings and recommendations and write their sentences.".to_owned(),
            Vec::new(),
        )];
    };
    let mut gaps = Vec::new();
    let kept = &written.explanation;
    let lacks = |words: &Plain| !words.is_empty() && words.get(language).is_none();
    let mut all = kept
        .findings
        .iter()
        .map(|item| &item.words)
        .chain(kept.recommendations.iter().map(|item| &item.words))
        .chain([&kept.overall, &kept.next_steps, &kept.heredity]);
    if all.any(lacks) {
        let (ja, en) = match language {
            Language::Ja => ("日本語", "Japanese"),
            Language::En => ("英語", "English"),
        };
        gaps.push(gap(
            GapCode::WordsMissing,
            format!("{ja}の文章がない項目があります。{ja}の文章を記入してください。"),
            format!("Some items have no words in {en}. Write them."),
            Vec::new(),
        ));
    }
    if let Heredity::Unwritten { findings } = &told.heredity {
        gaps.push(gap(
            GapCode::HeredityUnwritten,
            "患者は二次的所見の開示を希望しています。生殖細胞系列の可能性がある、またはその判断がまだない所見があるため、遺伝についての文章がないまま発行できません。文章を記入するか、所見ごとに生殖細胞系列の判断を記録してください。".to_owned(),
            "The patient wishes to be told of secondary findings, and of some findings a germline origin is possible or has not been judged. Nothing is given out without words on heredity: write them, or record the germline judgement of each finding.".to_owned(),
            findings.iter().map(ToString::to_string).collect(),
        ));
    }
    // What was left out of a file because of another wish cannot be told to be absent.
    let unsaid =
        matches!(told.heredity, Heredity::TumourOnly | Heredity::NothingToJudge | Heredity::NotSuspected);
    if unsaid && case.wish_in_file().is_some() {
        gaps.push(gap(
            GapCode::WishDiffers,
            "ファイルには、患者が二次的所見の開示を希望しないと書かれています。検査会社が所見を省いている可能性があるため、遺伝についての文章がないまま発行できません。検査会社に確認し、文章を記入してください。".to_owned(),
            "A file states that the patient does not wish to be told of secondary findings: the laboratory may have left some out. Nothing is given out without words on heredity: ask the laboratory, and write them.".to_owned(),
            Vec::new(),
        ));
    }
    // A verdict given, or advice withdrawn, after the words were written: a person must look at them again.
    let shown = |finding: &FindingId| report.findings.iter().any(|row| row.finding.id == *finding);
    let newer: Vec<String> = written.unsettled().filter(shown).map(|finding| finding.to_string()).collect();
    let standing =
        |id: &RecommendationId| case.standing_recommendations().any(|given| given.recommendation.id == *id);
    let withdrawn = kept.recommendations.iter().filter(|item| !standing(&item.recommendation)).count();
    if !newer.is_empty() || withdrawn > 0 {
        gaps.push(gap(
            GapCode::ExplanationOutdated,
            "説明の文章を書いた後に、判定または推奨が変わっています。文章を確かめて、もう一度記録してください。".to_owned(),
            "A verdict or recommendation has changed since the words were written. Check them and save again.".to_owned(),
            newer,
        ));
    }
    gaps
}
