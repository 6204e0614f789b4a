### Why the opinions on a case need a live meeting.

needsMeeting-nobodyAsked = 意見を求める構成員がいません
# $names List
needsMeeting-missing = 症例全体への意見がない構成員: { $names }
# $names List
needsMeeting-notAgreed = 不同意の構成員: { $names }
# $findings List
needsMeeting-differing = 意見が分かれている所見: { $findings }
