//! What lists and trees say, read from the versions that answer, and the changes that people of the site make to theirs.

use super::error::KnowledgeStoreError;
use super::import::{OnProgress, number};
use super::record::{Import, ImportOptions, Imported, KnowledgeKind};
use super::{KnowledgeStore, export::csv, keeper::folded};
use crate::readers::OncoTreeNode;
use crate::readers::civic::FeatureRow;
use crate::readers::columns::{self, ListColumn};
use crate::readers::genes::{GeneNames, Hotspot, KnownRole};
use crate::readers::lists::{self, CompanionTest, ListedDisease};
use crate::readers::panel_genes::PanelGenes;
use entaku_domain::finding::VerbatimField;
use entaku_words::Said;
use entaku_words::errors::{knowledge_failure, row_fault};
use serde::{Deserialize, Serialize};

/// How an alias is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AliasKind {
    /// It is the approved symbol itself.
    Approved,
    /// Another symbol in use.
    Alias,
    /// A symbol approved before.
    Previous,
    /// An alias that CIViC names.
    Source,
}

/// A gene under one of its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedGene {
    /// The import that says so.
    pub import_id: String,
    /// How the name asked for stands to it.
    pub how: AliasKind,
    /// Its names.
    pub names: GeneNames,
}

/// A list or tree with the import it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned<T> {
    /// The import.
    pub import: Import,
    /// Its rows, in the order of the file.
    pub rows: Vec<T>,
}

/// A row of one of the site's lists as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// By what it is told apart.
    pub id: String,
    /// Its fields, empty ones left out.
    pub fields: Vec<VerbatimField>,
}

/// A change to a list of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListEdit {
    /// A row under its id, in place of the one that has it; at the end where none has. Fields by the names of the columns.
    Put(Vec<VerbatimField>),
    /// The row with this id is left out.
    Remove(String),
}

impl KnowledgeStore {
    /// The newest release of OncoTree.
    ///
    /// # Errors
    /// What keeps the database from being read; so in every question below.
    pub fn oncotree(&self) -> Result<Option<Versioned<OncoTreeNode>>, KnowledgeStoreError> {
        self.versioned(KnowledgeKind::OncoTree)
    }

    /// The genes that a symbol names: approved, alias or previous one by HGNC, and aliases that CIViC gives its features. One
    /// symbol may be an alias of several genes; what is approved stands first.
    pub fn aliases(&self, symbol: &str) -> Result<Vec<NamedGene>, KnowledgeStoreError> {
        let mut found = Vec::new();
        let wanted = folded(symbol);
        let among = |names: &[String]| names.iter().any(|name| folded(name) == wanted);
        for import in self.answering()? {
            let import_id = import.id.clone();
            let n = number(&import_id);
            match import.kind {
                KnowledgeKind::Hgnc => {
                    for names in self.rows_named::<GeneNames>(n, symbol)? {
                        let how = if folded(&names.symbol) == wanted {
                            AliasKind::Approved
                        } else if among(&names.previous) {
                            AliasKind::Previous
                        } else {
                            AliasKind::Alias
                        };
                        found.push(NamedGene { import_id: import_id.clone(), how, names });
                    }
                }
                KnowledgeKind::CivicFeatures => {
                    for row in self
                        .rows_named::<FeatureRow>(n, symbol)?
                        .into_iter()
                        .filter(|row| among(&row.aliases))
                    {
                        let names = GeneNames {
                            hgnc_id: String::new(),
                            symbol: row.name,
                            aliases: row.aliases,
                            previous: Vec::new(),
                        };
                        found.push(NamedGene { import_id: import_id.clone(), how: AliasKind::Source, names });
                    }
                }
                _ => {}
            }
        }
        found.sort_by_key(|gene| gene.how as u8);
        Ok(found)
    }

    /// The hotspots of a gene, by the newest table.
    pub fn hotspots(&self, gene: &str) -> Result<Option<Versioned<Hotspot>>, KnowledgeStoreError> {
        self.versioned_named(KnowledgeKind::Hotspots, gene)
    }

    /// What genes do in cancers, by the list imported last.
    pub fn roles(&self) -> Result<Option<Versioned<KnownRole>>, KnowledgeStoreError> {
        self.versioned(KnowledgeKind::GeneRoles)
    }

    /// Companion tests and reimbursed markers, by the list that was imported or edited last.
    pub fn companion_tests(&self) -> Result<Option<Versioned<CompanionTest>>, KnowledgeStoreError> {
        self.versioned(KnowledgeKind::CompanionTests)
    }

    /// The rows of one list of companion tests, whatever answers now.
    ///
    /// # Errors
    /// What keeps the database from being read.
    pub fn companion_tests_in(&self, import: &Import) -> Result<Vec<CompanionTest>, KnowledgeStoreError> {
        self.rows_of(number(&import.id))
    }

    /// Which genes tests examine, by the list that was imported or edited last.
    pub fn panel_genes(&self) -> Result<Option<Versioned<PanelGenes>>, KnowledgeStoreError> {
        self.versioned(KnowledgeKind::PanelGenes)
    }

    /// Which disease is which tumour, by the list that was imported or edited last.
    pub fn disease_map(&self) -> Result<Option<Versioned<ListedDisease>>, KnowledgeStoreError> {
        self.versioned(KnowledgeKind::DiseaseMap)
    }

