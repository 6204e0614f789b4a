//! The one table of commands: name, arguments, answer, and the act behind it. Both shells, the typed client of the
//! screen and the permissions of the window come from it.

use crate::acts;
use crate::desk::Desk;
use crate::error::{ApiError, Code, Outcome, Problem, internal};
use crate::permission::Right;
use crate::schema::{Types, given, taken};
use crate::view::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

/// A command as the terminal lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CommandInfo {
    /// Name.
    pub name: &'static str,
    /// Type of its arguments.
    pub args: &'static str,
    /// Type of its answer.
    pub returns: &'static str,
}

macro_rules! commands {
    ($($name:ident($args:ty) -> $returns:ty, $right:ident = $act:path;)*) => {
        /// Every command with its types.
        pub const COMMANDS: &[CommandInfo] = &[
            $(CommandInfo { name: stringify!($name), args: stringify!($args), returns: stringify!($returns) },)*
        ];

        /// How to come by the schemas of each.
        pub(crate) const TYPES: &[Types] = &[
            $(Types { name: stringify!($name), args: taken::<$args>, returns: given::<$returns> },)*
        ];

        /// The right each command needs.
        pub(crate) const RIGHTS: &[(&str, Right)] = &[$((stringify!($name), Right::$right),)*];

        /// Checks the right and carries out a command by its name.
        pub(crate) fn route(desk: &mut Desk, name: &str, args: Value) -> Outcome<Box<RawValue>> {
            match name {
                $(stringify!($name) => {
                    desk.take_role(Right::$right)?;
                    run::<$args, $returns>(desk, name, args, $act)
                })*
                _ => Err(Problem::new(
                    Code::BadRequest,
                    format!("「{name}」という操作はありません。"),
                    format!("There is no command “{name}”."),
                )),
            }
        }
    };
}

