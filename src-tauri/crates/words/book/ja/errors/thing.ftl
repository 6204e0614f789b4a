### What is looked for and is not there.

thing-case = 症例
thing-document = 文書
thing-example = 例
thing-finding = 所見
thing-issuedDocument = 発行した文書
thing-logo = ロゴ
thing-meeting = 開催
thing-member = { role-member }
thing-phrase = 定型文
thing-recommendation = { part-recommendation }
thing-referenceGenome = 参照ゲノム
thing-referral = 治験紹介
thing-revision = { report-revision }
thing-transcript = { finding-transcript }
thing-proposal = 提案
thing-evidence = 知識の行
thing-trial = { study-any }
