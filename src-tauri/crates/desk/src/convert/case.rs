//! A case for the screen.

use super::{
    Reader, agreement, circumstances_view, decision_view, details_form, finding_row, gap_view, grade_view,
    is_yours, label, ledger, ledger_dates, moment, note, quorum_view, set_aside, statement_view,
    tumour_sample,
};
use crate::view::CompanionUseView;
use crate::view::{
    AdviceKind, AssemblyView, AttendeeView, CaseView, CourseView, DecisionView, DocumentView, FindingRow,
    IdentityView, MeetingRecordView, PatientView, PrintedSignatureView, ReadAnewView, RecommendationView,
    ReferralCriterionView, ReferralMatchView, ReferralView, ReportView, SignatureView, SourceView, StepView,
    TestView, UnfilledView,
};
use chrono::NaiveDate;
use entaku_domain::case::{Case, FinalReport, Source};
use entaku_domain::companion::{RULE, StatedCompanionUse};
use entaku_domain::finding::Finding;
use entaku_domain::gap::Gap;
use entaku_domain::genome::Assembly;
use entaku_domain::label::Language;
use entaku_domain::meeting_record::{Attendance, MeetingRecord};
use entaku_domain::patient::DisclosureWish;
use entaku_domain::phrase::Unfilled;
use entaku_domain::recommendation::{Advice, GivenRecommendation, ranked};
use entaku_domain::referral::{MatchedCriterion, MatchedTrial, RecordedStep, TrackedReferral};
use entaku_domain::signing::ReportSignature;
use entaku_domain::text::Text;
use entaku_domain::words::laboratory;
use entaku_knowledge::Knowledge;

fn words(text: &Option<Text>) -> Option<String> {
    text.as_ref().map(ToString::to_string)
}

fn texts(all: &[Text]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

/// How the signatures under the open report stand.
#[derive(Default)]
pub(crate) struct Signing {
    /// One row for each capacity; none where the report is finalised.
    pub(crate) rows: Vec<SignatureView>,
    /// What keeps it from being finalised.
    pub(crate) gap: Option<Gap>,
}

/// How a case is asked for.
pub(crate) struct Asked<'a> {
    /// Today.
    pub(crate) today: NaiveDate,
    /// Whether it is an earlier state.
    pub(crate) past: bool,
    /// Whether every field as written is wanted.
    pub(crate) verbatim: bool,
    /// Language of what has no label.
    pub(crate) language: Language,
    /// What is known beside the case.
    pub(crate) knowledge: &'a Knowledge,
    /// Who reads.
    pub(crate) reader: Reader<'a>,
    /// How the signatures stand.
    pub(crate) signing: Signing,
    /// What reads otherwise now, and that a person has to decide.
    pub(crate) read_anew: (Option<ReadAnewView>, Vec<Gap>),
}

