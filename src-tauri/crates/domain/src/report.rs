//! What a report says, apart from language and layout. Composed from a case, frozen at finalisation, rendered by the
//! report crate. Its canonical JSON is what the content hash covers.

use crate::case::{CaseStatus, Difference};
use crate::companion::CompanionUse;
use crate::decision::{Decision, GermlineFlag};
use crate::draft::{Hide, PanelTest, ReceivedFile};
use crate::evidence::CitedEvidence;
use crate::finding::{Finding, FindingKind};
use crate::gene_role::{GeneRole, GeneRoles};
use crate::genome::Assembly;
use crate::ids::{CaseId, FindingId, RecommendationId};
use crate::known_test::{Assay, Coverage, KnownTest, TestCatalogue};
use crate::label::Label;
use crate::meeting_record::{Attendance, MeetingMode, MeetingRecord};
use crate::member::Role;
use crate::note::Ledger;
use crate::patient::{CcatFindings, Clinical, DisclosureWish, Patient, Specimen};
use crate::protein::FigureFacts;
use crate::recommendation::{Access, Advice};
use crate::referral::TrackedReferral;
use crate::signing::ReportSignature;
use crate::template::Template;
use crate::text::Text;
use crate::words::laboratory;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

mod changes;
mod compose;
mod in_words;
mod signed;
mod sources;
mod used;
mod withhold;

pub use changes::{Change, ChangedPart, changes};
pub use compose::compose;
pub use in_words::{advice_in_words, verdict_in_words};
pub use signed::signed_form;
pub(crate) use withhold::{report_meeting, report_referral};

/// Version of the content's shape.
pub const FORMAT: u32 = 1;

/// The report of the panel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportContent {
    /// Version of this shape.
    pub format: u32,
    /// Institution that holds the panel.
    pub institution: Text,
    /// Contact for questions.
    pub contact: Option<Text>,
    /// Case.
    pub case_id: CaseId,
    /// Number of the case.
    pub case_number: Option<Text>,
    /// Events of the case when this was composed: what the report shows is the case as it stood then. 0 where germline findings
    /// are withheld: acts on what is left out are not counted for everybody to read.
    pub case_version: u32,
    /// Revision, counted from 1.
    pub revision: u32,
    /// Draft, or finalised by whom and when.
    pub state: ReportState,
    /// What changed against the last revision, and why.
    pub amendment: Option<AmendmentNotice>,
    /// Day the draft report was received.
    pub received_on: Option<NaiveDate>,
    /// Patient.
    pub patient: Patient,
    /// Age in completed years on the day of the meeting, else of receipt.
    pub age: Option<u32>,
    /// Clinical context.
    pub clinical: Clinical,
    /// Specimen.
    pub specimen: Specimen,
    /// C-CAT調査結果: where it stands and of which day it is.
    #[serde(default, skip_serializing_if = "CcatFindings::is_empty")]
    pub ccat_findings: CcatFindings,
    /// The patient's wish about findings of heredity.
    pub wish: DisclosureWish,
    /// Whether such findings are left out because the wish is not "wants". The same whether there are any or not.
    pub germline_withheld: bool,
    /// Summary of the panel.
    pub summary: Option<Text>,
    /// Sources with their tests and accounts.
    pub sources: Vec<ReportSource>,
    /// Findings in order of kind, then of arrival.
    pub findings: Vec<ReportFinding>,
    /// Recommendations that stand, in rank order.
    pub recommendations: Vec<ReportRecommendation>,
    /// Referrals.
    pub referrals: Vec<TrackedReferral>,
    /// MeetingRecord.
    pub meeting: Option<MeetingRecord>,
    /// Companion use, under which the report gives the target's result alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub companion: Option<CompanionUse>,
    /// The site's template that it was composed with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<Template>,
    /// Signatures that stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<ReportSignature>,
    /// Scales, lists and rule-sets in force, with version and source.
    pub knowledge: Vec<KnowledgeVersion>,
    /// What the figures need beyond the findings; only of what the report names.
    #[serde(default, skip_serializing_if = "FigureFacts::is_empty")]
    pub figures: FigureFacts,
    /// Version of the program.
    pub program: String,
}

impl ReportContent {
    /// Whether the panel was omitted by the rules.
    pub fn panel_omitted(&self) -> bool {
        self.meeting.as_ref().is_some_and(|meeting| meeting.mode == MeetingMode::Omitted)
    }

    /// Its tests by their official names, those that are not known as their files name them; nothing where none is known.
    pub fn official_tests(&self) -> Vec<Label> {
        if self.sources.iter().all(|source| source.known.is_none()) {
            return Vec::new();
        }
        let written = |source: &ReportSource| {
            source.test.panel_name.as_deref().map(|name| Label { ja: name.to_owned(), en: name.to_owned() })
        };
        let name = |source: &ReportSource| {
            source.known.as_ref().map(|test| test.name.clone()).or_else(|| written(source))
        };
        self.sources.iter().filter_map(name).collect()
    }

    /// Whether its tests looked at something.
    pub fn coverage(&self, assay: Assay) -> Coverage {
        Coverage::of(assay, self.sources.iter().map(|source| source.known.as_ref()))
    }

    /// The build that a finding's coordinates count on, and where it came from.
    pub fn assembly_of(&self, row: &ReportFinding) -> Assembly {
        let source = || row.finding.source.and_then(|index| self.sources.get(index));
        match &row.finding.entry {
            Some(entry) => entry.assembly.clone(),
            None => source().map_or_else(Assembly::unknown, |source| source.assembly.clone()),
        }
    }

