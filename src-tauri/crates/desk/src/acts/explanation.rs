//! What is released to the patient: proposed, written, read again.

use super::document_gaps::gaps_of;
use super::document_wanted::Wanted;
use super::documents::{Stream, ground, issued_view, made};
use super::{case_id, fresh};
use crate::convert::{finding_ids, label, optional_text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::view::{
    CaseArgs, CaseDocumentsView, CaseView, ExplanationView, GapView, PlainForm, ReleasableAdviceView,
    ReleasableFindingView, WriteExplanation,
};
use entaku_domain::case::Case;
use entaku_domain::decision::{GermlineFlag, GermlineJudgement};
use entaku_domain::document::{CompanionState, DocumentKind, Heredity, PatientContent};
use entaku_domain::event::CaseEvent;
use entaku_domain::explanation::{Explanation, Plain, ReleasedAdvice, ReleasedFinding};
use entaku_domain::ids::{FindingId, RecommendationId};
use entaku_domain::label::{Label, Language};
use entaku_domain::report::{ReportContent, ReportFinding, advice_in_words, verdict_in_words};
use entaku_domain::words::plain;
use entaku_report::furigana::unread;
use std::cmp::Reverse;

pub(crate) fn case_documents(desk: &mut Desk, args: CaseArgs) -> Outcome<CaseDocumentsView> {
    let id = case_id(desk, &args.case_id)?;
    let case = desk.case(&id)?.clone();
    let report = ground(desk, &case)?;
    let mut issued: Vec<_> =
        case.issued.iter().map(|one| issued_view(&Stream::Case(&case, &report), one)).collect();
    issued.reverse();
    let mut explanation = explanation_view(&case, &report);
    let wanted = Wanted::plain(DocumentKind::Patient, Language::Ja);
    let own = desk.session()?.office.heredity_words();
    explanation.gaps = match made(&Stream::Case(&case, &report), &wanted, CompanionState::Draft)? {
        Some(content) => gaps_of(own, &Stream::Case(&case, &report), &wanted, &content)?,
        None => Vec::new(),
    };
    Ok(CaseDocumentsView { version: case.version, explanation, issued })
}

pub(crate) fn write_explanation(desk: &mut Desk, args: WriteExplanation) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let words = |field: &str, form: &Option<PlainForm>| {
        form.as_ref().map_or_else(|| Ok(Plain::default()), |form| plain_of(field, form))
    };
    let mut findings = Vec::new();
    for form in &args.findings {
        let finding = finding_ids("findings", std::slice::from_ref(&form.finding_id))?;
        let words = plain_of("findings", &form.words)?;
        findings.extend(finding.into_iter().map(|finding| ReleasedFinding { finding, words: words.clone() }));
    }
    let mut recommendations = Vec::new();
    for form in &args.recommendations {
        recommendations.push(ReleasedAdvice {
            recommendation: RecommendationId::parse(&form.recommendation_id)
                .map_err(|_| Problem::not_found("推奨", "recommendation", &form.recommendation_id))?,
            words: plain_of("recommendations", &form.words)?,
            place: optional_text("place", form.place.as_deref())?,
        });
    }
    let explanation = Explanation {
        overall: words("overall", &args.overall)?,
        findings,
        recommendations,
        next_steps: words("nextSteps", &args.next_steps)?,
        heredity: words("heredity", &args.heredity)?,
        doctor: optional_text("doctor", args.doctor.as_deref())?,
        contact: optional_text("contact", args.contact.as_deref())?,
    };
    desk.on_what_stands(args.expected_version, |desk| {
        let version = desk.case(&id)?.version;
        let what = CaseEvent::PatientExplanationWritten { explanation: Box::new(explanation.clone()) };
        desk.transact(&id, args.expected_version.unwrap_or(version), what)
    })?;
    fresh(desk, &id)
}

fn plain_of(field: &str, form: &PlainForm) -> Outcome<Plain> {
    Ok(Plain { ja: optional_text(field, form.ja.as_deref())?, en: optional_text(field, form.en.as_deref())? })
}

fn plain_form(words: &Plain) -> PlainForm {
    PlainForm {
        ja: words.ja.as_ref().map(ToString::to_string),
        en: words.en.as_ref().map(ToString::to_string),
    }
}

/// Nothing is proposed of what the panel judged not to be for disclosure.
fn proposed(row: &ReportFinding, report: &ReportContent) -> Option<Label> {
    let kept_back = |flag: &GermlineFlag| flag.judgement == GermlineJudgement::NotForDisclosure;
    if row.germline.as_ref().is_some_and(kept_back) {
        return None;
    }
    plain::propose_finding(row, report)
}