/// A case as one reader's screen shows it.
pub(crate) fn case_view(case: &Case, wanted: Asked<'_>) -> CaseView {
    let Asked { today, past, verbatim, language, knowledge, ref reader, signing, read_anew } = wanted;
    let asked = reader.asked(case);
    let standing = ranked(case.standing_recommendations(), |given| &given.recommendation.advice);
    let mut recommendations: Vec<_> =
        standing.map(|(rank, given)| recommendation(case, rank, given)).collect();
    recommendations.extend(
        case.recommendations
            .iter()
            .filter(|given| given.withdrawn.is_some())
            .map(|given| recommendation(case, 0, given)),
    );
    let mut decisions: Vec<_> = case.decisions.iter().collect();
    decisions.sort_by_key(|(id, decision)| (decision.at, **id));
    let findings: Vec<_> = case
        .findings
        .iter()
        .map(|finding| finding_row(case, finding, verbatim, knowledge, reader, &asked))
        .collect();
    let asks =
        |(finding, row): (&Finding, &FindingRow)| row.germline.question.is_some().then_some(finding.id);
    let asking = case.findings.iter().zip(&findings).filter_map(asks).collect();
    let reminders = case.reminders(reader.awaited(case), asking);
    let gaps = case.finalisation_gaps().into_iter().chain(read_anew.1).chain(signing.gap);
    let gaps: Vec<Gap> = gaps.collect();
    CaseView {
        case_id: case.id.to_string(),
        case_no: words(&case.number).unwrap_or_default(),
        status: case.status(),
        version: case.version,
        received_at: case.received_on.map(|day| day.to_string()).unwrap_or_default(),
        days: case.received_on.map_or(0, |day| days(day, today)),
        revision: case.next_revision().saturating_sub(1),
        open: case.is_open() && !past,
        past,
        patient: patient(case),
        test: test(case),
        course: course(case),
        sources: case
            .sources
            .iter()
            .enumerate()
            .map(|(index, given)| source(index, given, case, language))
            .collect(),
        findings,
        decisions: decisions
            .into_iter()
            .map(|(id, decision)| DecisionView {
                finding_id: id.to_string(),
                verdict: decision_view(decision),
            })
            .collect(),
        recommendations,
        referrals: case.referrals.iter().map(referral).collect(),
        milestones: ledger_dates(case),
        meeting: case.meeting.as_ref().map(meeting),
        summary: words(&case.summary),
        reports: case.reports.iter().map(report).collect(),
        amendment: case.amendment.as_ref().map(|amendment| amendment.reason.to_string()),
        companion: case.companion.as_ref().map(companion),
        agreement: agreement(case, reader),
        read_anew: read_anew.0,
        yours: gaps
            .iter()
            .chain(&reminders)
            .filter(|gap| is_yours(gap, case, reader, &signing.rows))
            .map(Gap::code)
            .collect(),
        gaps: gaps.iter().map(gap_view).collect(),
        reminders: reminders.iter().map(gap_view).collect(),
        unfilled: case.unfilled().into_iter().map(unfilled).collect(),
        signatures: signing.rows,
        not_shown: Vec::new(),
    }
}

fn unfilled(found: Unfilled) -> UnfilledView {
    UnfilledView { field: found.field, finding: found.finding.map(|id| id.to_string()), blanks: found.blanks }
}

/// Whole days since receipt; 0 for a day in the future.
pub(crate) fn days(from: NaiveDate, today: NaiveDate) -> u32 {
    u32::try_from((today - from).num_days()).unwrap_or(0)
}

/// What is missing, as the screen shows it.
fn patient(case: &Case) -> PatientView {
    let details = &case.details;
    PatientView {
        pseudonym: words(&case.number).unwrap_or_default(),
        sex: details.patient.sex,
        age: case.received_on.and_then(|day| details.patient.age_on(day)),
        tumour_type: words(&details.clinical.tumour_type),
        oncotree: words(&details.clinical.oncotree),
        diagnosis: words(&details.clinical.diagnosis),
        pathology: words(&details.clinical.pathology),
        wish: details.disclosure.wish,
        has_identity: has_identity(case),
        wish_in_file: case.wish_in_file(),
    }
}

/// Whether a name is recorded, whoever may see it.
pub(crate) fn has_identity(case: &Case) -> bool {
    let patient = &case.details.patient;
    patient.name.is_some() || patient.hospital_id.is_some()
}

pub(crate) fn identity(case: &Case) -> IdentityView {
    IdentityView { details: details_form(&case.details) }
}

fn course(case: &Case) -> CourseView {
    let told = details_form(&case.details);
    CourseView {
        performance_status: told.performance_status,
        stage: told.stage,
        past_history: told.past_history,
        family_history: told.family_history,
        hospital: told.hospital,
        department: told.department,
        attending: told.attending,
        treatments: told.treatments,
        wish_asked_on: told.wish_asked_on,
        wish_asked_by: told.wish_asked_by,
    }
}

fn test(case: &Case) -> TestView {
    let unknown = Assembly::unknown();
    let draft = case.sources.first().map(|source| &source.draft);
    let test = draft.map(|draft| draft.test.clone()).unwrap_or_default();
    TestView {
        panel: test.panel_name,
        panel_version: test.panel_version,
        test_id: test.test_id,
        test_type_in_words: test.test_type.as_deref().map(|written| label(&laboratory::label(written))),
        test_type: test.test_type,
        software: test.software,
        reference_only: test.reference_only,
        assembly: assembly(draft.map_or(&unknown, |draft| &draft.assembly)),
        tumour_content: case.details.specimen.tumour_content,
        site: words(&case.details.specimen.site),
        collected_on: case.details.specimen.collected_on.map(|day| day.to_string()),
        adequacy: case.details.specimen.adequacy,
        quality: words(&case.details.specimen.quality),
        ccat_findings: case.details.ccat_findings.state,
        ccat_findings_on: case.details.ccat_findings.made_on.map(|day| day.to_string()),
    }
}

