### What became known since cases were weighed.

news-title = New evidence
news-emptyTitle = Nothing new
news-emptyWhat = { $n ->
  [one] 1 case was compared: the knowledge of when it was weighed with that of today.
 *[other] { $n } cases were compared: the knowledge of when each was weighed with that of today.
} Knowledge is imported in the settings.
news-count = New evidence for { $total ->
  [one] 1 case
 *[other] { $total } cases
} ({ $shown } shown, { $n } compared)
news-since = { $n ->
  [one] 1 row changed
 *[other] { $n } rows changed
} since { $at }. What follows is for people to say.
news-weighed = since { $at }
news-more = { $n } more
news-former = version then: { $version }
news-noFormer = not there then
news-asOf = as of { $version }
news-choose = Choose { $which }
news-showAll = Show all { $n }
news-fewer = Show fewer
news-reason = Reason
news-reasonHint = needed for “not relevant” and for taking up again
news-needsReason = Enter a reason
news-seen = Mark as seen ({ $n })
news-notRelevant = Not relevant for this patient ({ $n })
news-takeUp = Take up again
news-amend = Take up again: begin an amendment
news-open = Show
news-fold = Fold
