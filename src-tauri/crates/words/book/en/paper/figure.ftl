### Figures: titles, notes, what cannot be drawn.

figure-residues = { $count } aa
figure-onProtein = { $gene }: position on the protein
figure-atResidue = { $change } at residue { $residue }
figure-domains = Domains: { $list }
figure-countedOnNone = Residues counted on: the file names no transcript
figure-countedOn = Residues counted on { $transcripts }
figure-positions = { $counted }. Protein: { $source }, data of { $version } ({ $sure }).
figure-unnamed = +{ $count } more without a name in the figure; see the table
figure-breaking = ■ stop or frameshift
figure-notDrawn = Not drawn: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
figure-noNumber = no number given
figure-noGene = no gene is named
figure-noProtein = no protein data for this gene
figure-noResidue = the change names no residue
figure-beyond = residue { $residue } lies beyond the protein's { $length }
figure-otherTranscript = residues are counted on another transcript ({ $transcript })
figure-aside = { $name } ({ $more })
figure-vafTitle = VAF (%) and tumour content
figure-content = tumour content { $percent } %
figure-half = half of it { $percent } %
figure-vafNoteWithContent = Dashed lines: tumour content as recorded, and half of it. Copy number is not accounted for.
figure-vafNote = Tumour content is not recorded. Copy number is not accounted for.
figure-rest = +{ $count } more
figure-restNote = The strokes in the last row are { $count } more without a name.
figure-log = Logarithmic scale.
figure-state = laboratory: { $state }
figure-mark = Dashed line: { $name } ({ $source }, data of { $version }, { $sure }).
figure-markFor = Dashed line: { $name } – { $holds } ({ $source }, data of { $version }, { $sure }).
