//! What the acts of one topic share. An act itself is a file of `acts/`.

pub(crate) mod backups;
pub(crate) mod classification;
pub(crate) mod composing;
pub(crate) mod coverage;
pub(crate) mod demo;
pub(crate) mod document_gaps;
pub(crate) mod document_made;
pub(crate) mod document_request;
pub(crate) mod documents;
pub(crate) mod drafts;
pub(crate) mod evidence;
pub(crate) mod export;
pub(crate) mod four_eyes;
pub(crate) mod guest;
pub(crate) mod intake;
pub(crate) mod knowledge;
pub(crate) mod logos;
pub(crate) mod meeting;
pub(crate) mod meeting_record;
pub(crate) mod members;
pub(crate) mod opinions;
pub(crate) mod own_words;
pub(crate) mod passwords;
pub(crate) mod pedigree;
pub(crate) mod phrases;
pub(crate) mod readings;
pub(crate) mod recall;
pub(crate) mod references;
pub(crate) mod relatives;
pub(crate) mod report;
pub(crate) mod signing;
pub(crate) mod site_lists;
pub(crate) mod store;
pub(crate) mod templates;
pub(crate) mod treatment;
pub(crate) mod trials;
pub(crate) mod worklist;
pub(crate) mod workup;

use crate::clock::day;
use crate::convert::{Asked, Reader, case_view, has_identity};
use crate::desk::{Desk, no_case};
use crate::error::Outcome;
use crate::view::CaseView;
use entaku_domain::ids::CaseId;

/// A case named by its id or, as people do, by its number.
pub(crate) fn case_id(desk: &Desk, name: &str) -> Outcome<CaseId> {
    match CaseId::parse(name) {
        Ok(id) => Ok(id),
        Err(_) => {
            let row = desk.session()?.store.case_by_number(name)?.ok_or_else(|| no_case(name))?;
            CaseId::parse(&row.case_id).map_err(crate::error::internal)
        }
    }
}

/// The fresh view of a case, which every change of it answers.
pub(crate) fn fresh(desk: &mut Desk, id: &CaseId) -> Outcome<CaseView> {
    shown(desk, id, None, false)
}

/// A case as the member who is signed in may see it: as it stands, or as it stood after an event of the journal.
pub(crate) fn shown(desk: &mut Desk, id: &CaseId, at_seq: Option<u64>, verbatim: bool) -> Outcome<CaseView> {
    let today = day(desk.environment.clock.now());
    let language = desk.language();
    let past = at_seq.map(|seq| desk.case_at(id, seq)).transpose()?;
    if past.is_none() {
        readings::look(desk, id)?;
    }
    // Brings the desk's own copy up to date; it is read below, beside the session.
    desk.case(id)?;
    let sight = desk.sight()?;
    let reduced = match sight.is_whole() {
        true => None,
        // What an earlier state names is kept out beside what the present one does.
        false => {
            let now = desk.seen_case(id)?;
            Some(past.as_ref().map_or(Ok(now), |past| desk.seen(past))?)
        }
    };
    let session = desk.session()?;
    let whole = past.as_ref().map_or_else(|| session.case(), Ok)?;
    let case = reduced.as_ref().unwrap_or(whole);
    // What was signed is the whole.
    let signing = signing::signing(session, &desk.knowledge, whole)?;
    let reader = Reader { member: &session.member.id, office: &session.office };
    let read_anew = match past.is_none() && sight.is_whole() {
        true => (
            readings::read_anew(session, case),
            readings::gap(session, case).into_iter().chain(own_words::gaps_of_case(desk, case)?).collect(),
        ),
        false => (None, Vec::new()),
    };
    let (past, knowledge) = (past.is_some(), &desk.knowledge);
    let mut view =
        case_view(case, Asked { today, past, verbatim, language, knowledge, reader, signing, read_anew });
    view.patient.has_identity = has_identity(whole);
    sight.leave_out(&mut view);
    Ok(view)
}