commands! {
    app_info(NoArgs) -> AppInfo, Anybody = acts::app::app_info;
    create_store(CreateStore) -> StoreCreated, Anybody = acts::store::create_store;
    open_store(OpenStore) -> SessionView, Anybody = acts::store::open_store;
    open_demo(OpenDemo) -> SessionView, Anybody = acts::demo::open_demo;
    sign_out(NoArgs) -> AppInfo, Anybody = acts::app::sign_out;
    set_language(SetLanguage) -> AppInfo, Anybody = acts::app::set_language;
    change_password(ChangePassword) -> SessionView, Read = acts::members::change_password;
    recover_access(RecoverAccess) -> SessionView, Anybody = acts::store::recover_access;
    add_member(AddMember) -> Vec<MemberView>, Administer = acts::members::add_member;
    change_member(ChangeMember) -> Vec<MemberView>, Administer = acts::members::change_member;
    remove_member(RemoveMember) -> Vec<MemberView>, Administer = acts::members::remove_member;
    members(NoArgs) -> Vec<MemberView>, Read = acts::members::members;
    record_institution(RecordInstitution) -> SessionView, Administer = acts::members::record_institution;
    references(NoArgs) -> Vec<ReferenceView>, Read = acts::references::references;
    register_reference(RegisterReference) -> Vec<ReferenceView>, Rules = acts::references::register_reference;
    remove_reference(RemoveReference) -> Vec<ReferenceView>, Rules = acts::references::remove_reference;
    rule_sets(NoArgs) -> RuleSetsView, Read = acts::rule_sets::rule_sets;
    record_rule_set(RecordRuleSet) -> RuleSetsView, Rules = acts::rule_sets::record_rule_set;
    knowledge(NoArgs) -> KnowledgeView, Anybody = acts::app::knowledge;
    classification_schemes(NoArgs) -> Vec<SchemeView>, Anybody = acts::classification::classification_schemes;
    evaluate_classification(EvaluateClassification) -> EvaluationView, Anybody = acts::classification::evaluate_classification;
    inspect_file(InspectFile) -> InspectionView, Anybody = acts::intake::inspect_file;
    list_folder(ListFolder) -> FolderView, Anybody = acts::intake::list_folder;
    intake(Intake) -> IntakeResult, Prepare = acts::intake::intake;
    list_cases(ListCases) -> CaseListView, Read = acts::cases::list_cases;
    open_case(OpenCase) -> CaseView, Read = acts::cases::open_case;
    show_identity(CaseArgs) -> IdentityView, Read = acts::cases::show_identity;
    finding_detail(FindingArgs) -> FindingDetailView, Read = acts::findings::finding_detail;
    figures(Figures) -> FiguresView, Read = acts::figures::figures;
    case_history(CaseArgs) -> Vec<HistoryEntry>, Read = acts::cases::case_history;
    record_details(RecordDetails) -> CaseView, Prepare = acts::cases::record_details;
    give_opinion(GiveOpinion) -> CaseView, Prepare = acts::opinions::give_opinion;
    give_case_opinion(GiveCaseOpinion) -> CaseView, Prepare = acts::opinions::give_case_opinion;
    confirm_opinion(OpinionsOf) -> CaseView, Opine = acts::opinions::confirm_opinion;
    ask_opinions(AskOpinions) -> CaseView, Prepare = acts::opinions::ask_opinions;
    open_opinions(OpinionsOf) -> CaseView, Preside = acts::opinions::open_opinions;
    confirm_sample(ConfirmSample) -> CaseView, Prepare = acts::readings::confirm_sample;
    clear_words(ClearWords) -> CaseView, Decide = acts::own_words::clear_words;
    choose_consequence(ChooseConsequence) -> CaseView, Decide = acts::readings::choose_consequence;
    decide_readings(DecideReadings) -> CaseView, Decide = acts::readings::decide_readings;
    heredity_words(NoArgs) -> HeredityWordsView, Read = acts::heredity_words::heredity_words;
    record_heredity_words(RecordHeredityWords) -> HeredityWordsView, Rules = acts::heredity_words::record_heredity_words;
    preferred_transcripts(NoArgs) -> PreferredTranscriptsView, Read = acts::preferred::preferred_transcripts;
    record_preferred_transcripts(RecordPreferredTranscripts) -> PreferredTranscriptsView, Rules = acts::preferred::record_preferred_transcripts;
    enter_finding(EnterFinding) -> CaseView, Prepare = acts::enter_finding::enter_finding;
    judge_finding(JudgeFinding) -> CaseView, Decide = acts::findings::judge_finding;
    enter_ccat_verdict(EnterCcatVerdict) -> CaseView, Prepare = acts::findings::enter_ccat_verdict;
    judge_germline(JudgeGermline) -> CaseView, Decide = acts::findings::judge_germline;
    add_recommendation(AddRecommendation) -> CaseView, Decide = acts::treatment::add_recommendation;
    withdraw_recommendation(WithdrawRecommendation) -> CaseView, Decide = acts::treatment::withdraw_recommendation;
    rank_recommendations(RankRecommendations) -> CaseView, Decide = acts::treatment::rank_recommendations;
    refer_to_trial(ReferToTrial) -> CaseView, Prepare = acts::treatment::refer_to_trial;
    move_referral(MoveReferral) -> CaseView, Prepare = acts::treatment::move_referral;
    assess_quorum(RecordMeeting) -> QuorumCheckView, Read = acts::meeting::assess_quorum;
    record_milestone(RecordMilestone) -> CaseView, Prepare = acts::milestones::record_milestone;
    record_meeting(RecordMeeting) -> CaseView, Prepare = acts::meeting::record_meeting;
    plan_meeting(PlanMeeting) -> SittingView, Prepare = acts::sitting::plan_meeting;
    change_agenda(ChangeAgenda) -> SittingView, Prepare = acts::sitting::change_agenda;
    list_meetings(NoArgs) -> Vec<SittingRowView>, Read = acts::sitting::list_meetings;
    open_meeting(MeetingArgs) -> SittingView, Read = acts::sitting::open_meeting;
    arrive(Arrive) -> SittingView, Prepare = acts::sitting::arrive;
    attend_for(AttendFor) -> SittingView, Prepare = acts::sitting::attend_for;
    state_circumstances(StateCircumstances) -> SittingView, Prepare = acts::sitting::state_circumstances;
    leave(Leave) -> SittingView, Prepare = acts::sitting::leave;
    turn_to_case(TurnToCase) -> SittingView, Prepare = acts::sitting::turn_to_case;
    write_minutes(WriteMinutes) -> SittingView, Prepare = acts::sitting::write_minutes;
    close_case_at_meeting(CloseCaseAtMeeting) -> SittingView, Prepare = acts::sitting::close_case_at_meeting;
    close_meeting(CloseMeeting) -> SittingView, Prepare = acts::sitting::close_meeting;
    write_summary(WriteSummary) -> CaseView, Prepare = acts::meeting::write_summary;
    preview_report(PreviewReport) -> PreviewView, Read = acts::report::preview_report;
    template(NoArgs) -> TemplateStateView, Read = acts::templates::template;
    template_logo(TemplateLogo) -> LogoView, Read = acts::logos::template_logo;
    record_template(RecordTemplate) -> TemplateStateView, Rules = acts::templates::record_template;
    preview_template(PreviewTemplate) -> PreviewView, Rules = acts::templates::preview_template;
    phrases(ListPhrases) -> PhrasesView, Read = acts::phrases::phrases;
    record_phrase(RecordPhrase) -> PhrasesView, Phrases = acts::phrases::record_phrase;
    adopt_phrase(AdoptPhrase) -> PhrasesView, Phrases = acts::phrases::adopt_phrase;
    retire_phrase(RetirePhrase) -> PhrasesView, Phrases = acts::phrases::retire_phrase;
    restore_phrase(RetirePhrase) -> PhrasesView, Phrases = acts::phrases::restore_phrase;
    sign_report(SignReport) -> CaseView, Read = acts::signing::sign_report;
    signing_rule(NoArgs) -> SigningRuleView, Read = acts::signing::signing_rule;
    record_signing_rule(RecordSigningRule) -> SigningRuleView, Rules = acts::signing::record_signing_rule;
    finalise_report(FinaliseReport) -> CaseView, Finalise = acts::report::finalise_report;
    open_amendment(OpenAmendment) -> CaseView, Finalise = acts::report::open_amendment;
    export_document(ExportDocument) -> ExportedView, Read = acts::report::export_document;
    note_printed(NotePrinted) -> (), Read = acts::report::note_printed;
    verify_document(VerifyDocument) -> DocumentCheckView, Read = acts::document_check::verify_document;
    case_documents(CaseArgs) -> CaseDocumentsView, Read = acts::explanation::case_documents;
    write_explanation(WriteExplanation) -> CaseView, Release = acts::explanation::write_explanation;
    preview_document(PreviewDocument) -> PreviewView, Read = acts::documents::preview_document;
    issue_document(IssueDocument) -> DocumentIssuedView, Release = acts::documents::issue_document;
    export_ledger(ExportTable) -> ExportedDataView, Export = acts::export::export_ledger;
    export_ccat(ExportTable) -> ExportedDataView, Export = acts::export::export_ccat;
    export_case(ExportCase) -> ExportedDataView, Export = acts::export::export_case;
    past_decisions(PastDecisions) -> Vec<PastDecisionView>, Read = acts::recall::past_decisions;
    verify_store(VerifyStore) -> VerifyView, Read = acts::app::verify_store;
    confirm_journal(ConfirmJournal) -> VerifyView, Administer = acts::app::confirm_journal;
    rest(NoArgs) -> (), Anybody = acts::app::rest;
}

