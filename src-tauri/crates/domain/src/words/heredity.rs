//! Words that name heredity. Where the patient has not asked to be told, people's own words are searched for them: a text
//! that says "Lynch syndrome" tells as much as one that names the gene. Found are all spellings: kana, width, case, with or
//! without a middle dot or hyphen.
//!
//! Too many is meant: a person can state that a text is not about this patient, nobody can take back what was printed.

use unicode_normalization::UnicodeNormalization;

/// Version of the list.
pub const VERSION: &str = "2026-11-29";
/// Where it comes from: names of hereditary tumour syndromes as in the secondary findings lists of AMED 小杉班 (2021) and ACMG
/// SF v3, the terms of the guidance on cancer gene panel tests, and the words in which hospitals speak of them.
pub const SOURCE: &str =
    "小杉班 二次的所見開示対象遺伝子リスト（2021）, ACMG SF v3, がん遺伝子パネル検査ガイダンス";

/// Found anywhere in a text, in the spelling that [`dense`] gives.
const ANYWHERE: &[&str] = &[
    // The matter itself.
    "生殖細胞",
    "胚細胞系列",
    "二次的所見",
    "二次的な所見",
    "二次所見",
    "偶発的所見",
    "偶発所見",
    "確認検査",
    "確認の検査",
    "シングルサイト",
    "発端者",
    "保因者",
    "未発症",
    "家系",
    "血縁",
    "家族性",
    "生まれつき",
    "先天",
    "親から受け継",
    "リスク低減",
    "予防切除",
    "予防的切除",
    "germline",
    "heredit",
    "inherited",
    "inheritance",
    "secondaryfinding",
    "incidentalfinding",
    "geneticcounsel",
    "familial",
    "confirmatorytest",
    "confirmingtest",
    "singlesite",
    "riskreducing",
    "pedigree",
    "atriskrelative",
    "carrierstatus",
    // Syndromes.
    "リンチ",
    "リー・フラウメニ",
    "リフラウメニ",
    "カウデン",
    "コーデン",
    "ポイツ・イェガース",
    "ポイツ・ジェガース",
    "ポリポーシス",
    "多発性内分泌腫瘍",
    "内分泌腫瘍症",
    "フォン・ヒッペル",
    "フォンヒッペル",
    "ヒッペル・リンドウ",
    "神経線維腫症",
    "結節性硬化症",
    "バート・ホッグ・デュベ",
    "ゴーリン",
    "基底細胞母斑",
    "母斑基底細胞",
    "ファンコニ",
    "毛細血管拡張性運動失調",
    "ブルーム症候群",
    "ウェルナー症候群",
    "色素性乾皮症",
    "ターコット",
    "ガードナー症候群",
    "褐色細胞腫・パラガングリオーマ症候群",
    "パラガングリオーマ症候群",
    "ライミート",
    "体質性ミスマッチ",
    "先天性ミスマッチ",
    "lynch",
    "lifraumeni",
    "cowden",
    "peutzjeghers",
    "polyposis",
    "multipleendocrineneoplasia",
    "vonhippel",
    "neurofibromatosis",
    "tuberoussclerosis",
    "birthoggdub",
    "gorlin",
    "fanconi",
    "ataxiatelangiectasia",
    "bloomsyndrome",
    "wernersyndrome",
    "xerodermapigmentosum",
    "turcot",
    "gardnersyndrome",
    "paragangliomasyndrome",
    "constitutionalmismatch",
];

/// Abbreviations, found where they stand by themselves. No symbol of a gene: the tumour may have that gene changed too, and
/// the genes of what is withheld are looked for by themselves.
const ALONE: &[&str] = &[
    "pgpv", "pgv", "gpv", "hboc", "lfs", "fap", "afap", "hnpcc", "cmmrd", "men2a", "men2b", "pjs", "fammm",
    "hdgc", "hlrcc", "rrso",
];

