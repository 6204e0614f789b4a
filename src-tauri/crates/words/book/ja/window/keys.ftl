### The palette and the keys.

palette-placeholder = 画面・所見・操作を検索
palette-none = 見つかりません
palette-hint = ↑↓ で選び、Enter で実行
palette-group-part = 画面
palette-group-finding = 所見
palette-group-act = 操作
palette-themeDark = 配色：暗い
palette-themeLight = 配色：明るい
palette-projector = プロジェクター表示を切り替える
palette-switchLanguage = English に切り替える

keys-title = キー一覧
keys-everywhere = どこでも
keys-list = 症例一覧
keys-review = 所見の検討
keys-paletteKey = 検索・操作を開く
keys-phraseKey = 定型文を挿入（文章の欄で）
keys-help = この一覧を開く
keys-save = 入力中の内容を記録
keys-filter = 検索・絞り込みへ移る
keys-leave = 閉じる・入力欄を離れる
keys-down = 次へ
keys-up = 前へ
keys-open = 開く
keys-class = 区分を選ぶ（記録は Ctrl+S）
keys-opinion = 自分の意見
keys-verdict = EP判定の根拠
keys-recommend = 推奨を追加
keys-trial = 治験へ紹介
keys-germline = 生殖細胞系列の判定
keys-comment = コメント
keys-mark = 選択に加える・外す
keys-part = 前後の画面へ
keys-undo = 記録前の入力を元に戻す
keys-imeNote = 日本語の変換中は、どのキーも変換に使われます。
