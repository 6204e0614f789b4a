### The family history in a case: the drawing, and its persons one by one.

family-title = 家族歴と家系図
# $count Number
family-drawing = { $count }人の家系図
family-nobody = 家族歴は記録されていません。
family-first = 発端者を記録
family-adding = 血縁者・パートナーを追加
# $id Text
family-changing = 「{ $id }」の記載を変更
family-add = 追加
# $person Text
family-addOf = 「{ $person }」の血縁者・パートナーを追加
family-change = 変更
# $person Text
family-changeOf = 「{ $person }」の記載を変更
family-remove = 削除
# $person Text
family-removeOf = 「{ $person }」を削除
# $edit Text
family-undo = 直前の編集（{ $edit }）を取り消す
family-of = だれの
family-relation = 続柄
family-with = もう一方の親
family-twin = 双生児
family-noTwin = 双生児ではない
family-gender = 性別
family-sexAtBirth = 出生時の性
family-asGender = 性別と同じ・聞いていない
family-life = 生死
family-age = 年齢（死亡時）
family-born = 生年（西暦）
family-died = 没年（西暦）
family-status = 罹患
family-affected = 罹患している
family-notAffected = 罹患していない
family-notKnown = 不明
family-adopted = 養子縁組
family-noAdoption = 養子ではない
# $at Number
family-site = がん{ $at }: 部位
# $at Number
family-onset = がん{ $at }: 発症年齢
# $at Number
family-gene = 検査{ $at }: 遺伝子
# $at Number
family-result = 検査{ $at }: 結果
# $at Number
family-variant = 検査{ $at }: バリアント
# $at Number
family-restsOn = 検査{ $at }: 情報源
family-addCancer = がんを追加
family-addTest = 検査を追加
family-carrier = 保因者
family-consultand = 来談者
family-note = 備考
family-noNames = 氏名は入力しません。番号はプログラムが付けます。
family-number = 0以上の整数で入力してください。
