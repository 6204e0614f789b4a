//! From the words of the command line to commands of the desk.

use crate::arguments::{
    Arguments, Choose, Command, ExportWhat, Finding, Genome, Meeting, Paper, Reading, Recommend, Refer,
    Reread,
};
use crate::progress::Progress;
use crate::{password, print, standard_input};
use entaku_desk::{ApiError, COMMANDS, Desk, command_schemas, dispatch};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A failure of the terminal itself.
pub(crate) fn failed(code: &str, message: String) -> ApiError {
    ApiError { code: code.to_owned(), message, fields: BTreeMap::new() }
}

/// Does what was asked. `false`: it was done, and what it looked at is not in order.
pub(crate) fn run(arguments: Arguments) -> Result<bool, ApiError> {
    let Arguments { store, member, lang, json, password_file, command } = arguments;
    if let Command::Rules { which } = command {
        return standard_input::answer_lines(which, lang).map(|()| true);
    }
    if let Command::Commands { schema } = command {
        let commands = match schema {
            true => serde_json::to_value(command_schemas()),
            false => serde_json::to_value(COMMANDS),
        };
        let commands = commands.map_err(|error| failed("internal", error.to_string()))?;
        // A schema is for programs: in lines it would be no schema any more.
        print::answer(&commands, json || schema);
        return Ok(true);
    }
    let environment = entaku_computer::environment(store).ok_or_else(|| {
        failed("file", "this user has no home folder; name the store's folder with --store DIR".to_owned())
    })?;
    let desk = Desk::new(environment).map_err(|problem| problem.said(entaku_desk::Language::default()))?;
    let mut terminal = Terminal { desk, member, password_file };
    terminal.call("set_language", json!({ "language": lang.code() }))?;
    let answer = terminal.carry_out(command, lang.code());
    // What was recorded is durable already; closing writes it from the log into the file.
    let closed = terminal.call("sign_out", json!({}));
    let (answer, fine) = answer?;
    closed?;
    print::answer(&answer, json);
    Ok(fine)
}

/// A field of an answer; null where the answer has none.
fn part<'v>(value: &'v Value, name: &str) -> &'v Value {
    static NOTHING: Value = Value::Null;
    value.get(name).unwrap_or(&NOTHING)
}

/// What one file gave by itself, what several gave as a list.
fn only_one(answers: Value) -> Value {
    match answers {
        Value::Array(mut all) if all.len() == 1 => all.remove(0),
        all => all,
    }
}

struct Terminal {
    desk: Desk,
    member: Option<String>,
    password_file: Option<PathBuf>,
}

fn path_text(path: &Path) -> Result<String, ApiError> {
    // The desk opens the path itself, from wherever it stands.
    let path =
        std::path::absolute(path).map_err(|error| failed("file", format!("{}: {error}", path.display())))?;
    path.into_os_string()
        .into_string()
        .map_err(|path| failed("file", format!("{}: the name is not Unicode", path.display())))
}

fn lines_of(path: &Path) -> Result<String, ApiError> {
    std::fs::read_to_string(path).map_err(|error| failed("file", format!("{}: {error}", path.display())))
}

fn read_json(path: &Path) -> Result<Value, ApiError> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| failed("file", format!("{}: {error}", path.display())))?;
    serde_json::from_str(&text).map_err(|error| failed("invalid", format!("{}: {error}", path.display())))
}

/// `SCALE:LEVEL` in its two parts.
fn evidence(text: Option<&str>) -> Result<(Option<String>, Option<String>), ApiError> {
    match text {
        None => Ok((None, None)),
        Some(text) => match text.split_once(':') {
            Some((scale, level)) => Ok((Some(scale.to_owned()), Some(level.to_owned()))),
            None => Err(failed(
                "invalid",
                format!("--evidence {text}: expected SCALE:LEVEL, for instance jp-guidance-2.1:A"),
            )),
        },
    }
}

impl Terminal {
    fn call(&mut self, name: &str, args: Value) -> Result<Value, ApiError> {
        dispatch(&mut self.desk, name, args)
    }

    fn sign_in(&mut self) -> Result<(), ApiError> {
        let password = password::wanted(self.password_file.as_deref())?;
        let member = self.member.clone();
        self.call("open_store", json!({ "signIn": member, "password": password })).map(drop)
    }

