//! What screens ask for, kept beside the journal and written in the same transaction. All of it can be
//! made again from the journal; `verify_deep` does so and compares.

use crate::case_list;
use crate::error::StoreError;
use crate::grams;
use crate::subjects;
use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};
use entaku_domain::finding::RecallKeys;
use entaku_domain::grade::Grade;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

/// A case as the list shows it. It holds nothing that names the patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// The case.
    pub case_id: String,
    /// Its number for people, unique in the store.
    pub case_no: String,
    /// Where it stands: the code of `CaseStatus`.
    pub status: String,
    /// Day of receipt: ISO date.
    pub received_on: String,
    /// When the receipt was recorded: RFC 3339 with offset.
    pub recorded_at: String,
    /// Name of the panel test; empty when the file gives none.
    pub panel: String,
    /// Tumour type in words; empty when not told.
    pub tumour_type: String,
    /// OncoTree code; empty when not told.
    pub oncotree: String,
    /// The patient's sex: the code of `Sex`.
    pub sex: String,
    /// The patient's age in years on the day of receipt, when told.
    pub age: Option<u32>,
    /// Findings that need a verdict.
    pub findings_total: u32,
    /// Those of them that have a verdict or were put off.
    pub findings_judged: u32,
    /// Since when nobody has weighed the evidence beside some finding: UTC with milliseconds.
    pub weighed_since: String,
    /// Sequence number of the last event that touched the case. Set by the store.
    pub updated_seq: u64,
}

/// What a panel decided on one alteration of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastDecision {
    /// Gene symbol, or the marker for a finding without a gene.
    pub gene: String,
    /// By what the same alteration is found in every case.
    pub keys: RecallKeys,
    /// Day of the verdict: ISO date.
    pub decided_on: String,
    /// The case.
    pub case_id: String,
    /// The finding in that case.
    pub finding_id: String,
    /// The case's number for people.
    pub case_no: String,
    /// The alteration as a person reads it.
    pub alteration: String,
    /// The tumour of that case; empty when not told.
    pub tumour_type: String,
    /// Its OncoTree code; empty when not told.
    pub oncotree: String,
    /// The class; `None`: the verdict was put off.
    pub grade: Option<Grade>,
    /// Whether a treatment can follow from it; `None`: not said.
    pub actionable: Option<bool>,
    /// The beginning of the rationale, or why the verdict was put off.
    pub remark: String,
    /// What was recommended for it and how that went on, in rank order.
    pub follow_up: Vec<FollowUp>,
}

/// What followed a verdict: a recommendation that stands, or a referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FollowUp {
    /// Drugs or step, in the panel's words; empty for a referral that names none.
    pub words: String,
    /// The access route: the code of `AccessRoute`.
    pub route: Option<String>,
    /// Trial id.
    pub trial: Option<String>,
    /// How far the referral went: the code of `ReferralStatus`.
    pub status: Option<String>,
}

/// By what verdicts on one tumour type are found: the OncoTree code, else the words; empty where neither is told.
pub(crate) fn tumour_key<'t>(oncotree: &'t str, tumour_type: &'t str) -> &'t str {
    if oncotree.is_empty() { tumour_type.trim() } else { oncotree }
}

/// All that is decided on one finding. It replaces what was decided on it under the same genes and names; no rows take away
/// everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingDecisions {
    /// The case.
    pub case_id: String,
    /// The finding.
    pub finding_id: String,
    /// Whether genes or names of the finding are others than before, so that what stands under those is taken away first.
    pub renamed: bool,
    /// A rearrangement has one row for each of its genes.
    pub rows: Vec<PastDecision>,
}

/// The parts of a case that are searched. Their numbers stand in the database and never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SearchPart {
    /// Lines of treatment before the panel.
    Treatments = 0,
    /// Number, tumour, diagnosis, history, hospital, panel.
    Case = 1,
    /// What names the patient.
    Patient = 2,
    /// Genes and alterations, germline findings apart.
    Findings = 3,
    /// Opinions, verdicts, summary, minutes.
    Panel = 4,
    /// Genes and alterations of what the laboratory reports as (likely) germline.
    Germline = 5,
    /// What is recommended.
    Recommendations = 6,
    /// Referrals to trials.
    Referrals = 7,
}

impl SearchPart {
    /// All parts.
    pub const ALL: [Self; 8] = [
        Self::Treatments,
        Self::Case,
        Self::Patient,
        Self::Findings,
        Self::Panel,
        Self::Germline,
        Self::Recommendations,
        Self::Referrals,
    ];

