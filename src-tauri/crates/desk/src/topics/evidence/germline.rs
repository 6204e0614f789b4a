//! What the lists of heredity answer for the findings of a case.

use crate::convert::label;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::view::{GermlineCandidateView, GermlineConditionView, GermlineListAnswerView, GermlineSharesView};
use entaku_domain::case::Case;
use entaku_domain::finding::{Alteration, Finding};
use entaku_domain::genome::GenomeBuild;
use entaku_domain::germline::{
    FilterAnswer, FindingFacts, GermlineCandidate, GermlineClaims, GermlineList, GermlineSignificance,
    PanelKind, TumourGroups, expected_shares, filter,
};
use entaku_domain::ids::FindingId;
use entaku_knowledge::{GermlineLists, VcfState};
use entaku_words::Value;
use entaku_words::answers::germline_filter;
use entaku_words::errors::{common, germline_problem};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The answers for those findings of a case that are asked for.
pub(crate) fn germline_of(
    desk: &mut Desk,
    case: &Case,
    asked: Option<FindingId>,
    stated: &GermlineClaims,
    own: Option<&str>,
) -> Outcome<Vec<GermlineCandidateView>> {
    let tumour_codes = tumour_codes(desk, case)?;
    let mut lists = desk.knowledge.germline_lists().clone();
    if let Some(path) = own {
        lists
            .put_first(&own_list(path)?)
            .map_err(|error| Problem::at("path", germline_problem::list(error)))?;
    }
    let tests = desk.knowledge.tests().clone();
    let mut all = Vec::new();
    for finding in case.findings.iter().filter(|finding| asked.is_none_or(|id| finding.id == id)) {
        let listed = is_listed(&lists, finding);
        let clinvar = if listed { clinvar_of(desk, case, finding)? } else { None };
        let claims = GermlineClaims { clinvar, tumour_codes: tumour_codes.clone(), ..stated.clone() };
        let facts = case.germline_facts(finding, &tests, &claims);
        let of_sequence = matches!(
            finding.read.alteration,
            Alteration::ShortVariant(_) | Alteration::CopyNumber(_) | Alteration::Rearrangement(_)
        );
        let mut answers = lists.lists.iter().map(|list| match of_sequence {
            true => strongest(list, &lists.tumours, &facts),
            false => no_change(list),
        });
        let Some(answer) = answers.next() else { continue };
        let others: Vec<GermlineListAnswerView> = answers.collect();
        all.push(GermlineCandidateView {
            finding_id: finding.id.to_string(),
            lists_differ: others.iter().any(|other| other.candidate != answer.candidate),
            judgement: case.germline.get(&finding.id).map(|flag| flag.judgement),
            beside_content: beside_content(case, &facts).filter(|_| of_sequence),
            answer,
            others,
        });
    }
    Ok(all)
}

