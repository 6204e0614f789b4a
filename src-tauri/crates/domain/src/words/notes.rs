//! What each note of an intake means, by its code, in Japanese. The English stands in the note itself, where it can be
//! more exact; screens and paper say the Japanese first and show what was found beside it.

/// Code of a note and its meaning.
const NOTES: &[(&str, &str)] = &[
    ("allele-case", "塩基が小文字で書かれています。大文字として読み取りました。"),
    ("alt-is-ref", "変異アレルが参照アレルと同じため、除外しました。"),
    ("annotation-allele", "注釈のアレルが変異アレルと対応しません。注釈は原文のまま保存しています。"),
    ("annotation-header", "注釈の項目順がヘッダーから読み取れません。注釈は原文のまま保存しています。"),
    ("bad-allele", "アレルに使えない文字があります。検査会社に確認してください。"),
    ("bad-alt", "変異アレルの書き方が規格に合いません。除外しました。"),
    ("bad-change", "変化の記載が読み取れません。原文のまま保存し、検索には使いません。"),
    ("bad-chrom", "染色体名が読み取れません。除外しました。"),
    ("bad-chromosome", "染色体名が読み取れません。原文のまま保存し、位置には使いません。"),
    ("bad-exon-range", "エクソンの範囲が2つの数ではありません。原文のまま保存しました。"),
    ("bad-filter", "FILTERの書き方が規格に合いません。フィルターなしとして読み取りました。"),
    ("bad-gene", "遺伝子名が読み取れません。原文のまま保存しました。"),
    ("bad-gene-pair", "融合遺伝子の組が読み取れません。原文のまま保存しました。"),
    ("bad-pos", "位置が読み取れません。除外しました。"),
    ("bad-qual", "QUALが数値ではありません。原文のまま保存しました。"),
    ("bad-ref", "参照アレルに使えない文字があります。除外しました。"),
    (
        "beyond-a-case",
        "1症例に読み込める所見数を超えています。読み込むと超えた分は除外し（tooMany）、原本には残ります。報告対象の部分だけのファイルを検査会社に依頼してください。",
    ),
    ("breakend-count", "切断点は2つのはずです。読み取れたものだけを使います。"),
    ("build-conflict", "ゲノムビルドの記載が互いに矛盾しています。検査会社に確認してください。"),
    (
        "build-unknown",
        "ゲノムビルドの記載がありません。位置は、ビルドがなければ意味を持ちません。読み込むときに指定してください。",
    ),
    ("chromosome-number", "染色体が番号（23・24）で書かれています。X・Yとして読み取りました。"),
    ("chromosome-prefix", "染色体名に chr が付いています。規格どおり、付けずに読み取りました。"),
    ("column-names", "列の見出しが規格と異なります。規格の順として読み取りました。"),
    (
        "columns-shifted",
        "値が見出しより1列左にずれています。値の語から本来の列を判断して読み取り、原文も保存しました。検査会社に確認してください。",
    ),
    ("control-character", "文字列に制御文字があります。取り除いて表示します。"),
    ("duplicate-column", "同じ見出しの列が2つ以上あります。最初の列を使い、ほかは原文のまま保存しました。"),
    (
        "duplicate-key",
        "同じ項目が2回書かれています。後の値を使い、両方を原文のまま保存しました。どちらが正しいか確認してください。",
    ),
    ("duplicate-record", "同じ位置・アレルのレコードが重複しています。検査会社に確認してください。"),
    ("duplicate-sample", "検体名が重複しています。最初の列を使いました。"),
    ("empty-field", "必須の項目が空です。"),
    ("encoding-bom", "先頭のBOMを読み飛ばしました。"),
    ("encoding-utf16", "UTF-16で書かれています。UTF-8に変換して読み取りました。"),
    ("end-before-start", "終わりの位置が始まりより前です。検査会社に確認してください。"),
    ("fusion-no-pair", "融合遺伝子の組の記載がなく、遺伝子の順序（5'側・3'側）は分かりません。"),
    (
        "fusion-not-on-breakends",
        "融合遺伝子の組が、2つの切断点の遺伝子と一致しません。検査会社に確認してください。",
    ),
    ("fusion-same-gene", "融合遺伝子の両側が同じ遺伝子です。検査会社に確認してください。"),
    ("header-line", "ヘッダーの行が規格に合いません。読み飛ばしました。"),
    ("inconsistent-depth", "リード数どうし、またはVAFとの関係が矛盾しています。検査会社に確認してください。"),
    (
        "item-id-clash",
        "同じ識別子で内容の異なるレコードがあります。どちらも採用しました。検査会社に確認してください。",
    ),
    ("long-record", "見出しより多くの値がある行です。"),
    ("long-text", "長い文字列です。画面では短く示し、原文はすべて保存しています。"),
    ("missing-field", "必須の項目がありません。関係する値は空欄になります。"),
    (
        "more-notes",
        "注意が多いため、はじめの種類だけを示しています。正しいファイルの送付を依頼してください。",
    ),
    ("multi-allelic", "1行に複数の変異アレルがあります。アレルごとの所見に分け、元の行を保存しました。"),
    ("newer-version", "新しい版の形式です。分かる範囲で読み取りました。"),
    ("no-columns", "列の見出し行（#CHROM）がありません。規格の順として読み取りました。"),
    (
        "no-end-mark",
        "bgzipの終端の印がありません。途中で切れていないか、送付元のファイルの大きさと比べてください。",
    ),
    ("no-fileformat", "1行目に形式の版がありません。VCF 4.2として読み取りました。"),
    ("no-gene", "遺伝子の記載がありません。"),
    (
        "no-line-end",
        "最後の行に改行がありません。途中で切れていないか、送付元のファイルの大きさと比べてください。",
    ),
    ("no-record", "レコードではない行です。読み飛ばしました。"),
    ("not-finite", "有限の数ではありません。原文のまま保存し、値には使いません。"),
    ("not-whole", "整数ではありません。原文のまま保存し、値には使いません。"),
    ("old-field", "以前の版の項目です。現在の版の項目として読み取りました。"),
    ("old-value", "以前の版の値です。現在の版の値として読み取りました。"),
    ("out-of-range", "値が範囲の外です。原文のまま保存し、値には使いません。"),
    ("sample-count", "検体の列の数がヘッダーと合いません。足りない値は空欄になります。"),
    (
        "second-allele",
        "腫瘍の2つのアレルがどちらも参照アレルと異なります。Tumor_Seq_Allele2を使い、もう一方は原文のまま保存しました。",
    ),
    (
        "several-samples",
        "複数の検体・登録のレコードがあり、別の患者の可能性があります。検体名または登録IDを指定して読み込んでください。",
    ),
    ("short-record", "列が足りないレコードです。"),
    ("state-null", "状態が文字列の null です。記載なしとして読み取りました。"),
    ("too-many-alleles", "変異アレルが多すぎるレコードです。"),
    ("too-many-statements", "記載の数が上限を超えました。超えた分は原本だけに残ります。"),
    ("tumour-sample", "腫瘍検体を推定しました。正しいか確認し、違う場合は検体名を指定してください。"),
    ("unit-renamed", "単位名が以前の版のものです。現在の版の単位（copy number）として読み取りました。"),
    ("unknown-build", "ゲノムビルドの名前が分かりません。原文のまま保存しました。"),
    ("unknown-field", "規格にない項目です。原文のまま保存しました。"),
    ("unknown-sample", "記載された検体が検体の一覧にありません。検査会社に確認してください。"),
    ("unknown-value", "規格にない値です。原文のまま保存しました。"),
    ("unknown-version", "形式の版が公開されたものと異なります。分かる範囲で読み取りました。"),
    ("unreadable-record", "読み取れないレコードです。除外しました。"),
    ("unsorted", "レコードが位置の順に並んでいません。"),
    ("vaf-from-info", "VAFを検体の列ではなくINFOから読み取りました。"),
    ("vcf-version", "VCFの版が4.1～4.5ではありません。分かる範囲で読み取りました。"),
    ("wrong-type", "値の型が規格と異なります。読み取れる範囲で使いました。"),
];

/// The meaning of a note in Japanese.
pub fn note_ja(code: &str) -> Option<&'static str> {
    NOTES.iter().find(|(known, _)| *known == code).map(|(_, meaning)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_once_and_in_order() {
        assert!(NOTES.is_sorted_by(|a, b| a.0 < b.0), "each code once, in alphabetical order");
        assert!(note_ja("unit-renamed").is_some() && note_ja("no-such-note").is_none());
    }
}
