//! Words of the document. Clinical labels come from the list in the domain; only words that name parts of the
//! page itself stand here.

use chrono::NaiveDate;
use entaku_domain::label::{Label, Language};
use entaku_domain::words::{WORDS, Word, Worded, word};

/// Stands where there is nothing to say.
pub const NOTHING: &str = "—";

/// Parts of the page, by key: Japanese, English.
const PARTS: &[(&str, &str, &str)] = &[
    ("matters", "主な所見", "Findings that matter"),
    ("quiet", "意義不明・意義の低い所見", "Findings of uncertain or low significance"),
    ("clinical", "患者・臨床情報", "Patient and clinical context"),
    ("specimen", "検体", "Specimen"),
    ("germline", "生殖細胞系列（二次的所見）", "Germline (secondary findings)"),
    ("responsibility", "確定と責任", "Finalisation and responsibility"),
    ("hidden", "検査会社の指定により表示しない値", "Not shown at the laboratory's request"),
    ("program", "作成プログラム", "Program"),
    ("format", "形式", "Format"),
    ("notes", "読込時の注意", "Notes while reading"),
    ("part", "区分", "Part"),
    ("subject", "項目", "Subject"),
    ("before", "前版", "Previous revision"),
    ("after", "本版", "This revision"),
    ("none", "（なし）", "(none)"),
    ("date", "日付", "Date"),
    ("name", "氏名", "Name"),
    ("institution", "所属施設", "Institution"),
    ("qualifications", "要件区分", "Requirement keys"),
    ("version", "版", "Version"),
    ("source", "出典", "Source"),
    ("by", "記録者", "Recorded by"),
    ("remark", "備考", "Remark"),
    ("bytes", "バイト", "bytes"),
    ("mode", "開催方法", "Mode"),
    ("judgement", "判断", "Judgement"),
    ("ageSex", "年齢・性別", "Age, sex"),
    ("patientAndId", "患者氏名・ID", "Patient, ID"),
    ("heldOn", "EP開催日", "Panel date"),
    ("tumour", "腫瘍", "tumour"),
    ("normal", "正常", "normal"),
    ("sampleKind", "種別", "Kind"),
    ("advice", "推奨・対応", "Advice"),
    ("caution", "注意", "Please note"),
    ("label", "名称", "Name"),
    ("notStatedHere", "本書に記載なし", "not stated in this report"),
    ("followUp", "生殖細胞系列の確認", "Germline follow-up"),
    ("noRecord", "判定の記録なし", "no judgement recorded"),
    ("noSummary", "まとめは記載されていません。", "No summary was entered."),
    ("noMeeting", "開催記録は入力されていません。", "No meeting was recorded."),
    ("requirement", "要件", "Requirement"),
    ("needed", "必要", "Needed"),
    ("filledBy", "充足する出席者", "Filled by"),
    ("result", "結果", "Result"),
    ("missing", "不足", "missing"),
    ("circumstances", "症例の条件", "Circumstances"),
    ("unsure", "原典で確認できていない項目", "Items not confirmed in a source"),
    ("noRecommendation", "推奨は記録されていません。", "No recommendation was recorded."),
    (
        "noMatters",
        "治療方針に関わると判定された所見はありません。",
        "No finding was judged to matter for treatment.",
    ),
    ("noGermline", "生殖細胞系列に関する判定の記録はありません。", "No germline judgement was recorded."),
    ("glossary", "用語", "Glossary"),
    ("evaluation", "薬物療法の評価と推奨", "Evaluation of drugs, recommendations"),
    (
        "changesInFull",
        "全文は「前版からの変更点」に記載しています。",
        "In full under “Changes from the previous revision”.",
    ),
    ("textsChanged", "文章の変更", "Texts changed"),
    ("noChange", "前版と異なる記載はありません。", "Nothing is said otherwise than before."),
    ("asOf", "時点", "as of"),
    ("alleleFrequency", "アレル頻度", "allele frequency"),
];

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    language: Language,
}

impl Words {
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    pub fn language(self) -> Language {
        self.language
    }

    pub fn japanese(self) -> bool {
        self.language == Language::Ja
    }

