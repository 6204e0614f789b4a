//! What is asked and judged of a finding's heredity.

use super::label;
use crate::view::{GermlineFamily, GermlineView, LabelView};
use entaku_domain::case::Case;
use entaku_domain::finding::{Finding, FindingKind};
use entaku_domain::patient::DisclosureWish;
use entaku_domain::words::Worded;
use entaku_knowledge::{Knowledge, Purpose};
use entaku_words::answers::heredity;

/// As the panel sees it.
pub(crate) fn germline_view(case: &Case, finding: &Finding, knowledge: &Knowledge) -> GermlineView {
    let flag = case.germline.get(&finding.id);
    let matter = case.is_germline_matter(finding.id);
    let of_germline = case.is_germline_finding(finding.id);
    let question = question(case, finding, knowledge);
    GermlineView {
        words: match case.has_matched_normal(finding) {
            true => GermlineFamily::GermlineGpv,
            false => GermlineFamily::Germline,
        },
        judgement: flag.map(|flag| flag.judgement),
        reason: flag.and_then(|flag| flag.reason.as_ref()).map(ToString::to_string),
        matter,
        withheld: of_germline && case.details.disclosure.wish != DisclosureWish::Wants,
        listed: matter || flag.is_some() || question.is_some(),
        open: flag.is_none() && (of_germline || question.is_some()),
        question,
        first_scale: first_scale(finding, of_germline, knowledge),
    }
}

/// Why it is asked, with the list and how sure it is.
fn question(case: &Case, finding: &Finding, knowledge: &Knowledge) -> Option<LabelView> {
    let list = knowledge.germline_genes();
    let (gene, group) = case.question_of_heredity(finding, list, knowledge.tests())?;
    let certainty = group.certainty.label();
    Some(label(
        &heredity::question(gene.as_str(), &list.name, &list.version, &group.source, certainty).to_label(),
    ))
}

/// The scale that its verdict begins with, where that is another than the first one offered: one of heredity for a germline
/// finding, and for a marker one that is not made for sequence variants too.
fn first_scale(finding: &Finding, of_germline: bool, knowledge: &Knowledge) -> Option<String> {
    let kind = finding.read.alteration.kind();
    let fits = |scale: &&entaku_knowledge::Scale| {
        let own = match kind {
            FindingKind::Biomarker => !scale.kinds.contains(&FindingKind::ShortVariant),
            _ => of_germline,
        };
        own && scale.germline == of_germline
            && scale.purpose == Purpose::Significance
            && scale.kinds.contains(&kind)
    };
    knowledge.scales().iter().find(fits).map(|scale| scale.id.clone())
}
