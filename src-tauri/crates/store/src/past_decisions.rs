//! What was decided before on a gene or on the very same variant.

use crate::error::StoreError;
use crate::projection::{PastDecision, tumour_key};
use crate::store::Store;
use entaku_domain::finding::RecallKeys;
use entaku_domain::grade::Grade;
use entaku_domain::label::Label;
use rusqlite::{Params, Row};

/// The columns in the order [`read`] takes them.
pub(crate) const COLUMNS: &str = "gene, recall_key, decided_on, case_id, finding_id, case_no, alteration, tumour_type, \
     oncotree, scale, scale_version, scale_ja, scale_en, class, class_ja, class_en, weight, actionable, remark, follow_up, \
     coding_key, place_key, protein_key";

impl Store {
    /// The newest decisions on any alteration of a gene (or of a marker), at most `limit`.
    pub fn past_decisions(&self, gene: &str, limit: u32) -> Result<Vec<PastDecision>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM past_decision WHERE gene = ?1
             ORDER BY decided_on DESC, case_id DESC, finding_id DESC LIMIT ?2"
        );
        self.decisions(&sql, rusqlite::params![gene, limit])
    }

    /// The newest decisions on the very same alteration, at most `limit`: those found under one of its names that
    /// [`RecallKeys::same`] holds to be the same.
    pub fn past_decisions_exact(
        &self,
        gene: &str,
        keys: &RecallKeys,
        limit: u32,
    ) -> Result<Vec<PastDecision>, StoreError> {
        // Found under a name that only one of several ways of comparing agrees with, some are left out again.
        let wanted = limit.saturating_mul(4);
        let mut found = Vec::new();
        if !keys.general.is_empty() {
            found.extend(self.by_index(
                "past_decision_by_alteration",
                "recall_key",
                gene,
                &keys.general,
                wanted,
            )?);
        }
        if let Some((coding, _)) = keys.coding.split_once('|') {
            found.extend(self.by_coding(gene, coding, wanted)?);
        }
        if !keys.place.is_empty() {
            found.extend(self.by_index("past_decision_by_place", "place_key", gene, &keys.place, wanted)?);
        }
        found.retain(|past| past.keys.same(keys));
        let order = |past: &PastDecision| {
            (past.decided_on.clone(), past.case_id.clone(), past.finding_id.clone(), past.gene.clone())
        };
        found.sort_by_key(|past| std::cmp::Reverse(order(past)));
        found.dedup_by_key(|past| order(past));
        found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(found)
    }

    /// The newest rows of a gene with this coding change, on any transcript.
    fn by_coding(&self, gene: &str, coding: &str, limit: u32) -> Result<Vec<PastDecision>, StoreError> {
        // `}` is what follows `|`, which stands between change and transcript.
        let sql = format!(
            "SELECT {COLUMNS} FROM past_decision INDEXED BY past_decision_by_coding
             WHERE gene = ?1 AND coding_key <> '' AND coding_key >= ?2 AND coding_key < ?3
             ORDER BY decided_on DESC, case_id DESC, finding_id DESC LIMIT ?4"
        );
        self.decisions(&sql, rusqlite::params![gene, format!("{coding}|"), format!("{coding}}}"), limit])
    }

    /// The newest decisions on any alteration of a gene in one tumour type, at most `limit`. The tumour is told by its
    /// OncoTree code, or by its words where it has none; a tumour not told has no decisions of its own type.
    pub fn past_decisions_in(
        &self,
        gene: &str,
        oncotree: &str,
        tumour_type: &str,
        limit: u32,
    ) -> Result<Vec<PastDecision>, StoreError> {
        let key = tumour_key(oncotree, tumour_type);
        if key.is_empty() {
            return Ok(Vec::new());
        }
        self.by_index("past_decision_by_tumour", "tumour_key", gene, key, limit)
    }

    /// The newest rows of a gene with this value in the index's second column: chosen in the index, which holds the days
    /// too, before any row is read.
    fn by_index(
        &self,
        index: &'static str,
        column: &'static str,
        gene: &str,
        value: &str,
        limit: u32,
    ) -> Result<Vec<PastDecision>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM (
               SELECT gene AS g, decided_on AS d, case_id AS c, finding_id AS f
               FROM past_decision INDEXED BY {index}
               WHERE gene = ?1 AND {column} = ?2 AND {column} <> ''
               ORDER BY decided_on DESC, case_id DESC, finding_id DESC LIMIT ?3
             ) CROSS JOIN past_decision ON gene = g AND decided_on = d AND case_id = c AND finding_id = f
             ORDER BY decided_on DESC, case_id DESC, finding_id DESC"
        );
        self.decisions(&sql, rusqlite::params![gene, value, limit])
    }

    fn decisions(&self, sql: &str, params: impl Params) -> Result<Vec<PastDecision>, StoreError> {
        self.conn
            .prepare_cached(sql)
            .and_then(|mut found| found.query_map(params, read)?.collect())
            .map_err(|error| self.sql("read past decisions", error))
    }
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<PastDecision> {
    let scale: String = row.get(9)?;
    let grade = if scale.is_empty() {
        None
    } else {
        Some(Grade {
            scale,
            version: row.get(10)?,
            scale_name: Label { ja: row.get(11)?, en: row.get(12)? },
            class: row.get(13)?,
            class_name: Label { ja: row.get(14)?, en: row.get(15)? },
            weight: row.get(16)?,
            // Not kept (`fold`).
            germline: false,
        })
    };
    Ok(PastDecision {
        gene: row.get(0)?,
        keys: RecallKeys {
            general: row.get(1)?,
            coding: row.get(20)?,
            place: row.get(21)?,
            protein: row.get(22)?,
        },
        decided_on: row.get(2)?,
        case_id: row.get(3)?,
        finding_id: row.get(4)?,
        case_no: row.get(5)?,
        alteration: row.get(6)?,
        tumour_type: row.get(7)?,
        oncotree: row.get(8)?,
        grade,
        actionable: row.get(17)?,
        remark: row.get(18)?,
        follow_up: serde_json::from_str(&row.get::<_, String>(19)?).unwrap_or_default(),
    })
}
