//! What keeps a document from being given out.

use super::document_made::{Made, Stream};
use super::document_wanted::Wanted;
use super::explanation;
use super::own_words::names_withheld;
use super::report::glyph_gap;
use crate::convert::{gap, label};
use crate::error::{Code, Outcome, Problem};
use crate::view::{GapCode, GapView};
use entaku_domain::document::DocumentKind;
use entaku_domain::label::Label;
use entaku_domain::phrase::blanks;
use entaku_domain::refusal::Refusal;
use entaku_domain::sitting::SittingRefusal;
use entaku_report::{Content, RenderOptions, words_of};

/// What keeps a document from being given out; `own` are the site's own words of heredity.
pub(crate) fn gaps_of(
    own: &[String],
    stream: &Stream<'_>,
    wanted: &Wanted,
    content: &Made,
) -> Outcome<Vec<GapView>> {
    let mut gaps = Vec::new();
    if let Stream::Case(case, report) = stream {
        // The patient may be asked for the wish at any time.
        let rests_on_report = wanted.kind != DocumentKind::Wish;
        if rests_on_report && (case.reports.is_empty() || case.amendment.is_some()) {
            gaps.push(gap(&Refusal::NothingFinal));
        }
        if let Made::Patient(content) = content {
            gaps.extend(explanation::gaps(case, report, content, wanted.language));
        }
        gaps.extend(match content {
            Made::Patient(content) => names_withheld(own, case, report, content)?,
            Made::Letter(content) => names_withheld(own, case, report, content)?,
            Made::Minutes(_) | Made::Agenda(_) | Made::Wish(_) => None,
        });
    }
    if let (Stream::Meeting(_, ground), Made::Minutes(minutes)) = (stream, content) {
        gaps.extend(ground.names_withheld(own, minutes)?);
    }
    if let Stream::Meeting(sitting, _) = stream {
        let refusal = match (wanted.kind, sitting.closed) {
            (DocumentKind::Minutes, None) => Some(SittingRefusal::NotClosed),
            (DocumentKind::Agenda, Some(_)) => Some(SittingRefusal::Closed),
            _ => None,
        };
        gaps.extend(refusal.map(|refusal| GapView {
            code: GapCode::Meeting,
            message: label(&Problem::from(refusal).message),
            findings: Vec::new(),
            passages: Vec::new(),
        }));
    }
    gaps.extend(glyph_gap(content.content()));
    Ok(gaps)
}

/// A gap as the answer to an act that it stands against.
pub(crate) fn refusal_of(gap: GapView) -> Problem {
    let message = Label { ja: gap.message.ja, en: gap.message.en };
    Problem { code: Code::Document, message, fields: Default::default() }
}

/// Places in 〔 〕 that wait to be filled in on a document.
pub(crate) fn unfilled<'a>(content: impl Into<Content<'a>>, options: &RenderOptions) -> Vec<String> {
    blanks(&words_of(content, options)).into_iter().map(str::to_owned).collect()
}
