### What the acts refuse, by the file that says it.

common-fileMissing = ファイルを選んでください。
common-unchanged = 変更がありません。
# $shown Text
# $error Text
common-unreadable = { $shown } を読み取れません。場所と権限を確認してください。（{ $error }）
common-futureDay = 将来の日付は記録できません。

addRecommendation-drugMissing = 薬剤を入力してください。
addRecommendation-routeMissing = 到達経路を選んでください。
# $id Text
addRecommendation-noSuchNeed = 到達経路「必要なこと」の一覧に { $id } がないか、2回書かれています。treatment_grounds が返すidを一つずつ使ってください。

# $id Text
adoptPhrase-adoptedAlready = この例は定型文（{ $id }）として採用されています。

arrive-personMissing = 出席者を選んでください。

# $name Text
askOpinions-cannotOpine = { $name } は意見を述べる役割を持っていません。

chooseConsequence-severalGenes = この転写産物は複数の遺伝子にあります。遺伝子も指定してください。

clearWords-namesNothing = この文章には、遺伝に関わることを示す言葉がありません。
# $shown Text
clearWords-notInCase = 「{ $shown }」という文章は、この症例のどこにもありません。症例の不足事項（namesWithheld）に示された文章を、そのまま指定してください。

closeCaseAtMeeting-notDiscussed = この症例はこの開催でまだ検討されていません。先に検討中の症例にしてください。

# $finding Text
decideReadings-noFindingNow = { $finding } のレコードは、現在の読み取りでは所見になりません。読み込み時のままとし、必要なら理由を記入して保留にしてください。
decideReadings-nothingToDecide = 読み取り方で内容が変わる所見が選ばれていません。

enterFinding-buildMissing = 位置を入力するときは、ゲノムビルド（GRCh37・GRCh38）も指定してください。
enterFinding-needed = この種類の所見には必要です。
enterFinding-compositeMarker = 複合バイオマーカーは手入力できません。構成する所見を入力してください。
enterFinding-changeMissing = 塩基変化・タンパク質変化・位置のいずれかを入力してください。
enterFinding-noNumber = 数値を入力してください。
# $value Text?
# $error Text
enterFinding-cannotBeRead = 「{ $value }」は入力できません。（{ $error }）
# $found Text?
enterFinding-noPosition = 1以上の整数を入力してください（1始まり）。
# $found Text?
enterFinding-noFraction = 0から1の割合で入力してください（31%は0.31）。

giveOpinion-nothingSaid = 区分かコメントを入力してください。

intakeProblem-batchOfACase = 一括読み込みでは症例を指定できません。
intakeProblem-emptyFolder = フォルダーにファイルがありません。

judgeFinding-findingMissing = 所見を選んでください。
judgeFinding-verdictMissing = 区分を選ぶか、保留の理由を入力してください。
judgeFinding-criteriaForSeveral = 分類の基準は所見ごとに異なります。所見を1つだけ選んでください。

leave-personMissing = 退席する方を選んでください。

# $found Text?
moveReferral-noReferralId = 治験紹介の識別子が正しくありません。

listCases-noPlace = 続きの位置が読み取れません。

notePrinted-noHash = 文書のハッシュ値が正しくありません。

openStore-nobodySignsIn = このストアにはサインインできる構成員がいません。

planMeeting-dayMissing = 開催日を入力してください。

previewTemplate-noCase = 見本にする症例がありません。先に症例を受領してください。

# $most Text
recordHeredityWords-tooMany = 言葉は{ $most }件までです。
# $number Text
# $shown Text
# $least Text
# $most Text
recordHeredityWords-wordLength = { $number }行目「{ $shown }」：言葉は、空白と記号を除いて{ $least }～{ $most }文字にしてください。
# $number Text
# $shown Text
# $known Text
recordHeredityWords-foundAlready = { $number }行目「{ $shown }」は、「{ $known }」として、すでに見つけられます。
# $number Text
# $shown Text
# $error Text
recordHeredityWords-notRecordable = { $number }行目「{ $shown }」は、言葉として記録できません。（{ $error }）

