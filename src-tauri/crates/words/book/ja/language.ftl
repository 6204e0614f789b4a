### What the language says of itself.

-language = 日本語
-list-separator = 、
