//! Documents besides the panel's report: the patient's explanation, letters that refer to a trial, minutes, agenda.
//! Made as drafts at any time; given out once nothing stands against it, and then kept byte for byte.

use super::case_id;
use super::composing::{draft_of, ground};
use super::document_gaps::{gaps_of, refusal_of, unfilled};
use super::document_made::{DocumentSubject, Made, MeetingCase, MeetingGround};
use super::document_request::DocumentRequest;
use super::logos::journal_end;
use super::report::{refuse_other_paper, rendered, written_to};
use crate::acts::ExportDocument;
use crate::convert::{gap_view, moment};
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem, gap_words, internal};
use crate::view::{ExportedView, GapView, IssuedView};
use entaku_domain::case::Case;
use entaku_domain::case::names_withheld;
use entaku_domain::document::{
    AgendaContent, AgendaEntry, CaseMinutes, CompanionState, DocumentKind, Issued, IssuedDocument,
    LetterContent, MeetingHead, MinutesContent, PatientContent, Stay, WishContent, next_issue,
};
use entaku_domain::event::AccessEvent;
use entaku_domain::explanation::Explanation;
use entaku_domain::gap::Gap;
use entaku_domain::ids::{CaseId, Sha256Hex};
use entaku_domain::label::Label;
use entaku_domain::meeting::Meeting;
use entaku_domain::report::ReportContent;
use entaku_report::{RenderOptions, Rendered};
use entaku_store::sha256_hex;
use entaku_words::errors::{documents_problem, thing};
use entaku_words::paper::left;

impl MeetingGround {
    /// What the words about each case tell that its patient has not asked to be told.
    pub(crate) fn names_withheld(&self, own: &[String], minutes: &MinutesContent) -> Outcome<Vec<Gap>> {
        let said = self.cases.iter().zip(&minutes.cases);
        let gaps = said.map(|(one, said)| names_withheld(own, &one.case, &one.report, said));
        let gaps: Vec<Vec<Gap>> = gaps.collect::<Result<_, _>>()?;
        Ok(gaps.into_iter().flatten().collect())
    }
}

/// The content of a document; `None` where what it is about is not there.
pub(crate) fn made(
    subject: &DocumentSubject<'_>,
    request: &DocumentRequest,
    state: CompanionState,
) -> Outcome<Option<Made>> {
    match (subject, request.kind) {
        (DocumentSubject::Case(case, report), DocumentKind::Patient) => {
            let nothing = Explanation::default();
            let released = case.explanation.as_ref().map_or(&nothing, |written| &written.explanation);
            Ok(Some(Made::Patient(Box::new(PatientContent::compose(report, released, state)))))
        }
        (DocumentSubject::Case(case, report), DocumentKind::Wish) => {
            let paper = WishContent::compose(report, &case.details.disclosure, state);
            Ok(Some(Made::Wish(Box::new(paper))))
        }
        (DocumentSubject::Case(_, report), DocumentKind::Referral) => {
            let only = match report.referrals.as_slice() {
                [one] => Some(&one.referral.id),
                _ => None,
            };
            let id = request
                .referral
                .as_ref()
                .or(only)
                .ok_or_else(|| Problem::at("referralId", documents_problem::REFERRAL_MISSING))?;
            Ok(LetterContent::compose(report, id, state).map(|content| Made::Letter(Box::new(content))))
        }
        (DocumentSubject::Meeting(meeting, ground), DocumentKind::Minutes) => {
            Ok(ground.head.clone().map(|head| {
                let numbers = |case: &CaseId| {
                    let place = meeting.agenda.iter().position(|item| item.case == *case);
                    let report = place.and_then(|place| ground.cases.get(place)).map(|one| &one.report);
                    report.and_then(|report| report.case_number.as_ref()).map(ToString::to_string)
                };
                Made::Minutes(MinutesContent {
                    head: MeetingHead { state, ..head },
                    began: meeting.presences.first().map(|stay| stay.from.at),
                    ended: meeting.closed.map(|moment| moment.at),
                    presences: meeting
                        .presences
                        .iter()
                        .map(|stay| Stay {
                            person: stay.person.clone(),
                            attending_for: stay.attending_for.iter().filter_map(numbers).collect(),
                            from: stay.from.at,
                            until: stay.until.map(|moment| moment.at),
                        })
                        .collect(),
                    cases: meeting
                        .agenda
                        .iter()
                        .zip(&ground.cases)
                        .map(|(item, one)| CaseMinutes::of(meeting, &item.case, &one.report, ground.now))
                        .collect(),
                })
            }))
        }
        (DocumentSubject::Meeting(meeting, ground), DocumentKind::Agenda) => {
            Ok(ground.head.clone().map(|head| {
                Made::Agenda(AgendaContent {
                    head: MeetingHead { state, ..head },
                    items: meeting
                        .agenda
                        .iter()
                        .zip(&ground.cases)
                        .map(|(item, one)| {
                            AgendaEntry::of(meeting, &item.case, &one.report, one.left.clone())
                        })
                        .collect(),
                })
            }))
        }
        _ => Err(Problem::at("kind", documents_problem::NOT_MADE_HERE)),
    }
}

