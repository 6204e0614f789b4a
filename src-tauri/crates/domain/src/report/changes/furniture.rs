//! What stands around the case. A version names one state of a template, a scale or the program.

use super::{ChangedPart, Entries};
use crate::report::ReportContent;
use crate::report::in_words::same;
use crate::words::word;

impl Entries {
    pub(super) fn furniture(&mut self, content: &ReportContent) {
        let contact = content.contact.as_ref().map_or("", |text| text.as_str());
        let template = content.template.as_ref().map_or("", |template| template.version.as_str());
        for (key, said) in [
            ("report.institution", content.institution.as_str()),
            ("report.contact", contact),
            ("report.template", template),
            ("report.program", content.program.as_str()),
        ] {
            self.add(ChangedPart::Furniture, key, word(key).to_label(), same(said));
        }
        if let Some(companion) = &content.companion {
            let said = format!("{} ({})", companion.named(), companion.tested_on);
            self.add(ChangedPart::Details, "companion", word("companion.use").to_label(), same(said));
        }
        for known in &content.knowledge {
            let key = format!("report.knowledge {}", known.name.en);
            self.add(ChangedPart::Furniture, key, known.name.clone(), same(known.version.as_str()));
        }
    }
}
