### Family histories that cannot be read, or are not there.

pedigreePlace-line = line { $place }
pedigreePlace-person = “{ $person }”
pedigreePlace-all = { JOIN($parts, ", ") }
pedigreeProblem-refused = { $file }: cannot be read as a family history. { $why } Nothing was recorded.
pedigreeProblem-noFormat = It is neither PED, CanRisk, GA4GH pedigree (JSON) nor Entaku’s own JSON.
pedigreeProblem-tooLarge = It is too large ({ $found }; at most { $most }).
pedigreeProblem-empty = There is nobody in it.
pedigreeProblem-value = { $place }: “{ $found }” cannot be read; expected { $expected }.
pedigreeProblem-idTwice = { $place }: the id “{ $id }” stands twice. Write each person once.
pedigreeProblem-noPerson = { $place }: nobody is called “{ $id }”. Add that person, or write 0.
pedigreeProblem-circle = Parents and children form a circle ({ JOIN($persons, " → ") }). Correct the parents of one of them.
pedigreeProblem-parentSex = { $place }: “{ $id }” is told to be the { $told ->
    [father] father
   *[mother] mother
 } and recorded as { $recorded ->
    [male] male
   *[female] female
 }.
pedigreeProblem-sameTwice = { $place }: “{ $id }” stands for both of two persons.
pedigreeProblem-twinParents = The twins “{ $first }” and “{ $other }” have other parents.
pedigreeProblem-none = No family history is recorded for this case. Import one first.