pub(crate) fn assembly(assembly: &Assembly) -> AssemblyView {
    AssemblyView { name: assembly.name.name().to_owned(), source: assembly.source }
}

fn source(index: usize, source: &Source, case: &Case, language: Language) -> SourceView {
    let draft = &source.draft;
    SourceView {
        name: draft.file.name.clone(),
        format: draft.file.format.clone(),
        format_version: draft.file.format_version.clone(),
        sha256: draft.file.sha256.to_string(),
        assembly: assembly(&draft.assembly),
        at: moment(source.at),
        by: source.by.name.to_string(),
        tumour_sample: tumour_sample(draft),
        guessed_sample: case
            .guessed_samples()
            .into_iter()
            .find(|(guessed, _)| *guessed == index)
            .map(|(_, name)| name.to_owned()),
        comments: draft.comments.clone(),
        statements: draft
            .statements
            .iter()
            .filter(|statement| statement.about.is_empty())
            .map(|statement| statement_view(statement, &draft.file.name))
            .collect(),
        ledger: ledger(&draft.ledger),
        notes: draft.notes.iter().map(|found| note(found, language)).collect(),
        set_aside: draft.set_aside.iter().map(set_aside).collect(),
    }
}

fn companion(stated: &StatedCompanionUse) -> CompanionUseView {
    let StatedCompanionUse { what, by, ended, .. } = stated;
    CompanionUseView {
        targets: what.targets.iter().map(ToString::to_string).collect(),
        drug: words(&what.drug),
        tested_on: what.tested_on.to_string(),
        by: by.by.name.to_string(),
        at: moment(by.at),
        ended: words(ended),
        rule: RULE.to_owned(),
    }
}

fn recommendation(case: &Case, rank: u32, given: &GivenRecommendation) -> RecommendationView {
    let inner = &given.recommendation;
    let mut view = RecommendationView {
        recommendation_id: inner.id.to_string(),
        rank,
        kind: AdviceKind::Nothing,
        findings: inner.findings.iter().map(ToString::to_string).collect(),
        drugs: Vec::new(),
        route: None,
        evidence: None,
        trial: None,
        further: None,
        withheld: inner.advice.is_germline_matter() && case.details.disclosure.wish != DisclosureWish::Wants,
        text: None,
        rationale: words(&inner.rationale),
        cited: inner.evidence.iter().map(super::evidence::cited).collect(),
        approval: inner.access.approval,
        basket_study: inner.access.basket_study,
        site: words(&inner.access.site),
        needs: inner.access.needs.iter().map(Into::into).collect(),
        contraindications: words(&inner.contraindications),
        proposed_by: words(&inner.proposed_by),
        by: given.by.name.to_string(),
        at: moment(given.at),
        withdrawn: words(&given.withdrawn),
    };
    match &inner.advice {
        Advice::Treatment { drugs, route, evidence, trial } => {
            view.kind = AdviceKind::Treatment;
            view.drugs = texts(drugs);
            view.route = Some(*route);
            view.evidence = evidence.as_ref().map(grade_view);
            view.trial = trial.as_ref().map(ToString::to_string);
        }
        Advice::Considered { drugs, evidence, reason } => {
            view.kind = AdviceKind::Considered;
            view.drugs = texts(drugs);
            view.evidence = evidence.as_ref().map(grade_view);
            view.text = Some(reason.to_string());
        }
        Advice::Further { kind, step } => {
            view.kind = AdviceKind::Further;
            view.further = Some(*kind);
            view.text = Some(step.to_string());
        }
        Advice::Nothing { reason } => {
            view.kind = AdviceKind::Nothing;
            view.text = Some(reason.to_string());
        }
    }
    view
}

