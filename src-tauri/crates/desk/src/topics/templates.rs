//! The site's template of the report: looked at on a case before it is recorded, then in force for what is composed
//! from then on. What is finalised stays as it was.

use super::logos::{Chosen, chosen};
use crate::convert::optional_text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::view::TemplateForm;
use entaku_domain::explanation::Plain;
use entaku_domain::template::Template;
use entaku_domain::text::Text;

pub(crate) fn form(template: &Template) -> TemplateForm {
    let plain = |words: &Option<Text>| words.as_ref().map(ToString::to_string);
    TemplateForm {
        caution: plain(&template.caution),
        closing: plain(&template.closing),
        costs: plain(&template.costs.ja),
        costs_en: plain(&template.costs.en),
        support: plain(&template.support.ja),
        support_en: plain(&template.support.en),
        left_out: template.left_out.clone(),
        logo: template.logo.as_ref().map(|logo| logo.sha256.to_string()),
        logo_file: None,
        paper: Some(template.paper),
    }
}

/// A template as typed, with the picture of its logo.
pub(crate) fn template_of(
    desk: &Desk,
    form: &TemplateForm,
    version: String,
) -> Outcome<(Template, Option<Chosen>)> {
    let mut left_out = form.left_out.clone();
    left_out.sort();
    left_out.dedup();
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
        paper: form.paper.unwrap_or_default(),
    };
    Ok((template, logo))
}

/// The next version.
pub(crate) fn next(desk: &Desk) -> Outcome<String> {
    Ok(format!("site-{}", desk.session()?.office.templates.len() + 1))
}
