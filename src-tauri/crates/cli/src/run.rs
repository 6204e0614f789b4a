//! From the words of the command line to commands of the desk.

use crate::arguments::{Choose, Command, Common, ExportWhat, Genome, Reread};
use crate::terminal::{Terminal, failed, lines_of, open, path_text, plain, read_json};
use crate::{by_form, password, print, standard_input};
use entaku_desk::acts::{
    AddMember, CaseDocuments, CaseEvidence, CaseHistory, ChooseConsequence, ClearWords, ConfirmSample,
    CreateStore, DecideReadings, ExportCase, ExportCcat, ExportDocument, ExportLedger, GermlineCandidates,
    GiveOpinion, HeredityWords, Intake, IssueDocument, JudgeFinding, ListCases, MatchTrials, Members,
    MoveReferral, OpenAmendment, OpenCase, PreferredTranscripts, RecordDetails, RecordHeredityWords,
    RecordPreferredTranscripts, References, RegisterReference, RemoveReference, Restore, SetLanguage,
    SignOut, VerifyDocument, VerifyStore, Worklist, WriteExplanation, WriteSummary,
};
use entaku_desk::codes::{Language, Readings, TypeSize};
use entaku_desk::view::{DetailsForm, ExportTable};
use entaku_desk::{ApiError, Desk, command_schemas, commands};
use serde_json::{Value, json};
use std::path::Path;

/// What was asked for.
pub(crate) enum Asked {
    /// A verb of the terminal.
    Verb(Command),
    /// A command of the desk by its name, with its fields.
    Form(String, Value),
}

/// Does what was asked. `false`: it was done, and what it looked at is not in order.
pub(crate) fn run(common: Common, asked: Asked) -> Result<bool, ApiError> {
    let Common { store, member, lang, json, password_file } = common;
    if let Asked::Verb(Command::Rules { which, list }) = asked {
        return standard_input::answer_lines(which, list.as_deref(), lang).map(|()| true);
    }
    if let Asked::Verb(Command::Commands { schema }) = asked {
        let commands = if schema { plain(&command_schemas())? } else { plain(&commands())? };
        // A schema is for programs: in lines it would be no schema any more.
        print::answer(&commands, json || schema);
        return Ok(true);
    }
    let environment = entaku_computer::environment(store).ok_or_else(|| {
        failed("file", "this user has no home folder; name the store's folder with --store DIR".to_owned())
    })?;
    let desk = Desk::new(environment).map_err(|problem| problem.said(entaku_desk::Language::default()))?;
    let mut terminal = Terminal { desk, runtime: None, member, password_file };
    terminal.desk.call(SetLanguage { language: lang })?;
    let answer = match asked {
        Asked::Verb(command) => carry_out(&mut terminal, command, lang),
        Asked::Form(name, fields) => {
            by_form::carry_out(&mut terminal, &name, &fields).map(|answer| (answer, true))
        }
    };
    // What was recorded is durable already; closing writes it from the log into the file.
    let closed = terminal.desk.call(SignOut {});
    // A file may still be read ahead of an intake that failed: nobody waits for it.
    if let Some(runtime) = terminal.runtime.take() {
        runtime.shutdown_background();
    }
    let (answer, fine) = answer?;
    print::answer(&answer, json);
    // What was done stands, whatever closing says: it was durable before.
    if let Err(unclosed) = closed {
        eprintln!("done and stored; closing the store afterwards failed: {}", unclosed.message);
    }
    Ok(fine)
}

/// What one file gave by itself, what several gave as a list.
pub(crate) fn only_one(answers: Vec<Value>) -> Value {
    match <[Value; 1]>::try_from(answers) {
        Ok([one]) => one,
        Err(all) => Value::Array(all),
    }
}

fn details_of(file: &Path) -> Result<DetailsForm, ApiError> {
    let read = serde_json::from_value(read_json(file)?);
    read.map_err(|error| failed("bad-request", format!("{}: {error}", file.display())))
}