fn run<A: DeserializeOwned, R: Serialize>(
    desk: &mut Desk,
    name: &str,
    args: Value,
    act: fn(&mut Desk, A) -> Outcome<R>,
) -> Outcome<Box<RawValue>> {
    // A command without arguments may be called without any.
    let args = if args.is_null() { Value::Object(serde_json::Map::new()) } else { args };
    let args = serde_json::from_value(args).map_err(|error| {
        Problem::new(
            Code::BadRequest,
            format!("{name} の引数が正しくありません: {error}"),
            format!("Arguments of {name}: {error}"),
        )
    })?;
    serde_json::value::to_raw_value(&act(desk, args)?).map_err(internal)
}

/// Carries out a command by its name. The answer is JSON text, written once: a case of hundreds of findings as a tree of
/// values costs several times the act itself.
///
/// # Errors
/// With the code and the words of what went wrong, in the desk's language.
pub fn answer(desk: &mut Desk, name: &str, args: Value) -> Result<Box<RawValue>, ApiError> {
    route(desk, name, args).map_err(|problem| problem.said(desk.language()))
}

/// As [`answer`], read back as a value: for callers that look into it.
///
/// # Errors
/// As [`answer`].
pub fn dispatch(desk: &mut Desk, name: &str, args: Value) -> Result<Value, ApiError> {
    let text = answer(desk, name, args)?;
    serde_json::from_str(text.get()).map_err(|error| internal(error).said(desk.language()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;

    #[test]
    fn the_table_and_the_list_of_names_agree() {
        let table: Vec<_> = COMMANDS.iter().map(|command| command.name).collect();
        assert_eq!(table, crate::COMMAND_NAMES, "the window's permissions are made from the list");
    }

    #[test]
    fn codes_are_distinct() {
        let codes: std::collections::BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(codes.len(), Code::ALL.len());
    }
}
