//! What minutes and agenda of a meeting over several cases say. Cases go by their numbers; no patient is named.

use super::CompanionState;
use crate::ids::{CaseId, MeetingId};
use crate::label::{Label, Language};
use crate::meeting::Meeting;
use crate::meeting_record::{Attendance, AttendingPart, Circumstances, MeetingMode, WithoutQuorum};
use crate::quorum::Quorum;
use crate::report::{ReportContent, ReportFinding, verdict_in_words};
use crate::text::Text;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

/// What minutes and agenda share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingHead {
    /// Institution.
    pub institution: Text,
    /// Contact.
    pub contact: Option<Text>,
    /// The meeting.
    pub meeting: MeetingId,
    /// Day.
    pub held_on: NaiveDate,
    /// Way of meeting.
    pub mode: MeetingMode,
    /// Its name.
    pub title: Option<Text>,
    /// Where.
    pub venue: Option<Text>,
    /// Draft or issued.
    #[serde(skip)]
    pub state: CompanionState,
}

impl MeetingHead {
    /// The head of a planned meeting; `None` before it was planned.
    pub fn of(
        meeting: &Meeting,
        institution: &Text,
        contact: Option<&Text>,
        state: CompanionState,
    ) -> Option<Self> {
        let plan = meeting.plan.as_ref()?;
        Some(Self {
            institution: institution.clone(),
            contact: contact.cloned(),
            meeting: meeting.id.clone(),
            held_on: plan.held_on,
            mode: plan.mode,
            title: plan.title.clone(),
            venue: plan.venue.clone(),
            state,
        })
    }
}

/// Minutes of a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MinutesContent {
    /// Head.
    pub head: MeetingHead,
    /// When the first person arrived.
    pub began: Option<DateTime<FixedOffset>>,
    /// When it ended.
    pub ended: Option<DateTime<FixedOffset>>,
    /// Who was there, and when.
    pub presences: Vec<Stay>,
    /// Cases in the order of the agenda.
    pub cases: Vec<CaseMinutes>,
}

/// Somebody's stay at a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Stay {
    /// Who.
    pub person: Attendance,
    /// Numbers of the cases for which the person was there as attending physician.
    pub attending_for: Vec<String>,
    /// Arrived.
    pub from: DateTime<FixedOffset>,
    /// Left; none while there.
    pub until: Option<DateTime<FixedOffset>>,
}

/// What minutes say of one case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseMinutes {
    /// Number of the case.
    pub number: String,
    /// Tumour type.
    pub tumour: Option<Text>,
    /// Whether it was on the table.
    pub discussed: bool,
    /// For how long, in seconds.
    pub seconds: u64,
    /// Attending physician's part.
    pub attending: AttendingPart,
    /// Who was there when it was decided.
    pub there: Vec<Text>,
    /// Who heard only a part.
    pub partly: Vec<Text>,
    /// Minutes as written.
    pub minutes: Option<Text>,
    /// The panel's summary.
    pub summary: Option<Text>,
    /// Verdicts: finding and the words of the verdict, with dissent by name.
    pub verdicts: Vec<(FindingNamed, Label)>,
    /// Judgements on heredity, where the patient wishes to be told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub germline: Vec<(FindingNamed, Label)>,
    /// Recommendations in rank order.
    pub recommendations: Vec<Label>,
    /// Whether the panel was quorate, as stored with the case.
    pub quorum: Option<Box<Quorum>>,
    /// What the rules made depend on the case.
    pub circumstances: Option<Circumstances>,
    /// Why the result is taken although the panel was not quorate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_quorum: Option<WithoutQuorum>,
}

/// A finding as minutes name it: number, gene or marker, change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FindingNamed {
    /// In the words of the source alone: a name of the field, and everything in minutes of before it was said in both languages.
    Written(String),
    /// In both languages.
    Said(Label),
}

impl FindingNamed {
    fn of(row: &ReportFinding) -> Self {
        let (id, change) = (row.finding.id, row.named_change());
        let named = Label { ja: format!("{id} {}", change.ja), en: format!("{id} {}", change.en) };
        if named.ja == named.en { Self::Written(named.ja) } else { Self::Said(named) }
    }

    /// The name in a language.
    pub fn get(&self, language: Language) -> &str {
        match self {
            Self::Written(name) => name,
            Self::Said(label) => label.get(language),
        }
    }
}

