//! What the projections hold of a case, computed from the folded case alone.
//!
//! [`project`] gives all of it; [`change`] gives what differs between two states of a case, so that a
//! decision on a case of ten thousand findings writes one row and not ten thousand.

use crate::documents::documents_of;
use crate::projection;
use crate::projection::{
    CaseRow, FindingDecisions, FollowUp, PastDecision, ProjectionChange, SearchPart, SearchText, SubjectText,
};
use entaku_domain::case::Case;
use entaku_domain::decision::{Call, Decision};
use entaku_domain::finding::{Alteration, Finding};
use entaku_domain::genome::GenomeBuild;
use entaku_domain::grade::Grade;
use entaku_domain::ids::FindingId;
use entaku_domain::recommendation::Advice;
use entaku_domain::text::Text;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Characters of a rationale kept with a past decision: a line or two on a screen.
const REMARK: usize = 200;

/// Everything the projections hold of a case.
pub(crate) fn project(case: &Case) -> ProjectionChange {
    change(None, case)
}

/// What is to be written when a case goes from one state to another. Nothing before the case is received.
pub(crate) fn change(before: Option<&Case>, after: &Case) -> ProjectionChange {
    let Some(row) = case_row(after) else { return ProjectionChange::default() };
    let before = before.filter(|case| case.version > 0);
    let former_row = before.and_then(case_row);
    let names = |row: &CaseRow| (row.case_no.clone(), row.tumour_type.clone(), row.oncotree.clone());
    let renamed = former_row.as_ref().map(names) != Some(names(&row));

    // Most acts touch neither; then no finding's follow-up needs to be made and compared.
    let followed = before.is_some_and(|before| {
        before.recommendations != after.recommendations || before.referrals != after.referrals
    });
    // States of a case share their findings until one of them reads otherwise.
    let reads_otherwise = |id: FindingId| {
        before.is_some_and(|before| {
            !Arc::ptr_eq(&before.findings, &after.findings)
                && before.finding(id).map(|f| &f.read.alteration)
                    != after.finding(id).map(|f| &f.read.alteration)
        })
    };
    let decided = after.decisions.iter().filter(|(id, decision)| {
        renamed
            || reads_otherwise(**id)
            || before.is_none_or(|before| {
                before.decisions.get(id) != Some(*decision)
                    || followed && follow_up(before, **id) != follow_up(after, **id)
            })
    });
    let given = decided.map(|(id, decision)| FindingDecisions {
        case_id: row.case_id.clone(),
        finding_id: id.to_string(),
        renamed: reads_otherwise(*id),
        rows: after.finding(*id).map(|finding| decisions(after, &row, finding, decision)).unwrap_or_default(),
    });
    let gone = before.into_iter().flat_map(|before| before.decisions.keys());
    let gone = gone.filter(|id| !after.decisions.contains_key(id)).map(|id| FindingDecisions {
        case_id: row.case_id.clone(),
        finding_id: id.to_string(),
        renamed: false,
        rows: Vec::new(),
    });
    let past_decisions = given.chain(gone).collect();

    let mut search_texts = Vec::new();
    for (part, write) in PARTS {
        // States of a case share their findings until a source adds some or says more of them, and their text is the
        // longest by far.
        let untouched = matches!(part, SearchPart::Findings | SearchPart::Germline)
            && before.is_some_and(|b| Arc::ptr_eq(&b.findings, &after.findings));
        if untouched {
            continue;
        }
        let text = write(after);
        if before.map(write).unwrap_or_default() != text {
            search_texts.push(SearchText { case_id: row.case_id.clone(), part: *part, text });
        }
    }
    let subjects = if before.is_some_and(|before| is_matched_alike(before, after)) {
        Vec::new()
    } else {
        // A subject holds nothing that JSON cannot.
        let json = serde_json::to_string(&after.evidence_subject()).unwrap_or_default();
        vec![SubjectText { case_id: row.case_id.clone(), json }]
    };
    ProjectionChange { case_rows: vec![row], past_decisions, search_texts, subjects }
}

