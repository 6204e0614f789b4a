//! Taking a file in: one transaction, so that a broken file, a stop or a killed program changes nothing.

use super::KnowledgeStore;
use super::connection;
use super::error::KnowledgeStoreError;
use super::keeper::{Keeper, day};
use super::lists::must_be;
use super::record::{
    Import, ImportOptions, ImportOutcome, ImportProgress, Imported, KnowledgeKind, KnowledgeLedger,
    VersionFrom,
};
use crate::readers::{self, Source};
use entaku_words::Said;
use entaku_words::errors::row_fault;
use rusqlite::{Connection, TransactionBehavior, params};
use std::path::Path;

/// Told how far an import is; answers whether to go on.
pub type OnProgress<'p> = &'p mut dyn FnMut(ImportProgress) -> bool;

impl KnowledgeStore {
    /// Imports a file. What it is, its header tells, unless `options.kind` says so. The answer says whether it was kept, was
    /// there already byte for byte, or was only tried.
    ///
    /// # Errors
    /// Every one leaves the store as it was: a file that cannot be read or breaks off, one of an unknown kind, one of which no
    /// row could be used, a stop, another program's import that takes too long, a place that takes no file.
    pub fn import(
        &mut self,
        path: &Path,
        options: &ImportOptions,
        progress: OnProgress<'_>,
    ) -> Result<Imported, KnowledgeStoreError> {
        let source = Source::of_file(path, progress)?;
        self.import_source(&source, options, None, progress)
    }

    /// The same with bytes at hand, under the name of the file they were in.
    ///
    /// # Errors
    /// As [`Self::import`].
    pub fn import_bytes(
        &mut self,
        name: &str,
        bytes: &[u8],
        options: &ImportOptions,
        progress: OnProgress<'_>,
    ) -> Result<Imported, KnowledgeStoreError> {
        let source = Source::of_bytes(name, bytes);
        self.import_source(&source, options, None, progress)
    }

    /// The same with a list that was edited: only while the list it was made of is still the newest.
    pub(super) fn import_edited(
        &mut self,
        name: &str,
        bytes: &[u8],
        options: &ImportOptions,
        based_on: Option<&str>,
        progress: OnProgress<'_>,
    ) -> Result<Imported, KnowledgeStoreError> {
        let source = Source::of_bytes(name, bytes);
        self.import_source(&source, options, Some(based_on), progress)
    }

    fn import_source(
        &mut self,
        source: &Source,
        options: &ImportOptions,
        based_on: Option<Option<&str>>,
        progress: OnProgress<'_>,
    ) -> Result<Imported, KnowledgeStoreError> {
        let kind = readers::detect(source, options.kind)?;
        if let Some(import) = there_already(self.imports()?, kind, &source.sha256) {
            return Ok(Imported { outcome: ImportOutcome::Already, import });
        }
        if options.dry_run {
            let mut scratch = connection::scratch()?;
            let (import, _) = run(&mut scratch, &self.path, kind, source, options, progress, How::Tried)?;
            return Ok(Imported {
                outcome: ImportOutcome::Tried,
                import: Import { id: String::new(), ..import },
            });
        }
        self.must_take_writing()?;
        let path = self.path.clone();
        let (import, outcome) =
            run(&mut self.conn, &path, kind, source, options, progress, How::Kept { based_on })?;
        Ok(Imported { outcome, import })
    }

    /// Removes an import with everything that came with it. Older versions of its source answer again.
    ///
    /// # Errors
    /// [`KnowledgeStoreError::NoSuchImport`], and what keeps the database from being written.
    pub fn remove(&mut self, id: &str) -> Result<Import, KnowledgeStoreError> {
        self.must_take_writing()?;
        let import = self.import_of(id)?;
        let failed = |error| KnowledgeStoreError::database(&self.path, "remove an import", error);
        let gone = self.conn.execute("DELETE FROM import WHERE n = ?1", [number(id)]).map_err(failed)?;
        // What cannot be given back now is used by the next import.
        let _ = self.give_back();
        if gone == 0 { Err(KnowledgeStoreError::NoSuchImport(id.to_owned())) } else { Ok(import) }
    }
}

