//! The report: looked at, finalised, followed by an amendment, written to a file.

use super::document_gaps::{refusal_of, unfilled};
use super::logos::setting;
use super::own_words::names_withheld;
use super::signing::{composed, refuse_unsigned, signing};
use super::{case_id, fresh};
use crate::convert::{from_code, gap, label, text};
use crate::desk::{Desk, Session};
use crate::error::{Code, Outcome, Problem, internal};
use crate::view::{
    CaseView, ExportDocument, ExportedView, FinaliseReport, GapView, NotePrinted, OpenAmendment,
    PreviewReport, PreviewView,
};
use base64::Engine;
use entaku_domain::case::{Case, FinalReport};
use entaku_domain::document::{DocumentKind, Paper};
use entaku_domain::event::{AccessEvent, CaseEvent, FinalDocument};
use entaku_domain::ids::{CaseId, Sha256Hex};
use entaku_domain::label::{Label, Language};
use entaku_domain::report::{Letterhead, ReportContent, ReportState};
use entaku_domain::text::Text;
use entaku_knowledge::Knowledge;
use entaku_report::{Content, MissingGlyph, RenderOptions, Rendered, ReportError, missing_glyphs, render};
use entaku_store::{NewAttachment, sha256_hex};
use std::path::Path;

pub(super) const PDF: &str = "application/pdf";

/// A document with its bytes.
struct Document {
    revision: u32,
    draft: bool,
    language: Language,
    pdf: Vec<u8>,
    pages: u32,
    content_hash: String,
    /// What still stands before finalisation; nothing for a finalised revision.
    gaps: Vec<GapView>,
    unfilled: Vec<String>,
}

/// What surrounds a case in its report.
pub(super) fn letterhead(session: &Session, knowledge: &Knowledge) -> Outcome<Letterhead> {
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
pub(super) fn content_hash(content: &ReportContent) -> Outcome<String> {
    content_hash_of(content)
}

/// As [`content_hash`], of any kind of document.
pub(super) fn content_hash_of(content: &impl serde::Serialize) -> Outcome<String> {
    Ok(sha256_hex(&serde_json::to_vec(content).map_err(internal)?))
}

pub(super) fn rendered<'a>(content: impl Into<Content<'a>>, options: &RenderOptions) -> Outcome<Rendered> {
    render(content, options).map_err(|error| match error {
        ReportError::MissingGlyphs(missing) => {
            Problem { code: Code::Document, message: glyph_words(&missing), fields: Default::default() }
        }
        other => Problem::new(
            Code::Document,
            format!("報告書を作成できません。（{other}）"),
            format!("The report cannot be made. ({other})"),
        ),
    })
}

fn glyph_words(missing: &[MissingGlyph]) -> Label {
    let one = |glyph: &MissingGlyph, place: &str| {
        format!("「{}」U+{:04X}（{place}: {}）", glyph.character, u32::from(glyph.character), glyph.excerpt)
    };
    let list = |language: Language| {
        missing
            .iter()
            .take(5)
            .map(|glyph| one(glyph, glyph.place.get(language)))
            .collect::<Vec<_>>()
            .join("、")
    };
    Label {
        ja: format!(
            "印刷できない文字が{}件あります: {}。別の文字に書き換えてから確定してください。",
            missing.len(),
            list(Language::Ja)
        ),
        en: format!(
            "{} characters cannot be printed: {}. Write them otherwise, then finalise.",
            missing.len(),
            list(Language::En)
        ),
    }
}

pub(super) fn draft_of(desk: &Desk, case: &Case) -> Outcome<ReportContent> {
    let state = ReportState::Draft { status: case.status(), undecided: case.undecided() };
    composed(case, &letterhead(desk.session()?, &desk.knowledge)?, state)
}

fn gaps(desk: &Desk, case: &Case, content: &ReportContent) -> Outcome<Vec<GapView>> {
    let mut gaps: Vec<_> = case.finalisation_gaps().iter().map(gap).collect();
    gaps.extend(super::readings::gap(desk.session()?, case));
    gaps.extend(signing(desk.session()?, &desk.knowledge, case)?.gap);
    gaps.extend(names_withheld(desk.session()?.office.heredity_words(), case, content, content)?);
    gaps.extend(glyph_gap(content));
    Ok(gaps)
}

