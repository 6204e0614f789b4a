//! Is everything as it was written? Nothing is ever repaired or deleted here.
//!
//! [`Store::verify`] walks the chain and the keyed head. [`Store::verify_deep_with`] also hashes every kept
//! file, checks every page, and folds the whole journal again to compare it with the projections.
//! [`Store::verify_deep`] does the folding with the domain's own rules.

use crate::attachment;
use crate::error::StoreError;
use crate::grams;
use crate::head::{Head, HeadState};
use crate::journal::{self, RawRecord, StreamInfo};
use crate::keyholding::Keyholding;
use crate::projection::{CaseRow, PastDecision, ProjectionChange, SearchText};
use crate::record::{self, StoredRecord};
use crate::store::Store;
use crate::{case_list, past_decisions, projection};
use rusqlite::OptionalExtension;

/// The first place where the journal is not what was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadEvent {
    /// Its sequence number.
    pub seq: u64,
    /// What is wrong with it.
    pub what: String,
}

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// Whether nothing is amiss.
    pub ok: bool,
    /// How many events were walked.
    pub events: u64,
    /// How many of them nobody signed, for members had no keys yet.
    pub unsigned: u64,
    /// The first bad event, when there is one.
    pub first_bad: Option<BadEvent>,
    /// How the keyed head and the journal stand to each other.
    pub head: HeadState,
    /// What a deep verification found beyond the chain, each as one sentence; at most [`MOST_FAULTS`].
    pub faults: Vec<String>,
}

/// Beyond this many faults the list is cut: the first ones tell what happened.
pub const MOST_FAULTS: usize = 50;

/// Folds streams, one after the other and event by event, so that none is ever whole in memory.
pub trait Refold {
    /// The next event of the stream under way, from its first.
    ///
    /// # Errors
    /// Why it does not fold, in words. The rest of the stream is then left out.
    fn next(&mut self, record: &StoredRecord) -> Result<(), String>;

    /// The stream is over: everything the projections should hold of it.
    ///
    /// # Errors
    /// Why its events do not fold, in words.
    fn end(&mut self, stream: &str) -> Result<ProjectionChange, String>;
}

/// Streams that are listed at once.
const PAGE: u32 = 256;

impl Store {
    /// Whether the journal still holds an end that a paper names: so many events, and the last of them with a hash that begins
    /// with these hexadecimal digits.
    pub fn holds_end(&self, events: u64, digits: &str) -> Result<bool, StoreError> {
        Ok(self.hash_at(events)?.is_some_and(|hash| hex::encode(hash).starts_with(digits)))
    }

    /// Walks the whole chain and compares it with the keyed head. About a million events a second.
    pub fn verify(&self) -> Result<Verification, StoreError> {
        let Walked { events, unsigned, first_bad } = self.walk()?;
        let head = self.check_head_log()?;
        Ok(Verification {
            ok: first_bad.is_none() && head.is_sound(),
            events,
            unsigned,
            first_bad,
            head,
            faults: Vec::new(),
        })
    }

    /// [`Store::verify`], and: every page, every kept file, and every projection against what `refold`
    /// makes of each stream.
    pub fn verify_deep_with(&self, refold: &mut dyn Refold) -> Result<Verification, StoreError> {
        let mut verification = self.verify()?;
        let mut faults = Faults(Vec::new());
        self.check_pages(&mut faults)?;
        self.check_attachments(&mut faults)?;
        if verification.first_bad.is_none() {
            self.check_projections(refold, &mut faults)?;
        } else {
            faults.tell("the projections were not compared, for the journal itself is damaged".to_owned());
        }
        verification.ok &= faults.0.is_empty();
        verification.faults = faults.0;
        Ok(verification)
    }

