//! Finalise.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, internal};
use crate::permission::Right;
use crate::topics::composing::{composed, content_hash, letterhead};
use crate::topics::document_gaps::refusal_of;
use crate::topics::logos::{journal_end, setting};
use crate::topics::report::{PDF, rendered};
use crate::topics::signing::refuse_unsigned;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::report::ReportFinalised;
use entaku_domain::case::names_withheld;
use entaku_domain::document::FinalDocument;
use entaku_domain::ids::Sha256Hex;
use entaku_domain::label::Language;
use entaku_domain::report::{ReportContent, ReportState};
use entaku_domain::text::Text;
use entaku_report::{RenderOptions, Rendered};
use entaku_store::{NewAttachment, sha256_hex};

args! {
    /// Finalise.
    FinaliseReport of case {
    }
}

impl Command for FinaliseReport {
    const NAME: &'static str = "finalise_report";
    const RIGHT: Right = Right::Finalise;
    type Answer = CaseView;
}

impl Act for FinaliseReport {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let at = desk.environment.clock.now();
        let case = desk.case(&id)?.clone();
        if case.version != self.expected_version {
            return Err(crate::desk::stale());
        }
        if let Some(gap) = case.finalisation_gaps().into_iter().next() {
            return Err(gap.into());
        }
        crate::topics::readings::refuse_pending(desk, &id)?;
        refuse_unsigned(desk, &case)?;
        let (name, role) = desk.session()?.acting();
        let letterhead = letterhead(desk.session()?, &desk.knowledge)?;
        let content = composed(&case, &letterhead, ReportState::Final { at, name, role })?;
        let own = desk.session()?.office.heredity_words();
        if let Some(gap) = names_withheld(own, &case, &content, &content)?.into_iter().next() {
            return Err(refusal_of(&gap));
        }
        let hash = content_hash(&content)?;
        let mut documents = Vec::new();
        let mut files = Vec::new();
        let journal = journal_end(desk.session()?)?;
        let set = |language| -> Outcome<RenderOptions> {
            let set = setting(desk.session()?, content.template.as_ref(), language, &hash)?;
            Ok(RenderOptions { journal: journal.clone(), ..set })
        };
        let sets = [set(Language::Ja)?, set(Language::En)?];
        for (language, Rendered { pdf, pages }) in in_both_languages(&content, &sets)? {
            let sha256 = Sha256Hex::parse(&sha256_hex(&pdf)).map_err(internal)?;
            documents.push(FinalDocument { language, sha256, pages });
            files.push((file_name(&content, language), pdf));
        }
        let attachments: Vec<_> =
            files.iter().map(|(name, bytes)| NewAttachment { media_type: PDF, name, bytes }).collect();
        let content_hash = Sha256Hex::parse(&hash).map_err(internal)?;
        let what = ReportFinalised {
            content: Box::new(content),
            content_hash,
            documents,
            composed_at: Some(case.version),
        };
        desk.transact_all(&id, self.expected_version, vec![what.into()], &attachments)?;
        fresh(desk, &id)
    }
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
