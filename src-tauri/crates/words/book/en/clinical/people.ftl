### People: roles, requirements, institutions.

role-chair = panel lead / chair
role-member = member
role-coordinator = coordinator
role-geneticCounsellor = genetic counsellor
role-attendingPhysician = attending physician
role-administrator = administrator
role-viewer = viewer

capacity-author = author
capacity-reviewer = reviewer
capacity-chair = responsible (chair)

qualification-a = medical oncologist
qualification-i = clinical geneticist
qualification-u = genetic counselling
qualification-e = pathologist
qualification-o = molecular genetics expert
qualification-ka = bioinformatician
qualification-ki = paediatric oncologist

institutionKind-core = core hospital
institutionKind-designated = designated hospital
institutionKind-cooperative = cooperating hospital

member-institutionKind = kind of hospital
member-field = clinical field

unusual-night = At night (22:00 to 6:00)
unusual-firstAtComputer = First act at this computer
unusual-manyCases = 20 or more cases within an hour
unusual-muchTakenOut = 10 or more papers or tables taken out within an hour
unusual-wholeStore = The whole store taken out
unusual-manyRefusals = 3 or more refusals within an hour
unusual-manyGuesses = 5 or more wrong passwords in a row
