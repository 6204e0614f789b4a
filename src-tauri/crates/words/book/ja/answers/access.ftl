### Who looked at or took out what: lines of the access log.

access-signedIn = サインイン
# $count Number
access-signInsFailed = サインインの失敗 { $count }回（このサインインの前）
# $last Text
access-clockBehind = 端末の時計が最後の記録（{ $last }）より前を指していた
# $left Number
access-spareCodeUsed = 予備のコードでサインインした（残り{ $left }個）
access-caseOpened = 症例を開いた
access-identityShown = 患者の氏名などを表示した
# $finding Text
access-germlineShown = 生殖細胞系列に関わる所見を表示した（{ $finding }）
# $document Word
access-documentShown = 文書を表示した（{ $document }）
access-meetingOpened = 開催を開いた
access-oneGermlineShown = 生殖細胞系列に関わる所見を表示した
access-casesSearchedForSomething = 症例を検索した（検索語は、権限がないため表示しません）
# $words Text
access-casesSearched = 症例を検索した（「{ $words }」）
# $command Text
access-denied = 権限がなく拒否された（{ $command }）
# $rows Number
access-logRead = アクセス記録を見た（{ $rows }件）
# $rows Number
access-logWritten = アクセス記録を書き出した（{ $rows }件）
access-documentPrinted = 文書を印刷に回した
# $document Word
access-documentExported = 文書を書き出した（{ $document }）
# $document Word
access-meetingDocumentExported = 開催の文書を書き出した（{ $document }）
# $table Text
# $cases Number
access-tableExported = 表を書き出した（{ $table }、{ $cases }症例）
# $command Text
access-doneAlone = 二人で行うことを一人で行った（ほかに確認できる人がいない: { $command }）
access-backedUp = ストア全体をバックアップに書き出した
access-backedUpByPlan = 予定によるバックアップを書き出した
access-restored = ストア全体をバックアップから復元した
# $cases Number
access-storeExported = ストア全体をデータとして書き出した（{ $cases }症例）
# $cases Number
access-evidenceNewsListed = 新しい知見の一覧を見た（{ $cases }症例）
# $text Text
access-notedAside = 読み取り専用のストアで：{ $text }
access-notesLost = 読み取り専用のストアを見た控えが、この端末で読み取れなくなっていた
access-familyHistoryExported = 家族歴を書き出した
access-caseExported = 症例のデータを書き出した
access-at = 日時
access-who = 操作した人
access-role = { report-signedAs }
access-what = 内容
access-case = { case-number }
access-device = 端末
access-unusual = 注意
