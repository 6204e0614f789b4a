### What is known of an alteration: direction, review, how it is met, how its disease relates to the tumour.

direction-sensitivity = 感受性
direction-resistance = 耐性
direction-otherResponse = その他の治療反応
direction-diagnostic = 診断
direction-prognostic = 予後
direction-predisposing = 発症素因
direction-oncogenic = がん化
direction-functional = 機能

reviewStatus-accepted = 査読済
reviewStatus-submitted = 投稿（未査読）

interaction-combination = 併用
interaction-sequential = 逐次
interaction-substitutes = いずれか

matchKind-sameChange = 同じ変化
matchKind-sameResidue = 同じ残基
matchKind-exon = 同じエクソン
matchKind-region = 同じ領域
matchKind-class = 同じ種類の変化
matchKind-anyMutation = 遺伝子の変異一般
matchKind-copyNumber = コピー数の変化
matchKind-fusion = 融合
matchKind-expression = 発現
matchKind-biomarker = バイオマーカー
matchKind-composite = 複合プロファイル

partState-met = 該当
partState-notMet = 非該当
partState-unknown = 不明

diseaseRelation-same = 同じがん種
diseaseRelation-ancestor = 上位のがん種
diseaseRelation-descendant = 下位のがん種
diseaseRelation-any = がん種を問わない
diseaseRelation-other = 他のがん種
diseaseRelation-unknown = 関係不明

evidence-doesNotSupport = 支持しない
evidence-cited = 根拠とした知識
evidence-contested = 議論あり
offBy-stop = 終止コドン獲得
offBy-frameshift = フレームシフト
offBy-spliceSite = スプライス部位の変化
offBy-startLost = 開始コドン消失
offBy-noCopyLeft = コピーの完全な喪失

byThisTest-named = この検査で承認
byThisTest-othersNamed = 他の検査で承認
byThisTest-notKnown = この検査での承認は不明

omissionConflict-filterAsks = C-CAT調査結果は二次的所見の疑いなしとするが、施設の基準では確認が必要な所見がある
omissionConflict-filterDoesNotAsk = C-CAT調査結果は二次的所見の疑いありとするが、施設の基準に当たる所見はない
omissionConflict-drugInSpiteOfCcat = C-CAT調査結果は使用可能な薬剤なしとするが、コンパニオン診断または診療ガイドラインに当たる所見がある
omissionOpen-tumour = 検査の対象（固形腫瘍・造血器腫瘍）が不明
omissionOpen-secondaryFinding = 二次的所見についてC-CAT調査結果の記載がない
omissionOpen-label = この検査のコンパニオン診断の対象に当たるかを確認する
omissionOpen-guideline = 診療ガイドラインで推奨される薬剤かを確認する
omissionOpen-drugs = 薬剤についてC-CAT調査結果の記載がない

newsAnswer-seen = 確認済
newsAnswer-notRelevant = この患者には関係しない
newsAnswer-takenUp = 再検討する
