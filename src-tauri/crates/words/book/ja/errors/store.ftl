### What the store could not do, and what to do about it.

# $dir Text
# $missing Text
storeFailure-notAStore = { $dir } に症例ストアがありません（{ $missing } が見つかりません）。ストアを作成したフォルダーを指定してください。
# $dir Text
# $found Text
storeFailure-notEmpty = { $dir } は空ではありません（{ $found }）。新しいフォルダーか空のフォルダーを指定してください。
# $dir Text
# $kind Text
storeFailure-unsafePlace = { $dir } はネットワーク共有（{ $kind }）上にあり、障害時にストアが壊れるおそれがあります。このコンピューターのディスク上のフォルダーを指定してください。
storeFailure-signInRefused = サインイン名またはパスワードが正しくありません。
storeFailure-codeNeeded = このサインインには、パスワードのほかに確認コードが必要です。認証アプリに表示されている6桁か、控えてある予備のコードを入力してください。
storeFailure-codeRefused = 確認コードが正しくないか、すでに使われています。認証アプリに次に表示されるコードを入力してください。
# $what Text?
storeFailure-recoveryMistyped = 復旧コードが正しくありません。印刷した控えのとおりに入力してください。
storeFailure-recoveryRefused = 復旧コードが正しくありません。印刷した控えのとおりに入力してください。
# $what Text
storeFailure-noBackup = バックアップとして使えません（{ $what }）。何も復元していません。別のバックアップを指定してください。
# $seconds Number
storeFailure-tooManyGuesses = 失敗が続いたため、しばらく受け付けません。{ $seconds }秒後にもう一度入力してください（正しいパスワードでも待ちます）。
# $path Text
storeFailure-keysDiffer = { $path } の鍵が、記録されている本人の鍵と一致しません。鍵のファイルが書き換えられたか、古い複製に戻されています（直前にパスワードを変更した場合は、新しいパスワードで試してください）。サインインも署名もしていません。管理者に連絡し、最新のバックアップの鍵のファイルに戻してください。
storeFailure-keyRenewed = この操作の間に、ほかのプログラムがストアの鍵を新しくしました。何も記録されていません。もう一度操作してください。
# $error Text
storeFailure-notTheirs = 本人の鍵がないため、この名義では記録できません。何も記録されていません。（{ $error }）
# $seq Number
storeFailure-unproven = 記録の{ $seq }番目は、名義の本人が記録したものではありません。症例の閲覧も記録もできません。「設定」の「ストアの検査」で確かめ、最新のバックアップから復元してください。
# $stream Text?
# $expected Text?
# $actual Text?
storeFailure-stale = 表示後に他の人がこの症例を変更しました。最新の内容を読み込んでから、もう一度操作してください。何も記録されていません。
# $found Text?
# $known Text?
storeFailure-newer = このストアは新しい版のEntakuで作成されています。プログラムを更新してください。ストアは変更していません。
# $state Word?
storeFailure-headRefused = 記録の末尾が、保管されている控えと一致しません（古い複製への差し替えや末尾の欠落のおそれ）。誰が見たかを残せないため、症例の閲覧も記録もできません。管理者が「設定」の「ストアの検査」で確かめ、理由を添えて承認するまで止めています。
# $place Text?
storeFailure-diskFull = ディスクの空きがありません。空きを作ってから、もう一度操作してください。何も記録されていません。
# $place Text
storeFailure-readOnly = { $place } に書き込めません（読み取り専用のディスクか、権限がありません）。何も記録されていません。ストアは壊れていません。場所と権限を確かめてください。
# $place Text
# $error Text
storeFailure-disk = { $place } のディスクで読み書きに失敗しました。何も記録されていません。記録済みの内容はそのままです。ディスクの接続と状態を確かめてから、やり直してください。（{ $error }）
# $place Text
# $error Text
storeFailure-unsure = 保存の途中で { $place } のディスクが書き込みに失敗し、記録されたかどうかが分かりません。ディスクの接続と状態を確かめ、開き直して、記録があるかを見てからやり直してください。（{ $error }）
storeFailure-busy = 他のプログラムがストアを使用中です。少し待ってから、もう一度操作してください。
# $sha256 Text?
storeFailure-noAttachment = 保存されているはずのファイルが見つかりません。管理者に連絡してください。
# $file Text?
# $error Text
storeFailure-damaged = { $file } を書かれたとおりに読めません（ディスクの障害か、ファイルの破損）。まずディスクの接続を確かめ、開き直してください。何も変更していません。同じ表示が続くときは、ファイルをそのまま残し、最新のバックアップから復元してください。（{ $error }）
# $error Text
storeFailure-database = データベースを読み取れません。何も変更していません。ディスクを確認し、最新のバックアップから復元してください。（{ $error }）
# $error Text
storeFailure-other = ストアの操作に失敗しました。何も記録されていません。（{ $error }）
