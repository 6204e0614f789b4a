//! The case list and a case.

use super::CompanionUseView;
use super::GradeView;
use super::Moment;
use super::ReferralMatchView;
use super::finding::FindingRow;
use super::form::{DetailsForm, TreatmentForm};
use super::found::FoundIn;
use super::test::{SourceView, TestView};
use entaku_domain::case::CaseStatus;
use entaku_domain::gap::GapCode;
use entaku_domain::label::Language;
use entaku_domain::meeting_record::AttendingPart;
use entaku_domain::meeting_record::MeetingMode;
use entaku_domain::member::InstitutionKind;
use entaku_domain::member::Qualification;
use entaku_domain::member::Role;
use entaku_domain::patient::DisclosureWish;
use entaku_domain::patient::Sex;
use entaku_domain::phrase::PhraseField;
use entaku_domain::recommendation::{AccessRoute, Approval, BasketStudy, FurtherKind};
use entaku_domain::referral::ReferralStatus;
use serde::{Deserialize, Serialize};

/// A row of the case list.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CaseRowView {
    /// Identity.
    pub case_id: String,
    /// Number, which also stands for the patient until the identity is asked for.
    pub case_no: String,
    /// Status code.
    pub status: CaseStatus,
    /// Day of receipt.
    pub received_at: String,
    /// Days since receipt.
    pub days: u32,
    /// Whether the patient has waited longer than the site's limit.
    pub overdue: bool,
    /// Panel name.
    pub panel: String,
    /// Tumour type.
    pub tumour_type: String,
    /// OncoTree code.
    pub oncotree: Option<String>,
    /// Sex code and age.
    pub sex: Sex,
    /// Age in years.
    pub age: Option<u32>,
    /// Findings that need a verdict.
    pub findings: u32,
    /// … of them with verdict or deferral.
    pub judged: u32,
    /// Where the words of a search stand: for each of them, in order, the first record in which it does.
    pub found_in: Vec<FoundIn>,
}

/// A page of the case list.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CaseListView {
    /// With the first page of the whole list: cases that wait longer than the site's limit, oldest first.
    pub overdue: Vec<CaseRowView>,
    /// That limit in days from receipt.
    pub target_days: u32,
    /// Rows, latest receipt first.
    pub cases: Vec<CaseRowView>,
    /// Give this as `after` for the next page; none on the last.
    pub next: Option<String>,
    /// Cases by status code.
    pub counts: Vec<(CaseStatus, u32)>,
    /// All cases of the store.
    pub total: u32,
    /// What is left out, and not found by a search, because the reader's roles do not allow it.
    pub not_shown: Vec<super::NotShownView>,
}

/// A case.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CaseView {
    /// Identity.
    pub case_id: String,
    /// Number.
    pub case_no: String,
    /// Status code.
    pub status: CaseStatus,
    /// Give this back with every change; a change of an older state is refused.
    pub version: u32,
    /// Day of receipt.
    pub received_at: String,
    /// Days since receipt.
    pub days: u32,
    /// Last finalised revision; 0 where there is none.
    pub revision: u32,
    /// Whether what the report says may change now.
    pub open: bool,
    /// Whether this is an earlier state of the case, which cannot be changed.
    pub past: bool,
    /// Patient without identity.
    pub patient: PatientView,
    /// Test and specimen.
    pub test: TestView,
    /// The course so far.
    pub course: CourseView,
    /// Files.
    pub sources: Vec<SourceView>,
    /// Findings.
    pub findings: Vec<FindingRow>,
    /// Verdicts in the order in which they were recorded.
    pub decisions: Vec<DecisionView>,
    /// Recommendations in rank order, withdrawn ones last.
    pub recommendations: Vec<RecommendationView>,
    /// Referrals.
    pub referrals: Vec<ReferralView>,
    /// Dates of the ledger, in its order.
    pub milestones: Vec<super::MilestoneView>,
    /// Meeting.
    pub meeting: Option<MeetingRecordView>,
    /// Summary.
    pub summary: Option<String>,
    /// Finalised reports, oldest first.
    pub reports: Vec<ReportView>,
    /// Reason of the open amendment.
    pub amendment: Option<String>,
    /// Companion use of the profile, ended or not.
    pub companion: Option<CompanionUseView>,
    /// How the members' opinions stand.
    pub agreement: super::AgreementView,
    /// What today's program reads otherwise in its files, where a person has to decide.
    pub read_anew: Option<super::ReadAnewView>,
    /// What still stands between the case and its finalisation.
    pub gaps: Vec<GapView>,
    /// What should be looked at before that, although it keeps nothing from being done.
    pub reminders: Vec<GapView>,
    /// Which of both are the part of who reads.
    pub yours: Vec<GapCode>,
    /// Words written for its documents in which places in 〔 〕 wait to be filled in. Pointed out, and never refused.
    pub unfilled: Vec<UnfilledView>,
    /// Signatures under the report that is not finalised yet, one row for each capacity; none for a finalised one.
    pub signatures: Vec<super::SignatureView>,
    /// What is left out because the reader's roles do not allow it.
    pub not_shown: Vec<super::NotShownView>,
}

