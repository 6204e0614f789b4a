### The sheet for asking the disclosure wish again.

wishSheet-forStaff = For staff. Do not hand it to the patient. It says the same for every patient, whatever was found.
wishSheet-askedSoFar = Asked so far
wishSheet-askedOn = Asked on
wishSheet-askedBy = Asked by
wishSheet-toExplain = To be explained before asking
wishSheet-apart = {"      "}
wishSheet-askedByProfession = Asked by (profession)
wishSheet-present = Also present
wishSheet-remarks = The patient’s words, remarks
wishSheet-answer = The answer
wishSheet-recordIt = Record the answer as the wish of the case. From then on every document follows it.
wishSheet-maybeFound = A cancer gene panel, made for the treatment of the cancer, may find something about heredity.
wishSheet-ownChoice = Whether to be told is the patient’s own choice. Not to know is a choice too, and it can be changed at any time.
wishSheet-everybodyAsked = Everybody is asked, whatever was found. That the question is asked does not mean that there is something to tell.
wishSheet-whyKnow = To know may help the patient’s own care. It may concern relatives, and a further test may be needed to confirm it.
wishSheet-counselling = Genetic counselling is open before deciding, and there is time to talk with the family.
