### Around every screen: the frame of the window, how texts are put together, the lock.

app-name = 円卓
app-tagline = エキスパートパネルの記録を、この端末の中だけで
app-loading = 読み込んでいます…
app-close = 閉じる
app-cancel = やめる
app-record = 記録
app-back = 戻る
app-needed = 必須
# $text Text
app-example = 例 { $text }
app-none = { -not-stated }
app-notChosen = 選択してください
app-all = すべて
app-yes = はい
app-no = いいえ
app-more = さらに表示
app-offline = オフライン（外部との通信なし）
app-saved = 記録済み
# $time Text
app-savedAt = 記録済み { $time }
app-saving = 記録しています…
app-reading = 読み込み中…
# $n Number
app-unsaved = 未記録の入力 { $n }件
# $name Text
# $role Text
app-actsAs = { $name }（{ $role }）として操作中
app-demo = デモ
app-keys = キー一覧
# $percent Number
app-zoomed = 表示倍率 { $percent } %
app-menu = メニュー
app-palette = 検索・操作
app-settings = 設定
app-cases = 症例一覧
app-signOut = サインアウト
app-dismiss = 閉じる
app-outsideWindow = この画面は Entaku のウィンドウの中でだけ動作します。
app-internal = 予期しない問題が起きました。記録済みの内容は失われていません。もう一度お試しください。続く場合は、設定の「ストアの検査」を行ってください。
app-inDoubt = 記録が控えや本人の署名と一致しません。誰が見たかを残せないため、症例の閲覧も記録も止めています。管理者が「設定」の「ストアの検査」で原因を確かめ、承認すると再開できます。
# $last Text
app-clockBehind = この端末の時計は、最後の記録（{ $last }）より前を指しています。このまま記録すると、時刻が正しくありません。時計を合わせてから、サインインし直してください。
# $count Number
# $last Text
app-failedBefore = このサインインの前に、失敗が{ $count }回ありました（最後は{ $last }）。心当たりがなければ、管理者に知らせてください。
app-inDoubtGo = ストアの検査へ
# $name Text
app-toConfirm = { $name } さんが復旧コードで入り、確認を待っています。ご本人に直接（対面や電話で）確かめてから確認してください。
app-confirmRecovery = 本人であると確認する
# $name Text
app-confirmedRecovery = { $name } さんを確認しました
# $left Number
app-sparesLeft = 予備のコードでサインインしました。残りは{ $left }個です。少なくなったら、設定の「サインインの確認コード」で作り直してください。
app-readOnly = このストアには書き込めません（読み取り専用のディスクか、権限がありません）。閲覧だけができ、記録はできません。誰が見たかはこの端末に控え、次に書き込める状態で開いたときにアクセス記録へ移します。
# $problem Text
app-backupProblem = 予定のバックアップを作れませんでした。{ $problem }
# $roles Text
app-notAllowed = この操作は現在の役割（{ $roles }）では行えません。

# $text Text
# $more Text
join-aside = { $text }（{ $more }）
# $name Text
# $text Text
join-said = { $name }：{ $text }
# $texts List
join-list = { $texts }
# $texts List
join-dots = { JOIN($texts, "・") }
# $texts List
join-apart = { JOIN($texts, "　") }
# $texts List
join-slashed = { JOIN($texts, "　／　") }
# An age: the unit is said in Japanese only.
# $years Number
join-age = { $years }{ unit-years }

# $seconds Number
lock-soon = 操作がないため、あと{ $seconds }秒で画面を閉じます。症例と開催に入力中の内容は下書きに残ります。
lock-stay = 作業を続ける

stale-said = 別の操作でこの症例が更新されていたため、記録していません。最新の内容を読み込みました。入力した内容は残っています。確認のうえ、もう一度記録してください。
