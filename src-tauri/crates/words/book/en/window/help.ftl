### The help and the tour of the window.

help-title = Help
help-search = Search the help
help-topics = Topics
help-glossary = Glossary
help-licences = Licences
help-licencesWhat = { $n ->
  [one] Entaku comes under the Apache License 2.0. It holds the following piece of software; its terms open at its name.
 *[other] Entaku comes under the Apache License 2.0. It holds the following { $n } pieces of software and typefaces; the terms of each open at its name.
}
help-licencesNone = It carries no text of its licence.
help-none = Nothing found. Try a shorter word.
help-found = { $n ->
    [one] { $n } entry found
   *[other] { $n } entries found
}
help-picture = The screen of “{ $title }”

tour-title = Tour of the window
tour-next = Next
tour-back = Back
tour-skip = End the tour
tour-done = Begin
tour-step = { $at } of { $of }

tour-head-list = The list of cases
tour-head-glance = The case in one look
tour-head-next = What comes next
tour-head-findings = The table of findings
tour-head-verdict = The verdict
tour-head-opinions = Opinions and agreement
tour-head-treatment = Recommendations and referrals
tour-head-report = Sign and finalise
tour-head-help = When you need help

tour-text-list = One row is one case. Choose a row and open it. Draft reports of the laboratory are loaded from here.
tour-text-glance = The patient’s course, the sample, key findings, recommendations and referrals in one look.
tour-text-next = What is left before the report is final. Press a line to go there.
tour-text-findings = The verdicts of laboratory, C-CAT and panel stand side by side. Findings without a verdict come first.
tour-text-verdict = Choose a class, write the rationale, record it. Entaku does not judge: people do.
tour-text-opinions = Here the members’ opinions are collected. Until you have recorded yours, you do not see the others’.
tour-text-treatment = Record the treatments recommended, or that there is none and why, and follow the referrals to trials.
tour-text-report = See what is left, sign, and finalise. A finalised report never changes.
tour-text-help = The help opens at any time. This tour can be taken again from the help or from the palette.