recordMilestone-futureDay = これから先の日付です。済んだことの日付を記録してください。

# $mostTitle Text
recordPhrase-titleTooLong = 見出しとよみは改行のない{ $mostTitle }文字以内にしてください。
# $mostText Text
recordPhrase-textTooLong = 定型文は{ $mostText }文字以内にしてください。
recordPhrase-fieldMissing = 使う欄を1つ以上選んでください。

# $number Text
# $shown Text
recordPreferredTranscripts-notGeneAndTranscript = { $number }行目「{ $shown }」は「遺伝子 転写産物」（例: TP53 NM_000546.6）ではありません。
# $most Text
recordPreferredTranscripts-tooMany = 転写産物は{ $most }件までです。

registerReference-pathNotUnicode = パスがUnicodeではありません。

removeMember-oneself = 自分自身は削除できません。ほかのシステム管理者に依頼してください。

signReport-capacityMissing = 署名する立場（作成者・確認者・責任者）を1つ以上選んでください。
signReport-oneCapacityEach = この施設の規則では、1人が署名できる立場は1つです。ほかの立場は別の構成員が署名してください。

templateLogo-fileMissing = ロゴのファイルを指定してください。

verifyDocument-fileOrCode = ファイルか、ページ下端のコードのどちらか一方を指定してください。
verifyDocument-noCode = ページ下端の二次元コードの文字列（ENTAKU1/…）か、その横に印刷されたハッシュの先頭12桁以上を入力してください。
# $shown Text
verifyDocument-noPdf = { $shown } はPDFファイルではありません。照合できるのはPDFだけです。
# $shown Text
# $found Text
# $most Text
verifyDocument-tooLarge = { $shown } は { $found } MB あります。このプログラムの文書は { $most } MB を超えないため、読み込みませんでした。

# $why Text
command-noChoice = 選択肢にない値です。（{ $why }）
# $name Text
# $why Text
command-wrongArguments = { $name } の引数が正しくありません: { $why }

form-missing = 入力してください。
# $count Text
# $maxChars Text
form-tooLong = { $count }文字あります。{ $maxChars }文字以内にしてください。
# $day Text
form-noDate = 「{ $day }」は日付ではありません。2026-11-22 の形で入力してください。
# $code Text
# $error Text
form-noChoice = 「{ $code }」は選択肢にありません。（{ $error }）
form-scaleOrClassMissing = 尺度と区分の両方を選んでください。
# $found Text
# $expected Text
form-outOfRange = { $found } は範囲外です。{ $expected }
# $code Text
form-controlCharacter = 制御文字（U+{ $code }）が含まれています。取り除いてください。
# $found Text
form-noFindingId = 「{ $found }」は所見番号ではありません。
# $error Text
form-noGrade = この尺度・区分はありません。（{ $error }）

ruleSet-firstDayMissing = 適用開始日を入力してください。
# $found Text
# $part id|requirements|severalKeys|paediatric|modes|words?
# $expected Text?
ruleSet-cannotBeMeant = { $found } は使えません。{ $part ->
    [id] 半角の英数字・ハイフン・ピリオドで40文字以内にしてください。
    [requirements] 各区分は1回だけ、人数は1～20名にし、出典を記入してください。
    [severalKeys] 1～20にするか、制限がなければ空欄にしてください。
    [paediatric] 1～30歳にしてください。
    [modes] 開催方法と条件の番号はそれぞれ1回だけにし、「列挙した症例のみ」には該当条件を1つ以上入れてください。必須の条件には症例の事実を指定してください。
   *[words] 1～2000文字で、日本語と英語の両方を記入してください。
}

