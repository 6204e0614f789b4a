//! What the words beside a word say of its reading.

use super::dictionary::Class;
use super::lattice::{Origin, Token};
use super::numbers::{self, Number};
use super::singles::single;
use super::verbs::{act_or_go, by_particle};

/// What is said of a word's reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// This.
    Reading(String),
    /// Nobody can tell from the words beside it: it gets no kana.
    Unsure,
    /// Nothing: the dictionary speaks.
    Nothing,
}

pub(super) fn said(reading: &str) -> Said {
    if reading.is_empty() { Said::Nothing } else { Said::Reading(reading.to_owned()) }
}

/// A word among its neighbours.
#[derive(Clone, Copy)]
pub(super) struct Here<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    pub at: usize,
}

impl<'t> Here<'t> {
    pub fn token(self, at: usize) -> Option<&'t Token> {
        self.tokens.get(at)
    }
    pub fn written_at(self, at: usize) -> &'t str {
        self.token(at).and_then(|token| self.text.get(token.at.clone())).unwrap_or_default()
    }
    /// The word itself.
    pub fn written(self) -> &'t str {
        self.written_at(self.at)
    }
    fn before(self) -> Option<&'t Token> {
        self.token(self.at.checked_sub(1)?)
    }
    pub fn before_written(self) -> &'t str {
        self.at.checked_sub(1).map_or("", |at| self.written_at(at))
    }
    fn after(self) -> Option<&'t Token> {
        self.token(self.at + 1)
    }
    /// The text that follows.
    fn rest(self) -> &'t str {
        self.token(self.at).and_then(|token| self.text.get(token.at.end..)).unwrap_or_default()
    }
    fn rest_begins(self, starts: &[&str]) -> bool {
        starts.iter().any(|start| self.rest().starts_with(start))
    }
    fn moved_to(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// Whether the word stands behind a noun, as a part of one word with it.
    fn behind_noun(self) -> bool {
        self.before().is_some_and(|before| is_nominal(before, self.before_written()))
    }
    /// Whether it stands before a noun, as a part of one word with it.
    fn before_noun(self) -> bool {
        self.after().is_some_and(|after| {
            is_nominal(after, self.written_at(self.at + 1))
                && self.rest().chars().next().is_some_and(|c| !c.is_ascii_digit() && !is_hiragana(c))
        })
    }
}

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー' | '・')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゟ')
}

/// Nouns, and letters and katakana, which are names of things.
fn is_nominal(token: &Token, written: &str) -> bool {
    match token.class {
        Class::Noun
        | Class::Act
        | Class::Time
        | Class::Number
        | Class::Counter
        | Class::Suffix
        | Class::Person
        | Class::Place
        | Class::Name => {
            // Single kana that the dictionary does not know are no nouns.
            token.origin != Origin::Unknown || !written.chars().all(is_hiragana)
        }
        _ => false,
    }
}

/// What the neighbours say of the reading of the word here.
pub(super) fn said_of(here: Here<'_>) -> Said {
    let special = match here.written() {
        "何" => said(if how_many(here) { "なん" } else { "なに" }),
        "数" if counts(here) => said("すう"),
        "人" => person(here),
        "日" => day(here),
        "月" if here.after().is_some_and(is_number) => said("つき"),
        "年" => year(here),
        "中" => within(here),
        "後" if matches!(here.before_written(), "た" | "の" | "だ") => said("あと"),
        "方" => way(here),
        "様" => manner(here),
        "分" => said("ぶん"),
        "下" => below(here),
        "主" if here.rest_begins(&["に", "な", "だ", "で"]) => said("おも"),
        "主" if here.before_noun() || here.rest_begins(&["と"]) => said("しゅ"),
        "主" => Said::Unsure,
        "毎" if here.rest_begins(&["に"]) => said("ごと"),
        "今日" if here.rest_begins(&["では"]) => said("こんにち"),
        "今日" => said("きょう"),
        "一日" => match one_day(here) {
            true => said("いちにち"),
            false => Said::Unsure,
        },
        "行っ" => act_or_go(here),
        "通っ" => by_particle(here, ("を", "とおっ"), ("に", "かよっ")),
        "開い" => by_particle(here, ("を", "ひらい"), ("が", "あい")),
        "開く" => by_particle(here, ("を", "ひらく"), ("が", "あく")),
        "空い" => said("あい"),
        "来" if here.rest_begins(&["ら", "な", "よ", "ず", "さ"]) => said("こ"),
        "来ら" => said("こら"),
        "来" => said("き"),
        "止め" if here.behind_noun() => said("どめ"),
        "止め" | "止める" => Said::Unsure,
        _ => Said::Nothing,
    };
    if special != Said::Nothing {
        return special;
    }
    match single(here.written()) {
        Some(single) => {
            let after_time =
                here.before().is_some_and(|before| matches!(before.class, Class::Time | Class::Counter));
            let behind = here.behind_noun() && !(single.new_after_time && after_time);
            said(match (behind, here.before_noun()) {
                (true, _) => single.behind,
                (false, true) => single.before,
                (false, false) => single.alone,
            })
        }
        None => Said::Nothing,
    }
}

