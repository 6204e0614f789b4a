//! The acts a person can do: one file a verb, with its form, who may do it, and what it does.

mod access_log;
mod add_member;
mod add_recommendation;
mod adopt_phrase;
mod answer_news;
mod app_info;
mod arrive;
mod ask_opinions;
mod assess_quorum;
mod attend_for;
mod backup;
mod backup_plan;
mod case_documents;
mod case_evidence;
mod case_history;
mod change_agenda;
mod change_member;
mod change_password;
mod choose_consequence;
mod classification_schemes;
mod clear_words;
mod close_case_at_meeting;
mod close_meeting;
mod confirm_journal;
mod confirm_opinion;
mod confirm_proposal;
mod confirm_recovery;
mod confirm_sample;
mod counsellor_figures;
mod create_store;
mod decide_readings;
mod discard_draft;
mod drafts;
mod edit_site_list;
mod end_companion_use;
mod enter_ccat_verdict;
mod enter_finding;
mod evaluate_classification;
mod evidence_news;
mod export_all;
mod export_case;
mod export_ccat;
mod export_document;
mod export_ledger;
mod export_pedigree;
mod export_site_list;
mod family_tree;
mod figures;
mod finalise_report;
mod finding_detail;
mod germline_candidates;
mod germline_workup;
mod give_case_opinion;
mod give_opinion;
mod give_up_second_factor;
mod go_on_without_quorum;
mod heredity_words;
mod import_knowledge;
mod import_pedigree;
mod inspect_file;
mod intake;
mod issue_document;
mod judge_finding;
mod judge_germline;
mod keep_draft;
mod knowledge;
mod knowledge_imports;
mod knowledge_set_aside;
mod leave;
mod list_cases;
mod list_folder;
mod list_meetings;
mod match_trials;
mod members;
mod move_referral;
mod note_printed;
mod offer_second_factor;
mod omission_grounds;
mod open_amendment;
mod open_case;
mod open_demo;
mod open_meeting;
mod open_opinions;
mod open_store;
mod past_decisions;
mod pedigree;
mod phrases;
mod plan_meeting;
mod preferred_transcripts;
mod preview_document;
mod preview_report;
mod preview_template;
mod proposals;
mod rank_recommendations;
mod record_backup_plan;
mod record_details;
mod record_genetic_guidance;
mod record_germline_step;
mod record_heredity_words;
mod record_institution;
mod record_meeting;
mod record_milestone;
mod record_phrase;
mod record_preferred_transcripts;
mod record_relative;
mod record_rule_set;
mod record_signing_rule;
mod record_template;
mod recover_access;
mod refer_to_trial;
mod reference_code;
mod references;
mod register_reference;
mod remove_knowledge;
mod remove_member;
mod remove_reference;
mod remove_relative;
mod renew_recovery_code;
mod report_loss;
mod reset_access;
mod rest;
mod restore;
mod restore_phrase;
mod retire_phrase;
mod rule_sets;
mod set_evidence_aside;
mod set_language;
mod set_up_second_factor;
mod shipped_knowledge;
mod show_identity;
mod sign_out;
mod sign_report;
mod signing_rule;
mod site_list;
mod state_circumstances;
mod state_companion_use;
mod take_evidence_back;
mod take_up_news;
mod template;
mod template_logo;
mod tick_trial_criterion;
mod treatment_grounds;
mod trial_catalogue;
mod trial_patients;
mod trial_unknowns;
mod turn_to_case;
mod undo_family_edit;
mod usual_attendance;
mod verify_document;
mod verify_store;
mod withdraw_proposal;
mod withdraw_recommendation;
mod worklist;
mod write_explanation;
mod write_minutes;
mod write_summary;

pub use verify_store::is_printed_end;

use crate::command::Entry;

/// Gives the commands out under their own names, and puts them into the table.
macro_rules! table {
    ($($file:ident::$command:ident,)*) => {
        $(pub use $file::$command;)*

        /// Every command, in the order of a case's life.
        pub(crate) const TABLE: &[Entry] = &[$(Entry::of::<$file::$command>(),)*];
    };
}