# $shown Text
# $error Text
desk-unwritable = { $shown } に書き込めません。場所と権限を確認してください。（{ $error }）
# $shown Text
# $store Text
desk-inStore = { $shown } には書き出せません。症例ストア（{ $store }）のフォルダーの中です。ほかのフォルダーを指定してください。何も書き出していません。
# $shown Text
desk-noFile = { $shown } には書き出せません。通常のファイルではありません（フォルダー、デバイス、リンク）。別の名前を指定してください。何も書き出していません。
# $shown Text
desk-notEmpty = { $shown } は空のフォルダーではありません。新しいフォルダーか空のフォルダー、または「.zip」で終わるファイル名を指定してください。何も書き出していません。
desk-noPlaceForNotes = 読み取り専用のストアです。誰が見たかの控えを残す場所がこの端末にないため、表示できません。ホームフォルダーのある利用者で起動してください。
desk-noMember = このストアの構成員ではありません。
desk-caseChanged = 表示後にこの症例が変更されました。最新の内容を読み込んでから、もう一度操作してください。何も記録されていません。
desk-notSignedIn = サインインしてください。
desk-doneSessionOver = 処理は依頼した人の名で終わりましたが、その間にサインアウトまたは画面ロックが行われたため、結果は表示しません。書き出したファイルは残っています。
desk-firstPassword = 管理者から伝えられた最初のパスワードでは、パスワードの変更のほかは何もできません。自分だけが知るパスワードに変更してください。
desk-removed = 構成員から外れたか、パスワードが再設定されたため、サインアウトしました。サインインし直せないときは、管理者に連絡してください。
# $names List
desk-waitsForConfirmation = 復旧コードで入ったため、ほかの人の確認を待っています。確認できるのは { JOIN($names, "、") } です（その方が自分のサインインで確認します）。それまでは何もできません。
desk-recordedAllTheSame = 記録は保存されましたが（複数ある場合はその一部）、続きの処理でディスクの読み書きに失敗しました。開き直して、記録された内容を確かめてから続けてください。

# $shown Text
backupPlan-folder = { $shown } はバックアップの置き場所に使えません。このコンピューターにあるフォルダーを、ストアの外に指定してください。
backupPlan-days = 1～90日にしてください。
backupPlan-generations = 2～100世代にしてください。
# $folder Text
backupPlan-gone = バックアップの置き場所 { $folder } が見つかりません。ディスクがつながっているか確かめてください。

meetingProblem-meetingChanged = 表示後にこの開催の記録が変更されました。最新の内容を読み込んでから、もう一度操作してください。何も記録されていません。

# $name Text
dispatch-noCommand = 「{ $name }」という操作はありません。

# $id Text
# $ids Text
rules-noRuleSet = 「{ $id }」という規則はありません。あるのは { $ids } です。
# $error Text
rules-noJson = この行は求める形のJSONではありません。（{ $error }）
# $count Text
# $most Text
rules-tooMany = { $count }件あります。{ $most }件以内にしてください。
# $given Text
# $known Text
rules-noChoice = 「{ $given }」は選択肢にありません。{ $known } のどれかです。

omissionProblem-dayMissing = いつの規則で判断するかを YYYY-MM-DD で指定してください。

# $count Text
# $mostCriteria Text
classification-tooManyCriteria = 基準が{ $count }件あります。{ $mostCriteria }件以内にしてください。
classification-criterionMissing = 基準を1つ以上選んでください。
classification-suggestedAlready = 示唆された区分と同じ判定です。この欄を空にし、理由は「判定の根拠」に記入してください。
# $forms Text
# $mostDissent Text
classification-tooManyDissents = 異なる意見が{ $forms }件あります。{ $mostDissent }件以内にしてください。
# $name Text
classification-dissentsTwice = { $name } の異なる意見が2件あります。1件にまとめてください。

documentsProblem-referralMissing = どの治験紹介の文書かを指定してください。
documentsProblem-notMadeHere = この種類の文書は、ここからは作成できません。症例には patient・referral・wish、開催には minutes・agenda を指定してください。
documentsProblem-noReferral = 確定した報告書に、この治験紹介はありません。

