### What lists of heredity answer, beside the panel's judgement.

germlineLists-ask = 生殖細胞系列の一覧に照らす
germlineLists-differ = 一覧によって答えが異なります
germlineLists-noJudgement = 一覧の答えであり、判定ではありません。
