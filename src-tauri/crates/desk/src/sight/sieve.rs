//! Takes out of an answer the texts that name what its reader may not see. An answer is walked as data, so that a field that is
//! added later is looked at too.

use super::Sight;
use chrono::{Datelike, NaiveDate};
use entaku_domain::case::Case;
use entaku_domain::finding::Finding;
use entaku_domain::label::Language;
use entaku_domain::patient::{Details, Patient};
use entaku_domain::words::heredity::{named_in, searched};
use entaku_domain::words::withheld::Withheld;
use entaku_words::answers::sight;
use serde_json::Value;
use std::collections::BTreeSet;

/// Letters of a name that tell nothing by themselves.
const TOO_SHORT: usize = 1;

/// The field of an answer that says what is left out, in the program's own words.
const NOT_SHOWN: &str = "notShown";

/// Fields in the program's own words, which speak of experts of heredity and of findings that are shown.
const OWN_WORDS: &[&str] = &["gaps", "reminders", "quorum"];

/// What is kept out of one answer.
pub(crate) struct Sieve {
    sight: Sight,
    /// The site's own words of heredity.
    own: Vec<String>,
    /// Names of members: who did something is nobody's secret, though a patient has the same family name.
    people: Vec<String>,
    /// Who patients are, in the spelling of the search.
    identity: BTreeSet<String>,
    /// Days of birth, as people write them.
    born: BTreeSet<String>,
    /// By case: what is inherited, and what is not.
    findings: Vec<(Vec<Finding>, Vec<Finding>)>,
    /// Numbers of germline findings.
    numbers: BTreeSet<String>,
}

impl Sieve {
    pub(super) fn new(sight: Sight, own: Vec<String>, people: Vec<String>) -> Self {
        Self {
            sight,
            own,
            people,
            identity: BTreeSet::new(),
            born: BTreeSet::new(),
            findings: Vec::new(),
            numbers: BTreeSet::new(),
        }
    }

    pub(super) fn keep_out(&mut self, case: &Case) {
        if !self.sight.identity {
            let proposed = case.sources.iter().filter_map(|source| source.draft.proposed.as_deref());
            for Details { patient, .. } in proposed.chain([&case.details]) {
                self.keep_out_patient(patient);
            }
        }
        if !self.sight.heredity {
            let (inherited, open): (Vec<_>, Vec<_>) =
                case.findings.iter().cloned().partition(|finding| finding.read.origin.is_germline());
            self.numbers.extend(inherited.iter().map(|finding| finding.id.to_string()));
            self.findings.push((inherited, open));
        }
    }

    fn keep_out_patient(&mut self, patient: &Patient) {
        let texts = [&patient.name, &patient.kana, &patient.hospital_id, &patient.ccat_id];
        for text in texts.into_iter().flatten() {
            let text = text.as_str();
            // A family name alone tells as well.
            let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '・' | ','));
            let all = parts.chain([text]).map(searched);
            self.identity.extend(all.filter(|part| part.chars().count() > TOO_SHORT));
        }
        if let Some(born) = patient.birth_date {
            self.born.extend(spellings(born));
        }
    }

    /// Whether a text names what may not be seen.
    pub(crate) fn names(&self, text: &str) -> bool {
        self.tells(text, &self.inherited(), false)
    }

    fn tells(&self, text: &str, inherited: &[Withheld<'_>], said: bool) -> bool {
        let of_heredity =
            || !said && !self.sight.heredity && !is_code(text) && !named_in(text, &self.own).is_empty();
        self.names_patient(text) || self.names_number(text) || names_any(text, inherited) || of_heredity()
    }

    /// Puts the words for "not shown" in place of every text that names it.
    pub(crate) fn sift(&self, answer: &mut Value, language: Language) {
        let mut texts = Vec::new();
        collect(answer, &mut texts);
        // Of thousands of findings what people write can name few.
        let inherited: Vec<_> =
            self.inherited().iter().map(|one| one.among(texts.iter().map(String::as_str))).collect();
        let mark = sight::NOT_SHOWN.get(language);
        self.walk(answer, &inherited, false, mark);
    }

    fn inherited(&self) -> Vec<Withheld<'_>> {
        self.findings
            .iter()
            .map(|(inherited, open)| Withheld::new(inherited.iter().collect(), open.iter().collect()))
            .collect()
    }

    /// `said`: whether these are the program's own words.
    fn walk(&self, value: &mut Value, inherited: &[Withheld<'_>], said: bool, mark: &str) {
        match value {
            Value::String(text) if self.tells(text, inherited, said) => mark.clone_into(text),
            Value::Array(all) => all.iter_mut().for_each(|one| self.walk(one, inherited, said, mark)),
            Value::Object(fields) => {
                // What says that something is left out names it.
                for (field, one) in fields.iter_mut().filter(|(field, _)| *field != NOT_SHOWN) {
                    self.walk(one, inherited, said || OWN_WORDS.contains(&field.as_str()), mark);
                }
            }
            _ => {}
        }
    }

    fn names_patient(&self, text: &str) -> bool {
        if self.people.iter().any(|person| person == text) {
            return false;
        }
        let dense = searched(text);
        self.identity.iter().any(|known| dense.contains(known.as_str()))
            || self.born.iter().any(|known| text.contains(known.as_str()))
    }

    fn names_number(&self, text: &str) -> bool {
        !self.numbers.is_empty()
            && text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| self.numbers.contains(word))
    }
}

/// Whether a text names what is inherited.
fn names_any(text: &str, inherited: &[Withheld<'_>]) -> bool {
    inherited.iter().any(|one| !one.named_in(text).is_empty())
}

/// A code of ours (`germlineUnjudged`) is nobody's words.
fn is_code(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b':'))
}

fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|one| collect(one, texts)),
        Value::Object(fields) => fields.values().for_each(|one| collect(one, texts)),
        _ => {}
    }
}

/// A day as people write it, in years of both calendars.
fn spellings(day: NaiveDate) -> Vec<String> {
    let (year, month, on) = (day.year(), day.month(), day.day());
    let mut all: Vec<String> = ["-", "/", "."]
        .into_iter()
        .flat_map(|sign| {
            [format!("{year}{sign}{month:02}{sign}{on:02}"), format!("{year}{sign}{month}{sign}{on}")]
        })
        .collect();
    all.push(format!("{year}{month:02}{on:02}"));
    let eras = [(1926, 12, 25, "昭和"), (1989, 1, 8, "平成"), (2019, 5, 1, "令和")];
    let begun = |(y, m, d, _): &(i32, u32, u32, &str)| {
        NaiveDate::from_ymd_opt(*y, *m, *d).is_some_and(|from| from <= day)
    };
    let era = eras.into_iter().rfind(begun);
    let years = std::iter::once(year.to_string())
        .chain(era.map(|(from, _, _, name)| format!("{name}{}", year - from + 1)));
    for year in years {
        all.push(format!("{year}年{month}月{on}日"));
        all.push(format!("{year}年{month:02}月{on:02}日"));
    }
    all
}
