### What the rules of the panel answer when they are asked without a case.

# $scheme Word
rulesAnswer-noCriterion = { $scheme } にない基準です。
rulesAnswer-noStrength = この強さにはできない基準です。
# $by Text
# $reason Word
rulesAnswer-excluded = { $by } と同時には数えません（{ $reason }）。
# $code Text
rulesAnswer-twice = { $code } はすでに数えています。
rulesAnswer-attendingOrInformation = 主治医（または代わる医師）の参加も、情報提供もありません。
rulesAnswer-attending = 主治医（または代わる医師）の参加がありません。
rulesAnswer-notAllowed = この規則では認められない開催方法です。
rulesAnswer-groundNotNamed = この開催方法が認められる症例の条件に、該当するものがありません。
rulesAnswer-opinionsDiffer = 意見が一致していません。
rulesAnswer-agreementNotStated = 意見の一致が確かめられていません。
rulesAnswer-conditionNotMet = 省略の条件を満たしていません。
rulesAnswer-conditionNotKnown = 省略の条件が確認されていません。
rulesAnswer-reasonMissing = 責任者による理由がありません。
rulesAnswer-omissionAllowed = この日の規則が、エキスパートパネルの省略を認めている
# $all Word
# $next Word
rulesAnswer-either = { $all }、または{ $next }