fn present(content: Option<Made>) -> Outcome<Made> {
    content.ok_or_else(|| Problem::of(Code::NotFound, documents_problem::NO_REFERRAL))
}

pub(crate) fn meeting_ground(desk: &mut Desk, meeting: &Meeting) -> Outcome<MeetingGround> {
    let now = desk.environment.clock.now();
    let mut cases = Vec::with_capacity(meeting.agenda.len());
    for item in &meeting.agenda {
        let case = desk.case(&item.case)?.clone();
        let left = left_of(&case, &draft_of(desk, &case)?);
        cases.push(MeetingCase { report: ground(desk, &case)?, case, left });
    }
    let office = &desk.session()?.office;
    let institution = office.institution.clone().ok_or_else(|| internal("a store without an institution"))?;
    let head = MeetingHead::of(meeting, &institution, office.contact.as_ref(), CompanionState::Draft);
    Ok(MeetingGround { head, cases, now })
}

/// What is left of a case, in words.
fn left_of(case: &Case, draft: &ReportContent) -> Vec<Label> {
    let left = case.left_for_meeting(draft);
    left.iter()
        .map(|gap| match gap {
            Gap::Undecided(ids) => left::undecided(ids.len()).to_label(),
            Gap::NoAdvice => left::ADVICE.to_label(),
            Gap::Finalised => left::FINALISED.to_label(),
            other => gap_words(other).to_label(),
        })
        .collect()
}

/// An issued document as the screen shows it.
pub(crate) fn issued_view(subject: &DocumentSubject<'_>, issued: &Issued) -> IssuedView {
    let document = &issued.document;
    let request = DocumentRequest {
        kind: document.kind,
        referral: document.referral.clone(),
        language: document.language,
        type_size: document.type_size,
        readings: document.readings,
        paper: None,
    };
    let now = made(subject, &request, CompanionState::Draft).ok().flatten().and_then(|made| made.hash().ok());
    IssuedView {
        kind: document.kind,
        issue: document.issue,
        language: document.language,
        type_size: document.type_size,
        readings: document.readings,
        sha256: document.sha256.to_string(),
        content_hash: document.content_hash.to_string(),
        pages: document.pages,
        revision: document.revision,
        referral_id: document.referral.as_ref().map(ToString::to_string),
        by: issued.by.name.to_string(),
        at: moment(issued.at),
        outdated: now.as_deref() != Some(document.content_hash.as_str()),
    }
}

/// A document with its bytes.
pub(crate) struct Printed {
    pub(crate) pdf: Vec<u8>,
    pub(crate) pages: u32,
    pub(crate) content_hash: String,
    pub(crate) issue: u32,
    pub(crate) draft: bool,
    pub(crate) gaps: Vec<GapView>,
    pub(crate) unfilled: Vec<String>,
}

/// An issued document of the subject (byte for byte), or the draft. `issue`: none for the latest issue if there is one,
/// 0 for the draft.
pub(crate) fn printed(
    desk: &Desk,
    subject: &DocumentSubject<'_>,
    request: &DocumentRequest,
    issue: Option<u32>,
) -> Outcome<Printed> {
    let mut of_kind =
        subject.issued().iter().map(|one| &one.document).filter(|document| request.is(document));
    let kept = match issue {
        Some(0) => None,
        None => of_kind.next_back(),
        Some(number) => Some(
            subject
                .issued()
                .iter()
                .map(|one| &one.document)
                .find(|document| document.kind == request.kind && document.issue == number)
                .ok_or_else(|| Problem::missing(thing::ISSUED_DOCUMENT, number.to_string()))?,
        ),
    };
    if let Some(document) = kept {
        refuse_other_paper(request.paper)?;
        let bytes = desk.session()?.store.attachment(document.sha256.as_str())?.bytes;
        return Ok(Printed {
            pdf: bytes,
            pages: document.pages,
            content_hash: document.content_hash.to_string(),
            issue: document.issue,
            draft: false,
            gaps: Vec::new(),
            unfilled: Vec::new(),
        });
    }
    let content = present(made(subject, request, CompanionState::Draft)?)?;
    let content_hash = content.hash()?;
    let Rendered { pdf, pages } = rendered(content.content(), &request.setting(desk, &content_hash)?)?;
    let gaps = gaps_of(desk.session()?.office.heredity_words(), subject, request, &content)?;
    let gaps = gaps.iter().map(gap_view).collect();
    let unfilled = unfilled(content.content(), &request.options(""));
    Ok(Printed { pdf, pages, content_hash, issue: 0, draft: true, gaps, unfilled })
}

