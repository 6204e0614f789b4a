//! By which scales and schemes a report judges. Told by the content alone, after what the wish withholds has been taken
//! out of it: a scale of heredity that nothing in the report rests on must not stand there.

use super::{KnowledgeVersion, Letterhead, ReportContent};
use crate::decision::{Call, Verdict};
use crate::gene_role::GeneRoles;
use crate::grade::Grade;
use crate::label::Label;
use crate::recommendation::Advice;
use crate::report::in_words::same;
use std::collections::BTreeSet;

/// The scales and schemes used, each in the version in which it was used, in the order of the knowledge.
pub(super) fn of(letterhead: &Letterhead, content: &ReportContent) -> Vec<KnowledgeVersion> {
    let known = &letterhead.knowledge;
    let verdicts = content.findings.iter().filter_map(|row| Some(&row.panel.as_ref()?.verdict));
    let levels = content.recommendations.iter().filter_map(|given| match &given.advice {
        Advice::Treatment { evidence, .. } | Advice::Considered { evidence, .. } => {
            evidence.as_ref().map(grade)
        }
        Advice::Further { .. } | Advice::Nothing { .. } => None,
    });
    let mut used: Vec<(&Label, &str)> = verdicts.flat_map(judged_by).chain(levels).collect();
    used.sort();
    used.dedup();
    let mut all: Vec<KnowledgeVersion> = Vec::new();
    for one in known {
        let versions = used.iter().filter(|(name, _)| **name == one.name);
        all.extend(
            versions.map(|(_, version)| KnowledgeVersion { version: (*version).to_owned(), ..one.clone() }),
        );
    }
    // A scale that the present knowledge does not have any more is named all the same.
    let gone = used.iter().filter(|(name, _)| known.iter().all(|one| one.name != **name));
    all.extend(gone.map(|(name, version)| KnowledgeVersion {
        name: (*name).clone(),
        version: (*version).to_owned(),
        source: String::new(),
        remark: None,
    }));
    if content.findings.iter().any(|row| row.gene_role.is_some()) {
        let GeneRoles { name, version, source, remark, .. } = &letterhead.gene_roles;
        all.push(KnowledgeVersion {
            name: name.clone(),
            version: version.clone(),
            source: source.clone(),
            remark: remark.clone(),
        });
    }
    all.extend(cited(content));
    all
}

/// The knowledge from which rows of evidence were cited, each version once.
fn cited(content: &ReportContent) -> Vec<KnowledgeVersion> {
    let of_verdicts = content.findings.iter().filter_map(|row| row.panel.as_ref());
    let rows = of_verdicts
        .flat_map(|decision| &decision.verdict.evidence)
        .chain(content.recommendations.iter().flat_map(|given| &given.evidence));
    let versions: BTreeSet<(&str, &str)> =
        rows.map(|row| (row.source.as_str(), row.version.as_str())).collect();
    let version = |(source, version): (&str, &str)| KnowledgeVersion {
        name: same(source),
        version: version.to_owned(),
        source: source.to_owned(),
        remark: None,
    };
    versions.into_iter().map(version).collect()
}

/// Leaves the scales that two revisions share, for whose versions may differ.
pub(super) fn keep_common(before: &mut Vec<KnowledgeVersion>, after: &mut Vec<KnowledgeVersion>) {
    let shared = |one: &KnowledgeVersion, others: &[KnowledgeVersion]| {
        others.iter().any(|other| other.name == one.name)
    };
    before.retain(|one| shared(one, after));
    after.retain(|one| shared(one, before));
}

fn grade(grade: &Grade) -> (&Label, &str) {
    (&grade.scale_name, &grade.version)
}

fn judged_by(verdict: &Verdict) -> Vec<(&Label, &str)> {
    let class = match &verdict.call {
        Call::Classified { grade: class } => Some(grade(class)),
        Call::Deferred { .. } => None,
    };
    let scheme = verdict.basis.as_ref().map(|basis| (&basis.scheme_name, basis.version.as_str()));
    class.into_iter().chain(scheme).collect()
}
