### Opinions and agreement.

agreement-title = 意見の一致
agreement-blind = 自分の意見を記録するか、座長が公開するまで、ほかの構成員の意見は表示されません。
agreement-canCirculate = 全員の意見が一致しています。持ち回り協議で終えることができます。
agreement-needsMeeting = リアルタイム開催が必要です。
agreement-stillOpen = 持ち回り協議で終えるには、次が残っています。
agreement-asked = 意見を求める構成員
agreement-given = 回答済み
# $day Text
agreement-due = 回答期限 { $day }
# $name Text
agreement-enteredBy = 代行入力：{ $name }
# $what Text
agreement-outOfDate = 回答後の変更：{ $what }
agreement-confirm = 代行入力の内容を確認した
agreement-open = すべての意見を公開する
agreement-afterSeeing = 他の意見を見た後
agreement-afterSeeingHint = ほかの構成員の意見が見える状態で述べた意見、またはその後に変更した意見です。独立した意見ではありません。この印は消えません。
agreement-openHint = 公開すると、まだ意見を述べていない構成員にも全員の意見が表示されます。記録に残ります。
agreement-openOne = この所見への意見を公開する
agreement-mine = 症例全体への自分の意見
agreement-onBehalf = 症例全体への意見の代行入力
agreement-mineHint = 現在の原案（判定と推奨の全体）に対する意見です。原案が変わると、あらためて意見を求めます。
agreement-stance = 原案への意見
agreement-suggested = 候補となる薬剤・治験
agreement-whose = 誰の意見か
agreement-myOwn = 自分の意見
agreement-onBehalfHint = ほかの構成員の意見を入力すると、入力者と本人の両方が記録され、本人の確認を待ちます。
agreement-ask = 意見の依頼（持ち回り協議）
agreement-dueLabel = 回答期限
agreement-askSave = 依頼を記録
