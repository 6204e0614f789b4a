//! Which imports there are, and which of them answer.

use super::KnowledgeStore;
use super::error::KnowledgeStoreError;
use super::import::number;
use super::keeper::day;
use super::record::{Import, KnowledgeKind, KnowledgeLedger, SetAside, SetAsideReason, VersionFrom};
use crate::readers::holds_submitted;
use entaku_words::Label;
use rusqlite::{Connection, Row, params};
use std::collections::BTreeMap;
use std::path::Path;

impl KnowledgeStore {
    /// Every import, the first first.
    ///
    /// # Errors
    /// What keeps the database from being read.
    pub fn imports(&self) -> Result<Vec<Import>, KnowledgeStoreError> {
        all(&self.conn, &self.path)
    }

    /// One import.
    ///
    /// # Errors
    /// [`KnowledgeStoreError::NoSuchImport`], and what keeps the database from being read.
    pub fn import_of(&self, id: &str) -> Result<Import, KnowledgeStoreError> {
        let wanted = format!("K{}", number(id));
        let found = self.imports()?.into_iter().find(|import| import.id == wanted);
        found.ok_or_else(|| KnowledgeStoreError::NoSuchImport(id.to_owned()))
    }

    /// The rows of an import that were set aside or put right, in the order of the file.
    ///
    /// # Errors
    /// [`KnowledgeStoreError::NoSuchImport`], and what keeps the database from being read.
    pub fn set_aside(&self, id: &str) -> Result<Vec<SetAside>, KnowledgeStoreError> {
        self.import_of(id)?;
        self.conn
            .prepare_cached(
                "SELECT line, reason, kept, detail, text FROM remark WHERE import = ?1 ORDER BY line, rowid",
            )
            .and_then(|mut ask| {
                let rows = ask.query_map([number(id)], |row| {
                    Ok(SetAside {
                        line: row.get(0)?,
                        reason: coded(row, 1, SetAsideReason::from_code)?,
                        kept: row.get(2)?,
                        detail: detail(row.get(3)?),
                        text: row.get(4)?,
                    })
                })?;
                rows.collect()
            })
            .map_err(|error| KnowledgeStoreError::database(&self.path, "tell what was set aside", error))
    }

    /// The imports that answer: of each kind and source the newest; of registered files every one of the newest version.
    ///
    /// # Errors
    /// What keeps the database from being read.
    pub fn answering(&self) -> Result<Vec<Import>, KnowledgeStoreError> {
        let mut answering = newest_of_each(self.imports_by(|_| true)?);
        answering.extend(crate::vcf::answering(self.vcfs()?).into_iter().map(|file| file.import));
        Ok(answering)
    }

    /// The imports that answered when no others were there than those that `known` says yes to: what was known on a day. Registered
    /// files apart, and what was removed since.
    ///
    /// # Errors
    /// What keeps the database from being read.
    pub fn answering_by(&self, known: impl Fn(&Import) -> bool) -> Result<Vec<Import>, KnowledgeStoreError> {
        Ok(newest_of_each(self.imports_by(known)?))
    }

    fn imports_by(&self, known: impl Fn(&Import) -> bool) -> Result<Vec<Import>, KnowledgeStoreError> {
        let mut imports = self.imports()?;
        imports.retain(|import| {
            !matches!(import.kind, KnowledgeKind::Clinvar | KnowledgeKind::Frequencies) && known(import)
        });
        Ok(imports)
    }

    /// The import of these kinds that answers; of several sources the one imported last.
    pub(crate) fn newest(&self, kind: KnowledgeKind) -> Result<Option<Import>, KnowledgeStoreError> {
        let of_kind = self.answering()?.into_iter().filter(|import| import.kind == kind);
        Ok(of_kind.max_by_key(|import| number(&import.id)))
    }
}

