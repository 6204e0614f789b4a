### The case shown for everybody in the room, in this window and in a second one.

projector-title = 投影
projector-open = 投影表示
projector-leave = 作業画面に戻る
projector-judged = { verdict-title }
projector-known = 分かっていること
projector-detail = 所見の詳細
projector-covered = 意見は、求めた全員がそろうか開示されるまで伏せています。
projector-choosing = 選択中（未記録）
projector-pageDown = 詳細を1画面進める
projector-pageUp = 詳細を1画面戻す
projector-start = 詳細の先頭へ
projector-end = 詳細の末尾へ
projector-window = 円卓 2つ目の画面
projector-second = 2つ目の画面に映す
projector-secondClose = 2つ目の画面を閉じる
projector-secondOpened = 2つ目の画面に映しています。患者の氏名は表示されません。
projector-waiting = お待ちください
projector-onlyShows = この画面は表示専用です。
