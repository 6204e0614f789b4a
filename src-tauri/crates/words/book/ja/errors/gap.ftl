### What is missing before a report is finalised or a document given out.

gap-notReceived = この症例はまだ受領されていません。
gap-finalised = 報告書は確定済みです。変更するには、理由を記入して訂正を開始してください。
# $count Number
# $findings Text
gap-undecided = 未判定の所見が{ $count }件あります（{ $findings }）。判定するか、理由を記入して保留にしてください。
# $names Text
gap-sampleGuessed = 腫瘍の検体はプログラムの推定です（{ $names }）。検体を確認してください。誤っている場合は、検体を指定してファイルを新しい症例として読み込んでください。
# $count Number
# $findings Text
gap-classOfHeredity = 生殖細胞系列の分類で判定した所見が{ $count }件あります（{ $findings }）。患者の開示希望が「希望する」ではないため報告書に載せられません。体細胞の分類で判定するか、理由を記入して保留にしてください。遺伝についての判断は「生殖細胞系列」に記録します。
# $advice List
gap-adviceOnWithheld = 推奨「{ JOIN($advice, "」「") }」は、患者の開示希望により報告書に載せられない所見だけを根拠としています。根拠のない推奨として印刷すると、載せない所見があることが伝わります。開示希望を再確認するか、推奨を取り消して、載せられる根拠だけで記録し直してください。
gap-noAdvice = 推奨治療、または「推奨なし」とその理由を記録してください。
gap-noMeeting = エキスパートパネルの開催記録（開催日・出席者）を記録してください。
# $verdict Word
# $missing List
gap-notQuorate = エキスパートパネルの成立要件は「{ $verdict }」です（不足: { JOIN($missing, "、") }）。開催記録を改めるか、座長が理由を記入して先へ進めてください。理由は報告書に印刷されます。
gap-noSummary = パネルのまとめが書かれていません。
# $count Number
# $names List
gap-opinionsAwaited = 依頼した意見のうち{ $count }名分が未回答です（{ JOIN($names, "、") }）。
# $count Number
# $findings Text
gap-germlineUnjudged = 生殖細胞系列の所見{ $count }件について、生殖細胞系列の判定が記録されていません（{ $findings }）。
# $count Number
# $findings Text
gap-germlineToLookAt = 腫瘍組織のみの検査で、遺伝性腫瘍に関わる遺伝子に見つかった所見{ $count }件について、生殖細胞系列かどうかの判定が記録されていません（{ $findings }）。
gap-wishNotAsked = 生殖細胞系列の所見（二次的所見）の開示希望が未確認です。
gap-notExplained = 患者への説明日が記録されていません。
gap-nothingFinal = もとになる確定報告書がないか、訂正中です。先に報告書を確定してください。
# $count Number
# $named Text
gap-readsOtherwise = 現在の読み取り方では内容が変わる所見が{ $count }件あります（{ $named }）。所見ごとに、新しい内容を採るか、読み込み時のままにするかを理由とともに決めてください。
gap-noExplanation = 患者に伝える内容がまだ選ばれていません。所見と推奨を選び、説明の文章を記入してください。
gap-heredityUnwritten = 患者は二次的所見の開示を希望しています。生殖細胞系列の可能性がある、またはその判定がまだない所見があるため、遺伝についての文章がないまま発行できません。文章を記入するか、所見ごとに生殖細胞系列の判定を記録してください。
gap-wishDiffers = ファイルには、患者が二次的所見の開示を希望しないと書かれています。検査会社が所見を省いている可能性があるため、遺伝についての文章がないまま発行できません。検査会社に確認し、文章を記入してください。
gap-explanationOutdated = 説明の文章を書いた後に、判定または推奨が変わっています。文章を確かめて、もう一度記録してください。
# $what List
gap-unsigned = 署名が必要です: { $what }
# $capacity Word
# $name Text
gap-signatureVoid = { $capacity }（{ $name }の署名は内容の変更により無効）
# $second Word
# $first Word
gap-samePerson = { $second }（{ $first }と同じ方は署名できません）
# $passages List
gap-namesWithheld = 患者が開示を希望していない事項（遺伝に関わること）を示す言葉があります：{ $passages }。書き直すか、この患者のことではない旨を理由とともに記録してください。
# $place Word
# $named List
gap-passage = { $place }「{ $named }」
# $count Number
# $glyphs List
gap-missingGlyphs = 印刷できない文字が{ $count }件あります: { JOIN($glyphs, "、") }。別の文字に書き換えてから確定してください。
# $character Text
# $code Text
# $place Word
# $excerpt Text
gap-glyph = 「{ $character }」U+{ $code }（{ $place }: { $excerpt }）
gap-wordsMissingJa = 日本語の文章がない項目があります。日本語の文章を記入してください。
gap-wordsMissingEn = 英語の文章がない項目があります。英語の文章を記入してください。

# $part summary|clinical|specimen|meeting|amendment|rationale|referral|overall|nextSteps|diagnosis|document
place-part = { $part ->
    [summary] まとめ
    [clinical] 臨床情報
    [specimen] 検体
    [meeting] 会議の記録
    [amendment] 訂正の理由と内容
    [rationale] 推奨の理由
    [referral] 紹介
    [overall] 説明書の要約
    [nextSteps] 説明書「これからのこと」
    [diagnosis] 診断名
   *[document] 文書の記載
}
# $id Text
place-finding = 所見 { $id }
# $number Number
place-recommendation = 推奨 { $number }
# $number Number
place-option = 説明書の候補 { $number }
# $number Number
place-referralNumber = 紹介 { $number }
# $passages List
gap-namesBeyondCompanion = 標的以外の結果（標準治療後のエキスパートパネルまで使用しない）を示す言葉があります：{ $passages }。書き直してください。
gap-beyondCompanion = コンパニオン検査の標的以外の結果を含むため、外へ出せません。改訂を開いて標的だけの版を確定するか、標準治療後のエキスパートパネルで使用を終了してください。