fn carry_out(terminal: &mut Terminal, command: Command, lang: Language) -> Result<(Value, bool), ApiError> {
    let answer = match command {
        Command::Init { institution, member, sign_in, roles, qualifications } => {
            let password = password::wanted(terminal.password_file.as_deref())?;
            let made = terminal.desk.call(CreateStore {
                dir: None,
                institution,
                member,
                sign_in,
                password,
                roles: Some(roles),
                qualifications: Some(qualifications),
            })?;
            json!({ "storeId": made.store_id, "memberId": made.member_id, "recoveryCode": made.recovery_code })
        }
        Command::Demo => terminal.demo()?,
        Command::Inspect { file, reading, reference } => terminal.inspect(&file, &reading, &reference)?,
        Command::Intake { files, dry_run: true, reading, .. } => {
            terminal.sign_in()?;
            let looked = files.iter().map(|file| terminal.inspect(file, &reading, &[]));
            only_one(looked.collect::<Result<_, _>>()?)
        }
        Command::Intake { files, case, patient, take_proposed, batch, received, reading, .. } => {
            let paths = files.iter().map(|file| terminal.source(file)).collect::<Result<Vec<_>, _>>()?;
            let details = patient.as_deref().map(details_of).transpose()?;
            terminal.sign_in()?;
            let taken = terminal.intake(Intake {
                paths,
                case_id: case,
                batch: Some(batch),
                details,
                take_proposed: Some(take_proposed),
                received_on: received,
                assembly: reading.assembly,
                tumour_sample: reading.tumour_sample,
                expected_version: None,
            })?;
            // In a batch the files that could not be used stand among the others, each with its reason.
            let fine = taken.refused.is_empty();
            let files = taken.files.iter().map(plain).chain(taken.refused.iter().map(plain));
            return Ok((only_one(files.collect::<Result<_, _>>()?), fine));
        }
        Command::Cases { status, search, limit, after } => {
            terminal.sign_in()?;
            part(terminal.call(ListCases { status, search, limit, after })?, "cases")
        }
        Command::Show { id, at } => {
            terminal.signed(OpenCase { case_id: id, at_seq: at, verbatim: Some(true) })?
        }
        Command::History { id } => terminal.signed(CaseHistory { case_id: id })?,
        Command::Details { id, patient } => {
            let details = details_of(&patient)?;
            terminal.change(&id, RecordDetails { details, ..RecordDetails::default() })?
        }
        Command::Finding(finding) => terminal.finding(*finding)?,
        Command::Decide { id, finding, scale, class, defer, actionable, rationale, reference } => {
            let form = JudgeFinding {
                finding_ids: finding,
                scale,
                class,
                deferred: defer,
                actionable,
                rationale,
                references: Some(reference),
                ..JudgeFinding::default()
            };
            terminal.change(&id, form)?
        }
        Command::ConfirmSample { id, sample } => {
            terminal.change(&id, ConfirmSample { sample, ..ConfirmSample::default() })?
        }
        Command::ClearWords { id, text, reason } => {
            terminal.change(&id, ClearWords { text, reason, ..ClearWords::default() })?
        }
        Command::Choose(Choose { id, finding, transcript, gene, reason }) => {
            let form = ChooseConsequence {
                finding_id: finding,
                transcript,
                gene,
                reason,
                ..ChooseConsequence::default()
            };
            terminal.change(&id, form)?
        }
        Command::Reread(Reread { id, finding, .. }) if finding.is_empty() => {
            terminal.sign_in()?;
            part(terminal.call(open(&id))?, "readAnew")
        }
        Command::Reread(Reread { take, keep, .. }) if !take && !keep => {
            return Err(failed("invalid", "say --take or --keep".to_owned()));
        }
        Command::Reread(Reread { id, finding, take, reason, .. }) => {
            let reason = reason.unwrap_or_default();
            let form = DecideReadings { finding_ids: finding, take, reason, ..DecideReadings::default() };
            terminal.change(&id, form)?
        }
        Command::HeredityWords { file: None, .. } => terminal.signed(HeredityWords {})?,
        Command::HeredityWords { file: Some(file), reason } => {
            let (lines, reason) = (lines_of(&file)?, reason.unwrap_or_default());
            terminal.signed(RecordHeredityWords { lines, reason })?
        }
        Command::Transcripts { file: None, .. } => terminal.signed(PreferredTranscripts {})?,
        Command::Transcripts { file: Some(file), reason } => {
            let (lines, reason) = (lines_of(&file)?, reason.unwrap_or_default());
            terminal.signed(RecordPreferredTranscripts { lines, reason })?
        }
        Command::Opinion { id, finding, scale, class, germline_concern, comment } => {
            let form = GiveOpinion {
                finding_id: finding,
                scale,
                class,
                germline_concern: Some(germline_concern),
                comment,
                ..GiveOpinion::default()
            };
            terminal.change(&id, form)?
        }
        Command::Recommend(recommend) => terminal.recommend(*recommend)?,
        Command::Refer(refer) => terminal.refer(*refer)?,
        Command::MoveReferral { id, referral, status, on, reason } => {
            let form = MoveReferral {
                referral_id: referral,
                status,
                on,
                reason,
                next_check: None,
                case_id: String::new(),
                expected_version: 0,
            };
            terminal.change(&id, form)?
        }
        Command::Meeting(meeting) => terminal.meeting(meeting)?,
        Command::Summary { id, text } => {
            terminal.change(&id, WriteSummary { summary: Some(text), ..WriteSummary::default() })?
        }
        Command::Sign { id, capacity } => {
            terminal.sign_in()?;
            terminal.sign(&id, capacity)?
        }
        Command::Finalise { id, no_sign } => {
            terminal.sign_in()?;
            terminal.finalise(&id, no_sign)?
        }
        Command::Amend { id, reason } => {
            terminal.change(&id, OpenAmendment { reason, ..OpenAmendment::default() })?
        }
        Command::Document { id, kind, revision, referral, large, furigana, paper, issue, out } => {
            let out = path_text(&out)?;
            let type_size = Some(if large { TypeSize::Large } else { TypeSize::Ordinary });
            let readings = Some(if furigana { Readings::With } else { Readings::Without });
            let wanted = ExportDocument {
                case_id: id.clone(),
                kind,
                revision,
                referral_id: referral,
                language: Some(lang),
                type_size,
                readings,
                paper,
                out,
            };
            terminal.sign_in()?;
            if issue {
                terminal.desk.call(IssueDocument {
                    id,
                    kind: wanted.kind,
                    referral_id: wanted.referral_id.clone(),
                    language: wanted.language,
                    type_size: wanted.type_size,
                    readings: wanted.readings,
                    expected_version: None,
                })?;
            }
            terminal.call(wanted)?
        }
        Command::Explain { id, file: None } => terminal.signed(CaseDocuments { case_id: id })?,
        Command::Explain { id, file: Some(file) } => {
            let mut form = read_json(&file)?;
            if let Some(fields) = form.as_object_mut() {
                fields.insert("caseId".to_owned(), json!(id));
            }
            let form: WriteExplanation = serde_json::from_value(form)
                .map_err(|error| failed("bad-request", format!("{}: {error}", file.display())))?;
            terminal.signed(form)?
        }
        Command::Export { what, id, from, to, out } => {
            let out = path_text(&out)?;
            match what {
                ExportWhat::Case => terminal.signed(ExportCase { case_id: id.unwrap_or_default(), out })?,
                ExportWhat::Ledger => {
                    terminal.signed(ExportLedger(ExportTable { out, case_id: id, from, to }))?
                }
                ExportWhat::Ccat => {
                    terminal.signed(ExportCcat(ExportTable { out, case_id: id, from, to }))?
                }
            }
        }
        Command::Reference { what } => match what {
            Genome::Add { fasta, build } => {
                terminal.signed(RegisterReference { path: path_text(&fasta)?, build })?
            }
            Genome::List => terminal.signed(References {})?,
            Genome::Remove { build } => terminal.signed(RemoveReference { build })?,
        },
        Command::Knowledge { what } => terminal.knowledge(what)?,
        Command::Evidence { id, finding, submitted } => terminal.signed(CaseEvidence {
            case_id: id,
            finding_id: finding,
            submitted: Some(submitted),
            foremost: None,
        })?,
        Command::Germline(asked) => {
            let form = GermlineCandidates {
                case_id: asked.id,
                finding_id: asked.finding,
                onset: asked.onset,
                related_tumour: asked.related_tumour,
                phenotype: asked.phenotype,
                path: asked.list.as_deref().map(path_text).transpose()?,
            };
            in_one_language(terminal.signed(form)?, lang)
        }
        Command::Pedigree(pedigree) => in_one_language(terminal.pedigree(pedigree)?, lang),
        Command::Worklist { room } => in_one_language(terminal.signed(Worklist { room })?, lang),
        Command::Trials { what } => terminal.trials(what)?,
        Command::Match { id, trial } => terminal.signed(MatchTrials { case_id: id, trial_id: trial })?,
        Command::Members => terminal.signed(Members {})?,
        Command::AddMember { name, sign_in, roles, qualifications, institution, new_password_file } => {
            terminal.signed(AddMember {
                name,
                sign_in,
                roles,
                qualifications: Some(qualifications),
                institution,
                password: password::given(Some(&new_password_file))?.unwrap_or_default(),
                ..AddMember::default()
            })?
        }
        Command::Restore { from } => {
            let password = password::wanted(terminal.password_file.as_deref())?;
            let sign_in = terminal.member.clone();
            let from = path_text(&from)?;
            let restored = terminal.with_code(|desk, code| {
                let (from, sign_in, password) = (from.clone(), sign_in.clone(), password.clone());
                desk.call(Restore { from, dir: None, sign_in, password, code })
            })?;
            json!({ "file": restored.file, "sha256": restored.sha256, "events": restored.events })
        }
        Command::Verify { deep, against } => {
            // What is printed at the foot of a paper is typed, and is no file.
            let against = against.as_deref().map(|path| match path.to_str() {
                Some(text) if entaku_desk::is_printed_end(text) => Ok(text.to_owned()),
                _ => path_text(path),
            });
            let against = against.transpose()?;
            let found = match terminal.signed(VerifyStore { deep: Some(deep), against }) {
                // A store too damaged to be opened has been verified too: it is not in order.
                Err(error) if error.code == "damaged" || error.code == "internal" => json!({
                    "ok": false, "events": 0, "firstBad": null, "findings": [error.message],
                }),
                other => other?,
            };
            let fine = found.get("ok").is_some_and(|ok| *ok == true);
            return Ok((found, fine));
        }
        Command::VerifyDocument { file, code } => {
            let path = file.as_deref().map(path_text).transpose()?;
            terminal.sign_in()?;
            let found = terminal.desk.call(VerifyDocument { path, code })?;
            return Ok((plain(&found)?, found.identical));
        }
        Command::Call { name, arguments } => by_form::call(terminal, &name, arguments)?,
        Command::Commands { .. } | Command::Rules { .. } | Command::Other(_) => Value::Null,
    };
    Ok((answer, true))
}

/// An answer whose words are in every language, with those of one.
fn in_one_language(answer: Value, lang: Language) -> Value {
    match answer {
        Value::Array(all) => all.into_iter().map(|one| in_one_language(one, lang)).collect(),
        Value::Object(mut fields) => {
            let words = fields.len() == 2 && fields.contains_key("ja") && fields.contains_key("en");
            if words {
                let code = if lang == Language::Ja { "ja" } else { "en" };
                return fields.remove(code).unwrap_or_default();
            }
            fields.into_iter().map(|(name, value)| (name, in_one_language(value, lang))).collect()
        }
        other => other,
    }
}

/// One part of an answer.
fn part(mut answer: Value, name: &str) -> Value {
    answer.get_mut(name).map(Value::take).unwrap_or_default()
}