impl CaseMinutes {
    /// What the minutes say of a case, from its report: what is withheld there is withheld here. `now` ends what is
    /// still on the table.
    pub fn of(meeting: &Meeting, case: &CaseId, report: &ReportContent, now: DateTime<FixedOffset>) -> Self {
        let item = meeting.item(case);
        let kept = report.meeting.as_ref().filter(|record| record.meeting.as_ref() == Some(&meeting.id));
        let names = |people: Vec<Attendance>| people.into_iter().map(|person| person.name).collect();
        let judged = report.findings.iter().filter(|row| row.panel.is_some());
        Self {
            number: number(report),
            tumour: report.clinical.tumour_type.clone().or_else(|| report.clinical.diagnosis.clone()),
            discussed: meeting.turns_of(case).next().is_some(),
            seconds: meeting.seconds_on_table(case, now),
            attending: kept
                .map(|meeting| meeting.attending)
                .or(item.map(|item| item.attending))
                .unwrap_or(AttendingPart::Absent),
            there: names(meeting.attendance_for(case)),
            partly: meeting.partly_for(case).into_iter().map(|person| person.name.clone()).collect(),
            minutes: meeting.minutes.get(case).cloned(),
            summary: report.summary.clone(),
            verdicts: judged.map(|row| (FindingNamed::of(row), verdict_in_words(row))).collect(),
            germline: report
                .findings
                .iter()
                .filter_map(|row| Some((FindingNamed::of(row), germline(row, report)?)))
                .collect(),
            recommendations: report
                .recommendations
                .iter()
                .map(|given| crate::report::advice_in_words(&given.advice))
                .collect(),
            quorum: kept.and_then(|meeting| meeting.quorum.clone()),
            circumstances: kept.and_then(|meeting| meeting.circumstances.clone()),
            without_quorum: kept.and_then(|meeting| meeting.without_quorum.clone()),
        }
    }
}

/// The panel's judgement on heredity with its reason; none where the report gives none.
fn germline(row: &ReportFinding, report: &ReportContent) -> Option<Label> {
    let flag = row.germline.as_ref()?;
    let judged = flag.judgement.said(row.has_matched_normal(&report.sources)).to_label();
    Some(match &flag.reason {
        Some(reason) => {
            Label { ja: format!("{}：{reason}", judged.ja), en: format!("{}: {reason}", judged.en) }
        }
        None => judged,
    })
}

/// What people call a case of a meeting.
pub(super) fn number(report: &ReportContent) -> String {
    report.case_number.as_ref().map_or_else(|| report.case_id.to_string(), ToString::to_string)
}

/// The agenda of a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgendaContent {
    /// Head.
    pub head: MeetingHead,
    /// Cases in order.
    pub items: Vec<AgendaEntry>,
}

/// A case on a printed agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgendaEntry {
    /// Number of the case.
    pub number: String,
    /// Tumour type.
    pub tumour: Option<Text>,
    /// Tests.
    pub tests: Vec<String>,
    /// The same by their official names; nothing where none is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub official_tests: Vec<Label>,
    /// Day of receipt.
    pub received_on: Option<NaiveDate>,
    /// Minutes meant for it.
    pub budget_minutes: u32,
    /// Attending physician's part, as far as known.
    pub attending: AttendingPart,
    /// Findings that the report lists.
    pub findings: u32,
    /// What is left to do, in words.
    pub left: Vec<Label>,
}

impl AgendaEntry {
    /// A case as the agenda names it, with what is left in words.
    pub fn of(meeting: &Meeting, case: &CaseId, report: &ReportContent, left: Vec<Label>) -> Self {
        let item = meeting.item(case);
        Self {
            number: number(report),
            tumour: report.clinical.tumour_type.clone().or_else(|| report.clinical.diagnosis.clone()),
            official_tests: report.official_tests(),
            tests: report.sources.iter().filter_map(|source| source.test.panel_name.clone()).collect(),
            received_on: report.received_on,
            budget_minutes: item.map_or(0, |item| item.budget_minutes),
            attending: item.map_or(AttendingPart::Absent, |item| item.attending),
            findings: u32::try_from(report.findings.len()).unwrap_or(u32::MAX),
            left,
        }
    }
}
