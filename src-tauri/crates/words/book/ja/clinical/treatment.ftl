### Recommendations and trials.

route-insurance = 保険診療（承認・CDx）
route-insuranceConditional = 保険適応外の条件付き
route-sponsorTrial = 企業治験
route-investigatorTrial = 医師主導治験
route-expandedAccess = 拡大治験
route-advancedMedicalCare = 先進医療
route-patientProposed = 患者申出療養
route-specifiedTrial = 特定臨床研究
route-offLabel = 適応外使用（自費）
route-abroad = 海外
route-none = なし

referral-candidate = 候補
referral-recommended = EP推奨
referral-asking = 問合せ中
referral-waiting = 空き待ち
referral-referred = 紹介済
referral-screening = 適格性確認中
referral-eligible = 適格
referral-ineligible = 不適格
referral-consented = 同意
referral-enrolled = 登録
referral-started = 投与開始
referral-completed = 終了
referral-declinedByPatient = 辞退（患者）
referral-notPursued = 見送り（主治医）
referral-recruitmentClosed = 募集終了
referral-conditionWorsened = 死亡・状態悪化
referral-trialId = 試験番号
referral-title = 試験名
referral-phase = 相
referral-site = 実施医療機関
referral-contact = 連絡先
referral-eligibility = 適格性に関する所見
referral-asOf = 募集状況の確認日
referral-status = 状況
referral-nextCheck = 次回確認日

further-additionalTest = 追加検査
further-rebiopsy = 再生検
further-germlineFollowUp = 確認検査・遺伝カウンセリング
further-other = その他の対応

advice-treatment = 推奨治療
advice-further = 追加の検査・対応
advice-resistance = （耐性：効きにくいと考えられる薬）
advice-considered = 検討したが推奨しない
advice-nothing = 推奨なし

approval-onLabel = 国内承認・適応内
approval-offLabel = 国内承認・適応外
approval-abroadOnly = 国内未承認・海外承認
approval-unapproved = 国内外とも未承認

basketStudy-open = 対象
basketStudy-notOpen = 対象外
basketStudy-toAsk = 要確認

recommendation-rank = 順位
recommendation-drugs = 薬剤
recommendation-evidence = エビデンスレベル
recommendation-route = 治療への到達経路
recommendation-trial = 臨床試験・治験
recommendation-basis = 根拠となる所見
recommendation-approval = 国内での承認状況
recommendation-basketStudy = NCCH1901（受け皿試験）
recommendation-site = 実施できる施設
recommendation-needs = 到達経路に必要なこと
recommendation-needsList = 確認事項の一覧
recommendation-contraindications = 禁忌・注意
recommendation-proposedBy = 提案者
recommendation-panel = EPの判断

study-registration = 治験
study-specified = 特定臨床研究
study-research = 臨床研究
study-any = 臨床試験

trialSubject-alteration = 遺伝子の変化
trialSubject-tmb = TMB
trialSubject-msi = MSI
trialSubject-mmr = MMR
trialSubject-tumour = がん種
trialSubject-age = 年齢（歳）
trialSubject-sex = 性別
trialSubject-performanceStatus = PS（ECOG）
trialSubject-priorLines = 前治療のライン数
trialSubject-priorDrug = 前治療薬
trialSubject-her2 = HER2
trialSubject-er = ER
trialSubject-pr = PgR
trialSubject-brainMetastases = 活動性の脳転移の許容
trialSubject-diseaseStatus = 病状
trialSubject-other = その他の条件
trialSubject-inclusion = 選択基準
trialSubject-exclusion = 除外基準