/// Whether evidence is matched against two states of a case alike. Most acts touch nothing of it.
fn is_matched_alike(one: &Case, other: &Case) -> bool {
    Arc::ptr_eq(&one.findings, &other.findings)
        && Arc::ptr_eq(&one.sources, &other.sources)
        && one.details.clinical.oncotree == other.details.clinical.oncotree
        && one.evidence_aside == other.evidence_aside
        && one.evidence_news == other.evidence_news
}

/// The code of a fieldless enum, as the domain serialises it.
pub(crate) fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}

fn optional(text: Option<&Text>) -> String {
    text.map_or_else(String::new, |text| text.as_str().to_owned())
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// `None` while the case was not received.
fn case_row(case: &Case) -> Option<CaseRow> {
    let (number, received_on) = (case.number.as_ref()?, case.received_on?);
    let first = case.sources.first()?;
    let needing = case.findings.iter().filter(|finding| Case::needs_verdict(finding)).count();
    let clinical = &case.details.clinical;
    Some(CaseRow {
        case_id: case.id.to_string(),
        case_no: number.to_string(),
        status: code(&case.status()),
        received_on: received_on.to_string(),
        recorded_at: first.at.to_rfc3339(),
        panel: first.draft.test.panel_name.clone().unwrap_or_default(),
        tumour_type: optional(clinical.tumour_type.as_ref()),
        oncotree: optional(clinical.oncotree.as_ref()),
        sex: code(&case.details.patient.sex),
        age: case.details.patient.age_on(received_on),
        findings_total: count(needing),
        findings_judged: count(needing.saturating_sub(case.undecided().len())),
        updated_seq: 0,
        weighed_since: case.weighed_since().map(projection::utc_of).unwrap_or_default(),
    })
}

/// One row for each gene of the finding, so that a fusion is found by either partner.
fn decisions(case: &Case, row: &CaseRow, finding: &Finding, decision: &Decision) -> Vec<PastDecision> {
    let alteration = &finding.read.alteration;
    let mut genes: BTreeSet<String> = alteration.genes().into_iter().map(ToString::to_string).collect();
    if genes.is_empty() {
        genes.insert(alteration.subject());
    }
    let verdict = &decision.verdict;
    let (grade, remark) = match &verdict.call {
        // What was decided before is shown to the panel alone, which sees everything: the list does not keep whether the
        // scale tells of heredity.
        Call::Classified { grade } => {
            (Some(Grade { germline: false, ..grade.clone() }), optional(verdict.rationale.as_ref()))
        }
        Call::Deferred { reason } => (None, reason.to_string()),
    };
    let remark: String = remark.chars().take(REMARK).collect();
    let followed = follow_up(case, finding.id);
    let past = |gene| PastDecision {
        gene,
        keys: alteration.recall_keys(&case.assembly_of(finding).name),
        decided_on: decision.at.date_naive().to_string(),
        case_id: row.case_id.clone(),
        finding_id: finding.id.to_string(),
        case_no: row.case_no.clone(),
        alteration: format!("{} {}", alteration.subject(), alteration.change()),
        tumour_type: row.tumour_type.clone(),
        oncotree: row.oncotree.clone(),
        grade: grade.clone(),
        actionable: verdict.actionable,
        remark: remark.clone(),
        follow_up: followed.clone(),
    };
    genes.into_iter().map(past).collect()
}

/// What was recommended for a finding and how far its referrals went.
fn follow_up(case: &Case, finding: FindingId) -> Vec<FollowUp> {
    let joined = |drugs: &[Text]| drugs.iter().map(Text::as_str).collect::<Vec<_>>().join(" + ");
    let recommended = case.standing_recommendations().map(|given| &given.recommendation);
    let recommended =
        recommended.filter(|one| one.findings.contains(&finding)).filter_map(|one| match &one.advice {
            Advice::Treatment { drugs, route, trial, .. } => Some(FollowUp {
                words: joined(drugs),
                route: Some(code(route)),
                trial: trial.as_ref().map(ToString::to_string),
                status: None,
            }),
            Advice::Further { step: words, .. } | Advice::Nothing { reason: words } => {
                Some(FollowUp { words: words.to_string(), route: None, trial: None, status: None })
            }
            // Was not recommended.
            Advice::Considered { .. } => None,
        });
    let referred = case.referrals.iter().filter(|tracked| tracked.referral.findings.contains(&finding));
    let referred = referred.map(|tracked| FollowUp {
        words: joined(&tracked.referral.drugs),
        route: None,
        trial: Some(tracked.referral.trial.to_string()),
        status: Some(code(&tracked.status())),
    });
    recommended.chain(referred).collect()
}

/// Writes one searchable part of a case.
type Part = fn(&Case) -> String;

/// The searchable parts of a case. What is shown of the part that names the patient is the desk's rule.
const PARTS: &[(SearchPart, Part)] = &[
    (SearchPart::Case, about),
    (SearchPart::Patient, patient),
    (SearchPart::Findings, findings),
    (SearchPart::Panel, panel),
    (SearchPart::Germline, germline),
    (SearchPart::Treatments, treatments),
    (SearchPart::Recommendations, recommendations),
    (SearchPart::Referrals, referrals),
];

/// What of a case is searched in these parts: to tell what is found of it by a reader who may not see all of it.
pub fn searchable(case: &Case, parts: &[SearchPart]) -> String {
    let wanted = PARTS.iter().filter(|(part, _)| parts.contains(part));
    wanted.map(|(_, write)| write(case)).collect::<Vec<_>>().join("\n")
}

fn lines<'t>(texts: impl IntoIterator<Item = Option<&'t Text>>) -> String {
    texts.into_iter().flatten().map(Text::as_str).collect::<Vec<_>>().join("\n")
}

