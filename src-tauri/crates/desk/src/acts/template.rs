//! The site's template of the report.

use crate::command::{Act, Command};
use crate::convert::moment;
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

args! {
    /// The site's template of the report.
    Template {}
}

impl Command for Template {
    const NAME: &'static str = "template";
    const RIGHT: Right = Right::Read;
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
    let short = |template: &template::Template| {
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
