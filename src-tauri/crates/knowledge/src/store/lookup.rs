//! What is known of genes, fusions and factors.

use super::KnowledgeStore;
use super::error::KnowledgeStoreError;
use super::import::number;
use super::keeper::folded;
use super::record::{Import, KnowledgeKind};
use crate::readers::civic::{ItemRow, ProfileRow, VariantRow};
use crate::readers::profile;
use entaku_domain::evidence::{EvidenceItem, KnownVariant};
use entaku_domain::finding::VerbatimField;
use rusqlite::params;
use serde::de::DeserializeOwned;
use std::collections::btree_map::{BTreeMap, Entry};
use std::collections::{HashMap, HashSet};

/// An item of evidence with what its source says of the variants that its profile names.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// The import it stands in.
    pub import_id: String,
    /// The item. Its `fields` are empty here: [`KnowledgeStore::fields_of`] gives them.
    pub item: EvidenceItem,
    /// Its variants, as far as the source's list of variants was imported or the row itself places them.
    pub variants: Vec<KnownVariant>,
}

/// The kinds whose rows are items of evidence.
const ITEMS: [KnowledgeKind; 3] =
    [KnowledgeKind::CivicEvidence, KnowledgeKind::CivicAssertions, KnowledgeKind::OwnList];

impl KnowledgeStore {
    /// The items whose profile names one of these genes, fusion partners or factors (`TMB`), each once, in the order of import
    /// and row. Letters' case does not matter. The newest version of each source answers; rows that their source has not
    /// reviewed only where asked for. That a profile names the gene is not yet that a finding meets it.
    ///
    /// # Errors
    /// What keeps the database from being read.
    pub fn evidence_for(
        &self,
        genes: &[&str],
        with_submitted: bool,
    ) -> Result<Vec<Known>, KnowledgeStoreError> {
        // All that is read belongs to one state of the store, and the lock is taken once.
        let _reading = self.one_state()?;
        let answering = self.answering()?;
        let mut variants = Variants::of_store(self, &answering);
        let mut known = Vec::new();
        let mut seen = HashSet::new();
        for import in answering.iter().filter(|import| ITEMS.contains(&import.kind)) {
            let mut found: BTreeMap<i64, ItemRow> = BTreeMap::new();
            for gene in genes {
                self.items_named(number(&import.id), gene, with_submitted, &mut found)?;
            }
            for row in found.into_values() {
                if import.kind == KnowledgeKind::CivicAssertions && !seen.insert(row.item.id.clone()) {
                    continue;
                }
                known.push(variants.known(import, row)?);
            }
        }
        Ok(known)
    }

    /// Every item of one import, in the order of the file, submitted ones included, each with its variants as the lists that
    /// answer now tell them: what two versions are compared by. Empty for imports of other kinds.
    ///
    /// # Errors
    /// [`KnowledgeStoreError::NoSuchImport`], and what keeps the database from being read.
    pub fn known_of(&self, import_id: &str) -> Result<Vec<Known>, KnowledgeStoreError> {
        let _reading = self.one_state()?;
        let import = self.import_of(import_id)?;
        if !ITEMS.contains(&import.kind) {
            return Ok(Vec::new());
        }
        let mut variants = Variants::of_store(self, &self.answering()?);
        let rows = self.rows_of::<ItemRow>(number(import_id))?;
        rows.into_iter().map(|row| variants.known(&import, row)).collect()
    }

    /// Every item of one import, in the order of the file, submitted ones included: what two versions are compared by. Without
    /// `fields`, as in [`Known`]. Empty for imports of other kinds.
    ///
    /// # Errors
    /// [`KnowledgeStoreError::NoSuchImport`], and what keeps the database from being read.
    pub fn items_of(&self, import_id: &str) -> Result<Vec<EvidenceItem>, KnowledgeStoreError> {
        if !ITEMS.contains(&self.import_of(import_id)?.kind) {
            return Ok(Vec::new());
        }
        Ok(self.rows_of::<ItemRow>(number(import_id))?.into_iter().map(|row| row.item).collect())
    }

    /// Every field of one row as written, that are not empty, by the source's id of it (`EID1409`). Empty where there is none.
    ///
    /// # Errors
    /// What keeps the database from being read.
    pub fn fields_of(&self, import_id: &str, id: &str) -> Result<Vec<VerbatimField>, KnowledgeStoreError> {
        let found: Vec<String> = self.column(
            "SELECT fields FROM entry JOIN written USING (n) WHERE import = ?1 AND id = ?2 ORDER BY n LIMIT 1",
            params![number(import_id), id],
        )?;
        found.first().map_or(Ok(Vec::new()), |json| self.read_back(json))
    }

    /// The rows of an import as written, for export and edits.
    pub(crate) fn written_rows(&self, import: i64) -> Result<Vec<Vec<VerbatimField>>, KnowledgeStoreError> {
        let rows: Vec<String> = self.column(
            "SELECT fields FROM entry JOIN written USING (n) WHERE import = ?1 ORDER BY n",
            params![import],
        )?;
        rows.iter().map(|json| self.read_back(json)).collect()
    }

