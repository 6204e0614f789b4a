//! What the file says of itself. The patient's name is in the text, never in the file's facts.

use entaku_domain::label::Language;
use entaku_domain::report::{ReportContent, ReportState};

use super::Words;
use super::summary::case_name;
use crate::options::RenderOptions;
use crate::pdf::Facts;

/// Title, issuer and identity of a report.
pub fn facts(content: &ReportContent, options: &RenderOptions) -> Facts {
    let words = Words::new(options.language);
    let (title, revision) = (words.of("report.title"), words.revision(content.revision));
    Facts {
        title: format!("{title} {} {revision}", case_name(content)),
        author: content.institution.to_string(),
        subject: format!("{} {}", content.case_id, revision),
        language: match options.language {
            Language::Ja => "ja-JP",
            Language::En => "en",
        },
        identity: format!(
            "{}\n{}\n{}\n{:?}\n{:?}",
            content.case_id, content.revision, options.content_hash, options.language, options.paper
        ),
        at: match &content.state {
            ReportState::Final { at, .. } => Some(*at),
            ReportState::Draft { .. } => None,
        },
    }
}