table! {
    app_info::AppInfo,
    create_store::CreateStore,
    open_store::OpenStore,
    open_demo::OpenDemo,
    sign_out::SignOut,
    set_language::SetLanguage,
    change_password::ChangePassword,
    recover_access::RecoverAccess,
    renew_recovery_code::RenewRecoveryCode,
    offer_second_factor::OfferSecondFactor,
    set_up_second_factor::SetUpSecondFactor,
    give_up_second_factor::GiveUpSecondFactor,
    confirm_recovery::ConfirmRecovery,
    reset_access::ResetAccess,
    report_loss::ReportLoss,
    access_log::AccessLog,
    restore::Restore,
    backup::Backup,
    backup_plan::BackupPlan,
    record_backup_plan::RecordBackupPlan,
    add_member::AddMember,
    change_member::ChangeMember,
    remove_member::RemoveMember,
    members::Members,
    proposals::Proposals,
    confirm_proposal::ConfirmProposal,
    withdraw_proposal::WithdrawProposal,
    record_institution::RecordInstitution,
    references::References,
    register_reference::RegisterReference,
    remove_reference::RemoveReference,
    rule_sets::RuleSets,
    record_rule_set::RecordRuleSet,
    knowledge::Knowledge,
    import_knowledge::ImportKnowledge,
    knowledge_imports::KnowledgeImports,
    shipped_knowledge::ShippedKnowledge,
    knowledge_set_aside::KnowledgeSetAside,
    remove_knowledge::RemoveKnowledge,
    site_list::SiteList,
    edit_site_list::EditSiteList,
    export_site_list::ExportSiteList,
    classification_schemes::ClassificationSchemes,
    evaluate_classification::EvaluateClassification,
    inspect_file::InspectFile,
    list_folder::ListFolder,
    intake::Intake,
    list_cases::ListCases,
    open_case::OpenCase,
    show_identity::ShowIdentity,
    finding_detail::FindingDetail,
    case_evidence::CaseEvidence,
    germline_candidates::GermlineCandidates,
    set_evidence_aside::SetEvidenceAside,
    take_evidence_back::TakeEvidenceBack,
    reference_code::ReferenceCode,
    evidence_news::EvidenceNews,
    answer_news::AnswerNews,
    take_up_news::TakeUpNews,
    figures::Figures,
    case_history::CaseHistory,
    record_details::RecordDetails,
    pedigree::Pedigree,
    import_pedigree::ImportPedigree,
    export_pedigree::ExportPedigree,
    germline_workup::GermlineWorkup,
    record_germline_step::RecordGermlineStep,
    record_genetic_guidance::RecordGeneticGuidance,
    worklist::Worklist,
    counsellor_figures::CounsellorFigures,
    family_tree::FamilyTree,
    record_relative::RecordRelative,
    remove_relative::RemoveRelative,
    undo_family_edit::UndoFamilyEdit,
    state_companion_use::StateCompanionUse,
    end_companion_use::EndCompanionUse,
    give_opinion::GiveOpinion,
    give_case_opinion::GiveCaseOpinion,
    confirm_opinion::ConfirmOpinion,
    ask_opinions::AskOpinions,
    open_opinions::OpenOpinions,
    confirm_sample::ConfirmSample,
    clear_words::ClearWords,
    choose_consequence::ChooseConsequence,
    decide_readings::DecideReadings,
    heredity_words::HeredityWords,
    record_heredity_words::RecordHeredityWords,
    preferred_transcripts::PreferredTranscripts,
    record_preferred_transcripts::RecordPreferredTranscripts,
    enter_finding::EnterFinding,
    judge_finding::JudgeFinding,
    enter_ccat_verdict::EnterCcatVerdict,
    judge_germline::JudgeGermline,
    add_recommendation::AddRecommendation,
    withdraw_recommendation::WithdrawRecommendation,
    rank_recommendations::RankRecommendations,
    trial_catalogue::TrialCatalogue,
    match_trials::MatchTrials,
    tick_trial_criterion::TickTrialCriterion,
    trial_patients::TrialPatients,
    trial_unknowns::TrialUnknowns,
    refer_to_trial::ReferToTrial,
    move_referral::MoveReferral,
    assess_quorum::AssessQuorum,
    omission_grounds::OmissionGrounds,
    treatment_grounds::TreatmentGrounds,
    usual_attendance::UsualAttendance,
    record_milestone::RecordMilestone,
    record_meeting::RecordMeeting,
    go_on_without_quorum::GoOnWithoutQuorum,
    plan_meeting::PlanMeeting,
    change_agenda::ChangeAgenda,
    list_meetings::ListMeetings,
    open_meeting::OpenMeeting,
    arrive::Arrive,
    attend_for::AttendFor,
    state_circumstances::StateCircumstances,
    leave::Leave,
    turn_to_case::TurnToCase,
    write_minutes::WriteMinutes,
    close_case_at_meeting::CloseCaseAtMeeting,
    close_meeting::CloseMeeting,
    write_summary::WriteSummary,
    preview_report::PreviewReport,
    template::Template,
    template_logo::TemplateLogo,
    record_template::RecordTemplate,
    preview_template::PreviewTemplate,
    phrases::Phrases,
    record_phrase::RecordPhrase,
    adopt_phrase::AdoptPhrase,
    retire_phrase::RetirePhrase,
    restore_phrase::RestorePhrase,
    sign_report::SignReport,
    signing_rule::SigningRule,
    record_signing_rule::RecordSigningRule,
    finalise_report::FinaliseReport,
    open_amendment::OpenAmendment,
    export_document::ExportDocument,
    note_printed::NotePrinted,
    verify_document::VerifyDocument,
    case_documents::CaseDocuments,
    write_explanation::WriteExplanation,
    preview_document::PreviewDocument,
    issue_document::IssueDocument,
    export_ledger::ExportLedger,
    export_ccat::ExportCcat,
    export_case::ExportCase,
    export_all::ExportAll,
    past_decisions::PastDecisions,
    keep_draft::KeepDraft,
    drafts::Drafts,
    discard_draft::DiscardDraft,
    verify_store::VerifyStore,
    confirm_journal::ConfirmJournal,
    rest::Rest,
}
