//! Loading what a laboratory sent: first looked into, then stored as one event with the file itself.

use crate::acts::Intake;
use crate::convert::{counts, date, inspection};
use crate::desk::{Desk, KEPT_BYTES, new_uuid};
use crate::error::{Code, Outcome, Problem, internal};
use crate::view::InspectionView;
use crate::watch::Watch;
use chrono::{Datelike, NaiveDate};
use entaku_domain::case::event::intake;
use entaku_domain::draft::Draft;
use entaku_domain::event::CaseEvent;
use entaku_domain::genome::GenomeBuild;
use entaku_domain::ids::CaseId;
use entaku_domain::patient::Details;
use entaku_intake::{Inspection, IntakeError, Limits, Options, References};
use entaku_store::NewAttachment;
use entaku_words::errors::intake_problem;
use std::path::Path;

/// What a document is called that came without a name.
pub(crate) const HANDED: &str = "standard input";

/// How many samples are named when one has to be chosen.
const NAMED: usize = 5;

/// How many cases that hold the same file or test are named.
const KNOWN: u32 = 20;

/// What the person says of a file, with what the site prefers.
pub(crate) fn options_of(desk: &Desk, assembly: Option<&str>, tumour_sample: Option<&str>) -> Options {
    let given =
        |text: Option<&str>| text.map(str::trim).filter(|text| !text.is_empty()).map(ToOwned::to_owned);
    Options {
        assembly: given(assembly).map(|name| GenomeBuild::from_name(&name)),
        tumour_sample: given(tumour_sample),
        preferred: desk
            .session
            .as_ref()
            .and_then(|session| session.office.preferred().cloned())
            .unwrap_or_default(),
        limits: Limits::default(),
    }
}

pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Numbers of the cases that hold the same file, or a test of the same number. None while no store is open.
pub(crate) fn known_cases(desk: &Desk, draft: &Draft) -> Outcome<Vec<String>> {
    let Some(session) = &desk.session else { return Ok(Vec::new()) };
    let mut known = Vec::new();
    let test_id = draft.test.test_id.as_deref().filter(|id| !id.trim().is_empty());
    for words in [Some(draft.file.sha256.as_str()), test_id].into_iter().flatten() {
        for hit in session.store.search(words, KNOWN)? {
            if !known.contains(&hit.case.case_no) {
                known.push(hit.case.case_no);
            }
        }
    }
    Ok(known)
}

/// Today unless told otherwise; no report arrives tomorrow.
pub(crate) fn received_on(args: &Intake, today: NaiveDate) -> Outcome<NaiveDate> {
    let told = date("receivedOn", args.received_on.as_deref())?.unwrap_or(today);
    if told > today {
        return Err(Problem::at("receivedOn", intake_problem::FUTURE_DAY));
    }
    Ok(told)
}

pub(crate) fn view(desk: &Desk, file: &Received) -> Outcome<InspectionView> {
    let known = known_cases(desk, &file.draft)?;
    Ok(inspection(&file.draft, counts(&file.draft), known, desk.language()))
}

/// A file as received, and what was read from it.
pub(crate) struct Received {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) draft: Draft,
}

impl Received {
    pub(crate) fn read(
        desk: &mut Desk,
        path: &Path,
        options: &Options,
        genomes: &mut References,
    ) -> Outcome<Self> {
        if desk.watch.ended() {
            return Err(not_reached(&file_name(path)));
        }
        if let Some(bytes) = desk.take_handed(path) {
            return Self::of(desk, HANDED.to_owned(), bytes, options, genomes);
        }
        if let Some(read) = desk.ahead.take(path) {
            return read;
        }
        read_file(&desk.watch, path, options, genomes)
    }

    /// From bytes at hand.
    pub(crate) fn of(
        desk: &Desk,
        name: String,
        bytes: Vec<u8>,
        options: &Options,
        genomes: &mut References,
    ) -> Outcome<Self> {
        read_bytes(&desk.watch, name, bytes, options, genomes)
    }

    pub(crate) fn attachment(&self) -> NewAttachment<'_> {
        let media_type =
            if self.draft.file.format == "CATS" { "application/json" } else { "application/octet-stream" };
        NewAttachment { media_type, name: &self.name, bytes: &self.bytes }
    }
}

/// Reads a file that is small enough to be kept.
pub(crate) fn read_file(
    watch: &Watch,
    path: &Path,
    options: &Options,
    genomes: &mut References,
) -> Outcome<Received> {
    let name = file_name(path);
    std::fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    let size = entaku_intake::regular_file(path)?;
    if size > KEPT_BYTES {
        return Err(Problem::of(Code::Intake, intake_problem::too_large(&name, size, KEPT_BYTES)));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    read_bytes(watch, name, bytes, options, genomes)
}

fn read_bytes(
    watch: &Watch,
    name: String,
    bytes: Vec<u8>,
    options: &Options,
    genomes: &mut References,
) -> Outcome<Received> {
    let draft = watch.during(&name, |go_on| {
        entaku_intake::read_against(&name, bytes.as_slice(), options, genomes, go_on)
    })?;
    if draft.must_choose_sample {
        return Err(choose_sample(&draft));
    }
    Ok(Received { name, bytes, draft })
}

/// Looks into a file of any size; nothing of it is kept.
pub(crate) fn look_into(
    watch: &Watch,
    path: &Path,
    options: &Options,
    genomes: &mut References,
) -> Result<Inspection, IntakeError> {
    watch.during(&file_name(path), |go_on| entaku_intake::inspect_file_against(path, options, genomes, go_on))
}

/// A file whose turn had not come when a person stopped everything.
pub(crate) fn not_reached(name: &str) -> Problem {
    Problem::of(Code::Intake, intake_problem::stopped(name))
}

/// A file that may hold several patients makes no case until a person says which of them is meant.
fn choose_sample(draft: &Draft) -> Problem {
    let names: Vec<_> = draft.test.samples.iter().take(NAMED).map(|sample| sample.item.as_str()).collect();
    let (count, names) = (draft.test.samples.len(), names.join(", "));
    Problem::at("tumourSample", intake_problem::several_samples(&draft.file.name, count, &names))
}

pub(crate) fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    Problem::of(Code::File, intake_problem::unreadable(path.display(), error))
}

/// Begins a case with a file.
pub(crate) fn begin(
    desk: &mut Desk,
    file: Received,
    details: &Details,
    received_on: NaiveDate,
) -> Outcome<(CaseId, u64)> {
    let now = desk.environment.clock.now();
    let id = CaseId::parse(&new_uuid(now)).map_err(internal)?;
    let what = |number| {
        CaseEvent::from(intake::Received {
            number,
            received_on,
            details: Box::new(details.clone()),
            draft: Box::new(file.draft.clone()),
        })
    };
    let appended = desk.begin_case(&id, received_on.year(), what, &[file.attachment()])?;
    Ok((id, appended.seq))
}
