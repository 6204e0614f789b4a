//! Loading what a laboratory sent: first looked into, then stored as one event with the file itself.

use super::{case_id, fresh};
use crate::clock::day;
use crate::convert::{counts, details_form, details_of, inspection, kind_counts};
use crate::desk::{Desk, new_uuid};
use crate::error::{Code, Outcome, Problem, internal};
use crate::view::{InspectFile, InspectionView, Intake, IntakeResult, IntakeView};
use chrono::Datelike;
use entaku_domain::draft::Draft;
use entaku_domain::event::CaseEvent;
use entaku_domain::genome::GenomeBuild;
use entaku_domain::ids::CaseId;
use entaku_domain::patient::Details;
use entaku_domain::text::Text;
use entaku_intake::{Limits, Options};
use entaku_store::NewAttachment;
use std::ops::ControlFlow;
use std::path::Path;

/// Largest file that is kept as received, in bytes: the database takes a value of at most 1 GB, and panel files are
/// a thousand times smaller than this.
const KEPT_BYTES: u64 = 512 << 20;
/// How many samples are named when one has to be chosen.
const NAMED: usize = 5;
/// How many cases that hold the same file or test are named.
const KNOWN: u32 = 20;

fn options(assembly: Option<&str>, tumour_sample: Option<&str>) -> Options {
    let given =
        |text: Option<&str>| text.map(str::trim).filter(|text| !text.is_empty()).map(ToOwned::to_owned);
    Options {
        assembly: given(assembly).map(|name| GenomeBuild::from_name(&name)),
        tumour_sample: given(tumour_sample),
        limits: Limits::default(),
    }
}

pub(crate) fn inspect_file(desk: &mut Desk, args: InspectFile) -> Outcome<InspectionView> {
    let options = options(args.assembly.as_deref(), args.tumour_sample.as_deref());
    let found =
        entaku_intake::inspect_file(Path::new(&args.path), &options, &mut |_| ControlFlow::Continue(()))?;
    let counted = kind_counts(|kind| found.findings.get(&kind).copied().unwrap_or_default());
    let known = known_cases(desk, &found.draft)?;
    Ok(inspection(&found.draft, (counted, found.statements), known, desk.language()))
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
    let details = args.details.as_ref().map(|form| details_of(form, today)).transpose()?.unwrap_or_default();
    let options = options(args.assembly.as_deref(), args.tumour_sample.as_deref());
    // Every file is read before anything is stored, so that a damaged second file leaves no half of a case.
    let mut received = Vec::new();
    for path in &args.paths {
        received.push(Received::read(Path::new(path), &options)?);
    }
    let take_proposed = args.take_proposed.unwrap_or(false) && args.details.is_none();
    let batch = args.batch.unwrap_or(false);
    let mut case = args.case_id.as_deref().map(|name| case_id(desk, name)).transpose()?;
    if batch && case.is_some() {
        return Err(Problem::field(
            "batch",
            "一括読み込みでは症例を指定できません。",
            "A batch makes a new case of each file.",
        ));
    }
    let first_given = case.is_some();
    let mut expected = args.expected_version;
    let mut files = Vec::new();
    let mut shown = case.clone();
    for file in received {
        let known = known_cases(desk, &file.draft)?;
        let view = inspection(&file.draft, counts(&file.draft), known, desk.language());
        let target = if batch { None } else { case.clone() };
        let (id, seq) = match target {
            Some(id) => (id.clone(), add_source(desk, &id, expected.take(), file)?),
            None => {
                let proposed = file.draft.proposed.as_deref().filter(|_| take_proposed);
                let proposed = proposed.map(|said| details_of(&details_form(said), today)).transpose()?;
                begin(desk, file, proposed.as_ref().unwrap_or(&details))?
            }
        };
        if !batch {
            case = Some(id.clone());
        }
        shown.get_or_insert_with(|| id.clone());
        files.push(IntakeView { inspection: view, case_id: id.to_string(), seq });
    }
    let shown = shown.ok_or_else(|| internal("an intake without a case"))?;
    if first_given && args.details.is_some() {
        let expected = desk.case(&shown)?.version;
        desk.transact(&shown, expected, CaseEvent::DetailsRecorded { details: Box::new(details) })?;
    }
    Ok(IntakeResult { files, case: fresh(desk, &shown)? })
}

/// A file as received, and what was read from it.
pub(crate) struct Received {
    name: String,
    bytes: Vec<u8>,
    draft: Draft,
}

impl Received {
    fn read(path: &Path, options: &Options) -> Outcome<Self> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let size = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?.len();
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
        Self::of(name, bytes, options)
    }

    /// From bytes at hand.
    pub(crate) fn of(name: String, bytes: Vec<u8>, options: &Options) -> Outcome<Self> {
        let draft =
            entaku_intake::read(&name, bytes.as_slice(), options, &mut |_| ControlFlow::Continue(()))?;
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
pub(crate) fn begin(desk: &mut Desk, file: Received, details: &Details) -> Outcome<(CaseId, u64)> {
    let now = desk.environment.clock.now();
    let received_on = day(now);
    let id = CaseId::parse(&new_uuid(now)).map_err(internal)?;
    let number = desk.session()?.store.next_case_number(received_on.year())?;
    let number = Text::new(&number).map_err(internal)?;
    let what = CaseEvent::Received {
        number,
        received_on,
        details: Box::new(details.clone()),
        draft: Box::new(file.draft.clone()),
    };
    let appended = desk.begin_case(&id, what, &[file.attachment()])?;
    Ok((id, appended.seq))
}

fn add_source(desk: &mut Desk, id: &CaseId, expected: Option<u32>, file: Received) -> Outcome<u64> {
    let expected = match expected {
        Some(expected) => expected,
        None => desk.case(id)?.version,
    };
    let matches = desk.case(id)?.matches(&file.draft);
    let what = CaseEvent::SourceAdded { draft: Box::new(file.draft.clone()), matches };
    Ok(desk.transact_all(id, expected, vec![what], &[file.attachment()])?.seq)
}