fn is_number(token: &Token) -> bool {
    token.class == Class::Number
}

/// The number that ends just before a word, and the words it is made of.
fn number_before(here: Here<'_>, at: usize) -> Option<(Number, usize)> {
    let last = here.token(at.checked_sub(1)?)?;
    let written = here.written_at(at.checked_sub(1)?);
    if matches!(written, "数" | "何") {
        return Some((numbers::parsed(written), at.checked_sub(1)?));
    }
    if last.origin == Origin::Unknown && written.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'Ⅰ'..='Ⅻ'))
    {
        return Some((Number::Other, at.checked_sub(1)?));
    }
    // Of 数百人 the dictionary takes 百 for a counter.
    let unit = |token: &Token| {
        token.class == Class::Counter
            && here.text.get(token.at.clone()).is_some_and(|written| "十百千万億".contains(written))
    };
    let before = here.tokens.get(..at)?.iter().rev();
    let numbers = before.take_while(|token| is_number(token) || unit(token)).count();
    let from = at.checked_sub(numbers).filter(|_| numbers > 0)?;
    let written = here.text.get(here.token(from)?.at.start..last.at.end)?;
    Some((numbers::parsed(written), from))
}

/// The reading of a counter behind a number, and of numerals in kanji before one.
pub(super) fn counted(here: Here<'_>) -> Option<Said> {
    if let Some((number, from)) = number_before(here, here.at) {
        let written = here.written();
        if let Some(said) = irregular(here, &number, from) {
            return Some(said);
        }
        if let Some(reading) = numbers::counter(&number, written) {
            return Some(said(reading));
        }
    }
    None
}

/// The run of numerals in kanji that begins here, with the counter behind it: its reading, and the word behind it.
pub(super) fn numerals(here: Here<'_>) -> Option<(Said, usize)> {
    let numeral = |token: &&Token| {
        is_number(token)
            && here
                .text
                .get(token.at.clone())
                .is_some_and(|written| written.chars().all(|c| "一二三四五六七八九十百千万".contains(c)))
    };
    let count = here.tokens.get(here.at..)?.iter().take_while(numeral).count();
    let behind = here.at + count;
    let written = here.text.get(
        here.token(here.at)?.at.start..here.token(behind.checked_sub(1).filter(|_| count > 0)?)?.at.end,
    )?;
    let counter = here.written_at(behind);
    let counter_here = here.moved_to(behind);
    let read = match counted(counter_here) {
        Some(Said::Reading(read)) => numbers::numerals(written, counter, &read),
        Some(Said::Unsure) => return Some((Said::Unsure, behind)),
        _ => numbers::numerals(written, "", ""),
    };
    Some((read.map_or(Said::Unsure, Said::Reading), behind))
}

