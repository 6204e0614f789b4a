//! Look at the draft report of a case as it would be with a template. Records nothing.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::composing::{composed, content_hash, letterhead};
use crate::topics::report::rendered;
use crate::topics::templates::{next, template_of};
use crate::view::PreviewView;
use crate::view::TemplateForm;
use crate::view::args;
use base64::Engine;
use entaku_domain::event::AccessEvent;
use entaku_domain::ids::CaseId;
use entaku_domain::label::Language;
use entaku_domain::report::ReportState;
use entaku_report::{RenderOptions, Rendered};
use entaku_store::{CaseQuery, sha256_hex};
use entaku_words::errors::preview_template;

args! {
    /// Look at the draft report of a case as it would be with a template. Records nothing.
    PreviewTemplate {
        /// The template.*
        template: TemplateForm,
        /// Case; the one received last when left out.
        case_id: Option<String>,
        /// `ja` or `en`.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        language: Option<Language>,
    }
}

impl Command for PreviewTemplate {
    const NAME: &'static str = "preview_template";
    const RIGHT: Right = Right::Rules;
    const ALSO: &'static [Right] = &[Right::Documents];
    const LEAVES: &'static [&'static str] = &["access.documentShown"];
    type Answer = PreviewView;
}

impl Act for PreviewTemplate {
    fn act(self, desk: &mut Desk) -> Outcome<PreviewView> {
        let (tried, logo) = template_of(desk, &self.template, next(desk)?)?;
        let id = match self.case_id.as_deref().filter(|id| !id.is_empty()) {
            Some(id) => case_id(desk, id)?,
            None => latest(desk)?,
        };
        desk.note_once(AccessEvent::DocumentShown { case: id.clone(), kind: None, revision: None })?;
        let language = self.language.unwrap_or(desk.language);
        let case = desk.case(&id)?.clone();
        let mut letterhead = letterhead(desk.session()?, &desk.knowledge)?;
        // The picture may be no file of the store yet.
        let (paper, logo) = (tried.paper, logo.map(|chosen| chosen.logo));
        letterhead.template = Some(tried);
        let state = ReportState::Draft { status: case.status(), undecided: case.undecided() };
        let content = composed(&case, &letterhead, state)?;
        let content_hash = content_hash(&content)?;
        let options = RenderOptions { paper, logo, ..RenderOptions::new(language, &content_hash) };
        let Rendered { pdf, pages } = rendered(&content, &options)?;
        Ok(PreviewView {
            revision: content.revision,
            draft: true,
            language,
            sha256: sha256_hex(&pdf),
            pdf: base64::engine::general_purpose::STANDARD.encode(&pdf),
            pages,
            content_hash,
            gaps: Vec::new(),
            unfilled: Vec::new(),
        })
    }
}

/// The case received last.
fn latest(desk: &Desk) -> Outcome<CaseId> {
    let query = CaseQuery { statuses: Vec::new(), after: None, limit: 1 };
    let row = desk.session()?.store.cases(&query)?.rows.into_iter().next();
    let row = row.ok_or_else(|| Problem::at("caseId", preview_template::NO_CASE))?;
    CaseId::parse(&row.case_id).map_err(internal)
}
