### Opening and making a store.

welcome-demo = デモ症例で試す
welcome-demoHint = 架空の3例（肺腺癌・卵巣癌・平滑筋肉腫）が入った練習用ストアを開きます。何を記録しても実際の症例には影響しません。
welcome-open = サインイン
welcome-openHint = この端末のストアを開きます。
welcome-create = 新しいストアを作る
welcome-createHint = 症例は暗号化され、この端末のフォルダーだけに保存されます。
welcome-institution = { report-institution }
welcome-member = あなたの氏名
welcome-memberHint = 最初の構成員として、座長とシステム管理者の役割を持ちます。あとで変更できます。
welcome-signIn = サインイン名
welcome-signInHint = 空欄なら氏名を使います。
welcome-password = パスワード
welcome-password2 = パスワード（確認）
welcome-passwordPolicy = 13文字以上。短い文をつなげると覚えやすく、強くなります。定期的な変更は不要です。
# $n Number
welcome-passwordShort = あと{ $n }文字必要です。
welcome-passwordLong = 長さは十分です。
welcome-passwordDiffer = 2つのパスワードが一致していません。
welcome-passwordsMatch = 一致しています。
welcome-submit = ストアを作成
welcome-folder = 保存先のフォルダー
welcome-chooseFolder = フォルダーを選ぶ
welcome-enter = 開く
welcome-noStore = この場所にストアはまだありません。
welcome-otherFolder = 別のフォルダーのストアを開く
welcome-forgot = パスワードを忘れた
welcome-restore = バックアップから戻す
welcome-restoreWhat = バックアップのファイルを検査し、何も入っていないフォルダーにストア全体を戻します。今あるストアには触れません。開くには、バックアップを作ったときの構成員のパスワードが必要です。
welcome-backupFile = バックアップのファイルを選ぶ
welcome-restoreSubmit = 戻して開く
# $n Number
welcome-restored = 記録{ $n }件を戻しました
welcome-recover = 復旧コードで開く
welcome-recoveryCode = 復旧コード
welcome-newPassword = 新しいパスワード
welcome-recoverSubmit = パスワードを再設定して開く
welcome-own = 自分のパスワードを決める
welcome-ownWhy = 管理者から伝えられたパスワードは、最初の1回だけ使えます。自分だけが知るパスワードを決めてください。署名や判定に使う本人の鍵も、このとき新しく作られます。
welcome-ownSubmit = パスワードを決めて開く
welcome-ownNotNow = 今はしない
welcome-codeRenewed = 前の復旧コードは、もう使えません。
welcome-secondCode = 確認コード
welcome-secondCodeHint = 認証アプリに表示されている6桁、または控えてある予備のコード。
welcome-waiting = ほかの人の確認を待っています
# $names Text
welcome-waitingWhy = 復旧コードで入りました。ご本人であることを { $names } が確認すると、続けられます。確認する方は、自分のサインインで「{ app-confirmRecovery }」を押します。
welcome-waitingAgain = 確認されたか調べる
welcome-waitingStill = まだ確認されていません。
welcome-codeTitle = 復旧コードを控えてください
welcome-codeWhy = パスワードを忘れ、2人での再設定もできないときに、症例を開く最後の手段です。このコードは今だけ表示され、どこにも保存されません。
welcome-codeHow = 印刷するか書き写し、施設の決まりに従って鍵のかかる場所に保管してください。
welcome-codeConfirm = 印刷または書き写しました
welcome-codeGo = 次へ進む
welcome-print = 印刷
welcome-locked = 15分間操作がなかったため、画面を閉じました。記録済みの内容は保存されています。
# $n Number
welcome-lockedDrafts = 15分間操作がなかったため、画面を閉じました。記録していない入力（{ $n }件）は下書きとして残しました。記録済みの内容は保存されています。
