### The course of a case.

status-received = 受領
status-inReview = 検討中
status-decided = 判定済
status-finalised = 確定
status-explained = 説明済
status-followedUp = 治療・追跡
status-amending = 訂正中

milestone-specimenSent = 検体を検査所へ発送
milestone-resultReceived = EPから検査結果を受領
milestone-explained = 検査結果を患者に説明
milestone-newTreatmentExplained = 説明後、治験等の新たな治療方針を説明
milestone-consent = C-CATへのデータ提出・二次利用の同意
milestone-submitted = C-CATへ提出
milestone-treatmentStarted = 推奨に基づく治療を開始
milestone-followUpEnded = 追跡終了
milestone-received = 解析結果（レポート原案）を受領
milestone-panelHeld = エキスパートパネル開催

changed-case-received = 受領
changed-case-sourceAdded = 入力ファイルの追加
changed-case-detailsRecorded = 患者・臨床情報の変更
changed-case-findingEntered = 所見の手入力
changed-case-tumourSampleConfirmed = 腫瘍検体の確認
changed-case-wordsCleared = この患者のことではない文章の確認
changed-case-consequenceChosen = 表示する転写産物の変更
changed-case-readingDecided = 所見の読み取り直し
changed-case-ccatVerdictEntered = C-CAT判定の入力
changed-case-findingJudged = EP判定の変更
changed-case-germlineJudged = 生殖細胞系列の判定の変更
changed-case-recommended = 推奨の追加
changed-case-recommendationWithdrawn = 推奨の取り下げ
changed-case-recommendationsRanked = 推奨の順位の変更
changed-case-referred = 治験紹介の追加
changed-case-referralMoved = 治験紹介の状況の変更
changed-case-meetingRecorded = 開催記録の変更
changed-store-institutionRecorded = 施設名・問い合わせ窓口の変更
changed-store-templateRecorded = 報告書のひな形の変更
changed-program = 判定基準・知識データまたはプログラムの更新
changed-case-summaryWritten = まとめの変更

case-number = 症例番号
case-receivedOn = 受領日
