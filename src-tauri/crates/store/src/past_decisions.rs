//! What was decided before on a gene or on the very same variant.

use crate::error::StoreError;
use crate::projection::PastDecision;
use crate::store::Store;
use rusqlite::{Params, Row};

/// The columns in the order [`read`] takes them.
pub(crate) const COLUMNS: &str = "gene, hgvsp, decided_on, case_id, finding_id, case_no, alteration, tumour_type, \
     oncotree, significance_scale, significance_class, summary";

impl Store {
    /// The newest decisions on any alteration of a gene (HGNC symbol), at most `limit`.
    pub fn past_decisions(&self, gene: &str, limit: u32) -> Result<Vec<PastDecision>, StoreError> {
        self.decisions(
            "WHERE gene = ?1 ORDER BY decided_on DESC, case_id DESC, finding_id DESC LIMIT ?2",
            rusqlite::params![gene, limit],
        )
    }

    /// The newest decisions on the very same protein change, at most `limit`.
    pub fn past_decisions_exact(
        &self,
        gene: &str,
        hgvsp: &str,
        limit: u32,
    ) -> Result<Vec<PastDecision>, StoreError> {
        self.decisions(
            "WHERE gene = ?1 AND hgvsp = ?2 ORDER BY decided_on DESC, case_id DESC, finding_id DESC LIMIT ?3",
            rusqlite::params![gene, hgvsp, limit],
        )
    }

    /// How many decisions each protein change of a gene has, most often decided first.
    pub fn past_decision_counts(&self, gene: &str) -> Result<Vec<(String, u64)>, StoreError> {
        self.conn
            .prepare_cached(
                "SELECT hgvsp, count(*) AS n FROM past_decision WHERE gene = ?1 GROUP BY hgvsp ORDER BY n DESC, hgvsp",
            )
            .and_then(|mut counts| counts.query_map([gene], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .map_err(|error| self.sql("count past decisions", error))
    }

    fn decisions(&self, tail: &'static str, params: impl Params) -> Result<Vec<PastDecision>, StoreError> {
        self.conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM past_decision {tail}"))
            .and_then(|mut found| found.query_map(params, read)?.collect())
            .map_err(|error| self.sql("read past decisions", error))
    }
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<PastDecision> {
    Ok(PastDecision {
        gene: row.get(0)?,
        hgvsp: row.get(1)?,
        decided_on: row.get(2)?,
        case_id: row.get(3)?,
        finding_id: row.get(4)?,
        case_no: row.get(5)?,
        alteration: row.get(6)?,
        tumour_type: row.get(7)?,
        oncotree: row.get(8)?,
        significance_scale: row.get(9)?,
        significance_class: row.get(10)?,
        summary: row.get(11)?,
    })
}