    /// Who led the panel (EP実施責任者), where the record says; nobody leads one that was omitted.
    pub fn panel_leads(&self) -> Vec<&Text> {
        let there = self.meeting.iter().filter(|meeting| meeting.mode != MeetingMode::Omitted);
        let led = |person: &&Attendance| person.role == Some(Role::Chair);
        there.flat_map(|meeting| meeting.attendance.iter().filter(led)).map(|person| &person.name).collect()
    }

    /// Day on which a panel met; none where it was omitted.
    pub fn panel_met_on(&self) -> Option<NaiveDate> {
        self.meeting.as_ref().filter(|_| !self.panel_omitted()).map(|meeting| meeting.held_on)
    }
}

/// Draft or final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum ReportState {
    /// Not finalised. Lists what is undecided.
    #[serde(rename_all = "camelCase")]
    Draft {
        /// Where the case stands.
        status: CaseStatus,
        /// Findings without verdict.
        undecided: Vec<FindingId>,
    },
    /// Finalised.
    #[serde(rename_all = "camelCase")]
    Final {
        /// When.
        at: DateTime<FixedOffset>,
        /// By whom.
        name: Text,
        /// In which role.
        role: Role,
    },
}

/// Why this revision follows another, and what is different.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AmendmentNotice {
    /// Revision it follows.
    pub follows: u32,
    /// Why.
    pub reason: Text,
    /// What changed; computed, not typed.
    pub changes: Vec<Change>,
}

/// A source as the report names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportSource {
    /// File.
    pub file: ReceivedFile,
    /// Test.
    pub test: PanelTest,
    /// Genome build and where it came from.
    pub assembly: Assembly,
    /// Values the laboratory asks not to show.
    pub hide: Hide,
    /// What is known of the test, where it is a known one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<KnownTest>,
    /// Account of the records; none where germline findings are withheld, for a count would betray them.
    pub ledger: Option<Ledger>,
    /// What the laboratory remarks on its test, in its words; none where germline findings are withheld, for it may speak of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<String>,
    /// Number of notes made while reading; 0 where germline findings are withheld.
    pub notes: u32,
}

/// A finding as the report shows it. Values that the laboratory asks to hide are left out already.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportFinding {
    /// The finding, without its verbatim record.
    pub finding: Finding,
    /// Kind.
    pub kind: FindingKind,
    /// Gene or marker.
    pub subject: String,
    /// The change in one line.
    pub change: String,
    /// What its gene does in cancers, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gene_role: Option<GeneRole>,
    /// What its sources disagree on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<Difference>,
    /// C-CAT's verdict in its words.
    pub ccat: Option<String>,
    /// The panel's verdict.
    pub panel: Option<Decision>,
    /// The panel's germline judgement; only where the wish allows.
    pub germline: Option<GermlineFlag>,
}

/// A recommendation as the report shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportRecommendation {
    /// Rank, counted from 1; 0 of what has none, since reports say what was weighed and is not advised. Reports of before
    /// counted what works less well too.
    pub rank: u32,
    /// The recommendation of the case; none in reports of before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<RecommendationId>,
    /// Findings it rests on, as far as the report may name them.
    pub findings: Vec<FindingId>,
    /// That some of its findings are left out because of the patient's wish, which reports of before said. Never since: said
    /// only where something is left out, it told that there was something.
    pub basis_withheld: bool,
    /// The advice.
    pub advice: Advice,
    /// Reasons.
    pub rationale: Option<Text>,
    /// The evidence that it rests on, as far as the report may name the findings beside which it stood.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<CitedEvidence>,
    /// How the treatment can be had.
    #[serde(default, skip_serializing_if = "Access::is_empty")]
    pub access: Access,
    /// What speaks against it in this patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contraindications: Option<Text>,
}

impl ReportFinding {
    /// The known tests that hold the finding; none in place of one that is not known.
    pub fn tests<'a>(&'a self, sources: &'a [ReportSource]) -> impl Iterator<Item = Option<&'a KnownTest>> {
        let all = self.finding.source.into_iter().chain(self.finding.further.iter().map(|one| one.source));
        all.filter_map(|source| sources.get(source)).map(|source| source.known.as_ref())
    }

    /// The change in both languages. A name is as the report has it.
    pub fn change_in_words(&self) -> Label {
        let in_words = laboratory::change_in_words(&self.finding.read.alteration);
        in_words.unwrap_or_else(|| in_words::same(self.change.as_str()))
    }

    /// Gene or marker with the change.
    pub(crate) fn named_change(&self) -> Label {
        let (subject, change) = (&self.subject, self.change_in_words());
        Label { ja: format!("{subject} {}", change.ja), en: format!("{subject} {}", change.en) }
    }

    /// Whether a test that holds the finding read the patient's normal tissue too.
    pub fn has_matched_normal(&self, sources: &[ReportSource]) -> bool {
        let all = self.finding.source.into_iter().chain(self.finding.further.iter().map(|one| one.source));
        all.filter_map(|source| sources.get(source)).any(|source| source.test.has_matched_normal())
    }
}

/// A scale, list or rule-set with its version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KnowledgeVersion {
    /// Name.
    pub name: Label,
    /// Version.
    pub version: String,
    /// Source.
    pub source: String,
    /// What to know of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Label>,
}

/// What surrounds a case in its report.
#[derive(Debug, Clone)]
pub struct Letterhead {
    /// Institution.
    pub institution: Text,
    /// Contact.
    pub contact: Option<Text>,
    /// The site's template, where it has one.
    pub template: Option<Template>,
    /// Knowledge in force.
    pub knowledge: Vec<KnowledgeVersion>,
    /// What figures may be drawn with.
    pub figures: FigureFacts,
    /// Tests by the names that laboratories write.
    pub tests: TestCatalogue,
    /// What genes do in cancers.
    pub gene_roles: GeneRoles,
    /// Version of the program.
    pub program: String,
}