/// Numbers whose counter depends on more than the number.
fn irregular(here: Here<'_>, number: &Number, from: usize) -> Option<Said> {
    let text = here.text.get(..here.token(from)?.at.start)?;
    let one = matches!(number, Number::Digits(digits) if digits == "1");
    let one_or_two = matches!(number, Number::Digits(digits) if digits == "1" || digits == "2");
    let between = |c: char| "〜～~、,・-−–".contains(c);
    let reach = text.strip_suffix(between).and_then(|text| text.chars().last()).is_some_and(|c| {
        c.is_ascii_digit() || ('０'..='９').contains(&c) || "一二三四五六七八九".contains(c)
    });
    let dated = text
        .trim_end_matches(|c: char| {
            between(c) || c.is_ascii_digit() || ('０'..='９').contains(&c) || c == '日'
        })
        .ends_with('月');
    match here.written() {
        // 三分の一, and minutes otherwise.
        "分" if here.rest().strip_prefix('の').is_some_and(begins_with_number) => Some(said("ぶん")),
        // ついたち cannot be parted; いちにち can.
        "日" if one && (dated || !one_day(here)) => Some(Said::Unsure),
        // 2〜3日 are にさんにち, 2〜3人 にさんにん; 1〜2人 may be either.
        "日" if reach && !dated => Some(said("にち")),
        "人" if one_or_two && reach => Some(Said::Unsure),
        _ => None,
    }
}

fn begins_with_number(text: &str) -> bool {
    text.chars().next().is_some_and(|c| {
        c.is_ascii_digit() || ('０'..='９').contains(&c) || "一二三四五六七八九十数何".contains(c)
    })
}

/// Whether 1日 is the length of a day and not the first of a month.
fn one_day(here: Here<'_>) -> bool {
    const LENGTH: &[&str] = &[
        "おき",
        "あたり",
        "当たり",
        "当り",
        "間",
        "目",
        "量",
        "中",
        "分",
        "以上",
        "以内",
        "ほど",
        "くらい",
        "ぐらい",
        "程度",
        "前",
        "後",
        "かけ",
        "半",
        "ごと",
        "毎",
        "の間",
        "だけ",
        "も",
        "単位",
        "平均",
        "総",
    ];
    let rest = here.rest();
    let rest = rest.trim_start_matches(' ');
    begins_with_number(rest)
        || here.rest_begins(LENGTH)
        || rest.strip_prefix('に').is_some_and(begins_with_number)
        || rest
            .strip_prefix('の')
            .is_some_and(|rest| ["間", "量", "摂", "う", "終", "中"].iter().any(|s| rest.starts_with(s)))
}

/// 何 before what is counted, and before the sounds d, t and n.
fn how_many(here: Here<'_>) -> bool {
    let next = here.rest().chars().next();
    next.is_some_and(|c| super::align::is_kanji(c) || "だでとのなヶヵカケ".contains(c))
        || here.rest_begins(&["らか", "か月", "か所", "か国", "か条", "か年", "つ", "ら", "て"])
}

/// 数 before what is counted: several.
fn counts(here: Here<'_>) -> bool {
    let counted = here.after().is_some_and(|after| {
        after.class == Class::Counter
            || numbers::counter(&Number::Several, here.written_at(here.at + 1)).is_some()
    });
    let unit = here
        .rest()
        .trim_start()
        .chars()
        .next()
        .is_some_and(|c| c == '%' || c == '％' || c.is_ascii_alphabetic());
    !here.behind_noun()
        && (counted
            || unit
            || here.rest_begins(&[
                "パーセント",
                "十",
                "百",
                "千",
                "万",
                "ミリ",
                "センチ",
                "キロ",
                "グラム",
                "メートル",
            ]))
}

fn person(here: Here<'_>) -> Said {
    match here.before() {
        // Names of countries that are not written in kanji: アメリカ人.
        Some(before)
            if before.class == Class::Place
                || here.before_written().ends_with('国')
                || (here.behind_noun() && here.before_written().chars().all(is_katakana)) =>
        {
            said("じん")
        }
        Some(before) if before.class != Class::Time && here.behind_noun() => said("にん"),
        _ => said("ひと"),
    }
}

fn day(here: Here<'_>) -> Said {
    let before = here.before();
    if before.is_some_and(|before| matches!(before.class, Class::Time | Class::Pronoun)) && here.behind_noun()
    {
        return Said::Nothing;
    }
    if !here.behind_noun() && here.after().is_some_and(is_number) {
        return said("にち");
    }
    Said::Nothing
}

