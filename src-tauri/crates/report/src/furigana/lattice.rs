//! Cuts a text into words: of all ways to cut it, the one whose words and neighbourhoods cost least together (Viterbi
//! over the dictionary's costs). The clinic's words and recorded names are laid over the dictionary and cost so little
//! that they are taken wherever they fit.

use std::ops::Range;

use super::align::is_kanji;
use super::curated;
use super::dictionary::{Class, Dictionary, Entry};
use super::numbers;

/// A word of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// What it is.
    pub class: Class,
    /// Reading in hiragana; empty where there is none.
    pub reading: String,
    /// Where its reading comes from.
    pub origin: Origin,
}

/// Where a word comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// A recorded name.
    Recorded,
    /// The clinic's list.
    Curated,
    /// The dictionary.
    Dictionary,
    /// The list of counters.
    Counter,
    /// Nowhere: signs, letters, kanji that are not known.
    Unknown,
}

struct Node {
    start: usize,
    end: usize,
    id: u16,
    class: Class,
    reading: String,
    origin: Origin,
    /// Cost of the cheapest way here, and the node before on it.
    total: i64,
    before: Option<usize>,
}

/// The cost of words that are not the dictionary's own.
const RECORDED: i32 = -30_000;
const CURATED: i32 = -4_000;
const COUNTER_AFTER_DIGITS: i32 = -1_000;
const COUNTER_AFTER_KANJI: i32 = 5_000;
const DIGITS: i32 = 0;
const KATAKANA: i32 = 9_461;
const LETTERS: i32 = 9_000;
const UNKNOWN_KANJI: i32 = 11_426;
const UNKNOWN_KANA: i32 = 13_069;
const SIGN: i32 = 4_769;
const SPACE: i32 = -2_000;

/// The words of a text. `names` are recorded names with their readings.
pub(super) fn tokens(dictionary: &Dictionary, text: &str, names: &[(String, String)]) -> Vec<Token> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut ending_at: Vec<Vec<usize>> = vec![Vec::new(); text.len() + 1];
    let mut before = None;
    for (at, c) in text.char_indices() {
        let reached = at == 0 || ending_at.get(at).is_some_and(|nodes| !nodes.is_empty());
        if reached {
            let Some(rest) = text.get(at..) else { break };
            for mut node in nodes_at(dictionary, text, at, rest, before, names) {
                let ways = ending_at.get(at).map(Vec::as_slice).unwrap_or_default();
                reach(dictionary, &nodes, ways, &mut node);
                if let Some(ends) = ending_at.get_mut(node.end) {
                    ends.push(nodes.len());
                    nodes.push(node);
                }
            }
        }
        before = Some(c);
    }
    let cheapest = ending_at.last().into_iter().flatten().copied().min_by_key(|at| {
        nodes.get(*at).map_or(i64::MAX, |node| node.total + i64::from(dictionary.side_by_side(node.id, 0)))
    });
    let mut tokens = Vec::new();
    let mut at = cheapest;
    while let Some(node) = at.and_then(|at| nodes.get(at)) {
        tokens.push(Token {
            at: node.start..node.end,
            class: node.class,
            reading: node.reading.clone(),
            origin: node.origin,
        });
        at = node.before;
    }
    tokens.reverse();
    tokens
}

/// Chooses the cheapest way to a node.
fn reach(dictionary: &Dictionary, nodes: &[Node], ways: &[usize], node: &mut Node) {
    let own = node.total;
    let steps = ways.iter().filter_map(|at| {
        let before = nodes.get(*at)?;
        Some((before.total + i64::from(dictionary.side_by_side(before.id, node.id)), Some(*at)))
    });
    let start = (i64::from(dictionary.side_by_side(0, node.id)), None);
    let (cost, before) = steps.min_by_key(|(cost, _)| *cost).unwrap_or(start);
    node.total = own + cost;
    node.before = before;
}

