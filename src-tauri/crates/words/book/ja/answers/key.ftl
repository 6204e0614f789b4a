### Why the store does not have the new key yet that it is to have.

# $steps List
key-waits = 退室や紛失のあとに必要なストアの鍵の更新を、まだ行えません。先に行うこと：{ JOIN($steps, "、") }。
# $names List
key-signIn = { JOIN($names, "・") } が一度サインインする
key-renewCode = 復旧コードを新しくする
# $why Word
key-failed = 退室や紛失のあとに必要なストアの鍵の更新が、終わっていません。次にストアを開いたときに続けます。（{ $why }）
