//! Give a document out: its bytes are kept.

use crate::command::{Act, Command};
use crate::convert::code_of;
use crate::desk::{Desk, stale};
use crate::error::{Outcome, internal};
use crate::permission::Right;
use crate::topics::composing::ground;
use crate::topics::document_made::DocumentSubject;
use crate::topics::document_request::DocumentRequest;
use crate::topics::documents::{issue, issued_view, meeting_ground, of_meeting};
use crate::topics::{case_id, fresh};
use crate::view::DocumentIssuedView;
use crate::view::args;
use entaku_domain::case::event::report::DocumentIssued;
use entaku_domain::document::Readings;
use entaku_domain::document::TypeSize;
use entaku_domain::document::{DocumentKind, Issued, IssuedDocument};
use entaku_domain::ids::Sha256Hex;
use entaku_domain::label::Language;
use entaku_domain::meeting::MeetingEvent;
use entaku_store::NewAttachment;

args! {
    /// Give a document out: its bytes are kept.
    IssueDocument, whole {
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
        /// Version as last seen of the case or meeting; the present one when left out.
        expected_version: Option<u32>,
    }
}

impl Command for IssueDocument {
    const NAME: &'static str = "issue_document";
    const RIGHT: Right = Right::Explain;
    type Answer = DocumentIssuedView;
}

impl Act for IssueDocument {
    fn act(self, desk: &mut Desk) -> Outcome<DocumentIssuedView> {
        if !matches!(self.kind, DocumentKind::Patient | DocumentKind::Wish) {
            // Letters and the meeting's papers go out from whoever prepares them.
            desk.take_role(Right::Release, &[])?;
        }
        let request = DocumentRequest::read(
            desk,
            self.kind,
            self.referral_id.as_deref(),
            self.language,
            (self.type_size, self.readings),
            None,
        )?;
        // The number of the issue stands in the document: where another program gave that number out meanwhile, it is made anew.
        desk.on_what_stands(self.expected_version, |desk| match of_meeting(request.kind) {
            true => issue_of_meeting(desk, &self, &request),
            false => issue_of_case(desk, &self, &request),
        })
    }
}

fn issue_of_case(
    desk: &mut Desk,
    args: &IssueDocument,
    request: &DocumentRequest,
) -> Outcome<DocumentIssuedView> {
    let id = case_id(desk, &args.id)?;
    let case = desk.case(&id)?.clone();
    let expected = args.expected_version.unwrap_or(case.version);
    if case.version != expected {
        return Err(stale());
    }
    let report = ground(desk, &case)?;
    // The paper for asking the wish rests on no report.
    let revision = (request.kind != DocumentKind::Wish).then_some(report.revision);
    let (document, pdf) = issue(desk, &DocumentSubject::Case(&case, &report), request, revision)?;
    let number = report.case_number.as_ref().map_or_else(|| id.to_string(), ToString::to_string);
    let name = file_name(&number, &document);
    let attachment = NewAttachment { media_type: crate::topics::report::PDF, name: &name, bytes: &pdf };
    let sha256 = document.sha256.clone();
    let what = DocumentIssued { document: Box::new(document) };
    desk.transact_all(&id, expected, vec![what.into()], &[attachment])?;
    let case = desk.case(&id)?.clone();
    let issued = newest(&case.issued, &sha256)?;
    let issued = issued_view(&DocumentSubject::Case(&case, &report), issued);
    Ok(DocumentIssuedView { issued, case_view: Some(Box::new(fresh(desk, &id)?)), meeting: None })
}

fn issue_of_meeting(
    desk: &mut Desk,
    args: &IssueDocument,
    request: &DocumentRequest,
) -> Outcome<DocumentIssuedView> {
    let meeting = match args.expected_version {
        Some(version) => desk.meeting_seen(&args.id, version)?,
        None => desk.meeting(&args.id)?,
    };
    let ground = meeting_ground(desk, &meeting)?;
    let (document, pdf) = issue(desk, &DocumentSubject::Meeting(&meeting, &ground), request, None)?;
    let day = meeting.plan.as_ref().map(|plan| plan.held_on.to_string()).unwrap_or_default();
    let name = file_name(&day, &document);
    let attachment = NewAttachment { media_type: crate::topics::report::PDF, name: &name, bytes: &pdf };
    let sha256 = document.sha256.clone();
    let what = MeetingEvent::DocumentIssued { document: Box::new(document) };
    let meeting = desk.change_meeting_with(meeting, vec![what], &[attachment])?;
    let issued = issued_view(&DocumentSubject::Meeting(&meeting, &ground), newest(&meeting.issued, &sha256)?);
    let meeting = crate::topics::meeting::shown(desk, &meeting)?;
    Ok(DocumentIssuedView { issued, case_view: None, meeting: Some(Box::new(meeting)) })
}

fn newest<'i>(issued: &'i [Issued], sha256: &Sha256Hex) -> Outcome<&'i Issued> {
    let found = issued.iter().rev().find(|one| one.document.sha256 == *sha256);
    found.ok_or_else(|| internal("a document that was issued and is gone"))
}

fn file_name(about: &str, document: &IssuedDocument) -> String {
    let (kind, language) = (code_of(&document.kind), code_of(&document.language));
    format!("{about}-{kind}-{}-{language}.pdf", document.issue)
}
