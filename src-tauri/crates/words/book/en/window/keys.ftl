### The palette and the keys.

palette-placeholder = Find a page, a finding or an act
palette-none = Nothing found
palette-hint = ↑↓ choose, Enter does it
palette-group-part = Page
palette-group-finding = Finding
palette-group-act = Act
palette-themeDark = Theme: dark
palette-themeLight = Theme: light
palette-projector = Switch projector size
palette-switchLanguage = 日本語に切り替える

keys-title = Keys
keys-everywhere = Everywhere
keys-list = Case list
keys-review = Reviewing findings
keys-paletteKey = Find or do anything
keys-phraseKey = Insert a phrase (in a text field)
keys-help = This list
keys-save = Record what is being entered
keys-filter = To the search or filter
keys-leave = Close, or leave the field
keys-down = Next
keys-up = Previous
keys-open = Open
keys-class = Choose a class (Ctrl+S records it)
keys-opinion = My opinion
keys-verdict = Rationale of the verdict
keys-recommend = Add a recommendation
keys-trial = Refer to a trial
keys-germline = Germline judgement
keys-comment = Comment
keys-mark = Select or unselect
keys-part = Previous or next part
keys-undo = Undo what is not yet recorded
keys-imeNote = While Japanese input is being converted, every key belongs to the conversion.
