### Verdicts, criteria, dissenting views.

verdict-title = { verdict-panel }
verdict-scale = 判定の基準
verdict-class = { differsIn-class }
verdict-defer = 判定を保留
verdict-deferReason = 保留の理由
verdict-deferHint = 例：追加検査の結果を待つ、専門家に照会中
verdict-notDeferred = 区分で判定する
verdict-rationaleField = { verdict-rationale }
verdict-referencesField = 参考文献・資料（1行に1件）
verdict-save = 判定を記録
# $n Number
verdict-saveAll = { $n }件の判定を記録
verdict-change = 判定を改める
verdict-unfold = 判定欄を開く
verdict-fold = たたむ
verdict-undo = 記録した内容に戻す
verdict-recorded = 判定を記録しました
# $left Number
verdict-recordedNext = 判定を記録しました。残り{ $left }件
# $part Text
# $left Number
verdict-recordedPart = 判定を記録しました。次は「{ $part }」です（残り{ $left }件）。
# $part Text
verdict-recordedPartHeredity = 判定を記録しました。次は「{ $part }」で遺伝の可能性を判定します。
# $n Number
verdict-recordedHeredity = 判定を記録しました。生殖細胞系列の判定が{ $n }件残っています。
verdict-recordedAll = 判定を記録しました。すべての所見の判定が終わりました。
# $name Text
# $at Text
verdict-by = { $name }　{ $at }
verdict-needClass = 区分を選ぶか、保留の理由を入力してください。
verdict-needReason = 保留の理由を入力してください。
verdict-finalised = 報告書が確定しているため変更できません。訂正するには「報告書」で訂正を始めます。
verdict-noScale = この種類に使える判定の基準がありません。
verdict-unconfirmed = 内容未確認の基準
verdict-general = 一般知識に基づく基準（原典未照合）
verdict-more = 根拠・文献
verdict-unspecified = 指定しない

criteria-open = 基準と点数で分類
# $scheme Text
# $version Text
criteria-of = { $scheme }　版 { $version }
criteria-total = 合計
criteria-nothing = 基準を選ぶと、点数と示唆される区分が出ます。
criteria-use = 示唆された区分を選ぶ
# $by Text
# $why Text
criteria-barred = { $by } と同時に選べません（{ $why }）
# $code Text
criteria-strength = { $code } の強さ
# $code Text
criteria-note = { $code } の根拠・出典
criteria-noteHint = 根拠・出典（PMID、データベースと日付）
criteria-overrideNeeded = 示唆された区分と異なります。異なる判定とする理由を入力してください。
criteria-unsure = 原典未照合
criteria-unsureSome = △ の付いた項目は一般知識に基づき、原典未照合です。
criteria-unsureAll = △ この基準の内容は一般知識に基づき、原典未照合です。
criteria-germline = 遺伝に関する基準です。開示を希望しない患者の報告書には記載されません。
criteria-clear = 基準をすべて外す
# $code Text
criteria-standsAlone = { $code } は単独で区分を確定します
criteria-range = 点数と区分
criteria-notForThis = この所見には、この基準を使えません。
# $scheme Word
criteria-onAnotherScale = 別の尺度で判定を書きかけています。「{ $scheme }」に切り替えると消えるので、先に記録するか取り消してください。
# $code Text
criteria-taken = { $code } を判定の補助に採りました。記録するまでは判定ではありません。
criteria-decided = 示唆は参考です。区分はパネルが決めます。

dissent-add = 異なる意見を追加
dissent-who = 意見の持ち主
dissent-guest = 構成員以外（氏名を入力）
dissent-name = 氏名
dissent-words = 意見の内容と理由
dissent-remove = この意見を削除
dissent-incomplete = 異なる意見には、氏名と内容の両方を入力してください。
