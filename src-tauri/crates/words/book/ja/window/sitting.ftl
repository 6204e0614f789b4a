### Meetings over several cases.

sitting-canCirculate = 意見一致・持ち回り可
sitting-needsLive = リアルタイム開催が必要
sitting-title = 開催一覧
sitting-one = 開催
sitting-plan = 開催を計画
sitting-emptyTitle = 開催の計画はまだありません
sitting-emptyWhat = 開催日と議題の症例を決めると、当日は1症例ずつ投影しながら進められます。
sitting-heldOn = 開催日
sitting-name = 名称
sitting-nameHint = 例 第12回
sitting-venue = 場所・接続先
sitting-state-planned = 予定
sitting-state-underWay = 開催中
sitting-state-closed = 終了
# $n Number
sitting-cases = { $n }症例
# $n Number
sitting-minutesOf = { $n }分
sitting-agenda = 議題
sitting-agendaEmpty = 症例を追加してください。
sitting-agendaKeys = Alt+↑↓ で順番を変更、Delete で議題から外します。
# $no Text
sitting-up = { $no }を前へ
# $no Text
sitting-down = { $no }を後へ
# $no Text
sitting-remove = { $no }を議題から外す
# $no Text
sitting-budget = { $no }の予定時間（分）
# $no Text
sitting-attending = { $no }の主治医
# $no Text
sitting-add = { $no }を議題に追加
sitting-addCase = 症例を追加
sitting-addKeys = Enter で先頭の症例を追加します。
sitting-save = 計画を記録
sitting-saved = 開催の計画を記録しました
# $n Number
sitting-left = 未判定 { $n }件
sitting-circulation = 持ち回り可
sitting-begin = 投影を始める
sitting-goOn = 投影に戻る
sitting-end = 開催を終了
sitting-endAsk = 終了すると、出席・議事の記録は追加できません。終了しますか？
# $n Number
sitting-there = 出席 { $n }名
sitting-record = 症例ごとの記録
# $used Text
# $budget Number
sitting-used = { $used }／{ $budget }分
sitting-recorded-none = 未記録
sitting-recorded-same = 記録済み
sitting-recorded-differs = 記録後に変更あり
# $names Text
sitting-partly = 一部のみ出席: { $names }
# $at Number
# $of Number
sitting-place = { $at }／{ $of }
sitting-next = 次の症例
sitting-previous = 前の症例
sitting-first = 最初の症例です
sitting-last = 最後の症例です
sitting-order = 議題の順番を変更
sitting-takeOff = 議題から外す
sitting-pauseOrGoOn = 休憩・再開
sitting-pause = 休憩
sitting-paused = 休憩中
sitting-notOnTable = 検討中ではありません
sitting-turnHere = この症例を検討する
sitting-done = この症例を終える
# $no Text
sitting-doneSaid = { $no }の開催記録を保存しました
sitting-over = 予定時間を超過
sitting-timer = 経過時間
sitting-minutes = 議事録
sitting-saveMinutes = 議事録を記録
sitting-attendance = { attending-present }
sitting-arrive = { attending-present }
sitting-leave = 退席
sitting-everybody = 全員出席
# $time Text
sitting-since = { $time }から
sitting-stated = 成立の条件
sitting-saveStated = 条件を記録
sitting-attendsHere = { clinical-attending }
sitting-guest = 構成員以外の出席者
sitting-guestAttends = この症例の主治医（または代わりの医師）
# $keys Text
sitting-missing = 不足 { $keys }
sitting-missingAttending = { clinical-attending }
sitting-outside = 投影を終える
sitting-nobody = まだ出席者がいません。
sitting-stale = 別の操作でこの開催が更新されていたため、記録していません。最新の内容を読み込みました。
