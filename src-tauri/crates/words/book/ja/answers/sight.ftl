### What an answer leaves out because the reader's roles do not allow it.

sight-notShown = （権限がないため表示しません）
sight-identity = 患者の氏名・生年月日・患者番号は、権限がないため表示しません。
sight-germline = 生殖細胞系列の所見と遺伝に関する判断は、権限がないため表示しません。
