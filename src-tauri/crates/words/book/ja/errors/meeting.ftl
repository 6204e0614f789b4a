### What a meeting refuses.

meetingRefusal-alreadyPlanned = この開催は登録済みです。
meetingRefusal-notPlanned = この開催は登録されていません。
meetingRefusal-closed = この開催は終了しています。出席・議事の記録は追加できません。
meetingRefusal-notClosed = この開催は終了していません。議事録は、開催を終了してから発行してください。
meetingRefusal-notItsDocument = この開催の次の文書ではありません。画面を更新してからやり直してください。
# $day Text
meetingRefusal-notYet = 開催日は{ $day }です。その日より前には開始できません。今日開催する場合は、先に開催日を変更してください。
meetingRefusal-caseTwice = 同じ症例が議題に2回含まれています。1回にしてください。
# $count Number
# $most Number
meetingRefusal-tooManyCases = 議題が{ $count }症例あります。1回の開催では{ $most }症例までです。
# $minutes Number
# $most Number
meetingRefusal-noSuchTime = 予定時間が{ $minutes }分です。1〜{ $most }分で入力してください。
meetingRefusal-discussed = 検討を始めた症例、または議事録のある症例は、議題から外せません。
meetingRefusal-notOnAgenda = この症例は議題にありません。先に議題へ追加してください。
meetingRefusal-onTable = すでにその状態です（検討中の症例、または休憩中）。
# $name Text
meetingRefusal-alreadyThere = 「{ $name }」はすでに出席しています。
meetingRefusal-notThere = その方は現在出席していません。
# $most Number
meetingRefusal-tooManyPeople = 出席者は{ $most }名までです。
