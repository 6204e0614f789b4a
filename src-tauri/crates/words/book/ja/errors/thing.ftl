### What is looked for and is not there.

thing-case = 症例
thing-document = 文書
thing-example = 例
thing-finding = 所見
thing-issuedDocument = 発行した文書
thing-logo = ロゴ
thing-meeting = 開催
thing-member = 構成員
thing-phrase = 定型文
thing-recommendation = 推奨
thing-referenceGenome = 参照ゲノム
thing-referral = 治験紹介
thing-revision = 版
thing-transcript = 転写産物
