### Where a finding that may be inherited stands, its steps, and the counsellor's worklist.

germlineWorkup-title = Germline work-up
germlineWorkup-on = Day
germlineWorkup-askAgainOn = Day to ask again
germlineWorkup-result = Result of the confirming test
germlineWorkup-doneBy = Done by (if somebody else)
germlineWorkup-note = Remark
germlineWorkup-documents = Documents (one a line)
germlineWorkup-step = What was done
germlineWorkup-record = Record step
germlineWorkup-worklist = Due in genetic counselling
germlineWorkup-empty = No finding waits for anything.
