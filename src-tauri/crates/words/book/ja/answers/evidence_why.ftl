### Why a finding stands beside an item of evidence.

# $named Text
# $found Text
evidenceWhy-sameChange = プロファイルは { $named } を指定。本所見は同じ変化（{ $found }）
# $named Text
# $found Text
evidenceWhy-otherName = プロファイルは { $named } を指定。本所見 { $found } は、出典が挙げる別名で同じ変化
# $named Text
# $found Text
evidenceWhy-otherChangeOfResidue = プロファイルは { $named } を指定。本所見 { $found } は同じ残基の別の変化で、{ $named } ではない
# $named Text
# $found Text
evidenceWhy-residue = プロファイルは残基 { $named } を指定。本所見は { $found }
# $named Text
# $found Text
evidenceWhy-otherThanResidue = プロファイルは { $named } を指定。本所見 { $found } はその残基以外の変異
# $named Text
# $found Text
evidenceWhy-exon = プロファイルは { $named } を指定。本所見 { $found } はそのエクソンにある
# $named Text
# $found Text
evidenceWhy-region = プロファイルは { $named } を指定。本所見 { $found } はその領域にある
# $named Text
# $found Text
evidenceWhy-class = プロファイルは { $named } を指定。本所見 { $found } はその種類の変化
# $named Text
# $found Text
evidenceWhy-possiblyClass = プロファイルは { $named } を指定。本所見 { $found } がそれに当たるかは、変化だけからは分からない
# $named Text
# $found Text
evidenceWhy-anyMutation = プロファイルは遺伝子の変異一般（{ $named }）を指定。本所見は { $found }
# $named Text
# $found Text
evidenceWhy-possiblyMutation = プロファイルは { $named } を指定。本所見 { $found } がタンパク質を変えるかは不明
# $named Text
# $found Text
evidenceWhy-copyNumber = プロファイルは { $named } を指定。本所見のコピー数変化は { $found }
# $named Text
# $found Text
evidenceWhy-possiblyCopyNumber = プロファイルは { $named } を指定。本所見のコピー数変化（{ $found }）がそれに当たるかは不明
# $named Text
# $found Text
evidenceWhy-fusion = プロファイルは { $named } を指定。本所見は融合 { $found }
# $named Text
# $found Text
evidenceWhy-fusionOtherOrder = プロファイルは { $named } を指定。本所見は { $found } と、相手遺伝子が逆の順で報告されている
# $named Text
# $found Text
evidenceWhy-anyFusion = プロファイルは { $named } を指定し、相手遺伝子を問わない。本所見は { $found }
# $named Text
# $found Text
evidenceWhy-partnerNotReported = プロファイルは { $named } を指定。本所見 { $found } には相手遺伝子の記載がない
# $named Text
# $found Text
evidenceWhy-fusionDetail = プロファイルは { $named } を指定。本所見 { $found } がそのエクソン・型かは不明
# $named Text
# $found Text
evidenceWhy-rearrangement = プロファイルは { $named } を指定。本所見は { $found }
# $named Text
# $found Text
evidenceWhy-expression = プロファイルは { $named } を指定。本所見 { $found } がそれに当たるかは、値だけからは分からない
# $named Text
# $found Text
evidenceWhy-marker = プロファイルは { $named } を指定。本所見は { $found }
# $named Text
# $found Text
evidenceWhy-markerStateNotGiven = プロファイルは { $named } を指定。本所見 { $found } には判定の記載がない
# $named Text
# $found Text
evidenceWhy-relatedMarker = プロファイルは { $named } を指定。本所見 { $found } は別の検査項目で、必ずしも一致しない
# $named Text
# $found Text
evidenceWhy-promoter = プロファイルは { $named } を指定。本所見 { $found } は遺伝子の上流にある
# $named Text
# $found Text
evidenceWhy-skipping = プロファイルは { $named } を指定。本所見は { $found }
# $named Text
# $found Text
evidenceWhy-possiblySkipping = プロファイルは { $named } を指定。本所見 { $found } はそのエクソンのスプライス部位の変化で、スキッピングの可能性がある
# $written Text
# $approved Text
evidenceWhy-alias = { $written } は { $approved } の別名
# $named Text
# $found Text
evidenceWhy-samePlace = プロファイルは { $named } を指定。本所見 { $found } は、出典が示す位置・塩基と同じ
# $named Text
# $found Text
evidenceWhy-fusionNotStated = プロファイルは { $named } を指定。本所見 { $found } の切断点はこれらの遺伝子にあるが、報告は融合と記載していない
