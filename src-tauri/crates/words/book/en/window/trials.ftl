### Trials beside a case.

trials-title = Trials beside the case
trials-match = Compare
trials-again = Compare again
trials-hint = The imported catalogue of trials is laid beside what is recorded of this case, criterion by criterion. Nothing is asked outside.
trials-none = The catalogue has no open trial. Trials are imported with “entaku-cli trials import”.
trials-group-met = Trials of which every recorded criterion is met
trials-group-unknown = Trials of which something has to be known
trials-group-notMet = Trials with a criterion that is not met
trials-state-met = met
trials-state-notMet = not met
trials-state-unknown = { partState-unknown }
trials-asOf = as of { $day }
trials-noDay = no day given
trials-stale = may be out of date
trials-armClosed = this arm takes nobody
trials-canChange = may change with time
trials-more = { $n } more
trials-tick = Record what was found
trials-tickNote = Remark
trials-tickedBy = recorded by { $name } ({ $role }) at { $at }
trials-tickedBefore = said of an earlier version of the trial ({ $version }); look again for the present one
trials-asReferred = Criteria as they stood at the referral
trials-stoodBy = looked at by { $name }
