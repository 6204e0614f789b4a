### What the patient keeps.

-no-ruling-out = ただし、この検査はがんの治療のための検査で、遺伝する体質がないことを確かめる検査ではありません。ご家族のことなどで気になることがあれば、担当医にお話しください。

explanation-notIssued = これは原案です。まだ発行されていません。患者さんには渡さないでください。
explanation-leadOmitted = この説明書は、がん遺伝子パネル検査の結果を、患者さんにお伝えするためのものです。担当医の説明といっしょにお読みください。
explanation-lead = この説明書は、がん遺伝子パネル検査の結果と、専門家会議で話し合われた内容を、患者さんにお伝えするためのものです。担当医の説明といっしょにお読みください。
explanation-hospitalNumber = 病院の患者番号
explanation-age = { patient-age }
explanation-sex = { patient-sex }
explanation-explainedOn = 説明した日
explanation-explainedBy = 説明した人
explanation-explainedTo = 説明を受けた人
explanation-record = 説明の記録
explanation-specimen = 調べた検体
explanation-takenOn = 検体を採った日
explanation-tumourContent = がん細胞の割合
explanation-panelOn = 専門家会議の日
explanation-panelLeads = 専門家会議の責任者
explanation-diagnosis = 診断名
explanation-tested = 調べたこと
explanation-found = わかったこと
explanation-nothingFound = この説明書でお伝えする遺伝子の変化はありません。
explanation-options = 治療などの候補
explanation-noOption = この説明書でお伝えする候補はありません。担当医にお尋ねください。
explanation-worksLess = 効きにくいと考えられるお薬
explanation-noNewTreatment = 新しい治療のお勧めはありません
explanation-askYourDoctor = 担当医にご確認ください
explanation-cost = 費用と保険
explanation-where = 受けられる所
explanation-trialNumber = 臨床試験番号
explanation-trial = 臨床試験の名前
explanation-heredity = 遺伝（生まれつきの体質）について
explanation-heredityNotTold = この説明書には、生まれつきの体質（遺伝）に関する結果は、あるかないかを含めて書いていません。知りたいと思われたときは、いつでも担当医にお話しください。
explanation-heredityUnwritten = 〔遺伝についての説明がまだ書かれていません。このままでは発行できません。〕
explanation-nextTogether = これからのことは、担当医と相談して決めていきます。
explanation-next = これからのこと
explanation-mayChange = 結果の意味は、研究が進むと変わることがあります。
explanation-noProof = 見つからなかったことは、がんや遺伝の心配がまったくないという意味ではありません。
explanation-mayNotBePossible = ここに書いた治療は、体の状態や臨床試験の募集の状況によって、受けられないことがあります。
explanation-doNotStop = 今の治療やお薬を、自分の判断でやめないでください。
explanation-goodToKnow = 知っておいていただきたいこと
explanation-costs = 費用
explanation-support = 相談の窓口
explanation-costsAndSupport = 費用と相談
explanation-glossary = 言葉の説明
explanation-hospital = 病院・診療科
explanation-doctor = 担当医
explanation-contact = 問い合わせ
explanation-reportedBy = 報告した病院
explanation-consideredAt = 検討した病院
explanation-whomToAsk = 問い合わせ先
# $name Text
explanation-dear = { $name } 様
# $age Number
explanation-years = { $age }{ unit-years }
# $name Text
explanation-markerNotTested = { $name }は、この検査では調べていません。
# $name Text
explanation-markerNoResult = { $name }の結果は、受け取ったファイルに書かれていません。担当医にお尋ねください。
# $name Text
# $words Text
explanation-markerSaid = { $name }の結果は「{ $words }」です。意味については、担当医がご説明します。
# $trial Text
# $kind Text
explanation-trialKind = { $trial }（{ $kind }）
# $trial Text
# $kind Text
# $day Text
explanation-trialKindOn = { $trial }（{ $kind }、{ $day }現在）
explanation-heredityTumourOnly = 今回見つかった遺伝子の変化は、がん以外の細胞と比べて、がん細胞に生じたものと報告されています。{ -no-ruling-out }
explanation-heredityNothingToJudge = 今回の検査の結果には、生まれつきのもの（遺伝するもの）かどうかを考えることになる遺伝子の変化は含まれていませんでした。{ -no-ruling-out }
explanation-heredityNotSuspectedOmitted = 今回の検査で見つかった遺伝子の変化の中に、担当医が、生まれつきのもの（遺伝するもの）と疑ったものはありませんでした。{ -no-ruling-out }
explanation-heredityNotSuspected = 今回の検査で見つかった遺伝子の変化の中に、専門家会議が、生まれつきのもの（遺伝するもの）と疑ったものはありませんでした。{ -no-ruling-out }
explanation-costsStanding = 医療費の自己負担が高額になったときは、高額療養費制度を使えることがあります。病院の窓口や、加入している健康保険にお尋ねください。
explanation-supportStanding = がん相談支援センターでは、治療や生活、お金のことなどの相談を、患者さんからもご家族からも無料で受けています。かかっている病院でなくても利用できます。

# $targets Text
explanation-leadCompanion = この説明書は、{ $targets } を調べた検査の結果を、患者さんにお伝えするためのものです。ほかの遺伝子などの結果は、標準的な治療のあとに専門家会議で検討してからお伝えします。担当医の説明といっしょにお読みください。
