//! The site's template of the report.

use crate::command::{Act, Command};
use crate::convert::{label, moment};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::templates::form;
use crate::view::args;
use crate::view::{LabelView, TemplateChangeView, TemplateStateView};
use entaku_domain::document::Paper;
use entaku_domain::template;
use entaku_domain::template::OptionalPart;
use entaku_domain::words::Worded;
use entaku_words::answers::template_change;
use entaku_words::{Said, Value};

args! {
    /// The site's template of the report.
    Template {}
}

impl Command for Template {
    const NAME: &'static str = "template";
    const RIGHT: Right = Right::Office;
    type Answer = TemplateStateView;
}

impl Act for Template {
    fn act(self, desk: &mut Desk) -> Outcome<TemplateStateView> {
        let office = &desk.session()?.office;
        let nothing = template::Template::default();
        let before =
            std::iter::once(&nothing).chain(office.templates.iter().map(|recorded| &recorded.template));
        let all: Vec<_> = before.zip(&office.templates).collect();
        let history = all.into_iter().rev().map(|(before, recorded)| TemplateChangeView {
            version: recorded.template.version.clone(),
            template: form(&recorded.template),
            changes: changes(before, &recorded.template),
            by: recorded.by.name.to_string(),
            role: recorded.by.role,
            at: moment(recorded.at),
            reason: recorded.reason.to_string(),
        });
        let now = office.template();
        Ok(TemplateStateView {
            template: now.map(form).unwrap_or_default(),
            version: now.map(|template| template.version.clone()),
            optional: OptionalPart::ALL.to_vec(),
            papers: Paper::ALL.to_vec(),
            history: history.collect(),
        })
    }
}

/// Digits of a hash by which a person tells one logo from another.
const SHORT_HASH: usize = 12;

/// What a template has that is other than before. Logos go by the start of their hashes.
fn changes(before: &template::Template, after: &template::Template) -> Vec<LabelView> {
    let parts = [
        (before.caution != after.caution, template_change::CAUTION),
        (before.closing != after.closing, template_change::CLOSING),
        (before.costs != after.costs, template_change::COSTS),
        (before.support != after.support, template_change::SUPPORT),
        (before.left_out != after.left_out, template_change::LEFT_OUT),
    ];
    let mut found: Vec<Value> =
        parts.into_iter().filter(|(other, _)| *other).map(|(_, words)| words.said()).collect();
    let short = |template: &template::Template| {
        template.logo.as_ref().map(|logo| logo.sha256.as_str().chars().take(SHORT_HASH).collect::<String>())
    };
    match (short(before), short(after)) {
        (None, Some(new)) => found.push(template_change::logo_set(new).said()),
        (Some(old), None) => found.push(template_change::logo_removed(old).said()),
        (Some(old), Some(new)) if old != new => found.push(template_change::logo_changed(old, new).said()),
        _ => {}
    }
    if before.paper != after.paper {
        found.push(template_change::paper(before.paper.label(), after.paper.label()).said());
    }
    found.iter().map(|words| label(&words.to_label())).collect()
}
