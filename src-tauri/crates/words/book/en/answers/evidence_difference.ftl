### What changed of a row of evidence from one version of its source to the next.

evidenceDifference-new = New
evidenceDifference-newlyListed = Newly on the list of companion tests and reimbursed markers
evidenceDifference-listedOtherwise = Listed otherwise among companion tests and reimbursed markers
evidenceDifference-noLongerListed = No longer on the list of companion tests and reimbursed markers
evidenceDifference-withdrawn = Withdrawn by the source
evidenceDifference-accepted = Reviewed since
evidenceDifference-noLongerAccepted = Counts as reviewed no more
evidenceDifference-contested = Contested since
evidenceDifference-noLongerContested = Contested no more
evidenceDifference-levelHigher = Higher level: { $former } → { $now }
evidenceDifference-levelLower = Lower level: { $former } → { $now }
evidenceDifference-levelOther = Another level: { $former } → { $now }
evidenceDifference-direction = Says something else: { $former } ({ $formerWord }, { $formerSupports ->
    [yes] supports
   *[no] does not support
}) → { $now } ({ $nowWord }, { $nowSupports ->
    [yes] supports
   *[no] does not support
})
evidenceDifference-profile = Another profile: { $former } → { $now }
evidenceDifference-disease = Another disease: { $former } → { $now }
evidenceDifference-therapies = Other therapies: { $former } → { $now }
