//! Compare a PDF, or the code on a printed page, with the documents of this store. One of the two is given.

use crate::command::{Act, Command};
use crate::convert::{label, moment};
use crate::desk::{Desk, Session};
use crate::error::{Code, Outcome, Problem};
use crate::permission::Right;
use crate::view::args;
use crate::view::{DocumentCheckView, DocumentVerdict, KnownDocumentView, Moment};
use entaku_domain::case::{Case, FinalReport};
use entaku_domain::document::{DocumentKind, Issued};
use entaku_domain::ids::{CaseId, MeetingId};
use entaku_domain::label::Label;
use entaku_domain::member::Actor;
use entaku_domain::words::Worded;
use entaku_report::DocumentCode;
use entaku_store::sha256_hex;
use entaku_words::answers::document_check;
use entaku_words::errors::{common, verify_document};
use entaku_words::{Said, Value};
use std::fs::File;
use std::io::Read;
use std::path::Path;

args! {
    /// Compare a PDF, or the code on a printed page, with the documents of this store. One of the two is given.
    VerifyDocument {
        /// The file.
        path: Option<String>,
        /// What the square code at the foot of a page says, or at least 12 digits of the hash printed beside it.
        code: Option<String>,
    }
}

impl Command for VerifyDocument {
    const NAME: &'static str = "verify_document";
    const RIGHT: Right = Right::Read;
    const LONG: bool = true;
    type Answer = DocumentCheckView;
}

impl Act for VerifyDocument {
    fn act(self, desk: &mut Desk) -> Outcome<DocumentCheckView> {
        let given =
            |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        match (given(self.path), given(self.code)) {
            (Some(path), None) => check_file(desk, Path::new(&path)),
            (None, Some(code)) => check_code(desk, &code),
            _ => Err(Problem::at("path", verify_document::FILE_OR_CODE)),
        }
    }
}

/// No document of ours comes near; larger files are not read.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A reader looks for the mark of a PDF within so many bytes (ISO 32000-1, Annex H).
const HEAD: usize = 1024;

/// Digits of a hash by which a document is looked up: as many as a page prints.
const FEWEST_DIGITS: usize = 12;

const HASH_DIGITS: usize = 64;

/// Cases in which a hash may stand.
const MOST_CASES: u32 = 8;

/// A document of this store, with the hashes it is known by.
struct Known {
    content_hash: String,
    view: KnownDocumentView,
}

fn check_file(desk: &Desk, path: &Path) -> Outcome<DocumentCheckView> {
    let bytes = read_pdf(path)?;
    let sha256 = sha256_hex(&bytes);
    let session = desk.session()?;
    let named = DocumentCode::named_in(&bytes);
    let known = by_hash(session, &sha256, named.as_ref())?;
    let same = known.into_iter().find(|known| known.view.sha256.as_deref() == Some(sha256.as_str()));
    let (verdict, document) = match same {
        Some(known) => (DocumentVerdict::Identical, Some(known.view)),
        None => match named {
            Some(code) => claimed(session, &code)?,
            None => (DocumentVerdict::Unknown, None),
        },
    };
    let bytes = u64::try_from(bytes.len()).ok();
    Ok(answer(verdict, document, Some(sha256), bytes))
}

/// What a file says it is, and is not byte for byte.
fn claimed(session: &Session, code: &DocumentCode) -> Outcome<(DocumentVerdict, Option<KnownDocumentView>)> {
    let all = of_stream(session, &code.id)?;
    let Some(all) = all else { return Ok((DocumentVerdict::Unknown, None)) };
    Ok(match all.into_iter().find(|known| names(code, known)) {
        Some(known) => {
            (DocumentVerdict::Changed, Some(KnownDocumentView { language: None, sha256: None, ..known.view }))
        }
        None => (DocumentVerdict::Draft, None),
    })
}