/// The patient as everybody at the table may see.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PatientView {
    /// What stands for the patient on the screen.
    pub pseudonym: String,
    /// Sex code.
    pub sex: Sex,
    /// Age in years on the day of receipt.
    pub age: Option<u32>,
    /// Tumour type.
    pub tumour_type: Option<String>,
    /// OncoTree code.
    pub oncotree: Option<String>,
    /// Diagnosis.
    pub diagnosis: Option<String>,
    /// Pathology.
    pub pathology: Option<String>,
    /// Disclosure wish code.
    pub wish: DisclosureWish,
    /// Whether a name is recorded (shown by `show_identity`).
    pub has_identity: bool,
    /// The wish that a file states, where it is another than the recorded one: code of `wish.<code>`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub wish_in_file: Option<DisclosureWish>,
}

/// The course of the patient's disease so far, and who looks after the patient: what the panel looks at first.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CourseView {
    /// ECOG performance status, 0 to 4.
    pub performance_status: Option<u8>,
    /// Stage.
    pub stage: Option<String>,
    /// Past history.
    pub past_history: Option<String>,
    /// Family history.
    pub family_history: Option<String>,
    /// Hospital that sends the case.
    pub hospital: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Attending physician.
    pub attending: Option<String>,
    /// Treatments so far, in their recorded order.
    pub treatments: Vec<TreatmentForm>,
    /// Day on which the patient was asked for the wish.
    pub wish_asked_on: Option<String>,
    /// Who asked.
    pub wish_asked_by: Option<String>,
}

/// The patient's identity, given on request and noted in the access log.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct IdentityView {
    /// All that people told, identity included, for the form.
    pub details: DetailsForm,
}

/// A verdict as recorded.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DecisionView {
    /// Finding.
    pub finding_id: String,
    /// Verdict.
    pub verdict: super::finding::VerdictView,
}

/// What a recommendation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum AdviceKind {
    /// Drugs by a route.
    Treatment,
    /// Drugs that were weighed and are not advised, with the reason.
    Considered,
    /// A further step.
    Further,
    /// None, with the reason.
    Nothing,
}

/// A recommendation.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RecommendationView {
    /// Identity.
    pub recommendation_id: String,
    /// Rank from 1; 0 of what has none: withdrawn, weighed and not advised, or thought to work less well.
    pub rank: u32,
    /// What it is.
    pub kind: AdviceKind,
    /// Findings.
    pub findings: Vec<String>,
    /// Drugs.
    pub drugs: Vec<String>,
    /// Route code.
    pub route: Option<AccessRoute>,
    /// Evidence.
    pub evidence: Option<GradeView>,
    /// Trial id.
    pub trial: Option<String>,
    /// Kind of further step, code of `further.<code>`.
    pub further: Option<FurtherKind>,
    /// Whether the report leaves it out because of the patient's wish.
    pub withheld: bool,
    /// Step, or reason of "nothing" and of what is not advised.
    pub text: Option<String>,
    /// Reasons.
    pub rationale: Option<String>,
    /// Rows of evidence that it rests on, as they stood then.
    pub cited: Vec<super::CitedView>,
    /// Where the drugs stand in Japan.
    pub approval: Option<Approval>,
    /// Whether the basket study could take the patient.
    pub basket_study: Option<BasketStudy>,
    /// Where it can be had.
    pub site: Option<String>,
    /// What the route needs, and what was found.
    pub needs: Vec<super::RouteNeedView>,
    /// What speaks against it in this patient.
    pub contraindications: Option<String>,
    /// Who proposed it, as whoever recorded it says.
    pub proposed_by: Option<String>,
    /// Who.
    pub by: String,
    /// When.
    pub at: Moment,
    /// Why it was withdrawn.
    pub withdrawn: Option<String>,
}