fn about(case: &Case) -> String {
    let (clinical, specimen) = (&case.details.clinical, &case.details.specimen);
    let told = [
        case.number.as_ref(),
        clinical.tumour_type.as_ref(),
        clinical.oncotree.as_ref(),
        clinical.diagnosis.as_ref(),
        clinical.pathology.as_ref(),
        clinical.stage.as_ref(),
        clinical.past_history.as_ref(),
        clinical.family_history.as_ref(),
        clinical.hospital.as_ref(),
        clinical.department.as_ref(),
        clinical.attending.as_ref(),
        specimen.kind.as_ref(),
        specimen.site.as_ref(),
    ];
    let mut text = lines(told);
    for source in case.sources.iter() {
        let test = &source.draft.test;
        // By its hash a file is known again when it is sent twice.
        let hash = source.draft.file.sha256.as_str();
        for name in [test.panel_name.as_deref(), test.test_id.as_deref(), Some(hash)].into_iter().flatten() {
            text.push('\n');
            text.push_str(name);
        }
    }
    // By the hash at the foot of a page, or of a file in hand, its case is found.
    for hash in case.reports.iter().map(|report| report.content_hash.to_string()).chain(documents_of(case)) {
        text.push('\n');
        text.push_str(&hash);
    }
    for issued in &case.issued {
        text.push('\n');
        text.push_str(issued.document.content_hash.as_str());
    }
    text
}

fn treatments(case: &Case) -> String {
    lines(case.details.clinical.treatments.iter().map(|treatment| treatment.regimen.as_ref()))
}

fn patient(case: &Case) -> String {
    let patient = &case.details.patient;
    lines([
        patient.name.as_ref(),
        patient.kana.as_ref(),
        patient.hospital_id.as_ref(),
        patient.ccat_id.as_ref(),
    ])
}

fn findings(case: &Case) -> String {
    words_of(case, |finding| !case.is_germline_finding(finding.id))
}

