### What is due for whom.

worklist-checkDue = Referral to be checked
worklist-waitingForAnswer = Waiting for an answer
worklist-letterNotSent = Referral letter not issued
worklist-recruitmentStale = Recruitment looked up long ago
worklist-awaitingPanel = Waiting for the panel
worklist-toExplain = Result to be explained
worklist-toFollowUp = Follow-up to be recorded
worklist-referralGoesOn = Referral under way
worklist-matchesNotDiscussed = Trial matches not discussed
worklist-guidanceUnrecorded = not recorded: { $guidance }
