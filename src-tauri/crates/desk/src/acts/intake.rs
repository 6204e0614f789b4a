//! Loading what a laboratory sent: first looked into, then stored as one event with the file itself.

use super::references::{genomes, open};
use super::{case_id, fresh};
use crate::clock::day;
use crate::convert::{counts, date, details_form, details_of, inspection, kind_counts};
use crate::desk::{Desk, new_uuid};
use crate::error::{Code, Outcome, Problem, internal};
use crate::view::{
    FolderView, InspectFile, InspectionView, Intake, IntakeResult, IntakeView, ListFolder, RefusedFileView,
};
use chrono::{Datelike, NaiveDate};
use entaku_domain::draft::Draft;
use entaku_domain::event::CaseEvent;
use entaku_domain::genome::GenomeBuild;
use entaku_domain::ids::CaseId;
use entaku_domain::patient::Details;
use entaku_intake::{Limits, Options, References};
use entaku_store::NewAttachment;
use std::path::Path;

/// Largest file that is kept as received, in bytes: the database takes a value of at most 1 GB, and panel files are
/// a thousand times smaller than this.
pub(crate) const KEPT_BYTES: u64 = 512 << 20;
/// What a document is called that came without a name.
const HANDED: &str = "standard input";
/// How many samples are named when one has to be chosen.
const NAMED: usize = 5;
/// How many cases that hold the same file or test are named.
const KNOWN: u32 = 20;

/// What the person says of a file, with what the site prefers.
pub(super) fn options_of(desk: &Desk, assembly: Option<&str>, tumour_sample: Option<&str>) -> Options {
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

pub(crate) fn inspect_file(desk: &mut Desk, args: InspectFile) -> Outcome<InspectionView> {
    let options = options_of(desk, args.assembly.as_deref(), args.tumour_sample.as_deref());
    let path = Path::new(&args.path);
    let mut genomes = genomes(desk);
    for named in args.references.iter().flatten() {
        genomes.add(open(named)?);
    }
    let found = match desk.take_handed(path) {
        Some(bytes) => desk.watch.during(HANDED, |go_on| {
            entaku_intake::inspect_against(HANDED, bytes.as_slice(), &options, &mut genomes, go_on)
        })?,
        None => desk.watch.during(&file_name(path), |go_on| {
            entaku_intake::inspect_file_against(path, &options, &mut genomes, go_on)
        })?,
    };
    let counted = kind_counts(|kind| found.findings.get(&kind).copied().unwrap_or_default());
    let known = known_cases(desk, &found.draft)?;
    Ok(inspection(&found.draft, (counted, found.statements), known, desk.language()))
}

/// The files of a folder, by name; what lies in it besides is named too.
pub(crate) fn list_folder(_: &mut Desk, args: ListFolder) -> Outcome<FolderView> {
    let folder = Path::new(&args.path);
    let mut view = FolderView { files: Vec::new(), passed_over: Vec::new() };
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        let hidden = file_name(&path).starts_with('.');
        match path.to_str() {
            Some(text) if path.is_file() && !hidden => view.files.push(text.to_owned()),
            _ => view.passed_over.push(path.display().to_string()),
        }
    }
    view.files.sort();
    view.passed_over.sort();
    Ok(view)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Numbers of the cases that hold the same file, or a test of the same number. None while no store is open.
fn known_cases(desk: &Desk, draft: &Draft) -> Outcome<Vec<String>> {
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

pub(crate) fn intake(desk: &mut Desk, args: Intake) -> Outcome<IntakeResult> {
    if args.paths.is_empty() {
        return Err(Problem::field("paths", "ファイルを選んでください。", "Choose a file."));
    }
    let today = day(desk.environment.clock.now());
    let details = args.details.as_ref().map(|form| details_of(form, today)).transpose()?;
    let mut genomes = genomes(desk);
    let wish = Wish {
        options: options_of(desk, args.assembly.as_deref(), args.tumour_sample.as_deref()),
        take_proposed: args.take_proposed.unwrap_or(false) && details.is_none(),
        today,
        received_on: received_on(&args, today)?,
    };
    match args.batch.unwrap_or(false) {
        true if args.case_id.is_some() => Err(Problem::field(
            "batch",
            "一括読み込みでは症例を指定できません。",
            "A batch makes a new case of each file.",
        )),
        true => batch(desk, args.paths, &wish, &mut genomes, &details.unwrap_or_default()),
        false => one_case(desk, args, &wish, &mut genomes, details),
    }
}

/// Today unless told otherwise; no report arrives tomorrow.
fn received_on(args: &Intake, today: NaiveDate) -> Outcome<NaiveDate> {
    let told = date("receivedOn", args.received_on.as_deref())?.unwrap_or(today);
    if told > today {
        return Err(Problem::field(
            "receivedOn",
            "受領日がこれから先の日付です。",
            "The day of receipt is still to come.",
        ));
    }
    Ok(told)
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
            desk.transact(&known, version, CaseEvent::DetailsRecorded { details: Box::new(details.clone()) })
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
            true => all.extend(list_folder(desk, ListFolder { path })?.files),
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
        (None, None) => {
            Err(Problem::field("paths", "フォルダーにファイルがありません。", "The folder holds no file."))
        }
    }
}

fn view(desk: &Desk, file: &Received) -> Outcome<InspectionView> {
    let known = known_cases(desk, &file.draft)?;
    Ok(inspection(&file.draft, counts(&file.draft), known, desk.language()))
}

/// A file as received, and what was read from it.
pub(crate) struct Received {
    name: String,
    bytes: Vec<u8>,
    draft: Draft,
}

impl Received {
    fn read(desk: &mut Desk, path: &Path, options: &Options, genomes: &mut References) -> Outcome<Self> {
        if let Some(bytes) = desk.take_handed(path) {
            return Self::of(desk, HANDED.to_owned(), bytes, options, genomes);
        }
        let name = file_name(path);
        std::fs::metadata(path).map_err(|error| unreadable(path, &error))?;
        let size = entaku_intake::regular_file(path)?;
        if size > KEPT_BYTES {
            return Err(Problem::new(
                Code::Intake,
                format!(
                    "{name} は{size}バイトあり、原本として保存できる上限（{KEPT_BYTES}バイト）を超えています。報告対象の部分だけのファイルを受け取ってください。何も保存していません。"
                ),
                format!(
                    "{name} has {size} bytes; at most {KEPT_BYTES} can be kept as the original. Ask for the reportable part only. Nothing was stored."
                ),
            ));
        }
        let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
        Self::of(desk, name, bytes, options, genomes)
    }

    /// From bytes at hand.
    pub(crate) fn of(
        desk: &Desk,
        name: String,
        bytes: Vec<u8>,
        options: &Options,
        genomes: &mut References,
    ) -> Outcome<Self> {
        let draft = desk.watch.during(&name, |go_on| {
            entaku_intake::read_against(&name, bytes.as_slice(), options, genomes, go_on)
        })?;
        if draft.must_choose_sample {
            return Err(choose_sample(&draft));
        }
        Ok(Self { name, bytes, draft })
    }

    fn attachment(&self) -> NewAttachment<'_> {
        let media_type =
            if self.draft.file.format == "CATS" { "application/json" } else { "application/octet-stream" };
        NewAttachment { media_type, name: &self.name, bytes: &self.bytes }
    }
}

