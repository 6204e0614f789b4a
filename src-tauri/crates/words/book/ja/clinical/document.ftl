### Documents and their furniture.

paper-a4 = A4（210 × 297 mm）
paper-letter = レター（8½ × 11 インチ）

optionalPart-treatments = 治療歴
optionalPart-histories = 既往歴・家族歴
optionalPart-minutes = 議事の本文

phraseField-verdict = 判定の根拠
phraseField-germline = 生殖細胞系列の判定の理由
phraseField-comment = 意見
phraseField-recommendation = 推奨の根拠
phraseField-referral = 治験紹介
phraseField-summary = まとめ
phraseField-minutes = 議事
phraseField-explanation = 患者への説明

phraseStep-added = 追加
phraseStep-changed = 変更
phraseStep-retired = 使用をやめた
phraseStep-restored = 再び使用

test-official = 検査の正式名称
test-testId = 検査番号
test-panel = パネル検査
test-type = 検査の種類
test-withNormal = 腫瘍検体と正常検体
test-tumourOnly = 腫瘍検体のみ
test-software = 解析ソフトウェア
test-samples = シークエンス検体
test-meanDepth = 平均リード深度
test-suspectedStates = 検体の状態に関する注意
test-referenceOnly = 参考値（治療選択には用いない検査）
test-assembly = ゲノムビルド
test-tumourSample = 腫瘍検体

document-patient = がん遺伝子パネル検査 結果説明書
document-referral = 臨床試験・治験の紹介書
document-minutes = エキスパートパネル議事録
document-agenda = エキスパートパネル議題
document-wish = 二次的所見の開示希望 再確認票（院内用）
