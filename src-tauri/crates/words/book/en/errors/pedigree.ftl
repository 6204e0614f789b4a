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

relative-nobody = There is nobody “{ $id }”. Choose somebody of the pedigree.
relative-tie = The first person (the proband) has no relation; of each further one say whose relative he or she is, and how.
relative-tieOfChange = The relation of somebody who is there cannot be changed. Take the person out and add them anew.
relative-bothParents = Father and mother of “{ $id }” are recorded already.
relative-parentThere = This parent of “{ $id }” is recorded already. Change the person who is there.
relative-sameParent = Choose two persons as the parents of a child.
relative-otherParentElsewhere = The other parent is chosen with a child alone.
relative-twinElsewhere = Twins are chosen with a sibling alone.
relative-proband = The proband cannot be taken out.
relative-between = Without “{ $id }” somebody would be related to nobody. Take that person out first.
relative-impossible = This family history cannot be. { $why } Nothing was recorded.
relative-age = Write the age “{ $found }” as a whole number from 0 to { $most }.
relative-year = Write the year “{ $found }” with four digits.
