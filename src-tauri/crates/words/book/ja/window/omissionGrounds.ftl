### What a case holds for the omission of its panel, beside the form.

omissionGrounds-title = 症例から分かること（確認して記録してください）
omissionGrounds-takeOver = 分かっている内容を下に入れる
