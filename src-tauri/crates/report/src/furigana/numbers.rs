//! Numbers with counters: how a counter sounds after its number (3本 ぼん, 10分 ぷん, 1人 り), and how numerals in kanji
//! sound before it (一回 いっ かい). A digit carries no kana; where number and counter have grown into one word, the kanji
//! carries what of that word is left without the digit (2人 ふた・り, 5日 いつ・か), or nothing where it cannot be parted
//! (1日 ついたち).

/// The number before a counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// In digits or kanji, as digits.
    Digits(String),
    /// 数: several.
    Several,
    /// 何: how many.
    HowMany,
    /// Letters, as in III期; or digits that are no whole number.
    Other,
}

/// How the beginning of a counter changes: after 3 and 何, and after 1, 6, 8 and 10.
struct Counter {
    written: &'static str,
    plain: &'static str,
    after_three: &'static str,
    after_one: &'static str,
}

const fn c(written: &'static str, plain: &'static str) -> Counter {
    Counter { written, plain, after_three: plain, after_one: plain }
}

const fn h(
    written: &'static str,
    plain: &'static str,
    after_three: &'static str,
    after_one: &'static str,
) -> Counter {
    Counter { written, plain, after_three, after_one }
}

#[rustfmt::skip]
const COUNTERS: &[Counter] = &[
    h("本", "ほん", "ぼん", "ぽん"), h("匹", "ひき", "びき", "ぴき"), h("杯", "はい", "ばい", "ぱい"),
    h("分", "ふん", "ぷん", "ぷん"), h("泊", "はく", "ぱく", "ぱく"), h("発", "はつ", "ぱつ", "ぱつ"),
    h("版", "はん", "ぱん", "ぱん"), h("包", "ほう", "ぽう", "ぽう"), h("歩", "ほ", "ぽ", "ぽ"),
    h("拍", "はく", "ぱく", "ぱく"), h("品目", "ひんもく", "ぴんもく", "ぴんもく"), h("分間", "ふんかん", "ぷんかん", "ぷんかん"),
    h("階", "かい", "がい", "かい"), h("軒", "けん", "げん", "けん"), h("足", "そく", "ぞく", "そく"),
    c("人", "にん"), c("名", "めい"), c("歳", "さい"), c("才", "さい"), c("歳代", "さいだい"), c("代", "だい"),
    c("回", "かい"), c("回目", "かいめ"), c("度", "ど"), c("度目", "どめ"), c("例", "れい"), c("件", "けん"),
    c("個", "こ"), c("個所", "かしょ"), c("箇所", "かしょ"), c("か所", "かしょ"), c("カ所", "かしょ"), c("ヶ所", "かしょ"), c("ヵ所", "かしょ"),
    c("ケ所", "かしょ"), c("か月", "かげつ"), c("カ月", "かげつ"), c("ヶ月", "かげつ"), c("ヵ月", "かげつ"), c("ケ月", "かげつ"),
    c("箇月", "かげつ"), c("か年", "かねん"), c("カ年", "かねん"), c("か国", "かこく"), c("カ国", "かこく"), c("ヶ国", "かこく"),
    c("か条", "かじょう"), c("箇条", "かじょう"),
    c("か月間", "かげつかん"), c("カ月間", "かげつかん"), c("ヶ月間", "かげつかん"), c("ヵ月間", "かげつかん"),
    c("年", "ねん"), c("年間", "ねんかん"), c("年目", "ねんめ"), c("年度", "ねんど"), c("年生", "ねんせい"), c("月", "がつ"),
    c("週", "しゅう"), c("週間", "しゅうかん"), c("週目", "しゅうめ"), c("日", "にち"), c("日間", "にちかん"), c("日目", "にちめ"),
    c("時", "じ"), c("時間", "じかん"), c("時半", "じはん"), c("秒", "びょう"), c("秒間", "びょうかん"), c("晩", "ばん"),
    c("種類", "しゅるい"), c("種", "しゅ"), c("倍", "ばい"), c("倍体", "ばいたい"), c("割", "わり"), c("錠", "じょう"), c("滴", "てき"), c("枚", "まい"), c("台", "だい"),
    c("床", "しょう"), c("章", "しょう"), c("項", "こう"), c("条", "じょう"), c("号", "ごう"), c("番", "ばん"), c("番目", "ばんめ"),
    c("位", "い"), c("点", "てん"), c("段階", "だんかい"), c("施設", "しせつ"), c("型", "がた"), c("期", "き"), c("相", "そう"), c("群", "ぐん"),
    c("次", "じ"), c("次元", "じげん"), c("世代", "せだい"), c("通り", "とおり"), c("組", "くみ"), c("人分", "にんぶん"), c("人目", "にんめ"), c("単位", "たんい"),
    c("塩基", "えんき"), c("塩基対", "えんきつい"), c("番染色体", "ばんせんしょくたい"), c("行", "ぎょう"), c("行目", "ぎょうめ"), c("列目", "れつめ"), c("列", "れつ"), c("字", "じ"), c("文字", "もじ"),
    c("円", "えん"), c("万円", "まんえん"), h("千円", "せんえん", "ぜんえん", "せんえん"), c("万", "まん"), c("億", "おく"), h("千", "せん", "ぜん", "せん"), h("百", "ひゃく", "びゃく", "ぴゃく"), c("十", "じゅう"),
    c("周", "しゅう"), c("周期", "しゅうき"), c("剤", "ざい"), c("価", "か"), c("重", "じゅう"), c("桁", "けた"), c("冊", "さつ"), c("部", "ぶ"), c("問", "もん"), c("校", "こう"),
    c("家族", "かぞく"), c("世帯", "せたい"), c("親等", "しんとう"), c("級", "きゅう"), c("等", "とう"), c("等級", "とうきゅう"), c("病院", "びょういん"),
    c("遺伝子", "いでんし"), c("項目", "こうもく"), c("症例", "しょうれい"), c("検体", "けんたい"), c("人部屋", "にんべや"), c("膳", "ぜん"), c("頁", "ぺーじ"), c("対", "たい"),
    c("審", "しん"), c("報", "ほう"), c("年代", "ねんだい"), c("月号", "がつごう"), c("半期", "はんき"), c("限", "げん"), c("塩", "えん"), c("量体", "りょうたい"), c("因子", "いんし"),
];

