### What a case holds for the omission of its panel, beside the form.

omissionGrounds-title = What the case tells (confirm it before recording)
omissionGrounds-takeOver = Fill in what is known