fn referral(tracked: &TrackedReferral) -> ReferralView {
    let inner = &tracked.referral;
    ReferralView {
        referral_id: inner.id.to_string(),
        recommendation_id: inner.recommendation.as_ref().map(ToString::to_string),
        findings: inner.findings.iter().map(ToString::to_string).collect(),
        trial: inner.trial.to_string(),
        registry: inner.trial.registry().map_or(String::new(), |registry| registry.name().to_owned()),
        title: words(&inner.title),
        phase: words(&inner.phase),
        drugs: texts(&inner.drugs),
        site: words(&inner.site),
        contact: words(&inner.contact),
        as_of: inner.as_of.map(|day| day.to_string()),
        eligibility: words(&inner.eligibility),
        matched: inner.matched.as_ref().map(stood),
        status: tracked.status(),
        ended: tracked.status().is_end(),
        next_check: tracked
            .steps
            .last()
            .and_then(|recorded| recorded.step.next_check)
            .map(|day| day.to_string()),
        steps: tracked.steps.iter().map(step).collect(),
    }
}

fn stood(matched: &MatchedTrial) -> ReferralMatchView {
    let criterion = |one: &MatchedCriterion| ReferralCriterionView {
        text: label(&one.text),
        state: one.state,
        why: label(&one.why),
        ticked_by: words(&one.ticked_by),
    };
    ReferralMatchView {
        source: matched.source.clone(),
        version: matched.version.clone(),
        as_of: matched.as_of.clone(),
        arm: matched.arm.clone(),
        recruitment: matched.recruitment.clone(),
        state: matched.state,
        criteria: matched.criteria.iter().map(criterion).collect(),
    }
}

fn step(recorded: &RecordedStep) -> StepView {
    StepView {
        status: recorded.step.status,
        on: recorded.step.on.to_string(),
        reason: words(&recorded.step.reason),
        next_check: recorded.step.next_check.map(|day| day.to_string()),
        by: recorded.by.name.to_string(),
        at: moment(recorded.at),
    }
}

/// A participant.
pub(crate) fn attendee(person: &Attendance) -> AttendeeView {
    AttendeeView {
        member_id: person.member.as_ref().map(ToString::to_string),
        name: person.name.to_string(),
        institution: words(&person.institution),
        qualifications: person.qualifications.clone(),
        institution_kind: person.institution_kind,
        field: words(&person.field),
        full_time: person.full_time,
        role: person.role,
    }
}

fn meeting(meeting: &MeetingRecord) -> MeetingRecordView {
    MeetingRecordView {
        held_on: meeting.held_on.to_string(),
        mode: meeting.mode,
        reason: words(&meeting.reason),
        attending: meeting.attending,
        attendance: meeting.attendance.iter().map(attendee).collect(),
        minutes: words(&meeting.minutes),
        circumstances: meeting.circumstances.as_ref().map(circumstances_view),
        quorum: meeting.quorum.as_deref().map(quorum_view),
        meeting_id: meeting.meeting.as_ref().map(ToString::to_string),
        without_quorum: meeting.without_quorum.as_ref().map(|one| crate::view::WithoutQuorumView {
            reason: one.reason.to_string(),
            name: one.name.to_string(),
            role: one.role,
            at: moment(one.at),
        }),
    }
}

fn printed(signature: &ReportSignature) -> PrintedSignatureView {
    PrintedSignatureView {
        capacity: signature.capacity,
        name: signature.name.to_string(),
        role: signature.role,
        at: moment(signature.at),
    }
}

fn report(report: &FinalReport) -> ReportView {
    ReportView {
        revision: report.content.revision,
        at: moment(report.at),
        by: report.by.name.to_string(),
        role: report.by.role,
        content_hash: report.content_hash.to_string(),
        reason: report.content.amendment.as_ref().map(|notice| notice.reason.to_string()),
        signatures: report.content.signatures.iter().map(printed).collect(),
        documents: report
            .documents
            .iter()
            .map(|document| DocumentView {
                language: document.language,
                sha256: document.sha256.to_string(),
                pages: document.pages,
            })
            .collect(),
    }
}
