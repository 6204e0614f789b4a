//! Look at the report: the draft of the next revision, or a finalised one.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::report::document;
use crate::view::PreviewView;
use crate::view::args;
use base64::Engine;
use entaku_domain::document::Paper;
use entaku_domain::event::AccessEvent;
use entaku_domain::label::Language;
use entaku_store::sha256_hex;

args! {
    /// Look at the report: the draft of the next revision, or a finalised one.
    PreviewReport {
        /// Case.*
        case_id: String,
        /// A finalised revision; the draft when left out.
        revision: Option<u32>,
        /// `ja` or `en`; the session's language when left out.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        language: Option<Language>,
        /// `a4` or `letter`, for a draft; the site's own when left out.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        paper: Option<Paper>,
    }
}

impl Command for PreviewReport {
    const NAME: &'static str = "preview_report";
    const RIGHT: Right = Right::Documents;
    const LEAVES: &'static [&'static str] = &["access.documentShown"];
    const LONG: bool = true;
    type Answer = PreviewView;
}

impl Act for PreviewReport {
    fn act(self, desk: &mut Desk) -> Outcome<PreviewView> {
        let id = case_id(desk, &self.case_id)?;
        let language = self.language.unwrap_or(desk.language);
        let (case, revision) = (id.clone(), self.revision);
        desk.note_once(AccessEvent::DocumentShown { case, kind: None, revision })?;
        let made = document(desk, &id, self.revision, language, self.paper)?;
        Ok(PreviewView {
            revision: made.revision,
            draft: made.draft,
            language: made.language,
            sha256: sha256_hex(&made.pdf),
            pdf: base64::engine::general_purpose::STANDARD.encode(&made.pdf),
            pages: made.pages,
            content_hash: made.content_hash,
            gaps: made.gaps,
            unfilled: made.unfilled,
        })
    }
}
