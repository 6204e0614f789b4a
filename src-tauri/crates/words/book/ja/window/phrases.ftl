### Phrases for free text.

phrases-title = 定型文
phrases-what = 文章の欄で使うことばの一覧です。〔 〕は、使う人が書き入れるところです。変更しても、すでに書かれた文章は変わりません。
phrases-open = 定型文
phrases-openWhat = 定型文を探して、入力位置に挿入します
phrases-pick = 定型文を挿入
phrases-search = 見出し・よみ・本文で検索
phrases-hint = ↑↓ で選び、Enter で入力位置に挿入します。入力済みの文章は消えません。
phrases-none = 合う定型文はありません。
phrases-noneHere = この欄の定型文はまだありません。
phrases-everything = ほかの欄とほかの言語の定型文も表示
phrases-example = 例
phrases-exampleWhat = 円卓に付属する例です。施設の定型文として採用されたものではありません。
# $n Number
phrases-found = { $n }件
# $n Number
phrases-unfilled = 書き入れていない〔 〕が{ $n }か所あります
phrases-unfilledTitle = 書き入れていない〔 〕が残っています
phrases-unfilledWhat = 記録・確定・発行は妨げません。意図した〔 〕であれば、そのままで構いません。
phrases-onPages = このページに、書き入れていない〔 〕が残っています
# $n Number
phrases-more = ほか{ $n }か所
phrases-settingsSearch = 定型文を検索
phrases-onlyField = 使う欄
phrases-allFields = すべての欄
phrases-add = 定型文を追加
phrases-change = 変更
phrases-retire = 使用をやめる
phrases-restore = 再び使用する
phrases-retired = 使用をやめた定型文
# $n Number
phrases-own = 施設の定型文（{ $n }件）
phrases-noOwn = 施設の定型文はまだありません。下の例を採用するか、追加してください。
# $n Number
phrases-examples = 付属の例（{ $n }件）
# $version Text
phrases-examplesWhat = どの施設でもそのまま使えるとは限りません。内容を確かめてから採用してください。（版 { $version }）
phrases-inLanguage-ja = 日本語
phrases-inLanguage-en = 英語
# $language Text
phrases-adopt = 採用（{ $language }）
# $title Text
phrases-adopted = 「{ $title }」を採用しました
phrases-fromExample = 例から採用
phrases-addTitle = 定型文の追加
# $id Text
phrases-changeTitle = 定型文 { $id } の変更
# $id Text
phrases-retireTitle = 定型文 { $id } の使用をやめる
# $id Text
phrases-restoreTitle = 定型文 { $id } を再び使用する
phrases-name = 見出し
phrases-reading = よみ（ひらがな）
phrases-readingHint = 見出しを読みで検索できます
phrases-text = 本文
phrases-textHint = 使う人が書き入れるところは〔確認日〕のように書きます
phrases-fields = 使う欄
phrases-language = 言語
phrases-reason = 理由
phrases-save = 定型文を保存
phrases-saved = 定型文を保存しました
phrases-retireWhat = 一覧から外れます。記録は残り、すでに書かれた文章は変わりません。
# $n Number
phrases-history = 変更の記録（{ $n }件）
