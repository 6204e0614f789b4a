### The sheet for asking the disclosure wish again.

wishSheet-forStaff = 院内用です。患者さんには渡さないでください。所見の有無にかかわらず、どの患者さんについても同じ内容です。
wishSheet-askedSoFar = これまでの確認
wishSheet-askedOn = 確認した日
wishSheet-askedBy = 確認した人
wishSheet-toExplain = 確認の前に説明すること
wishSheet-apart = 　　
wishSheet-askedByProfession = 確認した人（職種）
wishSheet-present = 同席した人
wishSheet-remarks = 患者さんの言葉・備考
wishSheet-answer = 今回の確認
wishSheet-recordIt = 確認した結果は、症例の「開示希望」に記録してください。記録すると、以後の文書はその希望に従います。
wishSheet-maybeFound = がん遺伝子パネル検査では、がんの治療のために調べた結果から、生まれつきの体質（遺伝）に関わる所見が見つかることがある。
wishSheet-ownChoice = それを知りたいかどうかは本人が決められる。知らないでいることも選べ、あとからいつでも変えられる。
wishSheet-everybodyAsked = この確認は、所見の有無にかかわらず行う。確認したことは、所見があることを意味しない。
wishSheet-whyKnow = 知った場合は、本人の健康管理に役立つことがある。血縁者にも関わることがあり、確認のための検査が必要になることがある。
wishSheet-counselling = 決める前に、遺伝カウンセリングを受けられる。ご家族と相談する時間をとれる。
