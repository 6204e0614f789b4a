### What the language says of itself.

-language = English
-list-separator = {", "}
