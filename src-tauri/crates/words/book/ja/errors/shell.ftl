### What the window itself refuses, before the desk is asked.

shell-notWrittenHere = 開けるのは、サインインしてからこの画面で書き出したファイルのフォルダーだけです。
# $folder Text
shell-folderGone = フォルダー { $folder } がありません。移動または削除されたか、取り外されています。
# $folder Text
# $error Text
shell-noFileManager = このコンピューターではフォルダーを開けません（ファイルマネージャーが見つからないか、起動しません）。場所: { $folder }（{ $error }）
shell-unreadableName = フォルダー名またはファイル名に読めない文字があります。名前を変えてから選び直してください。
# $what Text
# $wrong Text
shell-notUnderstood = { $what } への指定が正しくありません: { $wrong }
# $name Text
shell-bytesCame = { $name }: 引数は名前付きで渡してください（バイト列が渡されました）。
# $error Text
shell-cannotClose = ウィンドウを閉じることができません。（{ $error }）
# $error Text
shell-noSecondWindow = 2つ目の画面を開けません。（{ $error }）
# $error Text
shell-noPrintDialog = 印刷画面を開けません。PDFに書き出して印刷してください。（{ $error }）
shell-burst = プログラムの不具合のため、この操作は行われませんでした。記録済みの内容は失われていません。
# $path Text
shell-notGivenOut = { $path } は、この画面の選択ダイアログで選ばれた場所ではありません。「選択…」から選び直してください。
