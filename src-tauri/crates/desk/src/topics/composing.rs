//! What a report of a case says, as it stands now or stood last, and the hash that tells it.

use crate::desk::{Desk, Session};
use crate::error::{Outcome, internal};
use entaku_domain::case::Case;
use entaku_domain::ids::Sha256Hex;
use entaku_domain::report::{Letterhead, ReportContent, ReportState, compose, signed_form};
use entaku_knowledge::Knowledge;
use entaku_store::sha256_hex;

/// What surrounds a case in its report.
pub(crate) fn letterhead(session: &Session, knowledge: &Knowledge) -> Outcome<Letterhead> {
    let office = &session.office;
    Ok(Letterhead {
        institution: office.institution.clone().ok_or_else(|| internal("a store without an institution"))?,
        contact: office.contact.clone(),
        template: office.template().cloned(),
        knowledge: knowledge.versions(),
        figures: knowledge.figure_facts().clone(),
        tests: knowledge.tests().clone(),
        gene_roles: knowledge.gene_roles().clone(),
        program: format!("Entaku {}", env!("CARGO_PKG_VERSION")),
    })
}

/// SHA-256 of the content's canonical JSON: the fields in their declared order, no white space.
pub(crate) fn content_hash(content: &ReportContent) -> Outcome<String> {
    content_hash_of(content)
}

/// As [`content_hash`], of any kind of document.
pub(crate) fn content_hash_of(content: &impl serde::Serialize) -> Outcome<String> {
    Ok(sha256_hex(&serde_json::to_vec(content).map_err(internal)?))
}

/// SHA-256 of what a signature covers.
pub(crate) fn signed_hash(content: &ReportContent) -> Outcome<Sha256Hex> {
    Sha256Hex::parse(&content_hash(&signed_form(content))?).map_err(internal)
}

/// The content of the next report, with the signatures that hold for exactly this content.
pub(crate) fn composed(case: &Case, letterhead: &Letterhead, state: ReportState) -> Outcome<ReportContent> {
    let mut content = compose(case, letterhead, state);
    if !content.signatures.is_empty() {
        let now = signed_hash(&content)?;
        content.signatures.retain(|signature| signature.content_hash == now);
    }
    Ok(content)
}

/// The draft of the next report.
pub(crate) fn draft_of(desk: &Desk, case: &Case) -> Outcome<ReportContent> {
    let state = ReportState::Draft { status: case.status(), undecided: case.undecided() };
    composed(case, &letterhead(desk.session()?, &desk.knowledge)?, state)
}

/// The report that documents of a case rest on: the last one that stands, else the draft.
pub(crate) fn ground(desk: &Desk, case: &Case) -> Outcome<ReportContent> {
    match case.reports.last().filter(|_| case.amendment.is_none()) {
        Some(report) => Ok(report.content.clone()),
        None => draft_of(desk, case),
    }
}
