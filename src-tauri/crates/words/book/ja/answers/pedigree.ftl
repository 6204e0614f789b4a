### What stands in the drawing of a family history, and what a format cannot carry.

# $count Number
pedigreeDrawing-title = 家系図（{ $count }人）
# $years Number
pedigreeDrawing-age = { $years }歳
# $years Number
pedigreeDrawing-diedAt = { $years }歳で死亡
pedigreeDrawing-died = 死亡
# $year Text
pedigreeDrawing-born = { $year }年生
# $year Text
pedigreeDrawing-diedIn = { $year }年没
# $weeks Number
pedigreeDrawing-weeks = 妊娠{ $weeks }週
# $site Text
# $age Number
pedigreeDrawing-cancer = { $site } { $age }歳
# $gene Text
# $sign Text
pedigreeDrawing-test = { $gene } { $sign }
# $gene Text
# $sign Text
pedigreeDrawing-testTold = { $gene } { $sign }（家族の申告）
# $gene Text
# $sign Text
pedigreeDrawing-testSeen = { $gene } { $sign }（報告書確認）
pedigreeDrawing-breast = 乳癌
pedigreeDrawing-secondBreast = 乳癌（2つ目）
pedigreeDrawing-ovary = 卵巣癌
pedigreeDrawing-prostate = 前立腺癌
pedigreeDrawing-pancreas = 膵癌
pedigreeDrawing-stillborn = 死産
pedigreeDrawing-infertility = 不妊
pedigreeDrawing-man = 男性
pedigreeDrawing-woman = 女性
pedigreeDrawing-otherGender = その他・不明
pedigreeDrawing-affected = 罹患
pedigreeDrawing-statusUnknown = 罹患の有無が不明
pedigreeDrawing-carrier = 保因者
pedigreeDrawing-dead = 故人
pedigreeDrawing-pregnancy = 妊娠中
pedigreeDrawing-loss = 流産
pedigreeDrawing-termination = 人工妊娠中絶
pedigreeDrawing-several = 複数人（数字は人数、nは不明）
pedigreeDrawing-adopted = 養子縁組
pedigreeDrawing-proband = 発端者
pedigreeDrawing-consultand = 来談者
pedigreeDrawing-related = 近親婚
pedigreeDrawing-parted = 離別
pedigreeDrawing-monozygotic = 一卵性双生児
pedigreeDrawing-dizygotic = 二卵性双生児
pedigreeDrawing-twinsUnknown = 双生児（卵性不明）

pedigreeLost-name = 氏名
pedigreeLost-gender = 出生時の性と異なる、または不明な性別
pedigreeLost-life = 生死
pedigreeLost-age = 年齢
pedigreeLost-born = 生年
pedigreeLost-died = 没年
pedigreeLost-pregnancy = 妊娠（1人として書かれます）
pedigreeLost-weeks = 妊娠週数
pedigreeLost-several = 人数
pedigreeLost-adoption = 養子縁組
pedigreeLost-affected = 罹患の有無
pedigreeLost-carrier = 保因者
pedigreeLost-cancer = がん
pedigreeLost-test = 遺伝学的検査の結果
pedigreeLost-resultFrom = 結果の情報源
pedigreeLost-variant = バリアントの名前
pedigreeLost-marker = 受容体・マーカー
pedigreeLost-ashkenazi = アシュケナージ系
pedigreeLost-proband = 発端者
pedigreeLost-consultand = 来談者
pedigreeLost-note = 備考
pedigreeLost-twins = 双生児
pedigreeLost-childless = 子のない夫婦
pedigreeLost-related = 近親婚
pedigreeLost-parted = 離別
pedigreeLost-singleParent = 片親のみの記載（もう一方を仮に補いました）
pedigreeLost-id = 識別子（書き換えました）
pedigreeLost-family = 家系の名前
pedigreeLost-remark = 家系全体の記載
