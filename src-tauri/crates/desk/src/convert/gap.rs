//! What is missing, and whose part it is to see to it.

use super::{Reader, label};
use crate::error::gap_words;
use crate::permission::{Right, require};
use crate::view::{GapView, PassageView, SignatureView};
use entaku_domain::case::Case;
use entaku_domain::gap::{Gap, GapCode, Passage};
use entaku_domain::signing::SignatureState;

/// What is missing, in words, with the roles that see to it.
pub(crate) fn gap_view(gap: &Gap) -> GapView {
    let passages: &[Passage] = match gap {
        Gap::NamesWithheld(passages) | Gap::NamesBeyondCompanion(passages) => passages,
        _ => &[],
    };
    GapView {
        code: gap.code(),
        message: label(&gap_words(gap).to_label()),
        findings: gap.findings().iter().map(ToString::to_string).collect(),
        passages: passages
            .iter()
            .map(|one| PassageView {
                place: label(&one.place),
                text: one.text.clone(),
                named: one.named.clone(),
            })
            .collect(),
        roles: right_to(gap.code()).map(|right| right.roles().to_vec()).unwrap_or_default(),
    }
}

/// Whether it is the reader's part. `signatures` tell which capacities the reader may sign in.
pub(crate) fn is_yours(gap: &Gap, case: &Case, reader: &Reader<'_>, signatures: &[SignatureView]) -> bool {
    let may =
        |right| reader.office.member(reader.member).is_some_and(|member| require(member, right).is_ok());
    match gap {
        Gap::OpinionsAwaited(_) => reader.is_awaited(case),
        Gap::Unsigned(_) => {
            signatures.iter().any(|row| row.required && row.mine && row.state != SignatureState::Standing)
        }
        _ => right_to(gap.code()).is_some_and(may),
    }
}

/// Who sees to it: those who may do the act that fills the gap. None where it is named people's own.
fn right_to(code: GapCode) -> Option<Right> {
    match code {
        GapCode::Undecided
        | GapCode::ClassOfHeredity
        | GapCode::AdviceOnWithheld
        | GapCode::NoAdvice
        | GapCode::GermlineUnjudged
        | GapCode::GermlineToLookAt
        | GapCode::ReadsOtherwise
        | GapCode::NamesWithheld
        | GapCode::NamesBeyondCompanion => Some(Right::Decide),
        GapCode::SampleGuessed
        | GapCode::NoMeeting
        | GapCode::NotQuorate
        | GapCode::NoSummary
        | GapCode::WishNotAsked
        | GapCode::NotExplained
        | GapCode::MissingGlyphs
        | GapCode::Meeting => Some(Right::Prepare),
        GapCode::NoExplanation
        | GapCode::WordsMissing
        | GapCode::HeredityUnwritten
        | GapCode::WishDiffers
        | GapCode::ExplanationOutdated => Some(Right::Explain),
        GapCode::BeyondCompanion | GapCode::Finalised => Some(Right::Finalise),
        GapCode::OpinionsAwaited | GapCode::Unsigned | GapCode::Other => None,
    }
}
