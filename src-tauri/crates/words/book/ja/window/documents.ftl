### The report.

documents-print = 印刷
documents-printWhat = 表示中の文書を印刷します。
documents-title = 報告書
documents-gaps = 確定までに必要なこと
documents-ready = 確定の条件がそろっています。
documents-go = 該当箇所へ
documents-preview = プレビュー
documents-language = 文書の言語
# $n Number
documents-draftOf = 第{ $n }版の原案
# $n Number
documents-finalOf = 第{ $n }版（確定）
# $n Number
documents-pages = { $n }ページ
# $n Number
# $all Number
documents-page = { $all }ページ中{ $n }ページ
documents-finalise = 報告書を確定
documents-finaliseTitle = 報告書を確定します
documents-finaliseWhat = 確定すると内容は固定され、以後の変更は理由を付けた訂正版としてだけ行えます。確定者・日時・内容ハッシュが記録されます。
documents-finaliseConfirm = 確定する
# $n Number
documents-finalised = 第{ $n }版を確定しました
documents-revisions = 確定した版
documents-noRevisions = まだ確定した版はありません。
documents-by = { report-finalisedBy }
documents-hash = { report-contentHash }
documents-amend = 訂正を始める
documents-amendTitle = 訂正版を作ります
documents-amendReason = { report-reason }
documents-amendConfirm = 訂正を始める
documents-amending = { status-amending }
documents-amended = 訂正を始めました。変更を記録し、あらためて確定してください。
documents-export = 書き出す
documents-exportTitle = PDFを書き出す
documents-exportPath = 保存先
documents-exportChoose = 保存先を選ぶ
documents-exportConfirm = 書き出す
# $file Text
documents-exported = 書き出しました：{ $file }
documents-show = 表示
documents-failed = プレビューを描画できませんでした。書き出したPDFは開けます。
documents-shownNow = 右に表示中です
# $n Number
documents-reportOf = 報告書 第{ $n }版
