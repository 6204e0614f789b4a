### The imports of knowledge, in the settings.

knowledge-title = 知識（エビデンスと参照データ）
knowledge-what = 公開元のファイルを、版・出典・ライセンスとともに取り込みます。患者の情報は含まれず、外部へは問い合わせません。新しい版を取り込んでも、古い版と確定した報告書は残ります。
knowledge-import = ファイルを取り込む…
knowledge-tryIt = 試す（保存しない）…
knowledge-kindLabel = 種類
knowledge-byHeader = 見出しから判断
knowledge-none = 取り込まれた知識はありません。
knowledge-answers = 使用中
knowledge-older = 旧版
# $read Number
# $kept Number
# $aside Number
knowledge-rows = { $read }行のうち { $kept }行を使用、{ $aside }行を除外
knowledge-remove = 削除
knowledge-removeAsk = 削除すると、以前の版があればそれが使われます。判定・推奨・報告書に写した内容は残ります。
knowledge-showAside = 除外した行
# $n Number
knowledge-imported = { $n }件を取り込みました。
knowledge-already = 同じファイルが取り込み済みです。
# $read Number
# $kept Number
# $aside Number
knowledge-tried = 試した結果: { $read }行のうち { $kept }行を使用、{ $aside }行を除外（保存していません）
# $n Number
knowledge-line = { $n }行目
knowledge-fields = 頻度の項目（例: AF_eas=gnomAD東アジア）
knowledge-build = ゲノムビルド（見出しにない場合）
knowledge-frequencies = 集団頻度（VCF）
knowledge-shipped = プログラムに付属するデータ
knowledge-shippedWhat = 同じ種類を取り込むと、その内容が優先されるか、並べて使われます。出典の記載がないものは、行ごとに出典を持ちます。
knowledge-leastSure = このデータのうち、最も確かさの低い項目