    fn walk(&self) -> Result<Walked, StoreError> {
        let failed = |error| self.sql("read the journal", error);
        let mut statement = self
            .conn
            .prepare(&format!("SELECT {} FROM journal ORDER BY seq", journal::COLUMNS))
            .map_err(failed)?;
        let mut rows = statement.query([]).map_err(failed)?;
        let mut before = record::genesis(&self.store_id);
        let (mut keyholding, mut unsigned) = (Keyholding::default(), 0);
        loop {
            let raw = match rows.next().and_then(|row| row.map(RawRecord::read).transpose()) {
                Ok(None) => return Ok(Walked { events: before.count, unsigned, first_bad: None }),
                Ok(Some(raw)) => Ok(raw),
                Err(error) => Err(format!("it cannot be read ({error})")),
            };
            let next = raw
                .and_then(|raw| follow(raw, before))
                .map_err(|what| BadEvent { seq: before.count + 1, what });
            match next.and_then(|record| Ok((keyholding.follow(&record, true)?, record))) {
                Ok((signed, record)) => {
                    unsigned += u64::from(!signed);
                    before = Head { count: record.seq, hash: record.hash };
                }
                Err(bad) => return Ok(Walked { events: before.count, unsigned, first_bad: Some(bad) }),
            }
        }
    }

    /// Every record of head.log against the journal, and its last as when opening.
    fn check_head_log(&self) -> Result<HeadState, StoreError> {
        let journal = self.head()?;
        let (mut readable, mut unreadable, mut furthest) = (0u64, 0u64, 0u64);
        let mut worst = None;
        let found = self.head_log.for_each(None, |record| {
            let Some(head) = record else {
                unreadable += 1;
                return Ok(());
            };
            readable += 1;
            furthest = furthest.max(head.count);
            // Damage elsewhere in the database shows in the walk; here a hash that cannot be read is absent.
            match self.hash_at(head.count)? {
                Some(hash) if hash == head.hash => {}
                Some(_) if worst.is_none() => worst = Some(HeadState::Differs { count: head.count }),
                _ => {}
            }
            Ok(())
        })?;
        Ok(match worst {
            _ if !found => HeadState::Missing,
            _ if readable == 0 => HeadState::Unreadable,
            Some(differs) => differs,
            None if furthest > journal.count => HeadState::Ahead { head: furthest, journal: journal.count },
            None if unreadable > 0 => HeadState::Worn { unreadable, head: furthest },
            None if furthest < journal.count => HeadState::Behind { head: furthest, journal: journal.count },
            None => HeadState::Sound { count: furthest },
        })
    }

    fn check_pages(&self, faults: &mut Faults) -> Result<(), StoreError> {
        // The check of the cipher looks at the file alone. A page that was being moved there from the log when the power went
        // is whole in the log and torn in the file, so the log is moved first; where that cannot be, the other check, which
        // reads by way of the log, must do.
        let checks = [("cipher_integrity_check", "page"), ("integrity_check", "table")];
        let passed_over = usize::from(!self.moves_log()?);
        for (pragma, what) in checks.into_iter().skip(passed_over) {
            let mut statement = match self.conn.prepare(&format!("PRAGMA {pragma}")) {
                Ok(statement) => statement,
                Err(error) => {
                    faults.tell(format!("{what}: the check itself failed ({error})"));
                    continue;
                }
            };
            let told: rusqlite::Result<Vec<String>> =
                statement.query_map([], |row| row.get(0)).and_then(Iterator::collect);
            match told {
                Ok(lines) => lines
                    .into_iter()
                    .filter(|line| line != "ok")
                    .for_each(|line| faults.tell(format!("{what}: {line}"))),
                Err(error) => faults.tell(format!("{what}: {error}")),
            }
        }
        Ok(())
    }