    /// Signs in and calls a command.
    fn signed(&mut self, name: &str, args: Value) -> Result<Value, ApiError> {
        self.sign_in()?;
        self.call(name, args)
    }

    /// Signs in and changes a case as it stands now.
    fn change(&mut self, name: &str, id: &str, args: Value) -> Result<Value, ApiError> {
        self.sign_in()?;
        // Nobody has seen the version that is sent along: where another program was quicker, this is done on what stands
        // then. Each round lost is one another program won, so this ends.
        loop {
            match self.change_now(name, id, args.clone()) {
                Err(error) if error.code == "stale" => {}
                done => return done,
            }
        }
    }

    /// As [`Terminal::change`], signed in already.
    fn change_now(&mut self, name: &str, id: &str, args: Value) -> Result<Value, ApiError> {
        let case = self.call("open_case", json!({ "caseId": id }))?;
        let mut fields = match args {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        fields.insert("caseId".to_owned(), case.get("caseId").cloned().unwrap_or_default());
        fields.insert("expectedVersion".to_owned(), case.get("version").cloned().unwrap_or_default());
        self.call(name, Value::Object(fields))
    }

    fn carry_out(&mut self, command: Command, lang: &str) -> Result<(Value, bool), ApiError> {
        let answer = match command {
            Command::Init { institution, member, sign_in, roles, qualifications } => {
                let password = password::wanted(self.password_file.as_deref())?;
                let made = self.call("create_store", json!({
                    "institution": institution, "member": member, "signIn": sign_in, "password": password,
                    "roles": roles, "qualifications": qualifications,
                }))?;
                json!({
                    "storeId": part(&made, "storeId"), "memberId": part(&made, "memberId"),
                    "recoveryCode": part(&made, "recoveryCode"),
                })
            }
            Command::Demo => self.demo()?,
            Command::Inspect { file, reading, reference } => self.inspect(&file, &reading, &reference)?,
            Command::Intake { files, dry_run: true, reading, .. } => {
                self.sign_in()?;
                let looked = files.iter().map(|file| self.inspect(file, &reading, &[]));
                only_one(Value::Array(looked.collect::<Result<_, _>>()?))
            }
            Command::Intake { files, case, patient, take_proposed, batch, received, reading, .. } => {
                let paths = files.iter().map(|file| self.source(file)).collect::<Result<Vec<_>, _>>()?;
                let details = patient.as_deref().map(read_json).transpose()?;
                self.sign_in()?;
                let progress = Progress::shown(self.desk.watch());
                let taken = self.call("intake", json!({
                    "paths": paths, "caseId": case, "batch": batch, "details": details, "takeProposed": take_proposed,
                    "receivedOn": received,
                    "assembly": reading.assembly, "tumourSample": reading.tumour_sample,
                }))?;
                drop(progress);
                // In a batch the files that could not be used stand among the others, each with its reason.
                let refused = part(&taken, "refused").as_array().cloned().unwrap_or_default();
                let fine = refused.is_empty();
                let mut files = part(&taken, "files").as_array().cloned().unwrap_or_default();
                files.extend(refused);
                return Ok((only_one(Value::Array(files)), fine));
            }
            Command::Cases { status, search, limit, after } => {
                let list = self.signed(
                    "list_cases",
                    json!({ "status": status, "search": search, "limit": limit, "after": after }),
                )?;
                part(&list, "cases").clone()
            }
            Command::Show { id, at } => self.signed("open_case", json!({ "caseId": id, "atSeq": at, "verbatim": true }))?,
            Command::History { id } => self.signed("case_history", json!({ "caseId": id }))?,
            Command::Details { id, patient } => {
                let details = read_json(&patient)?;
                self.change("record_details", &id, json!({ "details": details }))?
            }
            Command::Finding(finding) => self.finding(*finding)?,
            Command::Decide { id, finding, scale, class, defer, actionable, rationale, reference } => self.change("judge_finding", &id, json!({
                "findingIds": finding, "scale": scale, "class": class, "deferred": defer, "actionable": actionable,
                "rationale": rationale, "references": reference,
            }))?,
            Command::ConfirmSample { id, sample } => {
                self.change("confirm_sample", &id, json!({ "sample": sample }))?
            }
            Command::ClearWords { id, text, reason } => {
                self.change("clear_words", &id, json!({ "text": text, "reason": reason }))?
            }
            Command::Choose(Choose { id, finding, transcript, gene, reason }) => self.change("choose_consequence", &id, json!({
                "findingId": finding, "transcript": transcript, "gene": gene, "reason": reason,
            }))?,
            Command::Reread(Reread { id, finding, .. }) if finding.is_empty() => {
                part(&self.signed("open_case", json!({ "caseId": id }))?, "readAnew").clone()
            }
            Command::Reread(Reread { take, keep, .. }) if !take && !keep => {
                return Err(failed("invalid", "say --take or --keep".to_owned()));
            }
            Command::Reread(Reread { id, finding, take, reason, .. }) => self.change("decide_readings", &id, json!({
                "findingIds": finding, "take": take, "reason": reason,
            }))?,
            Command::HeredityWords { file: None, .. } => self.signed("heredity_words", json!({}))?,
            Command::HeredityWords { file: Some(file), reason } => {
                let lines = lines_of(&file)?;
                self.signed("record_heredity_words", json!({ "lines": lines, "reason": reason }))?
            }
            Command::Transcripts { file: None, .. } => self.signed("preferred_transcripts", json!({}))?,
            Command::Transcripts { file: Some(file), reason } => {
                let lines = lines_of(&file)?;
                self.signed("record_preferred_transcripts", json!({ "lines": lines, "reason": reason }))?
            }
            Command::Opinion { id, finding, scale, class, germline_concern, comment } => self.change("give_opinion", &id, json!({
                "findingId": finding, "scale": scale, "class": class, "germlineConcern": germline_concern, "comment": comment,
            }))?,
            Command::Recommend(recommend) => self.recommend(recommend)?,
            Command::Refer(refer) => self.refer(refer)?,
            Command::MoveReferral { id, referral, status, on, reason } => self.change("move_referral", &id, json!({
                "referralId": referral, "status": status, "on": on, "reason": reason,
            }))?,
            Command::Meeting(meeting) => self.meeting(&meeting)?,
            Command::Summary { id, text } => self.change("write_summary", &id, json!({ "summary": text }))?,
            Command::Sign { id, capacity } => {
                self.sign_in()?;
                self.sign(&id, &capacity)?
            }
            Command::Finalise { id, no_sign } => {
                self.sign_in()?;
                self.finalise(&id, no_sign)?
            }
            Command::Amend { id, reason } => self.change("open_amendment", &id, json!({ "reason": reason }))?,
            Command::Document { id, kind, revision, referral, large, furigana, paper, issue, out } => {
                let type_size = if large { "large" } else { "ordinary" };
                let readings = if furigana { "with" } else { "without" };
                if issue {
                    self.signed("issue_document", json!({
                        "id": id, "kind": kind, "referralId": referral, "language": lang,
                        "typeSize": type_size, "readings": readings,
                    }))?;
                }
                self.signed("export_document", json!({
                    "caseId": id, "kind": kind, "revision": revision, "referralId": referral, "language": lang,
                    "typeSize": type_size, "readings": readings, "paper": paper.map(Paper::code), "out": path_text(&out)?,
                }))?
            }
            Command::Explain { id, file: None } => self.signed("case_documents", json!({ "caseId": id }))?,
            Command::Explain { id, file: Some(file) } => {
                let mut form = read_json(&file)?;
                if let Some(fields) = form.as_object_mut() {
                    fields.insert("caseId".to_owned(), json!(id));
                }
                self.signed("write_explanation", form)?
            }
            Command::Export { what, id, from, to, out } => {
                let out = path_text(&out)?;
                let args = match what {
                    ExportWhat::Case => json!({ "caseId": id.unwrap_or_default(), "out": out }),
                    ExportWhat::Ledger | ExportWhat::Ccat => {
                        json!({ "caseId": id, "from": from, "to": to, "out": out })
                    }
                };
                self.signed(what.command(), args)?
            }
            Command::Reference { what } => match what {
                Genome::Add { fasta, build } => {
                    let path = path_text(&fasta)?;
                    self.signed("register_reference", json!({ "path": path, "build": build }))?
                }
                Genome::List => self.signed("references", json!({}))?,
                Genome::Remove { build } => self.signed("remove_reference", json!({ "build": build }))?,
            },
            Command::Members => self.signed("members", json!({}))?,
            Command::AddMember { name, sign_in, roles, qualifications, institution, new_password_file } => {
                let first = password::given(Some(&new_password_file))?;
                self.signed("add_member", json!({
                    "name": name, "signIn": sign_in, "roles": roles, "qualifications": qualifications,
                    "institution": institution, "password": first,
                }))?
            }
            Command::Verify { deep } => {
                let found = match self.signed("verify_store", json!({ "deep": deep })) {
                    // A store too damaged to be opened has been verified too: it is not in order.
                    Err(error) if error.code == "damaged" || error.code == "internal" => json!({
                        "ok": false, "events": 0, "firstBad": null, "findings": [error.message],
                    }),
                    other => other?,
                };
                let fine = *part(&found, "ok") == true;
                return Ok((found, fine));
            }
            Command::VerifyDocument { file, code } => {
                let path = file.as_deref().map(path_text).transpose()?;
                let found = self.signed("verify_document", json!({ "path": path, "code": code }))?;
                let fine = *part(&found, "identical") == true;
                return Ok((found, fine));
            }
            Command::Call { name, arguments } => self.by_name(&name, arguments)?,
            Command::Commands { .. } | Command::Rules { .. } => Value::Null,
        };
        Ok((answer, true))
    }

    /// The same password that opened the store, entered once more where it was asked for.
    fn sign(&mut self, id: &str, capacities: &[String]) -> Result<Value, ApiError> {
        let password = password::wanted(self.password_file.as_deref())?;
        self.change_now("sign_report", id, json!({ "capacities": capacities, "password": password }))
    }

    /// Whoever runs this has just entered the password to answer for the report.
    fn finalise(&mut self, id: &str, no_sign: bool) -> Result<Value, ApiError> {
        let case = self.call("open_case", json!({ "caseId": id }))?;
        let ready = part(&case, "gaps")
            .as_array()
            .is_some_and(|gaps| !gaps.is_empty() && gaps.iter().all(|gap| *part(gap, "code") == "unsigned"));
        let never: Vec<String> = part(&case, "signatures")
            .as_array()
            .into_iter()
            .flatten()
            .filter(|row| *part(row, "required") == true && *part(row, "state") == "missing")
            .filter_map(|row| part(row, "capacity").as_str().map(str::to_owned))
            .collect();
        if ready && !no_sign && !never.is_empty() {
            self.sign(id, &never)?;
            eprintln!("signed as: {}", never.join(", "));
        }
        for found in part(&case, "unfilled").as_array().into_iter().flatten() {
            let field = part(found, "field").as_str().unwrap_or_default();
            let finding = part(found, "finding").as_str().unwrap_or_default();
            let blanks: Vec<_> =
                part(found, "blanks").as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            // The patient's explanation is no part of the report.
            if field != "explanation" {
                eprintln!("not filled in: {field} {finding} {}", blanks.join(" "));
            }
        }
        self.change_now("finalise_report", id, json!({}))
    }

    fn demo(&mut self) -> Result<Value, ApiError> {
        let info = self.call("app_info", json!({}))?;
        let dir = part(&info, "storeDir");
        let password = password::given(self.password_file.as_deref())?;
        let session = self.call("open_demo", json!({ "dir": dir, "password": password }))?;
        let list = self.call("list_cases", json!({}))?;
        let ids: Vec<_> = part(&list, "cases")
            .as_array()
            .into_iter()
            .flatten()
            .map(|case| part(case, "caseId").clone())
            .collect();
        Ok(json!({ "storeId": part(&session, "storeId"), "cases": ids }))
    }

    /// A file's path for the desk. `-` is standard input, which the desk is handed first.
    fn source(&mut self, file: &Path) -> Result<String, ApiError> {
        if file != Path::new(Desk::HANDED_PATH) {
            return path_text(file);
        }
        self.desk.hand_over(standard_input::document(Desk::MOST_HANDED)?);
        Ok(Desk::HANDED_PATH.to_owned())
    }

    fn inspect(&mut self, file: &Path, reading: &Reading, genomes: &[String]) -> Result<Value, ApiError> {
        let path = self.source(file)?;
        // What names no build is refused where builds are known.
        let named = genomes.iter().map(|given| given.split_once('=').unwrap_or(("", given)));
        let genomes: Vec<Value> =
            named.map(|(build, path)| json!({ "build": build, "path": path })).collect();
        let _progress = Progress::shown(self.desk.watch());
        self.call(
            "inspect_file",
            json!({
                "path": path, "assembly": reading.assembly, "tumourSample": reading.tumour_sample,
                "references": genomes,
            }),
        )
    }

    fn finding(&mut self, finding: Finding) -> Result<Value, ApiError> {
        self.change("enter_finding", &finding.id, json!({
            "kind": finding.kind, "reason": finding.reason, "gene": finding.gene, "partner": finding.partner,
            "hgvsC": finding.hgvs_c, "hgvsP": finding.hgvs_p, "transcript": finding.transcript,
            "chromosome": finding.chromosome, "position": finding.position, "assembly": finding.assembly,
            "reference": finding.reference, "alternate": finding.alternate, "vaf": finding.vaf, "depth": finding.depth,
            "alternateDepth": finding.alternate_depth, "alteration": finding.alteration, "marker": finding.marker,
            "state": finding.state, "organism": finding.organism, "value": finding.value, "unit": finding.unit,
            "origin": finding.origin, "sample": finding.sample, "reported": finding.reported,
            "laboratoryVerdict": finding.laboratory_verdict,
        }))
    }

    fn recommend(&mut self, recommend: Recommend) -> Result<Value, ApiError> {
        let (scale, level) = evidence(recommend.evidence.as_deref())?;
        let (kind, text) = match (recommend.further, recommend.nothing) {
            (Some(step), _) => ("further", Some(step)),
            (None, Some(reason)) => ("nothing", Some(reason)),
            (None, None) => ("treatment", None),
        };
        self.change("add_recommendation", &recommend.id, json!({
            "kind": kind, "text": text, "drugs": recommend.drugs, "route": recommend.route, "evidenceScale": scale,
            "evidenceLevel": level, "trial": recommend.trial, "findings": recommend.finding, "rationale": recommend.rationale,
        }))
    }

    fn refer(&mut self, refer: Refer) -> Result<Value, ApiError> {
        self.change("refer_to_trial", &refer.id, json!({
            "trial": refer.trial, "recommendationId": refer.recommendation, "findings": refer.finding, "title": refer.title,
            "drugs": refer.drugs, "site": refer.site, "status": refer.status, "asOf": refer.as_of, "eligibility": refer.eligibility,
        }))
    }

    fn meeting(&mut self, meeting: &Meeting) -> Result<Value, ApiError> {
        let members = self.signed("members", json!({}))?;
        let present = &meeting.present;
        // Nobody takes part in what is omitted, unless people are named.
        let everybody = present.is_empty() && meeting.mode != "omitted";
        let named = |member: &Value| {
            everybody
                || present.iter().any(|name| {
                    *part(member, "memberId") == name.as_str() || *part(member, "signIn") == name.as_str()
                })
        };
        let attendance: Vec<_> = members
            .as_array()
            .into_iter()
            .flatten()
            .filter(|member| named(member))
            .map(|member| json!({ "memberId": part(member, "memberId") }))
            .collect();
        if attendance.len() < present.len() {
            return Err(failed(
                "not-found",
                format!("--present {}: not all of them are members", present.join(",")),
            ));
        }
        self.change("record_meeting", &meeting.id, json!({
            "mode": meeting.mode, "heldOn": meeting.on, "attendance": attendance, "minutes": meeting.minutes,
            "tumour": meeting.tumour, "ccatSecondaryFinding": meeting.ccat_secondary_finding,
            "usableDrug": meeting.usable_drug, "reason": meeting.reason,
        }))
    }

    fn by_name(&mut self, name: &str, text: String) -> Result<Value, ApiError> {
        let text = if text == "-" {
            std::io::read_to_string(std::io::stdin())
                .map_err(|error| failed("file", format!("standard input: {error}")))?
        } else {
            text
        };
        let args = serde_json::from_str(&text)
            .map_err(|error| failed("bad-request", format!("arguments of {name}: {error}")))?;
        let without_store = [
            "app_info",
            "create_store",
            "open_store",
            "open_demo",
            "recover_access",
            "knowledge",
            "set_language",
        ];
        if !without_store.contains(&name) {
            self.sign_in()?;
        }
        self.call(name, args)
    }
}
