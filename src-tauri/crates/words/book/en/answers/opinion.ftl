### Why the opinions on a case need a live meeting.

needsMeeting-nobodyAsked = nobody is asked for an opinion
needsMeeting-missing = no opinion on the case yet: { $names }
needsMeeting-notAgreed = not agreeing: { $names }
needsMeeting-differing = findings on which opinions differ: { $findings }
