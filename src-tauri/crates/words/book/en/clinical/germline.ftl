### What lists of heredity ask about, and their answer.

candidate-yes = candidate
candidate-no = no candidate
candidate-depends = depends

alterationClass-snv = SNV
alterationClass-indel = indel
alterationClass-copyNumber = copy number lost, or direction not told
alterationClass-copyNumberGain = copy number gained
alterationClass-rearrangement = rearrangement

panelKind-tumourOnly = tumour only
panelKind-tumourNormal = tumour and normal tissue
panelKind-liquid = liquid

msiState-high = MSI-High
msiState-stable = not MSI-High

germlineSignificance-pathogenic = pathogenic
germlineSignificance-likelyPathogenic = likely pathogenic
germlineSignificance-uncertain = VUS
germlineSignificance-likelyBenign = likely benign
germlineSignificance-benign = benign
germlineSignificance-conflicting = conflicting classes

significanceFrom-stated = as given
significanceFrom-panel = the panel’s class of heredity
significanceFrom-clinvar = ClinVar
significanceFrom-laboratory = the laboratory’s class
