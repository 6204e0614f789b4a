### What the rules of the panel answer when they are asked without a case.

rulesAnswer-noCriterion = { $scheme } has no such criterion.
rulesAnswer-noStrength = The criterion cannot have this strength.
rulesAnswer-excluded = Not counted together with { $by } ({ $reason }).
rulesAnswer-twice = { $code } is counted already.
rulesAnswer-attendingOrInformation = The attending physician, or a doctor in their place, neither takes part nor supplied information.
rulesAnswer-attending = The attending physician, or a doctor in their place, does not take part.
rulesAnswer-notAllowed = The rules do not allow this way of meeting.
rulesAnswer-groundNotNamed = No ground is given on which this way of meeting is allowed.
rulesAnswer-opinionsDiffer = Opinions differ.
rulesAnswer-agreementNotStated = Nobody has said whether opinions agree.
rulesAnswer-conditionNotMet = A condition of the omission does not hold.
rulesAnswer-conditionNotKnown = It is not stated that the conditions of the omission hold.
rulesAnswer-reasonMissing = The responsible person gave no reason.
rulesAnswer-omissionAllowed = The rules of that day allow the panel to be omitted
rulesAnswer-either = { $all }; or { $next }