    /// Adds the items of an import under one name that are not among those found already.
    fn items_named(
        &self,
        import: i64,
        name: &str,
        with_submitted: bool,
        found: &mut BTreeMap<i64, ItemRow>,
    ) -> Result<(), KnowledgeStoreError> {
        let failed = |error| KnowledgeStoreError::database(&self.path, "look something up", error);
        let sql = "SELECT n, row FROM name JOIN entry ON n = entry
                   WHERE name.import = ?1 AND name = ?2 AND (?3 OR NOT submitted)";
        let mut ask = self.conn.prepare_cached(sql).map_err(failed)?;
        let mut rows = ask.query(params![import, folded(name), with_submitted]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            if let Entry::Vacant(free) = found.entry(row.get(0).map_err(failed)?) {
                let text = row.get_ref(1).map_err(failed)?.as_str().map_err(|error| failed(error.into()))?;
                free.insert(self.read_back(text)?);
            }
        }
        Ok(())
    }

    pub(crate) fn one_state(&self) -> Result<rusqlite::Transaction<'_>, KnowledgeStoreError> {
        let begun = self.conn.unchecked_transaction();
        begun.map_err(|error| KnowledgeStoreError::database(&self.path, "look something up", error))
    }

    /// What was understood of the rows of an import under one name.
    pub(crate) fn rows_named<T: DeserializeOwned>(
        &self,
        import: i64,
        name: &str,
    ) -> Result<Vec<T>, KnowledgeStoreError> {
        let rows: Vec<String> = self.column(
            "SELECT row FROM name JOIN entry ON n = entry WHERE name.import = ?1 AND name = ?2 ORDER BY n",
            params![import, folded(name)],
        )?;
        rows.iter().map(|json| self.read_back(json)).collect()
    }

    /// What was understood of every row of an import.
    pub(crate) fn rows_of<T: DeserializeOwned>(&self, import: i64) -> Result<Vec<T>, KnowledgeStoreError> {
        let rows: Vec<String> =
            self.column("SELECT row FROM entry WHERE import = ?1 ORDER BY n", params![import])?;
        rows.iter().map(|json| self.read_back(json)).collect()
    }

    fn column<T: rusqlite::types::FromSql>(
        &self,
        sql: &str,
        with: impl rusqlite::Params,
    ) -> Result<Vec<T>, KnowledgeStoreError> {
        self.conn
            .prepare_cached(sql)
            .and_then(|mut ask| ask.query_map(with, |row| row.get(0))?.collect())
            .map_err(|error| KnowledgeStoreError::database(&self.path, "look something up", error))
    }

    fn read_back<T: DeserializeOwned>(&self, json: &str) -> Result<T, KnowledgeStoreError> {
        serde_json::from_str(json).map_err(|error| KnowledgeStoreError::DamagedStore {
            path: self.path.clone(),
            what: format!("a row is not as it was written ({error})"),
        })
    }
}

/// Finds the variants of profiles; those of one name are looked up once.
struct Variants<'s> {
    store: &'s KnowledgeStore,
    variants: Vec<i64>,
    profiles: Vec<i64>,
    by_name: HashMap<String, Vec<KnownVariant>>,
}

impl<'s> Variants<'s> {
    fn of_store(store: &'s KnowledgeStore, answering: &[Import]) -> Self {
        let lists = |kind| {
            let of_kind = answering.iter().filter(move |import| import.kind == kind);
            of_kind.map(|import| number(&import.id)).collect()
        };
        Self {
            store,
            variants: lists(KnowledgeKind::CivicVariants),
            profiles: lists(KnowledgeKind::CivicProfiles),
            by_name: HashMap::new(),
        }
    }

    /// A row with its variants.
    fn known(&mut self, import: &Import, row: ItemRow) -> Result<Known, KnowledgeStoreError> {
        let variants = match import.kind {
            KnowledgeKind::OwnList => row.variants,
            _ => self.of(&row)?,
        };
        Ok(Known { import_id: import.id.clone(), item: row.item, variants })
    }

    /// By the list of profiles, whose ids hold when a variant was renamed; else by the names in the profile's text; else what
    /// the row itself says.
    fn of(&mut self, row: &ItemRow) -> Result<Vec<KnownVariant>, KnowledgeStoreError> {
        let mut found = Vec::new();
        for id in self.listed(row)? {
            found.extend(self.named(&format!("#{id}"))?);
        }
        if found.is_empty() {
            for part in profile::parts(&row.item.profile) {
                found.extend(self.named(part)?);
            }
        }
        Ok(if found.is_empty() { row.variants.clone() } else { found })
    }

    fn listed(&self, row: &ItemRow) -> Result<Vec<String>, KnowledgeStoreError> {
        let Some(profile) = &row.profile_id else { return Ok(Vec::new()) };
        for import in &self.profiles {
            let rows: Vec<ProfileRow> = self.store.rows_named(*import, &format!("#{profile}"))?;
            if let Some(row) = rows.into_iter().next() {
                return Ok(row.variant_ids);
            }
        }
        Ok(Vec::new())
    }

    fn named(&mut self, name: &str) -> Result<Vec<KnownVariant>, KnowledgeStoreError> {
        if let Some(known) = self.by_name.get(name) {
            return Ok(known.clone());
        }
        let mut found = Vec::new();
        for import in &self.variants {
            found.extend(
                self.store.rows_named::<VariantRow>(*import, name)?.into_iter().map(|row| row.variant),
            );
        }
        self.by_name.insert(name.to_owned(), found.clone());
        Ok(found)
    }
}
