### Companion use of the profile.

# $targets Text
companionUse-only = コンパニオン検査: { $targets } の結果だけを使用
companionUse-waits = 標的以外の結果は、標準治療後のエキスパートパネルまで、患者・紹介先・他院への文書に載りません。
companionUse-end = 終了を記録し、すべての結果を使う
companionUse-endHint = 標準治療が終了（または終了見込み）のため、エキスパートパネルで検討
# $targets Text
# $reason Text
companionUse-ended = { $targets } のコンパニオン検査としての使用は終了しました（{ $reason }）。
companionUse-none = 記録されていません。特定の薬剤の適応を調べるために得たプロファイルでは、標的の結果だけを使用します。
companionUse-effect = 記録すると、標準治療後のパネルで終了するまで、標的以外の所見は報告書・説明書・紹介状・データの書き出しに含まれません。パネルの画面には表示されます。
companionUse-state = 記録する
companionUse-open = コンパニオン検査として取得…
companionUse-flag = 後のパネルまで待つ
