### What a template of the report has that is other than before.

templateChange-caution = caution
templateChange-closing = closing words
templateChange-costs = words on costs
templateChange-support = words on support
templateChange-leftOut = parts left out
templateChange-logoSet = logo set ({ $new })
templateChange-logoRemoved = logo removed ({ $old })
templateChange-logoChanged = logo changed ({ $old } → { $new })
templateChange-paper = paper { $old } → { $new }
