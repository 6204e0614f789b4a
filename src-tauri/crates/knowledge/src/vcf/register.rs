//! Registering a file, and which of those registered answer.

use super::header::{VcfField, VcfHeader};
use super::indexed::{self, Indexed, Looks};
use crate::store::KnowledgeStore;
use crate::store::error::KnowledgeStoreError;
use crate::store::keeper::day;
use crate::store::list;
use crate::store::record::{
    Import, ImportOptions, ImportOutcome, Imported, KnowledgeKind, KnowledgeLedger, VersionFrom,
};
use entaku_domain::genome::{Assembly, BuildSource, GenomeBuild};
use entaku_words::errors::{file_fault, file_hint, file_need, value_fault};
use entaku_words::{Message, Said, Word};
use noodles_bgzf as bgzf;
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

/// A field of INFO that holds a frequency, with the name of the population as it is to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FrequencyField {
    /// Key in INFO: `AF_eas`.
    pub field: String,
    /// Name: `gnomAD East Asian`.
    pub name: String,
}

/// How a file is to be registered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VcfOptions {
    /// Source, version, licence, address, who and when. For frequencies the source must be named; files of one source and version
    /// answer together, as those of single chromosomes do. `kind` and `dry_run` are not looked at.
    pub import: ImportOptions,
    /// Build, where the file does not tell it.
    pub build: Option<GenomeBuild>,
    /// The fields that hold frequencies, at least one for a file of frequencies.
    pub fields: Vec<FrequencyField>,
}

/// A registered file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RegisteredVcf {
    /// The import that stands for it. Its `sha256` is that of the index, its `bytes` are those of the file.
    pub import: Import,
    /// Where it lies.
    pub path: PathBuf,
    /// Where its index lies.
    pub index: PathBuf,
    /// When the file was last changed, in nanoseconds since 1970 UTC.
    pub changed: i64,
    /// Names of its contigs, as written.
    pub contigs: Vec<String>,
    /// Build, and how it is known.
    pub assembly: Assembly,
    /// The fields that hold frequencies, each with how many values it has.
    pub fields: Vec<(FrequencyField, String)>,
    /// Date that the file itself names.
    pub date: Option<String>,
}

impl RegisteredVcf {
    pub(super) fn looks(&self) -> Looks {
        (self.import.bytes, self.changed)
    }
}

/// What is kept of it beside the import.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kept {
    path: PathBuf,
    index: PathBuf,
    changed: i64,
    contigs: Vec<String>,
    assembly: Assembly,
    fields: Vec<(FrequencyField, String)>,
    date: Option<String>,
}

impl KnowledgeStore {
    /// The fields of INFO that a file declares: what a person chooses the frequencies from before registering it.
    ///
    /// # Errors
    /// [`KnowledgeStoreError::File`], and [`KnowledgeStoreError::Vcf`] where it is no bgzip VCF.
    pub fn vcf_fields(path: &Path) -> Result<Vec<VcfField>, KnowledgeStoreError> {
        Ok(header(path)?.fields)
    }

