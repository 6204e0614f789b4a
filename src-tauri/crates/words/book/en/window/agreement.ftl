### Opinions and agreement.

agreement-title = Agreement of opinions
agreement-blind = The others’ opinions are hidden until you have given your own or the chair opens them.
agreement-canCirculate = All opinions agree: the case can be closed by circulation.
agreement-needsMeeting = A live meeting is needed.
agreement-stillOpen = Before circulation can close the case:
agreement-asked = Members asked
agreement-given = given
agreement-due = due { $day }
agreement-enteredBy = entered by { $name }
agreement-outOfDate = changed since: { $what }
agreement-confirm = Confirm what was entered for me
agreement-open = Open all opinions
agreement-openHint = Members who have not given theirs will see all opinions too. This is recorded.
agreement-openOne = Open the opinions on this finding
agreement-mine = My opinion on the case as a whole
agreement-onBehalf = Opinion on the case, entered for a member
agreement-mineHint = On the draft as it stands: its verdicts and recommendations. When the draft changes, you are asked again.
agreement-stance = On the draft
agreement-suggested = Drugs or trials to offer
agreement-whose = Whose opinion
agreement-myOwn = my own
agreement-onBehalfHint = An opinion typed for another names both of you and waits for the other’s confirmation.
agreement-ask = Asking for opinions (circulation)
agreement-dueLabel = Due
agreement-askSave = Record whom we ask
