//! What the file says of itself. The patient's name is in the text, never in the file's facts.

use entaku_domain::document::DocumentKind;
use entaku_domain::label::Language;

use super::{DocumentIdentity, Finality};
use crate::code::DocumentCode;
use crate::journal_end::JournalEnd;
use crate::options::RenderOptions;
use crate::pdf::Facts;

/// What the code at the foot of every page names.
pub fn code_of(about: &DocumentIdentity, options: &RenderOptions) -> DocumentCode {
    DocumentCode {
        id: about.id.clone(),
        kind: about.kind,
        number: about.number,
        content_hash: options.content_hash.clone(),
    }
}

/// Title, issuer and identity of a document.
pub fn facts(about: &DocumentIdentity, options: &RenderOptions) -> Facts {
    // The panel's report was the first kind; its identity has no kind in it, so that its files stay as they were.
    let kind = match about.kind {
        DocumentKind::Panel => String::new(),
        kind => format!("\n{kind:?}\n{:?}\n{:?}", options.type_size, options.readings),
    };
    let logo = options.logo.as_ref().map_or_else(String::new, |logo| format!("\n{}", logo.sha256()));
    let journal = options.journal.as_ref().map(JournalEnd::mark);
    let keywords = journal.clone();
    let journal = journal.map_or_else(String::new, |mark| format!("\n{mark}"));
    Facts {
        title: format!("{} {} {}", about.title, about.name, about.revision),
        author: about.institution.clone(),
        subject: format!("{} {}", about.id, about.revision),
        code: code_of(about, options).to_string(),
        language: match about.language {
            Language::Ja => "ja-JP",
            Language::En => "en",
        },
        identity: format!(
            "{}\n{}\n{}\n{:?}\n{:?}{kind}{logo}{journal}",
            about.id, about.number, options.content_hash, options.language, options.paper
        ),
        at: match about.state {
            Finality::Final(at) => Some(at),
            Finality::Draft => None,
        },
        attachment: None,
        keywords,
    }
}
