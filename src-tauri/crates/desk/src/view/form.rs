//! What people fill in. Empty texts count as not given; `*` fields must be given.

use serde::{Deserialize, Serialize};

/// Patient, clinical context, specimen, disclosure wish. Also the shape of `--patient FILE.json`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DetailsForm {
    /// Hospital patient number.
    pub hospital_id: Option<String>,
    /// C-CAT registration id.
    pub ccat_id: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Kana.
    pub kana: Option<String>,
    /// `male`, `female`, `unknown`.
    pub sex: Option<String>,
    /// `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// Years.
    pub age: Option<u8>,
    /// Tumour type.
    pub tumour_type: Option<String>,
    /// OncoTree code.
    pub oncotree: Option<String>,
    /// Clinical diagnosis.
    pub diagnosis: Option<String>,
    /// Pathological diagnosis.
    pub pathology: Option<String>,
    /// Stage.
    pub stage: Option<String>,
    /// ECOG PS 0–4.
    pub performance_status: Option<u8>,
    /// Treatments.
    pub treatments: Vec<TreatmentForm>,
    /// Past history.
    pub past_history: Option<String>,
    /// Family history.
    pub family_history: Option<String>,
    /// Referring hospital.
    pub hospital: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Attending physician.
    pub attending: Option<String>,
    /// Specimen type.
    pub specimen_kind: Option<String>,
    /// Site.
    pub specimen_site: Option<String>,
    /// Method.
    pub specimen_method: Option<String>,
    /// `YYYY-MM-DD`.
    pub specimen_collected_on: Option<String>,
    /// Percent.
    pub tumour_content: Option<u8>,
    /// `adequate`, `limited`, `inadequate`.
    pub specimen_adequacy: Option<String>,
    /// What is to be known of its quality.
    pub specimen_quality: Option<String>,
    /// Where C-CAT調査結果 stands: `notRecorded`, `awaited`, `received`, `notMade`.
    pub ccat_findings: Option<String>,
    /// The day C-CAT調査結果 was made, `YYYY-MM-DD`.
    pub ccat_findings_on: Option<String>,
    /// Version of C-CAT's knowledge base that it names.
    pub ccat_findings_version: Option<String>,
    /// `wants`, `refuses`, `decidesLater`, `notAsked`.
    pub wish: Option<String>,
    /// `YYYY-MM-DD`.
    pub wish_asked_on: Option<String>,
    /// Who asked.
    pub wish_asked_by: Option<String>,
}

/// One line of treatment.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TreatmentForm {
    /// Line from 1.
    pub line: Option<u8>,
    /// Regimen.
    pub regimen: Option<String>,
    /// `YYYY-MM-DD`.
    pub from: Option<String>,
    /// `YYYY-MM-DD`.
    pub to: Option<String>,
    /// Best overall response.
    pub best_response: Option<String>,
    /// Why it ended.
    pub ended_because: Option<String>,
}

macro_rules! args {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty),* $(,)? })*) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        #[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),* })*
    };
}

pub(super) use args;

