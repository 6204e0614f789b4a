### The imports of knowledge, in the settings.

knowledge-title = Knowledge (evidence and reference data)
knowledge-what = Files are imported as their sources publish them, with version, source and licence. No patient’s data are in it, and nothing is asked of the network. Older versions and finalised reports stay when a new version is imported.
knowledge-import = Import files…
knowledge-tryIt = Try (keep nothing)…
knowledge-kindLabel = Kind
knowledge-byHeader = by the header
knowledge-none = No knowledge was imported.
knowledge-answers = in use
knowledge-older = older version
knowledge-rows = { $kept } of { $read } rows in use, { $aside } set aside
knowledge-remove = Remove
knowledge-removeAsk = An older version answers then, where there is one. What was copied into verdicts, recommendations and reports stays.
knowledge-showAside = Rows set aside
knowledge-imported = { $n } imported.
knowledge-already = The same file was imported before.
knowledge-tried = Tried: { $kept } of { $read } rows could be used, { $aside } set aside (nothing was kept)
knowledge-line = line { $n }
knowledge-fields = Fields with frequencies (e.g. AF_eas=gnomAD East Asia)
knowledge-build = Genome build (where the header does not say)
knowledge-frequencies = Population frequencies (VCF)
knowledge-shipped = Data that come with the program
knowledge-shippedWhat = What is imported of the same kind takes its place or stands beside it. Where no source is named, each row names its own.
knowledge-leastSure = The least sure of what stands in this file
