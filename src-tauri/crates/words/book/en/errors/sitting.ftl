### What a meeting refuses.

sittingRefusal-alreadyPlanned = The meeting has been planned already.
sittingRefusal-notPlanned = The meeting has not been planned.
sittingRefusal-closed = The meeting has ended; nothing can be added to it.
sittingRefusal-notClosed = The meeting has not ended. Close it, then give out its minutes.
sittingRefusal-notItsDocument = This is not the next document of the meeting. Refresh and try again.
sittingRefusal-notYet = The meeting is planned for { $day } and cannot begin before. To hold it today, change its day first.
sittingRefusal-caseTwice = A case is on the agenda twice. Leave it there once.
sittingRefusal-tooManyCases = { $count } cases; at most { $most } in one meeting.
sittingRefusal-noSuchTime = { $minutes } minutes; give 1 to { $most }.
sittingRefusal-discussed = A case that was on the table or has minutes stays on the agenda.
sittingRefusal-notOnAgenda = The case is not on the agenda. Add it first.
sittingRefusal-onTable = It is so already (this case is on the table, or there is a break).
sittingRefusal-alreadyThere = “{ $name }” is there already.
sittingRefusal-notThere = The person is not there at present.
sittingRefusal-tooManyPeople = At most { $most } participants.
