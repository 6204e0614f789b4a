### How the journal's end stands to its keyed copy.

head-sound = journal and keyed head agree on { $count } events
head-behind = the journal holds { $journal } events and continues the keyed head, which knows { $head } (a crash before the head was written)
head-worn = { $unreadable } record(s) of head.log cannot be read (power failure or damage); the last readable one knows { $head } events and fits
head-missing = head.log is missing, so a shortened journal could not be told
head-unreadable = head.log has no record made with the key of this store
head-ahead = the journal holds { $journal } events, but { $head } were recorded: events were cut off or an older store.db was put back
head-differs = event { $count } of the journal is not the one recorded in head.log: the journal was written anew