/// Characters that cannot be printed keep a document from becoming final.
pub(super) fn glyph_gap<'a>(content: impl Into<Content<'a>>) -> Option<GapView> {
    let missing = missing_glyphs(content);
    (!missing.is_empty()).then(|| GapView {
        code: "missingGlyphs".to_owned(),
        message: label(&glyph_words(&missing)),
        findings: Vec::new(),
        passages: Vec::new(),
    })
}

pub(super) fn language_of(desk: &Desk, code: Option<&str>) -> Outcome<Language> {
    code.filter(|code| !code.is_empty()).map_or(Ok(desk.language), |code| from_code("language", code))
}

/// The draft (`None` or 0) or a finalised revision.
fn document(
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
            let gaps = gaps(desk, &case, &content)?;
            let unfilled = unfilled(&content, &RenderOptions::new(language, ""));
            let revision = content.revision;
            Ok(Document { revision, draft: true, language, pdf, pages, content_hash, gaps, unfilled })
        }
        Some(revision) => {
            refuse_other_paper(paper)?;
            let report = finalised(&case, revision)?;
            let made = report.documents.iter().find(|made| made.language == language);
            let made = made.ok_or_else(|| Problem::not_found("文書", "document", &format!("{revision}")))?;
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

/// The paper that a draft is asked for on; none for the site's own.
pub(super) fn paper_of(code: Option<&str>) -> Outcome<Option<Paper>> {
    code.filter(|code| !code.is_empty()).map(|code| from_code("paper", code)).transpose()
}

/// What is final stays on the paper it was made for.
pub(super) fn refuse_other_paper(paper: Option<Paper>) -> Outcome<()> {
    match paper {
        None => Ok(()),
        Some(_) => Err(Problem::field(
            "paper",
            "確定・発行済みの文書の用紙は変えられません。用紙を指定できるのは原案（版に0を指定）だけです。",
            "A document that is final stays on its paper. Paper can be chosen for the draft (revision 0) alone.",
        )),
    }
}

fn finalised(case: &Case, revision: u32) -> Outcome<&FinalReport> {
    let report = case.reports.iter().find(|report| report.content.revision == revision);
    report.ok_or_else(|| Problem::not_found("版", "revision", &revision.to_string()))
}

pub(crate) fn preview_report(desk: &mut Desk, args: PreviewReport) -> Outcome<PreviewView> {
    let id = case_id(desk, &args.case_id)?;
    let language = language_of(desk, args.language.as_deref())?;
    let made = document(desk, &id, args.revision, language, paper_of(args.paper.as_deref())?)?;
    Ok(PreviewView {
        revision: made.revision,
        draft: made.draft,
        language: crate::convert::code_of(&made.language),
        sha256: sha256_hex(&made.pdf),
        pdf: base64::engine::general_purpose::STANDARD.encode(&made.pdf),
        pages: made.pages,
        content_hash: made.content_hash,
        gaps: made.gaps,
        unfilled: made.unfilled,
    })
}

pub(crate) fn finalise_report(desk: &mut Desk, args: FinaliseReport) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let at = desk.environment.clock.now();
    let case = desk.case(&id)?.clone();
    if case.version != args.expected_version {
        return Err(crate::desk::stale());
    }
    if let Some(gap) = case.finalisation_gaps().into_iter().next() {
        return Err(gap.into());
    }
    super::readings::refuse_pending(desk, &id)?;
    refuse_unsigned(desk, &case)?;
    let (name, role) = desk.session()?.acting();
    let letterhead = letterhead(desk.session()?, &desk.knowledge)?;
    let content = composed(&case, &letterhead, ReportState::Final { at, name, role })?;
    let own = desk.session()?.office.heredity_words();
    if let Some(gap) = names_withheld(own, &case, &content, &content)? {
        return Err(refusal_of(gap));
    }
    let hash = content_hash(&content)?;
    let mut documents = Vec::new();
    let mut files = Vec::new();
    let set = |language| setting(desk.session()?, content.template.as_ref(), language, &hash);
    let sets = [set(Language::Ja)?, set(Language::En)?];
    for (language, Rendered { pdf, pages }) in in_both_languages(&content, &sets)? {
        let sha256 = Sha256Hex::parse(&sha256_hex(&pdf)).map_err(internal)?;
        documents.push(FinalDocument { language, sha256, pages });
        files.push((file_name(&content, language), pdf));
    }
    let attachments: Vec<_> =
        files.iter().map(|(name, bytes)| NewAttachment { media_type: PDF, name, bytes }).collect();
    let content_hash = Sha256Hex::parse(&hash).map_err(internal)?;
    let what = CaseEvent::ReportFinalised {
        content: Box::new(content),
        content_hash,
        documents,
        composed_at: Some(case.version),
    };
    desk.transact_all(&id, args.expected_version, vec![what], &attachments)?;
    fresh(desk, &id)
}

