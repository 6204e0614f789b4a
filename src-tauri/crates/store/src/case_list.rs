//! The list of cases: one page after another, and how many stand where.

use crate::error::StoreError;
use crate::projection::CaseRow;
use crate::store::Store;
use entaku_domain::event::Stream;
use entaku_domain::ids::CaseId;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// The columns in the order [`read`] takes them.
pub(crate) const COLUMNS: &str = "case_id, case_no, status, received_on, recorded_at, panel, tumour_type, oncotree, \
     sex, age, findings_total, findings_judged, updated_seq, sort_key, weighed_since";

/// How many columns those are.
pub(crate) const COUNT: usize = 15;

/// The most rows one page gives.
pub const PAGE_LIMIT: u32 = 500;

/// Which cases, and from where on.
#[derive(Debug, Clone, Default)]
pub struct CaseQuery {
    /// Only cases standing here; empty: all.
    pub statuses: Vec<String>,
    /// Continue behind this row; `None`: from the newest.
    pub after: Option<Cursor>,
    /// How many rows, at most [`PAGE_LIMIT`].
    pub limit: u32,
}

/// A place in the list that stays right while cases come and go: the last row shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    sort_key: String,
    case_id: String,
}

impl Cursor {
    /// The cursor as text, for a screen to hand back.
    pub fn to_text(&self) -> String {
        format!("{} {}", self.sort_key, self.case_id)
    }

    /// Reads [`Cursor::to_text`].
    pub fn parse(text: &str) -> Option<Self> {
        let (sort_key, case_id) = text.split_once(' ')?;
        Some(Self { sort_key: sort_key.to_owned(), case_id: case_id.to_owned() })
    }
}

/// One page of the list, newest received first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasePage {
    /// The rows.
    pub rows: Vec<CaseRow>,
    /// Where the next page begins; `None`: this was the last.
    pub next: Option<Cursor>,
}

impl Store {
    /// One page of cases, newest received first.
    pub fn cases(&self, query: &CaseQuery) -> Result<CasePage, StoreError> {
        let limit = usize::try_from(query.limit.clamp(1, PAGE_LIMIT)).unwrap_or(1);
        // One more than asked tells whether there is a next page.
        let mut found = if query.statuses.is_empty() {
            self.page(None, query.after.as_ref(), limit + 1)?
        } else {
            // Each status has its own index; the few rows of each are merged here.
            let mut merged = Vec::new();
            for status in &query.statuses {
                merged.extend(self.page(Some(status), query.after.as_ref(), limit + 1)?);
            }
            merged.sort_by(|(_, a), (_, b)| (&b.sort_key, &b.case_id).cmp(&(&a.sort_key, &a.case_id)));
            merged.dedup_by(|(_, a), (_, b)| a == b);
            merged
        };
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found.last().filter(|_| more).map(|(_, cursor)| cursor.clone());
        Ok(CasePage { rows: found.into_iter().map(|(row, _)| row).collect(), next })
    }

    /// The cases to which something of a kind ever happened (`case.referred`), in the order of their ids.
    ///
    /// # Errors
    /// What keeps the journal from being read.
    pub fn cases_with(&self, kind: &str) -> Result<Vec<CaseId>, StoreError> {
        let streams: Vec<String> = self
            .conn
            .prepare_cached("SELECT DISTINCT stream FROM journal WHERE kind = ?1 ORDER BY stream")
            .and_then(|mut streams| streams.query_map([kind], |row| row.get(0))?.collect())
            .map_err(|error| self.sql("list the cases", error))?;
        let case = |stream: String| match Stream::named(&stream) {
            Some(Stream::Case(id)) => Some(id),
            _ => None,
        };
        Ok(streams.into_iter().filter_map(case).collect())
    }

