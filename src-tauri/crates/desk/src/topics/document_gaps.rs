//! What keeps a document from being given out.

use super::document_made::{DocumentSubject, Made};
use super::document_request::DocumentRequest;
use super::report::glyph_gap;
use crate::error::{Code, Outcome, Problem, gap_words};
use entaku_domain::case::names_withheld;
use entaku_domain::document::{explanation_gaps, meeting_against, report_missing};
use entaku_domain::gap::Gap;
use entaku_domain::phrase::blanks;
use entaku_report::{Content, RenderOptions, words_of};

/// What keeps a document from being given out; `own` are the site's own words of heredity.
pub(crate) fn gaps_of(
    own: &[String],
    subject: &DocumentSubject<'_>,
    request: &DocumentRequest,
    content: &Made,
) -> Outcome<Vec<Gap>> {
    let mut gaps = Vec::new();
    match subject {
        DocumentSubject::Case(case, report) => {
            gaps.extend(report_missing(case, request.kind));
            if let Made::Patient(content) = content {
                gaps.extend(explanation_gaps(case, report, content, request.language));
            }
            let named = match content {
                Made::Patient(content) => names_withheld(own, case, report, content),
                Made::Letter(content) => names_withheld(own, case, report, content),
                Made::Minutes(_) | Made::Agenda(_) | Made::Wish(_) => Ok(Vec::new()),
            };
            gaps.extend(named?);
            gaps.extend(case.beyond_companion(report));
        }
        DocumentSubject::Meeting(meeting, ground) => {
            if let Made::Minutes(minutes) = content {
                gaps.extend(ground.names_withheld(own, minutes)?);
            }
            gaps.extend(meeting_against(meeting, request.kind));
        }
    }
    gaps.extend(glyph_gap(content.content()));
    Ok(gaps)
}

/// A gap as the answer to an act that it stands against.
pub(crate) fn refusal_of(gap: &Gap) -> Problem {
    Problem::of(Code::Document, gap_words(gap))
}

/// Places in 〔 〕 that wait to be filled in on a document.
pub(crate) fn unfilled<'a>(content: impl Into<Content<'a>>, options: &RenderOptions) -> Vec<String> {
    blanks(&words_of(content, options)).into_iter().map(str::to_owned).collect()
}
