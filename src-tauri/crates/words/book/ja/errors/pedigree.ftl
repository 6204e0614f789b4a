### Family histories that cannot be read, or are not there.

# $place Text?
pedigreePlace-line = { $place }行目
# $person Text
pedigreePlace-person = 「{ $person }」
# $parts List
pedigreePlace-all = { JOIN($parts, " ") }
# $file Text
# $why Word
pedigreeProblem-refused = { $file }: 家族歴として読み取れません。{ $why }何も記録していません。
pedigreeProblem-noFormat = PED、CanRisk、GA4GH pedigree（JSON）、Entaku の JSON のいずれでもありません。
# $found Text
# $most Text
pedigreeProblem-tooLarge = 大きすぎます（{ $found }、上限 { $most }）。
pedigreeProblem-empty = 人が1人もいません。
# $place Word
# $found Text
# $expected Text
pedigreeProblem-value = { $place } の「{ $found }」は読み取れません（期待される値: { $expected }）。
# $place Word
# $id Text
pedigreeProblem-idTwice = { $place } 識別子「{ $id }」が2回あります。1人に1行としてください。
# $place Word
# $id Text
pedigreeProblem-noPerson = { $place } の「{ $id }」にあたる人がいません。その人の行を加えるか、0 としてください。
# $persons List
pedigreeProblem-circle = 親子関係が輪になっています（{ JOIN($persons, " → ") }）。いずれかの親を訂正してください。
# $place Word
# $id Text
# $told father|mother
# $recorded male|female
pedigreeProblem-parentSex = { $place } で「{ $id }」は{ $told ->
    [father] 父
   *[mother] 母
 }とされていますが、{ $recorded ->
    [male] 男性
   *[female] 女性
 }と記録されています。
# $place Word
# $id Text
pedigreeProblem-sameTwice = { $place } で「{ $id }」が2人の両方に書かれています。
# $first Text
# $other Text
pedigreeProblem-twinParents = 双生児「{ $first }」と「{ $other }」の親が異なります。
pedigreeProblem-none = この症例には家族歴が記録されていません。先に取り込んでください。

# $id Text
relative-nobody = 「{ $id }」にあたる人がいません。家系図にいる人を選んでください。
relative-tie = 最初の人（発端者）には続柄を付けず、2人目からは誰のどの続柄かを選んでください。
relative-tieOfChange = すでにいる人の続柄は変えられません。いったん削除して、追加し直してください。
# $id Text
relative-bothParents = 「{ $id }」には父母がすでに記録されています。
# $id Text
relative-parentThere = 「{ $id }」のその親はすでに記録されています。記録されている人を変更してください。
relative-sameParent = 子の両親には別の2人を選んでください。
relative-otherParentElsewhere = もう一方の親は、子を追加するときだけ選べます。
relative-twinElsewhere = 双生児は、きょうだいを追加するときだけ選べます。
relative-proband = 発端者は削除できません。
# $id Text
relative-between = 「{ $id }」を削除すると、家系のつながりが切れる人がいます。先にその人を削除してください。
# $why Word
relative-impossible = この家族歴は成り立ちません。{ $why }何も記録していません。
# $found Text
# $most Number
relative-age = 年齢「{ $found }」は0から{ $most }までの整数で入力してください。
# $found Text
relative-year = 年「{ $found }」は西暦4桁で入力してください。
