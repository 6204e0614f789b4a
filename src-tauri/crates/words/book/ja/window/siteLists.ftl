### The lists that a site keeps itself, in the settings.

siteLists-title = 施設の一覧
siteLists-what = 施設で管理する一覧です。編集のたびに、誰がいつ何のために変えたかが新しい版として残ります。表（CSV・Excel）に書き出して編集し、「知識」で取り込むこともできます。
siteLists-kinds-ownList = 施設のエビデンス
siteLists-kinds-companionTests = コンパニオン診断・保険適用
siteLists-kinds-diseaseMap = 疾患とOncoTree
siteLists-kinds-panelGenes = パネル検査の対象遺伝子
siteLists-kinds-geneRoles = 遺伝子の役割
siteLists-find = 行を探す
# $shown Number
# $all Number
siteLists-rows = { $all }行のうち{ $shown }行
# $n Number
siteLists-more = ほか{ $n }行（語で絞り込んでください）
siteLists-add = 行を加える…
siteLists-reason = 変更の理由
siteLists-save = 行を記録
siteLists-remove = この行を除く
siteLists-kept = 一覧の新しい版を記録しました。
siteLists-csv = CSVで書き出す…
siteLists-xlsx = Excelで書き出す…
# $n Number
siteLists-history = 版の履歴（{ $n }）
siteLists-unconfirmed = 空欄（unconfirmed）
