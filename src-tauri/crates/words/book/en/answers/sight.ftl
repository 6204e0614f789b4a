### What an answer leaves out because the reader's roles do not allow it.

sight-notShown = (not shown: your role does not allow it)
sight-identity = The patient’s name, date of birth and number are not shown: your role does not allow it.
sight-germline = Germline findings and what is judged of heredity are not shown: your role does not allow it.
