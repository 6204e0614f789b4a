### What a case refuses, and what to do first.

refusal-alreadyReceived = この症例は受領済みです。
# $id Text
refusal-noFinding = 所見 { $id } はこの症例にありません。
# $name Text
refusal-alreadySigned = この立場では { $name } さんの署名が有効です。内容が変わるまで、署名し直すことはできません。
refusal-noGuess = 確認を待つその名前の検体はありません。
# $id Text
refusal-noConsequence = 所見 { $id } にその転写産物の記載はありません。
# $id Text
refusal-chosenAlready = 所見 { $id } はすでにその転写産物で表示されています。
# $id Text
refusal-anotherFinding = 現在の読み取りでは { $id } の種類または由来（体細胞・生殖細胞系列）が変わるため、この番号のままでは採用できません。正しい所見を手入力し、{ $id } は理由を記入して保留にしてください。
refusal-noRecommendation = その推奨はこの症例にないか、取り下げられています。
refusal-withdrawn = この推奨はすでに取り下げられています。
refusal-noReferral = その治験紹介はこの症例にありません。
refusal-duplicate = 同じ識別子の記録がすでにあります。
refusal-nothingToAmend = 訂正できる確定報告書がないか、すでに訂正中です。
refusal-wishForbids = 患者の開示希望が「希望する」ではないため、遺伝（生殖細胞系列）に関する事項は説明書に入れられません。
refusal-noPlainWords = 患者に伝える項目には、それぞれ説明の文章が必要です。
refusal-staleContent = 報告書の内容が症例の現在の状態と一致しません。画面を更新してください。
refusal-noDrug = 推奨治療には薬剤を1つ以上記入してください。
refusal-contradictoryAdvice = 「推奨なし」と推奨治療は同時に記録できません。先にどちらかを取り下げてください。
refusal-rankMismatch = 並べ替えには、取り下げていない推奨をすべて1回ずつ指定してください。
# $class Text
refusal-noOverrideReason = 基準から示唆される区分（{ $class }）と異なります。理由を入力してください。
refusal-anothersOpinion = この構成員は自分で意見を記録しています。変更できるのは本人だけです。
refusal-nothingToConfirm = 確認待ちの代行入力はありません。
refusal-dissentNeedsReason = 不同意の場合は、理由をコメントに記入してください。
refusal-nobodyAsked = 意見を求める構成員を1名以上選んでください。
refusal-nothingLacking = この開催記録に、成立要件の不足はありません。
refusal-nobodyPresent = 出席者を1名以上記録してください。
refusal-reasonNeeded = この紹介は終了しています。再開するには理由を記入してください。
refusal-sameSource = 同じファイルがこの症例に登録済みです（SHA-256が一致）。
refusal-noTarget = コンパニオン検査の標的となる遺伝子またはマーカーを一つ以上入力してください。
refusal-noCompanionUse = コンパニオン検査としての使用は記録されていないか、すでに終了しています。
refusal-notSetAside = この知識は除外されていません。
refusal-noNews = 対象の新しい知見を選んでください。
refusal-nothingToWorkUp = この所見は、生殖細胞系列の対応の対象ではありません。先にEPの判定を記録してください。
# $state Word
refusal-stepNotYet = この所見は「{ $state }」の段階にあり、この対応はまだ記録できません。次に記録できる対応を確認してください。
refusal-workupReasonNeeded = 対応を最初からやり直すときは、理由を入力してください。
refusal-askAgainLater = 再確認の予定日は、延期した日より後の日にしてください。
refusal-guidanceGivenAlready = この説明・指導はすでに記録されています。記録し直すときは、理由を備考に入力してください。
refusal-firstGuidanceFirst = 2回目の指導は、1回目の記録の後に、1回目以降の日付で記録してください。
refusal-noFamilyHistory = 家族歴が記録されていません。先に発端者を記録してください。
refusal-noFamilyEdit = 取り消せる編集がありません。取り消せるのは直前の編集だけです。