/// Of each kind and source the newest version; of trials every import, for each holds trials of its own. A version that is a day goes before one that is none, which cannot be placed in
/// time; of one day the fuller one answers (CIViC's file with submitted rows holds the accepted ones too), then the later one.
fn newest_of_each(imports: Vec<Import>) -> Vec<Import> {
    let mut newest: BTreeMap<(KnowledgeKind, String, bool), Import> = BTreeMap::new();
    let (trials, imports): (Vec<Import>, Vec<Import>) =
        imports.into_iter().partition(|import| import.kind.is_trials());
    for import in imports {
        // Assertions carry no status: the file of accepted ones answers for them, before the one that holds submitted ones too.
        let apart = import.kind == KnowledgeKind::CivicAssertions && holds_submitted(&import.file);
        let key = (import.kind, import.source.to_lowercase(), apart);
        match newest.get(&key) {
            Some(known) if rank(known) > rank(&import) => {}
            _ => {
                newest.insert(key, import);
            }
        }
    }
    newest.into_values().chain(trials).collect()
}

fn rank(import: &Import) -> (Option<&str>, u64, i64) {
    match import.kind.is_edited() {
        true => (None, 0, number(&import.id)),
        false => {
            // The day of an import is no day of the version.
            let known = import.version_from != VersionFrom::ImportDay;
            (day(&import.version).filter(|_| known), import.ledger.kept, number(&import.id))
        }
    }
}

/// Every import.
pub(crate) fn all(conn: &Connection, path: &Path) -> Result<Vec<Import>, KnowledgeStoreError> {
    let failed = |error| KnowledgeStoreError::database(path, "list the imports", error);
    let mut by_import: BTreeMap<i64, BTreeMap<SetAsideReason, u64>> = BTreeMap::new();
    conn.prepare_cached("SELECT import, reason, count(*) FROM remark WHERE kept = 0 GROUP BY import, reason")
        .and_then(|mut ask| {
            let mut rows = ask.query([])?;
            while let Some(row) = rows.next()? {
                let reason = coded(row, 1, SetAsideReason::from_code)?;
                by_import.entry(row.get(0)?).or_default().insert(reason, row.get(2)?);
            }
            Ok(())
        })
        .map_err(failed)?;
    conn.prepare_cached(
        "SELECT n, kind, source, version, version_from, licence, address, file, bytes, sha256, at, by, why, read, kept, rescued
         FROM import ORDER BY n",
    )
    .and_then(|mut ask| {
        let rows = ask.query_map([], |row| {
            let n: i64 = row.get(0)?;
            let (read, kept): (u64, u64) = (row.get(13)?, row.get(14)?);
            Ok(Import {
                id: format!("K{n}"),
                kind: coded(row, 1, KnowledgeKind::from_code)?,
                source: row.get(2)?,
                version: row.get(3)?,
                version_from: coded(row, 4, VersionFrom::from_code)?,
                licence: row.get(5)?,
                address: row.get(6)?,
                file: row.get(7)?,
                bytes: row.get(8)?,
                sha256: row.get(9)?,
                at: row.get(10)?,
                by: row.get(11)?,
                why: row.get(12)?,
                ledger: KnowledgeLedger {
                    read,
                    kept,
                    set_aside: read.saturating_sub(kept),
                    rescued: row.get(15)?,
                    by_reason: by_import.remove(&n).unwrap_or_default(),
                },
            })
        })?;
        rows.collect()
    })
    .map_err(failed)
}

/// Enters an import and answers its number.
pub(crate) fn put(
    conn: &Connection,
    path: &Path,
    import: &Import,
    vcf: Option<&str>,
) -> Result<i64, KnowledgeStoreError> {
    conn.prepare_cached(
        "INSERT INTO import (kind, source, version, version_from, licence, address, file, bytes, sha256, at, by, why, read,
             kept, rescued, vcf) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 0, 0, 0, ?13)",
    )
    .and_then(|mut put| {
        put.insert(params![
            import.kind.code(),
            import.source,
            import.version,
            import.version_from.code(),
            import.licence,
            import.address,
            import.file,
            i64::try_from(import.bytes).unwrap_or(i64::MAX),
            import.sha256,
            import.at,
            import.by,
            import.why,
            vcf
        ])
    })
    .map_err(|error| KnowledgeStoreError::database(path, "enter an import", error))
}

/// A code of ours in a column. One that is none was written by nobody here.
fn coded<T>(row: &Row<'_>, at: usize, read: impl Fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    let code: String = row.get(at)?;
    read(&code).ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, code.into())
    })
}

/// What was wrong with a row, in every language; what an earlier version of the program noted is English alone.
fn detail(written: String) -> Label {
    serde_json::from_str(&written).unwrap_or_else(|_| Label { ja: written.clone(), en: written })
}