    /// Cases standing in one of these places that were received before a day (ISO date), oldest first, at most `limit`.
    pub fn cases_waiting(
        &self,
        statuses: &[&str],
        before: &str,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError> {
        let mut found = Vec::new();
        for status in statuses {
            let sql = format!(
                "SELECT {COLUMNS} FROM case_row WHERE status = ?1 AND sort_key < ?2 ORDER BY sort_key, case_id LIMIT ?3"
            );
            let rows: Vec<(CaseRow, String)> = self
                .conn
                .prepare_cached(&sql)
                .and_then(|mut page| {
                    page.query_map(params![status, before, limit], |row| Ok((read(row)?, row.get(13)?)))?
                        .collect()
                })
                .map_err(|error| self.sql("list the cases", error))?;
            found.extend(rows);
        }
        found.sort_by(|(one, a), (other, b)| (a, &one.case_id).cmp(&(b, &other.case_id)));
        found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(found.into_iter().map(|(row, _)| row).collect())
    }

    fn page(
        &self,
        status: Option<&str>,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Vec<(CaseRow, Cursor)>, StoreError> {
        // A value behind every date stands for "from the newest".
        let (utc, id) = after.map_or(("~", ""), |cursor| (cursor.sort_key.as_str(), cursor.case_id.as_str()));
        let filter = if status.is_some() { "status = ?1 AND" } else { "?1 IS NULL AND" };
        let sql = format!(
            "SELECT {COLUMNS} FROM case_row WHERE {filter} (sort_key, case_id) < (?2, ?3)
             ORDER BY sort_key DESC, case_id DESC LIMIT ?4"
        );
        self.conn
            .prepare_cached(&sql)
            .and_then(|mut page| {
                page.query_map(params![status, utc, id, limit], |row| {
                    let case = read(row)?;
                    let cursor = Cursor { sort_key: row.get(13)?, case_id: case.case_id.clone() };
                    Ok((case, cursor))
                })?
                .collect()
            })
            .map_err(|error| self.sql("list the cases", error))
    }

    /// One case's row.
    pub fn case_row(&self, case_id: &str) -> Result<Option<CaseRow>, StoreError> {
        self.one_case("case_id", case_id)
    }

    /// The row of the case with this number.
    pub fn case_by_number(&self, case_no: &str) -> Result<Option<CaseRow>, StoreError> {
        self.one_case("case_no", case_no)
    }

    fn one_case(&self, column: &'static str, value: &str) -> Result<Option<CaseRow>, StoreError> {
        self.conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM case_row WHERE {column} = ?1"))
            .and_then(|mut one| one.query_row([value], read).optional())
            .map_err(|error| self.sql("read the case", error))
    }

    /// How many cases stand in each status, by status; a status without a case is not named.
    pub fn case_counts(&self) -> Result<Vec<(String, u64)>, StoreError> {
        self.conn
            .prepare_cached("SELECT status, count(*) FROM case_row GROUP BY status ORDER BY status")
            .and_then(|mut counts| counts.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .map_err(|error| self.sql("count the cases", error))
    }

    /// The next free case number of a year, `2026-0001` and so on. It is nobody's yet: who begins a case is given one by
    /// [`Store::begin_case`], and another program may be quicker.
    pub fn next_case_number(&self, year: i32) -> Result<String, StoreError> {
        next_number(&self.conn, year).map_err(|error| self.sql("number the case", error))
    }
}

/// The number after the last of a year.
pub(crate) fn next_number(conn: &Connection, year: i32) -> rusqlite::Result<String> {
    let prefix = format!("{year:04}-");
    let last: u64 = conn
        .prepare_cached(
            "SELECT coalesce(max(CAST(substr(case_no, length(?1) + 1) AS INTEGER)), 0) FROM case_row
             WHERE case_no >= ?1 AND case_no < ?1 || '~'",
        )?
        .query_row([&prefix], |row| row.get(0))?;
    Ok(format!("{prefix}{:04}", last + 1))
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<CaseRow> {
    Ok(CaseRow {
        case_id: row.get(0)?,
        case_no: row.get(1)?,
        status: row.get(2)?,
        received_on: row.get(3)?,
        recorded_at: row.get(4)?,
        panel: row.get(5)?,
        tumour_type: row.get(6)?,
        oncotree: row.get(7)?,
        sex: row.get(8)?,
        age: row.get(9)?,
        findings_total: row.get(10)?,
        findings_judged: row.get(11)?,
        updated_seq: row.get(12)?,
        weighed_since: row.get(14)?,
    })
}
