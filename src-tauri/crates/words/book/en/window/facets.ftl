### Conditions on the table of findings, saved views, columns, verdicts on many at once.

facets-open = Conditions
facets-openWith = Conditions ({ $n })
facets-title = Show by conditions
facets-clear = Clear conditions
facets-words = Words
facets-or = {" or "}
facets-judged = State of judgement
facets-state-open = Not judged
facets-state-deferred = { verdict-deferred }
facets-state-judged = Judged
facets-state-notNeeded = No verdict needed
facets-origin = { finding-origin }
facets-effect = { finding-effect }
facets-laboratory = { verdict-laboratory }
facets-nothingSaid = { buildSource-notStated }
facets-vaf = VAF (%)
facets-from = At least
facets-to = At most
facets-vafBetween = VAF { $from } to { $to } %
facets-vafFrom = VAF of at least { $from } %
facets-vafTo = VAF of at most { $to } %
facets-noNumber = Enter a number, such as 5.
facets-shown = { $n } of { $all }
facets-more = { $n } more values
facets-columns = Columns shown
facets-views = Saved views
facets-noViews = No view is saved.
facets-viewName = Name of this view
facets-save = Save view
facets-saved = View “{ $name }” saved
facets-forget = Delete “{ $name }”
facets-kept = Conditions, order and columns are kept as settings of this window; nothing of a patient is among them.
bulk-open = Judge together… ({ $n })
bulk-title = Judge all that meet the conditions
bulk-what = { $n ->
    [one] One finding meets these conditions and gets this verdict.
   *[other] { $n } findings meet these conditions and get the same verdict.
}
bulk-judgedToo = { $n ->
    [one] Also change the one that is judged
   *[other] Also change the { $n } that are judged
}
bulk-all = No condition (all of this kind)
bulk-class = { verdict-own }
bulk-reason = Reason
bulk-reasonHint = Conditions and count are recorded with it, in the rationale of each verdict.
bulk-recorded = { $reason } (judged together: { $conditions }; { $n ->
    [one] one finding
   *[other] { $n } findings
})
bulk-none = No finding that meets the conditions waits for a verdict.
bulk-severalKinds = Findings of several kinds are listed, and no scale is offered for all of them.
bulk-confirm = { $n ->
    [one] Record one verdict
   *[other] Record { $n } verdicts
}
bulk-done = { $n ->
    [one] One verdict recorded
   *[other] { $n } verdicts recorded
}