    fn versioned<T: serde::de::DeserializeOwned>(
        &self,
        kind: KnowledgeKind,
    ) -> Result<Option<Versioned<T>>, KnowledgeStoreError> {
        let Some(import) = self.newest(kind)? else { return Ok(None) };
        let rows = self.rows_of(number(&import.id))?;
        Ok(Some(Versioned { import, rows }))
    }

    fn versioned_named<T: serde::de::DeserializeOwned>(
        &self,
        kind: KnowledgeKind,
        name: &str,
    ) -> Result<Option<Versioned<T>>, KnowledgeStoreError> {
        let Some(import) = self.newest(kind)? else { return Ok(None) };
        let rows = self.rows_named(number(&import.id), name)?;
        Ok(Some(Versioned { import, rows }))
    }

    /// The rows of one of the site's lists as written, each with the id that it is told apart by. Empty for other kinds.
    ///
    /// # Errors
    /// What keeps the database from being read.
    pub fn list_rows(&self, import: &Import) -> Result<Vec<ListRow>, KnowledgeStoreError> {
        if !import.kind.is_edited() {
            return Ok(Vec::new());
        }
        let rows = self.written_rows(number(&import.id))?;
        let named = |fields: Vec<VerbatimField>| ListRow {
            id: id_of(import.kind, &fields).unwrap_or_default(),
            fields,
        };
        Ok(rows.into_iter().map(named).collect())
    }

    /// The list of one kind that answers; of several sources the one that was imported or edited last.
    ///
    /// # Errors
    /// What keeps the database from being read.
    pub fn site_list(&self, kind: KnowledgeKind) -> Result<Option<Import>, KnowledgeStoreError> {
        if kind.is_edited() { self.newest(kind) } else { Ok(None) }
    }

    /// The header of one of the site's lists as it is to be written, for an empty one to begin with. Empty for other kinds.
    pub fn list_columns(kind: KnowledgeKind) -> Vec<ListColumn> {
        columns::of(kind)
    }

    /// Changes one of the site's lists: a new version, with who and why in `options`. The versions before it stay. `based_on` is the
    /// id of the import that the person looked at; none for a list that does not exist yet, which begins so.
    ///
    /// # Errors
    /// [`KnowledgeStoreError::Stale`] where the list is no longer that one; [`KnowledgeStoreError::Invalid`] where the kind is no list of the site, a row to be put has no id or is refused by the
    /// list, or a row to be removed is not there; else as [`Self::import`].
    pub fn edit_list(
        &mut self,
        kind: KnowledgeKind,
        based_on: Option<&str>,
        edits: &[ListEdit],
        options: &ImportOptions,
        progress: OnProgress<'_>,
    ) -> Result<Imported, KnowledgeStoreError> {
        if !kind.is_edited() {
            let what = knowledge_failure::no_list(kind.label()).said().into();
            return Err(KnowledgeStoreError::Invalid { field: "list", what });
        }
        let newest = self.newest(kind)?;
        must_be(based_on, newest.as_ref())?;
        let mut rows = match &newest {
            Some(import) => self.written_rows(number(&import.id))?,
            None => Vec::new(),
        };
        for edit in edits {
            match edit {
                ListEdit::Put(row) => {
                    let id = id_of(kind, row)
                        .ok_or_else(|| KnowledgeStoreError::RowRefused(row_fault::NO_ID.said().into()))?;
                    match rows.iter_mut().find(|known| id_of(kind, known).as_ref() == Some(&id)) {
                        Some(known) => *known = row.clone(),
                        None => rows.push(row.clone()),
                    }
                }
                ListEdit::Remove(id) => {
                    let before = rows.len();
                    rows.retain(|known| id_of(kind, known).as_deref() != Some(id.as_str()));
                    if rows.len() == before {
                        return Err(KnowledgeStoreError::RowRefused(
                            row_fault::not_in_list(id).said().into(),
                        ));
                    }
                }
            }
        }
        let name =
            newest.as_ref().map_or_else(|| format!("{}.csv", kind.code()), |import| import.file.clone());
        let source = options.source.clone().or_else(|| newest.as_ref().map(|import| import.source.clone()));
        let licence =
            options.licence.clone().or_else(|| newest.as_ref().and_then(|import| import.licence.clone()));
        let options = ImportOptions { kind: Some(kind), source, licence, ..options.clone() };
        let text = csv(kind, &rows);
        self.import_edited(&name, text.as_bytes(), &options, based_on, progress)
    }
}

/// Refuses an edit of what is no longer the newest list.
pub(super) fn must_be(based_on: Option<&str>, newest: Option<&Import>) -> Result<(), KnowledgeStoreError> {
    let newest = newest.map(|import| import.id.as_str());
    if newest == based_on {
        Ok(())
    } else {
        Err(KnowledgeStoreError::Stale(newest.unwrap_or("–").to_owned()))
    }
}

fn id_of(kind: KnowledgeKind, row: &[VerbatimField]) -> Option<String> {
    let find = |column: &&str| {
        row.iter().find(|field| field.0.trim().eq_ignore_ascii_case(column)).map(|field| field.1.trim())
    };
    lists::id_column(kind).iter().filter_map(find).find(|id| !id.is_empty()).map(str::to_owned)
}
