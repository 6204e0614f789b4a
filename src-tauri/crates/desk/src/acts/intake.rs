//! Files to load.

use crate::acts::ListFolder;
use crate::clock::day;
use crate::command::{Act, Command};
use crate::convert::{details_form, details_of};
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::permission::Right;
use crate::topics::intake::{Received, begin, file_name, not_reached, options_of, received_on, view};
use crate::topics::references::genomes;
use crate::topics::{case_id, fresh};
use crate::view::DetailsForm;
use crate::view::args;
use crate::view::{IntakeResult, IntakeView, RefusedFileView};
use chrono::NaiveDate;
use entaku_domain::case::event::intake::{DetailsRecorded, SourceAdded};
use entaku_domain::ids::CaseId;
use entaku_domain::patient::Details;
use entaku_intake::{Options, References};
use entaku_words::errors::{common, intake_problem};
use std::path::Path;

args! {
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
}

impl Command for Intake {
    const NAME: &'static str = "intake";
    const RIGHT: Right = Right::Prepare;
    type Answer = IntakeResult;
}

impl Act for Intake {
    fn act(self, desk: &mut Desk) -> Outcome<IntakeResult> {
        if self.paths.is_empty() {
            return Err(Problem::at("paths", common::FILE_MISSING));
        }
        let today = day(desk.environment.clock.now());
        let details = self.details.as_ref().map(|form| details_of(form, today)).transpose()?;
        let mut genomes = genomes(desk);
        let wish = Wish {
            options: options_of(desk, self.assembly.as_deref(), self.tumour_sample.as_deref()),
            take_proposed: self.take_proposed.unwrap_or(false) && details.is_none(),
            today,
            received_on: received_on(&self, today)?,
        };
        match self.batch.unwrap_or(false) {
            true if self.case_id.is_some() => Err(Problem::at("batch", intake_problem::BATCH_OF_A_CASE)),
            true => batch(desk, self.paths, &wish, &mut genomes, &details.unwrap_or_default()),
            false => one_case(desk, self, &wish, &mut genomes, details),
        }
    }
}

/// What is to be done with every file of an intake.
struct Wish {
    options: Options,
    take_proposed: bool,
    today: NaiveDate,
    /// Day the laboratory's report arrived.
    received_on: NaiveDate,
}

impl Wish {
    /// The details a new case begins with: those given, else those that the file proposes, where they were asked for.
    fn details(&self, file: &Received, given: &Details) -> Outcome<Details> {
        match file.draft.proposed.as_deref().filter(|_| self.take_proposed) {
            Some(proposed) => details_of(&details_form(proposed), self.today),
            None => Ok(given.clone()),
        }
    }
}

/// All files into one case, new or known.
fn one_case(
    desk: &mut Desk,
    args: Intake,
    wish: &Wish,
    genomes: &mut References,
    details: Option<Details>,
) -> Outcome<IntakeResult> {
    // Every file is read before anything is stored, so that a damaged second file leaves no half of a case.
    let mut received = Vec::new();
    for path in &args.paths {
        received.push(Received::read(desk, Path::new(path), &wish.options, genomes)?);
    }
    if desk.watch.ended() {
        return Err(not_reached(&args.paths.join(", ")));
    }
    let mut case = args.case_id.as_deref().map(|name| case_id(desk, name)).transpose()?;
    let known_before = case.clone();
    let mut expected = args.expected_version;
    let given = details.clone().unwrap_or_default();
    let mut files = Vec::new();
    for file in received {
        let view = view(desk, &file)?;
        let (id, seq) = match case.clone() {
            Some(id) => (id.clone(), add_source(desk, &id, expected.take(), &file)?),
            None => {
                let details = wish.details(&file, &given)?;
                begin(desk, file, &details, wish.received_on)?
            }
        };
        files.push(IntakeView { inspection: view, case_id: id.to_string(), seq });
        case = Some(id);
    }
    let shown = case.ok_or_else(|| internal("an intake without a case"))?;
    if let (Some(known), Some(details)) = (known_before, details) {
        desk.on_what_stands(None, |desk| {
            let version = desk.case(&known)?.version;
            desk.transact(&known, version, DetailsRecorded { details: Box::new(details.clone()) })
        })?;
    }
    Ok(IntakeResult { files, refused: Vec::new(), case: fresh(desk, &shown)? })
}

/// A new case of each file. A file that cannot be used is named with its reason, and the others are loaded all the same.
fn batch(
    desk: &mut Desk,
    paths: Vec<String>,
    wish: &Wish,
    genomes: &mut References,
    details: &Details,
) -> Outcome<IntakeResult> {
    let mut all = Vec::new();
    for path in paths {
        match Path::new(&path).is_dir() {
            true => all.extend(ListFolder { path }.act(desk)?.files),
            false => all.push(path),
        }
    }
    let (mut files, mut refused) = (Vec::new(), Vec::new());
    let mut first = None;
    let mut problem = None;
    for path in &all {
        let path = Path::new(path);
        let stored = Received::read(desk, path, &wish.options, genomes).and_then(|file| {
            let details = wish.details(&file, details)?;
            Ok((view(desk, &file)?, begin(desk, file, &details, wish.received_on)?))
        });
        match stored {
            Ok((inspection, (id, seq))) => {
                files.push(IntakeView { inspection, case_id: id.to_string(), seq });
                first.get_or_insert(id);
            }
            Err(why) => {
                let said = why.said(desk.language());
                refused.push(RefusedFileView {
                    file: file_name(path),
                    code: said.code,
                    message: said.message,
                });
                problem.get_or_insert(why);
            }
        }
    }
    match (first, problem) {
        (Some(first), _) => Ok(IntakeResult { files, refused, case: fresh(desk, &first)? }),
        (None, Some(problem)) => Err(problem),
        (None, None) => Err(Problem::at("paths", intake_problem::EMPTY_FOLDER)),
    }
}

fn add_source(desk: &mut Desk, id: &CaseId, seen: Option<u32>, file: &Received) -> Outcome<u64> {
    desk.on_what_stands(seen, |desk| {
        let case = desk.case(id)?;
        let (version, matches) = (case.version, case.matches(&file.draft));
        let what = SourceAdded { draft: Box::new(file.draft.clone()), matches };
        Ok(desk.transact_all(id, seen.unwrap_or(version), vec![what.into()], &[file.attachment()])?.seq)
    })
}
