### What could not be asked of the site’s knowledge.

evidence-vcfMoved = { $file } is not where it was registered and was not asked. Register it again.
evidence-vcfChanged = { $file } changed since it was registered and was not asked. Register it again.
evidence-vcfUnreadable = { $file } cannot be read and was not asked ({ $what }).
