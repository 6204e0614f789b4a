//! Look at a document besides the panel's report.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::document_request::DocumentRequest;
use crate::topics::documents::asked;
use crate::view::PreviewView;
use crate::view::args;
use base64::Engine;
use entaku_domain::document::DocumentKind;
use entaku_domain::document::Paper;
use entaku_domain::document::Readings;
use entaku_domain::document::TypeSize;
use entaku_domain::event::AccessEvent;
use entaku_domain::label::Language;
use entaku_store::sha256_hex;

args! {
    /// Look at a document besides the panel's report.
    PreviewDocument, whole {
        /// Case, or meeting for `minutes` and `agenda`.*
        id: String,
        /// `patient`, `referral`, `minutes` or `agenda`.*
        kind: DocumentKind,
        /// The referral a letter is about.
        referral_id: Option<String>,
        /// `ja` or `en`.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        language: Option<Language>,
        /// `ordinary` or `large`.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        type_size: Option<TypeSize>,
        /// `without` or `with`: furigana.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        readings: Option<Readings>,
        /// `a4` or `letter`, for a draft; the site's own when left out.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        paper: Option<Paper>,
        /// Number of an issued document; the draft when left out.
        issue: Option<u32>,
    }
}

impl Command for PreviewDocument {
    const NAME: &'static str = "preview_document";
    const RIGHT: Right = Right::Documents;
    const LEAVES: &'static [&'static str] = &["access.documentShown", "access.meetingOpened"];
    const LONG: bool = true;
    type Answer = PreviewView;
}

impl Act for PreviewDocument {
    fn act(self, desk: &mut Desk) -> Outcome<PreviewView> {
        let request = DocumentRequest::read(
            desk,
            self.kind,
            self.referral_id.as_deref(),
            self.language,
            (self.type_size, self.readings),
            self.paper,
        )?;
        let shown = if matches!(self.kind, DocumentKind::Minutes | DocumentKind::Agenda) {
            AccessEvent::MeetingOpened { meeting: desk.meeting(&self.id)?.id }
        } else {
            AccessEvent::DocumentShown {
                case: case_id(desk, &self.id)?,
                kind: Some(self.kind),
                revision: self.issue,
            }
        };
        desk.note_once(shown)?;
        let (printed, _) = asked(desk, &self.id, &request, Some(self.issue.unwrap_or(0)))?;
        Ok(PreviewView {
            revision: printed.issue,
            draft: printed.draft,
            language: request.language,
            sha256: sha256_hex(&printed.pdf),
            pdf: base64::engine::general_purpose::STANDARD.encode(&printed.pdf),
            pages: printed.pages,
            content_hash: printed.content_hash,
            gaps: printed.gaps,
            unfilled: printed.unfilled,
        })
    }
}
