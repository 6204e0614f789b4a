### Documents besides the report.

companions-title = 患者説明・紹介状
companions-kind = 文書の種類
companions-patient = 患者への説明書
companions-referral = 臨床試験・治験の紹介書
# $trial Text
companions-referralTo = 臨床試験・治験の紹介書：{ $trial }
companions-minutes = 議事録
companions-agenda = 議題
companions-wish = 開示希望の再確認票（院内用）
companions-large = 大きな文字（16ポイント）
companions-furigana = ふりがな
companions-look = 原案を表示
companions-toPaper = 説明書を印刷
companions-issue = 発行する
companions-issueWhat = 発行した文書はそのまま保存され、同じものをいつでも印刷できます。
# $kind Text
# $n Number
companions-issued = { $kind }を発行しました（第{ $n }号）
companions-given = 発行した文書
companions-noneGiven = まだ発行した文書はありません。
# $n Number
companions-number = 第{ $n }号
companions-outdated = 発行後に内容が変わっています
companions-writeWhat = 患者に伝える所見と推奨を選び、わかりやすい言葉で書いてください。選ばないものは説明書に載りません。自由に書いた文章に遺伝（生殖細胞系列）に関することを書かないよう、ご注意ください。
companions-notWritten = まだ記録されていません。
# $who Text
# $when Text
companions-writtenBy = { $who }が{ $when }に記録
companions-edit = 書く・直す
companions-editTitle = 患者に伝える内容
companions-overall = 結果のまとめ（1〜2文）
companions-wordsJa = 説明の文章（日本語）
companions-wordsEn = 説明の文章（英語）
companions-propose = 文例を入れる
companions-place = 受けられる医療機関
companions-next = これからのこと
companions-heredity = 遺伝について（希望する患者のみ）
companions-doctor = 説明する医師（空欄なら担当医）
companions-contact = 問い合わせ先（空欄なら施設の窓口）
companions-save = 記録
companions-saved = 患者に伝える内容を記録しました
# $words Text
companions-unread = ふりがなの辞書にない漢字：{ $words }
companions-findings = 所見
companions-advice = { report-recommendations }
companions-nothing = 選べる項目がありません。先に判定と推奨を記録してください。
# $name Text
companions-draftOf = { $name }（原案）
# $name Text
companions-issueTitle = { $name }を発行
companions-heredityIn = 遺伝についての記載
companions-heredityTold = あり（下の文章）
companions-heredityNotTold = なし
# $n Number
companions-told = { $n }件