/// 年 is ねん where it counts: 年1回, 年に2回.
fn year(here: Here<'_>) -> Said {
    let counts =
        begins_with_number(here.rest()) || here.rest().strip_prefix('に').is_some_and(begins_with_number);
    if counts && !here.behind_noun() { said("ねん") } else { Said::Nothing }
}

/// 中 is じゅう where the whole of something is meant.
fn within(here: Here<'_>) -> Said {
    const WHOLE: &[&str] = &[
        "世界", "日本", "国", "家", "体", "身体", "一日", "一年", "一晩", "今日", "今年", "町", "村", "部屋",
        "街", "全身",
    ];
    let one =
        |at: usize| matches!(number_before(here, at), Some((Number::Digits(digits), _)) if digits == "1");
    let before = here.before_written();
    let whole_count = matches!(before, "日" | "年" | "晩") && here.at.checked_sub(1).is_some_and(one);
    if WHOLE.contains(&before) || whole_count { said("じゅう") } else { Said::Nothing }
}

/// Words before の方 that speak of people.
const PEOPLE: &[&str] = &[
    "多く",
    "ほとんど",
    "家族",
    "一部",
    "以上",
    "未満",
    "以下",
    "すべて",
    "全て",
    "中",
    "高齢",
    "男性",
    "女性",
    "大勢",
    "代",
    "歳",
    "関係",
    "医療",
    "妊娠",
    "さん",
    "全員",
    "半数",
    "がん",
    "高齢者",
];

/// 方: a person, かた; a side or the better of two, ほう; a way to do something, かた.
fn way(here: Here<'_>) -> Said {
    let Some(before) = here.before() else { return Said::Unsure };
    let written = here.before_written();
    let ends = written.chars().last();
    // Only people are there, or take part.
    if here.rest_begins(&["がい", "がお", "が参加", "が受"]) {
        return said("かた");
    }
    let subject = here.rest_begins(&["が"]);
    let person = here.rest_begins(&[
        "は", "に", "も", "を", "の", "と", "、", "へ", "で", "など", "だけ", "。", "向け", "から",
    ]);
    match before.class {
        // 飲み方, 考え方: the stem of a verb; 受ける方 may be either before が.
        Class::Verb if ends.is_some_and(|end| !"るうくすつぬむぐぶ".contains(end)) => said("かた"),
        Class::Auxiliary if matches!(written, "た" | "ない" | "だ") && subject => said("ほう"),
        Class::Verb | Class::Auxiliary if person => said("かた"),
        Class::Adnominal if matches!(written, "この" | "その" | "あの") => said("かた"),
        Class::Particle if written == "の" => {
            let pronoun = here.at.checked_sub(2).and_then(|at| here.token(at));
            let pronoun = pronoun.is_some_and(|token| token.class == Class::Pronoun);
            let person = here.rest_begins(&["は", "に", "も", "を", "の", "と", "、", "など", "だけ", "。"]);
            let people = PEOPLE.contains(&here.at.checked_sub(2).map_or("", |at| here.written_at(at)));
            if people || (person && !pronoun) { said("かた") } else { Said::Unsure }
        }
        Class::Honorific => said("がた"),
        _ if written == "先生" => said("がた"),
        // A noun made of a verb: 使い方.
        Class::Noun | Class::Act if ends.is_some_and(is_hiragana) => said("かた"),
        _ => Said::Unsure,
    }
}

fn manner(here: Here<'_>) -> Said {
    if here.rest_begins(&["な", "に", "で"])
        && matches!(here.before_written(), "の" | "この" | "その" | "た" | "る")
    {
        return said("よう");
    }
    said("さま")
}

/// 下: under guidance か or もと, under a thing した.
fn below(here: Here<'_>) -> Said {
    const GUIDED: &[&str] = &["指導", "管理", "監督", "支援", "協力", "監視"];
    if here.behind_noun() {
        return said("か");
    }
    let led = here.at.checked_sub(2).map_or("", |at| here.written_at(at));
    if here.before_written() == "の" && GUIDED.contains(&led) { said("もと") } else { said("した") }
}
