//! The site's template of the report: looked at on a case before it is recorded, then in force for what is composed
//! from then on. What is finalised stays as it was.

use super::case_id;
use super::report::{content_hash, letterhead, rendered};
use super::signing::composed;
use crate::convert::{code_of, from_code, from_codes, moment, optional_text, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::view::{
    NoArgs, PreviewTemplate, PreviewView, RecordTemplate, TemplateChangeView, TemplateForm, TemplateStateView,
};
use base64::Engine;
use entaku_domain::event::StoreEvent;
use entaku_domain::ids::CaseId;
use entaku_domain::report::ReportState;
use entaku_domain::template::{OptionalPart, Template};
use entaku_report::{RenderOptions, Rendered};
use entaku_store::{CaseQuery, sha256_hex};

pub(crate) fn template(desk: &mut Desk, _: NoArgs) -> Outcome<TemplateStateView> {
    let office = &desk.session()?.office;
    let history = office.templates.iter().rev().map(|recorded| TemplateChangeView {
        version: recorded.template.version.clone(),
        template: form(&recorded.template),
        by: recorded.by.name.to_string(),
        role: code_of(&recorded.by.role),
        at: moment(recorded.at),
        reason: recorded.reason.to_string(),
    });
    let now = office.template();
    Ok(TemplateStateView {
        template: now.map(form).unwrap_or_default(),
        version: now.map(|template| template.version.clone()),
        optional: OptionalPart::ALL.iter().map(code_of).collect(),
        history: history.collect(),
    })
}

fn form(template: &Template) -> TemplateForm {
    TemplateForm {
        caution: template.caution.as_ref().map(ToString::to_string),
        closing: template.closing.as_ref().map(ToString::to_string),
        left_out: template.left_out.iter().map(code_of).collect(),
    }
}

fn template_of(form: &TemplateForm, version: String) -> Outcome<Template> {
    let mut left_out: Vec<OptionalPart> = from_codes("leftOut", Some(&form.left_out))?;
    left_out.sort();
    left_out.dedup();
    Ok(Template {
        version,
        caution: optional_text("caution", form.caution.as_deref())?,
        closing: optional_text("closing", form.closing.as_deref())?,
        left_out,
    })
}

/// The next version.
fn next(desk: &Desk) -> Outcome<String> {
    Ok(format!("site-{}", desk.session()?.office.templates.len() + 1))
}

pub(crate) fn record_template(desk: &mut Desk, args: RecordTemplate) -> Outcome<TemplateStateView> {
    let reason = text("reason", &args.reason)?;
    let fresh = template_of(&args.template, next(desk)?)?;
    let now = desk.session()?.office.template();
    let unchanged = match now {
        Some(now) => Template { version: now.version.clone(), ..fresh.clone() } == *now,
        None => fresh.caution.is_none() && fresh.closing.is_none() && fresh.left_out.is_empty(),
    };
    if unchanged {
        return Err(Problem::field("template", "変更がありません。", "Nothing is changed."));
    }
    desk.transact_store(StoreEvent::TemplateRecorded { template: Box::new(fresh), reason })?;
    template(desk, NoArgs {})
}

pub(crate) fn preview_template(desk: &mut Desk, args: PreviewTemplate) -> Outcome<PreviewView> {
    let tried = template_of(&args.template, next(desk)?)?;
    let id = match args.case_id.as_deref().filter(|id| !id.is_empty()) {
        Some(id) => case_id(desk, id)?,
        None => latest(desk)?,
    };
    let code = args.language.as_deref().filter(|code| !code.is_empty());
    let language = code.map_or(Ok(desk.language()), |code| from_code("language", code))?;
    let case = desk.case(&id)?.clone();
    let mut letterhead = letterhead(desk.session()?, &desk.knowledge)?;
    letterhead.template = Some(tried);
    let state = ReportState::Draft { status: case.status(), undecided: case.undecided() };
    let content = composed(&case, &letterhead, state)?;
    let content_hash = content_hash(&content)?;
    let Rendered { pdf, pages } = rendered(&content, &RenderOptions::new(language, &content_hash))?;
    Ok(PreviewView {
        revision: content.revision,
        draft: true,
        language: code_of(&language),
        sha256: sha256_hex(&pdf),
        pdf: base64::engine::general_purpose::STANDARD.encode(&pdf),
        pages,
        content_hash,
        gaps: Vec::new(),
        unfilled: Vec::new(),
    })
}

/// The case received last.
fn latest(desk: &Desk) -> Outcome<CaseId> {
    let query = CaseQuery { statuses: Vec::new(), after: None, limit: 1 };
    let row = desk.session()?.store.cases(&query)?.rows.into_iter().next();
    let row = row.ok_or_else(|| {
        Problem::field(
            "caseId",
            "見本にする症例がありません。先に症例を受領してください。",
            "There is no case to show it on; load one first.",
        )
    })?;
    CaseId::parse(&row.case_id).map_err(internal)
}
