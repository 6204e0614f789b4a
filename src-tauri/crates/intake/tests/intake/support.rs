//! Reading for tests.

use entaku_domain::draft::Draft;
use entaku_domain::words::note_meaning;
use entaku_intake::{IntakeError, Options, Progress};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// A progress function that never stops.
pub fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Reads bytes with the usual options.
pub fn read(bytes: impl AsRef<[u8]>) -> Result<Draft, IntakeError> {
    read_with(bytes, &Options::default())
}

/// Reads bytes.
pub fn read_with(bytes: impl AsRef<[u8]>, options: &Options) -> Result<Draft, IntakeError> {
    let draft = entaku_intake::read("test.file", bytes.as_ref(), options, &mut go_on)?;
    assert!(draft.ledger.balances(), "records read = kept + set aside: {:?}", draft.ledger);
    assert_eq!(draft.ledger.kept, draft.findings.len() as u64, "each kept record is a finding");
    assert_eq!(draft.file.bytes, bytes.as_ref().len() as u64, "the whole file is hashed");
    for note in &draft.notes {
        assert!(note_meaning(&note.code).is_some(), "{} has no meaning in Japanese", note.code);
    }
    let counted = entaku_intake::inspect("test.file", bytes.as_ref(), options, &mut go_on)
        .expect("inspects as it reads");
    assert_eq!(counted.draft.notes, draft.notes, "inspection and reading notice the same");
    Ok(draft)
}

/// Notes as lines: severity, code, place, what was said, how often.
pub fn notes(draft: &Draft) -> String {
    let lines = draft.notes.iter().map(|note| {
        let line = note.place.line.map(|line| format!(":{line}")).unwrap_or_default();
        let field = note.place.field.as_deref().unwrap_or("-");
        format!("{:?} {} {field}{line} | {} | x{}\n", note.severity, note.code, note.said, note.times)
    });
    lines.collect()
}

/// Findings as lines: item, kind, what it is about, what changed, verdict of the laboratory.
pub fn listing(draft: &Draft) -> String {
    let lines = draft.findings.iter().map(|finding| {
        let alteration = &finding.alteration;
        let verdict = finding.laboratory_verdict.as_deref().unwrap_or("-");
        format!(
            "{} {:?} | {} | {} | {verdict}\n",
            finding.item,
            alteration.kind(),
            alteration.subject(),
            alteration.change()
        )
    });
    lines.collect()
}

/// The ledger in one line.
pub fn ledger(draft: &Draft) -> String {
    format!("kept {} of {} {:?}\n", draft.ledger.kept, draft.ledger.read, draft.ledger.by_reason)
}

/// Statements as lines: kind, gene, items, text, fields.
pub fn statements(draft: &Draft) -> String {
    let lines = draft.statements.iter().map(|statement| {
        let gene = statement.gene.as_ref().map_or("-", |gene| gene.as_str());
        let fields: Vec<String> =
            statement.fields.iter().map(|field| format!("{}={}", field.0, field.1)).collect();
        format!(
            "{:?} {gene} {} | {} | {}\n",
            statement.kind,
            statement.about.join("+"),
            statement.text,
            fields.join("; ")
        )
    });
    lines.collect()
}

/// A folder of the shared test data; says so and gives none where it is absent.
pub fn shared(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("ENTAKU_SHARED_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data"),
        PathBuf::from,
    );
    let path = root.join(folder);
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: {} absent", path.display());
    None
}
