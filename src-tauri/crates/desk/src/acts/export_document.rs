//! Write a document to a file.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, internal};
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::report::{document, refuse_beyond_companion, written_to};
use crate::view::ExportedView;
use crate::view::args;
use entaku_domain::document::DocumentKind;
use entaku_domain::document::Paper;
use entaku_domain::document::Readings;
use entaku_domain::document::TypeSize;
use entaku_domain::event::AccessEvent;
use entaku_domain::ids::Sha256Hex;
use entaku_domain::label::Language;

args! {
    /// Write a document to a file.
    ExportDocument, whole {
        /// Case.*
        case_id: String,
        /// `panel`, `patient`, `referral`, `wish`; with a meeting's id as case: `minutes`, `agenda`.*
        kind: DocumentKind,
        /// A finalised revision, or the number of an issue of another kind; the latest, else the draft, when left out; 0
        /// for the draft.
        revision: Option<u32>,
        /// `ja` or `en`.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        language: Option<Language>,
        /// The referral a letter is about.
        referral_id: Option<String>,
        /// `ordinary` or `large`, for the patient's explanation.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        type_size: Option<TypeSize>,
        /// `without` or `with`: furigana, for the patient's explanation.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        readings: Option<Readings>,
        /// `a4` or `letter`, for a draft; the site's own when left out.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        paper: Option<Paper>,
        /// File to write.*
        out: String,
    }
}

impl Command for ExportDocument {
    const NAME: &'static str = "export_document";
    const RIGHT: Right = Right::TakeOut;
    const LEAVES: &'static [&'static str] = &["access.documentExported", "access.meetingDocumentExported"];
    const LONG: bool = true;
    type Answer = ExportedView;
}

impl Act for ExportDocument {
    fn act(self, desk: &mut Desk) -> Outcome<ExportedView> {
        if self.kind != DocumentKind::Panel {
            return crate::topics::documents::export(desk, &self);
        }
        let id = case_id(desk, &self.case_id)?;
        let language = self.language.unwrap_or(desk.language);
        let latest = desk.case(&id)?.reports.last().map(|report| report.content.revision);
        if let Some(revision) = self.revision.or(latest).filter(|revision| *revision > 0) {
            refuse_beyond_companion(&desk.case(&id)?.clone(), revision)?;
        }
        let paper = self.paper;
        let made = document(desk, &id, self.revision.or(latest), language, paper)?;
        let exported = written_to(desk, &self.out, &made.pdf, made.pages)?;
        let revision = (!made.draft).then_some(made.revision);
        desk.note_access(AccessEvent::DocumentExported {
            case: id,
            kind: None,
            revision,
            sha256: Sha256Hex::parse(&exported.sha256).map_err(internal)?,
        })?;
        Ok(exported)
    }
}