export-lastBeforeFirst = 終わりの日が始めの日より前です。

intakeProblem-futureDay = 受領日がこれから先の日付です。
# $name Text
# $size Text
# $keptBytes Text
intakeProblem-tooLarge = { $name } は{ $size }バイトあり、原本として保存できる上限（{ $keptBytes }バイト）を超えています。報告対象の部分だけのファイルを受け取ってください。何も保存していません。
intakeProblem-sessionOver = 読み込み中にサインアウトまたは画面ロックが行われたため、中止しました。何も保存していません。サインインして、もう一度読み込んでください。
# $name Text
intakeProblem-stopped = { $name }: 読み込みを中止しました。このファイルは読み込んでいません。
# $name Text
# $count Text
# $names Text
intakeProblem-severalSamples = { $name }には{ $count }件の検体・登録のレコードがあります（{ $names } …）。どれを読み込むかを指定してください。何も保存していません。
# $path Text
# $error Text
intakeProblem-unreadable = { $path } を読み取れません。場所と権限を確認してください。（{ $error }）

logos-fileChanged = ロゴのファイルが、画面に表示したときから変わっています。選び直して、見た目を確かめてください。
# $most Number
# $has Number
logos-tooManyBytes = ロゴのファイルは{ $most } kBまでです（このファイルは{ $has } kB）。小さくしたPNGかJPEGを選んでください。
logos-neitherPngNorJpeg = ロゴにはPNGかJPEGのファイルが必要です。PNGで書き出してから選んでください。
# $kind Text
logos-anotherKind = ロゴにはPNGかJPEGのファイルが必要です。このファイルは{ $kind }のようです。PNGで書き出してから選んでください。
# $most Number
# $width Number
# $height Number
logos-tooManyPixels = ロゴの画像は縦横とも{ $most }ピクセルまでです（この画像は{ $width } × { $height }）。縮小してから選んでください。
logos-pressColours = この画像は印刷所向けの色（CMYK）で、色を正しく表せません。RGBで書き出してから選んでください。
logos-blank = 白い紙に印刷すると何も見えない画像です（白い背景用でないロゴ、または空の画像）。白い背景用のロゴを選んでください。
# $damage Text
logos-damaged = 画像を最後まで読み取れません。ファイルが壊れているか、途中で切れています。（{ $damage }）

meetingProblem-unknownGround = この日の規則の、この開催方法にはない該当条件が含まれています。選び直してください。
# $mostPeople Text
meetingProblem-tooManyPeople = 出席者は{ $mostPeople }名までです。
# $name Text
meetingProblem-namedTwice = 「{ $name }」が2回記載されています。
meetingProblem-nameMissing = 出席者の氏名を入力してください。

members-roleMissing = 役割を1つ以上選んでください。
members-lastAdministrator = 最後のシステム管理者です。先に、ほかの構成員をシステム管理者にしてください。

# $id Text
opinions-noMember = 構成員「{ $id }」はこのストアにいません。

# $id Text
phrasesProblem-sameTitle = 同じ見出しの定型文（{ $id }）があります。別の見出しにしてください。
# $id Text
phrasesProblem-outOfUse = 定型文 { $id } は使用をやめています。先に再び使用する操作をしてください。
# $id Text
phrasesProblem-inUse = 定型文 { $id } は使用中です。

referencesProblem-noBuild = GRCh37またはGRCh38を指定してください。

# $other Text
reportProblem-cannotBeMade = 報告書を作成できません。（{ $other }）
reportProblem-paperIsFixed = 確定・発行済みの文書の用紙は変えられません。用紙を指定できるのは原案（版に0を指定）だけです。

meetingProblem-omittedIsNoMeeting = EP省略は開催ではありません。症例の「開催」の画面で、理由を添えて記録してください。

