### What a meeting refuses.

sittingRefusal-alreadyPlanned = この開催は登録済みです。
sittingRefusal-notPlanned = この開催は登録されていません。
sittingRefusal-closed = この開催は終了しています。出席・議事の記録は追加できません。
sittingRefusal-notClosed = この開催は終了していません。議事録は、開催を終了してから発行してください。
sittingRefusal-notItsDocument = この開催の次の文書ではありません。画面を更新してからやり直してください。
# $day Text
sittingRefusal-notYet = 開催日は{ $day }です。その日より前には開始できません。今日開催する場合は、先に開催日を変更してください。
sittingRefusal-caseTwice = 同じ症例が議題に2回含まれています。1回にしてください。
# $count Number
# $most Number
sittingRefusal-tooManyCases = 議題が{ $count }症例あります。1回の開催では{ $most }症例までです。
# $minutes Number
# $most Number
sittingRefusal-noSuchTime = 予定時間が{ $minutes }分です。1〜{ $most }分で入力してください。
sittingRefusal-discussed = 検討を始めた症例、または議事録のある症例は、議題から外せません。
sittingRefusal-notOnAgenda = この症例は議題にありません。先に議題へ追加してください。
sittingRefusal-onTable = すでにその状態です（検討中の症例、または休憩中）。
# $name Text
sittingRefusal-alreadyThere = 「{ $name }」はすでに出席しています。
sittingRefusal-notThere = その方は現在出席していません。
# $most Number
sittingRefusal-tooManyPeople = 出席者は{ $most }名までです。
