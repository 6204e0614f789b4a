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
