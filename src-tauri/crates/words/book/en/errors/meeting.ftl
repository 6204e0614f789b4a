### What a meeting refuses.

meetingRefusal-alreadyPlanned = The meeting has been planned already.
meetingRefusal-notPlanned = The meeting has not been planned.
meetingRefusal-closed = The meeting has ended; nothing can be added to it.
meetingRefusal-notClosed = The meeting has not ended. Close it, then give out its minutes.
meetingRefusal-notItsDocument = This is not the next document of the meeting. Refresh and try again.
meetingRefusal-notYet = The meeting is planned for { $day } and cannot begin before. To hold it today, change its day first.
meetingRefusal-caseTwice = A case is on the agenda twice. Leave it there once.
meetingRefusal-tooManyCases = { $count } cases; at most { $most } in one meeting.
meetingRefusal-noSuchTime = { $minutes } minutes; give 1 to { $most }.
meetingRefusal-discussed = A case that was on the table or has minutes stays on the agenda.
meetingRefusal-notOnAgenda = The case is not on the agenda. Add it first.
meetingRefusal-onTable = It is so already (this case is on the table, or there is a break).
meetingRefusal-alreadyThere = “{ $name }” is there already.
meetingRefusal-notThere = The person is not there at present.
meetingRefusal-tooManyPeople = At most { $most } participants.