    /// Registers a bgzip VCF with its index beside it (`.tbi` or `.csi`), of ClinVar or of frequencies. It stays where it is and is
    /// asked there. Takes the time of reading header and index.
    ///
    /// # Errors
    /// [`KnowledgeStoreError::Vcf`] where it is not bgzip, has no index or another file's, has another build than the person says
    /// or none at all, or lacks a field that was chosen; [`KnowledgeStoreError::Invalid`] where the choice of fields or the source
    /// is missing; else as importing.
    pub fn register_vcf(
        &mut self,
        path: &Path,
        kind: KnowledgeKind,
        options: &VcfOptions,
    ) -> Result<Imported, KnowledgeStoreError> {
        self.must_take_writing()?;
        let invalid =
            |field, what: Word| Err(KnowledgeStoreError::Invalid { field, what: what.said().into() });
        let named = options.import.source.as_deref().is_some_and(|source| !source.trim().is_empty());
        match kind {
            KnowledgeKind::Clinvar => {}
            KnowledgeKind::Frequencies if options.fields.is_empty() => {
                return invalid("fields", value_fault::NO_FIELD_CHOSEN);
            }
            KnowledgeKind::Frequencies if !named => {
                return invalid("source", value_fault::NO_SOURCE);
            }
            KnowledgeKind::Frequencies => {}
            _ => return invalid("kind", value_fault::NO_VCF_KIND),
        }
        let unreadable = |file: &Path| {
            let file = file.to_owned();
            move |cause| KnowledgeStoreError::File { file, cause }
        };
        let path = std::fs::canonicalize(path).map_err(unreadable(path))?;
        let header = header(&path)?;
        let assembly = assembly(&path, &header, options.build.as_ref())?;
        let fields = fields(&path, &header, options)?;
        let Some(index) = indexed::index_beside(&path) else {
            return Err(refused(&path, file_fault::NO_INDEX, file_need::INDEX, hint("tabix -p vcf", &path)));
        };
        let damaged = |error: std::io::Error| {
            refused(&index, error.to_string(), file_need::INDEX_OF_THIS, hint("tabix -f -p vcf", &path))
        };
        let sha256 = indexed::digest(&index).map_err(unreadable(&index))?;
        let mut open = Indexed::open(&path, &index).map_err(damaged)?;
        open.prove().map_err(damaged)?;
        let (bytes, changed) = indexed::looks(&path).map_err(unreadable(&path))?;
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let given = |text: &Option<String>| {
            text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let (version, version_from) = crate::store::version(&options.import, &name, header.date.clone());
        let import = Import {
            id: String::new(),
            kind,
            source: given(&options.import.source).unwrap_or_else(|| kind.usual_source().to_owned()),
            version,
            version_from,
            licence: given(&options.import.licence).or_else(|| kind.usual_licence().map(str::to_owned)),
            address: given(&options.import.address),
            file: path.to_string_lossy().into_owned(),
            bytes,
            sha256,
            at: options.import.at.clone(),
            by: options.import.by.clone(),
            why: given(&options.import.why),
            ledger: KnowledgeLedger::default(),
        };
        let names = std::mem::take(&mut open.names);
        let kept = Kept { path, index, changed, contigs: names, assembly, fields, date: header.date };
        self.keep_vcf(import, &kept)
    }

    fn keep_vcf(&mut self, import: Import, kept: &Kept) -> Result<Imported, KnowledgeStoreError> {
        let database = self.path.clone();
        let failed = |error| KnowledgeStoreError::database(&database, "register a file", error);
        let taking = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let same = |known: &RegisteredVcf| {
            let looks = (known.import.kind, &known.import.sha256, known.looks(), &known.path, &known.fields);
            looks == (import.kind, &import.sha256, (import.bytes, kept.changed), &kept.path, &kept.fields)
                && (&known.import.source, &known.import.version) == (&import.source, &import.version)
        };
        if let Some(known) = registered(&taking, &database)?.into_iter().find(same) {
            return Ok(Imported { outcome: ImportOutcome::Already, import: known.import });
        }
        let json = serde_json::to_string(kept).map_err(|error| KnowledgeStoreError::Database {
            path: database.clone(),
            doing: "register a file",
            cause: error.into(),
        })?;
        let n = list::put(&taking, &database, &import, Some(&json))?;
        taking.commit().map_err(failed)?;
        Ok(Imported { outcome: ImportOutcome::Kept, import: Import { id: format!("K{n}"), ..import } })
    }

    /// Every registered file, whether it answers or not.
    ///
    /// # Errors
    /// What keeps the database from being read.
    pub fn vcfs(&self) -> Result<Vec<RegisteredVcf>, KnowledgeStoreError> {
        registered(&self.conn, &self.path)
    }
}

fn refused(file: &Path, found: impl Said, expected: impl Said, hint: impl Said) -> KnowledgeStoreError {
    KnowledgeStoreError::Vcf {
        file: file.to_owned(),
        found: found.said().into(),
        expected: expected.said().into(),
        hint: hint.said().into(),
    }
}

fn hint(command: &str, path: &Path) -> Message {
    file_hint::make_index(format!("{command} {}", path.display()))
}

fn header(path: &Path) -> Result<VcfHeader, KnowledgeStoreError> {
    let unreadable = |cause| KnowledgeStoreError::File { file: path.to_owned(), cause };
    if !indexed::is_bgzip(path).map_err(unreadable)? {
        return Err(refused(path, file_fault::NOT_BGZIP, file_need::BGZIP, file_hint::BGZIP));
    }
    let mut reader = bgzf::io::Reader::new(File::open(path).map_err(unreadable)?);
    VcfHeader::read(&mut reader)
        .map_err(|found| refused(path, found, file_need::VCF_HEADER, file_hint::FETCH_AGAIN))
}

/// The build that the file tells, or the person; where both do, they must agree.
fn assembly(
    path: &Path,
    header: &VcfHeader,
    person: Option<&GenomeBuild>,
) -> Result<Assembly, KnowledgeStoreError> {
    let person = person.filter(|build| **build != GenomeBuild::Unknown);
    match (&header.assembly, person) {
        (Some(told), Some(said)) if told.name != *said => Err(refused(
            path,
            file_fault::other_build(told.name.name()),
            file_need::build_said(said.name()),
            file_hint::OTHER_BUILD,
        )),
        (Some(told), _) => Ok(told.clone()),
        (None, Some(said)) => Ok(Assembly { name: said.clone(), source: BuildSource::Person }),
        (None, None) => {
            Err(refused(path, file_fault::NO_BUILD, file_need::BUILD_IN_HEADER, file_hint::SAY_BUILD))
        }
    }
}

fn fields(
    path: &Path,
    header: &VcfHeader,
    options: &VcfOptions,
) -> Result<Vec<(FrequencyField, String)>, KnowledgeStoreError> {
    let mut fields = Vec::new();
    for chosen in &options.fields {
        let Some(declared) = header.fields.iter().find(|field| field.id == chosen.field) else {
            let known: Vec<&str> = header
                .fields
                .iter()
                .filter(|field| field.kind == "Float")
                .map(|field| field.id.as_str())
                .take(40)
                .collect();
            let expected = file_need::one_of_fields(known.join(", "));
            return Err(refused(path, file_fault::no_field(&chosen.field), expected, file_hint::OTHER_FIELD));
        };
        if declared.kind != "Float" {
            let found = file_fault::field_of_type(&chosen.field, &declared.kind);
            return Err(refused(path, found, file_need::FLOAT_FIELD, file_hint::OTHER_FIELD));
        }
        fields.push((chosen.clone(), declared.number.clone()));
    }
    Ok(fields)
}

/// Every registered file.
pub(crate) fn registered(conn: &Connection, path: &Path) -> Result<Vec<RegisteredVcf>, KnowledgeStoreError> {
    let failed = |error| KnowledgeStoreError::database(path, "list the registered files", error);
    let kept: BTreeMap<String, String> = conn
        .prepare_cached("SELECT n, vcf FROM import WHERE vcf IS NOT NULL")
        .and_then(|mut ask| {
            ask.query_map([], |row| Ok((format!("K{}", row.get::<_, i64>(0)?), row.get(1)?)))?.collect()
        })
        .map_err(failed)?;
    if kept.is_empty() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for import in list::all(conn, path)? {
        let Some(json) = kept.get(&import.id) else { continue };
        let Kept { path: file, index, changed, contigs, assembly, fields, date } = serde_json::from_str(json)
            .map_err(|error| KnowledgeStoreError::DamagedStore {
                path: path.to_owned(),
                what: error.to_string(),
            })?;
        files.push(RegisteredVcf { import, path: file, index, changed, contigs, assembly, fields, date });
    }
    Ok(files)
}

/// The files that answer: of each kind, source and build those of the newest version, each path as it was registered last.
pub(crate) fn answering(files: Vec<RegisteredVcf>) -> Vec<RegisteredVcf> {
    let group = |file: &RegisteredVcf| {
        (file.import.kind, file.import.source.to_lowercase(), file.assembly.name.name().to_owned())
    };
    let mut newest: BTreeMap<_, RegisteredVcf> = BTreeMap::new();
    for file in &files {
        // In the order of registration: of two that are equal the later one counts.
        let known = newest.get(&group(file)).map(|known| dated(&known.import));
        if known.is_none_or(|known| known <= dated(&file.import)) {
            newest.insert(group(file), file.clone());
        }
    }
    let mut last: BTreeMap<(PathBuf, KnowledgeKind), RegisteredVcf> = BTreeMap::new();
    for file in files {
        if newest.get(&group(&file)).is_some_and(|newest| newest.import.version == file.import.version) {
            last.insert((file.path.clone(), file.import.kind), file);
        }
    }
    let mut answering: Vec<RegisteredVcf> = last.into_values().collect();
    answering.sort_by_key(|file| crate::store::number(&file.import.id));
    answering
}

fn dated(import: &Import) -> Option<&str> {
    day(&import.version).filter(|_| import.version_from != VersionFrom::ImportDay)
}
