//! Japanese words of a site's own list in the English of knowledge bases, so that one reader serves both.

/// Longer words first: a part of a word must not be read before the whole.
const WORDS: [(&str, &str); 34] = [
    ("高頻度マイクロサテライト不安定性", " MSI High "),
    ("マイクロサテライト不安定性", " MSI "),
    ("腫瘍遺伝子変異量", " TMB "),
    ("ミスマッチ修復機能欠損", " dMMR "),
    ("融合遺伝子", " Fusion "),
    ("遺伝子融合", " Fusion "),
    ("ホモ欠失", " Homozygous Deletion "),
    ("コピー数減少", " Loss "),
    ("コピー数増加", " Gain "),
    ("コピー数変化", " Copy Number Variation "),
    ("エクソン", " Exon "),
    ("スキッピング", " Skipping "),
    ("スキップ", " Skipping "),
    ("フレームシフト", " Frameshift "),
    ("ナンセンス", " Nonsense "),
    ("ミスセンス", " Missense "),
    ("スプライス", " Splice "),
    ("機能喪失", " Loss-of-function "),
    ("機能獲得", " Gain-of-function "),
    ("活性化", " Activating "),
    ("不活化", " Inactivating "),
    ("過剰発現", " Overexpression "),
    ("プロモーター", " Promoter "),
    ("野生型", " Wildtype "),
    ("再構成", " Rearrangement "),
    ("転座", " Rearrangement "),
    ("増幅", " Amplification "),
    ("挿入", " Insertion "),
    ("欠失", " Deletion "),
    ("融合", " Fusion "),
    ("高値", " High "),
    ("遺伝子", " "),
    ("変異", " Mutation "),
    ("型", " "),
];

/// With its Japanese words in English; none where it has none.
pub(super) fn in_english(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut english = text.to_owned();
    for (word, meaning) in WORDS {
        english = english.replace(word, meaning);
    }
    (english != text).then(|| english.split_whitespace().collect::<Vec<_>>().join(" "))
}
