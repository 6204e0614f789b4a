### What is due for whom, over all cases.

due-title = What is due
due-whose = Whose
due-rooms-coordinator = Coordinator
due-rooms-attending = Attending doctor (own patients)
due-rooms-chair = Chair of the panel
due-rooms-counsellor = Genetic counselling
due-emptyTitle = Nothing is due
due-emptyWhat = What comes next for a case or a referral stands here.
due-count = { $n ->
    [1] 1 line
   *[other] { $n } lines
 }
due-by = due { $day }
due-since = since { $day }
due-waits = waits for: { $who }
due-trial = trial { $trial }
due-trials = candidates: { $trials }
due-figures = { $candidates } findings that may be inherited · { $pursued } pursued · { $wish } of patients who wish to be told · { $tested } with a confirming test ({ $confirmed } confirmed) · { $relatives } tests of relatives
