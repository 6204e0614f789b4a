### What cannot be meant as it stands in a file.

# $words Text
contradiction-gainWithoutCopies = ファイルには「{ $words }」とありますが、コピー数は1未満です。測定されていない値が0と書かれていることもあります。検査会社に確認してください。