fn check_code(desk: &Desk, text: &str) -> Outcome<DocumentCheckView> {
    let session = desk.session()?;
    let digits = text.to_ascii_lowercase();
    let hash = (FEWEST_DIGITS..=HASH_DIGITS).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let (verdict, document) = if hash {
        let known = by_hash(session, &digits, None)?.into_iter().find(|known| {
            let begins = |hash: &str| hash.starts_with(&digits);
            begins(&known.content_hash) || known.view.sha256.as_deref().is_some_and(begins)
        });
        known.map_or((DocumentVerdict::Unknown, None), |known| (DocumentVerdict::Named, Some(known.view)))
    } else {
        let code: DocumentCode = text.parse().map_err(|_| not_a_code())?;
        match of_stream(session, &code.id)? {
            None => (DocumentVerdict::Unknown, None),
            Some(all) => {
                let found = all.into_iter().find(|known| names(&code, known));
                match found {
                    Some(known) if known.content_hash == code.content_hash => {
                        (DocumentVerdict::Named, Some(known.view))
                    }
                    Some(known) => (DocumentVerdict::Changed, Some(known.view)),
                    None => (DocumentVerdict::Draft, None),
                }
            }
        }
    };
    // Paper has no bytes, and one content is set in two languages.
    let document = document.map(|known| KnownDocumentView { language: None, sha256: None, ..known });
    Ok(answer(verdict, document, None, None))
}

fn not_a_code() -> Problem {
    Problem::at("code", verify_document::NO_CODE)
}

/// Documents of the cases in which a hash stands, and of the case or meeting that a file names.
fn by_hash(session: &Session, hash: &str, named: Option<&DocumentCode>) -> Outcome<Vec<Known>> {
    let mut all = match named {
        Some(code) => of_stream(session, &code.id)?.unwrap_or_default(),
        None => Vec::new(),
    };
    for hit in session.store.search(hash, MOST_CASES)? {
        all.extend(of_stream(session, &hit.case.case_id)?.unwrap_or_default());
    }
    Ok(all)
}

/// All documents of a case or a meeting; nothing where the store has neither.
fn of_stream(session: &Session, id: &str) -> Outcome<Option<Vec<Known>>> {
    if let Ok(id) = CaseId::parse(id)
        && let Some(case) = session.store.load_case(&id)?
    {
        return Ok(Some(of_case(&case)));
    }
    let Ok(id) = MeetingId::parse(id) else { return Ok(None) };
    let Some(meeting) = session.store.load_meeting(&id)? else { return Ok(None) };
    Ok(Some(meeting.issued.iter().map(|one| issued(one, None, Some(meeting.id.to_string()), None)).collect()))
}

fn of_case(case: &Case) -> Vec<Known> {
    let latest = case.reports.last().map(|report| report.content.revision);
    let reports = case.reports.iter().flat_map(|report| finalised(case, report, latest));
    reports.chain(case.issued.iter().map(|one| issued(one, Some(case), None, latest))).collect()
}

fn finalised(case: &Case, report: &FinalReport, latest: Option<u32>) -> Vec<Known> {
    let revision = report.content.revision;
    let known = |document: &entaku_domain::document::FinalDocument| Known {
        content_hash: report.content_hash.to_string(),
        view: KnownDocumentView {
            revision: Some(revision),
            language: Some(document.language),
            sha256: Some(document.sha256.to_string()),
            superseded_by: latest.filter(|latest| *latest > revision),
            ..about(DocumentKind::Panel, Some(case), None, &report.by, moment(report.at))
        },
    };
    report.documents.iter().map(known).collect()
}

fn issued(one: &Issued, case: Option<&Case>, meeting: Option<String>, latest: Option<u32>) -> Known {
    let document = &one.document;
    Known {
        content_hash: document.content_hash.to_string(),
        view: KnownDocumentView {
            revision: document.revision,
            issue: Some(document.issue),
            language: Some(document.language),
            sha256: Some(document.sha256.to_string()),
            superseded_by: latest
                .filter(|latest| document.revision.is_some_and(|revision| *latest > revision)),
            ..about(document.kind, case, meeting, &one.by, moment(one.at))
        },
    }
}

