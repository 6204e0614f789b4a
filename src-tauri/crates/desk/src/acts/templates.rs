//! The site's template of the report: looked at on a case before it is recorded, then in force for what is composed
//! from then on. What is finalised stays as it was.

use super::case_id;
use super::logos::{Chosen, chosen};
use super::report::{content_hash, letterhead, rendered};
use super::signing::composed;
use crate::convert::{code_of, from_code, from_codes, moment, optional_text, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::view::{
    LabelView, NoArgs, PreviewTemplate, PreviewView, RecordTemplate, TemplateChangeView, TemplateForm,
    TemplateStateView,
};
use base64::Engine;
use entaku_domain::document::Paper;
use entaku_domain::event::StoreEvent;
use entaku_domain::explanation::Plain;
use entaku_domain::ids::CaseId;
use entaku_domain::report::ReportState;
use entaku_domain::template::{OptionalPart, Template};
use entaku_domain::text::Text;
use entaku_domain::words::Worded;
use entaku_report::{RenderOptions, Rendered};
use entaku_store::{CaseQuery, NewAttachment, sha256_hex};

/// Digits of a hash by which a person tells one logo from another.
const SHORT_HASH: usize = 12;

pub(crate) fn template(desk: &mut Desk, _: NoArgs) -> Outcome<TemplateStateView> {
    let office = &desk.session()?.office;
    let nothing = Template::default();
    let before = std::iter::once(&nothing).chain(office.templates.iter().map(|recorded| &recorded.template));
    let all: Vec<_> = before.zip(&office.templates).collect();
    let history = all.into_iter().rev().map(|(before, recorded)| TemplateChangeView {
        version: recorded.template.version.clone(),
        template: form(&recorded.template),
        changes: changes(before, &recorded.template),
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
        papers: Paper::ALL.iter().map(code_of).collect(),
        history: history.collect(),
    })
}

fn form(template: &Template) -> TemplateForm {
    let plain = |words: &Option<Text>| words.as_ref().map(ToString::to_string);
    TemplateForm {
        caution: plain(&template.caution),
        closing: plain(&template.closing),
        costs: plain(&template.costs.ja),
        costs_en: plain(&template.costs.en),
        support: plain(&template.support.ja),
        support_en: plain(&template.support.en),
        left_out: template.left_out.iter().map(code_of).collect(),
        logo: template.logo.as_ref().map(|logo| logo.sha256.to_string()),
        logo_file: None,
        paper: Some(code_of(&template.paper)),
    }
}

/// What a template has that is other than before. Logos go by the start of their hashes.
fn changes(before: &Template, after: &Template) -> Vec<LabelView> {
    let said = |ja: String, en: String| LabelView { ja, en };
    let word = |ja: &str, en: &str| said(ja.to_owned(), en.to_owned());
    let mut found = Vec::new();
    if before.caution != after.caution {
        found.push(word("注意書き", "caution"));
    }
    if before.closing != after.closing {
        found.push(word("結び", "closing words"));
    }
    if before.costs != after.costs {
        found.push(word("費用の案内", "words on costs"));
    }
    if before.support != after.support {
        found.push(word("相談窓口の案内", "words on support"));
    }
    if before.left_out != after.left_out {
        found.push(word("省略する部分", "parts left out"));
    }
    let short = |template: &Template| {
        template.logo.as_ref().map(|logo| logo.sha256.as_str().chars().take(SHORT_HASH).collect::<String>())
    };
    match (short(before), short(after)) {
        (None, Some(new)) => found.push(said(format!("ロゴを設定（{new}）"), format!("logo set ({new})"))),
        (Some(old), None) => {
            found.push(said(format!("ロゴを削除（{old}）"), format!("logo removed ({old})")))
        }
        (Some(old), Some(new)) if old != new => {
            found.push(said(format!("ロゴを変更（{old} → {new}）"), format!("logo changed ({old} → {new})")));
        }
        _ => {}
    }
    if before.paper != after.paper {
        let (old, new) = (before.paper.label(), after.paper.label());
        found.push(said(format!("用紙 {} → {}", old.ja, new.ja), format!("paper {} → {}", old.en, new.en)));
    }
    found
}

/// A template as typed, with the picture of its logo.
fn template_of(desk: &Desk, form: &TemplateForm, version: String) -> Outcome<(Template, Option<Chosen>)> {
    let mut left_out: Vec<OptionalPart> = from_codes("leftOut", Some(&form.left_out))?;
    left_out.sort();
    left_out.dedup();
    let paper = form.paper.as_deref().filter(|code| !code.is_empty());
    let logo = chosen(desk.session()?, form)?;
    let template = Template {
        version,
        caution: optional_text("caution", form.caution.as_deref())?,
        closing: optional_text("closing", form.closing.as_deref())?,
        costs: Plain {
            ja: optional_text("costs", form.costs.as_deref())?,
            en: optional_text("costsEn", form.costs_en.as_deref())?,
        },
        support: Plain {
            ja: optional_text("support", form.support.as_deref())?,
            en: optional_text("supportEn", form.support_en.as_deref())?,
        },
        left_out,
        logo: logo.as_ref().map(Chosen::named).transpose()?,
        paper: paper.map_or(Ok(Paper::default()), |code| from_code("paper", code))?,
    };
    Ok((template, logo))
}

/// The next version.
fn next(desk: &Desk) -> Outcome<String> {
    Ok(format!("site-{}", desk.session()?.office.templates.len() + 1))
}

pub(crate) fn record_template(desk: &mut Desk, args: RecordTemplate) -> Outcome<TemplateStateView> {
    let reason = text("reason", &args.reason)?;
    let (fresh, logo) = template_of(desk, &args.template, next(desk)?)?;
    let nothing = Template::default();
    let now = desk.session()?.office.template().unwrap_or(&nothing);
    if (Template { version: now.version.clone(), ..fresh.clone() }) == *now {
        return Err(Problem::field("template", "変更がありません。", "Nothing is changed."));
    }
    let files: Vec<NewAttachment<'_>> = logo
        .iter()
        .map(|Chosen { logo, name }| NewAttachment { name, media_type: "image/png", bytes: logo.png() })
        .collect();
    let what = StoreEvent::TemplateRecorded { template: Box::new(fresh), reason };
    desk.transact_store_with(what, &files)?;
    template(desk, NoArgs {})
}

pub(crate) fn preview_template(desk: &mut Desk, args: PreviewTemplate) -> Outcome<PreviewView> {
    let (tried, logo) = template_of(desk, &args.template, next(desk)?)?;
    let id = match args.case_id.as_deref().filter(|id| !id.is_empty()) {
        Some(id) => case_id(desk, id)?,
        None => latest(desk)?,
    };
    let code = args.language.as_deref().filter(|code| !code.is_empty());
    let language = code.map_or(Ok(desk.language()), |code| from_code("language", code))?;
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
