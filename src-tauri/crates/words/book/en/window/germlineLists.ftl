### What lists of heredity answer, beside the panel's judgement.

germlineLists-ask = Ask the lists of heredity
germlineLists-differ = The lists answer differently
germlineLists-noJudgement = An answer of the lists, and no judgement.