# $passwordChars Text
store-passwordTooShort = { $passwordChars }文字以上にしてください。
store-passwordGuessable = 氏名・サインイン名を含むものや、同じ文字の繰り返しは使えません。
store-passwordUnchanged = 今までと違うパスワードにしてください。
store-recoveryCode = 復旧コード

# $scheme Word
# $kind Word
classification-schemeNotMadeFor = 「{ $scheme }」は{ $kind }のための基準ではありません。基準を外して判定してください。
# $scale Word
# $kind Word
# $offered List
classification-scaleNotOffered = 「{ $scale }」は{ $kind }のための区分ではありません。次のいずれかで判定してください：{ $offered }。
# $scale Word
# $id Text
classification-scaleOffered = { $scale }（{ $id }）
# $scheme Word
# $scale Word
classification-suggestsAnotherScale = { $scheme } が示すのは「{ $scale }」の区分です。尺度を合わせるか、基準を外してください。
# $class Word
classification-reasonMissing = 基準から示唆される区分は「{ $class }」です。異なる判定とする理由を入力してください。
# $id Text?
# $error Text
classification-noScheme = 「{ $id }」という分類基準はありません。（{ $error }）
# $first Text
# $second Text
# $reason Word
classification-excludeEachOther = { $first } と { $second } は同時に選べません（{ $reason }）。どちらかを外してください。
# $code Text
# $scheme Word
classification-noCriterion = 「{ $code }」という基準は { $scheme } にありません。
# $code Text
classification-chosenTwice = { $code } が2回以上選ばれています。1回だけにしてください。
# $code Text
# $asked Word
# $offered List
classification-noSuchStrength = { $code } の強さを「{ $asked }」にはできません。選べるのは { $offered } です。
# $all List
classification-refusals = { JOIN($all, "") }

# $roles List
permission-onlyTheseRoles = この操作は次の役割の方だけが行えます: { $roles }

# $name Word
recordRuleSet-beginsOnTheSameDay = 同じ日に始まる規則「{ $name }」があります。どちらを適用するか決められません。

# $value Text?
# $error Text?
treatment-noTrialNumber = 「{ $value }」は試験番号として読み取れません。jRCTs031190104、NCT02576665、UMIN000012345 などの形で入力してください。
# $found Text?
treatment-noRecommendationId = 推奨の識別子が正しくありません。

confirmRecovery-nothingToConfirm = この方について確認を待っているものはありません（すでに確認されたか、あなたは確認できる立場にありません）。

resetAccess-oneself = 自分のパスワードは、ここでは再設定できません。「パスワードの変更」を使うか、ほかの管理者に頼んでください。
resetAccess-noSecond = 2人目になれるのは、あなたとご本人を除く、システム管理者か座長です。何も変更していません。

secondFactor-setUp = 確認コードはすでに設定されています。変更するには、先に解除してください。
secondFactor-notSetUp = 確認コードは設定されていません。

# $by Text
fourEyes-waitsAlready = 同じことについて{ $by }さんの提案が確認を待っています。先にそれを確認するか取り下げてください。
fourEyes-anotherConfirms = ご自身の提案は確認できません。ほかの座長または管理者が確認すると有効になります。
fourEyes-changedSince = 提案のあとに変更があったため確認できません。取り下げて、今の状態から提案し直してください。

tickTrialCriterion-missing = 確認する条件を選んでください。
# $written Text
tickTrialCriterion-unknown = 「{ $written }」は、この治験で人が確認する条件の中にありません。治験候補の一覧にある記載のまま指定してください。
# $written Text
tickTrialCriterion-several = 「{ $written }」に当たる条件が複数あります。項目（subject）、否定（denied）、公開元（source）で1つに絞ってください。

# $trial Text
# $arm Text
referToTrial-noArm = 試験の一覧の「{ $trial }」に、群「{ $arm }」はありません。照合の結果にある名称のまま指定するか、空欄にしてください。
