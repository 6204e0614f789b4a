### What is typed and not recorded yet.

drafts-title = 記録していない入力
drafts-what = 入力した内容は、ご本人の下書きとして暗号化して保存しています。ほかの人には見えず、記録するまで報告書や記録には入りません。
drafts-none = 記録していない入力はありません。
# $file Text
drafts-setAside = 下書きのファイルが壊れていたため読み取れませんでした。ファイルは { $file } に残しています。記録済みの内容に影響はありません。
# $at Text
drafts-keptAt = 下書き（未記録）{ $at }
drafts-overtaken = この下書きの後に内容が記録されています。記録済みの内容を確かめてください。
drafts-discard = 下書きを破棄
drafts-go = 開く
# $n Number
drafts-chip = 下書き { $n }
# $n Number
drafts-closing = 記録していない入力が{ $n }件あります
drafts-closingWhat = 下書きとして残ります。次にサインインすると、続きから入力できます。
drafts-stay = 戻る
drafts-close = ウィンドウを閉じる
drafts-form-verdict = { verdict-own }
drafts-form-germline = 生殖細胞系列の判定
drafts-form-ccatVerdict = C-CATの判定
drafts-form-finding = 所見の追加
drafts-form-opinion = 所見への意見
drafts-form-caseOpinion = 症例への意見
drafts-form-recommendation = { part-recommendation }
drafts-form-referral = 治験への紹介
drafts-form-referralStep = 紹介の経過
drafts-form-meetingRecord = 開催の記録
drafts-form-minutes = { phraseField-minutes }
drafts-form-circumstances = 開催要件の申告
drafts-form-summary = { meeting-summary }
drafts-form-explanation = 患者さんへの説明文
drafts-form-details = 症例情報
drafts-form-readings = 読み直しの理由
drafts-form-amendment = 追補の理由
drafts-form-evidenceNews = 新しい知見への回答
drafts-form-evidenceAside = 知識が当てはまらない理由
drafts-form-companionUse = { companion-use }
drafts-form-germlineStep = { germlineWorkup-title }
drafts-form-relative = 血縁者の記載