fn germline(case: &Case) -> String {
    words_of(case, |finding| case.is_germline_finding(finding.id))
}

fn words_of(case: &Case, wanted: impl Fn(&Finding) -> bool) -> String {
    // A marker of the same words twice is found once.
    let words: BTreeSet<String> = case
        .findings
        .iter()
        .filter(|finding| Case::needs_verdict(finding) && wanted(finding))
        .flat_map(|finding| {
            // A finding is found by the name that any of its sources gives it.
            let build = case.assembly_of(finding).name;
            let further = finding.further.iter().map(|reading| &reading.read.alteration);
            let all = std::iter::once(&finding.read.alteration).chain(further);
            all.map(move |alteration| names(alteration, &build))
        })
        .collect();
    words.into_iter().collect::<Vec<_>>().join("\n")
}

fn names(alteration: &Alteration, build: &GenomeBuild) -> String {
    let (subject, change, keys) = (alteration.subject(), alteration.change(), alteration.recall_keys(build));
    let key = if keys.protein.contains("fs") { keys.protein } else { keys.general };
    // People look for `L858R` whichever way the file writes it.
    let key = if change.contains(&key) || key == subject { "" } else { &key };
    format!("{subject} {change} {key}").trim_end().to_owned()
}

fn panel(case: &Case) -> String {
    let verdicts = case.decisions.values().flat_map(|decision| {
        let reason = match &decision.verdict.call {
            Call::Deferred { reason } => Some(reason),
            Call::Classified { .. } => None,
        };
        [reason, decision.verdict.rationale.as_ref()]
    });
    // An opinion that is blind on the screen is not found by its words either.
    let on_findings = case
        .opinions
        .iter()
        .filter(|(finding, _)| case.opinions_open(Some(**finding)))
        .flat_map(|(_, members)| members.values())
        .map(|given| given.opinion.comment.as_ref());
    let on_the_case = case
        .case_opinions
        .values()
        .filter(|_| case.opinions_open(None))
        .map(|given| given.opinion.comment.as_ref());
    let opinions = on_findings.chain(on_the_case);
    let mut text = lines([case.summary.as_ref()].into_iter().chain(verdicts).chain(opinions));
    let mut add = |words: &str| {
        text.push('\n');
        text.push_str(words);
    };
    let dissent = case.decisions.values().flat_map(|decision| &decision.verdict.dissent);
    dissent.for_each(|one| add(one.words.as_str()));
    if let Some(minutes) = case.meeting.as_ref().and_then(|meeting| meeting.minutes.as_ref()) {
        add(minutes.as_str());
    }
    text
}

fn recommendations(case: &Case) -> String {
    let mut text: Vec<&str> = Vec::new();
    let mut add = |words| text.push(words);
    for given in case.standing_recommendations() {
        match &given.recommendation.advice {
            Advice::Treatment { drugs, trial, .. } => {
                drugs.iter().for_each(|drug| add(drug.as_str()));
                trial.iter().for_each(|trial| add(trial.as_str()));
            }
            Advice::Considered { drugs, reason, .. } => {
                drugs.iter().for_each(|drug| add(drug.as_str()));
                add(reason.as_str());
            }
            Advice::Further { step: words, .. } | Advice::Nothing { reason: words } => add(words.as_str()),
        }
        let own = [&given.recommendation.contraindications, &given.recommendation.access.site];
        own.into_iter().flatten().for_each(|words| add(words.as_str()));
        given.recommendation.rationale.iter().for_each(|words| add(words.as_str()));
    }
    text.join("\n")
}

fn referrals(case: &Case) -> String {
    let said = case.referrals.iter().flat_map(|tracked| {
        let referral = &tracked.referral;
        let further = referral.title.iter().chain(&referral.drugs).chain(&referral.site);
        std::iter::once(referral.trial.as_str()).chain(further.map(Text::as_str))
    });
    said.collect::<Vec<_>>().join("\n")
}