    /// Moves what the log holds into the database. Whether all of it is there.
    fn moves_log(&self) -> Result<bool, StoreError> {
        if self.is_read_only() {
            return Ok(self.has_no_log());
        }
        self.conn
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| {
                Ok(row.get::<_, i64>(0)? == 0 && row.get::<_, i64>(1)? == row.get::<_, i64>(2)?)
            })
            .map_err(|error| self.sql("be checkpointed", error))
    }

    fn check_attachments(&self, faults: &mut Faults) -> Result<(), StoreError> {
        let failed = |error| self.sql("read the kept files", error);
        // Named by the index alone, so that a damaged row hides no other.
        let mut all =
            self.conn.prepare("SELECT rowid, sha256 FROM attachment ORDER BY sha256").map_err(failed)?;
        let mut one =
            self.conn.prepare("SELECT size, encoding FROM attachment WHERE rowid = ?1").map_err(failed)?;
        let mut rows = all.query([]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let place: i64 = row.get(0).map_err(failed)?;
            let hash: [u8; 32] = row.get(1).map_err(failed)?;
            let told = one.query_row([place], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)));
            let kept = self.conn.blob_open(rusqlite::MAIN_DB, "attachment", "bytes", place, true);
            let sound = match (told, kept) {
                (Ok((size, encoding)), Ok(kept)) => attachment::holds(kept, &encoding, size, hash),
                _ => false,
            };
            if !sound {
                faults.tell(format!("the received file {} is not what was received", hex::encode(hash)));
            }
        }
        Ok(())
    }

    fn check_projections(&self, refold: &mut dyn Refold, faults: &mut Faults) -> Result<(), StoreError> {
        let (mut cases, mut decisions, mut texts, mut subjects) = (0u64, 0u64, 0u64, 0u64);
        let (mut page, mut last) = (Vec::new().into_iter(), String::new());
        loop {
            let Some(info) = page.next() else {
                page = self.streams_after(&last, PAGE)?.into_iter();
                match page.as_slice().last() {
                    Some(end) => last.clone_from(&end.stream),
                    None => break,
                }
                continue;
            };
            let expected = match self.folded(&info, refold)? {
                Ok(expected) => expected,
                Err(why) => {
                    faults.tell(format!("{}: its events do not fold ({why})", info.stream));
                    continue;
                }
            };
            for row in expected.case_rows {
                cases += 1;
                let expected = CaseRow { updated_seq: info.last_seq, ..row };
                let found = self.listed(&expected.case_id)?;
                let as_listed = (expected.clone(), projection::sort_key(&expected)?);
                faults.compare("case list", &expected.case_id, found == Some(as_listed));
            }
            for finding in expected.past_decisions {
                decisions += finding.rows.len() as u64;
                for row in finding.rows {
                    let place = format!("{} {} {}", row.case_id, row.finding_id, row.gene);
                    let found = self.decision(&row)?;
                    faults.compare("past decisions", &place, found.as_ref() == Some(&row));
                }
            }
            for subject in expected.subjects {
                subjects += 1;
                let found = self.subject_text(&subject.case_id)?;
                faults.compare(
                    "evidence subjects",
                    &subject.case_id,
                    found.as_deref() == Some(subject.json.as_bytes()),
                );
            }
            for text in expected.search_texts.iter().filter(|text| !text.text.is_empty()) {
                texts += 1;
                let place = format!("{} {:?}", text.case_id, text.part);
                faults.compare("full text", &place, self.is_indexed(text)?);
            }
        }
        // What is in a table beyond the expected rows belongs to nothing.
        for (table, expected) in [
            ("case_row", cases),
            ("past_decision", decisions),
            ("evidence_subject", subjects),
            ("search_text", texts),
            ("search_gram", texts),
        ] {
            let found: u64 = self
                .conn
                .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
                .map_err(|error| self.sql("count a table", error))?;
            if found != expected {
                faults.tell(format!("{table} holds {found} rows; the journal gives {expected}"));
            }
        }
        Ok(())
    }

    /// What the projections should hold of a stream, by `refold`; or why it does not fold.
    fn folded(
        &self,
        info: &StreamInfo,
        refold: &mut dyn Refold,
    ) -> Result<Result<ProjectionChange, String>, StoreError> {
        let mut unfolded = None;
        self.visit_stream(&info.stream, |record| {
            if unfolded.is_none() {
                unfolded = refold.next(&record).err();
            }
            Ok(())
        })?;
        // Ended in any case, so that nothing of it is left for the next one.
        let folded = refold.end(&info.stream);
        Ok(unfolded.map_or(folded, Err))
    }

    /// A case's row with the key that orders it.
    fn listed(&self, case_id: &str) -> Result<Option<(CaseRow, String)>, StoreError> {
        self.conn
            .prepare_cached(&format!("SELECT {} FROM case_row WHERE case_id = ?1", case_list::COLUMNS))
            .and_then(|mut one| {
                one.query_row([case_id], |row| Ok((case_list::read(row)?, row.get(13)?))).optional()
            })
            .map_err(|error| self.sql("read the case", error))
    }

    /// The kept row in the place of an expected one.
    fn decision(&self, expected: &PastDecision) -> Result<Option<PastDecision>, StoreError> {
        let sql = format!(
            "SELECT {} FROM past_decision WHERE gene = ?1 AND decided_on = ?2 AND case_id = ?3 AND finding_id = ?4",
            past_decisions::COLUMNS
        );
        let place = [&expected.gene, &expected.decided_on, &expected.case_id, &expected.finding_id];
        self.conn
            .prepare_cached(&sql)
            .and_then(|mut one| one.query_row(place, past_decisions::read).optional())
            .map_err(|error| self.sql("read past decisions", error))
    }

    /// Whether the text is kept as it should be and the index finds it by all of its words.
    fn is_indexed(&self, expected: &SearchText) -> Result<bool, StoreError> {
        let failed = |error| self.sql("search", error);
        let found: Option<(i64, String)> = self
            .conn
            .prepare_cached(
                "SELECT doc, text FROM search_text
                 WHERE doc = (SELECT key FROM case_row WHERE case_id = ?1) * 8 + ?2",
            )
            .and_then(|mut one| {
                let place = rusqlite::params![expected.case_id, expected.part.doc(0)];
                one.query_row(place, |row| Ok((row.get(0)?, row.get(1)?))).optional()
            })
            .map_err(failed)?;
        let Some((doc, text)) = found else { return Ok(false) };
        if text != expected.text {
            return Ok(false);
        }
        let words = grams::index_words(&text);
        // A phrase of many thousand words would be slow to seek; its beginnings and its end tell enough.
        for phrase in words.chunks(64) {
            let hit: Option<i64> = self
                .conn
                .prepare_cached("SELECT 1 FROM search_gram WHERE search_gram MATCH ?1 AND rowid = ?2")
                .and_then(|mut one| {
                    one.query_row(rusqlite::params![format!("\"{}\"", phrase.join(" ")), doc], |row| {
                        row.get(0)
                    })
                    .optional()
                })
                .map_err(failed)?;
            if hit.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The chain, as far as it is sound.
struct Walked {
    events: u64,
    unsigned: u64,
    first_bad: Option<BadEvent>,
}

/// The record that a row holds, where it continues the journal whose end is `before`.
fn follow(raw: RawRecord, before: Head) -> Result<StoredRecord, String> {
    let seq = raw.record.seq;
    if seq != before.count + 1 {
        return Err(format!("it is missing; event {seq} follows"));
    }
    let record = raw.open().ok_or("its payload does not open")?;
    if record.prev_hash != before.hash {
        return Err("it does not continue the event before it".to_owned());
    }
    if !record.is_intact() {
        return Err("its content does not fit its hash".to_owned());
    }
    Ok(record)
}

struct Faults(Vec<String>);

impl Faults {
    fn tell(&mut self, fault: String) {
        if self.0.len() < MOST_FAULTS {
            self.0.push(fault);
        }
    }

    fn compare(&mut self, table: &str, place: &str, same: bool) {
        if !same {
            self.tell(format!("{table}: what is kept for {place} is not what the journal gives"));
        }
    }
}