/// A text in one spelling: compatibility forms (width), small letters, hiragana as katakana, without spaces, dots and hyphens.
fn dense(text: &str) -> String {
    spelled(text).filter(|c| !is_between(*c)).collect()
}

fn spelled(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfkc().flat_map(char::to_lowercase).map(|c| match c {
        'ぁ'..='ゖ' => char::from_u32(u32::from(c) + 0x60).unwrap_or(c),
        other => other,
    })
}

fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '・' | '･'
                | '-'
                | '‐'
                | '‑'
                | '‒'
                | '–'
                | '—'
                | '='
                | '＝'
                | '゠'
                | '\''
                | '’'
                | '.'
                | '/'
        )
}

/// The words of heredity that a text holds, each once, in the list's spelling.
pub fn named_in(text: &str) -> Vec<String> {
    let whole = dense(text);
    let mut named: Vec<String> = Vec::new();
    let mut add = |word: &str| {
        // Of "遺伝性" and "遺伝性乳癌" the longer one says more.
        if !named.iter().any(|known| known.contains(word)) {
            named.push(word.to_owned());
        }
    };
    let as_written: String = text.nfkc().filter(|c| !is_between(*c)).collect();
    of_heredity(&as_written).iter().for_each(|word| add(word));
    for term in ANYWHERE {
        if whole.contains(&dense(term)) {
            add(term);
        }
    }
    let spelled: String = spelled(text).collect();
    let words = spelled.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        if ALONE.contains(&word) {
            add(&word.to_ascii_uppercase());
        }
    }
    named
}

/// "遺伝" wherever it is not the beginning of "遺伝子" or "遺伝情報", with the kanji and katakana that follow.
fn of_heredity(text: &str) -> Vec<String> {
    let joined = |c: &char| matches!(c, '一'..='龠' | '々' | 'ァ'..='ヶ' | 'ー');
    let mut found = Vec::new();
    for word in ["遺伝", "いでん", "イデン"] {
        for (at, _) in text.match_indices(word) {
            let after = text.get(at + word.len()..).unwrap_or_default();
            let other = ["子", "し", "シ", "情報", "じょうほう", "ジョウホウ"]
                .iter()
                .any(|end| after.starts_with(end));
            if !other {
                found.push(word.chars().chain(after.chars().take_while(joined).take(12)).collect());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_matter_of_heredity_is_found() {
        for text in [
            "リー・フラウメニ症候群（生殖細胞系列）を疑う。",
            "ﾘｰ･ﾌﾗｳﾒﾆ症候群",
            "りーふらうめに",
            "Li–Fraumeni syndrome",
            "LI FRAUMENI",
            "ＬＦＳを考える",
            "リンチ症候群",
            "Lynch",
            "二次的所見あり",
            "二次的\n所見",
            "遺伝性腫瘍",
            "遺伝カウンセリングを勧める",
            "遺伝的な背景",
            "いでんの可能性",
            "家系内に",
            "確認検査を推奨",
            "ＨＢＯＣ",
            "germ-line",
            "Germline variant",
            "secondary findings",
            "familial cancer",
            "PGPV",
        ] {
            assert!(!named_in(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_speaks_of_the_tumour_alone_is_not_found() {
        for text in [
            "EGFR p.Leu858Argに対しオシメルチニブを推奨。",
            "がん遺伝子パネル検査の結果",
            "遺伝子増幅",
            "いでんし",
            "ウイルスの遺伝情報が見つかりました",
            "腫瘍細胞割合 60%",
            "mapped reads; the FAPI scan",
            "a maple leaf; Menlo Park",
            "治療選択に関わる変化",
        ] {
            assert_eq!(named_in(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn the_word_is_named_with_what_belongs_to_it() {
        assert_eq!(named_in("遺伝カウンセリングを勧める"), ["遺伝カウンセリング"]);
        assert_eq!(named_in("遺伝性乳癌卵巣癌症候群（HBOC）"), ["遺伝性乳癌卵巣癌症候群", "HBOC"]);
    }
}
