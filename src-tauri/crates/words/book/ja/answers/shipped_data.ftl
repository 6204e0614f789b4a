### Data files that come with the program.

shippedData-oncotree = { abbr-oncotree }
shippedData-civicSet = CIViCから選んだエビデンス
shippedData-diseaseMap = 疾患名とOncoTreeの対応
shippedData-geneAliases = 遺伝子の別名
shippedData-geneRoles = がんでの遺伝子の役割
shippedData-exons = エクソンの位置
shippedData-proteins = タンパク質の長さとドメイン
shippedData-companionMarkers = コンパニオン検査・保険適用マーカー
shippedData-tests = パネル検査の内容
shippedData-markerMarks = マーカーの基準値
shippedData-scales = 判定とエビデンスの基準
shippedData-schemes = 分類の基準（がん化・生殖細胞系列）
shippedData-proposals = 分類項目を提案する条件
shippedData-germlineFilter = 遺伝の可能性を調べる条件
shippedData-germlineGenes = 遺伝を確認する遺伝子
shippedData-drugNames = 薬剤の名称
shippedData-routeNeeds = 治療へのアクセスに必要なこと
shippedData-basketStudy = 患者申出療養NCCH1901の状況
shippedData-trialWords = 治験の条件の言葉
shippedData-ruleSets = エキスパートパネルの要件
shippedData-ccatCodes = C-CAT項目のコード
shippedData-phrases = 文例
shippedData-geneticGuidance = 遺伝性腫瘍の療養指導の区分
