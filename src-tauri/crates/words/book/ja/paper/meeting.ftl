### Agenda and minutes of a meeting.

meetingHead-name = 名称
meetingHead-venue = 場所・接続
# $minutes Number
meetingHead-minutes = { $minutes }分

agenda-time = 予定時間
agenda-title = 議題
agenda-empty = 議題はまだありません。
agenda-number = 順
agenda-tumourAndTest = がん種・検査
agenda-findings = 所見
agenda-left = 残っていること
agenda-timeColumn = 予定
agenda-byNumber = 症例は番号で記載し、患者の氏名は記載していません。
agenda-nothing = なし

minutes-began = 開始
minutes-ended = 終了
minutes-byNumber = 症例は番号で記載し、患者の氏名は記載していません。開示希望が「希望する」でない症例の生殖細胞系列に関する事項は、有無を含めて記載していません。
minutes-noAttendance = 出席の記録はありません。
minutes-arrived = 入室
minutes-gone = 退室
minutes-notDiscussed = この開催では検討していません。
minutes-time = 検討時間
minutes-thereAtDecision = 決定時の出席者
minutes-partly = 一部のみ出席
minutes-noMinutes = 議事の記載はありません。
minutes-decisions = 決定
minutes-noVerdict = 判定の記録はありません。
minutes-noQuorum = この症例の開催記録（要件の確認）はまだありません。

# $grounds Text
omissionBox-omitted = エキスパートパネルを省略（{ $grounds }）
# $grounds Text
omissionBox-omittedOn = エキスパートパネルを省略（根拠：{ $grounds }）

# $count Number
left-undecided = 未判定の所見 { $count }件
left-advice = 推奨の記録
left-finalised = 確定済み