pub(crate) fn of_meeting(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Minutes | DocumentKind::Agenda)
}

pub(crate) fn asked(
    desk: &mut Desk,
    id: &str,
    request: &DocumentRequest,
    issue: Option<u32>,
) -> Outcome<(Printed, AccessEvent)> {
    let sha = |printed: &Printed| Sha256Hex::parse(&sha256_hex(&printed.pdf)).map_err(internal);
    if of_meeting(request.kind) {
        let meeting = desk.meeting(id)?;
        let ground = meeting_ground(desk, &meeting)?;
        let printed = printed(desk, &DocumentSubject::Meeting(&meeting, &ground), request, issue)?;
        let sha256 = sha(&printed)?;
        return Ok((
            printed,
            AccessEvent::MeetingDocumentExported { meeting: meeting.id, kind: request.kind, sha256 },
        ));
    }
    let id = case_id(desk, id)?;
    let case = desk.case(&id)?.clone();
    let report = ground(desk, &case)?;
    let printed = printed(desk, &DocumentSubject::Case(&case, &report), request, issue)?;
    let sha256 = sha(&printed)?;
    let revision = (!printed.draft).then_some(report.revision);
    Ok((printed, AccessEvent::DocumentExported { case: id, kind: Some(request.kind), revision, sha256 }))
}

/// Writes a document besides the panel's report to a file: the latest issue in this setting, else the draft.
pub(crate) fn export(desk: &mut Desk, args: &ExportDocument) -> Outcome<ExportedView> {
    let request = DocumentRequest::read(
        desk,
        args.kind,
        args.referral_id.as_deref(),
        args.language,
        (args.type_size, args.readings),
        args.paper,
    )?;
    let (printed, access) = asked(desk, &args.case_id, &request, args.revision)?;
    let exported = written_to(desk, &args.out, &printed.pdf, printed.pages)?;
    desk.note_access(access)?;
    Ok(exported)
}

/// A document made to be given out, with its bytes; refused with the first thing that stands against it.
pub(crate) fn issue(
    desk: &Desk,
    subject: &DocumentSubject<'_>,
    request: &DocumentRequest,
    revision: Option<u32>,
) -> Outcome<(IssuedDocument, Vec<u8>)> {
    let (name, role) = desk.session()?.acting();
    let number = next_issue(subject.issued(), request.kind);
    let at = desk.environment.clock.now();
    let content = present(made(subject, request, CompanionState::Issued { issue: number, at, name, role })?)?;
    let own = desk.session()?.office.heredity_words();
    if let Some(gap) = gaps_of(own, subject, request, &content)?.into_iter().next() {
        return Err(refusal_of(&gap));
    }
    let content_hash = content.hash()?;
    let set = request.setting(desk, &content_hash)?;
    let journal = match request.kind {
        DocumentKind::Minutes => journal_end(desk.session()?)?,
        _ => None,
    };
    let set = RenderOptions { journal, ..set };
    let Rendered { pdf, pages } = rendered(content.content(), &set)?;
    let referral = match &content {
        Made::Letter(letter) => Some(letter.referral.id.clone()),
        Made::Patient(_) | Made::Minutes(_) | Made::Agenda(_) | Made::Wish(_) => None,
    };
    let document = IssuedDocument {
        kind: request.kind,
        language: request.language,
        type_size: request.type_size,
        readings: request.readings,
        sha256: Sha256Hex::parse(&sha256_hex(&pdf)).map_err(internal)?,
        content_hash: Sha256Hex::parse(&content_hash).map_err(internal)?,
        pages,
        issue: number,
        revision,
        referral,
    };
    Ok((document, pdf))
}