/// Both documents, made side by side: the panel waits for the later one only.
fn in_both_languages(
    content: &ReportContent,
    [ja, en]: &[RenderOptions; 2],
) -> Outcome<[(Language, Rendered); 2]> {
    let (ja, en) = std::thread::scope(|scope| {
        let en = scope.spawn(|| rendered(content, en));
        (rendered(content, ja), en.join())
    });
    let en = en.map_err(|_| internal("a document could not be made"))?;
    Ok([(Language::Ja, ja?), (Language::En, en?)])
}

fn file_name(content: &ReportContent, language: Language) -> String {
    let number = content.case_number.as_ref().map_or(content.case_id.as_str(), Text::as_str);
    format!("{number}-r{}-{}.pdf", content.revision, crate::convert::code_of(&language))
}

pub(crate) fn open_amendment(desk: &mut Desk, args: OpenAmendment) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    desk.transact(
        &id,
        args.expected_version,
        CaseEvent::AmendmentOpened { reason: text("reason", &args.reason)? },
    )?;
    fresh(desk, &id)
}

/// Paper leaves the room as a file does, so it is noted alike.
pub(crate) fn note_printed(desk: &mut Desk, args: NotePrinted) -> Outcome<()> {
    let case = case_id(desk, &args.case_id)?;
    if desk.session()?.store.case_row(case.as_str())?.is_none() {
        return Err(crate::desk::no_case(&args.case_id));
    }
    let sha256 = Sha256Hex::parse(&args.sha256).map_err(|_| {
        Problem::field("sha256", "文書のハッシュ値が正しくありません。", "This is no hash of a document.")
    })?;
    desk.note_access(AccessEvent::DocumentPrinted { case, sha256 })
}

pub(crate) fn export_document(desk: &mut Desk, args: ExportDocument) -> Outcome<ExportedView> {
    if args.kind != crate::convert::code_of(&DocumentKind::Panel) {
        return super::documents::export(desk, &args);
    }
    let id = case_id(desk, &args.case_id)?;
    let language = language_of(desk, args.language.as_deref())?;
    let latest = desk.case(&id)?.reports.last().map(|report| report.content.revision);
    let paper = paper_of(args.paper.as_deref())?;
    let made = document(desk, &id, args.revision.or(latest), language, paper)?;
    let exported = written_to(desk, &args.out, &made.pdf, made.pages)?;
    let revision = (!made.draft).then_some(made.revision);
    desk.note_access(AccessEvent::DocumentExported {
        case: id,
        kind: None,
        revision,
        sha256: Sha256Hex::parse(&exported.sha256).map_err(internal)?,
    })?;
    Ok(exported)
}

/// Writes a document whole to a file.
pub(super) fn written_to(desk: &Desk, out: &str, pdf: &[u8], pages: u32) -> Outcome<ExportedView> {
    desk.write_file(out, pdf)?;
    Ok(ExportedView {
        file: Path::new(out).display().to_string(),
        bytes: u64::try_from(pdf.len()).unwrap_or(u64::MAX),
        pages,
        sha256: sha256_hex(pdf),
    })
}
