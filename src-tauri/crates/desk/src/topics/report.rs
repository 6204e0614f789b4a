//! The report: looked at, finalised, followed by an amendment, written to a file.

use super::composing::{content_hash, draft_of};
use super::document_gaps::{refusal_of, unfilled};
use super::logos::setting;
use super::signing::signing;
use crate::convert::gap_view;
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::view::{ExportedView, GapView};
use entaku_domain::case::{Case, FinalReport, names_withheld};
use entaku_domain::document::Paper;
use entaku_domain::gap::Gap;
use entaku_domain::ids::CaseId;
use entaku_domain::label::Language;
use entaku_domain::report::ReportContent;
use entaku_report::{Content, RenderOptions, Rendered, ReportError, missing_glyphs, render};
use entaku_store::sha256_hex;
use entaku_words::errors::{report_problem, thing};
use std::path::Path;

pub(crate) const PDF: &str = "application/pdf";

/// A document with its bytes.
pub(crate) struct Document {
    pub(crate) revision: u32,
    pub(crate) draft: bool,
    pub(crate) language: Language,
    pub(crate) pdf: Vec<u8>,
    pub(crate) pages: u32,
    pub(crate) content_hash: String,
    /// What still stands before finalisation; nothing for a finalised revision.
    pub(crate) gaps: Vec<GapView>,
    pub(crate) unfilled: Vec<String>,
}

pub(crate) fn rendered<'a>(content: impl Into<Content<'a>>, options: &RenderOptions) -> Outcome<Rendered> {
    render(content, options).map_err(|error| match error {
        ReportError::MissingGlyphs(missing) => refusal_of(&Gap::MissingGlyphs(missing)),
        other => Problem::of(Code::Document, report_problem::cannot_be_made(&other)),
    })
}

/// Everything that still stands between the case and its finalisation.
pub(crate) fn gaps(desk: &Desk, case: &Case, content: &ReportContent) -> Outcome<Vec<Gap>> {
    let session = desk.session()?;
    let mut gaps = case.finalisation_gaps();
    gaps.extend(super::readings::gap(session, case));
    gaps.extend(signing(session, &desk.knowledge, case)?.gap);
    let own = session.office.heredity_words();
    gaps.extend(names_withheld(own, case, content, content)?);
    gaps.extend(glyph_gap(content));
    Ok(gaps)
}

/// Characters that cannot be printed keep a document from becoming final.
pub(crate) fn glyph_gap<'a>(content: impl Into<Content<'a>>) -> Option<Gap> {
    let missing = missing_glyphs(content);
    (!missing.is_empty()).then_some(Gap::MissingGlyphs(missing))
}

/// The draft (`None` or 0) or a finalised revision.
pub(crate) fn document(
    desk: &mut Desk,
    id: &CaseId,
    revision: Option<u32>,
    language: Language,
    paper: Option<Paper>,
) -> Outcome<Document> {
    let case = desk.case(id)?.clone();
    match revision.filter(|revision| *revision > 0) {
        None => {
            super::readings::look(desk, id)?;
            let content = draft_of(desk, &case)?;
            let content_hash = content_hash(&content)?;
            let set = setting(desk.session()?, content.template.as_ref(), language, &content_hash)?;
            let set = RenderOptions { paper: paper.unwrap_or(set.paper), ..set };
            let Rendered { pdf, pages } = rendered(&content, &set)?;
            let gaps = gaps(desk, &case, &content)?.iter().map(gap_view).collect();
            let unfilled = unfilled(&content, &RenderOptions::new(language, ""));
            let revision = content.revision;
            Ok(Document { revision, draft: true, language, pdf, pages, content_hash, gaps, unfilled })
        }
        Some(revision) => {
            refuse_other_paper(paper)?;
            let report = finalised(&case, revision)?;
            let made = report.documents.iter().find(|made| made.language == language);
            let made = made.ok_or_else(|| Problem::missing(thing::DOCUMENT, format!("{revision}")))?;
            // Byte for byte what was finalised, whatever this version of the program would draw.
            let kept = desk.session()?.store.attachment(made.sha256.as_str())?;
            let content_hash = report.content_hash.to_string();
            Ok(Document {
                revision,
                draft: false,
                language,
                pdf: kept.bytes,
                pages: made.pages,
                content_hash,
                gaps: Vec::new(),
                unfilled: Vec::new(),
            })
        }
    }
}

/// Refuses to let a finalised revision out that gives more than the profile's companion use lets through.
pub(crate) fn refuse_beyond_companion(case: &Case, revision: u32) -> Outcome<()> {
    let gap = case.beyond_companion(&finalised(case, revision)?.content);
    gap.map_or(Ok(()), |gap| Err(refusal_of(&gap)))
}

/// What is final stays on the paper it was made for.
pub(crate) fn refuse_other_paper(paper: Option<Paper>) -> Outcome<()> {
    match paper {
        None => Ok(()),
        Some(_) => Err(Problem::at("paper", report_problem::PAPER_IS_FIXED)),
    }
}

fn finalised(case: &Case, revision: u32) -> Outcome<&FinalReport> {
    let report = case.reports.iter().find(|report| report.content.revision == revision);
    report.ok_or_else(|| Problem::missing(thing::REVISION, revision.to_string()))
}

/// Writes a document whole to a file.
pub(crate) fn written_to(desk: &Desk, out: &str, pdf: &[u8], pages: u32) -> Outcome<ExportedView> {
    desk.write_file(out, pdf)?;
    Ok(ExportedView {
        file: Path::new(out).display().to_string(),
        bytes: u64::try_from(pdf.len()).unwrap_or(u64::MAX),
        pages,
        sha256: sha256_hex(pdf),
    })
}
