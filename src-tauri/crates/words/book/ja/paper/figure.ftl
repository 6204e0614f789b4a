### Figures: titles, notes, what cannot be drawn.

# $count Text
figure-residues = { $count } アミノ酸
# $gene Text
figure-onProtein = { $gene } タンパク質上の位置
# $change Text
# $residue Number
figure-atResidue = { $change }（{ $residue }番残基）
# $list Text
figure-domains = ドメイン: { $list }
figure-countedOnNone = 残基番号の転写産物: ファイルに記載なし
# $transcripts List
figure-countedOn = 残基番号の転写産物: { $transcripts }
# $counted Word
# $source Text
# $version Text
# $sure Word
figure-positions = { $counted }。タンパク質: { $source }、データ { $version } 版、{ $sure }。
# $count Number
figure-unnamed = ほかに +{ $count } 件（図中に名称なし、表を参照）
figure-breaking = ■ 終止・フレームシフト
# $names List
# $more Number
figure-notDrawn = 図示なし: { $names }{ $more ->
    [0] {""}
   *[other] {" "}ほか { $more } 件
}
figure-noNumber = 数値の記載なし
figure-noGene = 遺伝子の記載なし
figure-noProtein = この遺伝子のタンパク質データなし
figure-noResidue = 残基番号のない変化
# $residue Number
# $length Number
figure-beyond = { $residue }番残基はタンパク質の長さ { $length } を超える
# $transcript Text
figure-otherTranscript = 残基番号が別の転写産物（{ $transcript }）による
# $name Text
# $more Text
figure-aside = { $name }（{ $more }）
figure-vafTitle = VAF（%）と腫瘍細胞含有率
# $percent Number
figure-content = 腫瘍細胞含有率 { $percent } %
# $percent Text
figure-half = その1/2 { $percent } %
figure-vafNoteWithContent = 縦の破線は記録された腫瘍細胞含有率とその1/2。コピー数は考慮していない。
figure-vafNote = 腫瘍細胞含有率は記録されていない。コピー数は考慮していない。
# $count Number
figure-rest = ほか +{ $count } 件
# $count Number
figure-restNote = 最下段の線は名称を省いた { $count } 件。
figure-log = 対数目盛。
# $state Text
figure-state = 検査会社: { $state }
# $name Word
# $source Text
# $version Text
# $sure Word
figure-mark = 破線: { $name }。出典: { $source }、データ { $version } 版、{ $sure }。
# $name Word
# $holds Word
# $source Text
# $version Text
# $sure Word
figure-markFor = 破線: { $name }（{ $holds }）。出典: { $source }、データ { $version } 版、{ $sure }。