/// A referral.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReferralView {
    /// Identity.
    pub referral_id: String,
    /// Recommendation it follows.
    pub recommendation_id: Option<String>,
    /// Findings.
    pub findings: Vec<String>,
    /// Trial id.
    pub trial: String,
    /// Registry name; empty for a trial of the site's own catalogue.
    pub registry: String,
    /// Title.
    pub title: Option<String>,
    /// Phase.
    pub phase: Option<String>,
    /// Drugs.
    pub drugs: Vec<String>,
    /// Site.
    pub site: Option<String>,
    /// Contact.
    pub contact: Option<String>,
    /// Recruitment checked on.
    pub as_of: Option<String>,
    /// Remarks.
    pub eligibility: Option<String>,
    /// The criteria as they stood when the patient was referred; none where the catalogue did not tell of the trial.
    pub matched: Option<ReferralMatchView>,
    /// Present status code.
    pub status: ReferralStatus,
    /// Whether it has ended.
    pub ended: bool,
    /// Next check.
    pub next_check: Option<String>,
    /// Steps, oldest first.
    pub steps: Vec<StepView>,
}

/// A step of a referral.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StepView {
    /// Status code.
    pub status: ReferralStatus,
    /// Day.
    pub on: String,
    /// Reason.
    pub reason: Option<String>,
    /// Next check.
    pub next_check: Option<String>,
    /// Who recorded it.
    pub by: String,
    /// When it was recorded.
    pub at: Moment,
}

/// The meeting.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct MeetingRecordView {
    /// Day.
    pub held_on: String,
    /// Mode code.
    pub mode: MeetingMode,
    /// Reason for the mode.
    pub reason: Option<String>,
    /// Attending physician's part, code.
    pub attending: AttendingPart,
    /// Participants.
    pub attendance: Vec<AttendeeView>,
    /// Minutes.
    pub minutes: Option<String>,
    /// What the rules make depend on the case.
    pub circumstances: Option<super::CircumstancesView>,
    /// Whether it was quorate, as computed when it was recorded.
    pub quorum: Option<super::QuorumView>,
    /// The meeting over several cases at which it was decided.
    pub meeting_id: Option<String>,
    /// Why its result is taken although it was not quorate.
    pub without_quorum: Option<WithoutQuorumView>,
}

/// Why the result of a panel is taken although it was not quorate, and who answers for that.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct WithoutQuorumView {
    /// Why.
    pub reason: String,
    /// Who.
    pub name: String,
    /// In which role, code.
    pub role: Role,
    /// When.
    pub at: Moment,
}

/// A participant.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AttendeeView {
    /// Member, where the person is one.
    pub member_id: Option<String>,
    /// Name.
    pub name: String,
    /// Institution.
    pub institution: Option<String>,
    /// Requirement keys.
    pub qualifications: Vec<Qualification>,
    /// Kind of the institution, code.
    pub institution_kind: Option<InstitutionKind>,
    /// Clinical field.
    pub field: Option<String>,
    /// Employed full time; none where nobody has said.
    pub full_time: Option<bool>,
    /// Role code in which the person was there.
    pub role: Option<Role>,
}

/// A gap before finalisation.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct GapView {
    /// Which.
    pub code: GapCode,
    /// In words.
    pub message: super::LabelView,
    /// Findings concerned.
    pub findings: Vec<String>,
    /// Passages concerned, where people's own words are.
    pub passages: Vec<PassageView>,
    /// Roles whose part it is to see to it.
    pub roles: Vec<Role>,
}

/// A passage in somebody's own words that names what is withheld.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PassageView {
    /// Where it stands.
    pub place: super::LabelView,
    /// The passage.
    pub text: String,
    /// The words that name it.
    pub named: Vec<String>,
}

/// Words in which places wait to be filled in.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct UnfilledView {
    /// In which kind of field, code of `phraseField.<code>`.
    pub field: PhraseField,
    /// Of which finding, where it is a finding's.
    pub finding: Option<String>,
    /// The places, with their brackets.
    pub blanks: Vec<String>,
}

/// A finalised report.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReportView {
    /// Revision.
    pub revision: u32,
    /// When it was finalised.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// In which role, code.
    pub role: Role,
    /// Content hash.
    pub content_hash: String,
    /// Reason, for an amendment.
    pub reason: Option<String>,
    /// Signatures it was finalised with; none before signatures were asked for.
    pub signatures: Vec<super::PrintedSignatureView>,
    /// Documents: language, SHA-256, pages.
    pub documents: Vec<DocumentView>,
}

/// A document of a finalised report.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DocumentView {
    /// `ja` or `en`.
    pub language: Language,
    /// SHA-256 of the PDF.
    pub sha256: String,
    /// Pages.
    pub pages: u32,
}