/// What counters are tried after a number, by the beginning of a text.
pub(super) fn counters_at(text: &str) -> impl Iterator<Item = &'static str> {
    COUNTERS.iter().map(|counter| counter.written).filter(move |written| text.starts_with(written))
}

/// How a counter is read after a number; `None` for what is no counter, `Some("")` where nobody can tell.
pub(super) fn counter(number: &Number, written: &str) -> Option<&'static str> {
    if written.starts_with('日')
        && let Some(days) = days(number, written)
    {
        return Some(days);
    }
    if let (Number::Digits(digits), "人" | "人目" | "人分") = (number, written)
        && matches!(digits.as_str(), "1" | "2")
    {
        return Some(match written {
            "人目" => "りめ",
            "人分" => "りぶん",
            _ => "り",
        });
    }
    let counter = COUNTERS.iter().find(|counter| counter.written == written)?;
    Some(match number {
        Number::Digits(digits) => match sound(digits) {
            Sound::Three => counter.after_three,
            Sound::One => counter.after_one,
            // 4 leaves most counters as they are: よんほん, but よんぷん.
            Sound::Four if matches!(written, "分" | "分間") => counter.after_one,
            Sound::Four | Sound::Plain => counter.plain,
        },
        Number::HowMany => counter.after_three,
        Number::Several if written == "日" => "じつ",
        Number::Several | Number::Other => counter.plain,
    })
}

/// Days from the second to the tenth, the 14th, 20th and 24th end in か; the first cannot be parted.
fn days(number: &Number, written: &str) -> Option<&'static str> {
    let Number::Digits(digits) = number else { return None };
    let ends_in_ka =
        matches!(digits.as_str(), "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "14" | "20" | "24");
    match written {
        "日" if ends_in_ka => Some("か"),
        "日間" if ends_in_ka => Some("かかん"),
        "日目" if ends_in_ka => Some("かめ"),
        _ => None,
    }
}

enum Sound {
    One,
    Three,
    Four,
    Plain,
}

/// The last sound of a number as spoken.
fn sound(digits: &str) -> Sound {
    let zeros = digits.chars().rev().take_while(|digit| *digit == '0').count();
    let last = digits.chars().rev().nth(zeros);
    match (zeros, last) {
        (_, None) => Sound::Plain,
        (0, Some('1' | '6' | '8')) | (1 | 2, _) => Sound::One,
        (0, Some('3')) | (3..=7, _) => Sound::Three,
        (0, Some('4')) => Sound::Four,
        _ => Sound::Plain,
    }
}