fn about(
    kind: DocumentKind,
    case: Option<&Case>,
    meeting_id: Option<String>,
    by: &Actor,
    at: Moment,
) -> KnownDocumentView {
    KnownDocumentView {
        kind,
        kind_name: label(&kind.label().to_label()),
        case_id: case.map(|case| case.id.to_string()),
        case_no: case.and_then(|case| case.number.as_ref()).map(ToString::to_string),
        meeting_id,
        revision: None,
        issue: None,
        language: None,
        at,
        by: by.name.to_string(),
        role: by.role,
        sha256: None,
        superseded_by: None,
    }
}

/// Whether a code names this document: its kind and number. The hash is what is to be compared.
fn names(code: &DocumentCode, known: &Known) -> bool {
    known.view.kind == code.kind && known.view.issue.or(known.view.revision) == Some(code.number)
}

fn answer(
    verdict: DocumentVerdict,
    document: Option<KnownDocumentView>,
    sha256: Option<String>,
    bytes: Option<u64>,
) -> DocumentCheckView {
    let message = label(&words(verdict, document.as_ref()).to_label());
    DocumentCheckView {
        verdict,
        identical: verdict == DocumentVerdict::Identical,
        message,
        sha256,
        bytes,
        document,
    }
}

fn words(verdict: DocumentVerdict, document: Option<&KnownDocumentView>) -> Value {
    let name = || document.map_or_else(|| "".said(), named);
    let said = match verdict {
        DocumentVerdict::Identical => document_check::identical(name()).said(),
        DocumentVerdict::Changed => document_check::changed(name()).said(),
        DocumentVerdict::Draft => document_check::DRAFT.said(),
        DocumentVerdict::Named => document_check::named(name()).said(),
        DocumentVerdict::Unknown => document_check::UNKNOWN.said(),
    };
    match document.and_then(|document| document.superseded_by) {
        Some(latest) => document_check::superseded(said, latest).said(),
        None => said,
    }
}

/// A document as people name it.
fn named(document: &KnownDocumentView) -> Value {
    let kind = Label::new(&document.kind_name.ja, &document.kind_name.en);
    let what = match &document.case_no {
        Some(number) => document_check::of_case(number, kind).said(),
        None => kind.said(),
    };
    match (document.issue, document.revision) {
        (Some(issue), _) => document_check::issue(what, issue).said(),
        (None, Some(revision)) => document_check::revision(what, revision).said(),
        (None, None) => what,
    }
}

/// Reads a file that may be anything: neither a device nor a film is taken for a document.
fn read_pdf(path: &Path) -> Outcome<Vec<u8>> {
    let shown = path.display();
    let failed = |error: std::io::Error| Problem::of(Code::File, common::unreadable(&shown, &error));
    let metadata = std::fs::metadata(path).map_err(failed)?;
    if !metadata.is_file() {
        return Err(not_a_pdf(path));
    }
    if metadata.len() > LARGEST {
        return Err(too_large(path, metadata.len()));
    }
    let mut file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    // The head first: what is no PDF is not read to its end. A file that grows meanwhile is not followed.
    let head = u64::try_from(HEAD).unwrap_or(u64::MAX);
    file.by_ref().take(head).read_to_end(&mut bytes).map_err(failed)?;
    if !bytes.windows(5).any(|window| window == b"%PDF-") {
        return Err(not_a_pdf(path));
    }
    file.take(LARGEST).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

fn not_a_pdf(path: &Path) -> Problem {
    let shown = path.display();
    Problem::of(Code::File, verify_document::no_pdf(&shown))
}

fn too_large(path: &Path, bytes: u64) -> Problem {
    let (shown, found, most) = (path.display(), bytes / 1_048_576, LARGEST / 1_048_576);
    Problem::of(Code::File, verify_document::too_large(&shown, found, most))
}
