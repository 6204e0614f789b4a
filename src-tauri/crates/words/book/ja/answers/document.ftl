### What a document in hand is, compared with those of the store.

# $document Word
documentCheck-identical = { $document }として確定・発行されたファイルと1バイトも違いません。
# $document Word
documentCheck-changed = { $document }を名乗っていますが、確定・発行された内容と一致しません。使用せず、このストアから書き出し直してください。
documentCheck-draft = このストアの症例・開催を名乗っていますが、確定・発行された文書ではありません（原案、または確定前の出力）。
# $document Word
documentCheck-named = { $document }のコードです。内容の記録は一致します。紙面そのものは照合できません。
documentCheck-unknown = このストアで確定・発行された文書ではありません。
# $said Word
# $latest Text
documentCheck-superseded = { $said }ただし、その後に第{ $latest }版が確定しています。最新の版を使用してください。
# $number Text
# $what Word
documentCheck-ofCase = { $number } { $what }
# $what Word
# $issue Text
documentCheck-issue = { $what }（発行番号{ $issue }）
# $what Word
# $revision Text
documentCheck-revision = { $what } 第{ $revision }版
documentCheck-backupNotHeld = このバックアップより後の記録が失われています。ストアが、バックアップより古い状態に戻されています。
documentCheck-backupOfAnother = 別のストアのバックアップです。
documentCheck-endNotHeld = この文書が作られたときの記録台帳の末尾を、このストアは含んでいません。別のストアの文書か、ストアが古い状態に戻されています。
documentCheck-endHeldOtherBytes = この文書の記録はありませんが、文書が示す記録台帳の末尾は含まれています。ファイルが保存し直されたか、確定・発行そのものが失われています。
documentCheck-paperNotHeld = この文書の記録がありません。別のストアの文書か、文書を確定・発行した後に、ストアが古い状態に戻されています。