/// A file that may hold several patients makes no case until a person says which of them is meant.
fn choose_sample(draft: &Draft) -> Problem {
    let names: Vec<_> = draft.test.samples.iter().take(NAMED).map(|sample| sample.item.as_str()).collect();
    let (count, names) = (draft.test.samples.len(), names.join(", "));
    Problem::field(
        "tumourSample",
        format!(
            "{}には{count}件の検体・登録のレコードがあります（{names} …）。どれを読み込むかを指定してください。何も保存していません。",
            draft.file.name
        ),
        format!(
            "{} holds records of {count} samples or registrations ({names} …). Say which one to load. Nothing was stored.",
            draft.file.name
        ),
    )
}

fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    Problem::new(
        Code::File,
        format!("{} を読み取れません。場所と権限を確認してください。（{error}）", path.display()),
        format!("{} cannot be read. Check the path and its permissions. ({error})", path.display()),
    )
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
    let what = |number| CaseEvent::Received {
        number,
        received_on,
        details: Box::new(details.clone()),
        draft: Box::new(file.draft.clone()),
    };
    let appended = desk.begin_case(&id, received_on.year(), what, &[file.attachment()])?;
    Ok((id, appended.seq))
}

fn add_source(desk: &mut Desk, id: &CaseId, seen: Option<u32>, file: &Received) -> Outcome<u64> {
    desk.on_what_stands(seen, |desk| {
        let case = desk.case(id)?;
        let (version, matches) = (case.version, case.matches(&file.draft));
        let what = CaseEvent::SourceAdded { draft: Box::new(file.draft.clone()), matches };
        Ok(desk.transact_all(id, seen.unwrap_or(version), vec![what], &[file.attachment()])?.seq)
    })
}
