### The meeting of a case, its quorum.

meeting-title = 開催記録
meeting-heldOn = 開催日
meeting-mode = 開催方法
meeting-reason = その方法とした理由
meeting-attending = 主治医の参加
meeting-attendance = { report-attendance }
meeting-fromMembers = 構成員から選ぶ
meeting-addPerson = 構成員以外の出席者を追加
meeting-person = 氏名
meeting-institution = 所属
meeting-remove = 外す
meeting-nobody = 出席者を1人以上選んでください。
# $from agenda|last
# $day Text
meeting-preset = 出席者は仮に入れたものです（{ $from ->
    [agenda] この症例が議題にある{ $day }の会議から
   *[last] 前回{ $day }の記録から
}）。今回の出席を確かめ、違うところを直してから記録してください。
meeting-presetClear = 全員を外す
meeting-qualifications = 要件
meeting-minutes = { report-minutes }
meeting-save = 開催を記録
meeting-saved = 開催を記録しました
meeting-summary = パネルのまとめ
meeting-summaryHint = 報告書の1ページ目に載ります。
meeting-summarySave = まとめを記録
meeting-summarySaved = まとめを記録しました

# $n Number
# $of Number
quorum-filled = 要件 { $of }項目中 { $n }項目を充足
quorum-asRecorded = 記録時の判定
quorum-now = 入力中の内容での判定
quorum-leastSure = この判定に用いた項目のうち、最も確かさの低いもの
# $n Number
quorum-people = { $n }名以上
# $n Number
quorum-missing = あと{ $n }名
# $n Number
quorum-upTo = { $n }区分まで可
quorum-fullTimeNotKnown = 常勤かどうか未登録
quorum-duties = この開催方法で守ること
quorum-grounds = この開催方法とした症例の条件（1つ以上）
quorum-byAge = 年齢による
# $age Number
# $below Number
quorum-byAgeOf = 年齢による（{ $age }歳、{ $below }歳未満が対象）
quorum-ageNotKnown = 年齢による（年齢は未登録）
# $agree open|yes|no
quorum-byRecord = 登録された意見による（{ $agree ->
    [open] 未確定
    [yes] 全員一致
   *[no] 不一致
}）
meeting-notQuorate = このまま確定することはできません。開催記録を改めるか、座長が理由を記入して進めてください。理由は報告書に印刷されます。
meeting-wentOn = 理由を記録して進めています。
meeting-goOn = 理由を記録して進める