args! {
    /// No arguments.
    NoArgs {}
    /// A new store with its first member (administrator and chair unless told).
    CreateStore {
        /// Folder; the platform's data folder when left out.
        dir: Option<String>,
        /// Institution.*
        institution: String,
        /// First member's name.*
        member: String,
        /// Name for signing in; the member's name when left out.
        sign_in: Option<String>,
        /// Password.*
        password: String,
        /// Role codes.
        roles: Option<Vec<String>>,
        /// Requirement keys ア–キ.
        qualifications: Option<Vec<String>>,
    }
    /// Sign in at a store.
    OpenStore {
        /// Folder.
        dir: Option<String>,
        /// Sign-in name or member id; the first member when left out.
        sign_in: Option<String>,
        /// Password.*
        password: String,
    }
    /// The demonstration store.
    OpenDemo {
        /// Folder to make it in; a folder of its own beside the default store when left out.
        dir: Option<String>,
        /// Password of its members; a published one when left out.
        password: Option<String>,
    }
    /// Language of messages and of the screen.
    SetLanguage {
        /// `ja` or `en`.*
        language: String,
    }
    /// A new password for the member who is signed in.
    ChangePassword {
        /// The present one.*
        old: String,
        /// The new one.*
        new: String,
    }
    /// A new password by the recovery code.
    RecoverAccess {
        /// Folder.
        dir: Option<String>,
        /// The code on paper.*
        code: String,
        /// Sign-in name or member id.*
        sign_in: String,
        /// The new password.*
        password: String,
    }
    /// Institution printed on reports.
    RecordInstitution {
        /// Name.*
        institution: String,
        /// Contact.
        contact: Option<String>,
        /// Days from receipt within which the patient is to be told.
        target_days: Option<u32>,
    }
    /// A file to look into.
    InspectFile {
        /// Path.*
        path: String,
        /// Genome build, where the file does not say.
        assembly: Option<String>,
        /// Name of the tumour sample.
        tumour_sample: Option<String>,
        /// Reference genomes to compare with, beside those of the site.
        references: Option<Vec<super::RegisterReference>>,
    }
    /// A folder to look into.
    ListFolder {
        /// Path.*
        path: String,
    }
    /// Files to load.
    Intake {
        /// Take over what a file says of patient, specimen and wish, where no `details` are given.
        take_proposed: Option<bool>,
        /// Paths.*
        paths: Vec<String>,
        /// The case they belong to; a new one when left out.
        case_id: Option<String>,
        /// Version of that case as last seen.
        expected_version: Option<u32>,
        /// Each file its own case.
        batch: Option<bool>,
        /// Patient, context, specimen, wish.
        details: Option<DetailsForm>,
        /// Genome build.
        assembly: Option<String>,
        /// Tumour sample.
        tumour_sample: Option<String>,
        /// Day the report was received, ISO date; today when left out.
        received_on: Option<String>,
    }
    /// A page of the list.
    ListCases {
        /// Words to find.
        search: Option<String>,
        /// Status code.
        status: Option<String>,
        /// `next` of the page before.
        after: Option<String>,
        /// Rows, at most 500; 50 when left out.
        limit: Option<u32>,
    }
    /// A case, now or as it stood.
    OpenCase {
        /// Case.*
        case_id: String,
        /// As it stood after this event of the journal.
        at_seq: Option<u32>,
        /// Give every field of the findings as written.
        verbatim: Option<bool>,
    }
    /// A table over cases as CSV: all, those received in a period, or one.
    ExportTable {
        /// The file.*
        out: String,
        /// This case only.
        case_id: Option<String>,
        /// First day of receipt.
        from: Option<String>,
        /// Last day of receipt.
        to: Option<String>,
    }
    /// A whole case as JSON.
    ExportCase {
        /// Case.*
        case_id: String,
        /// The file.*
        out: String,
    }
    /// Figures of a case, now or as it stood.
    Figures {
        /// Case.*
        case_id: String,
        /// The protein of this finding instead of the figures of the whole case.
        finding_id: Option<String>,
        /// As it stood after this event of the journal.
        at_seq: Option<u32>,
    }
    /// A case.
    CaseArgs {
        /// Case.*
        case_id: String,
    }
    /// Patient, context, specimen, wish anew.
    RecordDetails {
        /// Case.*
        case_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// The whole of it.*
        details: DetailsForm,
    }
    /// A recommendation: `treatment` (drugs, route), `further` (text) or `nothing` (text).
    AddRecommendation {
        /// Case.*
        case_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Kind.*
        kind: String,
        /// Findings.
        findings: Option<Vec<String>>,
        /// Drugs.
        drugs: Option<Vec<String>>,
        /// Route code.
        route: Option<String>,
        /// Scale id of the level.
        evidence_scale: Option<String>,
        /// Level code.
        evidence_level: Option<String>,
        /// Trial id.
        trial: Option<String>,
        /// Kind of further step, code of `further.<code>`; `other` when left out.
        further: Option<String>,
        /// Step or reason.
        text: Option<String>,
        /// Reasons.
        rationale: Option<String>,
    }
    /// Take a recommendation back.
    WithdrawRecommendation {
        /// Case.*
        case_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Which.*
        recommendation_id: String,
        /// Why.*
        reason: String,
    }
    /// Refer to a trial.
    ReferToTrial {
        /// Case.*
        case_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Trial id.*
        trial: String,
        /// Recommendation it follows.
        recommendation_id: Option<String>,
        /// Findings.
        findings: Option<Vec<String>>,
        /// Title.
        title: Option<String>,
        /// Phase.
        phase: Option<String>,
        /// Drugs.
        drugs: Option<Vec<String>>,
        /// Site.
        site: Option<String>,
        /// Contact.
        contact: Option<String>,
        /// Scale id of the level.
        evidence_scale: Option<String>,
        /// Level code.
        evidence_level: Option<String>,
        /// Recruitment checked on, `YYYY-MM-DD`.
        as_of: Option<String>,
        /// Remarks.
        eligibility: Option<String>,
        /// First status; `candidate` when left out.
        status: Option<String>,
        /// Day of it; today when left out.
        on: Option<String>,
        /// Next check.
        next_check: Option<String>,
    }
    /// A referral reached another status.
    MoveReferral {
        /// Case.*
        case_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Which.*
        referral_id: String,
        /// Status code.*
        status: String,
        /// Day; today when left out.
        on: Option<String>,
        /// Reason or remark.
        reason: Option<String>,
        /// Next check.
        next_check: Option<String>,
    }
    /// The panel's summary.
    WriteSummary {
        /// Case.*
        case_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Text; empty takes it back.
        summary: Option<String>,
    }
    /// Look at the report: the draft of the next revision, or a finalised one.
    PreviewReport {
        /// Case.*
        case_id: String,
        /// A finalised revision; the draft when left out.
        revision: Option<u32>,
        /// `ja` or `en`; the session's language when left out.
        language: Option<String>,
        /// `a4` or `letter`, for a draft; the site's own when left out.
        paper: Option<String>,
    }
    /// Finalise.
    FinaliseReport {
        /// Case.*
        case_id: String,
        /// Version as last seen.*
        expected_version: u32,
    }
    /// Open an amendment.
    OpenAmendment {
        /// Case.*
        case_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Why.*
        reason: String,
    }
    /// Write a document to a file.
    ExportDocument {
        /// Case.*
        case_id: String,
        /// `panel`, `patient`, `referral`, `wish`; with a meeting's id as case: `minutes`, `agenda`.*
        kind: String,
        /// A finalised revision, or the number of an issue of another kind; the latest, else the draft, when left out; 0
        /// for the draft.
        revision: Option<u32>,
        /// `ja` or `en`.
        language: Option<String>,
        /// The referral a letter is about.
        referral_id: Option<String>,
        /// `ordinary` or `large`, for the patient's explanation.
        type_size: Option<String>,
        /// `without` or `with`: furigana, for the patient's explanation.
        readings: Option<String>,
        /// `a4` or `letter`, for a draft; the site's own when left out.
        paper: Option<String>,
        /// File to write.*
        out: String,
    }
    /// Note that a document that is shown goes to a printer.
    NotePrinted {
        /// Case.*
        case_id: String,
        /// SHA-256 of the document.*
        sha256: String,
    }
    /// Accept the journal as it stands after its end was found missing or replaced.
    ConfirmJournal {
        /// What was found out, and why it is accepted.*
        reason: String,
    }
    /// Check the store.
    VerifyStore {
        /// Fold every event and compare every projection and attachment.
        deep: Option<bool>,
    }
}
