### What was given about a finding that may be inherited, and cannot be.

# $found Text
germlineProblem-gene = 「{ $found }」は遺伝子名として読み取れません。BRCA1 のように入力してください。
# $found Text
germlineProblem-vaf = VAF「{ $found }」は0から1の数ではありません。31 %は 0.31 と入力してください。
# $found Text
# $most Text
germlineProblem-age = 年齢「{ $found }」は0から{ $most }の数ではありません。
# $found Text
germlineProblem-content = 腫瘍細胞含有率「{ $found }」は、0より大きく100までの数ではありません。40 %は 40 と入力してください。
# $error Text
germlineProblem-list = 施設の一覧を読み取れません: { $error }
germlineProblem-noFile = ファイルではありません。

germlineWorkup-noResult = 確認検査の結果（確認、認めない、判定できない）を選んでください。
germlineWorkup-resultElsewhere = 結果は「確認検査の結果が届いた」ときだけ入力できます。
germlineWorkup-noDay = 再確認の予定日を入力してください。
germlineWorkup-dayElsewhere = 再確認の予定日は、延期するときだけ入力できます。
