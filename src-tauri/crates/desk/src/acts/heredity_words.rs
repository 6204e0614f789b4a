//! The site's own words of heredity: what people write is searched for them beside the program's, from then on.

use crate::convert::{entry, listed, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::view::{HeredityListView, HeredityWordsView, NoArgs, RecordHeredityWords};
use entaku_domain::event::StoreEvent;
use entaku_domain::text::Text;
use entaku_domain::words::heredity::{HeredityWords, SOURCE, VERSION, is_same, named_in, searched, shipped};

/// Most words of a list: every text is searched for each of them.
const MOST: usize = 500;
/// Shortest and longest word, in the characters that are searched for: one letter stands in every text, a sentence in none.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=60;

pub(crate) fn heredity_words(desk: &mut Desk, _: NoArgs) -> Outcome<HeredityWordsView> {
    let lists = desk.session()?.office.heredity.iter().rev();
    Ok(HeredityWordsView {
        version: VERSION.to_owned(),
        source: SOURCE.to_owned(),
        shipped: shipped().into_iter().map(str::to_owned).collect(),
        lists: lists
            .map(|recorded| HeredityListView {
                version: recorded.list.version.clone(),
                words: recorded.list.words.clone(),
                entry: entry(&recorded.by, recorded.at, &recorded.reason),
            })
            .collect(),
    })
}

pub(crate) fn record_heredity_words(
    desk: &mut Desk,
    args: RecordHeredityWords,
) -> Outcome<HeredityWordsView> {
    let reason = text("reason", &args.reason)?;
    let mut words: Vec<String> = Vec::new();
    for (number, line) in listed(&args.lines) {
        let word = word(number, line)?;
        if !words.iter().any(|known| is_same(known, &word)) {
            words.push(word);
        }
        if words.len() > MOST {
            return Err(Problem::field(
                "lines",
                format!("言葉は{MOST}件までです。"),
                format!("At most {MOST} words."),
            ));
        }
    }
    let office = &desk.session()?.office;
    if office.heredity_words() == words.as_slice() {
        return Err(Problem::field("lines", "変更がありません。", "Nothing is changed."));
    }
    let version = format!("site-{}", office.heredity.len().saturating_add(1));
    let list = Box::new(HeredityWords { version, words });
    desk.transact_store(StoreEvent::HeredityWordsRecorded { list, reason })?;
    heredity_words(desk, NoArgs {})
}

/// A line as a word: of some length, and none that is found already.
fn word(number: u32, line: &str) -> Outcome<String> {
    let shown: String = line.chars().take(60).collect();
    let length = searched(line).chars().count();
    if !LENGTHS.contains(&length) {
        let (least, most) = LENGTHS.into_inner();
        return Err(Problem::field(
            "lines",
            format!("{number}行目「{shown}」：言葉は、空白と記号を除いて{least}～{most}文字にしてください。"),
            format!(
                "Line {number}, “{shown}”: a word has {least} to {most} characters, not counting spaces and signs."
            ),
        ));
    }
    if let Some(known) = named_in(line, &[]).into_iter().next() {
        return Err(Problem::field(
            "lines",
            format!("{number}行目「{shown}」は、「{known}」として、すでに見つけられます。"),
            format!("Line {number}, “{shown}”, is found already as “{known}”."),
        ));
    }
    Text::new(line).map(|word| word.to_string()).map_err(|error| {
        Problem::field(
            "lines",
            format!("{number}行目「{shown}」は、言葉として記録できません。（{error}）"),
            format!("Line {number}, “{shown}”, cannot be recorded as a word: {error}."),
        )
    })
}