    pub(crate) fn doc(self, key: i64) -> i64 {
        key * 8 + self as i64
    }

    /// Case key and part of a document.
    pub(crate) fn of(doc: i64) -> (i64, Option<Self>) {
        (doc.div_euclid(8), Self::ALL.into_iter().find(|part| *part as i64 == doc.rem_euclid(8)))
    }
}

/// One searchable part of a case: replaces that part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchText {
    /// The case.
    pub case_id: String,
    /// Which part.
    pub part: SearchPart,
    /// The text as a person reads it; empty takes the part away.
    pub text: String,
}

/// What evidence is matched against of a case: JSON, replaces what was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectText {
    /// The case.
    pub case_id: String,
    /// JSON of `EvidenceSubject`.
    pub json: String,
}

/// What an append changes in the projections.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProjectionChange {
    /// Rows put in place of those of the same case.
    pub case_rows: Vec<CaseRow>,
    /// Decisions put in place of those of the same finding.
    pub past_decisions: Vec<FindingDecisions>,
    /// Texts put in place of those of the same case and part.
    pub search_texts: Vec<SearchText>,
    /// What evidence is matched against, put in place of that of the same case.
    pub subjects: Vec<SubjectText>,
}

impl ProjectionChange {
    /// Writes everything; the caller holds the transaction.
    pub(crate) fn write(&self, tx: &Connection, seq: u64) -> Result<(), WriteError> {
        self.case_rows.iter().try_for_each(|row| write_case_row(tx, row, seq))?;
        self.past_decisions.iter().try_for_each(|finding| write_decisions(tx, finding))?;
        self.search_texts.iter().try_for_each(|text| write_search_text(tx, text))?;
        self.subjects.iter().try_for_each(|subject| subjects::write(tx, subject))?;
        Ok(())
    }
}

/// Why a projection was not written.
#[derive(Debug)]
pub(crate) enum WriteError {
    Sql(rusqlite::Error),
    Told(StoreError),
}

impl From<rusqlite::Error> for WriteError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

/// The moment in UTC with milliseconds: sorts as text.
pub(crate) fn utc(at: &str) -> Result<String, StoreError> {
    DateTime::parse_from_rfc3339(at).map(utc_of).map_err(|_| StoreError::Invalid {
        field: "time",
        what: format!("“{at}” is no RFC 3339 time with an offset"),
    })
}

