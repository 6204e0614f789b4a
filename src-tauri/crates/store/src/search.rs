//! Full text over cases, two-character Japanese words included.

use crate::case_list;
use crate::error::StoreError;
use crate::grams::{self, Term};
use crate::projection::{CaseRow, SearchPart};
use crate::store::Store;
use rusqlite::OptionalExtension;
use std::collections::HashMap;

/// More words than this narrow nothing.
const MOST_TERMS: usize = 8;
/// Up to so many cases are looked up one by one.
const FEW: usize = 500;
/// Characters shown before and behind what was found.
const BEFORE: usize = 16;
const BEHIND: usize = 48;

/// Cases by key, with a part for each word sought.
type Found = HashMap<i64, Vec<SearchPart>>;

/// A case in which everything sought was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchHit {
    /// The case.
    pub case: CaseRow,
    /// The first part of the case in which the first word stands. What is found in
    /// [`SearchPart::Patient`] names the patient: show its excerpt to no one who may not see that.
    pub part: SearchPart,
    /// For each word sought, in order, the first part in which it stands.
    pub parts: Vec<SearchPart>,
    /// The text around it, on one line.
    pub excerpt: String,
}

impl Store {
    /// Cases that contain every word of the query (parted by spaces), newest received first, at most
    /// `limit`. The words may stand in different parts of a case; Latin words and the end of a Japanese
    /// word of one character match as beginnings. A query without letters or digits finds nothing.
    pub fn search(&self, query: &str, limit: u32) -> Result<Vec<SearchHit>, StoreError> {
        self.search_in(&SearchPart::ALL, query, limit)
    }

    /// [`Store::search`] in some parts of the cases only: for those who may not learn, even by what is
    /// found and what is not, who a patient is or what is inherited.
    pub fn search_in(
        &self,
        parts: &[SearchPart],
        query: &str,
        limit: u32,
    ) -> Result<Vec<SearchHit>, StoreError> {
        let limit = usize::try_from(limit.clamp(1, case_list::PAGE_LIMIT)).unwrap_or(1);
        let mut terms = grams::query_terms(query);
        terms.truncate(MOST_TERMS);
        let Some((first, others)) = terms.split_first() else { return Ok(Vec::new()) };
        let one = self.parts_with(first, parts)?;
        let mut found: Found = one.into_iter().map(|(key, part)| (key, vec![part])).collect();
        for other in others {
            let also = self.parts_with(other, parts)?;
            found.retain(|key, stand| also.get(key).map(|part| stand.push(*part)).is_some());
        }
        let keys = self.newest_of(&found, limit)?;
        let hits =
            keys.into_iter().filter_map(|key| found.remove(&key).map(|parts| self.hit(key, parts, first)));
        hits.collect()
    }

    /// The cases (by key) in which a term stands, with the first part in which it does.
    fn parts_with(&self, term: &Term, wanted: &[SearchPart]) -> Result<HashMap<i64, SearchPart>, StoreError> {
        let failed = |error| self.sql("search", error);
        let mut statement = self
            .conn
            .prepare_cached("SELECT rowid FROM search_gram WHERE search_gram MATCH ?1")
            .map_err(failed)?;
        let docs = statement.query_map([&term.expression], |row| row.get::<_, i64>(0)).map_err(failed)?;
        let mut parts = HashMap::new();
        for doc in docs {
            let (key, part) = SearchPart::of(doc.map_err(failed)?);
            if let Some(part) = part.filter(|part| wanted.contains(part)) {
                parts
                    .entry(key)
                    .and_modify(|known: &mut SearchPart| *known = part.min(*known))
                    .or_insert(part);
            }
        }
        Ok(parts)
    }

    /// The newest received of these cases. A few are looked up one by one; for many, the list is read
    /// from its top until enough are met.
    fn newest_of(&self, found: &Found, limit: usize) -> Result<Vec<i64>, StoreError> {
        let failed = |error| self.sql("search", error);
        if found.len() <= FEW {
            let mut by_key = self
                .conn
                .prepare_cached("SELECT sort_key, case_id FROM case_row WHERE key = ?1")
                .map_err(failed)?;
            let mut places: Vec<(String, String, i64)> = Vec::new();
            for key in found.keys() {
                let place = by_key.query_row([key], |row| Ok((row.get(0)?, row.get(1)?, *key))).optional();
                places.extend(place.map_err(failed)?);
            }
            places.sort_by(|a, b| b.cmp(a));
            return Ok(places.into_iter().map(|(_, _, key)| key).take(limit).collect());
        }
        let mut all = self
            .conn
            .prepare_cached("SELECT key FROM case_row ORDER BY sort_key DESC, case_id DESC")
            .map_err(failed)?;
        let keys = all.query_map([], |row| row.get::<_, i64>(0)).map_err(failed)?;
        keys.filter(|key| key.as_ref().map_or(true, |key| found.contains_key(key)))
            .take(limit)
            .collect::<Result<_, _>>()
            .map_err(failed)
    }

    fn hit(&self, key: i64, parts: Vec<SearchPart>, term: &Term) -> Result<SearchHit, StoreError> {
        let part = parts.first().copied().unwrap_or(SearchPart::Case);
        let failed = |error| self.sql("search", error);
        let case = self
            .conn
            .prepare_cached(&format!("SELECT {} FROM case_row WHERE key = ?1", case_list::COLUMNS))
            .and_then(|mut one| one.query_row([key], case_list::read))
            .map_err(failed)?;
        let text: Option<String> = self
            .conn
            .prepare_cached("SELECT text FROM search_text WHERE doc = ?1")
            .and_then(|mut one| one.query_row([part.doc(key)], |row| row.get(0)).optional())
            .map_err(failed)?;
        Ok(SearchHit { excerpt: excerpt(&text.unwrap_or_default(), &term.folded), case, part, parts })
    }
}

/// The surroundings of the first place where `folded` stands in the text, on one line.
fn excerpt(text: &str, folded: &str) -> String {
    let chars: Vec<char> = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    // Each folded character knows the character of the text it came from: folding changes lengths.
    let origin: Vec<(char, usize)> = chars
        .iter()
        .enumerate()
        .flat_map(|(at, c)| grams::fold(&c.to_string()).chars().map(move |f| (f, at)).collect::<Vec<_>>())
        .collect();
    let sought: Vec<char> = folded.chars().collect();
    let at = origin
        .windows(sought.len().max(1))
        .find(|window| window.iter().map(|(c, _)| c).eq(sought.iter()))
        .and_then(|window| window.first())
        .map_or(0, |(_, at)| *at);
    let (from, to) = (at.saturating_sub(BEFORE), (at + BEHIND).min(chars.len()));
    let middle: String = chars.iter().skip(from).take(to - from).collect();
    let before = if from > 0 { "…" } else { "" };
    let behind = if to < chars.len() { "…" } else { "" };
    format!("{before}{}{behind}", middle.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_shows_what_was_found() {
        let text = format!("{}膵癌の肝転移に対し{}", "あ".repeat(100), "い".repeat(100));
        let shown = excerpt(&text, "肝転移");
        assert!(shown.contains("膵癌の肝転移に対し"), "{shown}");
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.chars().count() < 80);
        assert_eq!(excerpt("ＥＧＦＲ\nL858R", "egfr"), "ＥＧＦＲ L858R", "found whatever its width");
        assert_eq!(excerpt("short", "absent"), "short");
        assert_eq!(excerpt("", ""), "");
    }
}
