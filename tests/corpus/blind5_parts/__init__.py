"""The documents of the fifth blind corpus, each written together with its truth."""