/// The number that digits or kanji numerals write; [`Number::Other`] for what is not whole.
pub(super) fn parsed(text: &str) -> Number {
    match text {
        "数" => return Number::Several,
        "何" => return Number::HowMany,
        _ => {}
    }
    let half = |c: char| match c {
        '０'..='９' => u32::from(c).checked_sub(u32::from('０') - 0x30).and_then(char::from_u32),
        '0'..='9' => Some(c),
        ',' | '，' => None,
        _ => Some('?'),
    };
    let digits: String = text.chars().filter_map(half).collect();
    if !digits.is_empty() && !digits.contains('?') {
        return Number::Digits(digits);
    }
    // Of a broken number only the last digit is spoken before the counter.
    let fraction = text.rsplit(['.', '．']).next().filter(|_| text.contains(['.', '．']));
    if let Some(last) = fraction.and_then(|digits| digits.chars().last()).and_then(half).filter(|c| *c != '?')
    {
        return if last == '0' { Number::Other } else { Number::Digits(format!("00{last}")) };
    }
    // 数百, 何千: the unit speaks.
    let text = text.strip_prefix(['数', '何']).unwrap_or(text);
    value(text).map_or(Number::Other, |value| Number::Digits(value.to_string()))
}

/// The value of a number below 一億 in kanji.
fn value(text: &str) -> Option<u64> {
    let (mut whole, mut thousands, mut digit) = (0u64, 0u64, None);
    for c in text.chars() {
        if let Some(value) = "〇一二三四五六七八九".chars().position(|numeral| numeral == c) {
            if digit.is_some() {
                return None;
            }
            digit = u64::try_from(value).ok();
            continue;
        }
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => {
                whole = (thousands + digit.take().unwrap_or(0)).max(1) * 10_000;
                thousands = 0;
                continue;
            }
            _ => return None,
        };
        thousands += digit.take().unwrap_or(1) * unit;
    }
    Some(whole + thousands + digit.unwrap_or(0)).filter(|value| *value < 100_000_000)
}

/// How numerals in kanji are read, before a counter that is read so (empty: without one).
pub(super) fn numerals(text: &str, counter_written: &str, counter_read: &str) -> Option<String> {
    match (text, counter_written) {
        ("一", "人" | "人目" | "人分") => return Some("ひと".to_owned()),
        ("二", "人" | "人目" | "人分") => return Some("ふた".to_owned()),
        ("一", "通り" | "組" | "晩") => return Some("ひと".to_owned()),
        ("二", "通り" | "組" | "晩") => return Some("ふた".to_owned()),
        _ => {}
    }
    if counter_written.starts_with('日') && counter_read.starts_with('か') {
        return day(text).map(str::to_owned);
    }
    let mut read = String::new();
    let mut digit: Option<char> = None;
    for c in text.chars() {
        if "〇一二三四五六七八九".contains(c) {
            if let Some(before) = digit.replace(c) {
                read.push_str(plain_digit(before));
            }
            continue;
        }
        let before = digit.take();
        let spoken = match (before, c) {
            (None | Some('一'), '十') => "じゅう",
            (None | Some('一'), '百') => "ひゃく",
            (Some('三'), '百') => "さんびゃく",
            (Some('六'), '百') => "ろっぴゃく",
            (Some('八'), '百') => "はっぴゃく",
            (None | Some('一'), '千') => "せん",
            (Some('三'), '千') => "さんぜん",
            (Some('八'), '千') => "はっせん",
            (Some(digit), '十' | '百' | '千' | '万' | '億') => {
                read.push_str(plain_digit(digit));
                unit(c)
            }
            (None, '万' | '億') => unit(c),
            _ => return None,
        };
        read.push_str(spoken);
    }
    if let Some(last) = digit {
        let special = match (last, counter_written.chars().next()) {
            ('四', Some('人' | '年' | '時' | '日' | '円')) => "よ",
            ('四', Some('月')) => "し",
            ('七', Some('月' | '時')) => "しち",
            ('九', Some('月' | '時')) => "く",
            _ => plain_digit(last),
        };
        read.push_str(special);
    }
    Some(joined(read, counter_read))
}

fn day(text: &str) -> Option<&'static str> {
    Some(match text {
        "二" => "ふつ",
        "三" => "みっ",
        "四" => "よっ",
        "五" => "いつ",
        "六" => "むい",
        "七" => "なの",
        "八" => "よう",
        "九" => "ここの",
        "十" => "とお",
        "二十" => "はつ",
        "十四" => "じゅうよっ",
        "二十四" => "にじゅうよっ",
        _ => return None,
    })
}

