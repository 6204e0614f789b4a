### Settings, and the rules of panels.

settings-title = 設定
settings-screen = 表示
settings-language = 言語
settings-japanese = 日本語
settings-english = English
settings-theme = 配色
settings-light = 明るい
settings-dark = 暗い
settings-system = 端末に合わせる
settings-size = 文字の大きさ
settings-normal = 標準
settings-density = 行の間隔
settings-tight = 詰める
settings-projector = プロジェクター（大きく・高コントラスト）
settings-institution = 施設
settings-name = { report-institution }
settings-contact = 問い合わせ窓口（報告書に印刷）
settings-targetDays = 受領から説明までの目安（日）
settings-targetDaysHint = 法令の定めはありません。これを超えた症例を一覧の先頭に示します。
settings-targetDaysBad = 日数を数字で入力してください。
settings-saveInstitution = 施設情報を保存
settings-savedInstitution = 施設情報を保存しました
settings-members = { role-member }
settings-addMember = 構成員を追加
settings-memberName = 氏名
settings-firstPassword = 最初のパスワード
settings-roles = 役割
settings-qualifications = 要件（ア〜キ）
settings-addedMember = 構成員を追加しました
settings-needRole = 役割を1つ以上選んでください。
settings-changeMember = 構成員を変更
settings-change = 変更
settings-changedMember = 構成員を変更しました
settings-saveMember = 変更を保存
settings-removeMember = 削除
# $name Text
settings-removeSure = { $name } さんを削除すると、サインインできなくなります。これまでの記録は残ります。ストア全体を新しい鍵で暗号化し直すため、手元に残った鍵でも以後の記録は読めません（大きなストアでは数十秒かかります）。
settings-removedMember = 構成員を削除しました
settings-notSaid = 未登録
settings-fullTime = 勤務形態
settings-fullTimeYes = { quorum-fullTime }
settings-fullTimeNo = 非常勤
settings-fieldHint = 要件アは、診療領域の異なる複数名を求めています。
settings-rules = パネルの実施要件
settings-rulesWhat = 開催日に適用される規則で成立を判定します。記録済みの開催の判定は、規則を変えても変わりません。
settings-inForce = 現在適用
settings-ruleEdit = 施設の版を作る
settings-ruleName = 名称
settings-ruleFrom = { quorum-effectiveFrom }
settings-ruleSource = 出典
settings-ruleSure = 確かさ
settings-ruleAttendance = 開催ごとの出席者の要件
settings-ruleMembers = 構成員の要件
settings-ruleKey = 区分
settings-rulePeople = 人数
settings-ruleApplies = 適用する場合
settings-ruleMostKeys = 1人が満たせる区分数（空欄は制限なし）
settings-ruleAttending = 主治医の参加を必要とする
settings-ruleInformation = 情報提供でもよい
settings-ruleModes = 開催方法
settings-ruleUnanimous = 全員一致が必要
settings-ruleReason = 理由が必要
settings-ruleBelow = 小児とする年齢（歳未満）
settings-ruleWhy = 変更の理由
settings-ruleWhyHint = 何で確認したかも書きます。氏名・日時とともに履歴に残ります。
settings-ruleSave = 施設の版を保存
settings-ruleSaved = 規則を保存しました。これから記録する開催に適用されます。
# $n Number
settings-ruleHistory = 変更の履歴 { $n }件
settings-ruleShipped = 収載版に戻す
settings-composition = 現在の構成員と要件
settings-password = パスワードの変更
settings-oldPassword = 現在のパスワード
settings-changePassword = パスワードを変更
settings-changedPassword = パスワードを変更しました
settings-recovery = 復旧コードの更新
settings-recoveryWhy = 控えを失くしたとき、ほかの人に見られたおそれがあるときは、新しい復旧コードを作ります。
settings-recoveryRenew = 新しい復旧コードを作る
settings-recoveryKept = 閉じる
settings-second = サインインの確認コード
settings-secondWhy = パスワードのほかに、認証アプリ（スマートフォンなど）が表示する6桁のコードを求めます。パスワードを知られても、それだけではこのプログラムからサインインできません。
settings-secondOn = 設定済みです。サインインのたびに確認コードを入力します。
settings-secondBegin = 設定を始める
settings-secondScan = 認証アプリでこの図を読み取るか、下の文字を入力してください。
settings-secondSquare = 認証アプリで読み取る図
settings-secondSecret = 文字で入力する場合
settings-secondCode = 認証アプリに表示された6桁
settings-secondSet = 確認コードを使い始める
settings-secondSpares = 予備のコードを控えてください
settings-secondSparesWhy = 認証アプリが使えないとき、1個につき1回だけ使えます。今だけ表示され、どこにも保存されません。
settings-secondKept = 控えました
settings-secondGiveUp = 確認コードをやめる
settings-secondGivenUp = 確認コードをやめました。次からはパスワードだけでサインインします。
settings-loss = 紛失・漏えいの届け出
settings-lossWhy = ストアの複製やバックアップの媒体、パスワード、復旧コードの控えを失くしたか、ほかの人に見られたとき。ストア全体を新しい鍵で暗号化し直します。失くしたもので読めるのは、それまでの内容だけになります。知られたパスワードと復旧コードは、先に変更してください。
settings-lossWhat = 何を、いつ、どのように
settings-lossReport = 届け出て、鍵を新しくする
settings-lossReported = 記録し、ストアの鍵を新しくしました
settings-lossWaits = 記録しました。鍵の更新は、まだ終わっていません
settings-reset = パスワードを再設定
settings-resetMember = パスワードの再設定
# $name Text
settings-resetWhy = { $name } さんに伝える最初のパスワードを決めます。もう1人のシステム管理者か座長が、この場で自分のパスワードを入力します（1人では再設定できません）。ご本人は、次のサインインで自分のパスワードに変更します。
settings-resetSecond = 2人目のサインイン名
settings-resetSecondPassword = 2人目のパスワード
settings-resetDone = パスワードを再設定しました
settings-resetNobody = 2人目になれる人（システム管理者か座長）が、ほかにいません。復旧コードを使うか、先にもう1人を指名してください。
settings-verify = ストアの検査
settings-verifyWhat = 記録の連鎖（改ざん・欠落・巻き戻し）を検査します。詳細検査では、すべての記録を読み直して一覧・添付とも照合します。
settings-verifyQuick = 検査する
settings-verifyDeep = 詳細検査
# $n Number
settings-verifyOk = 問題はありません（記録{ $n }件）。
# $n Number
settings-verifyUnsigned = うち{ $n }件は、本人の鍵による署名を始める前の記録です（署名なし）。
settings-verifyBad = 問題が見つかりました。このストアへの記録を止め、管理者に連絡してください。
# $n Number
settings-firstBad = 最初の異常：記録{ $n }番
settings-accept = 記録の末尾を承認する
settings-acceptWhat = 記録の末尾が、保管されている控えと一致しません。バックアップから戻したなど、理由が分かっている場合に限り、今ある記録を正として続けられます。承認すると、失われた記録は戻りません。
settings-acceptReason = 承認する理由
settings-acceptHint = 誰が何を確かめたかも書きます。理由は、氏名・日時とともに記録に残ります。
settings-acceptConfirm = 今ある記録で続ける
settings-accepted = 記録の末尾を承認しました。記録を再開できます。
settings-versions = 版
settings-program = プログラム
settings-store = ストア
settings-scales = 判定に使う基準
settings-sourceOf = 出典
settings-purpose-significance = 臨床的意義
settings-purpose-evidence = { statement-evidence }
settings-classes = 区分
settings-access = アクセス記録
settings-accessUnusualWhat = 注意が必要かもしれない点（夜間、初めての端末、短時間の多数の閲覧・書き出し、繰り返された拒否）を示しますが、判断は確認する人が行います。
settings-accessUnusualOnly = 注意が付いた行だけ
settings-accessWhat = 誰が、いつ、どの端末で、どの症例を見たか・書き出したか、拒否された操作やサインインの失敗を確かめます。この確認も記録に残ります。
settings-accessCase = { case-number }
settings-accessMember = { role-member }
settings-accessAll = 全員
settings-accessFrom = この日から
settings-accessTo = この日まで
settings-accessAsk = 表示
settings-accessWrite = CSVに書き出す
# $n Number
settings-accessFound = { $n }件
# $most Number
settings-accessCut = （新しい{ $most }件を表示。すべてはCSVにあります）
# $n Number
settings-accessWritten = アクセス記録{ $n }件を書き出しました
settings-backup = バックアップ
settings-backupWhat = ストア全体を、いまの状態で1つの暗号化されたファイルに書き出します。作業は続けられます。このコンピューターとは別の場所に保管してください。開くには構成員のパスワードが必要です。
settings-backupWrite = バックアップを書き出す
# $n Number
# $file Text
settings-backupMade = 記録{ $n }件までを { $file } に書き出しました。
settings-proposals = 二人目の確認を待つ変更
settings-proposalsWhat = 座長・管理者の任命、自分への役割の追加、報告書の署名を減らす変更は、提案した人とは別の座長または管理者が確認すると有効になります。
# $who Text
# $at Text
settings-proposedBy = { $who }が提案（{ $at }）
settings-proposalConfirm = 確認して有効にする
settings-proposalWithdraw = 取り下げる
settings-proposalTurnDown = 認めない
settings-proposalWaits = ほかの座長または管理者の確認を待っています。
settings-proposalOutdated = 提案のあとに変更があったため確認できません。取り下げて、今の状態から提案し直してください。
settings-proposed = 提案しました。ほかの座長または管理者が確認すると有効になります。
settings-proposalConfirmed = 確認しました。変更は有効です。
settings-proposalGone = 変更は行いません。
settings-plan = 自動バックアップ
settings-planWhat = 期限が来たバックアップを、サインインとサインアウトのときに自動で作ります。別のディスクのフォルダーを選んでください。
settings-planFolder = 置き場所
settings-planChoose = フォルダーを選ぶ
settings-planDays = 間隔（日）
settings-planKept = 残す世代数
settings-planSave = 記録する
settings-planStop = 自動バックアップをやめる
settings-planSaved = 自動バックアップの予定を記録しました。
# $at Text
# $n Number
settings-planLast = 最後のバックアップ：{ $at }（{ $n }世代）
settings-planNone = この場所にはまだバックアップがありません。
settings-everything = すべてのデータの書き出し
settings-everythingWhat = 記録、受け取ったファイル、発行した文書のすべてを、このプログラムがなくても読める形で1つのZIPに書き出します。暗号化されません。
settings-everythingWrite = すべてを書き出す
# $n Number
# $file Text
settings-everythingMade = 記録{ $n }件を { $file } に書き出しました。

# $count Number
settings-accessUnusualCount = 注意が付いた行 { $count }件
