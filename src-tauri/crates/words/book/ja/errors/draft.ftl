### What is typed and not recorded yet.

draft-tooLong = 1つの入力欄に書ける量（1 MiB）を超えています。いくつかに分けて記録してください。