/// The text of a site's own list, as far as a list may be long.
fn own_list(path: &str) -> Outcome<String> {
    let unread = |error: std::io::Error| Problem::at("path", common::unreadable(path, &error));
    let file = Path::new(path);
    // A pipe or a device might never end.
    if !std::fs::metadata(file).map_err(unread)?.is_file() {
        return Err(Problem::at("path", germline_problem::NO_FILE));
    }
    let most = u64::try_from(GermlineLists::MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut text = String::new();
    File::open(file).and_then(|file| file.take(most).read_to_string(&mut text)).map_err(unread)?;
    Ok(text)
}

/// The tumour's OncoTree code with those above it.
fn tumour_codes(desk: &mut Desk, case: &Case) -> Outcome<Vec<String>> {
    let Some(code) = case.details.clinical.oncotree.as_ref() else { return Ok(Vec::new()) };
    let ground = desk.site_knowledge()?.ground()?;
    let tree = &ground.oncotree.tree;
    let Some(node) = tree.node(&code.as_str().trim().to_uppercase()) else { return Ok(Vec::new()) };
    let above = tree.above(node).map(|node| node.code.clone());
    Ok(std::iter::once(node.code.clone()).chain(above).collect())
}

fn is_listed(lists: &GermlineLists, finding: &Finding) -> bool {
    let genes = finding.read.alteration.genes();
    genes.iter().any(|gene| lists.lists.iter().any(|list| list.group_of(gene).is_some()))
}

/// ClinVar's class of this very change, by the registered files of the finding's build.
fn clinvar_of(desk: &mut Desk, case: &Case, finding: &Finding) -> Outcome<Option<GermlineSignificance>> {
    let build = case.assembly_of(finding).name;
    let Alteration::ShortVariant(variant) = &finding.read.alteration else { return Ok(None) };
    let (Some(chromosome), Some(locus)) = (&variant.chromosome, variant.leftmost()) else { return Ok(None) };
    if build == GenomeBuild::Unknown {
        return Ok(None);
    }
    for answer in desk.site_knowledge()?.store.clinvar_at(&build, chromosome, &locus)? {
        let VcfState::Found(records) = &answer.state else { continue };
        let written = records.first().and_then(|record| record.significance.as_deref());
        if let Some(class) = written.and_then(GermlineSignificance::of_clinvar) {
            return Ok(Some(class));
        }
    }
    Ok(None)
}

/// Of a finding's genes and readings the one for which the list asks most.
fn strongest(list: &GermlineList, tumours: &TumourGroups, facts: &[FindingFacts]) -> GermlineListAnswerView {
    let answers = facts.iter().map(|one| (filter(list, tumours, &one.facts), one));
    // The first of equals: readings stand in the order of arrival.
    let best = answers.reduce(|best, next| if next.0.candidate > best.0.candidate { next } else { best });
    match best {
        Some((answer, one)) => {
            answer_view(&answer, tumours, one.facts.gene.as_ref().map(ToString::to_string))
        }
        None => no_change(list),
    }
}

/// Of what is no change of a sequence.
fn no_change(list: &GermlineList) -> GermlineListAnswerView {
    GermlineListAnswerView {
        list: label(&list.name),
        list_version: version(list),
        certainty: list.certainty,
        candidate: GermlineCandidate::No,
        rule: "no-sequence-change".to_owned(),
        rule_name: label(&germline_filter::NO_SEQUENCE_CHANGE.to_label()),
        reason: label(&germline_filter::NO_SEQUENCE_CHANGE.to_label()),
        turns_on: Vec::new(),
        gene: None,
        conditions: Vec::new(),
    }
}

fn version(list: &GermlineList) -> String {
    format!("{} {}", list.id, list.version)
}

fn answer_view(
    answer: &FilterAnswer<'_>,
    tumours: &TumourGroups,
    gene: Option<String>,
) -> GermlineListAnswerView {
    let said = |value: Value| label(&value.to_label());
    GermlineListAnswerView {
        list: label(&answer.list.name),
        list_version: version(answer.list),
        certainty: answer.list.certainty,
        candidate: answer.candidate,
        rule: answer.rule_code().to_owned(),
        rule_name: said(answer.rule_said()),
        reason: said(answer.reason(tumours)),
        turns_on: answer.turns_on.clone(),
        gene,
        conditions: answer
            .conditions
            .iter()
            .map(|one| GermlineConditionView {
                asks: one.asked(),
                text: said(one.wanted(tumours)),
                found: said(one.found()),
                state: one.state,
            })
            .collect(),
    }
}

/// What the share of reads would be at the recorded tumour content, where tissue was read.
fn beside_content(case: &Case, facts: &[FindingFacts]) -> Option<GermlineSharesView> {
    let content = case.details.specimen.tumour_content.filter(|content| (1..=100).contains(content))?;
    let one = facts.iter().find(|one| one.facts.panel != Some(PanelKind::Liquid))?;
    let expected = expected_shares(f64::from(content) / 100.0);
    Some(GermlineSharesView {
        tumour_content: content,
        somatic: expected.somatic,
        somatic_with_loss: expected.somatic_with_loss,
        inherited: expected.inherited,
        inherited_with_loss: expected.inherited_with_loss,
        above_somatic: one.facts.vaf.map(|vaf| expected.is_above_somatic(vaf)),
    })
}
