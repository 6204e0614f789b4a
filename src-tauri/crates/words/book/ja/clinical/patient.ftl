### The patient, the specimen, the tumour.

-not-recorded = 記録なし

sex-male = 男性
sex-female = 女性
sex-unknown = 不明

wish-wants = 希望する
wish-refuses = 希望しない
wish-decidesLater = 後で決める
wish-notAsked = 未確認

patient-name = 患者氏名
patient-kana = フリガナ
patient-hospitalId = 患者ID
patient-ccatId = C-CAT登録ID
patient-sex = 性別
patient-birthDate = 生年月日
patient-age = 年齢
patient-wish = 二次的所見の開示希望
patient-wishInFile = ファイルに記載の開示希望（記録と異なる。検査会社が所見を省いている可能性）

clinical-tumourType = がん種
clinical-oncotree = OncoTreeコード
clinical-diagnosis = 臨床診断
clinical-pathology = 病理診断
clinical-stage = 病期
clinical-performanceStatus = 全身状態（ECOG PS）
clinical-treatments = 治療歴
clinical-pastHistory = 既往歴
clinical-familyHistory = 家族歴
clinical-hospital = 紹介元医療機関
clinical-department = 診療科
clinical-attending = 主治医

treatment-line = ライン
treatment-regimen = レジメン
treatment-period = 期間
treatment-bestResponse = 最良総合効果
treatment-endedBecause = 終了理由

specimen-kind = 検体種別
specimen-site = 採取部位
specimen-method = 採取方法
specimen-collectedOn = 検体採取日
specimen-tumourContent = 腫瘍細胞含有率
specimen-adequacy = 検体の適否
specimen-quality = 検体の品質

adequacy-adequate = 適切
adequacy-limited = 評価に制限あり
adequacy-inadequate = 不適切

ccatFindings-state = C-CAT調査結果
ccatFindings-madeOn = C-CAT調査結果の作成日
ccatFindings-version = C-CAT知識データベースの版
ccatFindings-notRecorded = { -not-recorded }
ccatFindings-awaited = 未着
ccatFindings-received = 受領
ccatFindings-notMade = 作成されない

sample-confirm = 腫瘍の検体として確認
sample-guessed = プログラムの推定・未確認
