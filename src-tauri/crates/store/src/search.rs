//! Full text over cases, two-character Japanese words included.

use crate::case_list;
use crate::error::StoreError;
use crate::grams::{self, Term};
use crate::projection::CaseRow;
use crate::store::Store;
use rusqlite::{OptionalExtension, params_from_iter};

/// More words than this narrow nothing.
const MOST_TERMS: usize = 8;
/// Characters shown before and behind what was found.
const BEFORE: usize = 16;
const BEHIND: usize = 48;

/// A case in which everything sought was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchHit {
    /// The case.
    pub case: CaseRow,
    /// The part of the case in which the first word stands, e.g. `findings`.
    pub part: String,
    /// The text around it.
    pub excerpt: String,
}

impl Store {
    /// Cases that contain every word of the query (parted by spaces), newest received first, at most
    /// `limit`. The words may stand in different parts of a case; Latin words and the end of a Japanese
    /// word of one character match as beginnings. A query without letters or digits finds nothing.
    pub fn search(&self, query: &str, limit: u32) -> Result<Vec<SearchHit>, StoreError> {
        let mut terms = grams::query_terms(query);
        terms.truncate(MOST_TERMS);
        let Some(first) = terms.first() else { return Ok(Vec::new()) };
        let conditions: Vec<String> =
            (1..=terms.len()).map(|n| format!("case_id IN ({})", cases_with(n))).collect();
        let sql = format!(
            "SELECT {} FROM case_row WHERE {} ORDER BY sort_key DESC, case_id DESC LIMIT {}",
            case_list::COLUMNS,
            conditions.join(" AND "),
            limit.clamp(1, case_list::PAGE_LIMIT)
        );
        let cases: Vec<CaseRow> = self
            .conn
            .prepare_cached(&sql)
            .and_then(|mut found| {
                let expressions = terms.iter().map(|term| &term.expression);
                found.query_map(params_from_iter(expressions), case_list::read)?.collect()
            })
            .map_err(|error| self.sql("search", error))?;
        cases.into_iter().map(|case| self.hit(case, first)).collect()
    }

    fn hit(&self, case: CaseRow, term: &Term) -> Result<SearchHit, StoreError> {
        let found: Option<(String, String)> = self
            .conn
            .prepare_cached(
                "SELECT part, text FROM search_text AS t WHERE case_id = ?1
                 AND EXISTS (SELECT 1 FROM search_gram WHERE search_gram MATCH ?2 AND rowid = t.doc)
                 ORDER BY part LIMIT 1",
            )
            .and_then(|mut part| {
                part.query_row([&case.case_id, &term.expression], |row| Ok((row.get(0)?, row.get(1)?)))
                    .optional()
            })
            .map_err(|error| self.sql("search", error))?;
        let (part, text) = found.unwrap_or_default();
        Ok(SearchHit { excerpt: excerpt(&text, &term.folded), case, part })
    }
}

fn cases_with(parameter: usize) -> String {
    format!(
        "SELECT t.case_id FROM search_gram JOIN search_text AS t ON t.doc = search_gram.rowid
         WHERE search_gram MATCH ?{parameter}"
    )
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