    /// One of two wordings.
    pub fn either(self, ja: &'static str, en: &'static str) -> &'static str {
        if self.japanese() { ja } else { en }
    }

    /// One of two wordings that were put together.
    pub fn either_with(self, ja: String, en: String) -> String {
        if self.japanese() { ja } else { en }
    }

    /// Which issue of a document: 第1号, issue 1; none for a draft.
    pub fn issue(self, number: u32) -> String {
        match (number, self.japanese()) {
            (0, _) => String::new(),
            (number, true) => format!("第{number}号"),
            (number, false) => format!("Issue {number}"),
        }
    }

    /// A date as it is said: 2026年11月22日, 22 November 2026.
    pub fn long_day(self, day: NaiveDate) -> String {
        use chrono::Datelike;
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        if self.japanese() {
            format!("{}年{}月{}日", day.year(), day.month(), day.day())
        } else {
            let month = MONTHS.get(day.month0() as usize).copied().unwrap_or_default();
            format!("{} {month} {}", day.day(), day.year())
        }
    }

    /// A label of the domain, as it stands in a sentence.
    pub fn of(self, key: &str) -> &'static str {
        word(key).get(self.language)
    }

    /// A label of the domain under a key made from a code, when there is one.
    pub fn maybe(self, key: &str) -> Option<&'static str> {
        WORDS.iter().find(|word| word.key == key).map(|word| word.get(self.language))
    }

    /// A label of the domain, as it heads something.
    pub fn head(self, key: &str) -> String {
        capital(self.of(key))
    }

    /// The word of a value.
    pub fn value(self, value: &impl Worded) -> &'static str {
        let word: Word = value.label();
        word.get(self.language)
    }

    /// Words kept in both languages.
    pub fn said(self, label: &Label) -> &str {
        label.get(self.language)
    }

    /// A part of the page.
    pub fn part(self, key: &str) -> &'static str {
        let found = PARTS.iter().find(|(known, _, _)| *known == key);
        found.map_or(NOTHING, |(_, ja, en)| if self.japanese() { ja } else { en })
    }

    /// A revision: 第2版, revision 2.
    pub fn revision(self, number: u32) -> String {
        if self.japanese() { format!("第{number}版") } else { format!("Revision {number}") }
    }

    /// A label and what belongs to it: 状況：紹介済, Status: referred.
    pub fn pair(self, label: &str, value: &str) -> String {
        if self.japanese() { format!("{label}：{value}") } else { format!("{label}: {value}") }
    }

    /// A number of items: 3件, 3.
    pub fn count(self, number: usize) -> String {
        if self.japanese() { format!("{number}件") } else { number.to_string() }
    }

    /// A number of people: 2名, 2.
    pub fn people(self, number: u32) -> String {
        if self.japanese() { format!("{number}名") } else { number.to_string() }
    }

    /// A heading with the number of what stands under it: 塩基置換・挿入・欠失 3件, Short variants (3).
    pub fn counted(self, heading: &str, number: usize) -> String {
        if self.japanese() { format!("{heading} {number}件") } else { format!("{heading} ({number})") }
    }

    /// A date in the one form of all documents.
    pub fn day(self, day: Option<NaiveDate>) -> String {
        day.map_or_else(|| NOTHING.to_owned(), |day| day.format("%Y-%m-%d").to_string())
    }

    /// What no figure shows, with the number of those not named here.
    pub fn not_drawn(self, names: &[String], more: usize) -> String {
        crate::figure::not_drawn(self.language, names, more)
    }

    /// Before a point of a list.
    pub fn point(self) -> &'static str {
        self.either("・", "• ")
    }

    /// Between the items of a list in a sentence.
    pub fn comma(self) -> &'static str {
        if self.japanese() { "、" } else { ", " }
    }
}

pub fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Katakana as hiragana, for readings above kanji; other signs stay.
pub fn hiragana(kana: &str) -> String {
    kana.chars()
        .map(|c| match c {
            'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_stands_once_in_both_languages() {
        let mut seen = std::collections::BTreeSet::new();
        for (key, ja, en) in PARTS {
            assert!(seen.insert(key), "{key} stands twice");
            assert!(!ja.is_empty() && !en.is_empty(), "{key} lacks a language");
        }
    }

    #[test]
    fn every_key_used_in_this_folder_is_known() {
        let sources = [
            include_str!("panel/summary.rs"),
            include_str!("panel/clinical.rs"),
            include_str!("panel/findings.rs"),
            include_str!("panel/verdicts.rs"),
            include_str!("panel/recommendations.rs"),
            include_str!("panel/referrals.rs"),
            include_str!("panel/germline.rs"),
            include_str!("panel/glossary.rs"),
            include_str!("panel/meeting.rs"),
            include_str!("quorum.rs"),
            include_str!("omission.rs"),
            include_str!("panel/sources.rs"),
            include_str!("panel/responsibility.rs"),
            include_str!("furniture.rs"),
            include_str!("panel/mod.rs"),
            include_str!("patient/mod.rs"),
            include_str!("letter.rs"),
            include_str!("meeting/mod.rs"),
            include_str!("meeting/minutes.rs"),
            include_str!("meeting/agenda.rs"),
        ];
        let words = Words::new(Language::En);
        let keys = |source: &'static str, call: &'static str| {
            source.split(call).skip(1).filter_map(|rest| rest.split('"').next()).collect::<Vec<_>>()
        };
        for source in sources {
            for key in keys(source, ".part(\"") {
                assert_ne!(words.part(key), NOTHING, "{key} is no part");
            }
            for call in [".of(\"", ".head(\""] {
                for key in keys(source, call) {
                    assert_ne!(words.of(key), word("no such key").get(Language::En), "{key} is no word");
                }
            }
        }
    }
}