fn plain_digit(digit: char) -> &'static str {
    match digit {
        '一' => "いち",
        '二' => "に",
        '三' => "さん",
        '四' => "よん",
        '五' => "ご",
        '六' => "ろく",
        '七' => "なな",
        '八' => "はち",
        '九' => "きゅう",
        _ => "れい",
    }
}

fn unit(c: char) -> &'static str {
    match c {
        '十' => "じゅう",
        '百' => "ひゃく",
        '千' => "せん",
        '万' => "まん",
        _ => "おく",
    }
}

/// The end of a number as it sounds before its counter: いち, かい → いっ.
fn joined(mut read: String, counter: &str) -> String {
    const K: &str = "かきくけこ";
    const P: &str = "ぱぴぷぺぽ";
    const ST: &str = "さしすせそたちつてと";
    let begins = |sounds: &str| counter.chars().next().is_some_and(|first| sounds.contains(first));
    let endings: [(&str, &str, bool); 5] = [
        ("いち", "いっ", begins(K) || begins(P) || begins(ST)),
        ("はち", "はっ", begins(K) || begins(P) || begins(ST)),
        ("じゅう", "じゅっ", begins(K) || begins(P) || begins(ST)),
        ("ろく", "ろっ", begins(K) || begins(P)),
        ("ひゃく", "ひゃっ", begins(K) || begins(P)),
    ];
    for (end, changed, holds) in endings {
        if holds && read.ends_with(end) {
            read.truncate(read.len().saturating_sub(end.len()));
            read.push_str(changed);
            break;
        }
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(number: &str, written: &str) -> &'static str {
        counter(&parsed(number), written).expect("a counter")
    }

    #[test]
    fn counters_sound_as_their_number_asks() {
        let table = [
            ("1", "り"),
            ("2", "り"),
            ("3", "にん"),
            ("5", "にん"),
            ("11", "にん"),
            ("数", "にん"),
            ("何", "にん"),
        ];
        for (number, said) in table {
            assert_eq!(read(number, "人"), said, "{number}人");
        }
        for (number, said) in [
            ("1", "ぽん"),
            ("2", "ほん"),
            ("3", "ぼん"),
            ("4", "ほん"),
            ("6", "ぽん"),
            ("10", "ぽん"),
            ("13", "ぼん"),
            ("１００", "ぽん"),
            ("1,000", "ぼん"),
            ("数", "ほん"),
            ("何", "ぼん"),
            ("三", "ぼん"),
            ("十", "ぽん"),
        ] {
            assert_eq!(read(number, "本"), said, "{number}本");
        }
        for (number, said) in
            [("5", "ふん"), ("4", "ぷん"), ("10", "ぷん"), ("15", "ふん"), ("30", "ぷん"), ("何", "ぷん")]
        {
            assert_eq!(read(number, "分"), said, "{number}分");
        }
        for (number, said) in
            [("2", "か"), ("14", "か"), ("12", "にち"), ("24", "か"), ("31", "にち"), ("数", "じつ")]
        {
            assert_eq!(read(number, "日"), said, "{number}日");
        }
        assert_eq!(counter(&parsed("3"), "蓋"), None, "no counter");
    }

    #[test]
    fn numerals_in_kanji_sound_as_their_counter_asks() {
        let whole = |number: &str, written: &str| {
            let counter = read(number, written);
            numerals(number, written, counter).expect("a number") + counter
        };
        for (number, written, said) in [
            ("一", "回", "いっかい"),
            ("三", "本", "さんぼん"),
            ("六", "か月", "ろっかげつ"),
            ("十", "歳", "じゅっさい"),
            ("二十", "日", "はつか"),
            ("四", "人", "よにん"),
            ("一", "人", "ひとり"),
            ("三百", "円", "さんびゃくえん"),
            ("八", "週間", "はっしゅうかん"),
            ("七", "時", "しちじ"),
            ("十二", "種類", "じゅうにしゅるい"),
            ("二", "通り", "ふたとおり"),
        ] {
            assert_eq!(whole(number, written), said, "{number}{written}");
        }
        assert_eq!(value("一万二千三百四十五"), Some(12345));
        assert_eq!(value("一二"), None, "digit beside digit is no number of this kind");
    }
}
