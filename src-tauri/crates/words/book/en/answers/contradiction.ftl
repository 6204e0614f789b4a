### What cannot be meant as it stands in a file.

contradiction-gainWithoutCopies = The file says “{ $words }”, but gives less than one copy. A value that was not measured may be written as 0: ask the laboratory.
