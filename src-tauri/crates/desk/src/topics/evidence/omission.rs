//! What a case holds for the omission of its panel, put together for a person to confirm.

use super::{Prepared, alterations};
use crate::convert::label;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::view::{LabelView, OmissionGroundsView};
use entaku_domain::case::{Case, Source};
use entaku_domain::evidence::omission_grounds::{CcatDrugs, InLabel, OmissionGrounds};
use entaku_domain::finding::Finding;
use entaku_domain::omission::CcatSecondaryFinding;
use entaku_domain::statement::Speaker;
use entaku_domain::words::Worded;
use entaku_words::answers::omission_ground;

/// What the case holds, with what it was found in.
pub(crate) fn omission_of(desk: &mut Desk, case: &Case) -> Outcome<OmissionGroundsView> {
    let ground = desk.site_knowledge()?.ground()?;
    let prepared = Prepared::of(desk, case, &ground)?;
    let findings = prepared.findings(alterations(case), &ground);
    let tumour = case.details.clinical.oncotree.as_ref().map(|code| code.as_str());
    let markers = ground.companion.of(&findings, tumour, prepared.test(), &ground.oncotree.tree);

    let ccat: Vec<usize> =
        case.sources.iter().enumerate().filter(|(_, source)| is_of_ccat(source)).map(|(at, _)| at).collect();
    let from_ccat = |finding: &&Finding| {
        finding.source.is_some_and(|at| ccat.contains(&at))
            || finding.further.iter().any(|reading| ccat.contains(&reading.source))
    };
    let inherited =
        case.findings.iter().filter(from_ccat).filter(|finding| finding.read.origin.is_germline()).count();
    // That its file lists none is not yet that C-CAT states none: that stands on the paper alone.
    let ccat_secondary = match inherited {
        0 => CcatSecondaryFinding::NotStated,
        _ => CcatSecondaryFinding::Suspected,
    };
    let list = desk.knowledge.germline_genes();
    let asked = |finding: &&Finding| {
        case.question_of_heredity(finding, list, desk.knowledge.tests()).is_some()
            || finding.read.origin.is_germline()
    };
    let candidates = case.findings.iter().filter(asked).count();
    let ccat_drugs = CcatDrugs::of(case.sources.iter().flat_map(|source| &source.draft.statements));
    let in_label = InLabel::of(&markers);
    let proposed = OmissionGrounds {
        // No test says yet what it is made for, and it is not concluded from the tumour.
        tumour: None,
        ccat_secondary,
        germline_candidates: Some(candidates),
        ccat_drugs,
        in_label,
        in_guideline: None,
    }
    .propose();

    let mut found: Vec<LabelView> = Vec::new();
    found.push(match ccat.is_empty() {
        true => label(&omission_ground::NO_CCAT.to_label()),
        false => label(&omission_ground::ccat_inherited(inherited).to_label()),
    });
    found.push(label(&omission_ground::filter(candidates, &list.name, &list.version).to_label()));
    found.push(label(&match ccat_drugs {
        CcatDrugs::None => omission_ground::CCAT_NO_DRUG.to_label(),
        CcatDrugs::Listed => omission_ground::CCAT_DRUGS.to_label(),
        CcatDrugs::NotStated => omission_ground::CCAT_SILENT.to_label(),
    }));
    for marker in &markers {
        let Some(finding) = case.findings.get(marker.finding) else { continue };
        let alteration = &finding.read.alteration;
        let change = format!("{} {} {}", finding.id, alteration.subject(), alteration.change());
        found.push(label(
            &omission_ground::marker(
                change,
                marker.row.name.clone(),
                marker.row.tumour_name.clone(),
                marker.by_this_test.label(),
                &marker.row.source,
            )
            .to_label(),
        ));
    }
    Ok(OmissionGroundsView {
        tumour: proposed.facts.tumour,
        ccat_secondary_finding: proposed.facts.ccat_secondary_finding,
        usable_drug: proposed.facts.usable_drug,
        found,
        conflicts: proposed.conflicts.iter().map(|one| label(&one.label().to_label())).collect(),
        open: proposed.open.iter().map(|one| label(&one.label().to_label())).collect(),
    })
}

fn is_of_ccat(source: &Source) -> bool {
    source.draft.statements.iter().any(|statement| statement.by == Speaker::Ccat)
}
