### Words for people who are not in medicine, proposed to whoever writes a patient's explanation.

-talk = この結果をもとに、担当医と今後の治療について相談します。
-medicines = お薬を使っているときは、担当医と相談するまで自分の判断でやめないでください。
-tmb = TMB（がん細胞の遺伝子の変化の多さを表す値）
-msi = 遺伝子の傷を直す働きを調べる検査（MSI検査）

told-insured = 公的医療保険で受けられます
told-insuredConditional = 公的医療保険で認められた使い方ではありません（条件と費用は担当医にご確認ください）
told-insuredTrial = 研究として行われます（費用は担当医にご確認ください）
told-insuredExpanded = 承認前の薬を使う特別な治験です（費用は担当医にご確認ください）
told-insuredPartly = 一部は保険の対象外で、自己負担があります
told-insuredNot = 公的医療保険の対象外で、全額自己負担です
told-insuredAbroad = 日本国内では受けられません
told-insuredUnknown = 担当医にご確認ください
told-studyTrial = 治験
told-studyExpanded = 拡大治験
told-studyClinical = 臨床試験
told-studyAdvanced = { route-advancedMedicalCare }
told-insurance = 通常の診療で受けられる治療です。
told-insuranceConditional = 保険で認められた使い方ではありませんが、条件を満たした場合に受けられる可能性があります。
told-trial = 治験（新しい薬の効き目と安全性を確かめる研究）で受けられる可能性があります。参加には条件があり、必ず参加できるとは限りません。
told-expanded = 拡大治験という仕組みで、承認前の薬を使える可能性があります。参加には条件があります。
told-study = 特定臨床研究という研究で受けられる可能性があります。参加には条件があり、必ず参加できるとは限りません。
told-advanced = 先進医療という仕組みで受けられる可能性があります。行える病院が決まっています。
told-patientProposed = 患者申出療養という、患者さんからの申し出で行う仕組みで受けられる可能性があります。行える病院が決まっています。
told-offLabel = 今の病気では保険で認められていない薬を、自費で使う方法です。
told-abroad = 海外で行われている治療で、日本では受けられません。
told-noRoute = 今のところ、受けられる方法は見つかっていません。
told-shortVariant = 遺伝子の変化
told-copyNumber = 遺伝子の数の変化
told-rearrangement = 遺伝子のつながり方の変化
told-biomarker = がん全体の特徴
# $drugs List
told-worksLess = { JOIN($drugs, "と") } は、今回の結果から、効きにくいと考えられるお薬です。
# $drugs List
told-notAdvised = { JOIN($drugs, "と") } についても検討しましたが、今回はお勧めする治療には入りませんでした。
# $drugs List
# $way Word
told-treatment = { JOIN($drugs, "と") } という治療が候補に挙がりました。{ $way }
# $step Word
told-furtherTest = 追加の検査{ $step }を検討します。
# $step Word
told-rebiopsy = 組織をもう一度採って調べること{ $step }を検討します。
told-germlineFollowUp = 遺伝についての確認の検査や、遺伝カウンセリングを受けることができます。
told-nothing = 今回の結果からは、新しくお勧めできる治療は見つかりませんでした。これまでの治療や、ほかの方法について担当医とご相談ください。
# $step Text
told-advised = { $step }をお勧めします。
# $words Word
told-aside = （{ $words }）
told-foundChanges = 検査で、遺伝子の変化が見つかりました。
told-foundNothing = 検査で、治療を選ぶときに関わる遺伝子の変化は見つかりませんでした。
told-namedTreatments = 検査の結果をもとに、治療の候補が挙がりました。
told-namedNothing = 今回の結果から新しくお勧めできる治療は見つかりませんでした。
# $one Word
# $other Word
told-oneThenOther = { $one }{ $other }
told-nextSteps = { -talk }{ -medicines }
# $study Word
told-nextStepsInStudy = { -talk }{ $study }に参加できるかどうかは、別の病院での診察や検査のあとに決まることがあります。{ -medicines }
# $gene Text
told-geneNamed = { $gene } 遺伝子
told-geneUnnamed = 遺伝子
# $gene Word
told-changed = 調べた検体で、{ $gene }に変化が見つかりました。
# $gene Word
told-changedInherited = { $gene }に、生まれつきの変化が見つかりました。
# $gene Word
told-changedPerhapsInherited = { $gene }に、生まれつきの可能性がある変化が見つかりました。
# $what Word
told-seen = 調べた検体で、{ $what }。
# $what Word
told-seenInherited = 生まれつきのものとして、{ $what }。
# $what Word
told-seenPerhapsInherited = 生まれつきの可能性があるものとして、{ $what }。
# $gene Word
told-unchanged = { $gene }に変化は見つかりませんでした。
# $gene Word
told-copiesMany = { $gene }の数が大きく増えていました
# $gene Word
told-copiesMore = { $gene }の数が増えていました
# $gene Word
told-copiesFewer = { $gene }の数が減っていました
# $gene Word
told-copiesNone = { $gene }が失われていました
# $gene Word
told-copiesOneVersion = 2つある{ $gene }の型のうち、片方が失われていました
# $gene Word
told-copiesUnchanged = { $gene }の数に変化は見つかりませんでした。
told-readOtherwise = 遺伝子の読まれ方の変化
# $gene Word
told-joinedUnchanged = { $gene }のつながり方に変化は見つかりませんでした。
# $gene Word
told-skipped = { $gene }の一部が読み飛ばされていました
# $one Text
# $other Text
told-joined = { $one } 遺伝子と { $other } 遺伝子がつながっていました
# $gene Word
told-joinedElsewhere = { $gene }が、本来とは別の所とつながっていました
# $gene Word
told-arrangedOtherwise = { $gene }の並び方に変化がありました
# $gene Word
# $value Word
told-expression = { $gene }がどれくらい働いているか（発現量）を調べました。値は { $value } でした。{ told-askDoctor }
told-askDoctor = 意味については、担当医がご説明します。
# $name Text
told-virus = ウイルス（{ $name }）の遺伝情報
# $name Text
told-organism = { $name } の遺伝情報
# $what Word
told-nonHuman = 調べた検体で、{ $what }が見つかりました。{ told-askDoctor }
told-tmbUndetermined = { -tmb }は判定できませんでした。
# $value Word
told-tmbHigh = { -tmb }は高いと判定されました{ $value }。
# $value Word
told-tmbNotHigh = { -tmb }は高くないと判定されました{ $value }。
# $value Word
told-tmbValue = { -tmb }は { $value } でした。{ told-askDoctor }
told-msiUndetermined = { -msi }の結果は、判定できませんでした。
told-msiHigh = { -msi }の結果は「MSI-High（高い）」で、直す働きが弱くなっているしるしが見つかりました。
told-msiStable = { -msi }の結果は「MSS（安定）」で、直す働きが弱くなっているしるしは見つかりませんでした。
# $value Word
told-msiValue = { -msi }の値は { $value } でした。{ told-askDoctor }
# $value Word
told-loh = LOH（2つある遺伝子の型の片方が失われている割合）は { $value } でした。{ told-askDoctor }
told-meansResistance = 一部のお薬が効きにくくなることに関わる変化と考えられています。
told-meansTreatment = 治療を選ぶときに関わる変化と考えられています。
told-meansIllness = 病気のなりやすさに関わる変化と考えられています。
told-meansClinically = 治療や診断を考えるうえで意味のある変化と考えられています。
told-meansCancer = がんの成り立ちや性質に関わる変化と考えられています。
told-meansUnclear = 今の時点では、意味がはっきりしていない変化です。
told-meansNoIllness = 病気のなりやすさとの関わりは、ない、または少ないと考えられている変化です。
told-meansNoCancer = がんとの関わりは、ない、または少ないと考えられている変化です。
