### What is missing before a report is finalised or a document given out.

gap-notReceived = The case has not been received.
gap-finalised = The report is finalised. To change it, open an amendment and give the reason.
gap-undecided = { $count } findings have no verdict ({ $findings }). Judge them, or put them off with a reason.
gap-sampleGuessed = The tumour's sample is the program's guess ({ $names }). Confirm it; if it is wrong, load the file into a new case and name the sample.
gap-classOfHeredity = { $count } findings are classified on a germline scale ({ $findings }), which cannot be printed: the patient has not asked to be told of heredity. Classify them on a scale of the tumour, or put them off with a reason. The judgement on heredity has its own place.
gap-adviceOnWithheld = The recommendation “{ JOIN($advice, "”, “") }” rests on nothing but findings that the patient’s wish keeps out of the report. Printed without a basis, it would tell that there is one. Ask for the wish again, or withdraw it and record it anew on what can be printed.
gap-noAdvice = Record a recommended treatment, or “no recommendation” with its reason.
gap-noMeeting = Record the panel meeting with its day and participants.
gap-notQuorate = By the rules the panel is “{ $verdict }” (lacking: { JOIN($missing, ", ") }). Correct the record of the meeting, or let the chair go on with a written reason, which the report prints.
gap-noSummary = The panel’s summary is not written.
gap-opinionsAwaited = { $count ->
    [one] One opinion that was asked for has not come ({ JOIN($names, ", ") }).
   *[other] { $count } opinions that were asked for have not come ({ JOIN($names, ", ") }).
}
gap-germlineUnjudged = { $count ->
    [one] Of one germline finding heredity is not judged ({ $findings }).
   *[other] Of { $count } germline findings heredity is not judged ({ $findings }).
}
gap-germlineToLookAt = { $count ->
    [one] One finding in a gene of hereditary cancer, from a test of the tumour alone: whether it is inherited is not judged ({ $findings }).
   *[other] { $count } findings in genes of hereditary cancer, from a test of the tumour alone: whether they are inherited is not judged ({ $findings }).
}
gap-wishNotAsked = The patient has not been asked whether findings about heredity are to be told.
gap-notExplained = The day on which the patient was told is not recorded.
gap-nothingFinal = There is no finalised report to rest on, or an amendment is open. Finalise the report first.
gap-readsOtherwise = { $count } findings would read otherwise now ({ $named }). Decide for each, with a reason, whether the later reading stands or the earlier one.
gap-noExplanation = What the patient is told has not been chosen yet. Choose findings and recommendations and write their sentences.
gap-heredityUnwritten = The patient wishes to be told of secondary findings, and of some findings a germline origin is possible or has not been judged. Nothing is given out without words on heredity: write them, or record the germline judgement of each finding.
gap-wishDiffers = A file states that the patient does not wish to be told of secondary findings: the laboratory may have left some out. Nothing is given out without words on heredity: ask the laboratory, and write them.
gap-explanationOutdated = A verdict or recommendation has changed since the words were written. Check them and save again.
gap-unsigned = To be signed: { $what }
gap-signatureVoid = { $capacity } ({ $name }'s signature is void, the content changed)
gap-samePerson = { $second } (must be another person than the { $first })
gap-namesWithheld = Words name what the patient has not asked to be told (heredity): { $passages }. Write them otherwise, or state with a reason that they are not about this patient.
gap-passage = { $place } ({ $named })
gap-missingGlyphs = { $count } characters cannot be printed: { JOIN($glyphs, "、") }. Write them otherwise, then finalise.
gap-glyph = 「{ $character }」U+{ $code }（{ $place }: { $excerpt }）
gap-wordsMissingJa = Some items have no words in Japanese. Write them.
gap-wordsMissingEn = Some items have no words in English. Write them.

place-part = { $part ->
    [summary] summary
    [clinical] clinical context
    [specimen] specimen
    [meeting] record of the meeting
    [amendment] reason and content of the amendment
    [rationale] reasons of the recommendation
    [referral] referral
    [overall] result in short on the explanation
    [nextSteps] what happens next on the explanation
    [diagnosis] diagnosis
   *[document] words of the document
}
place-finding = finding { $id }
place-recommendation = recommendation { $number }
place-option = option on the explanation { $number }
place-referralNumber = referral { $number }
gap-namesBeyondCompanion = Words name results beside the target, which wait for the panel after standard therapy: { $passages }. Write them otherwise.
gap-beyondCompanion = This gives more than the target of the companion test and may not leave. Open an amendment and finalise a revision of the target alone, or end the companion use at the panel after standard therapy.
