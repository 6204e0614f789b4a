### What a laboratory or C-CAT says.

statement-interpretation = 解釈
statement-therapy = 薬剤
statement-trial = 臨床試験
statement-evidence = エビデンス
statement-pertinentNegative = 陰性所見
statement-quality = 品質
statement-remark = その他の記載

speaker-laboratory = 検査会社
speaker-ccat = C-CAT