/// Every word that can begin here.
fn nodes_at(
    dictionary: &Dictionary,
    text: &str,
    at: usize,
    rest: &str,
    before: Option<char>,
    names: &[(String, String)],
) -> Vec<Node> {
    let mut nodes = Vec::new();
    let node = |length: usize, id: u16, cost: i32, reading: &str, origin: Origin| Node {
        start: at,
        end: at + length,
        id,
        class: dictionary.class(id),
        reading: reading.to_owned(),
        origin,
        total: i64::from(cost),
        before: None,
    };
    let special = dictionary.special;
    dictionary.words(rest, |length, Entry { id, cost, reading }| {
        nodes.push(node(length, id, i32::from(cost), reading, Origin::Dictionary));
    });
    // 日 of 1日中 belongs to its number.
    let counted = before.is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c))
        && numbers::counters_at(rest).next().is_some();
    for (word, reading) in curated::words(rest).filter(|_| !counted) {
        // A word that the dictionary has too keeps its class; of several the cheapest speaks.
        let noun = |entry: &Entry<'_>| {
            matches!(dictionary.class(entry.id), Class::Noun | Class::Act | Class::Time | Class::Adverb)
        };
        let known = dictionary.entries_of(word).filter(noun).min_by_key(|entry| entry.cost);
        let id = known.map_or(special.noun, |entry| entry.id);
        nodes.push(node(word.len(), id, CURATED, reading, Origin::Curated));
    }
    for (name, kana) in names {
        let next = rest.strip_prefix(name.as_str()).filter(|_| !name.is_empty());
        // A name of one kanji is none within another word: 林 in 森林.
        let torn = |next: &str| {
            name.chars().nth(1).is_none()
                && (before.is_some_and(is_kanji) || next.chars().next().is_some_and(is_kanji))
        };
        if next.is_some_and(|next| !torn(next)) {
            nodes.push(node(name.len(), special.noun, RECORDED, kana, Origin::Recorded));
        }
    }
    let Some(c) = rest.chars().next() else { return nodes };
    if let Some(cost) = before.and_then(after_number) {
        for counter in numbers::counters_at(rest) {
            nodes.push(node(counter.len(), special.counter, cost, "", Origin::Counter));
        }
    }
    let script = Script::of(c);
    let run = |most: usize| {
        let same = rest.chars().take(most).take_while(|next| Script::of(*next) == script);
        same.map(char::len_utf8).sum::<usize>().max(c.len_utf8())
    };
    let (length, id, cost) = match script {
        Script::Digits => (digits(rest), special.number, DIGITS),
        Script::Letters => (run(64), special.noun, LETTERS),
        Script::Katakana => (run(64), special.noun, KATAKANA),
        Script::Kanji => (c.len_utf8(), special.noun, UNKNOWN_KANJI),
        Script::Kana => (c.len_utf8(), special.noun, UNKNOWN_KANA),
        Script::Space => (c.len_utf8(), special.space, SPACE),
        Script::Sign => (c.len_utf8(), special.sign, SIGN),
    };
    let known = nodes.iter().any(|node| matches!(node.origin, Origin::Dictionary | Origin::Curated));
    if !known || !matches!(script, Script::Kanji | Script::Kana) {
        nodes.push(node(length, id, cost, "", Origin::Unknown));
    }
    // A run of katakana or letters may be cut only where the dictionary cuts it.
    debug_assert!(text.is_char_boundary(at + length));
    nodes
}

/// What a counter costs after this character; nothing counts after others.
fn after_number(before: char) -> Option<i32> {
    match before {
        '0'..='9' | '０'..='９' | '数' | '何' => Some(COUNTER_AFTER_DIGITS),
        'I' | 'V' | 'X' | 'Ⅰ'..='Ⅻ' => Some(COUNTER_AFTER_KANJI),
        _ if "一二三四五六七八九十百千万".contains(before) => Some(COUNTER_AFTER_KANJI),
        _ => None,
    }
}

/// The length of a number in digits, with what stands between its digits.
fn digits(rest: &str) -> usize {
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        match c {
            '0'..='9' | '０'..='９' => end = at + c.len_utf8(),
            '.' | '．' | ',' | '，' if end == at => {}
            _ => break,
        }
    }
    end.max(1)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Digits,
    Letters,
    Katakana,
    Kanji,
    Kana,
    Space,
    Sign,
}

impl Script {
    fn of(c: char) -> Self {
        match c {
            '0'..='9' | '０'..='９' => Self::Digits,
            'ァ'..='ヺ' | 'ー' | '\u{31F0}'..='\u{31FF}' | 'ｦ'..='ﾟ' => Self::Katakana,
            'ぁ'..='ゟ' => Self::Kana,
            _ if is_kanji(c) => Self::Kanji,
            _ if c.is_whitespace() => Self::Space,
            _ if c.is_alphabetic() => Self::Letters,
            _ => Self::Sign,
        }
    }
}
