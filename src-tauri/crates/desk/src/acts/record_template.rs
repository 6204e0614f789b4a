//! Record the site's template.

use crate::acts;
use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::logos::Chosen;
use crate::topics::templates::{next, template_of};
use crate::view::TemplateForm;
use crate::view::TemplateStateView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_domain::template::Template;
use entaku_store::NewAttachment;
use entaku_words::errors::common;

args! {
    /// Record the site's template.
    RecordTemplate {
        /// The whole of it.*
        template: TemplateForm,
        /// Why.*
        reason: String,
    }
}

impl Command for RecordTemplate {
    const NAME: &'static str = "record_template";
    const RIGHT: Right = Right::Rules;
    type Answer = TemplateStateView;
}

impl Act for RecordTemplate {
    fn act(self, desk: &mut Desk) -> Outcome<TemplateStateView> {
        let reason = text("reason", &self.reason)?;
        let (fresh, logo) = template_of(desk, &self.template, next(desk)?)?;
        let nothing = Template::default();
        let now = desk.session()?.office.template().unwrap_or(&nothing);
        if (Template { version: now.version.clone(), ..fresh.clone() }) == *now {
            return Err(Problem::at("template", common::UNCHANGED));
        }
        let files: Vec<NewAttachment<'_>> = logo
            .iter()
            .map(|Chosen { logo, name }| NewAttachment { name, media_type: "image/png", bytes: logo.png() })
            .collect();
        let what = StoreEvent::TemplateRecorded { template: Box::new(fresh), reason };
        desk.transact_store_with(what, &files)?;
        acts::Template {}.act(desk)
    }
}
