### The letter that refers a patient to a trial.

letter-to = 試験担当者 御中
letter-leadOmitted = いつも大変お世話になっております。下記の患者さんについて、がん遺伝子パネル検査の結果に基づき、貴施設の試験への参加の可否をご検討いただきたく、ご紹介申し上げます。
letter-lead = いつも大変お世話になっております。下記の患者さんについて、当院のエキスパートパネルでの検討に基づき、貴施設の試験への参加の可否をご検討いただきたく、ご紹介申し上げます。
letter-trialId = 試験番号
letter-title = { referral-title }
letter-phase = { referral-phase }
letter-drugs = 試験薬
letter-status = 情報の時点
letter-noStatus = 確認日の記録がありません
letter-site = 実施施設
letter-siteContact = 施設の窓口
letter-trial = ご紹介する試験
letter-reason = 紹介の理由と根拠
letter-evidence = { recommendation-evidence }
letter-route = 到達経路
letter-panelReasons = パネルの理由
letter-eligibility = 適格性について
letter-patient = 患者さん
letter-noTreatment = 治療歴の記録はありません。
letter-referredBy = 紹介元
letter-issuedBy = 発行者
letter-signature = 署名
letter-answerTo = ご返信先
letter-from = 紹介者
letter-caution = 募集状況と適格基準は変わることがあります。患者さんへのご連絡の前に、貴施設での最新の状況をお知らせください。
# $site Text
letter-toSite = { $site } 試験担当者 御中
# $day Text
letter-asOf = { $day } 時点の登録情報による
letter-criteria = 適格基準との照合
letter-criteriaOf = 照合した版
letter-recruitment = 募集状況
letter-criteriaMet = 満たす基準
letter-criteriaUnknown = 確認が必要な基準
letter-criteriaNotMet = 満たさない基準
# $text Text
# $by Text
letter-tickedBy = { $text }（{ $by }が確認）