/// As [`utc`].
pub(crate) fn utc_of(at: DateTime<FixedOffset>) -> String {
    at.with_timezone(&Utc).to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Orders the list: by day of receipt, within a day by the moment of recording.
pub(crate) fn sort_key(row: &CaseRow) -> Result<String, StoreError> {
    let recorded = utc(&row.recorded_at)?;
    match row.received_on.parse::<chrono::NaiveDate>() {
        Ok(day) => Ok(format!("{day}/{recorded}")),
        Err(_) => Err(StoreError::Invalid {
            field: "day of receipt",
            what: format!("“{}” is no ISO date", row.received_on),
        }),
    }
}

/// Columns that a decision does not touch.
fn is_same_but_for_progress(one: &CaseRow, other: &CaseRow) -> bool {
    let still = |row: &CaseRow| CaseRow {
        status: String::new(),
        findings_judged: 0,
        updated_seq: 0,
        weighed_since: String::new(),
        ..row.clone()
    };
    still(one) == still(other)
}

fn write_case_row(tx: &Connection, row: &CaseRow, seq: u64) -> Result<(), WriteError> {
    let former = tx
        .prepare_cached(&format!("SELECT {} FROM case_row WHERE case_id = ?1", case_list::COLUMNS))?
        .query_row([&row.case_id], case_list::read)
        .optional()?;
    // Naming a column in an UPDATE rewrites all its indexes, each one more page to encrypt and to flush.
    match former.filter(|former| is_same_but_for_progress(former, row)) {
        Some(former) if former.status == row.status => {
            tx.prepare_cached(
                "UPDATE case_row SET findings_judged = ?2, updated_seq = ?3, weighed_since = ?4 WHERE case_id = ?1",
            )?
            .execute(params![row.case_id, row.findings_judged, seq, row.weighed_since])?;
            return Ok(());
        }
        Some(_) => {
            tx.prepare_cached(
                "UPDATE case_row SET findings_judged = ?2, updated_seq = ?3, weighed_since = ?4, status = ?5
                 WHERE case_id = ?1",
            )?
            .execute(params![
                row.case_id,
                row.findings_judged,
                seq,
                row.weighed_since,
                row.status
            ])?;
            return Ok(());
        }
        None => {}
    }
    let sort_key = sort_key(row).map_err(WriteError::Told)?;
    let owner: Option<String> = tx
        .prepare_cached("SELECT case_id FROM case_row WHERE case_no = ?1")?
        .query_row([&row.case_no], |found| found.get(0))
        .optional()?;
    if owner.is_some_and(|owner| owner != row.case_id) {
        return Err(WriteError::Told(StoreError::CaseNumberTaken(row.case_no.clone())));
    }
    tx.prepare_cached(include_str!("sql/case_row_upsert.sql"))?.execute(params![
        row.case_id,
        row.case_no,
        row.status,
        row.received_on,
        row.recorded_at,
        sort_key,
        row.panel,
        row.tumour_type,
        row.oncotree,
        row.sex,
        row.age,
        row.findings_total,
        row.findings_judged,
        seq,
        row.weighed_since,
    ])?;
    Ok(())
}

fn write_decisions(tx: &Connection, finding: &FindingDecisions) -> Result<(), WriteError> {
    if finding.rows.is_empty() || finding.renamed {
        tx.prepare_cached("DELETE FROM past_decision WHERE case_id = ?1 AND finding_id = ?2")?
            .execute([&finding.case_id, &finding.finding_id])?;
    }
    let mut former = tx.prepare_cached(
        "DELETE FROM past_decision INDEXED BY past_decision_by_alteration
         WHERE gene = ?1 AND recall_key = ?2 AND case_id = ?3 AND finding_id = ?4 AND decided_on <> ?5",
    )?;
    let mut insert = tx.prepare_cached(include_str!("sql/past_decision_insert.sql"))?;
    for row in &finding.rows {
        former.execute([
            &row.gene,
            &row.keys.general,
            &finding.case_id,
            &finding.finding_id,
            &row.decided_on,
        ])?;
        let follow_up = serde_json::to_string(&row.follow_up).map_err(|error| {
            WriteError::Told(StoreError::Invalid { field: "follow-up", what: error.to_string() })
        })?;
        let grade = row.grade.as_ref();
        let word = |of: fn(&Grade) -> &str| grade.map_or("", of);
        insert.execute(params![
            row.gene,
            row.keys.general,
            row.decided_on,
            finding.case_id,
            finding.finding_id,
            row.case_no,
            row.alteration,
            row.tumour_type,
            row.oncotree,
            word(|grade| &grade.scale),
            word(|grade| &grade.version),
            word(|grade| &grade.scale_name.ja),
            word(|grade| &grade.scale_name.en),
            word(|grade| &grade.class),
            word(|grade| &grade.class_name.ja),
            word(|grade| &grade.class_name.en),
            grade.map_or(0, |grade| grade.weight),
            row.actionable,
            row.remark,
            tumour_key(&row.oncotree, &row.tumour_type),
            follow_up,
            row.keys.coding,
            row.keys.place,
            row.keys.protein,
        ])?;
    }
    Ok(())
}

fn write_search_text(tx: &Connection, text: &SearchText) -> Result<(), WriteError> {
    let key: Option<i64> = tx
        .prepare_cached("SELECT key FROM case_row WHERE case_id = ?1")?
        .query_row([&text.case_id], |found| found.get(0))
        .optional()?;
    let Some(key) = key else {
        let what = format!("case {} has no row in the case list", text.case_id);
        return Err(WriteError::Told(StoreError::Invalid { field: "searchable text", what }));
    };
    let doc = text.part.doc(key);
    let known: Option<String> = tx
        .prepare_cached("SELECT text FROM search_text WHERE doc = ?1")?
        .query_row([doc], |found| found.get(0))
        .optional()?;
    if known.as_deref().unwrap_or_default() == text.text {
        return Ok(());
    }
    if known.is_some() {
        tx.prepare_cached("DELETE FROM search_gram WHERE rowid = ?1")?.execute([doc])?;
    }
    if text.text.is_empty() {
        tx.prepare_cached("DELETE FROM search_text WHERE doc = ?1")?.execute([doc])?;
        return Ok(());
    }
    tx.prepare_cached(
        "INSERT INTO search_text (doc, text) VALUES (?1, ?2) ON CONFLICT (doc) DO UPDATE SET text = excluded.text",
    )?
    .execute(params![doc, text.text])?;
    tx.prepare_cached("INSERT INTO search_gram (rowid, grams) VALUES (?1, ?2)")?
        .execute(params![doc, grams::index_words(&text.text).join(" ")])?;
    Ok(())
}