/// The import that holds these very bytes. Of a list that people edit the newest alone counts: what goes back to an earlier
/// state is a version of its own.
fn there_already(imports: Vec<Import>, kind: KnowledgeKind, sha256: &str) -> Option<Import> {
    let mut of_kind: Vec<Import> = imports.into_iter().filter(|import| import.kind == kind).collect();
    if kind.is_edited() {
        return of_kind.pop().filter(|newest| newest.sha256 == sha256);
    }
    of_kind.into_iter().find(|import| import.sha256 == sha256)
}

/// The number in `K12`; 0, which none has, where it is no id.
pub(crate) fn number(id: &str) -> i64 {
    id.trim().strip_prefix(['K', 'k']).and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

impl KnowledgeStore {
    /// Gives the room of what was removed back to the disk, a page at each step.
    fn give_back(&self) -> rusqlite::Result<()> {
        let mut give_back = self.conn.prepare("PRAGMA incremental_vacuum")?;
        let mut steps = give_back.query([])?;
        while steps.next()?.is_some() {}
        Ok(())
    }
}

/// Whether an import is kept, and for an edited list of which one it was made; none of that where there was none.
enum How<'e> {
    Tried,
    Kept { based_on: Option<Option<&'e str>> },
}

fn run(
    conn: &mut Connection,
    path: &Path,
    kind: KnowledgeKind,
    source: &Source,
    options: &ImportOptions,
    progress: OnProgress<'_>,
    how: How<'_>,
) -> Result<(Import, ImportOutcome), KnowledgeStoreError> {
    let failed = |error| KnowledgeStoreError::database(path, "take an import", error);
    let taking = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    // Another program may have imported it, or edited the list, between the look and the lock.
    if let How::Kept { based_on } = how {
        let known = super::list::all(&taking, path)?;
        if let Some(based_on) = based_on {
            must_be(based_on, known.iter().rfind(|import| import.kind == kind))?;
        }
        if let Some(import) = there_already(known, kind, &source.sha256) {
            return Ok((import, ImportOutcome::Already));
        }
    }
    let mut import = Import {
        id: String::new(),
        kind,
        source: given(&options.source).unwrap_or_else(|| kind.usual_source().to_owned()),
        version: String::new(),
        version_from: VersionFrom::ImportDay,
        licence: given(&options.licence).or_else(|| kind.usual_licence().map(str::to_owned)),
        address: given(&options.address),
        file: source.name.clone(),
        bytes: source.bytes,
        sha256: source.sha256.clone(),
        at: options.at.clone(),
        by: options.by.clone(),
        why: given(&options.why),
        ledger: KnowledgeLedger::default(),
    };
    let n = super::list::put(&taking, path, &import, None)?;
    let mut keeper = Keeper::new(&taking, path, n);
    readers::read(kind, source, &mut keeper, progress)?;
    let Keeper { ledger, newest, first_fault, .. } = keeper;
    // A row that the list refuses would be lost from it: an edit is taken whole or not at all.
    if matches!(how, How::Kept { based_on: Some(_) }) && ledger.kept < ledger.read {
        let what = first_fault.map_or_else(|| row_fault::NO_ROWS.said(), |(_, detail)| detail);
        return Err(KnowledgeStoreError::RowRefused(what.into()));
    }
    if ledger.kept == 0 {
        let (line, detail) = first_fault.unwrap_or_else(|| (1, row_fault::NO_ROWS.said()));
        return Err(KnowledgeStoreError::NothingKept {
            file: source.name.clone(),
            read: ledger.read,
            line,
            detail: detail.into(),
        });
    }
    (import.version, import.version_from) = version(options, &source.name, newest);
    import.ledger = ledger;
    import.id = format!("K{n}");
    let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    taking
        .execute(
            "UPDATE import SET version = ?2, version_from = ?3, read = ?4, kept = ?5, rescued = ?6 WHERE n = ?1",
            params![
                n,
                import.version,
                import.version_from.code(),
                count(import.ledger.read),
                count(import.ledger.kept),
                count(import.ledger.rescued)
            ],
        )
        .map_err(failed)?;
    taking.commit().map_err(failed)?;
    Ok((import, ImportOutcome::Kept))
}

fn given(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

pub(crate) fn version(options: &ImportOptions, file: &str, newest: Option<String>) -> (String, VersionFrom) {
    if let Some(version) = given(&options.version) {
        return (version, VersionFrom::Person);
    }
    if let Some(day) = day_in_name(file) {
        return (day, VersionFrom::FileName);
    }
    match newest {
        Some(day) => (day, VersionFrom::Content),
        None => (day(&options.at).unwrap_or(&options.at).to_owned(), VersionFrom::ImportDay),
    }
}

/// The day in the name of a file: `01-Oct-2026-…`, `…_2025_10_03.json`, `…-20261001…`.
fn day_in_name(file: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let parts: Vec<&str> = file.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let digits =
        |text: &str, many: usize| text.len() == many && text.bytes().all(|byte| byte.is_ascii_digit());
    let made = |year: &str, month: u32, day: &str| {
        let day: u32 = day.parse().ok().filter(|day| (1..=31).contains(day))?;
        let year: u32 = year.parse().ok().filter(|year| (1990..=2199).contains(year))?;
        (1..=12).contains(&month).then(|| format!("{year:04}-{month:02}-{day:02}"))
    };
    for three in parts.windows(3) {
        let [first, second, third] = three else { continue };
        let month = || {
            MONTHS
                .iter()
                .position(|known| second.get(..3).is_some_and(|month| month.eq_ignore_ascii_case(known)))
        };
        let found = if digits(first, 4) && digits(second, 2) && digits(third, 2) {
            second.parse().ok().and_then(|month| made(first, month, third))
        } else if digits(third, 4)
            && (digits(first, 2) || digits(first, 1))
            && second.starts_with(char::is_alphabetic)
        {
            month()
                .and_then(|month| u32::try_from(month + 1).ok())
                .and_then(|month| made(third, month, first))
        } else {
            None
        };
        if found.is_some() {
            return found;
        }
    }
    parts.iter().filter(|part| digits(part, 8)).find_map(|part| {
        let (year, month, day) = (part.get(..4)?, part.get(4..6)?, part.get(6..)?);
        made(year, month.parse().ok()?, day)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_a_version_is_read_from_names_in_use() {
        for (name, day) in [
            ("01-Oct-2026-AcceptedClinicalEvidenceSummaries.tsv", Some("2026-10-01")),
            ("oncotree_2025_10_03.json", Some("2025-10-03")),
            ("clinvar_20261101.vcf.gz", Some("2026-11-01")),
            ("hgnc_complete_set_2026-11-03.txt", Some("2026-11-03")),
            ("nightly-ClinicalEvidenceSummaries.tsv", None),
            ("oncotree_legacy_1.1.json", None),
            ("gnomad.v4.1.12345678.vcf.gz", None),
            ("31-Foo-2026-x.tsv", None),
            ("2026-13-01.csv", None),
        ] {
            assert_eq!(day_in_name(name).as_deref(), day, "{name}");
        }
    }

    #[test]
    fn what_a_person_says_goes_before_name_and_content() {
        let mut options = ImportOptions { at: "2026-11-30T12:00:00+09:00".into(), ..Default::default() };
        let newest = || Some("2021-02-03".to_owned());
        assert_eq!(version(&options, "x.tsv", None), ("2026-11-30".into(), VersionFrom::ImportDay));
        assert_eq!(version(&options, "x.tsv", newest()), ("2021-02-03".into(), VersionFrom::Content));
        assert_eq!(version(&options, "01-Oct-2026-x.tsv", newest()).1, VersionFrom::FileName);
        options.version = Some(" v4.1 ".into());
        assert_eq!(version(&options, "01-Oct-2026-x.tsv", newest()), ("v4.1".into(), VersionFrom::Person));
    }

    #[test]
    fn another_import_under_way_is_told() {
        let folder = std::env::temp_dir().join(format!("entaku-import-{}", std::process::id()));
        let mut store = KnowledgeStore::open(&folder).unwrap();
        let mut other = KnowledgeStore::open(&folder).unwrap();
        other.conn.busy_timeout(std::time::Duration::from_millis(1)).unwrap();
        let options = ImportOptions { at: "2026-11-30".into(), ..Default::default() };
        let mut refused = None;
        let mut meanwhile = |_| {
            let error =
                other.import_bytes("b.csv", b"gene,role\nTP53,TSG\n", &options, &mut |_| true).unwrap_err();
            refused = Some(error);
            true
        };
        let imported =
            store.import_bytes("a.csv", b"gene,role\nKRAS,oncogene\n", &options, &mut meanwhile).unwrap();
        assert!(matches!(refused, Some(KnowledgeStoreError::Busy)), "{refused:?}");
        assert_eq!(other.imports().unwrap(), [imported.import]);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
