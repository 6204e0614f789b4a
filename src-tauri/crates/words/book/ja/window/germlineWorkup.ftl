### Where a finding that may be inherited stands, its steps, and the counsellor's worklist.

germlineWorkup-title = 生殖細胞系列の対応
germlineWorkup-on = 実施日
germlineWorkup-askAgainOn = 再確認の予定日
germlineWorkup-result = 確認検査の結果
germlineWorkup-doneBy = 実施者（記録者と異なる場合）
germlineWorkup-note = 備考
germlineWorkup-documents = 文書（1行に1つ）
germlineWorkup-step = 行ったこと
germlineWorkup-record = 対応を記録
germlineWorkup-worklist = 遺伝カウンセリングの予定
germlineWorkup-empty = 対応を待っている所見はありません。
