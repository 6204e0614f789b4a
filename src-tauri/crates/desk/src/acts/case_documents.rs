//! A case.

use crate::command::{Act, Command};
use crate::convert::{gap_view, label, moment};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::composing::ground;
use crate::topics::document_gaps::gaps_of;
use crate::topics::document_made::DocumentSubject;
use crate::topics::document_request::DocumentRequest;
use crate::topics::documents::{issued_view, made};
use crate::view::args;
use crate::view::{
    CaseDocumentsView, ExplanationView, PlainForm, ReleasableAdviceView, ReleasableFindingView,
};
use entaku_domain::case::Case;
use entaku_domain::decision::{GermlineFlag, GermlineJudgement};
use entaku_domain::document::{CompanionState, DocumentKind};
use entaku_domain::explanation::{Explanation, Plain};
use entaku_domain::label::{Label, Language};
use entaku_domain::recommendation::Advice;
use entaku_domain::report::{ReportContent, ReportFinding, advice_in_words, verdict_in_words};
use entaku_domain::words::plain;
use entaku_report::furigana::unread;
use std::cmp::Reverse;

args! {
    /// A case.
    CaseDocuments {
        /// Case.*
        case_id: String,
    }
}

impl Command for CaseDocuments {
    const NAME: &'static str = "case_documents";
    const RIGHT: Right = Right::Documents;
    const LEAVES: &'static [&'static str] = &["access.caseOpened"];
    type Answer = CaseDocumentsView;
}

impl Act for CaseDocuments {
    fn act(self, desk: &mut Desk) -> Outcome<CaseDocumentsView> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        let case = desk.case(&id)?.clone();
        let report = ground(desk, &case)?;
        let mut issued: Vec<_> =
            case.issued.iter().map(|one| issued_view(&DocumentSubject::Case(&case, &report), one)).collect();
        issued.reverse();
        let mut explanation = explanation_view(&case, &report);
        let request = DocumentRequest::plain(DocumentKind::Patient, Language::Ja);
        let own = desk.session()?.office.heredity_words();
        explanation.gaps =
            match made(&DocumentSubject::Case(&case, &report), &request, CompanionState::Draft)? {
                Some(content) => {
                    let gaps = gaps_of(own, &DocumentSubject::Case(&case, &report), &request, &content)?;
                    gaps.iter().map(gap_view).collect()
                }
                None => Vec::new(),
            };
        Ok(CaseDocumentsView { version: case.version, explanation, issued })
    }
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
        .filter(|row| !matches!(row.advice, Advice::Considered { .. }))
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
        at: written.map(|written| moment(written.at)),
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
