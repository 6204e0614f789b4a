### Phrases for free text.

phrases-title = Phrases
phrases-what = Words to be used in free text. 〔 〕 marks what whoever uses a phrase fills in. Changing a phrase changes nothing that was written with it.
phrases-open = Phrases
phrases-openWhat = Find a phrase and put it in where you write
phrases-pick = Insert a phrase
phrases-search = Search titles, readings and texts
phrases-hint = ↑↓ choose, Enter inserts where you write. Nothing that is written is replaced.
phrases-none = No phrase fits.
phrases-noneHere = There is no phrase for this field yet.
phrases-everything = Also phrases for other fields and in the other language
phrases-example = example
phrases-exampleWhat = An example that comes with Entaku. Your hospital has not taken it over.
phrases-found = { $n }
phrases-unfilled = { $n ->
    [one] { $n } place to fill in
   *[other] { $n } places to fill in
}
phrases-unfilledTitle = Places in 〔 〕 are not filled in yet
phrases-unfilledWhat = This keeps nothing from being recorded, finalised or issued. Leave brackets that are meant.
phrases-onPages = Places on these pages are not filled in yet
phrases-more = { $n } more
phrases-settingsSearch = Search phrases
phrases-onlyField = Meant for
phrases-allFields = All fields
phrases-add = Add a phrase
phrases-change = Change
phrases-retire = Take out of use
phrases-restore = Use again
phrases-retired = Phrases out of use
phrases-own = Phrases of this hospital ({ $n })
phrases-noOwn = This hospital has no phrases yet. Take over an example below, or add one.
phrases-examples = Examples that come with Entaku ({ $n })
phrases-examplesWhat = They may not fit every hospital as they are. Read them before you take them over. (version { $version })
phrases-inLanguage-ja = Japanese
phrases-inLanguage-en = English
phrases-adopt = Take over ({ $language })
phrases-adopted = “{ $title }” was taken over
phrases-fromExample = from an example
phrases-addTitle = Add a phrase
phrases-changeTitle = Change phrase { $id }
phrases-retireTitle = Take phrase { $id } out of use
phrases-restoreTitle = Use phrase { $id } again
phrases-name = Title
phrases-reading = Reading (hiragana)
phrases-readingHint = A Japanese title is found by how it is read
phrases-text = Text
phrases-textHint = Write what is filled in later as 〔date〕
phrases-fields = Meant for
phrases-language = Language
phrases-reason = Reason
phrases-save = Save phrase
phrases-saved = Phrase saved
phrases-retireWhat = It leaves the list. Its record stays, and what was written with it does not change.
phrases-history = Changes ({ $n })
