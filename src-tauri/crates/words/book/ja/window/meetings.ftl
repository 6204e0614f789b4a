### Meetings over several cases.

meetings-canCirculate = 意見一致・持ち回り可
meetings-needsLive = リアルタイム開催が必要
meetings-title = 開催一覧
meetings-one = 開催
meetings-plan = 開催を計画
meetings-emptyTitle = 開催の計画はまだありません
meetings-emptyWhat = 開催日と議題の症例を決めると、当日は1症例ずつ投影しながら進められます。
meetings-heldOn = 開催日
meetings-name = 名称
meetings-nameHint = 例 第12回
meetings-venue = 場所・接続先
meetings-state-planned = 予定
meetings-state-underWay = 開催中
meetings-state-closed = 終了
# $n Number
meetings-cases = { $n }症例
# $n Number
meetings-minutesOf = { $n }分
meetings-agenda = 議題
meetings-agendaEmpty = 症例を追加してください。
meetings-agendaKeys = Alt+↑↓ で順番を変更、Delete で議題から外します。
# $no Text
meetings-up = { $no }を前へ
# $no Text
meetings-down = { $no }を後へ
# $no Text
meetings-remove = { $no }を議題から外す
meetings-budgetShort = 予定（分）
# $no Text
meetings-budget = { $no }の予定時間（分）
# $no Text
meetings-attending = { $no }の主治医
# $no Text
meetings-add = { $no }を議題に追加
meetings-addCase = 症例を追加
meetings-addKeys = Enter で先頭の症例を追加します。
meetings-save = 計画を記録
meetings-saved = 開催の計画を記録しました
# $n Number
meetings-left = 未判定 { $n }件
meetings-circulation = 持ち回り可
meetings-begin = 投影を始める
meetings-goOn = 投影に戻る
meetings-end = 開催を終了
meetings-endAsk = 終了すると、出席・議事の記録は追加できません。終了しますか？
# $n Number
meetings-there = 出席 { $n }名
meetings-record = 症例ごとの記録
# $used Text
# $budget Number
meetings-used = 検討 { $used }／予定 { $budget }分
meetings-recorded-none = 未記録
meetings-recorded-same = 記録済み
meetings-recorded-differs = 記録後に変更あり
# $names Text
meetings-partly = 一部のみ出席: { $names }
# $at Number
# $of Number
meetings-place = 議題 { $at }／{ $of }
meetings-next = 次の症例
meetings-previous = 前の症例
meetings-first = 最初の症例です
meetings-last = 最後の症例です
meetings-order = 議題の順番を変更
meetings-takeOff = 議題から外す
meetings-pauseOrGoOn = 休憩・再開
meetings-pause = 休憩
meetings-paused = 休憩中
meetings-notOnTable = 検討中ではありません
meetings-turnHere = この症例を検討する
meetings-done = この症例を終える
# $no Text
meetings-doneSaid = { $no }の開催を記録しました
meetings-over = 予定時間を超過
meetings-timer = 経過時間
meetings-minutes = 議事録
meetings-saveMinutes = 議事録を記録
meetings-attendance = { attending-present }
meetings-arrive = { attending-present }
meetings-leave = 退席
meetings-everybody = 全員出席
# $time Text
meetings-since = { $time }から
meetings-stated = 成立の条件
meetings-saveStated = 条件を記録
meetings-attendsHere = { clinical-attending }
meetings-guest = 構成員以外の出席者
meetings-guestAttends = この症例の主治医（または代わりの医師）
# $keys Text
meetings-missing = 不足 { $keys }
meetings-missingAttending = { clinical-attending }
meetings-outside = 投影を終える
meetings-nobody = まだ出席者がいません。
meetings-stale = 別の操作でこの開催が更新されていたため、記録していません。最新の内容を読み込みました。
