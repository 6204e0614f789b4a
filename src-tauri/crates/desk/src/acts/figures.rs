//! Figures of a case or of one finding.

use super::case_id;
use super::opinions::one_finding;
use crate::convert::figures_view;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::view::{Figures, FiguresView};

pub(crate) fn figures(desk: &mut Desk, args: Figures) -> Outcome<FiguresView> {
    let id = case_id(desk, &args.case_id)?;
    let past = args.at_seq.map(|seq| desk.case_at(&id, u64::from(seq))).transpose()?;
    let language = desk.language();
    let named = args.finding_id.as_deref().filter(|text| !text.is_empty());
    let about = named.map(|text| one_finding("findingId", text)).transpose()?;
    desk.case(&id)?;
    let session = desk.session()?;
    let case = past.as_ref().map_or_else(|| session.case(), Ok)?;
    if let Some(finding) = about.filter(|finding| case.finding(*finding).is_none()) {
        return Err(Problem::not_found("所見", "finding", &finding.to_string()));
    }
    // A mark stands on no other test's values than those that it was made for.
    let tests = desk.knowledge.tests();
    let known = || case.sources.iter().map(|source| tests.of(&source.draft.test));
    let mut facts = desk.knowledge.figure_facts().clone();
    facts.marks.retain(|mark| mark.is_of_one(known()));
    Ok(figures_view(case, &facts, language, about))
}
