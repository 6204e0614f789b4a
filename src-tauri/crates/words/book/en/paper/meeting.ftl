### Agenda and minutes of a meeting.

meetingHead-name = Name
meetingHead-venue = Place
meetingHead-minutes = { $minutes } min

agenda-time = Time
agenda-title = Cases to discuss
agenda-empty = There is no case on the agenda yet.
agenda-number = No.
agenda-tumourAndTest = Tumour, test
agenda-findings = Findings
agenda-left = What is left
agenda-timeColumn = Time
agenda-byNumber = Cases go by their numbers; no patient is named.
agenda-nothing = nothing

minutes-began = Began
minutes-ended = Ended
minutes-byNumber = Cases go by their numbers and no patient is named. For patients who have not asked to be told of germline findings, nothing is said of them, not even whether there are any.
minutes-noAttendance = Nobody’s attendance is recorded.
minutes-arrived = Arrived
minutes-gone = Left
minutes-notDiscussed = Not discussed at this meeting.
minutes-time = Time
minutes-thereAtDecision = Present at the decision
minutes-partly = There for a part only
minutes-noMinutes = No minutes were written.
minutes-decisions = Decisions
minutes-noVerdict = No verdict is recorded.
minutes-noQuorum = The quorum of this case has not been recorded.

omissionBox-omitted = Expert panel omitted ({ $grounds })
omissionBox-omittedOn = Expert panel omitted (ground: { $grounds })

left-undecided = { $count } findings without a verdict
left-advice = recommendation
left-finalised = finalised