fn explanation_view(case: &Case, report: &ReportContent) -> ExplanationView {
    let written = case.explanation.as_ref();
    let nothing = Explanation::default();
    let kept = written.map_or(&nothing, |written| &written.explanation);
    let mut findings: Vec<_> = report
        .findings
        .iter()
        .filter(|row| row.panel.is_some())
        .map(|row| {
            let place = kept.findings.iter().position(|item| item.finding == row.finding.id);
            let words = place.and_then(|place| kept.findings.get(place)).map(|item| plain_form(&item.words));
            let view = ReleasableFindingView {
                finding_id: row.finding.id.to_string(),
                subject: row.subject.clone(),
                change: row.change.clone(),
                change_in_words: label(&row.change_in_words()),
                verdict: label(&verdict_in_words(row)),
                released: place.is_some(),
                words: words.unwrap_or_default(),
                proposed: proposed(row, report).as_ref().map(label).unwrap_or_default(),
            };
            (place, actionable(row), view)
        })
        .collect();
    // As released; then what the panel found to matter, then the rest as in the report.
    findings.sort_by_key(|(place, matters, _)| (place.unwrap_or(usize::MAX), Reverse(*matters)));
    let released = |row: &ReportFinding| kept.findings.iter().any(|item| item.finding == row.finding.id);
    let told = |row: &ReportFinding| released(row) || actionable(row);
    let mut recommendations: Vec<_> = report
        .recommendations
        .iter()
        .filter_map(|row| {
            let id = row.id.as_ref()?;
            let place = kept.recommendations.iter().position(|item| item.recommendation == *id);
            let item = place.and_then(|place| kept.recommendations.get(place));
            let view = ReleasableAdviceView {
                recommendation_id: id.to_string(),
                advice: label(&advice_in_words(&row.advice)),
                released: place.is_some(),
                words: item.map(|item| plain_form(&item.words)).unwrap_or_default(),
                proposed: label(&plain::propose_advice(&row.advice)),
                place: item.and_then(|item| item.place.as_ref()).map(ToString::to_string),
            };
            Some((place, view))
        })
        .collect();
    recommendations.sort_by_key(|(place, _)| place.unwrap_or(usize::MAX));
    ExplanationView {
        by: written.map(|written| written.by.name.to_string()),
        at: written.map(|written| written.at.to_rfc3339()),
        overall: plain_form(&kept.overall),
        overall_proposed: label(&plain::propose_overall(report, told)),
        findings: findings.into_iter().map(|(_, _, view)| view).collect(),
        recommendations: recommendations.into_iter().map(|(_, view)| view).collect(),
        next_steps: plain_form(&kept.next_steps),
        next_steps_proposed: label(&plain::propose_next_steps(report)),
        tells_heredity: !report.germline_withheld,
        heredity: plain_form(&kept.heredity),
        doctor: kept.doctor.as_ref().map(ToString::to_string),
        contact: kept.contact.as_ref().map(ToString::to_string),
        unread: unread_words(kept),
        gaps: Vec::new(),
    }
}

fn actionable(row: &ReportFinding) -> bool {
    row.panel.as_ref().is_some_and(|decision| decision.verdict.actionable == Some(true))
}

/// Kanji of the written words that furigana would leave bare.
fn unread_words(kept: &Explanation) -> Vec<String> {
    let words = kept
        .findings
        .iter()
        .map(|item| &item.words)
        .chain(kept.recommendations.iter().map(|item| &item.words))
        .chain([&kept.overall, &kept.next_steps, &kept.heredity]);
    let text: Vec<&str> = words.filter_map(|words| words.ja.as_ref()).map(|text| text.as_str()).collect();
    unread(&text.join("\n"), &[])
}

/// What keeps an explanation from being given out.
pub(super) fn gaps(
    case: &Case,
    report: &ReportContent,
    told: &PatientContent,
    language: Language,
) -> Vec<GapView> {
    let gap = |code: &str, ja: String, en: String, findings: Vec<String>| GapView {
        code: code.to_owned(),
        message: label(&Label { ja, en }),
        findings,
        passages: Vec::new(),
    };
    let Some(written) = &case.explanation else {
        return vec![gap(
            "noExplanation",
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
            "wordsMissing",
            format!("{ja}の文章がない項目があります。{ja}の文章を記入してください。"),
            format!("Some items have no words in {en}. Write them."),
            Vec::new(),
        ));
    }
    if let Heredity::Unwritten { findings } = &told.heredity {
        gaps.push(gap(
            "heredityUnwritten",
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
            "wishDiffers",
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
            "explanationOutdated",
            "説明の文章を書いた後に、判定または推奨が変わっています。文章を確かめて、もう一度記録してください。".to_owned(),
            "A verdict or recommendation has changed since the words were written. Check them and save again.".to_owned(),
            newer,
        ));
    }
    gaps
}
